//! A limit of a set of rules, and what is counted against it.

use std::ops::AddAssign;

/// From the fewest to the most.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Count {
    /// The fewest.
    pub least: usize,
    /// The most.
    pub most: usize,
}

impl Count {
    /// `24`, or `23–25`.
    #[must_use]
    pub fn words(self) -> String {
        let Self { least, most } = self;
        if least == most { least.to_string() } else { format!("{least}\u{2013}{most}") }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.least += other.least;
        self.most += other.most;
    }
}

/// What a count says of its limit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// It fits whatever is still open.
    Fits,
    /// It hangs on what is not known or not settled.
    Open,
    /// It does not fit whatever is still open.
    Breaks,
}

/// One limit of a set of rules, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// What is counted, as shown: `places`, `not home-grown`.
    pub what: &'static str,
    /// How many there are.
    pub count: Count,
    /// The bound.
    pub bound: usize,
    /// The bound is the least that is needed, not the most that is allowed.
    pub at_least: bool,
}

impl Limit {
    /// How it stands.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let Self { count: Count { least, most }, bound, at_least, .. } = *self;
        let (fits, breaks) =
            if at_least { (least >= bound, most < bound) } else { (most <= bound, least > bound) };
        match (fits, breaks) {
            (true, _) => Verdict::Fits,
            (_, true) => Verdict::Breaks,
            _ => Verdict::Open,
        }
    }

    /// `24 of 25`, or `1, needs 2`.
    #[must_use]
    pub fn words(&self) -> String {
        let count = self.count.words();
        if self.at_least {
            format!("{count}, needs {}", self.bound)
        } else {
            format!("{count} of {}", self.bound)
        }
    }
}
