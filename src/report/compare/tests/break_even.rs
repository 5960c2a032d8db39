//! The break-even: who waits for whom, and at which chance both are worth the same.

use super::{buy, compared, free, id, with_moves};
use crate::model::{Amount, Currency, Move, MoveKind};
use crate::report::any_moves::mv;
use crate::report::compare::{BreakEven, Odds, Outcome};

#[test]
fn the_break_even_is_where_both_are_worth_the_same() {
    // Acting: certain. Waiting: a free transfer, whose chance is then set to the break-even.
    let mut plan = with_moves(vec![buy(3_000_000, 1.0)], vec![free(0.3)]);
    plan.money.covered_matchday_value = Some(Amount::new(2_000_000, Currency::GBP));
    let comparison = compared(&plan);
    let pair = comparison.pair(&id("a"), &id("b")).unwrap();
    let even = pair.break_even.as_ref().unwrap();
    assert_eq!((&even.acts, &even.waits, even.is_later), (&id("a"), &id("b"), true));
    assert_eq!((even.chance_today, even.draws[0].players[0].as_str()), (0.3, "ann"));
    let mut inside = 0;
    for value in (0..24).map(|step| 1e5 * 1.5_f64.powi(step)) {
        let Some(chance) = even.chance(value).filter(|chance| (0.0..=1.0).contains(chance)) else { continue };
        plan.scenarios[1].moves = vec![free(chance)];
        let at_even = compared(&plan);
        let worth = |id: &str| {
            let column = at_even.column(&self::id(id)).unwrap();
            value * column.expected_covered - column.cost.expected.likely
        };
        let (acting, waiting) = (worth("a"), worth("b"));
        assert!((acting - waiting).abs() < 1e-9 * acting.abs(), "{value}: {acting} {waiting}");
        inside += 1;
    }
    assert!(inside > 1, "at no value does it hang on the chance");
    assert_eq!(even.chance(2e6), pair.break_even_chance);
}

#[test]
fn worth_is_what_the_covered_matchdays_are_worth_less_the_cost() {
    let outcome = |covered, cost| Outcome { covered, cost };
    assert_eq!(outcome(12.0, 5.0).worth(3.0), 31.0);
}

#[test]
fn outside_nought_and_one_one_side_is_better_whatever_happens() {
    let outcome = |covered, cost| Outcome { covered, cost };
    let even = |acting, without, with| BreakEven {
        acts: id("a"),
        waits: id("b"),
        is_later: true,
        deal: Vec::new(),
        draws: Vec::new(),
        chance_today: 0.5,
        acting,
        without,
        with,
    };
    let (poor, good, best) = (outcome(10.0, 0.0), outcome(12.0, 0.0), outcome(14.0, 0.0));
    for (acting, without, with, odds) in [
        (good, poor, best, Odds::WaitAbove(0.5)),
        (poor, good, best, Odds::Wait),
        (best, poor, good, Odds::Act),
        // As good as the deal never coming off, or surely coming off.
        (poor, poor, good, Odds::Wait),
        (good, poor, good, Odds::Act),
        (best, best, poor, Odds::Act),
        (good, best, good, Odds::Wait),
        // At this value the deal is not worth having.
        (good, best, poor, Odds::WaitBelow(0.5)),
        (best, good, poor, Odds::Act),
        (poor, best, good, Odds::Wait),
        // The deal changes nothing.
        (good, poor, poor, Odds::Act),
        (poor, good, good, Odds::Wait),
        (good, good, good, Odds::Even),
    ] {
        assert_eq!(even(acting, without, with).odds(1.0), odds);
    }
}

#[test]
fn of_two_who_arrive_on_one_day_neither_is_later() {
    let bob = Move { player: "bob".parse().unwrap(), ..buy(9_000_000, 0.5) };
    let comparison = compared(&with_moves(vec![buy(3_000_000, 0.5)], vec![bob]));
    let even = comparison.pairs[0].break_even.as_ref().unwrap();
    assert_eq!((&even.acts, &even.waits, even.is_later), (&id("a"), &id("b"), false));
}

/// A move of the group "g".
fn grouped(mv: Move, id: &str, who: &str, chance: f64) -> Move {
    let (id, player) = (id.parse().unwrap(), who.parse().unwrap());
    Move { id, player, group: Some("g".to_owned()), chance, ..mv }
}

#[test]
fn without_the_deal_the_others_of_its_group_keep_their_chance() {
    let sale = grouped(mv("s", "one", MoveKind::Sell, "2026-03-01"), "s", "one", 0.3);
    let waits = |chance| vec![grouped(free(1.0), "x", "ann", chance), sale.clone()];
    let even = compared(&with_moves(vec![buy(1_000_000, 1.0)], waits(0.5))).pairs[0].break_even.clone();
    let without = compared(&with_moves(vec![buy(1_000_000, 1.0)], waits(0.0)));
    let covered = without.column(&id("b")).unwrap().expected_covered;
    assert_eq!(even.unwrap().without.covered.to_bits(), covered.to_bits());
}

#[test]
fn of_a_group_the_likeliest_deal_is_waited_for_and_of_equals_the_first() {
    let equal = vec![grouped(free(1.0), "x", "ann", 0.4), grouped(free(1.0), "y", "bob", 0.4)];
    let even = compared(&with_moves(vec![buy(1_000_000, 1.0)], equal.clone())).pairs[0].break_even.clone();
    let mut first = equal;
    (first[0].chance, first[1].chance) = (1.0, 0.0);
    let with = compared(&with_moves(vec![buy(1_000_000, 1.0)], first));
    let covered = with.column(&id("b")).unwrap().expected_covered;
    assert_eq!(even.unwrap().with.covered.to_bits(), covered.to_bits());

    let waits = vec![grouped(free(1.0), "x", "ann", 0.2), grouped(free(1.0), "y", "bob", 0.5)];
    let comparison = compared(&with_moves(vec![buy(1_000_000, 1.0)], waits.clone()));
    let even = comparison.pairs[0].break_even.clone().unwrap();
    assert_eq!((even.draws.len(), even.chance_today), (1, 0.7));
    let mut certain = waits;
    (certain[0].chance, certain[1].chance) = (0.0, 1.0);
    let with = compared(&with_moves(vec![buy(1_000_000, 1.0)], certain));
    assert_eq!(even.with.covered.to_bits(), with.column(&id("b")).unwrap().expected_covered.to_bits());
}
