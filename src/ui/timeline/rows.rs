//! What the rows of the timeline say, put together once per change of the plan.

use jiff::ToSpan as _;

use super::change::{Edge, Subject};
use crate::forecast::{Assumptions, PlayerForecast, ReturnDates, UnitForecast};
use crate::model::{
    Date, Injury, MoveKind, Plan, Player, PlayerId, Scenario, UnitId, age_on, earliest_talks, words,
};
use crate::ui::time::back;

/// A day further than this from the as-of date is said with its year, days.
const FAR: i32 = 330;

/// A player over time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) player: PlayerId,
    pub(super) name: String,
    /// What fans call him, where room is short.
    pub(super) surname: String,
    /// A squad player's day of birth, for his age on the shown day.
    pub(super) born: Option<Date>,
    /// His places in the chart, or what is planned for a target.
    pub(super) second: String,
    pub(super) target: bool,
    pub(super) stays: Vec<Stay>,
    pub(super) hurts: Vec<Hurt>,
    pub(super) contract: Option<Contract>,
    pub(super) moves: Vec<Moved>,
}

/// Days at the club without a break; an end that is not known is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stay {
    pub(super) first: Option<Date>,
    pub(super) last: Option<Date>,
    /// It hangs on a deal.
    pub(super) doubtful: bool,
}

/// An injury as a bar.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hurt {
    pub(super) index: usize,
    pub(super) start: Date,
    /// Solid until here.
    pub(super) earliest: Date,
    pub(super) likely: Option<Date>,
    /// Fading until here.
    pub(super) latest: Date,
    /// What can be dragged.
    pub(super) ends: Ends,
    /// `ACL · reported 7–9 months`.
    pub(super) words: String,
    pub(super) short: String,
    pub(super) story: String,
}

/// The ends of an injury that can be dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ends {
    /// The known return.
    Known(Date),
    /// The earliest and the latest return as reported.
    Reported(Date, Date),
    /// Nothing is reported: as the forecast has them.
    Reckoned(Date, Date),
}

/// The end of a contract.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Contract {
    pub(super) until: Date,
    pub(super) talks: Date,
    pub(super) words: String,
    pub(super) short: String,
}

/// A move of the scenario.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Moved {
    pub(super) subject: Subject,
    pub(super) day: Date,
    pub(super) kind: MoveKind,
    pub(super) words: String,
    /// Why it cannot be, or hardly.
    pub(super) doubt: Option<String>,
}

/// The rows of a unit, in the order of its charts.
pub(super) fn rows(plan: &Plan, scenario: &Scenario, unit: &UnitId, forecast: &UnitForecast) -> Vec<Row> {
    let assumptions = Assumptions::of(plan);
    let known = forecast.players.iter();
    known
        .filter_map(|known| {
            let player = plan.player(&known.id)?;
            Some(Row {
                player: player.id.clone(),
                name: player.name.clone(),
                surname: player.surname().to_owned(),
                born: player.born.filter(|_| !player.is_target()),
                second: second(plan, scenario, unit, player),
                target: player.is_target(),
                stays: stays(plan, scenario, player, known, forecast),
                hurts: hurts(plan, player, &assumptions),
                contract: contract(plan, scenario, player),
                moves: moves(plan, scenario, player),
            })
        })
        .collect()
}

fn second(plan: &Plan, scenario: &Scenario, unit: &UnitId, player: &Player) -> String {
    if player.is_target() {
        let Some(mv) = scenario.arrival_of(&player.id) else { return "Target · no move planned".to_owned() };
        let fee = match (&mv.fee, mv.kind) {
            (Some(fee), _) => words::money_range(fee),
            (None, MoveKind::FreeTransfer | MoveKind::PreContract) => "free".to_owned(),
            (None, kind) => kind.name().to_owned(),
        };
        return format!("Target · {fee} · {}", words::percent_whole(mv.chance()));
    }
    let mut places: Vec<(usize, Vec<&str>)> = Vec::new();
    for slot in plan.slots_of(scenario, unit) {
        let Some(rank) = scenario.chart(&slot.id).iter().position(|id| *id == player.id) else { continue };
        match places.iter_mut().find(|(known, _)| *known == rank) {
            Some((_, slots)) => slots.push(&slot.short),
            None => places.push((rank, vec![&slot.short])),
        }
    }
    let places =
        places.iter().map(|(rank, slots)| format!("{} {}", slots.join("/"), words::ordinal(rank + 1)));
    places.collect::<Vec<_>>().join(" · ")
}

/// The runs of days on which he may be at the club, as the forecast has them; those at its ends go on as far as is known.
fn stays(
    plan: &Plan,
    scenario: &Scenario,
    player: &Player,
    known: &PlayerForecast,
    forecast: &UnitForecast,
) -> Vec<Stay> {
    let mut stays: Vec<(Date, Date, f64)> = Vec::new();
    for (day, here) in forecast.dates().zip(&known.here).filter(|(_, here)| **here > 0.0) {
        match stays.last_mut() {
            Some((_, last, same))
                if last.saturating_add(1.day()) == day && (*same < 1.0) == (*here < 1.0) =>
            {
                *last = day;
            }
            _ => stays.push((day, day, *here)),
        }
    }
    let joined = player.contract.as_ref().and_then(|contract| contract.from);
    let extended = scenario.moves.iter().filter(|mv| mv.player == player.id && !mv.kind.is_departure());
    let own = if player.is_target() { None } else { player.contract_until() };
    let until = extended.filter_map(|mv| mv.until).chain(own).max().filter(|until| *until >= forecast.to);
    let squad = plan.player(&player.id).is_some_and(|player| !player.is_target());
    stays
        .into_iter()
        .map(|(first, last, here)| Stay {
            first: if first == forecast.from && squad {
                joined.filter(|joined| *joined < first)
            } else {
                Some(first)
            },
            last: if last == forecast.to { until } else { Some(last) },
            doubtful: here < 1.0,
        })
        .collect()
}

fn hurts(plan: &Plan, player: &Player, assumptions: &Assumptions) -> Vec<Hurt> {
    player
        .injuries
        .iter()
        .enumerate()
        .map(|(index, injury)| hurt(plan, player, index, injury, assumptions))
        .collect()
}

fn hurt(plan: &Plan, player: &Player, index: usize, injury: &Injury, assumptions: &Assumptions) -> Hurt {
    let short = words::capital(injury.short());
    let name = injury.diagnosis.map_or(short.as_str(), |diagnosis| diagnosis.name());
    let dates = ReturnDates::of(injury, plan.as_of, assumptions);
    let Some(dates) = dates.filter(|_| injury.returned.is_none()) else {
        let returned = injury.returned.unwrap_or(injury.start);
        let (story, words) = if returned > injury.start {
            (
                format!(
                    "{}: {name}, {} to {}.",
                    player.name,
                    words::date(injury.start),
                    words::date(returned)
                ),
                format!("{short} · back {}", words::day_month(returned)),
            )
        } else {
            (
                format!("{}: {name}. The return lies before the injury, so it counts as over.", player.name),
                format!("{short} · return before the injury: counts as over"),
            )
        };
        let end = returned.max(injury.start.saturating_add(1.day()));
        let ends = Ends::Known(end);
        let start = injury.start;
        return Hurt { index, start, earliest: end, likely: None, latest: end, ends, words, short, story };
    };
    let story = format!(
        "{}: {name} since {}.\n{}",
        player.name,
        words::date(injury.start),
        back::story(injury, &dates)
    );
    let said = back::reported_short(injury).unwrap_or_else(|| "no return reported".to_owned());
    let (ends, earliest, latest) = match injury.reported_return() {
        // A single figure is the middle of what may be.
        Some((first, last)) if first == last => {
            (Ends::Reported(first, last), dates.earliest, dates.latest.max(last))
        }
        Some((first, last)) => {
            (Ends::Reported(first, last), dates.earliest.max(first), dates.latest.max(last))
        }
        None => (Ends::Reckoned(dates.earliest, dates.latest), dates.earliest, dates.latest),
    };
    Hurt {
        index,
        start: injury.start,
        earliest,
        likely: Some(dates.likely),
        latest,
        ends,
        words: format!("{short} · {said}"),
        short,
        story,
    }
}

fn contract(plan: &Plan, scenario: &Scenario, player: &Player) -> Option<Contract> {
    let until = player.contract_until().filter(|_| !player.is_target())?;
    let (talks, _) = earliest_talks(until, Some(&plan.club), None);
    let renewed = scenario
        .moves
        .iter()
        .find(|mv| mv.player == player.id && mv.kind == MoveKind::Renew && mv.chance() > 0.0);
    let dated = |day: Date| {
        let far = (day - plan.as_of).get_days().abs() > FAR;
        if far { words::date(day) } else { words::day_month(day) }
    };
    let ends = dated(until);
    let (words, short) = if until < plan.as_of {
        (format!("contract ended {ends}"), format!("ended {ends}"))
    } else if renewed.is_some_and(|mv| mv.chance() >= 1.0) {
        (format!("old contract to {ends}, renewed"), "renewed".to_owned())
    } else {
        let short = format!("expires {ends}");
        let talks_words = if talks <= plan.as_of {
            format!("{short} · may sign elsewhere now")
        } else {
            format!("{short} · may sign elsewhere from {}", dated(talks))
        };
        (talks_words, short)
    };
    Some(Contract { until, talks, words, short })
}

fn moves(plan: &Plan, scenario: &Scenario, player: &Player) -> Vec<Moved> {
    let of_him = scenario.moves.iter().filter(|mv| mv.player == player.id);
    of_him
        .filter_map(|mv| {
            let day = mv.effective_date(plan)?;
            let window = plan.windows.iter().find(|window| window.contains(day)).map(|window| &window.name);
            let when = match window {
                Some(window) => format!("{} · {window}", words::day_month(day)),
                None => format!("{} · outside every window", words::day_month(day)),
            };
            let words = match mv.kind {
                MoveKind::FreeTransfer | MoveKind::PreContract => format!("free {}", words::day_month(day)),
                MoveKind::Buy => format!("arrives {when}"),
                MoveKind::LoanIn => format!("on loan {when}"),
                MoveKind::LoanOut => format!("goes on loan {when}"),
                MoveKind::Sell => format!("sold {when}"),
                MoveKind::Renew => format!("renews {}", words::day_month(day)),
                MoveKind::Release => format!("released {}", words::day_month(day)),
            };
            let words = if mv.chance() < 1.0 {
                format!("{words} · {}", words::percent_whole(mv.chance()))
            } else {
                words
            };
            Some(Moved { subject: Subject::Move(mv.id.clone()), day, kind: mv.kind, words, doubt: None })
        })
        .collect()
}

impl Row {
    /// What stands under his name on the shown day: `34 · LCB 1st`.
    pub(super) fn under(&self, shown: Date) -> String {
        let age = self.born.map(|born| age_on(born, shown).to_string());
        let second = Some(self.second.clone()).filter(|second| !second.is_empty());
        age.into_iter().chain(second).collect::<Vec<_>>().join(" · ")
    }
}

impl Ends {
    pub(super) fn each(self) -> impl Iterator<Item = (Edge, Date)> {
        let (first, second) = match self {
            Self::Known(day) => ((Edge::Returned, day), None),
            Self::Reported(one, other) | Self::Reckoned(one, other) => {
                ((Edge::Earliest, one), Some((Edge::Latest, other)))
            }
        };
        std::iter::once(first).chain(second)
    }

    /// What an end is called.
    pub(super) fn name(self, edge: Edge, day: Date) -> String {
        let day = words::date(day);
        let back = if matches!(self, Self::Reported(..)) { "reported back" } else { "we reckon he is back" };
        match edge {
            Edge::Earliest => format!("{back} {day} at the earliest"),
            Edge::Latest => format!("{back} {day} at the latest"),
            Edge::Returned => format!("back on {day}"),
        }
    }
}
