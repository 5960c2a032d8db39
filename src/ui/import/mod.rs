//! Players on their way in from other people's files: where from, what was understood, and what of it is taken.

mod changes;
mod clubs;
mod columns;
mod intake;
mod job;
mod people;
mod preview;
mod source;
mod summary;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::Ui;

pub(in crate::ui) use intake::Ground;
pub(in crate::ui) use preview::{Preview, Wish};
pub(in crate::ui) use source::typed_path;

use super::flow::{self, Chrome, Leaving, Pressed};
use crate::edit::Edit;
use crate::model::Plan;
use crate::store::import::ColumnMap;

/// What the columns of tables hold, by their headers in one line.
pub type KnownColumns = BTreeMap<String, ColumnMap>;

/// What came of the page in this frame.
#[derive(Debug)]
pub enum Brought {
    /// It is still open.
    Waiting,
    /// The user left it.
    Left,
    /// The user wants to choose a file.
    Browse,
    /// What comes into the plan, and what to say about it.
    Edit(Box<Edit>, String),
    /// The file is a plan.
    Plan(PathBuf),
    /// The file is a season of fixtures.
    Fixtures(PathBuf),
}

/// The page that brings players into the open plan.
#[derive(Debug)]
pub struct Importer {
    preview: Preview,
    leaving: Leaving,
}

impl Importer {
    /// Begins with a file, or with the question where the players come from.
    #[must_use]
    pub fn new(path: Option<PathBuf>, known: KnownColumns, ctx: &egui::Context) -> Self {
        let mut importer = Self { preview: Preview::default(), leaving: Leaving::default() };
        importer.preview.remember(known);
        if let Some(path) = path {
            importer.take_file(&path, ctx);
        }
        importer
    }

    /// What the user has corrected of the columns, to be remembered.
    #[must_use]
    pub fn learned(&self) -> Option<(String, ColumnMap)> {
        self.preview.learned()
    }

    /// Reads a file that was chosen or dropped.
    pub fn take_file(&mut self, path: &Path, ctx: &egui::Context) {
        self.preview.take_file(path, ctx);
    }

    /// Leaving would lose something; asks whether the user means to.
    pub fn holds_back(&mut self) -> bool {
        let unsaved = self.preview.is_touched();
        if unsaved {
            self.leaving.raise();
        }
        unsaved
    }

    /// Draws the page. `waiting` while another question stands over it.
    pub fn ui(&mut self, ui: &mut Ui, plan: &Plan, waiting: bool) -> Brought {
        let ground = Ground { as_of: plan.as_of, currency: plan.money.currency };
        self.preview.stand_on(ground, ui.ctx());
        let read = self.preview.advance(plan, ui.ctx());
        let remark = coming(self.preview.coming(), self.preview.targets(), self.preview.unsure());
        let chrome = Chrome {
            title: "Import players",
            steps: &[],
            at: 0,
            next: "Import",
            refused: self.preview.refusal(),
            remark: &remark,
            unsaved: self.preview.is_touched(),
        };
        let mut wish = Wish::None;
        let Self { preview, leaving } = self;
        let pressed = flow::page(ui, &chrome, leaving, waiting, |ui| wish = preview.ui(ui, plan));
        let wish = if matches!(read, Wish::None) { wish } else { read };
        match (wish, pressed) {
            (Wish::Browse, _) => Brought::Browse,
            (Wish::Plan(path), _) => Brought::Plan(path),
            (Wish::Fixtures(path), _) => Brought::Fixtures(path),
            (Wish::None, Pressed::Leave) => Brought::Left,
            (Wish::None, Pressed::Next) => match self.preview.edit(plan) {
                Some(edit) => {
                    let said = format!("Done: {}.", edit.label(plan));
                    Brought::Edit(Box::new(edit), said)
                }
                None => Brought::Waiting,
            },
            (Wish::None, _) => Brought::Waiting,
        }
    }
}

/// What comes in, in a line; `targets` are those of the new who do not belong to the squad.
fn coming((new, changed): (usize, usize), targets: usize, unsure: usize) -> String {
    let some = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let people = |count| some(count, "player");
    let arrivals = match (new.saturating_sub(targets), targets) {
        (squad, 0) => people(squad),
        (0, targets) => some(targets, "target"),
        (squad, targets) => format!("{} of the squad and {}", people(squad), some(targets, "target")),
    };
    let left_out = if unsure > 0 { format!(" {unsure} unsure, left out.") } else { String::new() };
    let coming = match (new, changed) {
        (0, 0) => return String::new(),
        (_, 0) => format!("{arrivals} will come in."),
        (0, changed) => format!("{} will be updated.", people(changed)),
        (_, changed) => format!("{arrivals} will come in, {} will be updated.", people(changed)),
    };
    coming + &left_out
}
