//! Chips and dots: one or two words with a tone.

use egui::{Align2, Color32, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::paint::{anchored, explain, line, text_width};
use crate::ui::theme::{self, Tone, size, text};

/// A pill with one or two words, tinted by `tone`: "expires Jun 26".
pub fn chip(ui: &mut Ui, words: &str, tone: Tone) -> Response {
    // Size
    let galley = line(ui, text::small(words), ui.available_width() - 2.0 * size::CHIP_PADDING);
    let wanted = vec2((galley.size().x + 2.0 * size::CHIP_PADDING).ceil(), size::CHIP_HEIGHT);
    // Allocate
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::hover());
    // Interact
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), words));
    let response = explain(response, words, galley.elided);
    // Paint
    let shades = theme::palette(ui).tone(tone);
    ui.painter().rect_filled(rect, rect.height() / 2.0, shades.tint);
    ui.painter().galley(anchored(ui, galley.size(), Align2::CENTER_CENTER, rect), galley, shades.text);
    response
}

/// Chips side by side, as many to a row as fit.
pub fn chips(ui: &mut Ui, chips: &[(&str, Tone)]) {
    ui.scope(|ui| {
        // The height of a row is that of a control, unless told otherwise before the row begins.
        ui.spacing_mut().interact_size.y = size::CHIP_HEIGHT;
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        ui.horizontal_wrapped(|ui| {
            for (words, tone) in chips {
                chip(ui, words, *tone);
            }
        });
    });
}

/// `words`, without what matters least if they are wider than `width` points: of an injury the diagnosis, else the last
/// part.
fn briefer<'a>(ui: &Ui, words: &'a str, width: f32) -> &'a str {
    const BETWEEN: &str = " · ";
    let mut words = words;
    while text_width(ui, &text::small(words)) > width {
        let Some((first, last)) = words.rsplit_once(BETWEEN) else { break };
        words = if last.starts_with("back ") { last } else { first };
    }
    words
}

/// Paints a chip whose left end is at the left of `rect` and returns the room it takes; for cards painted by hand.
///
/// Where not all of its parts ("hamstring · back Oct 25") have room, it says less.
#[expect(clippy::must_use_candidate, reason = "painting is the effect; the room taken is for who wants it")]
pub fn paint_chip(ui: &Ui, rect: Rect, words: &str, tone: Tone) -> Rect {
    let room = rect.width() - 2.0 * size::CHIP_PADDING;
    let galley = line(ui, text::small(briefer(ui, words, room)), room);
    let wanted = vec2((galley.size().x + 2.0 * size::CHIP_PADDING).ceil(), size::CHIP_HEIGHT);
    let pill = Align2::LEFT_CENTER.align_size_within_rect(wanted, rect);
    let shades = theme::palette(ui).tone(tone);
    ui.painter().rect_filled(pill, pill.height() / 2.0, shades.tint);
    ui.painter().galley(anchored(ui, galley.size(), Align2::CENTER_CENTER, pill), galley, shades.text);
    pill
}

/// A round mark, such as a scenario's colour. Say in words beside it what it means.
pub fn dot(ui: &mut Ui, color: Color32) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(size::DOT), Sense::hover());
    ui.painter().circle_filled(rect.center(), size::DOT / 2.0, color);
    response
}

/// A dot and its word in the same tone: "● Saved".
pub fn status(ui: &mut Ui, words: &str, tone: Tone) -> Response {
    let shades = theme::palette(ui).tone(tone);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        dot(ui, shades.mark);
        ui.add(egui::Label::new(text::body(words).color(shades.text)).truncate())
    })
    .inner
}
