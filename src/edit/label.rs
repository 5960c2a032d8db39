//! What an edit is called in the Edit menu: "Undo move Guéhi to left centre-back".

use crate::model::{MoveKind, Plan, PlayerId, ScenarioId, SlotId, words};

use super::{Choice, Edit};

impl Edit {
    /// What the user did, to stand after "Undo" and "Redo"; `before` is the plan it was done to.
    #[must_use]
    pub fn label(&self, before: &Plan) -> String {
        match self {
            Self::Together { label, .. } | Self::ReplacePlan { label, .. } => label.clone(),
            Self::RenamePlan(name) => format!("rename the plan to {}", name.trim()),
            Self::SetClub(club) => format!("set the club to {}", club.name),
            Self::SetAsOf(day) => format!("set the as-of date to {}", words::date(*day)),
            Self::SetPlanNotes(_) => "edit the plan\u{2019}s notes".to_owned(),
            Self::SetBaseline(id) => format!("compare with {}", scenario(before, id)),
            Self::SetMoney(_) => "change the money settings".to_owned(),
            Self::SetAssumption { name, value: Some(_) } => format!("change the assumption {name}"),
            Self::SetAssumption { name, value: None } => format!("reset the assumption {name}"),
            Self::PutPlayer { player, what } if self.takes_away(before) => {
                format!("remove {}\u{2019}s {what}", player.surname())
            }
            Self::PutPlayer { player, what } => match before.player(&player.id) {
                Some(_) => format!("change {}\u{2019}s {what}", player.surname()),
                None => format!("add {}", player.name),
            },
            Self::RemovePlayer(id) => format!("remove {}", surname(before, id)),
            Self::PutReport(report) => {
                let verb = if before.report(&report.id).is_some() { "edit" } else { "add" };
                format!("{verb} a report about {}", surname(before, &report.player))
            }
            Self::RemoveReport(id) => match before.report(id) {
                Some(report) => format!("remove a report about {}", surname(before, &report.player)),
                None => "remove a report".to_owned(),
            },
            Self::PutWindow(window) => {
                let verb = if before.window(&window.id).is_some() { "change" } else { "add" };
                format!("{verb} the window {}", window.name)
            }
            Self::RemoveWindow(id) => {
                let name = before.window(id).map_or(id.as_str(), |window| &window.name);
                format!("remove the window {name}")
            }
            Self::SetMatchdays { what, .. } => what.clone(),
            Self::SetBreaks(breaks) if self.takes_away(before) => {
                let gone = before.breaks.iter().find(|known| !breaks.contains(known));
                format!("remove the break {}", gone.map_or("", |gone| gone.name.as_str()))
            }
            Self::SetBreaks(_) => "change the breaks".to_owned(),
            Self::SetRegistration(_) => "change the rules of registration".to_owned(),
            Self::PutUnit(unit) => format!("change the unit {}", unit.name),
            Self::RemoveUnit(id) => format!("remove the unit {id}"),
            Self::PutFormation(formation) => format!("change the formation {}", formation.name),
            Self::AddScenario { scenario, .. } => format!("add the scenario {}", scenario.name),
            Self::RenameScenario { scenario: id, name } => {
                format!("rename {} to {}", scenario(before, id), name.trim())
            }
            Self::RecolourScenario { scenario: id, colour } => {
                format!("colour {} {}", scenario(before, id), colour.name())
            }
            Self::ReorderScenario { scenario: id, .. } => format!("move the tab {}", scenario(before, id)),
            Self::SetScenarioNotes { scenario: id, .. } => {
                format!("edit the notes of {}", scenario(before, id))
            }
            Self::RemoveScenario(id) => format!("delete the scenario {}", scenario(before, id)),
            Self::SetFormation { formation, .. } => {
                let name = before.formation(formation).map_or(formation.as_str(), |known| &known.name);
                format!("play {name}")
            }
            Self::PutMove { scenario, mv } => {
                let who = surname(before, &mv.player);
                let known =
                    before.scenario(scenario).and_then(|s| s.moves.iter().find(|known| known.id == mv.id));
                match mv.kind {
                    kind if known.is_some_and(|known| known.kind == kind) => {
                        format!("change the move of {who}")
                    }
                    MoveKind::Buy => format!("plan to buy {who}"),
                    MoveKind::FreeTransfer => format!("plan a free transfer of {who}"),
                    MoveKind::PreContract => format!("plan a pre-contract with {who}"),
                    MoveKind::LoanIn => format!("plan to borrow {who}"),
                    MoveKind::LoanOut => format!("plan to lend out {who}"),
                    MoveKind::Sell => format!("plan to sell {who}"),
                    MoveKind::Renew => format!("plan to renew with {who}"),
                    MoveKind::Release => format!("plan to release {who}"),
                }
            }
            Self::RemoveMove { scenario, mv } => {
                let about =
                    before.scenario(scenario).and_then(|s| s.moves.iter().find(|known| known.id == *mv));
                match about {
                    Some(mv) => format!("drop the move of {}", surname(before, &mv.player)),
                    None => "drop a move".to_owned(),
                }
            }
            Self::Place { player, slot: to, .. } => {
                format!("put {} at {}", surname(before, player), slot(before, to))
            }
            Self::Shift { player, from, to, rank, .. } if from == to => {
                format!(
                    "make {} {} at {}",
                    surname(before, player),
                    words::choice(rank + 1),
                    slot(before, to)
                )
            }
            Self::Shift { player, to, .. } => {
                format!("move {} to {}", surname(before, player), slot(before, to))
            }
            Self::Unplace { player, slot: from, .. } => {
                format!("take {} out of {}", surname(before, player), slot(before, from))
            }
            Self::Merge { name, .. } => format!("merge with {name}"),
            Self::ResolveConflict { choice: Choice::AsItIs, .. } => "settle a conflict as it is".to_owned(),
            Self::ResolveConflict { choice, .. } => {
                let choice = match choice {
                    Choice::Ours => "ours",
                    Choice::Theirs => "theirs",
                    Choice::Both | Choice::AsItIs => "both",
                };
                format!("settle a conflict with {choice}")
            }
        }
    }
}

fn surname<'a>(plan: &'a Plan, id: &'a PlayerId) -> &'a str {
    plan.player(id).map_or(id.as_str(), |player| player.surname())
}

fn scenario<'a>(plan: &'a Plan, id: &'a ScenarioId) -> &'a str {
    plan.scenario(id).map_or(id.as_str(), |scenario| &scenario.name)
}

fn slot(plan: &Plan, id: &SlotId) -> String {
    plan.formations
        .iter()
        .find_map(|formation| formation.slot(id))
        .map_or_else(|| id.to_string(), |slot| slot.name.to_lowercase())
}
