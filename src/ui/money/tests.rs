//! The view as a user works with it.

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::model::{Currency, Plan, PlayerKind};
use crate::ui::screen::View;
use crate::ui::testing::{Window, click, sample, type_into, window};

fn konate() -> Plan {
    serde_json::from_str(include_str!("../../../saves/real-madrid-2025-konate-now-or-2026.json")).unwrap()
}

fn plan(window: &Window) -> &Plan {
    window.state().desk.session.plan()
}

#[track_caller]
fn figure(window: &Window, beginning: &str) -> String {
    let node = window.get_by(|node| node.label().is_some_and(|label| label.starts_with(beginning)));
    node.accesskit_node().label().unwrap()
}

#[test]
fn a_budget_is_typed_in_place_and_says_what_is_left() {
    let mut window = window(sample(), View::Money);
    let name =
        plan(&window).windows.iter().find(|known| known.closes >= plan(&window).as_of).unwrap().name.clone();
    type_into(&mut window, &format!("Budget of {name}"), "5m");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(plan(&window).money.budgets[0].budget.amount, 5_000_000);
    let said = figure(&window, &format!("January push, net spend {name}"));
    assert!(said.contains("over") || said.contains("left"), "{said}");
    let label = window.state().desk.session.history().undo_label().unwrap().to_owned();
    assert_eq!(label, format!("set the budget of {name} to £5m"));
}

#[test]
fn a_budget_can_be_set_where_everybody_comes_for_nothing() {
    let plan = include_str!("../../../saves/real-madrid-2026-rebuild.json");
    let shown = window(serde_json::from_str(plan).unwrap(), View::Money);
    assert!(shown.query_by_label("Go to the board").is_none());
    shown.get_by_label_contains("Budget of Summer 2026");
}

#[test]
fn nonsense_is_not_taken_and_says_how_to_write_it() {
    let mut window = window(sample(), View::Money);
    type_into(&mut window, "Wage ceiling", "a lot");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(plan(&window).money.wage_ceiling, None);
    assert!(
        window.query_all_by_label_contains("This is no amount").count() > 0
            || window
                .query_all_by_value(
                    "Wage ceiling: This is no amount. Write it like 35m, £12.5m, €825k or 35,000,000."
                )
                .count()
                > 0
    );
}

#[test]
fn nothing_is_said_to_be_left_of_a_ceiling_while_no_wage_is_known() {
    let mut window = window(sample(), View::Money);
    type_into(&mut window, "Wage ceiling", "4m");
    window.key_press(Key::Enter);
    window.run();
    let bill = figure(&window, "January push, wage bill 2025");
    assert!(bill.ends_with("of £4m"), "{bill}");
}

#[test]
fn a_click_on_a_figure_shows_how_it_was_made() {
    let mut window = window(sample(), View::Money);
    let name = figure(&window, "January push, season cost 2025");
    click(&mut window, &name);
    assert!(
        window.query_by_value("What went into it").is_some()
            || window.query_by_label("How it was made").is_some()
    );
}

#[test]
fn a_rate_is_added_and_removed() {
    let mut window = window(konate(), View::Money);
    let before = plan(&window).money.rates.len();
    let button = window.get_by(|node| node.label().is_some_and(|label| label.ends_with("Add a rate")));
    button.click();
    window.run();
    type_into(&mut window, "New rate", "0.86");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(plan(&window).money.rates.len(), before + 1);
    assert!((plan(&window).money.rates[before].rate - 0.86).abs() < 1e-12);
}

#[test]
fn a_rate_that_is_gone_takes_its_complaint_along() {
    let complains = |window: &Window| {
        let is = |words: String| words.contains("Type how many of the second");
        window.query_all_by(|node| node.label().or(node.value()).is_some_and(is)).count() > 0
    };
    let mut window = window(konate(), View::Money);
    for (field, gone) in
        [("Rate 1, rate", "Remove the rate of GBP to EUR"), ("New rate", "Leave the new rate out")]
    {
        if field == "New rate" {
            let button =
                window.get_by(|node| node.label().is_some_and(|label| label.ends_with("Add a rate")));
            button.click();
            window.run();
        }
        type_into(&mut window, field, "a lot");
        window.key_press(Key::Enter);
        window.run();
        assert!(complains(&window), "{field}");
        let name = figure(&window, gone);
        click(&mut window, &name);
        assert!(!complains(&window), "{field}");
    }
}

#[test]
fn sums_are_made_once_and_an_empty_plan_says_what_to_do() {
    let mut shown = window(sample(), View::Money);
    let before = shown.state().desk.derived().computed();
    shown.run();
    shown.run();
    assert_eq!(shown.state().desk.derived().computed(), before);
    let mut empty = Plan::new("Empty", sample().club.clone(), sample().as_of, Currency::GBP);
    empty.players.push(std::sync::Arc::new(crate::model::Player::new(
        "joe".parse().unwrap(),
        "Joe",
        PlayerKind::Squad,
    )));
    let mut shown = window(empty, View::Money);
    click(&mut shown, "Go to the board");
    assert_eq!(shown.state().desk.screen.view, View::Board);
}
