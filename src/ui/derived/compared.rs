//! The comparison, worked out once per change of the plan or of what is compared, and only while it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Context;

use super::season::{Question, SeasonFigures};
use super::span;
use crate::forecast::UnitForecast;
use crate::model::{Date, Plan, ScenarioId, UnitId};
use crate::ui::screen::Screen;

type Forecasts = BTreeMap<ScenarioId, Arc<UnitForecast>>;

/// What the comparison was worked out for.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    version: u64,
    unit: UnitId,
    scenarios: Vec<ScenarioId>,
    days: (Date, Date),
}

/// Keeps the comparison up to date.
#[derive(Debug, Default)]
pub(super) struct Comparing {
    key: Option<Key>,
    compared: Option<Compared>,
    season: SeasonFigures,
    computed: u64,
}

/// Two to four scenarios held against each other.
#[derive(Debug)]
pub struct Compared {
    /// The scenarios, in the order of their columns.
    pub scenarios: Vec<ScenarioId>,
    /// The days that count, both ends included.
    pub days: (Date, Date),
    /// How many the verdicts count: the target depth with the baseline's formation.
    pub target: usize,
    /// How many the baseline's formation needs.
    pub needed: usize,
    forecasts: Forecasts,
    serial: u64,
}

impl Compared {
    /// The unit in a scenario, for all the days that count.
    #[must_use]
    pub fn forecast(&self, scenario: &ScenarioId) -> Option<&Arc<UnitForecast>> {
        self.forecasts.get(scenario)
    }

    /// Another one for every comparison: what a view keeps of it is kept under this.
    #[must_use]
    pub fn serial(&self) -> u64 {
        self.serial
    }
}

impl Comparing {
    pub(super) fn synchronous() -> Self {
        Self { season: SeasonFigures::synchronous(), ..Self::default() }
    }

    pub(super) fn computed(&self) -> u64 {
        self.computed + self.season.computed()
    }

    pub(super) fn compared(&self) -> Option<&Compared> {
        self.compared.as_ref()
    }

    /// Brings the comparison up to date; `units` are the forecasts that are there already.
    pub(super) fn refresh(
        &mut self,
        plan: &Plan,
        version: u64,
        screen: &Screen,
        units: &Forecasts,
        ctx: &Context,
    ) {
        self.season.collect(ctx);
        let scenarios = screen.compare.scenarios(plan).into_iter().map(|known| known.id.clone()).collect();
        let days = screen.compare.span(plan);
        let key = Key { version, unit: screen.unit.clone(), scenarios, days };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.computed += 1;
        self.compared = compared(plan, &key, units, self.computed);
        self.key = Some(key);
        let questions = self.compared.iter().flat_map(|compared| {
            compared.forecasts.iter().map(|(id, forecast)| {
                let forecast = Arc::clone(forecast);
                (id.clone(), Question { forecast, depths: vec![compared.needed, compared.target], days })
            })
        });
        self.season.follow(&questions.collect(), ctx);
    }
}

fn compared(plan: &Plan, key: &Key, units: &Forecasts, serial: u64) -> Option<Compared> {
    let Key { unit, scenarios, days, .. } = key;
    let (from, to) = *days;
    let known = span(plan);
    let near = known.0 <= from && to <= known.1;
    let forecast = |id: &ScenarioId| match units.get(id).filter(|_| near) {
        Some(forecast) => Some(Arc::clone(forecast)),
        None => {
            UnitForecast::of(plan, id, unit, from.min(known.0), to.max(known.1)).map(Arc::new)
        }
    };
    let forecasts: Forecasts =
        scenarios.iter().filter_map(|id| Some((id.clone(), forecast(id)?))).collect();
    let baseline = forecasts.get(&plan.baseline).or_else(|| forecasts.values().next())?;
    Some(Compared {
        scenarios: scenarios.clone(),
        days: *days,
        target: baseline.target_depth,
        needed: baseline.needed,
        forecasts,
        serial,
    })
}
