//! Seasons as bars: every scenario on one axis.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

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
    let palette = theme::palette(ui);
    let figures =
        || facts.scenarios.iter().flat_map(|row| &row.costs.seasons).map(|season| measure.of(season));
    let (least, most) = figures().fold((0.0_f64, 0.0_f64), |(least, most), figure| {
        let Figure { if_it_happens, expected } = figure;
        (least.min(if_it_happens.low).min(expected.low), most.max(if_it_happens.high).max(expected.high))
    });
    let area = Rect::from_min_max(
        pos2(rect.left() + AXIS, rect.top() + size::GAP_S),
        pos2(rect.right(), rect.bottom() - SEASONS),
    );
    let step = round_step((most - least).max(1.0) / LINES);
    let (bottom, top) = ((least / step).floor() * step, ((most / step).ceil() * step).max(step));
    let y = |amount: f64| {
        area.bottom() - ((amount - bottom) / (top - bottom)).clamp(0.0, 1.0) as f32 * area.height()
    };
    let mut at = bottom;
    while at <= top + step / 2.0 {
        let line = ui.painter().round_to_pixel_center(y(at));
        let ink = if at.abs() < step / 2.0 { palette.line_strong } else { palette.line };
        ui.painter().hline(area.x_range(), line, Stroke::new(size::HAIRLINE, ink));
        let place =
            Rect::from_min_max(pos2(rect.left(), line - 9.0), pos2(area.left() - size::GAP_S, line + 9.0));
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::small(money(at, currency)), palette.muted);
        at += step;
    }
    let seasons = facts.scenarios.first().map_or(0, |row| row.costs.seasons.len());
    let group = area.width() / seasons.max(1) as f32;
    let count = facts.scenarios.len().max(1) as f32;
    let bar = ((group - size::GAP_L) / count).min(BAR);
    for season in 0..seasons {
        let middle = area.left() + group * (season as f32 + 0.5);
        let first = middle - bar * count / 2.0;
        for (at, row) in facts.scenarios.iter().enumerate() {
            let Some(season) = row.costs.seasons.get(season) else { continue };
            let Figure { if_it_happens, expected } = measure.of(season);
            let left = first + bar * at as f32;
            let color = palette.scenario(colour_index(row.colour));
            let (zero, tip) = (y(0.0), y(expected.likely));
            let body = Rect::from_min_max(
                pos2(left + 1.0, zero.min(tip)),
                pos2(left + bar - 1.0, zero.max(tip).max(zero.min(tip) + 1.0)),
            );
            ui.painter().rect_filled(body, 2.0, color.gamma_multiply(FILL));
            if if_it_happens != Figure::default().if_it_happens {
                let (low, high) = (y(if_it_happens.low), y(if_it_happens.high));
                let x = ui.painter().round_to_pixel_center(left + bar / 2.0);
                let stroke = Stroke::new(size::CURVE, color);
                ui.painter().vline(x, high.min(low - 1.0)..=low, stroke);
                ui.painter().hline(x - CAP..=x + CAP, y(if_it_happens.likely), stroke);
            }
        }
        let Some(name) = facts.scenarios.first().and_then(|row| row.costs.seasons.get(season)) else {
            continue;
        };
        let place = Rect::from_min_max(
            pos2(middle - group / 2.0, area.bottom()),
            pos2(middle + group / 2.0, rect.bottom()),
        );
        widgets::paint_text(ui, place, Align2::CENTER_CENTER, text::small(&name.name), palette.muted);
    }
}

/// How much of its colour a bar keeps under its line.
const FILL: f32 = 0.55;
/// Half the width of the mark of the likely figure, points.
const CAP: f32 = 5.0;

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
