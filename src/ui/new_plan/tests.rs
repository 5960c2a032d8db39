//! A new plan as a user makes it: from the start screen to the board.

use egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::model::Position;
use crate::ui::testing::{Program, assert_pictures};

const WIDE: (f32, f32) = (1440.0, 900.0);
const SMALL: (f32, f32) = (1100.0, 700.0);

fn today() -> Date {
    "2025-09-25".parse().unwrap()
}

#[test]
fn a_typed_squad_stands_on_the_board_by_keyboard_alone_and_one_undo_removes_the_charts() {
    let mut program = Program::start(None);
    program.click("New plan");
    program.window.event(Event::Text("Brentford".to_owned()));
    program.press(Key::Enter);
    program.sees("Who plays there?");
    program.click("Type it");
    for cells in [["Ann Other", "CB", "left"], ["Bo Else", "CB", "right"], ["Cy Third", "GK", ""]] {
        for cell in cells {
            program.window.event(Event::Text(cell.to_owned()));
            program.press(Key::Tab);
        }
        program.press(Key::Enter);
    }
    program.click("Create plan");

    let plan = program.plan();
    assert_eq!((plan.name.as_str(), plan.players.len()), ("Brentford 2025–26", 3));
    assert_eq!(plan.players[0].positions, [Position::Cb]);
    let chart = |plan: &Plan, slot: &str| plan.scenarios[0].chart(&slot.parse().unwrap()).to_vec();
    assert_eq!(chart(&plan, "lcb")[0], "ann-other");
    assert_eq!(chart(&plan, "rcb")[0], "bo-else");
    assert_eq!(chart(&plan, "gk")[0], "cy-third");

    program.window.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    program.window.run();
    let undone = program.plan();
    assert!(undone.scenarios[0].charts.is_empty(), "the charts went in one step");
    assert_eq!(undone.players, plan.players, "the squad stays");
}

#[test]
fn a_row_typed_and_entered_in_one_frame_leads_to_the_next() {
    let mut program = Program::start(None);
    program.click("New plan");
    program.window.event(Event::Text("Brentford".to_owned()));
    program.press(Key::Enter);
    program.click("Type it");
    for name in ["Ann Other", "Bo Else"] {
        program.window.event(Event::Text(name.to_owned()));
        program.press(Key::Enter);
    }
    program.click("Create plan");
    assert_eq!(program.plan().players.len(), 2);
}

/// A new plan whose squad is typed, with the keyboard in the first cell.
fn typing() -> Program {
    let mut program = Program::start(None);
    program.click("New plan");
    program.window.event(Event::Text("Brentford".to_owned()));
    program.press(Key::Enter);
    program.click("Type it");
    program
}

#[test]
fn tab_leads_from_the_last_field_of_a_row_to_the_next_row_and_enter_there_removes_nobody() {
    let mut program = typing();
    for name in ["Ann Other", "Bo Else"] {
        for cell in [name, "CB", "left", "24 Jan 1999", "2028"] {
            program.window.event(Event::Text(cell.to_owned()));
            program.window.run();
            program.press(Key::Tab);
        }
    }
    assert!(program.window.get_by_label("Name, row 3").is_focused());
    program.press(Key::Enter);
    assert!(program.window.get_by_label("Name, row 3").is_focused(), "an empty row keeps the keyboard");
    program.click("Create plan");
    assert_eq!(program.plan().players.len(), 2);
}

#[test]
fn a_row_is_removed_by_keyboard_and_brought_back_where_it_stood() {
    let mut program = typing();
    for name in ["Ann Other", "Bo Else", "Cy Third"] {
        program.window.event(Event::Text(name.to_owned()));
        program.press(Key::Enter);
    }
    program.window.get_by_label("Remove row 2").focus();
    program.window.run();
    program.press(Key::Enter);
    assert!(program.window.query_all_by_value("Bo Else").next().is_none());
    assert!(program.window.get_by_label("Name, row 2").is_focused(), "the keyboard is not lost");
    program.click("Bring back Bo Else");
    assert!(program.window.query_by_label("Bring back Bo Else").is_none());
    program.click("Create plan");
    let names: Vec<String> = program.plan().players.iter().map(|player| player.name.clone()).collect();
    assert_eq!(names, ["Ann Other", "Bo Else", "Cy Third"]);
}

#[test]
fn going_back_and_forth_loses_nothing_and_leaving_asks_only_if_something_was_typed() {
    let mut program = Program::start(None);
    program.click("New plan");
    program.press(Key::Escape);
    program.press(Key::Escape);
    assert!(program.window.query_by_label("Create plan").is_none());
    program.sees("Liverpool: an injury opens a gap");

    program.click("New plan");
    program.window.event(Event::Text("Brentford".to_owned()));
    program.window.run();
    program.click("Next: squad");
    program.click("Type it");
    program.window.event(Event::Text("Ann Other".to_owned()));
    program.window.run();
    program.click("Back");
    program.click("Step 2: Squad");
    assert!(program.window.query_all_by_value("Ann Other").next().is_some(), "the squad is still there");
    program.click("Cancel");
    program.sees("Leave new plan?");
    program.click("Stay");
    program.click("Cancel");
    program.click("Leave");
    program.sees("Liverpool: an injury opens a gap");
}

#[test]
fn many_lines_are_pasted_into_the_table() {
    let mut program = Program::start(None);
    program.click("New plan");
    program.window.event(Event::Text("Brentford".to_owned()));
    program.press(Key::Enter);
    program.click("Type it");
    program.window.event(Event::Paste("Name\tPosition\nAnn Other\tCB\nBo Else\tGK\n".to_owned()));
    program.window.run();
    program.sees("2 players");
    program.click("Create plan");
    assert_eq!(program.plan().players.len(), 2);
}

#[test]
fn a_table_of_players_becomes_a_plan_of_the_club_that_is_chosen_in_it() {
    let mut program = Program::start(None);
    program.click("Import players\u{2026}");
    let table = "Name\tClub\tPosition\nAnn Other\tSome Rovers FC\tCB\nBo Else\tOther Town FC\tGK\n";
    program.window.event(Event::Paste(table.to_owned()));
    program.wait_for("Choose the club on the left.");
    program.click("Some Rovers");
    program.wait_for("New 1");
    // The club was named by the choice: people are looked for once more.
    program.wait_until_gone("The table is being read.");
    program.click("Next: club and season");
    program.click("Create plan");
    let plan = program.plan();
    assert_eq!((plan.club.name.as_str(), plan.players.len()), ("Some Rovers", 1));
    assert!(!plan.players[0].is_target(), "the club's own players are its squad");
    assert_eq!(plan.scenarios[0].chart(&"lcb".parse().unwrap())[0], "ann-other");
}

fn filled() -> NewPlan {
    let mut new = NewPlan::new(today());
    new.club.club = "Brentford".to_owned();
    new
}

#[test]
fn the_step_of_the_club_as_a_picture() {
    for (name, size) in [("new_plan_club", WIDE), ("new_plan_club_small", SMALL)] {
        let mut new = filled();
        assert_pictures(name, size, |ui| {
            new.ui(ui, false);
        });
    }
}

#[test]
fn the_step_of_a_typed_squad_as_a_picture() {
    for (name, size) in [("new_plan_typed", WIDE), ("new_plan_typed_small", SMALL)] {
        let mut new = filled();
        new.at = SQUAD;
        new.squad
            .type_for_test("Ann Other\tCB\tleft\t24 Jan 1999\t30 Jun 2028\nBo Else\tsweeper\nCy Third\tGK\n");
        assert_pictures(name, size, |ui| {
            new.ui(ui, false);
        });
    }
}

#[test]
fn the_step_of_a_table_as_a_picture() {
    let table = "Name\tClub\tPosition\tFoot\tBorn\tContract until\tMarket value\n\
                 Ann Other\tBrentford FC\tCB\tleft\t24/01/1999\t30/06/2028\t\u{20ac}5m\n\
                 Bo Else\tBrentford FC\tGK\tright\t13/02/2001\t30/06/2024\t\u{20ac}1m\n\
                 Cy Third\tSome Rovers\tCB\tleft\t23/11/1999\t30/06/2026\t\u{20ac}12m\n";
    for (name, size) in [("new_plan_table", WIDE), ("new_plan_table_small", SMALL)] {
        let mut new = filled();
        new.at = SQUAD;
        let plan = new.club.plan().unwrap();
        new.squad.table.read_for_test(table, &plan);
        assert_pictures(name, size, |ui| {
            new.ui(ui, false);
        });
    }
}

#[test]
fn enter_in_the_empty_club_field_leaves_the_cursor_there() {
    let mut program = Program::start(None);
    program.click("New plan");
    program.press(Key::Enter);
    program.window.event(Event::Text("Brentford".to_owned()));
    program.press(Key::Enter);
    program.sees("Who plays there?");
}
