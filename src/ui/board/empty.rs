//! What the board says where nobody stands yet, and what it offers to do about it.

use egui::{Align, Align2, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::Scene;
use super::drag::Stack;
use crate::model::{Player, Position, Slot};
use crate::ui::command::{Action, Command};
use crate::ui::theme::{self, size, text};
use crate::ui::widgets::{self, Ground, PrimaryButton, elided};

/// Height of the offer under an empty chart, points.
const OFFER: f32 = 50.0;

/// Under a chart without anybody: what fills it at once. Returns what is left of `area` for the chart.
pub(super) fn offer_ui(ui: &mut Ui, area: Rect, scene: Scene<'_>, commands: &mut Vec<Command>) -> Rect {
    if !is_empty(scene) {
        return area;
    }
    let (words, actions): (_, &[Action]) = if scene.plan.players.iter().any(|player| !player.is_target()) {
        ("Nobody stands here yet.", &[Action::ProposeCharts])
    } else {
        ("The squad is empty.", &[Action::ImportPlayers, Action::AddPlayer])
    };
    let (chart, place) = area.split_top_bottom_at_y(area.bottom() - OFFER);
    widgets::paint_ground(ui, place, Ground::Card, false);
    let inside = place.shrink2(vec2(size::GAP_M, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout).id_salt("empty chart"));
    for (at, action) in actions.iter().enumerate().rev() {
        let pressed = if at == 0 {
            line.add(PrimaryButton::new(action.text())).clicked()
        } else {
            line.button(action.text()).clicked()
        };
        if pressed {
            commands.push(Command::Do(*action));
        }
    }
    line.with_layout(Layout::left_to_right(Align::Center), |ui| elided(ui, text::body(words)));
    chart.with_max_y(chart.bottom() - size::GAP_S)
}

/// Nobody stands in any slot that is shown.
fn is_empty(scene: Scene<'_>) -> bool {
    let Scene { plan, scenario, screen, .. } = scene;
    let is_empty = |slot: &Slot| scenario.chart(&slot.id).is_empty();
    if screen.whole_pitch {
        plan.formation_of(scenario).is_some_and(|formation| formation.slots.iter().all(is_empty))
    } else {
        let slots = plan.slots_of(scenario, &screen.unit);
        !slots.is_empty() && slots.into_iter().all(is_empty)
    }
}

/// An empty slot among the columns.
pub(super) fn slot_ui(ui: &Ui, slot: &Slot, stack: &Stack) {
    let palette = theme::palette(ui);
    let wanted = vec2(stack.rect.width(), size::CARD_HEIGHT);
    let rect = Rect::from_min_size(pos2(stack.rect.left(), stack.top), wanted);
    let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
    widgets::dashed_rect(ui.painter(), rect, size::RADIUS_CARD, stroke);
    let words = text::second(wish(slot.position));
    widgets::paint_text(ui, rect.shrink(size::GAP_S), Align2::CENTER_CENTER, words, palette.muted);
}

/// `Drag a centre-back here`.
fn wish(position: Position) -> String {
    match position {
        Position::Gk
        | Position::Rb
        | Position::Cb
        | Position::Lb
        | Position::Rwb
        | Position::Lwb
        | Position::St => format!("Drag a {} here", position.name()),
        _ => format!("Drag a player here: {}", position.name()),
    }
}

/// What the shelf says in place of the targets it has none of.
pub(super) fn no_target(filtered: bool) -> &'static str {
    if filtered { "Nobody matches." } else { "No target yet: add one below." }
}

/// What the shelf says in place of squad players it has none of.
pub(super) fn no_squad<'a>(mut players: impl Iterator<Item = &'a Player>, filtered: bool) -> &'static str {
    if filtered {
        "Nobody matches."
    } else if players.any(|player| !player.is_target()) {
        "Everyone has a place."
    } else {
        "No squad player yet: add one below."
    }
}
