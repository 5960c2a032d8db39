//! What depends only on the plan and on what is shown of it, kept until one of them changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan as _;

use crate::edit::Session;
use crate::forecast::{self, UnitForecast};
use crate::model::{Date, Plan, Player, PlayerId, Scenario, ScenarioId, UnitId, words};

use super::board::Outlook;
use super::inspector::Facts;
use super::screen::Screen;

/// Every how many days the inspector's curve has a point.
const FITNESS_STEP: usize = 3;

/// What the rows were computed for.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    scenario: ScenarioId,
    unit: UnitId,
    selected: Option<PlayerId>,
}

/// Forecasts of what is shown, computed once per [`Session::revision`].
#[derive(Debug, Default)]
pub struct Derived {
    key: Option<Key>,
    dirty: bool,
    computed: u64,
    /// The shown unit in every scenario.
    units: BTreeMap<ScenarioId, Arc<UnitForecast>>,
    /// Everyone in a chart of the shown scenario, and whoever is selected.
    charted: Option<Arc<UnitForecast>>,
}

impl Derived {
    /// Brings everything up to date; does nothing while nothing has changed.
    pub fn refresh(&mut self, session: &Session, screen: &Screen) {
        let key = Key {
            revision: session.revision(),
            scenario: screen.scenario.clone(),
            unit: screen.unit.clone(),
            selected: screen.selected.clone(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let plan = session.plan();
        let before = self.key.replace(key);
        let same_plan = before.as_ref().is_some_and(|before| before.revision == session.revision());
        if !same_plan {
            self.dirty = session.is_dirty();
        }
        if !same_plan || before.as_ref().is_none_or(|before| before.unit != screen.unit) {
            let (from, to) = span(plan);
            self.units = plan
                .scenarios
                .iter()
                .filter_map(|scenario| {
                    let forecast = UnitForecast::of(plan, &scenario.id, &screen.unit, from, to)?;
                    Some((scenario.id.clone(), Arc::new(forecast)))
                })
                .collect();
            self.computed += 1;
        }
        self.charted = screen.scenario(plan).map(|scenario| Arc::new(charted(plan, scenario, screen)));
        self.computed += 1;
    }

    /// Forgets everything, as after opening another plan or saving this one.
    pub fn reset(&mut self) {
        self.key = None;
    }

    /// The plan differs from its file.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.dirty
    }

    /// How often something was computed, for tests that prove that nothing is while nothing changes.
    #[must_use]
    pub fn computed(&self) -> u64 {
        self.computed
    }

    /// The shown unit in a scenario.
    #[must_use]
    pub fn unit(&self, scenario: &ScenarioId) -> Option<&Arc<UnitForecast>> {
        self.units.get(scenario)
    }

    /// What the inspector shows of the selected player's fitness.
    #[must_use]
    pub fn facts(&self, screen: &Screen) -> Facts {
        let known = self.charted.as_ref().zip(screen.selected.as_ref()).and_then(|(forecast, selected)| {
            Some((forecast, forecast.players.iter().find(|known| known.id == *selected)?))
        });
        let Some((forecast, known)) = known else { return Facts::default() };
        let days = forecast.dates().zip(&known.available).step_by(FITNESS_STEP);
        let today = forecast.player_on(&known.id, screen.date);
        let fitness_words = match &known.back {
            Some(back) => format!(
                "Back between {} and {}, likely {}. A population default, not medical advice.",
                words::date(back.earliest),
                words::date(back.latest),
                words::date(back.likely)
            ),
            None => {
                let role = if known.first_choice { "a first choice" } else { "a squad player" };
                format!(
                    "No current injury. The background risk of {role}: an assumption, not medical advice."
                )
            }
        };
        Facts {
            fitness: days.map(|(day, chance)| (day, *chance as f32)).collect(),
            fitness_words,
            chance_today: today.map(|on| on.available as f32),
        }
    }

    /// What the forecast says about a player of the shown scenario on a day.
    #[must_use]
    pub fn outlook(&self, player: &PlayerId, day: Date) -> Outlook {
        let Some(forecast) = &self.charted else { return Outlook::default() };
        let Some(known) = forecast.players.iter().find(|known| known.id == *player) else {
            return Outlook::default();
        };
        Outlook {
            available: forecast.player_on(player, day).map(|on| on.available),
            back: known.back.as_ref().map(|back| (back.earliest, back.likely, back.latest)),
        }
    }
}

/// The days that are computed: a month before the as-of date to the end of the season after the current one.
#[must_use]
pub fn span(plan: &Plan) -> (Date, Date) {
    (plan.as_of.saturating_sub(1.month()), forecast::horizon(plan))
}

fn charted(plan: &Plan, scenario: &Scenario, screen: &Screen) -> UnitForecast {
    let slots = plan.formation_of(scenario).map(|formation| formation.slots.as_slice()).unwrap_or_default();
    let mut ids: Vec<&PlayerId> = slots.iter().flat_map(|slot| scenario.chart(&slot.id)).collect();
    ids.extend(&screen.selected);
    ids.sort_unstable();
    ids.dedup();
    let members: Vec<&Player> = ids.into_iter().filter_map(|id| plan.player(id)).collect();
    let (from, to) = span(plan);
    UnitForecast::of_players(plan, scenario, &members, from, to)
}
