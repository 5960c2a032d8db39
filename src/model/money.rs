//! Money: whole units of a currency, kept as reported.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Extra, WindowId};

/// A text that is no currency code.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0:?} is not a currency: use a three-letter code such as \"GBP\", \"EUR\" or \"USD\"")]
pub struct InvalidCurrency(pub String);

/// An ISO 4217 code such as `EUR`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String", extend("pattern" = "^[A-Z]{3}$"))]
pub struct Currency([u8; 3]);

impl Currency {
    /// Pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// Euro.
    pub const EUR: Self = Self(*b"EUR");
    /// US dollar.
    pub const USD: Self = Self(*b"USD");

    /// `GBP`.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }

    /// `£`, `€`, `$`, or the code and a space at which no line breaks.
    #[must_use]
    pub fn sign(&self) -> String {
        match self.code() {
            "GBP" => "£".to_owned(),
            "EUR" => "€".to_owned(),
            "USD" => "$".to_owned(),
            code => format!("{code}\u{a0}"),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = InvalidCurrency;

    fn try_from(text: String) -> Result<Self, InvalidCurrency> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Self(code)),
            _ => Err(InvalidCurrency(text.chars().take(40).collect())),
        }
    }
}

impl std::str::FromStr for Currency {
    type Err = InvalidCurrency;

    fn from_str(text: &str) -> Result<Self, InvalidCurrency> {
        Self::try_from(text.to_owned())
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

/// An amount in whole units of its currency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Amount {
    /// Whole currency units: 30000000 is thirty million.
    pub amount: i64,
    /// The currency it was given in.
    pub currency: Currency,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Amount {
    /// `amount` whole units of `currency`.
    #[must_use]
    pub fn new(amount: i64, currency: Currency) -> Self {
        Self { amount, currency, extra: Extra::new() }
    }
}

/// A fee as one number or as a range, in whole units of the currency it was reported in.
///
/// In a file it is `{"amount": 30000000, "currency": "EUR"}` or
/// `{"low": 20000000, "high": 25000000, "currency": "EUR"}`, the latter with an optional `likely`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "MoneyRangeFields", into = "MoneyRangeFields")]
#[schemars(with = "MoneyRangeFields")]
pub struct MoneyRange {
    /// The least, whole units.
    pub low: i64,
    /// The most likely, whole units; `None` stands for the middle of low and high.
    pub likely: Option<i64>,
    /// The most, whole units.
    pub high: i64,
    /// The currency it was reported in.
    pub currency: Currency,
    /// The plan's own estimate, not a reported figure.
    pub estimate: bool,
    /// Fields of a newer version.
    pub extra: Extra,
}

impl MoneyRange {
    /// A single figure.
    #[must_use]
    pub fn exactly(amount: i64, currency: Currency) -> Self {
        Self { low: amount, likely: None, high: amount, currency, estimate: false, extra: Extra::new() }
    }

    /// A range whose most likely value is its middle.
    #[must_use]
    pub fn between(low: i64, high: i64, currency: Currency) -> Self {
        Self { low, high, ..Self::exactly(low, currency) }
    }

    /// The most likely amount: as given, else the middle of low and high, rounded towards zero.
    #[must_use]
    pub fn likely(&self) -> i64 {
        self.likely.unwrap_or_else(|| self.low.midpoint(self.high))
    }

    /// One figure, not a range.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.low == self.high && self.likely.is_none_or(|likely| likely == self.low)
    }
}

/// How a [`MoneyRange`] stands in a file.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
struct MoneyRangeFields {
    /// The one figure, whole currency units. Excludes `low`, `likely`, `high`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<i64>,
    /// The least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    low: Option<i64>,
    /// The most likely; left out, it is the middle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    likely: Option<i64>,
    /// The most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    high: Option<i64>,
    /// The currency it was reported in.
    currency: Currency,
    /// The plan's own estimate, not a reported figure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    estimate: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    extra: Extra,
}

impl TryFrom<MoneyRangeFields> for MoneyRange {
    type Error = &'static str;

    fn try_from(fields: MoneyRangeFields) -> Result<Self, &'static str> {
        let MoneyRangeFields { amount, low, likely, high, currency, estimate, extra } = fields;
        let (low, likely, high) = match (amount, low, likely, high) {
            (Some(amount), None, None, None) => (amount, None, amount),
            (None, Some(low), likely, Some(high)) => (low, likely, high),
            (Some(_), ..) => return Err("give either \"amount\" or \"low\" and \"high\", not both"),
            _ => return Err("an amount is missing: give \"amount\", or both \"low\" and \"high\""),
        };
        Ok(Self { low, likely, high, currency, estimate, extra })
    }
}

impl From<MoneyRange> for MoneyRangeFields {
    fn from(range: MoneyRange) -> Self {
        let single = range.low == range.high && range.likely.is_none();
        let MoneyRange { low, likely, high, currency, estimate, extra } = range;
        Self {
            amount: single.then_some(low),
            low: (!single).then_some(low),
            likely,
            high: (!single).then_some(high),
            currency,
            estimate,
            extra,
        }
    }
}

/// One dated exchange rate: one unit of `base` costs `rate` units of `quote`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Rate {
    /// The currency of which one unit is priced.
    pub base: Currency,
    /// The currency of the price.
    pub quote: Currency,
    /// Units of `quote` for one of `base`.
    pub rate: f64,
    /// The day it held.
    pub date: Date,
    /// Where it is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How an amount of one currency becomes one of another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Conversion {
    /// Units of the second currency for one of the first.
    pub rate: f64,
    /// The day the rate held, the earlier one of two; none where nothing is exchanged.
    pub date: Option<Date>,
    /// The currency between them.
    pub via: Option<Currency>,
}

/// What a window may cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WindowBudget {
    /// The window.
    pub window: WindowId,
    /// The most its moves may cost, net.
    pub budget: Amount,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The plan's currency, its dated rates, and what a covered matchday is worth to the user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MoneySettings {
    /// The currency totals are shown in.
    pub currency: Currency,
    /// Dated exchange rates; the newest for a pair counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<Rate>,
    /// What one covered matchday is worth; left out, the default applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub covered_matchday_value: Option<Amount>,
    /// Budgets of windows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub budgets: Vec<WindowBudget>,
    /// The most all wages of a season may cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage_ceiling: Option<Amount>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MoneySettings {
    /// A plan in `currency` without rates.
    #[must_use]
    pub fn new(currency: Currency) -> Self {
        Self {
            currency,
            rates: Vec::new(),
            covered_matchday_value: None,
            budgets: Vec::new(),
            wage_ceiling: None,
            extra: Extra::new(),
        }
    }

    /// Units of `to` for one unit of `from`, by the newest rate of the pair in either direction, or through one
    /// currency between them; `None` where no rate leads there.
    #[must_use]
    pub fn rate(&self, from: Currency, to: Currency) -> Option<f64> {
        Some(self.conversion(from, to)?.rate)
    }

    /// The way [`Self::rate`] takes: the rate, the day it held, and the currency between them.
    #[must_use]
    pub fn conversion(&self, from: Currency, to: Currency) -> Option<Conversion> {
        if from == to {
            return Some(Conversion { rate: 1.0, date: None, via: None });
        }
        if let Some((date, rate)) = self.direct_rate(from, to) {
            return Some(Conversion { rate, date: Some(date), via: None });
        }
        let mut between: Vec<Currency> = self.rates.iter().flat_map(|rate| [rate.base, rate.quote]).collect();
        between.sort_unstable();
        between.dedup();
        between.into_iter().find_map(|via| {
            let (here, there) = (self.direct_rate(from, via)?, self.direct_rate(via, to)?);
            Some(Conversion { rate: here.1 * there.1, date: Some(here.0.min(there.0)), via: Some(via) })
        })
    }

    fn direct_rate(&self, from: Currency, to: Currency) -> Option<(Date, f64)> {
        self.rates
            .iter()
            .filter(|rate| rate.rate > 0.0 && rate.rate.is_finite())
            .filter_map(|rate| {
                if (rate.base, rate.quote) == (from, to) {
                    Some((rate.date, rate.rate))
                } else if (rate.quote, rate.base) == (from, to) {
                    Some((rate.date, 1.0 / rate.rate))
                } else {
                    None
                }
            })
            .max_by_key(|(date, _)| *date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fee_reads_as_one_figure_or_as_a_range() {
        let one: MoneyRange = serde_json::from_str(r#"{"amount":30000000,"currency":"EUR"}"#).unwrap();
        assert_eq!(one, MoneyRange::exactly(30_000_000, Currency::EUR));
        let range: MoneyRange =
            serde_json::from_str(r#"{"low":20000000,"high":25000000,"currency":"EUR"}"#).unwrap();
        assert_eq!(range.likely(), 22_500_000);
        assert!(serde_json::from_str::<MoneyRange>(r#"{"low":1,"currency":"EUR"}"#).is_err());
        assert!(
            serde_json::from_str::<MoneyRange>(r#"{"low":1,"high":2,"amount":1,"currency":"EUR"}"#).is_err()
        );
    }

    #[test]
    fn the_newest_rate_counts_in_either_direction_and_through_a_third_currency() {
        let mut money = MoneySettings::new(Currency::GBP);
        let rate = |base, quote, rate, date: &str| Rate {
            base,
            quote,
            rate,
            date: date.parse().unwrap(),
            source: None,
            extra: Extra::new(),
        };
        money.rates.push(rate(Currency::GBP, Currency::EUR, 1.25, "2025-09-25"));
        money.rates.push(rate(Currency::GBP, Currency::EUR, 1.5, "2025-01-01"));
        money.rates.push(rate(Currency::GBP, Currency::USD, 1.35, "2025-09-25"));
        assert_eq!(money.rate(Currency::EUR, Currency::GBP), Some(0.8));
        assert_eq!(money.rate(Currency::EUR, Currency::USD), Some(0.8 * 1.35));
        assert_eq!(money.rate("CHF".parse().unwrap(), Currency::USD), None);
    }

    #[test]
    fn a_currency_is_three_capitals() {
        for bad in ["", "EU", "eur", "EURO", "€"] {
            assert!(bad.parse::<Currency>().is_err(), "{bad}");
        }
    }
}
