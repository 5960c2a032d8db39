//! Lists edited in place: injuries, reports and their amounts, moves; and the calendar.

use egui::accesskit::Role;
use std::sync::Arc;

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Desktop, click, day, plan, press, shown, type_into, window};
use crate::model::{Currency, Extra, MoneyRange, MoveKind, Report, ReportKind, Trust, WindowId};

#[test]
fn an_injury_is_added_with_its_range_as_reported_and_removed_again() {
    let mut harness = window(plan(), "virgil-van-dijk");
    click(&mut harness, "Add an injury");
    assert!(harness.get_by_role_and_label(Role::TextInput, "Out for").is_focused());
    type_into(&mut harness, "Out for", "7-9 months");
    press(&mut harness, Key::Enter);
    let injury = harness.state().player("virgil-van-dijk").injuries[0].clone();
    assert_eq!(injury.reported_days(), Some((213, 274)));
    assert_eq!(shown(&harness, "Out for"), "7–9 months");

    type_into(&mut harness, "Out for", "24 Apr 2026 to 24 Jun 2026");
    press(&mut harness, Key::Enter);
    let injury = harness.state().player("virgil-van-dijk").injuries[0].clone();
    assert_eq!((injury.layoff, injury.back.map(|back| back.latest)), (None, Some(day("2026-06-24"))));

    click(&mut harness, "Remove this injury");
    assert!(harness.state().player("virgil-van-dijk").injuries.is_empty());
    assert_eq!(harness.state().session.history().steps(), 4);
}

#[test]
fn a_report_is_added_with_its_outlet_and_an_amount_in_euros() {
    let mut harness = window(plan(), "marc-guehi");
    click(&mut harness, "Add a report");
    assert!(harness.get_by_label("Claim").is_focused());
    type_into(&mut harness, "Claim", "Madrid will bid in January");
    press(&mut harness, Key::Enter);
    type_into(&mut harness, "Outlet", "Marca");
    press(&mut harness, Key::Enter);
    click(&mut harness, "Add an amount");
    type_into(&mut harness, "Amount 1", "€50m");
    press(&mut harness, Key::Enter);
    let report = Arc::clone(&harness.state().session.plan().reports[0]);
    assert_eq!((report.claim.as_str(), report.outlet.as_str()), ("Madrid will bid in January", "Marca"));
    assert_eq!(report.amounts[0].value, MoneyRange::exactly(50_000_000, Currency::EUR));

    click(&mut harness, "Done with this report");
    assert!(harness.query_by_label_contains("Madrid will bid in January").is_some());
    assert!(harness.query_by_label("Claim").is_none());
}

#[test]
fn only_a_web_link_can_be_opened() {
    let mut plan = plan();
    plan.reports.push(Arc::new(report("saga", "file:///etc/passwd")));
    let mut harness = window(plan, "marc-guehi");
    click(&mut harness, "Report: Claim of saga, The Outlet · 24 Sep 2025 · high trust");
    assert!(harness.get_by_label_contains("Not opened").accesskit_node().is_disabled());

    type_into(&mut harness, "Link", "https://example.org/saga");
    press(&mut harness, Key::Enter);
    click(&mut harness, "Open https://example.org/saga");
    assert_eq!(harness.state().opened, ["https://example.org/saga"]);
}

#[test]
fn a_move_is_planned_changed_and_dropped() {
    let mut harness = window(plan(), "marc-guehi");
    click(&mut harness, "Change his move");
    click(&mut harness, "Buy");
    type_into(&mut harness, "Fee", "35m");
    press(&mut harness, Key::Enter);
    type_into(&mut harness, "High fee", "40m");
    press(&mut harness, Key::Enter);
    type_into(&mut harness, "Chance", "62");
    press(&mut harness, Key::Enter);
    let moves = &harness.state().session.plan().scenarios[0].moves;
    let [mv] = &moves[..] else { panic!("{moves:?}") };
    assert_eq!(mv.fee, Some(MoneyRange::between(35_000_000, 40_000_000, Currency::GBP)));
    assert_eq!(mv.window.as_ref().map(WindowId::as_str), Some("winter-2026"));
    assert!((mv.chance - 0.62).abs() < 1e-12);
    click(&mut harness, "Done with his move");
    assert!(harness.query_by_label_contains("Buy · £35m–40m · 62\u{a0}%").is_some());
    click(&mut harness, "Change his move");

    type_into(&mut harness, "High fee", "30m");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("is more than the high one").is_some());
    press(&mut harness, Key::Escape);

    click(&mut harness, "Drop the move of Guéhi");
    assert!(harness.state().session.plan().scenarios[0].moves.is_empty());
}

#[test]
fn a_renewal_asks_for_nothing_that_only_a_transfer_has() {
    let mut harness = window(plan(), "virgil-van-dijk");
    click(&mut harness, "Change his move");
    click(&mut harness, "Renew");
    for name in ["Window of the move", "Other club", "One of these moves at most", "Fee"] {
        assert!(harness.query_by_label(name).is_none(), "{name}");
    }
    type_into(&mut harness, "Contract of the move until", "2029");
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().session.plan().scenarios[0].moves[0].until, Some(day("2029-06-30")));
    harness.state_mut().select("marc-guehi");
    harness.run();
    click(&mut harness, "Change his move");
    click(&mut harness, "Buy");
    harness.get_by_label("Window of the move");
    harness.get_by_label("One of these moves at most");
}

#[test]
fn a_report_may_have_no_day_and_no_outlet() {
    let mut plan = plan();
    plan.reports.push(Arc::new(Report { outlet: String::new(), ..report("saga", "https://example.org") }));
    let mut harness = window(plan, "marc-guehi");
    click(&mut harness, "Report: Claim of saga, Outlet not recorded · 24 Sep 2025 · high trust");
    harness.get_by_label("Report date").focus();
    harness.run();
    press(&mut harness, Key::Backspace);
    press(&mut harness, Key::Enter);
    assert!(harness.state().session.plan().reports[0].undated);
    click(&mut harness, "Done with this report");
    click(&mut harness, "Report: Claim of saga, Outlet and day not recorded · high trust");
    type_into(&mut harness, "Report date", "23 Sep 2025");
    press(&mut harness, Key::Enter);
    let report = Arc::clone(&harness.state().session.plan().reports[0]);
    assert_eq!((report.date, report.undated), (day("2025-09-23"), false));
}

#[test]
fn an_absence_is_typed_first_day_first_without_years() {
    let mut harness = window(plan(), "virgil-van-dijk");
    click(&mut harness, "Add another absence");
    assert!(harness.get_by_label("First day of the absence").is_focused());
    type_into(&mut harness, "First day of the absence", "20 dec");
    assert!(harness.query_by_label("That is 20 Dec 2025.").is_some());
    press(&mut harness, Key::Enter);
    let days = |harness: &Harness<'_, Desktop>| {
        let absence = &harness.state().player("virgil-van-dijk").absences[0];
        (absence.from, absence.until)
    };
    assert_eq!(days(&harness), (day("2025-12-20"), day("2025-12-20")), "the last day goes along");
    type_into(&mut harness, "Last day of the absence", "18 jan");
    press(&mut harness, Key::Enter);
    assert_eq!(days(&harness), (day("2025-12-20"), day("2026-01-18")));
    type_into(&mut harness, "Last day of the absence", "1 Dec 2025");
    press(&mut harness, Key::Enter);
    assert!(harness.query_by_label_contains("It begins on 20 Dec 2025").is_some());
    assert_eq!(days(&harness), (day("2025-12-20"), day("2026-01-18")), "the range stays one");
}

#[test]
fn a_day_is_picked_from_the_calendar() {
    let mut harness = window(plan(), "virgil-van-dijk");
    click(&mut harness, "Pick a day: Contract until");
    click(&mut harness, "Month before");
    click(&mut harness, "31 May 2027");
    assert_eq!(harness.state().player("virgil-van-dijk").contract_until(), Some(day("2027-05-31")));
    assert!(harness.query_by_label("Month before").is_none(), "the calendar closes");
}

fn report(id: &str, link: &str) -> Report {
    Report {
        id: id.parse().unwrap(),
        player: "marc-guehi".parse().unwrap(),
        date: day("2025-09-24"),
        undated: false,
        outlet: "The Outlet".to_owned(),
        kind: ReportKind::Interest,
        club: None,
        claim: format!("Claim of {id}"),
        amounts: Vec::new(),
        link: Some(link.to_owned()),
        trust: Trust::High,
        extra: Extra::new(),
    }
}

#[test]
fn a_move_gets_its_length_in_years_and_a_wage_as_it_is_said() {
    let mut plan = plan();
    let scenario = &mut plan.scenarios[0];
    let mut mv = crate::model::Move::new(
        "in".parse().unwrap(),
        "marc-guehi".parse().unwrap(),
        crate::model::MoveKind::Buy,
    );
    mv.date = Some(day("2026-01-24"));
    scenario.moves = vec![mv];
    let mut harness = window(plan, "marc-guehi");
    click(&mut harness, "Change his move");
    type_into(&mut harness, "Contract of the move until", "4.5 years");
    press(&mut harness, Key::Enter);
    type_into(&mut harness, "Wage of the move", "£120k a week");
    press(&mut harness, Key::Enter);
    type_into(&mut harness, "Fee", "25-30m");
    press(&mut harness, Key::Enter);
    let mv = harness.state().session.plan().scenarios[0].moves[0].clone();
    assert_eq!(mv.until, Some(day("2030-06-30")));
    assert_eq!(mv.wage.unwrap().amount.amount, 120_000);
    let fee = mv.fee.unwrap();
    assert_eq!((fee.low, fee.high), (25_000_000, 30_000_000));
}

#[test]
fn the_slider_of_a_chance_changes_nothing_before_it_is_moved() {
    let mut harness = window(plan(), "marc-guehi");
    click(&mut harness, "Change his move");
    click(&mut harness, "Buy");
    type_into(&mut harness, "Chance", "62.4");
    press(&mut harness, Key::Enter);
    let steps = |harness: &Harness<'_, Desktop>| harness.state().session.history().steps();
    let chance = |harness: &Harness<'_, Desktop>| harness.state().session.plan().scenarios[0].moves[0].chance;
    let before = steps(&harness);
    harness.get_by_label("Chance slider").focus();
    harness.run();
    harness.get_by_label("Chance slider").hover();
    harness.run();
    assert_eq!((steps(&harness), chance(&harness)), (before, 0.624));

    press(&mut harness, Key::ArrowRight);
    assert_eq!((steps(&harness), chance(&harness)), (before + 1, 0.63));
}

#[test]
fn a_departure_asks_only_for_what_counts_and_shows_what_is_set_until_it_is_taken_out() {
    for (kind, has_end, has_fee) in
        [(MoveKind::Sell, false, true), (MoveKind::Release, false, false), (MoveKind::LoanOut, true, true)]
    {
        let mut plan = plan();
        let mut mv =
            crate::model::Move::new("out".parse().unwrap(), "virgil-van-dijk".parse().unwrap(), kind);
        mv.date = Some(day("2026-01-24"));
        plan.scenarios[0].moves = vec![mv.clone()];
        let mut harness = window(plan.clone(), "virgil-van-dijk");
        click(&mut harness, "Change his move");
        let shown = |name: &str| harness.query_by_label(name).is_some();
        assert!(!shown("Signing-on fee") && !shown("Wage of the move") && shown("Agent fee"), "{kind:?}");
        assert_eq!((shown("Contract of the move until"), shown("Fee")), (has_end, has_fee), "{kind:?}");

        // What came with another kind of move is neither lost nor out of reach.
        mv.signing_on_fee = Some(crate::model::Amount::new(1_000_000, crate::model::Currency::GBP));
        mv.until = Some(day("2026-06-30"));
        plan.scenarios[0].moves = vec![mv];
        let mut harness = window(plan, "virgil-van-dijk");
        click(&mut harness, "Change his move");
        harness.get_by_label("Contract of the move until");
        type_into(&mut harness, "Signing-on fee", "");
        press(&mut harness, Key::Backspace);
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().session.plan().scenarios[0].moves[0].signing_on_fee, None, "{kind:?}");
        assert!(harness.query_by_label("Signing-on fee").is_none(), "{kind:?}");
    }
}

#[test]
fn what_is_entered_in_a_move_leaves_the_fields_where_they_are() {
    let mut harness = window(plan(), "virgil-van-dijk");
    click(&mut harness, "Change his move");
    click(&mut harness, "Renew");
    let place = |harness: &Harness<'_, Desktop>| harness.get_by_label("Agent fee").rect();
    let before = place(&harness);
    for (field, words) in [("Contract of the move until", "2029"), ("Exact day of the move", "1 Jun 2026")] {
        type_into(&mut harness, field, words);
        press(&mut harness, Key::Enter);
        assert_eq!(place(&harness), before, "{field}");
    }
    click(&mut harness, "Done with his move");
    harness.get_by_label("Contract to 30 Jun 2029");
}

#[test]
fn a_report_without_a_year_is_the_last_such_day_the_plan_knows_of() {
    let mut harness = window(plan(), "marc-guehi");
    click(&mut harness, "Add a report");
    for (typed, expected) in [("24 Nov", "2024-11-24"), ("yesterday", "2025-09-24"), ("25 sep", "2025-09-25")]
    {
        type_into(&mut harness, "Report date", typed);
        press(&mut harness, Key::Enter);
        assert_eq!(harness.state().session.plan().reports[0].date, day(expected), "{typed}");
    }
    type_into(&mut harness, "Report date", "tomorrow");
    press(&mut harness, Key::Enter);
    harness.get_by_label_contains("This is no date.");
}
