//! The plans opened lately, as lines.

use egui::{
    Align2, Color32, CornerRadius, Layout, Rect, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::miniature::Miniature;
use crate::ui::command::{Command, FileCommand};
use crate::ui::files::{RecentPlan, file_name};
use crate::ui::theme::{self, size, text};
use crate::ui::widgets::{focus_ring, paint_text};

/// Height of a row, points: room for the picture.
const HEIGHT: f32 = 52.0;
/// Size of the picture beside the words, as a share of that on a sample's card, and its width, points.
const SCALE: f32 = 0.5;
const PICTURE: f32 = 72.0;

/// One plan opened lately, with its `picture` once there is one: a missing one is faded and can be forgotten.
pub(super) fn recent_row(
    ui: &mut Ui,
    plan: &RecentPlan,
    picture: Option<&Miniature>,
    commands: &mut Vec<Command>,
) {
    let palette = theme::palette(ui);
    let RecentPlan { path, name, folder, changed, .. } = plan;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), HEIGHT),
        Layout::right_to_left(egui::Align::Center),
        |ui| {
            if changed.is_none() {
                let words = format!("Forget {name}");
                let response = ui.button("Forget").on_hover_text("Take it out of this list");
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(words));
                if response.clicked() {
                    commands.push(Command::File(FileCommand::Forget(path.clone())));
                }
            }
            let sense = if changed.is_some() { Sense::click() } else { Sense::hover() };
            let (rect, response) = ui.allocate_exact_size(ui.available_size(), sense);
            let said = changed.as_deref().unwrap_or("not there any more");
            let role = if changed.is_some() { Role::Button } else { Role::Label };
            response.widget_info(|| {
                WidgetInfo::labeled(role, changed.is_some(), format!("{name}, {folder}, {said}"))
            });
            let lit = changed.is_some() && (response.hovered() || response.has_focus());
            let ground = if lit { palette.hover } else { Color32::TRANSPARENT };
            // The pictures line up with the heading; the ground reaches beyond them.
            let around = rect.expand2(vec2(size::GAP_S, 0.0));
            ui.painter().rect_filled(around, CornerRadius::same(size::RADIUS_CONTROL), ground);
            let inside = rect.shrink2(vec2(0.0, size::GAP_XS));
            // Without a picture the words stay in line with those of the other rows.
            let (place, words) = inside.split_left_right_at_x(inside.left() + PICTURE);
            if let Some(picture) = picture {
                paint_picture(ui, place, picture);
            }
            paint_words(ui, words.with_min_x(words.left() + size::GAP_M), plan, said);
            focus_ring(ui, &response, size::RADIUS_CONTROL);
            if changed.is_some() {
                let response = response
                    .on_hover_cursor(egui::CursorIcon::PointingHand)
                    .on_hover_text(path.display().to_string());
                if response.clicked() {
                    commands.push(Command::File(FileCommand::OpenPath(path.clone())));
                }
            }
        },
    );
}

/// The name and when it was changed, and under them the file and its folder.
fn paint_words(ui: &Ui, rect: Rect, plan: &RecentPlan, said: &str) {
    let palette = theme::palette(ui);
    let (upper, lower) = rect.split_top_bottom_at_fraction(0.52);
    let ink = if plan.changed.is_some() { palette.text } else { palette.muted };
    let (when, _) = paint_text(ui, upper, Align2::RIGHT_CENTER, text::second(said), palette.muted);
    let room = Rect::from_min_max(upper.min, pos2(when.left() - size::GAP_M, upper.bottom()));
    paint_text(ui, room, Align2::LEFT_CENTER, text::card_name(plan.name.as_str()), ink);
    let place = text::second(format!("{} \u{b7} {}", file_name(&plan.path), plan.folder));
    paint_text(ui, lower, Align2::LEFT_CENTER, place, palette.muted);
}

/// The board in small, on a ground of its own.
fn paint_picture(ui: &Ui, rect: Rect, picture: &Miniature) {
    let palette = theme::palette(ui);
    let radius = CornerRadius::same(size::RADIUS_CONTROL);
    ui.painter().rect_filled(rect, radius, palette.bg);
    picture.paint(ui, rect, SCALE);
    ui.painter().rect_stroke(rect, radius, (size::HAIRLINE, palette.line), StrokeKind::Inside);
}
