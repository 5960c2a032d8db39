//! Seasons as bars: every scenario on one axis.

use egui::{Align2, Color32, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::facts::{Facts, Measure};
use crate::model::Currency;
use crate::report::money::{Figure, money};
use crate::ui::theme::{self, size, text};
use crate::ui::time::colour_index;
use crate::ui::widgets;

/// Height of the picture, points.
const HEIGHT: f32 = 230.0;
/// Room for the figures at the left, and for the seasons below, points.
const AXIS: f32 = 58.0;
const SEASONS: f32 = 22.0;
/// A bar is no wider than this, points.
const BAR: f32 = 26.0;
/// Lines of the axis, about.
const LINES: f64 = 4.0;
/// How much of its colour a bar keeps under its line.
const FILL: f32 = 0.55;
/// Half the width of the mark of the likely figure, points.
const CAP: f32 = 5.0;

/// Draws the bars of a measure.
pub(super) fn bars_ui(ui: &mut Ui, facts: &Facts, measure: Measure, currency: Currency) {
    // Size
    let width = ui.available_width();
    // Allocate
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    // Interact
    response.widget_info(|| {
        let label = format!("{} of every scenario, season by season", measure.name());
        WidgetInfo::labeled(Role::Image, ui.is_enabled(), label)
    });
    // Paint
    let area = Rect::from_min_max(
        pos2(rect.left() + AXIS, rect.top() + size::GAP_S),
        pos2(rect.right(), rect.bottom() - SEASONS),
    );
    let scale = Scale::of(facts, measure, area);
    scale.paint(ui, currency);
    let seasons = facts.scenarios.first().map(|row| row.costs.seasons.as_slice()).unwrap_or_default();
    let group = area.width() / seasons.len().max(1) as f32;
    let count = facts.scenarios.len().max(1) as f32;
    let bar = ((group - size::GAP_L) / count).min(BAR);
    for (place, season) in seasons.iter().enumerate() {
        let middle = area.left() + group * (place as f32 + 0.5);
        let first = middle - bar * count / 2.0;
        for (at, row) in facts.scenarios.iter().enumerate() {
            let Some(season) = row.costs.seasons.get(place) else { continue };
            let left = first + bar * at as f32;
            let color = theme::palette(ui).scenario(colour_index(row.colour));
            scale.paint_bar(ui, (left, bar), measure.of(season), color);
        }
        let foot = Rect::from_min_max(
            pos2(middle - group / 2.0, area.bottom()),
            pos2(middle + group / 2.0, rect.bottom()),
        );
        let name = text::small(&season.name);
        widgets::paint_text(ui, foot, Align2::CENTER_CENTER, name, theme::palette(ui).muted);
    }
}

/// The axis of amounts.
struct Scale {
    area: Rect,
    bottom: f64,
    top: f64,
    step: f64,
    /// Nothing costs anything: there is nothing to measure by.
    is_bare: bool,
}

impl Scale {
    /// From the least to the most of a measure, in round steps.
    fn of(facts: &Facts, measure: Measure, area: Rect) -> Self {
        let seasons = facts.scenarios.iter().flat_map(|row| &row.costs.seasons);
        let (least, most) =
            seasons.map(|season| measure.of(season)).fold((0.0_f64, 0.0_f64), |ends, figure| {
                let Figure { if_it_happens, expected } = figure;
                (
                    ends.0.min(if_it_happens.low).min(expected.low),
                    ends.1.max(if_it_happens.high).max(expected.high),
                )
            });
        let step = round_step((most - least).max(1.0) / LINES);
        let (bottom, top) = ((least / step).floor() * step, ((most / step).ceil() * step).max(step));
        Self { area, bottom, top, step, is_bare: most - least < 1.0 }
    }

    fn y(&self, amount: f64) -> f32 {
        let share = ((amount - self.bottom) / (self.top - self.bottom)).clamp(0.0, 1.0);
        self.area.bottom() - share as f32 * self.area.height()
    }

    /// The lines and their amounts.
    fn paint(&self, ui: &Ui, currency: Currency) {
        let palette = theme::palette(ui);
        let Self { area, bottom, top, step, is_bare } = *self;
        let mut at = bottom;
        while at <= top + step / 2.0 {
            let is_zero = at.abs() < step / 2.0;
            if is_zero || !is_bare {
                let y = ui.painter().round_to_pixel_center(self.y(at));
                let ink = if is_zero { palette.line_strong } else { palette.line };
                ui.painter().hline(area.x_range(), y, Stroke::new(size::HAIRLINE, ink));
                let min = pos2(area.left() - AXIS, y - 9.0);
                let place = Rect::from_min_max(min, pos2(area.left() - size::GAP_S, y + 9.0));
                let words = text::small(money(at, currency));
                widgets::paint_text(ui, place, Align2::RIGHT_CENTER, words, palette.muted);
            }
            at += step;
        }
    }

    /// A bar as high as expected, and a line from least to most if every move comes off.
    fn paint_bar(&self, ui: &Ui, (left, width): (f32, f32), figure: Figure, color: Color32) {
        let Figure { if_it_happens, expected } = figure;
        let (zero, tip) = (self.y(0.0), self.y(expected.likely));
        let body = Rect::from_min_max(
            pos2(left + 1.0, zero.min(tip)),
            pos2(left + width - 1.0, zero.max(tip).max(zero.min(tip) + 1.0)),
        );
        ui.painter().rect_filled(body, 2.0, color.gamma_multiply(FILL));
        if if_it_happens != Figure::default().if_it_happens {
            let (low, high) = (self.y(if_it_happens.low), self.y(if_it_happens.high));
            let x = ui.painter().round_to_pixel_center(left + width / 2.0);
            let stroke = Stroke::new(size::CURVE, color);
            ui.painter().vline(x, high.min(low - 1.0)..=low, stroke);
            ui.painter().hline(x - CAP..=x + CAP, self.y(if_it_happens.likely), stroke);
        }
    }
}

/// 1, 2 or 5 times a power of ten, at least `least`.
fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= least).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_steps_in_round_figures() {
        for (least, step) in [(1.0, 1.0), (3.4e6, 5e6), (1.2e6, 2e6), (7e6, 1e7), (1e24, 1e24)] {
            assert!((round_step(least) / step - 1.0).abs() < 1e-9, "{least}");
        }
    }
}
