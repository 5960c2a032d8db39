//! Days that are typed: as a date, or counted from the day of the plan.

use jiff::Span;

use crate::model::{Date, fold, words};
use crate::ui::command::Command;
use crate::ui::entry::dates;
use crate::ui::theme::icons;

use super::entries::Entry;

/// The day that is typed, as a line of its own.
pub(super) fn day(typed: &str, from: Date) -> Option<Entry> {
    let day = dates::parse(typed, Some(from)).or_else(|| counted(typed, from))?;
    let entry = Entry::new(icons::CALENDAR, format!("Show {}", words::date(day)), "date");
    Some(entry.doing(vec![Command::ShowDate(day)]))
}

/// `in 2 weeks`, `a month ago`, `next week`, `tomorrow`: counted from `from`.
fn counted(typed: &str, from: Date) -> Option<Date> {
    let typed = fold(typed);
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let (count, unit) = match parts.as_slice() {
        ["today"] => (0, "day"),
        ["tomorrow"] => (1, "day"),
        ["yesterday"] => (-1, "day"),
        ["next", unit] => (1, *unit),
        ["last", unit] => (-1, *unit),
        [count, unit, "ago"] => (-number(count)?, *unit),
        ["in", count, unit] | [count, unit] => (number(count)?, *unit),
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

fn number(word: &str) -> Option<i64> {
    const WORDS: [&str; 7] = ["zero", "one", "two", "three", "four", "five", "six"];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    let named = WORDS.iter().position(|known| *known == word).and_then(|at| i64::try_from(at).ok());
    named.or_else(|| word.parse().ok().filter(|count| (0..10_000).contains(count)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood_as_people_type_them() {
        let from: Date = "2025-09-25".parse().unwrap();
        for (typed, expected) in [
            ("24 jan", Some("2026-01-24")),
            ("24.1.", Some("2026-01-24")),
            ("in 2 weeks", Some("2025-10-09")),
            ("In two weeks", Some("2025-10-09")),
            ("3 months", Some("2025-12-25")),
            ("a year ago", Some("2024-09-25")),
            ("next month", Some("2025-10-25")),
            ("tomorrow", Some("2025-09-26")),
            ("in 99999999999 weeks", None),
            ("in two guehi", None),
            ("next guehi", None),
            ("a", None),
        ] {
            let expected = expected.map(|day| vec![Command::ShowDate(day.parse().unwrap())]);
            assert_eq!(day(typed, from).map(|entry| entry.commands), expected, "{typed}");
        }
    }
}
