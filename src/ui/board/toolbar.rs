//! Over the chart: which unit, which formation, which day.

use egui::Ui;

use super::Scene;
use crate::edit::Edit;
use crate::model::{Position, UnitId, words};
use crate::ui::command::Command;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets;

pub(super) fn toolbar_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            shown_date(ui, scene);
            formation_ui(ui, scene, commands);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                units_ui(ui, scene, commands)
            });
        });
    });
}

fn units_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let Scene { plan, screen, .. } = scene;
    // Choice 0 is the whole pitch, the others are units; those without room go into a menu.
    let room = ui.available_width();
    let fitting = ((room - 150.0) / 96.0).floor().clamp(1.0, 8.0) as usize;
    let mut shown: Vec<usize> = (0..plan.units.len().min(fitting)).collect();
    let current = plan.units.iter().position(|unit| unit.id == screen.unit);
    if let Some(current) = current
        && !shown.contains(&current)
        && let Some(last) = shown.last_mut()
    {
        *last = current;
    }
    let mut choices: Vec<(usize, &str)> = vec![(0, "Whole pitch")];
    choices.extend(shown.iter().filter_map(|i| Some((i + 1, plan.units.get(*i)?.name.as_str()))));
    let before = if screen.whole_pitch { 0 } else { current.map_or(0, |current| current + 1) };
    let mut chosen = before;
    widgets::segmented(ui, "Unit", &mut chosen, &choices);
    if chosen != before {
        match chosen.checked_sub(1).and_then(|i| plan.units.get(i)) {
            Some(unit) => commands.push(Command::ShowUnit(unit.id.clone())),
            None => commands.push(Command::ShowWholePitch(true)),
        }
    }
    let hidden: Vec<_> = plan.units.iter().enumerate().filter(|(i, _)| !shown.contains(i)).collect();
    if !hidden.is_empty() {
        let more = egui::containers::menu::MenuButton::new(format!("More {}", icons::CARET_DOWN))
            .config(egui::containers::menu::MenuConfig::new().style(theme::menu_style));
        more.ui(ui, |ui| {
            for (_, unit) in hidden {
                if ui.button(&unit.name).clicked() {
                    commands.push(Command::ShowUnit(unit.id.clone()));
                }
            }
        });
    }
}

fn formation_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let Scene { plan, scenario, .. } = scene;
    let play = |formation: &crate::model::Formation| {
        Command::Edit(Edit::SetFormation { scenario: scenario.id.clone(), formation: formation.id.clone() })
    };
    let current = plan.formation_of(scenario);
    let words = current.map_or(scenario.formation.as_str(), |formation| formation.name.as_str());
    let menu = egui::containers::menu::MenuButton::new(format!("{words} {}", icons::CARET_DOWN))
        .config(egui::containers::menu::MenuConfig::new().style(theme::menu_style));
    let (button, _) = menu.ui(ui, |ui| {
        for formation in &plan.formations {
            let chosen = formation.id == scenario.formation;
            if ui.add(egui::Button::selectable(chosen, &formation.name)).clicked() && !chosen {
                commands.push(play(formation));
            }
        }
    });
    button.on_hover_text("The formation of this scenario");

    let backs = |formation: &crate::model::Formation| {
        formation.slots.iter().filter(|slot| slot.position == Position::Cb).count()
    };
    let before = current.map_or(0, backs);
    let mut chosen = before;
    widgets::segmented(ui, "Back line", &mut chosen, &[(2, "Back four"), (3, "Back three")]);
    if chosen != before
        && let Some(formation) = plan.formations.iter().find(|formation| backs(formation) == chosen)
    {
        commands.push(play(formation));
        if let Some(unit) = centre_backs(scene) {
            commands.push(Command::ShowUnit(unit));
        }
    }
}

/// Changing the back line is about the centre-backs, unless the whole pitch is shown.
fn centre_backs(scene: Scene<'_>) -> Option<UnitId> {
    if scene.screen.whole_pitch {
        return None;
    }
    let formation = scene.plan.formation_of(scene.scenario)?;
    formation.slots.iter().find(|slot| slot.position == Position::Cb).map(|slot| slot.unit.clone())
}

fn shown_date(ui: &mut Ui, scene: Scene<'_>) {
    ui.label(text::strong(words::date(scene.screen.date)));
    ui.label(text::second("Showing").weak());
    ui.add_space(size::GAP_S);
}
