//! The squad by unit, one line each.

use egui::{Align2, Color32, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::facts::{Facts, Group, Member, Wanted, gone};
use crate::model::{PlayerId, words};
use crate::ui::board::{Scene, Standing, tone_of};
use crate::ui::theme::{self, Avatar, Palette, Tone, size, text};
use crate::ui::widgets;

/// Height of a group's heading and of a row, points.
const HEAD: f32 = 30.0;
const ROW: f32 = 42.0;
/// The most width of the filter, points.
const FILTER: f32 = 260.0;
/// Side of the initials, points.
const AVATAR: f32 = 26.0;
/// Widths of the columns at the right, points: wage, contract, chance.
const WAGE: f32 = 98.0;
const CONTRACT: f32 = 92.0;
const CHANCE: f32 = 56.0;
/// A list narrower than this shows no wages, points.
const WIDE: f32 = 560.0;

/// Draws the filter, what the columns are, and the list. Returns the player who was clicked.
///
/// The filter gets the keyboard where the user is `looking`.
pub(super) fn list_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    facts: &Facts,
    filter: &mut String,
    looking: bool,
) -> Option<PlayerId> {
    let bar = size::GAP_S;
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = vec2(ui.available_width() - bar, size::CONTROL_HEIGHT);
    let (row, _) = ui.allocate_exact_size(row, Sense::hover());
    captions(ui, row, facts);
    let room = row.with_max_x(Columns::of(row).left.min(row.left() + FILTER));
    let mut place = ui.new_child(UiBuilder::new().max_rect(room));
    let field = widgets::text_field(&mut place, "Filter players", "Filter players\u{2026}", filter);
    if looking {
        field.request_focus();
    }
    ui.add_space(size::GAP_XS);

    let wanted = Wanted::new(filter);
    let listed = |group: &&Group| group.members.iter().any(|member| wanted.takes(member));
    let mut clicked = None;
    ScrollArea::vertical().id_salt("squad list").auto_shrink(false).show(ui, |ui| {
        ui.set_width(ui.available_width() - bar);
        if !facts.groups.iter().any(|group| listed(&group)) {
            ui.label(text::second("Nobody matches."));
        }
        for group in facts.groups.iter().filter(listed) {
            let members: Vec<&Member> = group.members.iter().filter(|member| wanted.takes(member)).collect();
            head_ui(ui, group, members.len());
            for member in members {
                if row_ui(ui, scene, member) {
                    clicked = Some(member.id.clone());
                }
            }
            ui.add_space(size::GAP_S);
        }
    });
    clicked
}

/// Where the figures at the right of a row stand.
struct Columns {
    /// None where there is no room for wages.
    wage: Option<Rect>,
    contract: Rect,
    chance: Rect,
    /// Where they begin.
    left: f32,
}

impl Columns {
    fn of(row: Rect) -> Self {
        let inner = row.shrink2(vec2(size::GAP_S, 0.0));
        let before = |right: f32, width: f32| inner.with_min_x(right - width).with_max_x(right);
        let chance = before(inner.right(), CHANCE);
        let contract = before(chance.left() - size::GAP_S, CONTRACT);
        let wage = (row.width() >= WIDE).then(|| before(contract.left() - size::GAP_S, WAGE));
        Self { wage, contract, chance, left: wage.unwrap_or(contract).left() - size::GAP_S }
    }
}

/// What the columns are.
fn captions(ui: &Ui, row: Rect, facts: &Facts) {
    let columns = Columns::of(row);
    let paid = facts.groups.iter().flat_map(|group| &group.members).any(|member| !member.wage.is_empty());
    let wage = columns.wage.filter(|_| paid).map(|place| (place, "Wage"));
    let others = [(columns.contract, "Contract to"), (columns.chance, "Available")];
    for (place, words) in wage.into_iter().chain(others) {
        let ink = theme::palette(ui).muted;
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::small(words), ink);
    }
}

/// The name of a group and how many it has, or how many of them are `listed`.
fn head_ui(ui: &mut Ui, group: &Group, listed: usize) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let palette = theme::palette(ui);
    let remark = if listed < group.members.len() {
        format!("{listed} of {}", group.members.len())
    } else {
        count(group)
    };
    let (right, _) = widgets::paint_text(ui, rect, Align2::RIGHT_CENTER, text::small(remark), palette.muted);
    let left = rect.with_max_x(right.left() - size::GAP_S);
    widgets::paint_text(ui, left, Align2::LEFT_CENTER, text::label(&group.name), palette.muted);
}

/// `6 players · 2 within twelve months`.
fn count(group: &Group) -> String {
    let here = group.members.iter().filter(|member| !gone(member)).count();
    let soon = group.members.iter().filter(|member| !gone(member) && member.ends_soon).count();
    let noun = if here == 1 { "player" } else { "players" };
    let ending = if soon > 0 { format!(" · {soon} within twelve months") } else { String::new() };
    format!("{here} {noun}{ending}")
}

fn row_ui(ui: &mut Ui, scene: Scene<'_>, member: &Member) -> bool {
    // Size, allocate
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    // Interact
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label(member)));
    // Paint
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.has_focus();
    let ground = if lit { palette.hover } else { palette.raised };
    let card = rect.with_max_y(rect.bottom() - size::GAP_HAIR);
    ui.painter().rect_filled(card, f32::from(size::RADIUS_CONTROL), ground);
    if scene.screen.selected.as_ref() == Some(&member.id) {
        let stroke = egui::Stroke::new(size::OUTLINE, palette.accent);
        ui.painter().rect_stroke(card, f32::from(size::RADIUS_CONTROL), stroke, egui::StrokeKind::Inside);
    }
    let inner = card.shrink2(vec2(size::GAP_S, 0.0));
    let middle = pos2(inner.left() + AVATAR / 2.0, inner.center().y);
    let avatar = Rect::from_center_size(middle, vec2(AVATAR, AVATAR));
    let kind = match member.standing {
        Standing::Injured => Avatar::Injured,
        _ if member.is_target => Avatar::Target,
        _ => Avatar::Squad,
    };
    widgets::paint_avatar(ui, avatar, &member.name, kind);
    let right = paint_figures(ui, card, member);
    paint_person(ui, inner.with_min_x(avatar.right() + size::GAP_S).with_max_x(right), member);
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if ui.ctx().dragged_id().is_none() {
        response.clone().on_hover_text(label(member));
    }
    response.clicked()
}

/// The figures at the right of a row. Returns where they begin.
fn paint_figures(ui: &Ui, card: Rect, member: &Member) -> f32 {
    let palette = theme::palette(ui);
    let columns = Columns::of(card);
    let ink = ink(palette, member);
    let paint = |place: Rect, words: &str, ink: Color32| {
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::body(words), ink);
    };
    let (chance, tone) = chance(member);
    paint(columns.chance, &chance, if tone == Tone::Neutral { ink } else { palette.tone(tone).text });
    let until = member.until.map(words::date).unwrap_or_default();
    let soon = member.ends_soon && !gone(member);
    paint(columns.contract, &until, if soon { palette.tone(Tone::Warn).text } else { ink });
    let wage = columns.wage.filter(|_| !member.wage.is_empty());
    if let Some(wage) = wage {
        paint(wage, &member.wage, palette.muted);
    }
    wage.unwrap_or(columns.contract).left() - size::GAP_S
}

/// Who he is, and under it where he plays and what becomes of him.
fn paint_person(ui: &Ui, room: Rect, member: &Member) {
    let palette = theme::palette(ui);
    let lines = room.shrink2(vec2(0.0, size::GAP_XS));
    let (upper, lower) = lines.split_top_bottom_at_fraction(0.5);
    let age = member.age.map(|age| age.to_string()).unwrap_or_default();
    let second = [age.as_str(), &member.position, &member.foot, &member.role];
    let second: Vec<&str> = second.into_iter().filter(|words| !words.is_empty()).collect();
    let name = if second.is_empty() && member.moves.is_empty() { lines } else { upper };
    widgets::paint_text(ui, name, Align2::LEFT_CENTER, text::strong(&member.name), ink(palette, member));
    let second = text::small(second.join(" · "));
    let (covered, _) = widgets::paint_text(ui, lower, Align2::LEFT_CENTER, second, palette.muted);
    let rest = lower.with_min_x(covered.right() + size::GAP_S);
    if !member.moves.is_empty() && rest.width() > CHANCE {
        let tone = if gone(member) {
            Tone::Warn
        } else if member.is_target {
            Tone::Info
        } else {
            Tone::Neutral
        };
        widgets::paint_chip(ui, rest, &member.moves, tone);
    }
}

/// Who has gone is paler.
fn ink(palette: &Palette, member: &Member) -> Color32 {
    if gone(member) { palette.muted } else { palette.text }
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
