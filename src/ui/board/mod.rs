//! The board: the depth chart, its shelf, and everything that is dragged between them.

mod ask;
mod card;
mod column;
mod cover;
mod drag;
mod empty;
mod facts;
mod menu;
mod pitch;
mod poster;
mod shelf;
mod stack;
mod taken;
#[cfg(test)]
mod tests;
mod toolbar;

use std::sync::Arc;

use egui::{DragAndDrop, Id, LayerId, Order, Pos2, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

pub(in crate::ui) use ask::{Answer, Ask};
pub(in crate::ui) use cover::cover_height;
pub use drag::DragCard;
pub use facts::Outlook;
pub(in crate::ui) use facts::{CardFacts, Standing, card_facts, standing, tone_of};
pub(in crate::ui) use pitch::{Lie, paint_pitch};
pub(in crate::ui) use poster::poster_ui;
pub(in crate::ui) use taken::taken_along;

use cover::Cover;
use drag::{DropPlace, Stack, drop_edit, drop_place};

use crate::model::{Plan, Player, PlayerId, Scenario, SlotId};
use crate::report::Severity;
use crate::ui::command::Command;
use crate::ui::derived::Derived;
use crate::ui::screen::Screen;
use crate::ui::theme::{self, size};

/// Least and greatest width of the card that follows the pointer, points.
const GHOST_WIDTH: (f32, f32) = (276.0, 308.0);

/// The whole pitch scrolls where it is lower than this, points.
const LEAST_PITCH: f32 = 310.0;

/// What the board reads.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The shown scenario.
    pub scenario: &'a Scenario,
    /// What is on the screen.
    pub screen: &'a Screen,
    /// What was computed from the plan.
    pub derived: &'a Derived,
}

impl<'a> Scene<'a> {
    /// The player of this id, found at once in a plan of any size.
    #[must_use]
    pub fn player(&self, id: &PlayerId) -> Option<&'a Player> {
        self.derived.player(self.plan, id)
    }

    /// What the card of a player says, in a slot or on the shelf.
    fn facts(&self, player: &PlayerId, slot: Option<&SlotId>) -> Option<CardFacts> {
        let mut facts = self.posted_facts(player, slot)?;
        let problems = self.derived.move_problems(&self.scenario.id, player);
        facts.doubt(problems.filter(|problem| problem.severity != Severity::Hint));
        Some(facts)
    }

    /// The same without what is left to the planner to check, for what is taken along.
    fn posted_facts(&self, player: &PlayerId, slot: Option<&SlotId>) -> Option<CardFacts> {
        let known = self.player(player)?;
        let outlook = self.derived.outlook(player, self.screen.date);
        Some(card_facts(self.plan, self.scenario, known, slot, self.screen.date, outlook))
    }
}

/// The board's own state: what is typed, asked and about to be focused, none of it part of the plan.
#[derive(Debug, Default)]
pub struct Board {
    filter: String,
    lines: shelf::Lines,
    ask: Option<Ask>,
    /// The card that takes the keyboard when it is next drawn.
    focus: Option<(Option<SlotId>, PlayerId)>,
    /// What the carried card is over.
    over: Over,
    cover: Cover,
    /// A card just dropped, for the moment it takes to settle.
    settling: Option<Settling>,
    /// Where something was dropped last, until the pointer has left what lies there.
    dropped: Option<Pos2>,
}

/// What the carried card is over.
#[derive(Clone, Debug, Default, PartialEq)]
enum Over {
    /// Nothing that takes it.
    #[default]
    Nothing,
    /// The shelf.
    Shelf,
    /// A slot, which may refuse it.
    Slot(DropPlace),
}

impl Over {
    /// A slot would take it.
    fn is_taken(&self) -> bool {
        matches!(self, Self::Slot(place) if place.refusal.is_none())
    }
}

/// A card on its way from where it was dropped to its place.
#[derive(Clone, Debug)]
struct Settling {
    slot: SlotId,
    player: PlayerId,
    from: Pos2,
    since: f64,
}

impl Board {
    /// Draws the shelf.
    pub fn shelf_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        shelf::shelf_ui(self, ui, scene, commands);
    }

    /// Draws toolbar and chart into what is left of `ui`, leaving `below` points free at the bottom.
    pub fn chart_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, below: f32, commands: &mut Vec<Command>) {
        toolbar::toolbar_ui(ui, scene, commands);
        ui.add_space(size::GAP_S);
        let area = ui.available_rect_before_wrap();
        let area = Rect::from_min_max(area.min, pos2(area.right(), area.bottom() - below));
        let lie = if scene.screen.whole_pitch { Lie::Whole } else { Lie::Half };
        paint_pitch(ui, area, lie);
        let area = empty::offer_ui(ui, area, scene, commands);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(area).id_salt("chart"));
        inside.set_clip_rect(area.expand(size::GAP_XS).intersect(ui.clip_rect()));
        if scene.screen.whole_pitch && area.height() < LEAST_PITCH {
            ScrollArea::vertical().id_salt("pitch").auto_shrink(false).show(&mut inside, |ui| {
                let room = vec2(ui.available_width() - size::GAP_S, LEAST_PITCH);
                let (area, _) = ui.allocate_exact_size(room, egui::Sense::hover());
                pitch::pitch_ui(self, ui, area, scene, commands);
            });
        } else if scene.screen.whole_pitch {
            pitch::pitch_ui(self, &mut inside, area, scene, commands);
        } else {
            column::columns_ui(self, &mut inside, area, scene, commands);
        }
        self.ghost_ui(ui, scene);
        self.ask_ui(ui, scene, commands);
    }

    /// A question is open; keys belong to it.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.ask.is_some()
    }

    fn ask_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let Some(ask) = &mut self.ask else { return };
        match ask.ui(ui, scene) {
            ask::Answer::Waiting => {}
            ask::Answer::Cancelled => self.ask = None,
            ask::Answer::Confirmed(edit, place, player) => {
                commands.push(Command::Edit(*edit));
                commands.push(Command::Select(Some(player.clone())));
                self.focus = place.map(|place| (Some(place), player));
                self.ask = None;
            }
        }
    }

    /// Puts a player into a slot: at once, or after asking what brings a target here.
    fn put(
        &mut self,
        scene: Scene<'_>,
        card: &DragCard,
        place: &DropPlace,
        anchor: Rect,
        commands: &mut Vec<Command>,
    ) {
        let is_target = |id: &PlayerId| scene.player(id).is_some_and(Player::is_target);
        if card.from.is_none() && card.everyone().any(is_target) {
            let others = card.others.clone();
            self.ask = Some(Ask::new(scene, card.player.clone(), others, Some(place.clone()), anchor));
        } else if let Some(edit) = drop_edit(scene.plan, scene.scenario, card, place) {
            commands.push(Command::Edit(edit));
            commands.push(Command::Select(Some(card.player.clone())));
            self.focus = Some((Some(place.slot.clone()), card.player.clone()));
        }
    }

    /// Takes a dropped card: where the pointer let go of it, or nowhere.
    fn take_drop(
        &mut self,
        ui: &Ui,
        scene: Scene<'_>,
        stacks: &[Stack],
        place: Option<&DropPlace>,
        commands: &mut Vec<Command>,
    ) {
        if !ui.input(|input| input.pointer.any_released()) {
            return;
        }
        let Some(place) = place else { return };
        let Some(card) = DragAndDrop::take_payload::<DragCard>(ui.ctx()) else { return };
        if let Some(refusal) = &place.refusal {
            commands.push(Command::Say(format!("{refusal}.")));
            return;
        }
        let anchor = stacks.iter().find(|stack| stack.slot == place.slot).map_or(Rect::NOTHING, |stack| {
            let top = stack.top + stack.step * place.rank as f32;
            Rect::from_min_size(pos2(stack.rect.left(), top), vec2(stack.rect.width(), stack.step))
        });
        if let Some(pointer) = ui.ctx().pointer_interact_pos() {
            self.settling = Some(Settling {
                slot: place.slot.clone(),
                player: card.player.clone(),
                from: pointer - card.grip,
                since: ui.input(|input| input.time),
            });
        }
        self.put(scene, &card, place, anchor, commands);
    }

    /// Where the carried card would go, and the card itself.
    fn carried(ui: &Ui, scene: Scene<'_>, stacks: &[Stack]) -> Option<(Arc<DragCard>, Option<DropPlace>)> {
        let card = DragAndDrop::payload::<DragCard>(ui.ctx())?;
        let pointer = ui.ctx().pointer_interact_pos();
        let place = pointer
            .and_then(|pointer| drop_place(scene.plan, scene.scenario, stacks, &card, pointer))
            .filter(|_| pointer.is_some_and(|pointer| ui.clip_rect().contains(pointer)));
        Some((card, place))
    }

    /// Draws the card that follows the pointer.
    fn ghost_ui(&self, ui: &mut Ui, scene: Scene<'_>) {
        let Some(card) = DragAndDrop::payload::<DragCard>(ui.ctx()) else { return };
        let over_tab = crate::ui::branch::remark(ui);
        let (words, refused) = over_tab.unwrap_or_else(|| self.remark(scene, &card));
        paint_carried(ui, scene, &card, &words, refused);
    }

    /// Notes which slot the carried card is over; the shelf notes itself.
    fn note_place(&mut self, place: Option<&DropPlace>) {
        match place {
            Some(place) => self.over = Over::Slot(place.clone()),
            None if self.over != Over::Shelf => self.over = Over::Nothing,
            None => {}
        }
    }

    /// What the carried card says of the place it is over, and whether it is refused there.
    fn remark(&self, scene: Scene<'_>, card: &DragCard) -> (String, bool) {
        let formation = scene.plan.formation_of(scene.scenario);
        match &self.over {
            Over::Slot(DropPlace { refusal: Some(refusal), .. }) => (refusal.clone(), true),
            Over::Slot(place) => {
                let slot = formation.and_then(|formation| formation.slot(&place.slot));
                (slot.map(|slot| drag::place_name(slot, place.rank)).unwrap_or_default(), false)
            }
            Over::Shelf if card.from.is_some() => ("back to the shelf".to_owned(), false),
            Over::Shelf | Over::Nothing => ("drop on a place, Escape puts back".to_owned(), false),
        }
    }

    /// How far a card just dropped still is from its place, points; asks for frames until it has settled.
    fn settle_offset(&mut self, ui: &Ui, slot: &SlotId, player: &PlayerId, place: Pos2) -> Vec2 {
        let Some(settling) = &self.settling else { return Vec2::ZERO };
        let passed = (ui.input(|input| input.time) - settling.since) as f32;
        let share = passed / theme::settle_seconds(ui.ctx());
        if share.is_nan() || share >= 1.0 {
            self.settling = None;
            return Vec2::ZERO;
        }
        if settling.slot != *slot || settling.player != *player {
            return Vec2::ZERO;
        }
        ui.ctx().request_repaint();
        (settling.from - place) * (1.0 - share) * (1.0 - share)
    }
}

/// Draws a carried card under the pointer, with what it says of the place it is over.
pub(in crate::ui) fn paint_carried(
    ui: &mut Ui,
    scene: Scene<'_>,
    card: &DragCard,
    words: &str,
    refused: bool,
) {
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let Some(facts) = scene.facts(&card.player, None) else { return };
    let width = card.width.clamp(GHOST_WIDTH.0, GHOST_WIDTH.1).max(card::ghost_width(ui, words));
    let grip = vec2(card.grip.x.min(width - 12.0), card.grip.y.min(size::CARD_HEIGHT - 6.0));
    // A tab says whose it is: the card hangs below it.
    let over_tab = crate::ui::branch::remark(ui).is_some();
    let corner = if over_tab { pointer + vec2(size::GAP_M, size::GAP_XL) } else { pointer - grip };
    let rect = seen_whole(ui.ctx().content_rect(), corner, vec2(width, size::CARD_HEIGHT));
    let layer = LayerId::new(Order::Tooltip, Id::unique("carried card"));
    let mut above = ui.new_child(UiBuilder::new().max_rect(rect).layer_id(layer));
    above.set_clip_rect(ui.ctx().content_rect());
    card::paint_ghost(&mut above, rect, &facts, words, refused);
}

/// What is `size` large as near to `corner` as `bounds` show all of it.
fn seen_whole(bounds: Rect, corner: Pos2, size: Vec2) -> Rect {
    Rect::from_min_size(corner.min(bounds.max - size).max(bounds.min), size)
}
