//! Lists, questions and fields hear the keyboard one after the other: what is topmost first.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::ui::command::{Action, Command};
use crate::ui::screen::View;
use crate::ui::testing::{Program, sample};

const QUESTION: &str = "How does Marc Guéhi come?";

fn program(view: View) -> Program {
    let mut program = Program::start(Some(&sample()));
    act(&mut program, Command::Show(view));
    program
}

fn act(program: &mut Program, command: Command) {
    program.window.state_mut().commands.push(command);
    program.window.step();
    program.window.run();
}

fn is_read(program: &Program, words: &str) -> bool {
    program.window.query_all_by_label_contains(words).next().is_some()
}

/// What is typed in a field, and what of it is selected.
#[track_caller]
fn typed_over(program: &mut Program, field: &str, words: &str) -> String {
    program.window.event(egui::Event::Text(words.to_owned()));
    program.window.run();
    program.window.get_by_role_and_label(Role::TextInput, field).accesskit_node().value().unwrap_or_default()
}

/// The question how a target comes.
fn asked() -> Program {
    let mut program = program(View::Board);
    let plan = program.plan();
    let guehi = plan.players.iter().find(|player| player.name == "Marc Guéhi").unwrap();
    let ask = Command::AskMoves {
        scenario: plan.scenarios[0].id.clone(),
        players: vec![guehi.id.clone()],
        anchor: egui::Rect::ZERO,
    };
    act(&mut program, ask);
    program.sees(QUESTION);
    program
}

#[test]
fn enter_on_a_line_closes_a_list_and_escape_only_the_list() {
    let mut program = asked();
    let list = |program: &Program| is_read(program, "Winter 2027 (");
    let open = |program: &mut Program| {
        program.window.get_by_role_and_label(Role::ComboBox, "Window").focus();
        program.window.run();
        program.press(Key::Enter);
        assert!(list(program));
    };
    open(&mut program);
    program.press(Key::ArrowDown);
    program.press(Key::Enter);
    assert!(!list(&program), "the list stays");
    program.sees(QUESTION);
    open(&mut program);
    program.press(Key::Escape);
    assert!(!list(&program), "the list stays");
    program.sees(QUESTION);
    program.press(Key::Escape);
    assert!(!is_read(&program, QUESTION));
}

#[test]
fn a_menu_closes_after_its_last_line_and_not_after_one_that_opens_another() {
    let mut program = program(View::Compare);
    program.window.get_by_role_and_label(Role::Button, "Menu").focus();
    program.window.run();
    program.press(Key::Enter);
    program.window.get_by_role_and_label(Role::Button, "Views").focus();
    program.window.run();
    program.press(Key::Enter);
    program.sees("Whole pitch");
    program.window.get_by_role_and_label(Role::Button, Action::Assumptions.text()).focus();
    program.window.run();
    program.press(Key::Enter);
    assert_eq!(program.window.state().desk().unwrap().screen.view, View::Assumptions);
    assert!(!is_read(&program, "Whole pitch"), "the menu stays");
}

#[test]
fn several_columns_are_chosen_with_the_keyboard() {
    let mut program = program(View::Targets);
    program.click_containing("Columns");
    program.window.get_by_role_and_label(Role::CheckBox, "Foot").focus();
    program.window.run();
    program.press(Key::Space);
    program.window.get_by_role_and_label(Role::CheckBox, "Foot");
}

#[test]
fn a_field_that_opens_with_a_value_is_typed_over() {
    let mut program = asked();
    assert_eq!(typed_over(&mut program, "Fee", "7m"), "7m");
    program.press(Key::Escape);
    act(&mut program, Command::Do(Action::AddScenario));
    assert_eq!(typed_over(&mut program, "Name of the scenario", "Summer"), "Summer");
    program.press(Key::Enter);
    assert!(program.plan().scenarios.iter().any(|scenario| scenario.name == "Summer"));
}

#[test]
fn what_is_refused_keeps_the_keyboard_and_is_typed_over() {
    let mut program = program(View::Assumptions);
    let field = "Your value: Injuries per season, first choice";
    program.type_into("Filter assumptions", "per season");
    for (view, field) in [(View::Assumptions, field), (View::Money, "Budget of Summer 2026")] {
        act(&mut program, Command::Show(view));
        program.type_into(field, "abc");
        program.press(Key::Enter);
        assert_eq!(typed_over(&mut program, field, "3"), "3", "{view:?}");
        program.press(Key::Enter);
    }
    act(&mut program, Command::Do(Action::PlanSettings));
    program.type_into("As-of date", "abc");
    program.press(Key::Enter);
    program.sees("This is no date.");
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.window.run();
    assert_eq!(typed_over(&mut program, "As-of date", "26 sep 2025"), "26 sep 2025");
    program.press(Key::Enter);
    assert_eq!(program.plan().as_of, "2025-09-26".parse().unwrap());
    act(&mut program, Command::Show(View::Calendar));
    program.window.get_all_by_role_and_label(Role::Button, "Add").last().unwrap().click();
    program.window.run();
    program.type_into("Day of the match", "abc");
    program.press(Key::Enter);
    let day = program.window.get_by_role_and_label(Role::TextInput, "Day of the match");
    assert!(day.accesskit_node().is_focused());
}
