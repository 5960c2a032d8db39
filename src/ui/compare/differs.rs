//! What differs between two scenarios, in words, each line leading to the place it comes from.

use egui::{Align2, Color32, Label, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::model::Plan;
use crate::report::Place;
use crate::ui::command::{Action, Command};
use crate::ui::problems::jump;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, paint_text};

/// Room of the dot before a line, points.
const DOT: f32 = 16.0;

/// A line of the list.
#[derive(Debug)]
pub(super) struct DiffersLine {
    /// What differs.
    pub(super) words: String,
    /// Of which scenario, by its colour.
    pub(super) colour: usize,
    /// A word beside it, such as `rule`.
    pub(super) chip: Option<&'static str>,
    /// Where it comes from.
    pub(super) place: Place,
}

/// Draws the list into `rect`.
pub(super) fn differs_ui(
    ui: &mut Ui,
    rect: Rect,
    plan: &Plan,
    title: &str,
    lines: &[DiffersLine],
    commands: &mut Vec<Command>,
) {
    let palette = theme::palette(ui);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), super::HEAD - size::GAP_S));
    let (covered, _) =
        paint_text(ui, head, Align2::LEFT_CENTER, text::card_name("What differs"), palette.text);
    let rest = Rect::from_min_max(pos2(covered.right() + size::GAP_S, head.top()), head.max);
    paint_text(ui, rest, Align2::LEFT_CENTER, text::second(title), palette.muted);
    let list = Rect::from_min_max(pos2(rect.left(), rect.top() + super::HEAD), rect.max);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(list).id_salt("what differs"));
    inside.set_clip_rect(list.expand2(vec2(size::GAP_S, 0.0)).intersect(ui.clip_rect()));
    ScrollArea::vertical().auto_shrink(false).show(&mut inside, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if lines.is_empty() {
            ui.label(text::body("Nothing differs: the same moves, charts and formation.").weak());
            let words = "Drag a target onto the board of one of them, and look again.";
            ui.add(Label::new(text::body(words).weak()).wrap());
            ui.add_space(size::GAP_S);
            if ui.button(Action::Board.text()).clicked() {
                commands.push(Command::Do(Action::Board));
            }
        }
        for (at, line) in lines.iter().enumerate() {
            line_ui(ui, plan, (at, line), at + 1 < lines.len(), palette.scenario(line.colour), commands);
        }
    });
}

fn line_ui(
    ui: &mut Ui,
    plan: &Plan,
    (at, line): (usize, &DiffersLine),
    ruled: bool,
    color: Color32,
    commands: &mut Vec<Command>,
) {
    let palette = theme::palette(ui);
    let ground = ui.painter().add(egui::Shape::Noop);
    let inner = ui.scope(|ui| {
        ui.add_space(size::GAP_TIGHT);
        let dot = ui
            .horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = size::GAP_TIGHT;
                ui.spacing_mut().interact_size.y = size::GAP_L;
                ui.add_space(DOT);
                let chip = line.chip.map_or(0.0, |_| 44.0);
                let width = (ui.available_width() - chip).max(60.0);
                let words = ui.allocate_ui(vec2(width, 0.0), |ui| {
                    ui.set_width(width);
                    ui.add(Label::new(text::body(line.words.as_str())).wrap())
                });
                if let Some(chip) = line.chip {
                    widgets::chip(ui, chip, Tone::Warn);
                }
                pos2(words.response.rect.left() - DOT + size::DOT / 2.0 - 2.0, words.inner.rect.top() + 9.0)
            })
            .inner;
        ui.painter().circle_filled(dot, size::DOT / 2.0, color);
        ui.add_space(size::GAP_TIGHT);
    });
    // The scope itself cannot keep the keyboard.
    let response = ui.interact(inner.response.rect, ui.scope_id().with(("differs", at)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Go to: {}", line.words)));
    let rect = response.rect;
    if response.hovered() {
        let radius = f32::from(size::RADIUS_CONTROL) / 2.0;
        let shape = egui::Shape::rect_filled(rect.expand2(vec2(6.0, 0.0)), radius, palette.hover);
        ui.painter().set(ground, shape);
    }
    if ruled {
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (size::HAIRLINE, palette.line));
    }
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    if response.clicked() {
        commands.extend(jump(plan, &line.place));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}
