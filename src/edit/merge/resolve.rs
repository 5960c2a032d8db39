//! Choosing between the two versions of a conflict.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::edit::apply::change;
use crate::edit::{Edit, EditError};
use crate::model::{Conflict, Plan};

use super::join::join;
use super::keys::{self, List};

/// Which version of a conflict is right. Where it asks whether two are one person ([`Conflict::same_as`]): ours or
/// theirs make them one, of whom that version is right; as it is they are two.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// One version.
    Ours,
    /// The other one.
    Theirs,
    /// Both, one after the other: see [`Choice::both`].
    Both,
    /// What the plan holds now, perhaps something third.
    AsItIs,
}

impl Choice {
    /// Ours and theirs together, where that makes sense: notes one below the other, everybody of two charts once.
    #[must_use]
    pub fn both(conflict: &Conflict) -> Option<Value> {
        let steps = conflict.steps();
        let (ours, theirs) = (conflict.ours.as_ref()?, conflict.theirs.as_ref()?);
        match (ours, theirs) {
            (Value::String(ours), Value::String(theirs)) => {
                let is_text = steps.last().is_some_and(|field| field == "notes" || field == "note");
                is_text.then(|| Value::from(format!("{}\n\n{}", ours.trim_end(), theirs.trim_start())))
            }
            (Value::Array(ours), Value::Array(theirs)) => {
                let is_words = matches!(keys::list_at(&steps, None), Some(List::Words | List::Chart));
                let more = theirs.iter().filter(|value| !ours.contains(value));
                is_words.then(|| ours.iter().chain(more).cloned().collect())
            }
            _ => None,
        }
    }
}

/// Settles the conflict of this number, counted from 0.
pub(in crate::edit) fn resolve(plan: &mut Plan, number: usize, choice: Choice) -> Result<(), EditError> {
    let conflict = plan
        .conflicts
        .get(number)
        .cloned()
        .ok_or_else(|| EditError::NotFound { kind: "conflict", id: (number + 1).to_string() })?;
    let no_place = || EditError::NoPlace { path: conflict.path.clone() };
    if let (Some(player), Choice::Ours | Choice::Theirs) = (&conflict.same_as, choice) {
        let other = conflict.steps().pop().and_then(|id| id.parse().ok()).ok_or_else(no_place)?;
        join(plan, player, &other, choice == Choice::Theirs).ok_or_else(no_place)?;
        plan.conflicts.remove(number);
        return Ok(());
    }
    let value = match choice {
        Choice::Ours => conflict.ours.clone(),
        Choice::Theirs => conflict.theirs.clone(),
        Choice::Both => Some(Choice::both(&conflict).ok_or_else(no_place)?),
        Choice::AsItIs => {
            plan.conflicts.remove(number);
            return Ok(());
        }
    };
    put(plan, &conflict.steps(), value).ok_or_else(no_place)??;
    plan.conflicts.remove(number);
    Ok(())
}

/// Gives a place its value. `None`: there is no such place any more, or the value does not fit there.
fn put(plan: &mut Plan, steps: &[String], value: Option<Value>) -> Option<Result<(), EditError>> {
    if let (None, [list, id]) = (&value, steps)
        && let Some(edit) = removal(plan, list, id)
    {
        // With what hangs on it.
        return Some(change(plan, &edit));
    }
    let id = steps.get(1).map(String::as_str);
    let mut tree = part(plan, steps)?;
    put_value(&mut tree, &mut Vec::new(), steps, value)?;
    let mut changed: Plan = serde_json::from_str(&tree.to_string()).ok()?;
    changed.conflicts = std::mem::take(&mut plan.conflicts);
    let players = std::mem::take(&mut changed.players);
    changed.players = std::mem::take(&mut plan.players);
    replace(&mut changed.players, players, |player| player.id.as_str() == id.unwrap_or_default());
    let reports = std::mem::take(&mut changed.reports);
    changed.reports = std::mem::take(&mut plan.reports);
    replace(&mut changed.reports, reports, |report| report.id.as_str() == id.unwrap_or_default());
    *plan = changed;
    Some(Ok(()))
}

/// The values of a plan's file, but of the players and reports, who are many, only the one that `steps` lead to.
fn part(plan: &Plan, steps: &[String]) -> Option<Value> {
    let list = steps.first()?.as_str();
    let id = steps.get(1).map(String::as_str);
    let mut rest = plan.clone();
    rest.players.retain(|player| list == "players" && Some(player.id.as_str()) == id);
    rest.reports.retain(|report| list == "reports" && Some(report.id.as_str()) == id);
    rest.conflicts.clear();
    serde_json::from_str(&serde_json::to_string(&rest).ok()?).ok()
}

/// What the plan holds at a conflict's place now; `None` where there is nothing.
#[must_use]
pub fn held_value(plan: &Plan, conflict: &Conflict) -> Option<Value> {
    let steps = conflict.steps();
    let tree = part(plan, &steps)?;
    let mut at = &tree;
    for (depth, step) in steps.iter().enumerate() {
        at = match at {
            Value::Object(fields) => fields.get(step)?,
            Value::Array(_) => {
                let list = keys::list_at(steps.get(..depth)?, Some(at))?;
                keys::keyed(list, Some(at))?.items.get(step).copied()?
            }
            _ => return None,
        };
    }
    match at.as_array().filter(|_| is_order(&steps)) {
        Some(items) => Some(items.iter().filter_map(|item| item.get("id").cloned()).collect()),
        None => Some(at.clone()).filter(|value| !value.is_null()),
    }
}

fn replace<T>(all: &mut Vec<T>, changed: Vec<T>, same: impl Fn(&T) -> bool) {
    for item in changed {
        match all.iter_mut().find(|known| same(known)) {
            Some(known) => *known = item,
            None => all.push(item),
        }
    }
}

/// The edit that removes something with everything that refers to it, if it is there.
fn removal(plan: &Plan, list: &str, id: &str) -> Option<Edit> {
    match list {
        "players" => Some(Edit::RemovePlayer(id.parse().ok().filter(|id| plan.player(id).is_some())?)),
        "reports" => Some(Edit::RemoveReport(id.parse().ok().filter(|id| plan.report(id).is_some())?)),
        "scenarios" => Some(Edit::RemoveScenario(id.parse().ok().filter(|id| plan.scenario(id).is_some())?)),
        "windows" => Some(Edit::RemoveWindow(id.parse().ok().filter(|id| plan.window(id).is_some())?)),
        "units" => Some(Edit::RemoveUnit(id.parse().ok().filter(|id| plan.unit(id).is_some())?)),
        _ => None,
    }
}

/// Walks down to the place; `walked` are the steps that led to `at`.
fn put_value(at: &mut Value, walked: &mut Vec<String>, steps: &[String], value: Option<Value>) -> Option<()> {
    let (step, rest) = steps.split_first()?;
    let list = if at.is_array() { keys::list_at(walked, Some(at)) } else { None };
    let place = match (&*at, list) {
        (Value::Array(_), Some(list)) => {
            let keyed = keys::keyed(list, Some(at))?;
            keyed.keys.iter().position(|key| key == step)
        }
        (Value::Object(_), _) => None,
        _ => return None,
    };
    walked.push(step.clone());
    let last = rest.is_empty();
    match at {
        Value::Array(items) => match (place, value) {
            (Some(place), value) if !last => put_value(items.get_mut(place)?, walked, rest, value)?,
            (Some(place), Some(value)) => *items.get_mut(place)? = value,
            (Some(place), None) => drop(items.remove(place)),
            (None, Some(value)) if last => items.push(value),
            (None, None) if last => {}
            (None, _) => return None,
        },
        Value::Object(fields) => match value {
            // An order, which the list itself takes.
            Some(value) if last && is_order(walked) => reorder(fields.get_mut(step)?, &value)?,
            Some(value) if last => drop(fields.insert(step.clone(), value)),
            None if last => drop(fields.shift_remove(step)),
            value => {
                let empty = if keys::is_map(walked) {
                    Some(Value::Object(Map::new()))
                } else {
                    keys::list_at(walked, None).map(|_| Value::Array(Vec::new()))
                };
                let inner = match empty {
                    Some(empty) => fields.entry(step.clone()).or_insert(empty),
                    None => fields.get_mut(step)?,
                };
                put_value(inner, walked, rest, value)?;
            }
        },
        _ => return None,
    }
    Some(())
}

/// The conflict at this place is about the order of the list.
fn is_order(steps: &[String]) -> bool {
    matches!(keys::list_at(steps, None), Some(List::Items(_)))
}

/// Brings a list of things with ids into the order of `ids`; what is not named stays at the end.
fn reorder(list: &mut Value, ids: &Value) -> Option<()> {
    let (items, ids) = (list.as_array_mut()?, ids.as_array()?);
    items.sort_by_key(|item| ids.iter().position(|id| Some(id) == item.get("id")).unwrap_or(ids.len()));
    Some(())
}
