//! From the injuries of a plan to lay-offs and dates of return. `docs/model.md` §1.

use jiff::ToSpan as _;
use serde::Serialize;

use super::days::Day;
use super::defaults::{Assumptions, id};
use super::health::{Ends, Health, Rates, Spell};
use super::layoff::{Layoff, days_of_months};
use crate::model::{Date, Diagnosis, Durability, Injury, LayoffUnit, Player};

/// What the forecast of a return rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The day of his return is in the plan.
    Known,
    /// A reported range.
    Range,
    /// A single reported estimate.
    Estimate,
    /// The usual lay-off of the diagnosis.
    Diagnosis(Diagnosis),
    /// Nothing is known: the usual lay-off of any injury.
    Nothing,
}

impl Basis {
    /// The ids of the defaults it uses, for the screen that shows how a figure was made.
    #[must_use]
    pub fn assumptions(self) -> Vec<String> {
        let layoff = |name: &str| vec![format!("layoff.{name}.median-days"), format!("layoff.{name}.spread")];
        match self {
            Self::Known => Vec::new(),
            Self::Range => vec![id::BEFORE_EARLIEST.to_owned(), id::BEFORE_LATEST.to_owned()],
            Self::Estimate => vec![id::SINGLE_SPREAD.to_owned()],
            Self::Diagnosis(diagnosis) => layoff(diagnosis.id()),
            Self::Nothing => layoff(Diagnosis::Other.id()),
        }
    }
}

/// When a player is expected back: the 10th, 50th and 90th percentile unless the plan says otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReturnDates {
    /// Hardly before this day.
    pub earliest: Date,
    /// As likely before as after this day.
    pub likely: Date,
    /// Hardly after this day.
    pub latest: Date,
    /// In how many of a hundred cases he is back between `earliest` and `latest`.
    pub in_hundred: u8,
    /// What it rests on.
    pub basis: Basis,
}

impl ReturnDates {
    /// The expected return from `injury` as seen on `as_of`; none if it is history by then.
    ///
    /// A return set for a day after `as_of` is taken at its word. A return before the start of the injury counts for
    /// nothing: what is known of such an injury is its diagnosis.
    #[must_use]
    pub fn of(injury: &Injury, as_of: Date, assumptions: &Assumptions) -> Option<Self> {
        let (spell, basis) = spell(injury, as_of, assumptions)?;
        let by = |id| date_of(as_of, spell.back_by(assumptions.get(id)));
        Some(Self {
            earliest: by(id::SHOWN_EARLIEST),
            likely: by(id::SHOWN_LIKELY),
            latest: by(id::SHOWN_LATEST),
            in_hundred: in_hundred(assumptions),
            basis,
        })
    }
}

fn in_hundred(assumptions: &Assumptions) -> u8 {
    let share = assumptions.get(id::SHOWN_LATEST) - assumptions.get(id::SHOWN_EARLIEST);
    (share * 100.0).round().clamp(0.0, 100.0) as u8
}

/// The injury of `player` that counts, by its place in his list, and the return from it: of those open on `as_of` the
/// one with the latest likely return, else the next one to come.
pub(super) fn counting_injury(
    player: &Player,
    as_of: Date,
    assumptions: &Assumptions,
) -> Option<(usize, ReturnDates)> {
    let dated = |(index, injury): (usize, &Injury)| {
        Some((index, injury.start, ReturnDates::of(injury, as_of, assumptions)?))
    };
    let (open, coming): (Vec<_>, Vec<_>) =
        player.injuries.iter().enumerate().filter_map(dated).partition(|(_, start, _)| *start <= as_of);
    let open = open.into_iter().max_by_key(|(_, _, dates)| dates.likely);
    let next = || coming.into_iter().min_by_key(|(_, start, _)| *start);
    open.or_else(next).map(|(index, _, dates)| (index, dates))
}

/// Everything the plan knows about a player's body, as seen on `as_of`.
pub(super) fn health(player: &Player, first_choice: bool, as_of: Date, assumptions: &Assumptions) -> Health {
    let durability = assumptions.get(match player.durability {
        Durability::Durable => id::DURABLE,
        Durability::Normal => id::NORMAL,
        Durability::InjuryProne => id::INJURY_PRONE,
    });
    let spells = player.injuries.iter().filter_map(|injury| spell(injury, as_of, assumptions));
    Health::new(Rates::of(first_choice, durability, assumptions), spells.map(|(spell, _)| spell))
}

/// Days from `as_of` to `date`.
pub(super) fn day_of(as_of: Date, date: Date) -> Day {
    (date - as_of).get_days()
}

/// The date `day` days from `as_of`; the calendar's ends hold it.
pub(super) fn date_of(as_of: Date, day: Day) -> Date {
    as_of.saturating_add(i64::from(day).clamp(-4_000_000, 4_000_000).days())
}

fn spell(injury: &Injury, as_of: Date, assumptions: &Assumptions) -> Option<(Spell, Basis)> {
    let starts = day_of(as_of, injury.start);
    if let Some(returned) = injury.returned.filter(|returned| *returned > injury.start) {
        let known = Spell { starts, ends: Ends::On(day_of(as_of, returned)) };
        return (returned > as_of).then_some((known, Basis::Known));
    }
    if injury.returned.is_some() {
        // Back before he was hurt: whatever was meant, it is over.
        return None;
    }
    let (layoff, basis) = match reported_days(injury, assumptions) {
        Some((low, high)) if low < high => (Layoff::from_range(low, high, assumptions), Basis::Range),
        Some((days, _)) => (Layoff::from_estimate(days, assumptions), Basis::Estimate),
        None => {
            let basis = injury.diagnosis.map_or(Basis::Nothing, Basis::Diagnosis);
            (Layoff::from_diagnosis(injury.diagnosis.map(Diagnosis::id), assumptions), basis)
        }
    };
    Some((Spell { starts, ends: Ends::After(layoff) }, basis))
}

/// The reported lay-off in days from the start, the shorter first and at least one day; none if nothing was reported
/// or the report has him back by the day he was hurt.
fn reported_days(injury: &Injury, assumptions: &Assumptions) -> Option<(f64, f64)> {
    let (one, other) = match (&injury.back, &injury.layoff) {
        (Some(back), _) => {
            let days = |date| f64::from(day_of(injury.start, date));
            (days(back.earliest), days(back.latest))
        }
        (None, Some(layoff)) => {
            let days = |count: u32| match layoff.unit {
                LayoffUnit::Days | LayoffUnit::Weeks => f64::from(layoff.unit.days(count)),
                LayoffUnit::Months => days_of_months(f64::from(count), assumptions),
            };
            (days(layoff.min), days(layoff.max))
        }
        (None, None) => return None,
    };
    let (low, high) = (one.min(other), one.max(other));
    (high > 0.0).then_some((low.max(1.0), high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Extra, ReportedLayoff, ReportedReturn};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn back(earliest: &str, latest: &str) -> ReportedReturn {
        ReportedReturn { earliest: day(earliest), latest: day(latest), extra: Extra::new() }
    }

    fn dates(injury: &Injury) -> Option<ReturnDates> {
        ReturnDates::of(injury, day("2025-09-25"), &Assumptions::default())
    }

    fn leoni() -> Injury {
        let months = ReportedLayoff { min: 7, max: 9, unit: LayoffUnit::Months, extra: Extra::new() };
        Injury { layoff: Some(months), ..Injury::starting(day("2025-09-23")) }
    }

    #[test]
    fn seven_to_nine_months_give_the_stated_dates() {
        let expected = ReturnDates {
            earliest: day("2026-04-16"),
            likely: day("2026-06-02"),
            latest: day("2026-07-30"),
            in_hundred: 80,
            basis: Basis::Range,
        };
        assert_eq!(dates(&leoni()), Some(expected));
    }

    #[test]
    fn a_range_the_wrong_way_round_gives_the_same_dates() {
        let mut injury = leoni();
        injury.layoff =
            injury.layoff.map(|layoff| ReportedLayoff { min: layoff.max, max: layoff.min, ..layoff });
        assert_eq!(dates(&injury), dates(&leoni()));
    }

    #[test]
    fn without_a_range_the_diagnosis_speaks_and_without_one_the_usual_injury() {
        let mut injury = Injury::starting(day("2025-09-23"));
        assert_eq!(dates(&injury).unwrap().basis, Basis::Nothing);
        injury.diagnosis = Some(Diagnosis::AclRupture);
        assert_eq!(dates(&injury).unwrap().basis, Basis::Diagnosis(Diagnosis::AclRupture));
        assert_eq!(dates(&injury).unwrap().likely, day("2026-05-06"), "225 days on");
    }

    #[test]
    fn a_reported_return_before_the_start_says_nothing() {
        let mut injury = Injury::starting(day("2025-09-23"));
        injury.back = Some(back("2025-08-01", "2025-09-01"));
        assert_eq!(dates(&injury).unwrap().basis, Basis::Nothing);
        injury.back = Some(back("2025-08-01", "2025-10-23"));
        assert_eq!(dates(&injury).unwrap().basis, Basis::Range);
    }

    #[test]
    fn an_injury_that_is_over_has_no_return_to_come() {
        let mut injury = leoni();
        for over in ["2025-09-25", "2025-09-24", "2025-09-23", "2025-01-01"] {
            injury.returned = Some(day(over));
            assert_eq!(dates(&injury), None, "{over}");
        }
        injury.returned = Some(day("2025-10-05"));
        assert_eq!(dates(&injury).unwrap().latest, day("2025-10-05"));
    }

    #[test]
    fn every_assumption_a_basis_names_is_in_the_catalogue() {
        let all = Diagnosis::ALL.map(Basis::Diagnosis);
        for basis in all.into_iter().chain([Basis::Known, Basis::Range, Basis::Estimate, Basis::Nothing]) {
            for id in basis.assumptions() {
                assert!(Assumptions::default().value(&id).is_some(), "{id}");
            }
        }
    }

    #[test]
    fn dates_at_the_ends_of_the_calendar_do_not_overflow() {
        let mut injury = Injury::starting(Date::MAX);
        assert!(dates(&injury).is_some());
        injury.back = Some(ReportedReturn { earliest: Date::MIN, latest: Date::MAX, extra: Extra::new() });
        injury.start = Date::MIN;
        assert!(dates(&injury).is_some());
    }
}
