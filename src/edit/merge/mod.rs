//! Two people, one plan: the three-way merge.
//!
//! What only one side has changed against the base is taken; what both have changed in the same way is taken once;
//! what they have changed differently is a [`Conflict`] that keeps both values. Objects are matched by their ids (or
//! days), their fields merged one by one, unknown ones too; orders of choice are merged as orders. Nothing that one
//! side changed is dropped because the other side removed it.
//!
//! The merge works on the values of the plan's file, so that a field of a newer version is merged like any other.

mod apart;
mod kept;
mod keys;
mod order;
mod resolve;
#[cfg(test)]
mod tests;
mod tree;

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::model::{Conflict, Plan};

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
    let base_text = base.map(to_text).transpose()?;
    let (ours_text, theirs_text) = (to_text(ours)?, to_text(theirs)?);
    let base_tree = base_text.as_deref().map(to_tree).transpose()?;
    let (mut ours_tree, mut theirs_tree) = (to_tree(&ours_text)?, to_tree(&theirs_text)?);
    let mut merger = Merger::new(base.is_some());

    let same = |one: &str, side| (one == side).then_some(());
    if let Some(base) = &base_text {
        // One side has nothing to say: the other one is the answer, to the byte.
        let answer = same(base, &ours_text)
            .map(|()| (Side::Theirs, theirs, &theirs_tree))
            .or_else(|| same(base, &theirs_text).map(|()| (Side::Ours, ours, &ours_tree)));
        if let Some((side, plan, tree)) = answer {
            merger.note(side, base_tree.as_ref(), Some(tree));
            return Ok(Merged { plan: plan.clone(), conflicts: Vec::new(), changes: merger.changes });
        }
    }
    if ours_text == theirs_text {
        merger.note(Side::Both, base_tree.as_ref(), Some(&ours_tree));
        return Ok(Merged { plan: ours.clone(), conflicts: Vec::new(), changes: merger.changes });
    }

    let mut base_tree = base_tree;
    for tree in [Some(&mut ours_tree), Some(&mut theirs_tree), base_tree.as_mut()].into_iter().flatten() {
        if let Some(fields) = tree.as_object_mut() {
            fields.shift_remove("conflicts");
        }
    }
    apart::tell_apart(base_tree.as_ref(), &ours_tree, &mut theirs_tree);
    let three = Three { base: base_tree.as_ref(), ours: Some(&ours_tree), theirs: Some(&theirs_tree) };
    let mut tree = merger.value(three).unwrap_or(Value::Object(Map::new()));
    kept::keep_needed(&mut tree, three, &mut merger.conflicts);

    let Merger { conflicts, changes, .. } = merger;
    let text = tree.to_string();
    let mut plan: Plan = serde_json::from_str(&text).map_err(|error| MergeError(error.to_string()))?;
    plan.conflicts = all_conflicts(base, ours, theirs, &conflicts);
    share(&mut plan, ours, theirs);
    // A value that is nested as deep as a file may be would be too deep among the conflicts.
    to_text(&plan).and_then(|text| to_tree(&text))?;
    Ok(Merged { plan, conflicts, changes })
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

/// Takes what is as in one of the sides from there: snapshots of the history share it.
fn share(plan: &mut Plan, ours: &Plan, theirs: &Plan) {
    fn same<T: PartialEq>(list: &mut [Arc<T>], key: impl Fn(&T) -> String, sides: [&[Arc<T>]; 2]) {
        let known: Vec<std::collections::HashMap<String, &Arc<T>>> =
            sides.iter().map(|side| side.iter().map(|item| (key(item), item)).collect()).collect();
        for item in list {
            let name = key(item);
            let mut found = known.iter().filter_map(|side| side.get(&name));
            if let Some(old) = found.find(|old| ***old == *item) {
                *item = Arc::clone(old);
            }
        }
    }
    same(&mut plan.players, |player| player.id.to_string(), [&ours.players, &theirs.players]);
    same(&mut plan.reports, |report| report.id.to_string(), [&ours.reports, &theirs.reports]);
}

/// Through text: a tree made directly would widen a slot's 0.36 to 0.36000001430511475.
fn to_text(plan: &Plan) -> Result<String, MergeError> {
    serde_json::to_string(plan).map_err(|error| MergeError(error.to_string()))
}

fn to_tree(text: &str) -> Result<Value, MergeError> {
    serde_json::from_str(text).map_err(|error| MergeError(error.to_string()))
}
