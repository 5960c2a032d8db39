//! The moves of one player in a scenario, one after the other: nobody comes twice, goes twice, or stays once gone.

use crate::model::{Date, Move, MoveKind, Player, Scenario, season_of, words};
use crate::report::problems::{Finder, Place, name};

use super::{exclusive, fixes};

/// A move and the day it takes effect, if anything says which.
type Dated<'a> = (&'a Move, Option<Date>);

pub(super) fn career(finder: &mut Finder<'_>, scenario: &Scenario, player: &Player, moves: &[&Move]) {
    let plan = finder.plan;
    let dated: Vec<Dated<'_>> =
        moves.iter().map(|mv| (*mv, mv.effective_date_of(plan, Some(player)))).collect();
    if moves.len() > 1 {
        repeated(finder, scenario, player, &dated, false);
        repeated(finder, scenario, player, &dated, true);
        gone(finder, scenario, player, &dated);
    }
    for (mv, day) in &dated {
        if let Some(day) = day {
            expired(finder, scenario, player, &dated, mv, *day);
        }
    }
}

fn leaves(mv: &Move) -> bool {
    matches!(mv.kind, MoveKind::Sell | MoveKind::Release)
}

/// Nobody arrives twice or leaves for good twice, unless the moves exclude each other or something lies between.
fn repeated(
    finder: &mut Finder<'_>,
    scenario: &Scenario,
    player: &Player,
    dated: &[Dated<'_>],
    leaving: bool,
) {
    let side = |mv: &Move| if leaving { leaves(mv) } else { mv.kind.is_arrival() };
    let same: Vec<Dated<'_>> = dated.iter().copied().filter(|(mv, _)| side(mv)).collect();
    let mut between: Vec<Date> = dated
        .iter()
        .filter(|(mv, _)| if leaving { mv.kind.is_arrival() } else { leaves(mv) })
        .filter_map(|(_, day)| *day)
        .collect();
    between.sort_unstable();
    for (at, later) in same.iter().enumerate() {
        let clash = same
            .iter()
            .take(at)
            .any(|earlier| !exclusive(earlier.0, later.0) && !apart(*earlier, *later, &between, leaving));
        if !clash {
            continue;
        }
        let who = name(player);
        finder.error(
            Place::Move(scenario.id.clone(), later.0.id.clone()),
            format!(
                "{who} {} more than once in {}.",
                if leaving { "leaves for good" } else { "arrives" },
                scenario.name
            ),
            "Remove one of the moves, or put them into one group so that they exclude each other.",
        );
        let all: Vec<&Move> = same.iter().map(|(mv, _)| *mv).collect();
        fixes::offer_group(finder, scenario, &all, together(&all));
        fixes::offer_removal(finder, scenario, later.0, "Remove this move");
    }
}

fn together(moves: &[&Move]) -> &'static str {
    if moves.len() == 2 { "Put both into one group" } else { "Put them into one group" }
}

/// The first of two alike is over before the second: a loan that has ended, or he left (came back) in between.
fn apart(one: Dated<'_>, other: Dated<'_>, between: &[Date], leaving: bool) -> bool {
    let (Some(a), Some(b)) = (one.1, other.1) else { return false };
    let ((first, first_day), second_day) = if a <= b { ((one.0, a), b) } else { ((other.0, b), a) };
    if !leaving && first.kind == MoveKind::LoanIn {
        let ends = first.until.unwrap_or_else(|| season_of(first_day).last_day());
        if ends < second_day {
            return true;
        }
    }
    let from = between.partition_point(|day| *day < first_day);
    first_day < second_day && between.get(from).is_some_and(|day| *day <= second_day)
}

/// Whoever has left neither renews nor goes on loan.
fn gone(finder: &mut Finder<'_>, scenario: &Scenario, player: &Player, dated: &[Dated<'_>]) {
    for (mv, day) in dated.iter().filter(|(mv, _)| matches!(mv.kind, MoveKind::Renew | MoveKind::LoanOut)) {
        let Some(day) = day else { continue };
        let left = dated.iter().find_map(|(exit, left)| {
            let left = left.filter(|left| leaves(exit) && left <= day && !exclusive(exit, mv))?;
            let back = |(back, on): &Dated<'_>| {
                back.kind.is_arrival() && on.is_some_and(|on| left <= on && on <= *day)
            };
            (!dated.iter().any(back)).then_some((*exit, left))
        });
        let Some((exit, left)) = left else { continue };
        let (who, does) = (name(player), if mv.kind == MoveKind::Renew { "renews" } else { "goes on loan" });
        let goes = if exit.kind == MoveKind::Sell { "is sold" } else { "is released" };
        let message = if left == *day {
            format!("{who} {does} and {goes} on the same day, {}, in {}.", words::date(left), scenario.name)
        } else {
            format!(
                "{who} {does} on {}, but {goes} on {} in {}.",
                words::date(*day),
                words::date(left),
                scenario.name
            )
        };
        finder.warning(
            Place::Move(scenario.id.clone(), mv.id.clone()),
            message,
            "Remove one of the moves, or put both into one group so that they exclude each other.",
        );
        let exits: Vec<&Move> = dated.iter().map(|(mv, _)| *mv).filter(|mv| leaves(mv)).collect();
        let all: Vec<&Move> = std::iter::once(*mv).chain(exits.iter().copied()).collect();
        fixes::offer_group(finder, scenario, &all, together(&all));
        let what = if mv.kind == MoveKind::Renew { "Remove the renewal" } else { "Remove the loan" };
        fixes::offer_removal(finder, scenario, mv, what);
        let what = if exit.kind == MoveKind::Sell { "Remove the sale" } else { "Remove the release" };
        if exits.len() == 1 {
            fixes::offer_removal(finder, scenario, exit, what);
        }
    }
}

/// Nobody is sold, lent, released or renewed with when his contract has ended, nor lent for longer than it lasts.
fn expired(
    finder: &mut Finder<'_>,
    scenario: &Scenario,
    player: &Player,
    dated: &[Dated<'_>],
    mv: &Move,
    day: Date,
) {
    if mv.kind.is_arrival() {
        return;
    }
    let Some(ends) = contract_end(player, dated, mv) else { return };
    let place = || Place::Move(scenario.id.clone(), mv.id.clone());
    let (who, on, end) = (name(player), words::date(day), words::date(ends));
    if day > ends {
        let does = match mv.kind {
            MoveKind::Sell => "is sold",
            MoveKind::LoanOut => "goes on loan",
            MoveKind::Release => "is released",
            _ => "renews",
        };
        finder.warning(
            place(),
            format!(
                "{who} {does} on {on} in {}, but his contract has ended on {end} by then.",
                scenario.name
            ),
            "Choose an earlier day or window, or remove the move.",
        );
        if !super::needs_window(mv.kind) && ends >= finder.plan.as_of {
            let after = Move { date: Some(ends), window: None, ..mv.clone() };
            fixes::offer_change(finder, scenario, mv, format!("Move it to {end}"), after);
        }
        if super::needs_window(mv.kind) {
            let windows = fixes::next_windows(finder, finder.plan.as_of);
            for window in windows.into_iter().filter(|window| window.opens.max(finder.plan.as_of) <= ends) {
                let after = Move { window: Some(window.id.clone()), date: None, ..mv.clone() };
                fixes::offer_change(finder, scenario, mv, format!("Move it to {}", window.name), after);
            }
        }
        fixes::offer_removal(finder, scenario, mv, "Remove the move");
    } else if let Some(until) = mv.until.filter(|until| mv.kind == MoveKind::LoanOut && *until > ends) {
        finder.warning(
            place(),
            format!(
                "{who} is lent until {} in {}, but his contract ends on {end}.",
                words::date(until),
                scenario.name
            ),
            "End the loan with his contract, or renew with him.",
        );
        let after = Move { until: Some(ends), ..mv.clone() };
        fixes::offer_change(finder, scenario, mv, format!("End the loan with his contract, {end}"), after);
    }
}

/// The last day he is under contract here, with whatever the other moves of the scenario bring; `None` if not known.
fn contract_end(player: &Player, dated: &[Dated<'_>], mv: &Move) -> Option<Date> {
    let own = if player.is_target() { None } else { Some(player.contract_until()?) };
    let mut ends = own;
    for (other, _) in dated.iter().filter(|(other, _)| other.id != mv.id) {
        if other.kind.is_arrival() || other.kind == MoveKind::Renew {
            ends = ends.max(Some(other.until?));
        }
    }
    ends
}
