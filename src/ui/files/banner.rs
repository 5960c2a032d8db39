//! What has to be known all the time while a plan is open: it is a copy, or its changes are not written down, or
//! work was left behind.

use egui::{Frame, Label, Margin, Panel, Ui};

use super::{Files, file_name};
use crate::ui::command::{Action, Command, FileCommand};
use crate::ui::theme::{self, Tone, icons, size, text};

/// How long before a journal that could not be written is tried again, seconds.
const TRY_AGAIN_SECONDS: f32 = 3.0;

impl Files {
    /// Shows it above everything else; nothing while there is nothing to know. With a plan `open` it tells of work that
    /// was left behind; without one the start screen does.
    pub fn banner_ui(&self, ui: &mut Ui, open: bool, commands: &mut Vec<Command>) {
        let elsewhere = self.keeper.open_elsewhere().map(|path| {
            let name = file_name(path);
            format!(
                "{name} is open in another Backline window. This is a copy: saving asks for a place of its own."
            )
        });
        let trouble = self.keeper.trouble().map(|why| {
            format!(
                "Changes are not being written down, so a crash would lose them. Save the plan soon. {why}"
            )
        });
        if trouble.is_some() {
            ui.ctx().request_repaint_after_secs(TRY_AGAIN_SECONDS);
        }
        if let Some(words) = &elsewhere {
            bar(ui, "copy", icons::LOCK, Tone::Info, words, |ui| {
                if ui.button("Save as\u{2026}").clicked() {
                    commands.push(Command::File(FileCommand::SaveAs));
                }
                let again = ui.button("Try to edit here again");
                if again
                    .on_hover_text("If the other window has closed it, this one saves to its file")
                    .clicked()
                {
                    commands.push(Command::File(FileCommand::AskAgain));
                }
            });
        }
        if open && self.left_behind.plans() > 0 {
            bar(ui, "left behind", icons::HISTORY, Tone::Warn, &self.left_behind.words(), |ui| {
                if ui.button(Action::Recover.text()).clicked() {
                    commands.push(Command::File(FileCommand::Recover));
                }
            });
        }
        if let Some(words) = &trouble {
            bar(ui, "trouble", icons::WARNING, Tone::Warn, words, |ui| {
                if ui.button("Save").clicked() {
                    commands.push(Command::File(FileCommand::Save));
                }
            });
        }
    }
}

fn bar(ui: &mut Ui, name: &str, icon: &str, tone: Tone, words: &str, buttons: impl FnOnce(&mut Ui)) {
    let colours = theme::palette(ui).tone(tone);
    let margin = Margin::symmetric(size::GAP_M as i8, size::GAP_XS as i8);
    let frame = Frame::new().fill(colours.tint).inner_margin(margin);
    Panel::top(name.to_owned()).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(text::icon(icon, text::SECTION_SIZE).color(colours.text));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                buttons(ui);
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(Label::new(text::body(words).color(colours.text)).truncate());
                });
            });
        });
    });
}
