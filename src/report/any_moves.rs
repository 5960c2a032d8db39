//! Plans whose scenarios are full of moves, sensible and not, for properties that must hold for all of them.

use std::sync::Arc;

use jiff::ToSpan as _;
use proptest::prelude::*;

use crate::model::{
    Amount, Club, Contract, Currency, Date, Extra, Matchday, MatchdayOrigin, MoneyRange, Move, MoveId,
    MoveKind, Plan, Player, PlayerId, PlayerKind, Rate, Scenario, ScenarioId, SlotId, Wage, WagePeriod,
    Window, WindowBudget,
};

pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// As of 25 September 2025, two windows to come, six squad players and three targets; pounds, euros by a rate, and
/// francs that no rate leads from.
pub(super) fn plan() -> Plan {
    let mut plan = Plan::new("Test", Club::named("Club"), day("2025-09-25"), Currency::GBP);
    let names = ["one", "two", "three", "four", "five", "six", "ann", "bob", "cid"];
    for (n, name) in names.into_iter().enumerate() {
        let kind = if n < 6 { PlayerKind::Squad } else { PlayerKind::Target };
        let mut player = Player::new(name.parse().unwrap(), name.to_uppercase(), kind);
        let until = ["2026-06-30", "2028-06-30", "2027-06-30"].get(n % 3).map(|until| day(until));
        let wage = (n % 2 == 0).then(|| weekly(70_000 + 7_000 * n as i64));
        player.contract = Some(Contract { until, wage, ..Contract::default() });
        plan.players.push(Arc::new(player));
    }
    for (id, opens, closes) in
        [("winter", "2026-01-01", "2026-02-02"), ("summer", "2026-06-15", "2026-09-01")]
    {
        plan.windows.push(Window {
            id: id.parse().unwrap(),
            name: id.to_owned(),
            opens: day(opens),
            closes: day(closes),
            note: None,
            extra: Extra::new(),
        });
    }
    plan.money.rates.push(Rate {
        base: Currency::GBP,
        quote: Currency::EUR,
        rate: 1.16,
        date: day("2025-09-01"),
        source: None,
        extra: Extra::new(),
    });
    plan.money.budgets.push(WindowBudget {
        window: "winter".parse().unwrap(),
        budget: Amount::new(50_000_000, Currency::GBP),
        extra: Extra::new(),
    });
    plan.matchdays = (0..80)
        .map(|week| Matchday::on(plan.as_of.saturating_add((3 + 7 * week).days()), MatchdayOrigin::Generated))
        .collect();
    plan.scenarios = ["a", "b"].map(|id| scenario(&plan, id)).into();
    plan.baseline = "a".parse().unwrap();
    plan
}

/// A scenario without moves: everybody in the centre of defence.
pub(super) fn scenario(plan: &Plan, id: &str) -> Scenario {
    let formation = plan.formations.first().unwrap().id.clone();
    let mut scenario = Scenario::new(id.parse::<ScenarioId>().unwrap(), id.to_uppercase(), formation);
    let (left, right): (Vec<_>, Vec<_>) =
        plan.players.iter().map(|player| player.id.clone()).enumerate().partition(|(n, _)| n % 2 == 0);
    let chart = |side: Vec<(usize, PlayerId)>| side.into_iter().map(|(_, id)| id).collect();
    scenario.charts.insert("lcb".parse::<SlotId>().unwrap(), chart(left));
    scenario.charts.insert("rcb".parse::<SlotId>().unwrap(), chart(right));
    scenario
}

pub(super) fn weekly(pounds: i64) -> Wage {
    Wage {
        amount: Amount::new(pounds, Currency::GBP),
        per: WagePeriod::Week,
        estimate: false,
        extra: Extra::new(),
    }
}

/// A move on a day, with nothing else known.
pub(super) fn mv(id: &str, player: &str, kind: MoveKind, on: &str) -> Move {
    let mut mv = Move::new(id.parse::<MoveId>().unwrap(), player.parse().unwrap(), kind);
    mv.date = (!on.is_empty()).then(|| day(on));
    mv
}

fn any_amount() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 0..90_000_000_i64, 1 => any::<i64>()]
}

fn any_currency() -> impl Strategy<Value = Currency> {
    prop_oneof![4 => Just(Currency::GBP), 3 => Just(Currency::EUR), 1 => Just("CHF".parse().unwrap())]
}

fn any_day() -> impl Strategy<Value = Date> {
    (-100..1500_i64).prop_map(|days| day("2025-09-25").saturating_add(days.days()))
}

/// Sensible or not.
pub(super) fn any_move() -> impl Strategy<Value = Move> {
    use proptest::option::of;
    let who =
        proptest::sample::select(vec!["one", "two", "three", "four", "five", "six", "ann", "bob", "cid"]);
    let kind = proptest::sample::select(MoveKind::ALL.to_vec());
    let fee = (any_amount(), of(any_amount()), any_amount(), any_currency());
    let wage = (any_amount(), any_currency(), any::<bool>());
    let chance = prop_oneof![Just(1.0), 0.0..=1.0_f64];
    let window = proptest::sample::select(vec!["winter", "summer", "never"]);
    let group = proptest::sample::select(vec!["", "g", "h"]);
    let once = || of((any_amount(), any_currency()));
    (
        who,
        kind,
        (of(any_day()), of(window)),
        of(fee),
        (once(), once(), of(wage)),
        of(any_day()),
        chance,
        of(group),
    )
        .prop_map(|(who, kind, (date, window), fee, (signing, agent, wage), until, chance, group)| {
            let mut mv = Move::new("m".parse().unwrap(), who.parse().unwrap(), kind);
            let amount = |(amount, currency)| Amount::new(amount, currency);
            mv.date = date;
            mv.window = window.map(|id| id.parse().unwrap());
            mv.fee = fee.map(|(low, likely, high, currency)| MoneyRange {
                likely,
                ..MoneyRange::between(low, high, currency)
            });
            mv.signing_on_fee = signing.map(amount);
            mv.agent_fee = agent.map(amount);
            mv.wage = wage.map(|(sum, currency, weekly)| Wage {
                amount: Amount::new(sum, currency),
                per: if weekly { WagePeriod::Week } else { WagePeriod::Year },
                estimate: false,
                extra: Extra::new(),
            });
            mv.until = until;
            mv.chance = chance;
            mv.group = group.map(str::to_owned);
            mv
        })
}

/// A plan with two scenarios of up to six moves each; some moves stand in both.
pub(super) fn any_plan() -> impl Strategy<Value = Plan> {
    let moves = || proptest::collection::vec(any_move(), 0..5);
    (moves(), moves(), proptest::collection::vec(any_move(), 0..2)).prop_map(|(one, other, both)| {
        let mut plan = plan();
        for (scenario, own) in plan.scenarios.iter_mut().zip([one, other]) {
            scenario.moves = both.iter().cloned().chain(own).collect();
            for (n, mv) in scenario.moves.iter_mut().enumerate() {
                mv.id = format!("m-{n}").parse().unwrap();
            }
        }
        plan
    })
}
