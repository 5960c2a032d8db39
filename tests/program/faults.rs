//! The disk says no: full, read-only, gone, forbidden, or with names that are hard to write. Nothing is lost, and a
//! sentence says what is the matter.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use backline::store::leftovers;

use crate::backline::leoni;
use crate::kill::{Home, Said, run};

/// The user that owns nothing.
const NOBODY: u32 = 65_534;

fn put_plan(path: &Path) {
    fs::create_dir_all(path.parent().expect("it has a folder")).expect("folders can be made");
    fs::write(path, leoni()).expect("it can be written");
}

/// Starts `backline soak`, lets `meddle` do something after some lines, and kills it when it has said what it must.
#[track_caller]
fn meddled(home: &Home, plan: &Path, meddle: impl FnOnce(), until: impl Fn(&Said) -> bool) -> Said {
    let mut said = Said::nothing_yet(plan);
    let args = ["--save-every", "10", "--check-every", "0"];
    let mut child = home.soak(plan, &args).spawn().expect("the built program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("it was asked for")).lines();
    let mut meddle = Some(meddle);
    for (heard, line) in lines.by_ref().enumerate() {
        said.hear(&line.expect("a pipe can be read"));
        if heard == 100 {
            meddle.take().expect("once")();
        }
        if meddle.is_none() && until(&said) {
            break;
        }
    }
    child.kill().expect("it can be killed");
    for line in lines {
        said.hear(&line.expect("a pipe can be read"));
    }
    child.wait().expect("it has ended");
    assert!(until(&said), "it ended before: {said:?}");
    said
}

#[test]
fn a_full_disk_costs_nothing_that_was_acknowledged_and_a_save_makes_room_again() {
    for (kilobytes, save_every) in [("45", "0"), ("48", "200"), ("20", "20")] {
        let home = Home::new();
        let mut said = Said::nothing_yet(&home.plan);
        // No file may grow beyond this, whoever runs it: a write fails as on a full disk.
        let script = format!("ulimit -f {kilobytes}; trap '' XFSZ; exec \"$0\" \"$@\"");
        let plain = home.soak(
            &home.plan,
            &["--steps", "400", "--save-every", save_every, "--check-every", "0", "--fail-at", "400"],
        );
        let mut limited = Command::new("bash");
        limited.arg("-c").arg(script).arg(plain.get_program()).args(plain.get_args());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => limited.env(name, value),
                None => limited.env_remove(name),
            };
        }
        limited.current_dir(home.folder.path()).stdin(Stdio::null()).stdout(Stdio::piped());
        limited.stderr(Stdio::null());
        let status = run(limited, &mut said);
        assert!(!status.success(), "it was to fail at the end");
        assert!(!said.troubles.is_empty(), "nothing went wrong with {kilobytes} kB: {said:?}");
        for trouble in &said.troubles {
            assert!(
                trouble.contains("could not be") && trouble.contains("File: ") && !trouble.contains("Os {"),
                "{trouble}"
            );
        }
        if kilobytes == "20" {
            assert!(
                said.refusals.iter().all(|refusal| refusal.contains("Make room on the disk")),
                "{said:?}"
            );
            assert!(!said.refusals.is_empty());
        }
        said.check(&home, &home.plan);
    }
}

#[test]
fn a_folder_that_is_gone_is_said_and_the_work_is_in_the_journal() {
    let home = Home::new();
    let plan = home.folder.path().join("plans/plan.json");
    put_plan(&plan);
    let gone = || fs::remove_dir_all(plan.parent().expect("it has a folder")).expect("it can be removed");
    let said = meddled(&home, &plan, gone, |said| said.refusals.len() > 2);
    assert!(
        said.refusals.iter().all(|refusal| refusal.contains("Check that the folder is there")),
        "{said:?}"
    );
    assert!(said.check_journal(&home).is_some(), "the work is in no journal");
}

#[test]
fn a_file_that_is_gone_is_written_anew() {
    let home = Home::new();
    let gone = || fs::remove_file(&home.plan).expect("it can be removed");
    let there = |said: &Said| said.steps > 200 && home.plan.exists();
    let mut said = meddled(&home, &home.plan, gone, there);
    assert!(said.refusals.is_empty(), "{said:?}");
    said.check(&home, &home.plan);
}

#[test]
fn a_file_changed_by_another_program_is_left_alone() {
    let home = Home::new();
    let theirs = leoni().replace("Liverpool 2025–26", "Theirs");
    let change = || fs::write(&home.plan, &theirs).expect("it can be written");
    let said = meddled(&home, &home.plan, change, |said| said.refusals.len() > 2);
    assert!(said.refusals.iter().all(|refusal| refusal.contains("changed by another program")), "{said:?}");
    assert_eq!(fs::read_to_string(&home.plan).expect("it is there"), theirs);
    assert!(said.check_journal(&home).is_some(), "the work is in no journal");
}

/// Runs the program as somebody who may not write everywhere: as nobody, for to root nothing is forbidden.
fn as_somebody(home: &Home, plain: &Command) -> Command {
    let is_root = fs::metadata("/proc/self").expect("Linux has it").uid() == 0;
    let mut somebody = if is_root {
        let program = home.folder.path().join("backline");
        fs::copy(plain.get_program(), &program).expect("the program can be copied");
        for path in [home.folder.path(), &program] {
            chown(path, Some(NOBODY), Some(NOBODY)).expect("root may give it away");
        }
        let mut command = Command::new("setpriv");
        let user = NOBODY.to_string();
        command.args(["--reuid", &user, "--regid", &user, "--clear-groups"]).arg(program);
        command
    } else {
        Command::new(plain.get_program())
    };
    somebody.args(plain.get_args());
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => somebody.env(name, value),
            None => somebody.env_remove(name),
        };
    }
    somebody.current_dir(home.folder.path()).stdin(Stdio::null()).stdout(Stdio::piped());
    somebody
}

#[test]
fn a_read_only_folder_and_a_read_only_file_are_said_and_the_work_is_in_the_journal() {
    for (folder_mode, file_mode, sentence) in [
        (0o555, 0o644, "you may write to it, or save it in another place"),
        (0o755, 0o444, "it is read-only"),
    ] {
        let home = Home::new();
        let plan = home.folder.path().join("plans/plan.json");
        put_plan(&plan);
        let plans = plan.parent().expect("it has a folder").to_owned();
        let mode = |path: &Path, mode| {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the mode can be set");
        };
        mode(&plan, file_mode);
        mode(&plans, folder_mode);
        let args = ["--steps", "60", "--save-every", "10", "--fail-at", "60"];
        let mut command = as_somebody(&home, &home.soak(&plan, &args));
        command.stderr(Stdio::null());
        let mut said = Said::nothing_yet(&plan);
        run(command, &mut said);
        mode(&plans, 0o755);
        assert!(!said.refusals.is_empty(), "{said:?}");
        assert!(said.refusals.iter().all(|refusal| refusal.contains(sentence)), "{said:?}");
        assert!(said.troubles.is_empty(), "{said:?}");
        said.check(&home, &plan);
    }
}

#[test]
fn own_folders_that_cannot_be_written_are_said_and_saving_works_all_the_same() {
    let home = Home::new();
    fs::write(home.folder.path().join("data"), "a file in the way").expect("it can be written");
    let mut said = Said::nothing_yet(&home.plan);
    let status = run(home.soak(&home.plan, &["--steps", "60", "--save-every", "10"]), &mut said);
    assert!(status.success() && said.done, "{said:?}");
    assert!(said.troubles.len() > 10, "{said:?}");
    assert!(said.troubles.iter().all(|trouble| trouble.contains("journal could not be begun")), "{said:?}");
    fs::remove_file(home.folder.path().join("data")).expect("it can be removed");
    said.check_file(&home.plan);
}

#[test]
fn names_that_are_hard_to_write_are_written() {
    let names: [OsString; 5] = [
        OsString::from("with spaces, 'quotes' and \"more\".json"),
        OsString::from("Guéhi – Konaté – Šeško – 計画.json"),
        OsString::from(format!("{}.json", "long".repeat(50))),
        OsString::from_vec(b"not \xff\xfe UTF-8.json".to_vec()),
        OsString::from("line\nend.json"),
    ];
    for name in names {
        let home = Home::new();
        let plan: PathBuf = home.folder.path().join("folder é").join(&name);
        put_plan(&plan);
        let mut said = Said::nothing_yet(&plan);
        let args = ["--steps", "80", "--save-every", "10", "--fail-at", "80"];
        let mut failing = home.soak(&plan, &args);
        failing.stderr(Stdio::null());
        run(failing, &mut said);
        assert!(said.refusals.is_empty() && said.troubles.is_empty(), "{name:?}: {said:?}");
        said.check(&home, &plan);
        let found = leftovers(&home.folders()).0;
        if let Some(leftover) = found.first() {
            assert_eq!(leftover.file_of_plan().as_deref(), Some(plan.as_path()), "{name:?}");
        }
    }
}

#[test]
fn two_programs_do_not_write_one_plan() {
    let home = Home::new();
    let mut first = home.soak(&home.plan, &["--save-every", "0"]).spawn().expect("the built program starts");
    let mut reader = BufReader::new(first.stdout.take().expect("it was asked for"));
    let mut line = String::new();
    reader.read_line(&mut line).expect("a pipe can be read");
    assert!(line.starts_with("begun"), "{line}");
    let second = home.soak(&home.plan, &["--steps", "5"]).output().expect("the built program starts");
    let sentence = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(!second.status.success() && sentence.contains("open in another Backline window"), "{sentence}");
    first.kill().expect("it can be killed");
    first.wait().expect("it has ended");
    let third = home.soak(&home.plan, &["--steps", "5"]).output().expect("the built program starts");
    assert!(third.status.success(), "a killed program holds nothing: {third:?}");
}

#[test]
fn a_failure_in_our_own_code_leaves_the_work_and_a_report_without_paths() {
    let home = Home::new();
    let mut said = Said::nothing_yet(&home.plan);
    let mut failing = home.soak(&home.plan, &["--steps", "50", "--save-every", "0", "--fail-at", "30"]);
    failing.stderr(Stdio::null());
    let status = run(failing, &mut said);
    assert_eq!((status.code(), said.steps), (Some(101), 30));
    said.check(&home, &home.plan);
    let reports: Vec<PathBuf> = fs::read_dir(home.folders().reports())
        .expect("there is a report")
        .map(|entry| entry.expect("it can be read").path())
        .collect();
    let [report] = reports.as_slice() else { panic!("{reports:?}") };
    let text = fs::read_to_string(report).expect("it can be read");
    for expected in [env!("CARGO_PKG_VERSION"), "asked to fail", "step ", "src/cli/soak", "The way there"] {
        assert!(text.contains(expected), "no {expected:?} in {text}");
    }
    let paths = [home.folder.path().as_os_str(), OsStr::new("plan.json")];
    for path in paths {
        let path = path.to_str().expect("it is plain");
        assert!(!text.contains(path), "it names {path}: {text}");
    }
    let log = fs::read_to_string(home.folders().logs().join("backline.log")).expect("there is a log");
    assert!(log.contains("failed: asked to fail with (the plan) open"), "{log}");
}
