//! The figures of a column in words: money, cover, and the chance of being short, each with its change.

use crate::forecast::{Method, Short, UnitForecast};
use crate::model::{Currency, Date, Plan, Season, season_of, words};
use crate::report::money::{Costs, Figure, Made, MadeRow, Range, money};
use crate::ui::theme::Tone;

/// A difference of matchdays smaller than this is not shown.
const MATCHDAYS: f64 = 0.05;

/// A figure of a column.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Asked {
    /// Fees paid less fees received.
    NetSpend,
    /// Amortisation and wages: of this season, and of those after it.
    Season(i16),
    /// The expected number of matchdays with enough fit.
    Covered,
    /// The chance of fewer than needed on some matchday, or fewer than the target depth.
    Short(Depth),
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
    /// What it is.
    pub(super) label: String,
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
    pub(super) costs: &'a Costs,
    pub(super) forecast: &'a UnitForecast,
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

/// What all columns have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Common<'a> {
    pub(super) plan: &'a Plan,
    pub(super) days: (Date, Date),
    pub(super) needed: usize,
    pub(super) target: usize,
}

/// The figures of a column; `baseline` is none for the baseline itself.
pub(super) fn rows(common: Common<'_>, own: Numbers<'_>, baseline: Option<Numbers<'_>>) -> Vec<FigureRow> {
    let Common { plan, days: (from, to), needed, target } = common;
    let currency = plan.money.currency;
    let this = season_of(plan.as_of);
    let mut rows = vec![money_row(
        Asked::NetSpend,
        format!("Net spend to {} {}", words::month(to), to.year()),
        own.costs.net_spend(from, to),
        baseline.map(|baseline| baseline.costs.net_spend(from, to)),
        currency,
    )];
    for after in [0, 1] {
        let season = this.plus(after);
        let cost = |numbers: Numbers<'_>| season_cost(numbers.costs, season);
        rows.push(money_row(
            Asked::Season(after),
            format!("Season cost {season}"),
            cost(own),
            baseline.map(cost),
            currency,
        ));
    }
    rows.push(covered_row(common, own, baseline));
    rows.push(short_row(needed, Depth::Needed, own, baseline));
    if needed != target {
        rows.push(short_row(target, Depth::Target, own, baseline));
    }
    rows
}

fn season_cost(costs: &Costs, season: Season) -> Figure {
    costs.running_cost(season.first_day(), season.last_day())
}

fn money_row(
    asked: Asked,
    label: String,
    figure: Figure,
    baseline: Option<Figure>,
    currency: Currency,
) -> FigureRow {
    let Figure { if_it_happens, expected } = figure;
    let all = compact(if_it_happens, currency);
    let value = compact(expected, currency);
    let rest = if all != value && if_it_happens.is_single() && expected.is_single() {
        format!("of {all}")
    } else {
        String::new()
    };
    let change = baseline.and_then(|baseline| money_change(expected.likely - baseline.expected.likely, currency));
    let tip = format!(
        "Expected: every move counted with its chance. If every move comes off: {}. Click for how it was made.",
        if_it_happens.words(currency)
    );
    FigureRow { asked, label, value, rest, change, tip }
}

/// `£2m–3m–4m`: a range in the room of a column.
pub(super) fn compact(range: Range, currency: Currency) -> String {
    let parts = [range.low, range.likely, range.high].map(|amount| money(amount, currency));
    let [low, likely, high] = &parts;
    if low == high {
        return likely.clone();
    }
    if range.low < 0.0 {
        return range.words(currency);
    }
    let sign = currency.sign();
    let bare = |part: &str| part.strip_prefix(&sign).unwrap_or(part).to_owned();
    if likely == low || likely == high {
        return format!("{low}\u{2013}{}", bare(high));
    }
    format!("{low}\u{2013}{}\u{2013}{}", bare(likely), bare(high))
}

/// `+£17.5m`, bad, or `−£2m`, good; nothing where what is shown is the same.
fn money_change(change: f64, currency: Currency) -> Option<(String, Tone)> {
    let words = money(change.abs(), currency);
    if words == money(0.0, currency) {
        return None;
    }
    Some(if change > 0.0 { (format!("+{words}"), Tone::Bad) } else { (format!("\u{2212}{words}"), Tone::Ok) })
}

fn covered_row(common: Common<'_>, own: Numbers<'_>, baseline: Option<Numbers<'_>>) -> FigureRow {
    let Common { days: (from, to), target, .. } = common;
    let count = own.forecast.matchdays.iter().filter(|day| (from..=to).contains(*day)).count();
    let label = format!("Matchdays with {target} fit");
    if count == 0 {
        return FigureRow {
            asked: Asked::Covered,
            label,
            value: "\u{2013}".to_owned(),
            rest: "no matchdays".to_owned(),
            change: None,
            tip: "No matchday of the plan lies within the days that count. Add some in the calendar.".to_owned(),
        };
    }
    let covered = own.forecast.expected_covered(target, from, to);
    let change = baseline
        .map(|baseline| covered - baseline.forecast.expected_covered(target, from, to))
        .and_then(matchday_change);
    FigureRow {
        asked: Asked::Covered,
        label,
        value: format!("{covered:.1}"),
        rest: format!("of {count}"),
        change,
        tip: format!(
            "On how many of the {count} matchdays at least {target} are expected to be here and fit. Click for how it \
             was made."
        ),
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

fn short_row(k: usize, depth: Depth, own: Numbers<'_>, baseline: Option<Numbers<'_>>) -> FigureRow {
    let short = own.short(depth);
    let was = baseline.and_then(|baseline| baseline.short(depth));
    let change = short.zip(was).and_then(|(short, was)| chance_change(short.chance - was.chance));
    let value = short.map_or_else(|| "\u{2026}".to_owned(), |short| words::percent(short.chance));
    let error = short.filter(|short| short.method == Method::Simulated).and_then(|short| short.standard_error);
    FigureRow {
        asked: Asked::Short(depth),
        label: format!("Short of {k} on some matchday"),
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
pub(super) fn made(common: Common<'_>, own: Numbers<'_>, asked: Asked) -> Made {
    let Common { plan, days: (from, to), needed, target } = common;
    match asked {
        Asked::NetSpend => own.costs.net_spend_made(plan, from, to),
        Asked::Season(after) => {
            let season = season_of(plan.as_of).plus(after);
            own.costs.running_cost_made(plan, season.first_day(), season.last_day())
        }
        Asked::Covered => covered_made(own.forecast, target, (from, to)),
        Asked::Short(Depth::Needed) => short_made(own, needed, Depth::Needed, (from, to)),
        Asked::Short(Depth::Target) => short_made(own, target, Depth::Target, (from, to)),
    }
}

fn covered_made(forecast: &UnitForecast, k: usize, (from, to): (Date, Date)) -> Made {
    let days: Vec<Date> =
        forecast.matchdays.iter().copied().filter(|day| (from..=to).contains(day)).collect();
    let mut rows = Vec::new();
    for month in days.chunk_by(|one, other| (one.year(), one.month()) == (other.year(), other.month())) {
        let (Some(first), Some(last)) = (month.first(), month.last()) else { continue };
        let chances = || month.iter().filter_map(|day| forecast.cover_on(*day, k));
        let (least, most) = chances().fold((1.0_f64, 0.0_f64), |(least, most), chance| {
            (least.min(chance), most.max(chance))
        });
        let count = month.len();
        let plural = if count == 1 { "" } else { "s" };
        let (least, most) = (words::percent(least), words::percent(most));
        let chance = if least == most { least } else { format!("{least} to {most}") };
        rows.push(MadeRow {
            what: words::month_year(*first),
            how: format!("{count} matchday{plural}, chance of {k} or more {chance}"),
            amount: format!("{:.1}", forecast.expected_covered(k, *first, *last)),
        });
    }
    Made {
        title: format!("Matchdays with {k} fit, {} to {}", words::date(from), words::date(to)),
        formula: format!(
            "The chance that at least {k} are here and fit, added up over the matchdays. The players behind a day\u{2019}s \
             chance stand on the board, under the chart."
        ),
        rows,
        total: format!("{:.1} of {}", forecast.expected_covered(k, from, to), days.len()),
        assumptions: health_assumptions(),
        remarks: Vec::new(),
    }
}

fn short_made(own: Numbers<'_>, k: usize, depth: Depth, (from, to): (Date, Date)) -> Made {
    let short = own.short(depth);
    let days: Vec<Date> =
        own.forecast.matchdays.iter().copied().filter(|day| (from..=to).contains(day)).collect();
    let worst = days
        .iter()
        .filter_map(|day| Some((*day, own.forecast.cover_on(*day, k)?)))
        .min_by(|one, other| one.1.total_cmp(&other.1));
    let mut rows = vec![MadeRow {
        what: "Matchdays".to_owned(),
        how: format!("from {} to {}", words::date(from), words::date(to)),
        amount: days.len().to_string(),
    }];
    rows.extend(worst.map(|(day, chance)| MadeRow {
        what: format!("Worst of them, {}", words::date(day)),
        how: format!("the chance of fewer than {k} on that day alone"),
        amount: words::percent(1.0 - chance),
    }));
    rows.extend(short.map(|short| MadeRow {
        what: "Method".to_owned(),
        how: String::new(),
        amount: match (short.method, short.standard_error) {
            (Method::Simulated, Some(error)) => {
                format!("simulated, standard error {:.2} points", 100.0 * error)
            }
            _ => "worked out exactly".to_owned(),
        },
    }));
    Made {
        title: format!("Short of {k} on some matchday"),
        formula: format!(
            "The chance that on at least one of the matchdays fewer than {k} can be picked. Days hang together: who is \
             out today is likely out tomorrow. So every player is followed from matchday to matchday, and each deal is \
             drawn once for the whole time."
        ),
        rows,
        total: short.map_or_else(|| "\u{2026}".to_owned(), |short| words::percent(short.chance)),
        assumptions: health_assumptions(),
        remarks: Vec::new(),
    }
}

/// What every forecast of fitness rests on.
fn health_assumptions() -> Vec<String> {
    use crate::forecast::id;
    [id::INJURIES_FIRST_CHOICE, id::INJURIES_OTHERS, id::MEAN_LAYOFF_DAYS, id::SEASON_DAYS]
        .map(str::to_owned)
        .to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_stays_a_range() {
        for (low, likely, high, expected) in [
            (35e6, 35e6, 35e6, "£35m"),
            (20e6, 22.5e6, 25e6, "£20m–22.5m–25m"),
            (20e6, 20e6, 25e6, "£20m–25m"),
            (-3e6, -2e6, -1e6, "−£3m – −£2m – −£1m"),
            (0.0, 0.0, 0.0, "£0"),
        ] {
            assert_eq!(compact(Range { low, likely, high }, Currency::GBP), expected);
        }
    }

    #[test]
    fn a_change_has_a_sign_and_one_too_small_to_be_seen_is_none() {
        let pound = |change: f64| money_change(change, Currency::GBP).map(|(words, tone)| (words, tone));
        assert_eq!(pound(17.5e6), Some(("+£17.5m".to_owned(), Tone::Bad)));
        assert_eq!(pound(-2e6), Some(("−£2m".to_owned(), Tone::Ok)));
        assert_eq!(pound(0.3), None);
        assert_eq!(matchday_change(5.78), Some(("+5.8".to_owned(), Tone::Ok)));
        assert_eq!(matchday_change(-0.04), None);
        assert_eq!(chance_change(0.017), Some(("+1.7".to_owned(), Tone::Bad)));
        assert_eq!(chance_change(0.000_4), None);
    }
}
