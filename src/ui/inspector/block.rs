//! An entry of a list: a coloured bar, a sentence, a second line. Opened, a card with its fields.

use egui::{
    FontSelection, Frame, Margin, Rect, Response, Role, Sense, Stroke, TextWrapMode, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::focus_ring_around;

use super::pane::{FIELD_RADIUS, quiet_button};

/// Width of the coloured bar.
const BAR: f32 = 2.0;
/// Space above and below the words.
const PADDING: f32 = 3.0;

/// An entry that opens when clicked; `name` is for screen readers.
pub(super) fn block_ui(
    ui: &mut Ui,
    name: &str,
    bar: egui::Color32,
    title: &str,
    lines: &[String],
) -> Response {
    // Size
    let width = ui.available_width();
    let left = BAR + size::GAP_S + 2.0;
    let wrapped = |ui: &Ui, words: egui::RichText| {
        WidgetText::from(words).into_galley(
            ui,
            Some(TextWrapMode::Wrap),
            width - left,
            FontSelection::Default,
        )
    };
    let mut galleys = vec![wrapped(ui, text::body(title))];
    galleys.extend(lines.iter().map(|line| wrapped(ui, text::second(line.clone()))));
    let height: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    // Allocate
    let (rect, response) =
        ui.allocate_exact_size(vec2(width, (height + 2.0 * PADDING).ceil()), Sense::click());
    // Interact
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    // Paint
    let palette = theme::palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(0.0, 1.0)), FIELD_RADIUS, palette.hover);
    }
    let stripe = Rect::from_min_max(rect.min, pos2(rect.left() + BAR, rect.bottom()));
    ui.painter().rect_filled(stripe, 0.0, bar);
    let mut y = rect.top() + PADDING;
    for (place, galley) in galleys.into_iter().enumerate() {
        let ink = if place == 0 { palette.text } else { palette.muted };
        let height = galley.size().y;
        ui.painter().galley(pos2(rect.left() + left, y), galley, ink);
        y += height;
    }
    focus_ring_around(ui, &response, rect.expand(1.0), FIELD_RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The card of an opened entry.
pub(super) fn card_ui<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = theme::palette(ui);
    Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(size::HAIRLINE, palette.line))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(Margin::symmetric(size::GAP_M as i8, size::GAP_S as i8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
        .inner
}

/// What the last line of an opened entry was asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Ending {
    Done,
    Remove,
}

/// The last line of an opened entry: remove it, or fold it again. `what` is "this report".
pub(super) fn ending_ui(ui: &mut Ui, remove: &str, what: &str) -> Option<Ending> {
    let mut ending = None;
    ui.add_space(size::GAP_XS);
    ui.horizontal(|ui| {
        if quiet_button(ui, icons::TRASH, remove, &format!("{remove} {what}")).clicked() {
            ending = Some(Ending::Remove);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if quiet_button(ui, icons::CHECK, "Done", &format!("Done with {what}")).clicked() {
                ending = Some(Ending::Done);
            }
        });
    });
    ending
}
