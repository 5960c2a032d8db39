//! A figure of a table: what is expected, under it what it is if every move comes off, and how it was made.

use egui::{Align2, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2};

use super::facts::Asked;
use crate::model::{Currency, Plan};
use crate::report::money::{Budget, Figure, Made, money};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets;

/// Height of a row of figures, and of one whose figures are all alike in every reading, points.
pub(super) const ROW: f32 = 42.0;
pub(super) const LOW_ROW: f32 = 27.0;
/// Rows of a tooltip.
const ROWS: usize = 6;

/// What a cell shows.
pub(super) struct Cell<'a> {
    /// `January push, season cost 2025–26`.
    pub(super) name: String,
    pub(super) figure: Figure,
    pub(super) budget: Option<&'a Budget>,
    /// Wages that would count are not known, and there is nothing else.
    pub(super) unknown: bool,
    pub(super) asked: Asked,
}

/// Draws a figure into `rect`; true when it was clicked.
pub(super) fn cell_ui(
    ui: &Ui,
    rect: Rect,
    cell: &Cell<'_>,
    (plan, currency): (&Plan, Currency),
    made: impl FnOnce() -> Option<Made>,
) -> bool {
    let palette = theme::palette(ui);
    let Cell { name, figure, budget, unknown, asked } = cell;
    let expected = if *unknown { "not known".to_owned() } else { money(figure.expected.likely, currency) };
    let whole = figure.if_it_happens.words(currency);
    let (left, tone) = budget.map_or((None, Tone::Neutral), |budget| {
        let (words, tone) = if *unknown { spent_unknown(budget) } else { left_words(budget, currency) };
        (Some(words), tone)
    });
    let response = ui.interact(rect, Id::unique(("money", asked)), Sense::click());
    response.widget_info(|| {
        let left = left.as_ref().map(|left| format!(", {left}")).unwrap_or_default();
        let label = format!("{name}: {expected} expected, {whole} if every move comes off{left}");
        WidgetInfo::labeled(Role::Button, ui.is_enabled(), label)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), f32::from(size::RADIUS_CONTROL), palette.hover);
    }
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    let inner = rect.shrink2(egui::vec2(size::GAP_S, 0.0));
    let nothing = *figure == Figure::default();
    let under = left.or_else(|| has_second_line(figure, currency).then(|| whole.clone()));
    let middle = if under.is_some() { rect.center().y - 8.0 } else { rect.center().y };
    let line = |y: f32| Rect::from_min_max(pos2(inner.left(), y - 9.0), pos2(inner.right(), y + 9.0));
    let ink = if nothing { palette.muted } else { palette.text };
    let words = if nothing { text::body(&expected) } else { text::strong(&expected) };
    widgets::paint_text(ui, line(middle), Align2::RIGHT_CENTER, words, ink);
    if let Some(under) = under {
        let ink = if tone == Tone::Neutral { palette.muted } else { palette.tone(tone).text };
        let place = line(rect.center().y + 9.0);
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::small(under), ink);
    }
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_ui(|ui| {
        ui.label(text::strong(name.as_str()));
        ui.label(text::second(format!("Expected by the chances: {}", figure.expected.words(currency))));
        ui.label(text::second(format!("If every move comes off: {whole}")));
        if let Some(budget) = budget.filter(|_| !unknown) {
            ui.label(text::second(budget_words(budget, plan, currency)));
        }
        let rows = made().map(|made| made.rows).unwrap_or_default();
        for row in rows.iter().take(ROWS) {
            ui.label(text::second(format!("{}: {}", row.what, row.how)));
        }
        if rows.len() > ROWS {
            ui.label(text::second(format!("and {} more", rows.len() - ROWS)));
        }
        ui.label(text::second("Click for how it was made.").weak());
    });
    clicked
}

/// The figure reads otherwise if every move comes off.
pub(super) fn has_second_line(figure: &Figure, currency: Currency) -> bool {
    *figure != Figure::default()
        && figure.if_it_happens.words(currency) != money(figure.expected.likely, currency)
}

/// What is spent is not known: nothing can be said of what is left.
fn spent_unknown(budget: &Budget) -> (String, Tone) {
    (format!("of {}", crate::model::words::amount(&budget.set)), Tone::Neutral)
}

/// `£25m left`, `£5m over`, `£10m over if done`: what is over the budget if every move comes off goes first.
fn left_words(budget: &Budget, currency: Currency) -> (String, Tone) {
    let Some(left) = &budget.left else { return ("no rate for the budget".to_owned(), Tone::Warn) };
    let expected = left.expected.likely;
    let worst = left.if_it_happens.low;
    if worst < 0.0 && worst < expected {
        let tone = if expected < 0.0 { Tone::Bad } else { Tone::Warn };
        (format!("{} over if done", money(-worst, currency)), tone)
    } else if expected < 0.0 {
        (format!("{} over", money(-expected, currency)), Tone::Bad)
    } else {
        (format!("{} left", money(expected, currency)), Tone::Ok)
    }
}

/// What is left of a budget in every reading.
fn budget_words(budget: &Budget, plan: &Plan, currency: Currency) -> String {
    let set = crate::model::words::amount(&budget.set);
    let Some((left, amount)) = budget.left.as_ref().zip(budget.amount) else {
        return format!(
            "No rate leads from {} to {}, so nothing can be said.",
            budget.set.currency, plan.money.currency
        );
    };
    let here = if budget.set.currency == currency {
        String::new()
    } else {
        format!(" ({})", money(amount, currency))
    };
    format!(
        "Of {set}{here}: {} left as expected, {} if every move comes off",
        left.expected.words(currency),
        left.if_it_happens.words(currency)
    )
}
