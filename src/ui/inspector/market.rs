//! What he would cost, and who else wants him.

use egui::Ui;

use crate::model::Player;

use super::field::{Field, PlayerField};
use super::inline::{Look, mark_ui};
use super::pane::{Pane, heading_ui};
use crate::ui::entry;

/// The section of a target.
pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    heading_ui(ui, "Price", |_| ());
    rows_ui(ui, pane, player);
}

/// The rows alone, which a squad player has among his details.
pub(super) fn rows_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let field = |which| Field::Player(player.id.clone(), which);
    pane.row(ui, "Asking", |ui, pane| {
        let look = Look::snug("Asking price", "unknown");
        let response = pane.typed(ui, &field(PlayerField::Asking), look);
        let lit = response.has_focus() || response.hovered();
        response.on_hover_text(format!(
            "One amount, or a range like {}",
            entry::example_range(pane.plan.money.currency)
        ));
        if let Some(asking) = &player.asking
            && mark_ui(ui, "Asking price is an estimate", "estimate", asking.estimate, lit)
        {
            pane.desk.player(&player.id, "asking price", |player| {
                if let Some(asking) = &mut player.asking {
                    asking.estimate = !asking.estimate;
                }
            });
        }
    });
    pane.row(ui, "Market value", |ui, pane| {
        pane.typed(ui, &field(PlayerField::MarketValue), Look::value("Market value", "unknown"));
    });
    pane.row(ui, "Rivals", |ui, pane| {
        let response =
            pane.typed(ui, &field(PlayerField::Rivals), Look::value("Rival clubs", "nobody known"));
        response.on_hover_text("Other clubs said to want him, with commas between them");
    });
}
