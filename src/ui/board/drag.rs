//! Dragging a card: what is carried, where it may go, and why not.

use egui::{Pos2, Rect, Vec2};

use crate::edit::Edit;
use crate::model::{Plan, PlayerId, Scenario, Slot, SlotId, words};

/// What the pointer carries.
#[derive(Clone, Debug, PartialEq)]
pub struct DragCard {
    /// Who.
    pub player: PlayerId,
    /// Who comes along, from a list in which several were selected.
    pub others: Vec<PlayerId>,
    /// The slot he was taken from; `None` from the shelf.
    pub from: Option<SlotId>,
    /// Where the pointer holds the card, from its top left, points.
    pub grip: Vec2,
    /// How wide the card was, points.
    pub width: f32,
}

impl DragCard {
    /// Somebody who comes by keys or menu, not under the pointer.
    #[must_use]
    pub fn named(player: &PlayerId) -> Self {
        Self { player: player.clone(), others: Vec::new(), from: None, grip: Vec2::ZERO, width: 0.0 }
    }

    /// Everyone who is carried.
    pub fn everyone(&self) -> impl Iterator<Item = &PlayerId> {
        std::iter::once(&self.player).chain(&self.others)
    }
}

/// The stack of a slot on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stack {
    /// The slot.
    pub slot: SlotId,
    /// Everything that takes a drop for this slot.
    pub rect: Rect,
    /// The top of the first card, points.
    pub top: f32,
    /// From the top of one card to the top of the next, points.
    pub step: f32,
}

/// Where the carried card would go.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DropPlace {
    /// The slot.
    pub slot: SlotId,
    /// The rank he would have, from 0.
    pub rank: usize,
    /// Why he cannot go there.
    pub refusal: Option<String>,
}

/// The place under the pointer, if it is over a stack.
#[must_use]
pub(super) fn drop_place(
    plan: &Plan,
    scenario: &Scenario,
    stacks: &[Stack],
    card: &DragCard,
    pointer: Pos2,
) -> Option<DropPlace> {
    let stack = stacks.iter().find(|stack| stack.rect.contains(pointer))?;
    let others = scenario.chart(&stack.slot).iter().filter(|id| **id != card.player).count();
    let rank = ((pointer.y - stack.top) / stack.step).floor().clamp(0.0, others as f32) as usize;
    let refusal = refusal(plan, scenario, card, &stack.slot);
    Some(DropPlace { slot: stack.slot.clone(), rank, refusal })
}

fn refusal(plan: &Plan, scenario: &Scenario, card: &DragCard, slot: &SlotId) -> Option<String> {
    if card.from.as_ref() == Some(slot) {
        return None;
    }
    let rank = scenario.chart(slot).iter().position(|id| *id == card.player)?;
    let name = plan.player(&card.player)?.surname();
    Some(format!("{name} already stands here, {}", words::choice(rank + 1)))
}

/// `3rd choice, left centre-back`.
#[must_use]
pub(super) fn place_name(slot: &Slot, rank: usize) -> String {
    format!("{}, {}", words::choice(rank + 1), slot.name.to_lowercase())
}

/// The edit that puts the carried player there; `None` if he is there already.
#[must_use]
pub(super) fn drop_edit(
    plan: &Plan,
    scenario: &Scenario,
    card: &DragCard,
    place: &DropPlace,
) -> Option<Edit> {
    let DragCard { player, from, .. } = card;
    let DropPlace { slot, rank, .. } = place;
    if let Some(from) = from {
        let stays = from == slot && scenario.chart(slot).get(*rank) == Some(player);
        return (!stays).then(|| shift(scenario, player, from, slot, *rank));
    }
    let stands = scenario.chart(slot);
    let newcomers = card.everyone().filter(|id| !stands.contains(id));
    let place = |(at, player): (usize, &PlayerId)| Edit::Place {
        scenario: scenario.id.clone(),
        player: player.clone(),
        slot: slot.clone(),
        rank: rank + at,
    };
    let mut edits: Vec<Edit> = newcomers.enumerate().map(place).collect();
    if edits.len() < 2 {
        return edits.pop();
    }
    let known = plan.formation_of(scenario).and_then(|formation| formation.slot(slot));
    let name = known.map_or_else(|| slot.to_string(), |slot| slot.name.to_lowercase());
    Some(Edit::Together { label: format!("put {} players at {name}", edits.len()), edits })
}

/// Moves a player from a slot to a rank of the same or of another one.
#[must_use]
pub(super) fn shift(scenario: &Scenario, player: &PlayerId, from: &SlotId, to: &SlotId, rank: usize) -> Edit {
    let (scenario, player) = (scenario.id.clone(), player.clone());
    Edit::Shift { scenario, player, from: from.clone(), to: to.clone(), rank }
}

/// Takes a player out of a slot, back to the shelf.
#[must_use]
pub(super) fn shelve(scenario: &Scenario, player: &PlayerId, slot: &SlotId) -> Edit {
    Edit::Unplace { scenario: scenario.id.clone(), player: player.clone(), slot: slot.clone() }
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    fn sample() -> Plan {
        serde_json::from_str(include_str!("../../../saves/liverpool-2025-26-leoni.json")).unwrap()
    }

    fn stack(slot: &str, left: f32) -> Stack {
        Stack {
            slot: slot.parse().unwrap(),
            rect: Rect::from_min_size(pos2(left, 100.0), vec2(300.0, 600.0)),
            top: 130.0,
            step: 78.0,
        }
    }

    fn card(player: &str, from: Option<&str>) -> DragCard {
        DragCard {
            player: player.parse().unwrap(),
            others: Vec::new(),
            from: from.map(|slot| slot.parse().unwrap()),
            grip: Vec2::ZERO,
            width: 300.0,
        }
    }

    #[test]
    fn the_pointer_picks_the_rank_it_is_over() {
        let plan = sample();
        let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
        let stacks = [stack("lcb", 0.0), stack("rcb", 320.0)];
        let guehi = card("marc-guehi", None);
        for (y, rank) in [(101.0, 0), (131.0, 0), (210.0, 1), (130.0 + 2.5 * 78.0, 2), (690.0, 3)] {
            let place = drop_place(&plan, scenario, &stacks, &guehi, pos2(10.0, y)).unwrap();
            assert_eq!((place.slot.as_str(), place.rank), ("lcb", rank), "at {y}");
        }
        assert_eq!(drop_place(&plan, scenario, &stacks, &guehi, pos2(310.0, 200.0)), None);
    }

    #[test]
    fn a_slot_refuses_whom_it_already_holds_and_says_so() {
        let plan = sample();
        let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
        let stacks = [stack("lcb", 0.0), stack("rcb", 320.0)];
        let gomez = card("joe-gomez", Some("rcb"));
        let over = |x| drop_place(&plan, scenario, &stacks, &gomez, pos2(x, 300.0)).unwrap();
        assert_eq!(over(10.0).refusal.as_deref(), Some("Gomez already stands here, second choice"));
        assert_eq!(over(330.0).refusal, None);
    }

    #[test]
    fn a_card_dropped_where_it_was_changes_nothing() {
        let plan = sample();
        let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
        let van_dijk = card("virgil-van-dijk", Some("lcb"));
        let place = |rank| DropPlace { slot: "lcb".parse().unwrap(), rank, refusal: None };
        assert_eq!(drop_edit(&plan, scenario, &van_dijk, &place(0)), None);
        assert!(drop_edit(&plan, scenario, &van_dijk, &place(1)).is_some());
    }

    #[test]
    fn several_come_together_one_below_the_other_and_whoever_stands_there_stays() {
        let plan = sample();
        let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
        let mut card = card("rhys-williams", None);
        card.others = vec!["joe-gomez".parse().unwrap(), "wataru-endo".parse().unwrap()];
        let place = DropPlace { slot: "lcb".parse().unwrap(), rank: 1, refusal: None };
        let edit = drop_edit(&plan, scenario, &card, &place).unwrap();
        assert_eq!(edit.label(&plan), "put 2 players at left centre-back");
        let after = crate::edit::apply(&plan, &edit).unwrap();
        let chart = after.scenario(&scenario.id).unwrap().chart(&place.slot);
        let chart: Vec<&str> = chart.iter().map(PlayerId::as_str).collect();
        assert_eq!(chart, ["virgil-van-dijk", "rhys-williams", "wataru-endo", "joe-gomez", "giovanni-leoni"]);
    }
}
