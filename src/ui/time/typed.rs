//! A small popup to type a date into.

use egui::{Area, Id, Order, Pos2, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::model::{Date, words};
use crate::ui::command::dialog_keys;
use crate::ui::entry::{self, dates::Near};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets;

/// Width of the popup, points.
const WIDTH: f32 = 232.0;
/// What it takes at most, to stay in the window.
const HEIGHT: f32 = 150.0;

/// What came of the popup in this frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// Still being typed.
    Waiting,
    /// Nothing shall change.
    Cancelled,
    /// This day.
    Day(Date),
}

/// A date being typed, and what it is for.
#[derive(Clone, Debug)]
pub struct TypedDate<T> {
    /// What the date is for.
    pub subject: T,
    title: String,
    text: String,
    /// The day it starts with: one without a year is near it.
    from: Date,
    at: Pos2,
    fresh: bool,
    ends_contract: bool,
}

impl<T> TypedDate<T> {
    /// A popup at `at` that starts with `day` and says what it asks for.
    pub fn new(subject: T, title: impl Into<String>, day: Date, at: Pos2) -> Self {
        let (title, text) = (title.into(), words::date(day));
        Self { subject, title, text, from: day, at, fresh: true, ends_contract: false }
    }

    /// It is the last day of a contract: a month or a year will do.
    #[must_use]
    pub fn of_contract(self, ends_contract: bool) -> Self {
        Self { ends_contract, ..self }
    }

    /// Draws it. Enter confirms, Escape or a click elsewhere cancels.
    pub fn ui(&mut self, ui: &mut Ui) -> Typed {
        let bounds = ui.ctx().content_rect();
        let corner = bounds.right_bottom() - vec2(WIDTH + 2.0 * size::GAP_XL, HEIGHT);
        let at = self.at.clamp(bounds.left_top(), corner.max(bounds.left_top()));
        let area = Area::new(Id::unique("typed date")).order(Order::Foreground).fixed_pos(at).constrain(true);
        let shown = area.show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).inner_margin(size::GAP_M).show(ui, |ui| {
                ui.set_width(WIDTH);
                self.form_ui(ui)
            })
        });
        let answer = shown.inner.inner;
        if answer == Typed::Waiting && !self.fresh && shown.response.clicked_elsewhere() {
            return Typed::Cancelled;
        }
        self.fresh = false;
        answer
    }

    fn form_ui(&mut self, ui: &mut Ui) -> Typed {
        ui.label(text::strong(self.title.as_str()));
        let field = ui.add(TextEdit::singleline(&mut self.text).desired_width(WIDTH));
        let name = self.title.clone();
        field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &name));
        if self.fresh {
            widgets::type_over(ui.ctx(), field.id, &self.text);
        }
        let read = if self.ends_contract {
            entry::contract_end(&self.text)
        } else {
            entry::date_near(&self.text, Near::About(self.from))
        };
        match &read {
            Ok(Some(day)) if self.ends_contract || words::date(*day) != self.text.trim() => {
                ui.label(text::second(format!("Enter sets {}, Escape leaves it.", words::date(*day))))
            }
            Ok(Some(_)) => ui.label(text::second("Enter sets it, Escape leaves it.")),
            Ok(None) => ui.label(text::second(format!("Write it like {}.", entry::example_date()))),
            Err(complaint) => {
                let color = theme::palette(ui).tone(Tone::Bad).text;
                ui.label(text::second(complaint.as_str()).color(color))
            }
        };
        let (enter, escape) = ui.input_mut(|input| {
            (input.consume_shortcut(&dialog_keys::CONFIRM), input.consume_shortcut(&dialog_keys::CANCEL))
        });
        match read {
            _ if escape => Typed::Cancelled,
            Ok(Some(day)) if enter => Typed::Day(day),
            _ => {
                if enter {
                    widgets::type_over(ui.ctx(), field.id, &self.text);
                }
                Typed::Waiting
            }
        }
    }
}
