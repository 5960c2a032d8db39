//! One test for each problem: a clean plan, one thing made wrong, the sentence it gets.

use std::sync::Arc;

use serde_json::json;

use crate::model::{Plan, Scenario};

use super::*;

mod calendar;
mod charts;
mod money;
mod moves;
mod people;

/// A plan with one player of each kind, one of everything else, and nothing wrong.
fn clean() -> Plan {
    let mut plan = serde_json::to_value(Plan::new(
        "Test",
        serde_json::from_value(json!({"name": "Home", "country": "England", "league": "Premier League"}))
            .unwrap(),
        "2025-09-25".parse().unwrap(),
        crate::model::Currency::GBP,
    ))
    .unwrap();
    plan["players"] = json!([
        {"id": "gomez", "name": "Joe Gomez", "kind": "squad", "born": "1997-05-23", "contract": {"until": "2027-06-30"}},
        {"id": "guehi", "name": "Marc Guéhi", "kind": "target", "club": {"name": "Crystal Palace", "country": "England", "league": "Premier League"}, "contract": {"until": "2026-06-30"}}
    ]);
    plan["reports"] = json!([
        {"id": "r", "player": "guehi", "date": "2025-09-01", "outlet": "The Mirror", "kind": "interest", "claim": "", "trust": "low", "link": "https://example.org"}
    ]);
    plan["windows"] =
        json!([{"id": "winter", "name": "Winter 2026", "opens": "2026-01-01", "closes": "2026-02-02"}]);
    plan["matchdays"] = json!([{"date": "2025-09-27", "origin": "imported"}]);
    plan["scenarios"][0]["moves"] = json!([
        {"id": "buy", "player": "guehi", "kind": "buy", "window": "winter", "fee": {"amount": 35_000_000, "currency": "GBP"}, "chance": 0.4}
    ]);
    plan["scenarios"][0]["charts"] = json!({"lcb": ["gomez", "guehi"]});
    serde_json::from_value(plan).unwrap()
}

fn player(plan: &mut Plan, n: usize) -> &mut Player {
    Arc::make_mut(&mut plan.players[n])
}

fn gomez(plan: &mut Plan) -> &mut Player {
    player(plan, 0)
}

fn scenario(plan: &mut Plan) -> &mut Scenario {
    &mut plan.scenarios[0]
}

fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn injured(plan: &mut Plan, injury: serde_json::Value) {
    gomez(plan).injuries = vec![read(injury)];
}

/// The one problem of the clean plan after a change has this severity and says all this.
#[track_caller]
fn check(change: impl FnOnce(&mut Plan), severity: Severity, says: &[&str]) {
    let mut plan = clean();
    change(&mut plan);
    let found = problems(&plan);
    let fits = |problem: &&Problem| says.iter().all(|part| problem.message.contains(part));
    let Some(problem) = found.iter().find(fits) else { panic!("nothing says {says:?}: {found:#?}") };
    assert_eq!(problem.severity, severity, "{problem:?}");
    for text in [&problem.message, &problem.remedy] {
        assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "no sentence: {text}");
    }
    assert!(found.is_sorted_by_key(|problem| problem.severity), "{found:#?}");
}

#[test]
fn a_clean_plan_has_no_problem() {
    assert_eq!(problems(&clean()), []);
}
