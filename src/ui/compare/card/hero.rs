//! The verdict in two sentences, and beside or under it the two numbers to be seen from afar.

use std::sync::Arc;

use egui::{Align2, Galley, Rect, Ui, pos2, vec2};

use super::super::band::paint_ground;
use super::super::facts::sentences;
use super::super::rows::compact;
use crate::model::words;
use crate::report::compare::{Comparison, Pair};
use crate::ui::board::Scene;
use crate::ui::share::CardShape;
use crate::ui::theme::{self, size, text};
use crate::ui::time::colour_index;
use crate::ui::widgets::{paint_text, text_width};

/// Margin inside the ground, points.
const INSIDE: f32 = 16.0;
/// Between the two sentences, points.
const BETWEEN: f32 = 6.0;
/// Sizes of the two sentences, the best first, points.
const SIZES: [[f32; 2]; 4] = [[24.0, 14.5], [22.0, 14.0], [19.0, 13.0], [17.0, 12.0]];
/// Greatest height of the sentences: on a wide card, on a square one.
const GREATEST: (f32, f32) = (150.0, 166.0);
/// Width of a number on a wide card, height of the numbers on a square one, points.
const NUMBER: (f32, f32) = (176.0, 84.0);
/// Size of a number and of what it counts, points.
const FIGURE: f32 = 46.0;
const COUNTED: f32 = 15.0;
/// Heights of a number's three lines, points.
const LINES: [f32; 3] = [50.0, 19.0, 16.0];

/// A number and what it counts.
struct Number {
    figure: String,
    counted: String,
    of: String,
}

/// What is said of the pair.
pub(super) struct Said {
    colour: usize,
    shape: CardShape,
    sentences: [Arc<Galley>; 2],
    numbers: Vec<Number>,
}

impl Said {
    /// Laid out for a card whose content is so wide; none if only one scenario is compared.
    pub(super) fn of(
        ui: &Ui,
        scene: Scene<'_>,
        comparison: &Comparison,
        (width, shape): (f32, CardShape),
    ) -> Option<Self> {
        let (spoken, against) = scene.screen.compared_pair(scene.plan)?;
        let couple = (spoken.id.clone(), against.id.clone());
        let said = sentences(comparison, &couple, comparison.value.amount);
        let pair = comparison.pair(&spoken.id, &against.id)?;
        let numbers = numbers(comparison, pair);
        let colour = colour_index(spoken.colour);
        let beside = NUMBER.0 * numbers.len() as f32;
        let (words, greatest) = match shape {
            CardShape::Wide => (width - 2.0 * INSIDE - beside, GREATEST.0),
            CardShape::Square => (width - 2.0 * INSIDE, GREATEST.1),
        };
        let ways: Vec<[Arc<Galley>; 2]> =
            SIZES.into_iter().map(|sizes| said.galleys(ui, colour, words, sizes)).collect();
        let fits = |way: &&[Arc<Galley>; 2]| height_of(way) <= greatest;
        let sentences = ways.iter().find(fits).or(ways.last())?.clone();
        Some(Self { colour, shape, sentences, numbers })
    }

    /// The height it takes.
    pub(super) fn height(&self) -> f32 {
        let words = height_of(&self.sentences);
        let numbers: f32 = if self.numbers.is_empty() { 0.0 } else { LINES.iter().sum() };
        match self.shape {
            CardShape::Wide => words.max(numbers) + 2.0 * INSIDE,
            CardShape::Square if self.numbers.is_empty() => words + 2.0 * INSIDE,
            CardShape::Square => words + NUMBER.1 + size::GAP_M + 2.0 * INSIDE,
        }
    }

    pub(super) fn paint(&self, ui: &Ui, rect: Rect) {
        let palette = theme::palette(ui);
        paint_ground(ui, rect, self.colour);
        let inner = rect.shrink(INSIDE);
        let [first, second] = &self.sentences;
        let words = height_of(&self.sentences);
        let (top, numbers) = match self.shape {
            CardShape::Wide => {
                let left = inner.right() - NUMBER.0 * self.numbers.len() as f32;
                let place = Rect::from_min_max(pos2(left, inner.top()), inner.max);
                (inner.center().y - words / 2.0, place)
            }
            CardShape::Square => {
                let top = inner.bottom() - NUMBER.1;
                (inner.top(), Rect::from_min_max(pos2(inner.left(), top), inner.max))
            }
        };
        ui.painter().galley(pos2(inner.left(), top), Arc::clone(first), palette.text);
        let below = pos2(inner.left(), top + first.size().y + BETWEEN);
        ui.painter().galley(below, Arc::clone(second), palette.muted);
        let count = self.numbers.len().max(1) as f32;
        let width = numbers.width() / count;
        for (at, number) in self.numbers.iter().enumerate() {
            let left = numbers.left() + width * at as f32;
            let place = Rect::from_min_size(pos2(left, numbers.top()), vec2(width, numbers.height()));
            self.number_ui(ui, place, number, at);
        }
    }

    fn number_ui(&self, ui: &Ui, rect: Rect, number: &Number, at: usize) {
        let palette = theme::palette(ui);
        // On a square card the first begins where the sentences do.
        if at > 0 || self.shape == CardShape::Wide {
            let x = rect.left() + size::GAP_S;
            ui.painter().vline(x, rect.y_range(), (size::HAIRLINE, palette.line_strong));
        }
        let indent = if at == 0 && self.shape == CardShape::Square { 0.0 } else { size::GAP_XL };
        let [figure, counted, of] = LINES;
        let mut y = rect.center().y - (figure + counted + of) / 2.0;
        let mut line = |height: f32| {
            let place = Rect::from_min_max(
                pos2(rect.left() + indent, y),
                pos2(rect.right() - size::GAP_XS, y + height),
            );
            y += height;
            place
        };
        let place = line(figure);
        let large = text::figure(&number.figure).size(FIGURE);
        let share = (place.width() / text_width(ui, &large).max(1.0)).min(1.0);
        let ink = palette.scenario_text(self.colour);
        let large = text::figure(&number.figure).size((FIGURE * share).floor());
        paint_text(ui, place, Align2::LEFT_CENTER, large, ink);
        let words = text::strong(&number.counted).size(COUNTED);
        paint_text(ui, line(counted), Align2::LEFT_CENTER, words, palette.text);
        paint_text(ui, line(of), Align2::LEFT_CENTER, text::body(&number.of), palette.muted);
    }
}

fn height_of([first, second]: &[Arc<Galley>; 2]) -> f32 {
    let under = if second.is_empty() { 0.0 } else { BETWEEN + second.size().y };
    first.size().y + under
}

/// What more it costs and what more it covers; nothing where nothing differs.
fn numbers(comparison: &Comparison, pair: &Pair) -> Vec<Number> {
    if pair.is_same() {
        return Vec::new();
    }
    let Comparison { currency, to, matchdays, k, .. } = *comparison;
    let until = format!("to {}", words::date(to));
    let cost = pair.delta_cost;
    let figure = if pair.is_same_cost() {
        "same".to_owned()
    } else if cost.low < 0.0 && cost.high > 0.0 {
        compact(cost, currency)
    } else if cost.likely < 0.0 {
        // It has its minus where it is a range.
        let words = compact(-cost, currency);
        format!("\u{2212}{words}")
    } else {
        format!("+{}", compact(cost, currency))
    };
    let mut numbers = vec![Number { figure, counted: "cost".to_owned(), of: until }];
    if matchdays > 0 {
        let change = pair.delta_covered;
        let sign = if change < 0.0 { "\u{2212}" } else { "+" };
        let figure =
            if pair.is_same_covered() { "same".to_owned() } else { format!("{sign}{:.1}", change.abs()) };
        let of = format!("of {matchdays}, with {k} fit");
        numbers.push(Number { figure, counted: "matchdays covered".to_owned(), of });
    }
    numbers
}
