//! The compared scenarios as rows: who comes and goes, what it costs, what it covers, how often it falls short.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Galley, Pos2, Rect, Ui, pos2, vec2};

use super::super::column::Column;
use super::super::rows::{Asked, Depth};
use crate::model::words;
use crate::report::compare::Comparison;
use crate::ui::theme::text::Weight;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, paint_chip, paint_text, text_width};

/// Height of the headings, points.
const HEAD: f32 = 32.0;
/// Heights of a row: at least, at best over curves, and at most, points.
const ROW: [f32; 3] = [44.0, 62.0, 92.0];
/// The least height of a row with two lines of moves under its name, points.
const TWO_LINES: f32 = 50.0;
/// Margin inside the panel above and below, and at the sides, points.
const MARGIN: f32 = 12.0;
const SIDE: f32 = MARGIN + size::GAP_XS;
/// Width of a column of figures, points.
const CELL: f32 = 104.0;
/// Words are so many times larger in the highest rows.
const LARGEST: f32 = 1.35;
/// A row whose words have their usual size is so high, points.
const USUAL: f32 = 52.0;

/// The figures of a row.
const CELLS: [Asked; 3] = [Asked::Cost, Asked::Covered, Asked::Short(Depth::Needed)];

/// The least height of the table in so much width, and the best over curves.
pub(super) fn heights(ui: &Ui, width: f32, columns: &[Column]) -> (f32, f32) {
    let around = HEAD + 2.0 * MARGIN;
    let [least, best, _] = ROW;
    let words = words_in(Rect::from_min_size(Pos2::ZERO, vec2(width - 2.0 * SIDE, least))).width();
    let lines =
        |column: &Column| moves_galley(ui, &column.moves_in_brief(), text::SECOND_SIZE, words).rows.len();
    let least = if columns.iter().any(|column| lines(column) > 1) { TWO_LINES } else { least };
    let rows = columns.len() as f32;
    (around + least * rows, around + best * rows)
}

pub(super) fn table_ui(ui: &Ui, rect: Rect, comparison: &Comparison, columns: &[Column]) {
    let palette = theme::palette(ui);
    let frame = widgets::panel_frame(palette).inner_margin(0.0);
    ui.painter().add(frame.paint(rect));
    let inner = rect.shrink2(vec2(SIDE, MARGIN));
    let (head, rest) = inner.split_top_bottom_at_y(inner.top() + HEAD);
    let [.., most] = ROW;
    let height = (rest.height() / columns.len().max(1) as f32).min(most);
    head_ui(ui, head, comparison);
    for (at, column) in columns.iter().enumerate() {
        let top = rest.top() + height * at as f32;
        let place = Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), height));
        ui.painter().hline(place.x_range(), place.top(), (size::HAIRLINE, palette.line));
        row_ui(ui, place, column);
    }
}

/// What the figures are, in two lines each.
fn head_ui(ui: &Ui, rect: Rect, comparison: &Comparison) {
    let palette = theme::palette(ui);
    let Comparison { to, needed, k, matchdays, .. } = *comparison;
    let until = format!("to {}", words::month_year(to));
    // As in `CELLS`.
    let names = [
        ("Cost".to_owned(), until),
        (format!("{k} fit"), format!("of {matchdays} matchdays")),
        (format!("Short of {needed}"), "at least once".to_owned()),
    ];
    let half = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() / 2.0, rect.center().y));
    paint_text(ui, half, Align2::LEFT_CENTER, text::label("Scenario"), palette.muted);
    for (at, (name, about)) in names.iter().enumerate() {
        let place = cell(rect, at);
        let (upper, lower) = place.split_top_bottom_at_y(rect.center().y);
        paint_text(ui, upper, Align2::RIGHT_CENTER, text::small(name), palette.text);
        paint_text(ui, lower, Align2::RIGHT_CENTER, text::small(about), palette.muted);
    }
}

/// The place of a figure: they stand at the right end.
fn cell(rect: Rect, at: usize) -> Rect {
    let left = rect.right() - CELL * (CELLS.len() - at) as f32;
    Rect::from_min_max(pos2(left + size::GAP_XS, rect.top()), pos2(left + CELL, rect.bottom()))
}

fn row_ui(ui: &Ui, rect: Rect, column: &Column) {
    let palette = theme::palette(ui);
    let zoom = (rect.height() / USUAL).clamp(1.0, LARGEST);
    let bar =
        Rect::from_min_size(rect.min + vec2(0.0, size::GAP_S), vec2(size::GAP_XS, rect.height() - 16.0));
    ui.painter().rect_filled(bar, size::GAP_HAIR, palette.scenario(column.colour));
    for (at, asked) in CELLS.iter().enumerate() {
        let Some(known) = column.rows.iter().find(|row| row.asked == *asked) else { continue };
        let place = cell(rect, at);
        let half = Rect::from_min_max(place.min, pos2(place.right(), place.center().y + 2.0 * zoom));
        let value = text::strong(&known.value).size(text::VERDICT_SIZE * zoom);
        let share = (place.width() / text_width(ui, &value)).min(1.0);
        let value = text::strong(&known.value).size(text::VERDICT_SIZE * zoom * share);
        let Some((change, tone)) = &known.change else {
            paint_text(ui, place, Align2::RIGHT_CENTER, value, palette.text);
            continue;
        };
        paint_text(ui, half, Align2::RIGHT_BOTTOM, value, palette.text);
        let below = Rect::from_min_max(pos2(place.left(), half.bottom()), place.max);
        let change = text::small(change).size(text::SECOND_SIZE * zoom);
        paint_text(ui, below, Align2::RIGHT_TOP, change, palette.tone(*tone).text);
    }
    words_ui(ui, words_in(rect), column, zoom);
}

/// The place of a row's words, between its bar and its figures.
fn words_in(rect: Rect) -> Rect {
    let left = rect.left() + size::GAP_XS + size::GAP_S;
    Rect::from_min_max(pos2(left, rect.top()), pos2(cell(rect, 0).left() - size::GAP_S, rect.bottom()))
}

/// The scenario's name, and under it in at most two lines who comes and goes.
fn words_ui(ui: &Ui, rect: Rect, column: &Column, zoom: f32) {
    let palette = theme::palette(ui);
    let points = text::SECOND_SIZE * zoom.min(1.1);
    let moves = moves_galley(ui, &column.moves_in_brief(), points, rect.width());
    let name = text::section(&column.name).size(text::SECTION_SIZE * zoom);
    let line = text::SECTION_SIZE * zoom * 1.3;
    let top = rect.center().y - f32::midpoint(line, moves.size().y);
    let mut place = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), line));
    ui.painter().galley(pos2(rect.left(), top + line), moves, palette.muted);
    if column.baseline {
        let width = text_width(ui, &text::small("baseline")) + 2.0 * size::CHIP_PADDING;
        let room = rect.width() - width - size::GAP_S;
        let left = rect.left() + text_width(ui, &name).min(room) + size::GAP_S;
        let chip = Rect::from_min_size(pos2(left, top), vec2(width + 1.0, line));
        paint_chip(ui, chip, "baseline", Tone::Accent);
        place.max.x = left - size::GAP_XS;
    }
    paint_text(ui, place, Align2::LEFT_CENTER, name, palette.text);
}

/// Moves in at most two lines, broken between them; where that has no room for all, between the parts of one.
fn moves_galley(ui: &Ui, moves: &[String], points: f32, width: f32) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let font = text::font(points, Weight::Regular);
    let lay_out = |words: &str, max_width: f32| {
        let mut job = LayoutJob::default();
        job.append(words, 0.0, TextFormat::simple(font.clone(), palette.muted));
        job.wrap.max_width = max_width;
        job.wrap.max_rows = 2;
        ui.painter().layout_job(job)
    };
    let unbroken: Vec<String> = moves.iter().map(|mv| no_break(mv)).collect();
    let whole = lay_out(&unbroken.join("; "), width);
    let each_fits = unbroken.iter().all(|mv| lay_out(&format!("{mv};"), f32::INFINITY).size().x <= width);
    if each_fits && !whole.elided {
        return whole;
    }
    let parts = |mv: &String| mv.split(" \u{b7} ").map(no_break).collect::<Vec<_>>().join("\u{a0}\u{b7} ");
    lay_out(&moves.iter().map(parts).collect::<Vec<_>>().join("; "), width)
}

/// Words that stay on one line.
fn no_break(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(moves: &[&str], width: f32) -> Vec<String> {
        let moves: Vec<String> = moves.iter().map(|mv| (*mv).to_owned()).collect();
        let mut rows = Vec::new();
        let draw = |ui: &mut Ui| {
            let galley = moves_galley(ui, &moves, 12.0, width);
            rows =
                galley.rows.iter().map(|row| row.text().replace('\u{a0}', " ").trim().to_owned()).collect();
        };
        let mut window = egui_kittest::Harness::builder().with_context_setup(theme::install).build_ui(draw);
        window.run();
        drop(window);
        rows
    }

    #[test]
    fn moves_break_between_them_and_a_long_one_between_its_parts() {
        let [upamecano, konate] = ["in Upamecano · Jul 26 · free · 45 %", "in Konaté · Jul 26 · free · 15 %"];
        assert_eq!(rows(&[upamecano, konate], 260.0), [format!("{upamecano};"), konate.to_owned()]);
        let long = rows(&["in Alexander-Arnold · Jan 25 · €20m–40m est. · 10 %"], 240.0);
        assert_eq!(long.len(), 2);
        assert!(long[0].ends_with('·') && long[1].ends_with("10 %"), "{long:?}");
    }
}
