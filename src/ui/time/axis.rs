//! The axis of days: civil dates on the left, points on the screen on the right, and ticks that never run into each other.

use std::ops::RangeInclusive;

use jiff::ToSpan as _;
use jiff::civil::date;

use crate::model::{Date, words};

/// Fewest and most days that an axis shows.
const DAYS: RangeInclusive<f64> = 14.0..=36_600.0;

/// Days between the axis's own day 0, 1 January 2000, and a date.
fn number(day: Date) -> f64 {
    f64::from((day - date(2000, 1, 1)).get_days())
}

fn date_of(number: f64) -> Date {
    date(2000, 1, 1).saturating_add((number.clamp(-4e6, 4e6) as i64).days())
}

/// A span of days laid out between two points of the screen. A day is as wide as any other, and dates are whole days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    left: f32,
    width: f32,
    /// The day number at the left end.
    from: f64,
    /// How many days fit.
    days: f64,
}

/// A line across the axis, with the words that stand to the right of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where, points.
    pub x: f32,
    /// `Oct`, `26 Jan`, `2027`; empty where there is no room before the right end.
    pub words: String,
}

/// How far apart ticks stand.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Days,
    Weeks,
    Months,
    Quarters,
    Years(i16),
}

/// From near to far, the days that a step takes at least and the points that its words take at most.
const STEPS: [(Step, f64, f64); 9] = [
    (Step::Days, 1.0, 52.0),
    (Step::Weeks, 7.0, 52.0),
    (Step::Months, 28.0, 38.0),
    (Step::Quarters, 90.0, 38.0),
    (Step::Years(1), 365.0, 42.0),
    (Step::Years(2), 730.0, 42.0),
    (Step::Years(5), 1826.0, 42.0),
    (Step::Years(10), 3652.0, 42.0),
    (Step::Years(50), 18_262.0, 42.0),
];

impl Axis {
    /// `first` to `last`, both included, between `left` and `right` points.
    #[must_use]
    pub fn new(first: Date, last: Date, left: f32, right: f32) -> Self {
        let from = number(first);
        let days = (number(last) + 1.0 - from).clamp(*DAYS.start(), *DAYS.end());
        Self { left, width: (right - left).max(1.0), from, days }
    }

    /// The same days between other points.
    #[must_use]
    pub fn between(self, left: f32, right: f32) -> Self {
        Self { left, width: (right - left).max(1.0), ..self }
    }

    /// The left end, points.
    #[must_use]
    pub fn left(&self) -> f32 {
        self.left
    }

    /// The right end, points.
    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    /// The first day of which any part is shown.
    #[must_use]
    pub fn first(&self) -> Date {
        date_of(self.from.floor())
    }

    /// The last day of which any part is shown.
    #[must_use]
    pub fn last(&self) -> Date {
        date_of((self.from + self.days).ceil() - 1.0)
    }

    fn x_of_number(&self, number: f64) -> f32 {
        (f64::from(self.left) + (number - self.from) / self.days * f64::from(self.width)) as f32
    }

    /// Where a day begins.
    #[must_use]
    pub fn x(&self, day: Date) -> f32 {
        self.x_of_number(number(day))
    }

    /// The middle of a day: where what is true of that day is drawn.
    #[must_use]
    pub fn x_mid(&self, day: Date) -> f32 {
        self.x_of_number(number(day) + 0.5)
    }

    /// Where a day ends.
    #[must_use]
    pub fn x_end(&self, day: Date) -> f32 {
        self.x_of_number(number(day) + 1.0)
    }

    fn number_at(&self, x: f32) -> f64 {
        self.from + f64::from(x - self.left) / f64::from(self.width) * self.days
    }

    /// The day that `x` lies in, also left and right of the axis.
    #[must_use]
    pub fn day_at(&self, x: f32) -> Date {
        date_of(self.number_at(x).floor())
    }

    /// The same, held to the days that are shown.
    #[must_use]
    pub fn shown_day_at(&self, x: f32) -> Date {
        self.day_at(x).clamp(self.first(), self.last())
    }

    /// `factor` times as many points per day, with the day under `x` staying under it.
    #[must_use]
    pub fn zoomed(self, factor: f64, x: f32) -> Self {
        let days = (self.days / factor.max(1e-6)).clamp(*DAYS.start(), *DAYS.end());
        let share = f64::from(x - self.left) / f64::from(self.width);
        Self { from: self.number_at(x) - share * days, days, ..self }
    }

    /// Moved so that what lay at `x` lies `points` to the right of it.
    #[must_use]
    pub fn panned(self, points: f32) -> Self {
        Self { from: self.from - f64::from(points) / f64::from(self.width) * self.days, ..self }
    }

    /// Held inside `first` to `last`; an axis that shows more days than that shows all of them.
    #[must_use]
    pub fn held(self, first: Date, last: Date) -> Self {
        let (first, end) = (number(first), number(last) + 1.0);
        let days = self.days.min((end - first).max(*DAYS.start()));
        Self { from: self.from.min(end - days).max(first), days, ..self }
    }

    /// Ticks that leave room for their words.
    #[must_use]
    pub fn ticks(&self) -> Vec<Tick> {
        let per_day = f64::from(self.width) / self.days;
        let fits = |(_, days, words): &&(Step, f64, f64)| days * per_day >= *words;
        let (step, words) = STEPS.iter().find(fits).map_or((Step::Years(50), 42.0), |(s, _, w)| (*s, *w));
        let (first, last) = (self.first(), self.last());
        let mut day = step.start(first);
        let mut ticks = Vec::new();
        // A day step of 14 days or a longer one of decades: never more than some dozens.
        while day <= last && ticks.len() < 400 {
            let x = self.x(day);
            if x >= self.left - 0.5 {
                let roomy = f64::from(self.right() - x) >= words - 8.0;
                let words = if roomy { step.words(day) } else { String::new() };
                ticks.push(Tick { x, words });
            }
            let next = step.next(day);
            if next <= day {
                break;
            }
            day = next;
        }
        ticks
    }
}

impl Step {
    /// The last tick that is not after `day`.
    fn start(self, day: Date) -> Date {
        match self {
            Self::Days => day,
            Self::Weeks => {
                let into_week = day.weekday().since(words::style().week.weekday());
                day.saturating_sub(i64::from(into_week).days())
            }
            Self::Months => day.first_of_month(),
            Self::Quarters => day.first_of_month().saturating_sub(i64::from((day.month() - 1) % 3).months()),
            Self::Years(years) => {
                day.first_of_year().saturating_sub(i64::from(day.year().rem_euclid(years)).years())
            }
        }
    }

    fn next(self, day: Date) -> Date {
        day.saturating_add(match self {
            Self::Days => 1.day(),
            Self::Weeks => 7.days(),
            Self::Months => 1.month(),
            Self::Quarters => 3.months(),
            Self::Years(years) => i64::from(years).years(),
        })
    }

    fn words(self, day: Date) -> String {
        match self {
            Self::Days | Self::Weeks => words::day_month(day),
            Self::Months | Self::Quarters if day.month() == 1 => day.year().to_string(),
            Self::Months | Self::Quarters => words::month(day).to_owned(),
            Self::Years(_) => day.year().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn season(width: f32) -> Axis {
        Axis::new(day("2025-09-01"), day("2026-08-31"), 30.0, 30.0 + width)
    }

    fn words_of(axis: Axis) -> String {
        axis.ticks().into_iter().map(|tick| tick.words).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_season_is_ticked_by_months_and_four_years_by_quarters() {
        assert_eq!(words_of(season(1380.0)), "Sep Oct Nov Dec 2026 Feb Mar Apr May Jun Jul Aug");
        let years = Axis::new(day("2025-09-01"), day("2029-08-31"), 0.0, 700.0);
        assert!(words_of(years).starts_with("Oct 2026 Apr Jul Oct 2027"), "{}", words_of(years));
        let fortnight = Axis::new(day("2025-09-01"), day("2025-09-14"), 0.0, 900.0);
        assert!(words_of(fortnight).starts_with("1 Sep 2 Sep 3 Sep"), "{}", words_of(fortnight));
    }

    #[test]
    fn a_tick_of_a_week_is_the_day_it_begins_with() {
        use words::{DateStyle, Style, WeekStart, in_style};

        let weeks = Axis::new(day("2026-01-01"), day("2026-02-11"), 0.0, 600.0);
        for (week, date, expected) in [
            (WeekStart::Monday, DateStyle::DayFirst, "5 Jan 12 Jan"),
            (WeekStart::Sunday, DateStyle::MonthFirst, "Jan 4 Jan 11"),
            (WeekStart::Saturday, DateStyle::YearFirst, "Jan 3 Jan 10"),
        ] {
            let words = in_style(Style { date, week, ..Style::default() }, || words_of(weeks));
            assert!(words.starts_with(expected), "{words}");
        }
    }

    #[test]
    fn the_day_under_the_pointer_stays_there_while_zooming() {
        let axis = season(1000.0);
        for x in [30.0, 400.0, 1029.0] {
            assert_eq!(axis.zoomed(2.5, x).day_at(x), axis.day_at(x), "at {x}");
        }
    }

    #[test]
    fn an_axis_is_held_to_the_days_there_are() {
        let (first, last) = (day("2025-07-01"), day("2027-06-30"));
        let axis = season(1000.0);
        let far = axis.panned(1e6).held(first, last);
        assert_eq!(far.first(), first);
        assert_eq!(axis.panned(-1e6).held(first, last).last(), last);
        let all = axis.zoomed(0.01, 500.0).held(first, last);
        assert_eq!((all.first(), all.last()), (first, last));
    }

    #[test]
    fn panning_moves_what_is_under_the_pointer_with_it() {
        let axis = season(1000.0);
        assert_eq!(axis.panned(120.0).day_at(520.0), axis.day_at(400.0));
    }

    proptest! {
        #[test]
        fn a_day_lies_where_it_is_drawn(offset in -2000_i64..4000, width in 300.0_f32..3000.0) {
            let axis = season(width);
            let day = day("2025-09-01").saturating_add(offset.days());
            prop_assert_eq!(axis.day_at(axis.x_mid(day)), day);
        }

        #[test]
        fn ticks_leave_room_for_their_words(days in 14_i64..20_000, start in 0_i64..4000, width in 200.0_f32..3000.0) {
            let first = day("2020-01-01").saturating_add(start.days());
            let axis = Axis::new(first, first.saturating_add(days.days()), 0.0, width);
            let ticks = axis.ticks();
            for pair in ticks.windows(2) {
                let room = pair[1].x - pair[0].x;
                // Six and a half points to a letter of the smallest type is more than any letter takes.
                prop_assert!(room >= pair[0].words.chars().count() as f32 * 6.5 + 4.0, "{pair:?}");
            }
        }
    }
}
