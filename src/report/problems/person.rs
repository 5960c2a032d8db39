//! Players, their injuries and absences, and what is reported of them.

use crate::model::{Absence, Injury, Player, PlayerKind, Report, words};

use super::{Finder, Place, money, name};

/// The longest lay-off that is believed without asking, in days: three years.
const LONG_LAYOFF_DAYS: u32 = 3 * 365;

pub(super) fn player(finder: &mut Finder<'_>, player: &Player) {
    let place = || Place::Player(player.id.clone());
    let as_of = finder.plan.as_of;
    let who = name(player);
    if player.name.trim().is_empty() {
        finder.warning(place(), format!("The player \"{}\" has no name.", player.id), "Give him one.");
    }
    if let Some(born) = player.born {
        let age = player.age_on(as_of).unwrap_or(0);
        if born > as_of {
            finder.error(
                place(),
                format!(
                    "{who} was born on {}, after the plan's day, {}.",
                    words::date(born),
                    words::date(as_of)
                ),
                "Correct his day of birth.",
            );
        } else if !(14..=50).contains(&age) {
            finder.warning(
                place(),
                format!("{who} would be {age} years old on {}.", words::date(as_of)),
                "Check his day of birth.",
            );
        }
    }
    if let Some(height) = player.height_cm.filter(|height| !(140..=220).contains(height)) {
        finder.warning(place(), format!("{who} would be {height} cm tall."), "Heights are in centimetres.");
    }
    if player.is_target() && player.club.as_ref().is_some_and(|club| club.name == finder.plan.club.name) {
        finder.warning(
            place(),
            format!("{who} is a target, but belongs to {} already.", finder.plan.club.name),
            "Make him a squad player, or correct his club.",
        );
    }
    contract(finder, player);
    if let Some(asking) = &player.asking {
        money::range(finder, &place(), &format!("The asking price of {who}"), asking);
    }
    if let Some(value) = &player.market_value {
        money::amount(finder, &place(), &format!("The market value of {who}"), value);
    }
    for (i, one) in player.injuries.iter().enumerate() {
        injury(finder, who, &Place::Injury(player.id.clone(), i), one);
    }
    for (i, one) in player.absences.iter().enumerate() {
        absence(finder, who, Place::Absence(player.id.clone(), i), one);
    }
}

fn contract(finder: &mut Finder<'_>, player: &Player) {
    let Some(contract) = &player.contract else { return };
    let place = || Place::Player(player.id.clone());
    let who = name(player);
    if let (Some(from), Some(until)) = (contract.from, contract.until)
        && from > until
    {
        finder.error(
            place(),
            format!(
                "The contract of {who} ends on {}, before it begins on {}.",
                words::date(until),
                words::date(from)
            ),
            "Correct one of the two days.",
        );
    }
    if let Some(until) = contract.until.filter(|until| *until < finder.plan.as_of)
        && player.kind == PlayerKind::Squad
    {
        finder.warning(
            place(),
            format!("{who} is in the squad, but his contract ended on {}.", words::date(until)),
            "Enter his new contract, or make him a target without a club.",
        );
    }
    if let Some(wage) = &contract.wage {
        money::wage(finder, &place(), &format!("The wage of {who}"), wage);
    }
}

fn injury(finder: &mut Finder<'_>, who: &str, place: &Place, injury: &Injury) {
    let start = words::date(injury.start);
    let what = format!("The injury of {who} from {start}");
    if let Some(returned) = injury.returned.filter(|returned| *returned < injury.start) {
        finder.error(
            place.clone(),
            format!("{what} is over on {}, before it began.", words::date(returned)),
            "Correct the day it happened or the day he was back.",
        );
    }
    if let Some(back) = &injury.back {
        if back.earliest > back.latest {
            finder.warning(
                place.clone(),
                format!(
                    "{what} has a range the wrong way round: back from {} to {}.",
                    words::date(back.earliest),
                    words::date(back.latest)
                ),
                "Put the earlier day first. Until then the range is read the right way round.",
            );
        }
        let earliest = back.earliest.min(back.latest);
        if earliest < injury.start {
            finder.error(
                place.clone(),
                format!("{what} has a return before the start: {}.", words::date(earliest)),
                "Correct the day it happened or the day he is expected back.",
            );
        }
    }
    if let Some(layoff) = injury.layoff.as_ref().filter(|layoff| layoff.min > layoff.max) {
        finder.warning(
            place.clone(),
            format!("{what} has a range the wrong way round: {} to {}.", layoff.min, layoff.max),
            "Put the smaller number first. Until then the range is read the right way round.",
        );
    }
    if injury.returned.is_none() {
        still_out(finder, &what, place, injury);
    }
}

/// How long an injury lasts that nobody has called over.
fn still_out(finder: &mut Finder<'_>, what: &str, place: &Place, injury: &Injury) {
    match injury.reported_days() {
        Some((_, longest)) if longest > LONG_LAYOFF_DAYS => finder.warning(
            place.clone(),
            format!("{what} keeps him out for {longest} days, more than three years."),
            "Check the number and its unit: days, weeks or months.",
        ),
        Some((_, longest)) => {
            let out = i64::from((finder.plan.as_of - injury.start).get_days());
            if out > i64::from(longest) {
                finder.hint(
                    place.clone(),
                    format!("{what} should be over by the reports, but no return is entered: he counts as still out."),
                    "Enter the day he was fit again, or a new range.",
                );
            }
        }
        None if injury.diagnosis.is_none() => finder.hint(
            place.clone(),
            format!("{what} has neither a diagnosis nor a reported range: the usual lay-off of any injury is assumed."),
            "Enter a diagnosis or a range as soon as one is reported.",
        ),
        None => {}
    }
}

fn absence(finder: &mut Finder<'_>, who: &str, place: Place, absence: &Absence) {
    if absence.from > absence.until {
        let (from, until) = (words::date(absence.from), words::date(absence.until));
        finder.error(
            place,
            format!("{who} is {} the wrong way round: from {from} until {until}.", absence.kind.name()),
            "Put the earlier day first; until then he counts as not absent.",
        );
    }
}

pub(super) fn report(finder: &mut Finder<'_>, report: &Report) {
    let place = || Place::Report(report.id.clone());
    let outlet = if report.outlet.trim().is_empty() { "an unnamed outlet" } else { report.outlet.trim() };
    let what = if report.undated {
        format!("A report by {outlet}, its day not recorded,")
    } else {
        format!("The report by {outlet} of {}", words::date(report.date))
    };
    let Some(player) = finder.player(&report.player) else {
        finder.error(
            place(),
            format!("{what} is about \"{}\", whom the plan does not know.", report.player),
            "Choose a player of the plan, or remove the report.",
        );
        return;
    };
    let who = name(player);
    if report.date > finder.plan.as_of && !report.undated {
        finder.hint(
            place(),
            format!("{what} on {who} is later than the plan's day, {}.", words::date(finder.plan.as_of)),
            "Move the plan's day forward if the plan is to know of it.",
        );
    }
    if report.link.is_some() && report.safe_link().is_none() {
        finder.warning(
            place(),
            format!("{what} on {who} has a link that no browser may open."),
            "Use a link that begins with https:// or http://.",
        );
    }
    for amount in &report.amounts {
        let what = format!("An amount ({}) in the report by {outlet} on {who}", amount.role.name());
        money::range(finder, &place(), &what, &amount.value);
    }
}
