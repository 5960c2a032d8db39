//! What the palette offers by name: what can be done, and what the plan is made of.

use crate::model::{Date, Plan, fold, season_of, words};
use crate::ui::command::{Action, Command};
use crate::ui::screen::View;
use crate::ui::theme::icons;

/// One line of the palette.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// The icon in front.
    pub icon: &'static str,
    /// The colour of the dot that stands there instead: a scenario's, by its place among them.
    pub scenario_colour: Option<usize>,
    /// What it is called.
    pub name: String,
    /// What it is, and what else it is found by.
    pub second: String,
    /// The keys that do the same.
    pub keys: Option<egui::KeyboardShortcut>,
    /// What it does.
    pub commands: Vec<Command>,
    /// Name and second line in plain letters.
    pub searched: String,
}

impl Entry {
    pub(super) fn new(icon: &'static str, name: impl Into<String>, second: impl Into<String>) -> Self {
        let (name, second) = (name.into(), second.into());
        let searched = fold(&format!("{name} {second}"));
        Self { icon, scenario_colour: None, name, second, keys: None, commands: Vec::new(), searched }
    }

    pub(super) fn doing(self, commands: Vec<Command>) -> Self {
        Self { commands, ..self }
    }
}

/// What can be done, then the views, scenarios, units, days and players of the plan.
///
/// Without a plan only what can be done without one.
pub(super) fn all(plan: Option<&Plan>) -> Vec<Entry> {
    let listed = |action: &Action| {
        *action != Action::Palette
            && *action != Action::Find
            && !View::ALL.map(View::action).contains(action)
            && (plan.is_some() || action.needs_no_plan())
    };
    let actions = Action::ALL.into_iter().filter(listed);
    let mut entries: Vec<Entry> =
        actions.map(|action| action_entry(action, "command", Command::Do(action))).collect();
    let Some(plan) = plan else { return entries };
    entries.extend(View::ALL.map(|view| action_entry(view.action(), what_is_in(view), Command::Show(view))));
    entries.extend(plan.scenarios.iter().map(|scenario| {
        let second = if scenario.id == plan.baseline { "scenario, the baseline" } else { "scenario" };
        Entry {
            scenario_colour: Some(scenario.colour as usize),
            ..Entry::new(icons::SCENARIO, scenario.name.as_str(), second)
                .doing(vec![Command::ShowScenario(scenario.id.clone())])
        }
    }));
    entries.extend(plan.units.iter().map(|unit| {
        Entry::new(icons::USERS, unit.name.as_str(), "unit").doing(vec![
            Command::ShowWholePitch(false),
            Command::ShowUnit(unit.id.clone()),
            Command::Show(View::Board),
        ])
    }));
    entries.extend(days(plan));
    entries.extend(plan.players.iter().map(|player| {
        let mut second: Vec<String> = vec![if player.is_target() { "target" } else { "squad" }.to_owned()];
        second.extend(player.positions.iter().map(|position| position.short().to_owned()));
        second.extend(player.club.as_ref().filter(|_| player.is_target()).map(|club| club.name.clone()));
        let icon = if player.is_target() { icons::TARGET } else { icons::USER };
        Entry::new(icon, player.name.as_str(), second.join(" \u{b7} "))
            .doing(vec![Command::Show(View::Board), Command::Select(Some(player.id.clone()))])
    }));
    entries
}

/// What somebody may look for who does not know the view's name.
fn what_is_in(view: View) -> &'static str {
    match view {
        View::Board => "view \u{b7} depth charts: buy, sell, renew",
        View::Timeline => "view \u{b7} injury by injury, contract ends, arrivals",
        View::Targets => "view \u{b7} rumours, asking prices, reports",
        View::Squad => "view \u{b7} ages, contracts, wages, registration",
        View::Compare => "view \u{b7} scenarios side by side",
        View::Money => "view \u{b7} fees, wages, budgets, rates",
        View::Calendar => "view \u{b7} windows, matchdays, breaks",
        View::Assumptions => "view \u{b7} the defaults behind the figures",
    }
}

fn action_entry(action: Action, second: &str, command: Command) -> Entry {
    let name = action.text().trim_end_matches('\u{2026}');
    Entry { keys: action.shortcut(), ..Entry::new(action.icon(), name, second).doing(vec![command]) }
}

/// The days of the plan that have a name.
fn days(plan: &Plan) -> Vec<Entry> {
    let entry = |name: &str, day: Date, what: &str| {
        let second = format!("date \u{b7} {} \u{b7} {what}", words::date(day));
        Entry::new(icons::CALENDAR, name, second).doing(vec![Command::ShowDate(day)])
    };
    let today = plan.as_of;
    let next = plan.windows.iter().filter(|window| window.opens > today).min_by_key(|window| window.opens);
    let open = plan.windows.iter().filter(|window| window.closes >= today).min_by_key(|window| window.closes);
    let matchday = plan.matchdays.iter().filter(|known| known.date >= today).min_by_key(|known| known.date);
    let mut days = Vec::new();
    days.extend(next.map(|window| entry("Next window", window.opens, &format!("{} opens", window.name))));
    days.extend(
        open.map(|window| entry("Next deadline day", window.closes, &format!("{} closes", window.name))),
    );
    days.extend(matchday.map(|known| {
        let against = known.opponent.as_deref().map_or_else(String::new, |name| format!("against {name}"));
        entry("Next matchday", known.date, &against)
    }));
    days.push(entry("End of the season", season_of(today).last_day(), "contracts end"));
    days.extend(plan.windows.iter().map(|window| {
        let second =
            format!("window \u{b7} {} \u{2013} {}", words::date(window.opens), words::date(window.closes));
        Entry::new(icons::CALENDAR, window.name.as_str(), second).doing(vec![Command::ShowDate(window.opens)])
    }));
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{SAMPLES, parse};
    use crate::ui::palette::matching::by_name;

    fn sample() -> Plan {
        parse(SAMPLES[0].json.as_bytes(), "sample").unwrap()
    }

    fn first_for(typed: &str) -> Entry {
        let entries = all(Some(&sample()));
        let (sure, maybe) = by_name(&entries, typed);
        entries[*sure.first().or(maybe.first()).unwrap()].clone()
    }

    #[test]
    fn a_player_is_found_without_his_accents_and_by_a_few_letters() {
        for typed in ["guehi", "Guéhi", "mguehi", "marc g"] {
            assert_eq!(first_for(typed).name, "Marc Guéhi", "{typed}");
        }
        let (commands, id) = (first_for("guehi").commands, "marc-guehi".parse().unwrap());
        assert_eq!(commands, [Command::Show(View::Board), Command::Select(Some(id))]);
    }

    #[test]
    fn a_view_is_found_by_what_is_in_it() {
        for (typed, view) in [
            ("budget", View::Money),
            ("matchdays", View::Calendar),
            ("injury", View::Timeline),
            ("sell", View::Board),
            ("registration", View::Squad),
        ] {
            assert_eq!(first_for(typed).commands, [Command::Show(view)], "{typed}");
        }
    }

    #[test]
    fn actions_scenarios_and_units_are_found_by_their_words() {
        assert_eq!(first_for("save as").commands, [Command::Do(Action::SaveAs)]);
        assert_eq!(first_for("summer fr").name, "Summer free");
        assert!(first_for("centre-backs").commands.iter().any(|one| matches!(one, Command::ShowUnit(_))));
    }

    #[test]
    fn days_are_found_by_what_happens_on_them() {
        for (typed, day) in [
            ("next window", "2026-01-01"),
            ("deadline", "2026-02-02"),
            ("winter 2026", "2026-01-01"),
            ("end season", "2026-06-30"),
        ] {
            assert_eq!(first_for(typed).commands, [Command::ShowDate(day.parse().unwrap())], "{typed}");
        }
    }

    #[test]
    fn everything_is_offered_and_a_view_and_its_action_are_one_line() {
        let plan = sample();
        let days = 4 + plan.windows.len();
        // The palette itself is not offered.
        let expected =
            Action::ALL.len() - 2 + plan.scenarios.len() + plan.units.len() + days + plan.players.len();
        assert_eq!(all(Some(&plan)).len(), expected);
    }

    #[test]
    fn without_a_plan_only_what_needs_none_is_offered() {
        let names: Vec<String> = all(None).into_iter().map(|entry| entry.name).collect();
        assert_eq!(
            names,
            [
                "New plan",
                "Open",
                "Unsaved work",
                "Import players",
                "Light or dark",
                "Preferences",
                "Keys",
                "Show the tour",
                "Quit"
            ]
        );
    }
}
