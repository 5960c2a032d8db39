//! Windows with their budgets, and seasons with the squad's wages.

use serde::Serialize;

use crate::model::{Amount, Conversion, Date, Plan, Season, WagePeriod, WindowId, season_of};

use super::reading::converted;
use super::{Costs, Figure, Range};

/// What a window or a season's wages may cost, and what is left of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Budget {
    /// As it stands in the plan.
    pub set: Amount,
    /// How it was converted to the plan's currency; none if no rate leads there, and then nothing can be said of it.
    pub conversion: Option<Conversion>,
    /// In the plan's currency.
    pub amount: Option<f64>,
    /// What is left if every move comes off, and as expected; negative where it is overspent.
    pub left: Option<Figure>,
}

/// Net spend in a window.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WindowSpend {
    /// The window; none for what lies outside any.
    pub window: Option<WindowId>,
    /// Fees paid less fees received.
    pub net_spend: Figure,
    /// Its budget, if the plan sets one.
    pub budget: Option<Budget>,
}

/// What a season costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SeasonCost {
    /// As shown: `2025–26`.
    pub name: String,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// Fees paid on its days less fees received.
    pub net_spend: Figure,
    /// What its days carry of the fees paid.
    pub amortisation: Figure,
    /// What the moves add to the wages.
    pub wages: Figure,
    /// Amortisation and wages.
    pub season_cost: Figure,
    /// The wages of the squad and of the moves.
    pub wage_bill: WageBill,
}

/// The wages of a season, as far as they are known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WageBill {
    /// What the squad earns by its contracts.
    pub squad: f64,
    /// Squad players of the season whose wage counts.
    pub known: usize,
    /// Squad players of the season whose wage nobody has given, or no rate converts.
    pub unknown: usize,
    /// With what the moves add and save.
    pub total: Figure,
    /// The ceiling, if the plan sets one.
    pub ceiling: Option<Budget>,
}

impl SeasonCost {
    /// Which season.
    #[must_use]
    pub fn season(&self) -> Season {
        season_of(self.first)
    }
}

pub(super) fn windows(plan: &Plan, costs: &Costs) -> Vec<WindowSpend> {
    let spend = |window: Option<&WindowId>| {
        costs.figure(
            |cost| cost.window.as_ref() == window,
            |line| if line.item.is_wage() { None } else { Some(line.amount) },
        )
    };
    let inside = plan.windows.iter().map(|window| {
        let net_spend = spend(Some(&window.id));
        let set = plan.money.budgets.iter().find(|budget| budget.window == window.id);
        let budget = set.map(|set| Budget::of(plan, &set.budget, net_spend));
        WindowSpend { window: Some(window.id.clone()), net_spend, budget }
    });
    let outside = WindowSpend { window: None, net_spend: spend(None), budget: None };
    inside.chain([outside]).collect()
}

pub(super) fn season(plan: &Plan, costs: &Costs, season: Season) -> SeasonCost {
    let (first, last) = (season.first_day(), season.last_day());
    let wages = costs.wages(first, last);
    SeasonCost {
        name: season.to_string(),
        first,
        last,
        net_spend: costs.net_spend(first, last),
        amortisation: costs.amortisation(first, last),
        wages,
        season_cost: costs.running_cost(first, last),
        wage_bill: WageBill::of(plan, wages, (first, last)),
    }
}

impl Budget {
    fn of(plan: &Plan, set: &Amount, spent: Figure) -> Self {
        let conversion = plan.money.conversion(set.currency, plan.money.currency);
        let amount = conversion
            .and_then(|conversion| converted([set.amount; 3], conversion))
            .map(|range| range.likely);
        let left = amount.map(|amount| Figure {
            if_it_happens: Range::exactly(amount) - spent.if_it_happens,
            expected: Range::exactly(amount) - spent.expected,
        });
        Self { set: set.clone(), conversion, amount, left }
    }
}

impl WageBill {
    fn of(plan: &Plan, moves: Figure, (first, last): (Date, Date)) -> Self {
        let (mut squad, mut known, mut unknown) = (0.0, 0, 0);
        for player in plan.players.iter().filter(|player| !player.is_target()) {
            let contract = player.contract.as_ref();
            let from = contract.and_then(|contract| contract.from).map_or(first, |from| from.max(first));
            let until = contract.and_then(|contract| contract.until).map_or(last, |until| until.min(last));
            if until < from {
                continue;
            }
            let days = f64::from((until - from).get_days() + 1);
            let wage = contract.and_then(|contract| contract.wage.as_ref());
            let daily = wage.and_then(|wage| {
                let conversion = plan.money.conversion(wage.amount.currency, plan.money.currency)?;
                let amount = converted([wage.amount.amount; 3], conversion)?.likely;
                Some(amount / if wage.per == WagePeriod::Week { 7.0 } else { 365.0 })
            });
            match daily {
                Some(daily) => {
                    squad += daily * days;
                    known += 1;
                }
                None => unknown += 1,
            }
        }
        let total = Figure::certain(squad) + moves;
        let ceiling = plan.money.wage_ceiling.as_ref().map(|set| Budget::of(plan, set, total));
        Self { squad, known, unknown, total, ceiling }
    }
}
