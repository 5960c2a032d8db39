//! The program is killed in the middle of its work, again and again, and nothing that it had acknowledged is lost.
//!
//! `backline soak` does what the window does, without one, and says on standard output how far it is. Killing it
//! leaves in the pipe everything it had said; what is on the disk must be what it said last, or what it was just
//! about to say.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use backline::store::{AppFolders, Ending, Fingerprint, fingerprint_of_file, leftovers, to_json};
use tempfile::TempDir;

use crate::backline::{command, leoni};

/// Kills of the ordinary run; `BACKLINE_KILLS=300` asks for the full one.
const KILLS: u64 = 30;

fn kills() -> u64 {
    let asked = std::env::var("BACKLINE_KILLS").ok();
    asked.map_or(KILLS, |asked| asked.parse().expect("BACKLINE_KILLS is a number"))
}

/// A home with a plan in it.
pub(crate) struct Home {
    pub(crate) folder: TempDir,
    pub(crate) plan: PathBuf,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let plan = folder.path().join("plan.json");
        fs::write(&plan, leoni()).expect("it can be written");
        Self { folder, plan }
    }

    pub(crate) fn soak(&self, plan: &Path, args: &[&str]) -> Command {
        let mut command = command(self.folder.path());
        command.arg("soak").arg(plan).args(args).stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }

    /// The folders that the program takes for its own in this home.
    pub(crate) fn folders(&self) -> AppFolders {
        let home = self.folder.path();
        AppFolders { config: home.join("config/backline"), data: home.join("data/backline") }
    }
}

/// What the program has said, and what follows for the disk.
#[derive(Debug)]
pub(crate) struct Said {
    /// The plan as it was last acknowledged, and as it was about to be.
    acknowledged: String,
    in_flight: Option<String>,
    /// The file as it was last saved, and as it was about to be.
    saved: String,
    saving: Option<String>,
    pub(crate) troubles: Vec<String>,
    pub(crate) refusals: Vec<String>,
    pub(crate) memory: Vec<u64>,
    pub(crate) steps: u64,
    pub(crate) done: bool,
}

impl Said {
    pub(crate) fn nothing_yet(plan: &Path) -> Self {
        let file = fingerprint_of_file(plan).expect("the plan is there").to_string();
        Self {
            acknowledged: file.clone(),
            in_flight: None,
            saved: file,
            saving: None,
            troubles: Vec::new(),
            refusals: Vec::new(),
            memory: Vec::new(),
            steps: 0,
            done: false,
        }
    }

    pub(crate) fn hear(&mut self, line: &str) {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        let fingerprint = || rest.split(' ').next_back().expect("a line says a fingerprint").to_owned();
        match what {
            "begun" | "back" => {
                assert_eq!(fingerprint(), self.acknowledged, "it does not begin with what was there: {line}");
            }
            "will" => self.in_flight = Some(fingerprint()),
            "ack" => {
                (self.acknowledged, self.in_flight) = (fingerprint(), None);
                self.steps += 1;
            }
            "saving" => self.saving = Some(fingerprint()),
            "saved" => {
                (self.saved, self.saving) = (fingerprint(), None);
                // A save acknowledges what the journal could not.
                (self.acknowledged, self.in_flight) = (self.saved.clone(), None);
            }
            "trouble" => self.troubles.push(rest.to_owned()),
            "refused" => {
                self.refusals.push(rest.to_owned());
                self.saving = None;
            }
            "memory" => self.memory.push(rest.parse().expect("it is a number")),
            "done" => self.done = true,
            _ => panic!("the program says {line:?}"),
        }
    }

    /// Holds the disk against what was said, and goes on from what is there.
    #[track_caller]
    pub(crate) fn check(&mut self, home: &Home, plan: &Path) {
        let on_disk = self.check_file(plan);
        let state = self.check_journal(home).unwrap_or_else(|| on_disk.clone());
        self.check_state(&state);
        (self.acknowledged, self.in_flight) = (state, None);
        (self.saved, self.saving) = (on_disk, None);
    }

    /// The file is one whole version.
    #[track_caller]
    pub(crate) fn check_file(&self, plan: &Path) -> String {
        let on_disk = fingerprint_of_file(plan).expect("the file is there, whole").to_string();
        assert!(
            on_disk == self.saved || Some(&on_disk) == self.saving.as_ref(),
            "the file is neither the old version nor the new one: {on_disk}, {self:?}"
        );
        backline::store::open(plan).expect("the file is a plan");
        on_disk
    }

    #[track_caller]
    fn check_state(&self, state: &String) {
        assert!(
            *state == self.acknowledged || Some(state) == self.in_flight.as_ref(),
            "an acknowledged change is lost: {state}, {self:?}"
        );
    }

    /// What was left behind is what was acknowledged; `None` if nothing was left behind.
    #[track_caller]
    pub(crate) fn check_journal(&self, home: &Home) -> Option<String> {
        let (found, unreadable) = leftovers(&home.folders());
        assert!(unreadable.is_empty(), "{unreadable:?}");
        assert!(found.len() <= 1, "{found:?}");
        let leftover = found.first()?;
        assert!(!matches!(leftover.ending(), Ending::Broken { .. }), "{:?}", leftover.ending());
        let state = Fingerprint::of(to_json(leftover.session().plan()).as_bytes()).to_string();
        self.check_state(&state);
        Some(state)
    }
}

/// Hears `lines` lines, kills the program, and hears what else it had said.
fn kill_after(lines: u64, child: &mut Child, said: &mut Said) {
    let stdout: ChildStdout = child.stdout.take().expect("it was asked for");
    let mut reader = BufReader::new(stdout);
    let mut line = String::new();
    for _ in 0..lines {
        line.clear();
        if reader.read_line(&mut line).expect("a pipe can be read") == 0 {
            break;
        }
        said.hear(line.trim_end());
    }
    child.kill().expect("it can be killed");
    child.wait().expect("it has ended");
    let mut rest = String::new();
    reader.read_to_string(&mut rest).expect("a pipe can be read");
    rest.lines().for_each(|line| said.hear(line));
}

/// A number for the next moment; the same in every run.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *state >> 33
}

#[test]
fn killed_at_any_moment_the_file_is_whole_and_no_acknowledged_change_is_lost() {
    let home = Home::new();
    let mut said = Said::nothing_yet(&home.plan);
    let mut random = 7;
    for kill in 0..kills() {
        let seed = kill.to_string();
        // Sometimes busy with edits, sometimes with little but saves.
        let save_every = ["40", "5", "1"][(kill % 3) as usize];
        let args = ["--recover", "--seed", &seed, "--save-every", save_every, "--check-every", "0"];
        let mut child = home.soak(&home.plan, &args).spawn().expect("the built program starts");
        let lines = next(&mut random) % if kill % 4 == 0 { 6 } else { 150 };
        kill_after(lines, &mut child, &mut said);
        said.check(&home, &home.plan);
    }
    assert!(said.steps > kills(), "it has hardly done anything: {said:?}");
    assert!(said.troubles.is_empty() && said.refusals.is_empty(), "{said:?}");
}

/// Lets it run to its end and hears everything.
#[track_caller]
pub(crate) fn run(mut command: Command, said: &mut Said) -> std::process::ExitStatus {
    let mut child = command.spawn().expect("the built program starts");
    let stdout = child.stdout.take().expect("it was asked for");
    for line in BufReader::new(stdout).lines() {
        said.hear(&line.expect("a pipe can be read"));
    }
    child.wait().expect("it has ended")
}

/// Steps of the ordinary run; `BACKLINE_SOAK=20000` asks for the full one.
const STEPS: u64 = 2_000;

#[test]
fn a_user_who_never_tires_finds_the_plan_as_its_file_says_and_memory_bounded() {
    let home = Home::new();
    let mut said = Said::nothing_yet(&home.plan);
    let steps = std::env::var("BACKLINE_SOAK").unwrap_or_else(|_| STEPS.to_string());
    let status = run(home.soak(&home.plan, &["--steps", &steps, "--seed", "5"]), &mut said);
    assert!(status.success() && said.done, "{said:?}");
    assert_eq!(said.steps.to_string(), steps);
    // Undo keeps five thousand steps; each costs what it changed, not the plan.
    let most = said.memory.iter().max().expect("Linux says what a process holds");
    assert!(*most < 400 * 1024, "it holds {most} kB");
    let folders = home.folders();
    let lies = |folder: PathBuf| fs::read_dir(folder).map_or(0, Iterator::count);
    assert_eq!(lies(folders.journals()), 0, "what was left unsaved is set aside, not left behind");
    assert!(lies(folders.discarded()) <= 1);
}
