//! Earlier versions of the open plan: what they said, and the way back to them.

use std::path::Path;
use std::time::SystemTime;

use egui::{Context, Label, Ui};

use super::folder::ago;
use super::modal::{self, Answer};
use super::recovery::lines_ui;
use super::{Asked, Files, Outcome, Purpose};
use crate::edit::{Edit, Session};
use crate::model::Plan;
use crate::report::differences;
use crate::store::{AppFolders, Version, versions};
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets::{ListRow, section_heading, steady_list};

/// Width of the dialog, points.
const WIDTH: f32 = 600.0;
/// Heights to which its lists may grow before they scroll, points.
const LIST_HEIGHT: f32 = 200.0;
const DIFFERENCES_HEIGHT: f32 = 200.0;
/// The most differences that are listed.
const MOST_LINES: usize = 200;

/// The list, and what is known of the chosen version.
#[derive(Debug)]
pub(super) struct Versions {
    listed: Vec<Listed>,
    chosen: usize,
    read: Option<Read>,
}

#[derive(Debug)]
struct Listed {
    version: Version,
    when: String,
    size: String,
    ago: String,
}

/// What a version says: the plan and how it differs, or why it cannot be read.
#[derive(Debug)]
struct Read {
    chosen: usize,
    plan: Result<(Box<Plan>, Vec<String>), String>,
}

impl Versions {
    /// Those of the plan in this file.
    pub(super) fn of(folders: &AppFolders, path: &Path, now: SystemTime) -> Self {
        let listed = versions(folders, path)
            .into_iter()
            .map(|version| Listed {
                when: moment(version.saved),
                size: kilobytes(version.length),
                ago: ago(version.saved, now),
                version,
            })
            .collect();
        Self { listed, chosen: 0, read: None }
    }

    fn read(&mut self, now: &Plan) {
        let Self { listed, chosen, read } = self;
        if read.as_ref().is_some_and(|read| read.chosen == *chosen) {
            return;
        }
        let Some(Listed { version, .. }) = listed.get(*chosen) else { return };
        let plan = version.open().map_err(|error| error.to_string()).map(|opened| {
            let found = differences(now, &opened.plan);
            let lines = found.iter().take(MOST_LINES).map(ToString::to_string).collect();
            (Box::new(opened.plan), lines)
        });
        *read = Some(Read { chosen: *chosen, plan });
    }

    fn content_ui(&mut self, ui: &mut Ui) {
        modal::title(ui, "Earlier versions");
        if self.listed.is_empty() {
            let words = "There are none yet. Each time you save, the version before is kept: the last ten, \
                         thinned out over time.";
            ui.add(Label::new(text::body(words)).wrap());
            return;
        }
        let words = "As the plan was each time before it was saved again. Restoring one is a step that can be \
                     undone; the file stays as it is until you save.";
        ui.add(Label::new(text::body(words)).wrap());
        ui.add_space(size::GAP_XS);
        steady_list(LIST_HEIGHT).id_salt("versions").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::HAIRLINE;
            for (place, Listed { when, size, ago, .. }) in self.listed.iter().enumerate() {
                let row = ListRow::new(icons::HISTORY, when).second(ago).end(size);
                if ui.add(row.highlighted(place == self.chosen)).clicked() {
                    self.chosen = place;
                }
            }
        });
        let Some(Read { plan, .. }) = &self.read else { return };
        section_heading(ui, "What restoring it would change", "");
        steady_list(DIFFERENCES_HEIGHT).id_salt("differences").show(ui, |ui| {
            ui.set_width(ui.available_width());
            match plan {
                Ok((_, lines)) => lines_ui(ui, lines, "Nothing: it says what the open plan says."),
                Err(why) => lines_ui(ui, std::slice::from_ref(why), ""),
            }
        });
    }
}

impl Files {
    /// Shows the earlier versions of the open plan, or says why there are none.
    pub(super) fn earlier_versions(&mut self, session: Option<&Session>) -> Vec<Outcome> {
        let path = session.and_then(Session::path).filter(|_| !self.is_sample);
        let Some(path) = path else {
            let words = "This plan has no file yet. Once it is saved, each save keeps the version before it.";
            return vec![Outcome::Said(words.to_owned())];
        };
        let versions = Versions::of(&self.folders, path, SystemTime::now());
        self.ask(Asked::Versions(Box::new(versions)))
    }
}

/// Shows the list and goes on with the answer.
pub(super) fn ui(
    files: &mut Files,
    mut versions: Box<Versions>,
    session: &mut Option<Session>,
    ctx: &Context,
) -> Vec<Outcome> {
    let Some(open) = session.as_ref() else { return Vec::new() };
    versions.read(open.plan());
    let refused = match &versions.read {
        Some(Read { plan: Ok((_, lines)), .. }) if lines.is_empty() => Some("It is what the open plan says."),
        Some(Read { plan: Ok(_), .. }) => None,
        Some(Read { plan: Err(_), .. }) => Some("This version cannot be read."),
        None => Some("There is none."),
    };
    let unreadable = refused.filter(|_| !matches!(&versions.read, Some(Read { plan: Ok(_), .. })));
    let answers = [
        Answer { words: "Restore", refused },
        Answer { words: "Save a copy\u{2026}", refused: unreadable },
        Answer::new("Close"),
    ];
    let shown = modal::modal(ctx, "versions", WIDTH, |ui| {
        versions.content_ui(ui);
        // Without any, there is nothing to answer.
        let close = answers.len() - 1;
        let first = if versions.listed.is_empty() { close } else { 0 };
        modal::answers(ui, answers.get(first..).unwrap_or_default(), true).map(|place| place + first)
    });
    let read = |versions: Versions| {
        let Versions { mut listed, chosen, read } = versions;
        let (plan, _) = read?.plan.ok()?;
        (chosen < listed.len()).then(|| (listed.swap_remove(chosen), plan))
    };
    match (shown.inner, shown.should_close()) {
        (Some(0), _) => {
            let Some((Listed { when, .. }, plan)) = read(*versions) else { return Vec::new() };
            let label = format!("go back to the version of {when}");
            vec![Outcome::Edited(Box::new(Edit::ReplacePlan { plan, label }))]
        }
        (Some(1), _) => match read(*versions).and_then(|(listed, _)| std::fs::read(listed.version.path).ok())
        {
            Some(bytes) => files.ask_for_file(Purpose::Earlier(bytes.into()), session.as_ref(), ctx),
            None => files.fail("The version could not be read", "It is no longer there.".to_owned(), None),
        },
        (None, false) => files.ask(Asked::Versions(versions)),
        _ => Vec::new(),
    }
}

/// `24 Jan 2026, 14:05`, where the user is.
fn moment(then: SystemTime) -> String {
    let Ok(then) = jiff::Timestamp::try_from(then) else { return "long ago".to_owned() };
    let there = then.to_zoned(jiff::tz::TimeZone::system());
    let day = crate::model::words::date(there.date());
    format!("{day}, {:02}:{:02}", there.hour(), there.minute())
}

fn kilobytes(length: u64) -> String {
    format!("{} kB", length.div_ceil(1_000))
}
