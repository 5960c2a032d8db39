//! Amounts, ranges, rates, budgets.

use std::collections::BTreeMap;

use crate::model::{Amount, Currency, MoneyRange, Wage, words};

use super::{Finder, Place};

/// More than any club has paid for anything, in whole units of any currency.
const HARDLY: i64 = 100_000_000_000;

/// An amount of something, such as `the agent fee of Marc Guéhi`.
pub(super) fn amount(finder: &mut Finder<'_>, place: &Place, what: &str, amount: &Amount) {
    figure(finder, place, what, amount.amount, amount.currency);
}

pub(super) fn wage(finder: &mut Finder<'_>, place: &Place, what: &str, wage: &Wage) {
    amount(finder, place, what, &wage.amount);
}

pub(super) fn range(finder: &mut Finder<'_>, place: &Place, what: &str, range: &MoneyRange) {
    let MoneyRange { low, likely, high, currency, .. } = *range;
    if low > high {
        let (low, high) = (words::money(low, currency), words::money(high, currency));
        finder.warning(
            place.clone(),
            format!("{what} is a range the wrong way round: from {low} to {high}."),
            "Put the smaller amount first.",
        );
    } else if let Some(likely) = likely.filter(|likely| !(low..=high).contains(likely)) {
        let likely = words::money(likely, currency);
        finder.warning(
            place.clone(),
            format!("{what} is said to be most likely {likely}, which lies outside its own range."),
            "Choose a likely amount inside the range, or leave it out.",
        );
    }
    let worst = if low < 0 { low } else { high };
    figure(finder, place, what, worst, currency);
}

fn figure(finder: &mut Finder<'_>, place: &Place, what: &str, amount: i64, currency: Currency) {
    let shown = words::money(amount, currency);
    if amount < 0 {
        finder.error(
            place.clone(),
            format!("{what} is negative: {shown}."),
            "Write what is paid as a positive amount; a sale brings money in by being a sale.",
        );
    } else if amount > HARDLY {
        finder.warning(
            place.clone(),
            format!("{what} is {shown}, more than any club has paid."),
            "Amounts are whole units of the currency: 30000000 is thirty million.",
        );
    }
}

/// The plan's own money: rates, budgets, and the currencies that no rate leads to.
pub(super) fn settings(finder: &mut Finder<'_>) {
    let money = &finder.plan.money;
    for rate in &money.rates {
        let day = words::date(rate.date);
        if !(rate.rate > 0.0 && rate.rate.is_finite()) {
            finder.error(
                Place::Money,
                format!(
                    "The rate of {} to {} on {day} is {}, and is not used.",
                    rate.base, rate.quote, rate.rate
                ),
                "Enter how many units of the second currency one unit of the first costs, for example 1.16.",
            );
        }
        if rate.base == rate.quote {
            finder.warning(
                Place::Money,
                format!("The rate of {day} exchanges {} for itself.", rate.base),
                "Choose two currencies, or remove the rate.",
            );
        }
    }
    for (i, budget) in money.budgets.iter().enumerate() {
        let window = finder.plan.window(&budget.window);
        let Some(window) = window else {
            finder.error(
                Place::Money,
                format!("A budget is for the window \"{}\", which the plan does not have.", budget.window),
                "Choose one of the plan's windows, or remove the budget.",
            );
            continue;
        };
        amount(finder, &Place::Money, &format!("The budget of {}", window.name), &budget.budget);
        if money.budgets.iter().take(i).any(|other| other.window == budget.window) {
            finder.warning(
                Place::Money,
                format!("{} has more than one budget; the first one counts.", window.name),
                "Remove all but one.",
            );
        }
    }
    if let Some(value) = &money.covered_matchday_value {
        amount(finder, &Place::Money, "The value of a covered matchday", value);
    }
    if let Some(ceiling) = &money.wage_ceiling {
        amount(finder, &Place::Money, "The wage ceiling", ceiling);
    }
    for (currency, (first, count)) in used_currencies(finder) {
        if money.rate(currency, money.currency).is_none() {
            let others = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
            finder.warning(
                Place::Money,
                format!(
                    "No rate leads from {currency} to {}, so {first}{others} cannot be added up.",
                    money.currency
                ),
                "Enter a rate for the two currencies in the money settings.",
            );
        }
    }
}

/// Every currency in which something is given, with the first such thing and how many there are.
fn used_currencies(finder: &Finder<'_>) -> BTreeMap<Currency, (String, usize)> {
    let plan = finder.plan;
    let mut used: BTreeMap<Currency, (String, usize)> = BTreeMap::new();
    let mut note = |currency: Currency, what: &dyn Fn() -> String| {
        used.entry(currency).and_modify(|(_, count)| *count += 1).or_insert_with(|| (what(), 1));
    };
    for player in &plan.players {
        let name = super::name(player);
        if let Some(asking) = &player.asking {
            note(asking.currency, &|| format!("what {name}'s club asks"));
        }
        if let Some(value) = &player.market_value {
            note(value.currency, &|| format!("the market value of {name}"));
        }
        if let Some(wage) = player.contract.as_ref().and_then(|contract| contract.wage.as_ref()) {
            note(wage.amount.currency, &|| format!("the wage of {name}"));
        }
    }
    for report in &plan.reports {
        for amount in &report.amounts {
            note(amount.value.currency, &|| {
                format!("an amount reported by {}, {}", report.outlet_words(), report.day_words())
            });
        }
    }
    for mv in plan.scenarios.iter().flat_map(|scenario| &scenario.moves) {
        let name = finder.player(&mv.player).map_or(mv.player.as_str(), super::name);
        if let Some(fee) = &mv.fee {
            note(fee.currency, &|| format!("the fee of {name}"));
        }
        let wage = mv.wage.as_ref().map(|wage| &wage.amount);
        for amount in [mv.signing_on_fee.as_ref(), mv.agent_fee.as_ref(), wage].into_iter().flatten() {
            note(amount.currency, &|| format!("what {name} costs"));
        }
    }
    let money = &plan.money;
    let budgets = money.budgets.iter().map(|budget| &budget.budget);
    for amount in budgets.chain(&money.covered_matchday_value).chain(&money.wage_ceiling) {
        note(amount.currency, &|| "an amount of the money settings".to_owned());
    }
    used
}
