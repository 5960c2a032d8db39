//! The sample plans as cards: a picture, what the story is called, and what it asks.

use egui::{Align2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::gallery::{Gallery, Subject};
use super::miniature::Miniature;
use crate::model::words;
use crate::store::{SAMPLES, Sample};
use crate::ui::command::{Command, FileCommand};
use crate::ui::theme::{self, size, text};
use crate::ui::widgets::{Ground, focus_ring, paint_ground, paint_text, section_heading};

/// Height of a card, points.
pub(super) const HEIGHT: f32 = 88.0;
/// Width of the picture on its left, points.
const PICTURE: f32 = 148.0;

/// The right column of the start screen.
pub(super) fn samples_ui(ui: &mut Ui, gallery: &Gallery, commands: &mut Vec<Command>) {
    section_heading(ui, "Sample plans", "real stories, as reported");
    for (place, sample) in SAMPLES.iter().enumerate() {
        if card_ui(ui, sample, gallery.miniature(&Subject::Sample(place))).clicked() {
            commands.push(Command::File(FileCommand::OpenSample(place)));
        }
    }
}

fn card_ui(ui: &mut Ui, sample: &Sample, miniature: Option<&Miniature>) -> Response {
    // Size, allocate
    let wanted = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
    // Interact
    let label = format!("{}. {}", sample.title, sample.line);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    // Paint
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.has_focus();
    paint_ground(ui, rect, if lit { Ground::Lit } else { Ground::Card }, false);
    let (picture, words) = rect.split_left_right_at_x(rect.left() + PICTURE);
    paint_picture(ui, picture, miniature);
    let inside = words.shrink(size::GAP_M);
    let (club, story) = sample.title.split_once(": ").unwrap_or(("", sample.title));
    let heading = words::capital(story);
    let head = Rect::from_min_size(inside.min, vec2(inside.width(), text::SECTION_SIZE + 2.0));
    let (club, _) = paint_text(ui, head, Align2::RIGHT_CENTER, text::second(club), palette.muted);
    let room = Rect::from_min_max(head.min, pos2(club.left() - size::GAP_S, head.bottom()));
    paint_text(ui, room, Align2::LEFT_CENTER, text::card_name(heading), palette.text);
    let line = egui::WidgetText::from(text::second(sample.line));
    let wrap = Some(egui::TextWrapMode::Wrap);
    let galley = line.into_galley(ui, wrap, inside.width(), egui::FontSelection::Default);
    let place = pos2(inside.left(), head.bottom() + size::GAP_XS);
    ui.painter().with_clip_rect(rect).galley(place, galley, palette.muted);
    focus_ring(ui, &response, size::RADIUS_CARD);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The board in small, flush with the card's left end; its ground alone until it is made.
fn paint_picture(ui: &Ui, rect: Rect, miniature: Option<&Miniature>) {
    let palette = theme::palette(ui);
    let radius = egui::CornerRadius { nw: size::RADIUS_CARD, sw: size::RADIUS_CARD, ne: 0, se: 0 };
    let inside = Rect::from_min_max(rect.min + vec2(1.0, 1.0), pos2(rect.right(), rect.bottom() - 1.0));
    ui.painter().rect_filled(inside, radius, palette.bg);
    ui.painter().vline(inside.right(), inside.y_range(), (size::HAIRLINE, palette.line));
    if let Some(miniature) = miniature {
        miniature.paint(ui, inside, 1.0);
    }
}
