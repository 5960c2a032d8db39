//! The cover of every compared scenario on one axis: hover for a date, click or drag to show it everywhere.

use std::sync::Arc;

use egui::{Align2, Color32, Id, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, pos2};

use crate::forecast::UnitForecast;
use crate::model::{Date, words};
use crate::ui::theme::{self, Palette, size, text};
use crate::ui::time::{
    Axis, Band, DateHandle, Line, Listed, Plot, Row, chances_ui, flag_rect, hovered_day, line, paint_flag,
    paint_ticks, slider_info, trimmed,
};
use crate::ui::widgets::paint_text;

/// Room for the per cent beside the axis, points.
const SCALE: f32 = 46.0;
/// Room under the curves for months and the flag of the shown date, points.
const TICKS: f32 = 26.0;
/// Curves nearer than this are one line to the eye, points.
const NEAR: f32 = 1.5;
/// A band narrower than this goes without its name, points.
const NAMED: f32 = 34.0;

/// The cover of one scenario.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    pub(super) name: String,
    pub(super) colour: usize,
    pub(super) forecast: Arc<UnitForecast>,
}

impl Curve {
    fn is(&self, other: &Self) -> bool {
        self.colour == other.colour && Arc::ptr_eq(&self.forecast, &other.forecast)
    }
}

/// The chart's own state.
#[derive(Debug, Default)]
pub(super) struct Curves {
    handle: DateHandle,
    kept: Option<Kept>,
    drawn: u64,
}

/// The curves as last drawn.
#[derive(Debug)]
struct Kept {
    curves: Vec<Curve>,
    k: usize,
    plot: Plot,
    dark: bool,
    shapes: Vec<Shape>,
}

/// What the chart shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    pub(super) curves: &'a [Curve],
    pub(super) bands: &'a [Band],
    pub(super) k: usize,
    pub(super) span: (Date, Date),
}

impl Curves {
    /// How often the curves were drawn anew, for the test that dragging the date draws none.
    pub(super) fn drawn(&self) -> u64 {
        self.drawn
    }

    /// Draws the chart into `rect`; returns the day that shall be shown.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        shown: Shown<'_>,
        date: Date,
        as_of: Date,
    ) -> Option<Date> {
        let plot = plot_in(rect, shown.span);
        let axis = plot.axis;
        let response = ui.interact(rect, Id::unique("compared curves"), Sense::click_and_drag());
        slider_info(ui, &response, &axis, date);
        let x = axis.x_mid(date);
        let in_sight = axis.first() <= date && date <= axis.last();
        let flag = flag_rect(&axis, x.clamp(axis.left(), axis.right()), plot.bottom + 3.0);

        paint_ground(ui, plot, shown.bands, in_sight.then_some(flag));
        self.paint_curves(ui, plot, shown);
        if in_sight {
            paint_flag(ui, flag, pos2(x, plot.top), pos2(x, flag.top()), date, response.has_focus());
        }
        let wished = self.handle.react(ui, &response, &axis, flag, date, as_of);
        hover_ui(ui, response, plot, shown);
        wished
    }

    /// Draws the curves, from memory while nothing has changed.
    fn paint_curves(&mut self, ui: &Ui, plot: Plot, shown: Shown<'_>) {
        let dark = ui.visuals().dark_mode;
        let same = self.kept.as_ref().is_some_and(|kept| {
            kept.plot == plot
                && kept.dark == dark
                && kept.k == shown.k
                && kept.curves.len() == shown.curves.len()
                && kept.curves.iter().zip(shown.curves).all(|(kept, curve)| kept.is(curve))
        });
        if !same {
            self.drawn += 1;
            let shapes = curve_shapes(theme::palette(ui), plot, shown.curves, shown.k);
            let curves = shown.curves.to_vec();
            self.kept = Some(Kept { curves, k: shown.k, plot, dark, shapes });
        }
        if let Some(kept) = &self.kept {
            ui.painter().extend(kept.shapes.iter().cloned());
        }
    }
}

/// Draws the chart without anything to click: for a picture.
pub(super) fn still_ui(ui: &Ui, rect: Rect, shown: Shown<'_>) {
    let plot = plot_in(rect, shown.span);
    paint_ground(ui, plot, shown.bands, None);
    ui.painter().extend(curve_shapes(theme::palette(ui), plot, shown.curves, shown.k));
}

/// Where the curves lie inside `rect`: per cent on the left, months below.
fn plot_in(rect: Rect, (from, to): (Date, Date)) -> Plot {
    let axis = Axis::new(from, to, rect.left() + SCALE, rect.right() - size::GAP_S);
    Plot { axis, top: rect.top() + size::GAP_XS, bottom: rect.bottom() - TICKS }
}

/// Per cent, months and windows; words keep clear of `flag`.
fn paint_ground(ui: &Ui, plot: Plot, bands: &[Band], flag: Option<Rect>) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    let Plot { axis, top, bottom } = plot;
    paint_ticks(ui, &axis, top..=bottom, flag, |x, size| pos2(x + 1.0, bottom + 14.0 - size.y / 2.0));
    for quarter in 0..=4_u8 {
        let y = plot.y(f64::from(quarter) / 4.0);
        painter.hline(axis.left()..=axis.right(), y.round() + 0.5, (size::HAIRLINE, palette.line));
        let place =
            Rect::from_min_max(pos2(axis.left() - SCALE, y - 8.0), pos2(axis.left() - size::GAP_S, y + 8.0));
        let words = text::small(format!("{}\u{a0}%", u32::from(quarter) * 25));
        if flag.is_none_or(|flag| !place.shrink(2.0).intersects(flag)) {
            paint_text(ui, place, Align2::RIGHT_CENTER, words, palette.muted);
        }
    }
    let mut names = Row::new(axis.left(), axis.right(), size::GAP_S);
    for band in bands {
        let Some(rect) = band.paint(ui, &axis, top, bottom).filter(|rect| rect.width() >= NAMED) else {
            continue;
        };
        let galley = painter.layout_no_wrap(band.name.clone(), text::small_font(), band.color(ui));
        let left = rect.left() + size::GAP_XS;
        if let Some(x) = names.take(galley.size().x, [left]) {
            // At the foot, where no cover worth the name comes down to.
            painter.galley(pos2(x, bottom - galley.size().y - 3.0), galley, band.color(ui));
        }
    }
}

/// One line per scenario. Where lines coincide they share it in dashes of all their colours.
fn curve_shapes(palette: &Palette, plot: Plot, curves: &[Curve], k: usize) -> Vec<Shape> {
    let days: Vec<Vec<Pos2>> = curves.iter().map(|curve| daily(plot, &curve.forecast, k)).collect();
    let mut shapes = Vec::new();
    for (at, curve) in curves.iter().enumerate() {
        let color = palette.scenario(curve.colour);
        for (points, company) in stretches(&days, at) {
            shapes.extend(stretch_shapes(points, company, color));
        }
    }
    shapes
}

/// How many lines a line shares its way with, and the how-manieth of them it is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Company {
    rank: usize,
    count: usize,
}

/// A point for every day that both axis and forecast know.
fn daily(plot: Plot, forecast: &UnitForecast, k: usize) -> Vec<Pos2> {
    let (first, last) = (plot.axis.first(), plot.axis.last());
    forecast
        .dates()
        .zip(forecast.cover(k))
        .filter(|(day, _)| first <= *day && *day <= last)
        .map(|(day, chance)| pos2(plot.axis.x_mid(day), plot.y(chance)))
        .collect()
}

/// The line `at` cut wherever its company changes; pieces meet in a common point.
fn stretches(lines: &[Vec<Pos2>], at: usize) -> Vec<(Vec<Pos2>, Company)> {
    let Some(own) = lines.get(at) else { return Vec::new() };
    let company = |day: usize, point: &Pos2| {
        let near = |line: &Vec<Pos2>| line.get(day).is_some_and(|other| (other.y - point.y).abs() < NEAR);
        let together = lines.iter().enumerate().filter(|(other, line)| *other == at || near(line));
        let before = together.clone().filter(|(other, _)| *other < at).count();
        Company { rank: before, count: together.count() }
    };
    let mut pieces: Vec<(Vec<Pos2>, Company)> = Vec::new();
    for (day, point) in own.iter().enumerate() {
        let now = company(day, point);
        match pieces.last_mut() {
            Some((points, known)) if *known == now => points.push(*point),
            Some((points, _)) => {
                points.push(*point);
                pieces.push((vec![*point], now));
            }
            None => pieces.push((vec![*point], now)),
        }
    }
    pieces
}

fn stretch_shapes(points: Vec<Pos2>, Company { rank, count }: Company, color: Color32) -> Vec<Shape> {
    let points = trimmed(points.into_iter());
    if rank == 0 {
        return line(points, color, Line::Solid);
    }
    if points.len() < 2 {
        return Vec::new();
    }
    let dash = 2.0 * size::DASH;
    let gap = dash * (count - 1) as f32;
    let stroke = Stroke::new(size::CURVE, color);
    Shape::dashed_line_with_offset(&points, stroke, &[dash], &[gap], dash * rank as f32)
}

/// The day under the pointer, and the chance in every scenario.
fn hover_ui(ui: &Ui, response: Response, plot: Plot, shown: Shown<'_>) {
    let Some(day) = hovered_day(ui, &response, plot, plot.bottom) else { return };
    let x = ui.painter().round_to_pixel_center(plot.axis.x_mid(day));
    let palette = theme::palette(ui);
    for curve in shown.curves {
        if let Some(chance) = curve.forecast.cover_on(day, shown.k) {
            let color = palette.scenario(curve.colour);
            ui.painter().circle_filled(pos2(x, plot.y(chance)), size::DOT / 2.0, color);
        }
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.label(text::strong(words::date(day)));
        let listed = shown.curves.iter().map(|Curve { name, colour, forecast, .. }| Listed {
            name,
            colour: *colour,
            forecast,
            k: shown.k,
        });
        chances_ui(ui, day, listed);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flat(y: f32) -> Vec<Pos2> {
        (0..100).map(|x| pos2(x as f32, y)).collect()
    }

    #[test]
    fn lines_apart_are_alone_and_lines_together_share_the_way() {
        let mut split = flat(10.0);
        for point in split.iter_mut().skip(5) {
            point.y = 50.0;
        }
        let lines = [flat(10.0), split, flat(80.0)];
        let company = |at: usize| -> Vec<(usize, usize, usize)> {
            let pieces = stretches(&lines, at);
            pieces.iter().map(|(points, with)| (points.len(), with.rank, with.count)).collect()
        };
        // Five days together and the point in common, then the rest alone.
        assert_eq!(company(0), [(6, 0, 2), (95, 0, 1)]);
        assert_eq!(company(1), [(6, 1, 2), (95, 0, 1)]);
        assert_eq!(company(2), [(100, 0, 1)]);
    }

    #[test]
    fn every_line_is_drawn_even_where_three_are_one() {
        let lines = [flat(10.0), flat(10.0), flat(10.4)];
        for at in 0..3 {
            let pieces = stretches(&lines, at);
            assert_eq!(pieces.len(), 1);
            let (points, company) = pieces[0].clone();
            assert_eq!(company, Company { rank: at, count: 3 });
            assert!(!stretch_shapes(points, company, Color32::WHITE).is_empty());
        }
    }
}
