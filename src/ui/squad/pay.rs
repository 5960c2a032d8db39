//! How long a player is under contract in a scenario, and what he is paid.

use crate::model::{Date, Move, MoveKind, Plan, Player, Scenario, Wage, WagePeriod, words};

/// Weeks of a year, for wages: `docs/model.md` §6 pays a year in 365 parts.
const WEEKS: f64 = 365.0 / 7.0;

/// The end of his contract as the scenario has it: renewed, or with the deal that brings him.
pub(super) fn contract_end(scenario: &Scenario, player: &Player) -> Option<Date> {
    let renewed = scenario.moves.iter().find(|mv| mv.player == player.id && mv.kind == MoveKind::Renew);
    if let Some(mv) = renewed {
        return mv.until.or_else(|| player.contract_until());
    }
    if player.is_target() {
        return scenario.arrival_of(&player.id).and_then(|mv| mv.until);
    }
    player.contract_until()
}

/// The move brings a contract with the club.
fn brings_contract(mv: &Move) -> bool {
    mv.kind.is_arrival() || mv.kind == MoveKind::Renew
}

fn present_wage(player: &Player) -> Option<&Wage> {
    player.contract.as_ref().filter(|_| !player.is_target())?.wage.as_ref()
}

/// His wage as the scenario has it.
pub(super) fn wage_of<'a>(scenario: &'a Scenario, player: &'a Player) -> Option<&'a Wage> {
    let mut moves = scenario.moves.iter().filter(|mv| mv.player == player.id && brings_contract(mv));
    moves.find_map(|mv| mv.wage.as_ref()).or_else(|| present_wage(player))
}

/// What he is paid a week on the day, in the plan's currency: by the last contract that has certainly begun.
pub(super) fn weekly_pay(plan: &Plan, scenario: &Scenario, player: &Player, day: Date) -> Option<f64> {
    let begun = scenario.moves.iter().filter(|mv| mv.player == player.id && brings_contract(mv));
    let begun = begun.filter(|mv| mv.chance() >= 1.0);
    let begun = begun.filter_map(|mv| Some((mv.effective_date(plan).filter(|date| *date <= day)?, mv)));
    let last = begun.max_by_key(|(date, _)| *date);
    let wage = last.map_or_else(|| present_wage(player), |(_, mv)| mv.wage.as_ref())?;
    let rate = plan.money.rate(wage.amount.currency, plan.money.currency)?;
    let weeks = if wage.per == WagePeriod::Year { WEEKS } else { 1.0 };
    Some(wage.amount.amount as f64 * rate / weeks)
}

pub(super) fn wage_words(wage: &Wage) -> String {
    let per = match wage.per {
        WagePeriod::Week => "week",
        WagePeriod::Year => "year",
    };
    format!("{} / {per}", words::amount(&wage.amount))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, Currency, Extra};
    use crate::ui::squad::facts::Facts;
    use crate::ui::testing::sample;

    #[test]
    fn wages_are_those_of_the_contracts_that_run_on_the_day() {
        let mut plan = sample();
        let mut scenario = plan.scenarios.first().unwrap().clone();
        let pay = |amount| {
            let amount = Amount::new(amount, Currency::GBP);
            Some(Wage { amount, per: WagePeriod::Week, estimate: false, extra: Extra::new() })
        };
        for player in &mut plan.players {
            let player = std::sync::Arc::make_mut(player);
            let wage = if player.id == *"virgil-van-dijk" { pay(300_000) } else { None };
            player.contract.get_or_insert_default().wage = wage;
        }
        let dated = |player: &str, kind, date: &str, amount| {
            let mv = Move::new(player.parse().unwrap(), player.parse().unwrap(), kind);
            Move { date: Some(date.parse().unwrap()), wage: pay(amount), ..mv }
        };
        scenario.moves = vec![
            dated("marc-guehi", MoveKind::Buy, "2026-01-10", 100_000),
            dated("virgil-van-dijk", MoveKind::Renew, "2026-02-01", 350_000),
            Move { chance: 0.5, ..dated("joe-gomez", MoveKind::Renew, "2026-01-01", 90_000) },
        ];
        for (day, expected) in [
            ("2026-01-09", "wages £300k a week (1 known)"),
            ("2026-01-10", "wages £400k a week (2 known)"),
            ("2026-02-01", "wages £450k a week (2 known)"),
        ] {
            let totals = Facts::of(&plan, &scenario, day.parse().unwrap()).totals;
            assert!(totals.contains(expected), "{day}: {totals}");
        }
    }
}
