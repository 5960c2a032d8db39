//! A unit's slots as columns of cards.

use egui::{Align2, Rect, ScrollArea, Ui, pos2, vec2};

use super::card::{self, Look};
use super::drag::{Stack, place_name, shelve};
use super::stack::{Line, card_response, head_count, lines};
use super::{Board, Scene, empty};
use crate::edit::branch::Copied;
use crate::model::Slot;
use crate::ui::branch;
use crate::ui::command::Command;
use crate::ui::theme::{self, size, text};
use crate::ui::tour::{self, Mark};
use crate::ui::widgets::{self, Ground};

/// Height of a column's heading, points.
const HEAD: f32 = 30.0;
/// From the top of one card to the top of the next, points.
const STEP: f32 = size::CARD_HEIGHT + size::GAP_S;
/// How near to an edge a carried card scrolls the columns, points.
const EDGE: f32 = 36.0;
/// How far one frame scrolls them, points.
const EDGE_STEP: f32 = 14.0;

pub(super) fn columns_ui(
    board: &mut Board,
    ui: &mut Ui,
    area: Rect,
    scene: Scene<'_>,
    commands: &mut Vec<Command>,
) {
    let slots = scene.plan.slots_of(scene.scenario, &scene.screen.unit);
    if slots.is_empty() {
        no_slots(ui, scene, area);
        return;
    }
    let deepest = slots.iter().map(|slot| scene.scenario.chart(&slot.id).len()).max().unwrap_or(0);
    // While a card is carried there is room for it below the deepest stack.
    let room = usize::from(egui::DragAndDrop::has_payload_of_type::<super::DragCard>(ui.ctx()));
    let height = (HEAD + STEP * (deepest + room) as f32).max(area.height());
    ScrollArea::vertical().id_salt("columns").auto_shrink(false).show(ui, |ui| {
        let bar = if height > area.height() { size::GAP_S } else { 0.0 };
        let (whole, _) =
            ui.allocate_exact_size(vec2(ui.available_width() - bar, height), egui::Sense::hover());
        scroll_near_edges(ui);
        let gap = size::GAP_XL + 2.0;
        let width = ((whole.width() - gap * (slots.len() - 1) as f32) / slots.len() as f32).floor();
        let stacks: Vec<Stack> = slots
            .iter()
            .enumerate()
            .map(|(i, slot)| {
                let left = whole.left() + (width + gap) * i as f32;
                let rect = Rect::from_min_max(pos2(left, whole.top()), pos2(left + width, whole.bottom()));
                Stack { slot: slot.id.clone(), rect, top: whole.top() + HEAD, step: STEP }
            })
            .collect();
        let carried = Board::carried(ui, scene, &stacks);
        let place = carried.as_ref().and_then(|(_, place)| place.as_ref());
        board.note_place(place);
        for (slot, stack) in slots.iter().zip(&stacks) {
            heading(ui, scene, slot, stack, commands);
            let laid_out = lines(
                scene,
                &slot.id,
                stack.rect,
                (stack.top, size::CARD_HEIGHT, STEP),
                carried.as_ref().map(|(card, place)| (&**card, place.as_ref())),
            );
            mark_place(ui, stack, laid_out.len());
            if laid_out.is_empty() {
                empty::slot_ui(ui, slot, stack);
            }
            let mut below_gap = 0;
            for line in &laid_out {
                below_gap += usize::from(matches!(line, Line::Gap { .. }));
                line_ui(board, ui, scene, slot, (line, below_gap), carried.is_some(), commands);
            }
        }
        let place = place.cloned();
        board.take_drop(ui, scene, &stacks, place.as_ref(), commands);
    });
}

/// The tour points at the first free place, or at the lowest that is seen.
fn mark_place(ui: &Ui, stack: &Stack, depth: usize) {
    if tour::is_marked(ui.ctx(), Mark::Place) {
        return;
    }
    let place = |rank: usize| {
        let top = stack.top + STEP * rank as f32;
        Rect::from_min_size(pos2(stack.rect.left(), top), vec2(stack.rect.width(), size::CARD_HEIGHT))
    };
    let seen = (0..=depth).rev().map(place).find(|place| ui.clip_rect().contains_rect(*place));
    if let Some(place) = seen {
        tour::mark(ui, Mark::Place, place);
    }
}

fn line_ui(
    board: &mut Board,
    ui: &mut Ui,
    scene: Scene<'_>,
    slot: &Slot,
    (line, below_gap): (&Line, usize),
    carrying: bool,
    commands: &mut Vec<Command>,
) {
    match line {
        Line::Gap { rank, rect } => {
            widgets::paint_ground(ui, *rect, Ground::Drop, false);
            let words = format!("Drop here: {}", place_name(slot, *rank));
            let accent = theme::palette(ui).tone(theme::Tone::Accent).text;
            widgets::paint_text(
                ui,
                rect.shrink(size::GAP_S),
                Align2::CENTER_CENTER,
                text::strong(words),
                accent,
            );
        }
        Line::Card { player, rank, rect, carried } => {
            let Some(facts) = scene.facts(player, Some(&slot.id)) else {
                unknown(ui, slot, player, *rect, scene, commands);
                return;
            };
            let offset = board.settle_offset(ui, &slot.id, player, rect.min);
            let response = card_response(board, ui, scene, (slot, player, *rank), *rect, &facts, commands);
            if *carried && board.over.is_taken() {
                return;
            }
            let look = Look {
                selected: scene.screen.selected.as_ref() == Some(player) && !carried,
                lit: (response.hovered() || response.has_focus()) && !carrying,
                carried: *carried,
            };
            card::paint_card(ui, rect.translate(offset), &facts, Some(rank + 1 + below_gap), look);
            widgets::focus_ring(ui, &response, size::RADIUS_CARD);
        }
    }
}

/// The name of the slot, which can be dragged onto a scenario's tab with everyone who stands here.
fn heading(ui: &Ui, scene: Scene<'_>, slot: &Slot, stack: &Stack, commands: &mut Vec<Command>) {
    let palette = theme::palette(ui);
    let head =
        Rect::from_min_max(stack.rect.min, pos2(stack.rect.right(), stack.rect.top() + HEAD - size::GAP_S));
    let count = head_count(scene, slot);
    let width = widgets::text_width(ui, &text::section(&slot.name)) + size::GAP_S;
    // Where room is short the letters of the slot are its name.
    let (name, count) = match count.split_once(" · ") {
        Some((_, fit)) if width + widgets::text_width(ui, &text::second(&count)) > head.width() => {
            (&slot.short, fit)
        }
        _ => (&slot.name, count.as_str()),
    };
    let (count, _) = widgets::paint_text(ui, head, Align2::RIGHT_CENTER, text::second(count), palette.muted);
    let place = Rect::from_min_max(head.min, pos2(count.left() - size::GAP_S, head.bottom()));
    let (name, _) = widgets::paint_text(ui, place, Align2::LEFT_CENTER, text::section(name), palette.text);
    let response = ui.interact(name, egui::Id::unique(("chart of", &slot.id)), egui::Sense::click_and_drag());
    let words = format!("Chart of {}", slot.name.to_lowercase());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    let what = Copied::Chart(slot.id.clone());
    branch::carry(&response, &scene.scenario.id, what.clone());
    egui::Popup::menu(&response).style(theme::menu_style).show(|ui| {
        ui.set_min_width(180.0);
        ui.label(text::label("Copy this chart to"));
        branch::copy_menu_ui(ui, scene.plan, &scene.scenario.id, &what, commands);
    });
    if ui.ctx().dragged_id().is_none() {
        response.on_hover_text(format!(
            "{}\nDrag onto the tab of another scenario to copy the chart, click for the menu.",
            slot.name
        ));
    }
}

/// A chart may name somebody who is not in the plan; he can be taken out.
fn unknown(
    ui: &mut Ui,
    slot: &Slot,
    player: &crate::model::PlayerId,
    rect: Rect,
    scene: Scene<'_>,
    commands: &mut Vec<Command>,
) {
    widgets::paint_ground(ui, rect, Ground::Card, false);
    let palette = theme::palette(ui);
    let words = text::second(format!("The chart names \u{201c}{player}\u{201d}, who is not in this plan."));
    let (left, right) = rect.shrink(size::GAP_M).split_left_right_at_x(rect.right() - 100.0);
    widgets::paint_text(ui, left, Align2::LEFT_CENTER, words, palette.tone(theme::Tone::Bad).text);
    let name = format!("Take \u{201c}{player}\u{201d} out");
    let button = ui.put(right, egui::Button::new("Take out")).on_hover_text(name);
    if button.clicked() {
        commands.push(Command::Edit(shelve(scene.scenario, player, &slot.id)));
    }
}

fn no_slots(ui: &mut Ui, scene: Scene<'_>, area: Rect) {
    let formation = scene.plan.formation_of(scene.scenario).map_or("This formation", |known| &known.name);
    let unit = scene.plan.unit(&scene.screen.unit).map_or("unit", |unit| &unit.name).to_lowercase();
    let words = format!("{formation} has no place for {unit}. Choose another formation or unit above.");
    let palette = theme::palette(ui);
    widgets::paint_text(ui, area, Align2::CENTER_CENTER, text::body(words), palette.muted);
}

/// The wheel does not scroll while a card is carried, so the edges do.
fn scroll_near_edges(ui: &Ui) {
    if !egui::DragAndDrop::has_payload_of_type::<super::DragCard>(ui.ctx()) {
        return;
    }
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let seen = ui.clip_rect();
    if !(seen.left()..=seen.right()).contains(&pointer.x) {
        return;
    }
    let delta = if pointer.y < seen.top() + EDGE {
        EDGE_STEP
    } else if pointer.y > seen.bottom() - EDGE {
        -EDGE_STEP
    } else {
        return;
    };
    ui.scroll_with_delta(vec2(0.0, delta));
    ui.ctx().request_repaint();
}
