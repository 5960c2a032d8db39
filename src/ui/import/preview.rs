//! What was understood of a table, before anything of it enters a plan.

mod loaded;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Ui};

use super::KnownColumns;
use super::clubs::ClubChoice;
use super::intake::{Ground, Input, Intake, Loaded, News};
use super::people::People;
use super::source::{Choice, SourceForm, progress_ui};
use crate::edit::Edit;
use crate::model::{Club, Date, Plan, PlayerKind};
use crate::store::import::{ColumnMap, Understood, Whom};
use crate::ui::flow;
use crate::ui::theme::{size, text};

/// The most width where a file is named, points.
const SOURCE: f32 = 980.0;
/// Width of the progress bar, points.
const PROGRESS: f32 = 420.0;

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Tab {
    /// Who comes in.
    #[default]
    New,
    /// Who differs from what the plan says.
    Changed,
    /// Who may be somebody of the plan or not.
    Unsure,
    /// Who is in the plan as he is.
    Unchanged,
    /// Who comes to nothing, with a reason.
    LeftOut,
    /// What is nobody.
    Refused,
    /// What the columns hold.
    Columns,
}

/// How far a table has come.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Begun {
    #[default]
    Not,
    /// The clubs are chosen; people are looked for.
    Looking,
    /// The tab is open that has something to decide.
    Shown,
}

/// A table on its way into a plan.
#[derive(Debug, Default)]
pub(in crate::ui) struct Preview {
    intake: Intake,
    source: SourceForm,
    clubs: ClubChoice,
    people: People,
    tab: Tab,
    /// The user has chosen something about this table.
    decided: bool,
    only_doubtful: bool,
    /// What players are of whom the table does not say whose they are.
    without_club: PlayerKind,
    /// Who a data set has not seen lately comes in as well.
    former: bool,
    begun: Begun,
    /// The plan's club, day and size that people were looked for in.
    looked_in: Option<(Club, Date, usize)>,
}

/// What the preview asks for.
#[derive(Debug)]
pub(in crate::ui) enum Wish {
    None,
    /// To choose a file in a dialog.
    Browse,
    /// To open this as a plan.
    Plan(PathBuf),
    /// To bring in this season of fixtures.
    Fixtures(PathBuf),
}

impl Preview {
    /// Column maps of earlier imports.
    pub(in crate::ui) fn remember(&mut self, known: KnownColumns) {
        self.intake.remember(known);
    }

    pub(in crate::ui) fn learned(&self) -> Option<(String, ColumnMap)> {
        self.intake.learned()
    }

    pub(in crate::ui) fn take_file(&mut self, path: &Path, ctx: &Context) {
        self.intake.read(Input::File(path.to_owned()), ctx);
    }

    /// Rows are understood for this plan.
    pub(in crate::ui) fn stand_on(&mut self, ground: Ground, ctx: &Context) {
        self.intake.stand_on(ground, ctx);
    }

    /// Something was chosen about a table that would have to be chosen again.
    pub(in crate::ui) fn is_touched(&self) -> bool {
        self.decided && self.intake.loaded.is_some()
    }

    /// A table is there to be looked at; else it is still to be named.
    pub(in crate::ui) fn has_table(&self) -> bool {
        self.intake.loaded.is_some()
    }

    /// The one club whose players come in.
    pub(in crate::ui) fn single_club(&self) -> Option<String> {
        self.clubs.single(self.rows()?)
    }

    /// How many wait for the user to say who they are.
    pub(in crate::ui) fn unsure(&self) -> usize {
        self.people.lists.unsure.len()
    }

    /// How many people come in, and of how many something is changed.
    pub(in crate::ui) fn coming(&self) -> (usize, usize) {
        (self.people.new, self.people.changed)
    }

    /// How many of those who come in are targets.
    pub(in crate::ui) fn targets(&self) -> usize {
        self.people.targets
    }

    /// What is taken, as one step.
    pub(in crate::ui) fn edit(&self, plan: &Plan) -> Option<Edit> {
        self.people.edit(plan)
    }

    /// Why nothing can come in yet.
    pub(in crate::ui) fn refusal(&self) -> Option<&'static str> {
        let busy = self.intake.is_reading() || self.people.is_looking();
        let Some(loaded) = &self.intake.loaded else {
            return Some(if busy { "The table is being read." } else { "Choose a file or paste a table." });
        };
        match &loaded.rows {
            Err(_) => Some("Say under Columns which column holds the names."),
            Ok(_) if busy => Some("The table is being read."),
            Ok(_) if self.clubs.is_empty() => Some("Choose the club on the left."),
            Ok(_) if self.coming() != (0, 0) => None,
            Ok(_) if !self.people.lists.unsure.is_empty() => Some("Say under Unsure who they are."),
            Ok(_) if self.people.lists.unchanged.is_empty() => {
                Some("Nothing is ticked: tick what shall come in.")
            }
            Ok(_) => Some("The plan has all of it already, or nothing is ticked."),
        }
    }

    /// Says why what was read is of no use here.
    pub(in crate::ui) fn complain(&mut self, sentence: &str) {
        self.intake.trouble = Some(sentence.to_owned());
    }

    fn rows(&self) -> Option<&Understood> {
        self.intake.loaded.as_ref()?.rows.as_ref().ok().map(Arc::as_ref)
    }

    /// Draws it into what is left of `ui`; people are looked for in `plan`. [`Preview::advance`] comes first.
    pub(in crate::ui) fn ui(&mut self, ui: &mut Ui, plan: &Plan) -> Wish {
        if self.intake.loaded.is_none() && self.intake.is_reading() {
            self.reading_ui(ui);
            return Wish::None;
        }
        if self.intake.loaded.is_none() {
            return self.source_ui(ui);
        }
        self.loaded_ui(ui, plan);
        Wish::None
    }

    /// Takes in what the threads have worked out since the last frame.
    pub(in crate::ui) fn advance(&mut self, plan: &Plan, ctx: &Context) -> Wish {
        match self.intake.poll() {
            News::None => {}
            News::Table => self.take_table(plan, ctx),
            News::Plan(path) => return Wish::Plan(path),
            News::Fixtures(path) => return Wish::Fixtures(path),
        }
        let now = (plan.club.clone(), plan.as_of, plan.players.len());
        if self.looked_in.as_ref().is_some_and(|before| *before != now) {
            self.look(plan, ctx);
        }
        if self.people.poll(plan) && self.begun == Begun::Looking {
            self.begun = Begun::Shown;
            if self.tab == Tab::New {
                self.tab = self.first_tab();
            }
        }
        Wish::None
    }

    /// The first tab with something to decide.
    fn first_tab(&self) -> Tab {
        let lists = &self.people.lists;
        match (lists.new.len(), lists.changed, lists.unsure.len()) {
            (0, 0, 0) => Tab::New,
            (0, 0, _) => Tab::Unsure,
            (0, ..) => Tab::Changed,
            _ => Tab::New,
        }
    }

    /// Reads a pasted table to its end, for tests and pictures.
    #[cfg(test)]
    pub(in crate::ui) fn read_for_test(&mut self, text: &str, plan: &Plan) {
        let ctx = Context::default();
        self.stand_on(Ground { as_of: plan.as_of, currency: plan.money.currency }, &ctx);
        self.intake.read(Input::Pasted(text.to_owned()), &ctx);
        while self.intake.is_reading() || self.people.is_looking() {
            self.advance(plan, &ctx);
            std::thread::yield_now();
        }
    }

    /// Takes the players of every club.
    #[cfg(test)]
    pub(in crate::ui) fn take_everybody_for_test(&mut self, plan: &Plan) {
        let ctx = Context::default();
        self.clubs.take_everybody();
        self.look(plan, &ctx);
        while self.people.is_looking() {
            self.advance(plan, &ctx);
            std::thread::yield_now();
        }
    }

    /// Shows what differs, or the columns.
    #[cfg(test)]
    pub(in crate::ui) fn show_for_test(&mut self, changed: bool) {
        self.tab = if changed { Tab::Changed } else { Tab::Columns };
    }

    fn source_ui(&mut self, ui: &mut Ui) -> Wish {
        let mut choice = Choice::None;
        flow::column(ui, SOURCE, |ui| choice = self.source.ui(ui, &self.intake));
        match choice {
            Choice::None => Wish::None,
            Choice::Browse => Wish::Browse,
            Choice::Read(input) => {
                self.intake.read(input, ui.ctx());
                Wish::None
            }
        }
    }

    fn reading_ui(&mut self, ui: &mut Ui) {
        let mut stop = false;
        flow::column(ui, PROGRESS, |ui| {
            ui.add_space(size::GAP_XL);
            if let Some(name) = self.intake.file().and_then(Path::file_name) {
                ui.label(text::verdict(name.to_string_lossy().into_owned()));
            }
            stop = progress_ui(ui, &self.intake);
        });
        if stop {
            self.intake.cancel();
        }
    }

    /// A table was read, for the first time or with other columns.
    fn take_table(&mut self, plan: &Plan, ctx: &Context) {
        let Some(Loaded { rows, .. }) = &self.intake.loaded else { return };
        let Ok(rows) = rows.as_ref().map(Arc::clone) else {
            self.tab = Tab::Columns;
            return;
        };
        self.clubs.forget_search();
        if self.begun == Begun::Not {
            (self.begun, self.decided) = (Begun::Looking, false);
            self.clubs.begin(&rows, Some(&plan.club.name));
        }
        self.look(plan, ctx);
    }

    fn look(&mut self, plan: &Plan, ctx: &Context) {
        let Some(rows) = self.intake.loaded.as_ref().and_then(|loaded| loaded.rows.as_ref().ok()) else {
            return;
        };
        // A plan without players is being set up: the one club that is chosen is its own, however it is written.
        let ours = self.clubs.chosen_name().filter(|_| plan.players.is_empty());
        let whom = Whom {
            clubs: self.clubs.names(),
            ours: ours.map(|name| vec![name]),
            former: self.former,
            without_club: self.without_club,
        };
        self.people.look(plan, rows, whom, ctx);
        self.looked_in = Some((plan.club.clone(), plan.as_of, plan.players.len()));
    }

    /// Lets go of the table, to choose another.
    fn clear(&mut self) {
        self.intake.clear();
        self.people.clear();
        (self.begun, self.looked_in, self.tab) = (Begun::Not, None, Tab::New);
    }
}
