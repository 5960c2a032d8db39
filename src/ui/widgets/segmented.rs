//! One choice of a few, side by side: "Whole pitch | Centre-backs | Full-backs".

use egui::{
    Align2, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::paint::{anchored, explain, focus_ring, line};
use crate::ui::theme::{self, size, text};

/// Lets the user choose one of `choices`; the response says whether `selected` changed.
///
/// `name` says what is being chosen and keeps the ids apart. Each choice is a radio button for screen readers.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    selected: &mut T,
    choices: &[(T, &str)],
) -> Response {
    // Size
    let padding = size::GAP_M;
    let room = ui.available_width();
    let natural: Vec<f32> = choices
        .iter()
        .map(|(_, words)| line(ui, text::body(*words), f32::INFINITY).size().x.ceil() + 2.0 * padding)
        .collect();
    let total: f32 = natural.iter().sum();
    let shrink = if total > room { room / total } else { 1.0 };
    // Allocate
    let (rect, mut response) =
        ui.allocate_exact_size(vec2((total * shrink).floor(), size::CONTROL_HEIGHT), Sense::hover());
    let group =
        UiBuilder::new().max_rect(rect).accessibility_role(Role::RadioGroup).accessibility_label(name);
    let inside = ui.new_child(group);
    // Interact and paint, choice by choice
    let palette = theme::palette(ui);
    let mut left = rect.left();
    let last = choices.len().saturating_sub(1);
    for (index, ((value, words), width)) in choices.iter().zip(natural).enumerate() {
        let right = if index == last { rect.right() } else { (left + width * shrink).round() };
        let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom()));
        left = right;
        let choice = inside.interact(cell, response.id.with((name, index)), Sense::click());
        if choice.clicked() && *selected != *value {
            *selected = *value;
            response.mark_changed();
        }
        let on = *selected == *value;
        choice.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, words));

        let round = |is_end: bool| if is_end { size::RADIUS_CONTROL } else { 0 };
        let (west, east) = (round(index == 0), round(index == last));
        let corners = CornerRadius { nw: west, sw: west, ne: east, se: east };
        if on {
            ui.painter().rect_filled(cell, corners, palette.hover);
        }
        let ink = if on || choice.hovered() { palette.text } else { palette.muted };
        let galley = line(ui, text::body(*words), cell.width() - padding);
        let elided = galley.elided;
        ui.painter().galley(anchored(ui, galley.size(), Align2::CENTER_CENTER, cell), galley, ink);
        focus_ring(ui, &choice, west.max(east).max(2));
        explain(choice.on_hover_cursor(egui::CursorIcon::PointingHand), words, elided);
    }
    let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
    ui.painter().rect_stroke(rect, CornerRadius::same(size::RADIUS_CONTROL), stroke, StrokeKind::Inside);
    response
}
