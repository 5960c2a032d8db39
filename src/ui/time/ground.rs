//! What every chart over days has behind and beside its curves: ticks, the as-of date, the day under the pointer.

use std::ops::RangeInclusive;

use egui::{Align, Layout, Pos2, Rect, Response, Shape, Stroke, Ui, Vec2, pos2, vec2};

use super::{Axis, Plot};
use crate::forecast::UnitForecast;
use crate::model::{Date, words};
use crate::ui::theme::{self, size, text};

/// Draws the ticks of `axis` over `heights`, with their words where `place` puts the left top of such a size; words keep
/// clear of `flag`.
pub fn paint_ticks(
    ui: &Ui,
    axis: &Axis,
    heights: RangeInclusive<f32>,
    flag: Option<Rect>,
    place: impl Fn(f32, Vec2) -> Pos2,
) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    for tick in axis.ticks() {
        painter.vline(tick.x.round() + 0.5, heights.clone(), (size::HAIRLINE, palette.line));
        let galley = painter.layout_no_wrap(tick.words, text::small_font(), palette.muted);
        let place = Rect::from_min_size(place(tick.x, galley.size()), galley.size());
        if flag.is_none_or(|flag| !place.expand(size::GAP_XS).intersects(flag)) {
            painter.galley(place.min, galley, palette.muted);
        }
    }
}

/// A dashed line at the as-of date.
pub fn paint_as_of(ui: &Ui, x: f32, heights: RangeInclusive<f32>) {
    let stroke = Stroke::new(size::HAIRLINE, theme::palette(ui).muted);
    let line = [pos2(x, *heights.start()), pos2(x, *heights.end())];
    ui.painter().extend(Shape::dashed_line(&line, stroke, size::DASH / 2.0, size::DASH / 2.0));
}

/// The day under the pointer unless it drags something, with a line over `plot` down to `floor`.
#[must_use]
pub fn hovered_day(ui: &Ui, response: &Response, plot: Plot, floor: f32) -> Option<Date> {
    let pointer = response.hover_pos().filter(|_| !response.dragged())?;
    let day = plot.axis.shown_day_at(pointer.x);
    let x = ui.painter().round_to_pixel_center(plot.axis.x_mid(day));
    ui.painter().vline(x, plot.top..=floor, (size::HAIRLINE, theme::palette(ui).faint));
    Some(day)
}

/// A scenario's curve, as a tooltip lists it.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// The scenario's name.
    pub name: &'a str,
    /// The place of its colour in the palette.
    pub colour: usize,
    /// What the curve is drawn from.
    pub forecast: &'a UnitForecast,
    /// How many are to be available.
    pub k: usize,
}

/// The chance of every scenario on a day, one under the other.
pub fn chances_ui<'a>(ui: &mut Ui, day: Date, curves: impl Iterator<Item = Listed<'a>>) {
    let palette = theme::palette(ui);
    egui::Grid::new("chances").num_columns(2).spacing(vec2(size::GAP_M, 2.0)).show(ui, |ui| {
        for Listed { name, colour, forecast, k } in curves {
            ui.label(text::body(name).color(palette.scenario_text(colour)));
            let chance = forecast.cover_on(day, k);
            let words = chance.map_or_else(|| "not forecast".to_owned(), words::percent);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.label(text::strong(words)));
            ui.end_row();
        }
    });
}
