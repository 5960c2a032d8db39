//! Days as whole numbers counted from the as-of date (day 0), and sets of them.

use serde::{Deserialize, Serialize};

/// A day counted from the as-of date; negative before it.
pub type Day = i32;

/// The days from `first` to `last`, both included; none if `last` is before `first`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First day of the span.
    pub first: Day,
    /// Last day of the span.
    pub last: Day,
}

impl Span {
    /// From `first` on, without an end.
    #[must_use]
    pub const fn from(first: Day) -> Self {
        Self { first, last: Day::MAX }
    }

    /// Whether `day` lies in the span.
    #[must_use]
    pub const fn contains(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }
}

/// A set of days: a day belongs to it if it lies in one of the spans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Days(Vec<Span>);

impl Days {
    /// Every day there is.
    #[must_use]
    pub fn all() -> Self {
        Self(vec![Span::from(Day::MIN)])
    }

    /// No day.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether `day` is one of them.
    #[must_use]
    pub fn contains(&self, day: Day) -> bool {
        self.0.iter().any(|span| span.contains(day))
    }

    /// Adds the days of `span`.
    pub fn add(&mut self, span: Span) {
        if span.first <= span.last {
            self.0.push(span);
        }
    }

    /// Takes away every day of `span`.
    pub fn remove(&mut self, span: Span) {
        if span.first > span.last {
            return;
        }
        let kept = self.0.iter().flat_map(|own| {
            let before = Span { first: own.first, last: own.last.min(span.first.saturating_sub(1)) };
            let after = Span { first: own.first.max(span.last.saturating_add(1)), last: own.last };
            let before = (span.first > Day::MIN && before.first <= before.last).then_some(before);
            let after = (span.last < Day::MAX && after.first <= after.last).then_some(after);
            before.into_iter().chain(after)
        });
        self.0 = kept.collect();
    }

    /// The spans that make up the set, in the order in which they were added.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.0
    }
}

impl FromIterator<Span> for Days {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut days = Self::none();
        for span in spans {
            days.add(span);
        }
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_of_a_span_belong_to_it() {
        let days: Days = [Span { first: 3, last: 5 }].into_iter().collect();
        assert_eq!([2, 3, 5, 6].map(|day| days.contains(day)), [false, true, true, false]);
    }

    #[test]
    fn a_span_the_wrong_way_round_holds_no_day() {
        let days: Days = [Span { first: 5, last: 3 }].into_iter().collect();
        assert_eq!(days, Days::none());
    }

    #[test]
    fn taking_days_out_of_the_middle_leaves_both_ends() {
        let mut days = Days::all();
        days.remove(Span { first: 10, last: 19 });
        assert_eq!(
            [Day::MIN, 9, 10, 19, 20, Day::MAX].map(|day| days.contains(day)),
            [true, true, false, false, true, true]
        );
        days.remove(Span::from(15));
        assert!(!days.contains(20) && days.contains(9));
        days.remove(Span::from(Day::MIN));
        assert_eq!(days, Days::none());
    }
}
