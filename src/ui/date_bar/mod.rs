//! The date bar under the board: the season, its windows, the cover of every scenario, and the handle that moves the date.

mod facts;

use std::ops::RangeInclusive;

use egui::{Align2, Rect, Response, Sense, Shape, Ui, pos2};

use crate::model::{Date, words};
use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::time::{
    Axis, DateHandle, LetGo, Line, Listed, Plot, Row, area, chances_ui, flag_rect, hovered_day, line,
    paint_as_of, paint_flag, paint_ticks, slider_info,
};
use crate::ui::tour::{self, Mark};
use crate::ui::widgets::paint_text;

use facts::{Curve, Facts};

/// Left and right of the axis, points.
const MARGIN: f32 = 30.0;
/// From the top of the bar: the line of window names, the curves, the line of events, the ticks. Points.
const TOP: f32 = 6.0;
const NAMES: f32 = 17.0;
const CURVES: f32 = 48.0;
const EVENTS: f32 = 18.0;
/// How much of a scenario's colour fills the area under its curve, and of its curve before the as-of date.
const PAST: f32 = 0.4;
/// A band narrower than this goes without its name, points.
const NAMED: f32 = 20.0;

/// The date bar's own state.
#[derive(Debug, Default)]
pub struct DateBar {
    handle: DateHandle,
    facts: Option<Facts>,
    shapes: Option<(Rect, bool, Vec<Shape>)>,
    let_go: LetGo,
    drawn: u64,
}

impl DateBar {
    /// How often curves were drawn anew, for the test that dragging the date draws none.
    #[must_use]
    pub fn curves_drawn(&self) -> u64 {
        self.drawn
    }

    /// Draws the bar into the whole of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let (bar, response) =
            ui.allocate_exact_size(ui.available_size_before_wrap(), Sense::click_and_drag());
        let facts = match self.facts.take() {
            Some(facts) if facts.are_of(scene) => facts,
            _ => {
                self.shapes = None;
                Facts::of(scene)
            }
        };
        let axis = Axis::new(facts.first, facts.last, bar.left() + MARGIN, bar.right() - MARGIN);
        let shown = scene.screen.date;
        slider_info(ui, &response, &axis, shown);

        let names = bar.top() + TOP;
        let plot = Plot { axis, top: names + NAMES, bottom: names + NAMES + CURVES };
        let floor = plot.bottom + EVENTS;
        let x = axis.x_mid(shown);
        let flag = flag_rect(&axis, x, floor + 3.0);
        tour::mark(ui, Mark::DateBar, bar);
        tour::mark(ui, Mark::Date, flag);
        paint_ground(ui, &facts, axis, names..=floor, flag);
        self.paint_curves(ui, &facts, plot, floor);
        paint_events(ui, &facts, axis, plot.bottom, floor);

        if axis.first() <= shown && shown <= axis.last() {
            paint_flag(ui, flag, pos2(x, bar.top() + 2.0), pos2(x, flag.top()), shown, response.has_focus());
        } else {
            paint_away(ui, &response, axis, flag, shown);
        }
        if let Some(day) = self.handle.react(ui, &response, &axis, flag, shown, scene.plan.as_of) {
            commands.push(Command::ShowDate(day));
        }
        if response.clicked() || response.dragged() || response.drag_stopped() {
            self.let_go.here(ui.ctx());
        }
        // Whoever has just moved the date looks at the figures above.
        if !self.let_go.keeps_quiet(ui.ctx(), flag.width()) {
            hover_ui(ui, response, &facts, plot, floor);
        }
        self.facts = Some(facts);
    }

    /// Draws the curves, from memory while nothing has changed.
    fn paint_curves(&mut self, ui: &Ui, facts: &Facts, plot: Plot, floor: f32) {
        let (rect, dark) = (plot.rect(), ui.visuals().dark_mode);
        if self.shapes.as_ref().is_none_or(|(drawn, was_dark, _)| *drawn != rect || *was_dark != dark) {
            self.drawn += 1;
            self.shapes = Some((rect, dark, curve_shapes(ui, facts, plot, floor)));
        }
        if let Some((_, _, shapes)) = &self.shapes {
            ui.painter().extend(shapes.iter().cloned());
        }
    }
}

/// Ticks, windows and what the curves measure.
fn paint_ground(ui: &Ui, facts: &Facts, axis: Axis, heights: RangeInclusive<f32>, flag: Rect) {
    let (top, floor) = heights.into_inner();
    let palette = theme::palette(ui);
    let painter = ui.painter();
    paint_ticks(ui, &axis, top..=floor, Some(flag), |x, size| pos2(x + 5.0, floor + 14.0 - size.y / 2.0));
    painter.hline(axis.left()..=axis.right(), floor, (size::HAIRLINE, palette.line));
    let mut row = Row::new(axis.left(), axis.right(), size::GAP_S);
    for band in &facts.bands {
        let Some(rect) = band.paint(ui, &axis, top, floor) else { continue };
        if rect.width() < NAMED {
            continue;
        }
        let color = band.color(ui);
        let full = painter.layout_no_wrap(band.full_name(), text::small_font(), color);
        let galley = if full.size().x + 10.0 <= rect.width() {
            full
        } else {
            painter.layout_no_wrap(band.name.clone(), text::small_font(), color)
        };
        let place = row.take(galley.size().x, [rect.left() + 5.0, axis.right() - galley.size().x - 2.0]);
        if let Some(x) = place {
            painter.galley(pos2(x, top + 2.0), galley, color);
        }
    }
    let galley = painter.layout_no_wrap(facts.title.clone(), text::small_font(), palette.muted);
    let width = galley.size().x;
    let places = [axis.left() + 5.0]
        .into_iter()
        .chain(facts.bands.iter().map(|band| axis.x_end(band.span.1) + size::GAP_S));
    if let Some(x) = row.take(width, places) {
        painter.galley(pos2(x, top + 2.0), galley, palette.muted);
    }
}

fn curve_shapes(ui: &Ui, facts: &Facts, plot: Plot, floor: f32) -> Vec<Shape> {
    let palette = theme::palette(ui);
    let mut shapes = Vec::new();
    // The shown scenario last, over the others.
    for shown in [false, true] {
        for curve in facts.curves.iter().filter(|curve| curve.shown == shown) {
            let Curve { forecast, k, colour, .. } = curve;
            let color = palette.scenario(*colour);
            let [past, ahead] = plot.points(forecast, *k);
            let style = if shown { Line::Solid } else { Line::Dashed };
            if shown {
                for points in [&past, &ahead] {
                    shapes.push(area(points, floor, color.gamma_multiply(theme::wash::UNDER_CURVE)));
                }
            }
            shapes.extend(line(past, color.gamma_multiply(PAST), style));
            shapes.extend(line(ahead, color, style));
        }
    }
    shapes
}

/// A dot for every day on which something happens, and words for as many as there is room for.
fn paint_events(ui: &Ui, facts: &Facts, axis: Axis, top: f32, floor: f32) {
    let palette = theme::palette(ui);
    let y = f32::midpoint(top, floor);
    let x = axis.x_mid(facts.as_of);
    if facts.first <= facts.as_of && facts.as_of <= facts.last {
        paint_as_of(ui, x, top - CURVES..=floor);
    }
    let mut row = Row::new(axis.left(), axis.right(), size::GAP_S);
    for day in &facts.days {
        let x = axis.x_mid(day.day);
        row.block(x - size::DOT / 2.0, x + size::DOT / 2.0);
    }
    let mut by_weight: Vec<_> = facts.days.iter().collect();
    by_weight.sort_by_key(|day| (day.kind, day.day));
    for day in by_weight {
        let x = axis.x_mid(day.day);
        let shades = palette.tone(day.kind.tone());
        ui.painter().circle_filled(pos2(x, y), size::DOT / 2.0, shades.mark);
        let galley = ui.painter().layout_no_wrap(day.label.clone(), text::small_font(), shades.text);
        let (width, beside) = (galley.size().x, size::DOT / 2.0 + size::GAP_XS);
        // Its own dot is in the way of neither place: the gap is kept from others only.
        let near = size::GAP_S - size::GAP_XS;
        let places = [x + beside + near, x - beside - near - width];
        if let Some(left) = row.take(width, places) {
            let left = if left > x { left - near } else { left + near };
            ui.painter().galley(pos2(left, y - galley.size().y / 2.0), galley, shades.text);
        }
    }
}

/// Says where the shown date is when the bar does not reach it.
fn paint_away(ui: &Ui, response: &Response, axis: Axis, flag: Rect, shown: Date) {
    let earlier = shown < axis.first();
    let x = if earlier { axis.left() } else { axis.right() };
    paint_flag(ui, flag, pos2(x, flag.top()), pos2(x, flag.top()), shown, response.has_focus());
    let palette = theme::palette(ui);
    let words = if earlier { "earlier than the season shown" } else { "later than the season shown" };
    let (anchor, place) = if earlier {
        (Align2::LEFT_CENTER, Rect::from_min_size(flag.right_top() + egui::vec2(8.0, 0.0), flag.size() * 3.0))
    } else {
        let size = egui::vec2(flag.width() * 3.0, flag.height());
        (Align2::RIGHT_CENTER, Rect::from_min_size(flag.left_top() - egui::vec2(size.x + 8.0, 0.0), size))
    };
    let place = Rect::from_min_max(place.min, pos2(place.max.x, flag.bottom()));
    paint_text(ui, place, anchor, text::small(words), palette.tone(Tone::Warn).text);
}

/// The day under the pointer: what happens on it, and the chance in every scenario.
fn hover_ui(ui: &Ui, response: Response, facts: &Facts, plot: Plot, floor: f32) {
    let Some(day) = hovered_day(ui, &response, plot, floor) else { return };
    let Some(pointer) = response.hover_pos() else { return };
    let palette = theme::palette(ui);
    let reach = plot.axis.day_at(pointer.x - size::DOT)..=plot.axis.day_at(pointer.x + size::DOT);
    response.on_hover_ui_at_pointer(|ui| {
        ui.label(text::strong(words::date(day)));
        for event in facts.days.iter().filter(|on| reach.contains(&on.day)) {
            for story in &event.stories {
                let words = format!("{}: {story}", words::day_month(event.day));
                ui.label(text::second(words).color(palette.tone(event.kind.tone()).text));
            }
        }
        ui.label(text::second(facts.title.as_str()));
        let listed = facts.curves.iter().map(|Curve { name, colour, forecast, k, .. }| Listed {
            name,
            colour: *colour,
            forecast,
            k: *k,
        });
        chances_ui(ui, day, listed);
    });
}
