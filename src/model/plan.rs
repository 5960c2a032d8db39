//! The plan: the document.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Break, Club, Conflict, Currency, Date, Extra, Formation, FormationId, Matchday, MoneySettings, Player,
    PlayerId, RegistrationRules, Report, ReportId, Scenario, ScenarioId, Slot, Unit, UnitId, Window,
    WindowId, built_in_formations, built_in_units,
};

/// The version of the file format that this program writes.
pub const FORMAT_VERSION: u32 = 1;

/// The word that marks a file as a plan: `backline-plan`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum FormatTag {
    /// The only tag there is.
    #[default]
    #[serde(rename = "backline-plan")]
    BacklinePlan,
}

/// A plan: a club, a day, its players, what is said of them, and several futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Plan {
    /// Marks the file as a plan.
    pub format: FormatTag,
    /// Version of the format.
    pub version: u32,
    /// As shown, for example `Liverpool 2025–26`.
    pub name: String,
    /// Whose squad it is.
    pub club: Club,
    /// The day on which the plan knows what it knows; everything later is forecast.
    pub as_of: Date,
    /// The scenario that others are compared with.
    pub baseline: ScenarioId,
    /// What the plan is about, in a line or two.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Squad and targets.
    #[serde(default)]
    pub players: Vec<Arc<Player>>,
    /// Everything reported.
    #[serde(default)]
    pub reports: Vec<Arc<Report>>,
    /// Futures, in the order of their tabs.
    pub scenarios: Vec<Scenario>,
    /// Transfer windows.
    #[serde(default)]
    pub windows: Vec<Window>,
    /// Currency, rates, the value of a covered matchday.
    pub money: MoneySettings,
    /// Assumptions the user has set otherwise than `assets/defaults.json`, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assumptions: BTreeMap<String, f64>,
    /// Groups of slots planned together.
    pub units: Vec<Unit>,
    /// Formations to choose from.
    pub formations: Vec<Formation>,
    /// Spans without club football.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// Days on which the club plays.
    #[serde(default)]
    pub matchdays: Vec<Matchday>,
    /// Rules about whom the club may register; left out, those of its league.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registration: Vec<RegistrationRules>,
    /// What a merge could not choose between; the plan holds one version of each meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Plan {
    /// A plan with the built-in units and formations, one empty scenario and nobody in it.
    #[must_use]
    pub fn new(name: impl Into<String>, club: Club, as_of: Date, currency: Currency) -> Self {
        let formations = built_in_formations();
        let formation =
            formations.first().map_or_else(|| FormationId::new_for("4-3-3", |_| false), |f| f.id.clone());
        let scenario = Scenario::new(ScenarioId::new_for("plan-a", |_| false), "Plan A", formation);
        Self {
            format: FormatTag::BacklinePlan,
            version: FORMAT_VERSION,
            name: name.into(),
            club,
            as_of,
            baseline: scenario.id.clone(),
            notes: String::new(),
            players: Vec::new(),
            reports: Vec::new(),
            scenarios: vec![scenario],
            windows: Vec::new(),
            money: MoneySettings::new(currency),
            assumptions: BTreeMap::new(),
            units: built_in_units(),
            formations,
            breaks: Vec::new(),
            matchdays: Vec::new(),
            registration: Vec::new(),
            conflicts: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The player of this id.
    #[must_use]
    pub fn player(&self, id: &PlayerId) -> Option<&Player> {
        self.players.iter().map(Arc::as_ref).find(|player| player.id == *id)
    }

    /// The scenario of this id.
    #[must_use]
    pub fn scenario(&self, id: &ScenarioId) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == *id)
    }

    /// The report of this id.
    #[must_use]
    pub fn report(&self, id: &ReportId) -> Option<&Report> {
        self.reports.iter().map(Arc::as_ref).find(|report| report.id == *id)
    }

    /// The window of this id.
    #[must_use]
    pub fn window(&self, id: &WindowId) -> Option<&Window> {
        self.windows.iter().find(|window| window.id == *id)
    }

    /// The unit of this id.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// The formation of this id.
    #[must_use]
    pub fn formation(&self, id: &FormationId) -> Option<&Formation> {
        self.formations.iter().find(|formation| formation.id == *id)
    }

    /// The formation a scenario plays.
    #[must_use]
    pub fn formation_of(&self, scenario: &Scenario) -> Option<&Formation> {
        self.formation(&scenario.formation)
    }

    /// The slots of a unit in a scenario's formation, left to right.
    #[must_use]
    pub fn slots_of(&self, scenario: &Scenario, unit: &UnitId) -> Vec<&Slot> {
        let mut slots: Vec<&Slot> = self.formation_of(scenario).map_or_else(Vec::new, |formation| {
            formation.slots.iter().filter(|slot| slot.unit == *unit).collect()
        });
        slots.sort_by(|a, b| a.x.total_cmp(&b.x));
        slots
    }

    /// Everyone in the charts of a unit's slots, each once, in the order in which they are first met rank by rank.
    #[must_use]
    pub fn members_of(&self, scenario: &Scenario, unit: &UnitId) -> Vec<&Player> {
        let charts: Vec<&[PlayerId]> =
            self.slots_of(scenario, unit).iter().map(|slot| scenario.chart(&slot.id)).collect();
        let depth = charts.iter().map(|chart| chart.len()).max().unwrap_or(0);
        let mut members: Vec<&Player> = Vec::new();
        for rank in 0..depth {
            for id in charts.iter().filter_map(|chart| chart.get(rank)) {
                if let Some(player) = self.player(id)
                    && !members.iter().any(|known| known.id == *id)
                {
                    members.push(player);
                }
            }
        }
        members
    }

    /// The reports about a player, the newest first.
    #[must_use]
    pub fn reports_about(&self, player: &PlayerId) -> Vec<&Report> {
        let mut reports: Vec<&Report> =
            self.reports.iter().map(Arc::as_ref).filter(|report| report.player == *player).collect();
        reports.sort_by_key(|report| std::cmp::Reverse(report.newness()));
        reports
    }

    /// He stands first in some slot of the scenario's formation.
    #[must_use]
    pub fn is_first_choice(&self, scenario: &Scenario, player: &PlayerId) -> bool {
        self.formation_of(scenario).is_some_and(|formation| {
            formation.slots.iter().any(|slot| scenario.chart(&slot.id).first() == Some(player))
        })
    }
}
