//! Comparisons against hand-made figures, and what must hold for every plan.

mod break_even;

use proptest::prelude::*;

use super::*;
use crate::model::{Amount, MoneyRange, Move, MoveKind};
use crate::report::Place;
use crate::report::any_moves::{any_plan, day, mv, plan};

fn id(text: &str) -> ScenarioId {
    text.parse().unwrap()
}

/// Scenarios A and B of the plan to the end of next season.
fn compared(plan: &Plan) -> Comparison {
    let to = crate::forecast::horizon(plan);
    Comparison::of(plan, &[id("a"), id("b")], &"centre-backs".parse().unwrap(), plan.as_of, to).unwrap()
}

fn with_moves(one: Vec<Move>, other: Vec<Move>) -> Plan {
    let mut plan = plan();
    plan.scenarios[0].moves = one;
    plan.scenarios[1].moves = other;
    plan
}

fn buy(fee: i64, chance: f64) -> Move {
    Move {
        fee: Some(MoneyRange::exactly(fee, Currency::GBP)),
        until: Some(day("2030-06-30")),
        chance,
        ..mv("buy", "ann", MoveKind::Buy, "2026-01-01")
    }
}

fn free(chance: f64) -> Move {
    let until = Some(day("2031-06-30"));
    Move { until, chance, ..mv("free", "ann", MoveKind::FreeTransfer, "2026-07-01") }
}

fn texts(pair: &Pair) -> Vec<&str> {
    pair.differences.iter().map(|difference| difference.text.as_str()).collect()
}

#[test]
fn a_scenario_and_its_duplicate_differ_in_nothing() {
    let plan = with_moves(vec![buy(35_000_000, 0.5)], vec![buy(35_000_000, 0.5)]);
    let comparison = compared(&plan);
    let pair = comparison.pair(&id("b"), &id("a")).unwrap();
    assert_eq!((pair.delta_cost, pair.delta_covered), (Range::default(), 0.0));
    assert!(pair.is_same() && pair.break_even.is_none() && pair.price == Price::Equal);
    let verdict = comparison.verdict(&pair.one, &pair.other, Some(1e6));
    assert_eq!(verdict.text(), "Nothing differs between B and A.");
}

#[test]
fn a_move_for_another_unit_says_where_to_look() {
    let mut plan = with_moves(vec![buy(35_000_000, 0.5)], vec![]);
    let unit = |id: &str| -> crate::model::UnitId { id.parse().unwrap() };
    let ann = "ann".parse::<crate::model::PlayerId>().unwrap();
    let slot = |plan: &Plan, id: &str| plan.slots_of(&plan.scenarios[0], &unit(id))[0].id.clone();
    for scenario in &mut plan.scenarios {
        for chart in scenario.charts.values_mut() {
            chart.retain(|id| *id != ann);
        }
    }
    let at = slot(&plan, "midfield");
    plan.scenarios[0].charts.entry(at).or_default().push(ann);
    let comparison = compared(&plan);
    let pair = comparison.pair(&id("a"), &id("b")).unwrap();
    assert_eq!(pair.elsewhere.iter().map(|other| other.unit.clone()).collect::<Vec<_>>(), [unit("midfield")]);
    let verdict = comparison.verdict(&pair.one, &pair.other, Some(1e6));
    assert!(
        verdict.second_text().contains("The moves that differ are for another unit: Midfield."),
        "{verdict:?}"
    );
    // In his own unit there is nothing to point at.
    let there =
        Comparison::of(&plan, &[id("a"), id("b")], &unit("midfield"), plan.as_of, comparison.to).unwrap();
    assert!(there.pairs.iter().all(|pair| pair.elsewhere.is_empty()));
}

#[test]
fn nothing_is_paid_for_a_season_without_matchdays() {
    let mut plan = with_moves(vec![buy(12_000_000, 0.5)], vec![free(0.3)]);
    assert_eq!(Comparison::usual_end(&plan), day("2027-06-30"), "the end of the next season");
    plan.matchdays.retain(|matchday| matchday.date <= day("2026-05-23"));
    assert_eq!(Comparison::usual_end(&plan), day("2026-06-30"), "or of the last matchday's");
    // Whoever asks for more is told.
    let comparison = compared(&plan);
    let last = plan.matchdays.last().unwrap().date;
    assert_eq!(comparison.matchdays_end, Some(last));
    let said = comparison.verdict(&id("b"), &id("a"), Some(1e6)).second_text();
    assert!(
        said.starts_with(&format!("No matchday is known after {}", crate::model::words::date(last))),
        "{said}"
    );
    plan.matchdays.clear();
    assert_eq!(Comparison::usual_end(&plan), day("2027-06-30"));
}

#[test]
fn a_deal_after_the_span_is_no_bet_and_nobody_is_called_by_his_id() {
    let mut plan = with_moves(vec![buy(12_000_000, 0.5)], vec![free(0.3)]);
    std::sync::Arc::make_mut(&mut plan.players[6]).name = "Ann Ash".to_owned();
    let unit = "centre-backs".parse().unwrap();
    let until = |to| Comparison::of(&plan, &[id("a"), id("b")], &unit, plan.as_of, day(to)).unwrap();
    let inside = until("2027-06-30");
    assert!(inside.verdict(&id("b"), &id("a"), Some(1e6)).second_text().contains("Ann Ash"));
    let outside = until("2026-06-01");
    let pair = outside.pair(&id("b"), &id("a")).unwrap();
    assert_eq!(pair.break_even.as_ref().map(|even| &even.waits), None);
    let said = outside.verdict(&id("b"), &id("a"), Some(1e6)).second_text();
    assert!(said.starts_with("Ann Ash would come only after these days"), "{said}");
    assert!(inside.pairs.iter().all(|pair| pair.later.is_empty()));
}

#[test]
fn costs_are_as_good_as_equal_below_half_of_the_last_digit_shown() {
    let loan = |fee| Move {
        fee: Some(MoneyRange::exactly(fee, Currency::GBP)),
        ..mv("loan", "ann", MoveKind::LoanIn, "2026-01-01")
    };
    for (one, other, same) in [
        (2_000_000, 2_040_000, true),
        (2_000_000, 2_060_000, false),
        (20_000, 20_040, true),
        (20_000, 20_060, false),
    ] {
        let comparison = compared(&with_moves(vec![loan(one)], vec![loan(other)]));
        assert_eq!(comparison.pairs[0].is_same_cost(), same, "{one} and {other}");
    }
}

#[test]
fn a_contract_ends_unless_he_has_left_or_stays_by_then() {
    let ends = |moves: Vec<Move>| -> Vec<f64> {
        let comparison = compared(&with_moves(moves, Vec::new()));
        let changes = comparison.column(&id("a")).unwrap().changes.clone();
        let ending = |change: &&Change| change.how == "contract ends" && change.player == "one";
        changes.iter().filter(ending).map(|change| change.chance).collect()
    };
    let may = |kind, date, chance| vec![Move { chance, ..mv("m", "one", kind, date) }];
    // His contract runs to 30 June 2026.
    assert_eq!(ends(Vec::new()), [1.0]);
    assert_eq!(ends(may(MoveKind::Renew, "2026-07-01", 0.25)), [0.75]);
    assert_eq!(ends(may(MoveKind::Renew, "2026-07-01", 1.0)), [0.0; 0]);
    assert_eq!(ends(may(MoveKind::Sell, "2026-07-02", 1.0)), [1.0]);
    assert_eq!(ends(may(MoveKind::LoanOut, "2026-01-01", 1.0)), [1.0]);
}

#[test]
fn a_line_that_the_other_has_once_cancels_once() {
    let again = Move { id: "again".parse().unwrap(), ..buy(3_000_000, 1.0) };
    let once = compared(&with_moves(Vec::new(), vec![buy(3_000_000, 1.0)])).pairs[0].delta_cost;
    let twice = with_moves(vec![buy(3_000_000, 1.0)], vec![buy(3_000_000, 1.0), again]);
    assert!(once.likely.abs() > 1e5);
    assert_eq!(compared(&twice).pairs[0].delta_cost, once);
}

#[test]
fn where_nobody_waits_the_price_is_held_against_the_value() {
    let comparison = compared(&with_moves(Vec::new(), vec![buy(3_000_000, 1.0)]));
    let pair = comparison.pair(&id("b"), &id("a")).unwrap();
    assert!(pair.break_even.is_none());
    let Price::Pays { per_matchday } = pair.price else { panic!("{:?}", pair.price) };
    assert_eq!(Some(per_matchday.likely), pair.price_per_covered_matchday);
    let dear = comparison.verdict(&pair.one, &pair.other, Some(per_matchday.likely / 2.0)).second_text();
    let cheap = comparison.verdict(&pair.one, &pair.other, Some(per_matchday.likely * 2.0)).second_text();
    assert!(dear.contains("not worth it") && !cheap.contains("not worth it"), "{dear} / {cheap}");
    let even = comparison.verdict(&pair.one, &pair.other, Some(per_matchday.likely)).second_text();
    assert!(even.contains("that is about even"), "{even}");
    let back = comparison.pair(&id("a"), &id("b")).unwrap();
    assert!(matches!(back.price, Price::Saves { .. }));
}

#[test]
fn a_range_on_both_sides_of_nothing_stays_a_range() {
    // Selling brings in £1m to £9m and buying costs £20m over years: within the span it may be either way.
    let sell = Move {
        fee: Some(MoneyRange::between(1_000_000, 9_000_000, Currency::GBP)),
        ..mv("sell", "two", MoveKind::Sell, "2026-01-10")
    };
    let comparison = compared(&with_moves(Vec::new(), vec![buy(20_000_000, 1.0), sell]));
    let verdict = comparison.verdict(&id("b"), &id("a"), Some(1e6));
    let expected = "B costs between £2.3m less and £5.7m more (likely £1.7m more) than A";
    assert!(verdict.headline_text().starts_with(expected), "{}", verdict.text());
    let back = comparison.verdict(&id("a"), &id("b"), Some(1e6)).headline_text();
    assert!(
        back.starts_with("A costs between £5.7m less and £2.3m more (likely £1.7m less) than B"),
        "{back}"
    );
}

#[test]
fn equal_is_called_equal_and_about_equal_is_not() {
    let comparison = compared(&with_moves(vec![free(0.001)], Vec::new()));
    let headline = comparison.verdicts();
    assert!(comparison.pairs[0].other == *"a", "{:?}", comparison.pairs[0].other);
    assert!(headline[0].headline_text().starts_with("B and A come out as good as equal"), "{headline:?}");
    // A right-back elsewhere changes nothing here: equal to the last digit, yet not nothing.
    let mut other = free(1.0);
    other.player = "nobody".parse().unwrap();
    let comparison = compared(&with_moves(vec![other], Vec::new()));
    let headline = comparison.verdicts()[0].headline_text();
    assert!(headline.starts_with("B and A come out equal up to"), "{headline}");
}

#[test]
fn what_differs_is_said_in_words_with_its_place() {
    let mut plan = with_moves(vec![buy(35_000_000, 0.5)], vec![free(0.25)]);
    let slot: crate::model::SlotId = "lcb".parse().unwrap();
    plan.scenarios[1].charts.get_mut(&slot).unwrap().swap(0, 1);
    plan.scenarios[1].formation = "4-2-3-1".parse().unwrap();
    let comparison = compared(&plan);
    let pair = comparison.pair(&id("a"), &id("b")).unwrap();
    let texts = texts(pair);
    for expected in [
        "ANN is bought on 1 Jan 2026 instead of 1 Jul 2026",
        "ANN: buy instead of free transfer",
        "ANN, fee: £35m instead of none",
        "ANN, chance: 50\u{a0}% instead of 25\u{a0}%",
        "A plays 4-3-3, not 4-2-3-1",
        "Left centre-back first choice: ONE, not THREE",
        "Left centre-back second choice: THREE, not ONE",
        "winter: £15m of the budget left, not £50m",
    ] {
        assert!(texts.contains(&expected), "no {expected:?} in {texts:#?}");
    }
    assert_eq!(pair.differences[0].place, Place::Move(id("a"), "buy".parse().unwrap()));
}

#[test]
fn an_extra_man_in_a_chart_is_one_difference() {
    let mut plan = plan();
    let slot: crate::model::SlotId = "lcb".parse().unwrap();
    plan.scenarios[0].charts.get_mut(&slot).unwrap().insert(1, "two".parse().unwrap());
    let comparison = compared(&plan);
    assert_eq!(texts(&comparison.pairs[0]), ["Left centre-back second choice: TWO, only in A"]);
}

#[test]
fn whom_only_one_scenario_charts_is_said_first() {
    let mut plan = plan();
    let slot: crate::model::SlotId = "rcb".parse().unwrap();
    plan.scenarios[1].charts.get_mut(&slot).unwrap().retain(|id| *id != "two");
    let said = "TWO is on no chart of B: only A counts him";
    assert_eq!(texts(&compared(&plan).pairs[0]).first(), Some(&said));
    plan.scenarios[1].moves = vec![mv("sell", "two", MoveKind::Sell, "2026-01-01")];
    assert!(!texts(&compared(&plan).pairs[0]).contains(&said), "his move says why");
}

#[test]
fn what_the_rules_forbid_is_said_of_the_move_that_differs() {
    let early = Move { date: Some(day("2026-01-01")), ..free(1.0) };
    let comparison = compared(&with_moves(vec![early], Vec::new()));
    let rules = comparison.pairs[0].differences.iter().filter(|one| one.kind == DifferenceKind::Rule);
    assert!(rules.map(|rule| &rule.text).any(|text| text.contains("his contract runs until")));
}

#[test]
fn wages_that_nobody_has_given_are_said_to_be_left_out() {
    let comparison = compared(&with_moves(vec![buy(1_000_000, 0.5)], vec![free(0.25)]));
    let verdict = &comparison.verdicts()[0];
    assert!(
        verdict.second_text().ends_with("Wages that nobody has given are left out."),
        "{}",
        verdict.text()
    );
    assert!(verdict.second_text().contains("the chance that ANN still comes is"), "{}", verdict.text());
}

#[test]
fn unknown_wages_are_no_part_of_being_equal() {
    let headline = |plan: &Plan| compared(plan).verdicts()[0].headline_text();
    let plan = with_moves(vec![free(1.0)], Vec::new());
    assert!(headline(&plan).starts_with("B costs, wages aside, as much as A"), "{}", headline(&plan));
    let mut known = plan;
    known.scenarios[0].moves[0].wage = Some(crate::report::any_moves::weekly(100_000));
    assert!(headline(&known).starts_with("B costs £5.2m less than A"), "{}", headline(&known));
}

#[test]
fn a_value_that_cannot_be_converted_judges_nothing() {
    let mut plan = with_moves(vec![buy(35_000_000, 0.5)], Vec::new());
    plan.money.covered_matchday_value = Some(Amount::new(1, "CHF".parse().unwrap()));
    let comparison = compared(&plan);
    assert_eq!((comparison.value.amount, comparison.value.is_assumption), (None, false));
    assert!(comparison.verdicts()[0].text().contains("cannot be converted"));
    assert!(comparison.remarks().iter().any(|remark| remark.contains("no rate leads from CHF")));
}

#[test]
fn without_a_value_of_its_own_a_plan_takes_the_assumption_in_its_currency() {
    let mut plan = plan();
    plan.money.currency = Currency::EUR;
    let value = compared(&plan).value;
    assert_eq!((value.amount, value.is_assumption), (Some(1_160_000.0), true));
    plan.money.rates.clear();
    let value = compared(&plan).value;
    assert_eq!((value.amount, value.given.currency), (Some(1_000_000.0), Currency::EUR));
}

#[test]
fn the_baseline_is_the_plans_own_or_else_the_first() {
    let mut plan = plan();
    plan.baseline = id("b");
    assert_eq!(compared(&plan).baseline, id("b"));
    plan.baseline = id("elsewhere");
    let comparison = compared(&plan);
    assert_eq!((comparison.baseline.as_str(), comparison.needed, comparison.k), ("a", 2, 3));
    assert_eq!(comparison.depth_words(), "three centre-backs available");
    assert_eq!(comparison.pairs.len(), 1);
}

#[test]
fn a_depth_reads_as_one_would_say_it() {
    for (k, unit, expected) in [
        (3, "Centre-backs", "three centre-backs available"),
        (1, "Strikers", "one striker available"),
        (2, "Right-back", "two available at right-back"),
        (1, "Goalkeeper", "one available at goalkeeper"),
        (12, "Midfield", "12 available in midfield"),
    ] {
        assert_eq!(verdict::depth_words(k, unit), expected);
    }
}

#[test]
fn made_up_matchdays_and_estimates_are_named() {
    let mut mv = buy(35_000_000, 0.5);
    mv.fee.as_mut().unwrap().estimate = true;
    let mut plan = with_moves(vec![mv], Vec::new());
    plan.matchdays[0].origin = crate::model::MatchdayOrigin::Imported;
    // The same day twice is one matchday, and not made up if one of them is not.
    plan.matchdays[1].date = plan.matchdays[0].date;
    let comparison = compared(&plan);
    assert_eq!(comparison.generated_matchdays, comparison.matchdays - 1);
    let remarks = comparison.remarks().join("\n");
    assert!(remarks.contains("generated, one a week: an assumption"), "{remarks}");
    assert!(remarks.contains("the fee of £35m is the plan's own estimate"), "{remarks}");
}

#[test]
fn the_short_chances_come_later_and_are_those_of_the_forecast() {
    let mut comparison = compared(&with_moves(Vec::new(), vec![buy(1, 1.0)]));
    assert!(comparison.columns.iter().all(|column| column.short_somewhere.is_none()));
    let shorts = comparison.shorts();
    comparison.set_shorts(shorts);
    let column = &comparison.columns[1];
    let expected = column.forecast.short_somewhere(comparison.k, comparison.from, comparison.to);
    assert_eq!(column.short_somewhere.unwrap().target, expected);
}

#[test]
fn a_contract_that_ends_is_a_change_unless_he_certainly_stays() {
    let until = Some(day("2028-06-30"));
    let renew = |chance| Move { until, chance, ..mv("m", "one", MoveKind::Renew, "2026-01-01") };
    let leaves = |chance| {
        let comparison = compared(&with_moves(vec![renew(chance)], Vec::new()));
        let changes = comparison.columns[0].changes.clone();
        changes.into_iter().find(|change| change.player == *"one" && change.way == Way::Out)
    };
    assert_eq!(leaves(0.25).map(|change| (change.chance, change.date)), Some((0.75, day("2026-07-01"))));
    assert_eq!(leaves(1.0), None);
}

#[test]
fn every_figure_says_how_it_was_made() {
    let plan = with_moves(vec![buy(35_000_000, 0.5)], vec![free(0.25)]);
    let comparison = compared(&plan);
    let column = &comparison.columns[0];
    let cost = column.money.cost_made(&plan, comparison.from, comparison.to);
    assert_eq!(cost.rows[0].what, "ANN, fee");
    assert!(cost.rows[0].how.contains("546 of 1,642 days"), "{}", cost.rows[0].how);
    assert_eq!(cost.total, column.cost.expected.words(Currency::GBP));
    let covered = comparison.covered_made(&plan, column);
    let sum: f64 = covered.rows.iter().map(|row| row.amount.parse::<f64>().unwrap()).sum();
    assert!((sum - column.expected_covered).abs() < 0.2, "{sum}");
    assert!(covered.assumptions.iter().any(|id| id == "health.mean-layoff-days"));
    let even = comparison.pairs[0].break_even.as_ref().unwrap();
    assert_eq!(comparison.break_even_made(even, 1e6).rows.len(), 3);
    let names_the_default = |value| {
        let assumptions = comparison.break_even_made(even, value).assumptions;
        assumptions.iter().any(|known| known == crate::forecast::id::COVERED_MATCHDAY_VALUE)
    };
    let default = comparison.value.amount.unwrap();
    assert!(
        names_the_default(default) && !names_the_default(default + 1.0),
        "another value is the user's own"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_other_way_round_is_the_mirror_image(plan in any_plan()) {
        let comparison = compared(&plan);
        let (there, back) =
            (comparison.pair(&id("a"), &id("b")).unwrap(), comparison.pair(&id("b"), &id("a")).unwrap());
        prop_assert_eq!(there.delta_cost, -back.delta_cost);
        prop_assert!((there.delta_covered + back.delta_covered).abs() < 1e-9);
        prop_assert_eq!(&there.break_even, &back.break_even);
        prop_assert_eq!(there.is_same(), back.is_same());
        let [ours, theirs] = ["a", "b"].map(|column| comparison.column(&id(column)).unwrap().cost.expected);
        let slack = 1e-9 * (1.0 + ours.high.abs() + theirs.high.abs() + ours.low.abs() + theirs.low.abs());
        prop_assert!((there.delta_cost.likely - (ours.likely - theirs.likely)).abs() <= slack);
        prop_assert!(there.delta_cost.low <= there.delta_cost.likely && there.delta_cost.likely <= there.delta_cost.high);
    }

    #[test]
    fn every_plan_has_its_verdict(plan in any_plan()) {
        let comparison = compared(&plan);
        for value in [None, Some(0.0), Some(1e6)] {
            for (one, other) in [("a", "b"), ("b", "a")] {
                let verdict = comparison.verdict(&id(one), &id(other), value);
                prop_assert!(verdict.headline_text().ends_with('.'));
                prop_assert!(!verdict.text().contains("NaN") && !verdict.text().contains("inf"));
            }
        }
        prop_assert!(!comparison.table().is_empty());
    }

    #[test]
    fn a_duplicate_of_any_scenario_differs_in_nothing(plan in any_plan()) {
        let mut plan = plan;
        plan.scenarios[1] = Scenario { id: id("b"), ..plan.scenarios[0].clone() };
        let comparison = compared(&plan);
        for pair in &comparison.pairs {
            prop_assert!(pair.is_same() && pair.break_even.is_none(), "{:?}", texts(pair));
            prop_assert_eq!(pair.delta_cost, Range::default());
        }
    }
}
