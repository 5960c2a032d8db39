//! Days that are typed: as a date, or counted from the day of the plan.

use crate::model::{Date, words};
use crate::ui::command::Command;
use crate::ui::entry::dates;
use crate::ui::theme::icons;

use super::entries::Entry;

/// The day that is typed, as a line of its own.
pub(super) fn day(typed: &str, from: Date) -> Option<Entry> {
    let day = dates::parse(typed, Some(from)).or_else(|| dates::counted(typed, from))?;
    let entry = Entry::new(icons::CALENDAR, format!("Show {}", words::date(day)), "date");
    Some(entry.doing(vec![Command::ShowDate(day)]))
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
