//! One test for each problem: a clean plan, one thing made wrong, the sentence it gets.

use std::sync::Arc;

use serde_json::json;

use crate::model::{MoveKind, Plan, Scenario};

use super::*;

/// A plan with one player of each kind, one of everything else, and nothing wrong.
fn clean() -> Plan {
    let mut plan = serde_json::to_value(Plan::new(
        "Test",
        serde_json::from_value(json!({"name": "Home", "country": "England", "league": "Premier League"}))
            .unwrap(),
        "2025-09-25".parse().unwrap(),
        crate::model::Currency::GBP,
    ))
    .unwrap();
    plan["players"] = json!([
        {"id": "gomez", "name": "Joe Gomez", "kind": "squad", "born": "1997-05-23", "contract": {"until": "2027-06-30"}},
        {"id": "guehi", "name": "Marc Guéhi", "kind": "target", "club": {"name": "Crystal Palace", "country": "England", "league": "Premier League"}, "contract": {"until": "2026-06-30"}}
    ]);
    plan["reports"] = json!([
        {"id": "r", "player": "guehi", "date": "2025-09-01", "outlet": "The Mirror", "kind": "interest", "claim": "", "trust": "low", "link": "https://example.org"}
    ]);
    plan["windows"] =
        json!([{"id": "winter", "name": "Winter 2026", "opens": "2026-01-01", "closes": "2026-02-02"}]);
    plan["matchdays"] = json!([{"date": "2025-09-27", "origin": "imported"}]);
    plan["scenarios"][0]["moves"] = json!([
        {"id": "buy", "player": "guehi", "kind": "buy", "window": "winter", "fee": {"amount": 35_000_000, "currency": "GBP"}, "chance": 0.4}
    ]);
    plan["scenarios"][0]["charts"] = json!({"lcb": ["gomez", "guehi"]});
    serde_json::from_value(plan).unwrap()
}

fn player(plan: &mut Plan, n: usize) -> &mut Player {
    Arc::make_mut(&mut plan.players[n])
}

fn gomez(plan: &mut Plan) -> &mut Player {
    player(plan, 0)
}

fn scenario(plan: &mut Plan) -> &mut Scenario {
    &mut plan.scenarios[0]
}

fn read<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn injured(plan: &mut Plan, injury: serde_json::Value) {
    gomez(plan).injuries = vec![read(injury)];
}

/// The one problem of the clean plan after a change has this severity and says all this.
#[track_caller]
fn check(change: impl FnOnce(&mut Plan), severity: Severity, says: &[&str]) {
    let mut plan = clean();
    change(&mut plan);
    let found = problems(&plan);
    let fits = |problem: &&Problem| says.iter().all(|part| problem.message.contains(part));
    let Some(problem) = found.iter().find(fits) else { panic!("nothing says {says:?}: {found:#?}") };
    assert_eq!(problem.severity, severity, "{problem:?}");
    for text in [&problem.message, &problem.remedy] {
        assert!(text.ends_with('.') && text.starts_with(char::is_uppercase), "no sentence: {text}");
    }
    assert!(found.is_sorted_by_key(|problem| problem.severity), "{found:#?}");
}

#[test]
fn a_clean_plan_has_no_problem() {
    assert_eq!(problems(&clean()), []);
}

#[test]
fn a_negative_amount_is_an_error_wherever_it_stands() {
    let minus = || read(json!({"amount": -5, "currency": "GBP"}));
    check(
        |plan| scenario(plan).moves[0].fee = Some(read(json!({"amount": -5, "currency": "GBP"}))),
        Severity::Error,
        &["fee", "Marc Guéhi", "negative", "−£5"],
    );
    check(
        |plan| scenario(plan).moves[0].agent_fee = Some(minus()),
        Severity::Error,
        &["agent fee", "negative"],
    );
    check(
        |plan| scenario(plan).moves[0].signing_on_fee = Some(minus()),
        Severity::Error,
        &["signing-on fee", "negative"],
    );
    check(|plan| gomez(plan).market_value = Some(minus()), Severity::Error, &["market value of Joe Gomez"]);
    check(
        |plan| gomez(plan).asking = Some(read(json!({"low": -9, "high": 5, "currency": "GBP"}))),
        Severity::Error,
        &["asking price of Joe Gomez", "−£9"],
    );
    let wage = || Some(read(json!({"amount": {"amount": -5, "currency": "GBP"}, "per": "week"})));
    check(
        |plan| gomez(plan).contract.as_mut().unwrap().wage = wage(),
        Severity::Error,
        &["wage of Joe Gomez"],
    );
    check(|plan| scenario(plan).moves[0].wage = wage(), Severity::Error, &["wage of Marc Guéhi"]);
    check(|plan| plan.money.wage_ceiling = Some(minus()), Severity::Error, &["wage ceiling"]);
    check(|plan| plan.money.covered_matchday_value = Some(minus()), Severity::Error, &["covered matchday"]);
    check(
        |plan| {
            plan.money.budgets =
                vec![read(json!({"window": "winter", "budget": {"amount": -1, "currency": "GBP"}}))];
        },
        Severity::Error,
        &["budget of Winter 2026"],
    );
    check(
        |plan| {
            Arc::make_mut(&mut plan.reports[0]).amounts =
                vec![read(json!({"role": "bid", "value": {"amount": -1, "currency": "GBP"}}))];
        },
        Severity::Error,
        &["bid", "The Mirror"],
    );
}

#[test]
fn an_amount_that_nobody_ever_paid_is_doubted() {
    check(
        |plan| gomez(plan).market_value = Some(read(json!({"amount": i64::MAX, "currency": "GBP"}))),
        Severity::Warning,
        &["more than any club"],
    );
}

#[test]
fn a_money_range_the_wrong_way_round_is_doubted() {
    check(
        |plan| gomez(plan).asking = Some(read(json!({"low": 9, "high": 5, "currency": "GBP"}))),
        Severity::Warning,
        &["wrong way round", "£9", "£5"],
    );
    check(
        |plan| gomez(plan).asking = Some(read(json!({"low": 1, "likely": 7, "high": 5, "currency": "GBP"}))),
        Severity::Warning,
        &["most likely £7"],
    );
}

#[test]
fn a_chance_outside_0_and_1_is_an_error() {
    for chance in [-0.1, 1.5, f64::NAN] {
        check(
            |plan| scenario(plan).moves[0].chance = chance,
            Severity::Error,
            &["chance of Marc Guéhi", "no chance"],
        );
    }
}

#[test]
fn a_chart_that_names_nobody_is_an_error() {
    check(
        |plan| scenario(plan).charts.get_mut("lcb").unwrap().push("nobody".parse().unwrap()),
        Severity::Error,
        &["Left centre-back", "\"nobody\""],
    );
}

#[test]
fn a_player_twice_in_one_slot_is_an_error() {
    check(
        |plan| scenario(plan).charts.get_mut("lcb").unwrap().push("gomez".parse().unwrap()),
        Severity::Error,
        &["Joe Gomez stands twice at Left centre-back"],
    );
}

#[test]
fn a_player_in_two_slots_is_none() {
    let mut plan = clean();
    scenario(&mut plan).charts.insert("rcb".parse().unwrap(), vec!["gomez".parse().unwrap()]);
    assert_eq!(problems(&plan), []);
}

#[test]
fn a_chart_of_no_slot_is_doubted() {
    check(
        |plan| {
            scenario(plan).charts.insert("libero".parse().unwrap(), vec!["gomez".parse().unwrap()]);
        },
        Severity::Warning,
        &["\"libero\""],
    );
}

#[test]
fn a_target_in_a_chart_whom_no_move_brings_is_doubted() {
    check(|plan| scenario(plan).moves.clear(), Severity::Warning, &["Marc Guéhi", "no move brings him"]);
}

#[test]
fn a_move_about_nobody_is_an_error() {
    check(
        |plan| scenario(plan).moves[0].player = "nobody".parse().unwrap(),
        Severity::Error,
        &["A move in Plan A is about \"nobody\""],
    );
}

#[test]
fn a_move_in_an_unknown_window_is_an_error() {
    check(
        |plan| scenario(plan).moves[0].window = Some("never".parse().unwrap()),
        Severity::Error,
        &["window \"never\""],
    );
}

#[test]
fn an_unknown_formation_and_an_unknown_baseline_are_errors() {
    check(
        |plan| scenario(plan).formation = "2-3-5".parse().unwrap(),
        Severity::Error,
        &["Plan A plays \"2-3-5\""],
    );
    check(|plan| plan.baseline = "none".parse().unwrap(), Severity::Error, &["baseline is \"none\""]);
    check(|plan| plan.scenarios.clear(), Severity::Error, &["no scenario"]);
}

#[test]
fn formations_and_units_are_held_together() {
    check(
        |plan| plan.formations[0].slots[0].unit = "none".parse().unwrap(),
        Severity::Error,
        &["Goalkeeper", "unit \"none\""],
    );
    check(|plan| plan.formations[0].slots[0].x = 1.5, Severity::Warning, &["Goalkeeper", "off the pitch"]);
    check(|plan| plan.formations[4].slots.clear(), Severity::Warning, &["no slots"]);
    check(|plan| plan.units[0].target_depth = Some(0), Severity::Warning, &["target depth of 0"]);
}

#[test]
fn a_report_about_nobody_is_an_error() {
    check(
        |plan| Arc::make_mut(&mut plan.reports[0]).player = "nobody".parse().unwrap(),
        Severity::Error,
        &["The Mirror of 1 Sep 2025", "\"nobody\""],
    );
}

#[test]
fn a_link_that_is_no_web_link_is_doubted() {
    check(
        |plan| Arc::make_mut(&mut plan.reports[0]).link = Some("javascript:alert(1)".into()),
        Severity::Warning,
        &["link", "Marc Guéhi"],
    );
}

#[test]
fn a_report_from_the_future_is_pointed_out() {
    check(
        |plan| Arc::make_mut(&mut plan.reports[0]).date = "2025-10-01".parse().unwrap(),
        Severity::Hint,
        &["1 Oct 2025", "later than the plan's day"],
    );
}

#[test]
fn an_injury_range_the_wrong_way_round_is_doubted() {
    check(
        |plan| {
            injured(plan, json!({"start": "2025-09-23", "layoff": {"min": 9, "max": 7, "unit": "months"}}));
        },
        Severity::Warning,
        &["Joe Gomez", "23 Sep 2025", "wrong way round: 9 to 7"],
    );
    check(
        |plan| {
            injured(
                plan,
                json!({"start": "2025-09-23", "back": {"earliest": "2025-12-01", "latest": "2025-11-01"}}),
            );
        },
        Severity::Warning,
        &["wrong way round", "1 Dec 2025"],
    );
}

#[test]
fn a_return_before_the_start_is_an_error() {
    check(
        |plan| injured(plan, json!({"start": "2025-09-23", "returned": "2025-09-01"})),
        Severity::Error,
        &["Joe Gomez", "over on 1 Sep 2025, before it began"],
    );
    check(
        |plan| {
            injured(
                plan,
                json!({"start": "2025-09-23", "back": {"earliest": "2025-09-01", "latest": "2025-11-01"}}),
            );
        },
        Severity::Error,
        &["return before the start: 1 Sep 2025"],
    );
}

#[test]
fn an_injury_without_range_and_diagnosis_is_assumed_and_said() {
    check(
        |plan| injured(plan, json!({"start": "2025-09-23"})),
        Severity::Hint,
        &["Joe Gomez", "usual lay-off"],
    );
    let mut plan = clean();
    injured(&mut plan, json!({"start": "2025-09-23", "diagnosis": "calf"}));
    assert_eq!(problems(&plan), []);
}

#[test]
fn an_injury_that_should_be_over_is_pointed_out() {
    check(
        |plan| injured(plan, json!({"start": "2025-01-01", "layoff": {"min": 2, "max": 3, "unit": "weeks"}})),
        Severity::Hint,
        &["should be over", "still out"],
    );
}

#[test]
fn a_lay_off_of_years_is_doubted() {
    check(
        |plan| {
            injured(plan, json!({"start": "2025-09-23", "layoff": {"min": 7, "max": 900, "unit": "months"}}));
        },
        Severity::Warning,
        &["three years"],
    );
}

#[test]
fn an_absence_the_wrong_way_round_is_an_error() {
    check(
        |plan| {
            gomez(plan).absences =
                vec![read(json!({"kind": "suspension", "from": "2025-10-02", "until": "2025-10-01"}))];
        },
        Severity::Error,
        &["Joe Gomez is suspended the wrong way round"],
    );
}

#[test]
fn a_contract_that_has_ended_is_doubted_in_the_squad_only() {
    let end = |player: &mut Player| player.contract = Some(read(json!({"until": "2025-09-24"})));
    check(|plan| end(gomez(plan)), Severity::Warning, &["Joe Gomez", "ended on 24 Sep 2025"]);
    let mut plan = clean();
    end(player(&mut plan, 1));
    assert!(problems(&plan).iter().all(|problem| problem.place != Place::Player("guehi".parse().unwrap())));
    let mut plan = clean();
    gomez(&mut plan).contract = Some(read(json!({"until": "2025-09-25"})));
    assert_eq!(problems(&plan), [], "the last day is included");
}

#[test]
fn a_contract_that_ends_before_it_begins_is_an_error() {
    check(
        |plan| gomez(plan).contract = Some(read(json!({"from": "2027-01-01", "until": "2026-01-01"}))),
        Severity::Error,
        &["Joe Gomez", "before it begins"],
    );
}

#[test]
fn ages_and_heights_that_cannot_be_are_found() {
    check(
        |plan| gomez(plan).born = Some("2026-01-01".parse().unwrap()),
        Severity::Error,
        &["Joe Gomez was born on 1 Jan 2026"],
    );
    check(
        |plan| gomez(plan).born = Some("1950-01-01".parse().unwrap()),
        Severity::Warning,
        &["75 years old"],
    );
    check(|plan| gomez(plan).height_cm = Some(18), Severity::Warning, &["18 cm"]);
    check(|plan| gomez(plan).name = " ".into(), Severity::Warning, &["\"gomez\" has no name"]);
}

#[test]
fn a_target_of_ones_own_club_is_doubted() {
    check(
        |plan| player(plan, 1).club.as_mut().unwrap().name = "Home".into(),
        Severity::Warning,
        &["belongs to Home already"],
    );
}

#[test]
fn a_window_or_break_that_ends_before_it_begins_is_an_error() {
    check(
        |plan| plan.windows[0].closes = "2025-12-01".parse().unwrap(),
        Severity::Error,
        &["Winter 2026 closes on 1 Dec 2025"],
    );
    check(
        |plan| plan.breaks = vec![read(json!({"name": "Cup", "from": "2026-01-02", "until": "2026-01-01"}))],
        Severity::Error,
        &["Cup ends on"],
    );
}

#[test]
fn matchdays_are_never_silently_assumed() {
    check(|plan| plan.matchdays.clear(), Severity::Warning, &["no matchdays", "none are assumed"]);
    check(
        |plan| plan.matchdays = vec![read(json!({"date": "2025-09-27", "origin": "generated"}))],
        Severity::Hint,
        &["matchdays from 27 Sep 2025", "not fixtures"],
    );
    check(
        |plan| plan.matchdays.push(plan.matchdays[0].clone()),
        Severity::Warning,
        &["more than one matchday on 27 Sep 2025"],
    );
    check(
        |plan| plan.matchdays[0].date = "2025-08-01".parse().unwrap(),
        Severity::Warning,
        &["before the plan's day"],
    );
}

#[test]
fn a_day_in_another_age_is_doubted() {
    check(|plan| plan.as_of = "0202-01-01".parse().unwrap(), Severity::Warning, &["The plan's day is"]);
}

#[test]
fn a_move_outside_every_window_is_doubted() {
    check(
        |plan| {
            let mv = &mut scenario(plan).moves[0];
            mv.window = None;
            mv.date = Some("2026-03-01".parse().unwrap());
        },
        Severity::Warning,
        &["Marc Guéhi", "1 Mar 2026", "no window of the plan is open"],
    );
    check(
        |plan| scenario(plan).moves[0].date = Some("2026-03-01".parse().unwrap()),
        Severity::Warning,
        &["outside its window, Winter 2026"],
    );
    check(
        |plan| scenario(plan).moves[0].date = Some("2025-09-01".parse().unwrap()),
        Severity::Warning,
        &["before the plan's day"],
    );
    check(|plan| scenario(plan).moves[0].window = None, Severity::Warning, &["Nothing says when Marc Guéhi"]);
}

#[test]
fn a_free_transfer_before_the_contract_ends_is_doubted() {
    check(
        |plan| {
            let mv = &mut scenario(plan).moves[0];
            mv.kind = MoveKind::FreeTransfer;
            mv.date = Some("2026-01-10".parse().unwrap());
        },
        Severity::Warning,
        &["without a fee on 10 Jan 2026", "until 30 Jun 2026"],
    );
    let mut plan = clean();
    scenario(&mut plan).moves[0].kind = MoveKind::FreeTransfer;
    assert_eq!(problems(&plan), [], "without a day it happens when the contract has ended");
}

#[test]
fn a_pre_contract_that_the_rules_forbid_is_doubted() {
    check(
        |plan| scenario(plan).moves[0].kind = MoveKind::PreContract,
        Severity::Warning,
        &["Crystal Palace and Home", "same English league", "1 Jul 2026"],
    );
    check(
        |plan| {
            player(plan, 1).club = Some(read(json!({"name": "Bayern", "country": "Germany"})));
            plan.windows[0].closes = "2025-12-31".parse().unwrap();
            plan.windows[0].opens = "2025-12-01".parse().unwrap();
            scenario(plan).moves[0].kind = MoveKind::PreContract;
        },
        Severity::Warning,
        &["cannot sign in Winter 2026", "from 1 Jan 2026"],
    );
}

#[test]
fn a_contract_that_ends_before_the_move_is_an_error() {
    check(
        |plan| scenario(plan).moves[0].until = Some("2025-12-31".parse().unwrap()),
        Severity::Error,
        &["its contract ends on 31 Dec 2025"],
    );
}

#[test]
fn nobody_arrives_or_leaves_twice_unless_the_moves_exclude_each_other() {
    let twice = |plan: &mut Plan, group: Option<&str>| {
        let mv = &mut scenario(plan).moves[0];
        mv.group = group.map(str::to_owned);
        let mut other = mv.clone();
        other.id = "again".parse().unwrap();
        scenario(plan).moves.push(other);
    };
    check(|plan| twice(plan, None), Severity::Error, &["Marc Guéhi arrives more than once in Plan A"]);
    let mut plan = clean();
    twice(&mut plan, Some("one of them"));
    assert_eq!(problems(&plan), []);
    let sell = json!({"id": "s", "player": "gomez", "kind": "sell", "window": "winter"});
    check(
        |plan| {
            let mut other = sell.clone();
            other["id"] = json!("t");
            scenario(plan).moves.extend([read(sell.clone()), read(other)]);
        },
        Severity::Error,
        &["Joe Gomez leaves for good more than once"],
    );
}

#[test]
fn chances_that_exclude_each_other_add_up_to_one_at_most() {
    check(
        |plan| {
            let mv = &mut scenario(plan).moves[0];
            (mv.group, mv.chance) = (Some("g".into()), 0.7);
            let mut other = mv.clone();
            other.id = "again".parse().unwrap();
            scenario(plan).moves.push(other);
        },
        Severity::Error,
        &["group \"g\"", "add up to 140\u{a0}%"],
    );
}

#[test]
fn only_ones_own_players_can_be_sold_and_only_others_bought() {
    check(
        |plan| scenario(plan).moves[0].player = "gomez".parse().unwrap(),
        Severity::Warning,
        &["Joe Gomez is in the squad already"],
    );
    check(|plan| scenario(plan).moves[0].kind = MoveKind::Sell, Severity::Warning, &["Home cannot sell him"]);
}

#[test]
fn a_currency_without_a_rate_is_said_once() {
    check(
        |plan| scenario(plan).moves[0].fee = Some(read(json!({"amount": 5, "currency": "EUR"}))),
        Severity::Warning,
        &["No rate leads from EUR to GBP", "the fee of Marc Guéhi"],
    );
}

#[test]
fn a_rate_that_is_no_rate_is_an_error() {
    for rate in [0.0, -1.0] {
        let rate = read(json!({"base": "GBP", "quote": "EUR", "rate": rate, "date": "2025-09-25"}));
        check(|plan| plan.money.rates = vec![rate], Severity::Error, &["GBP to EUR on 25 Sep 2025"]);
    }
    let same = read(json!({"base": "EUR", "quote": "EUR", "rate": 1.0, "date": "2025-09-25"}));
    check(|plan| plan.money.rates = vec![same], Severity::Warning, &["EUR for itself"]);
}

#[test]
fn a_budget_for_an_unknown_window_is_an_error() {
    let budget = |window| read(json!({"window": window, "budget": {"amount": 1, "currency": "GBP"}}));
    check(|plan| plan.money.budgets = vec![budget("never")], Severity::Error, &["window \"never\""]);
    check(
        |plan| plan.money.budgets = vec![budget("winter"), budget("winter")],
        Severity::Warning,
        &["more than one budget"],
    );
}
