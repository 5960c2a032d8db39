//! Who is here, and with what chance, move by move.

use std::sync::Arc;

use super::*;
use crate::model::{Club, Contract, Currency, MoveId, PlayerKind};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A move: whom, what, its date and last day if any, its chance, its group.
type Written<'a> = (&'a str, MoveKind, &'a str, &'a str, f64, Option<&'a str>);

/// As of 25 September 2025: one of the squad with a contract to 30 June 2026, and two targets.
fn plan(moves: &[Written<'_>]) -> Plan {
    let mut plan = Plan::new("Test", Club::named("Club"), day("2025-09-25"), Currency::GBP);
    for (name, kind) in [("own", PlayerKind::Squad), ("one", PlayerKind::Target), ("two", PlayerKind::Target)]
    {
        let mut player = Player::new(PlayerId::new_for(name, |_| false), name, kind);
        player.contract = Some(Contract { until: Some(day("2026-06-30")), ..Contract::default() });
        plan.players.push(Arc::new(player));
    }
    for (i, (player, kind, date, until, chance, group)) in moves.iter().enumerate() {
        plan.scenarios[0].moves.push(Move {
            date: date.parse().ok(),
            until: until.parse().ok(),
            chance: *chance,
            group: group.map(str::to_owned),
            ..Move::new(
                MoveId::new_for(&format!("m{i}"), |_| false),
                PlayerId::new_for(player, |_| false),
                *kind,
            )
        });
    }
    plan
}

/// Checks the chance that a player is here on each of some dates.
fn check(plan: &Plan, name: &str, expected: &[(&str, f64)]) {
    let members: Vec<&Player> = plan.players.iter().map(Arc::as_ref).collect();
    let squad = squad(plan, &plan.scenarios[0], &members, &Assumptions::default());
    let at = members.iter().position(|player| player.name == name).unwrap();
    for (date, here) in expected {
        let computed = squad.here(&squad.members[at], day_of(plan.as_of, day(date)));
        assert!((computed - here).abs() < 1e-12, "{name} on {date}: {computed}");
    }
}

#[test]
fn a_contract_counts_to_its_last_day_and_not_beyond() {
    check(&plan(&[]), "own", &[("2000-01-01", 1.0), ("2026-06-30", 1.0), ("2026-07-01", 0.0)]);
    check(&plan(&[]), "one", &[("2026-01-01", 0.0)]);
}

#[test]
fn a_signing_is_here_with_its_chance_from_its_date_to_its_last_day() {
    let plan = plan(&[("one", MoveKind::Buy, "2026-01-24", "2030-06-30", 0.62, None)]);
    check(
        &plan,
        "one",
        &[("2026-01-23", 0.0), ("2026-01-24", 0.62), ("2030-06-30", 0.62), ("2030-07-01", 0.0)],
    );
}

#[test]
fn a_sale_with_a_chance_leaves_the_rest() {
    let plan = plan(&[("own", MoveKind::Sell, "2026-01-10", "", 0.3, None)]);
    check(&plan, "own", &[("2026-01-09", 1.0), ("2026-01-10", 0.7), ("2026-07-01", 0.0)]);
}

#[test]
fn a_loan_out_ends_on_its_last_day_or_with_the_season() {
    for until in ["2026-06-30", ""] {
        let mut plan = plan(&[("own", MoveKind::LoanOut, "2026-01-10", until, 1.0, None)]);
        Arc::make_mut(&mut plan.players[0]).contract = None;
        check(
            &plan,
            "own",
            &[("2026-01-09", 1.0), ("2026-01-10", 0.0), ("2026-06-30", 0.0), ("2026-07-01", 1.0)],
        );
    }
}

#[test]
fn a_renewal_carries_on_where_the_contract_ends() {
    let plan = plan(&[("own", MoveKind::Renew, "2025-11-01", "2030-06-30", 0.35, None)]);
    check(&plan, "own", &[("2026-06-30", 1.0), ("2026-07-01", 0.35), ("2030-07-01", 0.0)]);
}

#[test]
fn whoever_renews_before_he_has_joined_is_here_from_joining() {
    let mut plan = plan(&[("own", MoveKind::Renew, "2025-11-01", "2030-06-30", 1.0, None)]);
    let own = Arc::make_mut(&mut plan.players[0]).contract.as_mut().unwrap();
    own.from = Some(day("2026-01-10"));
    check(&plan, "own", &[("2026-01-09", 0.0), ("2026-01-10", 1.0), ("2030-06-30", 1.0)]);
}

#[test]
fn whoever_renews_and_is_then_sold_is_gone() {
    let plan = plan(&[
        ("own", MoveKind::Sell, "2026-01-10", "", 0.5, None),
        ("own", MoveKind::Renew, "2025-11-01", "2030-06-30", 0.5, None),
    ]);
    check(&plan, "own", &[("2026-01-09", 1.0), ("2026-01-10", 0.5), ("2026-07-01", 0.25)]);
}

#[test]
fn a_target_who_has_not_come_renews_with_somebody_else() {
    let plan = plan(&[("one", MoveKind::Renew, "2025-11-01", "2030-06-30", 1.0, None)]);
    check(&plan, "one", &[("2026-01-01", 0.0)]);
}

#[test]
fn of_an_exclusive_group_one_comes_at_most() {
    let group = [
        ("one", MoveKind::Buy, "2026-01-24", "", 0.45, Some("either")),
        ("two", MoveKind::Buy, "2026-01-24", "", 0.15, Some("either")),
    ];
    let plan = plan(&group);
    check(&plan, "one", &[("2026-02-01", 0.45)]);
    check(&plan, "two", &[("2026-02-01", 0.15)]);
    let members: Vec<&Player> = plan.players.iter().skip(1).map(Arc::as_ref).collect();
    let squad = squad(&plan, &plan.scenarios[0], &members, &Assumptions::default());
    assert_eq!(squad.deals.len(), 1);
    let at_least = squad.at_least(&[1.0, 1.0], 200);
    assert!((at_least[1] - 0.6).abs() < 1e-12 && at_least[2].abs() < 1e-12);
}

#[test]
fn a_group_that_promises_too_much_counts_by_its_proportions() {
    let plan = plan(&[
        ("one", MoveKind::Buy, "2026-01-24", "", 0.9, Some("either")),
        ("two", MoveKind::Buy, "2026-01-24", "", 0.6, Some("either")),
    ]);
    check(&plan, "one", &[("2026-02-01", 0.6)]);
    check(&plan, "two", &[("2026-02-01", 0.4)]);
}

#[test]
fn a_move_without_a_date_never_happens_here() {
    check(&plan(&[("one", MoveKind::Buy, "", "", 1.0, None)]), "one", &[("2030-01-01", 0.0)]);
}

#[test]
fn hundreds_of_doubtful_moves_have_a_bounded_number_of_outcomes() {
    let mut plan = plan(&[]);
    for n in 0..300 {
        let id = PlayerId::new_for(&format!("target {n}"), |_| false);
        let target = Player::new(id.clone(), format!("Target {n}"), PlayerKind::Target);
        plan.players.push(Arc::new(target));
        for twice in ["a", "b"] {
            plan.scenarios[0].moves.push(Move {
                date: Some(day("2026-01-24")),
                chance: 0.6,
                group: (twice == "b").then(|| format!("group {}", n / 2)),
                ..Move::new(MoveId::new_for(&format!("{twice} {n}"), |_| false), id.clone(), MoveKind::Buy)
            });
        }
    }
    let counted = |plan: &Plan| {
        let members: Vec<&Player> = plan.players.iter().map(Arc::as_ref).collect();
        let squad = squad(plan, &plan.scenarios[0], &members, &Assumptions::default());
        let of_each = |member: &Member| match &member.here {
            Presence::Certain(_) => 0,
            Presence::Deal { days, .. } => days.len(),
        };
        let most = squad.members.iter().map(of_each).max().unwrap_or(0);
        (most, squad.members.iter().map(of_each).sum::<usize>())
    };
    assert_eq!(counted(&plan), (8, 300 * 8), "a pair: each of two alone, and one of them at most");

    // All in one group: one deal of all of them, of more outcomes than are counted.
    for mv in &mut plan.scenarios[0].moves {
        mv.group = Some("one".to_owned());
    }
    assert_eq!(counted(&plan), (1, 300));

    // All of one player: as many outcomes as one deal may have.
    let one = plan.players[3].id.clone();
    for mv in &mut plan.scenarios[0].moves {
        (mv.player, mv.group) = (one.clone(), None);
    }
    assert_eq!(counted(&plan), (MOST_OUTCOMES, MOST_OUTCOMES));

    // Twenty each of thirty players: the first deals use up what all may have, the others end in one way each.
    for (n, mv) in plan.scenarios[0].moves.iter_mut().enumerate() {
        mv.player = PlayerId::new_for(&format!("target {}", n / 20), |_| false);
    }
    let (most, all) = counted(&plan);
    assert!(most == MOST_OUTCOMES && all <= MOST_PRESENCES + 30, "{most} each, {all} in all");
}

#[test]
fn a_hundred_doubtful_moves_of_one_player_are_held_in_check() {
    let moves = vec![("one", MoveKind::Buy, "2026-01-24", "", 0.6, None); 100];
    check(&plan(&moves), "one", &[("2026-01-23", 0.0), ("2030-01-24", 1.0)]);
}
