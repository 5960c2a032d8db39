//! Why a player's chance on a date is what it is, in words.

use std::fmt;

use serde::Serialize;

use super::days::{Day, Days};
use super::defaults::id;
use super::recovery::{ReturnDates, date_of, day_of};
use super::squad::{Deal, Member, Presence, Squad};
use crate::model::{AbsenceKind, Date, Durability, Plan, Player, words};

/// One thing that keeps a player's chance on a date below certainty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reason {
    /// He is nowhere near the club: no contract, and no move that brings him.
    NeverHere,
    /// He comes later.
    NotYetHere {
        /// His first day.
        from: Date,
    },
    /// He has left, or is away until a later day.
    Gone {
        /// The last day on which he was here.
        last: Date,
        /// The day on which he is back from a loan.
        back: Option<Date>,
    },
    /// Whether he is here hangs on a deal.
    Doubtful {
        /// The chance that he is here.
        here: f64,
    },
    /// Suspended, with his national team, or absent.
    Away {
        /// Why.
        absence: AbsenceKind,
        /// The last day of it.
        until: Date,
    },
    /// A known injury.
    Injured {
        /// Its short name.
        injury: String,
        /// When he is expected back; none if that day is history as of today.
        back: Option<ReturnDates>,
    },
    /// Injuries nobody knows of yet, as they befall any player.
    Wear {
        /// He stands first in some slot, and plays more.
        first_choice: bool,
        /// The user's own mark on him.
        durability: Durability,
    },
}

impl Reason {
    /// The ids of the defaults behind it, for the screen that shows how a figure was made.
    #[must_use]
    pub fn assumptions(&self) -> Vec<String> {
        match self {
            Self::Injured { back: Some(back), .. } => back.basis.assumptions(),
            Self::Wear { first_choice, durability } => {
                let injuries = if *first_choice { id::INJURIES_FIRST_CHOICE } else { id::INJURIES_OTHERS };
                let mark = match durability {
                    Durability::Durable => Some(id::DURABLE),
                    Durability::Normal => None,
                    Durability::InjuryProne => Some(id::INJURY_PRONE),
                };
                let ids = [injuries, id::MEAN_LAYOFF_DAYS, id::SEASON_DAYS];
                ids.into_iter().chain(mark).map(str::to_owned).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeverHere => f.write_str("not here, and no move brings him"),
            Self::NotYetHere { from } => write!(f, "not here before {}", words::date(*from)),
            Self::Gone { last, back: None } => write!(f, "here until {}", words::date(*last)),
            Self::Gone { back: Some(back), .. } => write!(f, "away until {}", words::date(*back)),
            Self::Doubtful { here } => write!(f, "{} to be here", words::percent_whole(*here)),
            Self::Away { absence, until } => write!(f, "{} to {}", absence.name(), words::date(*until)),
            Self::Injured { injury, back: None } => write!(f, "out injured ({injury})"),
            Self::Injured { injury, back: Some(ReturnDates { earliest, likely, latest, .. }) } => {
                if earliest == latest {
                    return write!(f, "{injury}: back {}", words::date(*likely));
                }
                let [earliest, latest] = [earliest, latest].map(|day| words::date(*day));
                let likely = words::date(*likely);
                write!(f, "{injury}: we reckon he is back {earliest} – {latest}, likely {likely}")
            }
            Self::Wear { first_choice, durability } => {
                let role = if *first_choice { "first choice" } else { "squad player" };
                match durability {
                    Durability::Normal => write!(f, "usual injuries of a {role}"),
                    mark => write!(f, "usual injuries of a {role}, marked {}", mark.name()),
                }
            }
        }
    }
}

/// What a player's chance on `date` comes from, the weightiest first.
pub(super) struct Case<'a> {
    pub(super) plan: &'a Plan,
    pub(super) squad: &'a Squad,
    pub(super) member: &'a Member,
    pub(super) player: &'a Player,
    pub(super) first_choice: bool,
    /// The injury that counts, by its place in the player's list, and the return from it.
    pub(super) injury: Option<(usize, ReturnDates)>,
}

impl Case<'_> {
    pub(super) fn on(&self, date: Date) -> Vec<Reason> {
        let Self { plan, squad, member, player, first_choice, injury } = self;
        let day = day_of(plan.as_of, date);
        let mut reasons = Vec::new();
        let here = squad.here(member, day);
        if here <= 0.0 {
            reasons.push(self.missing(day));
            return reasons;
        }
        if let Some(absence) = player.absences.iter().find(|absence| absence.covers(date)) {
            reasons.push(Reason::Away { absence: absence.kind, until: absence.until });
        }
        if date < plan.as_of {
            let open = player.injuries.iter().filter(|injury| injury.is_open_on(date));
            reasons
                .extend(open.map(|injury| Reason::Injured { injury: injury.short().to_owned(), back: None }));
        } else if let Some((index, back)) = injury
            && let Some(injury) = player.injuries.get(*index)
            && (injury.start..=back.latest).contains(&date)
        {
            reasons.push(Reason::Injured { injury: injury.short().to_owned(), back: Some(*back) });
        }
        if here < 1.0 {
            reasons.push(Reason::Doubtful { here });
        }
        if date > plan.as_of {
            reasons.push(Reason::Wear { first_choice: *first_choice, durability: player.durability });
        }
        reasons
    }

    /// Why he is not here on a day on which he cannot be.
    fn missing(&self, day: Day) -> Reason {
        let date = |day| date_of(self.plan.as_of, day);
        let ways: Vec<&Days> = match &self.member.here {
            Presence::Certain(days) => vec![days],
            Presence::Deal { deal, days } => {
                let chances = self.squad.deals.get(*deal).map(Deal::chances).unwrap_or_default();
                let possible = days.iter().zip(chances).filter(|(_, chance)| **chance > 0.0);
                possible.map(|(days, _)| days).collect()
            }
        };
        let spans = || ways.iter().flat_map(|days| days.spans());
        let last = spans().map(|span| span.last).filter(|last| *last < day).max();
        let next = spans().map(|span| span.first).filter(|first| *first > day).min();
        match (last, next) {
            (Some(last), back) => Reason::Gone { last: date(last), back: back.map(date) },
            (None, Some(from)) => Reason::NotYetHere { from: date(from) },
            (None, None) => Reason::NeverHere,
        }
    }
}
