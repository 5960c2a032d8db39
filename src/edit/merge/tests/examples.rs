//! What becomes of the edits of two people, one example for each case.

use serde_json::{Value, json};

use super::{after, base, changed, chart, merged, paths, player, put};
use crate::edit::Edit;
use crate::edit::any::{id, place, report};
use crate::edit::merge::merge;
use crate::model::{
    Amount, Club, Conflict, Contract, Currency, Injury, Move, MoveKind, Plan, Player, PlayerId, PlayerKind,
};

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
