//! What the tour points with: a ring, a path to where something is to be taken, the corner of its panel.

use egui::epaint::CubicBezierShape;
use egui::{Color32, Context, Id, LayerId, Order, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::place::GAP;
use crate::ui::theme::{self, size};
use crate::ui::widgets::dashed_rect;

/// How far the ring stands off, and the halo around it, points.
const OFF: f32 = 3.0;
const HALO: f32 = 4.0;
/// How strong the halo is.
const HALO_SHARE: f32 = 0.3;
/// Length of the arrow's head, and of the panel's corner, points.
const HEAD: f32 = 8.0;
const CORNER: f32 = 9.0;

/// Rings `ring`, and shows the way from it to `goal`.
pub(super) fn pointers(ctx: &Context, ring: Option<Rect>, goal: Option<Rect>) {
    let Some(ring) = ring else { return };
    let painter = painter(ctx);
    let accent = theme::palette_of(ctx).accent;
    let rect = ring.expand(OFF).intersect(ctx.content_rect());
    let radius = f32::from(size::RADIUS_CARD);
    let halo = Stroke::new(HALO, accent.gamma_multiply(HALO_SHARE));
    painter.rect_stroke(rect, radius, halo, StrokeKind::Outside);
    painter.rect_stroke(rect, radius, Stroke::new(size::FOCUS_RING, accent), StrokeKind::Outside);
    let Some(goal) = goal else { return };
    dashed_rect(&painter, goal, size::RADIUS_CARD, Stroke::new(size::FOCUS_RING, accent));
    // Along the gap between the two, so that it crosses nothing.
    let from = pos2(rect.right() + HALO, rect.center().y);
    let to = pos2(goal.left() - size::GAP_HAIR, goal.center().y);
    if to.x <= from.x {
        return;
    }
    let stroke = Stroke::new(size::CURVE, accent);
    let points = [from, pos2(to.x, from.y), pos2(from.x, to.y), to];
    painter.add(CubicBezierShape::from_points_stroke(points, false, Color32::TRANSPARENT, stroke));
    for side in [-1.0, 1.0] {
        painter.line_segment([to, to + vec2(-HEAD, side * HEAD * 0.6)], stroke);
    }
}

/// Draws the corner with which the panel points at `ring`, where it stands beside it.
pub(super) fn corner(ctx: &Context, panel: Rect, ring: Rect) {
    let at = ring.center().clamp(panel.min, panel.max);
    let inset = f32::from(size::RADIUS_PANEL) + CORNER;
    let x = at.x.clamp(panel.left() + inset, (panel.right() - inset).max(panel.left() + inset));
    let y = at.y.clamp(panel.top() + inset, (panel.bottom() - inset).max(panel.top() + inset));
    let near = ring.expand(GAP + HALO);
    let (tip, base) = if ring.bottom() <= panel.top() {
        (pos2(x, panel.top() - CORNER), vec2(CORNER, CORNER))
    } else if ring.top() >= panel.bottom() {
        (pos2(x, panel.bottom() + CORNER), vec2(CORNER, -CORNER))
    } else if ring.right() <= panel.left() {
        (pos2(panel.left() - CORNER, y), vec2(CORNER, CORNER))
    } else {
        (pos2(panel.right() + CORNER, y), vec2(-CORNER, CORNER))
    };
    if !near.contains(tip) {
        return;
    }
    let accent = theme::palette_of(ctx).accent;
    let upright = tip.y < panel.top() || tip.y > panel.bottom();
    let ends = if upright {
        [tip + vec2(-base.x, base.y), tip + base]
    } else {
        [tip + vec2(base.x, -base.y), tip + base]
    };
    let [first, second] = ends;
    painter(ctx).add(Shape::convex_polygon(vec![tip, first, second], accent, Stroke::NONE));
}

/// Over the views, under menus and questions; nothing there is in the pointer's way.
fn painter(ctx: &Context) -> Painter {
    ctx.layer_painter(LayerId::new(Order::Middle, Id::unique("tour pointers")))
}
