//! The targets: everyone who might come, as a table.

use egui::Ui;

use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::theme::icons;
use crate::ui::widgets;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct TargetsView {}

impl TargetsView {
    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, _scene: Scene<'_>, _commands: &mut Vec<Command>) {
        widgets::empty_state(ui, icons::TARGET, "This plan has no target yet.", None);
    }
}
