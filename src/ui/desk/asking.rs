//! What is asked over the views, and what comes of the answers.

use egui::{Context, Rect, Ui};

use super::Desk;
use super::act::sentence;
use crate::model::{Plan, PlayerId, ScenarioId};
use crate::ui::board::{Answer, Ask, Scene};
use crate::ui::branch::{ImportDialog, Imported};
use crate::ui::command::Command;
use crate::ui::files::file_name;
use crate::ui::form::Settled;

impl Desk {
    /// A question is open: keys belong to it.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.views.board.is_asking()
            || self.views.asking.is_some()
            || self.views.settings.is_some()
            || self.views.import.is_some()
            || self.views.calendar.is_asking()
            || self.views.squad.is_asking()
            || self.views.chooser.is_open()
    }

    /// Asks which scenarios of another plan are wanted.
    pub fn import_scenarios(&mut self, other: Plan, path: &std::path::Path) {
        self.views.import = Some(ImportDialog::new(other, file_name(path)));
    }

    pub(super) fn import_ui(&mut self, ctx: &Context, plan: &Plan, commands: &mut Vec<Command>) {
        let version = self.views.derived.version();
        let Some(import) = &mut self.views.import else { return };
        match import.ui(ctx, plan, version) {
            Imported::Open => return,
            Imported::Left => {}
            Imported::Done(edit) => {
                let done = sentence(&edit.label(plan));
                commands.extend([Command::Edit(*edit), Command::Say(done)]);
            }
        }
        self.views.import = None;
    }

    pub(super) fn ask_moves(&mut self, scenario: &ScenarioId, players: &[PlayerId], anchor: Rect) {
        let plan = self.session.plan();
        let Some(scenario) = plan.scenario(scenario) else { return };
        let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
        self.views.asking = Ask::moves(scene, players, anchor);
    }

    /// The question how targets come, while it is open.
    pub(super) fn asking_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let Some(ask) = &mut self.views.asking else { return };
        let answer = plan.scenario(ask.scenario()).map_or(Answer::Cancelled, |scenario| {
            let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
            ask.ui(ui, scene)
        });
        match answer {
            Answer::Waiting => return,
            Answer::Cancelled => {}
            Answer::Confirmed(edit, _, _) => commands.push(Command::Edit(*edit)),
        }
        self.views.asking = None;
    }

    pub(super) fn settings_ui(&mut self, ctx: &Context, plan: &Plan, commands: &mut Vec<Command>) {
        let Some(settings) = &mut self.views.settings else { return };
        match settings.ui(ctx, plan) {
            Settled::Open => return,
            Settled::Left => {}
            Settled::Applied(edit) => commands.extend((*edit).map(Command::Edit)),
        }
        self.views.settings = None;
    }
}
