//! The second step: the squad, from a file, from the clipboard, typed, or later.

use std::path::Path;

use egui::Ui;

use super::typed::TypedSquad;
use super::with_edit;
use crate::edit::Edit;
use crate::model::{Date, Plan};
use crate::ui::flow;
use crate::ui::theme::{size, text};
use crate::ui::widgets::segmented;

/// The most width of the step where something is typed, points.
const WIDTH: f32 = 980.0;

/// Where the squad comes from.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum From {
    /// A file or the clipboard.
    #[default]
    Table,
    /// The keyboard.
    Typed,
    /// Nowhere yet.
    Later,
}

const WAYS: [(From, &str); 3] =
    [(From::Table, "From a file or the clipboard"), (From::Typed, "Type it"), (From::Later, "Later")];

/// The squad so far, by every way that was tried.
#[derive(Debug, Default)]
pub(super) struct SquadStep {
    from: From,
    typed: TypedSquad,
    trouble: Option<String>,
}

impl SquadStep {
    #[cfg(test)]
    pub(super) fn type_for_test(&mut self, lines: &str) {
        self.from = From::Typed;
        self.typed.fill(lines, 0, 0);
    }

    pub(super) fn take_file(&mut self, _path: &Path, _ctx: &egui::Context) {
        self.from = From::Table;
    }

    /// What is read from now on is read for this plan.
    pub(super) fn follow(&mut self, _plan: Option<&Plan>, _ctx: &egui::Context) {}

    /// Something was entered that would be missed.
    pub(super) fn is_touched(&self) -> bool {
        self.typed.is_touched()
    }

    /// The club whose squad was chosen in a table.
    pub(super) fn club(&self) -> Option<String> {
        None
    }

    /// Why the plan cannot be made yet.
    pub(super) fn refusal(&self) -> Option<String> {
        self.trouble.clone().filter(|_| self.from == From::Typed)
    }

    /// What the plan will begin with.
    pub(super) fn remark(&self) -> String {
        match self.from {
            From::Typed => match self.typed.count() {
                0 => "Nobody is typed yet: the plan begins empty.".to_owned(),
                1 => "One player.".to_owned(),
                count => format!(
                    "{count} players. Charts are proposed from positions, feet and ages; one undo takes them back."
                ),
            },
            _ => "The plan begins without players. Import them whenever you like.".to_owned(),
        }
    }

    pub(super) fn complain(&mut self, complaint: String) {
        self.trouble = Some(complaint);
    }

    /// Draws the step; says whether a file is to be chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui, as_of: Date) -> bool {
        flow::column(ui, WIDTH, |ui| {
            ui.label(text::verdict("Who plays there?"));
            ui.add_space(size::GAP_XS);
            segmented(ui, "Where the squad comes from", &mut self.from, &WAYS);
            ui.add_space(size::GAP_M);
            if self.from == From::Typed {
                self.typed.ui(ui, as_of);
            }
        });
        if self.from == From::Typed {
            self.trouble = self.typed.players(as_of).err();
        }
        false
    }

    /// The plan with its squad.
    pub(super) fn join(&self, plan: Plan) -> Result<Plan, String> {
        match self.from {
            From::Typed => {
                let what = String::new;
                let players = self.typed.players(plan.as_of)?;
                let put = |player| Edit::PutPlayer { player: Box::new(player), what: what() };
                let edits = players.into_iter().map(put).collect();
                with_edit(&plan, &Edit::Together { label: "add the squad".to_owned(), edits })
            }
            From::Table | From::Later => Ok(plan),
        }
    }
}
