//! Texts being typed in the view: Enter or leaving commits, Escape restores.

use std::collections::BTreeMap;

use egui::{Id, Rect, Response, Role, TextEdit, Ui, UiBuilder, WidgetInfo, vec2};

use crate::ui::command::dialog_keys;
use crate::ui::entry::Complaint;
use crate::ui::theme::{self, Tone, text};
use crate::ui::widgets::refused;

/// A field wider than this holds words, not a figure, points.
const SENTENCE: f32 = 240.0;

/// What is being typed, by the name of the field, and what is wrong with it.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    typed: BTreeMap<String, (String, Option<Complaint>)>,
}

impl Drafts {
    /// A field in `rect`; `commit` hears what was typed and may complain.
    pub(super) fn field_at(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        name: &str,
        hint: &str,
        now: &str,
        commit: impl FnOnce(&str) -> Result<(), Complaint>,
    ) {
        let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(name));
        self.field(&mut inside, (name, rect.width()), hint, now, commit);
    }

    /// A field `width` points wide.
    pub(super) fn field(
        &mut self,
        ui: &mut Ui,
        (name, width): (&str, f32),
        hint: &str,
        now: &str,
        commit: impl FnOnce(&str) -> Result<(), Complaint>,
    ) -> Response {
        let (mut words, complaint) = self.typed.get(name).cloned().unwrap_or_else(|| (now.to_owned(), None));
        let palette = theme::palette(ui);
        let ink = if complaint.is_some() { palette.tone(Tone::Bad).text } else { palette.text };
        let field = TextEdit::singleline(&mut words)
            .id(Id::unique(("money field", name)))
            .hint_text(hint)
            .text_color(ink)
            .align(if width > SENTENCE { egui::Align2::LEFT_CENTER } else { egui::Align2::RIGHT_CENTER })
            .min_size(vec2(0.0, 24.0))
            .desired_width(width);
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::TextInput, ui.is_enabled(), name);
            info.current_text_value = Some(words.clone());
            info
        });
        if response.changed() {
            self.typed.insert(name.to_owned(), (words.clone(), None));
        }
        if response.lost_focus() {
            let restored = ui.input(|input| input.key_pressed(dialog_keys::CANCEL.logical_key));
            if restored || words.trim() == now {
                self.typed.remove(name);
            } else {
                match commit(&words) {
                    Ok(()) => {
                        self.typed.remove(name);
                    }
                    Err(complaint) => {
                        refused(&response, &words);
                        self.typed.insert(name.to_owned(), (words.clone(), Some(complaint)));
                    }
                }
            }
        }
        match complaint {
            Some(complaint) => response.on_hover_text(complaint),
            None if width > SENTENCE && !words.is_empty() => response.on_hover_text(words),
            None => response,
        }
    }

    /// Forgets what is typed in the fields whose names begin like this: they are gone, or stand for something else.
    pub(super) fn forget(&mut self, beginning: &str) {
        self.typed.retain(|name, _| !name.starts_with(beginning));
    }

    /// Says what is wrong with the fields whose names begin like this.
    pub(super) fn complain(&self, ui: &mut Ui, beginning: &str) {
        let ink = theme::palette(ui).tone(Tone::Bad).text;
        for (name, (_, complaint)) in &self.typed {
            if let Some(complaint) = complaint.as_ref().filter(|_| name.starts_with(beginning)) {
                ui.add(egui::Label::new(text::second(format!("{name}: {complaint}")).color(ink)).wrap());
            }
        }
    }
}
