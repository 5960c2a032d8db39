//! Choosing as a user does it: in the window, by name.

use egui_kittest::kittest::Queryable as _;
use serde_json::json;

use crate::model::{Conflict, Plan};
use crate::ui::screen::View;
use crate::ui::testing::{Window, click, sample, window};

fn conflicted() -> Plan {
    let mut plan = sample();
    plan.name = "Ours".to_owned();
    plan.notes = "We wait.".to_owned();
    let conflict = |path: &str, ours, theirs| Conflict {
        path: path.to_owned(),
        base: Some("Before".into()),
        ours: Some(ours),
        theirs: Some(theirs),
        ..Conflict::default()
    };
    plan.conflicts = vec![
        conflict("/name", json!("Ours"), json!("Theirs")),
        conflict("/notes", json!("We wait."), json!("They buy.")),
        conflict("/players/nobody/notes", json!("one"), json!("two")),
    ];
    plan
}

fn opened() -> Window {
    let mut window = window(conflicted(), View::Board);
    assert!(window.query_by_label("3 conflicts from a merge: choose").is_some());
    click(&mut window, "Resolve conflicts");
    window
}

fn plan(window: &Window) -> &Plan {
    window.state().desk.session.plan()
}

#[test]
fn each_choice_is_one_step_and_the_line_goes_with_the_last() {
    let mut window = opened();
    click(&mut window, "Use theirs: Name of the plan");
    assert_eq!((plan(&window).name.as_str(), plan(&window).conflicts.len()), ("Theirs", 2));
    click(&mut window, "Use both: Notes on the plan");
    assert_eq!(plan(&window).notes, "We wait.\n\nThey buy.");
    assert_eq!(window.state().desk.session.history().steps(), 2);
    click(&mut window, "Keep what the plan has: nobody: notes");
    assert!(plan(&window).conflicts.is_empty());
    assert!(window.query_by_label("Everything is settled").is_some());
    click(&mut window, "Done");
    assert!(window.query_by_label_contains("from a merge").is_none(), "the line is gone");
    assert!(!window.state().desk.is_asking());
}

#[test]
fn a_choice_can_be_taken_back_where_it_was_made() {
    let mut window = opened();
    let before = plan(&window).clone();
    click(&mut window, "Use theirs: Name of the plan");
    click(&mut window, "Undo last choice");
    assert_eq!(*plan(&window), before);
    assert!(window.query_by_label("Undo last choice").is_none());
}

#[test]
fn all_of_one_side_is_one_step_even_where_a_place_is_gone() {
    for (button, name, notes) in [("All ours", "Ours", "We wait."), ("All theirs", "Theirs", "They buy.")] {
        let mut window = opened();
        click(&mut window, button);
        assert_eq!((plan(&window).name.as_str(), plan(&window).notes.as_str()), (name, notes));
        assert!(plan(&window).conflicts.is_empty());
        assert_eq!(window.state().desk.session.history().steps(), 1);
    }
}

#[test]
fn a_choice_that_has_no_place_says_so_and_stays() {
    let mut window = opened();
    click(&mut window, "Use theirs: nobody: notes");
    assert_eq!(plan(&window).conflicts.len(), 3);
    assert!(
        window.state().said.iter().any(|said| said.contains("no place left")),
        "{:?}",
        window.state().said
    );
}

#[test]
fn a_plan_without_conflicts_has_neither_line_nor_list() {
    let window = window(sample(), View::Board);
    assert!(window.query_by_label("Resolve conflicts").is_none());
}
