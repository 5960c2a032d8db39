//! Preferences: how the program looks, reads and moves on this machine, whatever plan is open.

mod folder;
#[cfg(test)]
mod tests;

use egui::{Align, Context, Id, Layout, Ui, vec2};

use self::folder::FolderRow;
use super::command::Command;
use super::entry;
use super::files::Files;
use super::theme::{self, size, text};
use super::widgets::{self, dialog_body};
use crate::model::words::{self, CurrencyStyle, DateStyle, Style, WeekStart};
use crate::model::{Currency, MoneyRange};
use crate::store::{Settings, ThemeChoice};

/// Width of the dialog, points.
const WIDTH: f32 = 560.0;
/// Width of the names, points.
const NAMES: f32 = 104.0;
/// Height of title, buttons and margins, and room kept around the dialog, points.
const AROUND: f32 = 172.0;
/// The sizes that text can have, as shares of the usual one.
const TEXT_SIZES: [(f32, &str); 5] =
    [(0.9, "Small"), (1.0, "Usual"), (1.15, "Large"), (1.3, "Larger"), (1.5, "Largest")];

/// The dialog, and what is being typed in it.
#[derive(Debug, Default)]
pub struct Preferences {
    open: bool,
    folder: FolderRow,
}

impl Preferences {
    /// Opens the dialog.
    pub fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    /// It is on the screen.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What was chosen elsewhere stands in the dialog now.
    pub fn refresh(&mut self) {
        self.folder = FolderRow::default();
    }

    /// Draws the dialog and changes `settings`, which are shown at once.
    pub fn ui(&mut self, ctx: &Context, settings: &mut Settings, files: &Files, commands: &mut Vec<Command>) {
        let shown = widgets::dialog(ctx, Id::unique("preferences"), "Preferences", WIDTH, |ui| {
            widgets::row(
                ui,
                text::verdict("Preferences"),
                text::second("kept on this machine, not in the plan"),
            );
            dialog_body(ui, AROUND, |ui| {
                look_ui(ui, settings);
                reading_ui(ui, &mut settings.reading);
                widgets::section_heading(ui, "Files", "");
                row_ui(ui, "Folder for plans", |ui| {
                    self.folder.ui(ui, &mut settings.plans_folder, files, commands);
                });
                self.folder.remark_ui(ui, settings.plans_folder.as_deref(), files);
            });
            ui.add_space(size::GAP_S);
            ui.horizontal(|ui| {
                let close = ui.button("Close").clicked();
                let mut usual = settings.clone();
                usual.set_back();
                let set_back = ui.add_enabled(usual != *settings, egui::Button::new("Usual settings"));
                let tip = "Every preference as it was at first; plans and recent files stay";
                if set_back.on_hover_text(tip).on_disabled_hover_text("Everything is as usual").clicked() {
                    *settings = usual;
                    self.refresh();
                }
                close
            })
            .inner
        });
        if shown.inner || shown.should_close() {
            self.open = false;
        }
    }
}

fn look_ui(ui: &mut Ui, settings: &mut Settings) {
    widgets::section_heading(ui, "Look", "");
    row_ui(ui, "Colours", |ui| {
        let choices = [
            (ThemeChoice::System, "As the system"),
            (ThemeChoice::Dark, "Dark"),
            (ThemeChoice::Light, "Light"),
        ];
        widgets::segmented(ui, "Colours", &mut settings.theme, &choices);
    });
    row_ui(ui, "Text size", |ui| {
        let nearest = |(one, _): &(f32, &str), (other, _): &(f32, &str)| {
            (one - settings.text_size).abs().total_cmp(&(other - settings.text_size).abs())
        };
        let mut chosen = TEXT_SIZES.into_iter().min_by(nearest).map_or(1.0, |(share, _)| share);
        if widgets::segmented(ui, "Text size", &mut chosen, &TEXT_SIZES).changed() {
            settings.text_size = chosen;
        }
    });
    row_ui(ui, "Motion", |ui| {
        let choices = [(false, "A card settles after a drop"), (true, "Nothing moves")];
        widgets::segmented(ui, "Motion", &mut settings.reduced_motion, &choices);
    });
    row_ui(ui, "On cards", |ui| {
        let choices = [(true, "The name Backline, small"), (false, "No name")];
        widgets::segmented(ui, "On cards", &mut settings.wordmark, &choices);
    });
}

/// Each choice reads as it would; under them, everything together.
fn reading_ui(ui: &mut Ui, reading: &mut Style) {
    widgets::section_heading(ui, "Dates and money", "");
    row_ui(ui, "Dates", |ui| {
        let read = |date| words::in_style(Style { date, ..*reading }, entry::example_date);
        choices_ui(ui, "Dates", &DateStyle::ALL.map(|date| (date, read(date))), &mut reading.date);
    });
    row_ui(ui, "Money", |ui| {
        let read = |currency| words::in_style(Style { currency, ..*reading }, || money(55_000_000));
        let choices = CurrencyStyle::ALL.map(|currency| (currency, read(currency)));
        choices_ui(ui, "Money", &choices, &mut reading.currency);
    });
    row_ui(ui, "Week begins", |ui| {
        let choices =
            [(WeekStart::Monday, "Monday"), (WeekStart::Sunday, "Sunday"), (WeekStart::Saturday, "Saturday")];
        widgets::segmented(ui, "Week begins", &mut reading.week, &choices);
    });
    row_ui(ui, "So it reads", |ui| {
        let example = words::in_style(*reading, || {
            let range = MoneyRange::between(20_000_000, 25_000_000, Currency::EUR);
            [entry::example_date(), money(55_000_000), words::money_range(&range), money(-825_000)]
                .join(" · ")
        });
        widgets::elided(ui, text::body(example).color(theme::palette(ui).text));
    });
}

fn money(amount: i64) -> String {
    words::money(amount, Currency::EUR)
}

fn choices_ui<T: Copy + PartialEq>(ui: &mut Ui, name: &str, choices: &[(T, String)], chosen: &mut T) {
    let choices: Vec<(T, &str)> = choices.iter().map(|(choice, words)| (*choice, words.as_str())).collect();
    widgets::segmented(ui, name, chosen, &choices);
}

fn row_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let name_size = vec2(NAMES, size::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(name_size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(NAMES);
            ui.label(text::second(name));
        });
        content(ui);
    });
}
