//! The folder for plans: typed, or chosen in a dialog.

use std::path::{Path, PathBuf};

use egui::{Align, Label, Layout, Ui, vec2};

use crate::ui::command::{Command, FileCommand, Wanted, dialog_keys};
use crate::ui::files::Files;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::text_field;

/// What is typed, and what the disk said about it.
#[derive(Debug, Default)]
pub(super) struct FolderRow {
    /// As typed, until it is taken.
    typed: Option<String>,
    /// What was typed last is no folder.
    refused: bool,
    /// The folder looked at last, and whether it is there. The disk is not asked in every frame.
    looked: Option<(PathBuf, bool)>,
    usual: Option<String>,
}

impl FolderRow {
    /// The field and its button. Enter or leaving the field takes what is typed; nothing typed means the usual place.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        folder: &mut Option<PathBuf>,
        files: &Files,
        commands: &mut Vec<Command>,
    ) {
        let now = || folder.as_deref().map(|folder| files.shown(folder)).unwrap_or_default();
        let mut typed = self.typed.clone().unwrap_or_else(now);
        let room = vec2(ui.available_width(), size::CONTROL_HEIGHT);
        let layout = Layout::right_to_left(Align::Center);
        let response = ui.allocate_ui_with_layout(room, layout, |ui| {
            if ui.button("Browse\u{2026}").clicked() {
                commands.push(Command::File(FileCommand::Browse(Wanted::PlansFolder)));
            }
            text_field(ui, "Folder for plans", "where the last file was", &mut typed)
        });
        let response = response.inner;
        if response.changed() {
            (self.typed, self.refused) = (Some(typed), false);
        }
        if !response.lost_focus() {
            return;
        }
        if ui.input(|input| input.key_pressed(dialog_keys::CANCEL.logical_key)) {
            *self = Self::default();
            return;
        }
        let Some(typed) = self.typed.take() else { return };
        if typed.trim().is_empty() {
            *folder = None;
            return;
        }
        let meant = files.meant(&typed);
        self.refused = !(meant.is_absolute() && meant.is_dir());
        if self.refused {
            self.typed = Some(typed);
        } else {
            self.looked = None;
            *folder = Some(meant);
        }
    }

    /// What there is to say about it, under it.
    pub(super) fn remark_ui(&mut self, ui: &mut Ui, folder: Option<&Path>, files: &Files) {
        let usual = self.usual.get_or_insert_with(|| files.shown(&files.usual_plans_folder())).clone();
        let gone = folder.is_some_and(|folder| !self.is_there(folder));
        let (words, tone) = if self.refused {
            ("There is no such folder. Make it first, or choose another.".to_owned(), Tone::Bad)
        } else if gone {
            (format!("This folder is not there now: dialogs begin in {usual} until it is."), Tone::Warn)
        } else {
            let words = match folder {
                Some(_) => "Open and Save begin here for a plan that has no file yet.".to_owned(),
                None => {
                    format!("Empty: Open and Save begin where the last file was, the first time in {usual}.")
                }
            };
            ui.add(Label::new(text::second(words).weak()).wrap());
            return;
        };
        let ink = theme::palette(ui).tone(tone).text;
        ui.add(Label::new(text::second(words).color(ink)).wrap());
    }

    fn is_there(&mut self, folder: &Path) -> bool {
        match &self.looked {
            Some((known, there)) if known == folder => *there,
            _ => {
                let there = folder.is_dir();
                self.looked = Some((folder.to_owned(), there));
                there
            }
        }
    }
}
