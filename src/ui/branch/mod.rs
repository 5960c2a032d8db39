//! From scenario to scenario: what is dragged onto a tab, the menu that does the same, and scenarios of other plans.

mod import;
#[cfg(test)]
mod tests;

use egui::{
    Align2, DragAndDrop, Id, LayerId, Order, Rect, Response, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

pub use import::{ImportDialog, Imported};

use crate::edit::Edit;
use crate::edit::branch::{Copied, copy, describe};
use crate::model::{Plan, Scenario, ScenarioId, words};

use super::board::DragCard;
use super::command::Command;
use super::screen::Screen;
use super::theme::{self, Tone, size, text};
use super::widgets;

/// Size of what the pointer carries, points.
const GHOST: egui::Vec2 = vec2(280.0, 48.0);

/// A move or a chart under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The scenario it is copied from.
    pub from: ScenarioId,
    /// What.
    pub what: Copied,
}

/// Begins to carry something when its drag begins.
pub(super) fn carry(response: &Response, from: &ScenarioId, what: Copied) {
    if response.drag_started() {
        response.dnd_set_drag_payload(Carried { from: from.clone(), what });
    }
}

/// What is carried that a tab could take: a move, a chart, or a card of the board.
fn carried(ui: &Ui, screen: &Screen) -> Option<Carried> {
    if let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) {
        return Some((*carried).clone());
    }
    let card = DragAndDrop::payload::<DragCard>(ui.ctx())?;
    let what = Copied::Card(card.player.clone(), card.from.clone()?);
    Some(Carried { from: screen.scenario.clone(), what })
}

/// The words that stand under the pointer while something is over a tab, and whether the tab refuses it.
type Remark = (String, bool);

fn remark_id() -> Id {
    Id::unique("over a tab")
}

/// What the tab under the pointer says to what is carried; for whoever draws it.
pub(super) fn remark(ui: &Ui) -> Option<Remark> {
    ui.ctx().data(|data| data.get_temp(remark_id()))
}

/// Has what is carried say `words` while it is over a tab, and whether the tab refuses it.
pub(super) fn say_over_tab(ui: &Ui, words: String, refused: bool) {
    ui.ctx().data_mut(|data| data.insert_temp::<Remark>(remark_id(), (words, refused)));
}

/// A move of `scenario` gives way to one that `edit` brings.
fn replaces(edit: &Edit, scenario: &Scenario) -> bool {
    match edit {
        Edit::Together { edits, .. } => edits.iter().any(|edit| replaces(edit, scenario)),
        Edit::PutMove { mv, .. } => scenario.moves.iter().any(|known| known.id == mv.id),
        _ => false,
    }
}

/// Forgets what was over a tab; before the tabs are drawn.
pub(super) fn begin_tabs(ui: &Ui) {
    ui.ctx().data_mut(|data| data.remove::<Remark>(remark_id()));
}

/// A tab under the pointer says what it would do with what is carried, and does it when it is let go.
pub(super) fn dropped_on_tab(
    ui: &Ui,
    rect: Rect,
    plan: &Plan,
    (scenario, screen): (&Scenario, &Screen),
    commands: &mut Vec<Command>,
) {
    let Some(Carried { from, what }) = carried(ui, screen) else { return };
    let over = ui.ctx().pointer_interact_pos().is_some_and(|pointer| rect.contains(pointer));
    let palette = theme::palette(ui);
    let radius = f32::from(size::RADIUS_CONTROL);
    if !over {
        if scenario.id != from {
            let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
            ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
        return;
    }
    let outcome = copy(plan, &what, &from, &scenario.id);
    let tone = palette.tone(if outcome.is_ok() { Tone::Accent } else { Tone::Bad });
    ui.painter().rect_stroke(rect, radius, Stroke::new(size::FOCUS_RING, tone.mark), StrokeKind::Inside);
    let words = match &outcome {
        Ok(edit) if replaces(edit, scenario) => format!("replaces his move in {}", scenario.name),
        Ok(_) => format!("is copied to {}", scenario.name),
        Err(refusal) => refusal.to_string(),
    };
    say_over_tab(ui, words.clone(), outcome.is_err());
    if ui.input(|input| input.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        match outcome {
            Ok(edit) => commands.extend(done(plan, edit)),
            Err(_) => commands.push(Command::Say(format!("{words}."))),
        }
    }
}

/// Draws the move or the chart that the pointer carries; a card draws itself.
pub(super) fn ghost_ui(ui: &mut Ui, plan: &Plan) {
    let Some(carried) = DragAndDrop::payload::<Carried>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let Carried { from, what } = &*carried;
    let (words, refused) =
        remark(ui).unwrap_or_else(|| ("drop on the tab of another scenario".to_owned(), false));
    let palette = theme::palette(ui);
    let rect = Rect::from_min_size(pointer + vec2(size::GAP_M, size::GAP_S), GHOST);
    let layer = LayerId::new(Order::Tooltip, Id::unique("carried copy"));
    let mut above = ui.new_child(UiBuilder::new().max_rect(rect).layer_id(layer));
    above.set_clip_rect(ui.ctx().content_rect());
    widgets::paint_ground(&above, rect, widgets::Ground::Lit, false);
    let inner = rect.shrink2(vec2(size::GAP_M, size::GAP_S));
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.5);
    let title = text::strong(describe(plan, what, from));
    widgets::paint_text(&above, upper, Align2::LEFT_CENTER, title, palette.text);
    let ink = if refused { palette.tone(Tone::Bad).text } else { palette.muted };
    widgets::paint_text(&above, lower, Align2::LEFT_CENTER, text::second(words), ink);
}

/// The lines of "Copy to…": every other scenario; one that cannot take it says why.
pub(super) fn copy_menu_ui(
    ui: &mut Ui,
    plan: &Plan,
    from: &ScenarioId,
    what: &Copied,
    commands: &mut Vec<Command>,
) {
    if plan.scenarios.len() < 2 {
        ui.add_enabled(false, egui::Button::new("There is no other scenario"));
    }
    for scenario in plan.scenarios.iter().filter(|scenario| scenario.id != *from) {
        let outcome = copy(plan, what, from, &scenario.id);
        let line = ui.add_enabled(outcome.is_ok(), egui::Button::new(&scenario.name));
        match outcome {
            Ok(edit) if line.clicked() => commands.extend(done(plan, edit)),
            Ok(_) => {}
            Err(refusal) => {
                line.on_disabled_hover_text(format!("{refusal}."));
            }
        }
    }
}

/// Does it and says so: it happens in a scenario that is not shown.
fn done(plan: &Plan, edit: Edit) -> [Command; 2] {
    let words = words::capital(&edit.label(plan));
    [Command::Edit(edit), Command::Say(format!("{words}."))]
}
