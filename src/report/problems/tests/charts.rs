//! What charts, formations and units are told.

use crate::report::problems::{Severity, problems};

use super::{check, clean, scenario};

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
