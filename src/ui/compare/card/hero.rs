//! The verdict in two sentences, and beside it the two numbers to be seen from afar.

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
const GREATEST: (f32, f32) = (150.0, 182.0);
/// Width of a number, points.
const NUMBER: f32 = 176.0;
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
        let greatest = match shape {
            CardShape::Wide => GREATEST.0,
            CardShape::Square => GREATEST.1,
        };
        let words = width - 2.0 * INSIDE - NUMBER * abreast(shape, numbers.len()) as f32;
        let ways: Vec<[Arc<Galley>; 2]> =
            SIZES.into_iter().map(|sizes| said.galleys(ui, colour, words, sizes)).collect();
        let fits = |way: &&[Arc<Galley>; 2]| height_of(way) <= greatest;
        let sentences = ways.iter().find(fits).or(ways.last())?.clone();
        Some(Self { colour, shape, sentences, numbers })
    }

    /// The height it takes.
    pub(super) fn height(&self) -> f32 {
        let number: f32 = LINES.iter().sum();
        let count = self.numbers.len();
        let numbers = match self.shape {
            CardShape::Wide => number * count.min(1) as f32,
            CardShape::Square => number * count as f32 + size::GAP_M * count.saturating_sub(1) as f32,
        };
        height_of(&self.sentences).max(numbers) + 2.0 * INSIDE
    }

    pub(super) fn paint(&self, ui: &Ui, rect: Rect) {
        let palette = theme::palette(ui);
        paint_ground(ui, rect, self.colour);
        let inner = rect.shrink(INSIDE);
        let [first, second] = &self.sentences;
        let top = inner.center().y - height_of(&self.sentences) / 2.0;
        ui.painter().galley(pos2(inner.left(), top), Arc::clone(first), palette.text);
        let below = pos2(inner.left(), top + first.size().y + BETWEEN);
        ui.painter().galley(below, Arc::clone(second), palette.muted);
        let abreast = abreast(self.shape, self.numbers.len());
        let left = inner.right() - NUMBER * abreast as f32;
        let height = inner.height() * abreast as f32 / self.numbers.len().max(1) as f32;
        for (at, number) in self.numbers.iter().enumerate() {
            let (x, y) = match self.shape {
                CardShape::Wide => (NUMBER * at as f32, 0.0),
                CardShape::Square => (0.0, height * at as f32),
            };
            let place = Rect::from_min_size(pos2(left + x, inner.top() + y), vec2(NUMBER, height));
            number_ui(ui, place, number, self.colour);
        }
    }
}

/// How many numbers stand abreast: on a square card one is under the other.
fn abreast(shape: CardShape, count: usize) -> usize {
    match shape {
        CardShape::Wide => count,
        CardShape::Square => count.min(1),
    }
}

fn number_ui(ui: &Ui, rect: Rect, number: &Number, colour: usize) {
    let palette = theme::palette(ui);
    let x = rect.left() + size::GAP_S;
    ui.painter().vline(x, rect.y_range(), (size::HAIRLINE, palette.line_strong));
    let [figure, counted, of] = LINES;
    let mut y = rect.center().y - (figure + counted + of) / 2.0;
    let mut line = |height: f32| {
        let place = Rect::from_min_max(
            pos2(rect.left() + size::GAP_XL, y),
            pos2(rect.right() - size::GAP_XS, y + height),
        );
        y += height;
        place
    };
    let place = line(figure);
    let large = text::figure(&number.figure).size(FIGURE);
    let share = (place.width() / text_width(ui, &large).max(1.0)).min(1.0);
    let ink = palette.scenario_text(colour);
    let large = text::figure(&number.figure).size((FIGURE * share).floor());
    paint_text(ui, place, Align2::LEFT_CENTER, large, ink);
    let words = text::strong(&number.counted).size(COUNTED);
    paint_text(ui, line(counted), Align2::LEFT_CENTER, words, palette.text);
    paint_text(ui, line(of), Align2::LEFT_CENTER, text::body(&number.of), palette.muted);
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
