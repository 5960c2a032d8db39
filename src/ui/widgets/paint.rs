//! Painting that several widgets share.

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, FontSelection, Galley, Mesh, Painter, Pos2, Rect, Response, RichText,
    Shape, Stroke, StrokeKind, TextWrapMode, Ui, Vec2, WidgetText, pos2,
};

use crate::ui::theme::{self, size};

/// Segments that stand in for a quarter of a circle.
const CORNER_STEPS: u8 = 8;

/// Lays `text` out on one line, ending in "…" if it is wider than `max_width` points.
pub(super) fn line(ui: &Ui, text: impl Into<WidgetText>, max_width: f32) -> Arc<Galley> {
    text.into().into_galley(ui, Some(TextWrapMode::Truncate), max_width.max(0.0), FontSelection::Default)
}

/// Where a text of `size` starts so that it stands at the `anchor` of `rect`, on whole pixels.
pub(super) fn anchored(ui: &Ui, size: Vec2, anchor: Align2, rect: Rect) -> Pos2 {
    let place = anchor.align_size_within_rect(size, rect).min;
    let pixels_per_point = ui.pixels_per_point();
    (place.to_vec2() * pixels_per_point).round().to_pos2() / pixels_per_point
}

/// Paints `text` on one line at the `anchor` of `rect`, shortened with "…" if it has to be.
///
/// Returns where it stands and whether it was shortened, so that the caller can offer the full text in a tooltip.
pub fn paint_text(
    ui: &Ui,
    rect: Rect,
    anchor: Align2,
    text: impl Into<WidgetText>,
    color: Color32,
) -> (Rect, bool) {
    let galley = line(ui, text, rect.width());
    let place = anchored(ui, galley.size(), anchor, rect);
    let (covered, elided) = (Rect::from_min_size(place, galley.size()), galley.elided);
    ui.painter().galley(place, galley, color);
    (covered, elided)
}

/// How wide words are on one line, points.
#[must_use]
pub fn text_width(ui: &Ui, words: &RichText) -> f32 {
    let words = WidgetText::from(words.clone());
    words.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, FontSelection::Default).size().x
}

/// Shows the full text when hovering over one that was shortened.
pub(super) fn explain(response: Response, full: &str, elided: bool) -> Response {
    if elided { response.on_hover_text(full) } else { response }
}

/// Paints the ring that shows where the keys go, if `response` has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, radius: u8) {
    focus_ring_around(ui, response, response.rect, radius);
}

/// The same where it is painted on another ground than `response` listens on.
pub fn focus_ring_around(ui: &Ui, response: &Response, ground: Rect, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(size::FOCUS_RING, theme::palette(ui).accent);
        ui.painter().rect_stroke(ground, CornerRadius::same(radius), stroke, StrokeKind::Inside);
    }
}

/// Outlines `rect` in dashes: a target, or a place to drop on.
pub fn dashed_rect(painter: &Painter, rect: Rect, radius: u8, stroke: Stroke) {
    let outline = rounded_outline(rect.shrink(stroke.width / 2.0), f32::from(radius));
    painter.extend(Shape::dashed_line(&outline, stroke, size::DASH, size::DASH * 0.75));
}

/// A filled rounded rectangle whose colour runs from `left` to `right`.
pub fn fading_rect(rect: Rect, radius: u8, left: Color32, right: Color32) -> Shape {
    let outline = rounded_outline(rect, f32::from(radius));
    let mut mesh = Mesh::default();
    for point in std::iter::once(rect.center()).chain(outline) {
        let share = (point.x - rect.left()) / rect.width().max(1.0);
        mesh.colored_vertex(point, left.lerp_to_gamma(right, share.clamp(0.0, 1.0)));
    }
    let count = u32::try_from(mesh.vertices.len()).unwrap_or(0);
    for at in 1..count {
        mesh.add_triangle(0, at, if at + 1 < count { at + 1 } else { 1 });
    }
    Shape::Mesh(Arc::new(mesh))
}

/// The closed outline of a rounded rectangle, clockwise from the left end of its top side.
fn rounded_outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    let radius = radius.min(rect.width() / 2.0).min(rect.height() / 2.0);
    let inner = rect.shrink(radius);
    let corners = [
        (inner.right_top(), -1.0_f32),
        (inner.right_bottom(), 0.0),
        (inner.left_bottom(), 1.0),
        (inner.left_top(), 2.0),
    ];
    let mut outline = vec![pos2(inner.left(), rect.top())];
    for (center, quarter) in corners {
        for step in 0..=CORNER_STEPS {
            let turn = quarter + f32::from(step) / f32::from(CORNER_STEPS);
            let angle = turn * std::f32::consts::FRAC_PI_2;
            // libm: the same bits on every machine.
            outline.push(center + radius * Vec2::new(libm::cosf(angle), libm::sinf(angle)));
        }
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_closes_and_stays_inside_its_rectangle() {
        let rect = Rect::from_min_max(pos2(10.0, 20.0), pos2(110.0, 70.0));
        let outline = rounded_outline(rect, 12.0);
        let (first, last) = (outline[0], outline[outline.len() - 1]);
        assert!(first.distance(last) < 1e-3, "{first} {last}");
        assert!(outline.iter().all(|point| rect.expand(1e-3).contains(*point)));
    }

    #[test]
    fn a_radius_too_large_becomes_a_pill() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(40.0, 10.0));
        assert!(rounded_outline(rect, 99.0).iter().all(|point| rect.expand(1e-3).contains(*point)));
    }
}
