//! Nothing is lost: what comes back after a crash, two windows on one plan.

use super::*;

impl Window {
    /// The program is killed and started again: nobody tidied anything up.
    fn killed(self) -> Self {
        let Self { harness, home } = self;
        drop(harness);
        Self::over(home)
    }

    fn start(&mut self, named: Option<PathBuf>) -> Vec<Outcome> {
        let Desk { files, session, .. } = self.harness.state_mut();
        let outcomes = files.start(named, session);
        self.harness.run();
        outcomes
    }

    /// Renames the plan, and a frame is shown.
    pub(super) fn renamed(&mut self, name: &str) {
        self.rename(name);
        self.harness.run();
    }

    pub(super) fn opened(plan_name: &str) -> (Self, PathBuf) {
        let mut window = Self::new();
        let path = window.lay("plan.json", &plan(plan_name));
        window.act(FileCommand::OpenPath(path.clone()));
        (window, path)
    }

    #[track_caller]
    fn sees_not(&self, words: &str) {
        assert!(self.harness.query_by_label_contains(words).is_none(), "somebody reads {words:?}");
    }

    pub(super) fn session(&mut self) -> &mut Session {
        self.harness.state_mut().session.as_mut().unwrap()
    }

    fn lies_in(&self, folder: &str) -> usize {
        let folder = self.home.path().join("own/data").join(folder);
        fs::read_dir(folder).map_or(0, Iterator::count)
    }
}

#[test]
fn unsaved_work_comes_back_with_its_history_and_saves_to_its_file() {
    let (mut window, path) = Window::opened("On disk");
    window.renamed("First");
    window.renamed("Second");
    let mut window = window.killed();
    assert!(window.start(None).is_empty());
    window.sees("Unsaved work came back");
    window.sees("Second, 2 changes since the last save, just now");
    window.press(Key::Enter);
    assert_eq!(window.came()[0], Outcome::Opened);
    assert_eq!(window.open_name(), "Second");
    assert!(window.session().is_dirty());
    assert_eq!(window.session().undo().as_deref(), Some("rename the plan to Second"));
    assert_eq!(window.session().undo().as_deref(), Some("rename the plan to First"));
    assert!(!window.session().is_dirty(), "this is what its file says");
    window.session().redo();
    assert_eq!(window.act(FileCommand::Save), [Outcome::Saved(path.clone())]);
    assert_eq!(Window::name_in(&path), "First");
    assert_eq!(window.lies_in("journals"), 0);
}

#[test]
fn being_killed_while_the_question_stands_or_just_after_it_costs_nothing() {
    let (mut window, _) = Window::opened("On disk");
    window.renamed("Mine");
    for _ in 0..3 {
        window = window.killed();
        window.start(None);
        window.sees("Mine, 1 change since the last save");
    }
    window.press(Key::Enter);
    window = window.killed();
    window.start(None);
    window.press(Key::Enter);
    window.renamed("Mine, later");
    window = window.killed();
    window.start(None);
    window.sees("Mine, later, 2 changes since the last save");
}

#[test]
fn work_that_waits_is_said_in_the_plan_until_it_is_decided_on() {
    let (mut window, _) = Window::opened("On disk");
    window.renamed("Mine");
    let mut window = window.killed();
    window.start(None);
    window.press(Key::Escape);
    assert_eq!(window.open_name(), "On disk");
    window.sees("Unsaved work waits for you: \u{201c}Mine\u{201d} (1 change since the last save).");
    window.click("Unsaved work\u{2026}");
    assert_eq!(window.harness.state().asked_for, [Command::File(FileCommand::Recover)]);
    window.act(FileCommand::Recover);
    window.press(Key::Enter);
    assert_eq!(window.open_name(), "Mine");
    window.sees_not("waits for you");
}

#[test]
fn discarded_work_is_set_aside_and_the_plan_opens_as_its_file_has_it() {
    let (mut window, path) = Window::opened("On disk");
    window.renamed("Mine");
    let mut window = window.killed();
    window.start(None);
    window.click("Discard");
    assert_eq!(window.open_name(), "On disk");
    assert_eq!((window.lies_in("journals"), window.lies_in("discarded")), (0, 1));
    let mut window = window.killed();
    assert_eq!(window.start(None), [Outcome::Opened]);
    assert_eq!(Window::name_in(&path), "On disk");
}

#[test]
fn what_was_done_and_what_differs_is_shown_in_words() {
    let (mut window, _) = Window::opened("On disk");
    window.renamed("Mine");
    let mut window = window.killed();
    window.start(None);
    window.sees_not("Rename the plan to Mine");
    window.click("Show differences");
    window.sees("Rename the plan to Mine");
    window.sees("name: On disk \u{2192} Mine");
    window.click("Hide differences");
    window.sees_not("Rename the plan to Mine");
}

#[test]
fn a_file_that_changed_meanwhile_is_said_and_saving_asks() {
    let (mut window, path) = Window::opened("On disk");
    window.renamed("Mine");
    let mut window = window.killed();
    window.lay("plan.json", &plan("Theirs"));
    window.start(None);
    window.sees("The file was changed on disk since");
    window.press(Key::Enter);
    assert!(window.act(FileCommand::Save).is_empty());
    window.sees("plan.json was changed by someone else");
    assert_eq!(Window::name_in(&path), "Theirs");
}

#[test]
fn a_file_that_is_gone_is_said_and_saving_writes_it_anew() {
    let (mut window, path) = Window::opened("On disk");
    window.renamed("Mine");
    fs::remove_file(&path).unwrap();
    let mut window = window.killed();
    window.start(None);
    window.sees("The file is no longer there");
    window.press(Key::Enter);
    assert_eq!(window.act(FileCommand::Save), [Outcome::Saved(path.clone())]);
    assert_eq!(Window::name_in(&path), "Mine");
}

#[test]
fn a_plan_that_never_had_a_file_comes_back_too_even_untouched() {
    let mut window = Window::new();
    window.act(FileCommand::Create(Box::new(plan("Brentford")), Vec::new()));
    let mut window = window.killed();
    window.start(None);
    window.sees("Brentford, never saved");
    window.press(Key::Enter);
    assert_eq!(window.open_name(), "Brentford");
    assert!(window.session().is_dirty());
    window.act(FileCommand::Save);
    window.sees("Save plan as");
}

#[test]
fn a_new_plan_comes_back_with_its_first_proposal_as_a_step() {
    let mut window = Window::new();
    let proposal = Edit::SetPlanNotes("placed by position".to_owned());
    window.act(FileCommand::Create(Box::new(plan("Brentford")), vec![proposal]));
    let mut window = window.killed();
    window.start(None);
    window.sees("Brentford, 1 change never saved");
    window.press(Key::Enter);
    assert_eq!(window.session().plan().notes, "placed by position");
    assert!(window.session().undo().is_some());
    assert_eq!(window.session().plan().notes, "");
}

#[test]
fn of_several_plans_one_is_chosen_and_the_others_wait() {
    let mut window = Window::new();
    for name in ["One", "Two"] {
        let path = window.lay(&format!("{name}.json"), &plan(name));
        window.act(FileCommand::OpenPath(path));
        window.renamed(&format!("{name} changed"));
        window = window.killed();
        window.harness.run();
    }
    window.start(None);
    window.sees("these plans");
    window.harness.get_by_label_contains("One changed").click();
    window.harness.run();
    window.press(Key::Enter);
    assert_eq!(window.open_name(), "One changed");
    assert_eq!(window.harness.state().files.left_behind(), 1);
    window.sees("Unsaved work waits for you: \u{201c}Two changed\u{201d} (1 change since the last save).");
    window.act(FileCommand::Save);
    window.act(FileCommand::Recover);
    window.sees("Two changed, 1 change");
    window.press(Key::Escape);
    assert_eq!(window.open_name(), "One changed");
    window.renamed("One again");
    let mut window = window.killed();
    window.start(None);
    window.sees("One again, 1 change");
    window.sees("Two changed, 1 change");
}

#[test]
fn looking_at_other_unsaved_work_does_not_cost_the_open_plans() {
    let (mut window, _) = Window::opened("On disk");
    window.renamed("Left behind");
    let mut window = window.killed();
    let other = window.lay("other.json", &plan("Other"));
    window.start(None);
    window.act(FileCommand::OpenPath(other));
    assert_eq!((window.open_name(), window.harness.state().files.left_behind()), ("Other", 1));
    window.renamed("Other, changed");
    window.act(FileCommand::Recover);
    window.sees("Save changes to Other, changed?");
    window.press(Key::Escape);
    assert_eq!(window.open_name(), "Other, changed");
    window.act(FileCommand::Recover);
    window.press(Key::Enter);
    window.sees("Left behind, 1 change");
    window.press(Key::Enter);
    assert_eq!(window.open_name(), "Left behind");
    assert_eq!(Window::name_in(&window.file("other.json")), "Other, changed");
}

#[test]
fn deciding_later_begins_as_usual_and_asks_again_on_the_next_start() {
    let (mut window, _) = Window::opened("On disk");
    window.renamed("Mine");
    let mut window = window.killed();
    let named = window.lay("named.json", &plan("Named"));
    window.start(Some(named));
    window.press(Key::Escape);
    assert_eq!(window.open_name(), "Named");
    let mut window = window.killed();
    window.start(None);
    window.sees("Mine, 1 change since the last save");
}

#[test]
fn saving_closing_and_leaving_leave_no_journal_behind() {
    for leave in [FileCommand::Quit, FileCommand::Close] {
        let (mut window, _) = Window::opened("On disk");
        assert_eq!(window.lies_in("journals"), 0, "nothing was changed yet");
        window.renamed("Mine");
        assert_eq!(window.lies_in("journals"), 1);
        window.act(FileCommand::Save);
        assert_eq!(window.lies_in("journals"), 0);
        window.renamed("Mine again");
        window.session().undo();
        window.act(leave);
        assert_eq!((window.lies_in("journals"), window.lies_in("discarded")), (0, 0));
    }
}

#[test]
fn work_that_is_left_unsaved_on_purpose_is_set_aside() {
    let (mut window, _) = Window::opened("On disk");
    window.renamed("Mine");
    window.act(FileCommand::Quit);
    window.click("Don\u{2019}t save");
    assert_eq!(window.came(), [Outcome::Quit]);
    assert_eq!((window.lies_in("journals"), window.lies_in("discarded")), (0, 1));
    let mut window = window.killed();
    window.start(None);
    window.asks_nothing();
}

#[test]
fn the_second_window_on_a_plan_is_a_copy_and_saves_elsewhere() {
    let (mut first, path) = Window::opened("On disk");
    let folders = AppFolders::inside(first.home.path().join("own"));
    let (mut files, _) = Files::new(folders);
    files.use_dialogs(Dialogs::InApp);
    let desk = Desk { files, session: None, outcomes: Vec::new(), asked_for: Vec::new() };
    let mut second = Window::showing(desk, tempfile::tempdir().unwrap());
    second.act(FileCommand::OpenPath(path.clone()));
    second.sees("plan.json is open in another Backline window. This is a copy");
    first.sees_not("This is a copy");

    second.renamed("From the second");
    second.act(FileCommand::Save);
    second.sees("Save plan as");
    second.press(Key::Enter);
    let copy = path.with_file_name("plan-copy.json");
    assert_eq!(second.came(), [Outcome::Saved(copy.clone())]);
    assert_eq!(
        (Window::name_in(&path).as_str(), Window::name_in(&copy).as_str()),
        ("On disk", "From the second")
    );
    second.sees_not("This is a copy");

    // Not even by naming the file.
    second.act(FileCommand::SaveAs);
    second.type_text(path.to_str().unwrap());
    second.press(Key::Enter);
    second.sees("open in another Backline window, so this one does not write it");
    assert_eq!(Window::name_in(&path), "On disk");
    first.renamed("From the first");
    assert_eq!(first.act(FileCommand::Save), [Outcome::Saved(path)]);
}

#[test]
fn a_copy_becomes_the_plan_when_the_other_window_has_closed_it() {
    let (mut first, path) = Window::opened("On disk");
    let folders = AppFolders::inside(first.home.path().join("own"));
    let (mut files, _) = Files::new(folders);
    files.use_dialogs(Dialogs::InApp);
    let desk = Desk { files, session: None, outcomes: Vec::new(), asked_for: Vec::new() };
    let mut second = Window::showing(desk, tempfile::tempdir().unwrap());
    second.act(FileCommand::OpenPath(path.clone()));
    second.click("Try to edit here again");
    assert_eq!(second.harness.state().asked_for, [Command::File(FileCommand::AskAgain)]);
    second.act(FileCommand::AskAgain);
    second.sees("This is a copy");
    first.act(FileCommand::Close);
    second.act(FileCommand::AskAgain);
    second.sees_not("This is a copy");
    second.renamed("From the second");
    assert_eq!(second.act(FileCommand::Save), [Outcome::Saved(path)]);
}

#[test]
fn changes_that_cannot_be_written_down_are_said_until_they_can() {
    let (mut window, path) = Window::opened("On disk");
    let journals = window.home.path().join("own/data/journals");
    fs::create_dir_all(journals.parent().unwrap()).unwrap();
    fs::write(&journals, "in the way").unwrap();
    window.renamed("First");
    window.sees("Changes are not being written down");
    window.renamed("Second");
    fs::remove_file(&journals).unwrap();
    window.harness.run();
    window.sees_not("Changes are not being written down");
    let mut window = window.killed();
    window.start(None);
    window.sees("Second, 2 changes");
    window.press(Key::Enter);
    assert_eq!(window.act(FileCommand::Save), [Outcome::Saved(path)]);
}

#[test]
fn a_sample_that_was_changed_comes_back_and_is_still_saved_elsewhere() {
    let mut window = Window::new();
    window.act(FileCommand::OpenSample(0));
    assert_eq!(window.lies_in("journals"), 0);
    window.renamed("Changed");
    let mut window = window.killed();
    window.start(None);
    window.sees("Changed, 1 change never saved");
    window.press(Key::Enter);
    window.act(FileCommand::Save);
    window.sees("Save plan as");
}

#[test]
fn the_report_of_a_failure_is_named_on_the_next_start_and_once() {
    let (mut window, _) = Window::opened("On disk");
    let reports = window.home.path().join("own/data/reports");
    fs::create_dir_all(&reports).unwrap();
    fs::write(reports.join("report-1.new.txt"), "it failed").unwrap();
    window.renamed("Mine");
    let mut window = window.killed();
    window.start(None);
    window.sees("sent to nobody, says what: ~/own/data/reports/report-1.txt");
    window.press(Key::Escape);
    fs::write(reports.join("report-2.new.txt"), "it failed").unwrap();
    window.act(FileCommand::Close);
    let mut window = window.killed();
    window.start(None);
    window.sees("Unsaved work came back");
    window.sees("report-2.txt");
    window.click("Discard");
    let mut window = window.killed();
    assert!(window.start(None).iter().all(|outcome| !matches!(outcome, Outcome::Said(_))));
}

#[test]
fn only_another_file_than_the_one_that_came_back_was_not_opened() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir(home.path().join("saves")).unwrap();
    let sample = &crate::store::SAMPLES[0];
    let path = home.path().join("saves").join(sample.file_name);
    fs::write(&path, sample.json).unwrap();
    let mut window = Window::over(home);
    window.act(FileCommand::OpenPath(path.clone()));
    window.renamed("Mine");
    let mut window = window.killed();
    window.start(Some(path));
    window.press(Key::Enter);
    let came = format!("{:?}", window.came());
    assert!(came.contains("is back as it was") && !came.contains("was not opened"), "{came}");
}
