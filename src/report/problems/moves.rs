//! The moves of a scenario: whether they can happen, and whether they fit together.

mod career;
mod fixes;
mod groups;
mod terms;

use std::collections::HashMap;

use crate::model::{Date, Move, MoveKind, Player, PlayerKind, Scenario, Window, words};

pub(super) use fixes::offer_way_in;

use super::{Finder, Place, money, name};

pub(super) fn scenario(finder: &mut Finder<'_>, scenario: &Scenario) {
    for mv in &scenario.moves {
        one(finder, scenario, mv);
    }
    groups::groups(finder, scenario);
    let mut by_player: HashMap<&str, Vec<&Move>> = HashMap::new();
    for mv in &scenario.moves {
        by_player.entry(mv.player.as_str()).or_default().push(mv);
    }
    for mv in &scenario.moves {
        // Everyone once, where he is first met.
        if let Some(moves) = by_player.remove(mv.player.as_str())
            && let Some(player) = finder.player(&mv.player)
        {
            career::career(finder, scenario, player, &moves);
        }
    }
}

/// What a move by itself is checked with.
struct Case<'a> {
    scenario: &'a Scenario,
    mv: &'a Move,
    player: &'a Player,
    place: Place,
    /// `Marc Guéhi (buy) in January push`.
    what: String,
    /// The day it takes effect.
    day: Date,
    window: Option<&'a Window>,
}

/// The exclusive group of a move.
fn group_of(mv: &Move) -> Option<&str> {
    mv.group.as_deref().filter(|group| !group.is_empty())
}

/// The two exclude each other.
fn exclusive(one: &Move, other: &Move) -> bool {
    group_of(one).is_some() && group_of(one) == group_of(other)
}

fn needs_window(kind: MoveKind) -> bool {
    matches!(kind, MoveKind::Buy | MoveKind::Sell | MoveKind::LoanIn | MoveKind::LoanOut)
}

/// Everything about a move that can be said without the other moves of its player.
fn one(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move) {
    let place = Place::Move(scenario.id.clone(), mv.id.clone());
    let plan = finder.plan;
    let player = finder.player(&mv.player);
    let who = player.map_or(mv.player.as_str(), name);
    let what = format!("{who} ({}) in {}", mv.kind.name(), scenario.name);
    figures(finder, scenario, mv, &place, &what);
    let window = mv.window.as_ref().and_then(|id| plan.window(id));
    if let Some(id) = mv.window.as_ref().filter(|_| window.is_none()) {
        finder.error(
            place.clone(),
            format!("The move of {what} is in the window \"{id}\", which the plan does not have."),
            "Choose one of the plan's windows, or a day.",
        );
        if player.is_some() {
            fixes::offer_windows(finder, scenario, mv, plan.as_of);
            let after = Move { window: None, ..mv.clone() };
            fixes::offer_change(finder, scenario, mv, "Leave the window out".to_owned(), after);
        }
    }
    let Some(player) = player else {
        finder.error(
            place,
            format!("A move in {} is about \"{}\", whom the plan does not know.", scenario.name, mv.player),
            "Choose a player of the plan, or remove the move.",
        );
        fixes::offer_removal(finder, scenario, mv, "Remove the move");
        return;
    };
    belonging(finder, scenario, &place, mv, player);
    let Some(day) = mv.effective_date_of(plan, Some(player)) else {
        if mv.window.is_none() {
            finder.warning(
                place,
                format!("Nothing says when {what} happens, so it never does."),
                "Choose a window or a day.",
            );
            fixes::offer_windows(finder, scenario, mv, plan.as_of);
            let after = Move { date: Some(plan.as_of), ..mv.clone() };
            let label = format!("Let it happen on {}", words::date(plan.as_of));
            fixes::offer_change(finder, scenario, mv, label, after);
        }
        return;
    };
    let case = Case { scenario, mv, player, place, what, day, window };
    terms::dates(finder, &case);
    terms::free(finder, &case);
    terms::loan(finder, &case);
}

/// Chance and money.
fn figures(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move, place: &Place, what: &str) {
    if !(0.0..=1.0).contains(&mv.chance) {
        finder.error(
            place.clone(),
            format!("The chance of {what} is {}, which is no chance.", mv.chance),
            "Enter a number from 0 to 1, for example 0.4 for 40 %.",
        );
        if finder.player(&mv.player).is_some() {
            let label = format!("Set the chance to {}", words::percent_whole(mv.chance()));
            let after = Move { chance: mv.chance(), ..mv.clone() };
            fixes::offer_change(finder, scenario, mv, label, after);
        }
    }
    if let Some(fee) = &mv.fee {
        money::range(finder, place, &format!("The fee of {what}"), fee);
    }
    if let Some(fee) = &mv.signing_on_fee {
        money::amount(finder, place, &format!("The signing-on fee of {what}"), fee);
    }
    if let Some(fee) = &mv.agent_fee {
        money::amount(finder, place, &format!("The agent fee of {what}"), fee);
    }
    if let Some(wage) = &mv.wage {
        money::wage(finder, place, &format!("The wage of {what}"), wage);
    }
}

/// Only one's own players can be sold, only others can be bought.
fn belonging(finder: &mut Finder<'_>, scenario: &Scenario, place: &Place, mv: &Move, player: &Player) {
    let who = name(player);
    let other = |arrival: bool| {
        scenario.moves.iter().any(|other| {
            other.player == mv.player
                && if arrival { other.kind.is_arrival() } else { other.kind.is_departure() }
        })
    };
    if mv.kind.is_arrival() && !player.is_target() && !other(false) {
        finder.warning(
            place.clone(),
            format!("{who} is in the squad already, so he cannot arrive in {}.", scenario.name),
            "Make him a target, or change the move.",
        );
        fixes::offer_removal(finder, scenario, mv, "Remove the move");
        fixes::offer_kind(finder, player, PlayerKind::Target);
    }
    if (mv.kind.is_departure() || mv.kind == MoveKind::Renew) && player.is_target() && !other(true) {
        finder.warning(
            place.clone(),
            format!("{who} is not in the squad, so {} cannot {} him.", finder.plan.club.name, verb(mv.kind)),
            "Change the move, or make him a squad player.",
        );
        fixes::offer_removal(finder, scenario, mv, "Remove the move");
        fixes::offer_kind(finder, player, PlayerKind::Squad);
    }
}

fn verb(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Sell => "sell",
        MoveKind::LoanOut => "lend",
        MoveKind::Release => "release",
        _ => "renew with",
    }
}
