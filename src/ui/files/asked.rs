//! The questions that files raise, and what their answers lead to.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use egui::{Align2, Area, Context, Id, Label, Order, vec2};

use super::errand::Errand;
use super::folder::{ago, file_name};
use super::merging::{self, Merging};
use super::modal::{self, Answer};
use super::native::NativeDialog;
use super::path_dialog::{PathAnswer, PathDialog};
use super::recovery::{self, Recovery};
use super::versions::{self, Versions};
use super::{Dialogs, Files, Outcome};
use crate::edit::Session;
use crate::model::Plan;
use crate::store::{self, Fingerprint, fingerprint_of_file};
use crate::ui::command::{Export, Wanted};
use crate::ui::theme::{size, text};
use crate::ui::widgets::{dialog_frame, steady_list};

/// Width of a dialog that shows an error.
const NOTICE_WIDTH: f32 = 520.0;
/// Height to which an error may grow before it scrolls.
const NOTICE_HEIGHT: f32 = 260.0;

/// The question on the screen.
#[derive(Debug)]
pub(super) enum Asked {
    /// The open plan is not saved, and this would cost it.
    Unsaved(Errand),
    /// Somebody else has changed the file that is to be written.
    Conflict(Box<Conflict>),
    /// Which file, asked inside the window.
    Path(Box<PathDialog>, Purpose),
    /// Which file, asked by the desktop.
    Native(NativeDialog, Purpose),
    /// Plans that were open when the program ended.
    Recovery(Box<Recovery>),
    /// The open plan as it was saved before.
    Versions(Box<Versions>),
    /// How another version is merged into the open plan.
    Merging(Merging),
    /// Something did not work.
    Notice(Notice),
}

/// What a file is asked for.
#[derive(Clone, Debug)]
pub(super) enum Purpose {
    /// To open it as a plan.
    Open,
    /// To take scenarios out of it.
    Scenarios,
    /// To write this plan there.
    Copy(Arc<Plan>),
    /// To read something else from it.
    Read(Wanted),
    /// To merge it into the open plan.
    Merge,
    /// To know what both versions began from.
    MergeBase(Box<Merging>),
    /// To save there, and then to do something else.
    SaveAs(Option<Errand>),
    /// To write this there.
    Export(Export),
    /// To write a copy of an earlier version there.
    Earlier(Arc<[u8]>),
}

impl Purpose {
    /// The title of a dialog for a file to open, and its button.
    pub(super) fn opening(&self) -> (&'static str, &'static str) {
        match self {
            Self::Merge => ("Merge with another version", "Choose"),
            Self::MergeBase(_) => ("What both versions began from", "Choose"),
            Self::Scenarios => ("Import scenarios of another plan", "Choose"),
            Self::Read(Wanted::Players) => ("Import players", "Open"),
            Self::Read(Wanted::Fixtures) => ("Import fixtures", "Open"),
            Self::Read(Wanted::PlansFolder) => ("Folder for plans", "Choose"),
            _ => ("Open a plan", "Open"),
        }
    }
}

/// Something did not work.
#[derive(Debug)]
pub(super) struct Notice {
    /// What, in a few words.
    pub heading: String,
    /// The whole sentence.
    pub sentence: String,
    /// Where the plan could be saved instead, if saving did not work.
    pub elsewhere: Option<Purpose>,
}

/// What is known of a file that somebody else has changed.
#[derive(Debug)]
pub(super) struct Conflict {
    path: PathBuf,
    then: Option<Errand>,
    /// What it holds now.
    found: Option<Fingerprint>,
    changed: Option<String>,
    /// Why it cannot be read as a plan, if it cannot.
    broken: Option<String>,
}

impl Conflict {
    /// Looks at the file once; the question shows what was found.
    pub(super) fn look(path: PathBuf, then: Option<Errand>, now: SystemTime) -> Self {
        let changed = std::fs::metadata(&path).and_then(|metadata| metadata.modified()).ok();
        let (found, broken) = match store::open(&path) {
            Ok(opened) => (Some(opened.fingerprint), None),
            Err(error) => (fingerprint_of_file(&path), Some(error.reason.to_string())),
        };
        Self { path, then, found, changed: changed.map(|then| ago(then, now)), broken }
    }
}

/// Shows the question there is and goes on with its answer.
pub(super) fn ui(files: &mut Files, ctx: &Context, session: &mut Option<Session>) -> Vec<Outcome> {
    match files.asked.take() {
        None => Vec::new(),
        Some(Asked::Unsaved(errand)) => unsaved(files, errand, session, ctx),
        Some(Asked::Conflict(conflict)) => self::conflict(files, conflict, session, ctx),
        Some(Asked::Merging(merging)) => merging::question(files, merging, session.as_ref(), ctx),
        Some(Asked::Notice(notice)) => self::notice(files, notice, session, ctx),
        Some(Asked::Recovery(recovery)) => recovery::ui(files, recovery, session, ctx),
        Some(Asked::Versions(versions)) => versions::ui(files, versions, session, ctx),
        Some(Asked::Path(mut dialog, purpose)) => match dialog.ui(ctx) {
            None => files.ask(Asked::Path(dialog, purpose)),
            Some(PathAnswer::Cancelled) => Vec::new(),
            Some(PathAnswer::Chosen(path)) => files.file_chosen(path, purpose, session, ctx),
        },
        Some(Asked::Native(dialog, purpose)) => {
            if instead_ui(ctx) {
                files.dialogs = Dialogs::InApp;
                files.ask_in_app(&dialog.request, purpose)
            } else {
                files.ask(Asked::Native(dialog, purpose))
            }
        }
    }
}

fn unsaved(files: &mut Files, errand: Errand, session: &mut Option<Session>, ctx: &Context) -> Vec<Outcome> {
    let name = session.as_ref().map_or_else(String::new, |session| session.plan().name.clone());
    let heading = format!("Save changes to {name}?");
    let loss = match &errand {
        Errand::Open(_) | Errand::Sample(_) => "Another plan is about to open. ",
        Errand::Create(..) => "A new plan is about to begin. ",
        Errand::Recover => "Unsaved work from before is about to be looked at. ",
        Errand::Close => "The plan is about to close. ",
        Errand::Quit => "Backline is about to close. ",
    };
    let sentence = format!("{loss}Without saving, what you changed since the last save is lost.");
    let choices = [Answer::new("Save"), Answer::new("Don\u{2019}t save"), Answer::new("Cancel")];
    match modal::question(ctx, "unsaved", &heading, &[&sentence], &choices) {
        None => files.ask(Asked::Unsaved(errand)),
        Some(0) => files.save(Some(errand), session, ctx),
        Some(1) => files.carry_out(errand, session),
        Some(_) => Vec::new(),
    }
}

fn conflict(
    files: &mut Files,
    conflict: Box<Conflict>,
    session: &mut Option<Session>,
    ctx: &Context,
) -> Vec<Outcome> {
    let name = file_name(&conflict.path);
    let heading = format!("{name} was changed by someone else");
    let when = conflict.changed.as_deref().map_or_else(String::new, |ago| format!(" ({ago})"));
    let what = format!(
        "Another program has written the file{when} since you opened or saved it here. Nothing was overwritten. \
         File: {}",
        conflict.path.display()
    );
    let theirs = match &conflict.broken {
        None => {
            "\u{201c}Merge\u{201d} takes their changes over into your plan and asks where you contradict each other; \
             save again afterwards. \u{201c}Keep mine\u{201d} writes your plan over theirs. \u{201c}Take theirs\u{201d} \
             opens the one on disk and drops what you changed since your last save."
                .to_owned()
        }
        Some(why) => format!("What is on disk now cannot be opened: {why}"),
    };
    let refused = conflict.broken.as_ref().map(|_| "What is on disk cannot be opened as a plan.");
    let choices = [
        Answer::new("Keep mine"),
        Answer { words: "Merge", refused },
        Answer { words: "Take theirs", refused },
        Answer::new("Save as\u{2026}"),
        Answer::new("Cancel"),
    ];
    // The usual answer, the first, is the one that loses nothing and can be given.
    let order = if refused.is_some() { [0, 1, 2, 3, 4] } else { [1, 0, 2, 3, 4] };
    let shown: Vec<Answer<'_>> = order.iter().filter_map(|place| choices.get(*place).copied()).collect();
    let chosen = modal::question(ctx, "conflict", &heading, &[&what, &theirs], &shown);
    match chosen.and_then(|place| shown.get(place)).map(|answer| answer.words) {
        None => files.ask(Asked::Conflict(conflict)),
        // Only over what the question was about: a further change raises the question anew.
        Some("Keep mine") => files.write(conflict.path, conflict.found, conflict.then, session),
        Some("Merge") => match session.as_mut() {
            Some(open) => merging::with_disk(files, &conflict.path, open),
            None => Vec::new(),
        },
        Some("Take theirs") => {
            let mut outcomes = files.carry_out(Errand::Open(conflict.path), session);
            if files.asked.is_none()
                && let Some(errand) = conflict.then
            {
                outcomes.extend(files.carry_out(errand, session));
            }
            outcomes
        }
        Some("Save as\u{2026}") => files.save_as(conflict.then, session.as_ref(), ctx),
        Some(_) => Vec::new(),
    }
}

fn notice(files: &mut Files, notice: Notice, session: &mut Option<Session>, ctx: &Context) -> Vec<Outcome> {
    let elsewhere = notice.elsewhere.is_some();
    let mut choices = vec!["Close"];
    if elsewhere {
        choices.insert(0, "Save as\u{2026}");
    }
    choices.insert(1, "Copy text");
    let answers: Vec<Answer<'_>> = choices.iter().map(|words| Answer::new(words)).collect();
    let shown = modal::modal(ctx, "notice", NOTICE_WIDTH, |ui| {
        modal::title(ui, &notice.heading);
        steady_list(NOTICE_HEIGHT).show(ui, |ui| {
            ui.add(Label::new(text::body(&notice.sentence)).wrap().selectable(true));
        });
        modal::answers(ui, &answers, true)
    });
    let chosen = shown.inner.and_then(|place| choices.get(place).copied());
    match (chosen, shown.should_close()) {
        (Some("Copy text"), _) => {
            ctx.copy_text(notice.sentence.clone());
            files.ask(Asked::Notice(notice))
        }
        (None, false) => files.ask(Asked::Notice(notice)),
        (Some("Close") | None, _) => Vec::new(),
        (Some(_), _) => match notice.elsewhere {
            Some(purpose) => files.ask_for_file(purpose, session.as_ref(), ctx),
            None => Vec::new(),
        },
    }
}

/// While the desktop's dialog is open, offers ours instead: some desktops promise one that never comes.
fn instead_ui(ctx: &Context) -> bool {
    Area::new(Id::unique("path instead"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -size::GAP_XL))
        .show(ctx, |ui| {
            dialog_frame(ui.ctx())
                .inner_margin(size::GAP_S)
                .show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.add_space(size::GAP_XS);
                        ui.label(text::second("Waiting for the desktop\u{2019}s file dialog."));
                        ui.button("Type a path instead").clicked()
                    })
                    .inner
                })
                .inner
        })
        .inner
}
