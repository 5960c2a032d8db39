//! What depends only on the plan and on what is shown of it, kept until one of them changes.

mod compared;
mod season;
mod troubles;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use egui::Context;
use jiff::ToSpan as _;

use crate::edit::Session;
use crate::forecast::{self, Short, UnitForecast};
use crate::model::{Date, Plan, Player, PlayerId, Scenario, ScenarioId, UnitId, season_of, words};
use crate::report::{Problem, problems};

use self::compared::Comparing;
use self::season::{Question, SeasonFigures};
use self::troubles::Troubles;
use super::board::Outlook;
use super::inspector::Facts;
use super::screen::{Screen, View};
use super::time::back;

pub use self::compared::Compared;

/// Every how many days the inspector's curve has a point.
const FITNESS_STEP: usize = 3;

/// What the rows were computed for.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    revision: u64,
    style: words::Style,
    scenario: ScenarioId,
    unit: UnitId,
    selected: Option<PlayerId>,
}

/// Forecasts of what is shown, computed once per [`Session::revision`].
///
/// The season's figures take longest and are worked out on another thread; see [`Derived::shorts`].
#[derive(Debug, Default)]
pub struct Derived {
    key: Option<Key>,
    dirty: bool,
    computed: u64,
    version: u64,
    /// The shown unit in every scenario.
    units: BTreeMap<ScenarioId, Arc<UnitForecast>>,
    /// Everyone in a chart of the shown scenario, and whoever is selected.
    charted: Option<Arc<UnitForecast>>,
    season: SeasonFigures,
    comparing: Comparing,
    problems: Vec<Problem>,
    troubles: Troubles,
    /// Where everyone stands in the plan's list of players. Looked up, never walked through.
    places: HashMap<PlayerId, usize>,
}

impl Derived {
    /// Works everything out at once instead of leaving the season to another thread: for pictures and tests.
    #[must_use]
    pub fn synchronous() -> Self {
        let (season, comparing) = (SeasonFigures::synchronous(), Comparing::synchronous());
        Self { season, comparing, ..Self::default() }
    }

    /// Brings everything up to date; does nothing while nothing has changed.
    ///
    /// `ctx` is asked for a frame when the season's figures are there.
    pub fn refresh(&mut self, session: &Session, screen: &Screen, ctx: &Context) {
        self.season.collect(ctx);
        self.refresh_shown(session, screen, ctx);
        if screen.view == View::Compare {
            self.comparing.refresh(session.plan(), self.version, screen, ctx);
        }
    }

    fn refresh_shown(&mut self, session: &Session, screen: &Screen, ctx: &Context) {
        let key = Key {
            revision: session.revision(),
            style: words::style(),
            scenario: screen.scenario.clone(),
            unit: screen.unit.clone(),
            selected: screen.selected.clone(),
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let plan = session.plan();
        let before = self.key.replace(key);
        let same_plan = before
            .as_ref()
            .is_some_and(|before| (before.revision, before.style) == (session.revision(), words::style()));
        if !same_plan {
            self.dirty = session.is_dirty();
            self.problems = problems(plan);
            self.troubles = Troubles::of(plan, &self.problems);
            self.places =
                plan.players.iter().enumerate().map(|(at, player)| (player.id.clone(), at)).collect();
            self.version += 1;
        }
        if !same_plan || before.as_ref().is_none_or(|before| before.unit != screen.unit) {
            self.compute_units(plan, &screen.unit);
            self.ask_season(plan, ctx);
        }
        self.charted = screen.scenario(plan).map(|scenario| Arc::new(charted(plan, scenario, screen)));
        self.computed += 1;
    }

    /// Forecasts the unit in every scenario; one that comes out as before stays the very same.
    fn compute_units(&mut self, plan: &Plan, unit: &UnitId) {
        let (from, to) = span(plan);
        let before = std::mem::take(&mut self.units);
        let forecasts = plan.scenarios.iter().filter_map(|scenario| {
            let forecast = UnitForecast::of(plan, &scenario.id, unit, from, to)?;
            let same = before.get(&scenario.id).filter(|known| ***known == forecast);
            Some((scenario.id.clone(), same.map_or_else(|| Arc::new(forecast), Arc::clone)))
        });
        self.units = forecasts.collect();
        self.computed += 1;
    }

    /// Asks for the chances of being short until the season's end.
    fn ask_season(&mut self, plan: &Plan, ctx: &Context) {
        let until = forecast::season_end(plan);
        let question = |forecast: &Arc<UnitForecast>| Question {
            forecast: Arc::clone(forecast),
            depths: short_depths(forecast).to_vec(),
            days: (forecast.as_of, until),
        };
        let questions = self.units.iter().map(|(id, forecast)| (id.clone(), question(forecast))).collect();
        self.season.follow(&questions, ctx);
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

    /// The player of this id, without a walk through the plan's list.
    #[must_use]
    pub fn player<'a>(&self, plan: &'a Plan, id: &PlayerId) -> Option<&'a Player> {
        let known = self.places.get(id).and_then(|at| plan.players.get(*at)).map(|player| &**player);
        known.filter(|player| player.id == *id).or_else(|| plan.player(id))
    }

    /// What is wrong or doubtful in the plan, the worst first.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What is wrong or doubtful with the moves of a player in a scenario, the worst first.
    pub fn move_problems(&self, scenario: &ScenarioId, player: &PlayerId) -> impl Iterator<Item = &Problem> {
        self.troubles.of_player(scenario, player).iter().filter_map(|at| self.problems.get(*at))
    }

    /// Figures that are shown are still being worked out.
    #[cfg(test)]
    pub(super) fn is_waiting(&self, screen: &Screen) -> bool {
        self.season.is_waiting() || (screen.view == View::Compare && self.comparing.is_waiting())
    }

    /// How often something was computed, for tests that prove that nothing is while nothing changes.
    #[must_use]
    pub fn computed(&self) -> u64 {
        self.computed + self.season.computed() + self.comparing.computed()
    }

    /// Grows whenever the plan may have changed, or how it reads: what a view keeps of it is kept under this and
    /// [`Derived::unit`].
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The shown unit in a scenario. The same `Arc` as long as nothing of it has changed.
    #[must_use]
    pub fn unit(&self, scenario: &ScenarioId) -> Option<&Arc<UnitForecast>> {
        self.units.get(scenario)
    }

    /// The chance that the shown unit is short on some matchday from the as-of date to the season's end, in a scenario:
    /// of fewer than [`short_depths`] available. None while it is being worked out.
    #[must_use]
    pub fn shorts(&self, scenario: &ScenarioId) -> Option<&[Short]> {
        self.season.shorts(scenario)
    }

    /// The compared scenarios held against each other; none until the comparison is shown.
    #[must_use]
    pub fn compared(&self) -> Option<&Compared> {
        self.comparing.compared()
    }

    /// The chance that a compared scenario is short on some matchday that counts: of fewer than needed, and of fewer
    /// than the target depth. None while it is being worked out.
    #[must_use]
    pub fn compared_shorts(&self, scenario: &ScenarioId) -> Option<&[Short]> {
        self.comparing.shorts(scenario)
    }

    /// What the inspector shows of the selected player's fitness.
    #[must_use]
    pub fn facts(&self, plan: &Plan, screen: &Screen) -> Facts {
        let selected = screen.selected.as_ref().into_iter();
        let move_problems: Vec<Problem> =
            selected.flat_map(|player| self.move_problems(&screen.scenario, player)).cloned().collect();
        let known = self.charted.as_ref().zip(screen.selected.as_ref()).and_then(|(forecast, selected)| {
            Some((forecast, forecast.players.iter().find(|known| known.id == *selected)?))
        });
        let Some((forecast, known)) = known else {
            return Facts { move_problems, ..Facts::default() };
        };
        let days = forecast.dates().zip(&known.fit).step_by(FITNESS_STEP);
        let today = forecast.player_on(&known.id, screen.date);
        let injury = known.injury.and_then(|at| self.player(plan, &known.id)?.injuries.get(at));
        let fitness_words = if let Some((injury, back)) = injury.zip(known.back) {
            back::story(injury, &back)
        } else {
            let role = if known.first_choice { "a first choice" } else { "a squad player" };
            format!("No current injury. The background risk of {role}: an assumption, not medical advice.")
        };
        let away = today.filter(|on| on.available <= 0.0 && on.fit > 0.0);
        let why = away.and_then(|_| forecast.reasons(plan, &known.id, screen.date).into_iter().next());
        Facts {
            fitness: days.map(|(day, chance)| (day, *chance as f32)).collect(),
            fitness_words,
            fit_today: today.map(|on| on.fit as f32),
            away_words: why.map(|why| format!("{}.", words::capital(&why.to_string()))).unwrap_or_default(),
            move_problems,
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
            injury: known.injury,
            back: known.back,
        }
    }
}

/// The numbers that [`Derived::shorts`] answers for, in its order: needed, target depth, one more.
#[must_use]
pub fn short_depths(forecast: &UnitForecast) -> [usize; 3] {
    [forecast.needed, forecast.target_depth, forecast.target_depth + 1]
}

/// The days that are computed: from a month before the as-of date, and from the first day of [`season_span`], to the
/// end of the season after the current one.
#[must_use]
pub fn span(plan: &Plan) -> (Date, Date) {
    let from = plan.as_of.saturating_sub(1.month()).min(season_span(plan.as_of).0);
    (from, forecast::horizon(plan))
}

/// The season as it is shown: 1 September to 31 August, so that it ends with the window it leads to. An as-of date in
/// July or August, before that, begins it earlier.
#[must_use]
pub fn season_span(as_of: Date) -> (Date, Date) {
    let end = season_of(as_of).last_day();
    let begins = season_of(as_of).first_day().saturating_add(2.months());
    (begins.min(as_of.first_of_month()), end.saturating_add(2.months()).last_of_month())
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

#[cfg(test)]
mod tests;
