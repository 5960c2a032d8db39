//! The whole pitch on a card: upright on a square one, on its side on a wide one, as line-ups are posted.

use egui::{Align2, CornerRadius, Rect, Ui, pos2, vec2};

use super::super::facts::CardFacts;
use super::super::pitch::{Lie, paint_pitch};
use crate::model::Slot;
use crate::ui::board::Scene;
use crate::ui::share::{CardShape, card_name};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, paint_text};

/// Height of the line that names a slot, and of a player's, points.
const HEAD: f32 = 15.0;
const LINE: f32 = 21.0;
/// Margin inside a stack, points.
const INSIDE: f32 = 5.0;
/// Widest a stack is, points.
const WIDEST: f32 = 230.0;
/// Words are so many times their usual size, the largest first.
const ZOOMS: [f32; 6] = [1.4, 1.25, 1.1, 1.0, 0.9, 0.8];
/// Most names in a stack.
const MOST: usize = 5;
/// Slots whose places lie this near along the pitch make one line of it.
const IN_LINE: f32 = 0.07;

/// A slot's stack, and where it stands.
#[derive(Clone, Copy, Debug)]
struct Stack<'a> {
    slot: &'a Slot,
    rect: Rect,
}

/// How stacks are drawn on a card.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fit {
    zoom: f32,
    most: usize,
}

impl Fit {
    fn height(self, depth: usize) -> f32 {
        HEAD * self.zoom + LINE * self.zoom * depth.clamp(1, self.most) as f32 + 2.0 * INSIDE
    }
}

/// Draws every slot of the formation with its stack.
pub(super) fn lineup_ui(ui: &Ui, area: Rect, scene: Scene<'_>, shape: CardShape) {
    let Some(formation) = scene.plan.formation_of(scene.scenario) else {
        let words = text::body("The formation of this scenario is not in this plan.");
        paint_text(ui, area, Align2::CENTER_CENTER, words, theme::palette(ui).muted);
        return;
    };
    let lie = match shape {
        CardShape::Wide => Lie::OnItsSide,
        CardShape::Square => Lie::Whole,
    };
    paint_pitch(ui, area, lie);
    let depth = |slot: &Slot| scene.scenario.chart(&slot.id).len();
    let (stacks, fit) = placed(area.shrink(size::GAP_S), &formation.slots, &depth, shape);
    for stack in stacks {
        stack_ui(ui, scene, stack, fit);
    }
}

/// The stacks side by side in the lines of the formation: first as many names as there are, then as large as they can be.
fn placed<'a>(
    area: Rect,
    slots: &'a [Slot],
    depth: &dyn Fn(&Slot) -> usize,
    shape: CardShape,
) -> (Vec<Stack<'a>>, Fit) {
    let deepest = slots.iter().map(depth).max().unwrap_or(0).clamp(1, MOST);
    let fits = (1..=deepest).rev().flat_map(|most| ZOOMS.map(|zoom| Fit { zoom, most }));
    let mut last = (Vec::new(), Fit { zoom: 1.0, most: 1 });
    for fit in fits {
        let (stacks, has_room) = match shape {
            CardShape::Wide => on_its_side(area, slots, depth, fit),
            CardShape::Square => upright(area, slots, depth, fit),
        };
        last = (stacks, fit);
        if has_room {
            break;
        }
    }
    last
}

/// The slots by the lines they form, from the goalkeeper on; each line from the left of the team to its right.
fn in_lines(slots: &[Slot]) -> Vec<Vec<&Slot>> {
    let mut sorted: Vec<&Slot> = slots.iter().collect();
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<Vec<&Slot>> = Vec::new();
    for slot in sorted {
        match lines.last_mut() {
            Some(line) if line.first().is_some_and(|first| slot.y - first.y <= IN_LINE) => line.push(slot),
            _ => lines.push(vec![slot]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

fn mean_y(line: &[&Slot]) -> f32 {
    line.iter().map(|slot| slot.y).sum::<f32>() / line.len().max(1) as f32
}

/// The goalkeeper on the left: whoever plays on the left stands at the top.
fn on_its_side<'a>(
    area: Rect,
    slots: &'a [Slot],
    depth: &dyn Fn(&Slot) -> usize,
    fit: Fit,
) -> (Vec<Stack<'a>>, bool) {
    let lines = in_lines(slots);
    let count = lines.len().max(1) as f32;
    let width = ((area.width() - size::GAP_TIGHT * (count - 1.0)) / count).min(WIDEST);
    let wished: Vec<(f32, f32)> =
        lines.iter().map(|line| (area.left() + mean_y(line) * area.width(), width)).collect();
    let (lefts, mut has_room) = spread(&wished, (area.left(), area.right()));
    let mut stacks = Vec::new();
    for (line, left) in lines.iter().zip(lefts) {
        let wished: Vec<(f32, f32)> =
            line.iter().map(|slot| (area.top() + slot.x * area.height(), fit.height(depth(slot)))).collect();
        let (tops, fits) = spread(&wished, (area.top(), area.bottom()));
        has_room &= fits;
        for ((slot, top), (_, height)) in line.iter().zip(tops).zip(&wished) {
            stacks.push(Stack { slot, rect: Rect::from_min_size(pos2(left, top), vec2(width, *height)) });
        }
    }
    (stacks, has_room)
}

/// The goalkeeper at the foot.
fn upright<'a>(
    area: Rect,
    slots: &'a [Slot],
    depth: &dyn Fn(&Slot) -> usize,
    fit: Fit,
) -> (Vec<Stack<'a>>, bool) {
    let lines = in_lines(slots);
    let height = |line: &[&Slot]| line.iter().map(|slot| fit.height(depth(slot))).fold(0.0, f32::max);
    // From the top down: the strikers first.
    let wished: Vec<(f32, f32)> =
        lines.iter().rev().map(|line| (area.bottom() - mean_y(line) * area.height(), height(line))).collect();
    let (tops, mut has_room) = spread(&wished, (area.top(), area.bottom()));
    let longest = lines.iter().map(Vec::len).max().unwrap_or(1).max(1) as f32;
    let width = ((area.width() - size::GAP_TIGHT * (longest - 1.0)) / longest).min(WIDEST);
    let mut stacks = Vec::new();
    for (line, top) in lines.iter().rev().zip(tops) {
        let wished: Vec<(f32, f32)> =
            line.iter().map(|slot| (area.left() + slot.x * area.width(), width)).collect();
        let (lefts, fits) = spread(&wished, (area.left(), area.right()));
        has_room &= fits;
        for (slot, left) in line.iter().zip(lefts) {
            let size = vec2(width, fit.height(depth(slot)));
            stacks.push(Stack { slot, rect: Rect::from_min_size(pos2(left, top), size) });
        }
    }
    (stacks, has_room)
}

/// Where things begin that would be centred at a place and have a length: in their order, none over another, all inside
/// the bounds if they have room there, which is said.
fn spread(wished: &[(f32, f32)], (from, to): (f32, f32)) -> (Vec<f32>, bool) {
    let mut starts: Vec<f32> = Vec::new();
    let mut least = from;
    for (centre, length) in wished {
        let start = (centre - length / 2.0).max(least);
        starts.push(start);
        least = start + length + size::GAP_TIGHT;
    }
    let mut most = to;
    for (start, (_, length)) in starts.iter_mut().zip(wished).rev() {
        *start = start.min(most - length);
        most = *start - size::GAP_TIGHT;
    }
    let has_room = starts.first().is_none_or(|first| *first >= from - 0.5);
    (starts.into_iter().map(f32::round).collect(), has_room)
}

fn stack_ui(ui: &Ui, scene: Scene<'_>, stack: Stack<'_>, fit: Fit) {
    let palette = theme::palette(ui);
    let Stack { slot, rect } = stack;
    let chart = scene.scenario.chart(&slot.id);
    let radius = CornerRadius::same(size::RADIUS_CONTROL);
    let ground = if chart.is_empty() { palette.bg } else { palette.raised };
    ui.painter().rect_filled(rect, radius, ground);
    let edge = egui::Stroke::new(size::HAIRLINE, palette.line);
    ui.painter().rect_stroke(rect, radius, edge, egui::StrokeKind::Inside);
    let inner = rect.shrink2(vec2(size::GAP_S, INSIDE));
    let (head, rest) = inner.split_top_bottom_at_y(inner.top() + HEAD * fit.zoom);
    let points = text::LABEL_SIZE * fit.zoom.max(1.0);
    paint_text(ui, head, Align2::LEFT_CENTER, text::label(&slot.short).size(points), palette.muted);
    let hidden = chart.len().saturating_sub(fit.most);
    if hidden > 0 {
        let words = text::small(format!("+{hidden}")).size(points);
        paint_text(ui, head, Align2::RIGHT_CENTER, words, palette.muted);
    }
    let place = |rank: usize| {
        let top = rest.top() + LINE * fit.zoom * rank as f32;
        Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), LINE * fit.zoom))
    };
    if chart.is_empty() {
        let words = text::body("nobody yet").size(text::SECOND_SIZE * fit.zoom);
        paint_text(ui, place(0), Align2::LEFT_CENTER, words, palette.muted);
    }
    for (rank, id) in chart.iter().take(fit.most).enumerate() {
        let Some(facts) = scene.posted_facts(id, Some(&slot.id)) else { continue };
        name_ui(ui, place(rank), &facts, rank, fit.zoom);
    }
}

/// A player in a line: what fans call him, and the chance that he is available.
fn name_ui(ui: &Ui, rect: Rect, facts: &CardFacts, rank: usize, zoom: f32) {
    let palette = theme::palette(ui);
    if facts.target {
        let ground = rect.expand2(vec2(size::GAP_XS, 0.0)).shrink2(vec2(0.0, 1.0));
        ui.painter().rect_filled(ground, CornerRadius::same(size::RADIUS_CONTROL / 2), palette.target_ground);
        let edge = egui::Stroke::new(size::HAIRLINE, palette.target_line);
        widgets::dashed_rect(ui.painter(), ground, size::RADIUS_CONTROL / 2, edge);
    }
    let points = text::BODY_SIZE * zoom;
    let (figure, tone) = &facts.figure;
    let color = if *tone == Tone::Neutral { palette.muted } else { palette.tone(*tone).text };
    let (covered, _) = paint_text(ui, rect, Align2::RIGHT_CENTER, text::small(figure).size(points), color);
    let words = Rect::from_min_max(rect.min, pos2(covered.left() - size::GAP_TIGHT, rect.bottom()));
    let color = if facts.faded { palette.muted } else { palette.text };
    let surname = (facts.surname.as_str(), facts.surname.as_str());
    let style = |name: &str| if rank == 0 { text::strong(name) } else { text::body(name) };
    let name = card_name(ui, surname, words.width(), points, style);
    paint_text(ui, words, Align2::LEFT_CENTER, name, color);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::built_in_formations;

    #[test]
    fn no_stack_of_any_formation_touches_another_or_leaves_the_pitch() {
        for (shape, area) in [
            (CardShape::Wide, Rect::from_min_size(pos2(22.0, 90.0), vec2(1022.0, 390.0))),
            (CardShape::Square, Rect::from_min_size(pos2(22.0, 90.0), vec2(676.0, 500.0))),
        ] {
            for formation in built_in_formations() {
                for deep in [0, 1, 3, 9] {
                    let (stacks, fit) = placed(area, &formation.slots, &|_| deep, shape);
                    assert_eq!(stacks.len(), 11);
                    assert!(fit.most >= deep.clamp(1, 3), "{} {deep} {shape:?}: {fit:?}", formation.name);
                    for (at, stack) in stacks.iter().enumerate() {
                        assert!(area.expand(1.0).contains_rect(stack.rect), "{} {deep}", formation.name);
                        for other in stacks.iter().skip(at + 1) {
                            assert!(!stack.rect.intersects(other.rect), "{} {deep}", formation.name);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_would_overlap_is_pushed_apart_in_its_order_and_inside() {
        let (starts, has_room) = spread(&[(10.0, 40.0), (15.0, 40.0), (95.0, 40.0)], (0.0, 140.0));
        assert!(has_room);
        assert_eq!(starts, [0.0, 46.0, 92.0]);
        assert!(!spread(&[(10.0, 80.0), (15.0, 80.0)], (0.0, 140.0)).1);
    }
}
