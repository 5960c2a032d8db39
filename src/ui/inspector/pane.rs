//! What every section draws with: the plan, the texts being typed, and rows of a label and its value.

use egui::{
    Align, Align2, Color32, Label, Layout, Pos2, Rect, Response, RichText, Sense, Ui, UiBuilder, pos2, vec2,
};

use crate::model::{Plan, Player};
use crate::ui::screen::Screen;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{elided, explained, focus_ring_around, paint_text, text_width};

use super::desk::Desk;
use super::drafts::Drafts;
use super::{Facts, Open};

/// Height of a row.
pub(super) const ROW: f32 = 22.0;
/// Where the values of a section start.
pub(super) const LABELS: f32 = 90.0;
/// Space left and right of a value inside its field.
pub(super) const FIELD_PADDING: i8 = 6;
/// Corners of a field in a row.
pub(super) const FIELD_RADIUS: u8 = 6;

/// What a section draws with.
pub(super) struct Pane<'a> {
    pub(super) plan: &'a Plan,
    pub(super) screen: &'a Screen,
    pub(super) facts: &'a Facts,
    pub(super) desk: Desk<'a>,
    pub(super) drafts: &'a mut Drafts,
    pub(super) open: &'a mut Open,
    /// What is wrong with the texts of the row being drawn.
    pub(super) complaints: Vec<String>,
    /// How the text being typed in the row is understood.
    pub(super) remark: Option<String>,
}

impl Pane<'_> {
    /// A label and its value on one line, and under it what is wrong with the value.
    pub(super) fn row(&mut self, ui: &mut Ui, label: &str, value: impl FnOnce(&mut Ui, &mut Self)) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            label_ui(ui, label);
            value(ui, self);
        });
        self.complain(ui);
    }

    /// Says what is wrong with the texts drawn since the last time.
    pub(super) fn complain(&mut self, ui: &mut Ui) {
        let palette = theme::palette(ui);
        let complaints = self.complaints.drain(..).map(|words| (words, palette.tone(Tone::Bad).text, 0.0));
        // A remark is short and about a value: it stands under that.
        let remark = self.remark.take().map(|words| (words, palette.muted, LABELS));
        for (words, ink, indent) in complaints.chain(remark) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(indent + f32::from(FIELD_PADDING));
                ui.add(Label::new(text::second(words).color(ink)).wrap());
            });
        }
    }
}

/// The label at the left of a row. It is painted: the field beside it bears its own name for screen readers.
pub(super) fn label_ui(ui: &mut Ui, label: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(LABELS, ROW), Sense::hover());
    paint_text(ui, rect, Align2::LEFT_CENTER, text::body(label), theme::palette(ui).muted);
}

/// A label and a value that is not typed here; `tip` says why.
pub(super) fn fact_ui(ui: &mut Ui, label: &str, value: RichText, tip: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        label_ui(ui, label);
        ui.add_space(f32::from(FIELD_PADDING));
        let name = format!("{label}: {}", value.text());
        let value =
            if tip.is_empty() { elided(ui, value) } else { explained(ui, value, Sense::hover(), tip) };
        value.accessible_name(name);
    });
}

/// Space before a section, its name in capitals, and at the right what `beside` draws, from right to left.
pub(super) fn heading_ui<R>(ui: &mut Ui, name: &str, beside: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(size::GAP_L);
    let height = ROW;
    let right_to_left = Layout::right_to_left(Align::Center);
    let inner = ui.allocate_ui_with_layout(vec2(ui.available_width(), height), right_to_left, |ui| {
        ui.set_min_height(height);
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        // What stands beside it is shortened before the heading is.
        let room = ui.available_width() - size::GAP_S - text_width(ui, &text::label(name));
        let result = ui.allocate_ui_with_layout(vec2(room, height), right_to_left, beside).inner;
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            elided(ui, text::label(name));
        });
        result
    });
    ui.add_space(size::GAP_HAIR);
    inner.inner
}

/// How far the ground of a quiet button reaches beyond its words, so that the words line up with what is around.
const QUIET_MARGIN: f32 = 5.0;

/// Words that act: calm until the pointer or the keyboard is on them. `name` is for screen readers.
pub(super) fn quiet_button(ui: &mut Ui, icon: &str, words: &str, name: &str) -> Response {
    let content = if icon.is_empty() { words.to_owned() } else { format!("{icon} {words}") };
    words_button(ui, text::second(content.trim()), theme::palette(ui).muted, name)
}

/// A value that opens a menu: it looks like the other values. `name` is for screen readers.
pub(super) fn value_button(ui: &mut Ui, words: &str, name: &str) -> Response {
    let words = RichText::new(words).font(text::font(text::BODY_SIZE, text::Weight::Medium));
    words_button(ui, words, theme::palette(ui).text, name)
}

fn words_button(ui: &mut Ui, words: RichText, calm: Color32, name: &str) -> Response {
    let galley = egui::WidgetText::from(words).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::FontSelection::Default,
    );
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.ceil(), ROW), Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, ui.is_enabled(), name));
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.has_focus();
    let ground = rect.expand2(vec2(QUIET_MARGIN, 0.0));
    if lit {
        ui.painter().rect_filled(ground, FIELD_RADIUS, palette.hover);
    }
    let ink = if lit { palette.text } else { calm };
    ui.painter().galley_with_override_text_color(
        Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min,
        galley,
        ink,
    );
    focus_ring_around(ui, &response, ground, FIELD_RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The parts of a line with dots between them; it breaks between parts, never inside a short one.
pub(super) fn dotted(parts: impl IntoIterator<Item = String>) -> String {
    let unbroken = |part: String| if part.chars().count() > 24 { part } else { part.replace(' ', "\u{a0}") };
    let parts: Vec<String> = parts.into_iter().map(unbroken).collect();
    parts.join(" \u{b7} ")
}

/// What was drawn since the next thing was to stand at `top`.
pub(super) fn since(ui: &Ui, top: Pos2) -> Rect {
    Rect::from_min_max(top, pos2(ui.max_rect().right(), ui.cursor().top()))
}

/// Draws into `rect`, which the caller has allocated.
pub(super) fn inside<R>(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let place = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    add(&mut ui.new_child(place))
}

/// How a player's avatar looks on the shown day.
pub(super) fn avatar_of(player: &Player, screen: &Screen) -> theme::Avatar {
    if player.injuries.iter().any(|injury| injury.is_open_on(screen.date)) {
        theme::Avatar::Injured
    } else if player.is_target() {
        theme::Avatar::Target
    } else {
        theme::Avatar::Squad
    }
}
