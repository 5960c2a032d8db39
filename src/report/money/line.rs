//! What one move costs, item by item, in the plan's currency.

use jiff::ToSpan as _;
use serde::Serialize;

use crate::model::{Conversion, Currency, Date, MoveId, MoveKind, PlayerId, WagePeriod, WindowId};

use super::Range;

/// What is paid or received.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// The fee of a player bought.
    Fee,
    /// The fee of a player borrowed.
    LoanFee,
    /// Paid to the player for signing.
    SigningOnFee,
    /// Paid to agents.
    AgentFee,
    /// The fee of a player sold.
    FeeReceived,
    /// The fee of a player lent.
    LoanFeeReceived,
    /// What he earns.
    Wage,
    /// What he would have earned without the move.
    WageSaved,
}

impl Item {
    /// As shown: `signing-on fee`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fee => "fee",
            Self::LoanFee => "loan fee",
            Self::SigningOnFee => "signing-on fee",
            Self::AgentFee => "agent fee",
            Self::FeeReceived => "fee received",
            Self::LoanFeeReceived => "loan fee received",
            Self::Wage => "wage",
            Self::WageSaved => "wage no longer paid",
        }
    }

    /// It runs by the day.
    #[must_use]
    pub fn is_wage(self) -> bool {
        matches!(self, Self::Wage | Self::WageSaved)
    }

    /// It comes in once.
    #[must_use]
    pub fn is_received(self) -> bool {
        matches!(self, Self::FeeReceived | Self::LoanFeeReceived)
    }

    /// It is paid once and written off over the contract.
    #[must_use]
    pub fn is_amortised(self) -> bool {
        !self.is_wage() && !self.is_received()
    }
}

/// An amount as it stands in the plan, and how it was converted.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reported {
    /// The least, whole units.
    pub low: i64,
    /// The likely, whole units.
    pub likely: i64,
    /// The most, whole units.
    pub high: i64,
    /// The currency it was given in.
    pub currency: Currency,
    /// For a wage, how often it is paid.
    pub per: Option<WagePeriod>,
    /// How it became an amount of the plan's currency.
    pub conversion: Conversion,
}

/// One item of a move.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// What is paid or received.
    pub item: Item,
    /// First day of the days it is spread over or runs on.
    pub first: Date,
    /// Last of them, included; none if nothing ends it.
    pub last: Option<Date>,
    /// In the plan's currency: the whole sum, or for a wage that of one day. What comes in or is saved is negative.
    pub amount: Range,
    /// As it stands in the plan.
    pub reported: Reported,
    /// The chance that it is paid.
    pub chance: f64,
    /// The other move without which there is none of it: a loan saves the wage of a signing only if he has signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rests_on: Option<MoveId>,
    /// The plan's own estimate, not a reported figure.
    pub estimate: bool,
}

impl Line {
    /// How many of its days lie in the span.
    #[must_use]
    pub fn days_within(&self, from: Date, to: Date) -> i32 {
        days(self.first.max(from), self.last.map_or(to, |last| last.min(to)))
    }

    /// Its days altogether; none if nothing ends it.
    #[must_use]
    pub fn days(&self) -> Option<i32> {
        Some(days(self.first, self.last?))
    }

    /// What the days of the span carry of it, should it be paid: a wage by the day, anything else in equal shares.
    #[must_use]
    pub fn share_within(&self, from: Date, to: Date) -> Range {
        let within = f64::from(self.days_within(from, to));
        if self.item.is_wage() {
            return self.amount * within;
        }
        match self.days() {
            Some(all) if all > 0 => self.amount * (within / f64::from(all)),
            _ => Range::default(),
        }
    }
}

/// The days from `first` to `last`, both counted; none if `last` is earlier.
fn days(first: Date, last: Date) -> i32 {
    if last < first { 0 } else { (last - first).get_days() + 1 }
}

/// The day before the `years`-th anniversary of `first`.
pub(super) fn last_day_of_years(first: Date, years: f64) -> Date {
    let months = (12.0 * years).round().clamp(1.0, 1200.0) as i64;
    first.saturating_add(months.months()).saturating_sub(1.day())
}

/// A move that happens on some day, and what it costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MoveCost {
    /// The move.
    #[serde(rename = "move")]
    pub id: MoveId,
    /// Whom it is about.
    pub player: PlayerId,
    /// What happens.
    pub kind: MoveKind,
    /// The day it takes effect and fees are due.
    pub date: Date,
    /// The window it counts in: its own, or the one its day lies in.
    pub window: Option<WindowId>,
    /// The chance that it happens; of a group whose chances exceed 1 together its proportion.
    pub chance: f64,
    /// Moves of the same group exclude each other.
    pub group: Option<String>,
    /// Its items.
    pub lines: Vec<Line>,
}
