//! A choice of a few, and a mark that is set or not: both read as text until the pointer or the keyboard is on them.

use egui::{
    Align2, CursorIcon, FontSelection, Popup, PopupCloseBehavior, Rect, Response, RichText, Role, Sense,
    Stroke, StrokeKind, TextWrapMode, Ui, WidgetInfo, WidgetText, pos2, vec2,
};

use super::pane::{FIELD_PADDING, FIELD_RADIUS, ROW};
use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, Tone, size};
use crate::ui::widgets::{focus_ring, focus_ring_around, paint_text, text_width};

/// One choice of a few that reads as text and opens a list; returns what was chosen.
pub(super) fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: Option<T>,
    none: &str,
    choices: &[(T, &str)],
) -> Option<T> {
    let words = choices.iter().find(|(value, _)| Some(*value) == chosen).map_or(none, |(_, words)| words);
    let padding = f32::from(FIELD_PADDING);
    let known = chosen.is_some();
    let styled = if known {
        RichText::new(words).font(text::font(text::BODY_SIZE, Weight::Medium))
    } else {
        text::body(words)
    };
    let galley = WidgetText::from(styled.clone()).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        (ui.available_width() - 2.0 * padding - size::GAP_L).max(0.0),
        FontSelection::Default,
    );
    let wanted = vec2((galley.size().x + 2.0 * padding + size::GAP_L).ceil(), ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(words.to_owned());
        info
    });
    let (open, picked) = choices_ui(&response, chosen, choices);
    let lit = response.hovered() || response.has_focus() || open;
    let palette = theme::palette(ui);
    if lit {
        ui.painter().rect_filled(rect, FIELD_RADIUS, palette.hover);
    }
    let ink = if known { palette.text } else { palette.muted };
    let inner = rect.shrink2(vec2(padding, 0.0));
    let (covered, _) =
        paint_text(ui, inner.with_max_x(inner.right() - size::GAP_L + 2.0), Align2::LEFT_CENTER, styled, ink);
    if lit {
        let caret = Rect::from_min_max(pos2(covered.right() + 2.0, inner.top()), inner.max);
        let icon = text::icon(theme::icons::CARET_DOWN, text::LABEL_SIZE);
        paint_text(ui, caret, Align2::RIGHT_CENTER, icon, palette.muted);
    }
    focus_ring(ui, &response, FIELD_RADIUS);
    response.on_hover_cursor(CursorIcon::PointingHand);
    picked.filter(|value| Some(*value) != chosen)
}

/// The list that a choice opens; says whether it is open, and what was clicked.
fn choices_ui<T: Copy + PartialEq>(
    opener: &Response,
    chosen: Option<T>,
    choices: &[(T, &str)],
) -> (bool, Option<T>) {
    let popup = Popup::menu(opener).style(theme::menu_style).gap(2.0);
    let open = popup.is_open();
    let mut picked = None;
    popup.close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ui.spacing_mut().interact_size.y = size::CONTROL_HEIGHT - 4.0;
        ui.set_min_width(120.0);
        for (value, words) in choices {
            if ui.selectable_label(Some(*value) == chosen, *words).clicked() {
                picked = Some(*value);
            }
        }
    });
    (open, picked)
}

/// The room that [`mark_ui`] takes.
pub(super) fn mark_width(ui: &Ui, words: &str) -> f32 {
    (text_width(ui, &text::small(words)) + 2.0 * size::CHIP_PADDING).ceil()
}

/// A mark such as "estimate" that a click sets or takes away; while not set, it shows only under the pointer
/// or the keyboard, or where `beside` is.
pub(super) fn mark_ui(ui: &mut Ui, name: &str, words: &str, on: bool, beside: bool) -> bool {
    let wanted = vec2(mark_width(ui, words), ROW);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    let palette = theme::palette(ui);
    let pill = Align2::LEFT_CENTER.align_size_within_rect(vec2(rect.width(), size::CHIP_HEIGHT), rect);
    let lit = response.hovered() || response.has_focus();
    let shades = palette.tone(Tone::Neutral);
    let radius = pill.height() / 2.0;
    if on {
        ui.painter().rect_filled(pill, radius, shades.tint);
        paint_text(ui, pill, Align2::CENTER_CENTER, text::small(words), shades.text);
    } else if lit || beside {
        let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
        ui.painter().rect_stroke(pill, radius, stroke, StrokeKind::Inside);
        paint_text(ui, pill, Align2::CENTER_CENTER, text::small(words), palette.muted);
    }
    focus_ring_around(ui, &response, pill, radius as u8);
    let tip = if on {
        "The plan\u{2019}s own estimate. Click if it was reported."
    } else {
        "Click to mark it as the plan\u{2019}s own estimate."
    };
    let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(tip);
    response.clicked()
}
