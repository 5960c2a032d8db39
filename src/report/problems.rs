//! What is wrong, doubtful or silently assumed in a plan: each with a place to jump to and a remedy.
//!
//! A problem is something the user can mend in the plan. The plan still opens and every number is still computed;
//! what cannot be opened at all is an error of [`crate::store`].

mod calendar;
mod chart;
mod conflict;
mod fix;
#[cfg(test)]
mod fix_tests;
mod money;
mod moves;
mod person;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;

use crate::edit::Edit;
use crate::model::{
    Date, FormationId, MoveId, Plan, Player, PlayerId, ReportId, Scenario, ScenarioId, SlotId, UnitId,
    WindowId,
};

pub use fix::Fix;

/// How bad it is, the worst first.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// The plan contradicts itself; a number that depends on it means nothing.
    Error,
    /// Probably a slip.
    Warning,
    /// Something the app assumes and the user should know.
    Hint,
}

impl Severity {
    /// As shown: `error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// What a problem is about, to jump to.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Place {
    /// The plan itself.
    Plan,
    /// A player.
    Player(PlayerId),
    /// An injury of a player, by its number in his list, from 0.
    Injury(PlayerId, usize),
    /// An absence of a player, by its number in his list, from 0.
    Absence(PlayerId, usize),
    /// A report.
    Report(ReportId),
    /// The calendar as a whole.
    Calendar,
    /// A window.
    Window(WindowId),
    /// A matchday.
    Matchday(Date),
    /// A break, by its number in the plan's list, from 0.
    Break(usize),
    /// A scenario.
    Scenario(ScenarioId),
    /// A move of a scenario.
    Move(ScenarioId, MoveId),
    /// A player in a slot's chart.
    Chart(ScenarioId, SlotId, PlayerId),
    /// A formation.
    Formation(FormationId),
    /// A unit.
    Unit(UnitId),
    /// Currency, rates, budgets.
    Money,
    /// An assumption the plan sets, by its name.
    Assumption(String),
    /// A conflict that a merge left, by its number in the plan's list, from 0.
    Conflict(usize),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan => f.write_str("plan"),
            Self::Player(player) => write!(f, "player {player}"),
            Self::Injury(player, n) => write!(f, "player {player}, injury {}", n + 1),
            Self::Absence(player, n) => write!(f, "player {player}, absence {}", n + 1),
            Self::Report(report) => write!(f, "report {report}"),
            Self::Calendar => f.write_str("calendar"),
            Self::Window(window) => write!(f, "window {window}"),
            Self::Matchday(day) => write!(f, "matchday {day}"),
            Self::Break(n) => write!(f, "break {}", n + 1),
            Self::Scenario(scenario) => write!(f, "scenario {scenario}"),
            Self::Move(scenario, mv) => write!(f, "scenario {scenario}, move {mv}"),
            Self::Chart(scenario, slot, player) => write!(f, "scenario {scenario}, slot {slot}, {player}"),
            Self::Formation(formation) => write!(f, "formation {formation}"),
            Self::Unit(unit) => write!(f, "unit {unit}"),
            Self::Money => f.write_str("money"),
            Self::Assumption(name) => write!(f, "assumption {name}"),
            Self::Conflict(n) => write!(f, "conflict {}", n + 1),
        }
    }
}

/// Something wrong, doubtful or assumed.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// What it is about.
    pub place: Place,
    /// What is the matter, in a sentence that names the player and the day.
    pub message: String,
    /// What to do about it, in a sentence.
    pub remedy: String,
    /// Edits that each take the problem away, the likeliest first; none where only the user can know.
    pub fixes: Vec<Fix>,
}

/// Every problem of a plan, the worst first, within one severity in the order of the file.
///
/// Takes time in proportion to the plan.
#[must_use]
pub fn problems(plan: &Plan) -> Vec<Problem> {
    let mut finder = Finder::new(plan);
    conflict::conflicts(&mut finder);
    chart::plan_and_formations(&mut finder);
    for player in &plan.players {
        person::player(&mut finder, player);
    }
    for report in &plan.reports {
        person::report(&mut finder, report);
    }
    for scenario in &plan.scenarios {
        chart::scenario(&mut finder, scenario);
        moves::scenario(&mut finder, scenario);
    }
    chart::charted_in_part(&mut finder);
    calendar::calendar(&mut finder);
    money::settings(&mut finder);
    finder.found.sort_by_key(|problem| problem.severity);
    finder.found
}

/// The problems of one scenario's moves, in the order of the file.
pub(super) fn moves_problems(plan: &Plan, scenario: &Scenario) -> Vec<Problem> {
    // Nobody clicks here: remedies would cost time for nothing.
    let mut finder = Finder { trying: true, ..Finder::new(plan) };
    moves::scenario(&mut finder, scenario);
    finder.found
}

/// The plan under examination and what was found in it so far.
struct Finder<'a> {
    plan: &'a Plan,
    players: HashMap<&'a str, &'a Player>,
    found: Vec<Problem>,
    /// A change is only tried out.
    trying: bool,
}

impl<'a> Finder<'a> {
    fn new(plan: &'a Plan) -> Self {
        let players = plan.players.iter().map(|player| (player.id.as_str(), player.as_ref())).collect();
        Self { plan, players, found: Vec::new(), trying: false }
    }

    fn player(&self, id: &PlayerId) -> Option<&'a Player> {
        self.players.get(id.as_str()).copied()
    }

    fn error(&mut self, place: Place, message: String, remedy: &str) {
        self.add(Severity::Error, place, message, remedy);
    }

    fn warning(&mut self, place: Place, message: String, remedy: &str) {
        self.add(Severity::Warning, place, message, remedy);
    }

    fn hint(&mut self, place: Place, message: String, remedy: &str) {
        self.add(Severity::Hint, place, message, remedy);
    }

    fn add(&mut self, severity: Severity, place: Place, message: String, remedy: &str) {
        self.found.push(Problem { severity, place, message, remedy: remedy.to_owned(), fixes: Vec::new() });
    }

    /// Offers edits that, as one step, take the problem found last away.
    fn offer(&mut self, label: String, edits: Vec<Edit>) {
        if let Some(problem) = self.found.last_mut().filter(|_| !self.trying) {
            problem.fixes.push(Fix::new(label, edits));
        }
    }

    /// What `look` finds, kept apart from what was found so far; nothing is offered meanwhile.
    fn trying(&mut self, look: impl FnOnce(&mut Self)) -> Vec<Problem> {
        let before = std::mem::take(&mut self.found);
        let trying = std::mem::replace(&mut self.trying, true);
        look(self);
        self.trying = trying;
        std::mem::replace(&mut self.found, before)
    }
}

/// The name, or the id where there is none.
fn name(player: &Player) -> &str {
    if player.name.trim().is_empty() { player.id.as_str() } else { player.name.trim() }
}
