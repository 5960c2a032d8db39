//! What must hold for every journal, whatever was done and however it was cut off.

use std::fs;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use super::leftover::KEPT_ASIDE;
use super::*;
use crate::edit::any::any_edit;
use crate::edit::{Edit, Session};
use crate::model::Plan;

fn folders() -> (tempfile::TempDir, AppFolders) {
    let folder = tempfile::tempdir().unwrap();
    let folders = AppFolders::inside(folder.path());
    (folder, folders)
}

fn named(name: &str) -> Edit {
    Edit::RenamePlan(name.to_owned())
}

fn plan() -> Plan {
    crate::edit::any::plan()
}

/// A session whose every step is written down.
struct Written {
    session: Session,
    journal: Journal,
}

impl Written {
    fn begin(folders: &AppFolders, about: &About) -> Self {
        let mut session = Session::new(plan());
        session.keep_done();
        let journal = Journal::begin(folders, about, session.plan()).unwrap();
        Self { session, journal }
    }

    fn write(&mut self) {
        let done = self.session.take_done();
        self.journal.append(&done, self.session.plan()).unwrap();
    }

    fn edit(&mut self, edit: &Edit) {
        let _refused = self.session.apply(edit);
        self.write();
    }
}

/// What is found after the program was killed here.
fn found(folders: &AppFolders) -> Leftover {
    let (mut found, unreadable) = leftovers(folders);
    assert!(unreadable.is_empty(), "{unreadable:?}");
    assert_eq!(found.len(), 1);
    found.pop().unwrap()
}

fn same_work(a: &Session, b: &Session) {
    let (mut a, mut b) = (a.clone(), b.clone());
    assert_eq!(a.plan(), b.plan());
    while a.redo().is_some() {
        assert!(b.redo().is_some());
        assert_eq!(a.plan(), b.plan());
    }
    assert!(b.redo().is_none());
    while let Some(label) = a.undo() {
        assert_eq!(b.undo(), Some(label));
        assert_eq!(a.plan(), b.plan());
    }
    assert!(b.undo().is_none());
}

#[derive(Clone, Debug)]
enum Act {
    Edit(Box<Edit>),
    Undo,
    Redo,
}

fn any_acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => any_edit().prop_map(|edit| Act::Edit(Box::new(edit))),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ];
    proptest::collection::vec(act, 0..40)
}

fn act(session: &mut Session, act: &Act) {
    match act {
        Act::Edit(edit) => drop(session.apply(edit)),
        Act::Undo => drop(session.undo()),
        Act::Redo => drop(session.redo()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn doing_a_journal_again_gives_plan_and_history(acts in any_acts(), batch in 1..5_usize) {
        let (_guard, folders) = folders();
        let mut written = Written::begin(&folders, &About::default());
        for acts in acts.chunks(batch) {
            for one in acts {
                act(&mut written.session, one);
            }
            written.write();
        }
        let Written { session, journal } = written;
        drop(journal);
        let leftover = found(&folders);
        prop_assert_eq!(leftover.ending(), Ending::Whole);
        same_work(leftover.session(), &session);
    }

    #[test]
    fn a_journal_cut_anywhere_gives_the_work_up_to_its_last_whole_line(
        acts in any_acts(), cut in 0.0..1.0_f64
    ) {
        let (_guard, folders) = folders();
        let mut written = Written::begin(&folders, &About::default());
        let begun = fs::metadata(written.journal.path()).unwrap().len();
        let mut states = vec![(begun, written.session.clone())];
        for one in &acts {
            act(&mut written.session, one);
            written.write();
            states.push((fs::metadata(written.journal.path()).unwrap().len(), written.session.clone()));
        }
        let Written { journal, .. } = written;
        let path = journal.path().to_owned();
        drop(journal);
        let bytes = fs::read(&path).unwrap();
        let length = begun + ((bytes.len() as u64 - begun) as f64 * cut) as u64;
        fs::write(&path, &bytes[..length as usize]).unwrap();

        let leftover = found(&folders);
        let (whole, expected) = states.iter().rfind(|(whole, _)| *whole <= length).unwrap();
        prop_assert_eq!(leftover.ending(), if *whole == length { Ending::Whole } else { Ending::Torn });
        same_work(leftover.session(), expected);

        // Going on behind the cut and being killed again costs nothing either.
        let (mut session, journal) = leftover.keep(&folders);
        session.keep_done();
        let mut written = Written { session, journal: journal.unwrap() };
        written.edit(&named("after the cut"));
        let Written { session, journal } = written;
        drop(journal);
        let leftover = found(&folders);
        prop_assert_eq!(leftover.ending(), Ending::Whole);
        same_work(leftover.session(), &session);
    }

    #[test]
    fn a_journal_with_any_bytes_changed_gives_something_that_was(
        acts in any_acts(), at in 0.0..1.0_f64, byte in any::<u8>()
    ) {
        let (_guard, folders) = folders();
        let mut written = Written::begin(&folders, &About::default());
        let mut states = vec![(**written.session.plan()).clone()];
        for one in &acts {
            act(&mut written.session, one);
            written.write();
            states.push((**written.session.plan()).clone());
        }
        let path = written.journal.path().to_owned();
        drop(written);
        let mut bytes = fs::read(&path).unwrap();
        let at = ((bytes.len() - 1) as f64 * at) as usize;
        bytes[at] = byte;
        fs::write(&path, &bytes).unwrap();
        let (found, unreadable) = leftovers(&folders);
        prop_assert_eq!(found.len() + unreadable.len(), 1);
        for leftover in found {
            prop_assert!(states.contains(leftover.session().plan()));
        }
    }
}

#[test]
fn a_large_plan_is_written_out_beforehand_and_comes_back_the_same() {
    let (_guard, folders) = folders();
    let mut plan = plan();
    for n in 0..2 * LARGE {
        let mut player = (*plan.players[0]).clone();
        player.id = format!("player-{n}").parse().unwrap();
        plan.players.push(player.into());
    }
    let plan = Arc::new(plan);
    assert!(Prepared::of(&Arc::new(self::plan())).is_none());
    let prepared = Prepared::of(&plan);
    assert!(prepared.is_some());
    let mut journal = Journal::begin_with(&folders, &About::default(), &plan, prepared).unwrap();
    let done = [Done::Edit(Box::new(named("Large")))];
    journal.append(&done, &plan).unwrap();
    drop(journal);
    let leftover = found(&folders);
    assert_eq!((leftover.ending(), leftover.last_line()), (Ending::Whole, 2));
    let mut session = leftover.session().clone();
    assert_eq!(session.undo().as_deref(), Some("rename the plan to Large"));
    assert_eq!(**session.plan(), *plan);
}

#[test]
fn a_journal_that_somebody_holds_is_nobody_elses() {
    let (_guard, folders) = folders();
    let written = Written::begin(&folders, &About::default());
    assert!(leftovers(&folders).0.is_empty());
    drop(written);
    let held = found(&folders);
    assert!(leftovers(&folders).0.is_empty(), "it is held for as long as the question stands");
    drop(held);
    found(&folders);
}

#[test]
fn a_broken_middle_stops_there_and_says_how_much_was_left_out() {
    let (_guard, folders) = folders();
    let mut written = Written::begin(&folders, &About::default());
    for n in 0..10 {
        written.edit(&named(&format!("name {n}")));
    }
    let path = written.journal.path().to_owned();
    drop(written);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("name 6", "name x")).unwrap();
    let leftover = found(&folders);
    assert_eq!(leftover.ending(), Ending::Broken { line: 9, unread: 4 });
    assert_eq!((leftover.session().plan().name.as_str(), leftover.changes()), ("name 5", 6));

    let (session, journal) = leftover.keep(&folders);
    assert_eq!((session.plan().name.as_str(), session.is_dirty()), ("name 5", true));
    drop(journal);
    let kept: Vec<_> = fs::read_dir(folders.discarded()).unwrap().flatten().collect();
    assert_eq!(kept.len(), 1, "what could not be used is kept aside");
    assert!(fs::read_to_string(kept[0].path()).unwrap().contains("name 9"));
    assert_eq!(found(&folders).ending(), Ending::Whole);
}

#[test]
fn a_line_of_another_journal_is_not_taken_for_one_of_this() {
    let (_guard, folders) = folders();
    let mut written = Written::begin(&folders, &About::default());
    for n in 0..4 {
        written.edit(&named(&format!("name {n}")));
    }
    let path = written.journal.path().to_owned();
    drop(written);
    let text = fs::read_to_string(&path).unwrap();
    let without: Vec<&str> = text.lines().filter(|line| !line.contains("name 2")).collect();
    fs::write(&path, without.join("\n") + "\n").unwrap();
    let leftover = found(&folders);
    assert_eq!(leftover.ending(), Ending::Broken { line: 5, unread: 1 });
    assert_eq!(leftover.session().plan().name, "name 1");
}

#[test]
fn a_journal_is_bounded_and_begins_anew_with_the_plan_as_it_is() {
    let (_guard, folders) = folders();
    let mut written = Written::begin(&folders, &About::default());
    let notes = "x".repeat(50_000);
    let mut longest = 0;
    for n in 0..200 {
        written.edit(&Edit::SetPlanNotes(format!("{n} {notes}")));
        longest = longest.max(fs::metadata(written.journal.path()).unwrap().len());
    }
    assert!(longest < 2 * MAX_EDITS, "it grew to {longest} bytes");
    let Written { session, journal } = written;
    drop(journal);
    let leftover = found(&folders);
    assert_eq!((leftover.session().plan(), leftover.changes()), (session.plan(), 200));
}

#[test]
fn what_lies_before_the_bound_can_still_be_undone_and_is_written_down() {
    let (_guard, folders) = folders();
    let mut written = Written::begin(&folders, &About::default());
    let notes = "x".repeat(500_000);
    for n in 0..10 {
        written.edit(&Edit::SetPlanNotes(format!("{n} {notes}")));
    }
    for _ in 0..10 {
        written.session.undo();
        written.write();
    }
    written.session.redo();
    written.write();
    let Written { session, journal } = written;
    assert!(session.plan().notes.starts_with("0 "));
    drop(journal);
    assert_eq!(found(&folders).session().plan(), session.plan());
}

#[test]
fn a_plan_whose_file_says_the_same_is_not_offered() {
    let (guard, folders) = folders();
    let file = guard.path().join("plan.json");
    let base = crate::store::save(&file, &plan(), None).unwrap();
    let about = About { file: Some(file.clone()), base: Some(base), sample: false };
    let mut written = Written::begin(&folders, &about);
    written.edit(&named("Changed"));
    drop(written);
    let leftover = found(&folders);
    assert_eq!((leftover.file_of_plan(), leftover.base()), (Some(file.clone()), Some(base)));
    assert!(leftover.session().is_dirty());
    let mut session = leftover.session().clone();
    session.undo();
    assert!(!session.is_dirty(), "what the file holds is known");
    // As when the program is killed between saving and beginning anew.
    crate::store::save(&file, leftover.session().plan(), None).unwrap();
    drop(leftover);
    assert!(leftovers(&folders).0.is_empty());
    assert_eq!(fs::read_dir(folders.journals()).unwrap().count(), 0);
}

#[test]
fn a_plan_whose_file_is_gone_comes_back_whole() {
    let (guard, folders) = folders();
    let file = guard.path().join("plan.json");
    let base = crate::store::save(&file, &plan(), None).unwrap();
    let about = About { file: Some(file.clone()), base: Some(base), sample: false };
    let written = Written::begin(&folders, &about);
    drop(written);
    assert!(leftovers(&folders).0.is_empty(), "nothing was changed");
    let written = Written::begin(&folders, &about);
    drop(written);
    fs::remove_file(&file).unwrap();
    assert_eq!(**found(&folders).session().plan(), plan());
}

#[test]
fn what_is_no_journal_is_set_aside_and_one_of_a_newer_program_stays() {
    let (_guard, folders) = folders();
    fs::create_dir_all(folders.journals()).unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folders.journals().join(name), bytes).unwrap();
    put("empty.journal", b"");
    put("zeros.journal", &[0; 5000]);
    put("other.journal", b"{\"crc\":\"00000000\",\"n\":0}\n");
    put("half.journal", &line::written(0, Said::Begin(&Header::new(&plan()))).unwrap());
    put("not one of ours.txt", b"kept");
    let newer = Header { version: 2, ..Header::new(&plan()) };
    put("newer.journal", &line::written(0, Said::Begin(&newer)).unwrap());
    let (found, unreadable) = leftovers(&folders);
    assert!(found.is_empty());
    assert_eq!(unreadable.len(), 5);
    assert!(unreadable.iter().any(|sentence| sentence.contains("newer Backline (journal version 2)")));
    assert!(folders.journals().join("newer.journal").exists());
    assert_eq!(fs::read_dir(folders.discarded()).unwrap().count(), 4);
    assert_eq!(leftovers(&folders).1.len(), 1);
}

#[test]
fn what_was_set_aside_stays_for_some_days_and_not_for_ever() {
    let (_guard, folders) = folders();
    let mut written = Written::begin(&folders, &About::default());
    written.edit(&named("Discarded"));
    let Written { journal, .. } = written;
    journal.discard(&folders);
    assert!(leftovers(&folders).0.is_empty());
    let aside = || fs::read_dir(folders.discarded()).unwrap().count();
    sweep(&folders, SystemTime::now() + KEPT_ASIDE - Duration::from_mins(1));
    assert_eq!(aside(), 1);
    sweep(&folders, SystemTime::now() + KEPT_ASIDE + Duration::from_mins(1));
    assert_eq!(aside(), 0);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let (guard, folders) = folders();
    fs::write(guard.path().join("data"), "in the way").unwrap();
    let error = Journal::begin(&folders, &About::default(), &plan()).unwrap_err().to_string();
    assert!(error.contains("could not be begun") && error.contains("journals"), "{error}");
}
