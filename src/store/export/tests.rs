//! What is written is what was computed, and a name in it stays a name.

use serde_json::Value;

use super::*;
use crate::model::UnitId;

/// A name that tries everything.
const NASTY: &str = "=1+1<script>alert('x')</script>|`*_[a](http://evil.example)\n\"&\u{1b}";

fn leoni() -> Plan {
    let text = include_str!("../../../saves/liverpool-2025-26-leoni.json");
    let mut plan = crate::store::parse(text.as_bytes(), "leoni").unwrap();
    plan.baseline = "do-nothing".parse().unwrap();
    plan
}

fn compared(plan: &Plan) -> Comparison {
    let scenarios: Vec<_> = plan.scenarios.iter().map(|scenario| scenario.id.clone()).collect();
    let unit: UnitId = "centre-backs".parse().unwrap();
    let to = "2027-06-30".parse().unwrap();
    let mut comparison = Comparison::of(plan, &scenarios, &unit, plan.as_of, to).unwrap();
    let shorts = comparison.shorts();
    comparison.set_shorts(shorts);
    comparison
}

fn written(plan: &Plan, format: ComparisonFormat) -> String {
    super::comparison(plan, &compared(plan), format)
}

fn nasty() -> Plan {
    let mut plan = leoni();
    plan.name = NASTY.to_owned();
    for scenario in &mut plan.scenarios {
        scenario.name = NASTY.to_owned();
    }
    for player in &mut plan.players {
        std::sync::Arc::make_mut(player).name = NASTY.to_owned();
    }
    for window in &mut plan.windows {
        window.name = NASTY.to_owned();
    }
    for unit in &mut plan.units {
        unit.name = NASTY.to_owned();
    }
    plan
}

#[test]
fn the_page_needs_nothing_from_elsewhere_and_no_name_becomes_markup() {
    for plan in [leoni(), nasty()] {
        let page = written(&plan, ComparisonFormat::Html);
        for forbidden in ["<script", "src=", "href=", "url(", "@import", "<img", "<link", "<iframe", "onload"]
        {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        let parsed = scraper::Html::parse_document(&page);
        let count = |what: &str| parsed.select(&scraper::Selector::parse(what).unwrap()).count();
        assert_eq!((count("polyline"), count("article"), count("h1")), (3, 3, 1));
        assert!(count("rect.band") > 0 && page.contains("prefers-color-scheme"));
    }
}

#[test]
fn every_assumption_behind_the_figures_is_listed_with_its_source() {
    let plan = leoni();
    let page = written(&plan, ComparisonFormat::Html);
    let assumptions = compared(&plan).assumptions(&plan);
    let ids: Vec<&str> = assumptions.iter().map(|row| row.id.as_str()).collect();
    for id in ["health.mean-layoff-days", "money.covered-matchday-value", "money.amortisation-cap-years"] {
        assert!(ids.contains(&id), "{id} is not in {ids:?}");
    }
    for row in assumptions {
        assert!(
            page.contains(&html::escaped(&row.source)) && page.contains(&html::escaped(&row.label)),
            "{}",
            row.id
        );
    }
}

#[test]
fn assumptions_read_as_people_say_them() {
    let text = written(&leoni(), ComparisonFormat::Markdown);
    for part in [
        "Value of one covered matchday: £1m (",
        "Target depth: players beyond the slots of a unit: 1 player (",
        "Share back before the earliest reported return: 15\u{a0}% (",
        "Injuries per season, first choice: 2.72 (",
        "Mean lay-off of an injury yet to come: 18.7 days (",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
    assert!(written(&leoni(), ComparisonFormat::Text).contains("\nA covered matchday is worth £1m"));
}

#[test]
fn csv_gives_every_figure_in_full_and_no_formula() {
    let plan = nasty();
    let comparison = compared(&plan);
    let text = written(&plan, ComparisonFormat::Csv);
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let find = |scenario: &str, figure: &str, reading: &str| -> f64 {
        let row = rows.iter().find(|row| {
            (row.get(0), row.get(3), row.get(4)) == (Some(scenario), Some(figure), Some(reading))
        });
        row.unwrap().get(6).unwrap().parse().unwrap()
    };
    let column = &comparison.columns[0];
    let id = column.scenario.as_str();
    assert_eq!(find(id, "net_spend", "expected").to_bits(), column.net_spend.expected.likely.to_bits());
    assert_eq!(find(id, "expected_covered", "expected").to_bits(), column.expected_covered.to_bits());
    for row in rows {
        assert!(!row.iter().any(|cell| cell.starts_with('=') || cell.starts_with('@')), "{row:?}");
    }
}

#[test]
fn markdown_is_one_table_whatever_the_names() {
    for plan in [leoni(), nasty()] {
        let text = written(&plan, ComparisonFormat::Markdown);
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert!(rows.len() > 8);
        for row in rows {
            let bars = row.replace("\\\\", "").replace("\\|", "").matches('|').count();
            assert_eq!(bars, 5, "{row}");
        }
        let escaped = |c: char| text.matches(c).count() == text.matches(&format!("\\{c}")).count();
        assert!(escaped('<') && escaped('[') && !text.contains("http://"));
    }
}

#[test]
fn json_carries_the_figures_under_their_plain_names() {
    let plan = leoni();
    let json: Value = serde_json::from_str(&written(&plan, ComparisonFormat::Json)).unwrap();
    let column = &json["columns"][0];
    for name in ["net_spend", "season_cost", "expected_covered", "short_somewhere"] {
        assert!(!column[name].is_null(), "{name}");
    }
    for name in ["delta_cost", "delta_covered", "price_per_covered_matchday"] {
        assert!(json["pairs"][0][name].is_object() || json["pairs"][0][name].is_number(), "{name}");
    }
    assert!(json["pairs"][0].as_object().unwrap().contains_key("break_even_chance"));
    assert_eq!(column["net_spend"]["if_it_happens"]["likely"], 35e6);
    assert_eq!(column["money"]["moves"][0]["lines"][0]["item"], "fee");
}

#[test]
fn the_text_says_the_verdict_the_table_and_what_differs() {
    let text = written(&leoni(), ComparisonFormat::Text);
    for part in [
        "January push costs £5.8m more than Do nothing",
        "58.0 of 74 (+7.9)",
        "What differs",
        "as of 25 Sep 2025",
        "Newest reports\n  Marc Gu\u{e9}hi: ",
    ] {
        assert!(text.contains(part), "no {part:?} in\n{text}");
    }
}

#[test]
fn texts_name_their_sources_by_outlet_and_day_and_hold_no_link() {
    let mut plan = leoni();
    let player: crate::model::PlayerId = "marc-guehi".parse().unwrap();
    let mut report = (*plan.reports[0]).clone();
    report.id = "newest".parse().unwrap();
    report.player = player.clone();
    report.kind = crate::model::ReportKind::Bid;
    report.date = "2025-09-26".parse().unwrap();
    report.outlet = "A paper (https://www.paper.example/a?b)".to_owned();
    report.extra.insert("link".to_owned(), "https://www.paper.example/a?b".into());
    plan.reports.push(report.into());
    plan.name = "See http://example.org/plan".to_owned();
    for format in [ComparisonFormat::Text, ComparisonFormat::Markdown] {
        let text = written(&plan, format);
        let line = "Marc Gu\u{e9}hi: bid, A paper (paper.example), 26 Sep 2025";
        assert!(text.contains(line), "no {line:?} in\n{text}");
        for link in ["://", "www.", "/plan"] {
            assert!(!text.contains(link), "{link} in\n{text}");
        }
    }
    let once = sources(&plan, [&player, &player].into_iter());
    assert_eq!(once.len(), 1);
    assert!(sources(&plan, [&"nobody".parse().unwrap()].into_iter()).is_empty());
}
