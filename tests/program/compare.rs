//! `backline compare` from outside.

use serde_json::Value;

use crate::backline::{Backline, leoni, sample};

fn compare() -> Backline {
    Backline::new().arg("compare").arg(sample("liverpool-2025-26-leoni.json"))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("{value} is no number"))
}

#[test]
fn it_answers_in_json_with_everything_one_needs_to_check_it() {
    let answer = compare().args(["--json", "--scenarios", "january-push,summer-free"]).run();
    let report: Value = serde_json::from_str(&answer.code(0).stdout).expect("it is JSON");
    assert_eq!(
        (&report["unit"], &report["k"], &report["to"]),
        (&"centre-backs".into(), &3.into(), &"2027-06-30".into())
    );
    let columns = report["columns"].as_array().expect("columns are a list");
    let [push, free] = columns.as_slice() else { panic!("two were asked for") };
    for column in columns {
        for name in ["net_spend", "season_cost", "expected_covered", "short_somewhere", "money"] {
            assert!(!column[name].is_null(), "{name}");
        }
        assert_eq!(column["short_somewhere"]["target"]["method"], "exact");
    }
    // £35m over 1,642 days from New Year 2026 to 30 June 2030, of which 546 count; half of it by his chance.
    let cost = number(&push["cost"]["expected"]["likely"]);
    assert!((cost - 35e6 * 546.0 / 1642.0 / 2.0).abs() < 0.005, "{cost}");
    assert_eq!(report["baseline"], "summer-free");
    let pair = &report["pairs"][0];
    assert_eq!((&pair["one"], &pair["other"]), (&"january-push".into(), &"summer-free".into()));
    let covered = number(&push["expected_covered"]) - number(&free["expected_covered"]);
    assert!((number(&pair["delta_covered"]) - covered).abs() < 1e-9);
    let price = number(&pair["delta_cost"]["likely"]) / covered;
    assert!((number(&pair["price_per_covered_matchday"]) - price).abs() < 1e-6 * price.abs());
    // U = v N − C: the chance at which waiting is worth as much as acting.
    let worth = |outcome: &Value| {
        number(&report["value"]["amount"]) * number(&outcome["covered"]) - number(&outcome["cost"])
    };
    let even = &pair["break_even"];
    let [acting, without, with] = ["acting", "without", "with"].map(|side| worth(&even[side]));
    let chance = (acting - without) / (with - without);
    assert!((number(&pair["break_even_chance"]) - chance).abs() < 1e-9);
}

#[test]
fn it_prints_a_table_one_can_read() {
    let answer = compare().run();
    answer
        .code(0)
        .stdout_has("January push costs £5.8m more than Summer free up to 30 Jun 2027")
        .stdout_has("Net spend to 30 Jun 2027, expected")
        .stdout_has("What differs");
}

#[test]
fn it_writes_markdown_csv_and_a_page_to_a_file() {
    let home = tempfile::tempdir().expect("a temporary folder can be made");
    for (flag, name, begins) in [
        ("--markdown", "c.md", "# "),
        ("--csv", "c.csv", "scenario,"),
        ("--html", "c.html", "<!doctype html>"),
    ] {
        let out = home.path().join(name);
        compare().args([flag, "-o"]).arg(&out).run().code(0).stdout_is("").stderr_is("");
        let text = std::fs::read_to_string(&out).expect("the file is there");
        assert!(text.starts_with(begins), "{name} begins with {:?}", text.get(..40));
        let same = compare().arg(flag).run();
        assert_eq!(same.code(0).stdout, text, "{flag} says the same on standard output");
    }
    compare().arg("-o").arg(home.path().join("none/c.txt")).run().code(1).stderr_has("none/c.txt").in_words();
}

#[test]
fn a_shorter_span_and_another_unit_can_be_asked_for() {
    let answer = compare().args(["--from", "2026-01-01", "--to", "2026-06-30", "--unit", "full-backs"]).run();
    answer.code(0).stdout_has("Full-backs, 1 Jan 2026 to 30 Jun 2026");
}

#[test]
fn asked_for_what_there_is_not_it_names_what_there_is() {
    compare()
        .args(["--scenarios", "january-push,none"])
        .run()
        .code(2)
        .stderr_has("\"none\"")
        .stderr_has("summer-free");
    compare().args(["--scenarios", "january-push"]).run().code(2).stderr_has("two scenarios");
    compare().args(["--scenarios", "january-push,january-push"]).run().code(2).stderr_has("two scenarios");
    compare().args(["--unit", "none"]).run().code(2).stderr_has("centre-backs, full-backs");
    compare().args(["--from", "2026-02-01", "--to", "2026-01-01"]).run().code(2).stderr_has("before");
    compare().args(["--to", "2125-01-01"]).run().code(2).stderr_has("Twenty years");
    compare().args(["--json", "--html"]).run().code(2).stderr_has("cannot be used with");
    Backline::new().args(["compare", "none.json"]).run().code(2).stderr_has("none.json");
}

#[test]
fn amounts_at_the_end_of_all_numbers_add_up_to_a_number() {
    let mut plan: Value = serde_json::from_str(&leoni()).expect("a plan is JSON");
    let fee = serde_json::json!({"low": i64::MAX, "high": i64::MIN, "currency": "EUR"});
    plan["scenarios"][0]["moves"][0]["fee"] = fee;
    plan["scenarios"][1]["moves"][0]["wage"] =
        serde_json::json!({"amount": {"amount": i64::MAX, "currency": "USD"}, "per": "week"});
    plan["money"]["rates"][0]["rate"] = 1e-300.into();
    let answer = Backline::new().args(["compare", "-", "--json"]).stdin(plan.to_string()).run();
    let report: Value = serde_json::from_str(&answer.code(0).in_words().stdout).expect("it is JSON");
    assert!(report["columns"][1]["cost"]["expected"]["high"].is_number());
    let remarks = report["remarks"].to_string();
    assert!(remarks.contains("not counted"), "{remarks}");
}
