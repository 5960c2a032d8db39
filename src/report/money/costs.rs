//! The sums of a scenario's money.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Currency, Date, Plan, Scenario, ScenarioId, Season, season_of};

use super::bill::{self, SeasonCost, WindowSpend};
use super::reading;
use super::{Figure, Line, MoveCost, Range, Remark, RemarkKind};

/// How many seasons are counted out: the one of the as-of date and the three after it.
const SEASONS: i16 = 4;

/// The money of a scenario in the plan's currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Costs {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The plan's currency.
    pub currency: Currency,
    /// Its moves that happen on some day, in the plan's order.
    pub moves: Vec<MoveCost>,
    /// What the sums leave out or assume.
    pub remarks: Vec<Remark>,
    /// Net spend in each window of the plan, in its order, and last what lies outside any.
    pub windows: Vec<WindowSpend>,
    /// This season and the next three.
    pub seasons: Vec<SeasonCost>,
}

impl Costs {
    /// The money of a scenario of the plan; none if it has no such scenario.
    #[must_use]
    pub fn of(plan: &Plan, scenario: &ScenarioId) -> Option<Self> {
        Some(Self::of_scenario(plan, plan.scenario(scenario)?))
    }

    /// The money of a scenario, whether or not it is one of the plan's.
    #[must_use]
    pub fn of_scenario(plan: &Plan, scenario: &Scenario) -> Self {
        let mut costs = Self::read(plan, scenario);
        costs.windows = bill::windows(plan, &costs);
        costs.seasons =
            (0..SEASONS).map(|n| bill::season(plan, &costs, season_of(plan.as_of).plus(n))).collect();
        costs
    }

    /// The moves and their lines, without windows and seasons.
    pub(in crate::report) fn read(plan: &Plan, scenario: &Scenario) -> Self {
        let (moves, remarks) = reading::read(plan, scenario);
        Self {
            scenario: scenario.id.clone(),
            currency: plan.money.currency,
            moves,
            remarks,
            windows: Vec::new(),
            seasons: Vec::new(),
        }
    }

    /// Fees, loan fees, signing-on and agent fees paid, less fees received, on the days of the span.
    #[must_use]
    pub fn net_spend(&self, from: Date, to: Date) -> Figure {
        self.figure(
            |cost| (from..=to).contains(&cost.date),
            |line| if line.item.is_wage() { None } else { Some(line.amount) },
        )
    }

    /// What the days of the span carry of fees, signing-on and agent fees.
    #[must_use]
    pub fn amortisation(&self, from: Date, to: Date) -> Figure {
        self.figure(|_| true, |line| line.item.is_amortised().then(|| line.share_within(from, to)))
    }

    /// What the moves add to the wages on the days of the span; negative where they save more.
    #[must_use]
    pub fn wages(&self, from: Date, to: Date) -> Figure {
        self.figure(|_| true, |line| line.item.is_wage().then(|| line.share_within(from, to)))
    }

    /// Amortisation and wages on the days of the span.
    #[must_use]
    pub fn running_cost(&self, from: Date, to: Date) -> Figure {
        self.figure(|_| true, |line| (!line.item.is_received()).then(|| line.share_within(from, to)))
    }

    /// What a comparison counts: amortisation and wages on the days of the span less fees received in it.
    #[must_use]
    pub fn cost(&self, from: Date, to: Date) -> Figure {
        self.figure(|_| true, |line| Some(counted(line, from, to)))
    }

    /// The season's entry in [`Self::seasons`].
    #[must_use]
    pub fn season(&self, season: Season) -> Option<&SeasonCost> {
        self.seasons.iter().find(|known| known.season() == season)
    }

    /// The remarks of a kind.
    pub fn remarks_of(&self, kind: RemarkKind) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(move |remark| remark.kind == kind)
    }

    /// Every line with its move.
    pub fn lines(&self) -> impl Iterator<Item = (&MoveCost, &Line)> {
        self.moves.iter().flat_map(|cost| cost.lines.iter().map(move |line| (cost, line)))
    }

    /// Adds up what `amount` gives of every line of the moves that `counts` lets in.
    pub(super) fn figure(
        &self,
        counts: impl Fn(&MoveCost) -> bool,
        amount: impl Fn(&Line) -> Option<Range>,
    ) -> Figure {
        let mut sum = Figure::default();
        let mut groups: BTreeMap<&str, (f64, Range)> = BTreeMap::new();
        for cost in &self.moves {
            let counts = counts(cost);
            let lines =
                || cost.lines.iter().filter(|_| counts).filter_map(|line| Some((line, amount(line)?)));
            let whole: Range = lines().map(|(_, amount)| amount).sum();
            sum.expected = sum.expected + lines().map(|(line, amount)| amount * line.chance).sum();
            match &cost.group {
                None => sum.if_it_happens = sum.if_it_happens + whole,
                // One of the group comes off: the likeliest says what is likely, the first of equals.
                Some(group) => match groups.get_mut(group.as_str()) {
                    None => {
                        groups.insert(group, (cost.chance, whole));
                    }
                    Some((chance, so_far)) if cost.chance > *chance => {
                        (*chance, *so_far) = (cost.chance, whole.or(*so_far));
                    }
                    Some((_, so_far)) => *so_far = so_far.or(whole),
                },
            }
        }
        sum.if_it_happens = sum.if_it_happens + groups.into_values().map(|(_, range)| range).sum();
        sum
    }
}

/// What a comparison counts of a line, should it be paid.
pub(in crate::report) fn counted(line: &Line, from: Date, to: Date) -> Range {
    if !line.item.is_received() {
        line.share_within(from, to)
    } else if (from..=to).contains(&line.first) {
        line.amount
    } else {
        Range::default()
    }
}
