//! What moves are told.

use serde_json::json;

use crate::model::{MoveKind, Plan};
use crate::report::problems::{Severity, problems};

use super::{check, clean, player, read, scenario};

#[test]
fn a_chance_outside_0_and_1_is_an_error() {
    for chance in [-0.1, 1.5, f64::NAN] {
        check(
            |plan| scenario(plan).moves[0].chance = chance,
            Severity::Error,
            &["chance of Marc Guéhi", "no chance"],
        );
    }
}

#[test]
fn a_move_about_nobody_is_an_error() {
    check(
        |plan| scenario(plan).moves[0].player = "nobody".parse().unwrap(),
        Severity::Error,
        &["A move in Plan A is about \"nobody\""],
    );
}

#[test]
fn a_move_in_an_unknown_window_is_an_error() {
    check(
        |plan| scenario(plan).moves[0].window = Some("never".parse().unwrap()),
        Severity::Error,
        &["window \"never\""],
    );
}

#[test]
fn a_move_outside_every_window_is_doubted() {
    check(
        |plan| {
            let mv = &mut scenario(plan).moves[0];
            mv.window = None;
            mv.date = Some("2026-03-01".parse().unwrap());
        },
        Severity::Warning,
        &["Marc Guéhi", "1 Mar 2026", "no window of the plan is open"],
    );
    check(
        |plan| scenario(plan).moves[0].date = Some("2026-03-01".parse().unwrap()),
        Severity::Warning,
        &["outside its window, Winter 2026"],
    );
    check(
        |plan| scenario(plan).moves[0].date = Some("2025-09-01".parse().unwrap()),
        Severity::Warning,
        &["before the plan's day"],
    );
    check(|plan| scenario(plan).moves[0].window = None, Severity::Warning, &["Nothing says when Marc Guéhi"]);
}

#[test]
fn a_free_transfer_before_the_contract_ends_is_doubted() {
    check(
        |plan| {
            let mv = &mut scenario(plan).moves[0];
            mv.kind = MoveKind::FreeTransfer;
            mv.date = Some("2026-01-10".parse().unwrap());
        },
        Severity::Warning,
        &["without a fee on 10 Jan 2026", "until 30 Jun 2026"],
    );
    let mut plan = clean();
    scenario(&mut plan).moves[0].kind = MoveKind::FreeTransfer;
    assert_eq!(problems(&plan), [], "without a day it happens when the contract has ended");
}

#[test]
fn a_pre_contract_that_the_rules_forbid_is_doubted() {
    check(
        |plan| scenario(plan).moves[0].kind = MoveKind::PreContract,
        Severity::Warning,
        &["Crystal Palace and Home", "same English league", "1 Jul 2026"],
    );
    check(
        |plan| {
            player(plan, 1).club = Some(read(json!({"name": "Bayern", "country": "Germany"})));
            plan.windows[0].closes = "2025-12-31".parse().unwrap();
            plan.windows[0].opens = "2025-12-01".parse().unwrap();
            scenario(plan).moves[0].kind = MoveKind::PreContract;
        },
        Severity::Warning,
        &["cannot sign in Winter 2026", "from 1 Jan 2026"],
    );
}

#[test]
fn a_contract_that_ends_before_the_move_is_an_error() {
    check(
        |plan| scenario(plan).moves[0].until = Some("2025-12-31".parse().unwrap()),
        Severity::Error,
        &["its contract ends on 31 Dec 2025"],
    );
}

#[test]
fn nobody_arrives_or_leaves_twice_unless_the_moves_exclude_each_other() {
    let twice = |plan: &mut Plan, group: Option<&str>| {
        let mv = &mut scenario(plan).moves[0];
        mv.group = group.map(str::to_owned);
        let mut other = mv.clone();
        other.id = "again".parse().unwrap();
        scenario(plan).moves.push(other);
    };
    check(|plan| twice(plan, None), Severity::Error, &["Marc Guéhi arrives more than once in Plan A"]);
    let mut plan = clean();
    twice(&mut plan, Some("one of them"));
    assert_eq!(problems(&plan), []);
    let sell = json!({"id": "s", "player": "gomez", "kind": "sell", "window": "winter"});
    check(
        |plan| {
            let mut other = sell.clone();
            other["id"] = json!("t");
            scenario(plan).moves.extend([read(sell.clone()), read(other)]);
        },
        Severity::Error,
        &["Joe Gomez leaves for good more than once"],
    );
}

#[test]
fn chances_that_exclude_each_other_add_up_to_one_at_most() {
    check(
        |plan| {
            let mv = &mut scenario(plan).moves[0];
            (mv.group, mv.chance) = (Some("g".into()), 0.7);
            let mut other = mv.clone();
            other.id = "again".parse().unwrap();
            scenario(plan).moves.push(other);
        },
        Severity::Error,
        &["group \"g\"", "add up to 140\u{a0}%"],
    );
}

#[test]
fn only_ones_own_players_can_be_sold_and_only_others_bought() {
    check(
        |plan| scenario(plan).moves[0].player = "gomez".parse().unwrap(),
        Severity::Warning,
        &["Joe Gomez is in the squad already"],
    );
    check(|plan| scenario(plan).moves[0].kind = MoveKind::Sell, Severity::Warning, &["Home cannot sell him"]);
}
