//! The second step: the squad, from a file, from the clipboard, typed, or later.

use std::path::Path;

use egui::{Align, Layout, Rect, Ui, UiBuilder, pos2, vec2};

use super::typed::TypedSquad;
use super::with_edit;
use crate::edit::Edit;
use crate::model::{Plan, Player};
use crate::ui::flow;
use crate::ui::import::{Ground, Preview, Wish};
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets::{empty_state, segmented};

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
    pub(super) table: Preview,
    trouble: Option<String>,
}

impl SquadStep {
    #[cfg(test)]
    pub(super) fn type_for_test(&mut self, lines: &str) {
        self.from = From::Typed;
        self.typed.fill(lines, 0, 0);
    }

    pub(super) fn take_file(&mut self, path: &Path, ctx: &egui::Context) {
        self.from = From::Table;
        self.table.take_file(path, ctx);
    }

    /// What is read is read for this plan; says what a file turned out to be.
    pub(super) fn follow(&mut self, plan: &Plan, ctx: &egui::Context) -> Wish {
        self.table.stand_on(Ground { as_of: plan.as_of, currency: plan.money.currency }, ctx);
        self.table.advance(plan, ctx)
    }

    /// Something was entered that would be missed.
    pub(super) fn is_touched(&self) -> bool {
        self.typed.is_touched() || self.table.is_touched()
    }

    /// The club whose squad was chosen in a table.
    pub(super) fn club(&self) -> Option<String> {
        self.table.single_club().filter(|_| self.from == From::Table)
    }

    /// Why the plan cannot be made yet.
    pub(super) fn refusal(&self) -> Option<String> {
        match self.from {
            From::Table => self.table.refusal().map(str::to_owned),
            From::Typed => self.trouble.clone(),
            From::Later => None,
        }
    }

    /// What the plan will begin with.
    pub(super) fn remark(&self) -> String {
        let count = match self.from {
            From::Typed => self.typed.count(),
            From::Table => self.table.coming().0,
            From::Later => 0,
        };
        match count {
            0 => "The plan begins without players. Import or add them whenever you like.".to_owned(),
            1 => "1 player comes in.".to_owned(),
            count => format!(
                "{count} players come in. Charts are proposed by position, foot and age; one undo takes them back."
            ),
        }
    }

    pub(super) fn complain(&mut self, complaint: String) {
        self.trouble = Some(complaint);
    }

    /// The file was a season of fixtures.
    pub(super) fn complain_of_fixtures(&mut self) {
        self.table.complain(
            "This is a season of fixtures, not a table of players. Create the plan first: its calendar takes them.",
        );
    }

    /// Draws the step.
    pub(super) fn ui(&mut self, ui: &mut Ui, plan: &Plan) -> Wish {
        let as_of = plan.as_of;
        let mut wish = Wish::None;
        let area = ui.available_rect_before_wrap();
        // A table takes the whole width; everything else stands in a column, and the heading over it.
        let whole = self.from == From::Table && self.table.has_table();
        let room = area.width() - 2.0 * size::GAP_XL;
        let width = if whole { room } else { room.min(WIDTH) };
        let left = area.left() + ((area.width() - width) / 2.0).round();
        let head =
            Rect::from_min_size(pos2(left, area.top() + size::GAP_M), vec2(width, size::CONTROL_HEIGHT));
        let mut top =
            ui.new_child(UiBuilder::new().max_rect(head).layout(Layout::left_to_right(Align::Center)));
        top.label(text::verdict("Who plays there?"));
        top.add_space(size::GAP_M);
        segmented(&mut top, "Where the squad comes from", &mut self.from, &WAYS);
        let rest = Rect::from_min_max(pos2(area.left(), head.bottom()), area.max);
        let mut rest = ui.new_child(UiBuilder::new().max_rect(rest).id_salt("the squad"));
        match self.from {
            From::Table => wish = self.table.ui(&mut rest, plan),
            From::Typed => flow::column(&mut rest, WIDTH, |ui| self.typed.ui(ui, as_of)),
            From::Later => flow::column(&mut rest, WIDTH, |ui| {
                empty_state(
                    ui,
                    icons::USERS,
                    "The board will be empty. Add players there one by one, or import them at any time.",
                    None,
                );
            }),
        }
        if self.from == From::Typed {
            self.trouble = self.typed.players(as_of).err();
        }
        wish
    }

    /// The plan with its squad.
    pub(super) fn join(&self, plan: Plan) -> Result<Plan, String> {
        match self.from {
            From::Typed => {
                let put = |player: Player| Edit::PutPlayer { player: player.into(), what: String::new() };
                let edits = self.typed.players(plan.as_of)?.into_iter().map(put).collect();
                with_edit(&plan, &Edit::Together { label: "add the squad".to_owned(), edits })
            }
            From::Table => match self.table.edit(&plan) {
                Some(edit) => with_edit(&plan, &edit),
                None => Ok(plan),
            },
            From::Later => Ok(plan),
        }
    }
}
