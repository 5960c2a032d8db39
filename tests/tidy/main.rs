//! Keeps the house in order: floors, literals, clocks, lengths, openings, words, and what the pages say.
//!
//! Each check is first tried on small samples, so that a check that can no longer fail is noticed.

mod checks;
mod docs;
mod samples;
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use checks::{CHECKS, EXCEPTIONS, FLOORS, foreign_words};
use source::{Complaint, Source};

/// What is made, fetched or locked rather than written.
const NOT_WRITTEN: &[&str] = &[
    "target",
    ".git",
    "Cargo.lock",
    "fuzz/artifacts",
    "fuzz/corpus",
    "fuzz/coverage",
    "fuzz/target",
    "fuzz/Cargo.lock",
];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every written file under the project's root, as (path from the root, contents), in order.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![project().to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            let name = path
                .strip_prefix(project())
                .expect("it was found there")
                .to_string_lossy()
                .replace('\\', "/");
            if NOT_WRITTEN.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push((name, fs::read(&path).expect("a file of the project can be read")));
            }
        }
    }
    found.sort();
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the project can be read");
    entries.map(|entry| entry.expect("a folder of the project can be read").path()).collect()
}

fn texts() -> Vec<(String, String)> {
    let texts = files().into_iter().filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)));
    texts.collect()
}

/// Every Rust file, with the files marked that their parents declare as tests.
fn sources() -> Vec<Source> {
    let rust =
        texts().into_iter().filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "rs"));
    let mut sources: Vec<Source> = rust.map(|(path, text)| Source::new(&path, &text)).collect();
    let tests: Vec<String> = sources.iter().flat_map(Source::test_modules).collect();
    for source in &mut sources {
        let below = |test: &String| {
            source.path.strip_prefix(test.as_str()).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
        };
        if tests.iter().any(below) {
            source.mark_as_test();
        }
    }
    sources
}

fn excepted(check: &str, path: &str) -> bool {
    EXCEPTIONS.iter().any(|(name, file, _)| *name == check && *file == path)
}

#[track_caller]
fn expect_none(mut complaints: Vec<Complaint>) {
    complaints.sort();
    complaints.dedup();
    let list: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    assert!(list.is_empty(), "{} to mend:\n{}", list.len(), list.join("\n"));
}

#[test]
fn the_house_is_in_order() {
    let sources = sources();
    let mut complaints = Vec::new();
    for check in CHECKS {
        let kept = sources.iter().filter(|source| !excepted(check.name, &source.path));
        complaints.extend(kept.flat_map(check.run));
    }
    expect_none(complaints);
}

#[test]
fn every_exception_is_still_needed() {
    let sources = sources();
    for (name, path, reason) in EXCEPTIONS {
        assert!(!reason.is_empty(), "the exception {name} for {path} has no reason");
        let check = CHECKS.iter().find(|check| check.name == *name).expect("an exception names a check");
        let source = sources.iter().find(|source| source.path == *path).expect("an exception names a file");
        assert!(
            !(check.run)(source).is_empty(),
            "{path} no longer needs its exception from {name}: remove it"
        );
    }
}

#[test]
fn no_file_says_where_or_with_what_it_was_made() {
    expect_none(texts().iter().flat_map(|(path, text)| foreign_words(path, text)).collect());
}

#[test]
fn the_map_in_lib_rs_names_every_floor_and_no_other() {
    let lib = fs::read_to_string(project().join("src/lib.rs")).expect("the library has a root");
    for (floor, _) in FLOORS {
        let named = lib.contains(&format!("//! | [`{floor}`]")) || lib.contains(&format!("//! | `{floor}` "));
        assert!(named, "src/lib.rs: the table of floors does not name `{floor}`");
    }
    for line in lib.lines().filter(|line| line.trim_start().starts_with("pub mod ")) {
        let name = line.trim().trim_start_matches("pub mod ").trim_end_matches(';');
        assert!(
            FLOORS.iter().any(|(floor, _)| *floor == name),
            "src/lib.rs: `{name}` is on no floor; see tests/tidy"
        );
    }
}
