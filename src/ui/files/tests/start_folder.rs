//! Where dialogs begin.

use super::*;

/// The sentences said by asking for a file.
fn said(outcomes: &[Outcome]) -> Vec<&str> {
    let words = outcomes.iter().filter_map(|outcome| match outcome {
        Outcome::Said(words) => Some(words.as_str()),
        _ => None,
    });
    words.collect()
}

fn chosen(window: &mut Window, name: &str) -> PathBuf {
    let folder = window.home.path().join(name);
    fs::create_dir(&folder).unwrap();
    window.harness.state_mut().files.settings.plans_folder = Some(folder.clone());
    folder
}

#[test]
fn a_plan_without_a_file_is_saved_in_the_folder_for_plans() {
    let mut window = Window::new().with_unsaved("Liverpool");
    let folder = chosen(&mut window, "season");
    assert!(said(&window.act(FileCommand::Save)).is_empty());
    window.press(Key::Enter);
    assert!(folder.join("liverpool.json").is_file());

    window.harness.state_mut().session = None;
    window.act(FileCommand::Open);
    window.type_text("liverpool.json");
    window.press(Key::Enter);
    assert!(window.harness.state().session.is_some(), "opening begins there too");
}

#[test]
fn a_plan_with_a_file_stays_beside_it_whatever_folder_is_chosen() {
    let mut window = Window::new();
    let path = window.lay("a.json", &plan("A"));
    let folder = chosen(&mut window, "season");
    window.act(FileCommand::OpenPath(path));
    window.act(FileCommand::SaveAs);
    window.type_text("b.json");
    window.press(Key::Enter);
    assert!(window.file("b.json").is_file() && !folder.join("b.json").exists());
}

#[test]
fn a_folder_that_is_gone_is_said_and_the_dialog_begins_elsewhere() {
    let mut window = Window::new().with_unsaved("Liverpool");
    let folder = chosen(&mut window, "season");
    fs::remove_dir(&folder).unwrap();
    let outcomes = window.act(FileCommand::Save);
    let words = said(&outcomes);
    assert!(
        words.len() == 1 && words[0].contains("is not there") && words[0].contains("season"),
        "{words:?}"
    );
    window.press(Key::Enter);
    assert!(window.file("liverpool.json").is_file(), "where the last file was");
}

#[test]
fn the_dialog_for_a_folder_lists_folders_and_takes_the_one_it_is_in() {
    let mut window = Window::new();
    window.lay("a.json", &plan("A"));
    fs::create_dir(window.file("inside")).unwrap();
    window.act(FileCommand::Browse(Wanted::PlansFolder));
    assert!(window.harness.query_by_label_contains("a.json").is_none());
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    window.press(Key::Enter);
    let wanted = Outcome::Chosen(Wanted::PlansFolder, window.file("inside/"));
    assert!(window.harness.state().outcomes.contains(&wanted), "{:?}", window.harness.state().outcomes);
    let settings = window.harness.state().files.settings();
    assert_eq!(settings.last_folder, Some(window.home.path().join("plans")), "it is no place a file was in");

    window.act(FileCommand::Browse(Wanted::PlansFolder));
    window.type_text("nowhere");
    window.press(Key::Enter);
    window.sees("There is no such folder.");
}
