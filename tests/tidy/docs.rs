//! The pages: every link leads somewhere, every file that is named is there, every command is one the program takes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::source::{Complaint, is_word};
use crate::{expect_none, project, texts};

/// Folders whose files a page names by their path from the root.
const FOLDERS: &[&str] = &["assets", "benches", "docs", "fuzz", "saves", "scripts", "src", "tests"];

/// What a page says goes wrong on its lines.
fn complain(path: &str, line: usize, what: String) -> Complaint {
    Complaint { path: path.to_owned(), line, what }
}

/// The lines of a page, from 1.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line))
}

/// The anchors of a page's headings: `## The plan` is `the-plan`.
fn anchors(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let heading = line.trim_start_matches('#').trim().to_lowercase();
            let kept = heading.chars().filter(|c| is_word(*c) || matches!(c, ' ' | '-'));
            kept.map(|c| if c == ' ' { '-' } else { c }).collect()
        })
        .collect()
}

/// Links to other files and to headings that are not there.
fn links(path: &str, text: &str, pages: &BTreeMap<String, String>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (line, words) in lines(text) {
        for target in words.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let mut place = Path::new(path).parent().unwrap_or(Path::new("")).to_path_buf();
            for step in file.split('/').filter(|step| !step.is_empty()) {
                if step == ".." {
                    place.pop();
                } else {
                    place.push(step);
                }
            }
            let name =
                if file.is_empty() { path.to_owned() } else { place.to_string_lossy().replace('\\', "/") };
            if !project().join(&name).exists() {
                complaints.push(complain(path, line, format!("the link {target} leads nowhere")));
            } else if !anchor.is_empty()
                && pages.get(&name).is_some_and(|page| !anchors(page).contains(&anchor.to_owned()))
            {
                complaints.push(complain(path, line, format!("{name} has no heading #{anchor}")));
            }
        }
    }
    complaints
}

/// Files that are named by their path and are not there.
fn named_files(path: &str, text: &str) -> Vec<Complaint> {
    let is_path = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
    let named = |line: usize, words: &str| -> Vec<Complaint> {
        words
            .split(|c| !is_path(c))
            .map(|word| word.trim_end_matches(['.', '/']))
            .filter(|word| word.split_once('/').is_some_and(|(folder, _)| FOLDERS.contains(&folder)))
            .filter(|word| Path::new(word).extension().is_some() && !project().join(word).exists())
            .map(|word| complain(path, line, format!("there is no {word}")))
            .collect()
    };
    lines(text).flat_map(|(line, words)| named(line, words)).collect()
}

/// What the program says of a subcommand, or of itself.
fn help(subcommand: Option<&str>) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_backline"));
    let answer = program.args(subcommand).arg("--help").output().expect("the program can be run");
    String::from_utf8(answer.stdout).expect("help is text")
}

/// Commands that the program does not take, and options that a subcommand does not have.
fn commands(path: &str, text: &str) -> Vec<Complaint> {
    let general = help(None);
    let known = |name: &str| general.lines().any(|line| line.split_whitespace().next() == Some(name));
    let mut helps: BTreeMap<String, String> = BTreeMap::new();
    let mut complaints = Vec::new();
    for (line, words) in lines(text) {
        let written = words.starts_with("    ") || words.starts_with("backline ");
        let quoted: Vec<&str> = words.split('`').skip(1).step_by(2).collect();
        for command in quoted.into_iter().chain(written.then_some(words.trim())) {
            let command = command.trim_start_matches("$ ");
            let Some(rest) = command.strip_prefix("backline ") else { continue };
            let rest = rest.split([';', '#', '"']).next().unwrap_or_default();
            let name = rest.split_whitespace().next().unwrap_or_default();
            if !name.starts_with(|c: char| c.is_ascii_lowercase()) || name.contains('.') {
                continue;
            }
            if !known(name) {
                complaints.push(complain(path, line, format!("`backline {name}` is no command")));
                continue;
            }
            let help = helps.entry(name.to_owned()).or_insert_with(|| help(Some(name)));
            let options =
                rest.split([' ', '[', ']', '|', '=']).filter(|word| word.starts_with('-') && *word != "-");
            for option in options {
                let has = help.split([' ', ',', '=', '\n']).any(|word| word == option);
                if !has {
                    complaints.push(complain(path, line, format!("`backline {name}` has no {option}")));
                }
            }
        }
    }
    complaints
}

#[test]
fn pages_link_to_what_is_there_and_name_what_there_is() {
    let pages: BTreeMap<String, String> = texts()
        .into_iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "md"))
        .collect();
    assert!(pages.len() > 5, "where are the pages?");
    let of_page = |(path, text): (&String, &String)| {
        let mut complaints = links(path, text, &pages);
        complaints.extend(named_files(path, text));
        complaints.extend(commands(path, text));
        complaints
    };
    expect_none(pages.iter().flat_map(of_page).collect());
}

#[test]
fn a_page_that_leads_astray_is_found() {
    let pages = BTreeMap::from([("docs/b.md".to_owned(), "# The plan, whole".to_owned())]);
    let text = "[a](../src/lib.rs) [b](nothing.md) [c](merge.md#nowhere)\n[d](https://example.org)";
    assert_eq!(links("docs/a.md", text, &pages).len(), 1, "the page merge.md is not among those looked at");
    assert_eq!(anchors("# The plan, whole\ntext\n## `back`"), ["the-plan-whole", "back"]);
    assert_eq!(
        named_files("docs/a.md", "see `src/lib.rs` and `src/nothing.rs`, or saves/gone.json.").len(),
        2
    );
    let text = "`backline check FILE`, `backline chekc FILE`\n    backline cover plan.json --jsno --unit X\n";
    let found: Vec<String> = commands("docs/a.md", text).into_iter().map(|one| one.what).collect();
    assert_eq!(found, ["`backline chekc` is no command", "`backline cover` has no --jsno"]);
}
