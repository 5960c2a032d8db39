//! Conflicts, and how they are settled.

use super::{after, base, chart, merged, paths};
use crate::edit::any::{id, place};
use crate::edit::{Choice, Edit, EditError, apply};
use crate::model::{Conflict, Scenario};

#[test]
fn two_first_choices_are_a_conflict_that_can_be_settled_with_everybody() {
    let base = base();
    let merged = merged(&base, &[place("marc-guehi", "lcb", 0)], &[place("ibrahima-konate", "lcb", 0)]);
    assert_eq!(paths(&merged), ["/scenarios/plan-a/charts/lcb"]);
    assert_eq!(chart(&merged.plan, "lcb").first().map(String::as_str), Some("marc-guehi"));
    let both = Edit::ResolveConflict { number: 0, choice: Choice::Both };
    let settled = apply(&merged.plan, &both).unwrap();
    assert!(settled.conflicts.is_empty());
    assert_eq!(
        chart(&settled, "lcb"),
        ["marc-guehi", "virgil-van-dijk", "joe-gomez", "giovanni-leoni", "ibrahima-konate"]
    );
}

#[test]
fn who_is_removed_by_one_and_charted_by_the_other_stays_with_a_conflict() {
    let base = base();
    for (ours, theirs, removed_by_ours) in [
        (Edit::RemovePlayer(id("marc-guehi")), place("marc-guehi", "rcb", 1), true),
        (place("marc-guehi", "rcb", 1), Edit::RemovePlayer(id("marc-guehi")), false),
    ] {
        let merged = merged(&base, &[ours], &[theirs]);
        assert_eq!(paths(&merged), ["/players/marc-guehi"]);
        let [conflict] = merged.conflicts.as_slice() else { panic!("one conflict") };
        assert_eq!(conflict.ours.is_none(), removed_by_ours);
        assert_eq!(conflict.theirs.is_none(), !removed_by_ours);
        assert!(chart(&merged.plan, "rcb").contains(&"marc-guehi".to_owned()));
        let gone = if removed_by_ours { Choice::Ours } else { Choice::Theirs };
        let settled = apply(&merged.plan, &Edit::ResolveConflict { number: 0, choice: gone }).unwrap();
        assert!(settled.player(&id("marc-guehi")).is_none());
        assert_eq!(chart(&settled, "rcb"), ["ibrahima-konate"], "nothing refers to him any more");
    }
}

#[test]
fn a_conflict_whose_place_is_gone_can_only_be_settled_as_it_is() {
    let mut plan = base();
    let path = "/players/nobody/contract/until".to_owned();
    plan.conflicts = vec![Conflict { path, ours: Some("2026-06-30".into()), ..Conflict::default() }];
    let settle = |choice| apply(&plan, &Edit::ResolveConflict { number: 0, choice });
    assert!(matches!(settle(Choice::Ours), Err(EditError::NoPlace { .. })));
    assert!(settle(Choice::AsItIs).unwrap().conflicts.is_empty());
    let missing = apply(&plan, &Edit::ResolveConflict { number: 7, choice: Choice::AsItIs });
    assert!(matches!(missing, Err(EditError::NotFound { .. })));
}

#[test]
fn tabs_moved_to_different_places_are_a_conflict_that_can_be_settled() {
    let more = |name: &str, at| Edit::AddScenario {
        scenario: Scenario::new(id(name), name, id("4-3-3")).into(),
        at,
    };
    let base = after(&base(), &[more("plan-c", 2), more("plan-d", 3)]);
    let to = |to| Edit::ReorderScenario { scenario: id("plan-d"), to };
    let merged = merged(&base, &[to(0)], &[to(1)]);
    assert_eq!(paths(&merged), ["/scenarios"]);
    let settled = apply(&merged.plan, &Edit::ResolveConflict { number: 0, choice: Choice::Theirs }).unwrap();
    let ids: Vec<&str> = settled.scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    assert_eq!(ids, ["plan-a", "plan-d", "plan-b", "plan-c"]);
}
