//! What a move costs or brings once: fees paid, spread over the contract, and fees received.

use crate::model::{Amount, Currency, Date, Move, MoveKind, season_of, words};
use crate::report::money::line::last_day_of_years;
use crate::report::money::{Item, Line, RemarkKind};

use super::Reading;

/// What a move costs or brings once: low, likely and high, in its own currency, and whether that is an estimate.
type Sum = (Item, [i64; 3], Currency, bool);

impl Reading<'_> {
    /// Fees paid, spread over the contract, and fees received.
    pub(super) fn fees(&mut self, mv: &Move, date: Date, chance: f64) -> Vec<Line> {
        let spread = self.spread_until(mv, date);
        let mut paid: Vec<Sum> = self.fee(mv).into_iter().collect();
        let once = |item, amount: &Option<Amount>| {
            amount.as_ref().map(|Amount { amount, currency, .. }| (item, [*amount; 3], *currency, false))
        };
        paid.extend(once(Item::SigningOnFee, &mv.signing_on_fee));
        paid.extend(once(Item::AgentFee, &mv.agent_fee));
        let mut lines = Vec::new();
        for (item, figures, currency, estimate) in paid {
            let Some((amount, reported)) = self.converted(mv, item, figures, currency, None) else {
                continue;
            };
            let (amount, last) = if item.is_received() { (-amount, date) } else { (amount, spread) };
            lines.push(Line {
                item,
                first: date,
                last: Some(last),
                amount,
                reported,
                chance,
                rests_on: None,
                estimate,
            });
        }
        if mv.until.is_none()
            && matches!(
                mv.kind,
                MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract | MoveKind::Renew
            )
            && lines.iter().any(|line| line.item.is_amortised())
        {
            let why = format!(
                "no end of the contract is given: its fees are spread to {}, the most the rules allow (assumed).",
                words::date(spread)
            );
            self.remark(mv, RemarkKind::Assumed, &why);
        }
        lines
    }

    /// The fee itself, if a move of this kind has one.
    fn fee(&mut self, mv: &Move) -> Option<Sum> {
        let fee = mv.fee.as_ref()?;
        let item = match mv.kind {
            MoveKind::Buy => Item::Fee,
            MoveKind::LoanIn => Item::LoanFee,
            MoveKind::Sell => Item::FeeReceived,
            MoveKind::LoanOut => Item::LoanFeeReceived,
            MoveKind::FreeTransfer | MoveKind::PreContract | MoveKind::Renew | MoveKind::Release => {
                let why = format!(
                    "a fee of {} is entered, but a {} has none: it is not counted.",
                    words::money_range(fee),
                    mv.kind.name()
                );
                self.remark(mv, RemarkKind::NotCounted, &why);
                return None;
            }
        };
        if fee.estimate {
            let why = format!("the fee of {} is the plan's own estimate.", words::money_range(fee));
            self.remark(mv, RemarkKind::Assumed, &why);
        }
        Some((item, [fee.low, fee.likely(), fee.high], fee.currency, fee.estimate))
    }

    /// The last day over which what a move costs once is spread.
    fn spread_until(&self, mv: &Move, date: Date) -> Date {
        let last = match mv.kind {
            MoveKind::Sell | MoveKind::Release | MoveKind::LoanOut => date,
            MoveKind::LoanIn => mv.until.unwrap_or_else(|| season_of(date).last_day()),
            MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract | MoveKind::Renew => {
                let cap = last_day_of_years(date, self.cap_years);
                mv.until.map_or(cap, |until| until.min(cap))
            }
        };
        last.max(date)
    }
}
