//! A comparison as a card fit to be posted: the sentence, the columns, the curves, and what is assumed.

use std::sync::Arc;

use egui::{Align2, CornerRadius, Galley, Rect, Ui, pos2, vec2};

use super::band::paint_ground;
use super::column::{self, Column, Look, column_ui};
use super::curves::{Shown, still_ui};
use super::facts::{Facts, sentences};
use super::{HEAD, paint_panel, split};
use crate::model::words;
use crate::report::compare::Comparison;
use crate::ui::board::Scene;
use crate::ui::theme::{self, size, text};
use crate::ui::time::colour_index;
use crate::ui::widgets::paint_text;

/// Width and height of the card, points: at three pixels to the point 3200 × 1800 pixels.
pub const CARD: (f32, f32) = (3200.0 / 3.0, 600.0);

/// Around the card, points.
const MARGIN: f32 = 20.0;
/// Height of the first line and of the last two, points.
const TOP: f32 = 26.0;
const FOOT: f32 = 32.0;
/// Between the parts, points.
const GAP: f32 = 10.0;
/// Least height of the panel with the curves, points.
const CURVES: f32 = 140.0;
/// Margin inside the sentence's ground, points.
const INSIDE: f32 = 14.0;
/// Sizes of the two sentences: as they are best, and where that takes more than two lines each.
const SIZES: [[f32; 2]; 3] = [[20.0, 14.0], [17.0, 13.0], [15.0, 12.0]];
/// Most lines of moves in a column.
const MOVES: usize = 3;
/// Side of the mark beside the program's name, points.
const MARK: f32 = 18.0;

/// Draws the card over the whole of `ui`; nothing where there is nothing to compare.
pub fn card_ui(ui: &mut Ui, scene: Scene<'_>) {
    let palette = theme::palette(ui);
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, palette.bg);
    let inner = area.shrink(MARGIN);
    let Some(compared) = scene.derived.compared() else { return };
    let comparison = &compared.comparison;
    let mut facts = Facts::bring(None, scene, compared);
    let common = Column::take_out_common(&mut facts.columns);
    let said = Said::of(ui, scene, comparison, inner.width() - 2.0 * INSIDE);
    let moves = facts.columns.iter().map(Column::seen_moves).max().unwrap_or(0);
    let rows = facts.columns.iter().map(|column| column.rows.len()).max().unwrap_or(0);
    let fixed = TOP + size::GAP_XS + 2.0 * GAP + FOOT + size::GAP_TIGHT;
    let curves = |said: f32, moves: usize| inner.height() - fixed - said - column::height(moves, rows);
    // The curves shall be seen: for them first the sentence gives way, then lines of the columns.
    let ways = [MOVES, 2, 1].into_iter().flat_map(|most| {
        let said = &said;
        (0..SIZES.len()).map(move |way| (most.min(moves), way, said.height(way)))
    });
    let fits =
        |(moves, way, height): &(usize, usize, f32)| said.is_short(*way) && curves(*height, *moves) >= CURVES;
    let last = (1.min(moves), SIZES.len() - 1, said.height(SIZES.len() - 1));
    let (moves, way, said_height) = ways.into_iter().find(fits).unwrap_or(last);

    let mut y = inner.top();
    let mut take = |height: f32, gap: f32| {
        let rect = Rect::from_min_max(pos2(inner.left(), y), pos2(inner.right(), y + height));
        y += height + gap;
        rect
    };
    head(ui, take(TOP, size::GAP_XS), scene, comparison);
    said.paint(ui, take(said_height, GAP), way);
    let rect = take(column::height(moves, rows), GAP);
    for (place, column) in split(rect, facts.columns.len(), size::GAP_M).into_iter().zip(&facts.columns) {
        // Nothing can be clicked in a picture.
        let _nothing = column_ui(ui, place, column, moves, Look::Still);
    }
    curves_panel(ui, take(curves(said_height, moves), size::GAP_TIGHT), &facts, comparison);
    foot(ui, take(FOOT, 0.0), comparison, &common);
}

/// The two sentences, laid out in every pair of [`SIZES`].
struct Said {
    colour: usize,
    ways: Vec<[Arc<Galley>; 2]>,
}

impl Said {
    fn of(ui: &Ui, scene: Scene<'_>, comparison: &Comparison, width: f32) -> Self {
        let Some((spoken, against)) = scene.screen.compared_pair(scene.plan) else {
            return Self { colour: 0, ways: Vec::new() };
        };
        let pair = (spoken.id.clone(), against.id.clone());
        let said = sentences(comparison, &pair, comparison.value.amount);
        let colour = colour_index(spoken.colour);
        let ways = SIZES.into_iter().map(|sizes| said.galleys(ui, colour, [width, width], sizes));
        Self { colour, ways: ways.collect() }
    }

    /// No sentence takes more than two lines.
    fn is_short(&self, way: usize) -> bool {
        self.ways.get(way).is_none_or(|galleys| galleys.iter().all(|galley| galley.rows.len() <= 2))
    }

    fn height(&self, way: usize) -> f32 {
        let Some([first, second]) = self.ways.get(way) else { return 0.0 };
        first.size().y + second.size().y + size::GAP_XS + 2.0 * INSIDE - size::GAP_TIGHT
    }

    fn paint(&self, ui: &Ui, rect: Rect, way: usize) {
        let Some([first, second]) = self.ways.get(way) else { return };
        let palette = theme::palette(ui);
        paint_ground(ui, rect, self.colour);
        let at = rect.left_top() + vec2(INSIDE, INSIDE - size::GAP_XS);
        ui.painter().galley(at, Arc::clone(first), palette.text);
        let below = at + vec2(0.0, first.size().y + size::GAP_XS);
        ui.painter().galley(below, Arc::clone(second), palette.muted);
    }
}

fn curves_panel(ui: &Ui, rect: Rect, facts: &Facts, comparison: &Comparison) {
    let inside = paint_panel(ui, rect);
    let legend = Rect::from_min_size(inside.min, vec2(inside.width(), HEAD - size::GAP_S));
    facts.legend_still(ui, legend);
    let Comparison { from, to, k, .. } = *comparison;
    let shown = Shown { curves: &facts.curves, bands: &facts.bands, k, span: (from, to) };
    // Months stand close to the panel's edge.
    let (top, bottom) = (inside.top() + HEAD - size::GAP_XS, inside.bottom() + size::GAP_S);
    let place = Rect::from_min_max(pos2(inside.left(), top), pos2(inside.right(), bottom));
    still_ui(ui, place, shown);
}

/// The program's name at the right end of `rect`, quietly; says where it stands.
pub(in crate::ui) fn wordmark(ui: &Ui, rect: Rect) -> Rect {
    let palette = theme::palette(ui);
    let (name, _) = paint_text(ui, rect, Align2::RIGHT_CENTER, text::second("Backline"), palette.muted);
    let mark = Rect::from_min_size(
        pos2(name.left() - size::GAP_TIGHT - MARK, rect.center().y - MARK / 2.0),
        vec2(MARK, MARK),
    );
    ui.painter().rect_filled(mark, CornerRadius::same(size::RADIUS_CONTROL / 2), palette.accent);
    let letter = text::strong("B").size(text::SECOND_SIZE);
    paint_text(ui, mark, Align2::CENTER_CENTER, letter, palette.on_accent);
    mark
}

/// The plan, its unit, its day and the days that count; on the right the program's name.
fn head(ui: &Ui, rect: Rect, scene: Scene<'_>, comparison: &Comparison) {
    let palette = theme::palette(ui);
    let mark = wordmark(ui, rect);
    let mut rest = Rect::from_min_max(rect.min, pos2(mark.left() - size::GAP_L, rect.bottom()));
    let half = Rect::from_min_max(rest.min, pos2(rest.left() + rest.width() * 0.5, rest.bottom()));
    let (covered, _) =
        paint_text(ui, half, Align2::LEFT_CENTER, text::section(&scene.plan.name), palette.text);
    rest.min.x = covered.right() + size::GAP_M;
    let facts = format!(
        "{} \u{b7} as of {} \u{b7} matchdays to {}",
        comparison.unit_name.to_lowercase(),
        words::date(comparison.as_of),
        words::date(comparison.to)
    );
    paint_text(ui, rest, Align2::LEFT_CENTER, text::second(facts), palette.muted);
}

/// What all scenarios have in common; what is assumed and estimated.
fn foot(ui: &Ui, rect: Rect, comparison: &Comparison, common: &[String]) {
    let mut parts = vec!["Expected figures: every move counts with its chance".to_owned()];
    if let Some(value) = comparison.value.amount {
        let value = words::money(value.round() as i64, comparison.currency);
        let assumed = if comparison.value.is_assumption { " (assumption)" } else { "" };
        parts.push(format!("a covered matchday is worth {value}{assumed}"));
    }
    if comparison.columns.iter().flat_map(|column| &column.changes).any(|change| change.is_estimate) {
        parts.push("est.: the plan\u{2019}s own estimate".to_owned());
    }
    parts.push("fitness: population defaults".to_owned());
    let palette = theme::palette(ui);
    let (upper, lower) = rect.split_top_bottom_at_y(rect.center().y);
    let lines = if common.is_empty() { [rect, rect] } else { [upper, lower] };
    if !common.is_empty() {
        let words = format!("In every scenario \u{2013} {}", common.join("; "));
        paint_text(ui, upper, Align2::LEFT_CENTER, text::small(words), palette.text);
    }
    let [_, place] = lines;
    paint_text(ui, place, Align2::LEFT_CENTER, text::small(parts.join(" \u{b7} ")), palette.muted);
}
