//! Copying by dragging and by menu, importing with clashes, and remedies that are clicked.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Pos2, vec2};
use egui_kittest::kittest::Queryable as _;

use crate::model::{Plan, PlayerId, Scenario};
use crate::ui::command::{Action, Command};
use crate::ui::screen::View;
use crate::ui::testing::{Window, board, click, drag, sample, window};

fn plan(window: &Window) -> &Plan {
    window.state().desk.session.plan()
}

fn scenario<'a>(plan: &'a Plan, id: &str) -> &'a Scenario {
    plan.scenario(&id.parse().unwrap()).unwrap()
}

fn tab(window: &Window, name: &str) -> Pos2 {
    window.get_by_role_and_label(Role::Tab, name).rect().center()
}

#[test]
fn a_chart_dragged_onto_a_tab_is_copied_in_one_step() {
    let mut window = board("january-push");
    let head = window.get_by_label("Chart of right centre-back").rect().center();
    let to = tab(&window, "Do nothing");
    drag(&mut window, head, to);
    let after = plan(&window);
    let (push, nothing) = (scenario(after, "january-push"), scenario(after, "do-nothing"));
    let slot = "rcb".parse().unwrap();
    assert_eq!(nothing.chart(&slot), push.chart(&slot));
    assert!(nothing.arrival_of(&"marc-guehi".parse().unwrap()).is_some(), "the move comes along");
    assert_eq!(window.state().desk.session.history().steps(), 1);
    window.state_mut().desk.session.undo();
    assert_eq!(**window.state().desk.session.plan(), sample());
}

#[test]
fn a_card_over_a_tab_says_what_it_would_do_and_the_own_tab_refuses_it() {
    let mut window = board("january-push");
    let from = window.get_by_label_contains("Marc Guéhi, 3rd choice, right centre-back").rect().center();
    let (own, other) = (tab(&window, "January push"), tab(&window, "Do nothing"));
    window.drag_at(from);
    window.step();
    window.hover_at(from + vec2(30.0, 0.0));
    window.step();
    for (place, refused) in [(other, false), (own, true)] {
        window.hover_at(place);
        window.step();
        window.step();
        let over: Option<(String, bool)> = window.ctx.data(|data| data.get_temp(super::remark_id()));
        let (words, said) = over.unwrap();
        assert_eq!(refused, said, "{words}");
        assert_eq!(words == "is copied to Do nothing", !refused, "{words}");
    }
    window.drop_at(own);
    window.run();
    assert_eq!(window.state().desk.session.history().steps(), 0);
}

#[test]
fn the_menu_copies_what_a_drag_copies() {
    let mut window = board("january-push");
    click(&mut window, "Chart of right centre-back");
    let line = window
        .get_all_by_label("Do nothing")
        .find(|node| node.rect().top() > 60.0)
        .expect("a line of the menu");
    line.click();
    window.run();
    let slot = "rcb".parse().unwrap();
    assert_eq!(
        scenario(plan(&window), "do-nothing").chart(&slot),
        scenario(&sample(), "january-push").chart(&slot)
    );
}

#[test]
fn scenarios_of_another_plan_come_with_their_clashes_asked_once() {
    let mut other = sample();
    let gomez: PlayerId = "joe-gomez".parse().unwrap();
    for player in other.players.iter_mut().filter(|player| player.id == gomez) {
        std::sync::Arc::make_mut(player).contract.as_mut().unwrap().until =
            Some("2031-06-30".parse().unwrap());
    }
    let mut window = board("january-push");
    window.state_mut().desk.import_scenarios(other, Path::new("/plans/other.json"));
    window.run();
    assert!(window.state().desk.is_asking());
    let line = window.get_by(|node| {
        node.role() == Role::CheckBox && node.label().is_some_and(|label| label.starts_with("January push"))
    });
    line.click();
    window.run();
    click(&mut window, "Take theirs: Joe Gomez");
    click(&mut window, "Import the scenario");
    let after = plan(&window);
    assert_eq!(after.scenarios.last().unwrap().name, "January push 2");
    assert_eq!(after.player(&gomez).unwrap().contract_until(), Some("2031-06-30".parse().unwrap()));
    assert_eq!(window.state().desk.session.history().steps(), 1);
    assert!(!window.state().desk.is_asking());
}

#[test]
fn a_scenario_is_handed_to_the_files_as_a_plan_of_its_own() {
    let mut window = board("summer-free");
    let errand = window.state_mut().desk.act(Command::Do(Action::SaveScenario));
    let said = format!("{errand:?}");
    assert!(said.contains("SaveCopy") && said.contains("Summer free"), "{}", &said[..200.min(said.len())]);
    let errand = window.state_mut().desk.act(Command::Do(Action::ImportScenario));
    assert!(format!("{errand:?}").contains("ImportScenario"));
}

/// The sample with Guéhi bought in November, when no window is open.
fn november() -> Plan {
    let mut plan = sample();
    let push = plan.scenarios.iter_mut().find(|scenario| scenario.name == "January push").unwrap();
    for mv in push.moves.iter_mut().filter(|mv| mv.player == "marc-guehi") {
        (mv.window, mv.date) = (None, Some("2025-11-10".parse().unwrap()));
    }
    plan
}

#[test]
fn a_click_on_a_remedy_takes_the_problem_away() {
    let mut window = window(november(), View::Board);
    click(&mut window, "1 problem in this plan");
    let button = window.get_by(|node| {
        node.label()
            .is_some_and(|label| label.starts_with("Move it to Winter") && label.contains("no window"))
    });
    button.click();
    window.run();
    let mv =
        scenario(plan(&window), "january-push").arrival_of(&"marc-guehi".parse().unwrap()).unwrap().clone();
    assert_eq!((mv.window.unwrap().as_str(), mv.date), ("winter-2026", None));
    assert!(window.query_by_label("1 problem in this plan").is_none());
}

#[test]
fn a_move_that_cannot_be_is_marked_on_his_card_and_mended_in_the_inspector() {
    let mut window = window(november(), View::Board);
    assert!(window.query_by_label_contains("check his move").is_some());
    window.state_mut().desk.screen.selected = Some("marc-guehi".parse().unwrap());
    window.run();
    let button = window.get_by(|node| {
        node.label().is_some_and(|label| label.starts_with("Make it a free transfer on 1 Jul 2026: "))
    });
    // It may lie below the edge of the inspector.
    button.click_accesskit();
    window.run();
    let mv = scenario(plan(&window), "january-push").arrival_of(&"marc-guehi".parse().unwrap()).unwrap();
    assert_eq!(mv.kind, crate::model::MoveKind::FreeTransfer);
    assert!(window.query_by_label_contains("check his move").is_none());
}

#[test]
fn a_move_is_copied_from_the_inspector_by_menu_and_by_drag() {
    let mut window = board("january-push");
    window.state_mut().desk.screen.selected = Some("marc-guehi".parse().unwrap());
    window.run();
    window.get_by_label("Change his move").click_accesskit();
    window.run();
    let name = "Copy the move of Guéhi to another scenario";
    window.get_by_label(name).scroll_to_me();
    window.run();
    let (from, to) = (window.get_by_label(name).rect().center(), tab(&window, "Do nothing"));
    drag(&mut window, from, to);
    let mv = scenario(plan(&window), "do-nothing").arrival_of(&"marc-guehi".parse().unwrap()).cloned();
    assert_eq!(
        mv.as_ref(),
        scenario(plan(&window), "january-push").arrival_of(&"marc-guehi".parse().unwrap())
    );
    assert!(mv.is_some());
    window.state_mut().desk.session.undo();
    window.run();
    window.get_by_label(name).click_accesskit();
    window.run();
    window.get_by_role_and_label(Role::Button, "Do nothing").click_accesskit();
    window.run();
    assert!(scenario(plan(&window), "do-nothing").arrival_of(&"marc-guehi".parse().unwrap()).is_some());
}

/// What is said under the pointer when a player of the board is held over a tab.
fn said_over(window: &mut Window, card: &str, name: &str) -> String {
    let from = window.get_by_label_contains(card).rect().center();
    let to = tab(window, name);
    window.drag_at(from);
    window.step();
    for place in [from + vec2(30.0, 0.0), to, to] {
        window.hover_at(place);
        window.step();
    }
    let over: Option<(String, bool)> = window.ctx.data(|data| data.get_temp(super::remark_id()));
    window.key_press(egui::Key::Escape);
    window.step();
    window.drop_at(to);
    window.run();
    over.unwrap().0
}

#[test]
fn a_card_over_a_tab_says_that_it_replaces_the_move_there() {
    let mut window = board("january-push");
    let card = "Marc Guéhi, 3rd choice, right centre-back";
    assert_eq!(said_over(&mut window, card, "Summer free"), "replaces his move in Summer free");
    let row = "Marc Guéhi, target";
    assert_eq!(said_over(&mut window, row, "Summer free"), "replaces his move in Summer free");
    assert_eq!(said_over(&mut window, row, "Do nothing"), "asks about his move in Do nothing");
    assert_eq!(window.state().desk.session.history().steps(), 0);
}
