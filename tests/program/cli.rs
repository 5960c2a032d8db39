//! The command line: what it prints, and the code it ends with.

use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::backline::{Answer, Backline, leoni, sample};

/// Every subcommand that anybody is told of.
const SUBCOMMANDS: [&str; 7] = ["check", "compare", "cover", "import", "merge", "picture", "schema"];

#[test]
fn help_names_every_subcommand_and_where_to_begin() {
    let answer = Backline::new().arg("--help").run();
    answer.code(0).stderr_is("");
    for words in SUBCOMMANDS.into_iter().chain(["[FILE]", "--version"]) {
        answer.stdout_has(words);
    }
}

#[test]
fn every_subcommand_has_its_own_help() {
    for subcommand in SUBCOMMANDS {
        Backline::new()
            .args([subcommand, "--help"])
            .run()
            .code(0)
            .stdout_has("Usage: backline")
            .stdout_has(subcommand);
    }
    Backline::new()
        .args(["picture", "--help"])
        .run()
        .stdout_has("--view")
        .stdout_has("--scale")
        .stdout_has("--theme");
}

#[test]
fn the_version_is_that_of_the_package() {
    let expected = format!("backline {}\n", env!("CARGO_PKG_VERSION"));
    Backline::new().arg("--version").run().code(0).stdout_is(&expected);
}

#[test]
fn an_unknown_option_names_itself_and_the_help() {
    Backline::new()
        .arg("--colour-of-the-sky")
        .run()
        .code(2)
        .stderr_has("--colour-of-the-sky")
        .stderr_has("--help");
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn without_a_display_it_says_so_and_names_what_works_without_one() {
    for args in [vec![], vec![sample("liverpool-2025-26-leoni.json")]] {
        let answer = Backline::new().args(args).run();
        answer.code(3).in_words().stderr_has("display");
        for subcommand in SUBCOMMANDS {
            answer.stderr_has(subcommand);
        }
    }
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn a_display_that_does_not_answer_is_no_display() {
    Backline::new()
        .env("DISPLAY", ":4711")
        .run()
        .code(3)
        .in_words()
        .stderr_has("display")
        .stderr_has("check");
}

#[test]
fn every_sample_plan_checks_without_errors() {
    let folder = sample("");
    let plans: Vec<_> = fs::read_dir(folder)
        .expect("there is a folder of samples")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    assert_eq!(plans.len(), 5, "{plans:?}");
    Backline::new().arg("check").args(&plans).run().code(0).in_words();
}

#[test]
fn checking_changes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("plan.json");
    fs::write(&path, leoni()).expect("it can be written");
    let before = fs::metadata(&path).and_then(|data| data.modified()).expect("it has a time");
    Backline::new().arg("check").arg(&path).run().code(0);
    assert_eq!(fs::read_to_string(&path).expect("it is still there"), leoni());
    assert_eq!(fs::metadata(&path).and_then(|data| data.modified()).expect("it has a time"), before);
    assert_eq!(fs::read_dir(folder.path()).expect("it can be read").count(), 1, "nothing is left beside it");
}

#[test]
fn of_several_files_the_worst_decides_the_code() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let wrong = folder.path().join("wrong.json");
    fs::write(&wrong, leoni().replace("\"joe-gomez\", \"giovanni-leoni\"", "\"nobody-at-all\""))
        .expect("written");
    let good = sample("liverpool-2025-26-leoni.json");
    let missing = folder.path().join("missing.json");
    Backline::new().arg("check").args([&good, &wrong]).run().code(1);
    Backline::new().arg("check").args([&missing, &wrong, &good]).run().code(2);
}

#[test]
fn check_says_what_where_and_what_to_do() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("plan.json");
    fs::write(&path, leoni().replacen("\"chance\": ", "\"chance\": -", 1)).expect("it can be written");
    let answer = Backline::new().arg("check").arg(&path).run();
    answer
        .code(1)
        .stderr_is("")
        .stdout_has("plan.json: 1 error")
        .stdout_has("error ")
        .stdout_has("january-push");
}

#[test]
fn check_reads_standard_input() {
    Backline::new().args(["check", "-"]).stdin(leoni()).run().code(0).stdout_has("standard input: ");
    Backline::new().args(["check", "-"]).run().code(2).stderr_has("empty").stderr_has("standard input");
    Backline::new().args(["check", "-"]).stdin("[".repeat(1_000_000)).run().code(2).in_words();
}

#[test]
fn check_answers_in_json_whatever_it_finds() {
    let json = |answer: &Answer| -> Value { serde_json::from_str(&answer.stdout).expect("it is JSON") };
    let good = Backline::new().args(["check", "--json"]).arg(sample("liverpool-2025-26-leoni.json")).run();
    let file = json(good.code(0))["files"][0].clone();
    assert_eq!(file["plan"], "Liverpool 2025–26");
    assert!(file["error"].is_null() && file["problems"].is_array(), "{file}");
    let broken = Backline::new().args(["check", "--json", "-"]).stdin("[").run();
    let file = json(broken.code(2))["files"][0].clone();
    assert!(file["error"].as_str().is_some_and(|words| words.contains("ends too early")), "{file}");
}

#[test]
fn check_wants_a_file() {
    Backline::new().arg("check").run().code(2).stderr_has("FILE");
}

#[test]
fn the_schema_is_the_one_in_the_assets_and_every_sample_keeps_to_it() {
    let answer = Backline::new().arg("schema").run();
    answer.code(0).stderr_is("");
    let stored =
        fs::read_to_string(sample("../assets/plan.schema.json")).expect("the schema is among the assets");
    assert!(answer.stdout == stored, "`backline schema` prints something other than assets/plan.schema.json");
    let schema: Value = serde_json::from_str(&answer.stdout).expect("a schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("it is a schema");
    let plan: Value = serde_json::from_str(&leoni()).expect("a plan is JSON");
    let complaints: Vec<String> = validator.iter_errors(&plan).map(|error| error.to_string()).collect();
    assert_eq!(complaints, Vec::<String>::new());
    assert!(!validator.is_valid(&serde_json::json!({"format": "backline-plan", "version": 1})));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let script = "\"$0\" schema | head -c 1 >/dev/null; exit \"${PIPESTATUS[0]}\"";
    let program = env!("CARGO_BIN_EXE_backline");
    let output = Command::new("bash").args(["-c", script, program]).output().expect("bash starts");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn a_picture_has_the_size_that_was_asked_for() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("board.png");
    let plan = sample("liverpool-2025-26-leoni.json");
    let picture = |size: &str, scale: &str| {
        Backline::new()
            .arg("picture")
            .arg(&plan)
            .args(["--view", "board", "--size", size, "--scale", scale, "-o"])
            .arg(&path)
            .run()
            .code(0)
            .in_words();
        dimensions(&fs::read(&path).expect("the picture was written"))
    };
    assert_eq!(picture("1440x900", "1"), (1440, 900));
    assert_eq!(picture("1100x700", "2"), (2200, 1400));
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn the_card_of_a_comparison_is_ready_to_be_posted_at_any_scale() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("card.png");
    let card = |scale: &str| {
        Backline::new()
            .arg("picture")
            .arg(sample("liverpool-2025-26-leoni.json"))
            .args(["--view", "compare-card", "--scale", scale, "-o"])
            .arg(&path)
            .run()
            .code(0)
            .in_words();
        dimensions(&fs::read(&path).expect("the card was written"))
    };
    assert_eq!(card("2"), (3200, 1800));
    assert_eq!(card("1"), (1600, 900));
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn a_picture_is_the_same_twice_and_another_in_another_theme() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let plan = sample("liverpool-2025-26-leoni.json");
    let picture = |name: &str, theme: &str| {
        let path = folder.path().join(name);
        Backline::new()
            .arg("picture")
            .arg(&plan)
            .args(["--view", "board", "--size", "700x500", "--theme", theme, "-o"])
            .arg(&path)
            .run()
            .code(0);
        fs::read(&path).expect("the picture was written")
    };
    let dark = picture("a.png", "dark");
    assert!(dark == picture("b.png", "dark"), "two pictures of the same plan differ");
    assert!(dark != picture("c.png", "light"), "the theme changes nothing");
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn a_picture_that_cannot_be_made_says_why() {
    let plan = sample("liverpool-2025-26-leoni.json");
    let picture = |args: &[&str]| Backline::new().arg("picture").arg(&plan).args(args).run();
    picture(&["--view", "moon", "-o", "a.png"]).code(2).stderr_has("moon").stderr_has("board");
    picture(&["--view", "board", "--size", "0x0", "-o", "a.png"]).code(2).in_words().stderr_has("0x0");
    picture(&["--view", "board", "--size", "999999999x9", "-o", "a.png"]).code(2).in_words();
    picture(&["--view", "board", "--scenario", "nowhere", "-o", "a.png"])
        .code(2)
        .in_words()
        .stderr_has("nowhere")
        .stderr_has("january-push");
    picture(&["--view", "board", "--date", "2026-02-30", "-o", "a.png"])
        .code(2)
        .in_words()
        .stderr_has("2026-02-30");
    picture(&["--view", "board", "-o", "no/such/folder/a.png"])
        .code(1)
        .in_words()
        .stderr_has("no/such/folder");
}

/// Width and height in a PNG's header.
fn dimensions(png: &[u8]) -> (u32, u32) {
    assert_eq!(png.get(..8), Some(&b"\x89PNG\r\n\x1a\n"[..]), "it is a PNG");
    let number = |at: usize| {
        let bytes = png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
        u32::from_be_bytes(bytes.expect("a PNG has a header"))
    };
    (number(16), number(20))
}
