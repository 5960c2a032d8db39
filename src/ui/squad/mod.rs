//! The squad by position, contract and age, and who is registered.

use egui::Ui;

use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::theme::icons;
use crate::ui::widgets;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct SquadView {}

impl SquadView {
    /// The inspector is to stand beside the list.
    #[must_use]
    pub fn is_inspecting(&self) -> bool {
        false
    }

    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, _scene: Scene<'_>, _commands: &mut Vec<Command>) {
        widgets::empty_state(ui, icons::USERS, "This plan has no squad player yet.", None);
    }
}
