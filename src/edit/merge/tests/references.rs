//! What refers to something that gets another id, or that one side has removed.

use super::{base, paths};
use crate::edit::any::{id, report};
use crate::edit::merge::{Merged, merge};
use crate::model::{
    Amount, Conflict, Currency, Extra, Move, MoveKind, Plan, Player, PlayerKind, Scenario, Unit, Window,
    WindowBudget,
};

fn window(name: &str, opens: &str) -> Window {
    Window {
        id: id("w"),
        name: name.to_owned(),
        opens: opens.parse().unwrap(),
        closes: "2026-12-31".parse().unwrap(),
        note: None,
        extra: Extra::new(),
    }
}

fn budget() -> WindowBudget {
    WindowBudget { window: id("w"), budget: Amount::new(5, Currency::GBP), extra: Extra::new() }
}

/// Two plans made of the base, merged.
fn merged(base: &Plan, ours: impl FnOnce(&mut Plan), theirs: impl FnOnce(&mut Plan)) -> Merged {
    let (mut one, mut other) = (base.clone(), base.clone());
    ours(&mut one);
    theirs(&mut other);
    merge(Some(base), &one, &other).unwrap()
}

#[test]
fn one_window_under_two_names_is_one_and_two_of_one_id_are_told_apart_with_what_names_them() {
    let one = merged(
        &base(),
        |plan| plan.windows.push(window("Winter", "2026-01-01")),
        |plan| plan.windows.push(window("January", "2026-01-01")),
    );
    assert_eq!((paths(&one), one.plan.windows.len()), (vec!["/windows/w/name"], 1));

    let two = merged(
        &base(),
        |plan| plan.windows.push(window("Winter", "2026-01-01")),
        |plan| {
            plan.windows.push(window("Summer", "2026-07-01"));
            plan.money.budgets.push(budget());
            let mv = Move::new(id("m"), id("marc-guehi"), MoveKind::Buy);
            plan.scenarios[0].moves.push(Move { window: Some(id("w")), ..mv });
        },
    );
    let summer = &two.plan.windows.iter().find(|window| window.name == "Summer").unwrap().id;
    assert_ne!(*summer, "w");
    assert_eq!(two.plan.money.budgets[0].window, *summer);
    assert_eq!(two.plan.scenarios[0].moves[0].window.as_ref(), Some(summer));
}

#[test]
fn the_baseline_and_the_reports_follow_what_gets_another_id() {
    let add = |name: &'static str| {
        move |plan: &mut Plan| {
            plan.scenarios.push(Scenario::new(id("plan-c"), name, id("4-3-3")));
            plan.players.push(Player::new(id("new"), name, PlayerKind::Target).into());
        }
    };
    let merged = merged(&base(), add("Mine"), |plan| {
        add("Theirs")(plan);
        plan.baseline = id("plan-c");
        plan.reports.push(report(7, id("new")).into());
    });
    let theirs = merged.plan.scenarios.iter().find(|scenario| scenario.name == "Theirs").unwrap();
    assert_eq!(merged.plan.baseline, theirs.id);
    let about = merged.plan.reports.iter().find(|report| report.id == "r7").unwrap();
    assert_eq!(merged.plan.player(&about.player).unwrap().name, "Theirs");
}

#[test]
fn what_one_removes_and_the_other_begins_to_need_stays_with_a_conflict() {
    let mut base = base();
    base.windows.push(window("Winter", "2026-01-01"));
    base.units.push(Unit { id: id("spare"), ..base.units[0].clone() });
    let unused = base.formations.last().unwrap().clone();
    let merged = merged(
        &base,
        |plan| {
            plan.windows.clear();
            plan.units.retain(|unit| unit.id != "spare");
            plan.formations.retain(|formation| formation.id != unused.id);
        },
        |plan| {
            plan.money.budgets.push(budget());
            plan.formations[0].slots[0].unit = id("spare");
            plan.scenarios.push(Scenario::new(id("plan-c"), "C", unused.id.clone()));
        },
    );
    assert!(merged.plan.window(&id("w")).is_some() && merged.plan.unit(&id("spare")).is_some());
    assert!(merged.plan.formation(&unused.id).is_some());
    assert_eq!(merged.conflicts.len(), 3, "{:?}", paths(&merged));
}

#[test]
fn both_notes_are_kept_on_demand_and_both_names_are_not() {
    let of = |path: &str| Conflict {
        path: path.to_owned(),
        ours: Some("one".into()),
        theirs: Some("two".into()),
        ..Conflict::default()
    };
    let both = |path| crate::edit::Choice::both(&of(path));
    assert_eq!(both("/windows/w/note"), Some("one\n\ntwo".into()));
    assert_eq!(both("/notes"), Some("one\n\ntwo".into()));
    assert_eq!(both("/name"), None);
}
