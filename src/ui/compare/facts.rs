//! What the view shows, put together once per comparison, and what its sentence says, once per pair and value.

use std::sync::Arc;

use egui::{Align2, Id, Rect, Sense, Ui, pos2, vec2};

use super::band::{Part, Sentences};
use super::column::{Column, move_lines};
use super::curves::Curve;
use super::depth::Depth;
use super::differs::DiffersLine;
use super::rows::{Asked, Numbers, made, rows};
use crate::forecast::UnitForecast;
use crate::model::{Date, Plan, Scenario, ScenarioId, words};
use crate::report::compare::{Comparison, DifferenceKind, Emphasis, Span};
use crate::report::money::Made;
use crate::ui::board::Scene;
use crate::ui::derived::{Compared, Derived};
use crate::ui::theme::{self, size, text};
use crate::ui::time::{Band, bands, colour_index, fit_words};
use crate::ui::widgets::{paint_text, text_width};

/// Widest a scenario's name stands beside the curves, points.
const LEGEND: f32 = 130.0;
/// Height of a line of names under the title, points.
const LINE: f32 = 20.0;
/// No chance is written wider.
const WIDEST: f64 = 0.888;

/// Everything but the sentence.
#[derive(Debug)]
pub(super) struct Facts {
    serial: u64,
    /// How many columns know their chance of being short.
    answered: usize,
    pub(super) columns: Vec<Column>,
    pub(super) curves: Vec<Curve>,
    pub(super) bands: Vec<Band>,
    pub(super) title: String,
    pub(super) depth: Depth,
}

impl Facts {
    /// Those of before as far as they still hold.
    pub(super) fn bring(before: Option<Self>, scene: Scene<'_>, compared: &Compared) -> Self {
        let answered = compared.comparison.columns.iter();
        let answered =
            answered.filter(|column| scene.derived.compared_shorts(&column.scenario).is_some()).count();
        match before.filter(|before| before.serial == compared.serial() && before.answered == answered) {
            Some(known) if known.depth.is_of(scene.screen.date) => known,
            Some(known) => Self { depth: depth(scene, compared), ..known },
            None => Self::of(scene, compared, answered),
        }
    }

    fn of(scene: Scene<'_>, compared: &Compared, answered: usize) -> Self {
        let Scene { plan, screen, derived, .. } = scene;
        let comparison = &compared.comparison;
        let curves = scenarios(plan, compared).into_iter().map(|(scenario, forecast)| Curve {
            name: scenario.name.clone(),
            colour: colour_index(scenario.colour),
            forecast: Arc::clone(forecast),
        });
        let fit = fit_words(comparison.k, plan.unit(&screen.unit));
        Self {
            serial: compared.serial(),
            answered,
            columns: columns(plan, comparison, derived),
            curves: curves.collect(),
            bands: bands(plan),
            title: format!("At least {fit}, by date"),
            depth: depth(scene, compared),
        }
    }

    /// What the curves measure, and each scenario's name with its chance on a day: beside it, else on lines of their own
    /// below. Returns how much those lines take, points.
    pub(super) fn legend(&self, ui: &Ui, rect: Rect, k: usize, date: Date) -> f32 {
        let palette = theme::palette(ui);
        let title = text::card_name(&self.title);
        let room = rect.width() - text_width(ui, &title) - size::GAP_L;
        let entries: Vec<Entry<'_>> = self.curves.iter().map(|curve| Entry::of(ui, curve, k, date)).collect();
        let most = |cap: f32| -> f32 {
            let width = |entry: &Entry<'_>| entry.around + entry.name.min(cap) + size::GAP_L;
            entries.iter().map(width).fold(0.0, f32::max)
        };
        let beside: f32 =
            entries.iter().map(|entry| entry.around + entry.name.min(LEGEND) + size::GAP_L).sum();
        let (title_place, below) = if beside <= room + size::GAP_L {
            let mut left = rect.right() + size::GAP_L - beside;
            for entry in &entries {
                let width = entry.around + entry.name.min(LEGEND);
                entry.ui(ui, Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height())));
                left += width + size::GAP_L;
            }
            (Rect::from_min_max(rect.min, pos2(rect.right() - beside, rect.bottom())), 0.0)
        } else {
            let columns = legend_columns(entries.len(), most(LEGEND), rect.width() + size::GAP_L);
            let width = ((rect.width() + size::GAP_L) / columns as f32).min(most(f32::INFINITY));
            for (at, entry) in entries.iter().enumerate() {
                let place = vec2((at % columns) as f32 * width, (at / columns) as f32 * LINE + rect.height());
                let cell = vec2(width - size::GAP_L, LINE);
                entry.ui(ui, Rect::from_min_size(rect.min + place, cell));
            }
            (rect, entries.len().div_ceil(columns) as f32 * LINE)
        };
        paint_text(ui, title_place, Align2::LEFT_CENTER, title, palette.text);
        below
    }
}

/// A scenario in the legend: its colour, its name and its chance.
struct Entry<'a> {
    curve: &'a Curve,
    figure: String,
    /// Width of the whole name, points.
    name: f32,
    /// Width of everything but the name, points.
    around: f32,
}

impl<'a> Entry<'a> {
    fn of(ui: &Ui, curve: &'a Curve, k: usize, date: Date) -> Self {
        let figure = curve.forecast.cover_on(date, k).map_or_else(|| "\u{2013}".to_owned(), words::percent);
        // The same room for every figure, so that the names stand still while the date is dragged.
        let widest = text_width(ui, &text::strong(words::percent(WIDEST)).size(text::SECOND_SIZE)).ceil();
        let name = text_width(ui, &text::second(&curve.name)).ceil();
        Self { curve, figure, name, around: size::DOT + widest + 2.0 * size::GAP_TIGHT }
    }

    fn ui(&self, ui: &Ui, rect: Rect) {
        let palette = theme::palette(ui);
        let dot = pos2(rect.left() + size::DOT / 2.0, rect.center().y);
        ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(self.curve.colour));
        let left = rect.left() + size::DOT + size::GAP_TIGHT;
        let room = rect.width() - self.around;
        let place = Rect::from_min_size(pos2(left, rect.top()), vec2(room, rect.height()));
        let name = text::second(&self.curve.name);
        let (covered, cut) = paint_text(ui, place, Align2::LEFT_CENTER, name, palette.muted);
        let place = Rect::from_min_max(pos2(covered.right() + size::GAP_TIGHT, rect.top()), rect.max);
        let figure = text::strong(&self.figure).size(text::SECOND_SIZE);
        paint_text(ui, place, Align2::LEFT_CENTER, figure, palette.text);
        if cut {
            ui.interact(rect, Id::unique(("legend", &self.curve.name)), Sense::hover())
                .on_hover_text(&self.curve.name);
        }
    }
}

/// In how many columns the legend stands where `room` has to do: as many as fit, evenly filled.
fn legend_columns(count: usize, width: f32, room: f32) -> usize {
    let most = (1..=count).rev().find(|columns| *columns as f32 * width <= room).unwrap_or(1);
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

/// The compared scenarios with their forecasts, in the order of the columns.
fn scenarios<'a>(plan: &'a Plan, compared: &'a Compared) -> Vec<(&'a Scenario, &'a Arc<UnitForecast>)> {
    let known = compared.comparison.columns.iter().map(|column| &column.scenario);
    known.filter_map(|id| Some((plan.scenario(id)?, compared.forecast(id)?))).collect()
}

fn depth(scene: Scene<'_>, compared: &Compared) -> Depth {
    let columns = scenarios(scene.plan, compared);
    Depth::of(scene.plan, &columns, &scene.screen.unit, scene.screen.date)
}

fn columns(plan: &Plan, comparison: &Comparison, derived: &Derived) -> Vec<Column> {
    let numbers = |column| numbers(column, derived);
    let baseline = comparison.column(&comparison.baseline).map(numbers);
    comparison
        .columns
        .iter()
        .map(|column| {
            let is_baseline = column.scenario == comparison.baseline;
            Column {
                scenario: column.scenario.clone(),
                name: column.name.clone(),
                colour: colour_index(column.colour),
                baseline: is_baseline,
                moves: move_lines(plan, &column.changes),
                rows: rows(plan, comparison, numbers(column), baseline.filter(|_| !is_baseline)),
            }
        })
        .collect()
}

fn numbers<'a>(column: &'a crate::report::compare::Column, derived: &'a Derived) -> Numbers<'a> {
    Numbers { column, shorts: derived.compared_shorts(&column.scenario) }
}

/// The scenario that is spoken of, and the one it is held against.
type Couple = (ScenarioId, ScenarioId);

/// What is said of a pair.
#[derive(Debug)]
pub(super) struct Said {
    serial: u64,
    pair: Couple,
    value: Option<f64>,
    pub(super) sentences: Sentences,
    /// `January push and Do nothing`.
    pub(super) between: String,
    pub(super) differs: Vec<DiffersLine>,
}

impl Said {
    /// What was said before as far as it still holds; while only the value moves, only the sentence does.
    pub(super) fn bring(
        before: Option<Self>,
        compared: &Compared,
        pair: &Couple,
        value: Option<f64>,
    ) -> Self {
        let known = before.filter(|said| said.serial == compared.serial() && said.pair == *pair);
        let comparison = &compared.comparison;
        match known {
            Some(said) if said.value == value => said,
            Some(said) => Self { value, sentences: sentences(comparison, pair, value), ..said },
            None => Self {
                serial: compared.serial(),
                pair: pair.clone(),
                value,
                sentences: sentences(comparison, pair, value),
                between: between(comparison, pair),
                differs: differs(comparison, pair),
            },
        }
    }
}

/// The verdict on a scenario held against another.
pub(super) fn sentences(
    comparison: &Comparison,
    (spoken, against): &Couple,
    value: Option<f64>,
) -> Sentences {
    let verdict = comparison.verdict(spoken, against, value);
    Sentences { first: parts(verdict.headline), second: parts(verdict.second) }
}

fn parts(spans: Vec<Span>) -> Vec<Part> {
    let part = |Span { text, emphasis }| {
        let stands_out = matches!(emphasis, Emphasis::Cost | Emphasis::Covered | Emphasis::Figure);
        Part { words: text, stands_out }
    };
    spans.into_iter().map(part).collect()
}

fn between(comparison: &Comparison, (spoken, against): &Couple) -> String {
    let name = |id: &ScenarioId| comparison.column(id).map_or_else(String::new, |column| column.name.clone());
    format!("{} from {}", name(spoken), name(against))
}

fn differs(comparison: &Comparison, (spoken, against): &Couple) -> Vec<DiffersLine> {
    let Some(pair) = comparison.pair(spoken, against) else { return Vec::new() };
    let line = |difference: &crate::report::compare::Difference| DiffersLine {
        words: difference.text.clone(),
        colour: comparison.column(&difference.scenario).map_or(0, |column| colour_index(column.colour)),
        chip: (difference.kind == DifferenceKind::Rule).then_some("rule"),
        place: difference.place.clone(),
    };
    pair.differences.iter().map(line).collect()
}

/// A figure whose making is shown.
#[derive(Debug)]
pub(super) struct Asking {
    scenario: ScenarioId,
    asked: Asked,
    pub(super) place: Rect,
    made: Option<(u64, Option<f64>, Made)>,
}

impl Asking {
    pub(super) fn new(scenario: ScenarioId, asked: Asked, place: Rect) -> Self {
        Self { scenario, asked, place, made: None }
    }

    /// What keeps one figure's popup apart from the next.
    pub(super) fn key(&self) -> (ScenarioId, Asked) {
        (self.scenario.clone(), self.asked.clone())
    }

    /// How it was made; none if the figure is gone or still being worked out.
    pub(super) fn made(
        &mut self,
        scene: Scene<'_>,
        compared: &Compared,
        value: Option<f64>,
    ) -> Option<&Made> {
        let known = (compared.serial(), value);
        if self.made.as_ref().is_none_or(|(serial, value, _)| (*serial, *value) != known) {
            let comparison = &compared.comparison;
            let own = numbers(comparison.column(&self.scenario)?, scene.derived);
            let made = made(scene.plan, comparison, own, &self.asked, value)?;
            self.made = Some((known.0, known.1, made));
        }
        self.made.as_ref().map(|(.., made)| made)
    }
}

#[cfg(test)]
mod tests {
    use super::legend_columns;

    #[test]
    fn the_legend_fills_its_lines_evenly() {
        for (count, room, expected) in
            [(4, 400.0, 4), (4, 399.0, 2), (3, 250.0, 2), (4, 150.0, 1), (2, 20.0, 1)]
        {
            assert_eq!(legend_columns(count, 100.0, room), expected, "{count} in {room}");
        }
    }
}
