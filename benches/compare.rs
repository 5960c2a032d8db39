//! The speed of a comparison: what is worked out anew after every edit while the Compare view is shown.
//!
//! `cargo bench --bench compare` prints the median of each case as a row beside the limit the project holds itself
//! to, and fails if one is over it. The chance of being short on some matchday is not part of it: it is worked out apart.

#![expect(clippy::print_stdout, reason = "a bench reports on the terminal")]

mod median;
mod table;

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::Arc;

use backline::forecast::horizon;
use backline::model::{
    Club, Contract, Currency, Date, Matchday, MatchdayOrigin, MoneyRange, Move, MoveKind, Plan, Player,
    PlayerId, PlayerKind, Scenario,
};
use backline::report::compare::Comparison;

fn main() -> ExitCode {
    let mut met = true;
    for (unit_players, limit_ms) in [(8, 20.0), (40, 40.0)] {
        let plan = plan(unit_players);
        let scenarios: Vec<_> = plan.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
        let unit = plan.units.first().map(|unit| unit.id.clone()).expect("a new plan has units");
        let mut work = || {
            let compared = Comparison::of(black_box(&plan), &scenarios, &unit, plan.as_of, horizon(&plan));
            black_box(compared.map(|comparison| comparison.verdicts()));
        };
        let what = format!("compare 4 scenarios, 40 players, {unit_players} of them in the unit");
        met &= table::row(&what, median::median(21, &mut work), ("limit", limit_ms));
    }
    if met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn day(text: &str) -> Date {
    text.parse().expect("it is a date")
}

/// Forty players, of whom some stand in the centre of defence; four scenarios with ten moves each.
fn plan(unit_players: usize) -> Plan {
    let mut plan = Plan::new("Bench", Club::named("Club"), day("2025-09-25"), Currency::GBP);
    for n in 0..40 {
        let id = PlayerId::new_for(&format!("player {n}"), |_| false);
        let kind = if n % 4 == 3 { PlayerKind::Target } else { PlayerKind::Squad };
        let mut player = Player::new(id, format!("Player {n}"), kind);
        player.contract =
            Some(Contract { until: Some(day(&format!("202{}-06-30", 6 + n % 4))), ..Contract::default() });
        plan.players.push(Arc::new(player));
    }
    plan.matchdays = (0..90_i64)
        .filter_map(|week| plan.as_of.checked_add(jiff::Span::new().days(3 + 7 * week)).ok())
        .map(|date| Matchday::on(date, MatchdayOrigin::Generated))
        .collect();
    let first = plan.scenarios.remove(0);
    for n in 0..4 {
        let name = format!("Plan {n}");
        let mut scenario =
            Scenario { id: backline::model::ScenarioId::new_for(&name, |_| false), name, ..first.clone() };
        let members: Vec<PlayerId> =
            plan.players.iter().rev().take(unit_players).map(|player| player.id.clone()).collect();
        scenario.charts.insert("lcb".parse().expect("it is an id"), members);
        for (at, player) in plan.players.iter().filter(|player| player.is_target()).enumerate() {
            let id = format!("buy-{at}").parse().expect("it is an id");
            let mut mv = Move::new(id, player.id.clone(), MoveKind::Buy);
            mv.date = Some(if n == 0 { day("2026-01-01") } else { day("2026-07-01") });
            mv.until = Some(day("2030-06-30"));
            mv.fee = Some(MoneyRange::between(10_000_000, 20_000_000 + n, Currency::GBP));
            mv.chance = 0.5;
            scenario.moves.push(mv);
        }
        plan.scenarios.push(scenario);
    }
    plan.baseline = plan.scenarios.first().map(|scenario| scenario.id.clone()).expect("there are four");
    plan
}
