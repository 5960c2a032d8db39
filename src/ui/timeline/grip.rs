//! What can be taken hold of on a row: ends of injuries, moves, ends of contracts.

use egui::{
    Align2, EventFilter, Id, LayerId, Order, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};
use jiff::{Span, ToSpan as _};

use super::change::Subject;
use crate::ui::command::dialog_keys;
use crate::ui::command::time_keys::{self, TimeStep};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::paint_text;

/// What a grip was asked in this frame.
#[derive(Debug)]
pub(super) enum Grip {
    /// Held `points` to the right of where it was taken.
    Drag { subject: Subject, points: f32 },
    /// Let go.
    Drop,
    /// Let go with Escape.
    Cancel,
    /// Moved by a key.
    Step { subject: Subject, days: Span },
    /// Its date shall be typed.
    Type { subject: Subject, at: Pos2 },
}

/// A place to take hold of `subject`; `name` says what it is. Contracts are typed, not dragged.
pub(super) fn grip_ui(ui: &Ui, rect: Rect, subject: &Subject, name: &str, grips: &mut Vec<Grip>) -> Response {
    let fixed = matches!(subject, Subject::Contract(_));
    let sense = if fixed { Sense::click() } else { Sense::click_and_drag() };
    let response = ui.interact(rect, Id::unique(("timeline", subject)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    let taken = |points| Grip::Drag { subject: subject.clone(), points };
    if response.drag_stopped() {
        let escape = ui.input(|input| input.key_down(dialog_keys::CANCEL.logical_key));
        grips.push(if escape { Grip::Cancel } else { Grip::Drop });
    } else if response.dragged()
        && let Some(points) =
            ui.input(|input| Some(input.pointer.interact_pos()? - input.pointer.press_origin()?))
    {
        grips.push(taken(points.x));
    }
    if !fixed && (response.hovered() || response.dragged()) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::ResizeHorizontal);
    }
    let mut typing = response.double_clicked();
    if response.clicked() {
        response.request_focus();
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |keys: &[(egui::KeyboardShortcut, TimeStep)]| {
            let step =
                ui.input_mut(|input| keys.iter().find(|(keys, _)| input.consume_shortcut(keys)).copied());
            step.map(|(_, step)| match step {
                TimeStep::Day => 1.day(),
                TimeStep::Week => 7.days(),
                TimeStep::Month => 1.month(),
            })
        };
        let later = pressed(&time_keys::LATER);
        let days = later.or_else(|| pressed(&time_keys::EARLIER).map(Span::negate));
        grips.extend(days.map(|days| Grip::Step { subject: subject.clone(), days }));
        typing |= ui.input_mut(|input| input.consume_shortcut(&time_keys::TYPE));
    }
    if typing {
        grips.push(Grip::Type { subject: subject.clone(), at: rect.left_bottom() });
    }
    response
}

/// Says beside the pointer what letting go would mean.
pub(super) fn paint_remark(ui: &Ui, pointer: Pos2, words: &str, possible: bool) {
    let palette = theme::palette(ui);
    let words = if possible { words } else { "not possible" };
    let galley = ui.painter().layout_no_wrap(
        words.to_owned(),
        text::font(text::SECOND_SIZE, text::Weight::Semibold),
        palette.text,
    );
    let wanted = galley.size() + vec2(2.0 * size::GAP_M, size::GAP_S);
    let bounds = ui.ctx().content_rect();
    let corner = pos2(pointer.x + size::GAP_L, pointer.y + size::GAP_L);
    let corner = corner.min(bounds.right_bottom() - wanted).max(bounds.left_top());
    let place = Rect::from_min_size(corner, wanted);
    let layer = LayerId::new(Order::Tooltip, Id::unique("timeline remark"));
    let mut above = ui.ctx().layer_painter(layer);
    above.set_clip_rect(bounds);
    let tone = palette.tone(if possible { Tone::Accent } else { Tone::Bad });
    above.rect(
        place,
        f32::from(size::RADIUS_CONTROL),
        palette.raised,
        (size::HAIRLINE, tone.mark),
        egui::StrokeKind::Inside,
    );
    above.galley(place.min + vec2(size::GAP_M, size::GAP_XS), galley, palette.text);
}

/// Paints words over a row, shortened where there is no room.
pub(super) fn paint_label(ui: &Ui, place: Rect, words: &str, color: egui::Color32) {
    let words = egui::RichText::new(words).font(text::font(text::SECOND_SIZE, text::Weight::Medium));
    paint_text(ui, place, Align2::LEFT_CENTER, words, color);
}
