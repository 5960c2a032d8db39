//! `backline import` from outside.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::backline::{Answer, Backline, leoni};

const SQUAD: &str = "\
Player,Club,Date of birth,Position,Contract until,Market value,Height
Aron Ambler,Northbridge Town Football Club,14/03/1998,CB,30/06/2027,€12m,188
Paxinho,Northbridge Town Football Club,02/11/2001,RW,,€3.5m,17
Odo Short,Clube Desportivo Porto Vale,05/05/2000,ST,30/06/2028,€5m,181
,Clube Desportivo Porto Vale,05/05/2000,ST,30/06/2028,€5m,181
";

/// A folder with files in it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a temporary folder can be made") };
        desk.write("squad.csv", SQUAD);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).expect("a file can be written");
    }

    fn plan(&self, name: &str) -> Value {
        let text = fs::read_to_string(self.path(name)).expect("the plan was written");
        serde_json::from_str(&text).expect("a plan is JSON")
    }

    /// Runs `import`; words that name a file of the folder stand for its path.
    fn import(&self, words: &[&str]) -> Answer {
        let mut run = Backline::new().arg("import");
        for word in words {
            let is_file =
                ["csv", "json", "gz", "html", "xlsx"].iter().any(|end| word.ends_with(&format!(".{end}")));
            run = if is_file { run.arg(self.path(word)) } else { run.arg(word) };
        }
        run.run()
    }
}

const NEW: [&str; 8] =
    ["squad.csv", "--club", "Northbridge", "--as-of", "2025-09-25", "-o", "plan.json", "--currency=GBP"];

#[test]
fn a_list_becomes_a_plan_that_has_no_errors() {
    let desk = Desk::new();
    let answer = desk.import(&NEW);
    answer.code(0).stderr_is("").stdout_has("4 read, 3 understood (1 with a doubt), 1 refused");
    answer
        .stdout_has("line 5: refused: no name in it")
        .stdout_has("line 3: Paxinho: height not taken: a height of 17 cm");
    answer.stdout_has("Days are day/month: 14/03/1998 occurs in line 2");
    let plan = desk.plan("plan.json");
    assert_eq!(
        (&plan["name"], &plan["club"]["name"]),
        (&"Northbridge Town 2025–26".into(), &"Northbridge Town".into())
    );
    assert_eq!(plan["players"].as_array().map(Vec::len), Some(2), "those of the club");
    assert_eq!(plan["windows"].as_array().map(Vec::len), Some(4), "of this season and the next");
    assert_eq!(plan["scenarios"][0]["charts"]["lcb"][0], "aron-ambler");
    Backline::new().arg("check").arg(desk.path("plan.json")).run().code(0);
}

#[test]
fn importing_again_brings_a_plan_up_to_date() {
    let desk = Desk::new();
    desk.import(&NEW).code(0);
    let again = ["squad.csv", "--into", "plan.json"];
    desk.import(&again).code(0).stdout_has("2 unchanged").stdout_has("up to date");
    desk.write("squad.csv", SQUAD.replace("30/06/2027", "30/06/2029"));
    let before = desk.plan("plan.json");
    let dry = desk.import(&["squad.csv", "--into", "plan.json", "--dry-run"]);
    dry.code(0).stdout_has("contract until 30 Jun 2027 \u{2192} 30 Jun 2029");
    assert_eq!(desk.plan("plan.json"), before);
    desk.import(&again).code(0);
    assert_eq!(desk.plan("plan.json")["players"][0]["contract"]["until"], "2029-06-30");
    desk.import(&["squad.csv", "--all-clubs", "--into", "plan.json"])
        .code(0)
        .stdout_has("new: Odo Short (target)");
    assert_eq!(desk.plan("plan.json")["players"][2]["club"]["name"], "Porto Vale");
}

#[test]
fn without_a_place_to_write_it_only_says_what_is_in_a_file() {
    let desk = Desk::new();
    let answer = desk.import(&["squad.csv", "--json", "--as-of", "2025-09-25"]);
    let report: Value = serde_json::from_str(&answer.code(0).stdout).expect("it is JSON");
    let file = &report["files"][0];
    assert_eq!((&file["kind"], &file["encoding"]), (&"table of players".into(), &"UTF-8".into()));
    assert_eq!(file["rows"], serde_json::json!({"read": 4, "understood": 3, "doubtful": 1, "refused": 1}));
    assert_eq!(
        file["clubs"][0],
        serde_json::json!({"name": "Northbridge Town Football Club", "short": "Northbridge Town", "players": 2})
    );
    assert_eq!((&report["written"], file["updates"].as_array().map(Vec::len)), (&Value::Null, Some(3)));
    assert_eq!(fs::read_dir(desk.folder.path()).expect("it can be listed").count(), 1);
}

#[test]
fn a_club_that_is_not_found_is_answered_with_those_like_it() {
    let desk = Desk::new();
    let mut words = NEW;
    words[2] = "Nortbrige";
    desk.import(&words)
        .code(2)
        .stderr_has("No club called \u{201c}Nortbrige\u{201d}")
        .stderr_has("Northbridge Town (2)");
    assert!(!desk.path("plan.json").exists());
}

#[test]
fn no_file_is_overwritten_and_a_plan_is_not_taken_for_a_list() {
    let desk = Desk::new();
    desk.write("plan.json", "mine");
    desk.import(&NEW).code(2).stderr_has("already a file of this name").stderr_has("plan.json");
    assert_eq!(fs::read_to_string(desk.path("plan.json")).ok().as_deref(), Some("mine"));
    desk.write("leoni.json", leoni());
    desk.import(&["leoni.json"]).code(2).stderr_has("--into");
    desk.import(&["squad.csv", "-o", "other.json"]).code(2).stderr_has("--club");
}

#[test]
fn injuries_and_fixtures_go_into_a_plan_together() {
    let desk = Desk::new();
    desk.import(&NEW).code(0);
    desk.write("injuries.csv", "Player,Injury,From,Days\nAmbler Aron,ACL rupture,2025-09-23,7-9 months\nSomebody Else,Flu,2025-09-20,5\n");
    let fixtures = r#"{"name": "League", "matches": [
        {"round": "Matchday 1", "date": "2025-10-04", "team1": "Northbridge Town FC", "team2": "Porto Vale"},
        {"round": "Matchday 2", "date": "2025-10-11", "team1": "Porto Vale", "team2": "Northbridge Town FC", "status": "postponed"}]}"#;
    desk.write("fixtures.json", fixtures);
    let answer = desk.import(&["injuries.csv", "fixtures.json", "--into", "plan.json"]);
    answer
        .code(0)
        .stdout_has("Somebody Else is not in the plan")
        .stdout_has("fixtures of Northbridge Town FC: 1 matchday, ");
    answer.stdout_has("postponed");
    let plan = desk.plan("plan.json");
    assert_eq!(plan["players"][0]["injuries"][0]["diagnosis"], "acl-rupture");
    assert_eq!(plan["matchdays"][0]["opponent"], "Porto Vale");
}

#[test]
fn what_cannot_be_read_is_answered_in_a_sentence() {
    let desk = Desk::new();
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..160 {
        bomb.write_all(&vec![b'a'; 1024 * 1024]).expect("memory can be written to");
    }
    let bomb = bomb.finish().expect("it is packed");
    desk.write("torn.csv.gz", &bomb[..bomb.len() / 2]);
    desk.write("bomb.csv.gz", &bomb);
    desk.write("nul.csv", "name,club\nAnn\0,X\n");
    desk.write("line.csv", [b"name,club\n".as_slice(), &vec![b'x'; 50 * 1024 * 1024]].concat());
    desk.write("wide.csv", "x,".repeat(1_000_000));
    desk.write("nameless.csv", "Age,Goals\n24,3\n25,4\n");
    desk.write("book.xlsx", "PK\u{3}\u{4}sheet");
    desk.write("deep.html", format!("<html>{}<p>", "<div>".repeat(300_000)));
    desk.write("cells.html", format!("<table><tr>{}</tr></table>", "<td>x</td>".repeat(1_000_000)));
    for (file, words) in [
        ("torn.csv.gz", "ends too early"),
        ("bomb.csv.gz", "larger than 128 MiB once it is unpacked"),
        ("nul.csv", "Line 2"),
        ("line.csv", "Line 2 is longer than 1 MiB"),
        ("wide.csv", "more than 500 columns"),
        ("nameless.csv", "No column of this table holds names"),
        ("book.xlsx", "Excel"),
        ("deep.html", "without a table"),
        ("cells.html", "more than 500 columns"),
        ("missing.csv", "no such file"),
    ] {
        desk.import(&[file]).code(2).in_words().stderr_has(words).stderr_has(file);
    }
}
