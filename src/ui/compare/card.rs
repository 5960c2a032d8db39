//! A comparison as a card fit to be posted: the sentence, the columns, the curves, and what is assumed.

use egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use super::band::paint_ground;
use super::column::{self, Look, column_ui};
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
const MARGIN: f32 = 24.0;
/// Height of the first line and of the last, points.
const TOP: f32 = 26.0;
const FOOT: f32 = 16.0;
/// Margin inside the sentence's ground, points.
const INSIDE: f32 = 14.0;
/// Sizes of the two sentences: as they are best, and where that takes more than two lines each.
const SIZES: [[f32; 2]; 3] = [[20.0, 14.0], [17.0, 13.0], [15.0, 12.0]];
/// Most lines of moves in a column.
const MOVES: usize = 3;
/// Side of the mark beside the program's name, points.
const MARK: f32 = 18.0;

/// Draws the card over the whole of `ui`. Says that there is nothing to compare if there is not.
pub fn card_ui(ui: &mut Ui, scene: Scene<'_>) {
    let palette = theme::palette(ui);
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, palette.bg);
    let inner = area.shrink(MARGIN);
    let Some(compared) = scene.derived.compared() else { return };
    let comparison = &compared.comparison;
    let facts = Facts::bring(None, scene, compared);
    let mut y = inner.top();
    let mut take = |height: f32, gap: f32| {
        let rect = Rect::from_min_max(pos2(inner.left(), y), pos2(inner.right(), y + height));
        y += height + gap;
        rect
    };
    head(ui, take(TOP, size::GAP_XS), scene, comparison);
    if let Some(spoken) = scene.screen.compare.spoken(scene.plan) {
        let said = sentences(comparison, &spoken.id, comparison.value.amount);
        let colour = colour_index(spoken.colour);
        let width = inner.width() - 2.0 * INSIDE;
        let tried = SIZES.map(|sizes| said.galleys(ui, colour, [width, width], sizes));
        let fits = |galleys: &&[std::sync::Arc<egui::Galley>; 2]| {
            galleys.iter().all(|galley| galley.rows.len() <= 2)
        };
        let [_, _, smallest] = &tried;
        let [first, second] = tried.iter().find(fits).unwrap_or(smallest);
        let height = first.size().y + second.size().y + size::GAP_XS + 2.0 * INSIDE - 6.0;
        let rect = take(height, size::GAP_S + 2.0);
        paint_ground(ui, rect, colour);
        let at = rect.left_top() + vec2(INSIDE, INSIDE - 4.0);
        ui.painter().galley(at, std::sync::Arc::clone(first), palette.text);
        let below = at + vec2(0.0, first.size().y + size::GAP_XS);
        ui.painter().galley(below, std::sync::Arc::clone(second), palette.muted);
    }
    let moves = facts.columns.iter().map(column::Column::seen_moves).max().unwrap_or(0).min(MOVES);
    let rows = facts.columns.iter().map(|column| column.rows.len()).max().unwrap_or(0);
    let rect = take(column::height(moves, rows), size::GAP_S + 2.0);
    for (place, column) in split(rect, facts.columns.len(), size::GAP_M).into_iter().zip(&facts.columns) {
        // Nothing can be clicked in a picture.
        let _nothing = column_ui(ui, place, column, moves, Look::Still);
    }
    let left = inner.bottom() - FOOT - size::GAP_TIGHT - rect.bottom() - size::GAP_S - 2.0;
    let inside = paint_panel(ui, take(left, size::GAP_TIGHT));
    let legend = Rect::from_min_size(inside.min, vec2(inside.width(), HEAD - size::GAP_S));
    facts.legend_still(ui, legend);
    let shown = Shown {
        curves: &facts.curves,
        bands: &facts.bands,
        k: comparison.k,
        span: (comparison.from, comparison.to),
    };
    let place = Rect::from_min_max(
        pos2(inside.left(), inside.top() + HEAD - size::GAP_XS),
        inside.max + vec2(0.0, size::GAP_S),
    );
    still_ui(ui, place, shown);
    foot(ui, take(FOOT, 0.0), comparison);
}

/// The plan, its unit, its day and the days that count; on the right the program's name.
fn head(ui: &Ui, rect: Rect, scene: Scene<'_>, comparison: &Comparison) {
    let palette = theme::palette(ui);
    let (name, _) = paint_text(ui, rect, Align2::RIGHT_CENTER, text::second("Backline"), palette.muted);
    let mark = Rect::from_min_size(
        pos2(name.left() - size::GAP_TIGHT - MARK, rect.center().y - MARK / 2.0),
        vec2(MARK, MARK),
    );
    ui.painter().rect_filled(mark, CornerRadius::same(size::RADIUS_CONTROL / 2), palette.accent);
    let letter = text::strong("B").size(text::SECOND_SIZE);
    paint_text(ui, mark, Align2::CENTER_CENTER, letter, palette.on_accent);
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

/// What is assumed and what is estimated.
fn foot(ui: &Ui, rect: Rect, comparison: &Comparison) {
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
    let muted = theme::palette(ui).muted;
    paint_text(ui, rect, Align2::LEFT_CENTER, text::small(parts.join(" \u{b7} ")), muted);
}
