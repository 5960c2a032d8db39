//! What is written in the plan: reports and notes, found by their words.

use crate::model::{Plan, fold};
use crate::ui::command::Command;
use crate::ui::screen::View;
use crate::ui::theme::icons;

use super::entries::Entry;

/// Fewer letters than these find nothing: too much would match.
const LEAST_LETTERS: usize = 3;
/// How many texts are found at most.
const MOST: usize = 200;
/// How many letters of a text stand before the first word that was found.
const BEFORE: usize = 24;

/// Every report and note of a plan in plain letters.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: Vec<Text>,
}

#[derive(Debug)]
struct Text {
    /// In plain letters, what is searched.
    folded: String,
    /// As it is written.
    written: String,
    icon: &'static str,
    second: String,
    commands: Vec<Command>,
}

impl Texts {
    /// Reads the plan. Takes time in proportion to what is written in it.
    pub(super) fn of(plan: &Plan) -> Self {
        let names: std::collections::HashMap<&str, &str> =
            plan.players.iter().map(|player| (player.id.as_str(), player.name.as_str())).collect();
        let mut all = Vec::new();
        let mut add = |written: &str, icon, second: String, commands| {
            if !written.trim().is_empty() {
                let folded = fold(&format!("{written} {second}"));
                all.push(Text { folded, written: written.to_owned(), icon, second, commands });
            }
        };
        for report in &plan.reports {
            let about = names.get(report.player.as_str()).copied().unwrap_or_default();
            let second =
                format!("report \u{b7} {about} \u{b7} {}, {}", report.outlet_words(), report.day_words());
            let commands = vec![Command::Show(View::Board), Command::Select(Some(report.player.clone()))];
            add(&report.claim, icons::REPORT, second, commands);
        }
        for player in &plan.players {
            let commands = vec![Command::Show(View::Board), Command::Select(Some(player.id.clone()))];
            add(&player.notes, icons::NOTE, format!("note \u{b7} {}", player.name), commands);
        }
        for scenario in &plan.scenarios {
            let shown = || vec![Command::Show(View::Board), Command::ShowScenario(scenario.id.clone())];
            let mut commands = shown();
            commands.push(Command::Select(None));
            add(&scenario.notes, icons::NOTE, format!("note \u{b7} {}", scenario.name), commands);
            for mv in &scenario.moves {
                let about = names.get(mv.player.as_str()).copied().unwrap_or_default();
                let second = format!("note \u{b7} {}: {} {about}", scenario.name, mv.kind.name());
                let mut commands = shown();
                commands.push(Command::Select(Some(mv.player.clone())));
                add(&mv.notes, icons::NOTE, second, commands);
            }
        }
        // With nobody selected the inspector shows the plan's and the scenario's notes.
        let commands = vec![Command::Show(View::Board), Command::Select(None)];
        add(&plan.notes, icons::NOTE, "note \u{b7} plan".to_owned(), commands);
        Self { all }
    }

    /// The texts that have every word of what is typed, in the order of the plan.
    pub(super) fn matching(&self, typed: &str) -> Vec<Entry> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        if typed.trim().len() < LEAST_LETTERS {
            return Vec::new();
        }
        let has_all = |text: &&Text| words.iter().all(|word| text.folded.contains(word));
        let found = self.all.iter().filter(has_all).take(MOST);
        found.map(|text| text.entry(words.first().copied().unwrap_or_default())).collect()
    }
}

impl Text {
    fn entry(&self, word: &str) -> Entry {
        let line = self.written.split_whitespace().collect::<Vec<_>>().join(" ");
        Entry::new(self.icon, excerpt(&line, word), self.second.clone()).doing(self.commands.clone())
    }
}

/// A text from a little before the word on.
fn excerpt(line: &str, word: &str) -> String {
    let folded = fold(line);
    // Folding changes the number of bytes, seldom that of letters: good enough for where to begin.
    let at = folded.find(word).map_or(0, |at| folded.get(..at).map_or(0, |before| before.chars().count()));
    if at <= BEFORE {
        return line.to_owned();
    }
    let rest: String = line.chars().skip(at - BEFORE).collect();
    let from_word = rest.split_once(' ').map_or(rest.as_str(), |(_, rest)| rest);
    format!("\u{2026} {from_word}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{SAMPLES, parse};

    fn sample() -> Plan {
        parse(SAMPLES[0].json.as_bytes(), "sample").unwrap()
    }

    #[test]
    fn a_report_is_found_by_any_of_its_words_its_outlet_and_its_player() {
        let plan = sample();
        let texts = Texts::of(&plan);
        for report in &plan.reports {
            let about = plan.player(&report.player).unwrap();
            let typed = format!("{} {}", report.outlet, about.surname());
            let found = texts.matching(&typed);
            let select = Command::Select(Some(report.player.clone()));
            assert!(found.iter().any(|entry| entry.commands.contains(&select)), "{typed}");
        }
    }

    #[test]
    fn notes_of_players_scenarios_and_moves_are_found_without_their_accents() {
        let mut plan = sample();
        plan.scenarios[1].notes = "Ask Konaté's agent in March.".to_owned();
        plan.scenarios[0].moves[0].notes = "Only if Palace find a successor.".to_owned();
        let texts = Texts::of(&plan);
        let scenario = |at: usize| Command::ShowScenario(plan.scenarios[at].id.clone());
        for (typed, at) in [("konates agent march", 1), ("KONATE'S AGENT", 1), ("palace successor", 0)] {
            let found = texts.matching(typed);
            assert_eq!(found.len(), usize::from(typed != "konates agent march"), "{typed}");
            assert!(found.iter().all(|entry| entry.commands.contains(&scenario(at))), "{typed}");
        }
        assert!(texts.matching("zzqqxx").is_empty());
        assert!(texts.matching("a").is_empty(), "one letter is no question");
    }

    #[test]
    fn a_long_text_begins_a_little_before_the_word() {
        let line = "Nobody knows what happens to him before the winter window opens in January.";
        assert_eq!(excerpt(line, "winter"), "\u{2026} to him before the winter window opens in January.");
        assert_eq!(excerpt(line, "knows"), line);
    }

    #[test]
    fn a_plan_with_thousands_of_reports_answers_and_lists_no_more_than_can_be_read() {
        let mut plan = sample();
        let report = plan.reports[0].clone();
        plan.reports = vec![report; 50_000];
        assert_eq!(Texts::of(&plan).matching("leoni").len(), MOST);
    }
}
