//! The vocabulary of changes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::model::{
    Break, Club, Date, Formation, FormationId, Matchday, MoneySettings, Move, MoveId, Plan, Player, PlayerId,
    RegistrationRules, Report, ReportId, Scenario, ScenarioColour, ScenarioId, SlotId, Unit, UnitId, Window,
    WindowId,
};

/// Everything a user can change in a plan.
///
/// `Put…` replaces the object of the same id, or adds it at the end where there is none.
/// Ranks count from 0, the first choice, and say where the player stands afterwards.
///
/// Limitations:
///  * An edit holds whole objects, not fields: two edits of one player made apart do not merge here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Edit {
    /// Several edits as one step, carried out in order or not at all.
    Together {
        /// What the user did, as it stands after "Undo".
        label: String,
        /// The parts.
        edits: Vec<Edit>,
    },
    /// Puts another plan in the place of this one, such as an earlier version of it.
    ReplacePlan {
        /// The plan afterwards.
        plan: Box<Plan>,
        /// What the user did, as it stands after "Undo".
        label: String,
    },

    /// Names the plan.
    RenamePlan(String),
    /// Says whose squad it is.
    SetClub(Club),
    /// Sets the day on which the plan knows what it knows.
    SetAsOf(Date),
    /// Replaces the plan's notes.
    SetPlanNotes(String),
    /// Chooses the scenario that others are compared with.
    SetBaseline(ScenarioId),
    /// Replaces currency, rates and budgets.
    SetMoney(MoneySettings),
    /// Sets an assumption otherwise than the default, or with `None` back to it.
    SetAssumption {
        /// Its name in `assets/defaults.json`.
        name: String,
        /// The plan's own value.
        value: Option<f64>,
    },

    /// Adds a player or replaces him; `what` says which part of him, for the menu.
    PutPlayer {
        /// As he is afterwards.
        player: Arc<Player>,
        /// `contract`, `notes`, …
        what: String,
    },
    /// Takes a player out of the plan with his places, moves and reports.
    RemovePlayer(PlayerId),
    /// Adds or replaces a report.
    PutReport(Box<Report>),
    /// Removes a report.
    RemoveReport(ReportId),

    /// Adds or replaces a window.
    PutWindow(Window),
    /// Removes a window; moves that name it keep their date if they have one.
    RemoveWindow(WindowId),
    /// Replaces all matchdays; `what` says how, for the menu.
    SetMatchdays {
        /// All of them, afterwards.
        matchdays: Vec<Matchday>,
        /// `import 38 matchdays`, …
        what: String,
    },
    /// Replaces all breaks.
    SetBreaks(Vec<Break>),
    /// Replaces the rules of registration; none are those of the club's league.
    SetRegistration(Vec<RegistrationRules>),
    /// Adds or replaces a unit.
    PutUnit(Unit),
    /// Removes a unit that no slot belongs to.
    RemoveUnit(UnitId),
    /// Adds or replaces a formation.
    PutFormation(Formation),

    /// Adds a scenario at a place among the tabs.
    AddScenario {
        /// The new one.
        scenario: Box<Scenario>,
        /// Its place among the tabs, from 0.
        at: usize,
    },
    /// Names a scenario.
    RenameScenario {
        /// Which one.
        scenario: ScenarioId,
        /// Its new name.
        name: String,
    },
    /// Gives a scenario another colour.
    RecolourScenario {
        /// Which one.
        scenario: ScenarioId,
        /// Its new colour.
        colour: ScenarioColour,
    },
    /// Moves a scenario among the tabs.
    ReorderScenario {
        /// Which one.
        scenario: ScenarioId,
        /// Its place afterwards, from 0.
        to: usize,
    },
    /// Replaces a scenario's notes.
    SetScenarioNotes {
        /// Which one.
        scenario: ScenarioId,
        /// The new text.
        notes: String,
    },
    /// Removes a scenario; the last one stays.
    RemoveScenario(ScenarioId),
    /// Chooses a scenario's formation.
    SetFormation {
        /// Which scenario.
        scenario: ScenarioId,
        /// Its formation afterwards.
        formation: FormationId,
    },

    /// Adds or replaces a move of a scenario.
    PutMove {
        /// Which scenario.
        scenario: ScenarioId,
        /// The move afterwards.
        #[serde(rename = "move")]
        mv: Box<Move>,
    },
    /// Removes a move from a scenario.
    RemoveMove {
        /// Which scenario.
        scenario: ScenarioId,
        /// Which move.
        #[serde(rename = "move")]
        mv: MoveId,
    },

    /// Puts a player into a slot where he does not stand yet.
    Place {
        /// Whose charts.
        scenario: ScenarioId,
        /// Who.
        player: PlayerId,
        /// Where.
        slot: SlotId,
        /// His rank there.
        rank: usize,
    },
    /// Moves a player from a slot to another one, or to another rank of the same.
    Shift {
        /// Whose charts.
        scenario: ScenarioId,
        /// Who.
        player: PlayerId,
        /// From where.
        from: SlotId,
        /// Where to.
        to: SlotId,
        /// His rank there.
        rank: usize,
    },
    /// Takes a player out of a slot.
    Unplace {
        /// Whose charts.
        scenario: ScenarioId,
        /// Who.
        player: PlayerId,
        /// From where.
        slot: SlotId,
    },

    /// Takes over what another version of the plan has changed.
    Merge {
        /// What both versions began from, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        base: Option<Box<Plan>>,
        /// The other version.
        theirs: Box<Plan>,
        /// What it is called, for the menu: the name of its file.
        name: String,
    },
    /// Chooses between the two versions of a conflict.
    ResolveConflict {
        /// Its number among the plan's conflicts, from 0.
        number: usize,
        /// Which version is right.
        choice: Choice,
    },
}

impl Edit {
    /// What the user changes of a player himself: it loses the source it had.
    #[must_use]
    pub fn change_player(before: &Player, mut after: Player, what: &str) -> Self {
        after.forget_sources(before);
        Self::PutPlayer { player: after.into(), what: what.to_owned() }
    }

    /// All it does to the plan `before` is take something out of it, which is then to be seen nowhere.
    #[must_use]
    pub fn takes_away(&self, before: &Plan) -> bool {
        match self {
            Self::Together { edits, .. } => {
                !edits.is_empty() && edits.iter().all(|edit| edit.takes_away(before))
            }
            Self::PutPlayer { player, .. } => before.player(&player.id).is_some_and(|known| {
                player.injuries.len() < known.injuries.len() || player.absences.len() < known.absences.len()
            }),
            Self::SetMatchdays { matchdays, .. } => matchdays.len() < before.matchdays.len(),
            Self::SetBreaks(breaks) => breaks.len() < before.breaks.len(),
            Self::SetMoney(money) => money.rates.len() < before.money.rates.len(),
            Self::RemovePlayer(_)
            | Self::RemoveReport(_)
            | Self::RemoveWindow(_)
            | Self::RemoveUnit(_)
            | Self::RemoveScenario(_)
            | Self::RemoveMove { .. } => true,
            _ => false,
        }
    }
}
