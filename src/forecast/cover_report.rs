//! Cover of a unit in the shape in which the command line prints it: enough to check the arithmetic.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use super::chain::Method;
use super::unit::UnitForecast;
use crate::model::{Date, Plan, PlayerId, ScenarioId, UnitId, words};

/// The depths a report speaks of.
const DEPTHS: [usize; 3] = [2, 3, 4];

/// The cover of a unit in a scenario, day by day and for the season.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverReport {
    /// Name of the plan.
    pub plan: String,
    /// The day on which it knows what it knows.
    pub as_of: Date,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The unit.
    pub unit: UnitId,
    /// Slots to fill.
    pub needed: usize,
    /// Every day of the span.
    pub days: Vec<CoverDay>,
    /// How many matchdays of the span are still to be played; the sums below run over these.
    pub matchdays: usize,
    /// Expected number of them on which at least 2, 3, 4 are available.
    pub expected_covered: BTreeMap<usize, f64>,
    /// The chance that on some of them fewer than 2, 3, 4 are.
    pub short_somewhere: BTreeMap<usize, f64>,
    /// How that chance was worked out.
    pub method: Method,
    /// Its standard error if it was simulated.
    pub standard_error: Option<BTreeMap<usize, f64>>,
}

/// One day of a [`CoverReport`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CoverDay {
    /// The day.
    pub date: Date,
    /// The club plays, and the match is still to come.
    pub matchday: bool,
    /// The chance that each player can be picked.
    pub players: Vec<PlayerChance>,
    /// P(at least k available) for k = 0, 1, 2 …
    pub at_least: Vec<f64>,
}

/// A player's chance on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlayerChance {
    /// Who.
    pub id: PlayerId,
    /// The chance that he can be picked.
    pub available: f64,
}

impl CoverReport {
    /// The report for a span of days, both ends included; none if the plan has no such scenario or unit.
    #[must_use]
    pub fn of(plan: &Plan, scenario: &ScenarioId, unit: &UnitId, from: Date, to: Date) -> Option<Self> {
        plan.unit(unit)?;
        let forecast = UnitForecast::of(plan, scenario, unit, from, to)?;
        let days =
            forecast.dates().zip(&forecast.at_least).enumerate().map(|(index, (date, at_least))| CoverDay {
                date,
                matchday: forecast.matchdays.binary_search(&date).is_ok(),
                players: forecast
                    .players
                    .iter()
                    .filter_map(|player| {
                        Some(PlayerChance { id: player.id.clone(), available: *player.available.get(index)? })
                    })
                    .collect(),
                at_least: at_least.clone(),
            });
        let shorts = forecast.shorts(&DEPTHS, from, to);
        let errors: BTreeMap<usize, f64> = DEPTHS
            .into_iter()
            .zip(&shorts)
            .filter_map(|(k, short)| Some((k, short.standard_error?)))
            .collect();
        Some(Self {
            plan: plan.name.clone(),
            as_of: plan.as_of,
            scenario: scenario.clone(),
            unit: unit.clone(),
            needed: forecast.needed,
            days: days.collect(),
            matchdays: forecast.matchdays.len(),
            expected_covered: DEPTHS.map(|k| (k, forecast.expected_covered(k, from, to))).into(),
            short_somewhere: DEPTHS.into_iter().zip(shorts.iter().map(|short| short.chance)).collect(),
            method: shorts.first().map_or(Method::Exact, |short| short.method),
            standard_error: (!errors.is_empty()).then_some(errors),
        })
    }
}

/// A table a person can read: the first day, the first of every month and the last day, then the season.
impl fmt::Display for CoverReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { plan, as_of, scenario, unit, needed, days, matchdays, .. } = self;
        writeln!(f, "{plan}, as of {}", words::date(*as_of))?;
        writeln!(f, "scenario {scenario}, unit {unit}, needs {needed}\n")?;
        let shown =
            |index: usize, day: &CoverDay| index == 0 || index + 1 == days.len() || day.date.day() == 1;
        let shown: Vec<&CoverDay> =
            days.iter().enumerate().filter(|(index, day)| shown(*index, day)).map(|(_, day)| day).collect();
        let [two, three, four] = DEPTHS.map(|k| format!("at least {k}"));
        writeln!(f, "{:<12} {two:>10} {three:>10} {four:>10}", "")?;
        for CoverDay { date, at_least, .. } in &shown {
            let [two, three, four] = DEPTHS.map(|k| words::percent(at_least.get(k).copied().unwrap_or(0.0)));
            writeln!(f, "{:<12} {two:>10} {three:>10} {four:>10}", words::date(*date))?;
        }
        if let (Some(first), Some(last)) = (shown.first(), shown.last()) {
            writeln!(
                f,
                "\n{:<28} {:>12} {:>12}",
                "available on",
                words::date(first.date),
                words::date(last.date)
            )?;
            for (then, later) in first.players.iter().zip(&last.players) {
                let [then_chance, later_chance] =
                    [then, later].map(|chance| words::percent(chance.available));
                writeln!(f, "{:<28} {then_chance:>12} {later_chance:>12}", then.id.as_str())?;
            }
        }
        if *matchdays == 0 {
            return writeln!(f, "\nno matchdays to come in this span: nothing to be short on");
        }
        writeln!(f, "\n{matchdays} matchdays to come")?;
        for (k, covered) in &self.expected_covered {
            let short = self.short_somewhere.get(k).copied().unwrap_or(0.0);
            let error = self.standard_error.as_ref().and_then(|errors| errors.get(k));
            let error =
                error.map_or(String::new(), |error| format!(" (simulated, ± {:.2} points)", 100.0 * error));
            writeln!(
                f,
                "at least {k}: {covered:.1} expected, short on some: {}{error}",
                words::percent(short)
            )?;
        }
        Ok(())
    }
}
