//! Two to four scenarios held against each other over the same matchdays. `docs/model.md` §7.
//!
//! [`Comparison::of`] is quick enough for every edit. What takes longer, the chance of being short on some matchday,
//! is worked out apart by [`Comparison::shorts`] and put in by [`Comparison::set_shorts`].

mod break_even;
mod changes;
mod differences;
mod elsewhere;
mod made;
mod pair;
mod table;
#[cfg(test)]
mod tests;
mod value;
mod verdict;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::forecast::{self, Short, UnitForecast};
use crate::model::{
    Currency, Date, MatchdayOrigin, Plan, Scenario, ScenarioColour, ScenarioId, UnitId, season_of,
};

use super::money::{Costs, Figure, Range};

pub use break_even::{BreakEven, DrawToday, Odds, Outcome};
pub use changes::{Change, Way};
pub use differences::{Difference, DifferenceKind};
pub use elsewhere::OtherUnit;
pub use pair::{Pair, Price};
pub use table::{AssumptionRow, TableCell, TableRow, readings};
pub use value::MatchdayValue;
pub use verdict::{Emphasis, Span, Verdict};

/// Scenarios side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Name of the plan.
    pub plan: String,
    /// The day on which it knows what it knows.
    pub as_of: Date,
    /// First day that counts.
    pub from: Date,
    /// Last day that counts.
    pub to: Date,
    /// The unit whose cover counts.
    pub unit: UnitId,
    /// Its name, for example `Centre-backs`.
    pub unit_name: String,
    /// The plan's currency.
    pub currency: Currency,
    /// The scenario the others are held against: the plan's baseline, or the first if that is not among them.
    pub baseline: ScenarioId,
    /// Slots to fill, in the baseline's formation.
    pub needed: usize,
    /// How many available players make a covered matchday: the target depth in the baseline's formation.
    pub k: usize,
    /// Matchdays of the span still to be played.
    pub matchdays: usize,
    /// The last of them, where the span runs on beyond the season of it: costs count there, and nothing can be covered.
    pub matchdays_end: Option<Date>,
    /// How many of them the program made up, one a week: an assumption, no fixtures.
    pub generated_matchdays: usize,
    /// What one covered matchday is worth.
    pub value: MatchdayValue,
    /// The scenarios, in the order asked for.
    pub columns: Vec<Column>,
    /// Every other scenario against the baseline.
    pub pairs: Vec<Pair>,
    /// Every other pair, either way round.
    #[serde(skip)]
    others: Vec<Pair>,
}

/// A scenario of a [`Comparison`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// The scenario.
    pub scenario: ScenarioId,
    /// As shown.
    pub name: String,
    /// Its colour.
    pub colour: ScenarioColour,
    /// Who comes, goes and stays in the span.
    pub changes: Vec<Change>,
    /// Fees paid less fees received in the span.
    pub net_spend: Figure,
    /// Amortisation and wages of this season and the next three, by season (`2025-26`).
    pub season_cost: BTreeMap<String, Figure>,
    /// What the comparison counts: amortisation and wages of the span less fees received in it.
    pub cost: Figure,
    /// Expected number of matchdays with at least k available.
    pub expected_covered: f64,
    /// The chance of being short on some matchday, once it is worked out.
    pub short_somewhere: Option<Shorts>,
    /// Everything about its money.
    pub money: Costs,
    /// The forecast of the unit on every day of the span.
    #[serde(skip)]
    pub forecast: UnitForecast,
}

/// The chance of being short on some matchday of the span.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shorts {
    /// Fewer than the slots to fill.
    pub needed: Short,
    /// Fewer than the target depth.
    pub target: Short,
}

impl Comparison {
    /// Holds scenarios against each other from `from` to `to`, both included; one named twice counts once.
    ///
    /// None if the plan lacks the unit or one of the scenarios, or none is named.
    #[must_use]
    pub fn of(plan: &Plan, scenarios: &[ScenarioId], unit: &UnitId, from: Date, to: Date) -> Option<Self> {
        let mut chosen: Vec<&Scenario> = Vec::new();
        for id in scenarios {
            let scenario = plan.scenario(id)?;
            if !chosen.iter().any(|known| known.id == *id) {
                chosen.push(scenario);
            }
        }
        let baseline = chosen.iter().find(|one| one.id == plan.baseline).or(chosen.first())?;
        let forecasts: Option<Vec<UnitForecast>> =
            chosen.iter().map(|one| UnitForecast::of(plan, &one.id, unit, from, to)).collect();
        let forecasts = forecasts?;
        let theirs = chosen.iter().zip(&forecasts).find(|(one, _)| one.id == baseline.id)?.1;
        let (needed, k) = (theirs.needed, theirs.target_depth);
        let counted: Vec<Date> =
            theirs.matchdays.iter().copied().filter(|day| (from..=to).contains(day)).collect();
        let unit_name = plan.unit(unit)?.name.clone();
        let columns: Vec<Column> = chosen
            .iter()
            .zip(forecasts)
            .map(|(scenario, forecast)| Column::of(plan, scenario, forecast, k, (from, to)))
            .collect();
        let mut comparison = Self {
            plan: plan.name.clone(),
            as_of: plan.as_of,
            from,
            to,
            unit: unit.clone(),
            unit_name,
            currency: plan.money.currency,
            baseline: baseline.id.clone(),
            needed,
            k,
            matchdays: counted.len(),
            matchdays_end: counted.last().copied().filter(|last| season_of(*last).last_day() < to),
            generated_matchdays: generated(plan, &counted),
            value: MatchdayValue::of(plan),
            columns,
            pairs: Vec::new(),
            others: Vec::new(),
        };
        let pairs = pair::pairs(plan, &chosen, &comparison);
        (comparison.pairs, comparison.others) =
            pairs.into_iter().partition(|pair| pair.other == comparison.baseline);
        Some(comparison)
    }

    /// How far a comparison looks unless the user says otherwise: to the end of the next season, or of the season of
    /// the last matchday to come if that is sooner, so that nothing is paid for time in which nothing can be covered.
    /// `docs/model.md` §7.
    #[must_use]
    pub fn usual_end(plan: &Plan) -> Date {
        let last = plan.matchdays.iter().map(|matchday| matchday.date).filter(|day| *day >= plan.as_of).max();
        let horizon = forecast::horizon(plan);
        last.map_or(horizon, |last| season_of(last).last_day().min(horizon))
    }

    /// The column of a scenario.
    #[must_use]
    pub fn column(&self, scenario: &ScenarioId) -> Option<&Column> {
        self.columns.iter().find(|column| column.scenario == *scenario)
    }

    /// `one` held against `other`.
    #[must_use]
    pub fn pair(&self, one: &ScenarioId, other: &ScenarioId) -> Option<&Pair> {
        self.pairs.iter().chain(&self.others).find(|pair| pair.one == *one && pair.other == *other)
    }

    /// Works out the chance of being short for every column, in their order. Milliseconds to seconds.
    #[must_use]
    pub fn shorts(&self) -> Vec<Shorts> {
        self.columns.iter().map(|column| self.shorts_of(&column.forecast)).collect()
    }

    /// The same for one forecast, which may be another thread's copy.
    #[must_use]
    pub fn shorts_of(&self, forecast: &UnitForecast) -> Shorts {
        Shorts::of(forecast, (self.needed, self.k), self.from, self.to)
    }

    /// Puts in what [`Self::shorts`] gave.
    pub fn set_shorts(&mut self, shorts: impl IntoIterator<Item = Shorts>) {
        for (column, shorts) in self.columns.iter_mut().zip(shorts) {
            column.short_somewhere = Some(shorts);
        }
    }

    /// `three centre-backs`: what a covered matchday needs.
    #[must_use]
    pub fn depth_words(&self) -> String {
        verdict::depth_words(self.k, &self.unit_name)
    }
}

impl Shorts {
    /// For a forecast: fewer than `needed`, and fewer than `target`, on some matchday from `from` to `to`.
    #[must_use]
    pub fn of(forecast: &UnitForecast, (needed, target): (usize, usize), from: Date, to: Date) -> Self {
        let one = |k| forecast.short_somewhere(k, from, to);
        if let [needed, target] = forecast.shorts(&[needed, target], from, to).as_slice() {
            Self { needed: *needed, target: *target }
        } else {
            Self { needed: one(needed), target: one(target) }
        }
    }
}

impl Column {
    fn of(
        plan: &Plan,
        scenario: &Scenario,
        forecast: UnitForecast,
        k: usize,
        (from, to): (Date, Date),
    ) -> Self {
        let money = Costs::of_scenario(plan, scenario);
        let season = |one: &super::money::SeasonCost| (one.name.replace('\u{2013}', "-"), one.season_cost);
        Self {
            scenario: scenario.id.clone(),
            name: name_of(scenario).to_owned(),
            colour: scenario.colour,
            changes: changes::changes(plan, scenario, &money, &forecast, (from, to)),
            net_spend: money.net_spend(from, to),
            season_cost: money.seasons.iter().map(season).collect(),
            cost: money.cost(from, to),
            expected_covered: forecast.expected_covered(k, from, to),
            short_somewhere: None,
            money,
            forecast,
        }
    }

    /// Its cost as expected: what the differences are made of.
    #[must_use]
    pub fn expected_cost(&self) -> Range {
        self.cost.expected
    }
}

/// How many of these days are matchdays only because the program made them up.
fn generated(plan: &Plan, days: &[Date]) -> usize {
    let mut made_up = vec![true; days.len()];
    for matchday in plan.matchdays.iter().filter(|matchday| matchday.origin != MatchdayOrigin::Generated) {
        if let Ok(at) = days.binary_search(&matchday.date)
            && let Some(known) = made_up.get_mut(at)
        {
            *known = false;
        }
    }
    made_up.into_iter().filter(|made_up| *made_up).count()
}

/// The name, or the id where there is none.
fn name_of(scenario: &Scenario) -> &str {
    let name = scenario.name.trim();
    if name.is_empty() { scenario.id.as_str() } else { name }
}
