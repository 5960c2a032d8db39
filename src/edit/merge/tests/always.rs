//! What must hold for every merge, whatever both sides have done.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;

use super::{after, base, paths, text, tree};
use crate::edit::any::any_edit;
use crate::edit::merge::{Merged, held_value, merge};
use crate::edit::{Choice, Edit};
use crate::model::Plan;

/// Every value of a plan by its place: what stands in lists by its id, a chart as one value.
fn leaves(at: &Value, path: &str, into: &mut BTreeMap<String, Value>) {
    match at {
        Value::Object(fields) => {
            for (name, value) in fields {
                leaves(value, &format!("{path}/{name}"), into);
            }
        }
        // An empty list is as good as none.
        Value::Array(items) if items.iter().all(Value::is_object) => {
            for item in items {
                let keys = match (item.get("id"), item.get("origin")) {
                    (Some(_), _) => vec!["id"],
                    (None, Some(_)) => vec!["date"],
                    (None, None) => vec!["base", "quote", "date", "from", "name", "window", "start"],
                };
                let parts = keys.into_iter().filter_map(|key| item.get(key)?.as_str());
                leaves(item, &format!("{path}/{}", parts.collect::<Vec<_>>().join(" ")), into);
            }
        }
        value => {
            into.insert(path.to_owned(), value.clone());
        }
    }
}

fn leaves_of(plan: &Plan) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    leaves(&tree(plan), "", &mut all);
    all
}

/// What of `side`'s changes is neither in the merged plan nor in a conflict.
fn lost(base: &Plan, side: &Plan, other: &Plan, merged: &Merged) -> Vec<String> {
    let [base, side, other, result] = [base, side, other, &merged.plan].map(leaves_of);
    let in_conflict = |path: &str| {
        merged
            .plan
            .conflicts
            .iter()
            .any(|conflict| path.starts_with(&format!("{}/", conflict.path)) || path == conflict.path)
    };
    // Two things of one id: theirs has another id now, with everything it had.
    let elsewhere = |path: &str, value: &Value| {
        let parts: Vec<&str> = path.splitn(4, '/').collect();
        let [_, list, _, rest] = parts.as_slice() else { return false };
        // A move of the same player is the same move, whatever its id.
        let of_move = rest.strip_prefix("moves/").and_then(|rest| rest.split_once('/'));
        let field = of_move.map_or(*rest, |(_, field)| field);
        result.iter().any(|(found, known)| {
            let same = found.starts_with(&format!("/{list}/")) && found.ends_with(&format!("/{field}"));
            same && (known == value || field == "id")
        })
    };
    let changed = side.iter().filter(|(path, value)| base.get(*path) != Some(value));
    let mut lost: Vec<String> = changed
        .filter(|(path, value)| !in_conflict(path) && !kept(&base, &other, &result, path, value))
        .filter(|(path, value)| !elsewhere(path, value))
        .map(|(path, value)| format!("{path}: {value}"))
        .collect();
    let removed = base.keys().filter(|path| !side.contains_key(*path));
    lost.extend(
        removed
            .filter(|path| !in_conflict(path) && result.contains_key(*path))
            .map(|path| format!("{path} should be gone"))
            .filter(|path| !path.contains("/charts/")),
    );
    lost
}

/// The merged plan has the value; or, of a chart, everybody who was added and every pair that was turned round.
fn kept(
    base: &BTreeMap<String, Value>,
    other: &BTreeMap<String, Value>,
    result: &BTreeMap<String, Value>,
    path: &str,
    value: &Value,
) -> bool {
    let found = result.get(path);
    if !path.contains("/charts/") {
        return found == Some(value);
    }
    let list = |value: Option<&Value>| -> Vec<String> {
        let items = value.and_then(Value::as_array).cloned().unwrap_or_default();
        items.iter().map(|item| item.as_str().unwrap().to_owned()).collect()
    };
    let (base, mine, other, found) =
        (list(base.get(path)), list(Some(value)), list(other.get(path)), list(found));
    let at = |list: &[String], who: &String| list.iter().position(|known| known == who);
    let added = mine.iter().filter(|who| !base.contains(who)).all(|who| found.contains(who));
    let removed = base.iter().filter(|who| !mine.contains(who)).all(|who| !found.contains(who));
    let turned = mine.iter().enumerate().all(|(i, first)| {
        mine.iter().skip(i + 1).all(|second| {
            let was = at(&base, first) > at(&base, second) && base.contains(second);
            let there = found.contains(first) && found.contains(second);
            !was || !there || !other.contains(first) || at(&found, first) < at(&found, second)
        })
    });
    added && removed && turned
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_side_that_says_nothing_leaves_the_other_to_the_byte(
        edits in proptest::collection::vec(any_edit(), 0..12)
    ) {
        let base = base();
        let side = after(&base, &edits);
        for (ours, theirs) in [(&side, &base), (&base, &side), (&side, &side)] {
            let merged = merge(Some(&base), ours, theirs).unwrap();
            prop_assert_eq!(text(&merged.plan), text(&side));
            prop_assert!(merged.conflicts.is_empty());
        }
        prop_assert_eq!(text(&merge(None, &side, &side).unwrap().plan), text(&side));
    }

    #[test]
    fn no_edit_of_either_side_is_lost_and_the_result_always_opens(
        ours in proptest::collection::vec(any_edit(), 0..8),
        theirs in proptest::collection::vec(any_edit(), 0..8),
    ) {
        let base = base();
        let (ours, theirs) = (after(&base, &ours), after(&base, &theirs));
        let merged = merge(Some(&base), &ours, &theirs).unwrap();
        prop_assert_eq!(lost(&base, &ours, &theirs, &merged), Vec::<String>::new());
        prop_assert_eq!(lost(&base, &theirs, &ours, &merged), Vec::<String>::new());

        let again: Plan = serde_json::from_str(&text(&merged.plan)).unwrap();
        prop_assert_eq!(&again, &merged.plan);
        for scenario in &merged.plan.scenarios {
            for chart in scenario.charts.values() {
                let mut seen = chart.clone();
                seen.sort();
                seen.dedup();
                prop_assert_eq!(seen.len(), chart.len(), "nobody stands twice in one slot");
                prop_assert!(chart.iter().all(|who| merged.plan.player(who).is_some()), "nobody is missing");
            }
            prop_assert!(scenario.moves.iter().all(|mv| merged.plan.player(&mv.player).is_some()));
        }
        prop_assert!(merged.plan.scenario(&merged.plan.baseline).is_some());
    }

    #[test]
    fn whoever_is_ours_the_same_is_in_conflict(
        ours in proptest::collection::vec(any_edit(), 0..8),
        theirs in proptest::collection::vec(any_edit(), 0..8),
    ) {
        let base = base();
        let (ours, theirs) = (after(&base, &ours), after(&base, &theirs));
        let sorted = |merged: &Merged| {
            let mut all: Vec<String> = paths(merged).into_iter().map(ToOwned::to_owned).collect();
            all.sort();
            all
        };
        let (one, two) =
            (merge(Some(&base), &ours, &theirs).unwrap(), merge(Some(&base), &theirs, &ours).unwrap());
        // Of two things of one id one gets a new id, and which one depends on who is ours.
        if one.plan.players.len() + one.plan.scenarios.len() + one.plan.reports.len()
            <= base.players.len() + base.scenarios.len() + base.reports.len()
        {
            prop_assert_eq!(sorted(&one), sorted(&two));
        }
    }

    #[test]
    fn every_conflict_can_be_settled_either_way_and_undone(
        ours in proptest::collection::vec(any_edit(), 0..8),
        theirs in proptest::collection::vec(any_edit(), 0..8),
        pick in any::<bool>(),
    ) {
        let base = base();
        let merged = merge(Some(&base), &after(&base, &ours), &after(&base, &theirs)).unwrap();
        let mut session = crate::edit::Session::new(merged.plan.clone());
        for conflict in &merged.conflicts {
            let held = held_value(&merged.plan, conflict);
            prop_assert!(held == conflict.ours || held == conflict.theirs, "{}: {held:?}", conflict.path);
        }
        for number in (0..merged.plan.conflicts.len()).rev() {
            let choice = if pick { Choice::Ours } else { Choice::Theirs };
            if session.apply(&Edit::ResolveConflict { number, choice }).is_err() {
                session.apply(&Edit::ResolveConflict { number, choice: Choice::AsItIs }).unwrap();
            }
        }
        prop_assert!(session.plan().conflicts.is_empty());
        while session.undo().is_some() {}
        prop_assert_eq!(&**session.plan(), &merged.plan);
    }
}
