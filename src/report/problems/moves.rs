//! The moves of a scenario: whether they can happen, and whether they fit together.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Date, Move, MoveKind, Player, Scenario, TalksRule, Window, earliest_talks, words};

use super::{Finder, Place, money, name};

/// How far the chances of an exclusive group may exceed 1 by rounding.
const ROUNDING: f64 = 1e-9;

pub(super) fn scenario(finder: &mut Finder<'_>, scenario: &Scenario) {
    for mv in &scenario.moves {
        one(finder, scenario, mv);
    }
    groups(finder, scenario);
    repeated(finder, scenario);
}

fn one(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move) {
    let place = Place::Move(scenario.id.clone(), mv.id.clone());
    let plan = finder.plan;
    let player = finder.player(&mv.player);
    let who = player.map_or(mv.player.as_str(), name);
    let what = format!("{who} ({}) in {}", mv.kind.name(), scenario.name);
    if !(0.0..=1.0).contains(&mv.chance) {
        finder.error(
            place.clone(),
            format!("The chance of {what} is {}, which is no chance.", mv.chance),
            "Enter a number from 0 to 1, for example 0.4 for 40 %.",
        );
    }
    if let Some(fee) = &mv.fee {
        money::range(finder, &place, &format!("The fee of {what}"), fee);
    }
    if let Some(fee) = &mv.signing_on_fee {
        money::amount(finder, &place, &format!("The signing-on fee of {what}"), fee);
    }
    if let Some(fee) = &mv.agent_fee {
        money::amount(finder, &place, &format!("The agent fee of {what}"), fee);
    }
    if let Some(wage) = &mv.wage {
        money::wage(finder, &place, &format!("The wage of {what}"), wage);
    }
    let window = mv.window.as_ref().and_then(|id| plan.window(id));
    if let Some(id) = mv.window.as_ref().filter(|_| window.is_none()) {
        finder.error(
            place.clone(),
            format!("The move of {what} is in the window \"{id}\", which the plan does not have."),
            "Choose one of the plan's windows, or a day.",
        );
    }
    let Some(player) = player else {
        finder.error(
            place,
            format!("A move in {} is about \"{}\", whom the plan does not know.", scenario.name, mv.player),
            "Choose a player of the plan, or remove the move.",
        );
        return;
    };
    let Some(day) = effective_date(plan.as_of, mv, player, window) else {
        if mv.window.is_none() {
            finder.warning(
                place,
                format!("Nothing says when {what} happens, so it never does."),
                "Choose a window or a day.",
            );
        }
        return;
    };
    dates(finder, &place, mv, &what, day, window);
    belonging(finder, scenario, &place, mv, player);
    free(finder, &place, mv, player, &what, day, window);
}

/// [`Move::effective_date`] without looking for the player again.
fn effective_date(as_of: Date, mv: &Move, player: &Player, window: Option<&Window>) -> Option<Date> {
    if let Some(date) = mv.date {
        return Some(date);
    }
    if matches!(mv.kind, MoveKind::FreeTransfer | MoveKind::PreContract)
        && let Some(until) = player.contract_until().filter(|until| *until >= as_of)
    {
        return until.tomorrow().ok();
    }
    if let Some(window) = window {
        return Some(if window.contains(as_of) { as_of } else { window.opens });
    }
    matches!(mv.kind, MoveKind::Renew | MoveKind::Release).then_some(as_of)
}

fn dates(finder: &mut Finder<'_>, place: &Place, mv: &Move, what: &str, day: Date, window: Option<&Window>) {
    let plan = finder.plan;
    let on = words::date(day);
    if day < plan.as_of {
        finder.warning(
            place.clone(),
            format!("The move of {what} is on {on}, before the plan's day, {}.", words::date(plan.as_of)),
            "Choose a later window or day; what has happened belongs to the squad.",
        );
    }
    if let Some(until) = mv.until.filter(|until| *until < day) {
        finder.error(
            place.clone(),
            format!("The move of {what} is on {on}, but its contract ends on {}.", words::date(until)),
            "Correct the last day of the contract.",
        );
    }
    let needs_window =
        matches!(mv.kind, MoveKind::Buy | MoveKind::Sell | MoveKind::LoanIn | MoveKind::LoanOut);
    let Some(date) = mv.date.filter(|_| needs_window) else { return };
    if let Some(window) = window.filter(|window| !window.contains(date)) {
        finder.warning(
            place.clone(),
            format!("The move of {what} is on {on}, outside its window, {}.", window.name),
            "Choose a day inside the window, or another window.",
        );
    } else if window.is_none() && !plan.windows.is_empty() && !plan.windows.iter().any(|w| w.contains(date)) {
        finder.warning(
            place.clone(),
            format!("The move of {what} is on {on}, when no window of the plan is open."),
            "Choose a day inside a window, or add the window.",
        );
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
    }
    if (mv.kind.is_departure() || mv.kind == MoveKind::Renew) && player.is_target() && !other(true) {
        finder.warning(
            place.clone(),
            format!("{who} is not in the squad, so {} cannot {} him.", finder.plan.club.name, verb(mv.kind)),
            "Change the move, or make him a squad player.",
        );
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

/// Free transfers come after the contract, pre-contracts only where the rules allow them.
fn free(
    finder: &mut Finder<'_>,
    place: &Place,
    mv: &Move,
    player: &Player,
    what: &str,
    day: Date,
    window: Option<&Window>,
) {
    if !matches!(mv.kind, MoveKind::FreeTransfer | MoveKind::PreContract) {
        return;
    }
    let Some(until) = player.contract_until() else { return };
    if day <= until {
        finder.warning(
            place.clone(),
            format!(
                "{what} comes without a fee on {}, but his contract runs until {}.",
                words::date(day),
                words::date(until)
            ),
            "Choose a day after his contract, or buy him.",
        );
    }
    if mv.kind != MoveKind::PreContract {
        return;
    }
    let club = player.club.as_ref();
    let (from, rule) = earliest_talks(until, club, Some(&finder.plan.club));
    let theirs = club.map_or("his club", |club| club.name.as_str());
    match rule {
        TalksRule::SameEnglishLeague => finder.warning(
            place.clone(),
            format!(
                "{what} cannot sign in advance: {theirs} and {} play in the same English league, so nothing can \
                 be agreed before {}.",
                finder.plan.club.name,
                words::date(from)
            ),
            "Make it a free transfer.",
        ),
        TalksRule::LastSixMonths => {
            if let Some(window) = window.filter(|window| window.closes < from) {
                finder.warning(
                    place.clone(),
                    format!(
                        "{what} cannot sign in {}: he may agree with another club from {}.",
                        window.name,
                        words::date(from)
                    ),
                    "Choose a later window.",
                );
            }
        }
    }
}

/// Moves of which one happens at most have chances of 1 together at most.
fn groups(finder: &mut Finder<'_>, scenario: &Scenario) {
    let mut groups: BTreeMap<&str, (f64, &Move)> = BTreeMap::new();
    for mv in &scenario.moves {
        if let Some(group) = mv.group.as_deref() {
            groups.entry(group).or_insert((0.0, mv)).0 += mv.chance();
        }
    }
    for (group, (sum, first)) in groups {
        if sum > 1.0 + ROUNDING {
            finder.error(
                Place::Move(scenario.id.clone(), first.id.clone()),
                format!(
                    "The moves of the group \"{group}\" in {} exclude each other, but their chances add up to {}.",
                    scenario.name,
format_args!("{:.0}\u{a0}%", sum * 100.0)
                ),
                "Lower the chances until they add up to 100 % at most.",
            );
        }
    }
}

/// Nobody arrives twice or leaves for good twice, unless the moves exclude each other.
fn repeated(finder: &mut Finder<'_>, scenario: &Scenario) {
    let mut by_player: HashMap<(&str, bool), Vec<&Move>> = HashMap::new();
    for mv in &scenario.moves {
        let leaves = matches!(mv.kind, MoveKind::Sell | MoveKind::Release);
        if !leaves && !mv.kind.is_arrival() {
            continue;
        }
        let same = by_player.entry((mv.player.as_str(), leaves)).or_default();
        let clash = same.iter().any(|earlier| earlier.group.is_none() || earlier.group != mv.group);
        same.push(mv);
        if clash {
            let who = finder.player(&mv.player).map_or(mv.player.as_str(), name);
            finder.error(
                Place::Move(scenario.id.clone(), mv.id.clone()),
                format!(
                    "{who} {} more than once in {}.",
                    if leaves { "leaves for good" } else { "arrives" },
                    scenario.name
                ),
                "Remove one of the moves, or put them into one group so that they exclude each other.",
            );
        }
    }
}
