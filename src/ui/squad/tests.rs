//! The squad view as a user works with it.

use egui_kittest::kittest::Queryable as _;

use crate::ui::command::{Action, Command};
use crate::ui::screen::View;
use crate::ui::testing::{click, sample, window};

#[test]
fn a_click_on_a_row_or_in_the_matrix_opens_the_player() {
    let mut window = window(sample(), View::Squad);
    window.get_by_label_contains("Joe Gomez, 28 years").click();
    window.run();
    assert_eq!(window.state().desk.screen.selected.as_ref().unwrap(), &"joe-gomez");
    window.get_by_label_contains("In the matrix: Ibrahima Konaté").click();
    window.run();
    assert_eq!(window.state().desk.screen.selected.as_ref().unwrap(), &"ibrahima-konate");
    window.get_by_label("Details");
}

#[test]
fn the_shown_day_decides_who_has_gone() {
    let mut window = window(sample(), View::Squad);
    window.state_mut().desk.screen.scenario = "do-nothing".parse().unwrap();
    window.run();
    window.get_by_label_contains("Ibrahima Konaté, 26 years, RCB 1st, contract to 30 Jun 2026, available");
    window.state_mut().desk.screen.date = "2026-07-01".parse().unwrap();
    window.run();
    window
        .get_by_label_contains("Ibrahima Konaté, 27 years, RCB 1st, contract to 30 Jun 2026, no longer here");
}

#[test]
fn a_mark_of_the_inspector_changes_the_count() {
    let mut window = window(sample(), View::Squad);
    window.get_by_label_contains("not home-grown: 0\u{2013}");
    let mut player =
        window.state().desk.session.plan().player(&"joe-gomez".parse().unwrap()).unwrap().clone();
    player.home_grown = Some(false);
    let edit = crate::edit::Edit::PutPlayer { player: player.into(), what: "home-grown mark".to_owned() };
    window.state_mut().desk.act(crate::ui::command::Command::Edit(edit));
    window.run();
    window.get_by_label_contains("not home-grown: 1\u{2013}");
}

#[test]
fn another_set_of_rules_is_added_and_undone() {
    let mut window = window(sample(), View::Squad);
    click(&mut window, "Rules of registration");
    assert!(window.state().desk.is_asking());
    click(&mut window, "Count UEFA List A");
    click(&mut window, "Apply");
    assert!(!window.state().desk.is_asking());
    assert_eq!(window.state().desk.session.plan().registration.len(), 2);
    window.get_by_label_contains("UEFA List A, 2025");
    window.state_mut().desk.session.undo();
    assert_eq!(**window.state().desk.session.plan(), sample());
}

#[test]
fn an_empty_squad_says_what_to_do() {
    let mut plan = sample();
    plan.players.clear();
    for scenario in &mut plan.scenarios {
        scenario.charts.clear();
        scenario.moves.clear();
    }
    let mut window = window(plan, View::Squad);
    click(&mut window, "Add a squad player");
    assert_eq!(window.state().desk.session.plan().players.len(), 1);
}

#[test]
fn a_small_window_shows_one_part_at_a_time() {
    let mut window = window(sample(), View::Squad);
    window.get_by_label_contains("Joe Gomez, 28 years").click();
    window.run();
    window.set_size(egui::vec2(1000.0, 700.0));
    window.run();
    assert!(window.query_by_label_contains("In the matrix: ").is_none());
    click(&mut window, "Who leaves when");
    assert!(window.query_by_label_contains("In the matrix: Ibrahima Konaté").is_some());
    click(&mut window, "Registration");
    window.get_by_label_contains("places: 9");
}

#[test]
fn the_list_is_filtered_by_name_and_position_and_find_leads_there() {
    let mut window = window(sample(), View::Squad);
    window.set_size(egui::vec2(1000.0, 700.0));
    window.get_by_label_contains("Joe Gomez, 28 years").click();
    window.run();
    click(&mut window, "Registration");
    window.state_mut().desk.act(Command::Do(Action::Find));
    window.run();
    assert!(window.get_by_label("Filter players").is_focused(), "the list is shown for it");
    for (typed, there) in [("konate", "Ibrahima Konaté, "), ("dm", "Wataru Endo, ")] {
        window.get_by_label("Filter players").type_text(typed);
        window.run();
        assert!(window.query_by_label_contains(there).is_some(), "{typed}");
        assert!(window.query_by_label_contains("Joe Gomez, 28 years").is_none(), "{typed}");
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.run();
    }
    window.get_by_label("Filter players").type_text("zz");
    window.run();
    window.get_by_label("Nobody matches.");
}

#[test]
fn the_matrix_goes_to_the_files_as_a_picture() {
    let mut window = window(sample(), View::Squad);
    click(&mut window, "Picture of who leaves when\u{2026}");
    let said = window.state().said.join(" ");
    assert!(said.contains("who-leaves-when"), "{}", said.chars().take(80).collect::<String>());
}
