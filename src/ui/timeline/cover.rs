//! The unit's cover under the rows, on the same axis: at least as many as needed, one more, two more.

use std::sync::Arc;

use egui::{Align2, Pos2, Rect, Sense, Shape, Ui, pos2, vec2};

use super::facts::Facts;
use crate::forecast::{Stretch, UnitForecast};
use crate::model::{Date, words};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::time::{Axis, Line, Plot, hovered_day, line};
use crate::ui::widgets::{paint_text, text_width};

/// What each depth is drawn in: what is needed, what the verdicts count, one more.
const TONES: [Tone; 3] = [Tone::Ok, Tone::Warn, Tone::Bad];
/// Side of a square in the legend, points.
const SWATCH: f32 = 10.0;
/// A stretch longer than this is named with its years, days.
const LONG_STRETCH: i32 = 270;
/// Room for the per cent beside the axis, and for a chance and what it is of in the legend, points.
const SCALE: f32 = 44.0;
const LEGEND: f32 = 100.0;
/// How much of their colour the days before the as-of date keep.
const PAST: f32 = 0.45;

/// The curves as last drawn.
#[derive(Debug, Default)]
pub(super) struct Cover {
    kept: Option<Kept>,
    drawn: u64,
}

#[derive(Debug)]
struct Kept {
    forecast: Arc<UnitForecast>,
    plot: Plot,
    dark: bool,
    shapes: Vec<Shape>,
    lines: Vec<Vec<Pos2>>,
}

impl Cover {
    pub(super) fn ui(&mut self, ui: &Ui, rect: Rect, axis: Axis, facts: &Facts, shown: Date) {
        let palette = theme::palette(ui);
        let plot = Plot { axis, top: rect.top() + 6.0, bottom: rect.bottom() - 22.0 };
        paint_scale(ui, plot);
        paint_legend(ui, rect, axis, facts, shown);
        let dark = ui.visuals().dark_mode;
        let same = self.kept.as_ref().is_some_and(|kept| {
            Arc::ptr_eq(&kept.forecast, &facts.forecast) && kept.plot == plot && kept.dark == dark
        });
        if !same {
            self.drawn += 1;
            self.kept = Some(Kept::new(ui, facts, plot));
        }
        let Some(kept) = &self.kept else { return };
        let painter = ui.painter().with_clip_rect(plot.rect().expand(2.0).intersect(ui.clip_rect()));
        let shading = facts.stretch.map(|stretch| {
            let left = axis.x(stretch.first).max(axis.left());
            let right = axis.x_end(stretch.last).min(axis.right());
            (stretch, Rect::from_min_max(pos2(left, plot.top), pos2(right, plot.bottom)))
        });
        let bad = palette.tone(Tone::Bad);
        if let Some((_, place)) = shading.filter(|(_, place)| place.width() > 1.0) {
            painter.rect_filled(place, 0.0, bad.mark.gamma_multiply(theme::wash::STRETCH));
        }
        painter.extend(kept.shapes.iter().cloned());
        if let Some((stretch, place)) = shading.filter(|(_, place)| place.width() > 1.0) {
            let words = format!(
                "Weakest stretch: {} \u{2013} {}, {} fit down to {}",
                stretch_day(&stretch, stretch.first),
                stretch_day(&stretch, stretch.last),
                facts.forecast.target_depth,
                words::percent_whole(stretch.chance)
            );
            paint_words(ui, plot, place, words, &kept.lines);
        }
        paint_limits(ui, plot, facts);
        hover_ui(ui, plot, facts);
    }
}

/// `23 Sep`, and with the year where a stretch is so long that the year is in doubt.
fn stretch_day(stretch: &Stretch, day: Date) -> String {
    let long = (stretch.last - stretch.first).get_days() > LONG_STRETCH;
    if long { words::date(day) } else { words::day_month(day) }
}

impl Kept {
    fn new(ui: &Ui, facts: &Facts, plot: Plot) -> Self {
        let palette = theme::palette(ui);
        let (mut shapes, mut lines) = (Vec::new(), Vec::new());
        for (k, tone) in facts.depths.into_iter().zip(TONES) {
            let color = palette.tone(tone).mark;
            let [past, ahead] = plot.points(&facts.forecast, k);
            lines.push(past.iter().chain(&ahead).copied().collect());
            shapes.extend(line(past, color.gamma_multiply(PAST), Line::Solid));
            shapes.extend(line(ahead, color, Line::Solid));
        }
        Self { forecast: Arc::clone(&facts.forecast), plot, dark: ui.visuals().dark_mode, shapes, lines }
    }
}

fn paint_scale(ui: &Ui, plot: Plot) {
    let palette = theme::palette(ui);
    for quarter in 0..=4_u8 {
        let y = plot.y(f64::from(quarter) / 4.0);
        ui.painter().hline(
            plot.axis.left()..=plot.axis.right(),
            y.round() + 0.5,
            (size::HAIRLINE, palette.line),
        );
        let place = Rect::from_min_max(
            pos2(plot.axis.left() - SCALE, y - 8.0),
            pos2(plot.axis.left() - 8.0, y + 8.0),
        );
        let words = text::small(format!("{}\u{a0}%", u32::from(quarter) * 25));
        paint_text(ui, place, Align2::RIGHT_CENTER, words, palette.muted);
    }
}

fn paint_legend(ui: &Ui, rect: Rect, axis: Axis, facts: &Facts, shown: Date) {
    let palette = theme::palette(ui);
    let (left, right) = (rect.left() + size::GAP_M, axis.left() - SCALE);
    let mut y = rect.top();
    let mut line = |height: f32| {
        let line = Rect::from_min_max(pos2(left, y), pos2(right, y + height));
        y += height;
        line
    };
    paint_text(ui, line(18.0), Align2::LEFT_CENTER, text::strong("Cover"), palette.text);
    let head = line(20.0);
    let words = ["chance of at least\u{2026}", "at least\u{2026}"].map(text::second);
    let [long, short] = words;
    let words = if text_width(ui, &long) <= head.width() { long } else { short };
    paint_text(ui, head, Align2::LEFT_CENTER, words, palette.muted);
    for (k, tone) in facts.depths.into_iter().zip(TONES) {
        let line = line(21.0);
        let swatch = Rect::from_min_size(pos2(left, line.center().y - SWATCH / 2.0), vec2(SWATCH, SWATCH));
        ui.painter().rect_filled(swatch, 2.0, palette.tone(tone).mark);
        let place =
            Rect::from_min_max(pos2(swatch.right() + 7.0, line.top()), pos2(left + LEGEND, line.bottom()));
        paint_text(ui, place, Align2::LEFT_CENTER, text::body(format!("{k} fit")), palette.text);
        if let Some(chance) = facts.forecast.cover_on(shown, k) {
            let chance = text::body(words::percent(chance));
            paint_text(ui, place, Align2::RIGHT_CENTER, chance, palette.text);
        }
    }
}

/// Puts words into the stretch where they are farthest from every curve; where all places are crossed, on a ground.
fn paint_words(ui: &Ui, plot: Plot, place: Rect, words: String, lines: &[Vec<Pos2>]) {
    let palette = theme::palette(ui);
    let color = palette.tone(Tone::Bad).text;
    let font = text::font(text::SECOND_SIZE, text::Weight::Medium);
    let galley = ui.painter().layout_no_wrap(words, font, color);
    let (width, height) = (galley.size().x, galley.size().y);
    let least = plot.axis.left() + size::GAP_XS;
    let most = (plot.axis.right() - width - size::GAP_XS).max(least);
    let first = (place.left() + size::GAP_S).clamp(least, most);
    let last = (place.right() - width - size::GAP_S).clamp(first, most);
    let steps = 24_u8;
    let share = |step: u8| f32::from(step) / f32::from(steps);
    let candidates = (0..=steps).flat_map(|across| {
        (1..steps).map(move |down| {
            let left = first + (last - first) * share(across);
            let y = plot.top + (plot.bottom - plot.top) * share(down);
            Rect::from_min_size(pos2(left, y - height / 2.0), vec2(width, height))
        })
    });
    // Between the lines of the scale.
    let quarter = (plot.bottom - plot.top) / 4.0;
    let nth = |y: f32| ((y - plot.top) / quarter).floor() as i32;
    let inside = candidates.filter(|rect| nth(rect.top()) == nth(rect.bottom()));
    // Far enough is far enough: of those the first from the left.
    let clear = |rect: &Rect| clearance(lines, *rect).min(size::GAP_L);
    let best = inside
        .map(|rect| (clear(&rect), rect))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let Some((clearance, rect)) = best else { return };
    if clearance <= 0.0 {
        ui.painter().rect_filled(rect.expand(size::GAP_XS), size::GAP_XS, palette.bg);
    }
    ui.painter().galley(rect.min, galley, color);
}

/// How far every line stays above or below `rect`, points; nothing where one crosses it.
fn clearance(lines: &[Vec<Pos2>], rect: Rect) -> f32 {
    let pieces = lines.iter().flat_map(|line| line.windows(2));
    let off = |pair: &[Pos2]| {
        let &[one, other] = pair else { return f32::INFINITY };
        let (from, to) = (one.x.max(rect.left()), other.x.min(rect.right()));
        if from > to {
            return f32::INFINITY;
        }
        let at =
            |x: f32| one.y + (other.y - one.y) * ((x - one.x) / (other.x - one.x).max(1e-3)).clamp(0.0, 1.0);
        let (high, low) = (at(from).min(at(to)), at(from).max(at(to)));
        (rect.top() - low).max(high - rect.bottom()).max(0.0)
    };
    pieces.map(off).fold(f32::INFINITY, f32::min)
}

/// Says where the forecast ends if the axis goes further, and that there are no matchdays if there are none.
fn paint_limits(ui: &Ui, plot: Plot, facts: &Facts) {
    let palette = theme::palette(ui);
    let end = plot.axis.x_end(facts.forecast.to);
    let mut words = Vec::new();
    if end < plot.axis.right() - 4.0 {
        words.push(format!("forecast to {}", words::date(facts.forecast.to)));
        ui.painter().vline(
            end.max(plot.axis.left()),
            plot.top..=plot.bottom,
            (size::HAIRLINE, palette.line_strong),
        );
    }
    if facts.forecast.matchdays.is_empty() {
        words.push("no matchdays in this plan: every day counts alike".to_owned());
    }
    let place = Rect::from_min_max(
        pos2(plot.axis.left(), plot.bottom + 2.0),
        pos2(plot.axis.right(), plot.bottom + 20.0),
    );
    paint_text(ui, place, Align2::RIGHT_CENTER, text::small(words.join(" · ")), palette.muted);
}

fn hover_ui(ui: &Ui, plot: Plot, facts: &Facts) {
    let response = ui.interact(plot.rect(), ui.scope_id().with("cover"), Sense::hover());
    let Some(day) = hovered_day(ui, &response, plot, plot.bottom) else { return };
    let x = ui.painter().round_to_pixel_center(plot.axis.x_mid(day));
    let palette = theme::palette(ui);
    for (k, tone) in facts.depths.into_iter().zip(TONES) {
        if let Some(chance) = facts.forecast.cover_on(day, k) {
            ui.painter().circle_filled(pos2(x, plot.y(chance)), size::DOT / 2.0, palette.tone(tone).mark);
        }
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.label(text::strong(words::date(day)));
        for (k, tone) in facts.depths.into_iter().zip(TONES) {
            let chance = facts.forecast.cover_on(day, k);
            let chance = chance.map_or_else(|| "not forecast".to_owned(), words::percent);
            let words = format!("at least {k} fit: {chance}");
            ui.label(text::body(words).color(palette.tone(tone).text));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_crosses_words_that_no_end_of_it_touches() {
        let jump = vec![pos2(0.0, 10.0), pos2(50.0, 10.0), pos2(51.0, 90.0), pos2(100.0, 90.0)];
        let words = |left: f32| Rect::from_min_size(pos2(left, 45.0), vec2(40.0, 10.0));
        assert!(clearance(std::slice::from_ref(&jump), words(30.0)).abs() < 1e-4);
        assert!((clearance(std::slice::from_ref(&jump), words(5.0)) - 35.0).abs() < 1e-4);
        assert!((clearance(&[jump], words(55.0)) - 35.0).abs() < 1e-4);
    }
}
