//! The page of a task that takes more than one step: its name and steps on top, the way on at the bottom.

use egui::{
    Align, Align2, Frame, Id, Layout, Margin, Panel, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

use super::command::{dialog_keys, keys_text};
use super::theme::{self, Tone, icons, size, text};
use super::widgets::{PrimaryButton, dialog, focus_ring, paint_text};

/// Height of the bar with the buttons, points.
const FOOT: f32 = 58.0;
/// Side of the mark in front of the title, points.
const MARK: f32 = 26.0;
/// Diameter of the number of a step, points.
const NUMBER: f32 = 22.0;
/// Width of the question whether to leave, points.
const QUESTION: f32 = 420.0;

/// What stands around the contents of a step.
#[derive(Clone, Debug, Default)]
pub(super) struct Chrome<'a> {
    /// What the user is doing: `New plan`.
    pub title: &'a str,
    /// The steps; none where there is only one.
    pub steps: &'a [&'a str],
    /// Which of them is shown.
    pub at: usize,
    /// The button that goes on.
    pub next: &'a str,
    /// Why it cannot be pressed yet.
    pub refused: Option<&'a str>,
    /// What to know before pressing it.
    pub remark: &'a str,
    /// Leaving would lose something.
    pub unsaved: bool,
}

/// What was pressed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Pressed {
    /// Nothing that leads elsewhere.
    Stay,
    /// The button that goes on.
    Next,
    /// A step, by its place.
    Step(usize),
    /// Away from here.
    Leave,
}

/// What the page remembers: whether it is asking if the user means to leave.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Leaving(bool);

/// Draws the page. `waiting` while another question stands over it: then it hears no keys.
pub(super) fn page(
    ui: &mut Ui,
    chrome: &Chrome<'_>,
    leaving: &mut Leaving,
    waiting: bool,
    content: impl FnOnce(&mut Ui),
) -> Pressed {
    let palette = theme::palette(ui);
    let bar = |x: f32| Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(x as i8, 0));
    let mut pressed = Pressed::Stay;
    Panel::top("flow head").exact_size(size::TOP_BAR_HEIGHT).frame(bar(size::GAP_M)).show(ui, |ui| {
        head_ui(ui, chrome, &mut pressed);
    });
    Panel::bottom("flow foot").exact_size(FOOT).frame(bar(size::GAP_XL)).show(ui, |ui| {
        foot_ui(ui, chrome, &mut pressed);
    });
    let frame = Frame::new().fill(palette.bg);
    egui::CentralPanel::no_frame().frame(frame).show(ui, content);
    if !waiting && !leaving.0 {
        keys(ui, chrome, &mut pressed);
    }
    if pressed == Pressed::Leave && chrome.unsaved && !leaving.0 {
        leaving.0 = true;
        pressed = Pressed::Stay;
    }
    if leaving.0 { leaving.ask(ui, chrome) } else { pressed }
}

/// A scrolling middle column at most `width` wide.
pub(super) fn column(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let room = ui.available_width() - 2.0 * size::GAP_XL;
        let width = room.min(width);
        let left = ui.max_rect().left() + ((ui.available_width() - width) / 2.0).round();
        let top = ui.cursor().top() + size::GAP_XL;
        let place = Rect::from_min_size(pos2(left, top), vec2(width, ui.available_height()));
        let used = ui.scope_builder(egui::UiBuilder::new().max_rect(place), content);
        ui.advance_cursor_after_rect(used.response.rect.expand2(vec2(0.0, size::GAP_XL)));
    });
}

fn head_ui(ui: &mut Ui, chrome: &Chrome<'_>, pressed: &mut Pressed) {
    let row = vec2(ui.available_width(), ui.available_height());
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let keys = keys_text(ui.ctx(), &dialog_keys::CANCEL);
        if ui.button("Cancel").on_hover_text(keys).clicked() {
            *pressed = Pressed::Leave;
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let palette = theme::palette(ui);
            let (mark, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::hover());
            ui.painter().rect_filled(mark, f32::from(size::RADIUS_CONTROL), palette.accent);
            paint_text(ui, mark, Align2::CENTER_CENTER, text::section("B"), palette.on_accent);
            ui.add_space(size::GAP_XS);
            ui.label(text::section(chrome.title));
            ui.add_space(size::GAP_XL);
            for (place, name) in chrome.steps.iter().enumerate() {
                if step_ui(ui, place, name, chrome.at).clicked() && place != chrome.at {
                    *pressed = Pressed::Step(place);
                }
                ui.add_space(size::GAP_S);
            }
        });
    });
}

/// The number and the name of a step, to go to it.
fn step_ui(ui: &mut Ui, place: usize, name: &str, at: usize) -> egui::Response {
    let palette = theme::palette(ui);
    // Size
    let words = egui::WidgetText::from(text::strong(name));
    let galley =
        words.into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, egui::FontSelection::Default);
    let wanted = vec2(NUMBER + size::GAP_S + galley.size().x + size::GAP_S, size::CONTROL_HEIGHT);
    // Allocate, interact
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    let shown = place == at;
    response.widget_info(|| {
        WidgetInfo::selected(Role::Tab, ui.is_enabled(), shown, format!("Step {}: {name}", place + 1))
    });
    // Paint
    let centre = pos2(rect.left() + NUMBER / 2.0, rect.center().y);
    let circle = Rect::from_center_size(centre, vec2(NUMBER, NUMBER));
    let accent = palette.tone(Tone::Accent);
    let (ground, ink) =
        if shown { (palette.accent, palette.on_accent) } else { (palette.raised, palette.muted) };
    ui.painter().circle_filled(centre, NUMBER / 2.0, ground);
    if place < at {
        paint_text(
            ui,
            circle,
            Align2::CENTER_CENTER,
            text::icon(icons::CHECK, text::SECOND_SIZE),
            accent.text,
        );
    } else {
        paint_text(ui, circle, Align2::CENTER_CENTER, text::small((place + 1).to_string()), ink);
    }
    let ink = if shown || response.hovered() { palette.text } else { palette.muted };
    let beside = pos2(circle.right() + size::GAP_S, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(beside, galley, ink);
    focus_ring(ui, &response, size::RADIUS_CONTROL);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn foot_ui(ui: &mut Ui, chrome: &Chrome<'_>, pressed: &mut Pressed) {
    let row = vec2(ui.available_width(), ui.available_height());
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let next = ui.add_enabled(chrome.refused.is_none(), PrimaryButton::new(chrome.next));
        let next = match chrome.refused {
            Some(why) => next.on_disabled_hover_text(why),
            None => next,
        };
        if next.clicked() {
            *pressed = Pressed::Next;
        }
        if chrome.at > 0 && ui.button("Back").clicked() {
            *pressed = Pressed::Step(chrome.at - 1);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = chrome.refused.unwrap_or(chrome.remark);
            ui.add(egui::Label::new(text::second(words)).truncate());
        });
    });
}

/// Enter goes on and Escape leaves, unless a field or a list has them.
fn keys(ui: &Ui, chrome: &Chrome<'_>, pressed: &mut Pressed) {
    let free = ui.memory(|memory| memory.focused().is_none()) && !egui::Popup::is_any_open(ui.ctx());
    if !free || *pressed != Pressed::Stay {
        return;
    }
    if ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CONFIRM)) && chrome.refused.is_none() {
        *pressed = Pressed::Next;
    } else if ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CANCEL)) {
        *pressed = Pressed::Leave;
    }
}

impl Leaving {
    /// Asks whether to leave, as the button does.
    pub(super) fn raise(&mut self) {
        self.0 = true;
    }

    fn ask(&mut self, ui: &Ui, chrome: &Chrome<'_>) -> Pressed {
        let shown = dialog(ui.ctx(), Id::unique("leave the flow"), "Leave?", QUESTION, |ui| {
            ui.label(text::verdict(format!("Leave {}?", chrome.title.to_lowercase())));
            ui.label(text::body("What you have entered here is lost. Nothing else changes."));
            ui.add_space(size::GAP_S);
            ui.horizontal(|ui| {
                let stay = ui.add(PrimaryButton::new("Stay"));
                if ui.memory(|memory| memory.focused().is_none()) {
                    stay.request_focus();
                }
                (stay.clicked(), ui.button("Leave").clicked())
            })
            .inner
        });
        let (stay, leave) = shown.inner;
        if stay || leave || shown.should_close() {
            self.0 = false;
        }
        if leave { Pressed::Leave } else { Pressed::Stay }
    }
}
