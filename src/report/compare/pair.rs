//! Two scenarios: what more one costs, what more it covers, and what that makes of it.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{Date, MoveKind, Plan, PlayerId, Scenario, ScenarioId};
use crate::report::money::{Costs, Item, Range, costs::counted};
use crate::report::{Problem, moves_problems};

use super::break_even::{BreakEven, Measure, Outcome, Side};
use super::differences::{self, Case, Difference};
use super::elsewhere::{OtherUnit, elsewhere};
use super::{Column, Comparison};

/// Matchdays this near to each other read alike.
pub(super) const SAME_MATCHDAYS: f64 = 0.05;

/// What a scenario asks for each matchday that it covers more than another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "reading", rename_all = "kebab-case")]
pub enum Price {
    /// It costs more and covers more.
    Pays {
        /// The price of a covered matchday.
        per_matchday: Range,
    },
    /// It costs less and covers less.
    Saves {
        /// What is saved for each matchday that is no longer covered.
        per_matchday: Range,
    },
    /// It covers more and costs no more.
    BetterOnBoth,
    /// It covers less and costs no less.
    WorseOnBoth,
    /// It covers as much and costs more.
    DearerForTheSame,
    /// It covers as much and costs less.
    CheaperForTheSame,
    /// As good as equal.
    Equal,
}

/// One scenario held against another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The one.
    pub one: ScenarioId,
    /// The other.
    pub other: ScenarioId,
    /// What more the one costs, as expected.
    pub delta_cost: Range,
    /// How many more matchdays it covers, as expected.
    pub delta_covered: f64,
    /// What more it costs per matchday more, likely; none where the matchdays are as good as equal.
    pub price_per_covered_matchday: Option<f64>,
    /// What that makes of it.
    pub price: Price,
    /// The chance of the later deal at which both are worth the same, at the value in force.
    pub break_even_chance: Option<f64>,
    /// Everything behind it, for any other value.
    pub break_even: Option<BreakEven>,
    /// What differs, in words.
    pub differences: Vec<Difference>,
    /// The other units that the moves which differ are for, where they leave the compared unit covered as before.
    pub elsewhere: Vec<OtherUnit>,
    /// Who arrives by a move of one of them only after the days compared, so that he does not count.
    pub later: Vec<String>,
    /// The costs read alike as they are shown.
    #[serde(skip)]
    pub(super) same_cost: bool,
}

/// A column with its scenario and what stands against its moves.
struct Entry<'a> {
    scenario: &'a Scenario,
    column: &'a Column,
    problems: Vec<Problem>,
}

/// Every column against every other.
pub(super) fn pairs(plan: &Plan, scenarios: &[&Scenario], comparison: &Comparison) -> Vec<Pair> {
    let Comparison { k, from, to, columns, .. } = comparison;
    let measure = Measure { plan, k: *k, from: *from, to: *to };
    let entries: Vec<Entry<'_>> = scenarios
        .iter()
        .zip(columns)
        .map(|(scenario, column)| Entry { scenario, column, problems: moves_problems(plan, scenario) })
        .collect();
    let mut pairs = Vec::new();
    for (at, one) in entries.iter().enumerate() {
        for other in entries.iter().skip(at + 1) {
            let break_even = BreakEven::of(measure, one.side(), other.side());
            pairs.push(Pair::of(comparison, plan, (one, other), break_even.clone()));
            pairs.push(Pair::of(comparison, plan, (other, one), break_even));
        }
    }
    pairs
}

impl Entry<'_> {
    fn side(&self) -> Side<'_> {
        let Self { scenario, column, .. } = self;
        let outcome = Outcome { covered: column.expected_covered, cost: column.cost.expected.likely };
        Side { scenario, costs: &column.money, forecast: &column.forecast, outcome }
    }

    fn case(&self) -> Case<'_> {
        let Self { scenario, column, problems } = self;
        Case { scenario, costs: &column.money, problems }
    }
}

impl Pair {
    fn of(
        comparison: &Comparison,
        plan: &Plan,
        (one, other): (&Entry<'_>, &Entry<'_>),
        break_even: Option<BreakEven>,
    ) -> Self {
        let Comparison { unit, from, to, value, .. } = comparison;
        let delta_cost = delta_cost(&one.column.money, &other.column.money, (*from, *to));
        let delta_covered = one.column.expected_covered - other.column.expected_covered;
        let same_cost = alike(delta_cost, one.column, other.column);
        let same_covered = delta_covered.abs() < SAME_MATCHDAYS;
        let differences = differences::differences(plan, one.case(), other.case(), unit);
        let elsewhere = if same_covered {
            elsewhere(plan, [one.scenario, other.scenario], unit, &differences)
        } else {
            Vec::new()
        };
        Self {
            one: one.scenario.id.clone(),
            other: other.scenario.id.clone(),
            delta_cost,
            delta_covered,
            price_per_covered_matchday: (!same_covered).then(|| delta_cost.likely / delta_covered),
            price: Price::of(delta_cost, delta_covered, same_cost),
            break_even_chance: break_even
                .as_ref()
                .zip(value.amount)
                .and_then(|(even, value)| even.chance(value)),
            break_even,
            differences,
            elsewhere,
            later: later(plan, one.column, other.column, *to),
            same_cost,
        }
    }
}

/// The names of those who arrive after `to` by a move that only one of the scenarios has.
fn later(plan: &Plan, one: &Column, other: &Column, to: Date) -> Vec<String> {
    let after = |column: &Column| -> Vec<(PlayerId, Date)> {
        let arrivals = column.money.moves.iter().filter(|cost| cost.kind.is_arrival() && cost.date > to);
        arrivals.map(|cost| (cost.player.clone(), cost.date)).collect()
    };
    let (ours, theirs) = (after(one), after(other));
    let mut names: Vec<String> = Vec::new();
    let only = |mine: &[(PlayerId, Date)], others: &[(PlayerId, Date)]| -> Vec<PlayerId> {
        mine.iter().filter(|known| !others.contains(known)).map(|(id, _)| id.clone()).collect()
    };
    for id in [only(&ours, &theirs), only(&theirs, &ours)].concat() {
        let name = plan.player(&id).map_or_else(|| id.to_string(), |player| player.name.clone());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What makes two lines the same to a difference of costs.
type Key<'a> = (&'a PlayerId, MoveKind, Item, Date, Option<Date>, [u64; 4]);

/// What more one costs than the other: lines that both have alike cancel, the rest is taken from least to most.
fn delta_cost(one: &Costs, other: &Costs, (from, to): (Date, Date)) -> Range {
    let (ours, theirs) = (keys(one, from, to), keys(other, from, to));
    own(&ours, &theirs) - own(&theirs, &ours)
}

/// The sum of what `lines` holds more of than `others`.
fn own(lines: &[(Key<'_>, Range)], others: &[(Key<'_>, Range)]) -> Range {
    let mut cancel: HashMap<&Key<'_>, usize> = HashMap::new();
    for (key, _) in others {
        *cancel.entry(key).or_default() += 1;
    }
    let left = lines.iter().filter(|(key, _)| match cancel.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    });
    left.map(|(_, amount)| *amount).sum()
}

fn keys(costs: &Costs, from: Date, to: Date) -> Vec<(Key<'_>, Range)> {
    costs
        .lines()
        .map(|(cost, line)| {
            let Range { low, likely, high } = line.amount;
            let amounts = [low, likely, high, line.chance].map(f64::to_bits);
            let key = (&cost.player, cost.kind, line.item, line.first, line.last, amounts);
            (key, counted(line, from, to) * line.chance)
        })
        .collect()
}

/// Whether two costs differ by less than what is shown of the larger.
fn alike(delta: Range, one: &Column, other: &Column) -> bool {
    let sizes = [one.cost.expected.likely, other.cost.expected.likely].map(f64::abs);
    let step = shown_step(sizes.into_iter().fold(0.0, f64::max));
    delta.low.abs().max(delta.high.abs()) < step / 2.0
}

/// The smallest difference that the words for an amount of this size show.
fn shown_step(size: f64) -> f64 {
    match size {
        1e9.. => 1e8,
        1e6.. => 1e5,
        1e4.. => 1e2,
        _ => 1.0,
    }
}

impl Price {
    fn of(cost: Range, covered: f64, same_cost: bool) -> Self {
        let same_covered = covered.abs() < SAME_MATCHDAYS;
        let per_matchday = || {
            let (one, other) = (cost.low / covered, cost.high / covered);
            Range::of(one, cost.likely / covered, other)
        };
        match (same_cost, same_covered, cost.likely > 0.0, covered > 0.0) {
            (true, true, ..) => Self::Equal,
            (true, false, _, true) | (false, false, false, true) => Self::BetterOnBoth,
            (true, false, _, false) | (false, false, true, false) => Self::WorseOnBoth,
            (false, true, true, _) => Self::DearerForTheSame,
            (false, true, false, _) => Self::CheaperForTheSame,
            (false, false, true, true) => Self::Pays { per_matchday: per_matchday() },
            (false, false, false, false) => Self::Saves { per_matchday: per_matchday() },
        }
    }
}

impl Pair {
    /// As good as equal in what it costs.
    #[must_use]
    pub fn is_same_cost(&self) -> bool {
        self.same_cost
    }

    /// As good as equal in what it covers.
    #[must_use]
    pub fn is_same_covered(&self) -> bool {
        self.delta_covered.abs() < SAME_MATCHDAYS
    }

    /// Equal in what it covers, but for the rounding of the arithmetic.
    #[must_use]
    pub fn covers_as_many(&self) -> bool {
        self.delta_covered.abs() < 1e-9
    }

    /// Nothing differs: no move, no chart, no figure.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.differences.is_empty() && self.is_same_cost() && self.is_same_covered()
    }
}
