//! The verdict on two scenarios in a sentence or two, never claiming more than the numbers.

use serde::Serialize;

use crate::model::{Currency, ScenarioId, words};
use crate::report::money::{Range, RemarkKind, money};

use super::break_even::{BreakEven, Odds};
use super::pair::{Pair, Price};
use super::{Column, Comparison};

/// Why a part of a sentence stands out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Emphasis {
    /// It does not.
    Plain,
    /// The name of a scenario.
    Scenario(ScenarioId),
    /// What more or less it costs.
    Cost,
    /// What more or less it covers.
    Covered,
    /// A chance or a price one should remember.
    Figure,
}

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Span {
    /// The words, with the spaces around them.
    pub text: String,
    /// Why they stand out.
    pub emphasis: Emphasis,
}

/// What the numbers say of two scenarios.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Verdict {
    /// What more it costs and what more it covers.
    pub headline: Vec<Span>,
    /// When it is the better bet.
    pub second: Vec<Span>,
}

impl Verdict {
    /// The headline as plain text.
    #[must_use]
    pub fn headline_text(&self) -> String {
        self.headline.iter().map(|span| span.text.as_str()).collect()
    }

    /// The second sentence as plain text.
    #[must_use]
    pub fn second_text(&self) -> String {
        self.second.iter().map(|span| span.text.as_str()).collect()
    }

    /// Both as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{} {}", self.headline_text(), self.second_text()).trim().to_owned()
    }
}

impl Comparison {
    /// The verdict on `one` held against `other`, should a covered matchday be worth `value`; none where that is not
    /// known. Empty if one of them is no column.
    #[must_use]
    pub fn verdict(&self, one: &ScenarioId, other: &ScenarioId, value: Option<f64>) -> Verdict {
        let (Some(pair), Some(ours), Some(theirs)) =
            (self.pair(one, other), self.column(one), self.column(other))
        else {
            return Verdict::default();
        };
        let case = Case { comparison: self, pair, one: ours, other: theirs };
        Verdict { headline: case.headline(), second: case.second(value) }
    }

    /// The verdict on every other column against the baseline, at the value in force.
    #[must_use]
    pub fn verdicts(&self) -> Vec<Verdict> {
        self.pairs.iter().map(|pair| self.verdict(&pair.one, &pair.other, self.value.amount)).collect()
    }
}

struct Case<'a> {
    comparison: &'a Comparison,
    pair: &'a Pair,
    one: &'a Column,
    other: &'a Column,
}

impl Case<'_> {
    fn headline(&self) -> Vec<Span> {
        let Self { comparison, pair, one, other } = self;
        let until = format!(" up to {}", words::date(comparison.to));
        if pair.is_same() {
            return vec![
                plain("Nothing differs between "),
                name(one),
                plain(" and "),
                name(other),
                plain("."),
            ];
        }
        if comparison.matchdays == 0 {
            let mut spans = vec![name(one)];
            spans.extend(self.cost());
            spans.extend([plain(" "), name(other), plain(&until)]);
            spans.push(plain(", and there are no matchdays to come in this span to cover."));
            return spans;
        }
        if pair.is_same_cost() && pair.is_same_covered() {
            let exactly = pair.delta_cost == Range::default() && pair.covers_as_many();
            let equal = if exactly { "equal" } else { "as good as equal" };
            let aside = if self.leaves_wages_out() { " (wages aside)" } else { "" };
            let of =
                format!(" come out {equal}{until}, in cost{aside} and in matchdays with {}.", self.depth());
            return vec![name(one), plain(" and "), name(other), plain(&of)];
        }
        let mut spans = vec![name(one)];
        spans.extend(self.cost());
        spans.extend([plain(" "), name(other), plain(&until)]);
        // What one would expect of what it costs is an "and".
        let surprising =
            matches!(pair.price, Price::BetterOnBoth | Price::WorseOnBoth) && !pair.is_same_cost();
        spans.push(plain(if surprising { ", yet " } else { ", and " }));
        spans.extend(self.covered());
        spans.push(plain(&format!(" with {}.", self.depth())));
        spans
    }

    fn depth(&self) -> String {
        self.comparison.depth_words()
    }

    /// ` costs £37m more than`.
    fn cost(&self) -> Vec<Span> {
        let Self { comparison, pair, .. } = self;
        let Range { low, likely, high } = pair.delta_cost;
        let currency = comparison.currency;
        if pair.is_same_cost() {
            let about = if pair.delta_cost == Range::default() { "" } else { "about " };
            let aside = if self.leaves_wages_out() { ", wages aside," } else { "" };
            return vec![plain(&format!(" costs{aside} {about}as much as"))];
        }
        if low < 0.0
            && high > 0.0
            && size_words(pair.delta_cost, currency) != size_words(Range::exactly(likely), currency)
        {
            let (less, more) = (money(-low, currency), money(high, currency));
            let likely = if likely >= 0.0 {
                format!("{} more", money(likely, currency))
            } else {
                format!("{} less", money(-likely, currency))
            };
            return vec![
                plain(" costs between "),
                Span { text: format!("{less} less and {more} more"), emphasis: Emphasis::Cost },
                plain(&format!(" (likely {likely}) than")),
            ];
        }
        let way = if likely >= 0.0 { "more" } else { "less" };
        let text = format!("{} {way}", size_words(pair.delta_cost, currency));
        vec![plain(" costs "), Span { text, emphasis: Emphasis::Cost }, plain(" than")]
    }

    /// `covers 16.0 more matchdays`.
    fn covered(&self) -> Vec<Span> {
        let Self { pair, .. } = self;
        if pair.is_same_covered() {
            let about = if pair.covers_as_many() { "" } else { "about " };
            let text = format!("{about}as many matchdays");
            return vec![plain("covers "), Span { text, emphasis: Emphasis::Covered }];
        }
        let way = if pair.delta_covered > 0.0 { "more" } else { "fewer" };
        let count = format!("{:.1}", pair.delta_covered.abs());
        let s = if count == "1.0" { "" } else { "s" };
        let text = format!("{count} {way} matchday{s}");
        vec![plain("covers "), Span { text, emphasis: Emphasis::Covered }]
    }

    fn second(&self, value: Option<f64>) -> Vec<Span> {
        let Self { comparison, pair, .. } = self;
        if pair.is_same() || comparison.matchdays == 0 {
            return Vec::new();
        }
        let Some(value) = value else {
            return vec![plain(
                "The value of a covered matchday cannot be converted to the plan's currency, so nothing is said of \
                 which is the better bet.",
            )];
        };
        if pair.is_same_cost() && pair.is_same_covered() {
            return self.elsewhere("").into_iter().collect();
        }
        let mut spans: Vec<Span> = self.later().into_iter().collect();
        if let Some(last) = comparison.matchdays_end {
            let last = words::date(last);
            spans.push(plain(&format!("No matchday is known after {last}, yet costs count to the end. ")));
        }
        spans.extend(self.bet(value).unwrap_or_else(|| self.priced(value)));
        spans.extend(self.elsewhere(" "));
        if self.leaves_wages_out() {
            spans.push(plain(" Wages that nobody has given are left out."));
        }
        spans
    }

    /// `Marc Guéhi would come only after these days. `
    fn later(&self) -> Option<Span> {
        let names = match self.pair.later.as_slice() {
            [] => return None,
            [one] => one.clone(),
            [others @ .., last] => format!("{} and {last}", others.join(", ")),
        };
        Some(plain(&format!("{names} would come only after these days: not counted. ")))
    }

    /// `The moves that differ are for another unit: Right-back.`
    fn elsewhere(&self, before: &str) -> Option<Span> {
        let names: Vec<&str> = self.pair.elsewhere.iter().map(|other| other.name.as_str()).collect();
        let units = match names.as_slice() {
            [] => return None,
            [one] => format!("another unit: {one}"),
            [others @ .., last] => format!("other units: {} and {last}", others.join(", ")),
        };
        Some(plain(&format!("{before}The moves that differ are for {units}.")))
    }

    /// Nobody has given some wage of either.
    fn leaves_wages_out(&self) -> bool {
        [self.one, self.other]
            .iter()
            .any(|column| column.money.remarks_of(RemarkKind::WageNotKnown).next().is_some())
    }

    /// The break-even and today's chance.
    fn bet(&self, value: f64) -> Option<Vec<Span>> {
        let Self { comparison, pair, .. } = self;
        let even = pair.break_even.as_ref()?;
        let (acts, waits) = (comparison.column(&even.acts)?, comparison.column(&even.waits)?);
        let at = format!(", with a covered matchday at {}", money(value, comparison.currency));
        let who = Deal { even };
        let side = |word: &str, column: &Column| {
            if even.is_later {
                vec![plain(&format!("{word} (")), name(column), plain(")")]
            } else {
                vec![name(column)]
            }
        };
        let whatever = |mut spans: Vec<Span>| {
            spans.push(plain(&format!(" is the better bet whether or not {}{at}.", who.comes())));
            spans
        };
        let bet = |way: &str, chance: f64| {
            let mut spans = side("Waiting", waits);
            spans.extend([
                plain(&format!(" is the better bet only if the chance that {} is {way} ", who.comes())),
                figure(words::percent_whole(chance)),
                plain(&format!("{at}; the plan says ")),
                figure(who.today()),
                plain("."),
            ]);
            spans
        };
        Some(match even.odds(value) {
            Odds::WaitAbove(chance) => bet("over", chance),
            Odds::WaitBelow(chance) => bet("under", chance),
            Odds::Act => whatever(side("Acting now", acts)),
            Odds::Wait => whatever(side("Waiting", waits)),
            Odds::Even => {
                vec![plain(&format!("Both are worth the same whether or not {}{at}.", who.comes()))]
            }
        })
    }

    /// Without a deal to wait for: the price of a covered matchday against its value.
    fn priced(&self, value: f64) -> Vec<Span> {
        let currency = self.comparison.currency;
        let worth = money(value, currency);
        let figure = |range: Range| figure(size_words(range, currency));
        let judged = |range: Range, below: &'static str, above: &'static str, open| {
            let Range { low, high, .. } = range;
            if range.words(currency) == worth {
                "about even"
            } else if high <= value {
                below
            } else if low >= value {
                above
            } else {
                open
            }
        };
        let Range { low, high, .. } = self.pair.delta_cost;
        let likely = if low < 0.0 && high > 0.0 { "likely " } else { "" };
        match self.pair.price {
            Price::Pays { per_matchday } => {
                let judged =
                    judged(per_matchday, "worth it", "not worth it", "worth it or not within that range");
                vec![
                    plain("Each further covered matchday costs "),
                    figure(per_matchday),
                    plain(&format!("; valued at {worth}, that is {judged}.")),
                ]
            }
            Price::Saves { per_matchday } => {
                let judged =
                    judged(per_matchday, "too little", "worth it", "enough or not within that range");
                vec![
                    plain("Each matchday given up saves "),
                    figure(per_matchday),
                    plain(&format!("; valued at {worth}, that is {judged}.")),
                ]
            }
            Price::BetterOnBoth if self.pair.is_same_cost() => vec![plain("It covers more for as much.")],
            Price::WorseOnBoth if self.pair.is_same_cost() => vec![plain("It covers less for as much.")],
            Price::BetterOnBoth => vec![plain(&format!("It is {likely}better on both, cost and cover."))],
            Price::WorseOnBoth => vec![plain(&format!("It is {likely}worse on both, cost and cover."))],
            Price::DearerForTheSame => vec![plain(&format!("It {likely}costs more for the same cover."))],
            Price::CheaperForTheSame => vec![plain(&format!("It {likely}costs less for the same cover."))],
            Price::Equal => Vec::new(),
        }
    }
}

/// The deal that is waited for, in words.
struct Deal<'a> {
    even: &'a BreakEven,
}

impl Deal<'_> {
    /// `Marc Guéhi still comes`; of several draws all or none.
    fn comes(&self) -> String {
        let BreakEven { draws, is_later, .. } = self.even;
        let still = if *is_later { "still " } else { "" };
        let draws: Vec<String> = draws.iter().map(|draw| draw.names.join(" or ")).collect();
        match draws.as_slice() {
            [] => "the deal comes off".to_owned(),
            [one] => format!("{one} {still}comes"),
            [first, second] => format!("{first} and {second} {still}come, both or none,"),
            [others @ .., last] => format!("{} and {last} {still}come, all or none,", others.join(", ")),
        }
    }

    /// `25 %`, or the chance of each.
    fn today(&self) -> String {
        match self.even.draws.as_slice() {
            [draw] => words::percent_whole(draw.chance),
            draws => {
                let each = draws.iter().map(|draw| words::percent_whole(draw.chance)).collect::<Vec<_>>();
                each.join(" and ")
            }
        }
    }
}

fn figure(text: String) -> Span {
    Span { text, emphasis: Emphasis::Figure }
}

fn plain(text: &str) -> Span {
    Span { text: text.to_owned(), emphasis: Emphasis::Plain }
}

fn name(column: &Column) -> Span {
    Span { text: column.name.clone(), emphasis: Emphasis::Scenario(column.scenario.clone()) }
}

/// The size of an amount without its sign: `£37m`, or `£20m to £40m (likely £30m)`.
pub(super) fn size_words(range: Range, currency: Currency) -> String {
    let range = if range.likely < 0.0 { -range } else { range };
    let [low, likely, high] = [range.low, range.likely, range.high].map(|amount| money(amount, currency));
    if low == high {
        likely
    } else if likely == low || likely == high {
        format!("{low} to {high}")
    } else {
        format!("{low} to {high} (likely {likely})")
    }
}

/// `three centre-backs available`, `one available at left-back`, `12 available in midfield`.
pub(super) fn depth_words(k: usize, unit: &str) -> String {
    const NAMES: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let unit = unit.trim().to_lowercase();
    let count = NAMES.get(k).map_or_else(|| k.to_string(), |name| (*name).to_owned());
    match unit.strip_suffix('s') {
        Some(single) if k == 1 => format!("{count} {single} available"),
        Some(_) => format!("{count} {unit} available"),
        None if unit.ends_with("back") || unit.ends_with("er") => format!("{count} available at {unit}"),
        None => format!("{count} available in {unit}"),
    }
}
