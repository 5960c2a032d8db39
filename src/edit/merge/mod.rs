//! Two people, one plan: the three-way merge.
//!
//! What only one side has changed against the base is taken; what both have changed in the same way is taken once;
//! what they have changed differently is a [`Conflict`] that keeps both values. Objects are matched by their ids (or
//! days), people also by who they are, their fields merged one by one, unknown ones too; orders of choice are merged as orders. Nothing that one
//! side changed is dropped because the other side removed it.
//!
//! The merge works on the values of the plan's file, so that a field of a newer version is merged like any other.

mod apart;
mod join;
mod kept;
mod keys;
mod many;
mod order;
mod resolve;
mod same;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::model::{Conflict, Plan, Report};

use self::many::Many;
use self::tree::{Merger, Three};

pub(super) use resolve::resolve;
pub use resolve::{Choice, held_value};

/// Two plans cannot be merged, or not into one that could be opened again.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("the two versions do not fit into one plan: {0}")]
pub struct MergeError(String);

/// Whose change it is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Side {
    /// That of the plan that is merged into.
    Ours,
    /// That of the other plan.
    Theirs,
    /// Both made the same.
    Both,
}

/// What became of a value.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is another.
    Changed,
    /// It is gone.
    Removed,
}

/// A change that a merge took over.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Change {
    /// Whose it is.
    pub side: Side,
    /// What became of the value.
    pub kind: ChangeKind,
    /// Where, as in [`Conflict::path`].
    pub path: String,
}

/// What came of a merge.
#[derive(Clone, Debug)]
pub struct Merged {
    /// The plan. Its conflicts are those that either side already had, and the new ones.
    pub plan: Plan,
    /// The new conflicts.
    pub conflicts: Vec<Conflict>,
    /// What was taken from whom.
    pub changes: Vec<Change>,
}

/// Merges two versions of a plan that both began from `base`; without it, whatever they differ in is a conflict, and
/// what only one of them has is kept.
///
/// Where the sides contradict each other the plan holds ours meanwhile; what one side has removed and the other one
/// changed, or refers to, stays. `merge(b, x, b)`, `merge(b, b, x)` and `merge(b, x, x)` are `x`.
///
/// # Errors
/// [`MergeError`], if the result could not be read again.
pub fn merge(base: Option<&Plan>, ours: &Plan, theirs: &Plan) -> Result<Merged, MergeError> {
    let mut merger = Merger::new(base.is_some());
    let players = Many::new(base.map(|base| base.players.as_slice()), &ours.players, &theirs.players);
    // Whose id may turn out to be another's: the reports on him are read as a whole.
    let on_untouched = |report: &Report| players.is_untouched(report.player.as_str());
    let reports = Many::new(base.map(|base| base.reports.as_slice()), &ours.reports, &theirs.reports)
        .only(on_untouched);
    let [mut base_tree, mut ours_tree, mut theirs_tree] =
        [base, Some(ours), Some(theirs)].map(|plan| plan.map(without_many).transpose());
    for (name, trees) in [("players", players.trees()?), ("reports", reports.trees()?)] {
        for (tree, list) in [&mut base_tree, &mut ours_tree, &mut theirs_tree].into_iter().zip(trees) {
            if let (Ok(Some(Value::Object(fields))), Some(list)) = (tree, list) {
                fields.insert(name.to_owned(), list);
            }
        }
    }
    let (base_tree, ours_tree, mut theirs_tree) = (base_tree?, ours_tree?, theirs_tree?);

    if let Some((side, plan)) = only_answer(base, ours, theirs)? {
        let tree = if side == Side::Theirs { &theirs_tree } else { &ours_tree };
        merger.note(side, base_tree.as_ref(), tree.as_ref());
        return Ok(Merged { plan: plan.clone(), conflicts: Vec::new(), changes: merger.changes });
    }
    let doubts = match (&ours_tree, &mut theirs_tree) {
        (Some(ours), Some(theirs)) => apart::tell_apart(base_tree.as_ref(), ours, theirs),
        _ => Vec::new(),
    };
    let three = Three { base: base_tree.as_ref(), ours: ours_tree.as_ref(), theirs: theirs_tree.as_ref() };
    let mut tree = merger.value(three).unwrap_or(Value::Object(Map::new()));
    kept::keep_needed(&mut tree, three, &mut merger.conflicts);

    let Merger { mut conflicts, mut changes, .. } = merger;
    // What stays for the other side's sake was not removed after all.
    let open: HashSet<&str> = conflicts.iter().map(|conflict| conflict.path.as_str()).collect();
    changes.retain(|change| !open.contains(change.path.as_str()));
    let mut take = |name: &str| tree.as_object_mut().and_then(|fields| fields.shift_remove(name));
    let (merged_players, merged_reports) = (take("players"), take("reports"));
    let mut plan: Plan = read(&tree.to_string())?;
    plan.players = players.read(merged_players)?;
    plan.reports = reports.read(merged_reports)?;
    conflicts.extend(doubts.into_iter().filter_map(apart::Doubt::into_conflict));
    plan.conflicts = all_conflicts(base, ours, theirs, &conflicts);
    // A value that is nested as deep as a file may be would be too deep among the conflicts.
    read::<Value>(&serde_json::json!({ "conflicts": plan.conflicts }).to_string())?;
    Ok(Merged { plan, conflicts, changes })
}

/// Where one side has nothing to say, the other one is the answer, to the byte.
fn only_answer<'a>(
    base: Option<&Plan>,
    ours: &'a Plan,
    theirs: &'a Plan,
) -> Result<Option<(Side, &'a Plan)>, MergeError> {
    let [base, ours_text, theirs_text] =
        [base, Some(ours), Some(theirs)].map(|plan| plan.map(to_text).transpose());
    let (base, ours_text, theirs_text) = (base?, ours_text?, theirs_text?);
    Ok(if ours_text == theirs_text {
        Some((Side::Both, ours))
    } else if base == ours_text {
        Some((Side::Theirs, theirs))
    } else if base == theirs_text {
        Some((Side::Ours, ours))
    } else {
        None
    })
}

/// Those that a side had and the other one has not settled, and the new ones.
fn all_conflicts(base: Option<&Plan>, ours: &Plan, theirs: &Plan, new: &[Conflict]) -> Vec<Conflict> {
    let known = base.map(|base| base.conflicts.as_slice()).unwrap_or_default();
    let open = |side: &Plan, other: &Plan| -> Vec<Conflict> {
        let settled = |conflict: &&Conflict| known.contains(conflict) && !other.conflicts.contains(conflict);
        side.conflicts.iter().filter(|conflict| !settled(conflict)).cloned().collect()
    };
    let mut all = open(ours, theirs);
    for conflict in open(theirs, ours).iter().chain(new) {
        if !all.contains(conflict) {
            all.push(conflict.clone());
        }
    }
    all
}

/// The values of a plan's file but for players, reports and conflicts.
fn without_many(plan: &Plan) -> Result<Value, MergeError> {
    let mut rest = plan.clone();
    rest.players.clear();
    rest.reports.clear();
    rest.conflicts.clear();
    // Through text: a tree made directly would widen a slot's 0.36 to 0.36000001430511475.
    read(&to_text(&rest)?)
}

fn to_text(plan: &Plan) -> Result<String, MergeError> {
    serde_json::to_string(plan).map_err(|error| MergeError(error.to_string()))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, MergeError> {
    serde_json::from_str(text).map_err(|error| MergeError(error.to_string()))
}
