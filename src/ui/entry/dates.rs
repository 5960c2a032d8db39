//! Dates as people type them.

use jiff::civil::Date;

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
const YEARS_AHEAD: i16 = 8;

/// The day that `typed` means: `2026-01-24`, `24 Jan 2026`, `24.1.2026`, `January 24`, `24.1.`, or `24 jan`.
///
/// Without a year it is the first such day on or after `from`; without `from` a year has to be said.
pub(in crate::ui) fn parse(typed: &str, from: Option<Date>) -> Option<Date> {
    let typed = typed.trim();
    if let Ok(day) = typed.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = typed
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '/' | '-'))
        .filter(|part| !part.is_empty())
        .collect();
    let (day, month, year) = match parts.as_slice() {
        [day, month] | [month, day] if named_month(month).is_some() => (*day, named_month(month)?, None),
        [day, month, year] | [month, day, year] if named_month(month).is_some() => {
            (*day, named_month(month)?, Some(*year))
        }
        // "24.1." is a date, "24 1" is not.
        [day, month] if typed.contains(['.', '/']) => (*day, number(month)?, None),
        [year, month, day] if year.len() == 4 => (*day, number(month)?, Some(*year)),
        // Numbers alone are day, month, year, as they are written where football is.
        [day, month, year] => (*day, number(month)?, Some(*year)),
        _ => return None,
    };
    let day = number(day.trim_end_matches(|c: char| c.is_ascii_alphabetic()))?;
    if let Some(year) = year {
        return Date::new(four_digits(year)?, month, day).ok();
    }
    let from = from?;
    (0..=YEARS_AHEAD)
        .filter_map(|ahead| Date::new(from.year().checked_add(ahead)?, month, day).ok())
        .find(|day| *day >= from)
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
}
