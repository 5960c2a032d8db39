//! Scenarios side by side: what each costs, what each covers, and what differs.

use egui::Ui;

use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::theme::icons;
use crate::ui::widgets;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct CompareView {}

impl CompareView {
    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, _scene: Scene<'_>, _commands: &mut Vec<Command>) {
        widgets::empty_state(ui, icons::COMPARE, "A comparison needs two scenarios.", None);
    }
}
