//! Players brought into an open plan as a user does it, through the whole program.

use std::fmt::Write as _;

use egui::Event;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::model::Position;
use crate::ui::testing::{Program, assert_pictures, sample};

const WIDE: (f32, f32) = (1440.0, 900.0);
const SMALL: (f32, f32) = (1100.0, 700.0);

/// A squad list: one known with another contract, two new, one row that is nobody, one birthday to come.
const SQUAD: &str = "\
Name\tClub\tPosition\tFoot\tBorn\tContract until\tMarket value
Virgil van Dijk\tLiverpool Football Club\tCB\tright\t08/07/1991\t30/06/2028\t\u{20ac}23m
Ann Other\tLiverpool Football Club\tCB\tleft\t24/01/2031\t30/06/2028\t\u{20ac}5m
Bo Else\tLiverpool Football Club\tGK\tright\t13/02/2001\t30/06/2027\t\u{20ac}1m
\tLiverpool Football Club\tGK\t\t\t\t
Cy Third\tSome Rovers\tCB\tleft\t23/11/1999\t30/06/2026\t\u{20ac}12m
";

impl Program {
    fn paste(&mut self, text: &str) {
        self.window.event(Event::Paste(text.to_owned()));
        self.window.step();
    }

    fn open_import(&mut self) {
        self.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::I);
        self.window.run();
        self.sees("The clipboard");
    }
}

#[test]
fn a_pasted_squad_comes_into_the_open_plan_as_it_was_ticked_and_one_undo_takes_it_back() {
    let before = sample();
    let mut program = Program::start(Some(&before));
    let before = {
        drop(before);
        program.plan()
    };
    program.open_import();
    program.paste(SQUAD);
    program.wait_for("New 2");
    for words in [
        "5 rows read",
        "3 understood",
        "1 doubtful",
        "1 refused",
        "Changed 1",
        "Refused 1",
        "2 players will come in, 1 player will be updated.",
    ] {
        program.sees(words);
    }
    program.click("Bo Else, line 4");
    program.sees("1 player will come in");
    program.click("Import");

    let after = program.plan();
    assert_eq!(after.players.len(), before.players.len() + 1);
    let added = after.players.iter().find(|player| player.name == "Ann Other").unwrap();
    assert!(!added.is_target() && added.positions == [Position::Cb], "{added:?}");
    assert_eq!(added.born, None, "a birthday that is still to come is not taken");
    assert!(after.players.iter().all(|player| player.name != "Bo Else" && player.name != "Cy Third"));

    program.window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    program.window.run();
    assert_eq!(program.plan(), before, "undo gives the identical plan");
}

#[test]
fn another_club_brings_targets() {
    let mut program = Program::start(Some(&sample()));
    program.open_import();
    program.paste(SQUAD);
    program.wait_for("New 2");
    program.click("Some Rovers");
    program.wait_for("New 3");
    program.wait_until_gone("The table is being read.");
    program.sees("2 players of the squad and 1 target will come in, 1 player will be updated.");
    program.click("Ann Other, line 3");
    program.click("Bo Else, line 4");
    program.window.get_by_label("1 target will come in, 1 player will be updated.");
    program.click("Import");
    let plan = program.plan();
    let target = plan.players.iter().find(|player| player.name == "Cy Third").unwrap();
    assert!(target.is_target());
    assert_eq!(target.club.as_ref().unwrap().name, "Some Rovers");
}

#[test]
fn columns_can_be_corrected_and_are_remembered_for_the_next_table() {
    let mut program = Program::start(Some(&sample()));
    program.open_import();
    let table = "Player\tThing\nAnn Other\tCB\nBo Else\tGK\n";
    program.paste(table);
    program.wait_for("Columns");
    program.click("Columns");
    program.click("What Thing holds");
    program.click("Club");
    program.wait_for("chosen");
    program.click("What Thing holds");
    program.click("Position");
    program.wait_for("New 2");
    program.wait_until_gone("The table is being read.");
    program.click("Import");

    let remembered = &program.window.state().settings().tables;
    assert_eq!(remembered.len(), 1, "{remembered:?}");
    program.open_import();
    program.paste(table);
    program.wait_for("Columns");
    program.click("Columns");
    program.wait_for("As you had them");
}

#[test]
fn reading_can_be_stopped_and_leaves_everything_as_it_was() {
    let mut program = Program::start(Some(&sample()));
    let before = program.plan();
    program.open_import();
    let mut table = String::from("Name\tClub\tPosition\n");
    for n in 0..60_000 {
        writeln!(table, "Player Number{n}\tClub {}\tCB", n % 90).unwrap();
    }
    program.paste(&table);
    program.window.step();
    program.window.get_by_label("Stop reading").click();
    program.window.step();
    program.window.step();
    program.sees("The clipboard");
    program.click("Cancel");
    assert_eq!(program.plan(), before);
    assert!(program.window.query_by_label("Stop reading").is_none());
}

#[test]
fn what_is_no_table_is_answered_in_a_sentence() {
    let mut program = Program::start(Some(&sample()));
    let path = program.home.path().join("photo.csv");
    std::fs::write(&path, [0x89, b'P', b'N', b'G', 0, 0, 1, 2]).unwrap();
    program.open_import();
    program.type_into("Path of the file", path.to_str().unwrap());
    program.press(egui::Key::Enter);
    program.wait_for("File:");
}

#[test]
fn a_dropped_table_opens_the_preview() {
    let mut program = Program::start(Some(&sample()));
    let path = program.home.path().join("squad.csv");
    std::fs::write(&path, SQUAD.replace('\t', ";")).unwrap();
    program.drop_file(&path);
    program.wait_for("New 2");
    program.sees("squad.csv");
}

fn importer(plan: &Plan) -> Importer {
    let mut importer = Importer::new(None, KnownColumns::new(), &egui::Context::default());
    importer.preview.read_for_test(SQUAD, plan);
    importer
}

#[test]
fn the_way_in_as_a_picture() {
    for (name, size) in [("import_source", WIDE), ("import_source_small", SMALL)] {
        let mut importer = Importer::new(None, KnownColumns::new(), &egui::Context::default());
        let plan = sample();
        assert_pictures(name, size, |ui| {
            importer.ui(ui, &plan, false);
        });
    }
}

#[test]
fn wages_and_the_number_of_doubts_stand_in_the_preview() {
    let mut program = Program::start(Some(&sample()));
    program.open_import();
    program.paste(
        "Name\tClub\tPosition\tBorn\tWage (p/w)\n\
         Ann Other\tLiverpool FC\tsweeperkeeper\t32/13/1999\t\u{a3}90,000\n",
    );
    program.wait_for("New 1");
    for words in ["WAGE", "\u{a3}90k/wk", "1 of 2: "] {
        program.sees(words);
    }
}

#[test]
fn the_preview_as_a_picture() {
    let plan = sample();
    for (name, size) in [("import_new", WIDE), ("import_new_small", SMALL)] {
        let mut importer = importer(&plan);
        assert_pictures(name, size, |ui| {
            importer.ui(ui, &plan, false);
        });
    }
}

#[test]
fn what_differs_and_the_columns_as_pictures() {
    let plan = sample();
    for (name, show) in [("import_changed", true), ("import_columns", false)] {
        let mut importer = importer(&plan);
        importer.preview.show_for_test(show);
        assert_pictures(name, WIDE, |ui| {
            importer.ui(ui, &plan, false);
        });
    }
}

/// A frame of the preview costs the same however long the table is: only the rows in sight are drawn.
#[test]
fn the_window_keeps_answering_with_a_hundred_thousand_rows() {
    let mut table = String::from("Name\tClub\tPosition\tBorn\n");
    for n in 0..100_000 {
        writeln!(table, "Player Number{n}\tClub {}\tCB\t1999-01-24", n % 90).unwrap();
    }
    let plan = sample();
    let mut importer = Importer::new(None, KnownColumns::new(), &egui::Context::default());
    importer.preview.read_for_test(&table, &plan);
    importer.preview.take_everybody_for_test(&plan);
    let mut window = egui_kittest::Harness::builder()
        .with_size([1440.0, 900.0])
        .with_context_setup(crate::ui::theme::install)
        .build_ui_state(
            move |ui, importer: &mut Importer| {
                importer.ui(ui, &plan, false);
            },
            importer,
        );
    window.run();
    assert!(window.query_by_label("New 100,000").is_some());
    let drawn = window.query_all_by_label_contains("Player Number").count();
    assert!((5..60).contains(&drawn), "{drawn} rows are drawn");
}

#[test]
fn somebody_unsure_waits_until_the_user_says_who_he_is() {
    let mut program = Program::start(Some(&sample()));
    let before = program.plan();
    program.open_import();
    // The name is his, the birthday is not.
    program.paste("Name\tBorn\tFoot\nVirgil van Dijk\t1991-12-02\tboth\n");
    program.wait_for("Unsure 1");
    program.sees("Say under Unsure who they are.");
    program.click("Unsure 1");
    program.click("Who Virgil van Dijk is");
    program.click_containing("Virgil van Dijk \u{2013}");
    program.wait_for("Changed 1");
    program.click("Changed 1");
    program.sees("In the plan".to_uppercase().as_str());
    program.click("Virgil van Dijk: foot");
    program.click("Import");
    let after = program.plan();
    assert_eq!(after.players.len(), before.players.len(), "he is nobody new");
    let known =
        |plan: &Plan| plan.players.iter().find(|player| player.name == "Virgil van Dijk").unwrap().clone();
    assert_ne!(known(&after), known(&before));
}

#[test]
fn a_list_of_injuries_goes_to_the_players_of_the_plan() {
    let mut program = Program::start(Some(&sample()));
    let before = program.plan();
    program.open_import();
    program.paste(
        "Player\tInjury\tFrom\tDays\nJoe Gomez\thamstring\t2025-09-20\t14\nNot Here\tknee\t2025-09-20\t14\n",
    );
    program.wait_for("Changed 1");
    program.sees("Left out 1");
    program.click("Import");
    let after = program.plan();
    let injuries =
        |plan: &Plan| plan.players.iter().find(|player| player.name == "Joe Gomez").unwrap().injuries.len();
    assert_eq!(injuries(&after), injuries(&before) + 1);
}

#[test]
fn a_squad_for_an_empty_chart_comes_with_a_proposal_that_is_undone_apart() {
    let mut plan = sample();
    for scenario in &mut plan.scenarios {
        scenario.charts.clear();
        scenario.moves.clear();
    }
    let mut program = Program::start(Some(&plan));
    let placed = |program: &Program| program.plan().scenarios[0].charts.values().map(Vec::len).sum::<usize>();
    program.open_import();
    program.paste(SQUAD);
    program.wait_for("New 2");
    program.click("Import");
    program.sees("The charts are a proposal");
    assert!(placed(&program) > 0);
    program.click("Undo");
    assert_eq!(placed(&program), 0, "one undo takes the proposal back");
    assert_eq!(program.plan().players.len(), plan.players.len() + 2, "and nobody who came in");
}

#[test]
fn the_first_tab_with_something_to_decide_is_open_and_who_is_left_out_is_said() {
    let mut program = Program::start(Some(&sample()));
    program.open_import();
    program.paste(
        "Name\tBorn\tMarket value\nVirgil van Dijk\t1991-07-08\t\u{20ac}23m\nJoe Gomez\t1997-12-02\t\u{20ac}9m\n",
    );
    program.wait_for("Unsure 1");
    program.sees("1 player will be updated. 1 unsure, left out.");
    program.sees("IN THE PLAN");
    assert!(program.window.query_by_label("Nobody in it is new to the plan.").is_none());
    program.click("Changed 1");
}

#[test]
fn leaving_asks_only_where_something_was_chosen() {
    let mut program = Program::start(Some(&sample()));
    program.open_import();
    program.paste(SQUAD);
    program.wait_for("New 2");
    program.click("Cancel");
    assert!(program.window.query_by_label("Leave").is_none(), "nothing was entered");
    program.open_import();
    program.paste(SQUAD);
    program.wait_for("New 2");
    program.click("Bo Else, line 4");
    program.click("Cancel");
    program.sees("Leave");
}

#[test]
fn what_to_know_of_a_row_is_told_once() {
    let mut program = Program::start(Some(&sample()));
    program.open_import();
    let odd = format!("Ann Other\tsweeperkeeper and {}\t32/13/1999\n", "much more than that ".repeat(9));
    program.paste(&format!("Name\tPosition\tBorn\n{odd}"));
    program.wait_for("New 1");
    program.window.get_by_label_contains("1 of 2: ").hover();
    program.window.run();
    program.window.run();
    program.sees("Line 2: Ann Other");
    assert_eq!(program.window.query_all_by_label_contains("1 of 2: ").count(), 1);
}
