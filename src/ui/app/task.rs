//! What takes the whole window until it is done or left: setting a plan up, bringing players in.

use std::path::PathBuf;

use egui::{Context, Ui};

use super::App;
use crate::edit::{Edit, apply, propose_charts};
use crate::store;
use crate::ui::command::{Command, FileCommand, Wanted};
use crate::ui::desk::Desk;
use crate::ui::import::{Brought, Importer, KnownColumns};
use crate::ui::new_plan::{Made, NewPlan};

/// A page that stands before the plan until it is done or left.
#[expect(clippy::large_enum_variant, reason = "there is one of them")]
pub(super) enum Task {
    NewPlan(NewPlan),
    Import(Importer),
}

impl Task {
    /// Leaving would lose something; asks whether the user means to.
    pub(super) fn holds_back(&mut self) -> bool {
        match self {
            Self::NewPlan(new) => new.holds_back(),
            Self::Import(importer) => importer.holds_back(),
        }
    }
}

impl App {
    /// A dropped file is a plan, a season of fixtures, or a table of players, by what is in it.
    pub(super) fn take_dropped(&mut self, ctx: &Context, path: PathBuf) {
        match &mut self.desk {
            _ if self.task.is_some() => self.import(ctx, Some(path)),
            Some(desk) if store::open_fixtures(&path).is_ok() => desk.import_fixtures(&path),
            _ if store::looks_like_json(&path) => {
                self.commands.push(Command::File(FileCommand::OpenPath(path)));
            }
            _ => self.import(ctx, Some(path)),
        }
    }

    /// Players for what is being set up, for the open plan, or for a new one.
    pub(super) fn import(&mut self, ctx: &Context, path: Option<PathBuf>) {
        match (&mut self.task, &self.desk, path) {
            (Some(task), _, Some(path)) => match task {
                Task::NewPlan(new) => new.take_file(&path, ctx),
                Task::Import(importer) => importer.take_file(&path, ctx),
            },
            (Some(_), _, None) => {}
            (None, Some(_), path) => {
                self.task = Some(Task::Import(Importer::new(path, self.known_tables(), ctx)));
            }
            (None, None, path) => {
                let mut new = NewPlan::new(self.today);
                new.remember(self.known_tables());
                new.begin_with_players(path, ctx);
                self.task = Some(Task::NewPlan(new));
            }
        }
        ctx.request_repaint();
    }

    /// What the columns of earlier tables hold.
    pub(super) fn known_tables(&self) -> KnownColumns {
        let known = self.files.settings().tables.iter();
        known.map(|table| (table.headers.clone(), table.columns.clone())).collect()
    }

    pub(super) fn task_ui(&mut self, ui: &mut Ui) {
        let waiting = self.files.is_asking();
        let browse = Command::File(FileCommand::Browse(Wanted::Players));
        let mut fixtures = None;
        let mut learned = None;
        let done = match (&mut self.task, &self.desk) {
            (Some(Task::NewPlan(new)), _) => match new.ui(ui, waiting) {
                Made::Waiting => false,
                Made::Left => true,
                Made::Browse => {
                    self.commands.push(browse);
                    false
                }
                Made::Open(path) => {
                    self.commands.push(Command::File(FileCommand::OpenPath(path)));
                    false
                }
                // The page stays until the plan is open: the open one may have to be saved first.
                Made::Plan(plan, edits) => {
                    self.commands.push(Command::File(FileCommand::Create(plan, edits)));
                    learned = new.learned();
                    false
                }
            },
            (Some(Task::Import(importer)), Some(desk)) => match importer.ui(ui, desk.session.plan(), waiting)
            {
                Brought::Waiting => false,
                Brought::Left => true,
                Brought::Browse => {
                    self.commands.push(browse);
                    false
                }
                Brought::Edit(edit, words) => {
                    self.commands.extend(brought(desk, *edit, words));
                    learned = importer.learned();
                    true
                }
                Brought::Plan(path) => {
                    self.commands.push(Command::File(FileCommand::OpenPath(path)));
                    true
                }
                Brought::Fixtures(path) => {
                    fixtures = Some(path);
                    true
                }
            },
            _ => true,
        };
        if let (Some(path), Some(desk)) = (fixtures, &mut self.desk) {
            desk.import_fixtures(&path);
        }
        if let Some((headers, columns)) = learned {
            self.change_settings(ui.ctx(), |settings| settings.remember_table(headers, columns));
        }
        if done {
            self.task = None;
            ui.request_repaint();
        }
    }
}

/// What is said of charts that nobody drew.
pub(super) const PROPOSED: &str = "The charts are a proposal: drag to correct, or undo to begin empty.";

/// Players come in; where nobody stands on the chart yet, it is proposed as for a new plan, as a step of its own.
fn brought(desk: &Desk, edit: Edit, words: String) -> Vec<Command> {
    let plan = desk.session.plan();
    let scenario = &desk.screen.scenario;
    let nobody = desk.screen.scenario(plan).is_some_and(|known| known.charts.values().all(Vec::is_empty));
    let after = if nobody { apply(plan, &edit).ok() } else { None };
    let proposal = after.and_then(|after| propose_charts(&after, scenario));
    let words = if proposal.is_some() { format!("{words} {PROPOSED}") } else { words };
    let edits = std::iter::once(edit).chain(proposal).map(Command::Edit);
    edits.chain([Command::Say(words)]).collect()
}
