//! What he would cost, and who else wants him.

use egui::Ui;

use crate::model::Player;

use super::field::{Field, PlayerField};
use super::inline::Look;
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
    let name = "Asking price";
    let estimate = player.asking.as_ref().map(|asking| asking.estimate);
    let marked = pane.estimated_row(ui, "Asking", name, estimate, |ui, pane| {
        let response = pane.typed(ui, &field(PlayerField::Asking), Look::snug(name, "unknown"));
        let range = entry::example_range(pane.plan.money.currency);
        response.on_hover_text(format!("One amount, or a range like {range}"))
    });
    if marked {
        pane.desk.player(&player.id, "asking price", |player| {
            if let Some(asking) = &mut player.asking {
                asking.estimate = !asking.estimate;
            }
        });
    }
    pane.row(ui, "Market value", |ui, pane| {
        pane.typed(ui, &field(PlayerField::MarketValue), Look::value("Market value", "unknown"));
    });
    pane.row(ui, "Rivals", |ui, pane| {
        let response =
            pane.typed(ui, &field(PlayerField::Rivals), Look::value("Rival clubs", "nobody known"));
        response.on_hover_text("Other clubs said to want him, with commas between them");
    });
}
