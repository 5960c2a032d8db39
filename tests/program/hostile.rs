//! Files nobody should have to open: each gets a sentence that names file, place and remedy, soon and without a crash.

mod places;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;

use crate::backline::{Answer, Backline, leoni};

/// A plan with something wrong in it is still a plan.
const HAS_ERRORS: i32 = 1;
/// It is no plan this program can read.
const UNREADABLE: i32 = 2;

/// Even 200 MB on a busy machine in a debug build.
const SOON: Duration = Duration::from_secs(20);

struct Hostile {
    folder: TempDir,
    path: PathBuf,
}

impl Hostile {
    /// A path in an empty folder, at which nothing stands yet.
    fn nothing() -> Self {
        Self::called("plan.json")
    }

    fn called(name: impl AsRef<OsStr>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let path = folder.path().join(name.as_ref());
        Self { folder, path }
    }

    fn file(bytes: impl AsRef<[u8]>) -> Self {
        let hostile = Self::nothing();
        fs::write(&hostile.path, bytes).expect("it can be written");
        hostile
    }

    /// A good plan in which `from` reads `to`.
    fn plan_with(from: &str, to: &str) -> Self {
        let plan = leoni();
        assert!(plan.contains(from), "the sample no longer holds {from:?}");
        Self::file(plan.replacen(from, to, 1))
    }

    /// What `check` says about it; it has to be in words, soon, and name the file.
    #[track_caller]
    fn check(&self, code: i32) -> Answer {
        let answer = Backline::new().arg("check").arg(&self.path).run();
        answer.code(code).in_words();
        assert!(answer.took < SOON, "it took {:?}\n{answer}", answer.took);
        let name = self.path.file_name().expect("it has a name").to_string_lossy().into_owned();
        assert!(said(&answer).contains(&name), "the file is not named\n{answer}");
        answer
    }

    /// What `check` says about it, whatever that is: it has to be in words.
    #[track_caller]
    fn check_any(&self) -> Answer {
        let answer = Backline::new().arg("check").arg(&self.path).run();
        answer.in_words();
        answer
    }

    /// Checks that it is refused, with all of these words.
    #[track_caller]
    fn refused(&self, code: i32, words: &[&str]) {
        let answer = self.check(code);
        for word in words {
            assert!(said(&answer).contains(word), "it does not say {word:?}\n{answer}");
        }
    }
}

fn said(answer: &Answer) -> String {
    format!("{}{}", answer.stdout, answer.stderr)
}

#[test]
fn an_empty_file() {
    Hostile::file("").refused(UNREADABLE, &["empty"]);
    Hostile::file(" \n\t\n").refused(UNREADABLE, &["empty"]);
}

#[test]
fn a_plan_cut_short_anywhere_says_on_which_line_it_ends() {
    let plan = leoni();
    let quarters = (1..40).map(|part| plan.len() * part / 40);
    for cut in [1, 2, 3, plan.len() - 3].into_iter().chain(quarters) {
        let whole = plan.floor_char_boundary(cut);
        Hostile::file(&plan[..whole]).refused(UNREADABLE, &["line"]);
    }
}

#[test]
fn a_plan_cut_inside_a_letter() {
    let plan = leoni();
    let accent = plan.find('é').expect("the sample has an accent") + 1;
    Hostile::file(&plan.as_bytes()[..accent]).check(UNREADABLE);
}

#[test]
fn text_in_another_encoding() {
    let plan = leoni();
    let latin: Vec<u8> = plan.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    Hostile::file(latin).refused(UNREADABLE, &["UTF-8"]);
    let wide = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xfeff).chain(plan.encode_utf16()).flat_map(order).collect()
    };
    Hostile::file(wide(u16::to_le_bytes)).refused(UNREADABLE, &["UTF-8"]);
    Hostile::file(wide(u16::to_be_bytes)).refused(UNREADABLE, &["UTF-8"]);
}

#[test]
fn a_byte_order_mark_is_no_reason_to_refuse() {
    Hostile::file(format!("\u{feff}{}", leoni())).check(0);
}

#[test]
fn other_line_ends_are_no_reason_to_refuse() {
    Hostile::file(leoni().replace('\n', "\r\n")).check(0);
}

#[test]
fn bytes_that_are_nothing() {
    Hostile::file([0; 4096]).check(UNREADABLE);
    Hostile::plan_with("Virgil van Dijk", "Virgil\0van Dijk").check(UNREADABLE);
    let noise: Vec<u8> = (0..100_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    Hostile::file(noise).check(UNREADABLE);
    Hostile::file(fs::read(env!("CARGO_BIN_EXE_backline")).expect("the program is a file")).check(UNREADABLE);
}

#[test]
fn json_that_is_no_plan() {
    for text in ["null", "[]", "{}", "42", "\"plan\"", "true", "[1, 2", "{\"a\": }", "{,}", "nul"] {
        Hostile::file(text).check(UNREADABLE);
    }
    Hostile::file(format!("{}\n{{}}", leoni())).check(UNREADABLE);
}

#[test]
fn megabytes_of_open_brackets() {
    for megabytes in [60, 200] {
        let hostile = Hostile::nothing();
        let mut file = File::create(&hostile.path).expect("it can be made");
        let megabyte = vec![b'['; 1_000_000];
        for _ in 0..megabytes {
            file.write_all(&megabyte).expect("there is room");
        }
        drop(file);
        hostile.check(UNREADABLE);
    }
}

#[test]
fn deep_nesting_in_a_field_nobody_knows() {
    let deep = format!("\"name\": {{\"a\": {}1{}}},", "[".repeat(100_000), "]".repeat(100_000));
    Hostile::plan_with("\"name\": \"Liverpool 2025–26\",", &deep).check(UNREADABLE);
    let unknown = format!("\"from-the-future\": {}1{}, \"name\":", "[".repeat(100_000), "]".repeat(100_000));
    Hostile::plan_with("\"name\":", &unknown).check(UNREADABLE);
}

#[test]
fn numbers_out_of_this_world() {
    for number in ["1e400", "-1e400", "9".repeat(500).as_str(), "1e-400", "0.1e309"] {
        let answer = Backline::new().arg("check").arg(&fee(number).path).run();
        answer.in_words();
        assert!([0, HAS_ERRORS, UNREADABLE].contains(&answer.status.code().unwrap_or(-1)), "{answer}");
    }
    fee("1e400").check(UNREADABLE);
    fee("\"a lot\"").refused(UNREADABLE, &["amount"]);
    fee("NaN").check(UNREADABLE);
}

/// The sample with this as the fee for Guéhi.
fn fee(number: &str) -> Hostile {
    let fee = "\"club\": \"Crystal Palace\",\n          \"fee\": {\"amount\": ";
    Hostile::plan_with(&format!("{fee}35000000"), &format!("{fee}{number}"))
}

#[test]
fn a_negative_fee() {
    fee("-1").refused(HAS_ERRORS, &["fee", "Guéhi"]);
}

#[test]
fn a_chance_of_more_than_certain() {
    Hostile::plan_with("\"chance\": 0.5", "\"chance\": 1.5").refused(HAS_ERRORS, &["chance", "1"]);
    Hostile::plan_with("\"chance\": 0.5", "\"chance\": -0.5").refused(HAS_ERRORS, &["chance", "0"]);
}

#[test]
fn a_newer_version_asks_for_a_newer_program() {
    Hostile::plan_with("\"version\": 1", "\"version\": 2")
        .refused(UNREADABLE, &["version 2", "version 1", "newer Backline"]);
    Hostile::plan_with("\"version\": 1", "\"version\": 4294967295").refused(UNREADABLE, &["4294967295"]);
    for version in ["0", "-1", "1.5", "\"1\"", "null", "99999999999999999999"] {
        Hostile::plan_with("\"version\": 1", &format!("\"version\": {version}"))
            .refused(UNREADABLE, &["version"]);
    }
    Hostile::plan_with("\"version\": 1,", "").refused(UNREADABLE, &["version"]);
}

#[test]
fn another_programs_file() {
    Hostile::plan_with("backline-plan", "frontline-plan")
        .refused(UNREADABLE, &["not a Backline plan", "frontline-plan"]);
    Hostile::plan_with("\"format\": \"backline-plan\",", "")
        .refused(UNREADABLE, &["format", "backline-plan"]);
}

#[test]
fn two_players_with_one_id() {
    Hostile::plan_with("\"id\": \"joe-gomez\"", "\"id\": \"virgil-van-dijk\"")
        .refused(HAS_ERRORS, &["virgil-van-dijk", "players[0]", "players[2]"]);
}

#[test]
fn a_chart_that_names_nobody() {
    Hostile::plan_with("[\"virgil-van-dijk\", ", "[\"nobody-at-all\", ")
        .refused(HAS_ERRORS, &["nobody-at-all"]);
    Hostile::plan_with("[\"virgil-van-dijk\", ", "[\"\", ").check(UNREADABLE);
}

#[test]
fn a_move_into_no_window_and_of_nobody() {
    Hostile::plan_with("\"window\": \"winter-2026\"", "\"window\": \"winter-1926\"")
        .refused(HAS_ERRORS, &["winter-1926"]);
    Hostile::plan_with(
        "\"player\": \"marc-guehi\",\n          \"kind\"",
        "\"player\": \"nobody\",\n          \"kind\"",
    )
    .refused(HAS_ERRORS, &["nobody"]);
}

#[test]
fn a_baseline_or_formation_that_is_not_there() {
    Hostile::plan_with("\"baseline\": \"summer-free\"", "\"baseline\": \"do-something\"")
        .refused(HAS_ERRORS, &["do-something"]);
    Hostile::plan_with("\"formation\": \"4-2-3-1\"", "\"formation\": \"9-9-9\"")
        .refused(HAS_ERRORS, &["9-9-9"]);
}

#[test]
fn days_that_are_in_no_calendar() {
    for day in ["2026-02-30", "2025-13-01", "2025-00-10", "25 Sep 2025", "2025-9-25", "", "20250925x"] {
        Hostile::plan_with("\"as_of\": \"2025-09-25\"", &format!("\"as_of\": \"{day}\""))
            .refused(UNREADABLE, &["as_of"]);
    }
    Hostile::plan_with("\"born\": \"1991-07-08\"", "\"born\": \"1991-02-29\"")
        .refused(UNREADABLE, &["players[0] (virgil-van-dijk) › born", "line"]);
}

#[test]
#[cfg_attr(not(feature = "ui"), ignore = "it needs the window")]
fn days_at_the_ends_of_the_calendar_can_be_drawn() {
    let as_of = "\"as_of\": \"2025-09-25\"";
    let until = "\"until\": \"2027-06-30\"";
    for (from, to) in [
        (until, "\"until\": \"9999-12-31\""),
        (until, "\"until\": \"0001-01-01\""),
        (as_of, "\"as_of\": \"0001-01-01\""),
        (as_of, "\"as_of\": \"9999-12-31\""),
    ] {
        let hostile = Hostile::plan_with(from, to);
        let out = hostile.folder.path().join("out.png");
        for view in ["board", "timeline"] {
            let size = ["--size", "1100x700", "--scale", "1"];
            let picture = Backline::new().arg("picture").arg(&hostile.path).args(["--view", view]).args(size);
            picture.arg("-o").arg(&out).run().code(0).in_words();
        }
    }
}

#[test]
fn a_range_the_wrong_way_round_is_read_the_right_way_round() {
    let range = |range: &str| Hostile::plan_with("\"min\": 7, \"max\": 9", range);
    range("\"min\": 9, \"max\": 7").refused(0, &["Leoni", "wrong way round", "9 to 7"]);
    range("\"min\": -7, \"max\": 9").refused(UNREADABLE, &["-7", "layoff › min"]);
    range("\"min\": 7, \"max\": 1e30").refused(UNREADABLE, &["layoff › max"]);
    range("\"min\": 0, \"max\": 0").check(0);
}

#[test]
fn a_window_that_closes_before_it_opens() {
    Hostile::plan_with("\"closes\": \"2026-02-02\"", "\"closes\": \"2025-02-02\"")
        .refused(HAS_ERRORS, &["Winter 2026"]);
}

#[test]
fn a_field_of_the_wrong_kind_is_named_with_its_place() {
    Hostile::plan_with("\"positions\": [\"CB\"]", "\"positions\": \"CB\"")
        .refused(UNREADABLE, &["players[0] (virgil-van-dijk) › positions", "line"]);
    Hostile::plan_with("\"positions\": [\"CB\"]", "\"positions\": [\"XX\"]").refused(UNREADABLE, &["XX"]);
    Hostile::plan_with("\"foot\": \"right\"", "\"foot\": \"both feet\"").refused(UNREADABLE, &["foot"]);
}

#[test]
fn a_field_said_twice_would_lose_one() {
    Hostile::plan_with("\"version\": 1,", "\"version\": 1, \"version\": 1,")
        .refused(UNREADABLE, &["version", "twice", "line 3"]);
    Hostile::plan_with("\"foot\": \"right\",", "\"foot\": \"right\", \"foot\": \"left\",").check(UNREADABLE);
}

#[test]
fn a_hundred_thousand_players() {
    let player = |n: u32| format!("{{\"id\":\"p-{n}\",\"name\":\"P{n}\",\"kind\":\"squad\"}},");
    let many: String = (0..99_000).map(player).collect();
    Hostile::plan_with("\"players\": [", &format!("\"players\": [{many}")).check(0);
}

#[test]
fn a_picture_of_a_hostile_file_is_refused_as_well() {
    let hostile = Hostile::file("{");
    let out = hostile.folder.path().join("out.png");
    let answer =
        Backline::new().arg("picture").arg(&hostile.path).args(["--view", "board", "-o"]).arg(&out).run();
    answer.code(UNREADABLE).in_words().stderr_has("plan.json");
    assert!(!out.exists(), "a picture of nothing was written");
}

#[test]
fn a_hostile_name_does_not_reach_the_terminal_raw() {
    let answer =
        Hostile::plan_with("\"baseline\": \"summer-free\"", "\"baseline\": \"\\u001b[31mred\"").check_any();
    assert!(!said(&answer).contains('\u{1b}'), "an escape sequence of the file is printed\n{answer}");
}
