//! The head of a row: the player's name, and what can be done with it.

use egui::{
    Align2, EventFilter, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::rows::Row;
use crate::ui::command::time_keys;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::{paint_text, text_width};

/// A row lower than this has no room around its name, points.
const DENSE: f32 = 48.0;

/// What the name of a row was asked.
pub(super) enum NameAct {
    None,
    Select,
    Open,
    Step(isize),
}

/// The name and the line `under` it: a click selects, Enter opens, the arrows go to the next row.
pub(super) fn name_ui(
    ui: &Ui,
    rect: Rect,
    row: &Row,
    under: &str,
    selected: bool,
    take_focus: bool,
) -> NameAct {
    let palette = theme::palette(ui);
    let response = ui.interact(rect, Id::unique(("timeline row", &row.player)), Sense::click());
    response.widget_info(|| {
        let name = format!("{}, {under}", row.name).replace(icons::WARNING, "");
        WidgetInfo::selected(Role::Button, ui.is_enabled(), selected, name)
    });
    if take_focus {
        response.request_focus();
        response.scroll_to_me(None);
    }
    let around = if rect.height() < DENSE { 1.0 } else { size::GAP_XS };
    let card = rect.shrink2(vec2(0.0, around));
    if selected || response.hovered() {
        let fill = if selected { palette.raised } else { palette.surface };
        ui.painter().rect_filled(card, f32::from(size::RADIUS_CONTROL), fill);
    }
    if response.has_focus() || selected {
        let width = if response.has_focus() { size::FOCUS_RING } else { size::HAIRLINE };
        let stroke = Stroke::new(width, palette.accent);
        ui.painter().rect_stroke(card, f32::from(size::RADIUS_CONTROL), stroke, StrokeKind::Inside);
    }
    let inside = rect.shrink2(vec2(size::GAP_M, 0.0));
    let middle = inside.center().y;
    let upper = Rect::from_min_max(pos2(inside.left(), middle - 19.0), pos2(inside.right(), middle));
    let lower = Rect::from_min_max(pos2(inside.left(), middle), pos2(inside.right(), middle + 17.0));
    let whole = text_width(ui, &text::strong(&row.name)) <= upper.width();
    let name = text::strong(if whole { &row.name } else { &row.surname });
    paint_text(ui, upper, Align2::LEFT_CENTER, name, palette.text);
    let (_, under_cut) = paint_text(ui, lower, Align2::LEFT_CENTER, text::second(under), palette.muted);

    let act = name_act(ui, &response);
    if !whole || under_cut {
        response.on_hover_text(format!("{}\n{under}", row.name));
    }
    act
}

fn name_act(ui: &Ui, response: &Response) -> NameAct {
    if response.has_focus() {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |keys| ui.input_mut(|input| input.consume_shortcut(&keys));
        if pressed(time_keys::OPEN_ROW) {
            return NameAct::Open;
        } else if pressed(time_keys::NEXT_ROW) {
            return NameAct::Step(1);
        } else if pressed(time_keys::PREVIOUS_ROW) {
            return NameAct::Step(-1);
        }
    }
    if response.double_clicked() {
        NameAct::Open
    } else if response.clicked() {
        NameAct::Select
    } else {
        NameAct::None
    }
}
