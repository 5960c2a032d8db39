//! Edits of every kind, for properties that must hold for all of them.

use proptest::prelude::*;

use crate::model::{
    Amount, Break, Club, ClubColours, Currency, Date, Extra, Matchday, MatchdayOrigin, MoneySettings, Move,
    MoveId, MoveKind, Plan, Player, PlayerId, PlayerKind, Rate, Report, ReportKind, Scenario, ScenarioColour,
    ScenarioId, SlotId, Trust, Unit, UnitId, Window, WindowId,
};

use super::{Edit, apply};

const NAMES: [&str; 5] = ["Virgil van Dijk", "Ibrahima Konaté", "Joe Gomez", "Giovanni Leoni", "Marc Guéhi"];
const SLOTS: [&str; 3] = ["lcb", "rcb", "lb"];

pub(crate) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(crate) fn plan() -> Plan {
    let as_of: Date = "2025-09-25".parse().unwrap();
    let mut plan = Plan::new("Liverpool", Club::named("Liverpool"), as_of, Currency::GBP);
    for name in NAMES {
        let player = Player::new(PlayerId::new_for(name, |_| false), name, PlayerKind::Squad);
        plan = apply(&plan, &Edit::PutPlayer { player: player.into(), what: String::new() }).unwrap();
    }
    plan
}

pub(crate) fn place(player: &str, slot: &str, rank: usize) -> Edit {
    Edit::Place { scenario: id("plan-a"), player: id(player), slot: id(slot), rank }
}

pub(crate) fn report(n: u8, player: PlayerId) -> Report {
    Report {
        id: id(&format!("r{n}")),
        player,
        date: "2025-09-25".parse().unwrap(),
        undated: false,
        outlet: "TEAMtalk".to_owned(),
        kind: ReportKind::Interest,
        club: None,
        claim: "ready to press".to_owned(),
        amounts: Vec::new(),
        link: None,
        trust: Trust::Uncertain,
        extra: Extra::new(),
    }
}

/// Any edit, sensible or not: ids out of a small pool, so that many hit and some miss.
pub(crate) fn any_edit() -> impl Strategy<Value = Edit> {
    let player = (0..6_usize).prop_map(|i| PlayerId::new_for(NAMES.get(i).unwrap_or(&"nobody"), |_| false));
    let slot = (0..4_usize).prop_map(|i| id::<SlotId>(SLOTS.get(i).unwrap_or(&"nowhere")));
    let scenario = (0..3_usize).prop_map(|i| id::<ScenarioId>(["plan-a", "plan-b", "plan-c"][i]));
    let text = "[a-z ]{0,6}";
    let one = prop_oneof![
        (scenario.clone(), player.clone(), slot.clone(), 0..5_usize)
            .prop_map(|(scenario, player, slot, rank)| Edit::Place { scenario, player, slot, rank }),
        (scenario.clone(), player.clone(), slot.clone(), slot.clone(), 0..5_usize)
            .prop_map(|(scenario, player, from, to, rank)| Edit::Shift { scenario, player, from, to, rank }),
        (scenario.clone(), player.clone(), slot).prop_map(|(scenario, player, slot)| Edit::Unplace {
            scenario,
            player,
            slot
        }),
        (player.clone(), text).prop_map(|(id, name)| Edit::PutPlayer {
            player: Player::new(id, name, PlayerKind::Target).into(),
            what: "name".to_owned()
        }),
        player.clone().prop_map(Edit::RemovePlayer),
        (0..4_u8, player.clone()).prop_map(|(n, player)| Edit::PutReport(report(n, player).into())),
        (0..4_u8).prop_map(|n| Edit::RemoveReport(id(&format!("r{n}")))),
        (scenario.clone(), 0..4_usize, text).prop_map(|(scenario, at, name)| Edit::AddScenario {
            scenario: Scenario::new(scenario, name, id("3-5-2")).into(),
            at
        }),
        (scenario.clone(), text).prop_map(|(scenario, name)| Edit::RenameScenario { scenario, name }),
        scenario
            .clone()
            .prop_map(|scenario| Edit::RecolourScenario { scenario, colour: ScenarioColour::Pink }),
        (scenario.clone(), 0..4_usize).prop_map(|(scenario, to)| Edit::ReorderScenario { scenario, to }),
        scenario.clone().prop_map(Edit::RemoveScenario),
        scenario.clone().prop_map(Edit::SetBaseline),
        (scenario.clone(), prop_oneof![Just("3-5-2"), Just("5-5-5")])
            .prop_map(|(scenario, formation)| Edit::SetFormation { scenario, formation: id(formation) }),
        (scenario.clone(), 0..3_u8, player).prop_map(|(scenario, n, player)| Edit::PutMove {
            scenario,
            mv: Move::new(id::<MoveId>(&format!("m{n}")), player, MoveKind::Buy).into()
        }),
        (scenario, 0..3_u8).prop_map(|(scenario, n)| Edit::RemoveMove { scenario, mv: id(&format!("m{n}")) }),
        text.prop_map(Edit::RenamePlan),
        text.prop_map(Edit::SetPlanNotes),
    ];
    let rare = any_rare_edit();
    prop_oneof![
        9 => one.clone(),
        4 => rare,
        1 => proptest::collection::vec(one, 1..4)
            .prop_map(|edits| Edit::Together { label: "do several things".to_owned(), edits }),
    ]
}

fn any_day() -> impl Strategy<Value = Date> {
    (1990..2060_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Date::constant(year, month, day))
}

fn any_number() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("a file holds no infinity", |number| number.is_finite())
}

/// The kinds of edit that change the plan's frame: calendar, money, units, formations, the plan itself.
fn any_rare_edit() -> impl Strategy<Value = Edit> {
    let text = || "\\PC{0,6}";
    let scenario = || (0..3_usize).prop_map(|i| id::<ScenarioId>(["plan-a", "plan-b", "plan-c"][i]));
    let window = || (0..2_usize).prop_map(|i| id::<WindowId>(["winter", "summer"][i]));
    let unit = || (0..2_usize).prop_map(|i| id::<UnitId>(["centre-backs", "sweepers"][i]));
    let amount =
        || any::<Option<i64>>().prop_map(|amount| amount.map(|amount| Amount::new(amount, Currency::EUR)));
    let rate = (any_number(), any_day(), text()).prop_map(|(rate, date, source)| Rate {
        base: Currency::GBP,
        quote: Currency::EUR,
        rate,
        date,
        source: Some(source),
        extra: Extra::new(),
    });
    prop_oneof![
        (text(), proptest::option::of((text(), proptest::option::of(text())))).prop_map(|(name, colours)| {
            let colours = colours.map(|(main, second)| ClubColours { main, second, extra: Extra::new() });
            Edit::SetClub(Club { colours, ..Club::named(name) })
        }),
        any_day().prop_map(Edit::SetAsOf),
        (proptest::collection::vec(rate, 0..2), amount()).prop_map(|(rates, value)| {
            let money = plan().money;
            Edit::SetMoney(MoneySettings { rates, covered_matchday_value: value, ..money })
        }),
        (text(), proptest::option::of(any_number()))
            .prop_map(|(name, value)| Edit::SetAssumption { name, value }),
        (window(), text(), any_day(), any_day()).prop_map(|(id, name, opens, closes)| {
            Edit::PutWindow(Window { id, name, opens, closes, note: None, extra: Extra::new() })
        }),
        window().prop_map(Edit::RemoveWindow),
        (proptest::collection::vec((any_day(), text()), 0..4), text()).prop_map(|(days, what)| {
            let matchday = |(date, opponent)| Matchday {
                date,
                competition: None,
                opponent: Some(opponent),
                home: Some(true),
                origin: MatchdayOrigin::Typed,
                extra: Extra::new(),
            };
            Edit::SetMatchdays { matchdays: days.into_iter().map(matchday).collect(), what }
        }),
        (any_day(), any_day(), text()).prop_map(|(from, until, name)| {
            Edit::SetBreaks(vec![Break { name, from, until, extra: Extra::new() }])
        }),
        (unit(), text(), any::<Option<u8>>()).prop_map(|(id, name, target_depth)| {
            Edit::PutUnit(Unit { id, name, target_depth, extra: Extra::new() })
        }),
        unit().prop_map(Edit::RemoveUnit),
        (text(), any::<u8>(), any::<Option<u8>>()).prop_map(|(name, places, home_grown)| {
            let rules = serde_json::json!({"name": name, "places": places, "home_grown": home_grown});
            Edit::SetRegistration(vec![serde_json::from_value(rules).unwrap()])
        }),
        (text(), -2.0..2.0_f32).prop_map(|(name, x)| {
            let mut formation = plan().formations.swap_remove(0);
            formation.name = name;
            formation.slots[0].x = x;
            Edit::PutFormation(formation)
        }),
        (scenario(), text()).prop_map(|(scenario, notes)| Edit::SetScenarioNotes { scenario, notes }),
        (text(), text()).prop_map(|(name, label)| {
            let mut plan = plan();
            plan.name = name;
            Edit::ReplacePlan { plan: plan.into(), label }
        }),
    ]
}
