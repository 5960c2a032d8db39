//! What one covered matchday is worth.

use serde::Serialize;

use crate::forecast::{Assumptions, id};
use crate::model::{Amount, Conversion, Currency, Plan};
use crate::report::money::reading::converted;

/// The value of one covered matchday: the plan's own, or the assumption.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MatchdayValue {
    /// In the plan's currency; none if no rate leads there.
    pub amount: Option<f64>,
    /// As the plan or the assumption gives it.
    pub given: Amount,
    /// Nobody has set it: it is an assumption.
    pub is_assumption: bool,
    /// How it was converted.
    pub conversion: Option<Conversion>,
}

impl MatchdayValue {
    /// The value in force for a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let assumed = || {
            let pounds = Assumptions::of(plan).get(id::COVERED_MATCHDAY_VALUE);
            let rated = plan.money.conversion(Currency::GBP, plan.money.currency).is_some();
            // It claims no evidence: without a rate the same figure in the plan's own currency is as good.
            let currency = if rated { Currency::GBP } else { plan.money.currency };
            Amount::new(pounds.round() as i64, currency)
        };
        let set = plan.money.covered_matchday_value.clone();
        let is_assumption = set.is_none();
        let given = set.unwrap_or_else(assumed);
        let conversion = plan.money.conversion(given.currency, plan.money.currency);
        let amount = conversion
            .and_then(|conversion| converted([given.amount; 3], conversion))
            .map(|range| range.likely);
        Self { amount, given, is_assumption, conversion }
    }
}
