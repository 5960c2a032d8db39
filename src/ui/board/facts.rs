//! What a card says about a player on the shown day, in words and tones, without drawing.

#[cfg(test)]
mod tests;

use crate::forecast::ReturnDates;
use crate::model::{Date, Durability, Injury, Move, MoveKind, Plan, Player, Scenario, Slot, SlotId, words};
use crate::report::{Problem, Severity};
use crate::ui::theme::{Avatar, Tone, icons};
use crate::ui::time::back;

/// What the forecast says about a player on the shown day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outlook {
    /// The chance that he is here and fit, 0 to 1.
    pub available: Option<f64>,
    /// The injury that counts, by its place in his list.
    pub injury: Option<usize>,
    /// The expected return from it.
    pub back: Option<ReturnDates>,
}

impl Outlook {
    fn injury_of(self, player: &Player) -> Option<&Injury> {
        player.injuries.get(self.injury?)
    }
}

/// Whether a player can be counted on, by the calendar alone.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Standing {
    /// He is here.
    Here,
    /// He is here and out injured.
    Injured,
    /// He is here and suspended, away or the like.
    Absent(&'static str),
    /// He comes later.
    NotYet(Option<Date>),
    /// He has left.
    Gone,
    /// He belongs elsewhere and nothing brings him.
    Elsewhere,
}

/// Everything a card shows.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct CardFacts {
    /// His name.
    pub name: String,
    /// What fans call him, where room is short.
    pub surname: String,
    /// Whose colours his initials wear.
    pub avatar: Avatar,
    /// A target's card is dashed and blue.
    pub target: bool,
    /// Age and foot.
    pub second: String,
    /// The one or two things that matter.
    pub chips: Vec<(String, Tone)>,
    /// The large figure on the right, and what to think of it.
    pub figure: (String, Tone),
    /// The word under it.
    pub under: String,
    /// Not to be counted on that day: drawn faded, with `reason`.
    pub faded: bool,
    /// The whole story, for the tooltip.
    pub reason: String,
}

impl CardFacts {
    /// Marks a card whose moves cannot be, or hardly, and says why.
    pub(super) fn doubt<'a>(&mut self, problems: impl Iterator<Item = &'a Problem>) {
        let mut worst = None;
        for Problem { severity, message, .. } in problems {
            worst = worst.or(Some(*severity));
            self.reason.extend(["\n", icons::WARNING, " ", message.as_str()]);
        }
        if let Some(worst) = worst {
            let tone = if worst == Severity::Error { Tone::Bad } else { Tone::Warn };
            self.chips.insert(0, (format!("{} check his move", icons::WARNING), tone));
        }
    }
}

/// A chance of next to nothing.
const NEVER: f64 = 0.005;
/// Chance below which a figure is bad, and below which it deserves a look; for colour only.
const LOW: f64 = 0.4;
const MIDDLING: f64 = 0.8;

/// What to think of a chance.
#[must_use]
pub(in crate::ui) fn tone_of(chance: f64) -> Tone {
    if chance < LOW {
        Tone::Bad
    } else if chance < MIDDLING {
        Tone::Warn
    } else {
        Tone::Neutral
    }
}

/// Where the calendar has him on `day` in `scenario`.
#[must_use]
pub(in crate::ui) fn standing(plan: &Plan, scenario: &Scenario, player: &Player, day: Date) -> Standing {
    let moves = || scenario.moves.iter().filter(|mv| mv.player == player.id);
    let effective = |mv: &Move| mv.effective_date(plan);
    if player.is_target() {
        let arrivals: Vec<&Move> = moves().filter(|mv| mv.kind.is_arrival()).collect();
        if arrivals.is_empty() {
            return Standing::Elsewhere;
        }
        let first = arrivals.iter().filter_map(|mv| effective(mv)).min();
        if first.is_none_or(|first| day < first) {
            return Standing::NotYet(first);
        }
        if arrivals.iter().all(|mv| mv.until.is_some_and(|until| until < day)) {
            return Standing::Gone;
        }
    } else {
        if let Some(from) = player.contract.as_ref().and_then(|contract| contract.from)
            && day < from
        {
            return Standing::NotYet(Some(from));
        }
        let certain_exit = moves().filter(|mv| mv.kind.is_departure() && mv.chance() >= 1.0).any(|mv| {
            let back = mv.kind == MoveKind::LoanOut && mv.until.is_some_and(|until| until < day);
            effective(mv).is_some_and(|date| date <= day) && !back
        });
        let renewed =
            moves().any(|mv| mv.kind == MoveKind::Renew && mv.until.is_none_or(|until| day <= until));
        let expired = player.contract_until().is_some_and(|until| until < day) && !renewed;
        if certain_exit || expired {
            return Standing::Gone;
        }
    }
    if let Some(absence) = player.absences.iter().find(|absence| absence.covers(day)) {
        return Standing::Absent(absence.kind.name());
    }
    let out = player.injuries.iter().any(|injury| {
        injury.is_open_on(day)
            && injury.reported_days().is_none_or(|(_, latest)| {
                let days = (day - injury.start).get_days();
                days < i32::try_from(latest).unwrap_or(i32::MAX)
            })
    });
    if out { Standing::Injured } else { Standing::Here }
}

/// What the card of a player says.
#[must_use]
pub(in crate::ui) fn card_facts(
    plan: &Plan,
    scenario: &Scenario,
    player: &Player,
    slot: Option<&SlotId>,
    day: Date,
    outlook: Outlook,
) -> CardFacts {
    let standing = standing(plan, scenario, player, day);
    let mut second: Vec<String> = Vec::new();
    second.extend(player.age_on(day).map(|age| age.to_string()));
    let elsewhere = slot.map(|slot| other_places(plan, scenario, player, slot)).unwrap_or_default();
    if elsewhere.is_empty() {
        second.extend(player.foot.map(|foot| foot.name().to_owned()));
    } else {
        second.push(format!("also {}", elsewhere.join(", ")));
    }

    let mut chips = Vec::new();
    injury_chip(player, day, &standing, outlook, &mut chips);
    if let Standing::Absent(why) = standing {
        chips.push((why.to_owned(), Tone::Warn));
    }
    if player.is_target() {
        chips.push((target_chip(plan, scenario, player), Tone::Info));
    } else {
        squad_chip(plan, scenario, player, day, &mut chips);
    }
    if player.durability == Durability::InjuryProne {
        chips.push(("injury-prone".to_owned(), Tone::Warn));
    }
    // What worries comes first; a contract with years left is said last.
    chips.sort_by_key(|(_, tone)| *tone == Tone::Neutral);

    let (figure, under, faded) = figure(&standing, outlook, player);
    let reason = reason(plan, player, &standing, outlook, day, &chips);
    let avatar = match standing {
        Standing::Injured => Avatar::Injured,
        _ if player.is_target() => Avatar::Target,
        _ => Avatar::Squad,
    };
    CardFacts {
        name: player.name.clone(),
        surname: player.surname().to_owned(),
        avatar,
        target: player.is_target(),
        second: second.join(" · "),
        chips,
        figure,
        under,
        faded,
        reason,
    }
}

fn figure(standing: &Standing, outlook: Outlook, player: &Player) -> ((String, Tone), String, bool) {
    let dash = || ("\u{2013}".to_owned(), Tone::Neutral);
    let percent = |chance: f64| (words::percent_whole(chance), tone_of(chance));
    match standing {
        Standing::Elsewhere => (dash(), "no move planned".to_owned(), true),
        Standing::NotYet(_) => (dash(), "not yet here".to_owned(), true),
        Standing::Gone => (dash(), "left".to_owned(), true),
        Standing::Absent(why) => (("0\u{a0}%".to_owned(), Tone::Bad), (*why).to_owned(), true),
        Standing::Injured => match outlook.available {
            Some(chance) if chance >= NEVER => (percent(chance), "available".to_owned(), chance < LOW),
            Some(chance) => (percent(chance), "injured".to_owned(), true),
            None => (dash(), "injured".to_owned(), true),
        },
        Standing::Here => match outlook.available {
            Some(chance) => {
                let under = if player.is_target() { "here and fit" } else { "available" };
                (percent(chance), under.to_owned(), chance < LOW / 2.0)
            }
            None => (("fit".to_owned(), Tone::Neutral), String::new(), false),
        },
    }
}

fn injury_chip(
    player: &Player,
    day: Date,
    standing: &Standing,
    outlook: Outlook,
    chips: &mut Vec<(String, Tone)>,
) {
    let open = || player.injuries.iter().filter(|injury| injury.is_open_on(day));
    let counts = outlook.injury_of(player).filter(|injury| injury.is_open_on(day));
    let Some(injury) = counts.or_else(|| open().max_by_key(|injury| injury.start)) else { return };
    let Some(ReturnDates { earliest, latest, .. }) = outlook.back else {
        if *standing == Standing::Injured {
            chips.push((injury.short().to_owned(), Tone::Bad));
        }
        return;
    };
    if latest < day {
        return;
    }
    // As reported, unless he should be back by then.
    let (earliest, latest) =
        injury.reported_return().filter(|(_, last)| *last >= day).unwrap_or((earliest, latest));
    let span = words::months(earliest, latest);
    chips.push((format!("{} · back {span}", injury.short()), Tone::Bad));
}

/// What the scenario plans for a target, in as few words as a chip has: `£35m · 62 %`, `free from 1 Jul 26 · 21 %`.
#[must_use]
pub(super) fn target_chip(plan: &Plan, scenario: &Scenario, player: &Player) -> String {
    let Some(mv) = scenario.arrival_of(&player.id) else {
        return match &player.asking {
            Some(asking) => format!("target · asking {}", words::money_range(asking)),
            None => "target".to_owned(),
        };
    };
    let chance = words::percent_whole(mv.chance());
    let date = mv.effective_date(plan);
    let when = words::date_short;
    match (mv.kind, &mv.fee, date) {
        (MoveKind::FreeTransfer | MoveKind::PreContract, _, Some(day)) => {
            format!("free from {} · {chance}", when(day))
        }
        (MoveKind::LoanIn, _, Some(day)) => format!("loan from {} · {chance}", when(day)),
        (_, Some(fee), Some(day)) => {
            format!("{} · {} · {chance}", words::month_year(day), words::money_range(fee))
        }
        (_, Some(fee), None) => format!("{} · {chance}", words::money_range(fee)),
        (_, None, Some(day)) => format!("{} · {chance}", words::month_year(day)),
        (_, None, None) => format!("target · {chance}"),
    }
}

fn squad_chip(plan: &Plan, scenario: &Scenario, player: &Player, day: Date, chips: &mut Vec<(String, Tone)>) {
    let planned = scenario.moves.iter().find(|mv| mv.player == player.id);
    if let Some(mv) = planned {
        let when =
            mv.effective_date(plan).map(|date| format!(" {}", words::month_year(date))).unwrap_or_default();
        let chance = if mv.chance() < 1.0 {
            format!(" · {}", words::percent_whole(mv.chance()))
        } else {
            String::new()
        };
        let (verb, tone) = match mv.kind {
            MoveKind::Renew => {
                let until =
                    mv.until.map(|until| format!(" to {}", words::month_year(until))).unwrap_or_default();
                chips.push((format!("renews{until}{chance}"), Tone::Ok));
                return;
            }
            MoveKind::Sell => ("sold", Tone::Warn),
            MoveKind::LoanOut => ("on loan", Tone::Warn),
            MoveKind::Release => ("released", Tone::Warn),
            _ => ("arrives", Tone::Info),
        };
        chips.push((format!("{verb}{when}{chance}"), tone));
        return;
    }
    let Some(until) = player.contract_until() else { return };
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let months_left = months(until) - months(day);
    if until < day {
        chips.push((format!("expired {}", words::month_year(until)), Tone::Bad));
    } else if months_left < 12 {
        chips.push((format!("expires {}", words::month_year(until)), Tone::Bad));
    } else if months_left < 24 {
        chips.push((format!("contract {}", words::month_year(until)), Tone::Neutral));
    }
}

/// `LCB 2nd`: the other places of the scenario's formation that he stands in.
fn other_places(plan: &Plan, scenario: &Scenario, player: &Player, here: &SlotId) -> Vec<String> {
    let slots: &[Slot] = plan.formation_of(scenario).map_or(&[], |formation| &formation.slots);
    slots
        .iter()
        .filter(|slot| slot.id != *here)
        .filter_map(|slot| {
            let rank = scenario.chart(&slot.id).iter().position(|id| *id == player.id)?;
            Some(format!("{} {}", slot.short, words::ordinal(rank + 1)))
        })
        .collect()
}

fn reason(
    plan: &Plan,
    player: &Player,
    standing: &Standing,
    outlook: Outlook,
    day: Date,
    chips: &[(String, Tone)],
) -> String {
    let mut lines = Vec::new();
    let shown = words::date(day);
    match standing {
        Standing::Here => lines.push(format!("With {} on {shown}.", plan.club.name)),
        Standing::Injured => lines.push(format!("Out injured on {shown}.")),
        Standing::Absent(why) => lines.push(format!("On {shown}: {why}.")),
        Standing::NotYet(Some(from)) => lines.push(format!("Not here before {}.", words::date(*from))),
        Standing::NotYet(None) => lines.push("The plan does not say when he comes.".to_owned()),
        Standing::Gone => lines.push(format!("No longer here on {shown}.")),
        Standing::Elsewhere => {
            let club = player.club.as_ref().map_or("without a club", |club| &club.name);
            lines.push(format!("{club}. No move in this scenario brings him."));
        }
    }
    if let Some(dates) = outlook.back.filter(|dates| dates.latest >= plan.as_of) {
        let reported = outlook.injury_of(player).and_then(back::reported);
        lines.extend(reported.map(|reported| format!("{}.", words::capital(&reported))));
        lines.push(back::reckoned(&dates));
    }
    if let Some(chance) = outlook.available {
        lines.push(format!("Chance that he is here and fit: {}.", words::percent(chance)));
    }
    if !chips.is_empty() {
        lines.push(chips.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>().join(" · "));
    }
    lines.join("\n")
}
