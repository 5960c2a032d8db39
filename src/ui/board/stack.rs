//! One slot's stack of cards: laying them out around the carried one, and what mouse and keys do to them.

use egui::{Id, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::drag::{DragCard, DropPlace, shelve, shift};
use super::taken::shown_slots;
use super::{Board, CardFacts, Scene, menu};
use crate::model::{PlayerId, Slot, SlotId};
use crate::ui::command::{Command, card_keys};

/// A line of a stack as it stands on the screen.
pub(super) enum Line {
    /// A card with its rank from 0 and its place.
    Card { player: PlayerId, rank: usize, rect: Rect, carried: bool },
    /// The open place for the carried card.
    Gap { rank: usize, rect: Rect },
}

/// Lays out a stack from `top` down in steps of `step`, the cards `height` high, with a gap where the carried card
/// would go. A card carried over another stack leaves its place; carried over none, it keeps it.
pub(super) fn lines(
    scene: Scene<'_>,
    slot: &SlotId,
    column: Rect,
    (top, height, step): (f32, f32, f32),
    carried: Option<(&DragCard, Option<&DropPlace>)>,
) -> Vec<Line> {
    let place_at = |row: usize| {
        Rect::from_min_size(pos2(column.left(), top + step * row as f32), vec2(column.width(), height))
    };
    let place = carried.and_then(|(_, place)| place).filter(|place| place.refusal.is_none());
    let from_here =
        carried.filter(|(card, _)| card.from.as_ref() == Some(slot)).map(|(card, _)| &card.player);
    let mut gap = place.filter(|place| place.slot == *slot).map(|place| place.rank);
    let mut out = Vec::new();
    let mut row = 0;
    let mut rank = 0;
    for player in scene.scenario.chart(slot) {
        if let Some(rank) = gap.take_if(|gap| *gap == rank) {
            out.push(Line::Gap { rank, rect: place_at(row) });
            row += 1;
        }
        let is_carried = from_here == Some(player);
        out.push(Line::Card { player: player.clone(), rank, rect: place_at(row), carried: is_carried });
        // A card with somewhere to go leaves its place; its widget stays alive, for the drag, where the next one stands.
        if !is_carried || place.is_none() {
            row += 1;
            rank += 1;
        }
    }
    out.extend(gap.map(|rank| Line::Gap { rank, rect: place_at(row) }));
    out
}

/// The widget of a card: a click opens it, a drag carries it, keys move it.
pub(super) fn card_response(
    board: &mut Board,
    ui: &mut Ui,
    scene: Scene<'_>,
    (slot, player, rank): (&Slot, &PlayerId, usize),
    rect: Rect,
    facts: &CardFacts,
    commands: &mut Vec<Command>,
) -> Response {
    let id = card_id(Some(&slot.id), player);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| {
        let place = super::drag::place_name(slot, rank);
        let chips = facts.chips.iter().map(|(words, _)| words.as_str()).collect::<Vec<_>>().join(", ");
        let label = format!("{}, {place}, {} {}, {chips}", facts.name, facts.figure.0, facts.under);
        let label = label.replace(crate::ui::theme::icons::WARNING, "");
        WidgetInfo::labeled(Role::Button, true, label.trim_end_matches([',', ' ']))
    });
    carry(ui, &response, rect, player, Some(&slot.id));
    if board.focus.as_ref().is_some_and(|(place, who)| place.as_ref() == Some(&slot.id) && who == player) {
        response.request_focus();
        response.scroll_to_me(None);
        board.focus = None;
    }
    if response.clicked() {
        commands.push(Command::Select(Some(player.clone())));
        response.request_focus();
    }
    if response.has_focus() {
        keys(board, ui, scene, (slot, player, rank), commands);
    }
    menu::card_menu(board, &response, scene, player, Some(&slot.id), commands);
    if explains(board, ui, rect) {
        response.on_hover_text(format!("{}\n{}", facts.name, facts.reason))
    } else {
        response
    }
}

/// What stands at `rect` may explain itself: nothing is carried, and the pointer has moved since something was
/// dropped here.
pub(super) fn explains(board: &mut Board, ui: &Ui, rect: Rect) -> bool {
    let pointer = ui.ctx().pointer_latest_pos();
    if ui.ctx().dragged_id().is_some() {
        board.dropped = pointer;
        return false;
    }
    let dropped_here = board.dropped.is_some_and(|at| rect.contains(at));
    let is_elsewhere = pointer.is_some_and(|at| !rect.contains(at));
    if dropped_here && is_elsewhere {
        board.dropped = None;
    }
    !dropped_here || is_elsewhere
}

/// The id of a card, the same wherever it is drawn.
pub(super) fn card_id(slot: Option<&SlotId>, player: &PlayerId) -> Id {
    Id::unique(("card", slot, player))
}

/// Begins to carry a card when its drag begins.
pub(super) fn carry(ui: &Ui, response: &Response, rect: Rect, player: &PlayerId, from: Option<&SlotId>) {
    if !response.drag_started() {
        return;
    }
    let grip =
        ui.ctx().input(|input| input.pointer.press_origin()).map_or(vec2(20.0, 20.0), |at| at - rect.min);
    response.dnd_set_drag_payload(DragCard {
        player: player.clone(),
        others: Vec::new(),
        from: from.cloned(),
        grip,
        width: rect.width(),
    });
}

fn keys(
    board: &mut Board,
    ui: &Ui,
    scene: Scene<'_>,
    (slot, player, rank): (&Slot, &PlayerId, usize),
    commands: &mut Vec<Command>,
) {
    use egui::EventFilter;
    let id = card_id(Some(&slot.id), player);
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let pressed = |keys| ui.input_mut(|input| input.consume_shortcut(&keys));
    let chart = scene.scenario.chart(&slot.id);
    let beside = |step| {
        let other = rank.checked_add_signed(step).and_then(|at| chart.get(at));
        other.map(|other| (Some(slot.id.clone()), other.clone()))
    };
    let mut put =
        |to: &SlotId, rank| commands.push(Command::Edit(shift(scene.scenario, player, &slot.id, to, rank)));
    if pressed(card_keys::UP) && rank > 0 {
        put(&slot.id, rank - 1);
    }
    if pressed(card_keys::DOWN) && rank + 1 < chart.len() {
        put(&slot.id, rank + 1);
    }
    for (keys, step) in [(card_keys::LEFT, -1), (card_keys::RIGHT, 1)] {
        if pressed(keys) {
            let Some(to) = neighbour(scene, slot, player, step) else {
                commands.push(Command::Say("There is no other place on that side for him.".to_owned()));
                continue;
            };
            let rank = rank.min(scene.scenario.chart(&to.id).len());
            commands.push(Command::Edit(shift(scene.scenario, player, &slot.id, &to.id, rank)));
            board.focus = Some((Some(to.id.clone()), player.clone()));
        }
    }
    for keys in card_keys::SHELVE {
        if pressed(keys) {
            commands.push(Command::Edit(shelve(scene.scenario, player, &slot.id)));
            board.focus = beside(1).or_else(|| beside(-1));
        }
    }
    if pressed(card_keys::OPEN) {
        commands.push(Command::Select(Some(player.clone())));
    }
    if pressed(card_keys::MENU) {
        menu::open(ui.ctx(), id);
    }
    for (keys, step) in [(card_keys::NEXT, 1), (card_keys::PREVIOUS, -1)] {
        if pressed(keys) {
            board.focus = beside(step);
        }
    }
}

/// The next slot of the unit (of the whole pitch, if it is shown) on one side that does not hold him yet.
fn neighbour<'a>(scene: Scene<'a>, slot: &Slot, player: &PlayerId, step: i32) -> Option<&'a Slot> {
    let slots = shown_slots(scene);
    let here = slots.iter().position(|known| known.id == slot.id)?;
    let free = |slot: &&&Slot| !scene.scenario.chart(&slot.id).contains(player);
    if step < 0 {
        slots.get(..here)?.iter().rev().find(free).copied()
    } else {
        slots.get(here + 1..)?.iter().find(free).copied()
    }
}

/// `LCB · 3 fit of 4`, by the calendar.
pub(super) fn head_count(scene: Scene<'_>, slot: &Slot) -> String {
    let chart = scene.scenario.chart(&slot.id);
    let counted = chart
        .iter()
        .filter_map(|id| scene.player(id))
        .filter(|player| {
            super::standing(scene.plan, scene.scenario, player, scene.screen.date) == super::Standing::Here
        })
        .count();
    match chart.len() {
        0 => slot.short.clone(),
        depth => format!("{} · {counted} fit of {depth}", slot.short),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Session;
    use crate::ui::desk::Desk;
    use crate::ui::testing::sample;

    /// The left centre-backs row by row while van Dijk, their first choice, is carried over `rank` among them.
    fn carried_over(rank: usize) -> Vec<(usize, String)> {
        let plan = sample();
        let mut desk = Desk::for_picture(Session::new(plan.clone()));
        desk.refresh(&egui::Context::default());
        let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
        let scene = Scene { plan: &plan, scenario, screen: &desk.screen, derived: desk.derived() };
        let slot: SlotId = "lcb".parse().unwrap();
        let card =
            DragCard { from: Some(slot.clone()), ..DragCard::named(&"virgil-van-dijk".parse().unwrap()) };
        let place = DropPlace { slot: slot.clone(), rank, refusal: None };
        let column = Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 600.0));
        let lines = lines(scene, &slot, column, (0.0, 8.0, 10.0), Some((&card, Some(&place))));
        let row = |rect: Rect| (rect.top() / 10.0) as usize;
        let seen = lines.into_iter().filter_map(|line| match line {
            Line::Card { carried: true, .. } => None,
            Line::Card { player, rect, .. } => Some((row(rect), player.to_string())),
            Line::Gap { rank, rect } => Some((row(rect), format!("place {rank}"))),
        });
        seen.collect()
    }

    #[test]
    fn one_place_opens_for_a_card_carried_over_its_own_stack() {
        for (rank, expected) in [
            (0, ["place 0", "joe-gomez", "giovanni-leoni"]),
            (1, ["joe-gomez", "place 1", "giovanni-leoni"]),
            (2, ["joe-gomez", "giovanni-leoni", "place 2"]),
        ] {
            let expected = expected.map(str::to_owned).into_iter().enumerate();
            assert_eq!(carried_over(rank), expected.collect::<Vec<_>>());
        }
    }
}
