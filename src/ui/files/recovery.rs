//! The question about plans that were open when the program ended unexpectedly.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::{Context, Label, RichText, Ui};

use super::folder::{ago, shown};
use super::modal::{self, Answer};
use super::{Asked, Files, Outcome};
use crate::edit::Session;
use crate::model::words;
use crate::report::differences;
use crate::store::{self, Ending, Leftover};
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{ListRow, section_heading, steady_list};

/// Width of the dialog, points.
const WIDTH: f32 = 600.0;
/// Heights to which its lists may grow before they scroll, points.
const LIST_HEIGHT: f32 = 150.0;
const DIFFERENCES_HEIGHT: f32 = 240.0;
/// The most lines of each list of differences.
const MOST_LINES: usize = 200;

/// The question, with what was found out once.
#[derive(Debug)]
pub(super) struct Recovery {
    found: Vec<Found>,
    chosen: usize,
    /// The differences are shown.
    open: bool,
    /// What was to be opened first.
    then: Option<PathBuf>,
    /// The program starts with this question.
    starting: bool,
    /// Where the report is, if it failed.
    report: Option<String>,
}

/// A plan that was left behind, in words.
#[derive(Debug)]
struct Found {
    leftover: Leftover,
    name: String,
    /// `3 changes since the last save`.
    changes: String,
    when: String,
    file: String,
    /// What is to be known before deciding.
    remarks: Vec<String>,
    differences: Option<Differences>,
}

/// What was done, and what differs from the file.
#[derive(Debug)]
struct Differences {
    done: Vec<String>,
    fields: Vec<String>,
    against: &'static str,
}

/// The unsaved work that waits for a decision: of each plan its name and how much it is.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Waiting(Vec<String>);

impl Waiting {
    fn of(found: &[Found]) -> Self {
        let each =
            found.iter().map(|Found { name, changes, .. }| format!("\u{201c}{name}\u{201d} ({changes})"));
        Self(each.collect())
    }

    /// How many plans it is of.
    pub(super) fn plans(&self) -> usize {
        self.0.len()
    }

    /// What is to be known of it beside an open plan.
    pub(super) fn words(&self) -> String {
        format!("Unsaved work waits for you: {}. What is open is without it.", self.0.join(", "))
    }
}

impl Recovery {
    /// What it is about.
    pub(super) fn waiting(&self) -> Waiting {
        Waiting::of(&self.found)
    }

    /// Asks about these plans. After it, if nothing was kept, `then` is opened.
    pub(super) fn about(
        found: Vec<Leftover>,
        home: Option<&Path>,
        now: SystemTime,
        then: Option<PathBuf>,
        starting: bool,
        report: Option<String>,
    ) -> Self {
        let found = found.into_iter().map(|leftover| Found::look(leftover, home, now)).collect();
        Self { found, chosen: 0, open: false, then, starting, report }
    }
}

impl Found {
    fn look(leftover: Leftover, home: Option<&Path>, now: SystemTime) -> Self {
        let plan = leftover.session().plan();
        let count = leftover.changes();
        let since = if leftover.file_of_plan().is_some() && !leftover.is_sample() {
            "since the last save"
        } else {
            "never saved"
        };
        let changes = match count {
            0 => since.to_owned(),
            1 => format!("1 change {since}"),
            _ => format!("{count} changes {since}"),
        };
        let file = match leftover.file_of_plan() {
            Some(path) if !leftover.is_sample() => shown(&path, home),
            Some(_) => "A sample plan: saving asks for a place of its own.".to_owned(),
            None => "No file yet: saving asks for a place.".to_owned(),
        };
        Self {
            name: plan.name.clone(),
            changes,
            when: leftover.last_change().map_or_else(String::new, |then| ago(then, now)),
            file,
            remarks: remarks(&leftover),
            differences: None,
            leftover,
        }
    }

    fn differences(&mut self) -> &Differences {
        let leftover = &self.leftover;
        self.differences.get_or_insert_with(|| Differences::of(leftover))
    }
}

impl Differences {
    fn of(leftover: &Leftover) -> Self {
        let session = leftover.session();
        let done = session.history().labels().rev().take(MOST_LINES).map(words::capital).collect();
        let on_disk = session.path().and_then(|path| store::open(path).ok()).map(|opened| opened.plan);
        let (before, against) = if let Some(plan) = on_disk {
            (plan, "Compared with the file on disk")
        } else {
            let mut first = session.clone();
            while first.undo().is_some() {}
            ((**first.plan()).clone(), "Compared with how it began")
        };
        let fields = differences(&before, session.plan());
        let fields = fields.iter().take(MOST_LINES).map(ToString::to_string).collect();
        Self { done, fields, against }
    }
}

fn remarks(leftover: &Leftover) -> Vec<String> {
    let mut remarks = Vec::new();
    if let (Some(path), Some(base)) = (leftover.file_of_plan(), leftover.base())
        && !leftover.is_sample()
    {
        match store::fingerprint_of_file(&path) {
            Some(now) if now == base => {}
            Some(_) => remarks.push(
                "The file was changed on disk since: saving will ask which of the two stays.".to_owned(),
            ),
            None => remarks.push("The file is no longer there: saving writes it anew.".to_owned()),
        }
    }
    match leftover.ending() {
        Ending::Whole => {}
        Ending::Torn => remarks.push("The very last change was cut off and is left out.".to_owned()),
        Ending::Broken { line, unread } => remarks.push(format!(
            "The journal is damaged at line {line}: everything before it comes back, {unread} {} do not. The \
             damaged journal is kept for some days.",
            if unread == 1 { "line" } else { "lines" }
        )),
    }
    remarks
}

impl Files {
    /// Starts: with the question about unsaved work, if some was left behind, else with a plan.
    pub fn start(&mut self, named: Option<PathBuf>, session: &mut Option<Session>) -> Vec<Outcome> {
        let named = named.map(|path| std::path::absolute(&path).unwrap_or(path));
        let now = SystemTime::now();
        store::sweep(&self.folders, now);
        store::sweep_locks(&self.folders, now);
        let (found, unreadable) = store::leftovers(&self.folders);
        let mut outcomes: Vec<Outcome> = unreadable.into_iter().map(Outcome::Said).collect();
        let report = store::new_report(&self.folders).map(|path| {
            let place = shown(&path, self.home.as_deref());
            format!("Something in Backline failed. A report, sent to nobody, says what: {place}")
        });
        if found.is_empty() {
            outcomes.extend(self.begin_with(named, session));
            outcomes.extend(report.map(Outcome::Said));
        } else {
            let recovery = Recovery::about(found, self.home.as_deref(), now, named, true, report);
            outcomes.extend(self.ask(Asked::Recovery(Box::new(recovery))));
        }
        outcomes
    }

    /// How many plans with unsaved work wait for a decision.
    #[must_use]
    pub fn left_behind(&self) -> usize {
        self.left_behind.plans()
    }

    /// Asks about unsaved work that was left behind, whenever the user wants to decide.
    pub(super) fn recover(&mut self) -> Vec<Outcome> {
        let (found, unreadable) = store::leftovers(&self.folders);
        let mut outcomes: Vec<Outcome> = unreadable.into_iter().map(Outcome::Said).collect();
        if found.is_empty() {
            self.left_behind = Waiting::default();
            outcomes.push(Outcome::Said("No unsaved work was left behind.".to_owned()));
        } else {
            let recovery = Recovery::about(found, self.home.as_deref(), SystemTime::now(), None, false, None);
            self.left_behind = recovery.waiting();
            outcomes.extend(self.ask(Asked::Recovery(Box::new(recovery))));
        }
        outcomes
    }
}

/// Shows the question and goes on with its answer.
pub(super) fn ui(
    files: &mut Files,
    mut recovery: Box<Recovery>,
    session: &mut Option<Session>,
    ctx: &Context,
) -> Vec<Outcome> {
    let words = if recovery.open { "Hide differences" } else { "Show differences" };
    let answers =
        [Answer::new("Keep"), Answer::new(words), Answer::new("Discard"), Answer::new("Decide later")];
    let shown = modal::modal(ctx, "recovery", WIDTH, |ui| {
        recovery.content_ui(ui);
        modal::answers(ui, &answers, true)
    });
    match (shown.inner, shown.should_close()) {
        (Some(0), _) => keep(files, *recovery, session),
        (Some(1), _) => {
            recovery.open = !recovery.open;
            files.ask(Asked::Recovery(recovery))
        }
        (Some(2), _) => discard(files, recovery, session),
        (None, false) => files.ask(Asked::Recovery(recovery)),
        _ => later(files, *recovery, session),
    }
}

impl Recovery {
    fn content_ui(&mut self, ui: &mut Ui) {
        modal::title(ui, "Unsaved work came back");
        let what = match self.found.len() {
            1 => "Backline ended before this plan was saved. Every change up to then was kept.",
            _ => "Backline ended before these plans were saved. Every change up to then was kept.",
        };
        ui.add(Label::new(text::body(what)).wrap());
        if let Some(report) = &self.report {
            ui.add(Label::new(text::second(report).weak()).wrap().selectable(true));
        }
        ui.add_space(size::GAP_XS);
        let one = self.found.len() == 1;
        steady_list(LIST_HEIGHT).id_salt("left behind").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::HAIRLINE;
            for (place, found) in self.found.iter().enumerate() {
                let row = ListRow::new(icons::HISTORY, &found.name)
                    .second(&found.changes)
                    .end(&found.when)
                    .highlighted(!one && place == self.chosen);
                if ui.add(row).clicked() {
                    self.chosen = place;
                }
            }
        });
        let open = self.open;
        let Some(found) = self.found.get_mut(self.chosen) else { return };
        ui.add(Label::new(text::second(&found.file).weak()).truncate());
        let warn = theme::palette(ui).tone(Tone::Warn).text;
        for remark in &found.remarks {
            ui.horizontal_top(|ui| {
                ui.label(text::icon(icons::WARNING, text::SECTION_SIZE).color(warn));
                ui.add(Label::new(text::second(remark).color(warn)).wrap());
            });
        }
        if open {
            differences_ui(ui, found.differences());
        }
    }
}

fn differences_ui(ui: &mut Ui, differences: &Differences) {
    let Differences { done, fields, against } = differences;
    steady_list(DIFFERENCES_HEIGHT).id_salt("differences").show(ui, |ui| {
        ui.set_width(ui.available_width());
        section_heading(ui, "What you did", "the last first");
        lines_ui(ui, done, "Nothing that could be undone.");
        ui.add_space(size::GAP_S);
        section_heading(ui, against, "");
        lines_ui(ui, fields, "Nothing differs.");
    });
}

/// A list of lines, or what is said when there are none.
pub(super) fn lines_ui(ui: &mut Ui, lines: &[String], none: &str) {
    if lines.is_empty() {
        ui.label(text::second(none).weak());
    }
    for line in lines {
        let line: RichText = text::second(line);
        ui.add(Label::new(line).wrap().selectable(true));
    }
}

fn keep(files: &mut Files, recovery: Recovery, session: &mut Option<Session>) -> Vec<Outcome> {
    let Recovery { mut found, chosen, then, .. } = recovery;
    if chosen >= found.len() {
        return Vec::new();
    }
    let Found { leftover, name, .. } = found.swap_remove(chosen);
    let (base, is_sample, of) = (leftover.base(), leftover.is_sample(), leftover.file_of_plan());
    files.keeper.end(session.as_ref());
    let fresh = files.keeper.adopt(leftover);
    let path = fresh.path().filter(|_| !is_sample).cloned();
    *session = Some(fresh);
    (files.on_disk, files.is_sample, files.left_behind) = (base, is_sample, Waiting::of(&found));
    let trouble = path.as_ref().and_then(|path| files.remember(|settings| settings.remember(path)));
    let rest = match found.len() {
        0 => String::new(),
        _ => " Other unsaved work is in the menu under \u{201c}Unsaved work\u{201d}.".to_owned(),
    };
    let named = then.filter(|then| Some(then) != of.as_ref());
    let named = named.map_or_else(String::new, |named| format!(" {} was not opened.", named.display()));
    let said = Outcome::Said(format!("{name} is back as it was; it is not saved yet.{rest}{named}"));
    [Outcome::Opened, said].into_iter().chain(trouble).collect()
}

fn discard(files: &mut Files, mut recovery: Box<Recovery>, session: &mut Option<Session>) -> Vec<Outcome> {
    if recovery.chosen >= recovery.found.len() {
        return Vec::new();
    }
    let Found { leftover, name, .. } = recovery.found.remove(recovery.chosen);
    let said = match leftover.discard(&files.folders) {
        Ok(_) => Outcome::Said(format!("What was changed in {name} is set aside for two weeks.")),
        Err(error) => {
            Outcome::Said(format!("What was changed in {name} could not be set aside and stays: {error}."))
        }
    };
    recovery.chosen = 0;
    recovery.open = false;
    let mut outcomes = if recovery.found.is_empty() {
        files.left_behind = Waiting::default();
        later(files, *recovery, session)
    } else {
        files.ask(Asked::Recovery(recovery))
    };
    outcomes.push(said);
    outcomes
}

/// Leaves what is left where it is, and begins as if it were not there.
fn later(files: &mut Files, recovery: Recovery, session: &mut Option<Session>) -> Vec<Outcome> {
    files.left_behind = recovery.waiting();
    let Recovery { then, starting, .. } = recovery;
    if starting { files.begin_with(then, session) } else { Vec::new() }
}
