//! Choosing as a user does it: in the window, by name.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use serde_json::json;
use tempfile::TempDir;

use crate::model::{Conflict, Plan, Player, ScenarioColour};
use crate::store::{self, AppFolders, Settings};
use crate::ui::Launch;
use crate::ui::app::App;
use crate::ui::files::Dialogs;
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
fn whether_two_are_one_person_is_asked_by_itself() {
    let mut plan = sample();
    let mut twin = Player::clone(plan.player(&"marc-guehi".parse().unwrap()).unwrap());
    twin.id = "marc-guehi-2".parse().unwrap();
    plan.players.push(twin.into());
    let same_as = Some("marc-guehi".parse().unwrap());
    plan.conflicts =
        vec![Conflict { path: "/players/marc-guehi-2".to_owned(), same_as, ..Conflict::default() }];
    let count = plan.players.len();
    for (button, people) in [
        ("One person, as ours: One person or two: Marc Guéhi", count - 1),
        ("One person, as theirs: One person or two: Marc Guéhi", count - 1),
        ("Two people: One person or two: Marc Guéhi", count),
    ] {
        let mut window = window(plan.clone(), View::Board);
        click(&mut window, "Resolve conflicts");
        assert!(window.query_by_label("All ours").is_none(), "it is not settled with the rest");
        click(&mut window, button);
        let after = super::tests::plan(&window);
        assert_eq!((after.players.len(), after.conflicts.len()), (people, 0), "{button}");
    }
}

#[test]
fn a_plan_without_conflicts_has_neither_line_nor_list() {
    let window = window(sample(), View::Board);
    assert!(window.query_by_label("Resolve conflicts").is_none());
}

/// The whole program on a plan whose file somebody else has changed meanwhile.
struct Shared {
    harness: Harness<'static, App>,
    file: PathBuf,
    _home: TempDir,
}

impl Shared {
    /// `theirs` is what the others did; here the first scenario is duplicated.
    fn changed_by_others(theirs: impl FnOnce(&mut Plan)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("plan.json");
        store::save(&file, &sample(), None).unwrap();
        let (folders, launch) =
            (AppFolders::inside(home.path().join("own")), Launch { file: Some(file.clone()) });
        Settings { tour_seen: true, ..Settings::default() }.save(&folders).unwrap();
        let today = "2025-09-25".parse().unwrap();
        let mut harness = Harness::builder()
            .with_size([1440.0, 900.0])
            .build_eframe(move |cc| App::new(&cc.egui_ctx, launch, folders, today, Some(Dialogs::InApp)));
        harness.run_ok();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        harness.run_ok();
        let mut plan = sample();
        theirs(&mut plan);
        store::save(&file, &plan, None).unwrap();
        let mut shared = Self { harness, file, _home: home };
        shared.save();
        shared.click("Merge");
        shared
    }

    fn save(&mut self) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        self.harness.run_ok();
    }

    #[track_caller]
    fn click(&mut self, button: &str) {
        self.harness.get_by_role_and_label(Role::Button, button).click();
        self.harness.run_ok();
    }

    fn plan(&self) -> &Plan {
        self.harness.state().desk().unwrap().session.plan()
    }
}

#[test]
fn what_somebody_else_has_saved_is_merged_in_before_saving_again() {
    let mut shared = Shared::changed_by_others(|plan| plan.notes = "Theirs".to_owned());
    assert_eq!((shared.plan().notes.as_str(), shared.plan().scenarios.len()), ("Theirs", 4));
    let said = "Merged without a conflict. Came in: Notes on the plan. Save to keep it.";
    assert!(shared.harness.query_by_label(said).is_some(), "it is said what came in");
    assert_eq!(store::open(&shared.file).unwrap().plan.scenarios.len(), 3, "nothing is written yet");
    shared.save();
    let saved = store::open(&shared.file).unwrap().plan;
    assert_eq!((saved.notes.as_str(), saved.scenarios.len()), ("Theirs", 4));
}

#[test]
fn what_both_have_changed_is_asked_at_once_and_saved_with_the_choice() {
    let mut shared = Shared::changed_by_others(|plan| {
        let mut copy = plan.scenarios[0].clone();
        copy.name = "January push copy".to_owned();
        copy.id = "january-push-copy".parse().unwrap();
        copy.colour = ScenarioColour::Lime;
        plan.scenarios.insert(1, copy);
    });
    assert_eq!(shared.plan().conflicts.len(), 1);
    shared.click("Use theirs: January push copy: colour");
    shared.click("Done");
    shared.save();
    let saved = store::open(&shared.file).unwrap().plan;
    assert!(saved.conflicts.is_empty());
    assert_eq!(saved.scenarios[1].colour, ScenarioColour::Lime);
}
