//! `backline merge`, by hand and as a merge driver of Git.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::backline::{Answer, Backline, leoni};

/// Three versions of the Leoni plan in a folder, each changed in its own way.
struct Versions {
    folder: tempfile::TempDir,
}

impl Versions {
    fn new(base: impl Fn(&mut Value), ours: impl Fn(&mut Value), theirs: impl Fn(&mut Value)) -> Self {
        let versions = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        versions.write("base.json", &changed(&base));
        versions.write(
            "ours.json",
            &changed(|plan| {
                base(plan);
                ours(plan);
            }),
        );
        versions.write(
            "theirs.json",
            &changed(|plan| {
                base(plan);
                theirs(plan);
            }),
        );
        versions
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file can be written");
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("a file can be read")
    }

    fn plan(&self, name: &str) -> Value {
        serde_json::from_str(&self.read(name)).expect("it is JSON")
    }

    fn merge(&self, args: &[&str]) -> Answer {
        let files = ["base.json", "ours.json", "theirs.json"].map(|name| self.path(name));
        Backline::new().arg("merge").args(files).arg("-o").arg(self.path("out.json")).args(args).run()
    }
}

fn changed(change: impl Fn(&mut Value)) -> String {
    let mut plan: Value = serde_json::from_str(&leoni()).expect("the sample is JSON");
    change(&mut plan);
    format!("{plan:#}\n")
}

fn player<'a>(plan: &'a mut Value, id: &str) -> &'a mut Value {
    let players = plan["players"].as_array_mut().expect("a list");
    players.iter_mut().find(|player| player["id"] == id).expect("he is in the sample")
}

fn name(name: &'static str) -> impl Fn(&mut Value) {
    move |plan| plan["name"] = json!(name)
}

fn nothing(_: &mut Value) {}

#[test]
fn what_each_side_changed_is_in_the_result_and_said() {
    let versions = Versions::new(
        nothing,
        |plan| player(plan, "joe-gomez")["notes"] = json!("Can play on the right."),
        |plan| player(plan, "marc-guehi")["contract"]["until"] = json!("2027-06-30"),
    );
    let answer = versions.merge(&[]);
    answer.code(0).in_words().stderr_is("");
    answer.stdout_has("merged without a conflict").stdout_has("From ours:\n  Joe Gomez: notes");
    answer.stdout_has("From theirs:\n  Marc Guéhi: contract end");
    let mut plan = versions.plan("out.json");
    assert_eq!(player(&mut plan, "joe-gomez")["notes"], "Can play on the right.");
    assert_eq!(player(&mut plan, "marc-guehi")["contract"]["until"], "2027-06-30");
    assert_eq!(plan.get("conflicts"), None);
}

#[test]
fn a_conflict_keeps_both_values_in_a_plan_that_opens() {
    let versions = Versions::new(nothing, name("Ours"), name("Theirs"));
    let answer = versions.merge(&[]);
    answer.code(1).in_words().stdout_has("merged with 1 conflict").stdout_has("Name of the plan");
    let plan = versions.plan("out.json");
    assert_eq!(plan["name"], "Ours");
    assert_eq!(plan["conflicts"][0]["theirs"], "Theirs");
    let check = Backline::new().arg("check").arg(versions.path("out.json")).run();
    check
        .code(0)
        .stdout_has("Name of the plan: a merge found two versions, Ours (ours) and Theirs (theirs).");

    let json = versions.merge(&["--json"]);
    let said: Value = serde_json::from_str(&json.code(1).stdout).expect("it is JSON");
    assert_eq!(said["conflicts"][0]["path"], "/name");
    assert_eq!(said["conflicts"][0]["ours"], "Ours");
    assert_eq!(said["conflicts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_side_that_changed_nothing_leaves_the_other_to_the_byte() {
    let text = leoni();
    let other = text.replacen("\"name\": \"", "\"name\": \"Other ", 1);
    assert_ne!(text, other);
    for (ours, theirs) in [(&text, &other), (&other, &text), (&other, &other)] {
        let versions = Versions::new(nothing, nothing, nothing);
        versions.write("base.json", &text);
        versions.write("ours.json", ours);
        versions.write("theirs.json", theirs);
        versions.merge(&[]).code(0);
        assert_eq!(versions.read("out.json"), other);
    }
}

#[test]
fn without_a_base_the_two_are_merged_all_the_same() {
    let versions = Versions::new(nothing, name("Ours"), nothing);
    versions.write("base.json", "");
    versions.merge(&[]).code(1).in_words().stdout_has("Name of the plan");
    fs::remove_file(versions.path("base.json")).expect("it is there");
    versions.merge(&[]).code(1).in_words();
    assert_eq!(versions.plan("out.json")["conflicts"].as_array().map(Vec::len), Some(1));
}

#[test]
fn what_cannot_be_read_leaves_the_output_alone() {
    let text = leoni();
    let cut = text.get(..text.len() / 2).expect("the cut is between letters");
    let twice = changed(|plan| {
        let players = plan["players"].as_array_mut().expect("a list");
        players.push(players[0].clone());
    });
    for broken in [cut, "<html></html>", "{}", "[]", "null", "\u{0}", &twice] {
        for name in ["base.json", "ours.json", "theirs.json"] {
            let versions = Versions::new(nothing, nothing, nothing);
            versions.write(name, broken);
            versions.write("out.json", "precious");
            versions.merge(&[]).code(2).in_words().stdout_is("").stderr_has(name);
            assert_eq!(versions.read("out.json"), "precious");
        }
    }
    let versions = Versions::new(nothing, nothing, nothing);
    fs::remove_file(versions.path("theirs.json")).expect("it is there");
    versions.merge(&[]).code(2).in_words();
    fs::create_dir(versions.path("out.json")).expect("a folder can be made");
    versions.write("theirs.json", &text);
    versions.merge(&[]).code(2).in_words().stderr_has("a folder");
}

#[test]
fn a_value_nested_as_deep_as_can_be_read_is_refused_rather_than_written_too_deep() {
    let deep = |inner: &str| {
        let text = format!("{}{inner}{}", "[".repeat(120), "]".repeat(120));
        serde_json::from_str::<Value>(&text).expect("it can be read")
    };
    let versions =
        Versions::new(nothing, |plan| plan["x-deep"] = deep("1"), |plan| plan["x-deep"] = deep("2"));
    let answer = versions.merge(&[]);
    answer.in_words();
    // Either answer is right; a file that cannot be opened again is not.
    if answer.status.code() == Some(1) {
        Backline::new().arg("check").arg(versions.path("out.json")).run().code(0);
    } else {
        answer.code(2);
        assert!(!versions.path("out.json").exists());
    }
}

#[test]
fn ten_thousand_players_are_merged_at_once() {
    let many = |plan: &mut Value| {
        let players = plan["players"].as_array_mut().expect("a list");
        for n in 0..10_000 {
            players.push(json!({"id": format!("p{n}"), "name": format!("Player {n}"), "kind": "target"}));
        }
    };
    let note = |rest: usize| {
        move |plan: &mut Value| {
            let players = plan["players"].as_array_mut().expect("a list").iter_mut();
            players.skip(rest).step_by(3).for_each(|player| player["notes"] = json!("seen"));
        }
    };
    let versions = Versions::new(many, note(0), note(1));
    let answer = versions.merge(&[]);
    answer.code(0).stdout_has("more");
    // A debug build on a busy machine; the release build takes a fraction.
    assert!(answer.took.as_secs() < 20, "{answer}");
}

/// A repository of its own, untouched by the settings of whoever runs the test.
struct Repository {
    versions: Versions,
}

impl Repository {
    fn new() -> Self {
        let repository = Self { versions: Versions::new(nothing, nothing, nothing) };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        for (name, value) in
            [("user.name", "Ann"), ("user.email", "ann@example.org"), ("commit.gpgsign", "false")]
        {
            repository.git(&["config", name, value]);
        }
        let driver = format!("'{}' merge %O %A %B -o %A", env!("CARGO_BIN_EXE_backline"));
        repository.git(&["config", "merge.backline.driver", &driver]);
        repository.versions.write(".gitattributes", "plan.json merge=backline\n");
        repository.commit(nothing);
        repository
    }

    fn folder(&self) -> &Path {
        self.versions.folder.path()
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new("git")
            .args(args)
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env_remove("GIT_DIR")
            .env_remove("GIT_INDEX_FILE")
            .env_remove("GIT_WORK_TREE")
            .output()
            .expect("git is needed for this test: install it")
    }

    #[track_caller]
    fn git(&self, args: &[&str]) {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
    }

    /// Changes the plan as it is now, lays it out as the program does, and commits it.
    fn commit(&self, change: impl Fn(&mut Value)) {
        let text = fs::read_to_string(self.versions.path("plan.json")).unwrap_or_else(|_| leoni());
        let mut plan: Value = serde_json::from_str(&text).expect("it is JSON");
        change(&mut plan);
        self.versions.write("plan.json", &format!("{plan:#}\n"));
        self.git(&["add", "plan.json", ".gitattributes"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", "Change the plan"]);
    }
}

#[test]
fn git_merges_plans_by_player_and_field() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "-b", "anna"]);
    repository.commit(|plan| player(plan, "joe-gomez")["notes"] = json!("Anna was here."));
    repository.git(&["checkout", "--quiet", "main"]);
    repository.commit(|plan| player(plan, "joe-gomez")["foot"] = json!("both"));
    repository.git(&["merge", "--quiet", "--no-edit", "anna"]);
    let mut plan = repository.versions.plan("plan.json");
    let gomez = player(&mut plan, "joe-gomez");
    assert_eq!((&gomez["notes"], &gomez["foot"]), (&json!("Anna was here."), &json!("both")));
}

#[test]
fn git_reports_a_conflict_and_the_file_is_a_plan_with_both_values() {
    let repository = Repository::new();
    repository.git(&["checkout", "--quiet", "-b", "anna"]);
    repository.commit(name("Anna's plan"));
    repository.git(&["checkout", "--quiet", "main"]);
    repository.commit(name("Ben's plan"));
    let output = repository.run(&["merge", "--no-edit", "anna"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("CONFLICT"), "{output:?}");
    let plan = repository.versions.plan("plan.json");
    assert_eq!(plan["name"], "Ben's plan");
    assert_eq!(plan["conflicts"][0]["theirs"], "Anna's plan");
    let check = Backline::new().arg("check").arg(repository.versions.path("plan.json")).run();
    check.code(0).stdout_has("two versions");
}

#[test]
fn git_hands_over_an_empty_base_where_both_have_added_the_plan() {
    let repository = Repository::new();
    repository.git(&["rm", "--quiet", "plan.json"]);
    repository.git(&["commit", "--quiet", "-m", "Take the plan out"]);
    repository.git(&["checkout", "--quiet", "-b", "anna"]);
    repository.commit(|plan| player(plan, "joe-gomez")["x-anna"] = json!("here"));
    repository.git(&["checkout", "--quiet", "main"]);
    repository.commit(nothing);
    let output = repository.run(&["merge", "--no-edit", "anna"]);
    let mut plan = repository.versions.plan("plan.json");
    assert_eq!(player(&mut plan, "joe-gomez")["x-anna"], "here", "{output:?}");
    assert!(plan.get("conflicts").is_none());
}
