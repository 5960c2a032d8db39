//! The program's window: a plan on the desk or the start screen, the files, and what floats above them.

mod outcome;
mod remark;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod soak;
mod take;
mod task;
mod touring;
#[cfg(test)]
mod typing_tests;
#[cfg(test)]
mod walk;
mod window;

use std::path::PathBuf;

use egui::{Context, Ui};

use crate::edit::{Edit, Session};
use crate::model::Date;
use crate::store::{AppFolders, Settings, WindowSize};

use self::remark::Remark;
use self::task::Task;
use super::command::{Action, Command, FileCommand};
use super::desk::{Desk, Errand};
use super::files::{Dialogs, Files, Outcome, drop_overlay, dropped};
use super::focus::Focus;
use super::keys::keys_ui;
use super::new_plan::NewPlan;
use super::palette::Palette;
use super::preferences::Preferences;
use super::share::Taking;
use super::start::{Gallery, start_ui};
use super::theme::{self, Theme};
use super::tour::Tour;
use super::widgets::hush_below_dialogs;

pub use window::{WindowError, run};

/// How the program is started.
#[derive(Clone, Debug, Default)]
pub struct Launch {
    /// The plan named on the command line.
    pub file: Option<PathBuf>,
}

/// The program's window.
pub struct App {
    files: Files,
    desk: Option<Desk>,
    palette: Palette,
    /// What takes the whole window until it is done or left.
    task: Option<Task>,
    commands: Vec<Command>,
    remark: Option<Remark>,
    /// What the start screen has to say first.
    start_remark: Option<String>,
    /// The pictures on the start screen.
    gallery: Gallery,
    tour: Option<Tour>,
    today: Date,
    closing: bool,
    /// The page of keys is open.
    keys: bool,
    preferences: Preferences,
    title: String,
}

impl App {
    /// The program as it starts: with the named plan, the one open last, or the start screen.
    #[must_use]
    pub fn new(
        ctx: &Context,
        launch: Launch,
        folders: AppFolders,
        today: Date,
        dialogs: Option<Dialogs>,
    ) -> Self {
        theme::install(ctx);
        ctx.add_plugin(Focus::default());
        let (mut files, mut remarks) = Files::new(folders);
        if let Some(dialogs) = dialogs {
            files.use_dialogs(dialogs);
        }
        files.show_settings(ctx);
        let mut app = Self {
            files,
            desk: None,
            palette: Palette::default(),
            task: None,
            commands: Vec::new(),
            remark: None,
            start_remark: None,
            gallery: Gallery::default(),
            tour: None,
            today,
            closing: false,
            keys: false,
            preferences: Preferences::default(),
            title: String::new(),
        };
        let outcomes = app.with_files(|files, session| files.start(launch.file, session));
        app.react(ctx, outcomes);
        remarks.extend(app.remark.take().map(|remark| remark.words));
        if !remarks.is_empty() {
            app.start_remark = Some(remarks.join(" "));
            app.say(ctx, remarks.join(" "));
        }
        app
    }

    /// The plan on the desk, if one is open.
    #[must_use]
    pub fn desk(&self) -> Option<&Desk> {
        self.desk.as_ref()
    }

    /// A thread still works on what is shown.
    #[cfg(test)]
    pub(super) fn is_waiting(&self) -> bool {
        match &self.desk {
            _ if self.task.is_some() => false,
            Some(desk) => desk.derived().is_waiting(&desk.screen),
            None => self.gallery.is_waiting(),
        }
    }

    /// What the program remembers between two starts.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        self.files.settings()
    }

    /// Lends the session to the files; a session that comes back on the same desk keeps what is on the screen.
    fn with_files(
        &mut self,
        action: impl FnOnce(&mut Files, &mut Option<Session>) -> Vec<Outcome>,
    ) -> Vec<Outcome> {
        let (mut session, cleared) = match self.desk.take().map(Desk::clear) {
            Some((session, cleared)) => (Some(session), Some(cleared)),
            None => (None, None),
        };
        let outcomes = action(&mut self.files, &mut session);
        let replaced = outcomes.contains(&Outcome::Opened);
        let table = &self.files.settings().targets;
        let fresh = |session| {
            let mut desk = Desk::new(session);
            if let Some(table) = table {
                desk.lay_out_table(table);
            }
            desk
        };
        self.desk = session.map(|session| match cleared.filter(|_| !replaced) {
            Some(cleared) => Desk::set(session, cleared),
            None => fresh(session),
        });
        outcomes
    }

    /// Keeps how the table of targets is laid out, once the user has changed it.
    fn remember_table(&mut self, ctx: &Context) {
        let Some(table) = self.desk.as_ref().map(Desk::table_settings) else { return };
        let known = &self.files.settings().targets;
        if known.as_ref() == Some(&table) || (known.is_none() && table == Desk::usual_table()) {
            return;
        }
        self.change_settings(ctx, |settings| settings.targets = Some(table));
    }

    /// Takes the keys, and carries out what was asked for since the last frame.
    fn update(&mut self, ctx: &Context) {
        self.outlive_remark(ctx);
        if let Some((path, remark)) = dropped(ctx) {
            self.take_dropped(ctx, path);
            self.commands.extend(remark.map(Command::Say));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.closing {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            // What is being entered is asked about first.
            if !self.task.as_mut().is_some_and(Task::holds_back) {
                self.commands.push(Command::File(FileCommand::Quit));
            }
        }
        // A question has the keyboard to itself; the palette's own keys close it again.
        let asking = self.files.is_asking()
            || self.task.is_some()
            || self.keys
            || self.preferences.is_open()
            || self.desk.as_ref().is_some_and(Desk::is_asking);
        if !asking {
            self.keys(ctx);
        }
        let outcomes = self.with_files(|files, session| files.poll(session, ctx));
        self.react(ctx, outcomes);
        let (said, revision) = (self.remark.clone(), self.revision());
        let mut undone = false;
        for command in std::mem::take(&mut self.commands) {
            undone |= command == Command::Do(Action::Undo);
            if let Some(tour) = &mut self.tour {
                tour.hear(&command);
            }
            self.carry_out(ctx, command);
            // What a command changed is seen in the very next frame.
            ctx.request_repaint();
        }
        if !undone {
            self.offer_undo(revision, said.as_ref());
        }
        if let Some(desk) = &mut self.desk {
            self.files.record(&mut desk.session);
            desk.refresh(ctx);
        }
        self.remember_table(ctx);
        self.name_window(ctx);
    }

    fn revision(&self) -> Option<u64> {
        self.desk.as_ref().map(|desk| desk.session.revision())
    }

    fn keys(&mut self, ctx: &Context) {
        let typing = ctx.text_edit_focused();
        let palette = self.palette.is_open();
        for action in Action::in_key_order() {
            if (typing && action.yields_to_text()) || (palette && action != Action::Palette) {
                continue;
            }
            let pressed = |keys| ctx.input_mut(|input| input.consume_shortcut(&keys));
            if action.shortcut().is_some_and(pressed) || action.other_shortcut().is_some_and(pressed) {
                self.commands.push(Command::Do(action));
            }
        }
    }

    fn carry_out(&mut self, ctx: &Context, command: Command) {
        let shelved = match &command {
            Command::Edit(Edit::Unplace { scenario, player, .. }) => Some((scenario.clone(), player.clone())),
            _ => None,
        };
        let revision = self.revision();
        let errand = match (&mut self.desk, command) {
            (Some(desk), command) => desk.act(command),
            (None, Command::File(file)) => Some(Errand::File(file)),
            (None, Command::Do(action)) => {
                action.file_command().map_or(Some(Errand::Do(action)), |file| Some(Errand::File(file)))
            }
            (None, Command::Say(words)) => Some(Errand::Say(words)),
            (None, _) => None,
        };
        match errand {
            Some(Errand::File(FileCommand::New)) => {
                let mut new = NewPlan::new(self.today);
                new.remember(self.known_tables());
                self.task = Some(Task::NewPlan(new));
            }
            Some(Errand::File(file)) => {
                if let Some(desk) = &mut self.desk {
                    desk.flush();
                }
                let outcomes = self.with_files(|files, session| files.act(file, session, ctx));
                self.react(ctx, outcomes);
            }
            Some(Errand::Say(words)) => self.say(ctx, words),
            Some(Errand::Do(action)) => self.do_action(ctx, action),
            None => {}
        }
        if let Some((scenario, player)) = shelved.filter(|_| self.revision() != revision) {
            self.tell_of_move(ctx, &scenario, &player);
        }
    }

    fn do_action(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Palette | Action::Find => {
                self.palette.toggle(self.desk.as_ref().map(|desk| desk.session.plan()));
            }
            Action::SwitchTheme => {
                let other = match self.files.theme(ctx) {
                    Theme::Dark => Theme::Light,
                    Theme::Light => Theme::Dark,
                };
                if let Err(error) = self.files.set_theme(other, ctx) {
                    self.say(ctx, error.to_string());
                }
            }
            Action::ImportPlayers => self.import(ctx, None),
            Action::CopyPicture | Action::ExportPicture => self.take_picture(ctx, action),
            Action::Preferences => self.preferences.open(),
            Action::Keys => self.keys = true,
            Action::Tour => self.begin_tour(),
            action => {
                if let Some(taking) = Taking::of(action) {
                    self.take_along(ctx, taking);
                }
            }
        }
    }

    fn name_window(&mut self, ctx: &Context) {
        let title = match &self.desk {
            Some(desk) => {
                let mark = if desk.derived().is_dirty() { "\u{2022} " } else { "" };
                format!("{mark}{} \u{2013} Backline", desk.session.plan().name)
            }
            None => "Backline".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.files.banner_ui(ui, self.desk.is_some(), &mut self.commands);
        let left_behind = self.files.left_behind();
        let remark = self.start_remark.as_deref();
        match &mut self.desk {
            _ if self.task.is_some() => self.task_ui(ui),
            Some(desk) => desk.ui(ui, &mut self.commands),
            None => {
                let recent = self.files.recent();
                start_ui(ui, recent, left_behind, remark, &mut self.gallery, &mut self.commands);
            }
        }
        self.tour_ui(&ctx);
        self.palette.ui(ui, &mut self.commands);
        if self.preferences.is_open() {
            self.preferences_ui(&ctx);
        }
        // Over the preferences, which ask for a folder.
        if self.files.is_asking() {
            let outcomes = self.with_files(|files, session| files.dialogs_ui(ui, session));
            self.react(&ctx, outcomes);
        }
        if self.keys {
            self.keys = keys_ui(&ctx, self.desk.as_ref().map(|desk| desk.screen.view));
        }
        hush_below_dialogs(&ctx);
        drop_overlay(&ctx);
        self.remark_ui(&ctx);
        if !self.commands.is_empty() {
            ctx.request_repaint();
        }
    }

    fn preferences_ui(&mut self, ctx: &Context) {
        let mut settings = self.files.settings().clone();
        // By key the text may have got another size since.
        settings.text_size = ctx.zoom_factor();
        let before = settings.clone();
        self.preferences.ui(ctx, &mut settings, &self.files, &mut self.commands);
        if settings != before {
            self.change_settings(ctx, |known| *known = settings);
            self.files.show_settings(ctx);
            ctx.request_repaint();
        }
    }

    /// Changes the settings; one that cannot be written is worth a word.
    fn change_settings(&mut self, ctx: &Context, change: impl FnOnce(&mut Settings)) {
        if let Err(error) = self.files.change_settings(change) {
            self.say(ctx, error.to_string());
        }
    }

    /// Remembers how large the window and its text are, for the next start.
    fn remember_window(&mut self, ctx: &Context) {
        let inside = ctx.content_rect().size() * ctx.zoom_factor();
        let maximized = ctx.input(|input| input.viewport().maximized.unwrap_or(false));
        let window = WindowSize { width: inside.x, height: inside.y, maximized };
        let text_size = ctx.zoom_factor();
        // Not worth a question on the way out: what cannot be written is as it was.
        let _unwritten = self.files.change_settings(|settings| {
            settings.window = Some(window);
            settings.text_size = text_size;
        });
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.update(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.draw(ui);
    }

    fn clear_color(&self, visuals: &egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
