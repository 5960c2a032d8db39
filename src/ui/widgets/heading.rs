//! Headings and lines of text.

use egui::{Align, Label, Layout, Response, RichText, Sense, Ui, vec2};

use super::text_width;
use crate::ui::theme::{size, text};

/// Capitals on the left, a muted remark on the right: "CONTRACT … until 30 Jun 2027". The remark is shortened if need be.
pub fn section_heading(ui: &mut Ui, words: &str, remark: &str) {
    ui.add_space(size::GAP_S);
    let room = ui.available_width() - size::GAP_S - text_width(ui, &text::label(words));
    let remark_width = text_width(ui, &text::second(remark));
    if remark_width <= room || remark.is_empty() {
        row(ui, text::label(words), text::second(remark));
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        ui.label(text::label(words));
        elided(ui, text::second(remark));
    });
}

/// Two texts on one line, at its two ends. The right one keeps its room, the left one is shortened if need be.
pub fn row(ui: &mut Ui, left: RichText, right: RichText) {
    let height = ui.text_style_height(&egui::TextStyle::Body) + 2.0;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height),
        Layout::right_to_left(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = size::GAP_S;
            if !right.text().is_empty() {
                elided(ui, right);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| elided(ui, left));
        },
    );
}

/// One line of text that ends in "…" where it does not fit, with the full text in a tooltip.
///
/// With a tooltip of its own it is [`explained`]: a second one would stand over the first.
pub fn elided(ui: &mut Ui, words: RichText) -> Response {
    ui.add(Label::new(words).truncate())
}

/// One line of text with a tooltip that says `tip`, below the full text where the line ends in "…".
pub fn explained(ui: &mut Ui, words: RichText, sense: Sense, tip: &str) -> Response {
    let full = words.text().to_owned();
    let cut = text_width(ui, &words) > ui.available_width();
    let label = Label::new(words).truncate().show_tooltip_when_elided(false).sense(sense);
    ui.add(label).on_hover_ui(|ui| {
        ui.set_max_width(size::TOOLTIP_WIDTH);
        if cut {
            ui.label(full);
        }
        ui.label(tip);
    })
}
