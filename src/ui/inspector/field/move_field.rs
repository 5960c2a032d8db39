//! Texts of a move.

use crate::model::{Amount, Currency, MoneyRange, Move, Plan, words};

use super::player_field::{amount_over, wage_over};
use crate::ui::entry::{self, Complaint, dates::Near, optional};

/// Which text of a move.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in super::super) enum MoveField {
    Date,
    Club,
    FeeLow,
    FeeLikely,
    FeeHigh,
    SigningOn,
    AgentFee,
    Wage,
    Until,
    Chance,
    Group,
    Notes,
}

impl MoveField {
    pub(in super::super) fn read(self, mv: &Move) -> String {
        let amount = |amount: Option<&Amount>| {
            amount.map(|amount| entry::money_text(amount.amount, amount.currency)).unwrap_or_default()
        };
        let fee = |part: fn(&MoneyRange) -> Option<i64>| {
            let units = |fee: &MoneyRange| part(fee).map(|units| entry::money_text(units, fee.currency));
            mv.fee.as_ref().and_then(units).unwrap_or_default()
        };
        match self {
            Self::Date => mv.date.map(words::date).unwrap_or_default(),
            Self::Club => mv.club.clone().unwrap_or_default(),
            Self::FeeLow => fee(|fee| Some(fee.low)),
            Self::FeeLikely => fee(|fee| fee.likely),
            Self::FeeHigh => fee(|fee| (fee.high != fee.low).then_some(fee.high)),
            Self::SigningOn => amount(mv.signing_on_fee.as_ref()),
            Self::AgentFee => amount(mv.agent_fee.as_ref()),
            Self::Wage => amount(mv.wage.as_ref().map(|wage| &wage.amount)),
            Self::Until => mv.until.map(words::date).unwrap_or_default(),
            Self::Chance => {
                let tenths = (mv.chance() * 1000.0).round() / 10.0;
                format!("{tenths} %")
            }
            Self::Group => mv.group.clone().unwrap_or_default(),
            Self::Notes => mv.notes.clone(),
        }
    }

    pub(super) fn write(self, mv: &mut Move, text: &str, plan: &Plan) -> Result<(), Complaint> {
        let usual = plan.money.currency;
        match self {
            Self::Date => mv.date = entry::date_near(text, Near::After(plan.as_of))?,
            Self::Club => mv.club = optional(text),
            Self::FeeLow | Self::FeeLikely | Self::FeeHigh => mv.fee = self.fee_over(mv, text, usual)?,
            Self::SigningOn => {
                mv.signing_on_fee = amount_over(mv.signing_on_fee.as_ref(), text, usual)?;
            }
            Self::AgentFee => mv.agent_fee = amount_over(mv.agent_fee.as_ref(), text, usual)?,
            Self::Wage => mv.wage = wage_over(mv.wage.as_ref(), text, usual)?,
            Self::Until => mv.until = entry::last_day(text, mv.effective_date(plan))?,
            Self::Chance => mv.chance = entry::chance(text)?,
            Self::Group => mv.group = optional(text),
            Self::Notes => text.trim_end().clone_into(&mut mv.notes),
        }
        Ok(())
    }

    /// The fee with one of its three figures typed anew. A range typed into the first figure sets all of them;
    /// another currency is another currency for all.
    fn fee_over(self, mv: &Move, text: &str, usual: Currency) -> Result<Option<MoneyRange>, Complaint> {
        let old = mv.fee.as_ref();
        let typed = entry::money_range(text, old.map_or(usual, |old| old.currency))?;
        let Some(old) = old else { return Ok(typed) };
        let Some(typed) = typed else {
            return Ok(match self {
                Self::FeeLikely => Some(MoneyRange { likely: None, ..old.clone() }),
                Self::FeeHigh => Some(MoneyRange { high: old.low, likely: None, ..old.clone() }),
                _ if old.low == old.high => None,
                _ => Some(MoneyRange { low: old.high, likely: None, ..old.clone() }),
            });
        };
        let currency = typed.currency;
        if !typed.is_single() {
            return Ok(Some(MoneyRange { estimate: old.estimate, extra: old.extra.clone(), ..typed }));
        }
        let mut fee = MoneyRange { currency, ..old.clone() };
        match self {
            Self::FeeLow if old.low == old.high => {
                (fee.low, fee.high, fee.likely) = (typed.low, typed.low, None);
            }
            Self::FeeLow => fee.low = typed.low,
            Self::FeeHigh => fee.high = typed.low,
            _ => fee.likely = Some(typed.low),
        }
        let likely = fee.likely.unwrap_or(fee.low);
        if fee.low > fee.high {
            return Err("The low fee is more than the high one.".to_owned());
        }
        if likely < fee.low || likely > fee.high {
            return Err("The likely fee lies below the low or above the high one.".to_owned());
        }
        Ok(Some(fee))
    }
}
