//! Dates as people type them.

use jiff::Span;
use jiff::civil::Date;

use crate::model::fold;

/// The months, known by any three letters or more that they begin with.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The years that are tried for a day without one: 29 February comes every four, at most every eight.
const YEARS_OFF: i16 = 8;

/// Which day is meant where the year is not said.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ui) enum Near {
    /// None: the year has to be said.
    Nothing,
    /// The last on or before this day: it has happened.
    Before(Date),
    /// The first on or after this day: it is to come.
    After(Date),
    /// The nearest to this day.
    About(Date),
}

impl Near {
    fn day(self) -> Option<Date> {
        match self {
            Self::Nothing => None,
            Self::Before(of) | Self::After(of) | Self::About(of) => Some(of),
        }
    }

    /// It may be this day.
    pub(in crate::ui) fn takes(self, day: Date) -> bool {
        match self {
            Self::Nothing => false,
            Self::Before(of) => day <= of,
            Self::After(of) => day >= of,
            Self::About(_) => true,
        }
    }
}

/// Why no day was read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ui) enum Unread {
    /// It is no date.
    NoDate,
    /// The first number may be the day or the month: `03/04/2026`.
    Either(Date, Date),
}

/// The day that `typed` means, or none: [`read`] says why.
pub(in crate::ui) fn parse(typed: &str, from: Option<Date>) -> Option<Date> {
    read(typed, from.map_or(Near::Nothing, Near::After)).ok()
}

/// The day that `typed` means: `2026-01-24`, `24 Jan 2026`, `24.1.2026`, `January 24`, `24.1.`, or `24 jan`.
///
/// Without a year it is the one that `near` says. Of two numbers with slashes one has to be above twelve, or both the
/// same: elsewhere the month comes first. Dots are only written where the day does.
pub(in crate::ui) fn read(typed: &str, near: Near) -> Result<Date, Unread> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Ok(day);
    }
    let parts: Vec<&str> = typed
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-'))
        .filter(|part| !part.is_empty())
        .collect();
    let numbers = |first: &str, second: &str, year: &str| {
        let day_first = full(first, number(second), year);
        let month_first = full(second, number(first), year).filter(|_| !typed.contains('.'));
        one_of(day_first, month_first)
    };
    let without_year = |first: &str, second: &str| {
        let day_first = nearest(first, number(second), near);
        let month_first = nearest(second, number(first), near).filter(|_| !typed.contains('.'));
        one_of(day_first, month_first)
    };
    let read = match parts.as_slice() {
        [day, month] | [month, day] if named_month(month).is_some() => nearest(day, named_month(month), near),
        [day, month, year] | [month, day, year] if named_month(month).is_some() => {
            full(day, named_month(month), year)
        }
        [year, month, day] if year.len() == 4 => full(day, number(month), year),
        [first, second, year] => return numbers(first, second, year),
        // "24.1." is a date, "24 1" is not.
        [first, second] if typed.contains(['.', '/']) => return without_year(first, second),
        _ => None,
    };
    read.ok_or(Unread::NoDate)
}

/// The one day that is meant, if two readings give no two.
fn one_of(day_first: Option<Date>, month_first: Option<Date>) -> Result<Date, Unread> {
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Err(Unread::Either(one, other)),
        (day_first, month_first) => day_first.or(month_first).ok_or(Unread::NoDate),
    }
}

fn full(day: &str, month: Option<i8>, year: &str) -> Option<Date> {
    Date::new(four_digits(year)?, month?, day_number(day)?).ok()
}

/// The nearest such day that may be meant.
fn nearest(day: &str, month: Option<i8>, near: Near) -> Option<Date> {
    let (day, month, of) = (day_number(day)?, month?, near.day()?);
    (-YEARS_OFF..=YEARS_OFF)
        .filter_map(|off| Date::new(of.year().checked_add(off)?, month, day).ok())
        .filter(|day| near.takes(*day))
        .min_by_key(|day| (*day - of).get_days().abs())
}

/// `in 2 weeks`, `a month ago`, `next week`, `tomorrow`: counted from `from`.
pub(in crate::ui) fn counted(typed: &str, from: Date) -> Option<Date> {
    let typed = fold(typed);
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let (count, unit) = match parts.as_slice() {
        ["today"] => (0, "day"),
        ["tomorrow"] => (1, "day"),
        ["yesterday"] => (-1, "day"),
        ["next", unit] => (1, *unit),
        ["last", unit] => (-1, *unit),
        [count, unit, "ago"] => (-count_number(count)?, *unit),
        ["in", count, unit] | [count, unit] => (count_number(count)?, *unit),
        _ => return None,
    };
    let span = Span::new();
    let span = match unit.trim_end_matches('s') {
        "day" => span.try_days(count),
        "week" => span.try_weeks(count),
        "month" => span.try_months(count),
        "year" => span.try_years(count),
        _ => return None,
    };
    from.checked_add(span.ok()?).ok()
}

fn count_number(word: &str) -> Option<i64> {
    const WORDS: [&str; 7] = ["zero", "one", "two", "three", "four", "five", "six"];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    let named = WORDS.iter().position(|known| *known == word).and_then(|at| i64::try_from(at).ok());
    named.or_else(|| word.parse().ok().filter(|count| (0..10_000).contains(count)))
}

/// `24`, `24th`.
fn day_number(word: &str) -> Option<i8> {
    number(word.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
}

/// The day on which a contract to a month (`June 2028`, `6/2028`) or a year (`2028`) ends: the month's last, 30 June.
pub(in crate::ui) fn contract_end(typed: &str) -> Option<Date> {
    let separated = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-');
    let parts: Vec<&str> = typed.split(separated).filter(|part| !part.is_empty()).collect();
    let full_year = |word: &str| four_digits(word).filter(|_| word.len() == 4);
    let (year, month) = match parts.as_slice() {
        [year] => (full_year(year)?, 6),
        [month, year] | [year, month] if full_year(year).is_some() => {
            (full_year(year)?, named_month(month).or_else(|| number(month))?)
        }
        _ => return None,
    };
    Some(Date::new(year, month, 1).ok()?.last_of_month())
}

/// The number of a month given by at least three letters of its English name.
fn named_month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let begins = |month: &str| {
        (word.len() >= 3 && month.starts_with(&word)) || (word == "sept" && month == "september")
    };
    let at = MONTHS.iter().position(|month| begins(month))?;
    i8::try_from(at + 1).ok()
}

fn number(word: &str) -> Option<i8> {
    word.parse().ok().filter(|number| *number > 0)
}

/// `2026`, or `26` for it.
fn four_digits(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    match word.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_understood_as_people_type_them() {
        let from: Date = "2025-09-25".parse().unwrap();
        for (typed, expected) in [
            ("24 jan", Some("2026-01-24")),
            ("24 Jan 2026", Some("2026-01-24")),
            ("jan 24", Some("2026-01-24")),
            ("January 24, 2027", Some("2027-01-24")),
            ("24th january", Some("2026-01-24")),
            ("2026-01-24", Some("2026-01-24")),
            ("24.1.26", Some("2026-01-24")),
            ("24/01/2026", Some("2026-01-24")),
            ("24.1.", Some("2026-01-24")),
            ("24/1", Some("2026-01-24")),
            ("24 1", None),
            ("1.13.", None),
            ("01/24/2026", Some("2026-01-24")),
            ("01/02/2026", None),
            ("1-2-26", None),
            ("1.2.2026", Some("2026-02-01")),
            ("02/02/2026", Some("2026-02-02")),
            ("25 sep", Some("2025-09-25")),
            ("24 sept", Some("2026-09-24")),
            ("29 feb", Some("2028-02-29")),
            ("30 feb", None),
            ("jan", None),
            ("24", None),
            ("24 marc guehi", None),
            ("", None),
        ] {
            assert_eq!(parse(typed, Some(from)), expected.map(|day| day.parse().unwrap()), "{typed}");
        }
    }

    #[test]
    fn without_a_year_it_is_the_nearest_day_that_may_be_meant() {
        let of: Date = "2025-11-26".parse().unwrap();
        for (typed, before, after, about) in [
            ("24 nov", "2025-11-24", "2026-11-24", "2025-11-24"),
            ("26 nov", "2025-11-26", "2025-11-26", "2025-11-26"),
            ("1 dec", "2024-12-01", "2025-12-01", "2025-12-01"),
            ("29 feb", "2024-02-29", "2028-02-29", "2024-02-29"),
        ] {
            for (near, expected) in
                [(Near::Before(of), before), (Near::After(of), after), (Near::About(of), about)]
            {
                assert_eq!(read(typed, near), Ok(expected.parse().unwrap()), "{typed} {near:?}");
            }
            assert_eq!(read(typed, Near::Nothing), Err(Unread::NoDate));
        }
    }

    #[test]
    fn a_contract_ends_with_its_month_or_with_the_season_of_its_year() {
        for (typed, expected) in [
            ("2028", Some("2028-06-30")),
            ("June 2028", Some("2028-06-30")),
            ("feb 2028", Some("2028-02-29")),
            ("2028 december", Some("2028-12-31")),
            ("6/2028", Some("2028-06-30")),
            ("2028-06", Some("2028-06-30")),
            ("28", None),
            ("june 28", None),
            ("30 June 2028", None),
            ("13/2028", None),
            ("", None),
        ] {
            assert_eq!(contract_end(typed), expected.map(|day| day.parse().unwrap()), "{typed}");
        }
    }
}
