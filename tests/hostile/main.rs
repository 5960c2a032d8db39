//! Hostile files of every kind: a corpus of them, the same damaged in many ways, and some too large to keep.
//!
//! What must hold stands in [`properties`]; `fuzz/` looks further with the same functions.

mod mutation;
mod properties;

use std::fs;
use std::io::Write as _;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::GzEncoder;

use mutation::{Dice, damaged, damaged_json};
use properties::{PROPERTIES, Property};

/// At most so many bytes of damaged versions of a file: a long one is tried less often.
const BYTES: usize = 300_000;
/// Even a file of 50 MB on a busy machine in a debug build.
const SOON: Duration = Duration::from_mins(1);

/// The files of a corpus by name, with what they hold.
fn corpus(kind: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile/corpus").join(kind);
    let entries = fs::read_dir(&folder).expect("the corpus is a folder");
    let mut files: Vec<(String, Vec<u8>)> = entries
        .map(|entry| {
            let path = entry.expect("the corpus can be listed").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a file of the corpus can be read"))
        })
        .collect();
    files.sort();
    assert!(files.len() >= 5, "the corpus of {kind} has {} files", files.len());
    files
}

fn property(kind: &str) -> Property {
    let found = PROPERTIES.iter().find(|(name, _)| *name == kind);
    found.expect("a property has this name").1
}

/// Holds the property against the bytes, and says of which file they are if it does not hold.
fn hold(property: Property, bytes: &[u8], what: &str) {
    if catch_unwind(|| property(bytes)).is_err() {
        let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(what.replace([' ', '/'], "-"));
        let written = fs::write(&kept, bytes);
        panic!("it does not hold for {what}; the bytes: {} ({written:?})", kept.display());
    }
}

/// Tries each file of a kind, and so many damaged versions of it as take a few seconds together.
#[track_caller]
fn try_kind(kind: &str, versions: usize) {
    let property = property(kind);
    for (name, bytes) in corpus(kind) {
        hold(property, &bytes, &format!("{kind}/{name}"));
        let mut dice = Dice::of(&name);
        for version in 0..versions.min(BYTES / (bytes.len() + 1)) {
            let json = if dice.below(2) == 0 { damaged_part(&bytes, &mut dice) } else { None };
            let damaged = json.unwrap_or_else(|| damaged(&bytes, &mut dice));
            hold(property, &damaged, &format!("{kind}/{name} damaged {version}"));
        }
    }
}

/// One of the JSON values of a file damaged: of its only one, its lines or its versions.
fn damaged_part(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let between = ["\n====\n", "\n{\"crc\""].into_iter().find(|between| text.contains(between));
    let Some(between) = between else { return damaged_json(bytes, dice) };
    let split = if between.starts_with("\n=") { between } else { "\n" };
    let mut parts: Vec<String> = text.split(split).map(str::to_owned).collect();
    let at = dice.below(parts.len());
    let part = parts.get_mut(at)?;
    *part = String::from_utf8(damaged_json(part.as_bytes(), dice)?).ok()?;
    Some(parts.join(split).into_bytes())
}

#[test]
fn plans() {
    try_kind("plan", 300);
}

#[test]
fn tables() {
    try_kind("table", 10);
}

#[test]
fn web_pages() {
    try_kind("web_page", 3);
}

#[test]
fn injury_lists() {
    try_kind("injuries", 20);
}

#[test]
fn fixtures() {
    try_kind("fixtures", 50);
}

#[test]
fn journals() {
    try_kind("journal", 2);
}

#[test]
fn merges() {
    try_kind("merging", 6);
}

#[test]
fn every_file_is_held_against_every_property() {
    for (kind, _) in PROPERTIES {
        for (name, bytes) in corpus(kind) {
            for (other, property) in PROPERTIES {
                hold(property, &bytes, &format!("{kind}/{name} as {other}"));
            }
        }
    }
}

#[test]
fn good_files_are_good() {
    let good = backline::store::to_json(&properties::good_plan());
    assert!(good.contains("Gomez"), "the good plan has nobody in it");
    for kind in ["plan", "table", "web_page", "injuries", "fixtures", "journal", "merging"] {
        let good = corpus(kind).iter().any(|(name, _)| name.starts_with("good."));
        assert!(good, "the corpus of {kind} has no good file to damage");
    }
}

#[test]
fn every_property_has_its_target() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("the targets have a manifest");
    for (name, _) in PROPERTIES {
        assert!(manifest.contains(&format!("name = \"{name}\"")), "fuzz/Cargo.toml does not name {name}");
        assert!(folder.join(format!("fuzz_targets/{name}.rs")).is_file(), "there is no target {name}");
    }
}

#[track_caller]
fn soon(kinds: &[&str], bytes: &[u8], what: &str) {
    for kind in kinds {
        let began = Instant::now();
        hold(property(kind), bytes, &format!("{kind} {what}"));
        assert!(began.elapsed() < SOON, "{what} as {kind} took {:?}", began.elapsed());
    }
}

#[test]
fn fifty_megabytes_on_one_line() {
    soon(&["plan", "table", "fixtures", "journal"], &vec![b'x'; 50_000_000], "one line");
    soon(&["table"], &vec![b','; 50_000_000], "a line of commas");
    soon(&["table"], &vec![b'"'; 50_000_000], "a line of quotes");
}

#[test]
fn a_zip_bomb() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(b"Name;Club\n").expect("memory takes it");
    let megabyte = vec![b'a'; 1_000_000];
    for _ in 0..200 {
        packed.write_all(&megabyte).expect("memory takes it");
    }
    let packed = packed.finish().expect("memory takes it");
    assert!(packed.len() < 2_000_000, "it is small: {}", packed.len());
    soon(&["plan", "table", "fixtures", "journal"], &packed, "a zip bomb");
}

#[test]
fn deep_nesting() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"matches\":[", "]}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        soon(&["plan", "table", "fixtures", "merging"], deep.as_bytes(), "deep nesting");
    }
    let page = format!("<table><tr><th>Name</th></tr>{}", "<div><b><table><tr><td>".repeat(20_000));
    soon(&["web_page"], page.as_bytes(), "a deep page");
}
