//! What the view shows, put together once per comparison, and what its sentence says, once per pair and value.

use std::sync::Arc;

use egui::{Align2, Rect, Ui, pos2};

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
/// Room below which a name is not begun there, points.
const LEAST_NAME: f32 = 36.0;

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

    /// What the curves measure, and each scenario's name with its chance on a day.
    pub(super) fn legend(&self, ui: &Ui, rect: Rect, k: usize, date: Date) {
        let figure = |curve: &Curve| {
            curve.forecast.cover_on(date, k).map_or_else(|| "\u{2013}".to_owned(), words::percent)
        };
        let palette = theme::palette(ui);
        let title = text::card_name(&self.title);
        let figures: Vec<String> = self.curves.iter().map(figure).collect();
        let wide = |names: bool| -> f32 {
            let entry = |(curve, figure): (&Curve, &String)| {
                let name = if names { text_width(ui, &text::second(&curve.name)).min(LEGEND) } else { 0.0 };
                let figure = text_width(ui, &text::strong(figure.as_str()).size(text::SECOND_SIZE));
                size::DOT + name + figure + 2.0 * size::GAP_TIGHT + size::GAP_L
            };
            self.curves.iter().zip(&figures).map(entry).sum()
        };
        // Where room is short each name has its share of it; without a share worth a name the colours speak.
        let share = (rect.width() - text_width(ui, &title) - wide(false)) / self.curves.len().max(1) as f32;
        let most =
            if text_width(ui, &title) + wide(true) <= rect.width() { LEGEND } else { share.min(LEGEND) };
        let names = most >= LEAST_NAME;
        let mut right = rect.right();
        for (curve, figure) in self.curves.iter().zip(&figures).rev() {
            let place = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
            let figure = text::strong(figure.as_str()).size(text::SECOND_SIZE);
            let (covered, _) = paint_text(ui, place, Align2::RIGHT_CENTER, figure, palette.text);
            let mut left = covered.left();
            if names {
                let end = pos2(left - size::GAP_TIGHT, rect.bottom());
                let place = Rect::from_min_max(pos2((end.x - most).max(rect.left()), rect.top()), end);
                let name = text::second(&curve.name);
                left = paint_text(ui, place, Align2::RIGHT_CENTER, name, palette.muted).0.left();
            }
            let dot = pos2(left - size::GAP_TIGHT - size::DOT / 2.0, rect.center().y);
            ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(curve.colour));
            right = dot.x - size::DOT / 2.0 - size::GAP_L;
        }
        if most < LEGEND {
            let known =
                self.curves.iter().zip(&figures).map(|(curve, figure)| format!("{} {figure}", curve.name));
            let all = known.collect::<Vec<_>>().join("\n");
            let place = Rect::from_min_max(pos2(right, rect.top()), rect.max);
            ui.interact(place, egui::Id::unique("legend of the curves"), egui::Sense::hover())
                .on_hover_text(all);
        }
        let place = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
        paint_text(ui, place, Align2::LEFT_CENTER, title, palette.text);
    }
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
