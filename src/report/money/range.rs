//! Low, likely and high of a sum of money, and how such sums add up.

use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};

use serde::Serialize;

use crate::model::{Currency, words};

/// A sum of money in the plan's currency: the least, the likely and the most it can be. Costs are positive, what comes
/// in is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Range {
    /// The least.
    pub low: f64,
    /// The likely.
    pub likely: f64,
    /// The most.
    pub high: f64,
}

/// A sum in two readings of the same moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// Every move comes off; of moves that exclude each other one does: low the least of them, high the most, likely
    /// the likeliest.
    pub if_it_happens: Range,
    /// Every move counts with its chance.
    pub expected: Range,
}

impl Range {
    /// One figure.
    #[must_use]
    pub fn exactly(amount: f64) -> Self {
        Self { low: amount, likely: amount, high: amount }
    }

    /// From three figures in any order: the wrong way round is read the right way round, and the likely one is held
    /// between the other two.
    #[must_use]
    pub fn of(one: f64, likely: f64, other: f64) -> Self {
        let (low, high) = (one.min(other), one.max(other));
        Self { low, likely: likely.max(low).min(high), high }
    }

    /// The smallest range that holds both, with the likely figure of `self`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high), ..self }
    }

    /// Low and high are the same.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.low >= self.high
    }

    /// It lies within `self`, but for rounding of the last digits.
    #[must_use]
    pub fn contains(&self, amount: f64) -> bool {
        let slack = 1e-9 * (1.0 + self.low.abs().max(self.high.abs()));
        (self.low - slack..=self.high + slack).contains(&amount)
    }

    /// `£35m`, or `£20m to £25m, likely £22.5m`; what reads alike is said once.
    #[must_use]
    pub fn words(&self, currency: Currency) -> String {
        let [low, likely, high] = [self.low, self.likely, self.high].map(|amount| money(amount, currency));
        if low == high {
            return likely;
        }
        if likely == low || likely == high {
            return format!("{low} to {high}");
        }
        format!("{low} to {high}, likely {likely}")
    }
}

/// [`words::money`] of an amount that is no whole number.
#[must_use]
pub fn money(amount: f64, currency: Currency) -> String {
    words::money(amount.round() as i64, currency)
}

impl Add for Range {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, likely: self.likely + other.likely, high: self.high + other.high }
    }
}

impl Neg for Range {
    type Output = Self;

    fn neg(self) -> Self {
        // Taken from zero, so that nothing becomes minus zero.
        Self { low: 0.0 - self.high, likely: 0.0 - self.likely, high: 0.0 - self.low }
    }
}

/// The difference of two sums that have nothing to do with each other: the least of one less the most of the other.
impl Sub for Range {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { low: self.low - other.high, likely: self.likely - other.likely, high: self.high - other.low }
    }
}

/// Times a factor that is not negative.
impl Mul<f64> for Range {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self {
            low: self.low * factor + 0.0,
            likely: self.likely * factor + 0.0,
            high: self.high * factor + 0.0,
        }
    }
}

impl Sum for Range {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Self::default(), Add::add)
    }
}

impl Add for Figure {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            if_it_happens: self.if_it_happens + other.if_it_happens,
            expected: self.expected + other.expected,
        }
    }
}

impl Figure {
    /// What is certain reads the same either way.
    #[must_use]
    pub fn certain(amount: f64) -> Self {
        Self { if_it_happens: Range::exactly(amount), expected: Range::exactly(amount) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wrong_way_round_is_read_the_right_way_round() {
        assert_eq!(Range::of(25.0, 30.0, 20.0), Range { low: 20.0, likely: 25.0, high: 25.0 });
    }

    #[test]
    fn a_difference_spans_from_the_least_less_the_most() {
        let (one, other) = (Range::of(10.0, 12.0, 20.0), Range::of(1.0, 2.0, 5.0));
        assert_eq!(one - other, Range { low: 5.0, likely: 10.0, high: 19.0 });
        assert_eq!(other - one, -(one - other));
    }

    #[test]
    fn what_reads_alike_is_said_once() {
        let gbp = Currency::GBP;
        assert_eq!(Range::exactly(35e6).words(gbp), "£35m");
        assert_eq!(Range::of(20e6, 22.5e6, 25e6).words(gbp), "£20m to £25m, likely £22.5m");
        assert_eq!(Range::of(20e6, 20e6, 25e6).words(gbp), "£20m to £25m");
        assert_eq!((-Range::exactly(1e6)).words(gbp), "−£1m");
        assert_eq!(Range::of(1_000_001.0, 1_000_002.0, 1_000_003.0).words(gbp), "£1m");
    }
}
