//! Rows on their way: under the pointer, onto a scenario's tab, or to the board.

use egui::{DragAndDrop, Rect, Stroke, StrokeKind, Ui};

use crate::model::{Plan, PlayerId, Scenario};
use crate::ui::board::{DragCard, Scene, paint_carried};
use crate::ui::branch;
use crate::ui::command::Command;
use crate::ui::screen::View;
use crate::ui::theme::{self, size};

/// Draws what the pointer carries.
pub(super) fn ghost_ui(ui: &mut Ui, scene: Scene<'_>) {
    let Some(card) = DragAndDrop::payload::<DragCard>(ui.ctx()) else { return };
    let words = match card.others.len() {
        0 => "to a scenario\u{2019}s tab, or over Board".to_owned(),
        others => format!("and {others} more: to a tab, or over Board"),
    };
    let (words, refused) = branch::remark(ui).unwrap_or((words, false));
    paint_carried(ui, scene, &card, &words, refused);
}

/// A card of the shelf or a row of the table over a scenario's tab: the tab says that it takes him, and asks about his
/// move there when he is dropped.
pub(in crate::ui) fn dropped_on_tab(
    ui: &Ui,
    rect: Rect,
    plan: &Plan,
    scenario: &Scenario,
    commands: &mut Vec<Command>,
) {
    let Some(card) = DragAndDrop::payload::<DragCard>(ui.ctx()).filter(|card| card.from.is_none()) else {
        return;
    };
    let over = ui.ctx().pointer_interact_pos().is_some_and(|pointer| rect.contains(pointer));
    let palette = theme::palette(ui);
    let (width, color) =
        if over { (size::FOCUS_RING, palette.accent) } else { (size::HAIRLINE, palette.line_strong) };
    let radius = f32::from(size::RADIUS_CONTROL);
    ui.painter().rect_stroke(rect, radius, Stroke::new(width, color), StrokeKind::Inside);
    if !over {
        return;
    }
    let targets: Vec<PlayerId> = card
        .everyone()
        .filter(|id| plan.player(id).is_some_and(crate::model::Player::is_target))
        .cloned()
        .collect();
    let planned = targets.iter().filter(|id| scenario.arrival_of(id).is_some()).count();
    let words = match (targets.is_empty(), planned) {
        (true, _) => "only targets can come".to_owned(),
        (false, 0) => format!("asks about his move in {}", scenario.name),
        (false, _) if targets.len() == 1 => format!("replaces his move in {}", scenario.name),
        (false, planned) => format!("replaces {planned} of their moves in {}", scenario.name),
    };
    branch::say_over_tab(ui, words, targets.is_empty());
    if !ui.input(|input| input.pointer.any_released()) {
        return;
    }
    DragAndDrop::clear_payload(ui.ctx());
    if targets.is_empty() {
        let name = plan.player(&card.player).map_or("He", |player| player.surname());
        commands.push(Command::Say(format!("{name} belongs to the squad already: only targets can come.")));
        return;
    }
    let anchor = rect.translate(egui::vec2(0.0, rect.height() + size::GAP_S));
    commands.push(Command::AskMoves { scenario: scenario.id.clone(), players: targets, anchor });
}

/// A row carried over the board's button: the board comes, and its slots take him.
pub(in crate::ui) fn carried_over_board(ui: &Ui, rect: Rect, view: View, shown: bool) -> bool {
    view == View::Board
        && !shown
        && DragAndDrop::payload::<DragCard>(ui.ctx()).is_some()
        && ui.ctx().pointer_interact_pos().is_some_and(|pointer| rect.contains(pointer))
}
