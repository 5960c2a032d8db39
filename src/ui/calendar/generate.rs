//! Matchdays one a week, for a season whose fixtures nobody knows yet: an assumption, and marked so.

use egui::{Role, Ui, WidgetInfo};
use jiff::ToSpan as _;
use jiff::civil::Weekday;

use super::{Answer, answers, complaint, field};
use crate::edit::Edit;
use crate::model::{Date, Matchday, MatchdayOrigin, Plan, season_of, words};
use crate::ui::command::Command;
use crate::ui::entry;
use crate::ui::theme::{self, size, text};
use crate::ui::widgets;

/// Width of a day to type, points.
const DAY: f32 = 118.0;
/// The longest span that is filled, days: five years.
const MOST_DAYS: i32 = 1827;
/// A matchday this near to another is in its week, days.
const NEAR: i32 = 3;
/// From 1 July to the first matchday of a season, and from its last to 30 June, days: an assumption.
const SUMMER_DAYS: i64 = 44;
const JUNE_DAYS: i64 = 30;
const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "Monday"),
    (Weekday::Tuesday, "Tuesday"),
    (Weekday::Wednesday, "Wednesday"),
    (Weekday::Thursday, "Thursday"),
    (Weekday::Friday, "Friday"),
    (Weekday::Saturday, "Saturday"),
    (Weekday::Sunday, "Sunday"),
];

/// The question from when to when, and on which day of the week.
#[derive(Clone, Debug)]
pub(super) struct GenerateForm {
    from: String,
    to: String,
    weekday: Weekday,
}

/// What would be generated.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Generated {
    pub(super) days: Vec<Date>,
    /// Days left out, as the club does not play in a break.
    pub(super) in_breaks: usize,
    /// Days left out, as they lie in the summer between two seasons of the span.
    pub(super) in_summers: usize,
    /// Days left out, as there is a matchday in that week.
    pub(super) taken: usize,
    /// Days generated before in the same span, which go.
    pub(super) replaced: usize,
}

/// One matchday a week from `from` to `to`, both included, clear of breaks, of the summers between two seasons, and of
/// weeks that have one.
pub(super) fn weekly(plan: &Plan, from: Date, to: Date, weekday: Weekday) -> Generated {
    let mut generated = Generated::default();
    let before =
        |one: &&Matchday| one.origin == MatchdayOrigin::Generated && from <= one.date && one.date <= to;
    generated.replaced = plan.matchdays.iter().filter(before).count();
    let kept: Vec<Date> = plan.matchdays.iter().filter(|one| !before(one)).map(|one| one.date).collect();
    let one_season = season_of(from) == season_of(to);
    let mut day = from;
    while day <= to {
        if day.weekday() == weekday {
            let near = |kept: &Date| (*kept - day).get_days().abs() <= NEAR;
            if plan.breaks.iter().any(|known| known.from <= day && day <= known.until) {
                generated.in_breaks += 1;
            } else if !one_season && in_summer(day) {
                generated.in_summers += 1;
            } else if kept.iter().any(near) {
                generated.taken += 1;
            } else {
                generated.days.push(day);
            }
        }
        match day.checked_add(1.day()) {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    generated
}

/// Between the last matchday of a season and the first of the next.
fn in_summer(day: Date) -> bool {
    let season = season_of(day);
    day < season.first_day().saturating_add(SUMMER_DAYS.days())
        || season.last_day().saturating_sub(JUNE_DAYS.days()) < day
}

impl GenerateForm {
    /// Begins after the last matchday there is, in summer with the next season; ends with the season after the plan's
    /// own, so that a move in the summer between them has matchdays to be compared on.
    pub(super) fn new(plan: &Plan) -> Self {
        let last = plan.matchdays.iter().map(|one| one.date).max();
        let mut from = last.map_or(plan.as_of, |last| last.saturating_add(1.day())).max(plan.as_of);
        if (5..=7).contains(&from.month()) {
            let season = season_of(from).plus(i16::from(from.month() < 7));
            from = season.first_day().saturating_add(SUMMER_DAYS.days());
        }
        let season = season_of(from).max(season_of(plan.as_of).plus(1));
        let to = season.last_day().saturating_sub(JUNE_DAYS.days());
        Self { from: words::date(from), to: words::date(to), weekday: Weekday::Saturday }
    }

    fn read(&self, plan: &Plan) -> Result<(Date, Date, Generated), String> {
        let day = |text: &str| {
            entry::date(text)?.ok_or_else(|| format!("Type both days, like {}.", entry::like("15 Aug 2026")))
        };
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        if to < from {
            return Err("The last day is before the first.".to_owned());
        }
        if (to - from).get_days() > MOST_DAYS {
            return Err("Five years at a time at most.".to_owned());
        }
        let generated = weekly(plan, from, to, self.weekday);
        if generated.days.is_empty() {
            let name = weekday_name(self.weekday);
            return Err(format!("No {name} between these days is free."));
        }
        Ok((from, to, generated))
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) -> Answer {
        let answer = widgets::card_frame(theme::palette(ui)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                ui.label(text::second("Every"));
                let chosen = widgets::combo_box("weekday").width(104.0);
                let response = chosen
                    .selected_text(weekday_name(self.weekday))
                    .show_ui(ui, |ui| {
                        for weekday in words::style().week.week() {
                            ui.selectable_value(&mut self.weekday, weekday, weekday_name(weekday));
                        }
                    })
                    .response;
                response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Day of the week"));
                ui.label(text::second("from"));
                field(ui, &mut self.from, "First day", &entry::like("15 Aug 2026"), DAY);
                ui.label(text::second("to"));
                field(ui, &mut self.to, "Last day", &entry::like("31 May 2027"), DAY);
            });
            let result = self.read(plan);
            match &result {
                Ok((_, _, generated)) => {
                    ui.label(text::second(preview(generated)));
                }
                Err(words) => complaint(ui, words),
            }
            let verb = result.as_ref().map_or_else(
                |_| "Generate".to_owned(),
                |(_, _, generated)| format!("Generate {}", words::matchdays(generated.days.len())),
            );
            let answer = answers(ui, &verb, result.is_ok());
            if let (Answer::Confirmed, Ok((from, to, generated))) = (answer, result) {
                commands.push(Command::Edit(edit(plan, from, to, &generated)));
            }
            answer
        });
        ui.add_space(size::GAP_S);
        answer.inner
    }
}

fn edit(plan: &Plan, from: Date, to: Date, generated: &Generated) -> Edit {
    let stays = |one: &&Matchday| one.origin != MatchdayOrigin::Generated || one.date < from || to < one.date;
    let mut matchdays: Vec<Matchday> = plan.matchdays.iter().filter(stays).cloned().collect();
    matchdays.extend(generated.days.iter().map(|day| Matchday::on(*day, MatchdayOrigin::Generated)));
    Edit::SetMatchdays { matchdays, what: format!("generate {}", words::matchdays(generated.days.len())) }
}

fn preview(generated: &Generated) -> String {
    let Generated { in_breaks, in_summers, taken, replaced, .. } = *generated;
    let mut notes = vec!["An assumption, not fixtures: each is marked as generated.".to_owned()];
    let count =
        |n: usize, one: &str, many: &str| if n == 1 { format!("1 {one}") } else { format!("{n} {many}") };
    if in_breaks > 0 {
        notes.push(format!("{} left out for breaks.", count(in_breaks, "day", "days")));
    }
    if in_summers > 0 {
        notes.push("None in the summer between the seasons.".to_owned());
    }
    if taken > 0 {
        notes.push(format!("{} already.", count(taken, "week has a matchday", "weeks have a matchday")));
    }
    if replaced > 0 {
        notes.push(format!("{} replaced.", count(replaced, "generated before is", "generated before are")));
    }
    notes.join(" ")
}

pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    WEEKDAYS.iter().find(|(known, _)| *known == weekday).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Break, Club, Currency, Extra};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_in_a_break_or_with_a_matchday_stay_empty() {
        let mut plan = Plan::new("Plan", Club::named("Club"), day("2026-08-01"), Currency::GBP);
        let known = |text, origin| Matchday::on(day(text), origin);
        plan.matchdays = vec![
            known("2026-08-16", MatchdayOrigin::Imported),
            known("2026-08-26", MatchdayOrigin::Generated),
        ];
        plan.breaks.push(Break {
            name: "Internationals".into(),
            from: day("2026-08-31"),
            until: day("2026-09-08"),
            extra: Extra::new(),
        });
        let generated = weekly(&plan, day("2026-08-01"), day("2026-09-12"), Weekday::Saturday);
        let days = ["2026-08-01", "2026-08-08", "2026-08-22", "2026-08-29", "2026-09-12"].map(day).to_vec();
        assert_eq!(generated, Generated { days, in_breaks: 1, in_summers: 0, taken: 1, replaced: 1 });
    }

    #[test]
    fn a_summer_between_two_seasons_stays_empty_and_both_seasons_are_offered() {
        let plan = Plan::new("Plan", Club::named("Club"), day("2026-11-26"), Currency::GBP);
        let form = GenerateForm::new(&plan);
        let (from, to, generated) = form.read(&plan).unwrap();
        assert_eq!((from, to), (day("2026-11-26"), day("2028-05-31")));
        let summer: Vec<_> = generated.days.iter().filter(|known| (6..=7).contains(&known.month())).collect();
        assert!(summer.is_empty() && generated.in_summers > 8, "{summer:?}");
        assert_eq!(
            (generated.days.first(), generated.days.last()),
            (Some(&day("2026-11-28")), Some(&day("2028-05-27")))
        );
        // Whoever asks for days of one summer gets them.
        assert_eq!(weekly(&plan, day("2027-06-01"), day("2027-06-30"), Weekday::Saturday).days.len(), 4);
    }

    #[test]
    fn the_last_day_there_is_ends_the_search() {
        let plan = Plan::new("Plan", Club::named("Club"), Date::MAX, Currency::GBP);
        assert!(weekly(&plan, Date::MAX, Date::MAX, Date::MAX.weekday()).days.len() == 1);
        GenerateForm::new(&plan);
    }
}
