//! The checks themselves: each takes one file and says what to mend.

use crate::source::{Complaint, Source, is_word, words};

/// The floors, lowest first, and the floors each may use: the table in `src/lib.rs`.
pub(crate) const FLOORS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("edit", &["model"]),
    ("forecast", &["model"]),
    ("report", &["model", "edit", "forecast"]),
    ("store", &["model", "edit", "report"]),
    ("cli", &["model", "edit", "forecast", "report", "store", "ui"]),
    ("ui", &["model", "edit", "forecast", "report", "store"]),
];

/// Exceptions, each with its reason: (check, path, reason). One that is no longer needed fails as well.
pub(crate) const EXCEPTIONS: &[(&str, &str, &str)] = &[];

pub(crate) const LINES_AT_MOST: usize = 600;

/// A check with the name that an exception is entered under.
pub(crate) struct Check {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&Source) -> Vec<Complaint>,
}

pub(crate) const CHECKS: &[Check] = &[
    Check { name: "floors", run: floors },
    Check { name: "graphics", run: graphics },
    Check { name: "colours", run: colours },
    Check { name: "sizes", run: sizes },
    Check { name: "keys", run: keys },
    Check { name: "clock", run: clock },
    Check { name: "length", run: length },
    Check { name: "opening", run: opening },
    Check { name: "unwrap", run: unwrap },
    Check { name: "unfinished", run: unfinished },
];

/// A floor uses only what `FLOORS` lets it use.
fn floors(source: &Source) -> Vec<Complaint> {
    let Some((floor, may_use)) = FLOORS.iter().find(|(name, _)| source.floor() == Some(name)) else {
        return Vec::new();
    };
    named_floors(source)
        .into_iter()
        .filter(|(_, used)| used != floor && !may_use.contains(&used.as_str()))
        .map(|(at, used)| {
            let remedy = if may_use.is_empty() { "no other floor".to_owned() } else { may_use.join(", ") };
            let what = format!(
                "`{floor}` uses `{used}`; it may use {remedy}. Move the code to a floor that may know both."
            );
            source.complain(at, what)
        })
        .collect()
}

/// Every floor the file names through `crate::`, `super::…` or a group of either, with where.
fn named_floors(source: &Source) -> Vec<(usize, String)> {
    let code = &source.code;
    let depth = source.path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count() - 1;
    let mut roots: Vec<usize> = words(code, "crate::").map(|at| at + "crate::".len()).collect();
    let to_root = "super::".repeat(depth);
    roots.extend(words(code, &to_root).map(|at| at + to_root.len()));
    roots
        .into_iter()
        .flat_map(|at| {
            heads(code.get(at..).unwrap_or_default()).into_iter().map(move |(after, name)| (at + after, name))
        })
        .filter(|(_, name)| FLOORS.iter().any(|(floor, _)| floor == name))
        .collect()
}

/// The first name of a path, or of every path in a group: `a` of `a::b`, `a` and `c` of `{a::b, c::{d, e}}`.
fn heads(path: &str) -> Vec<(usize, String)> {
    let name_at = |at: usize| -> (usize, String) {
        let here = path.get(at..).unwrap_or_default();
        let space = here.len() - here.trim_start().len();
        (at + space, here.trim_start().chars().take_while(|c| is_word(*c)).collect())
    };
    if !path.starts_with('{') {
        return vec![name_at(0)];
    }
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (at, c) in path.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
        if depth == 1 && matches!(c, '{' | ',') {
            found.push(name_at(at + 1));
        }
    }
    found
}

/// Only `ui` knows that there is a screen.
fn graphics(source: &Source) -> Vec<Complaint> {
    if !in_library(source) || source.floor() == Some("ui") {
        return Vec::new();
    }
    let crates = ["egui", "eframe", "egui_extras", "epaint", "winit", "rfd"];
    find(source, &crates, Tests::Included, |name| {
        format!("`{name}` outside src/ui. Return plain values here and draw them in ui.")
    })
}

fn colours(source: &Source) -> Vec<Complaint> {
    if !in_library(source) || in_theme(source) {
        return Vec::new();
    }
    let remedy = "Give it a name in ui/theme and use that.";
    let mut complaints = find(source, &["hex_color!", "from_hex("], Tests::Excluded, |name| {
        format!("a colour is made with `{name}`. {remedy}")
    });
    for at in words(&source.code, "Color32::").filter(|at| !source.is_test(*at)) {
        let after = source.code.get(at + "Color32::".len()..).unwrap_or_default();
        let name: String = after.chars().take_while(|c| is_word(*c)).collect();
        let arguments = after.get(name.len()..).unwrap_or_default().trim_start_matches(['(', ' ', '\n']);
        if name.starts_with("from_") && arguments.starts_with(|c: char| c.is_ascii_digit()) {
            complaints
                .push(source.complain(at, format!("a colour is made with `Color32::{name}`. {remedy}")));
        }
        // Nothing at all and "no tint" are no choice of colour.
        let neutral = ["TRANSPARENT", "PLACEHOLDER", "WHITE"].contains(&name.as_str());
        if name.len() > 1 && name.chars().all(|c| c.is_ascii_uppercase() || c == '_') && !neutral {
            complaints.push(source.complain(at, format!("the colour `Color32::{name}`. {remedy}")));
        }
    }
    for (at, _) in source.uncommented.match_indices("\"#").filter(|(at, _)| !source.is_test(*at)) {
        let digits = source.uncommented.get(at + 2..).unwrap_or_default();
        let length = digits.find('"').unwrap_or(0);
        let hex =
            digits.get(..length).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        if hex && [3, 6, 8].contains(&length) {
            complaints.push(source.complain(at, format!("a colour in hex. {remedy}")));
        }
    }
    complaints
}

/// A number given straight to something that sets a size; zero is no size.
fn sizes(source: &Source) -> Vec<Complaint> {
    if source.floor() != Some("ui") || in_theme(source) {
        return Vec::new();
    }
    let setters = [
        "FontId::new(",
        "FontId::proportional(",
        "FontId::monospace(",
        "CornerRadius::same(",
        "Margin::same(",
        "Margin::symmetric(",
        "Stroke::new(",
        "corner_radius(",
        "inner_margin(",
        "outer_margin(",
        "add_space(",
        "size(",
    ];
    let mut complaints = Vec::new();
    for setter in setters {
        for at in words(&source.code, setter).filter(|at| !source.is_test(*at)) {
            let argument = source.code.get(at + setter.len()..).unwrap_or_default().trim_start();
            let number: String = argument.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
            if number.chars().any(|c| ('1'..='9').contains(&c)) {
                let what =
                    format!("the size {number} in `{setter}…)`. Give it a name in ui/theme and use that.");
                complaints.push(source.complain(at, what));
            }
        }
    }
    complaints
}

fn keys(source: &Source) -> Vec<Complaint> {
    if !in_library(source) || source.path == "src/ui/command.rs" || source.path.starts_with("src/ui/command/")
    {
        return Vec::new();
    }
    find(source, &["Key::", "KeyboardShortcut::new"], Tests::Excluded, |_| {
        "a key outside ui/command.rs. Add a command with this key there, and ask for the command here."
            .to_owned()
    })
}

/// Same plan, same numbers: what is computed may not depend on when or where.
fn clock(source: &Source) -> Vec<Complaint> {
    if !["model", "edit", "forecast", "report"].iter().any(|floor| source.floor() == Some(floor)) {
        return Vec::new();
    }
    let readers = [
        "SystemTime",
        "Instant",
        "std::env",
        "env::var",
        "Timestamp::now",
        "Zoned::now",
        "std::fs",
        "std::net",
        "std::process",
        "thread_rng",
        "RandomState",
    ];
    find(source, &readers, Tests::Excluded, |name| {
        format!(
            "`{name}` on a floor that reads neither clock nor surroundings. Take the value as an argument."
        )
    })
}

fn length(source: &Source) -> Vec<Complaint> {
    let lines = source.text.lines().count();
    if lines <= LINES_AT_MOST {
        return Vec::new();
    }
    let what = format!("{lines} lines, at most {LINES_AT_MOST}. Split it by what changes together.");
    vec![source.complain(source.code.len(), what)]
}

fn opening(source: &Source) -> Vec<Complaint> {
    if source.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![source.complain(0, "the file does not open with `//! ` and what it is for. Say it in one line.")]
}

fn unwrap(source: &Source) -> Vec<Complaint> {
    if !in_library(source) {
        return Vec::new();
    }
    find(source, &["unwrap()", "unwrap_err()", "unwrap_unchecked()"], Tests::Excluded, |name| {
        format!("`{name}` outside tests. Use `let … else`, return the error, or `expect` with the invariant.")
    })
}

fn unfinished(source: &Source) -> Vec<Complaint> {
    find(source, &["todo!", "unimplemented!", "dbg!"], Tests::Included, |name| {
        format!("`{name}`. Finish it or take it out.")
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tests {
    Included,
    Excluded,
}

fn find(source: &Source, needles: &[&str], tests: Tests, say: impl Fn(&str) -> String) -> Vec<Complaint> {
    needles
        .iter()
        .flat_map(|needle| words(&source.code, needle).map(move |at| (at, needle)))
        .filter(|(at, _)| tests == Tests::Included || !source.is_test(*at))
        .map(|(at, needle)| source.complain(at, say(needle)))
        .collect()
}

fn in_library(source: &Source) -> bool {
    source.path.starts_with("src/")
}

fn in_theme(source: &Source) -> bool {
    source.path == "src/ui/theme.rs" || source.path.starts_with("src/ui/theme/")
}

/// Words that say where or with what the project was made instead of what it is.
///
/// Put together from halves, so that this file does not hold them.
const FOREIGN_WORDS: &[(&str, &str)] = &[
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("sha", "red/design"), "a file that is not in the project"),
    (concat!("sha", "red/facts"), "a file that is not in the project"),
    (concat!("sha", "red/data"), "a file that is not in the project"),
    (concat!("cra", "tes.io"), "the host of a package registry"),
    (concat!("Clau", "de"), "a tool it was written with"),
    (concat!("Anthro", "pic"), "a tool it was written with"),
    (concat!("Ope", "nAI"), "a tool it was written with"),
    (concat!("Chat", "GPT"), "a tool it was written with"),
    (concat!("Copi", "lot"), "a tool it was written with"),
    (concat!("A", "I"), "a tool it was written with"),
    (concat!("L", "LM"), "a tool it was written with"),
    (concat!("work", "tree"), "how it was written"),
    (concat!("iss", "ues show"), "how it was written"),
];

/// Complaints about any text file, Rust or not.
pub(crate) fn foreign_words(path: &str, text: &str) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let mut complain =
            |what: String| complaints.push(Complaint { path: path.to_owned(), line: at + 1, what });
        for (word, meaning) in FOREIGN_WORDS {
            if words(line, word).next().is_some() {
                complain(format!("{word:?} is {meaning}. Say it without."));
            }
        }
        if line.contains(env!("CARGO_MANIFEST_DIR")) {
            complain("the folder in which the project stands here. Say it without.".to_owned());
        }
        let lower = line.to_lowercase();
        if words(&lower, "issue").any(|at| numbered(lower.get(at + "issue".len()..).unwrap_or_default())) {
            complain(
                "the number of an issue. Say what it is about, or link to another project's tracker."
                    .to_owned(),
            );
        }
    }
    complaints
}

fn numbered(after: &str) -> bool {
    let number = after.trim_start_matches([' ', '#']);
    number.len() < after.len() && number.starts_with(|c: char| c.is_ascii_digit())
}
