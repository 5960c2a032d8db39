//! `backline merge`: three versions of a plan become one, by hand or as a merge driver of Git.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use crate::edit::{Change, ChangeKind, Merged, Side, merge};
use crate::model::{Conflict, Plan};
use crate::report::{ConflictWords, FileWords};
use crate::store::{self, OpenReason};

use super::answer::{Answer, Exit};
use super::plain;

/// How many changes of one side are listed.
const LISTED: usize = 30;

/// Merge two versions of a plan.
///
/// What only one side has changed since BASE is taken; what both have changed differently is a conflict: both values
/// are kept in the plan, which holds ours meanwhile, until somebody chooses in the window. An empty or missing BASE
/// stands for none.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  backline merge base.json mine.json theirs.json -o plan.json\n\n\
                  As a merge driver of Git:\n  git config merge.backline.driver \"backline merge %O %A %B -o %A\"\n  \
                  echo '*.plan.json merge=backline' >> .gitattributes\n\n\
                  The JSON: {\"plan\", \"conflicts\": [{\"path\", \"place\", \"base\", \"ours\", \"theirs\"}], \
                  \"from_ours\", \"from_theirs\", \"from_both\": [{\"path\", \"place\", \"change\"}]}\n\n\
                  Exit codes:\n  0  merged\n  1  merged, with conflicts; OUT is written\n  \
                  2  a file cannot be read or OUT not written; OUT is as it was")]
pub(super) struct Merge {
    /// The version that both sides began from; empty or missing for none.
    base: PathBuf,

    /// One version.
    ours: PathBuf,

    /// The other version.
    theirs: PathBuf,

    /// Where the merged plan goes; may be one of the three.
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// Print JSON instead of text, with every conflict and every change.
    #[arg(long)]
    json: bool,
}

impl Merge {
    pub(super) fn answer(self) -> Answer {
        self.merged().unwrap_or_else(|complaint| Answer::failed(plain(&complaint), Exit::Unreadable))
    }

    fn merged(&self) -> Result<Answer, String> {
        let Self { base, ours, theirs, output, json } = self;
        let base = read_base(base)?;
        let [ours, theirs] = [read(ours)?, read(theirs)?];
        let merged = merge(base.as_ref(), &ours, &theirs).map_err(|error| format!("Not merged: {error}."))?;
        let shown = output.display().to_string();
        let text = store::to_json(&merged.plan);
        // What is written can be opened: two plans may be too much for one file.
        store::parse(text.as_bytes(), &shown).map_err(|error| format!("Not merged: {error}"))?;
        store::write_atomically(output, text.as_bytes(), None).map_err(|error| error.to_string())?;

        let plans: Vec<&Plan> = [&merged.plan, &ours, &theirs].into_iter().chain(base.as_ref()).collect();
        let file = FileWords::of(&plans);
        let out =
            if *json { format!("{:#}\n", in_json(&merged, &file)) } else { plain(&in_words(&merged, &file)) };
        let mut answer = Answer::fine(out);
        if !merged.conflicts.is_empty() {
            answer.worsen(Exit::Errors);
        }
        Ok(answer)
    }
}

fn read(file: &Path) -> Result<Plan, String> {
    store::open(file).map(|opened| opened.plan).map_err(|error| error.to_string())
}

/// The base, if there is one: Git hands over an empty file where both sides have added the plan.
fn read_base(file: &Path) -> Result<Option<Plan>, String> {
    match store::open(file) {
        Ok(opened) => Ok(Some(opened.plan)),
        Err(error) if matches!(error.reason, OpenReason::Empty | OpenReason::NotFound) => Ok(None),
        Err(error) => Err(error.to_string()),
    }
}

fn in_words(merged: &Merged, file: &FileWords<'_>) -> String {
    let Merged { plan, conflicts, changes } = merged;
    let name = &plan.name;
    let old = plan.conflicts.len().saturating_sub(conflicts.len());
    let mut said = vec![match (conflicts.len(), old) {
        (0, 0) => format!("{name}: merged without a conflict."),
        (0, _) => format!("{name}: merged; {old} older conflict{} still open.", s(old)),
        (new, _) => format!("{name}: merged with {new} conflict{}.", s(new)),
    }];
    for (side, heading) in
        [(Side::Ours, "From ours:"), (Side::Theirs, "From theirs:"), (Side::Both, "The same on both sides:")]
    {
        let lines = file.changes(changes, side);
        let more = lines.len().saturating_sub(LISTED);
        said.extend((!lines.is_empty()).then(|| heading.to_owned()));
        said.extend(lines.iter().take(LISTED).map(|line| format!("  {line}")));
        said.extend((more > 0).then(|| format!("  and {more} more")));
    }
    if !conflicts.is_empty() {
        said.push(
            "Conflicts, to be chosen in the window; meanwhile the plan holds ours, or what was kept:"
                .to_owned(),
        );
    }
    for conflict in conflicts {
        let ConflictWords { place, base, ours, theirs } = file.conflict(conflict);
        said.push(format!("  {place} [{}]", conflict.path));
        for (side, words) in [("base", base), ("ours", ours), ("theirs", theirs)] {
            said.push(format!("    {side:<7} {}", words.replace('\n', " ")));
        }
    }
    said.join("\n") + "\n"
}

fn in_json(merged: &Merged, file: &FileWords<'_>) -> Value {
    let Merged { plan, conflicts, changes } = merged;
    let conflicts: Vec<Value> = conflicts
        .iter()
        .map(|conflict| {
            let Conflict { path, base, ours, theirs, .. } = conflict;
            json!({"path": path, "place": file.path(path), "base": base, "ours": ours, "theirs": theirs})
        })
        .collect();
    let of = |side: Side| -> Value {
        let rows =
            changes.iter().filter(|change| change.side == side).map(|Change { kind, path, .. }| {
                let change = match kind {
                    ChangeKind::Added => "added",
                    ChangeKind::Changed => "changed",
                    ChangeKind::Removed => "removed",
                };
                json!({"path": path, "place": file.path(path), "change": change})
            });
        rows.collect()
    };
    json!({
        "plan": plan.name,
        "conflicts": conflicts,
        "from_ours": of(Side::Ours),
        "from_theirs": of(Side::Theirs),
        "from_both": of(Side::Both),
    })
}

fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
