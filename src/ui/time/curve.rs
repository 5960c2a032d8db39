//! Chances over days as lines and areas, with no more points than the eye can tell apart.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Color32, Pos2, Rect, Shape, Stroke, pos2};

use super::Axis;
use crate::forecast::UnitForecast;
use crate::model::Date;
use crate::ui::theme::size;

/// A place for curves: days across, chances upward.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// The days.
    pub axis: Axis,
    /// Where a chance of 1 is.
    pub top: f32,
    /// Where a chance of 0 is.
    pub bottom: f32,
}

/// How a curve is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// In one stroke.
    Solid,
    /// In dashes.
    Dashed,
}

/// A point that moves the line by less than this is left out, points.
const TOLERANCE: f32 = 0.3;

impl Plot {
    /// The height of a chance.
    #[must_use]
    pub fn y(&self, chance: f64) -> f32 {
        self.bottom + (self.top - self.bottom) * chance.clamp(0.0, 1.0) as f32
    }

    /// P(at least `k` available) day by day, as far as axis and forecast go: up to the as-of date, and from it on.
    #[must_use]
    pub fn points(&self, forecast: &UnitForecast, k: usize) -> [Vec<Pos2>; 2] {
        let as_of = forecast.as_of;
        [(Date::MIN, as_of), (as_of, Date::MAX)].map(|span| self.points_within(forecast, k, span))
    }

    fn points_within(&self, forecast: &UnitForecast, k: usize, (from, to): (Date, Date)) -> Vec<Pos2> {
        let (first, last) = (self.axis.first().max(from), self.axis.last().min(to));
        let days = forecast.dates().zip(forecast.cover(k)).filter(|(day, _)| first <= *day && *day <= last);
        trimmed(days.map(|(day, chance)| pos2(self.axis.x_mid(day), self.y(chance))))
    }
}

/// Leaves out every point that lies on the way from the last one kept to the next.
pub fn trimmed(points: impl Iterator<Item = Pos2>) -> Vec<Pos2> {
    let mut kept: Vec<Pos2> = Vec::new();
    let mut pending: Option<Pos2> = None;
    // The slopes from the last kept point that keep every point since within the tolerance.
    let (mut low, mut high) = (f32::NEG_INFINITY, f32::INFINITY);
    for point in points {
        let Some(last) = kept.last().copied() else {
            kept.push(point);
            continue;
        };
        let across = (point.x - last.x).max(1e-3);
        let slope = (point.y - last.y) / across;
        if let Some(before) = pending.filter(|_| slope < low || slope > high) {
            kept.push(before);
            let across = (point.x - before.x).max(1e-3);
            let rise = point.y - before.y;
            (low, high) = ((rise - TOLERANCE) / across, (rise + TOLERANCE) / across);
        } else {
            low = low.max((point.y - last.y - TOLERANCE) / across);
            high = high.min((point.y - last.y + TOLERANCE) / across);
        }
        pending = Some(point);
    }
    kept.extend(pending);
    kept
}

/// The line through `points`.
#[must_use]
pub fn line(points: Vec<Pos2>, color: Color32, line: Line) -> Vec<Shape> {
    if points.len() < 2 {
        return Vec::new();
    }
    match line {
        Line::Solid => vec![Shape::line(points, Stroke::new(size::CURVE, color))],
        Line::Dashed => {
            let stroke = Stroke::new(size::CURVE * 0.75, color);
            Shape::dashed_line(&points, stroke, size::DASH, size::DASH)
        }
    }
}

/// The area between `points` and `bottom`.
pub fn area(points: &[Pos2], bottom: f32, color: Color32) -> Shape {
    let mut mesh = Mesh::default();
    for point in points {
        mesh.colored_vertex(*point, color);
        mesh.colored_vertex(pos2(point.x, bottom), color);
    }
    for at in 0..u32::try_from(points.len().saturating_sub(1)).unwrap_or(0) {
        mesh.add_triangle(2 * at, 2 * at + 1, 2 * at + 2);
        mesh.add_triangle(2 * at + 1, 2 * at + 2, 2 * at + 3);
    }
    Shape::Mesh(Arc::new(mesh))
}

impl Plot {
    /// The plot as a rectangle.
    #[must_use]
    pub fn rect(&self) -> Rect {
        Rect::from_min_max(pos2(self.axis.left(), self.top), pos2(self.axis.right(), self.bottom))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_keeps_its_ends_and_a_jump_its_corners() {
        let straight = (0..100).map(|x| pos2(x as f32, 2.0 * x as f32));
        assert_eq!(trimmed(straight), [pos2(0.0, 0.0), pos2(99.0, 198.0)]);
        let jump = (0..10).map(|x| pos2(x as f32, if x < 5 { 0.0 } else { 40.0 }));
        assert_eq!(trimmed(jump), [pos2(0.0, 0.0), pos2(4.0, 0.0), pos2(5.0, 40.0), pos2(9.0, 40.0)]);
    }

    #[test]
    fn no_point_left_out_is_far_from_the_line() {
        let points: Vec<Pos2> =
            (0..400).map(|x| pos2(x as f32, 30.0 * libm::sinf(x as f32 / 25.0))).collect();
        let kept = trimmed(points.iter().copied());
        assert!(kept.len() < 150, "{}", kept.len());
        for point in points {
            let pair = kept.windows(2).find(|pair| pair[0].x <= point.x && point.x <= pair[1].x).unwrap();
            let share = (point.x - pair[0].x) / (pair[1].x - pair[0].x);
            let y = pair[0].y + share * (pair[1].y - pair[0].y);
            assert!((y - point.y).abs() < 1.0, "{point}");
        }
    }
}
