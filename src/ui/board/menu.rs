//! The menu of a card: everything a drag does, by name.

use egui::{Context, Id, Popup, Response, Ui};

use super::drag::{DropPlace, place_name, shelve, shift};
use super::{Board, DragCard, Scene};
use crate::edit::branch::Copied;
use crate::model::{PlayerId, Slot, SlotId};
use crate::ui::branch;
use crate::ui::command::{Command, card_keys, keys_text};
use crate::ui::theme;

/// Opens the menu of the card with this id, as its keys do.
pub(super) fn open(ctx: &Context, card: Id) {
    Popup::open_id(ctx, menu_id(card));
}

fn menu_id(card: Id) -> Id {
    card.with("menu")
}

/// Shows the menu while it is open: by the second button of the mouse, or by the menu keys.
pub(super) fn card_menu(
    board: &mut Board,
    response: &Response,
    scene: Scene<'_>,
    player: &PlayerId,
    from: Option<&SlotId>,
    commands: &mut Vec<Command>,
) {
    let id = menu_id(response.id);
    if response.secondary_clicked() {
        Popup::open_id(&response.ctx, id);
    }
    let mut asked = None;
    Popup::from_response(response)
        .id(id)
        .kind(egui::PopupKind::Menu)
        .layout(egui::Layout::top_down_justified(egui::Align::Min))
        .style(theme::menu_style)
        .gap(0.0)
        .open_memory(None)
        .show(|ui| {
            ui.set_min_width(220.0);
            asked = menu_ui(ui, scene, player, from, commands);
        });
    if let Some(place) = asked {
        let card = DragCard::named(player);
        board.put(scene, &card, &place, response.rect, commands);
    }
}

/// The lines of the menu. Returns the place that a player of the shelf is to be put to.
fn menu_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    player: &PlayerId,
    from: Option<&SlotId>,
    commands: &mut Vec<Command>,
) -> Option<DropPlace> {
    let mut asked = None;
    if ui.add(item(ui, "Open", Some(card_keys::OPEN))).clicked() {
        commands.push(Command::Select(Some(player.clone())));
    }
    ui.separator();
    let words = if from.is_some() { "Move to" } else { "Put at" };
    ui.label(theme::text::label(words));
    for slot in scene.plan.slots_of(scene.scenario, &scene.screen.unit) {
        asked = asked.or(places_ui(ui, scene, player, from, slot, commands));
    }
    ui.menu_button("Another position", |ui| {
        let slots: &[Slot] = scene.plan.formation_of(scene.scenario).map_or(&[], |known| &known.slots);
        for slot in slots.iter().filter(|slot| slot.unit != scene.screen.unit) {
            asked = asked.clone().or(places_ui(ui, scene, player, from, slot, commands));
        }
    });
    let Some(from) = from else { return asked };
    ui.menu_button("Copy to scenario", |ui| {
        let what = Copied::Card(player.clone(), from.clone());
        branch::copy_menu_ui(ui, scene.plan, &scene.scenario.id, &what, commands);
    });
    ui.separator();
    if ui.add(item(ui, "Back to the shelf", card_keys::SHELVE.first().copied())).clicked() {
        commands.push(Command::Edit(shelve(scene.scenario, player, from)));
    }
    asked
}

fn places_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    player: &PlayerId,
    from: Option<&SlotId>,
    slot: &Slot,
    commands: &mut Vec<Command>,
) -> Option<DropPlace> {
    let chart = scene.scenario.chart(&slot.id);
    let is_here = from == Some(&slot.id);
    if !is_here && chart.contains(player) {
        return None;
    }
    let ranks = if is_here { chart.len() } else { chart.len() + 1 };
    let mut asked = None;
    ui.menu_button(&slot.name, |ui| {
        for rank in 0..ranks {
            let stays = is_here && chart.get(rank) == Some(player);
            let button = egui::Button::new(place_name(slot, rank));
            let there = ui.add_enabled(!stays, button).on_disabled_hover_text("He stands there already");
            if there.clicked() {
                match from {
                    Some(from) => {
                        commands.push(Command::Edit(shift(scene.scenario, player, from, &slot.id, rank)));
                    }
                    None => asked = Some(DropPlace { slot: slot.id.clone(), rank, refusal: None }),
                }
            }
        }
    });
    asked
}

fn item(ui: &Ui, words: &str, keys: Option<egui::KeyboardShortcut>) -> egui::Button<'static> {
    let button = egui::Button::new(words.to_owned());
    match keys {
        Some(keys) => button.shortcut_text(keys_text(ui.ctx(), &keys)),
        None => button,
    }
}
