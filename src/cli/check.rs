//! `backline check`: the problems of plans, file by file.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use crate::model::Plan;
use crate::report::{Problem, Severity, problems};
use crate::store::{self, OpenError};

use super::answer::{Answer, Exit};
use super::plain;

/// Look for mistakes in plans.
///
/// Prints what is wrong, doubtful or silently assumed, with a remedy for each. The exit code is 0 if no plan has an
/// error (warnings and hints are fine), 1 if one has, 2 if a file cannot be read as a plan; the highest counts.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  backline check saves/*.json\n  backline check --json plan.json\n  \
                        cat plan.json | backline check -")]
pub(super) struct Check {
    /// The plans; `-` reads one from standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Print JSON instead of text: {"files": [{"file", "plan", "error", "problems": [{"severity", "place",
    /// "message", "remedy", "fixes"}]}]}.
    #[arg(long)]
    json: bool,
}

impl Check {
    pub(super) fn answer(self) -> Answer {
        let Self { files, json } = self;
        let mut answer = Answer::default();
        let mut rows = Vec::new();
        for file in &files {
            let shown = shown_name(file);
            let plan = read(file, &shown);
            let found = plan.as_ref().map_or_else(|_| Vec::new(), problems);
            if found.iter().any(|problem| problem.severity == Severity::Error) {
                answer.worsen(Exit::Errors);
            }
            if json {
                rows.push(row(&shown, &plan, &found));
            }
            match plan {
                Ok(_) if json => {}
                Ok(_) => text(&mut answer.out, &shown, &found),
                Err(error) => {
                    let exit = exit_of(&error);
                    if json {
                        answer.worsen(exit);
                    } else {
                        answer.complain(&plain(&error.to_string()), exit);
                    }
                }
            }
        }
        if json {
            answer.out = format!("{:#}\n", json!({ "files": rows }));
        }
        answer
    }
}

pub(super) fn is_stdin(file: &Path) -> bool {
    file == Path::new("-")
}

/// What a file is called in what is printed.
pub(super) fn shown_name(file: &Path) -> String {
    if is_stdin(file) { "standard input".to_owned() } else { file.display().to_string() }
}

fn exit_of(error: &OpenError) -> Exit {
    if error.is_unreadable() { Exit::Unreadable } else { Exit::Errors }
}

/// The plan in a file, or on standard input; else the answer that says why there is none.
pub(super) fn plan_of(file: &Path) -> Result<Plan, Answer> {
    read(file, &shown_name(file)).map_err(|error| Answer::failed(plain(&error.to_string()), exit_of(&error)))
}

fn read(file: &Path, shown: &str) -> Result<Plan, OpenError> {
    if !is_stdin(file) {
        return store::open(file).map(|opened| opened.plan);
    }
    let bytes = store::read_stream(io::stdin().lock())
        .map_err(|reason| OpenError { reason, file: shown.to_owned() })?;
    store::parse(&bytes, shown)
}

fn row(file: &str, plan: &Result<Plan, OpenError>, found: &[Problem]) -> Value {
    let problems: Vec<Value> = found
        .iter()
        .map(|Problem { severity, place, message, remedy, fixes }| {
            let fixes: Vec<&str> = fixes.iter().map(|fix| fix.label.as_str()).collect();
            json!({
                "severity": severity.name(),
                "place": place.to_string(),
                "message": message,
                "remedy": remedy,
                "fixes": fixes,
            })
        })
        .collect();
    json!({
        "file": file,
        "plan": plan.as_ref().ok().map(|plan| &plan.name),
        "error": plan.as_ref().err().map(ToString::to_string),
        "problems": problems,
    })
}

fn text(out: &mut String, file: &str, found: &[Problem]) {
    out.push_str(&plain(&format!("{file}: {}\n", summary(found))));
    for Problem { severity, place, message, remedy, .. } in found {
        out.push_str(&plain(&format!("  {:<8} {message} {remedy} [{place}]\n", severity.name())));
    }
}

/// `1 error, 2 warnings`, or `no problems`.
fn summary(found: &[Problem]) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint]
        .into_iter()
        .filter_map(|severity| {
            let count = found.iter().filter(|problem| problem.severity == severity).count();
            let s = if count == 1 { "" } else { "s" };
            (count > 0).then(|| format!("{count} {}{s}", severity.name()))
        })
        .collect();
    if counts.is_empty() { "no problems".to_owned() } else { counts.join(", ") }
}
