//! The comparison, worked out once per change of the plan or of what is compared, and only while it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::Context;

use super::season::{Question, SeasonFigures};
use crate::forecast::{Short, UnitForecast};
use crate::model::{Date, Plan, ScenarioId, UnitId};
use crate::report::compare::Comparison;
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
    /// Everything but the chances of being short.
    pub comparison: Arc<Comparison>,
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

    #[cfg(test)]
    pub(super) fn is_waiting(&self) -> bool {
        self.season.is_waiting()
    }

    pub(super) fn computed(&self) -> u64 {
        self.computed + self.season.computed()
    }

    pub(super) fn compared(&self) -> Option<&Compared> {
        self.compared.as_ref()
    }

    /// The chance of fewer than needed, and of fewer than the target depth, on some matchday of the days that count.
    pub(super) fn shorts(&self, scenario: &ScenarioId) -> Option<&[Short]> {
        self.season.shorts(scenario)
    }

    /// Brings the comparison up to date.
    pub(super) fn refresh(&mut self, plan: &Plan, version: u64, screen: &Screen, ctx: &Context) {
        self.season.collect(ctx);
        let scenarios = screen.compare.scenarios(plan).into_iter().map(|known| known.id.clone()).collect();
        let days = screen.compare.span(plan);
        let key = Key { version, unit: screen.unit.clone(), scenarios, days };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.computed += 1;
        let before = self.compared.take();
        self.compared = compared(plan, &key, before, self.computed);
        self.key = Some(key);
        let questions = self.compared.iter().flat_map(|compared| {
            let depths = vec![compared.comparison.needed, compared.comparison.k];
            compared.forecasts.iter().map(move |(id, forecast)| {
                let forecast = Arc::clone(forecast);
                (id.clone(), Question { forecast, depths: depths.clone(), days })
            })
        });
        self.season.follow(&questions.collect(), ctx);
    }
}

/// A forecast that comes out as before stays the very same, so that nothing that hangs on it is worked out again.
fn compared(plan: &Plan, key: &Key, before: Option<Compared>, serial: u64) -> Option<Compared> {
    let Key { unit, scenarios, days: (from, to), .. } = key;
    let comparison = Comparison::of(plan, scenarios, unit, *from, *to)?;
    let known = before.map(|before| before.forecasts).unwrap_or_default();
    let forecasts = comparison.columns.iter().map(|column| {
        let same = known.get(&column.scenario).filter(|known| ***known == column.forecast);
        let forecast = same.map_or_else(|| Arc::new(column.forecast.clone()), Arc::clone);
        (column.scenario.clone(), forecast)
    });
    let forecasts = forecasts.collect();
    Some(Compared { comparison: Arc::new(comparison), forecasts, serial })
}
