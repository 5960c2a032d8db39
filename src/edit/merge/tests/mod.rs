//! Two sides of one base, merged: [`examples`], the [`keys`] of lists, [`references`] to what is renamed or gone, what
//! [`always`] holds, and [`settling`] conflicts.

mod always;
mod examples;
mod keys;
mod references;
mod settling;

use serde_json::{Value, json};

use super::{Merged, merge};
use crate::edit::any::{id, place, plan, report};
use crate::edit::{Edit, apply};
use crate::model::{Plan, Player, Scenario};

fn after(plan: &Plan, edits: &[Edit]) -> Plan {
    edits.iter().fold(plan.clone(), |plan, edit| apply(&plan, edit).unwrap_or(plan))
}

fn text(plan: &Plan) -> String {
    serde_json::to_string(plan).unwrap()
}

fn tree(plan: &Plan) -> Value {
    serde_json::from_str(&text(plan)).unwrap()
}

/// A base with something in it, so that both sides have something to change.
fn base() -> Plan {
    let mut base = after(
        &plan(),
        &[
            place("virgil-van-dijk", "lcb", 0),
            place("joe-gomez", "lcb", 1),
            place("giovanni-leoni", "lcb", 2),
            place("ibrahima-konate", "rcb", 0),
            Edit::PutReport(report(0, id("marc-guehi")).into()),
            Edit::AddScenario { scenario: Scenario::new(id("plan-b"), "Plan B", id("4-3-3")).into(), at: 1 },
        ],
    );
    base.extra.insert("x-newer".into(), json!({"a": 1, "list": [1, 2]}));
    base
}

fn player(plan: &Plan, id: &str) -> Player {
    plan.players.iter().find(|player| player.id == *id).map(|player| (**player).clone()).unwrap()
}

fn put(player: Player) -> Edit {
    Edit::PutPlayer { player: player.into(), what: String::new() }
}

fn changed(plan: &Plan, id: &str, change: impl FnOnce(&mut Player)) -> Edit {
    let mut player = player(plan, id);
    change(&mut player);
    put(player)
}

fn merged(base: &Plan, ours: &[Edit], theirs: &[Edit]) -> Merged {
    let checked = |edits: &[Edit]| edits.iter().fold(base.clone(), |plan, edit| apply(&plan, edit).unwrap());
    merge(Some(base), &checked(ours), &checked(theirs)).unwrap()
}

fn paths(merged: &Merged) -> Vec<&str> {
    merged.conflicts.iter().map(|conflict| conflict.path.as_str()).collect()
}

fn chart(plan: &Plan, slot: &str) -> Vec<String> {
    plan.scenarios[0].chart(&id(slot)).iter().map(ToString::to_string).collect()
}
