//! What players, their injuries and reports about them are told.

use std::sync::Arc;

use serde_json::json;

use crate::model::Player;
use crate::report::problems::{Place, Severity, problems};

use super::{check, clean, gomez, injured, player, read};

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
