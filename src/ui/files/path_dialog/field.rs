//! The line that a path is typed in, and the keys in it that do something else than typing.

use egui::text::CCursor;
use egui::text_selection::CCursorRange;
use egui::{EventFilter, FocusDirection, Id, Layout, TextEdit, Ui, vec2};

use super::PathDialog;
use crate::ui::command::{Wanted, dialog_keys};
use crate::ui::files::folder;
use crate::ui::theme::{icons, size};
use crate::ui::widgets::IconButton;

impl PathDialog {
    /// The line to type in. Returns whether Enter was pressed in it.
    pub(super) fn field_ui(&mut self, ui: &mut Ui) -> bool {
        let id = Id::unique("path of the plan");
        let mut confirmed = false;
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), size::CONTROL_HEIGHT),
            Layout::right_to_left(egui::Align::Center),
            |ui| {
                if ui.add(IconButton::new(icons::ARROW_UP, "Folder above")).clicked() {
                    self.go_up();
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
                let typing = ui.memory(|memory| memory.has_focus(id));
                if let Some(direction) = self.leave.take() {
                    ui.memory_mut(|memory| memory.move_focus(direction));
                }
                // Before the field sees them; what was typed in the same frame still counts, so they act below.
                let keys = if typing { take_keys(ui) } else { Vec::new() };
                let filter = EventFilter { tab: true, vertical_arrows: true, ..EventFilter::default() };
                let label = match self.wanted {
                    _ if self.saving => format!("Where to save the {}", self.kind()),
                    Some(Wanted::PlansFolder) => "Folder for plans".to_owned(),
                    _ => "File to open".to_owned(),
                };
                let output = TextEdit::singleline(&mut self.typed)
                    .id(id)
                    .event_filter(EventFilter { horizontal_arrows: true, ..filter })
                    .hint_text("Type a path")
                    .desired_width(f32::INFINITY)
                    .min_size(vec2(0.0, size::CONTROL_HEIGHT))
                    .align(egui::Align2::LEFT_CENTER)
                    .show(ui);
                let response = &output.response.response;
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
                let mut state = output.state;
                if response.changed() {
                    self.restart_if_meant(&mut state);
                    self.look();
                }
                if let Some((from, to)) = self.select.take() {
                    response.request_focus();
                    let range = CCursorRange::two(CCursor::new(from), CCursor::new(to));
                    state.cursor.set_char_range(Some(range));
                    state.store(ui.ctx(), id);
                } else if response.changed() {
                    state.store(ui.ctx(), id);
                }
                for pressed in &keys {
                    self.follow(*pressed);
                }
                if self.leave.is_some() {
                    ui.ctx().request_repaint();
                }
                confirmed = keys.contains(&Pressed::Confirm);
            },
        );
        confirmed
    }

    /// Carries out a key that is not typing.
    fn follow(&mut self, pressed: Pressed) {
        let last = self.listing.entries.len().checked_sub(1);
        match pressed {
            Pressed::Back => self.leave = Some(FocusDirection::Previous),
            Pressed::Complete => {
                let highlighted = self.highlighted.and_then(|at| self.listing.entries.get(at)).cloned();
                match (highlighted, folder::complete(&self.typed, &self.listing.entries)) {
                    (Some(entry), _) => self.put(&entry),
                    (None, Some(completed)) => self.put_text(completed),
                    // Nothing left to complete: on to the list and the buttons.
                    (None, None) => self.leave = Some(FocusDirection::Next),
                }
            }
            Pressed::Up => self.highlight(self.highlighted.map_or(last, |at| at.checked_sub(1))),
            Pressed::Down => {
                let next = self.highlighted.map_or(0, |at| at + 1);
                self.highlight(last.filter(|last| next <= *last).map(|_| next));
            }
            // Taken by the caller, who can answer.
            Pressed::Confirm => {}
        }
    }

    /// Cuts off what stood before a path that was typed behind another one.
    fn restart_if_meant(&mut self, state: &mut egui::text_edit::TextEditState) {
        let Some(at) = folder::restart(&self.typed) else { return };
        let cut = self.typed.get(..at).map_or(0, |before| before.chars().count());
        self.typed = self.typed.split_off(at);
        if let Some(range) = state.cursor.char_range() {
            let place = range.primary.index.0.saturating_sub(cut);
            state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(place))));
        }
    }
}

/// A key that does something else than typing.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Pressed {
    Back,
    Complete,
    Up,
    Down,
    Confirm,
}

/// Takes the keys that are not typing out of the input.
fn take_keys(ui: &Ui) -> Vec<Pressed> {
    let keys = [
        (dialog_keys::COMPLETE_BACK, Pressed::Back),
        (dialog_keys::COMPLETE, Pressed::Complete),
        (dialog_keys::UP, Pressed::Up),
        (dialog_keys::DOWN, Pressed::Down),
        (dialog_keys::CONFIRM, Pressed::Confirm),
    ];
    let taken =
        |(shortcut, pressed)| ui.input_mut(|input| input.consume_shortcut(&shortcut)).then_some(pressed);
    keys.into_iter().filter_map(taken).collect()
}
