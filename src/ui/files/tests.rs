//! Opening and saving as a user does it: with the keyboard, in front of real folders.

mod branching;
mod path_dialog;
mod safety;
mod start_folder;
mod two_versions;
mod versions;

use std::fs;
use std::path::{Path, PathBuf};

use egui::accesskit::Role;
use egui::{Context, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Dialogs, Files, Outcome};
use crate::edit::{Edit, Session};
use crate::model::{Club, Currency, Date, Plan};
use crate::store::{self, AppFolders};
use crate::ui::command::{Command, FileCommand, Wanted};
use crate::ui::theme;

/// An app that is nothing but its files.
struct Desk {
    files: Files,
    session: Option<Session>,
    outcomes: Vec<Outcome>,
    asked_for: Vec<Command>,
}

/// The app in a window, with a home of its own and a folder for plans.
struct Window {
    harness: Harness<'static, Desk>,
    home: tempfile::TempDir,
}

fn today() -> Date {
    "2025-09-25".parse().unwrap()
}

fn plan(name: &str) -> Plan {
    Plan::new(name, Club::named("Liverpool"), today(), Currency::GBP)
}

impl Window {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("plans")).unwrap();
        Self::over(home)
    }

    /// The app started anew on the same home.
    fn over(home: tempfile::TempDir) -> Self {
        let (mut files, sentences) = Files::new(AppFolders::inside(home.path().join("own")));
        assert!(sentences.is_empty(), "{sentences:?}");
        files.use_dialogs(Dialogs::InApp);
        files.home = Some(home.path().to_owned());
        files.settings.last_folder = Some(home.path().join("plans"));
        let desk = Desk { files, session: None, outcomes: Vec::new(), asked_for: Vec::new() };
        Self::showing(desk, home)
    }

    fn showing(desk: Desk, home: tempfile::TempDir) -> Self {
        let harness = Harness::builder()
            .with_size([1100.0, 700.0])
            .with_max_steps(12)
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, desk: &mut Desk| {
                    let ctx = ui.ctx().clone();
                    let mut outcomes = desk.files.poll(&mut desk.session, &ctx);
                    outcomes.extend(desk.files.dialogs_ui(ui, &mut desk.session));
                    desk.outcomes.extend(outcomes);
                    desk.session.iter_mut().for_each(|session| desk.files.record(session));
                    let mut commands = Vec::new();
                    desk.files.banner_ui(ui, &mut commands);
                    desk.asked_for.extend(commands);
                },
                desk,
            );
        Self { harness, home }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.home.path().join("plans").join(name)
    }

    /// A plan in a file, as another run of the program left it.
    fn lay(&self, name: &str, plan: &Plan) -> PathBuf {
        let path = self.file(name);
        store::save(&path, plan, None).unwrap();
        path
    }

    fn act(&mut self, command: FileCommand) -> Vec<Outcome> {
        let ctx: Context = self.harness.ctx.clone();
        let Desk { files, session, .. } = self.harness.state_mut();
        let outcomes = files.act(command, session, &ctx);
        self.harness.state_mut().outcomes.clear();
        self.harness.run();
        outcomes
    }

    /// Begins a plan that no file holds, and changes it.
    fn with_unsaved(mut self, name: &str) -> Self {
        self.harness.state_mut().session = Some(Session::new(plan("Before")));
        self.rename(name);
        self
    }

    fn rename(&mut self, name: &str) {
        let session = self.harness.state_mut().session.as_mut().unwrap();
        session.apply(&Edit::RenamePlan(name.to_owned())).unwrap();
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    fn click(&mut self, button: &str) {
        self.harness.get_by_role_and_label(Role::Button, button).click();
        self.harness.run();
    }

    #[track_caller]
    fn sees(&self, words: &str) {
        assert!(self.harness.query_by_label_contains(words).is_some(), "nobody reads {words:?}");
    }

    #[track_caller]
    fn asks_nothing(&self) {
        assert!(!self.harness.state().files.is_asking());
    }

    fn came(&self) -> &[Outcome] {
        &self.harness.state().outcomes
    }

    /// Carries out the merge that was asked for, as the app does, and returns the plan.
    #[track_caller]
    fn merged(&mut self) -> Plan {
        let [Outcome::Merge(edit)] = self.came() else { panic!("no merge was asked for: {:?}", self.came()) };
        let edit = edit.clone();
        let session = self.harness.state_mut().session.as_mut().unwrap();
        session.apply(&edit).unwrap();
        (**session.plan()).clone()
    }

    fn open_name(&self) -> &str {
        &self.harness.state().session.as_ref().unwrap().plan().name
    }

    fn name_in(path: &Path) -> String {
        store::open(path).unwrap().plan.name
    }
}

#[test]
fn a_broken_file_leaves_the_open_plan_alone_and_says_why() {
    let mut window = Window::new().with_unsaved("Mine");
    let broken = window.file("broken.json");
    fs::write(&broken, "{\"format\": \"backline-plan\", ").unwrap();

    let outcomes = window.act(FileCommand::OpenPath(broken.clone()));

    let [Outcome::Failed(sentence)] = outcomes.as_slice() else { panic!("{outcomes:?}") };
    assert!(sentence.contains(broken.to_str().unwrap()), "{sentence}");
    window.sees("The plan could not be opened");
    window.sees(sentence);
    assert_eq!(window.open_name(), "Mine");
    assert_eq!(window.harness.state().session.as_ref().unwrap().history().steps(), 1);

    window.click("Copy text");
    let copied = window
        .harness
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, egui::OutputCommand::CopyText(text) if text == sentence));
    assert!(copied || window.harness.state().files.is_asking(), "the dialog stays to be read");
    window.press(Key::Escape);
    window.asks_nothing();
}

#[test]
fn leaving_with_unsaved_work_asks_and_cancel_stays() {
    for command in [FileCommand::Quit, FileCommand::Close, FileCommand::OpenSample(0)] {
        let mut window = Window::new().with_unsaved("Mine");
        assert!(window.act(command).is_empty());
        window.sees("Save changes to Mine?");
        window.press(Key::Escape);
        window.asks_nothing();
        assert!(window.came().is_empty());
        assert_eq!(window.open_name(), "Mine");
    }
}

#[test]
fn leaving_goes_on_after_saving_even_through_the_question_for_a_place() {
    let mut window = Window::new().with_unsaved("Mine");
    window.act(FileCommand::Quit);
    window.press(Key::Enter);
    window.sees("Save plan as");
    window.press(Key::Enter);
    assert_eq!(window.came(), [Outcome::Saved(window.file("mine.json")), Outcome::Quit]);
    assert_eq!(Window::name_in(&window.file("mine.json")), "Mine");
}

#[test]
fn leaving_without_saving_writes_nothing() {
    let mut window = Window::new();
    let path = window.lay("mine.json", &plan("On disk"));
    window.act(FileCommand::OpenPath(path.clone()));
    window.rename("Changed");
    window.act(FileCommand::Quit);
    window.click("Don\u{2019}t save");
    assert_eq!(window.came(), [Outcome::Quit]);
    assert_eq!(Window::name_in(&path), "On disk");
}

#[test]
fn leaving_a_saved_plan_asks_nothing() {
    let mut window = Window::new();
    let path = window.lay("mine.json", &plan("On disk"));
    window.act(FileCommand::OpenPath(path));
    assert_eq!(window.act(FileCommand::Quit), [Outcome::Quit]);
    assert_eq!(window.act(FileCommand::Close), [Outcome::Closed]);
    assert!(window.harness.state().session.is_none());
}

#[test]
fn a_sample_is_saved_elsewhere_only() {
    let mut window = Window::new();
    assert_eq!(window.act(FileCommand::OpenSample(0)), [Outcome::Opened]);
    assert!(window.harness.state().files.is_sample());
    window.act(FileCommand::Save);
    window.sees("Save plan as");
    window.press(Key::Enter);
    assert!(matches!(window.came(), [Outcome::Saved(_)]));
    assert!(!window.harness.state().files.is_sample());

    fs::create_dir(window.file("saves")).unwrap();
    let delivered = window.file("saves").join(store::SAMPLES[1].file_name);
    fs::write(&delivered, store::SAMPLES[1].json).unwrap();
    window.act(FileCommand::OpenPath(delivered.clone()));
    window.rename("Changed");
    window.act(FileCommand::Save);
    window.sees("Save plan as");
    assert_eq!(fs::read_to_string(&delivered).unwrap(), store::SAMPLES[1].json);
}

#[test]
fn a_save_that_fails_keeps_the_plan_and_offers_another_place() {
    let mut window = Window::new().with_unsaved("Mine");
    fs::create_dir(window.file("taken.json")).unwrap();
    let path = window.lay("mine.json", &plan("On disk"));
    window.act(FileCommand::OpenPath(path.clone()));
    window.click("Don\u{2019}t save");
    window.rename("Mine");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();

    window.act(FileCommand::Save);

    window.sees("The plan is not saved");
    assert!(window.harness.state().session.as_ref().unwrap().is_dirty());
    window.click("Save as\u{2026}");
    window.type_text("mine-2");
    window.press(Key::Enter);
    assert_eq!(Window::name_in(&window.file("mine-2.json")), "Mine");
}

#[test]
fn the_plan_that_was_open_last_opens_on_the_next_start_and_recent_ones_are_listed() {
    let mut window = Window::new();
    let [first, second] = ["first", "second"].map(|name| window.lay(&format!("{name}.json"), &plan(name)));
    for path in [&first, &second, &first] {
        window.act(FileCommand::OpenPath(path.clone()));
    }
    let mut window = Window::over(window.home);
    let Desk { files, session, .. } = window.harness.state_mut();
    let listed: Vec<_> =
        files.recent().iter().map(|plan| (plan.name.clone(), plan.changed.is_none())).collect();
    assert_eq!(listed, [("first".to_owned(), false), ("second".to_owned(), false)]);
    assert_eq!(files.start(None, session), [Outcome::Opened]);
    assert_eq!(window.open_name(), "first");

    fs::remove_file(&first).unwrap();
    let mut window = Window::over(window.home);
    let Desk { files, session, .. } = window.harness.state_mut();
    let outcomes = files.start(None, session);
    let [Outcome::Said(sentence)] = outcomes.as_slice() else { panic!("{outcomes:?}") };
    assert!(sentence.contains("no longer there") && sentence.contains("first.json"), "{sentence}");
    assert!(session.is_none() && files.recent()[0].changed.is_none());

    window.act(FileCommand::Forget(first));
    let listed: Vec<_> =
        window.harness.state_mut().files.recent().iter().map(|plan| plan.name.clone()).collect();
    assert_eq!(listed, ["second"]);
}

#[test]
fn a_closed_plan_stays_closed_on_the_next_start() {
    let mut window = Window::new();
    let path = window.lay("plan.json", &plan("Plan"));
    window.act(FileCommand::OpenPath(path));
    window.act(FileCommand::Close);
    let mut window = Window::over(window.home);
    let Desk { files, session, .. } = window.harness.state_mut();
    assert!(files.start(None, session).is_empty() && session.is_none());
}

#[test]
fn a_new_plan_waits_for_the_open_one_to_be_safe_and_its_steps_can_be_undone() {
    let mut window = Window::new().with_unsaved("Mine");
    let edits = vec![Edit::RenamePlan("Renamed".to_owned())];
    window.act(FileCommand::Create(Box::new(plan("Made")), edits));
    window.sees("Save changes to Mine?");
    window.click("Don\u{2019}t save");
    assert_eq!(window.came(), [Outcome::Opened]);
    assert_eq!(window.open_name(), "Renamed");
    window.harness.state_mut().session.as_mut().unwrap().undo();
    assert_eq!(window.open_name(), "Made");
}

#[test]
fn a_file_for_something_else_is_handed_on_as_it_is() {
    let mut window = Window::new();
    let path = window.file("players.csv");
    fs::write(&path, "Name\n").unwrap();
    window.act(FileCommand::Browse(Wanted::Players));
    window.sees("Import players");
    window.type_text(path.to_str().unwrap());
    window.press(Key::Enter);
    assert_eq!(window.came(), [Outcome::Chosen(Wanted::Players, path)]);
}

#[test]
fn only_leaving_and_a_dropped_file_are_heard_while_a_question_stands() {
    let mut window = Window::new().with_unsaved("Mine");
    window.act(FileCommand::SaveAs);
    window.act(FileCommand::New);
    window.sees("Save plan as");
    window.act(FileCommand::Quit);
    window.sees("Save changes to Mine?");
}
