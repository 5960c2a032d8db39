//! A comparison as a card fit to be posted: the verdict and its two numbers, the scenarios as a table, the curves.

mod hero;
mod table;

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::column::Column;
use super::curves::{Shown, still_ui};
use super::facts::Facts;
use super::{HEAD, paint_panel};
use crate::model::words;
use crate::report::compare::Comparison;
use crate::ui::board::Scene;
use crate::ui::share::{Card, CardShape, Heading, frame_ui};
use crate::ui::theme::{self, size, text};
use crate::ui::widgets::paint_text;

/// Between the parts, points.
const GAP: f32 = 12.0;
/// The table's share of a wide card's width.
const TABLE: f32 = 0.58;
/// Least height of the panel with the curves, points; on less a square card goes without.
const CURVES: f32 = 128.0;

/// Draws the card over the whole of `ui`; nothing where there is nothing to compare.
pub fn card_ui(ui: &mut Ui, scene: Scene<'_>, card: Card) {
    let palette = theme::palette(ui);
    let Some(compared) = scene.derived.compared() else { return };
    let comparison = &compared.comparison;
    let mut facts = Facts::bring(None, scene, compared);
    let common = Column::take_out_common(&mut facts.columns);
    let about = format!(
        "{} \u{b7} as of {} \u{b7} matchdays to {}",
        comparison.unit_name,
        words::date(comparison.as_of),
        words::date(comparison.to)
    );
    let plan = scene.plan;
    let heading = Heading { club: &plan.club, title: &plan.name, scenario: None, facts: &about, aside: "" };
    let shared = format!("In every scenario \u{2013} {}", common.join("; "));
    let assumed = assumed(comparison);
    let lines: Vec<String> = match card.shape {
        CardShape::Wide => vec![assumed.join(" \u{b7} ")],
        CardShape::Square => assumed.chunks(2).map(|parts| parts.join(" \u{b7} ")).collect(),
    };
    let mut foot: Vec<_> = lines.iter().map(|line| (line.as_str(), palette.muted)).collect();
    if !common.is_empty() {
        foot.insert(0, (shared.as_str(), palette.text));
    }
    let content = frame_ui(ui, card, heading, &foot);
    content_ui(ui, scene, (content, card.shape), &facts, comparison);
}

/// The verdict, and under it the table beside or over the curves.
fn content_ui(
    ui: &Ui,
    scene: Scene<'_>,
    (content, shape): (Rect, CardShape),
    facts: &Facts,
    comparison: &Comparison,
) {
    let columns = &facts.columns;
    let mut rest = content;
    if let Some(said) = hero::Said::of(ui, scene, comparison, (content.width(), shape)) {
        let (top, under) = content.split_top_bottom_at_y(content.top() + said.height());
        said.paint(ui, top);
        rest = under.with_min_y(under.top() + GAP);
    }
    match shape {
        CardShape::Wide => {
            let x = rest.left() + (rest.width() * TABLE).round();
            let (left, right) = rest.split_left_right_at_x(x);
            table::table_ui(ui, left, comparison, columns);
            curves_ui(ui, right.with_min_x(x + GAP), facts, comparison);
        }
        CardShape::Square => {
            let (least, best) = table::heights(ui, rest.width(), columns);
            let left = rest.height() - GAP - CURVES;
            if left < least {
                table::table_ui(ui, rest, comparison, columns);
                return;
            }
            let (upper, lower) = rest.split_top_bottom_at_y(rest.top() + left.min(best));
            table::table_ui(ui, upper, comparison, columns);
            curves_ui(ui, lower.with_min_y(lower.top() + GAP), facts, comparison);
        }
    }
}

fn curves_ui(ui: &Ui, rect: Rect, facts: &Facts, comparison: &Comparison) {
    let inside = paint_panel(ui, rect);
    let title = Rect::from_min_size(inside.min, vec2(inside.width(), HEAD - size::GAP_S));
    let words = text::card_name(&facts.title);
    paint_text(ui, title, Align2::LEFT_CENTER, words, theme::palette(ui).text);
    let Comparison { from, to, k, .. } = *comparison;
    let shown = Shown { curves: &facts.curves, bands: &facts.bands, k, span: (from, to) };
    // Months stand close to the panel's edge.
    let (top, bottom) = (inside.top() + HEAD - size::GAP_XS, inside.bottom() + size::GAP_S);
    let place = Rect::from_min_max(pos2(inside.left(), top), pos2(inside.right(), bottom));
    still_ui(ui, place, shown);
}

/// What is assumed and estimated.
fn assumed(comparison: &Comparison) -> Vec<String> {
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
    parts
}
