//! The built program from outside: what it prints and how it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One run of the program.
struct Run {
    command: Command,
    stdin: Vec<u8>,
}

/// What came of it.
struct Outcome {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Run {
    fn with(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_backline"));
        command
            .args(arguments)
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET");
        Self { command, stdin: Vec::new() }
    }

    fn file(mut self, path: &Path) -> Self {
        self.command.arg(path);
        self
    }

    fn stdin(mut self, bytes: &[u8]) -> Self {
        self.stdin = bytes.to_vec();
        self
    }

    #[track_caller]
    fn exits(mut self, code: i32) -> Outcome {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A program that does not read its input may close it early.
        drop(stdin.write_all(&self.stdin));
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        let outcome = Outcome {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        };
        assert_eq!(outcome.code, Some(code), "{}{}", outcome.stdout, outcome.stderr);
        outcome
    }
}

impl Outcome {
    #[track_caller]
    fn prints(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.stdout.contains(part), "{part:?} is not in: {}", self.stdout);
        }
        self
    }

    #[track_caller]
    fn complains(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.stderr.contains(part), "{part:?} is not in: {}", self.stderr);
        }
        self
    }
}

fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/liverpool-2025-26-leoni.json")
}

fn sample_text() -> String {
    std::fs::read_to_string(sample()).unwrap()
}

#[test]
fn check_finds_no_error_in_any_sample() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves");
    let mut run = Run::with(&["check"]);
    for entry in std::fs::read_dir(folder).unwrap() {
        run = run.file(&entry.unwrap().path());
    }
    run.exits(0).prints(&["liverpool-2025-26-leoni.json: "]);
}

#[test]
fn check_tells_errors_in_a_plan_from_files_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.json");
    let negative = sample_text().replacen("\"chance\": ", "\"chance\": -", 1);
    std::fs::write(&broken, negative).unwrap();
    Run::with(&["check"]).file(&broken).exits(1).prints(&["broken.json: 1 error", "chance", "move"]);
    Run::with(&["check"])
        .file(&broken)
        .file(&folder.path().join("none.json"))
        .file(&sample())
        .exits(2)
        .prints(&["broken.json: 1 error", "leoni.json: "])
        .complains(&["no such file", "none.json"]);
}

#[test]
fn check_reads_standard_input() {
    Run::with(&["check", "-"]).stdin(sample_text().as_bytes()).exits(0).prints(&["standard input: "]);
    Run::with(&["check", "-"]).stdin(b"").exits(2).complains(&["The file is empty", "standard input"]);
}

#[test]
fn check_answers_in_json() {
    let outcome = Run::with(&["check", "--json", "-"]).stdin(b"[").exits(2);
    let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert!(answer["files"][0]["error"].as_str().unwrap().contains("ends too early"), "{answer}");
    let outcome = Run::with(&["check", "--json"]).file(&sample()).exits(0);
    let answer: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(answer["files"][0]["plan"], "Liverpool 2025–26");
    assert!(answer["files"][0]["error"].is_null(), "{answer}");
    assert!(answer["files"][0]["problems"].is_array(), "{answer}");
}

#[test]
fn schema_prints_the_schema() {
    let outcome = Run::with(&["schema"]).exits(0).prints(&["Backline plan"]);
    serde_json::from_str::<serde_json::Value>(&outcome.stdout).unwrap();
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_backline"))
        .arg("schema")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_it_says_so_and_what_works_nevertheless() {
    Run::with(&[]).exits(3).complains(&["window", "backline check", "backline picture", "backline schema"]);
}

#[test]
fn a_command_that_is_not_understood_is_a_usage_error() {
    Run::with(&["check"]).exits(2).complains(&["Usage"]);
    Run::with(&["picture", "plan.json", "--view", "none", "-o", "a.png"]).exits(2).complains(&["board"]);
    Run::with(&["--help"]).exits(0).prints(&["Examples:", "Exit codes:"]);
}

#[test]
fn a_picture_of_an_unknown_scenario_names_the_known_ones() {
    Run::with(&["picture", "--view", "board", "--scenario", "none", "-o", "unused.png"])
        .file(&sample())
        .exits(2)
        .complains(&["no scenario \"none\"", "january-push"]);
}
