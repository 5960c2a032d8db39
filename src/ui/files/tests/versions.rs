//! Earlier versions of a plan.

use super::*;

#[test]
fn a_plan_can_go_back_to_how_it_was_saved_before() {
    let (mut window, path) = Window::opened("One");
    window.act(FileCommand::EarlierVersions);
    window.sees("There are none yet");
    window.press(Key::Escape);
    for name in ["Two", "Three"] {
        window.renamed(name);
        window.act(FileCommand::Save);
    }
    window.act(FileCommand::EarlierVersions);
    window.sees("name: Three \u{2192} Two");
    let rows: Vec<_> = window.harness.get_all_by_label_contains("just now").collect();
    assert_eq!(rows.len(), 2);
    rows[1].click();
    window.harness.run();
    window.sees("name: Three \u{2192} One");
    window.click("Restore");
    let [Outcome::Edited(edit)] = window.came() else { panic!("{:?}", window.came()) };
    let edit = edit.clone();
    window.session().apply(&edit).unwrap();
    assert_eq!((window.open_name(), Window::name_in(&path).as_str()), ("One", "Three"));
    let undone = window.session().undo().unwrap();
    assert!(undone.starts_with("go back to the version of "), "{undone}");
    assert_eq!(window.open_name(), "Three");
}

#[test]
fn a_copy_of_an_earlier_version_can_be_taken_out() {
    let (mut window, path) = Window::opened("One");
    window.renamed("Two");
    window.act(FileCommand::Save);
    window.act(FileCommand::EarlierVersions);
    window.click("Save a copy\u{2026}");
    window.press(Key::Enter);
    assert_eq!(Window::name_in(&path.with_file_name("plan-earlier.json")), "One");
    assert_eq!((window.open_name(), Window::name_in(&path).as_str()), ("Two", "Two"));
}
