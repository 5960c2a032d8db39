//! Carries an edit out, or refuses it whole.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

use crate::model::{OverLimit, Plan, PlayerId, Scenario, ScenarioId, SlotId};

use super::merge::{merge, resolve};
use super::{Edit, MergeError};

/// Why an edit was refused. The plan is as before.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum EditError {
    /// He stands in that slot already.
    #[error("{player} already stands in {slot}")]
    AlreadyThere {
        /// His name.
        player: String,
        /// The slot's name.
        slot: String,
    },
    /// The plan would have no scenario.
    #[error("a plan keeps at least one scenario")]
    LastScenario,
    /// Two versions do not fit into one plan.
    #[error(transparent)]
    Merge(#[from] MergeError),
    /// A name is empty.
    #[error("a {0} needs a name")]
    NeedsName(&'static str),
    /// What a conflict is about is gone, or the value does not fit there any more.
    #[error("there is no place left for this value at {path}; keep what the plan has now")]
    NoPlace {
        /// The conflict's path.
        path: String,
    },
    /// A number is infinite or none at all, which a file cannot hold.
    #[error("a {0} must be a number")]
    NotANumber(&'static str),
    /// What the edit is about is not in the plan.
    #[error("there is no {kind} \u{201c}{id}\u{201d} in this plan")]
    NotFound {
        /// `player`, `scenario`, …
        kind: &'static str,
        /// Its id.
        id: String,
    },
    /// He does not stand in that slot.
    #[error("{player} does not stand in {slot}")]
    NotThere {
        /// His name.
        player: String,
        /// The slot's name.
        slot: String,
    },
    /// Something else with that id is there.
    #[error("there is already a {kind} \u{201c}{id}\u{201d} in this plan")]
    Taken {
        /// `scenario`, …
        kind: &'static str,
        /// The id.
        id: String,
    },
    /// The plan would hold more than a plan holds, and its file would not open again.
    #[error("there would be {found} {things}, and a plan holds {max} at most")]
    TooMany {
        /// What there would be too many of.
        things: &'static str,
        /// How many.
        found: usize,
        /// How many there may be.
        max: usize,
    },
    /// Slots still belong to the unit.
    #[error("slots of a formation still belong to {0}")]
    UnitInUse(String),
}

/// The plan after an edit.
///
/// # Errors
/// An [`EditError`] says why nothing was changed.
pub fn apply(plan: &Plan, edit: &Edit) -> Result<Plan, EditError> {
    let mut after = plan.clone();
    change(&mut after, edit)?;
    match after.over_limit() {
        Some(OverLimit { things, found, max }) => Err(EditError::TooMany { things, found, max }),
        None => Ok(after),
    }
}

pub(super) fn change(plan: &mut Plan, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Together { edits, .. } => together(plan, edits)?,
        Edit::ReplacePlan { plan: other, .. } => plan.clone_from(other),

        Edit::RenamePlan(name) => plan.name = named("plan", name)?,
        Edit::SetClub(club) => plan.club = club.clone(),
        Edit::SetAsOf(day) => plan.as_of = *day,
        Edit::SetPlanNotes(notes) => plan.notes.clone_from(notes),
        Edit::SetBaseline(id) => {
            scenario_mut(plan, id)?;
            plan.baseline = id.clone();
        }
        Edit::SetMoney(money) => {
            money.rates.iter().try_for_each(|rate| finite("rate", rate.rate))?;
            plan.money = money.clone();
        }
        Edit::SetAssumption { name, value: Some(value) } => {
            finite("assumption", *value)?;
            plan.assumptions.insert(name.clone(), *value);
        }
        Edit::SetAssumption { name, value: None } => {
            plan.assumptions.remove(name);
        }

        Edit::PutPlayer { player, .. } => {
            named("player", &player.name)?;
            put(&mut plan.players, Arc::clone(player), |known| known.id == player.id);
        }
        Edit::RemovePlayer(id) => {
            remove(&mut plan.players, "player", id.as_str(), |player| player.id == *id)?;
            plan.reports.retain(|report| report.player != *id);
            for scenario in &mut plan.scenarios {
                scenario.moves.retain(|mv| mv.player != *id);
                scenario.charts.retain(|_, chart| {
                    chart.retain(|known| known != id);
                    !chart.is_empty()
                });
            }
        }
        Edit::PutReport(report) => {
            player_name(plan, &report.player)?;
            put(&mut plan.reports, Arc::new((**report).clone()), |known| known.id == report.id);
        }
        Edit::RemoveReport(id) => {
            remove(&mut plan.reports, "report", id.as_str(), |report| report.id == *id)?;
        }

        Edit::PutWindow(window) => {
            named("window", &window.name)?;
            put(&mut plan.windows, window.clone(), |known| known.id == window.id);
            plan.windows.sort_by_key(|window| window.opens);
        }
        Edit::RemoveWindow(id) => {
            remove(&mut plan.windows, "window", id.as_str(), |window| window.id == *id)?;
            for mv in plan.scenarios.iter_mut().flat_map(|scenario| &mut scenario.moves) {
                if mv.window.as_ref() == Some(id) {
                    mv.window = None;
                }
            }
            plan.money.budgets.retain(|budget| budget.window != *id);
        }
        Edit::SetMatchdays { matchdays, .. } => {
            plan.matchdays.clone_from(matchdays);
            plan.matchdays.sort_by_key(|matchday| matchday.date);
        }
        Edit::SetBreaks(breaks) => plan.breaks.clone_from(breaks),
        Edit::SetRegistration(rules) => {
            rules.iter().try_for_each(|rules| named("set of rules", &rules.name).map(|_| ()))?;
            plan.registration.clone_from(rules);
        }
        Edit::PutUnit(unit) => {
            named("unit", &unit.name)?;
            put(&mut plan.units, unit.clone(), |known| known.id == unit.id);
        }
        Edit::RemoveUnit(id) => {
            if plan.formations.iter().flat_map(|formation| &formation.slots).any(|slot| slot.unit == *id) {
                return Err(EditError::UnitInUse(id.to_string()));
            }
            remove(&mut plan.units, "unit", id.as_str(), |unit| unit.id == *id)?;
        }
        Edit::PutFormation(formation) => {
            named("formation", &formation.name)?;
            put(&mut plan.formations, formation.clone(), |known| known.id == formation.id);
        }

        Edit::AddScenario { scenario, at } => {
            named("scenario", &scenario.name)?;
            if plan.scenario(&scenario.id).is_some() {
                return Err(EditError::Taken { kind: "scenario", id: scenario.id.to_string() });
            }
            let at = (*at).min(plan.scenarios.len());
            plan.scenarios.insert(at, (**scenario).clone());
        }
        Edit::RenameScenario { scenario, name } => {
            scenario_mut(plan, scenario)?.name = named("scenario", name)?;
        }
        Edit::RecolourScenario { scenario, colour } => scenario_mut(plan, scenario)?.colour = *colour,
        Edit::ReorderScenario { scenario, to } => {
            let from = scenario_index(plan, scenario)?;
            let moved = plan.scenarios.remove(from);
            let to = (*to).min(plan.scenarios.len());
            plan.scenarios.insert(to, moved);
        }
        Edit::SetScenarioNotes { scenario, notes } => scenario_mut(plan, scenario)?.notes.clone_from(notes),
        Edit::RemoveScenario(id) => {
            let at = scenario_index(plan, id)?;
            if plan.scenarios.len() == 1 {
                return Err(EditError::LastScenario);
            }
            plan.scenarios.remove(at);
            if plan.baseline == *id
                && let Some(first) = plan.scenarios.first()
            {
                plan.baseline = first.id.clone();
            }
        }
        Edit::SetFormation { scenario, formation } => {
            if plan.formation(formation).is_none() {
                return Err(EditError::NotFound { kind: "formation", id: formation.to_string() });
            }
            scenario_mut(plan, scenario)?.formation = formation.clone();
        }

        Edit::PutMove { scenario, mv } => {
            player_name(plan, &mv.player)?;
            finite("chance", mv.chance)?;
            let scenario = scenario_mut(plan, scenario)?;
            put(&mut scenario.moves, (**mv).clone(), |known| known.id == mv.id);
        }
        Edit::RemoveMove { scenario, mv } => {
            let scenario = scenario_mut(plan, scenario)?;
            remove(&mut scenario.moves, "move", mv.as_str(), |known| known.id == *mv)?;
        }

        Edit::Place { scenario, player, slot, rank } => place(plan, scenario, player, slot, *rank)?,
        Edit::Shift { scenario, player, from, to, rank } => {
            unplace(plan, scenario, player, from)?;
            place(plan, scenario, player, to, *rank)?;
        }
        Edit::Unplace { scenario, player, slot } => unplace(plan, scenario, player, slot)?,

        Edit::Merge { base, theirs, .. } => *plan = merge(base.as_deref(), plan, theirs)?.plan,
        Edit::ResolveConflict { number, choice } => resolve(plan, *number, *choice)?,
    }
    Ok(())
}

/// One after the other; players in a row, of whom an import has tens of thousands, all at once.
fn together(plan: &mut Plan, edits: &[Edit]) -> Result<(), EditError> {
    let is_player = |edit: &Edit| matches!(edit, Edit::PutPlayer { .. });
    for run in edits.chunk_by(|one, next| is_player(one) && is_player(next)) {
        match run {
            [edit] => change(plan, edit)?,
            players => put_players(plan, players)?,
        }
    }
    Ok(())
}

/// What [`change`] does with each of them; where everybody stands is worked out once.
fn put_players(plan: &mut Plan, edits: &[Edit]) -> Result<(), EditError> {
    let before = plan.players.clone();
    let mut places: HashMap<&PlayerId, usize> = HashMap::with_capacity(before.len() + edits.len());
    // Of two with one id the first is meant, as everywhere.
    for (at, known) in before.iter().enumerate() {
        places.entry(&known.id).or_insert(at);
    }
    for edit in edits {
        let Edit::PutPlayer { player, .. } = edit else { continue };
        named("player", &player.name)?;
        match places.entry(&player.id) {
            Entry::Occupied(place) => {
                if let Some(known) = plan.players.get_mut(*place.get()) {
                    *known = Arc::clone(player);
                }
            }
            Entry::Vacant(place) => {
                place.insert(plan.players.len());
                plan.players.push(Arc::clone(player));
            }
        }
    }
    Ok(())
}

fn place(
    plan: &mut Plan,
    scenario: &ScenarioId,
    player: &PlayerId,
    slot: &SlotId,
    rank: usize,
) -> Result<(), EditError> {
    let name = player_name(plan, player)?;
    let slot_name = slot_name(plan, slot)?;
    let chart = scenario_mut(plan, scenario)?.charts.entry(slot.clone()).or_default();
    if chart.contains(player) {
        return Err(EditError::AlreadyThere { player: name, slot: slot_name });
    }
    chart.insert(rank.min(chart.len()), player.clone());
    Ok(())
}

fn unplace(
    plan: &mut Plan,
    scenario: &ScenarioId,
    player: &PlayerId,
    slot: &SlotId,
) -> Result<(), EditError> {
    let not_there = EditError::NotThere {
        // A chart may name somebody who is not in the plan: taking him out must work all the same.
        player: plan.player(player).map_or_else(|| player.to_string(), |player| player.name.clone()),
        slot: slot_name(plan, slot).unwrap_or_else(|_| slot.to_string()),
    };
    let charts = &mut scenario_mut(plan, scenario)?.charts;
    let chart = charts.get_mut(slot).ok_or_else(|| not_there.clone())?;
    let at = chart.iter().position(|known| known == player).ok_or(not_there)?;
    chart.remove(at);
    if chart.is_empty() {
        charts.remove(slot);
    }
    Ok(())
}

fn put<T>(list: &mut Vec<T>, value: T, same: impl Fn(&T) -> bool) {
    match list.iter_mut().find(|known| same(known)) {
        Some(known) => *known = value,
        None => list.push(value),
    }
}

fn remove<T>(
    list: &mut Vec<T>,
    kind: &'static str,
    id: &str,
    same: impl Fn(&T) -> bool,
) -> Result<(), EditError> {
    let at = list.iter().position(same).ok_or_else(|| EditError::NotFound { kind, id: id.to_owned() })?;
    list.remove(at);
    Ok(())
}

fn finite(what: &'static str, number: f64) -> Result<(), EditError> {
    if number.is_finite() { Ok(()) } else { Err(EditError::NotANumber(what)) }
}

fn named(kind: &'static str, name: &str) -> Result<String, EditError> {
    let name = name.trim();
    if name.is_empty() { Err(EditError::NeedsName(kind)) } else { Ok(name.to_owned()) }
}

fn scenario_index(plan: &Plan, id: &ScenarioId) -> Result<usize, EditError> {
    let missing = || EditError::NotFound { kind: "scenario", id: id.to_string() };
    plan.scenarios.iter().position(|scenario| scenario.id == *id).ok_or_else(missing)
}

fn scenario_mut<'a>(plan: &'a mut Plan, id: &ScenarioId) -> Result<&'a mut Scenario, EditError> {
    let missing = || EditError::NotFound { kind: "scenario", id: id.to_string() };
    plan.scenarios.iter_mut().find(|scenario| scenario.id == *id).ok_or_else(missing)
}

fn player_name(plan: &Plan, id: &PlayerId) -> Result<String, EditError> {
    let missing = || EditError::NotFound { kind: "player", id: id.to_string() };
    plan.player(id).map(|player| player.name.clone()).ok_or_else(missing)
}

fn slot_name(plan: &Plan, id: &SlotId) -> Result<String, EditError> {
    plan.formations
        .iter()
        .find_map(|formation| formation.slot(id))
        .map(|slot| slot.name.to_lowercase())
        .ok_or_else(|| EditError::NotFound { kind: "slot", id: id.to_string() })
}
