//! What was understood of a table, before anything of it enters a plan.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Rect, Ui, UiBuilder, pos2, vec2};

use super::KnownColumns;
use super::changes::{changes_ui, unsure_ui};
use super::clubs::ClubChoice;
use super::columns::columns_ui;
use super::intake::{Ground, Input, Intake, Loaded, News};
use super::people::People;
use super::source::{Choice, SourceForm, grouped, progress_ui};
use super::summary::summary_ui;
use super::table::{Lines, Rows};
use crate::edit::Edit;
use crate::model::{Club, Date, Plan, PlayerKind};
use crate::store::import::{About, ColumnMap, Understood, Whom};
use crate::ui::flow;
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets::{self, segmented};

/// Width of the list of clubs, points.
const CLUBS: f32 = 240.0;
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

    fn loaded_ui(&mut self, ui: &mut Ui, plan: &Plan) {
        let area = ui.available_rect_before_wrap().shrink2(vec2(size::GAP_XL, size::GAP_M));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(area));
        let ui = &mut inside;
        let Some(loaded) = self.intake.loaded.clone() else { return };
        let again = self.intake.is_reading() || self.people.is_looking();
        if summary_ui(ui, &loaded, again) {
            self.clear();
            return;
        }
        ui.add_space(size::GAP_S);
        let rest = ui.available_rect_before_wrap();
        let mut right = rest;
        if let Ok(rows) = &loaded.rows {
            let left = Rect::from_min_max(rest.min, pos2(rest.left() + CLUBS, rest.bottom()));
            right.min.x = left.right() + size::GAP_XL;
            let mut list = ui.new_child(UiBuilder::new().max_rect(left).id_salt("club list"));
            if self.whose_ui(&mut list, rows) {
                self.decided = true;
                self.look(plan, list.ctx());
            }
        }
        let mut main = ui.new_child(UiBuilder::new().max_rect(right).id_salt("rows"));
        self.tabs_ui(&mut main);
        self.tab_ui(&mut main, plan, &loaded);
    }

    /// Which clubs, or whose players these are; says whether it changed.
    fn whose_ui(&mut self, ui: &mut Ui, rows: &Understood) -> bool {
        let mut changed = false;
        if !rows.names_clubs && rows.about == About::Players {
            widgets::section_heading(ui, "These players are", "");
            let kinds = [(PlayerKind::Squad, "Our squad"), (PlayerKind::Target, "Targets")];
            changed |= segmented(ui, "Whose players these are", &mut self.without_club, &kinds).changed();
        }
        if let Some(newest) = rows.newest_season {
            let season = crate::model::Season(newest);
            let words = format!("Also who was last seen before {season}");
            changed |= ui.checkbox(&mut self.former, words).changed();
        }
        if rows.names_clubs {
            changed |= self.clubs.ui(ui, rows);
        }
        changed
    }

    fn tabs_ui(&mut self, ui: &mut Ui) {
        let lists = &self.people.lists;
        let counted = [
            (Tab::New, "New", lists.new.len()),
            (Tab::Changed, "Changed", lists.changed),
            (Tab::Unsure, "Unsure", lists.unsure.len()),
            (Tab::Unchanged, "Unchanged", lists.unchanged.len()),
            (Tab::LeftOut, "Left out", lists.left_out.len()),
            (Tab::Refused, "Refused", lists.refused.len()),
        ];
        let mut names: Vec<(Tab, String)> = counted
            .into_iter()
            .filter(|(tab, _, count)| *count > 0 || *tab == Tab::New || *tab == self.tab)
            .map(|(tab, name, count)| (tab, format!("{name} {}", grouped(count))))
            .collect();
        names.push((Tab::Columns, "Columns".to_owned()));
        let choices: Vec<(Tab, &str)> = names.iter().map(|(tab, name)| (*tab, name.as_str())).collect();
        let doubtful = lists.doubtful.len();
        ui.horizontal(|ui| {
            segmented(ui, "What is shown", &mut self.tab, &choices);
            if self.tab == Tab::New && doubtful > 0 {
                ui.add_space(size::GAP_S);
                ui.checkbox(&mut self.only_doubtful, format!("Only the doubtful ({})", grouped(doubtful)));
            }
        });
        ui.add_space(size::GAP_XS);
    }

    fn tab_ui(&mut self, ui: &mut Ui, plan: &Plan, loaded: &Loaded) {
        let (tab, only_doubtful) = (self.tab, self.only_doubtful);
        let rows = match &loaded.rows {
            Ok(rows) if tab != Tab::Columns => rows,
            _ => return self.columns_ui(ui, loaded),
        };
        if tab == Tab::Unsure {
            let Some(import) = self.people.import() else { return };
            if let Some((update, decision)) = unsure_ui(ui, import, &self.people.lists.unsure) {
                self.people.decide(plan, update, decision);
                self.decided = true;
            }
            return;
        }
        let Some((import, lists)) = self.people.parts() else { return };
        let (sheet, clubs) = (&loaded.sheet, &lists.clubs);
        let one_club = tab != Tab::Refused && (self.clubs.single(rows).is_some() || !rows.names_clubs);
        let mut rows_ui = |lines| Rows { sheet, understood: rows, lines, clubs, one_club }.ui(ui);
        let changed = match tab {
            Tab::Changed => changes_ui(ui, import, plan, &lists.changes),
            Tab::New if lists.new.is_empty() => {
                let words = if self.clubs.is_empty() {
                    "Choose on the left whose players come in."
                } else {
                    "Nobody in it is new to the plan."
                };
                widgets::empty_state(ui, icons::USERS, words, None);
                false
            }
            Tab::New => {
                rows_ui(Lines::Updates(import, if only_doubtful { &lists.doubtful } else { &lists.new }))
            }
            Tab::Unchanged => rows_ui(Lines::Idle(import, &lists.unchanged)),
            Tab::LeftOut => rows_ui(Lines::Idle(import, &lists.left_out)),
            _ => rows_ui(Lines::Refused(&lists.refused)),
        };
        if changed {
            self.decided = true;
            self.people.count();
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui, loaded: &Loaded) {
        if let Some(map) = columns_ui(ui, loaded) {
            self.decided = true;
            self.intake.reread(map, ui.ctx());
        }
    }
}
