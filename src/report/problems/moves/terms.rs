//! A move against the calendar, the contract it ends and the contract it brings.

use crate::model::{Date, Move, MoveKind, TalksRule, earliest_talks, season_of, words};
use crate::report::problems::{Finder, name};

use super::{Case, fixes, needs_window};

/// Before the plan's day, after its own end, outside its window, outside every window.
pub(super) fn dates(finder: &mut Finder<'_>, case: &Case<'_>) {
    let Case { scenario, mv, player, place, what, day, window } = case;
    let plan = finder.plan;
    let on = words::date(*day);
    if *day < plan.as_of {
        finder.warning(
            place.clone(),
            format!("The move of {what} is on {on}, before the plan's day, {}.", words::date(plan.as_of)),
            "Choose a later window or day; what has happened belongs to the squad.",
        );
        if needs_window(mv.kind) {
            fixes::offer_windows(finder, scenario, mv, plan.as_of);
        } else {
            offer_day(finder, case, plan.as_of);
        }
        fixes::offer_free(finder, scenario, mv, player);
        fixes::offer_arrived(finder, scenario, mv, player, *day);
    }
    if let Some(until) = mv.until.filter(|until| until < day) {
        finder.error(
            place.clone(),
            format!("The move of {what} is on {on}, but its contract ends on {}.", words::date(until)),
            "Correct the last day of the contract.",
        );
        let season_end = season_of(*day).last_day();
        if is_loan(mv.kind) {
            let after = Move { until: Some(season_end), ..(*mv).clone() };
            let label = format!("End the loan with the season, {}", words::date(season_end));
            fixes::offer_change(finder, scenario, mv, label, after);
        }
        let after = Move { until: None, ..(*mv).clone() };
        fixes::offer_change(finder, scenario, mv, "Leave its last day open".to_owned(), after);
    }
    let Some(date) = mv.date.filter(|_| needs_window(mv.kind)) else { return };
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
    } else {
        return;
    }
    if let Some(window) = window {
        let after = Move { date: None, ..(*mv).clone() };
        let label = format!("Let it happen in {}, without a day of its own", window.name);
        fixes::offer_change(finder, scenario, mv, label, after);
    }
    if let Some(fits) = plan.windows.iter().find(|window| window.contains(date)) {
        let after = Move { window: Some(fits.id.clone()), ..(*mv).clone() };
        fixes::offer_change(finder, scenario, mv, format!("Put it into {}", fits.name), after);
    }
    fixes::offer_windows(finder, scenario, mv, date);
    if mv.kind == MoveKind::Buy {
        fixes::offer_free(finder, scenario, mv, player);
    }
}

fn offer_day(finder: &mut Finder<'_>, case: &Case<'_>, day: Date) {
    let Case { scenario, mv, .. } = case;
    let after = Move { date: Some(day), window: None, ..(*mv).clone() };
    fixes::offer_change(finder, scenario, mv, format!("Move it to {}", words::date(day)), after);
}

fn is_loan(kind: MoveKind) -> bool {
    matches!(kind, MoveKind::LoanIn | MoveKind::LoanOut)
}

/// Free transfers come after the contract, pre-contracts only where the rules allow them, fees only before it ends.
pub(super) fn free(finder: &mut Finder<'_>, case: &Case<'_>) {
    let Case { scenario, mv, player, place, what, day, .. } = case;
    let Some(until) = player.contract_until().filter(|_| player.is_target()) else { return };
    if mv.kind == MoveKind::Buy && *day > until && mv.fee.is_some() {
        finder.hint(
            place.clone(),
            format!(
                "{what} costs a fee on {}, but his contract has ended on {} by then.",
                words::date(*day),
                words::date(until)
            ),
            "Let him come as a free transfer, or choose an earlier window.",
        );
        fixes::offer_free(finder, scenario, mv, player);
        return;
    }
    if !matches!(mv.kind, MoveKind::FreeTransfer | MoveKind::PreContract) {
        return;
    }
    if *day <= until {
        finder.warning(
            place.clone(),
            format!(
                "{what} comes without a fee on {}, but his contract runs until {}.",
                words::date(*day),
                words::date(until)
            ),
            "Choose a day after his contract, or buy him.",
        );
        fixes::offer_free(finder, scenario, mv, player);
        fixes::offer_purchase(finder, scenario, mv, player);
    }
    if mv.kind == MoveKind::PreContract {
        pre_contract(finder, case, until);
    }
}

fn pre_contract(finder: &mut Finder<'_>, case: &Case<'_>, until: Date) {
    let Case { scenario, mv, player, place, what, window, .. } = case;
    let club = player.club.as_ref();
    let (from, rule) = earliest_talks(until, club, Some(&finder.plan.club));
    let theirs = club.map_or("his club", |club| club.name.as_str());
    match rule {
        TalksRule::SameEnglishLeague => {
            finder.warning(
                place.clone(),
                format!(
                    "{what} cannot sign in advance: {theirs} and {} play in the same English league, so nothing \
                     can be agreed before {}.",
                    finder.plan.club.name,
                    words::date(from)
                ),
                "Make it a free transfer.",
            );
            fixes::offer_free(finder, scenario, mv, player);
            fixes::offer_purchase(finder, scenario, mv, player);
        }
        TalksRule::LastSixMonths => {
            let Some(window) = window.filter(|window| window.closes < from) else { return };
            finder.warning(
                place.clone(),
                format!(
                    "{what} cannot sign in {}: he may agree with another club from {}, six months before his \
                     contract ends.",
                    window.name,
                    words::date(from)
                ),
                "Choose a later window.",
            );
            let after = Move { window: None, ..(*mv).clone() };
            let label = format!("Let him sign from {}", words::date(from));
            fixes::offer_change(finder, scenario, mv, label, after);
            fixes::offer_windows(finder, scenario, mv, from);
            fixes::offer_purchase(finder, scenario, mv, player);
        }
    }
}

/// A player is lent by a club he is under contract with, for as long as he is.
pub(super) fn loan(finder: &mut Finder<'_>, case: &Case<'_>) {
    let Case { scenario, mv, player, place, what, day, .. } = case;
    if mv.kind == MoveKind::LoanOut && !player.is_target() && player.contract.is_none() {
        finder.hint(
            place.clone(),
            format!(
                "Nothing is known of a contract of {}, so nobody can say whether he can be lent.",
                name(player)
            ),
            "Enter his contract, or remove the move.",
        );
        fixes::offer_removal(finder, scenario, mv, "Remove the move");
    }
    if mv.kind != MoveKind::LoanIn || !player.is_target() {
        return;
    }
    let Some(ends) = player.contract_until() else { return };
    if *day > ends {
        finder.warning(
            place.clone(),
            format!(
                "{what} begins on {}, but his contract has ended on {}: nobody can lend him.",
                words::date(*day),
                words::date(ends)
            ),
            "Make it a free transfer, or choose an earlier window.",
        );
        fixes::offer_free(finder, scenario, mv, player);
        fixes::offer_windows(finder, scenario, mv, finder.plan.as_of);
    } else if let Some(until) = mv.until.filter(|until| *until > ends) {
        finder.warning(
            place.clone(),
            format!(
                "{what} lasts until {}, longer than his contract, which ends on {}.",
                words::date(until),
                words::date(ends)
            ),
            "End the loan with his contract.",
        );
        let after = Move { until: Some(ends), ..(*mv).clone() };
        let label = format!("End the loan with his contract, {}", words::date(ends));
        fixes::offer_change(finder, scenario, mv, label, after);
    }
}
