//! The squad by unit, one line each.

use egui::{Align2, Color32, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::facts::{Facts, Group, Member, gone};
use crate::model::words;
use crate::ui::board::{Scene, Standing, tone_of};
use crate::ui::theme::{self, Avatar, Tone, size, text};
use crate::ui::widgets;

/// Height of a group's heading and of a row, points.
const HEAD: f32 = 30.0;
const ROW: f32 = 42.0;
/// Side of the initials, points.
const AVATAR: f32 = 26.0;
/// Widths of the columns at the right, points: wage, contract, chance.
const WAGE: f32 = 98.0;
const CONTRACT: f32 = 92.0;
const CHANCE: f32 = 56.0;
/// A list narrower than this shows no wages, points.
const WIDE: f32 = 560.0;

/// Draws the list. Returns the player who was clicked.
pub(super) fn list_ui(ui: &mut Ui, scene: Scene<'_>, facts: &Facts) -> Option<crate::model::PlayerId> {
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("squad list").auto_shrink(false).show(ui, |ui| {
        let bar = size::GAP_S;
        ui.set_width(ui.available_width() - bar);
        for group in &facts.groups {
            head_ui(ui, group);
            for member in &group.members {
                if row_ui(ui, scene, member) {
                    clicked = Some(member.id.clone());
                }
            }
            ui.add_space(size::GAP_S);
        }
    });
    clicked
}

fn head_ui(ui: &mut Ui, group: &Group) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let palette = theme::palette(ui);
    let here = group.members.iter().filter(|member| !gone(member)).count();
    let soon = group.members.iter().filter(|member| !gone(member) && member.ends_soon).count();
    let noun = if here == 1 { "player" } else { "players" };
    let ending = if soon > 0 { format!(" · {soon} within twelve months") } else { String::new() };
    let remark = format!("{here} {noun}{ending}");
    let (right, _) = widgets::paint_text(ui, rect, Align2::RIGHT_CENTER, text::small(remark), palette.muted);
    let left = rect.with_max_x(right.left() - size::GAP_S);
    widgets::paint_text(ui, left, Align2::LEFT_CENTER, text::label(&group.name), palette.muted);
}

fn row_ui(ui: &mut Ui, scene: Scene<'_>, member: &Member) -> bool {
    // Size, allocate
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    // Interact
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label(member)));
    // Paint
    let palette = theme::palette(ui);
    let selected = scene.screen.selected.as_ref() == Some(&member.id);
    let ground = if response.hovered() { palette.hover } else { palette.raised };
    let card = rect.with_max_y(rect.bottom() - size::GAP_HAIR);
    ui.painter().rect_filled(card, f32::from(size::RADIUS_CONTROL), ground);
    if selected {
        let stroke = egui::Stroke::new(size::OUTLINE, palette.accent);
        ui.painter().rect_stroke(card, f32::from(size::RADIUS_CONTROL), stroke, egui::StrokeKind::Inside);
    }
    let inner = card.shrink2(vec2(size::GAP_S, 0.0));
    let away = gone(member);
    let ink = if away { palette.muted } else { palette.text };
    let middle = pos2(inner.left() + AVATAR / 2.0, inner.center().y);
    let avatar = Rect::from_center_size(middle, vec2(AVATAR, AVATAR));
    let kind = match member.standing {
        Standing::Injured => Avatar::Injured,
        _ if member.is_target => Avatar::Target,
        _ => Avatar::Squad,
    };
    widgets::paint_avatar(ui, avatar, &member.name, kind);

    let mut right = inner.right();
    let column = |right: &mut f32, width: f32, words: String, color: Color32| {
        let place = Rect::from_min_max(pos2(*right - width, inner.top()), pos2(*right, inner.bottom()));
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::body(words), color);
        *right -= width + size::GAP_S;
    };
    let (chance, tone) = chance(member);
    let color = if tone == Tone::Neutral { ink } else { palette.tone(tone).text };
    column(&mut right, CHANCE, chance, color);
    let until = member.until.map(words::date).unwrap_or_default();
    let color = if member.ends_soon && !away { palette.tone(Tone::Warn).text } else { ink };
    column(&mut right, CONTRACT, until, color);
    if rect.width() >= WIDE && !member.wage.is_empty() {
        column(&mut right, WAGE, member.wage.clone(), palette.muted);
    }

    let left = avatar.right() + size::GAP_S;
    let upper = Rect::from_min_max(pos2(left, inner.top() + size::GAP_XS), pos2(right, inner.center().y));
    let lower = Rect::from_min_max(pos2(left, inner.center().y), pos2(right, inner.bottom() - size::GAP_XS));
    let mut room = lower;
    let age = member.age.map(|age| age.to_string()).unwrap_or_default();
    let second = [age.as_str(), &member.position, &member.foot, &member.role];
    let second: Vec<&str> = second.into_iter().filter(|words| !words.is_empty()).collect();
    let upper = if second.is_empty() && member.moves.is_empty() { upper.union(lower) } else { upper };
    widgets::paint_text(ui, upper, Align2::LEFT_CENTER, text::strong(&member.name), ink);
    let (covered, _) =
        widgets::paint_text(ui, lower, Align2::LEFT_CENTER, text::small(second.join(" · ")), palette.muted);
    if !member.moves.is_empty() {
        room.min.x = covered.right() + size::GAP_S;
        let tone = if away {
            Tone::Warn
        } else if member.is_target {
            Tone::Info
        } else {
            Tone::Neutral
        };
        if room.width() > CHANCE {
            widgets::paint_chip(ui, room, &member.moves, tone);
        }
    }
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if ui.ctx().dragged_id().is_none() {
        response.clone().on_hover_text(label(member));
    }
    response.clicked()
}

/// The figure at the right, and what to think of it.
fn chance(member: &Member) -> (String, Tone) {
    match member.standing {
        Standing::Gone => ("left".to_owned(), Tone::Neutral),
        Standing::Elsewhere | Standing::NotYet(_) => ("not yet".to_owned(), Tone::Neutral),
        _ => (words::percent_whole(member.available), tone_of(member.available)),
    }
}

fn label(member: &Member) -> String {
    let age = member.age.map(|age| format!("{age} years")).unwrap_or_default();
    let until = member.until.map(|until| format!("contract to {}", words::date(until))).unwrap_or_default();
    let available = match member.standing {
        Standing::Here | Standing::Injured | Standing::Absent(_) => {
            format!("available {}", words::percent_whole(member.available))
        }
        Standing::NotYet(_) => "not yet here".to_owned(),
        Standing::Gone | Standing::Elsewhere => "no longer here".to_owned(),
    };
    let said = [&member.name, &age, &member.role, &until, &member.wage, &available, &member.moves];
    said.into_iter().filter(|words| !words.is_empty()).map(String::as_str).collect::<Vec<&str>>().join(", ")
}
