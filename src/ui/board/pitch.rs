//! The whole pitch: every slot of the formation with its stack in small.

use egui::{Align2, Color32, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

use super::card::{self, Look};
use super::drag::{Stack, place_name};
use super::stack::{Line, card_response, lines};
use super::{Board, Scene};
use crate::model::Slot;
use crate::ui::command::Command;
use crate::ui::theme::{self, size, text};
use crate::ui::widgets;

/// Height of the line that names a slot, points.
const HEAD: f32 = 18.0;
/// Height of a name in a small stack, points.
const LINE: f32 = 21.0;
/// From the top of one name to the top of the next, points.
const STEP: f32 = LINE + 2.0;
/// Width of a small stack, points: between these two.
const WIDTHS: (f32, f32) = (92.0, 168.0);
/// How many names a small stack has room for before it says "+2".
const MOST_LINES: usize = 4;
/// Slots nearer to each other than this share of the pitch's length are one row.
const ONE_ROW: f32 = 0.015;
/// Length and width of a pitch, and the boxes on it, metres (Law 1 of the game).
const PITCH: (f32, f32) = (105.0, 68.0);
const PENALTY_AREA: (f32, f32) = (16.5, 40.3);
const GOAL_AREA: (f32, f32) = (5.5, 18.3);
const CENTRE_CIRCLE: f32 = 9.15;

/// How much of a pitch is painted, and which way up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::ui) enum Lie {
    /// Its own half, behind the columns.
    Half,
    /// All of it, the own goal at the foot.
    Whole,
    /// All of it, the own goal on the left.
    OnItsSide,
}

/// Paints the lines of the pitch.
pub(in crate::ui) fn paint_pitch(ui: &Ui, area: Rect, lie: Lie) {
    let stroke = Stroke::new(size::HAIRLINE, theme::palette(ui).pitch_line);
    let painter = ui.painter().with_clip_rect(area.expand2(vec2(size::GAP_XL, size::GAP_S)));
    let whole = lie != Lie::Half;
    let length = if whole { PITCH.0 } else { PITCH.0 * 0.62 };
    let to_screen = |across: f32, up: f32| -> Pos2 {
        let (across, up) = (across / PITCH.1, up / length);
        if lie == Lie::OnItsSide {
            return pos2(area.left() + up * area.width(), area.top() + across * area.height());
        }
        pos2(area.left() + across * area.width(), area.bottom() - up * area.height())
    };
    let box_at = |depth: f32, breadth: f32, far: bool| {
        let left = (PITCH.1 - breadth) / 2.0;
        let (from, until) = if far { (PITCH.0, PITCH.0 - depth) } else { (0.0, depth) };
        Rect::from_two_pos(to_screen(left, from), to_screen(left + breadth, until))
    };
    let ends: &[bool] = if whole { &[false, true] } else { &[false] };
    for far in ends {
        for (depth, breadth) in [PENALTY_AREA, GOAL_AREA] {
            painter.rect_stroke(box_at(depth, breadth, *far), 0.0, stroke, egui::StrokeKind::Middle);
        }
    }
    painter.line_segment([to_screen(0.0, PITCH.0 / 2.0), to_screen(PITCH.1, PITCH.0 / 2.0)], stroke);
    let centre = to_screen(PITCH.1 / 2.0, PITCH.0 / 2.0);
    let (across, up) = (CENTRE_CIRCLE / PITCH.1, CENTRE_CIRCLE / length);
    let radius = if lie == Lie::OnItsSide {
        vec2(up * area.width(), across * area.height())
    } else {
        vec2(across * area.width(), up * area.height())
    };
    painter.add(Shape::Ellipse(egui::epaint::EllipseShape {
        center: centre,
        radius,
        fill: Color32::TRANSPARENT,
        stroke,
        angle: 0.0,
    }));
    if whole {
        painter.rect_stroke(area, 0.0, stroke, egui::StrokeKind::Inside);
    }
}

pub(super) fn pitch_ui(
    board: &mut Board,
    ui: &mut Ui,
    area: Rect,
    scene: Scene<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(formation) = scene.plan.formation_of(scene.scenario) else {
        let words = format!(
            "The formation {} is not in this plan: choose another one above.",
            scene.scenario.formation
        );
        widgets::paint_text(ui, area, Align2::CENTER_CENTER, text::body(words), theme::palette(ui).muted);
        return;
    };
    let (stacks, most) = place_stacks(area, &formation.slots, scene);
    let carried = Board::carried(ui, scene, &stacks);
    let place = carried.as_ref().and_then(|(_, place)| place.clone());
    board.note_place(place.as_ref());
    for (slot, stack) in formation.slots.iter().zip(&stacks) {
        let laid_out = lines(
            scene,
            &slot.id,
            stack.rect,
            (stack.top, LINE, STEP),
            carried.as_ref().map(|(card, place)| (&**card, place.as_ref())),
        );
        stack_ui(board, ui, scene, (slot, stack, most), &laid_out, commands);
    }
    board.take_drop(ui, scene, &stacks, place.as_ref(), commands);
}

/// Where the small stacks stand, and how many names each has room for: as many as leave no stack under another one.
fn place_stacks(area: Rect, slots: &[Slot], scene: Scene<'_>) -> (Vec<Stack>, usize) {
    let depth = |slot: &Slot| scene.scenario.chart(&slot.id).len();
    let depths: Vec<(&Slot, usize)> = slots.iter().map(|slot| (slot, depth(slot))).collect();
    for most in (2..=MOST_LINES).rev() {
        let stacks = place(area, &depths, most);
        if fits(area, &stacks) {
            return (stacks, most);
        }
    }
    (place(area, &depths, 1), 1)
}

/// No two stacks cover each other, and none leaves the area.
fn fits(area: Rect, stacks: &[Stack]) -> bool {
    let covered = |n: usize, stack: &Stack| {
        stacks.iter().skip(n + 1).any(|other| other.rect.shrink(1.0).intersects(stack.rect.shrink(1.0)))
    };
    let mut all = stacks.iter().enumerate();
    all.all(|(n, stack)| area.expand(1.0).contains_rect(stack.rect) && !covered(n, stack))
}

/// The stacks with `most` names each, kept inside the area. The slots of one row stand on one line, and the rows keep
/// their order from goal to goal, however deep their stacks are.
fn place(area: Rect, slots: &[(&Slot, usize)], most: usize) -> Vec<Stack> {
    let width = (area.width() / 5.2).clamp(WIDTHS.0, WIDTHS.1).round();
    let rects: Vec<Rect> = slots
        .iter()
        .map(|(slot, depth)| {
            let height = HEAD + STEP * (*depth).clamp(1, most) as f32 + 2.0;
            let centre = area.left() + slot.x * area.width();
            // A pitch smaller than a stack shows the stack's beginning.
            let left = (centre - width / 2.0).min(area.right() - width - 2.0).max(area.left() + 2.0);
            Rect::from_min_size(pos2(left.round(), 0.0), vec2(width, height))
        })
        .collect();
    let mut rows = rows(area, slots, &rects);
    push_apart(&mut rows, area);
    let top = |n: usize| rows.iter().find(|row| row.slots.contains(&n)).map_or(area.top(), |row| row.top);
    let stacks = slots.iter().zip(&rects).enumerate().map(|(n, ((slot, _), rect))| {
        let rect = rect.translate(vec2(0.0, top(n)));
        Stack { slot: slot.id.clone(), rect, top: rect.top() + HEAD, step: STEP }
    });
    stacks.collect()
}

/// Slots equally far from the goal: which they are, where their stacks lie below the row's top, and that top.
struct Row {
    slots: Vec<usize>,
    rects: Vec<Rect>,
    top: f32,
}

impl Row {
    /// How far below the top of this row that of `nearer`, a row nearer to the goal, has to be at least.
    fn clearance(&self, nearer: &Row) -> f32 {
        let crossing = |rect: &&Rect| nearer.rects.iter().any(|other| crosses(rect, other));
        let heights = self.rects.iter().filter(crossing).map(|rect| rect.height() + size::GAP_XS);
        heights.fold(size::GAP_S, f32::max)
    }

    fn height(&self) -> f32 {
        self.rects.iter().map(Rect::height).fold(0.0, f32::max)
    }
}

/// One would stand over the other.
fn crosses(a: &Rect, b: &Rect) -> bool {
    a.left() < b.right() && b.left() < a.right()
}

/// The rows from the own goal up, each centred on its slots.
fn rows(area: Rect, slots: &[(&Slot, usize)], rects: &[Rect]) -> Vec<Row> {
    let mut order: Vec<(usize, &Slot, Rect)> =
        slots.iter().zip(rects).enumerate().map(|(n, ((slot, _), rect))| (n, *slot, *rect)).collect();
    order.sort_by(|(_, a, _), (_, b, _)| a.y.total_cmp(&b.y));
    let mut rows: Vec<(f32, Row)> = Vec::new();
    for (n, slot, rect) in order {
        match rows.last_mut() {
            // Two of a row that have no room beside each other stand in two.
            Some((y, row))
                if slot.y - *y < ONE_ROW && !row.rects.iter().any(|other| crosses(&rect, other)) =>
            {
                row.slots.push(n);
                row.rects.push(rect);
            }
            _ => rows.push((slot.y, Row { slots: vec![n], rects: vec![rect], top: 0.0 })),
        }
    }
    for (y, row) in &mut rows {
        let height = row.height();
        let top = area.bottom() - *y * area.height() - height / 2.0;
        row.top = top.min(area.bottom() - height - 2.0).max(area.top() + 2.0).round();
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Moves rows up until none covers one nearer to the goal; then down again, none above the area.
fn push_apart(rows: &mut [Row], area: Rect) {
    for n in 1..rows.len() {
        let (nearer, rest) = rows.split_at_mut(n);
        let Some(row) = rest.first_mut() else { continue };
        row.top = nearer.iter().map(|other| other.top - row.clearance(other)).fold(row.top, f32::min);
    }
    for n in (0..rows.len()).rev() {
        let (nearer, farther) = rows.split_at_mut(n + 1);
        let Some(row) = nearer.last_mut() else { continue };
        let free = farther.iter().map(|other| other.top + other.clearance(row));
        row.top = free.fold(row.top.max(area.top() + 2.0), f32::max);
    }
}

fn stack_ui(
    board: &mut Board,
    ui: &mut Ui,
    scene: Scene<'_>,
    (slot, stack, room): (&Slot, &Stack, usize),
    laid_out: &[Line],
    commands: &mut Vec<Command>,
) {
    let palette = theme::palette(ui);
    let most = laid_out.len().clamp(1, room);
    let ground =
        Rect::from_min_size(stack.rect.min, vec2(stack.rect.width(), HEAD + STEP * most as f32 + 2.0));
    ui.painter().rect_filled(
        ground.expand(3.0),
        f32::from(size::RADIUS_CONTROL),
        palette.surface.gamma_multiply(0.85),
    );
    let head = Rect::from_min_size(stack.rect.min, vec2(stack.rect.width(), HEAD)).shrink2(vec2(4.0, 0.0));
    let hidden = scene.scenario.chart(&slot.id).len().saturating_sub(room);
    head_ui(ui, head, slot, hidden, commands);
    if laid_out.is_empty() {
        let place = Rect::from_min_size(pos2(stack.rect.left(), stack.top), vec2(stack.rect.width(), LINE));
        widgets::dashed_rect(ui.painter(), place, 4, Stroke::new(size::HAIRLINE, palette.line_strong));
        widgets::paint_text(ui, place, Align2::CENTER_CENTER, text::small("nobody yet"), palette.muted);
    }
    for line in laid_out.iter().take(room.max(most)) {
        match line {
            Line::Gap { rank, rect } => {
                ui.painter().rect_filled(*rect, 4.0, palette.drop_ground);
                widgets::dashed_rect(ui.painter(), *rect, 4, Stroke::new(size::HAIRLINE, palette.accent));
                let words = text::small(place_name(slot, *rank));
                let accent = palette.tone(theme::Tone::Accent).text;
                widgets::paint_text(ui, rect.shrink(4.0), Align2::CENTER_CENTER, words, accent);
            }
            Line::Card { player, rank, rect, carried } => {
                let Some(facts) = scene.facts(player, Some(&slot.id)) else {
                    // Somebody who is not in the plan; the slot's unit says what to do about it.
                    let bad = palette.tone(theme::Tone::Bad).text;
                    let place = rect.shrink2(vec2(6.0, 0.0));
                    widgets::paint_text(ui, place, Align2::LEFT_CENTER, text::small(player.as_str()), bad);
                    continue;
                };
                let response =
                    card_response(board, ui, scene, (slot, player, *rank), *rect, &facts, commands);
                if *carried && board.over.is_taken() {
                    continue;
                }
                let look = Look {
                    selected: scene.screen.selected.as_ref() == Some(player),
                    lit: response.hovered() || response.has_focus(),
                    carried: *carried,
                };
                card::paint_line(ui, *rect, &facts, *rank, look);
                widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
            }
        }
    }
}

/// The letters of a slot, which lead to its unit, and how many names are `hidden` below.
fn head_ui(ui: &Ui, head: Rect, slot: &Slot, hidden: usize, commands: &mut Vec<Command>) {
    let muted = theme::palette(ui).muted;
    if hidden > 0 {
        widgets::paint_text(ui, head, Align2::RIGHT_CENTER, text::small(format!("+{hidden}")), muted);
    }
    widgets::paint_text(ui, head, Align2::LEFT_CENTER, text::label(&slot.short), muted);
    let name = ui.interact(head, egui::Id::unique(("slot", &slot.id)), egui::Sense::click());
    name.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("Go to {}", slot.name)));
    widgets::focus_ring(ui, &name, size::RADIUS_CONTROL / 2);
    if name.on_hover_text(format!("{}: open its unit", slot.name)).clicked() {
        commands.push(Command::ShowUnit(slot.unit.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::built_in_formations;

    #[test]
    fn every_slot_of_every_formation_is_seen_in_small_windows_and_large_ones_however_deep_it_is() {
        for (width, height) in [(500.0, 310.0), (560.0, 420.0), (740.0, 540.0), (1600.0, 1000.0)] {
            let area = Rect::from_min_size(pos2(300.0, 100.0), vec2(width, height));
            for formation in built_in_formations() {
                for depth in [0, 3, 9] {
                    let slots: Vec<(&Slot, usize)> =
                        formation.slots.iter().map(|slot| (slot, depth)).collect();
                    let found = (1..=MOST_LINES).any(|most| fits(area, &place(area, &slots, most)));
                    assert!(found, "{}: {width} × {height}, {depth}", formation.name);
                }
            }
        }
    }

    #[test]
    fn a_formation_keeps_its_shape_however_deep_its_stacks_are() {
        let area = Rect::from_min_size(pos2(20.0, 100.0), vec2(560.0, 430.0));
        for formation in built_in_formations() {
            for seed in 0..30 {
                let depth = |n: usize| (n * 7 + seed * 5 + n * seed) % 4;
                let slots: Vec<(&Slot, usize)> =
                    formation.slots.iter().enumerate().map(|(n, slot)| (slot, depth(n))).collect();
                let stacks = (1..=MOST_LINES).rev().map(|most| place(area, &slots, most));
                let stacks = stacks.into_iter().find(|stacks| fits(area, stacks)).expect("room for one name");
                let seen = || formation.slots.iter().zip(&stacks);
                for (slot, stack) in seen() {
                    for (other, above) in seen() {
                        let label = format!("{}, {seed}: {} and {}", formation.name, slot.id, other.id);
                        let higher = stack.rect.top() - above.rect.top();
                        if (slot.y - other.y).abs() < 1e-4 {
                            assert!(higher.abs() < 1e-4, "{label}");
                        } else if other.y > slot.y {
                            assert!(higher > 0.0, "{label}");
                        }
                    }
                }
            }
        }
    }
}
