//! What windows, breaks, matchdays and the plan's day are told.

use serde_json::json;

use crate::report::problems::Severity;

use super::{check, read};

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
