//! Conflicts in words.

use serde_json::json;

use super::*;

fn plan() -> Plan {
    serde_json::from_str(include_str!("../../../saves/liverpool-2025-26-leoni.json")).unwrap()
}

#[test]
fn places_are_named_as_a_fan_would() {
    let plan = plan();
    let mv = plan.scenarios[0].moves[0].id.to_string();
    let scenario = plan.scenarios[0].id.to_string();
    for (path, words) in [
        ("/players/marc-guehi/contract/until", "Marc Guéhi: contract end"),
        ("/players/marc-guehi", "Marc Guéhi"),
        (
            "/players/giovanni-leoni/injuries/2025-09-23/layoff",
            "Giovanni Leoni: injury of 23 Sep 2025, layoff",
        ),
        ("/scenarios/january-push/charts/lcb", "January push: left centre-back"),
        (&format!("/scenarios/{scenario}/moves/{mv}/chance"), "January push: buy Guéhi, chance"),
        ("/matchdays/2025-09-27/opponent", "Matchday on 27 Sep 2025: opponent"),
        ("/x-newer/list", "x-newer, list"),
        ("/players/nobody/notes", "nobody: notes"),
    ] {
        assert_eq!(FileWords::of(&[&plan]).path(path), words);
    }
}

#[test]
fn values_are_named_as_a_fan_would() {
    let plan = plan();
    for (path, value, expected) in [
        ("/players/marc-guehi/contract/until", json!("2026-06-30"), "30 Jun 2026"),
        (
            "/players/marc-guehi/asking",
            json!({"low": 35_000_000, "high": 40_000_000, "currency": "GBP"}),
            "£35m–40m",
        ),
        (
            "/players/marc-guehi/contract/wage",
            json!({"amount": {"amount": 150_000, "currency": "GBP"}, "per": "week"}),
            "£150k a week",
        ),
        (
            "/scenarios/january-push/charts/lcb",
            json!(["virgil-van-dijk", "marc-guehi"]),
            "1 van Dijk, 2 Guéhi",
        ),
        ("/scenarios/january-push/charts/lcb", json!([]), "nobody"),
        ("/scenarios/january-push/moves/x/chance", json!(0.4), "40\u{a0}%"),
        (
            "/scenarios/january-push/moves/x",
            json!({"id": "x", "player": "marc-guehi", "kind": "buy", "chance": 0.5}),
            "buy Guéhi, 50\u{a0}%",
        ),
        ("/players/x/injuries/y/layoff", json!({"min": 7, "max": 9, "unit": "months"}), "7–9 months"),
        ("/matchdays/2025-09-27/home", json!(true), "yes"),
    ] {
        let conflict = Conflict { path: path.to_owned(), ours: Some(value), ..Conflict::default() };
        assert_eq!(FileWords::of(&[&plan]).conflict(&conflict).ours, expected, "{path}");
    }
}

#[test]
fn what_one_side_removed_is_said_to_be_removed() {
    let plan = plan();
    let player = serde_json::to_value(plan.players.iter().find(|player| player.id == "marc-guehi")).unwrap();
    let conflict = Conflict {
        path: "/players/marc-guehi".to_owned(),
        base: Some(player.clone()),
        theirs: Some(player),
        ..Conflict::default()
    };
    let words = FileWords::of(&[&plan]).conflict(&conflict);
    assert_eq!((words.place.as_str(), words.ours.as_str()), ("Marc Guéhi", "removed"));
    assert!(words.theirs.starts_with("Marc Guéhi, contract to 30 Jun 2026"), "{}", words.theirs);
}
