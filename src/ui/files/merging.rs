//! Another version of the open plan: which file, what both began from, and the step that takes it over.

use std::path::Path;

use egui::Context;

use super::asked::{Asked, Purpose};
use super::folder::file_name;
use super::modal::{self, Answer};
use super::{Files, Outcome};
use crate::edit::{Edit, Session, Side, merge};
use crate::model::Plan;
use crate::report::FileWords;
use crate::store;

/// How many changes are named in passing.
const NAMED: usize = 3;

/// A version that is about to be merged into the open plan.
#[derive(Clone, Debug)]
pub(super) struct Merging {
    theirs: Box<Plan>,
    name: String,
    /// What both versions began from, and the name of its file.
    base: Option<(Box<Plan>, String)>,
}

/// The file of another version was chosen.
pub(super) fn other_chosen(files: &mut Files, path: &Path) -> Vec<Outcome> {
    match store::open(path) {
        Ok(opened) => files.ask(Asked::Merging(Merging {
            theirs: Box::new(opened.plan),
            name: file_name(path),
            base: None,
        })),
        Err(error) => files.fail("The other version could not be opened", error.to_string(), None),
    }
}

/// The file that both versions began from was chosen.
pub(super) fn base_chosen(files: &mut Files, path: &Path, merging: Merging) -> Vec<Outcome> {
    match store::open(path) {
        Ok(opened) => {
            let base = Some((Box::new(opened.plan), file_name(path)));
            files.ask(Asked::Merging(Merging { base, ..merging }))
        }
        Err(error) => files.fail("The common version could not be opened", error.to_string(), None),
    }
}

/// Asks how to merge.
pub(super) fn question(
    files: &mut Files,
    merging: Merging,
    session: Option<&Session>,
    ctx: &Context,
) -> Vec<Outcome> {
    let Merging { theirs, name, base } = &merging;
    let heading = format!("Merge {name} into this plan?");
    let what = format!(
        "What only one version has changed is taken over, what both have changed differently is listed for you to \
         choose. It is one step that can be undone; nothing is written until you save. Theirs: {}",
        theirs.name
    );
    let began = match base {
        Some((_, base)) => format!("Both began from {base}."),
        None => "Without the version that both began from, whatever only one of them has is kept, every difference \
                 is listed, and players are known by name and birth date."
            .to_owned(),
    };
    let choices =
        [Answer::new("Merge"), Answer::new("Choose what both began from\u{2026}"), Answer::new("Cancel")];
    match modal::question(ctx, "merge", &heading, &[&what, &began], &choices) {
        None => files.ask(Asked::Merging(merging)),
        Some(0) => {
            let Merging { theirs, name, base } = merging;
            let base = base.map(|(base, _)| base);
            vec![Outcome::Merge(Box::new(Edit::Merge { base, theirs, name }))]
        }
        Some(1) => files.ask_for_file(Purpose::MergeBase(Box::new(merging)), session, ctx),
        Some(_) => Vec::new(),
    }
}

/// Takes over what somebody else has written into the open plan's file; both began from what was last opened or saved.
pub(super) fn with_disk(files: &mut Files, path: &Path, session: &mut Session) -> Vec<Outcome> {
    match store::open(path) {
        Ok(opened) => {
            let base = session.saved().map(|saved| Box::new((**saved).clone()));
            let theirs = Box::new(opened.plan.clone());
            // From here on the file is what this plan goes on from.
            session.mark_saved(opened.plan.into(), path.to_owned());
            files.on_disk = Some(opened.fingerprint);
            files.keeper.go_on_from(session, opened.fingerprint);
            vec![Outcome::Merge(Box::new(Edit::Merge { base, theirs, name: file_name(path) }))]
        }
        Err(error) => files.fail("What is on disk could not be opened", error.to_string(), None),
    }
}

/// What comes in with a merge into `ours`, in a sentence.
pub(in crate::ui) fn came_in(ours: &Plan, edit: &Edit) -> String {
    let Edit::Merge { base, theirs, .. } = edit else { return String::new() };
    let Ok(merged) = merge(base.as_deref(), ours, theirs) else { return String::new() };
    let plans = [&merged.plan, theirs, ours];
    let lines = FileWords::of(&plans).changes(&merged.changes, Side::Theirs);
    let shown: Vec<&str> = lines.iter().take(NAMED).map(String::as_str).collect();
    let more = lines.len().saturating_sub(shown.len());
    match (shown.is_empty(), more) {
        (true, _) => String::new(),
        (false, 0) => format!(" Came in: {}.", shown.join("; ")),
        (false, more) => format!(" Came in: {}; and {more} more.", shown.join("; ")),
    }
}
