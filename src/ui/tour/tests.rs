//! The tour as a user takes it: by doing, by Next, not at all, and never again.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable as _;

use crate::model::Plan;
use crate::store::Settings;
use crate::ui::screen::View;
use crate::ui::testing::{Program, drag, sample};

/// The program as it first opens a plan.
fn fresh() -> Program {
    Program::start_with(Some(&sample()), |_| {})
}

/// A fresh program with the tour at its first step.
fn begun() -> Program {
    let mut program = fresh();
    program.click("Show me");
    program
}

/// The same user's next start.
fn again(program: &Program) -> Program {
    let settings = program.home.path().join("own");
    let settings = Settings::load(&crate::store::AppFolders::inside(settings)).0;
    Program::start_with(Some(&sample()), |folders| settings.save(folders).unwrap())
}

fn view(program: &Program) -> View {
    program.window.state().desk().unwrap().screen.view
}

#[track_caller]
fn is_over(program: &Program) {
    for words in ["of 4", "New to Backline?"] {
        let read = program.window.query_all_by_label_contains(words).next();
        assert!(read.is_none(), "{words:?} is still there");
    }
}

#[test]
fn it_is_taken_by_doing() {
    let mut program = begun();
    program.sees("1 of 4");
    let from = program.window.get_by_label_contains("Marc Guéhi, target").rect().center();
    let to = program.window.get_by_label("Chart of left centre-back").rect().center_bottom();
    drag(&mut program.window, from, to + egui::vec2(40.0, 60.0));
    assert!(program.window.query_by_label_contains("of 4").is_none(), "the question is alone");
    program.click("Add to January push");
    program.sees("2 of 4");
    program.window.get_by_role_and_label(Role::Slider, "Shown date").focus();
    program.window.run();
    program.press(Key::ArrowRight);
    program.sees("3 of 4");
    program.window.get_by_role_and_label(Role::Tab, "Summer free").click();
    program.window.run();
    program.sees("4 of 4");
    program.window.get_by_role_and_label(Role::Tab, "Compare").click();
    program.window.run();
    program.sees("Take it along");
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    program.window.run();
    program.press(Key::Escape);
    is_over(&program);
    assert_ne!(program.plan(), sample(), "what was done in the tour is done");
}

#[test]
fn it_is_taken_by_going_on_and_back() {
    let mut program = begun();
    for at in ["2 of 4", "3 of 4", "4 of 4"] {
        program.click("Next");
        program.sees(at);
    }
    program.click("Back");
    program.sees("3 of 4");
    program.click("Next");
    program.click("Open Compare");
    assert_eq!(view(&program), View::Compare);
    program.click("Done");
    is_over(&program);
    assert_eq!(program.plan(), sample(), "looking on changes nothing");
}

#[test]
fn it_is_taken_with_the_keyboard_alone() {
    let mut program = Program::start(Some(&sample()));
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    program.window.run();
    program.window.event(egui::Event::Text("show the tour".to_owned()));
    program.window.run();
    program.press(Key::Enter);
    for at in ["1 of 4", "2 of 4", "3 of 4", "4 of 4", "Take it along"] {
        program.sees(at);
        program.press(Key::Enter);
    }
    is_over(&program);
}

#[test]
fn escape_leaves_it_at_every_step_and_it_does_not_come_back() {
    for steps in 0..5 {
        let mut program = if steps == 0 { fresh() } else { begun() };
        for _ in 1..steps {
            program.click("Next");
        }
        program.press(Key::Escape);
        is_over(&program);
        is_over(&again(&program));
    }
}

#[test]
fn skip_leaves_it_and_so_does_no() {
    let mut program = fresh();
    program.click("No, thanks");
    is_over(&program);
    let mut program = begun();
    program.click("Skip");
    is_over(&program);
}

#[test]
fn a_user_who_never_answered_is_not_asked_again() {
    let program = fresh();
    program.sees("New to Backline?");
    is_over(&again(&program));
}

#[test]
fn escape_in_a_question_is_for_the_question() {
    let mut program = begun();
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    program.window.run();
    assert!(program.window.query_by_label_contains("of 4").is_none(), "the question is alone");
    program.press(Key::Escape);
    program.sees("1 of 4");
    program.press(Key::Escape);
    is_over(&program);
}

#[test]
fn settings_that_make_no_sense_offer_it_once() {
    let mut program = Program::start_with(Some(&sample()), |folders| {
        std::fs::create_dir_all(&folders.config).unwrap();
        std::fs::write(folders.settings_file(), "{\"tour_seen\": [\"perhaps\"]}").unwrap();
    });
    program.click("No, thanks");
    is_over(&program);
    is_over(&again(&program));
}

#[test]
fn settings_that_cannot_be_written_do_not_bring_it_back_in_the_same_window() {
    let mut program = Program::start_with(Some(&sample()), |folders| {
        std::fs::create_dir_all(folders.settings_file()).unwrap();
    });
    program.click("No, thanks");
    let path = program.home.path().join("plan.json");
    program.drop_file(&path);
    is_over(&program);
}

#[test]
fn without_a_plan_it_opens_a_sample() {
    let mut program = Program::start(None);
    program.click("Show the tour");
    program.sees("1 of 4");
    assert_eq!(view(&program), View::Board);
}

#[test]
fn an_empty_plan_begins_with_adding_somebody() {
    let mut plan: Plan = sample();
    plan.players.clear();
    plan.reports.clear();
    for scenario in &mut plan.scenarios {
        scenario.charts.clear();
        scenario.moves.clear();
    }
    let mut program = Program::start_with(Some(&plan), |_| {});
    program.click("Show me");
    program.sees("Add somebody here");
}

#[test]
fn its_panel_stays_inside_a_small_window() {
    let mut program = begun();
    for (width, height) in [(900.0, 600.0), (1100.0, 700.0), (2560.0, 1440.0)] {
        program.window.set_size(egui::vec2(width, height));
        program.window.run();
        let window = egui::Rect::from_min_size(Pos2::ZERO, egui::vec2(width, height));
        for at in 1..=4 {
            program.sees(&format!("{at} of 4"));
            for name in ["Skip", if at < 4 { "Next" } else { "Open Compare" }] {
                let place = program.window.get_by_label(name).rect();
                assert!(window.contains_rect(place), "{name} at {place} in {width} x {height}");
            }
            if at < 4 {
                program.click("Next");
            }
        }
        for _ in 0..3 {
            program.click("Back");
        }
    }
}

#[test]
fn it_goes_on_with_another_plan_and_ends_with_the_last() {
    let mut program = begun();
    program.click("Next");
    let mut other = sample();
    other.as_of = "2025-12-24".parse().unwrap();
    let path = program.home.path().join("other.json");
    crate::store::save(&path, &other, None).unwrap();
    program.drop_file(&path);
    assert_eq!(program.plan().as_of, other.as_of);
    program.sees("2 of 4");
    program.window.key_press_modifiers(Modifiers::COMMAND, Key::W);
    program.window.run();
    program.sees("Sample plans".to_uppercase().as_str());
    program.click_containing("an injury opens a gap");
    is_over(&program);
}
