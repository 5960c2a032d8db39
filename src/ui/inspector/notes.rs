//! The user's own words: about a player, and with nobody selected about the plan and the scenario.

use egui::{Label, Ui};

use crate::model::Player;
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets::elided;

use super::field::{Field, PlayerField};
use super::inline::Look;
use super::pane::{Pane, heading_ui};

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    heading_ui(ui, "Notes", |_| ());
    let field = Field::Player(player.id.clone(), PlayerField::Notes);
    pane.typed(ui, &field, Look::notes("Notes", "What you want to remember about him"));
    pane.complain(ui);
}

/// Nobody is selected.
pub(super) fn nobody_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_S;
        ui.label(text::icon(icons::USER, text::FIGURE_SIZE).weak());
        ui.add(Label::new(text::body("Select a player to see and edit everything about him.").weak()).wrap());
    });
    let plan = pane.plan;
    heading_ui(ui, "About this plan", |ui| {
        elided(ui, text::second(plan.name.as_str()));
    });
    pane.typed(ui, &Field::PlanNotes, Look::notes("Plan notes", "What this plan is about"));
    pane.complain(ui);
    if let Some(scenario) = pane.screen.scenario(plan) {
        heading_ui(ui, "About this scenario", |ui| {
            elided(ui, text::second(scenario.name.as_str()));
        });
        let field = Field::ScenarioNotes(scenario.id.clone());
        pane.typed(ui, &field, Look::notes("Scenario notes", "What happens in it, and why"));
        pane.complain(ui);
    }
}
