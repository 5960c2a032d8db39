//! The forecast of a unit against plans as users write them, the odd ones above all.

use std::sync::Arc;

use super::*;
use crate::forecast::{Basis, CoverReport, Method};
use crate::model::{
    Absence, AbsenceKind, Club, Contract, Currency, Diagnosis, Extra, Injury, Matchday, MatchdayOrigin, Move,
    MoveId, MoveKind, PlayerKind, ReportedReturn,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn player_id(name: &str) -> PlayerId {
    PlayerId::new_for(name, |_| false)
}

fn unit_id() -> UnitId {
    UnitId::new_for("centre-backs", |_| false)
}

/// As of 25 September 2025, weekly matchdays to 28 June 2026, back four: a and b first choices, c and d behind a.
fn plan() -> Plan {
    let mut plan = Plan::new("Test", Club::named("Club"), day("2025-09-25"), Currency::GBP);
    for name in ["a", "b", "c", "d"] {
        plan.players.push(Arc::new(Player::new(player_id(name), name, PlayerKind::Squad)));
    }
    let slot = |name| crate::model::SlotId::new_for(name, |_| false);
    let charts = &mut plan.scenarios[0].charts;
    charts.insert(slot("lcb"), ["a", "c", "d"].map(player_id).to_vec());
    charts.insert(slot("rcb"), ["b", "c"].map(player_id).to_vec());
    plan.matchdays = (0..40)
        .map(|week| Matchday::on(date_of(plan.as_of, 3 + 7 * week), MatchdayOrigin::Generated))
        .collect();
    plan
}

/// Changes one player of a plan.
fn with(mut plan: Plan, name: &str, change: impl FnOnce(&mut Player)) -> Plan {
    let at = plan.players.iter().position(|player| player.name == name).unwrap();
    change(Arc::make_mut(&mut plan.players[at]));
    plan
}

fn moved(mut plan: Plan, name: &str, kind: MoveKind, date: &str, chance: f64) -> Plan {
    let id = MoveId::new_for(name, |_| false);
    let date = Some(day(date));
    plan.scenarios[0].moves.push(Move { date, chance, ..Move::new(id, player_id(name), kind) });
    plan
}

fn forecast(plan: &Plan) -> UnitForecast {
    forecast_of(plan, "2025-09-25", "2026-09-30")
}

fn forecast_of(plan: &Plan, from: &str, to: &str) -> UnitForecast {
    UnitForecast::of(plan, &plan.baseline, &unit_id(), day(from), day(to)).unwrap()
}

fn available(plan: &Plan, name: &str, date: &str) -> f64 {
    forecast(plan).player_on(&player_id(name), day(date)).unwrap().available
}

/// The reasons for a player's chance, joined.
fn why(plan: &Plan, name: &str, date: &str) -> String {
    let forecast = forecast_of(plan, "2025-08-01", "2026-09-30");
    let reasons = forecast.reasons(plan, &player_id(name), day(date));
    reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ").replace('\u{a0}', " ")
}

#[test]
fn a_sound_unit_has_the_stated_background_fitness_each_player_once() {
    let forecast = forecast(&plan());
    let ids: Vec<&str> = forecast.players.iter().map(|player| player.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
    assert_eq!((forecast.needed, forecast.target_depth), (2, 3));
    assert!((available(&plan(), "a", "2025-10-25") - 0.877_235).abs() < 5e-7);
    assert!((available(&plan(), "c", "2025-10-25") - 0.930_182).abs() < 5e-7);
    assert_eq!(forecast.cover_on(day("2025-09-25"), 4), Some(1.0), "everyone is fit on the as-of date");
}

/// The story of the design: one first choice leaves in summer, one is injury-prone, one long out, one perhaps comes.
fn story() -> Plan {
    let plan = with(plan(), "b", |b| {
        b.contract = Some(Contract { until: Some(day("2026-06-30")), ..Contract::default() });
    });
    let plan = with(plan, "c", |c| c.durability = crate::model::Durability::InjuryProne);
    let mut plan = with(plan, "d", |d| {
        let unit = crate::model::LayoffUnit::Months;
        let layoff = crate::model::ReportedLayoff { min: 7, max: 9, unit, extra: Extra::new() };
        d.injuries = vec![Injury {
            diagnosis: Some(Diagnosis::AclRupture),
            layoff: Some(layoff),
            ..Injury::starting(day("2025-09-23"))
        }];
    });
    plan.players.push(Arc::new(Player::new(player_id("e"), "e", PlayerKind::Target)));
    let slot = crate::model::SlotId::new_for("rcb", |_| false);
    plan.scenarios[0].charts.entry(slot).or_default().push(player_id("e"));
    moved(plan, "e", MoveKind::Buy, "2026-01-24", 0.62)
}

#[test]
fn the_story_has_the_season_of_the_independent_program() {
    let (forecast, from, to) = (forecast(&story()), day("2025-09-25"), day("2026-06-30"));
    for (k, expected) in [(2, 0.441_365_544_839_797_73), (3, 0.971_292_927_843_113)] {
        let short = forecast.short_somewhere(k, from, to);
        assert_eq!(short.method, Method::Exact);
        assert!((short.chance - expected).abs() < 1e-9, "{k}");
    }
    for (k, expected) in
        [(2, 38.826_322_966_699_98), (3, 31.055_150_373_662_936), (4, 10.358_138_169_711_323)]
    {
        assert!((forecast.expected_covered(k, from, to) - expected).abs() < 1e-9, "{k}");
    }
}

#[test]
fn reasons_read_as_sentences() {
    let story = story();
    assert_eq!(why(&story, "a", "2025-09-25"), "");
    assert_eq!(why(&story, "a", "2025-12-01"), "usual injuries of a first choice");
    assert_eq!(why(&story, "b", "2026-07-01"), "here until 30 Jun 2026");
    assert_eq!(why(&story, "c", "2025-12-01"), "usual injuries of a squad player, marked injury-prone");
    assert_eq!(
        why(&story, "d", "2025-12-01"),
        "ACL: we reckon he is back 16 Apr 2026 – 30 Jul 2026, likely 2 Jun 2026; usual injuries of a squad player"
    );
    assert_eq!(why(&story, "e", "2026-01-23"), "not here before 24 Jan 2026");
    assert_eq!(why(&story, "e", "2026-01-24"), "62 % to be here; usual injuries of a squad player");
}

#[test]
fn every_assumption_behind_a_reason_is_in_the_catalogue() {
    let (story, assumptions) = (story(), Assumptions::default());
    for player in &forecast(&story).players {
        for reason in forecast(&story).reasons(&story, &player.id, day("2026-03-01")) {
            for id in reason.assumptions() {
                assert!(assumptions.value(&id).is_some(), "{id}");
            }
        }
    }
}

#[test]
fn a_contract_that_ended_yesterday_leaves_nobody_to_pick() {
    let plan = with(plan(), "a", |a| {
        a.contract = Some(Contract { until: Some(day("2025-09-24")), ..Contract::default() });
    });
    assert_eq!(available(&plan, "a", "2025-09-25"), 0.0);
    assert_eq!(why(&plan, "a", "2025-09-25"), "here until 24 Sep 2025");
}

#[test]
fn an_injury_that_ended_before_the_as_of_date_is_forgotten() {
    let plan_with = with(plan(), "a", |a| {
        a.injuries =
            vec![Injury { returned: Some(day("2025-09-01")), ..Injury::starting(day("2025-08-01")) }];
    });
    assert_eq!(forecast(&plan_with).players[0].fit, forecast(&plan()).players[0].fit);
    assert_eq!(forecast(&plan_with).players[0].back, None);
}

#[test]
fn an_injury_with_nothing_known_counts_as_the_usual_one() {
    let plan = with(plan(), "a", |a| a.injuries = vec![Injury::starting(day("2025-09-20"))]);
    assert_eq!(available(&plan, "a", "2025-09-25"), 0.0);
    assert!(available(&plan, "a", "2025-11-25") > 0.6);
    assert_eq!(forecast(&plan).players[0].back.unwrap().basis, Basis::Nothing);
}

#[test]
fn a_return_before_the_start_still_gives_chances() {
    let plan = with(plan(), "a", |a| {
        let (earliest, latest) = (day("2025-01-01"), day("2025-02-01"));
        let back = Some(ReportedReturn { earliest, latest, extra: Extra::new() });
        a.injuries = vec![Injury { back, ..Injury::starting(day("2025-09-20")) }];
    });
    assert!(forecast(&plan).players[0].fit.iter().all(|fit| (0.0..=1.0).contains(fit)));
}

#[test]
fn the_injury_that_counts_is_named() {
    let plan = with(plan(), "a", |a| {
        let knee = Injury { diagnosis: Some(Diagnosis::AclRupture), ..Injury::starting(day("2025-09-01")) };
        let knock = Injury { diagnosis: Some(Diagnosis::Concussion), ..Injury::starting(day("2025-09-20")) };
        a.injuries = vec![knock, knee];
    });
    assert_eq!(forecast(&plan).players[0].injury, Some(1));
    assert!(why(&plan, "a", "2025-10-01").starts_with("ACL"));
}

#[test]
fn before_the_as_of_date_the_calendar_speaks_plainly() {
    let plan = with(plan(), "a", |a| {
        a.injuries =
            vec![Injury { returned: Some(day("2025-08-20")), ..Injury::starting(day("2025-08-10")) }];
    });
    let forecast = forecast_of(&plan, "2025-08-01", "2025-10-31");
    let on = |date| forecast.player_on(&player_id("a"), day(date)).unwrap().available;
    assert_eq!(["2025-08-09", "2025-08-10", "2025-08-19", "2025-08-20"].map(on), [1.0, 0.0, 0.0, 1.0]);
    assert_eq!(why(&plan, "a", "2025-08-12"), "out injured (injured)");
    let mut past = self::plan();
    past.matchdays.push(Matchday::on(day("2025-08-16"), MatchdayOrigin::Typed));
    assert_eq!(forecast_of(&past, "2025-08-01", "2026-06-30").matchdays.len(), 40, "played matches are over");
}

#[test]
fn a_suspension_takes_its_days_and_no_more() {
    let plan = with(plan(), "a", |a| {
        let (from, until) = (day("2025-10-01"), day("2025-10-05"));
        a.absences =
            vec![Absence { kind: AbsenceKind::Suspension, from, until, note: None, extra: Extra::new() }];
    });
    assert_eq!(available(&plan, "a", "2025-10-05"), 0.0);
    assert!(available(&plan, "a", "2025-10-06") > 0.9);
    assert!(why(&plan, "a", "2025-10-03").starts_with("suspended to 5 Oct 2025"));
}

#[test]
fn without_matchdays_nothing_is_short_and_nothing_covered() {
    let mut plan = plan();
    plan.matchdays.clear();
    let report = CoverReport::of(&plan, &plan.baseline, &unit_id(), plan.as_of, day("2026-06-30")).unwrap();
    assert_eq!((report.matchdays, report.short_somewhere[&2], report.expected_covered[&2]), (0, 0.0, 0.0));
    assert!(report.to_string().contains("no matchdays to come"));
}

#[test]
fn two_entries_on_one_day_are_one_matchday() {
    let mut twice = plan();
    twice.matchdays.extend(twice.matchdays.clone());
    assert_eq!(forecast(&twice).matchdays, forecast(&plan()).matchdays);
}

#[test]
fn spans_that_make_no_sense_hold_no_days_or_are_cut() {
    assert_eq!(forecast_of(&plan(), "2026-01-01", "2025-01-01").at_least.len(), 0);
    let endless = UnitForecast::of(&plan(), &plan().baseline, &unit_id(), Date::MIN, Date::MAX).unwrap();
    assert_eq!(endless.at_least.len(), 2 * 14_610 + 1);
    assert_eq!(endless.dates().count(), endless.at_least.len());
    let mut last_day = plan();
    last_day.as_of = Date::MAX;
    let forecast = UnitForecast::of(&last_day, &last_day.baseline, &unit_id(), Date::MAX, Date::MAX).unwrap();
    assert_eq!(forecast.at_least.len(), 1);
}

#[test]
fn an_unknown_scenario_has_no_forecast_and_an_empty_unit_covers_nothing() {
    let nowhere = ScenarioId::new_for("nowhere", |_| false);
    let (from, to) = (day("2025-09-25"), day("2025-10-25"));
    assert!(UnitForecast::of(&plan(), &nowhere, &unit_id(), from, to).is_none());
    let strikers = UnitId::new_for("strikers", |_| false);
    let forecast = UnitForecast::of(&plan(), &plan().baseline, &strikers, from, to).unwrap();
    assert_eq!(forecast.cover_on(from, 1), Some(0.0));
    assert_eq!(forecast.short_somewhere(1, from, to).chance, 1.0);
}

#[test]
fn the_weakest_stretch_surrounds_the_worst_day() {
    let plan = with(plan(), "a", |a| {
        let (from, until) = (day("2026-02-01"), day("2026-02-28"));
        a.absences =
            vec![Absence { kind: AbsenceKind::International, from, until, note: None, extra: Extra::new() }];
    });
    let stretch = forecast(&plan).weakest_stretch(3).unwrap();
    assert_eq!((stretch.first, stretch.last), (day("2026-02-01"), day("2026-02-28")));
    assert!((stretch.first..=stretch.last).contains(&stretch.worst));
    assert_eq!(Some(stretch.chance), forecast(&plan).cover_on(stretch.worst, 3));
    assert_eq!(forecast(&plan).weakest_stretch(9), None, "never covered is even throughout");
}

#[test]
fn a_plan_overrides_an_assumption() {
    let mut plan = plan();
    plan.assumptions.insert("health.injuries-per-season.first-choice".to_owned(), 0.0);
    assert_eq!(available(&plan, "a", "2026-05-01"), 1.0);
}

#[test]
fn the_report_is_the_json_that_was_promised() {
    let plan = story();
    let report = CoverReport::of(&plan, &plan.baseline, &unit_id(), plan.as_of, day("2025-09-28")).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "plan",
            "as_of",
            "scenario",
            "unit",
            "needed",
            "days",
            "matchdays",
            "expected_covered",
            "short_somewhere",
            "method",
            "standard_error"
        ]
    );
    assert_eq!(json["method"], "exact");
    assert!(json["standard_error"].is_null());
    assert_eq!(json["as_of"], "2025-09-25");
    assert_eq!(json["days"][3]["matchday"], true);
    assert_eq!(json["days"][0]["players"][0]["id"], "a");
    assert_eq!(json["days"][0]["at_least"].as_array().unwrap().len(), 6);
    assert!(json["expected_covered"]["3"].is_number() && json["short_somewhere"]["4"].is_number());
}

#[test]
fn other_moves_of_the_same_charts_are_covered_as_a_forecast_of_their_own_says() {
    let before = moved(plan(), "a", MoveKind::Sell, "2026-01-01", 0.5);
    let after = moved(plan(), "b", MoveKind::Sell, "2025-12-01", 0.25);
    let (from, to) = (day("2025-10-01"), day("2026-06-30"));
    let quick = forecast(&before).expected_covered_with(&before, &after.scenarios[0], 2, (from, to));
    assert_eq!(quick, forecast(&after).expected_covered(2, from, to));
    assert!(quick > 0.0 && quick < 40.0, "{quick}");
}
