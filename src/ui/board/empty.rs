//! What the board says where nobody stands yet, and what it offers to do about it.

use egui::{Align, Align2, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::Scene;
use super::drag::Stack;
use super::taken::shown_slots;
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
    let slots = shown_slots(scene);
    !slots.is_empty() && slots.into_iter().all(|slot| scene.scenario.chart(&slot.id).is_empty())
}

/// An empty slot among the columns.
pub(super) fn slot_ui(ui: &Ui, slot: &Slot, stack: &Stack) {
    let palette = theme::palette(ui);
    let wanted = vec2(stack.rect.width(), size::CARD_HEIGHT);
    let rect = Rect::from_min_size(pos2(stack.rect.left(), stack.top), wanted);
    let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
    // The lines of the pitch would cross the words.
    ui.painter().rect_filled(rect, size::RADIUS_CARD, palette.bg);
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
        "Nobody yet: add one below."
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::model::Plan;
    use crate::ui::screen::View;
    use crate::ui::testing::{click, sample, window};

    /// The sample with nobody on its charts.
    fn nobody_placed() -> Plan {
        let mut plan = sample();
        for scenario in &mut plan.scenarios {
            scenario.charts.clear();
        }
        plan
    }

    #[test]
    fn an_empty_chart_offers_to_be_proposed_and_is_silent_once_it_is() {
        let mut window = window(nobody_placed(), View::Board);
        click(&mut window, Action::ProposeCharts.text());
        let plan = window.state().desk.session.plan().clone();
        assert!(plan.scenarios[0].charts.values().any(|chart| !chart.is_empty()));
        assert!(window.query_by_label(Action::ProposeCharts.text()).is_none());
    }

    #[test]
    fn an_empty_squad_is_offered_to_be_imported_on_the_unit_and_on_the_whole_pitch() {
        let mut plan = nobody_placed();
        plan.players.clear();
        let mut window = window(plan, View::Board);
        for whole in [false, true] {
            window.state_mut().desk.screen.whole_pitch = whole;
            window.run();
            click(&mut window, Action::ImportPlayers.text());
            let said = window.state().said.last().unwrap();
            assert!(said.contains("ImportPlayers"), "{said}");
        }
        click(&mut window, Action::AddPlayer.text());
        assert_eq!(window.state().desk.session.plan().players.len(), 1);
    }

    #[test]
    fn a_slot_wishes_for_somebody_who_plays_there() {
        assert_eq!(wish(Position::Cb), "Drag a centre-back here");
        assert_eq!(wish(Position::Cm), "Drag a player here: central midfield");
    }
}
