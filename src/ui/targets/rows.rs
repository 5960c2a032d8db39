//! The rows of the table, kept until the plan, the filter or the order changes.

use std::collections::HashMap;

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str, Utf32String};

use crate::model::{Date, Plan, PlayerId, Report, Scenario, ScenarioId, fold};
use crate::ui::board::Scene;

use super::column::{Column, Line, SortKey};
use super::filter::{Filters, Who};

/// By which column, and which way.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Order {
    pub(super) column: Column,
    pub(super) descending: bool,
}

impl Default for Order {
    fn default() -> Self {
        Self { column: Column::Name, descending: false }
    }
}

/// What the user asks of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Question {
    pub(super) who: Who,
    pub(super) typed: String,
    pub(super) filters: Filters,
    pub(super) order: Order,
}

/// What the rows were made for.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    version: u64,
    scenario: ScenarioId,
    day: Date,
    question: Question,
}

/// A player of the plan, by his place in it, with what else the columns read.
#[derive(Clone, Debug)]
struct Known {
    searched: Utf32String,
    /// Place of his newest report among the plan's.
    newest: Option<usize>,
    /// Place of his arrival among the scenario's moves.
    arrival: Option<usize>,
}

/// The rows.
#[derive(Debug, Default)]
pub(super) struct Rows {
    key: Option<Key>,
    /// One for each player of the plan, in its order.
    known: Vec<Known>,
    /// Places of the shown players in the plan, in the order of the table.
    shown: Vec<usize>,
    /// How many there are of whom the table is about, filtered or not.
    of: usize,
    made: u64,
}

impl Rows {
    /// Brings the rows up to date; does nothing while nothing has changed.
    pub(super) fn refresh(&mut self, scene: Scene<'_>, question: &Question) {
        let Scene { plan, scenario, screen, derived } = scene;
        let current = self.key.as_ref().is_some_and(|key| {
            key.version == derived.version()
                && key.scenario == scenario.id
                && key.day == screen.date
                && key.question == *question
        });
        if current {
            return;
        }
        let key = Key {
            version: derived.version(),
            scenario: scenario.id.clone(),
            day: screen.date,
            question: question.clone(),
        };
        let before = self.key.replace(key);
        if before.is_none_or(|key| key.version != derived.version() || key.scenario != scenario.id) {
            self.know(plan, scenario);
        }
        self.choose(plan, scenario, screen.date, question);
        self.made += 1;
    }

    /// Places of the shown players in the plan, in the order of the table.
    pub(super) fn shown(&self) -> &[usize] {
        &self.shown
    }

    /// How many there are of whom the table is about, filtered or not.
    pub(super) fn of(&self) -> usize {
        self.of
    }

    /// How often the rows were made anew, for tests that prove that they are kept.
    pub(super) fn made(&self) -> u64 {
        self.made
    }

    /// The player at a place of the plan, as the columns read him.
    pub(super) fn line<'a>(&self, scene: Scene<'a>, place: usize) -> Option<Line<'a>> {
        line_of(self.known.get(place)?, scene.plan, scene.scenario, scene.screen.date, place)
    }

    fn know(&mut self, plan: &Plan, scenario: &Scenario) {
        let mut newest: HashMap<&PlayerId, usize> = HashMap::new();
        for (at, report) in plan.reports.iter().enumerate() {
            let known = newest.entry(&report.player).or_insert(at);
            if plan.reports.get(*known).is_some_and(|known| known.newness() < report.newness()) {
                *known = at;
            }
        }
        let mut arrivals: HashMap<&PlayerId, usize> = HashMap::new();
        for (at, mv) in scenario.moves.iter().enumerate().filter(|(_, mv)| mv.kind.is_arrival()) {
            arrivals.entry(&mv.player).or_insert(at);
        }
        self.known = plan
            .players
            .iter()
            .map(|player| {
                let club = player.club.as_ref().map_or("", |club| &club.name);
                let mut searched = fold(&format!("{} {club}", player.name));
                for position in &player.positions {
                    searched.push(' ');
                    searched.push_str(&position.short().to_lowercase());
                }
                Known {
                    searched: Utf32String::from(searched),
                    newest: newest.get(&player.id).copied(),
                    arrival: arrivals.get(&player.id).copied(),
                }
            })
            .collect();
    }

    fn choose(&mut self, plan: &Plan, scenario: &Scenario, day: Date, question: &Question) {
        let Question { who, typed, filters, order } = question;
        let about: Vec<usize> = (0..self.known.len())
            .filter(|place| {
                let is_target = plan.players.get(*place).is_some_and(|player| player.is_target());
                match who {
                    Who::Targets => is_target,
                    Who::Squad => !is_target,
                    Who::All => true,
                }
            })
            .collect();
        self.of = about.len();
        let wanted = filters.wanted();
        let passing = about.into_iter().filter_map(|place| {
            let line = line_of(self.known.get(place)?, plan, scenario, day, place)?;
            wanted.takes(&line).then_some((place, line))
        });
        let passing: Vec<(usize, Line<'_>)> = passing.collect();
        let found = self.matching(passing, typed);
        let mut keyed: Vec<(SortKey, usize)> =
            found.iter().map(|(place, line)| (order.column.sort_key(line), *place)).collect();
        keyed.sort_by(|(one, _), (other, _)| one.compare(other, order.descending));
        self.shown = keyed.into_iter().map(|(_, place)| place).collect();
    }

    /// Those in whom every word typed is found; if there is nobody, those in whom their letters are, in this order.
    fn matching<'a>(&self, lines: Vec<(usize, Line<'a>)>, typed: &str) -> Vec<(usize, Line<'a>)> {
        let typed = fold(typed);
        if typed.trim().is_empty() {
            return lines;
        }
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut found = Vec::new();
        for kind in [AtomKind::Substring, AtomKind::Fuzzy] {
            let pattern = Pattern::new(typed.trim(), CaseMatching::Ignore, Normalization::Never, kind);
            found = lines
                .iter()
                .filter(|(place, _)| {
                    self.known.get(*place).is_some_and(|known| {
                        let searched: Utf32Str<'_> = known.searched.slice(..);
                        pattern.score(searched, &mut matcher).is_some()
                    })
                })
                .copied()
                .collect();
            if !found.is_empty() {
                break;
            }
        }
        found
    }
}

fn line_of<'a>(
    known: &Known,
    plan: &'a Plan,
    scenario: &'a Scenario,
    day: Date,
    place: usize,
) -> Option<Line<'a>> {
    let newest: Option<&Report> = known.newest.and_then(|at| plan.reports.get(at)).map(|report| &**report);
    let arrival = known.arrival.and_then(|at| scenario.moves.get(at));
    Some(Line { plan, player: plan.players.get(place)?, arrival, newest, day })
}
