//! Dates by rule: ages, seasons, and the first day a player may talk to another club.

use std::fmt;

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

use super::Club;

/// Age in whole years on a day. A birthday on 29 February is kept on 1 March in common years.
///
/// Returns 0 for a day before the birth.
///
/// # Example
/// ```
/// use backline::model::{age_on, Date};
/// let born: Date = "1999-05-25".parse()?;
/// assert_eq!(age_on(born, "2025-07-11".parse()?), 26);
/// # Ok::<(), jiff::Error>(())
/// ```
#[must_use]
pub fn age_on(born: Date, day: Date) -> i16 {
    let before_birthday = (day.month(), day.day()) < (born.month(), born.day());
    (day.year() - born.year() - i16::from(before_birthday)).max(0)
}

/// A football season, 1 July to 30 June, known by the year it starts in.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Season(pub i16);

impl Season {
    /// 1 July of its first year.
    #[must_use]
    pub fn first_day(self) -> Date {
        date(self.0.clamp(-9000, 9000), 7, 1)
    }

    /// 30 June of its second year.
    #[must_use]
    pub fn last_day(self) -> Date {
        date(self.0.clamp(-9000, 9000) + 1, 6, 30)
    }

    /// The season `n` years later (earlier when negative).
    #[must_use]
    pub fn plus(self, n: i16) -> Self {
        Self(self.0.saturating_add(n))
    }
}

impl fmt::Display for Season {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\u{2013}{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

/// The season a day belongs to.
#[must_use]
pub fn season_of(day: Date) -> Season {
    Season(if day.month() >= 7 { day.year() } else { day.year() - 1 })
}

/// Which rule sets the first day of talks with another club.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TalksRule {
    /// FIFA Regulations on the Status and Transfer of Players, article 18.3: the last six months of the contract.
    LastSixMonths,
    /// Premier League: a club of the same English league may register and pay no player of another member
    /// before his contract has ended; agreements are made after it.
    SameEnglishLeague,
}

/// The first day a player whose contract ends on `contract_until` may sign with `buyer`, and the rule that says so.
///
/// Six months before the end: a contract to 30 June frees him on 1 January. Between two clubs of the same
/// English league: the day after the contract's last day.
///
/// # Example
/// ```
/// use backline::model::{earliest_talks, Date};
/// let (day, _) = earliest_talks("2026-06-30".parse()?, None, None);
/// assert_eq!(day, "2026-01-01".parse::<Date>()?);
/// # Ok::<(), jiff::Error>(())
/// ```
#[must_use]
pub fn earliest_talks(contract_until: Date, club: Option<&Club>, buyer: Option<&Club>) -> (Date, TalksRule) {
    let day_after = contract_until.saturating_add(1.day());
    match (club, buyer) {
        (Some(club), Some(buyer)) if club.is_english() && buyer.is_english() && club.same_league(buyer) => {
            (day_after, TalksRule::SameEnglishLeague)
        }
        _ => (day_after.saturating_sub(6.months()), TalksRule::LastSixMonths),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn ages_turn_on_the_birthday_and_leap_births_on_the_first_of_march() {
        for (born, on, age) in [
            ("1998-10-27", "2025-10-26", 26),
            ("1998-10-27", "2025-10-27", 27),
            ("2004-02-29", "2025-02-28", 20),
            ("2004-02-29", "2025-03-01", 21),
            ("2004-02-29", "2024-02-29", 20),
            ("2030-01-01", "2025-01-01", 0),
        ] {
            assert_eq!(age_on(day(born), day(on)), age, "{born} on {on}");
        }
    }

    #[test]
    fn a_season_turns_on_the_first_of_july() {
        assert_eq!(season_of(day("2026-06-30")), Season(2025));
        assert_eq!(season_of(day("2026-07-01")), Season(2026));
        assert_eq!(Season(2025).to_string(), "2025–26");
        assert_eq!(Season(1999).to_string(), "1999–00");
    }

    #[test]
    fn two_clubs_of_one_english_league_wait_for_the_end_of_the_contract() {
        let english = |name: &str| Club {
            country: Some("England".into()),
            league: Some("Premier League".into()),
            ..Club::named(name)
        };
        let (palace, liverpool) = (english("Crystal Palace"), english("Liverpool"));
        let madrid = Club { country: Some("Spain".into()), ..Club::named("Real Madrid") };
        let until = day("2026-06-30");
        assert_eq!(
            earliest_talks(until, Some(&palace), Some(&liverpool)),
            (day("2026-07-01"), TalksRule::SameEnglishLeague)
        );
        assert_eq!(earliest_talks(until, Some(&palace), Some(&madrid)).0, day("2026-01-01"));
        let typed =
            Club { country: Some("england ".into()), league: Some("premier league".into()), ..liverpool };
        assert_eq!(earliest_talks(until, Some(&palace), Some(&typed)).1, TalksRule::SameEnglishLeague);
    }
}
