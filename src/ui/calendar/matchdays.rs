//! The list of matchdays, each with how it came into the plan, and the form for one of them.

use egui::{Align, Align2, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::generate::{GenerateForm, weekday_name};
use super::{Answer, CalendarView, answers, complaint, field, heading};
use crate::edit::Edit;
use crate::model::{Extra, Matchday, MatchdayOrigin, Plan, words};
use crate::ui::command::Command;
use crate::ui::entry;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// Height of a line, points.
const HEIGHT: f32 = 34.0;
/// Widths of its columns, points: day, home or away, competition, origin.
const DAY: f32 = 128.0;
const PLACE: f32 = 42.0;
const COMPETITION: f32 = 150.0;
const ORIGIN: f32 = 70.0;
/// Below this width the competition has less room, and below the next one none, points.
const NARROW: f32 = 640.0;
const NARROW_COMPETITION: f32 = 84.0;
const NARROWEST: f32 = 560.0;

/// A matchday that is being typed.
#[derive(Clone, Debug)]
pub(super) struct MatchdayForm {
    /// As it stands in the plan; none for a new one.
    before: Option<Matchday>,
    date: String,
    competition: String,
    opponent: String,
    home: Option<bool>,
    focused: bool,
}

impl MatchdayForm {
    fn new() -> Self {
        let [date, competition, opponent] = [const { String::new() }; 3];
        Self { before: None, date, competition, opponent, home: None, focused: false }
    }

    fn of(known: &Matchday) -> Self {
        Self {
            before: Some(known.clone()),
            date: words::date(known.date),
            competition: known.competition.clone().unwrap_or_default(),
            opponent: known.opponent.clone().unwrap_or_default(),
            home: known.home,
            focused: false,
        }
    }

    /// What is typed by hand counts as typed, also where a file once said otherwise.
    fn read(&self) -> Result<Matchday, String> {
        let date = entry::date(&self.date)?
            .ok_or_else(|| format!("Type the day, like {}.", entry::example_date()))?;
        let words = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Matchday {
            date,
            competition: words(&self.competition),
            opponent: words(&self.opponent),
            home: self.home,
            origin: MatchdayOrigin::Typed,
            extra: self.before.as_ref().map_or_else(Extra::new, |before| before.extra.clone()),
        })
    }

    fn ui(&mut self, ui: &mut Ui) -> Answer {
        let answer = widgets::card_frame(theme::palette(ui)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let day = field(ui, &mut self.date, "Day of the match", &entry::example_date(), DAY);
                if !self.focused {
                    widgets::type_over(ui.ctx(), day.id, &self.date);
                    self.focused = true;
                }
                let shown = match self.home {
                    Some(true) => "Home",
                    Some(false) => "Away",
                    None => "Home or away",
                };
                let place = widgets::combo_box("home or away").width(112.0).selected_text(shown);
                let response = place
                    .show_ui(ui, |ui| {
                        ui.selectable_value(&mut self.home, Some(true), "Home");
                        ui.selectable_value(&mut self.home, Some(false), "Away");
                        ui.selectable_value(&mut self.home, None, "Not known");
                    })
                    .response;
                response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Home or away"));
            });
            ui.horizontal(|ui| {
                let width = (ui.available_width() - size::GAP_S) / 2.0;
                field(ui, &mut self.opponent, "Opponent", "Opponent, if known", width);
                field(ui, &mut self.competition, "Competition", "Competition, like FA Cup", width);
            });
            let result = self.read();
            if let Err(words) = &result
                && !self.date.is_empty()
            {
                complaint(ui, words);
            }
            let verb = if self.before.is_some() { "Save" } else { "Add matchday" };
            answers(ui, verb, result.is_ok())
        });
        ui.add_space(size::GAP_S);
        answer.inner
    }

    fn edit(&self, plan: &Plan) -> Option<Edit> {
        let new = self.read().ok()?;
        let mut matchdays = plan.matchdays.clone();
        let what = if let Some(before) = &self.before {
            // It may have another place by now, and after an undo none.
            let known = matchdays.iter_mut().find(|known| *known == before)?;
            // What was not changed keeps its origin.
            *known = Matchday { origin: before.origin, ..new };
            if *known != *before {
                known.origin = MatchdayOrigin::Typed;
            }
            format!("change the matchday of {}", words::date(before.date))
        } else {
            let what = format!("add a matchday on {}", words::date(new.date));
            matchdays.push(new);
            what
        };
        Some(Edit::SetMatchdays { matchdays, what })
    }
}

/// Room for the heading with its buttons beside it, points.
const ROOM_FOR_BUTTONS: f32 = 430.0;

/// Draws the list with its buttons and whichever form is open.
pub(super) fn matchdays_ui(view: &mut CalendarView, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
    heading(ui, ("Matchdays", &origins(&plan.matchdays)), ROOM_FOR_BUTTONS, |ui| {
        if ui.button("Add").on_hover_text("Add a matchday by hand").clicked() {
            view.matchday = Some(MatchdayForm::new());
            view.generate = None;
        }
        if ui.button("Generate weekly\u{2026}").clicked() {
            open_generate(view, plan);
        }
        if ui.button("Import fixtures\u{2026}").clicked() {
            view.open_import(plan, None);
        }
    });
    if let Some(form) = &mut view.matchday {
        match form.ui(ui) {
            Answer::Waiting => {}
            Answer::Cancelled => view.matchday = None,
            Answer::Confirmed => {
                commands.extend(form.edit(plan).map(Command::Edit));
                view.matchday = None;
            }
        }
    }
    if let Some(form) = &mut view.generate
        && form.ui(ui, plan, commands) != Answer::Waiting
    {
        view.generate = None;
    }
    if plan.matchdays.is_empty() {
        // An open form has the primary button.
        if view.matchday.is_none() && view.generate.is_none() {
            none_ui(view, ui, plan);
        }
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("matchdays").auto_shrink(false).show_rows(
        ui,
        HEIGHT,
        plan.matchdays.len(),
        |ui, visible| {
            for place in visible {
                let Some(matchday) = plan.matchdays.get(place) else { continue };
                match line_ui(ui, plan, place, matchday) {
                    Some(Verb::Edit) => {
                        view.matchday = Some(MatchdayForm::of(matchday));
                        view.generate = None;
                    }
                    Some(Verb::Remove) => {
                        let mut matchdays = plan.matchdays.clone();
                        matchdays.remove(place);
                        let what = format!("remove the matchday of {}", words::date(matchday.date));
                        commands.push(Command::Edit(Edit::SetMatchdays { matchdays, what }));
                    }
                    None => {}
                }
            }
        },
    );
}

fn open_generate(view: &mut CalendarView, plan: &Plan) {
    view.generate = Some(GenerateForm::new(plan));
    view.matchday = None;
}

/// What a plan without matchdays offers.
fn none_ui(view: &mut CalendarView, ui: &mut Ui, plan: &Plan) {
    let words =
        "No matchdays yet, so nothing can fall short on one. Generate one a week, or import fixtures.";
    match widgets::empty_choice(ui, icons::CALENDAR, words, &["Generate weekly", "Import fixtures"]) {
        Some(0) => open_generate(view, plan),
        Some(_) => view.open_import(plan, None),
        None => {}
    }
}

/// `38 imported, 38 generated`.
fn origins(matchdays: &[Matchday]) -> String {
    let named = [
        (MatchdayOrigin::Imported, "imported"),
        (MatchdayOrigin::Generated, "generated"),
        (MatchdayOrigin::Typed, "typed"),
    ];
    let counts = named.into_iter().filter_map(|(origin, word)| {
        let count = matchdays.iter().filter(|matchday| matchday.origin == origin).count();
        (count > 0).then(|| format!("{count} {word}"))
    });
    counts.collect::<Vec<_>>().join(", ")
}

enum Verb {
    Edit,
    Remove,
}

fn line_ui(ui: &mut Ui, plan: &Plan, place: usize, matchday: &Matchday) -> Option<Verb> {
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let palette = theme::palette(ui);
    if response.contains_pointer() {
        ui.painter().rect_filled(row, f32::from(size::RADIUS_CONTROL), palette.hover);
    }
    let inner = row.shrink2(vec2(size::GAP_S, 0.0));
    // What has been played is history.
    let ink = if matchday.date < plan.as_of { palette.muted } else { palette.text };
    let mut right = inner;
    let mut cut = row.width() <= NARROWEST && matchday.competition.is_some();
    let name = day_words(matchday);
    let buttons = Rect::from_min_max(pos2(inner.right() - 2.0 * HEIGHT, inner.top()), inner.max);
    let verb = verbs_ui(ui, buttons, place, &name);
    right.max.x = buttons.left() - size::GAP_S;
    let take_right = |right: &mut Rect, width: f32| {
        let cell = Rect::from_min_max(pos2(right.right() - width, right.top()), right.max);
        right.max.x = cell.left() - size::GAP_S;
        cell
    };
    let (word, tone) = match matchday.origin {
        MatchdayOrigin::Imported => ("imported", Tone::Neutral),
        MatchdayOrigin::Generated => ("generated", Tone::Warn),
        MatchdayOrigin::Typed => ("typed", Tone::Info),
    };
    widgets::paint_chip(ui, take_right(&mut right, ORIGIN), word, tone);
    if row.width() > NARROWEST {
        let width = if row.width() > NARROW { COMPETITION } else { NARROW_COMPETITION };
        let words = text::second(matchday.competition.clone().unwrap_or_default());
        let place = take_right(&mut right, width);
        cut |= widgets::paint_text(ui, place, Align2::LEFT_CENTER, words, palette.muted).1;
    }
    let (day, rest) = right.split_left_right_at_x(right.left() + DAY);
    widgets::paint_text(ui, day, Align2::LEFT_CENTER, text::body(name), ink);
    let (place, rest) = rest.split_left_right_at_x(rest.left() + PLACE);
    let words = match matchday.home {
        Some(true) => "home",
        Some(false) => "away",
        None => "",
    };
    widgets::paint_text(ui, place, Align2::LEFT_CENTER, text::second(words), palette.muted);
    let opponent = matchday.opponent.as_deref().unwrap_or("\u{2013}");
    cut |= widgets::paint_text(ui, rest, Align2::LEFT_CENTER, text::body(opponent), ink).1;
    let stroke = egui::Stroke::new(size::HAIRLINE, palette.line);
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, stroke);
    if cut {
        let said = [matchday.opponent.as_deref(), matchday.competition.as_deref()];
        response.on_hover_text(said.into_iter().flatten().collect::<Vec<_>>().join("\n"));
    }
    verb
}

/// The buttons at the end of the line at this place.
fn verbs_ui(ui: &mut Ui, rect: Rect, place: usize, name: &str) -> Option<Verb> {
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::right_to_left(Align::Center))
        // The same while the list scrolls, so that the keyboard stays on it.
        .scope_id(Id::unique(("matchday", place)));
    let mut at_end = ui.new_child(builder);
    at_end.spacing_mut().item_spacing.x = size::GAP_XS;
    let mut verb = None;
    let side = HEIGHT - size::GAP_XS;
    if at_end.add(IconButton::new(icons::TRASH, &format!("Remove {name}")).side(side)).clicked() {
        verb = Some(Verb::Remove);
    }
    if at_end.add(IconButton::new(icons::EDIT, &format!("Change {name}")).side(side)).clicked() {
        verb = Some(Verb::Edit);
    }
    verb
}

/// `Sat 24 Jan 2026`.
fn day_words(matchday: &Matchday) -> String {
    let weekday = weekday_name(matchday.date.weekday());
    format!("{} {}", weekday.get(..3).unwrap_or_default(), words::date(matchday.date))
}
