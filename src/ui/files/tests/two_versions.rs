//! A file that somebody else has changed, and two versions of a plan that become one.

use super::*;

/// A plan that is open and changed here, while its file was changed by someone else.
fn in_conflict() -> (Window, PathBuf) {
    let mut window = Window::new();
    let path = window.lay("plan.json", &plan("As opened"));
    window.act(FileCommand::OpenPath(path.clone()));
    window.rename("Mine");
    window.lay("plan.json", &plan("Theirs"));
    assert!(window.act(FileCommand::Save).is_empty());
    window.sees("plan.json was changed by someone else");
    assert_eq!(Window::name_in(&path), "Theirs", "nothing was overwritten");
    (window, path)
}

#[test]
fn every_answer_stands_in_one_line() {
    let (window, _) = in_conflict();
    let height = |words| window.harness.get_by_role_and_label(Role::Button, words).rect().height();
    for words in ["Keep mine", "Take theirs", "Save as\u{2026}", "Cancel"] {
        assert!(height(words) < 1.5 * height("Merge"), "{words}");
    }
}

#[test]
fn a_file_changed_by_someone_else_can_be_written_over() {
    let (mut window, path) = in_conflict();
    window.click("Keep mine");
    assert_eq!(window.came(), [Outcome::Saved(path.clone())]);
    assert_eq!(Window::name_in(&path), "Mine");
}

#[test]
fn a_file_changed_by_someone_else_can_be_taken_instead() {
    let (mut window, path) = in_conflict();
    window.click("Take theirs");
    assert_eq!(window.came(), [Outcome::Opened]);
    assert_eq!((window.open_name(), Window::name_in(&path).as_str()), ("Theirs", "Theirs"));
    window.rename("Mine again");
    assert_eq!(window.act(FileCommand::Save), [Outcome::Saved(path)], "the conflict is over");
}

#[test]
fn a_file_changed_by_someone_else_can_be_left_for_another_place() {
    let (mut window, path) = in_conflict();
    window.click("Save as\u{2026}");
    window.type_text("mine");
    window.press(Key::Enter);
    assert_eq!(window.came(), [Outcome::Saved(window.file("mine.json"))]);
    assert_eq!(Window::name_in(&path), "Theirs");
}

#[test]
fn a_file_changed_by_someone_else_can_be_merged_with_what_was_last_saved_as_the_base() {
    let mut window = Window::new();
    let path = window.lay("plan.json", &plan("As opened"));
    window.act(FileCommand::OpenPath(path.clone()));
    window.rename("Mine");
    let mut theirs = plan("As opened");
    theirs.notes = "Theirs".to_owned();
    window.lay("plan.json", &theirs);
    window.act(FileCommand::Save);
    // The usual answer.
    window.press(Key::Enter);
    let plan = window.merged();
    assert_eq!((plan.name.as_str(), plan.notes.as_str()), ("Mine", "Theirs"));
    assert!(plan.conflicts.is_empty());
    assert_eq!(Window::name_in(&path), "As opened", "nothing is written yet");
    assert!(window.harness.state().session.as_ref().unwrap().is_dirty());
    assert_eq!(window.act(FileCommand::Save), [Outcome::Saved(path.clone())]);
    assert_eq!(Window::name_in(&path), "Mine");
}

#[test]
fn another_version_is_merged_with_or_without_what_both_began_from() {
    for base in [None, Some("base")] {
        let mut window = Window::new();
        window.lay("base.json", &plan("Before"));
        window.lay("theirs.json", &plan("Before"));
        let path = window.lay("ours.json", &plan("Ours"));
        window.act(FileCommand::OpenPath(path));
        window.act(FileCommand::Merge);
        window.sees("Merge with another version");
        window.type_text("theirs");
        window.press(Key::Enter);
        window.sees("Merge theirs.json into this plan?");
        if let Some(base) = base {
            window.click("Choose what both began from\u{2026}");
            window.type_text(base);
            window.press(Key::Enter);
            window.sees("Both began from base.json.");
        }
        window.click("Merge");
        let plan = window.merged();
        assert_eq!((plan.name.as_str(), plan.conflicts.len()), ("Ours", usize::from(base.is_none())));
    }
}

#[test]
fn a_version_that_cannot_be_opened_is_not_merged() {
    let mut window = Window::new();
    let path = window.lay("ours.json", &plan("Ours"));
    fs::write(window.file("theirs.json"), "half a pl").unwrap();
    window.act(FileCommand::OpenPath(path));
    window.act(FileCommand::Merge);
    window.type_text("theirs");
    window.press(Key::Enter);
    window.sees("The other version could not be opened");
    assert_eq!(window.open_name(), "Ours");
}

#[test]
fn a_file_that_changes_again_while_the_question_stands_raises_it_anew() {
    let (mut window, path) = in_conflict();
    window.lay("plan.json", &plan("Theirs, later"));
    window.click("Keep mine");
    window.sees("plan.json was changed by someone else");
    assert_eq!(Window::name_in(&path), "Theirs, later");
}

#[test]
fn a_file_broken_by_someone_else_cannot_be_taken() {
    let mut window = Window::new();
    let path = window.lay("plan.json", &plan("As opened"));
    window.act(FileCommand::OpenPath(path.clone()));
    window.rename("Mine");
    fs::write(&path, "half a pl").unwrap();
    window.act(FileCommand::Save);
    window.sees("What is on disk now cannot be opened");
    let button = window.harness.get_by_role_and_label(Role::Button, "Take theirs");
    assert!(button.accesskit_node().is_disabled());
}
