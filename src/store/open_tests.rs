//! Tests of opening: good files, broken files, hostile files.

use proptest::prelude::*;

use crate::model::{Club, Currency, Player, PlayerKind};
use crate::store::any_plan::any_plan;
use crate::store::to_json;

use super::*;

fn plan() -> Plan {
    let mut plan = Plan::new("Test", Club::named("Home"), "2025-09-25".parse().unwrap(), Currency::GBP);
    for (id, name) in [("virgil-van-dijk", "Virgil van Dijk"), ("joe-gomez", "Joe Gomez")] {
        plan.players.push(Player::new(id.parse().unwrap(), name, PlayerKind::Squad).into());
    }
    plan
}

fn text() -> String {
    to_json(&plan())
}

fn error(bytes: &[u8]) -> String {
    parse(bytes, "a.json").unwrap_err().to_string()
}

/// The error of the good plan with one piece of text replaced by another.
fn error_after(from: &str, to: &str) -> String {
    let text = text();
    assert!(text.contains(from), "{from} is not in the plan");
    error(text.replacen(from, to, 1).as_bytes())
}

#[track_caller]
fn says(error: &str, parts: &[&str]) {
    for part in parts {
        assert!(error.contains(part), "{part:?} is not in: {error}");
    }
    assert!(error.ends_with("File: a.json"), "{error}");
}

#[test]
fn a_good_file_opens_with_and_without_the_mark_of_utf_8() {
    let text = text();
    assert_eq!(parse(text.as_bytes(), "a.json").unwrap(), plan());
    assert_eq!(parse(format!("\u{feff}{text}").as_bytes(), "a.json").unwrap(), plan());
}

#[test]
fn a_file_with_nothing_in_it_is_empty() {
    for nothing in ["", " \n\t ", "\u{feff}"] {
        says(&error(nothing.as_bytes()), &["The file is empty."]);
    }
}

#[test]
fn a_file_cut_in_half_ends_too_early_at_a_line() {
    let text = text();
    let half = text.get(..text.len() / 2).unwrap();
    let line = format!("line {}", half.lines().count());
    says(&error(half.as_bytes()), &["ends too early", &line, "restore it from a backup"]);
}

#[test]
fn every_cut_is_an_error_and_no_cut_panics() {
    let text = text();
    for end in 0..text.trim_end().len() {
        assert!(parse(text.as_bytes().get(..end).unwrap(), "a.json").is_err(), "cut at {end}");
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_placed() {
    let mut bytes = text().into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'V').unwrap();
    bytes[at] = 0xe9;
    let line = bytes[..at].split(|byte| *byte == b'\n').count();
    says(&error(&bytes), &["not UTF-8", &format!("byte {at}"), &format!("line {line}")]);
}

#[test]
fn utf_16_is_named() {
    let little: Vec<u8> = text().encode_utf16().flat_map(u16::to_le_bytes).collect();
    says(&error(&little), &["UTF-16", "Save it again as UTF-8"]);
    let mut marked = vec![0xfe, 0xff];
    marked.extend(text().encode_utf16().flat_map(u16::to_be_bytes));
    says(&error(&marked), &["UTF-16"]);
}

#[test]
fn a_mountain_of_brackets_is_refused_without_falling_over() {
    says(&error("[".repeat(1_000_000).as_bytes()), &["ends too early", "line 1"]);
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    says(&error(nested.as_bytes()), &["not a Backline plan"]);
    let inside = text().replacen('{', &format!("{{\"x\": {nested},"), 1);
    says(&error(inside.as_bytes()), &["more than 100 deep"]);
    let large = vec![b'['; MAX_BYTES as usize + 1];
    says(&error(&large), &["larger than 64 MiB"]);
}

#[test]
fn a_newer_version_is_left_alone() {
    says(
        &error_after("\"version\": 1", "\"version\": 2"),
        &["format version 2", "left alone", "newer Backline"],
    );
    says(&error_after("\"version\": 1", "\"version\": 0"), &["version is 0"]);
    says(&error_after("\"version\": 1", "\"version\": \"one\""), &["the text \"one\""]);
    says(&error_after("\"version\": 1,", ""), &["version is missing"]);
    // Whatever else the newer version has changed.
    says(&error(br#"{"format": "backline-plan", "version": 7, "players": 3}"#), &["format version 7"]);
}

#[test]
fn another_file_is_told_from_a_plan() {
    for (text, seems) in [
        ("<!doctype html>", "web page"),
        ("Name;Age", "text, but not JSON"),
        ("[1, 2]", "a JSON list"),
        ("12", "single JSON value"),
        (r#"{"name": "Premier League", "matches": []}"#, "list of matches"),
        (r#"{"format": "geojson"}"#, "\"geojson\""),
        ("{}", "no \"format\""),
    ] {
        says(&error(text.as_bytes()), &["not a Backline plan", seems]);
    }
}

#[test]
fn a_comma_too_many_has_a_line_and_a_column() {
    let text = text();
    let line = text.lines().position(|line| line.contains("as_of")).unwrap() + 1;
    says(
        &error_after("\"as_of\": \"2025-09-25\",", "\"as_of\": \"2025-09-25\",,"),
        &["not complete JSON", &format!("line {line}, column 25")],
    );
}

#[test]
fn a_wrong_value_is_named_with_its_way_its_line_and_the_remedy() {
    let mut text = text();
    text = text.replacen(
        "\"name\": \"Joe Gomez\",",
        "\"name\": \"Joe Gomez\",\n      \"injuries\": [{\"start\": \"2025-13-01\"}],",
        1,
    );
    let line = text.lines().position(|line| line.contains("2025-13-01")).unwrap() + 1;
    says(
        &error(text.as_bytes()),
        &[
            "\"2025-13-01\" is not a day",
            "players[1] (joe-gomez) › injuries[0] › start",
            &format!("line {line}"),
            "2026-01-24",
        ],
    );
}

#[test]
fn common_slips_are_said_in_plain_words() {
    for (from, to, parts) in [
        (
            "\"kind\": \"squad\"",
            "\"kind\": \"sqad\"",
            ["\"sqad\" is not one of: squad, target", "players[0]"],
        ),
        ("\"name\": \"Joe Gomez\",", "", ["The field \"name\" is missing", "players[1] (joe-gomez)"]),
        ("\"name\": \"Joe Gomez\"", "\"name\": 5", ["the number 5, where there should be a text", "name"]),
        (
            "\"currency\": \"GBP\"",
            "\"currency\": \"Pfund\"",
            ["\"Pfund\" is not a currency", "money › currency"],
        ),
        ("\"id\": \"joe-gomez\"", "\"id\": \"Joe Gomez\"", ["\"Joe Gomez\" is not an id", "players[1]"]),
        ("\"players\": [", "\"players\": 3, \"x\": [", ["where there should be a list", "players"]),
        (
            "\"kind\": \"squad\"",
            "\"kind\": \"squad\", \"asking\": {\"amount\": 1.5, \"currency\": \"EUR\"}",
            ["the number 1.5, where there should be a whole number", "thirty million"],
        ),
        (
            "\"kind\": \"squad\"",
            "\"kind\": \"squad\", \"asking\": {\"currency\": \"EUR\"}",
            ["An amount is missing", "players[0] (virgil-van-dijk) › asking"],
        ),
    ] {
        says(&error_after(from, to), &parts);
    }
}

#[test]
fn two_players_of_one_id_are_both_placed() {
    let error = parse(text().replace("joe-gomez", "virgil-van-dijk").as_bytes(), "a.json").unwrap_err();
    assert!(!error.is_unreadable(), "an error in the plan, not in the reading");
    says(
        &error.to_string(),
        &["Two players have the id \"virgil-van-dijk\"", "players[0]", "players[1]", "another id"],
    );
}

#[test]
fn two_slots_of_one_id_are_both_placed() {
    says(
        &error_after("\"id\": \"rcb\"", "\"id\": \"lcb\""),
        &["Two slots", "formations[0] (4-3-3) › slots[2] (lcb)", "slots[3] (lcb)"],
    );
}

#[test]
fn a_field_given_twice_is_not_silently_dropped() {
    says(
        &error_after("\"charts\": {}", "\"charts\": {\"lcb\": [], \"lcb\": []}"),
        &["\"lcb\" is given twice", "line"],
    );
}

#[test]
fn a_number_beyond_all_bounds_is_placed() {
    says(&error_after("\"x\": 0.5", "\"x\": 1e300"), &["too large", "slots[0] (gk) › x"]);
}

#[test]
fn a_missing_file_and_a_folder_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let missing = open(&folder.path().join("none.json")).unwrap_err();
    assert!(matches!(missing.reason, OpenReason::NotFound), "{missing}");
    let directory = open(folder.path()).unwrap_err();
    assert!(directory.to_string().contains("This is a folder, not a file."), "{directory}");
    assert!(directory.is_unreadable());
}

#[test]
fn a_file_too_large_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.json");
    File::create(&path).unwrap().set_len(MAX_BYTES * 1000).unwrap();
    let error = open(&path).unwrap_err();
    assert!(matches!(error.reason, OpenReason::TooBig { .. }), "{error}");
}

#[test]
fn a_stream_without_end_is_refused() {
    let error = read_stream(io::repeat(b'[')).unwrap_err();
    assert!(matches!(error, OpenReason::TooBig { .. }), "{error}");
}

#[test]
fn what_was_opened_can_be_told_from_what_is_there_now() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    std::fs::write(&path, text()).unwrap();
    let opened = open(&path).unwrap();
    assert_eq!((opened.plan, opened.path), (plan(), path));
    assert_eq!(opened.fingerprint, Fingerprint::of(text().as_bytes()));
}

proptest! {
    #[test]
    fn what_is_saved_loads_as_it_was_and_saves_as_the_same_bytes(plan in any_plan()) {
        let text = to_json(&plan);
        let loaded = parse(text.as_bytes(), "a.json").unwrap();
        prop_assert_eq!(&loaded, &plan);
        prop_assert_eq!(to_json(&loaded), text);
    }

    #[test]
    fn no_damaged_byte_makes_it_panic(at in 0..4000_usize, byte: u8) {
        let mut bytes = text().into_bytes();
        if let Some(place) = bytes.get_mut(at) {
            *place = byte;
        }
        if let Err(error) = parse(&bytes, "a.json") {
            prop_assert!(error.to_string().ends_with("File: a.json"));
        }
    }
}
