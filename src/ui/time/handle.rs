//! The handle that moves the shown date: its line, its flag, its keys, and what it tells a screen reader.

use egui::accesskit::Action;
use egui::{Align2, CornerRadius, EventFilter, Pos2, Rect, Response, Role, Ui, WidgetInfo, pos2, vec2};
use jiff::ToSpan as _;

use super::{Axis, Typed, TypedDate};
use crate::model::{Date, words};
use crate::ui::command::time_keys::{self, TimeStep};
use crate::ui::theme::{self, size, text};
use crate::ui::widgets::paint_text;

/// Size of the flag, points.
const FLAG_WIDTH: f32 = 88.0;
const FLAG_HEIGHT: f32 = 22.0;

/// The shown date as something to drag, to step with keys, and to type.
#[derive(Debug, Default)]
pub struct DateHandle {
    typed: Option<TypedDate<()>>,
}

impl DateHandle {
    /// Answers pointer and keys of `response`, whose place is `axis` wide; returns the day that shall be shown.
    ///
    /// Dragging starts anywhere on it. A double click on `flag`, or Enter, opens a field to type the date.
    pub fn react(
        &mut self,
        ui: &mut Ui,
        response: &Response,
        axis: &Axis,
        flag: Rect,
        shown: Date,
        as_of: Date,
    ) -> Option<Date> {
        let mut wished = None;
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.clicked() || response.is_pointer_button_down_on())
            && (!flag.contains(pointer) || response.dragged())
        {
            wished = Some(axis.shown_day_at(pointer.x));
        }
        let on_flag = response.interact_pointer_pos().is_some_and(|pointer| flag.contains(pointer));
        let typing = response.double_clicked() && on_flag;
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            wished = stepped(ui, response, shown, as_of).or(wished);
        }
        let enter = response.has_focus() && ui.input_mut(|input| input.consume_shortcut(&time_keys::TYPE));
        if typing || enter {
            let at = pos2(flag.left(), flag.top() - FLAG_HEIGHT);
            self.typed = Some(TypedDate::new((), "Show the day", shown, at));
        }
        self.typed_ui(ui, response).or(wished).filter(|day| *day != shown)
    }

    fn typed_ui(&mut self, ui: &mut Ui, response: &Response) -> Option<Date> {
        let answer = self.typed.as_mut()?.ui(ui);
        if answer != Typed::Waiting {
            self.typed = None;
            response.request_focus();
        }
        if let Typed::Day(day) = answer { Some(day) } else { None }
    }
}

/// Where keys and screen readers want the shown date to be.
fn stepped(ui: &Ui, response: &Response, shown: Date, as_of: Date) -> Option<Date> {
    let (later, earlier, home) = ui.input_mut(|input| {
        let mut pressed = |keys: &[(egui::KeyboardShortcut, TimeStep)]| {
            keys.iter().find(|(keys, _)| input.consume_shortcut(keys)).map(|(_, step)| *step)
        };
        let (later, earlier) = (pressed(&time_keys::LATER), pressed(&time_keys::EARLIER));
        (later, earlier, input.consume_shortcut(&time_keys::AS_OF))
    });
    let asked = |action| ui.input(|input| input.has_accesskit_action_request(response.id, action));
    let span = |step| match step {
        TimeStep::Day => 1.day(),
        TimeStep::Week => 7.days(),
        TimeStep::Month => 1.month(),
    };
    if home {
        Some(as_of)
    } else if let Some(step) = later.or(asked(Action::Increment).then_some(TimeStep::Day)) {
        Some(shown.saturating_add(span(step)))
    } else {
        let step = earlier.or(asked(Action::Decrement).then_some(TimeStep::Day))?;
        Some(shown.saturating_sub(span(step)))
    }
}

/// Names `response` for screen readers: a slider called "Shown date" whose value is the date in words.
pub fn slider_info(ui: &Ui, response: &Response, axis: &Axis, shown: Date) {
    let days = |day: Date| f64::from((day - axis.first()).get_days());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), "Shown date");
        info.value = Some(days(shown));
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(words::date(shown));
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(days(axis.last()));
        node.set_numeric_value_step(1.0);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
}

/// Where the flag stands: centred on `x`, its top at `top`, inside the axis and a little beyond.
#[must_use]
pub fn flag_rect(axis: &Axis, x: f32, top: f32) -> Rect {
    let (least, most) = (axis.left() - FLAG_WIDTH * 0.25, axis.right() + FLAG_WIDTH * 0.25 - FLAG_WIDTH);
    let left = (x - FLAG_WIDTH / 2.0).clamp(least, most.max(least));
    Rect::from_min_size(pos2(left.round(), top), vec2(FLAG_WIDTH, FLAG_HEIGHT))
}

/// Paints the line of the shown day from `from` to `to` and its flag at `flag`.
pub fn paint_flag(ui: &Ui, flag: Rect, from: Pos2, to: Pos2, shown: Date, focused: bool) {
    let palette = theme::palette(ui);
    let x = ui.painter().round_to_pixel_center(from.x);
    ui.painter().line_segment([pos2(x, from.y), pos2(x, to.y)], (size::HAIRLINE * 1.5, palette.handle));
    let radius = CornerRadius::same(size::RADIUS_CONTROL - 2);
    ui.painter().rect_filled(flag, radius, palette.handle);
    if focused {
        let ring = (size::FOCUS_RING, palette.accent);
        ui.painter().rect_stroke(flag.expand(1.0), radius, ring, egui::StrokeKind::Outside);
    }
    let words =
        egui::RichText::new(words::date(shown)).font(text::font(text::SECOND_SIZE, text::Weight::Semibold));
    paint_text(ui, flag, Align2::CENTER_CENTER, words, palette.bg);
}
