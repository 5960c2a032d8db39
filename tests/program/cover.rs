//! `backline cover` from outside.

use serde_json::Value;

use crate::backline::{Backline, leoni, sample};

fn cover() -> Backline {
    Backline::new().arg("cover").arg(sample("liverpool-2025-26-leoni.json"))
}

#[test]
fn it_answers_in_json_with_everything_one_needs_to_check_it() {
    let answer = cover().args(["--json", "--scenario", "january-push", "--from", "2026-01-24"]).run();
    let report: Value = serde_json::from_str(&answer.code(0).stdout).expect("it is JSON");
    let keys: Vec<&str> = report.as_object().expect("it is an object").keys().map(String::as_str).collect();
    let expected = "plan as_of scenario unit needed days matchdays expected_covered short_somewhere method \
                    standard_error";
    assert_eq!(keys.join(" "), expected);
    assert_eq!(report["unit"], "centre-backs");
    let days = report["days"].as_array().expect("days are a list");
    assert_eq!((&days[0]["date"], days.len()), (&"2026-01-24".into(), 158), "to the end of June");
    let matchdays = days.iter().filter(|day| day["matchday"] == true).count();
    assert_eq!(report["matchdays"], matchdays);
    // Nobody at all is the product of everybody's absence.
    let players = days[0]["players"].as_array().expect("players are a list");
    let nobody: f64 = players.iter().filter_map(|one| one["available"].as_f64()).map(|a| 1.0 - a).product();
    let somebody = days[0]["at_least"][1].as_f64().expect("a chance is a number");
    assert!((1.0 - somebody - nobody).abs() < 1e-12);
}

#[test]
fn it_prints_a_table_one_can_read() {
    let answer = cover().run();
    answer.code(0).stdout_has("as of 25 Sep 2025").stdout_has("at least 3").stdout_has("virgil-van-dijk");
}

#[test]
fn asked_for_what_there_is_not_it_names_what_there_is() {
    cover().args(["--scenario", "none"]).run().code(2).stderr_has("\"none\"").stderr_has("january-push");
    cover().args(["--unit", "none"]).run().code(2).stderr_has("centre-backs, full-backs");
    cover().args(["--from", "2026-02-01", "--to", "2026-01-01"]).run().code(2).stderr_has("before");
    cover().args(["--from", "soon"]).run().code(2).stderr_has("soon");
    Backline::new().args(["cover", "none.json"]).run().code(2).stderr_has("none.json");
}

#[test]
fn a_plan_without_matchdays_has_nothing_to_be_short_on() {
    let mut plan: Value = serde_json::from_str(&leoni()).expect("a plan is JSON");
    plan["matchdays"] = serde_json::json!([]);
    let answer = Backline::new().args(["cover", "-"]).stdin(plan.to_string()).run();
    answer.code(0).stdout_has("no matchdays to come");
}
