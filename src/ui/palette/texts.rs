//! What is written in the plan: reports and notes, found by their words.

use std::collections::HashMap;

use crate::model::{Plan, PlayerId, fold, words};
use crate::ui::command::Command;
use crate::ui::inspector::Spot;
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
    source: Source,
}

/// Where a text stands, by places in the plan's lists.
#[derive(Clone, Copy, Debug)]
enum Source {
    Report(usize),
    Player(usize),
    Injury(usize, usize),
    Absence(usize, usize),
    Scenario(usize),
    Move(usize, usize),
    Plan,
}

/// A text as it is shown, and what leads to it.
struct Told<'a> {
    written: &'a str,
    icon: &'static str,
    second: String,
    commands: Vec<Command>,
}

impl Texts {
    /// Reads the plan. Takes time in proportion to what is written in it.
    pub(super) fn of(plan: &Plan) -> Self {
        let names: HashMap<&str, &str> =
            plan.players.iter().map(|player| (player.id.as_str(), player.name.as_str())).collect();
        let reports = (0..plan.reports.len()).map(Source::Report);
        let players = plan.players.iter().enumerate().flat_map(|(at, player)| {
            let injuries = (0..player.injuries.len()).map(move |n| Source::Injury(at, n));
            let absences = (0..player.absences.len()).map(move |n| Source::Absence(at, n));
            std::iter::once(Source::Player(at)).chain(injuries).chain(absences)
        });
        let scenarios = plan.scenarios.iter().enumerate().flat_map(|(at, scenario)| {
            let moves = (0..scenario.moves.len()).map(move |n| Source::Move(at, n));
            std::iter::once(Source::Scenario(at)).chain(moves)
        });
        let sources = reports.chain(players).chain(scenarios).chain([Source::Plan]);
        let all = sources.filter_map(|source| {
            let (written, second) = source.words(plan, &names)?;
            let report = matches!(source, Source::Report(_));
            let said = report || !written.trim().is_empty();
            said.then(|| Text { folded: fold(&format!("{written} {second}")), source })
        });
        Self { all: all.collect() }
    }

    /// The texts that have every word of what is typed, in the order of the plan.
    pub(super) fn matching(&self, plan: &Plan, typed: &str) -> Vec<Entry> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        if typed.trim().len() < LEAST_LETTERS {
            return Vec::new();
        }
        let has_all = |text: &&Text| words.iter().all(|word| text.folded.contains(word));
        let found = self.all.iter().filter(has_all).take(MOST);
        let first = words.first().copied().unwrap_or_default();
        found.filter_map(|text| Some(text.source.told(plan)?.entry(first))).collect()
    }
}

impl Source {
    /// What is written, and what stands beside it.
    fn words<'a>(self, plan: &'a Plan, names: &HashMap<&str, &str>) -> Option<(&'a str, String)> {
        let name = |id: &PlayerId| names.get(id.as_str()).copied().unwrap_or_default();
        Some(match self {
            Self::Report(at) => {
                let report = plan.reports.get(at)?;
                let (about, outlet) = (name(&report.player), &report.outlet);
                (
                    &report.claim,
                    format!("report \u{b7} {about} \u{b7} {outlet}, {}", words::date(report.date)),
                )
            }
            Self::Player(at) => {
                let player = plan.players.get(at)?;
                (&player.notes, format!("note \u{b7} {}", player.name))
            }
            Self::Injury(at, n) => {
                let player = plan.players.get(at)?;
                let words = player.injuries.get(n)?.description.as_deref().unwrap_or_default();
                (words, format!("injury \u{b7} {}", player.name))
            }
            Self::Absence(at, n) => {
                let player = plan.players.get(at)?;
                let words = player.absences.get(n)?.note.as_deref().unwrap_or_default();
                (words, format!("absence \u{b7} {}", player.name))
            }
            Self::Scenario(at) => {
                let scenario = plan.scenarios.get(at)?;
                (&scenario.notes, format!("note \u{b7} {}", scenario.name))
            }
            Self::Move(at, n) => {
                let scenario = plan.scenarios.get(at)?;
                let mv = scenario.moves.get(n)?;
                let about = name(&mv.player);
                (&mv.notes, format!("note \u{b7} {}: {} {about}", scenario.name, mv.kind.name()))
            }
            Self::Plan => (&plan.notes, "note \u{b7} plan".to_owned()),
        })
    }

    fn told(self, plan: &Plan) -> Option<Told<'_>> {
        // Only those that are listed are looked up this way.
        let known = self.player(plan).and_then(|id| plan.player(id));
        let names = known.map(|player| (player.id.as_str(), player.name.as_str())).into_iter().collect();
        let (written, second) = self.words(plan, &names)?;
        let icon = match self {
            Self::Report(_) => icons::REPORT,
            Self::Injury(..) | Self::Absence(..) => icons::INJURY,
            _ => icons::NOTE,
        };
        Some(Told { written, icon, second, commands: self.jump(plan)? })
    }

    /// Whom it is about.
    fn player(self, plan: &Plan) -> Option<&PlayerId> {
        match self {
            Self::Report(at) => Some(&plan.reports.get(at)?.player),
            Self::Player(at) | Self::Injury(at, _) | Self::Absence(at, _) => Some(&plan.players.get(at)?.id),
            Self::Move(at, n) => Some(&plan.scenarios.get(at)?.moves.get(n)?.player),
            Self::Scenario(_) | Self::Plan => None,
        }
    }

    /// What leads to it. With nobody selected the inspector shows the notes of the plan and the scenario.
    fn jump(self, plan: &Plan) -> Option<Vec<Command>> {
        let spot = match self {
            Self::Report(at) => Spot::Report(plan.reports.get(at)?.id.clone()),
            Self::Player(_) => Spot::Notes,
            Self::Injury(_, n) => Spot::Injury(n),
            Self::Absence(_, n) => Spot::Absence(n),
            Self::Scenario(_) => Spot::ScenarioNotes,
            Self::Move(at, n) => Spot::Move(plan.scenarios.get(at)?.moves.get(n)?.id.clone()),
            Self::Plan => Spot::PlanNotes,
        };
        let scenario = match self {
            Self::Scenario(at) | Self::Move(at, _) => plan.scenarios.get(at),
            _ => None,
        };
        let mut commands = vec![Command::Show(View::Board)];
        commands.extend(scenario.map(|scenario| Command::ShowScenario(scenario.id.clone())));
        commands.extend([Command::Select(self.player(plan).cloned()), Command::Reveal(spot)]);
        Some(commands)
    }
}

impl Told<'_> {
    fn entry(self, word: &str) -> Entry {
        let line = self.written.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = if line.is_empty() { "Nothing but the source".to_owned() } else { excerpt(&line, word) };
        Entry::new(self.icon, line, self.second).doing(self.commands)
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
            let found = texts.matching(&plan, &typed);
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
            let found = texts.matching(&plan, typed);
            assert_eq!(found.len(), usize::from(typed != "konates agent march"), "{typed}");
            assert!(found.iter().all(|entry| entry.commands.contains(&scenario(at))), "{typed}");
        }
        assert!(texts.matching(&plan, "zzqqxx").is_empty());
        assert!(texts.matching(&plan, "a").is_empty(), "one letter is no question");
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
        assert_eq!(Texts::of(&plan).matching(&plan, "leoni").len(), MOST);
    }
}
