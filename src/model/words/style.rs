//! How a reader likes dates and money written. It changes words, never a number.

use std::cell::Cell;

use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// The order in which a date is written.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateStyle {
    /// `24 Jan 2026`.
    #[default]
    DayFirst,
    /// `Jan 24, 2026`.
    MonthFirst,
    /// `2026-01-24`.
    YearFirst,
}

impl DateStyle {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::DayFirst, Self::MonthFirst, Self::YearFirst];
}

/// Where a currency stands, and how it is written.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CurrencyStyle {
    /// `€55m`.
    #[default]
    SignBefore,
    /// `EUR 55m`.
    CodeBefore,
    /// `55m €`.
    SignAfter,
}

impl CurrencyStyle {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::SignBefore, Self::CodeBefore, Self::SignAfter];
}

/// The day a week begins with.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WeekStart {
    /// Monday.
    #[default]
    Monday,
    /// Sunday.
    Sunday,
    /// Saturday.
    Saturday,
}

impl WeekStart {
    /// Every day a week begins with somewhere.
    pub const ALL: [Self; 3] = [Self::Monday, Self::Sunday, Self::Saturday];

    /// The day itself.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        match self {
            Self::Monday => Weekday::Monday,
            Self::Sunday => Weekday::Sunday,
            Self::Saturday => Weekday::Saturday,
        }
    }

    /// The seven days of a week in its order.
    pub fn week(self) -> impl Iterator<Item = Weekday> {
        self.weekday().cycle_forward().take(7)
    }
}

/// How dates, money and weeks read.
///
/// Kept by each thread for itself, and the usual one until [`set_style`]: what no reader has chosen reads the same on
/// every machine. Only words ask for it. Work on another thread that makes words is given it along ([`in_style`]).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Style {
    /// Dates.
    pub date: DateStyle,
    /// Money.
    pub currency: CurrencyStyle,
    /// Weeks.
    pub week: WeekStart,
}

thread_local! {
    static STYLE: Cell<Style> = const {
        Cell::new(Style {
            date: DateStyle::DayFirst,
            currency: CurrencyStyle::SignBefore,
            week: WeekStart::Monday,
        })
    };
}

/// How this thread words things.
#[must_use]
pub fn style() -> Style {
    STYLE.get()
}

/// From now on this thread words things so.
pub fn set_style(style: Style) {
    STYLE.set(style);
}

/// Does `work` in a style, and goes back to the one before.
pub fn in_style<R>(style: Style, work: impl FnOnce() -> R) -> R {
    struct Back(Style);
    impl Drop for Back {
        fn drop(&mut self) {
            set_style(self.0);
        }
    }

    let _back = Back(STYLE.replace(style));
    work()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_ends_with_its_work_and_stays_on_its_thread() {
        let iso = Style { date: DateStyle::YearFirst, ..Style::default() };
        in_style(iso, || {
            assert_eq!(style(), iso);
            assert_eq!(std::thread::spawn(style).join().unwrap(), Style::default());
        });
        let broken = std::panic::catch_unwind(|| in_style(iso, || panic!("on purpose")));
        assert!(broken.is_err());
        assert_eq!(style(), Style::default());
    }

    #[test]
    fn a_week_has_every_day_once_and_begins_with_its_own() {
        for start in WeekStart::ALL {
            let week: Vec<Weekday> = start.week().collect();
            assert_eq!((week.len(), week[0]), (7, start.weekday()));
            assert!(Weekday::Monday.cycle_forward().take(7).all(|day| week.contains(&day)));
        }
    }
}
