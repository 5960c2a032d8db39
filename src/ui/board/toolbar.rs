//! Over the chart: which unit, which formation, which day.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Role, Ui, WidgetInfo};

use super::Scene;
use crate::edit::Edit;
use crate::model::{Formation, Position, Slot, words};
use crate::ui::command::Command;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// What the choice of everything is called.
const WHOLE: &str = "Whole pitch";
/// Room kept for the menu of what does not fit, points.
const MENU_WIDTH: f32 = 84.0;
/// Room without which the back line is chosen in the menu of formations, points.
const ROOM_FOR_BACK_LINE: f32 = 520.0;
/// Room without which the date is told by the date bar alone, points.
const ROOM_FOR_DATE: f32 = 340.0;
/// Room without which the date stands alone, points.
const ROOM_FOR_SHOWING: f32 = 480.0;

pub(super) fn toolbar_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.available_width() > ROOM_FOR_DATE {
                shown_date(ui, scene);
            }
            formation_ui(ui, scene, commands);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                players_ui(ui, scene, commands);
                units_ui(ui, scene, commands);
            });
        });
    });
}

/// The way back to the shelf where only one of shelf and inspector has room.
fn players_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let hidden = ui.ctx().content_rect().width() < size::ONE_SIDE && scene.screen.selected.is_some();
    if hidden && ui.add(IconButton::new(icons::USERS, "Show the players instead of the inspector")).clicked()
    {
        commands.push(Command::Select(None));
    }
}

/// Chooses the whole pitch or a unit: side by side as far as there is room, the others in a menu.
fn units_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let Scene { plan, screen, .. } = scene;
    let current = plan.units.iter().position(|unit| unit.id == screen.unit);
    let width = |words: &str| {
        let galley = egui::WidgetText::from(text::body(words)).into_galley(
            ui,
            Some(egui::TextWrapMode::Extend),
            f32::INFINITY,
            egui::FontSelection::Default,
        );
        galley.size().x + 2.0 * size::GAP_M
    };
    let mut room = ui.available_width() - width(WHOLE) - MENU_WIDTH;
    let mut shown: Vec<usize> = Vec::new();
    let first = current.into_iter().chain((0..plan.units.len()).filter(|i| Some(*i) != current));
    for i in first {
        room -= plan.units.get(i).map_or(0.0, |unit| width(&unit.name));
        if room < 0.0 {
            break;
        }
        shown.push(i);
    }
    shown.sort_unstable();
    let whole_fits = !shown.is_empty();
    // Choice 0 is the whole pitch, the others are units.
    let mut choices: Vec<(usize, &str)> = Vec::new();
    if whole_fits {
        choices.push((0, WHOLE));
        choices.extend(shown.iter().filter_map(|i| Some((i + 1, plan.units.get(*i)?.name.as_str()))));
    }
    let before = if screen.whole_pitch { 0 } else { current.map_or(0, |current| current + 1) };
    let show = |chosen: usize| match chosen.checked_sub(1).and_then(|i| plan.units.get(i)) {
        Some(unit) => Command::ShowUnit(unit.id.clone()),
        None => Command::ShowWholePitch(true),
    };
    let mut chosen = before;
    if whole_fits {
        widgets::segmented(ui, "Unit", &mut chosen, &choices);
        if chosen != before {
            commands.push(show(chosen));
        }
    }
    let listed = |i: &usize| whole_fits && (*i == 0 || shown.contains(&(i - 1)));
    let hidden: Vec<usize> = (0..=plan.units.len()).filter(|i| !listed(i)).collect();
    if hidden.is_empty() {
        return;
    }
    let name =
        |i: usize| i.checked_sub(1).and_then(|i| plan.units.get(i)).map_or(WHOLE, |unit| unit.name.as_str());
    let words = if whole_fits { "More" } else { name(before) };
    let (button, _) = menu(words).ui(ui, |ui| {
        for i in hidden {
            if ui.add(egui::Button::selectable(i == before, name(i))).clicked() {
                commands.push(show(i));
            }
        }
    });
    let name = if whole_fits { "More units".to_owned() } else { format!("Unit: {}", name(before)) };
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_str()));
}

fn menu(words: &str) -> MenuButton<'static> {
    MenuButton::from_button(egui::Button::new(format!("{words} {}", icons::CARET_DOWN)).truncate())
        .config(MenuConfig::new().style(theme::menu_style))
}

/// Back four or back three where centre-backs are planned; elsewhere the formation itself.
fn formation_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let Scene { plan, scenario, screen, .. } = scene;
    let play = |formation: &Formation| {
        Command::Edit(Edit::SetFormation { scenario: scenario.id.clone(), formation: formation.id.clone() })
    };
    let current = plan.formation_of(scenario);
    let plans_backs = |slot: &Slot| slot.position == Position::Cb && slot.unit == screen.unit;
    let of_backs =
        plan.formations.iter().flat_map(|known| &known.slots).any(plans_backs) && !screen.whole_pitch;
    let room = ui.available_width() > ROOM_FOR_BACK_LINE;
    if of_backs && room {
        let backs = |formation: &Formation| {
            formation.slots.iter().filter(|slot| slot.position == Position::Cb).count()
        };
        let before = current.map_or(0, backs);
        let mut chosen = before;
        widgets::segmented(ui, "Back line", &mut chosen, &[(2, "Back four"), (3, "Back three")]);
        if chosen != before
            && let Some(formation) = plan.formations.iter().find(|formation| backs(formation) == chosen)
        {
            commands.push(play(formation));
        }
        return;
    }
    let words = current.map_or(scenario.formation.as_str(), |formation| formation.name.as_str());
    let (button, _) = menu(words).ui(ui, |ui| {
        for formation in &plan.formations {
            let chosen = formation.id == scenario.formation;
            if ui.add(egui::Button::selectable(chosen, &formation.name)).clicked() && !chosen {
                commands.push(play(formation));
            }
        }
    });
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Formation: {words}")));
    button.on_hover_text("The formation of this scenario");
}

fn shown_date(ui: &mut Ui, scene: Scene<'_>) {
    let room = ui.available_width() > ROOM_FOR_SHOWING;
    ui.label(text::strong(words::date(scene.screen.date)));
    if room {
        ui.label(text::second("Showing").weak());
    }
    ui.add_space(size::GAP_S);
}
