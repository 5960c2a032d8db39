//! Between the app and the disk, from the user's side: what is opened and saved, and what is asked about it.
//!
//! [`Files`] holds what the app knows of the disk. [`Files::act`] carries a command out or asks a question first;
//! [`Files::dialogs_ui`] and [`Files::poll`] show the question and go on with its answer. Nothing here waits: native
//! dialogs run on a thread of their own.
//!
//! Whatever fails, the open plan and its history stay as they are.

mod asked;
mod banner;
mod chosen;
mod drop;
mod errand;
mod folder;
mod merging;
mod modal;
mod native;
mod path_dialog;
mod recent;
mod recovery;
mod reveal;
mod start_folder;
#[cfg(test)]
mod tests;
mod versions;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use egui::{Context, Ui};

use self::asked::{Asked, Conflict, Notice, Purpose};
use self::errand::Errand;
use self::native::NativeDialog;
use super::command::{ExportKind, FileCommand, Wanted};
use super::theme::Theme;
use crate::edit::{Edit, Session};
use crate::model::{Plan, words};
use crate::store::{AppFolders, Fingerprint, Keeper, SaveError, Saved, Settings, ThemeChoice};

pub use drop::{drop_overlay, dropped};
pub(in crate::ui) use folder::file_name;
pub(in crate::ui) use merging::came_in;
pub use recent::RecentPlan;
pub use reveal::reveal;

/// Which dialogs ask for files.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Dialogs {
    /// The desktop's own, and ours where there are none.
    Native,
    /// Ours, inside the window.
    InApp,
}

/// What came of a command, for the app to react to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The session was replaced: what is on the screen belongs to a plan that is gone.
    Opened,
    /// The plan is now in this file.
    Saved(PathBuf),
    /// Scenarios are wanted of this plan, read from this file.
    Scenarios(Box<Plan>, PathBuf),
    /// The plan is to be changed like this.
    Edited(Box<Edit>),
    /// This file was chosen, for the app to read.
    Chosen(Wanted, PathBuf),
    /// Another version is to be merged into the open plan, as one step.
    Merge(Box<Edit>),
    /// Something was taken along into this file.
    Exported(ExportKind, PathBuf),
    /// Something to say in passing.
    Said(String),
    /// The full sentence of what did not work. A dialog already shows it.
    Failed(String),
    /// The plan was closed: there is no session any more.
    Closed,
    /// Nothing is left to ask: leave the program.
    Quit,
}

/// What is known of the disk: the file of the open plan, the settings, and the question on the screen.
#[derive(Debug)]
pub struct Files {
    folders: AppFolders,
    settings: Settings,
    dialogs: Dialogs,
    home: Option<PathBuf>,
    /// What the open plan's file held when it was last read or written.
    on_disk: Option<Fingerprint>,
    /// The open plan is a sample as it was delivered: saving asks for a new place.
    is_sample: bool,
    asked: Option<Asked>,
    recent: Option<Vec<RecentPlan>>,
    keeper: Keeper,
    /// How many plans with unsaved work wait for a decision.
    left_behind: usize,
}

impl Files {
    /// Reads the settings in `folders`; the sentences tell the user what was wrong with them.
    #[must_use]
    pub fn new(folders: AppFolders) -> (Self, Vec<String>) {
        let (settings, sentence) = Settings::load(&folders);
        let dialogs = if native::seem_available() { Dialogs::Native } else { Dialogs::InApp };
        let files = Self {
            keeper: Keeper::new(folders.clone()),
            left_behind: 0,
            folders,
            settings,
            dialogs,
            home: directories::BaseDirs::new().map(|known| known.home_dir().to_owned()),
            on_disk: None,
            is_sample: false,
            asked: None,
            recent: None,
        };
        (files, sentence.into_iter().collect())
    }

    /// Chooses which dialogs ask for files.
    pub fn use_dialogs(&mut self, dialogs: Dialogs) {
        self.dialogs = dialogs;
    }

    /// A question is on the screen: keys and menus of the window wait.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asked.is_some()
    }

    /// The open plan is a sample: [`FileCommand::Save`] will ask for a place of its own.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.is_sample
    }

    /// The settings, for what only the app reads: the size of the window.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Changes the settings and writes them.
    ///
    /// # Errors
    /// Why they could not be written; they hold until the program ends all the same.
    pub fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) -> Result<(), SaveError> {
        change(&mut self.settings);
        self.recent = None;
        self.settings.save(&self.folders)
    }

    /// Where dialogs begin for a plan without a file as long as no folder for plans is chosen.
    #[must_use]
    pub fn usual_plans_folder(&self) -> PathBuf {
        start_folder::usual(self)
    }

    /// A path as it is shown, with `~` for the home folder.
    #[must_use]
    pub fn shown(&self, path: &Path) -> String {
        folder::shown(path, self.home.as_deref())
    }

    /// The path that is meant by what is typed in a place without a folder of its own.
    #[must_use]
    pub fn meant(&self, typed: &str) -> PathBuf {
        let home = self.home.as_deref();
        folder::meant(typed, home.unwrap_or(Path::new("")), home)
    }

    /// The theme to show: the chosen one, else the system's, else dark.
    #[must_use]
    pub fn theme(&self, ctx: &Context) -> Theme {
        match self.settings.theme {
            ThemeChoice::Dark => Theme::Dark,
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::System => ctx.system_theme().map_or_else(Theme::default, Theme::from),
        }
    }

    /// Shows `ctx` as the settings have it: colours, size of text, motion. Dates and money read so on this thread.
    pub fn show_settings(&self, ctx: &Context) {
        super::theme::select(ctx, self.theme(ctx));
        super::theme::reduce_motion(ctx, self.settings.reduced_motion);
        words::set_style(self.settings.reading);
        ctx.set_zoom_factor(self.settings.text_size);
    }

    /// Chooses a theme from now on and shows `ctx` in it.
    ///
    /// # Errors
    /// Why the choice could not be written down; it holds until the program ends all the same.
    pub fn set_theme(&mut self, theme: Theme, ctx: &Context) -> Result<(), SaveError> {
        super::theme::select(ctx, theme);
        self.change_settings(|settings| {
            settings.theme = match theme {
                Theme::Dark => ThemeChoice::Dark,
                Theme::Light => ThemeChoice::Light,
            };
        })
    }

    /// The plans opened or saved lately, the newest first.
    ///
    /// The disk is asked once after each change of the list, not in every frame.
    pub fn recent(&mut self) -> &[RecentPlan] {
        let Self { settings, recent, home, .. } = self;
        recent.get_or_insert_with(|| {
            let now = SystemTime::now();
            settings.recent.iter().map(|path| RecentPlan::look(path, home.as_deref(), now)).collect()
        })
    }

    /// Writes down what was done to the open plan. To be called before every frame.
    pub fn record(&mut self, session: &mut Session) {
        self.keeper.record(session);
    }

    /// Opens the file `named` on the command line, else the plan that was open last.
    fn begin_with(&mut self, named: Option<PathBuf>, session: &mut Option<Session>) -> Vec<Outcome> {
        if let Some(path) = named {
            return self.open(path, session);
        }
        match self.settings.last_opened.clone() {
            None => Vec::new(),
            Some(path) if path.exists() => self.open(path, session),
            Some(path) => {
                vec![Outcome::Said(format!(
                    "The plan that was open last is no longer there. It may have been moved, renamed or \
                     deleted. File: {}",
                    path.display()
                ))]
            }
        }
    }

    /// Carries a command out, or asks first.
    ///
    /// While a question is on the screen only leaving and opening a named file (dropped on the window) are heard:
    /// they take its place.
    pub fn act(
        &mut self,
        command: FileCommand,
        session: &mut Option<Session>,
        ctx: &Context,
    ) -> Vec<Outcome> {
        if self.asked.is_some() && !matches!(command, FileCommand::Quit | FileCommand::OpenPath(_)) {
            return Vec::new();
        }
        if let Some(session) = session {
            self.keeper.record(session);
        }
        if let Some(Asked::Recovery(recovery)) = self.asked.take() {
            self.left_behind = recovery.plans();
        }
        match command {
            FileCommand::Create(plan, edits) => self.begin(Errand::Create(plan, edits), session),
            FileCommand::Browse(wanted) => self.ask_for_file(Purpose::Read(wanted), session.as_ref(), ctx),
            FileCommand::Open => self.ask_for_file(Purpose::Open, session.as_ref(), ctx),
            FileCommand::OpenPath(path) => self.open(path, session),
            FileCommand::OpenSample(place) => self.begin(Errand::Sample(place), session),
            FileCommand::Save => self.save(None, session, ctx),
            FileCommand::SaveAs => self.save_as(None, session.as_ref(), ctx),
            FileCommand::Merge if session.is_some() => {
                self.ask_for_file(Purpose::Merge, session.as_ref(), ctx)
            }
            // The page for a new plan is the app's.
            FileCommand::New | FileCommand::Merge => Vec::new(),
            FileCommand::ImportScenario => self.ask_for_file(Purpose::Scenarios, session.as_ref(), ctx),
            FileCommand::SaveCopy(plan) => self.ask_for_file(Purpose::Copy(plan), session.as_ref(), ctx),
            FileCommand::Export(export) => self.ask_for_file(Purpose::Export(export), session.as_ref(), ctx),
            FileCommand::Close => self.begin(Errand::Close, session),
            FileCommand::Quit => self.begin(Errand::Quit, session),
            FileCommand::AskAgain => {
                let words = if self.keeper.ask_again() {
                    "The other window has closed it: saving writes the file again."
                } else {
                    "The other window still has it open."
                };
                vec![Outcome::Said(words.to_owned())]
            }
            FileCommand::EarlierVersions => self.earlier_versions(session.as_ref()),
            FileCommand::Recover => self.begin(Errand::Recover, session),
            FileCommand::Forget(path) => {
                self.remember(|settings| settings.forget(&path)).into_iter().collect()
            }
        }
    }

    /// Hears what a native dialog has answered.
    pub fn poll(&mut self, session: &mut Option<Session>, ctx: &Context) -> Vec<Outcome> {
        let Some(Asked::Native(dialog, _)) = &self.asked else { return Vec::new() };
        let Some(answer) = dialog.poll() else { return Vec::new() };
        let Some(Asked::Native(NativeDialog { request, .. }, purpose)) = self.asked.take() else {
            return Vec::new();
        };
        match answer {
            native::Answer::Chosen(path) => self.file_chosen(path, purpose, session, ctx),
            native::Answer::Cancelled => Vec::new(),
            native::Answer::Unavailable => {
                self.dialogs = Dialogs::InApp;
                self.ask_in_app(&request, purpose)
            }
        }
    }

    /// Shows the question there is, and goes on with its answer.
    pub fn dialogs_ui(&mut self, ui: &mut Ui, session: &mut Option<Session>) -> Vec<Outcome> {
        asked::ui(self, ui.ctx(), session)
    }

    fn ask(&mut self, question: Asked) -> Vec<Outcome> {
        self.asked = Some(question);
        Vec::new()
    }

    fn fail(&mut self, heading: &str, sentence: String, purpose: Option<Purpose>) -> Vec<Outcome> {
        self.asked = Some(Asked::Notice(Notice {
            heading: heading.to_owned(),
            sentence: sentence.clone(),
            elsewhere: purpose,
        }));
        vec![Outcome::Failed(sentence)]
    }

    /// Changes the settings; failing to write them is worth a word, not a dialog.
    fn remember(&mut self, change: impl FnOnce(&mut Settings)) -> Option<Outcome> {
        self.change_settings(change).err().map(|error| Outcome::Said(error.to_string()))
    }

    fn save(&mut self, then: Option<Errand>, session: &mut Option<Session>, ctx: &Context) -> Vec<Outcome> {
        let path = session.as_ref().and_then(Session::path).filter(|_| !self.is_sample).cloned();
        match path.filter(|_| self.keeper.ask_again()) {
            Some(path) => self.write(path, self.on_disk, then, session),
            None => self.save_as(then, session.as_ref(), ctx),
        }
    }

    fn save_as(&mut self, then: Option<Errand>, session: Option<&Session>, ctx: &Context) -> Vec<Outcome> {
        if session.is_none() {
            return Vec::new();
        }
        self.ask_for_file(Purpose::SaveAs(then), session, ctx)
    }

    /// Writes the plan unless the file is not what is `expected`, then goes on.
    fn write(
        &mut self,
        path: PathBuf,
        expected: Option<Fingerprint>,
        then: Option<Errand>,
        session: &mut Option<Session>,
    ) -> Vec<Outcome> {
        let Some(open) = session.as_mut() else { return Vec::new() };
        match self.keeper.save(open, &path, expected.as_ref()) {
            Ok(Saved { fingerprint, not_kept }) => {
                (self.on_disk, self.is_sample) = (Some(fingerprint), false);
                let remembered = self.remember(|settings| settings.remember(&path));
                let trouble = not_kept.map(Outcome::Said).or(remembered);
                let mut outcomes: Vec<Outcome> = [Outcome::Saved(path)].into_iter().chain(trouble).collect();
                if let Some(errand) = then {
                    outcomes.extend(self.carry_out(errand, session));
                }
                outcomes
            }
            Err(SaveError::ChangedOnDisk { path }) => {
                self.ask(Asked::Conflict(Box::new(Conflict::look(path, then, SystemTime::now()))))
            }
            Err(error) => self.fail("The plan is not saved", error.to_string(), Some(Purpose::SaveAs(then))),
        }
    }
}
