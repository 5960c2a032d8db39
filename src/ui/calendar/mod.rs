//! The calendar: transfer windows, matchdays and breaks, and how each matchday came into the plan.

mod generate;
mod import;
mod matchdays;
mod spans;

use std::path::Path;

use egui::{Align, Layout, Rect, Response, Role, ScrollArea, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::model::Plan;
use crate::ui::command::Command;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets;

use generate::GenerateForm;
use import::ImportForm;
use matchdays::MatchdayForm;
use spans::SpanForm;

/// Bounds of the width that windows and breaks take: what half of the view has above that of the matchdays, points.
const LEFT: (f32, f32) = (320.0, 500.0);
const MATCHDAYS: f32 = 180.0;

/// What the screen remembers: the forms that are open, none of it part of the plan.
#[derive(Debug, Default)]
pub struct CalendarView {
    span: Option<SpanForm>,
    matchday: Option<MatchdayForm>,
    generate: Option<GenerateForm>,
    import: Option<ImportForm>,
}

impl CalendarView {
    /// Draws the screen into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let area = ui.available_rect_before_wrap();
        let left = (area.width() / 2.0 - MATCHDAYS).clamp(LEFT.0, LEFT.1);
        let (left, right) = area.split_left_right_at_x(area.left() + left);
        panel(ui, Rect::from_min_max(left.min, pos2(left.right() - size::GAP_S, left.bottom())), |ui| {
            ScrollArea::vertical().id_salt("windows and breaks").auto_shrink(false).show(ui, |ui| {
                spans::windows_ui(ui, plan, &mut self.span, commands);
                ui.add_space(size::GAP_XL);
                spans::breaks_ui(ui, plan, &mut self.span, commands);
            });
        });
        panel(ui, Rect::from_min_max(pos2(right.left() + size::GAP_S, right.top()), right.max), |ui| {
            matchdays::matchdays_ui(self, ui, plan, commands);
        });
        self.import_ui(ui, plan, commands);
    }

    /// Asks for a season file to import matchdays from, or with a `path` reads that one at once.
    ///
    /// The question stands over the window until it is answered; [`CalendarView::ui`] draws it.
    pub fn open_import(&mut self, plan: &Plan, path: Option<&Path>) {
        self.import = Some(ImportForm::new(plan, path));
    }

    /// Draws the question for a season file, if it is open.
    pub fn import_ui(&mut self, ui: &Ui, plan: &Plan, commands: &mut Vec<Command>) {
        if let Some(form) = &mut self.import
            && form.ui(ui.ctx(), plan, commands)
        {
            self.import = None;
        }
    }

    /// A question is open over the window; keys belong to it.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.import.is_some()
    }
}

fn panel(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) {
    let frame = widgets::panel_frame(theme::palette(ui));
    ui.painter().add(frame.paint(rect.shrink(size::GAP_L)));
    let mut inside = ui.new_child(widgets::on_panel(theme::palette(ui), rect.shrink(size::GAP_L)));
    content(&mut inside);
}

/// A heading with a remark under it, and buttons at its right end; under it where less than `room` is free.
fn heading(ui: &mut Ui, (words, remark): (&str, &str), room: f32, buttons: impl FnOnce(&mut Ui)) {
    if ui.available_width() < room {
        ui.label(text::section(words));
        ui.label(text::second(remark));
        ui.horizontal_wrapped(buttons);
        ui.add_space(size::GAP_XS);
        return;
    }
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        buttons(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.label(text::section(words));
        });
    });
    ui.label(text::second(remark));
    ui.add_space(size::GAP_XS);
}

/// A line to type in; `name` is for screen readers.
fn field(ui: &mut Ui, words: &mut String, name: &str, hint: &str, width: f32) -> Response {
    let response = ui.add(TextEdit::singleline(words).hint_text(hint).desired_width(width));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    response
}

/// What is wrong with what is typed.
fn complaint(ui: &mut Ui, words: &str) {
    let bad = theme::palette(ui).tone(Tone::Bad).text;
    ui.label(text::second(words).color(bad));
}

/// What came of a form in this frame.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Answer {
    Waiting,
    Cancelled,
    Confirmed,
}

/// The two buttons under a form, and their keys. Nothing is confirmed while something is wrong.
fn answers(ui: &mut Ui, verb: &str, fine: bool) -> Answer {
    use crate::ui::command::dialog_keys;
    let (confirmed, cancelled) = ui
        .horizontal(|ui| {
            let confirm = ui.add_enabled(fine, widgets::PrimaryButton::new(verb)).clicked();
            (confirm, ui.button("Cancel").clicked())
        })
        .inner;
    // Enter takes the focus from a line of text; on a button it is that button's.
    let typing = !egui::Popup::is_any_open(ui.ctx()) && ui.memory(|memory| memory.focused().is_none());
    let gave_up = ui.input(|input| input.key_pressed(dialog_keys::CANCEL.logical_key));
    let entered = typing && ui.input(|input| input.key_pressed(dialog_keys::CONFIRM.logical_key));
    if cancelled || gave_up {
        Answer::Cancelled
    } else if confirmed || (entered && fine) {
        Answer::Confirmed
    } else {
        Answer::Waiting
    }
}

#[cfg(test)]
mod tests;
