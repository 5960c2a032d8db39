//! What the palette offers, and in which order.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::model::{Date, Plan, fold, words};
use crate::ui::command::{Action, Command};
use crate::ui::entry::dates;
use crate::ui::screen::{Screen, View};
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
    searched: String,
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

/// Everything there is to find: what can be done, then the views, scenarios, units and players of the plan.
///
/// Without a plan only what can be done without one.
pub(super) fn all(plan: Option<(&Plan, &Screen)>) -> Vec<Entry> {
    let listed = |action: &Action| {
        *action != Action::Palette
            && !View::ALL.map(View::action).contains(action)
            && (plan.is_some() || action.needs_no_plan())
    };
    let mut entries: Vec<Entry> = Action::ALL
        .into_iter()
        .filter(listed)
        .map(|action| action_entry(action, "", Command::Do(action)))
        .collect();
    let Some((plan, _)) = plan else { return entries };
    entries.extend(View::ALL.map(|view| action_entry(view.action(), "view", Command::Show(view))));
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

fn action_entry(action: Action, second: &str, command: Command) -> Entry {
    let name = action.text().trim_end_matches('\u{2026}');
    Entry { keys: action.shortcut(), ..Entry::new(action.icon(), name, second).doing(vec![command]) }
}

/// The day that is typed, as a line of its own.
pub(super) fn day(typed: &str, from: Date) -> Option<Entry> {
    let day = dates::parse(typed, Some(from))?;
    let entry = Entry::new(icons::CALENDAR, format!("Show {}", words::date(day)), "date");
    Some(entry.doing(vec![Command::ShowDate(day)]))
}

/// The places in `entries` that match what is typed, the best first; all of them if nothing is typed.
pub(super) fn matching(entries: &[Entry], typed: &str) -> Vec<usize> {
    let typed = fold(typed);
    if typed.trim().is_empty() {
        return (0..entries.len()).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::new(&typed, CaseMatching::Ignore, Normalization::Never, AtomKind::Fuzzy);
    let mut letters = Vec::new();
    let mut found: Vec<(u32, usize)> = entries
        .iter()
        .enumerate()
        .filter_map(|(at, entry)| {
            let score = pattern.score(Utf32Str::new(&entry.searched, &mut letters), &mut matcher)?;
            Some((score, at))
        })
        .collect();
    // Equal ones keep the order they are listed in.
    found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
    found.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{SAMPLES, parse};

    fn sample() -> (Plan, Screen) {
        let plan = parse(SAMPLES[0].json.as_bytes(), "sample").unwrap();
        let screen = Screen::of(&plan);
        (plan, screen)
    }

    fn first_for(typed: &str) -> Entry {
        let (plan, screen) = sample();
        let entries = all(Some((&plan, &screen)));
        entries[matching(&entries, typed)[0]].clone()
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
    fn actions_scenarios_and_units_are_found_by_their_words() {
        assert_eq!(first_for("save as").commands, [Command::Do(Action::SaveAs)]);
        assert_eq!(first_for("summer fr").name, "Summer free");
        assert!(first_for("centre-backs").commands.iter().any(|one| matches!(one, Command::ShowUnit(_))));
    }

    #[test]
    fn everything_is_offered_while_nothing_is_typed_and_nothing_for_nonsense() {
        let (plan, screen) = sample();
        let entries = all(Some((&plan, &screen)));
        assert_eq!(matching(&entries, "  ").len(), entries.len());
        assert!(matching(&entries, "zzqqxx").is_empty());
        // The palette itself is not offered; a view and its action are one line.
        let expected = Action::ALL.len() - 1 + plan.scenarios.len() + plan.units.len() + plan.players.len();
        assert_eq!(entries.len(), expected);
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
