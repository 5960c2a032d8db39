//! Where the players come from: a file that is named, chosen or dropped, or what is pasted.

use std::path::PathBuf;

use egui::{Align, Event, Layout, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::intake::{Input, Intake};
use crate::model::words;
use crate::store::import::Progress;
use crate::ui::command::dialog_keys;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, PrimaryButton, card_frame};

/// Lines of the field for pasted text.
const LINES: usize = 9;
/// The least height of a way in, points.
const CARD: f32 = 290.0;
/// Size of the icon over a way in, points.
const ICON: f32 = 24.0;

/// What is typed so far.
#[derive(Debug, Default)]
pub(super) struct SourceForm {
    path: String,
    pasted: String,
    /// The field of the path has had the keyboard.
    begun: bool,
}

/// What the user wants of it.
#[derive(Debug)]
pub(super) enum Choice {
    None,
    /// To choose a file in a dialog.
    Browse,
    /// To read this.
    Read(Input),
}

impl SourceForm {
    pub(super) fn ui(&mut self, ui: &mut Ui, intake: &Intake) -> Choice {
        if let Some(text) = pasted_table(ui) {
            return Choice::Read(Input::Pasted(text));
        }
        let mut choice = Choice::None;
        ui.spacing_mut().item_spacing.x = size::GAP_L;
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            way(left, icons::FOLDER_OPEN, "A file", |ui| self.file_ui(ui, &mut choice));
            way(right, icons::COPY, "The clipboard", |ui| self.paste_ui(ui, &mut choice));
        });
        if let Some(trouble) = &intake.trouble {
            ui.add_space(size::GAP_S);
            let bad = theme::palette(ui).tone(Tone::Bad).text;
            ui.horizontal_top(|ui| {
                ui.label(text::icon(icons::WARNING, text::SECTION_SIZE).color(bad));
                ui.add(egui::Label::new(text::body(trouble).color(bad)).wrap().selectable(true));
            });
        }
        choice
    }

    fn file_ui(&mut self, ui: &mut Ui, choice: &mut Choice) {
        let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if ui.add(PrimaryButton::new("Browse\u{2026}")).clicked() {
                *choice = Choice::Browse;
            }
            let given = !self.path.trim().is_empty();
            let read = ui.add_enabled(given, egui::Button::new("Read"));
            let mut read = read.on_disabled_hover_text("Type the path of a file first.").clicked();
            let line = widgets::text_field(ui, "Path of the file", "or type its path", &mut self.path);
            if !std::mem::replace(&mut self.begun, true) {
                line.request_focus();
            }
            read |= line.lost_focus()
                && given
                && ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CONFIRM));
            if read {
                *choice = Choice::Read(Input::File(typed_path(&self.path)));
            }
        });
        for (what, how) in [
            ("Transfermarkt data set", "players.csv as it is, packed with gzip or not"),
            ("Football Manager", "Print Screen \u{2192} Web Page while a list is open"),
            ("A spreadsheet", "saved as CSV: a name, and whatever else is known"),
            ("A list of injuries", "player, injury, from, until or days"),
        ] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = size::GAP_HAIR;
                ui.label(text::body(what));
                ui.add(egui::Label::new(text::second(how)).wrap());
            });
        }
        ui.label(text::second("Or drop the file anywhere on this window."));
    }

    fn paste_ui(&mut self, ui: &mut Ui, choice: &mut Choice) {
        let keys = if cfg!(target_os = "macos") { "\u{2318}V" } else { "Ctrl+V" };
        let words = format!("Copy a table in your spreadsheet or on a web page, then press {keys} here.");
        ui.add(egui::Label::new(text::second(words)).wrap());
        let field = TextEdit::multiline(&mut self.pasted)
            .hint_text("Name\tPosition\tBorn\tContract until")
            .desired_rows(LINES)
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, "Table as text"));
        let given = !self.pasted.trim().is_empty();
        ui.horizontal(|ui| {
            let read = ui.add_enabled(given, egui::Button::new("Read the text"));
            if read.on_disabled_hover_text("Type or paste a table first.").clicked() {
                *choice = Choice::Read(Input::Pasted(self.pasted.clone()));
            }
        });
    }
}

/// A card with a way in.
fn way(ui: &mut Ui, icon: &str, words: &str, content: impl FnOnce(&mut Ui)) {
    card_frame(theme::palette(ui)).inner_margin(size::GAP_L).show(ui, |ui| {
        ui.set_min_size(vec2(ui.available_width(), CARD));
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        ui.horizontal(|ui| {
            let accent = theme::palette(ui).tone(Tone::Accent).text;
            ui.label(text::icon(icon, ICON).color(accent));
            ui.label(text::section(words));
        });
        ui.add_space(size::GAP_XS);
        content(ui);
    });
}

/// A table pasted anywhere on the page; a few words belong to the field they are pasted into.
fn pasted_table(ui: &Ui) -> Option<String> {
    ui.input_mut(|input| {
        let table = |event: &Event| matches!(event, Event::Paste(text) if text.trim().contains(['\n', '\t']));
        let at = input.events.iter().position(table)?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

/// How far the reading is, and a button that stops it. Says whether it was pressed.
pub(super) fn progress_ui(ui: &mut Ui, intake: &Intake) -> bool {
    let progress = intake.progress();
    let words = progress.map_or("Reading the file", |progress| progress.stage.name());
    let done = progress.filter(|progress| progress.of > 0);
    ui.horizontal(|ui| {
        ui.label(text::body(words));
        if let Some(progress) = done {
            let (done, of) = (grouped(progress.done), grouped(progress.of));
            ui.label(text::second(format!("{done} of {of}")));
        }
    });
    widgets::bar(ui, words, progress.and_then(Progress::share).unwrap_or(0.0), Tone::Accent);
    ui.add_space(size::GAP_XS);
    ui.button("Stop reading").clicked()
}

/// `12,345`.
pub(super) fn grouped(number: usize) -> String {
    words::figure_exact(number as u64)
}

/// A path as typed or pasted: without quotes, `~` for the home folder, relative to the folder the program runs in.
pub(in crate::ui) fn typed_path(text: &str) -> PathBuf {
    let text = text.trim().trim_matches(['"', '\'']);
    let text = text.strip_prefix("file://").unwrap_or(text);
    let home = || directories::BaseDirs::new().map(|known| known.home_dir().to_owned());
    match text.strip_prefix("~/").zip(home()) {
        Some((rest, home)) => home.join(rest),
        None => PathBuf::from(text),
    }
}
