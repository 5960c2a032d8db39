//! What must hold for every merge.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Merged, held_value, merge};
use crate::edit::any::{any_edit, id, place, plan, report};
use crate::edit::{Choice, Edit, EditError, apply};
use crate::model::{
    Amount, Club, Conflict, Contract, Currency, Injury, Move, MoveKind, Plan, Player, PlayerId, PlayerKind,
    Scenario,
};

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

#[test]
fn fields_of_one_player_changed_by_two_people_are_both_taken() {
    let base = base();
    let born = "2006-12-21".parse().unwrap();
    let merged = merged(
        &base,
        &[changed(&base, "giovanni-leoni", |player| player.born = Some(born))],
        &[changed(&base, "giovanni-leoni", |player| player.notes = "Out for long.".to_owned())],
    );
    let leoni = player(&merged.plan, "giovanni-leoni");
    assert_eq!((leoni.born, leoni.notes.as_str()), (Some(born), "Out for long."));
    assert!(merged.conflicts.is_empty());
    assert_eq!(merged.changes.len(), 2);
}

#[test]
fn a_field_changed_differently_is_a_conflict_with_both_values_and_holds_ours() {
    let base = base();
    let until = |day: &str| {
        let contract = Contract { until: Some(day.parse().unwrap()), ..Contract::default() };
        changed(&base, "marc-guehi", |player| player.contract = Some(contract))
    };
    let base = after(&base, &[until("2026-06-30")]);
    let merged = merged(&base, &[until("2027-06-30")], &[until("2028-06-30")]);
    let expected = Conflict {
        path: "/players/marc-guehi/contract/until".to_owned(),
        base: Some("2026-06-30".into()),
        ours: Some("2027-06-30".into()),
        theirs: Some("2028-06-30".into()),
        ..Conflict::default()
    };
    assert_eq!(merged.plan.conflicts, [expected]);
    let held = player(&merged.plan, "marc-guehi").contract_until();
    assert_eq!(held, Some("2027-06-30".parse().unwrap()));
}

#[test]
fn an_amount_never_gets_the_currency_of_the_other_side() {
    let base = base();
    let value = |amount, currency| {
        changed(&base, "marc-guehi", |player| player.market_value = Some(Amount::new(amount, currency)))
    };
    let base = after(&base, &[value(40, Currency::GBP)]);
    let merged = merged(&base, &[value(45, Currency::GBP)], &[value(40, Currency::EUR)]);
    assert_eq!(paths(&merged), ["/players/marc-guehi/market_value"]);
    assert_eq!(player(&merged.plan, "marc-guehi").market_value, Some(Amount::new(45, Currency::GBP)));
}

#[test]
fn a_move_in_a_chart_and_an_insertion_by_the_other_are_both_kept() {
    let base = base();
    let first = Edit::Shift {
        scenario: id("plan-a"),
        player: id("joe-gomez"),
        from: id("lcb"),
        to: id("lcb"),
        rank: 0,
    };
    let merged = merged(&base, &[first], &[place("marc-guehi", "lcb", 3)]);
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    assert_eq!(chart(&merged.plan, "lcb"), ["joe-gomez", "virgil-van-dijk", "giovanni-leoni", "marc-guehi"]);
}

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
fn who_is_moved_by_one_and_taken_out_by_the_other_is_a_conflict() {
    let base = base();
    let scenario = || id("plan-a");
    let first = Edit::Shift {
        scenario: scenario(),
        player: id("giovanni-leoni"),
        from: id("lcb"),
        to: id("lcb"),
        rank: 0,
    };
    let out = Edit::Unplace { scenario: scenario(), player: id("giovanni-leoni"), slot: id("lcb") };
    assert_eq!(paths(&merged(&base, &[first], &[out])), ["/scenarios/plan-a/charts/lcb"]);
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
fn what_is_removed_by_one_and_changed_by_the_other_stays_whole() {
    let base = base();
    let noted = changed(&base, "marc-guehi", |player| player.notes = "Talks in January.".to_owned());
    let merged = merged(&base, &[Edit::RemovePlayer(id("marc-guehi"))], &[noted]);
    assert_eq!(paths(&merged), ["/players/marc-guehi"]);
    assert_eq!(player(&merged.plan, "marc-guehi").notes, "Talks in January.");
}

#[test]
fn an_injury_is_known_by_its_first_day() {
    let base = base();
    let start = "2025-09-23".parse().unwrap();
    let base = after(
        &base,
        &[changed(&base, "giovanni-leoni", |player| {
            player.injuries.push(Injury::starting(start));
        })],
    );
    let described = changed(&base, "giovanni-leoni", |player| {
        player.injuries[0].description = Some("torn cruciate ligament".to_owned());
    });
    let another = changed(&base, "giovanni-leoni", |player| {
        player.injuries.push(Injury::starting("2026-05-01".parse().unwrap()));
    });
    let merged = merged(&base, &[described], &[another]);
    let injuries = player(&merged.plan, "giovanni-leoni").injuries;
    assert!(merged.conflicts.is_empty());
    assert_eq!(injuries.len(), 2);
    assert_eq!(injuries[0].description.as_deref(), Some("torn cruciate ligament"));
}

#[test]
fn two_people_of_one_id_are_told_apart_and_one_person_is_merged() {
    let base = base();
    let new = |name: &str, born: Option<&str>| {
        let mut player = Player::new(id("new-player"), name, PlayerKind::Target);
        player.born = born.map(|day| day.parse().unwrap());
        put(player)
    };
    let theirs = [new("Dean Huijsen", None), place("new-player", "rcb", 1)];
    let two = merged(&base, &[new("Dayot Upamecano", None)], &theirs);
    assert!(two.conflicts.is_empty(), "{:?}", two.conflicts);
    assert_eq!(player(&two.plan, "new-player").name, "Dayot Upamecano");
    assert_eq!(player(&two.plan, "dean-huijsen").name, "Dean Huijsen");
    assert_eq!(chart(&two.plan, "rcb"), ["ibrahima-konate", "dean-huijsen"]);

    let born = Some("2005-04-14");
    let one = merged(&base, &[new("Dean Huijsen", born)], &[new("D. Huijsen", born)]);
    assert_eq!(paths(&one), ["/players/new-player/name"]);
}

#[test]
fn two_reports_of_one_id_are_two_reports() {
    let base = base();
    let other = |claim: &str| {
        let mut report = report(3, id("marc-guehi"));
        report.claim = claim.to_owned();
        Edit::PutReport(report.into())
    };
    let merged = merged(&base, &[other("he stays")], &[other("he goes")]);
    let mut claims: Vec<&str> = merged.plan.reports.iter().map(|report| report.claim.as_str()).collect();
    claims.sort_unstable();
    assert_eq!(claims, ["he goes", "he stays", "ready to press"]);
}

#[test]
fn unknown_fields_are_merged_like_known_ones() {
    let base = base();
    let with = |change: fn(&mut Value)| {
        let mut plan = base.clone();
        change(plan.extra.get_mut("x-newer").unwrap());
        plan
    };
    let ours = with(|value| value["a"] = json!(2));
    let theirs = with(|value| value["b"] = json!("new"));
    let merged = merge(Some(&base), &ours, &theirs).unwrap();
    assert_eq!(merged.plan.extra["x-newer"], json!({"a": 2, "list": [1, 2], "b": "new"}));
    let theirs = with(|value| value["list"] = json!([2]));
    let ours = with(|value| value["list"] = json!([1]));
    assert_eq!(paths(&merge(Some(&base), &ours, &theirs).unwrap()), ["/x-newer/list"]);
}

#[test]
fn without_a_base_everything_is_kept_and_differences_are_conflicts() {
    let base = base();
    let ours = after(&base, &[Edit::RenamePlan("Ours".to_owned()), Edit::RemovePlayer(id("joe-gomez"))]);
    let theirs = after(&base, &[Edit::RenamePlan("Theirs".to_owned()), place("marc-guehi", "rcb", 1)]);
    let merged = merge(None, &ours, &theirs).unwrap();
    assert_eq!(paths(&merged), ["/name"]);
    assert!(merged.plan.player(&id("joe-gomez")).is_some());
    assert_eq!(chart(&merged.plan, "rcb"), ["ibrahima-konate", "marc-guehi"]);
}

#[test]
fn scenarios_that_each_side_keeps_alone_both_stay() {
    let base = base();
    let merged = merged(&base, &[Edit::RemoveScenario(id("plan-a"))], &[Edit::RemoveScenario(id("plan-b"))]);
    assert!(!merged.plan.scenarios.is_empty());
    assert!(merged.plan.scenario(&merged.plan.baseline).is_some(), "the baseline is there");
    assert!(!merged.conflicts.is_empty());
}

#[test]
fn open_conflicts_come_along_and_settled_ones_stay_settled() {
    let mut base = base();
    let old = |path: &str| Conflict { path: path.to_owned(), ours: Some(json!(1)), ..Conflict::default() };
    base.conflicts = vec![old("/name"), old("/notes")];
    let mut ours = after(&base, &[Edit::RenamePlan("Ours".to_owned())]);
    ours.conflicts.remove(0);
    let theirs = after(&base, &[Edit::SetPlanNotes("Theirs".to_owned())]);
    let merged = merge(Some(&base), &ours, &theirs).unwrap();
    assert_eq!(merged.plan.conflicts, [old("/notes")]);
    assert!(merged.conflicts.is_empty());
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

#[test]
fn a_merge_is_one_step_that_can_be_undone_and_shares_what_it_did_not_change() {
    let base = base();
    let ours = after(&base, &[Edit::RenamePlan("Ours".to_owned())]);
    let theirs = after(&base, &[place("marc-guehi", "rcb", 1)]);
    let mut session = crate::edit::Session::new(ours.clone());
    let edit = Edit::Merge { base: Some(base.into()), theirs: theirs.into(), name: "theirs.json".to_owned() };
    session.apply(&edit).unwrap();
    let plan = session.plan().clone();
    assert_eq!(chart(&plan, "rcb"), ["ibrahima-konate", "marc-guehi"]);
    assert!(plan.players.iter().zip(&ours.players).all(|(one, two)| std::sync::Arc::ptr_eq(one, two)));
    assert_eq!(session.undo().as_deref(), Some("merge with theirs.json"));
    assert_eq!(**session.plan(), ours);
}

#[test]
fn ten_thousand_players_are_merged_without_a_wait() {
    let mut base = base();
    for n in 0..10_000 {
        let mut player =
            Player::new(PlayerId::new_for(&format!("p{n}"), |_| false), format!("P {n}"), PlayerKind::Target);
        player.club = Some(Club::named("Elsewhere"));
        base.players.push(player.into());
    }
    let change = |plan: &mut Plan, keep: usize| {
        for (n, player) in plan.players.iter_mut().enumerate().filter(|(n, _)| n % 7 == keep) {
            std::sync::Arc::make_mut(player).notes = format!("{n}");
        }
    };
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    change(&mut ours, 1);
    change(&mut theirs, 2);
    let began = std::time::Instant::now();
    let merged = merge(Some(&base), &ours, &theirs).unwrap();
    let took = began.elapsed();
    assert!(merged.conflicts.is_empty());
    // Far above what it takes, on a machine that does something else as well.
    assert!(took.as_secs() < 10, "{took:?}");
}

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

#[test]
fn a_move_that_both_have_planned_is_one_move() {
    let base = base();
    let buy = |chance| {
        let mut mv = Move::new(id("marc-guehi-in"), id("marc-guehi"), MoveKind::Buy);
        mv.chance = chance;
        Edit::PutMove { scenario: id("plan-a"), mv: mv.into() }
    };
    let merged = merged(&base, &[buy(0.4)], &[buy(0.6)]);
    assert_eq!(paths(&merged), ["/scenarios/plan-a/moves/marc-guehi-in/chance"]);
    assert_eq!(merged.plan.scenarios[0].moves.len(), 1);
}
