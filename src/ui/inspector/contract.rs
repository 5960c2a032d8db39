//! His contract with his present club.

use egui::Ui;

use crate::model::{Player, TalksRule, Wage, WagePeriod, earliest_talks, words};
use crate::ui::theme::{self, Tone, text};
use crate::ui::widgets::chip;

use super::choice::choice_ui;
use super::field::{Field, PlayerField};
use super::inline::Look;
use super::pane::{Pane, fact_ui, heading_ui};

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    heading_ui(ui, "Contract", |_| ());
    let field = |which| Field::Player(player.id.clone(), which);
    let ended = player.contract_until().is_some_and(|until| until < pane.screen.date);
    pane.row(ui, "Until", |ui, pane| {
        pane.typed(ui, &field(PlayerField::ContractUntil), Look::day("Contract until", "unknown"));
        if ended {
            chip(ui, "ended", Tone::Bad);
        }
    });
    talks_ui(ui, pane, player);
    pane.row(ui, "Joined", |ui, pane| {
        pane.typed(ui, &field(PlayerField::ContractFrom), Look::day("Joined", "unknown"));
    });
    let wage = player.contract.as_ref().and_then(|contract| contract.wage.as_ref());
    let (per, estimate) = wage_ui(ui, pane, &field(PlayerField::Wage), "Wage", wage);
    let mut change = |change: &dyn Fn(&mut Wage)| {
        pane.desk.player(&player.id, "wage", |player| {
            player.contract.iter_mut().filter_map(|contract| contract.wage.as_mut()).for_each(change);
        });
    };
    if let Some(per) = per {
        change(&|wage| wage.per = per);
    }
    if estimate {
        change(&|wage| wage.estimate = !wage.estimate);
    }
    if let Some(source) = player.sources.get("contract") {
        let day = source.date.map(|day| format!(", {}", words::date(day))).unwrap_or_default();
        fact_ui(ui, "Source", text::second(format!("{}{day}", source.name)), "");
    }
}

/// The row of a wage; returns the period chosen, and whether the mark of an estimate was clicked.
pub(super) fn wage_ui(
    ui: &mut Ui,
    pane: &mut Pane<'_>,
    field: &Field,
    name: &str,
    wage: Option<&Wage>,
) -> (Option<WagePeriod>, bool) {
    let periods = [(WagePeriod::Week, "/ week"), (WagePeriod::Year, "/ year")];
    let mut chosen = None;
    let marked = pane.estimated_row(ui, "Wage", name, wage.map(|wage| wage.estimate), |ui, pane| {
        // The amount and its period read as one: their margins are gap enough.
        let gap = std::mem::take(&mut ui.spacing_mut().item_spacing.x);
        let typed = pane.typed(ui, field, Look::snug(name, "unknown"));
        ui.spacing_mut().item_spacing.x = gap;
        if let Some(wage) = wage {
            chosen = choice_ui(ui, &format!("{name} period"), Some(wage.per), "", &periods);
        }
        typed
    });
    (chosen, marked)
}

/// From when he may sign elsewhere, and by which rule.
fn talks_ui(ui: &mut Ui, pane: &Pane<'_>, player: &Player) {
    let Some(until) = player.contract_until() else { return };
    let ours = &pane.plan.club;
    let (club, buyer) =
        if player.is_target() { (player.club.as_ref(), Some(ours)) } else { (Some(ours), None) };
    let (day, rule) = earliest_talks(until, club, buyer);
    let (label, tip) = match rule {
        TalksRule::LastSixMonths => (
            "Pre-contract",
            "A player may sign with another club in the last six months of his contract \
             (FIFA Regulations on the Status and Transfer of Players, article 18.3).",
        ),
        TalksRule::SameEnglishLeague => (
            "May sign here",
            "Both clubs play in the same English league: he may sign only after his contract has ended.",
        ),
    };
    let open = day <= pane.screen.date && pane.screen.date <= until;
    let from = format!("{} {}", if open { "since" } else { "from" }, words::date(day));
    let palette = theme::palette(ui);
    let ink = if open { palette.tone(Tone::Warn).text } else { palette.text };
    let value = egui::RichText::new(from).font(text::font(text::BODY_SIZE, text::Weight::Medium)).color(ink);
    fact_ui(ui, label, value, tip);
}
