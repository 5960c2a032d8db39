//! The figures of a column in words: money, cover, and the chance of being short, each with its change.

use crate::forecast::{Method, Short};
use crate::model::{Currency, Plan, ScenarioId, Season, season_of, words};
use crate::report::compare::{Column, Comparison};
use crate::report::money::{Costs, Figure, Made, Range, money};
use crate::ui::theme::Tone;

/// A difference of matchdays smaller than this is not shown.
const MATCHDAYS: f64 = 0.05;

/// A figure of a column.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Asked {
    /// What the verdict counts: amortisation and wages of the span less fees received.
    Cost,
    /// Fees paid less fees received.
    NetSpend,
    /// Amortisation and wages: of this season, and of those after it.
    Season(i16),
    /// The expected number of matchdays with enough fit.
    Covered,
    /// The chance of fewer than needed on some matchday, or fewer than the target depth.
    Short(Depth),
    /// What more it costs than another scenario.
    DeltaCost(ScenarioId),
    /// What a matchday more asks for, against another scenario.
    Price(ScenarioId),
    /// The chance at which waiting is as good as acting, against another scenario.
    BreakEven(ScenarioId),
}

/// How many players a chance of being short asks for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Depth {
    /// As many as the formation needs.
    Needed,
    /// As many as the verdicts count.
    Target,
}

/// A figure as it stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FigureRow {
    pub(super) asked: Asked,
    /// What it is, and in fewer words where room is short.
    pub(super) label: String,
    pub(super) brief: String,
    /// How much.
    pub(super) value: String,
    /// After it, muted: `of 52`.
    pub(super) rest: String,
    /// The change against the baseline, and what to think of it.
    pub(super) change: Option<(String, Tone)>,
    /// What it means.
    pub(super) tip: String,
}

impl FigureRow {
    /// As a screen reader says it.
    pub(super) fn in_words(&self) -> String {
        let Self { label, value, rest, change, .. } = self;
        let rest = if rest.is_empty() { String::new() } else { format!(" {rest}") };
        let change = change.as_ref().map_or_else(String::new, |(words, _)| format!(", {words}"));
        format!("{label}: {value}{rest}{change}")
    }
}

/// What a column's figures are made of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers<'a> {
    pub(super) column: &'a Column,
    /// Short of needed and of the target depth; none while it is being worked out.
    pub(super) shorts: Option<&'a [Short]>,
}

impl Numbers<'_> {
    fn short(&self, depth: Depth) -> Option<Short> {
        let at = match depth {
            Depth::Needed => 0,
            Depth::Target => 1,
        };
        self.shorts?.get(at).copied()
    }
}

/// The figures of a column; `baseline` is none for the baseline itself.
pub(super) fn rows(
    plan: &Plan,
    comparison: &Comparison,
    own: Numbers<'_>,
    baseline: Option<Numbers<'_>>,
) -> Vec<FigureRow> {
    let Comparison { to, needed, k, currency, .. } = *comparison;
    let this = season_of(plan.as_of);
    let until = |what: &str| [format!("{what} to {}", words::month_full_year(to)), what.to_owned()];
    let money = |asked, label, figure: fn(&Column) -> Figure| {
        money_row(asked, label, figure(own.column), baseline.map(|other| figure(other.column)), currency)
    };
    let mut rows = vec![
        money(Asked::Cost, until("Cost counted"), |column| column.cost),
        money(Asked::NetSpend, until("Net spend"), |column| column.net_spend),
    ];
    for after in [0, 1] {
        let season = this.plus(after);
        let cost = |numbers: Numbers<'_>| season_cost(&numbers.column.money, season);
        rows.push(money_row(
            Asked::Season(after),
            [format!("Season cost {season}"), format!("Cost {}", brief(season))],
            cost(own),
            baseline.map(cost),
            currency,
        ));
    }
    rows.push(covered_row(comparison, own, baseline));
    rows.push(short_row(comparison, needed, Depth::Needed, own, baseline));
    if needed != k {
        rows.push(short_row(comparison, k, Depth::Target, own, baseline));
    }
    rows
}

/// `25–26`.
fn brief(season: Season) -> String {
    let name = season.to_string();
    name.get(2..).map_or(name.clone(), str::to_owned)
}

fn season_cost(costs: &Costs, season: Season) -> Figure {
    costs.running_cost(season.first_day(), season.last_day())
}

fn money_row(
    asked: Asked,
    [label, brief]: [String; 2],
    figure: Figure,
    baseline: Option<Figure>,
    currency: Currency,
) -> FigureRow {
    let Figure { if_it_happens, expected } = figure;
    let all = compact(if_it_happens, currency);
    let value = money(expected.likely, currency);
    let rest = if !expected.is_single() {
        compact(expected, currency)
    } else if all != value && if_it_happens.is_single() {
        format!("if done {all}")
    } else {
        String::new()
    };
    let change =
        baseline.and_then(|baseline| money_change(expected.likely - baseline.expected.likely, currency));
    let counts = match asked {
        Asked::Cost => {
            "Amortisation and wages of the days compared, less fees received: what the verdict counts. "
        }
        Asked::NetSpend => "Fees paid less fees received, in full on their day. ",
        _ => "",
    };
    let tip = format!(
        "{counts}Expected, every move with its chance: {}. If every move comes off: {}. Click for how it was made.",
        expected.words(currency),
        if_it_happens.words(currency)
    );
    FigureRow { asked, label, brief, value, rest, change, tip }
}

/// `£2m–4m`: from least to most in the room of a column; what comes in as `−£2m–4m`.
pub(super) fn compact(range: Range, currency: Currency) -> String {
    let [low, high] = [range.low, range.high].map(|amount| money(amount, currency));
    if low == high {
        return money(range.likely, currency);
    }
    if range.high <= 0.0 {
        return format!("\u{2212}{}", compact(-range, currency));
    }
    if range.low < 0.0 {
        return format!("{low} to {high}");
    }
    let [low, high] = [range.low, range.high].map(|amount| words::figure(amount.round() as u64));
    words::with_currency(&format!("{low}\u{2013}{high}"), currency)
}

/// `+£17.5m`, bad, or `−£2m`, good; nothing where what is shown is the same.
fn money_change(change: f64, currency: Currency) -> Option<(String, Tone)> {
    let words = money(change.abs(), currency);
    if words == money(0.0, currency) {
        return None;
    }
    Some(if change > 0.0 { (format!("+{words}"), Tone::Bad) } else { (format!("\u{2212}{words}"), Tone::Ok) })
}

fn covered_row(comparison: &Comparison, own: Numbers<'_>, baseline: Option<Numbers<'_>>) -> FigureRow {
    let Comparison { k, matchdays, .. } = comparison;
    let (label, brief) = (format!("Matchdays with {k} fit"), format!("{k} fit"));
    if *matchdays == 0 {
        return without_matchdays(Asked::Covered, label, brief);
    }
    let covered = own.column.expected_covered;
    let change =
        baseline.map(|baseline| covered - baseline.column.expected_covered).and_then(matchday_change);
    FigureRow {
        asked: Asked::Covered,
        label,
        brief,
        value: format!("{covered:.1}"),
        rest: format!("of {matchdays}"),
        change,
        tip: format!(
            "On how many of the {matchdays} matchdays at least {k} are expected to be here and fit. Click for how it \
             was made."
        ),
    }
}

fn without_matchdays(asked: Asked, label: String, brief: String) -> FigureRow {
    FigureRow {
        asked,
        label,
        brief,
        value: "\u{2013}".to_owned(),
        rest: "no matchdays".to_owned(),
        change: None,
        tip: "No matchday of the plan lies within the days that count. Add some in the calendar.".to_owned(),
    }
}

/// `+5.8`, good, or `−5.8`, bad.
fn matchday_change(change: f64) -> Option<(String, Tone)> {
    if change >= MATCHDAYS {
        Some((format!("+{change:.1}"), Tone::Ok))
    } else if change <= -MATCHDAYS {
        Some((format!("\u{2212}{:.1}", -change), Tone::Bad))
    } else {
        None
    }
}

fn short_row(
    comparison: &Comparison,
    k: usize,
    depth: Depth,
    own: Numbers<'_>,
    baseline: Option<Numbers<'_>>,
) -> FigureRow {
    let asked = Asked::Short(depth);
    let (label, brief) = (format!("Short of {k} on some matchday"), format!("Short of {k}"));
    if comparison.matchdays == 0 {
        return without_matchdays(asked, label, brief);
    }
    let short = own.short(depth);
    let was = baseline.and_then(|baseline| baseline.short(depth));
    let change = short.zip(was).and_then(|(short, was)| chance_change(short.chance - was.chance));
    let value = short.map_or_else(|| "\u{2026}".to_owned(), |short| words::percent(short.chance));
    let error =
        short.filter(|short| short.method == Method::Simulated).and_then(|short| short.standard_error);
    FigureRow {
        asked,
        label,
        brief,
        value,
        rest: error.map_or_else(String::new, |error| format!("\u{b1} {:.1}", (100.0 * error).max(0.1))),
        change,
        tip: format!(
            "The chance that on at least one of the matchdays fewer than {k} are here and fit. Click for how it was \
             made."
        ),
    }
}

/// A change in percentage points, fewer being good.
fn chance_change(change: f64) -> Option<(String, Tone)> {
    let points = (change * 1000.0).round() / 10.0;
    if points > 0.0 {
        Some((format!("+{points:.1}"), Tone::Bad))
    } else if points < 0.0 {
        Some((format!("\u{2212}{:.1}", -points), Tone::Ok))
    } else {
        None
    }
}

/// How a figure was made.
pub(super) fn made(
    plan: &Plan,
    comparison: &Comparison,
    own: Numbers<'_>,
    asked: &Asked,
    value: Option<f64>,
) -> Option<Made> {
    let Comparison { from, to, needed, k, .. } = *comparison;
    let column = own.column;
    let pair = |other| comparison.pair(&column.scenario, other);
    Some(match asked {
        Asked::Cost => column.money.cost_made(plan, from, to),
        Asked::NetSpend => column.money.net_spend_made(plan, from, to),
        Asked::Season(after) => {
            let season = season_of(plan.as_of).plus(*after);
            column.money.running_cost_made(plan, season.first_day(), season.last_day())
        }
        Asked::Covered => comparison.covered_made(plan, column),
        Asked::Short(Depth::Needed) => comparison.short_made(plan, column, needed, own.short(Depth::Needed)?),
        Asked::Short(Depth::Target) => comparison.short_made(plan, column, k, own.short(Depth::Target)?),
        Asked::DeltaCost(other) => comparison.delta_cost_made(plan, pair(other)?),
        Asked::Price(other) => comparison.price_made(pair(other)?),
        Asked::BreakEven(other) => comparison.break_even_made(pair(other)?.break_even.as_ref()?, value?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_stays_a_range() {
        for (low, likely, high, expected) in [
            (35e6, 35e6, 35e6, "£35m"),
            (20e6, 22.5e6, 25e6, "£20m–25m"),
            (20e6, 20e6, 25e6, "£20m–25m"),
            (-3e6, -2e6, -1e6, "−£1m–3m"),
            (-3e6, -2e6, 1e6, "−£3m to £1m"),
            (0.0, 0.0, 0.0, "£0"),
        ] {
            assert_eq!(compact(Range { low, likely, high }, Currency::GBP), expected);
        }
    }

    #[test]
    fn a_change_has_a_sign_and_one_too_small_to_be_seen_is_none() {
        let pound = |change: f64| money_change(change, Currency::GBP);
        assert_eq!(pound(17.5e6), Some(("+£17.5m".to_owned(), Tone::Bad)));
        assert_eq!(pound(-2e6), Some(("−£2m".to_owned(), Tone::Ok)));
        assert_eq!(pound(0.3), None);
        assert_eq!(matchday_change(5.78), Some(("+5.8".to_owned(), Tone::Ok)));
        assert_eq!(matchday_change(-0.04), None);
        assert_eq!(chance_change(0.017), Some(("+1.7".to_owned(), Tone::Bad)));
        assert_eq!(chance_change(0.000_4), None);
    }
}
