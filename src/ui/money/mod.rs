//! What every scenario costs, window by window and season by season.

use egui::Ui;

use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::theme::icons;
use crate::ui::widgets;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct MoneyView {}

impl MoneyView {
    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, _scene: Scene<'_>, _commands: &mut Vec<Command>) {
        widgets::empty_state(ui, icons::MONEY, "Nothing in this plan costs anything yet.", None);
    }
}
