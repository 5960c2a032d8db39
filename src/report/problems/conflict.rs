//! What a merge left to be chosen.

use crate::report::{ConflictWords, FileWords};

use super::{Finder, Place};

/// The longest value that is told in a problem's sentence.
const LONGEST: usize = 60;

pub(super) fn conflicts(finder: &mut Finder<'_>) {
    let plan = finder.plan;
    if plan.conflicts.is_empty() {
        return;
    }
    let plans = [plan];
    let file = FileWords::of(&plans);
    for (number, conflict) in plan.conflicts.iter().enumerate() {
        let ConflictWords { place, ours, theirs, .. } = file.conflict(conflict);
        if conflict.same_as.is_some() {
            finder.warning(
                Place::Conflict(number),
                format!(
                    "A merge cannot tell whether these are one person: {ours} (ours); {theirs} (theirs)."
                ),
                "Say so under \u{201c}Resolve conflicts\u{201d}.",
            );
            continue;
        }
        finder.warning(
            Place::Conflict(number),
            format!(
                "{place}: a merge found two versions, {} (ours) and {} (theirs).",
                short(&ours),
                short(&theirs)
            ),
            "Choose one of them under \u{201c}Resolve conflicts\u{201d}.",
        );
    }
}

fn short(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    let mut out: String = line.chars().take(LONGEST).collect();
    if out.len() < words.len() {
        out.push('\u{2026}');
    }
    out
}
