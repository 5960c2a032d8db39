//! What was changed during one frame, in order.

use crate::edit::{self, Edit};
use crate::model::{Move, MoveId, Plan, Player, PlayerId, Report, ReportId, ScenarioId};
use crate::ui::command::Command;

/// Collects the edits of one frame, each made on top of those before it.
///
/// An edit holds whole objects: a field that commits because a button was clicked, and the button itself, would
/// otherwise overwrite each other when both fall into one frame.
pub(super) struct Desk<'a> {
    shown: &'a Plan,
    changed: Option<Plan>,
    commands: &'a mut Vec<Command>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(shown: &'a Plan, commands: &'a mut Vec<Command>) -> Self {
        Self { shown, changed: None, commands }
    }

    /// The plan with what was changed in this frame.
    pub(super) fn plan(&self) -> &Plan {
        self.changed.as_ref().unwrap_or(self.shown)
    }

    /// Asks for an edit; one that changes nothing is left out, one that is refused says why.
    pub(super) fn edit(&mut self, edit: Edit) -> Result<(), String> {
        let after = edit::apply(self.plan(), &edit).map_err(|error| format!("Not possible: {error}."))?;
        if after != *self.plan() {
            self.changed = Some(after);
            self.commands.push(Command::Edit(edit));
        }
        Ok(())
    }

    /// Asks for an edit of a button, which the plan as shown allows.
    pub(super) fn ask(&mut self, edit: Edit) {
        if let Err(reason) = self.edit(edit) {
            self.commands.push(Command::Say(reason));
        }
    }

    pub(super) fn command(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Changes `what` of a player.
    pub(super) fn player(&mut self, id: &PlayerId, what: &str, change: impl FnOnce(&mut Player)) {
        if let Some(before) = self.plan().player(id) {
            let mut player = before.clone();
            change(&mut player);
            self.ask(Edit::change_player(before, player, what));
        }
    }

    /// Changes a report.
    pub(super) fn report(&mut self, id: &ReportId, change: impl FnOnce(&mut Report)) {
        if let Some(report) = self.plan().report(id) {
            let mut report = Box::new(report.clone());
            change(&mut report);
            self.ask(Edit::PutReport(report));
        }
    }

    /// Changes a move of a scenario.
    pub(super) fn change_move(&mut self, scenario: &ScenarioId, id: &MoveId, change: impl FnOnce(&mut Move)) {
        let found = self.plan().scenario(scenario).and_then(|s| s.moves.iter().find(|mv| mv.id == *id));
        if let Some(mv) = found {
            let mut mv = Box::new(mv.clone());
            change(&mut mv);
            self.ask(Edit::PutMove { scenario: scenario.clone(), mv });
        }
    }
}
