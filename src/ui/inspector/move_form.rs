//! The terms of a move, in place.

use egui::{Sense, Slider, Ui};

use crate::edit::Edit;
use crate::edit::branch::Copied;
use crate::model::{Currency, Move, MoveKind, Player, Scenario, Wage, WindowId};
use crate::ui::branch;
use crate::ui::entry;
use crate::ui::theme::{self, icons, size};

use super::choice::{choice_ui, mark_ui};
use super::contract::wage_ui;
use super::field::{Field, MoveField};
use super::inline::Look;
use super::move_group;
use super::pane::{Pane, quiet_button};

/// Height of the slider, which sets the size of its handle.
const SLIDER: f32 = 14.0;

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player, scenario: &Scenario, mv: &Move) {
    let field = |which| Field::Move(scenario.id.clone(), mv.id.clone(), which);
    let change = |pane: &mut Pane<'_>, change: &dyn Fn(&mut Move)| {
        pane.desk.change_move(&scenario.id, &mv.id, change);
    };
    pane.row(ui, "What", |ui, pane| {
        let kinds = MoveKind::ALL.map(|kind| (kind, kind.name()));
        if let Some(kind) = choice_ui(ui, "Kind of move", Some(mv.kind), "", &kinds) {
            change(pane, &|mv| mv.kind = kind);
        }
    });
    // A renewal needs neither a window nor another club, nor does a release.
    let at_home = matches!(mv.kind, MoveKind::Renew | MoveKind::Release);
    if !at_home || mv.window.is_some() {
        pane.row(ui, "Window", |ui, pane| window_ui(ui, pane, scenario, mv));
    }
    pane.row(ui, if at_home { "Day" } else { "Exact day" }, |ui, pane| {
        pane.typed(ui, &field(MoveField::Date), Look::day("Exact day of the move", unset_day(mv)));
    });
    if !at_home || mv.club.is_some() {
        pane.row(ui, if mv.kind.is_departure() { "To" } else { "From" }, |ui, pane| {
            pane.typed(ui, &field(MoveField::Club), Look::value("Other club", "unknown"));
        });
    }
    terms_ui(ui, pane, scenario, mv);
    pane.row(ui, "Chance", |ui, pane| chance_ui(ui, pane, scenario, mv));
    move_group::ui(ui, pane, scenario, mv);
    ui.add_space(size::GAP_XS);
    pane.typed(ui, &field(MoveField::Notes), Look::sentence("Notes on the move", "Why, and on what terms"));
    pane.complain(ui);
    ui.add_space(size::GAP_XS);
    ending_ui(ui, pane, player, scenario, mv);
}

/// What is paid, and until when. What counts for no move of this kind is shown only while it is set, to be taken out.
fn terms_ui(ui: &mut Ui, pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move) {
    let field = |which| Field::Move(scenario.id.clone(), mv.id.clone(), which);
    let leaves = mv.kind.is_departure();
    let on_loan = matches!(mv.kind, MoveKind::LoanIn | MoveKind::LoanOut);
    if mv.kind.has_fee() || mv.fee.is_some() {
        fee_ui(ui, pane, scenario, mv);
    }
    if !leaves || mv.signing_on_fee.is_some() {
        pane.row(ui, "Signing-on", |ui, pane| {
            pane.typed(ui, &field(MoveField::SigningOn), Look::value("Signing-on fee", "none"));
        });
    }
    pane.row(ui, "Agent fee", |ui, pane| {
        pane.typed(ui, &field(MoveField::AgentFee), Look::value("Agent fee", "none"));
    });
    if !leaves || mv.wage.is_some() {
        move_wage_ui(ui, pane, scenario, mv);
    }
    if !leaves || on_loan || mv.until.is_some() {
        pane.row(ui, if on_loan { "Loan until" } else { "Contract to" }, |ui, pane| {
            let look = Look::day("Contract of the move until", "2030, or 4 years");
            pane.typed(ui, &field(MoveField::Until), look).on_hover_text(
                "A day, or a length such as 4 years: then it ends on the 30 June nearest to that",
            );
        });
    }
}

fn move_wage_ui(ui: &mut Ui, pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move) {
    let field = Field::Move(scenario.id.clone(), mv.id.clone(), MoveField::Wage);
    let (per, estimate) = wage_ui(ui, pane, &field, "Wage of the move", mv.wage.as_ref());
    let change = |pane: &mut Pane<'_>, change: &dyn Fn(&mut Wage)| {
        pane.desk.change_move(&scenario.id, &mv.id, |mv| mv.wage.iter_mut().for_each(change));
    };
    if let Some(per) = per {
        change(pane, &|wage| wage.per = per);
    }
    if estimate {
        change(pane, &|wage| wage.estimate = !wage.estimate);
    }
}

/// When a move happens whose day is not set.
fn unset_day(mv: &Move) -> &'static str {
    match mv.kind {
        MoveKind::FreeTransfer | MoveKind::PreContract => "contract\u{2019}s end",
        _ if mv.window.is_some() => "when it opens",
        MoveKind::Renew | MoveKind::Release => "the plan\u{2019}s day",
        _ => "not set",
    }
}

/// Copy it to another scenario, or drop it.
fn ending_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player, scenario: &Scenario, mv: &Move) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_L;
        let name = format!("Drop the move of {}", player.surname());
        if quiet_button(ui, icons::TRASH, "Drop this move", &name).clicked() {
            pane.desk.ask(Edit::RemoveMove { scenario: scenario.id.clone(), mv: mv.id.clone() });
        }
        let what = Copied::Move(mv.id.clone());
        let name = format!("Copy the move of {} to another scenario", player.surname());
        let response = quiet_button(ui, icons::COPY, "Copy to\u{2026}", &name);
        let response = response.interact(Sense::click_and_drag());
        branch::carry(&response, &scenario.id, what.clone());
        let mut commands = Vec::new();
        egui::Popup::menu(&response).style(theme::menu_style).show(|ui| {
            ui.set_min_width(180.0);
            branch::copy_menu_ui(ui, pane.plan, &scenario.id, &what, &mut commands);
        });
        for command in commands {
            pane.desk.command(command);
        }
        response.on_hover_text("Click for the list of scenarios, or drag onto a tab.");
    });
}

fn window_ui(ui: &mut Ui, pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move) {
    let plan = pane.plan;
    // Chosen by place, for the list shows each window once; the first line is no window at all.
    let mut choices: Vec<(usize, &str)> = vec![(0, "none")];
    choices.extend(plan.windows.iter().enumerate().map(|(at, window)| (at + 1, window.name.as_str())));
    let chosen = match &mv.window {
        None => Some(0),
        Some(id) => plan.windows.iter().position(|window| window.id == *id).map(|at| at + 1),
    };
    let Some(picked) = choice_ui(ui, "Window of the move", chosen, "unknown window", &choices) else {
        return;
    };
    let window: Option<WindowId> =
        picked.checked_sub(1).and_then(|at| plan.windows.get(at)).map(|window| window.id.clone());
    // A window is chosen to be used: the exact day would go before it.
    pane.desk.change_move(&scenario.id, &mv.id, |mv| {
        if window.is_some() {
            mv.date = None;
        }
        mv.window = window;
    });
}

/// Low, likely and high, each on its line; then the currency and whether it is an estimate.
fn fee_ui(ui: &mut Ui, pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move) {
    let field = |which| Field::Move(scenario.id.clone(), mv.id.clone(), which);
    let label = if matches!(mv.kind, MoveKind::LoanIn | MoveKind::LoanOut) { "Loan fee" } else { "Fee" };
    let Some(fee) = &mv.fee else {
        pane.row(ui, label, |ui, pane| {
            pane.typed(ui, &field(MoveField::FeeLow), Look::value("Fee", "unknown"))
                .on_hover_text("One amount, or a range like 30m\u{2013}40m");
        });
        return;
    };
    // What counts while a figure is left out.
    let [likely, high] = [fee.likely(), fee.high].map(|units| entry::money_text(units, fee.currency));
    let figures = [
        (MoveField::FeeLow, "Low fee", ""),
        (MoveField::FeeLikely, "Likely fee", likely.as_str()),
        (MoveField::FeeHigh, "High fee", high.as_str()),
    ];
    for (which, name, hint) in figures {
        pane.row(ui, name, |ui, pane| {
            pane.typed(ui, &field(which), Look::value(name, hint));
        });
    }
    pane.row(ui, "", |ui, pane| {
        let mut currencies =
            vec![Currency::GBP, Currency::EUR, Currency::USD, pane.plan.money.currency, fee.currency];
        currencies.extend(pane.plan.money.rates.iter().flat_map(|rate| [rate.base, rate.quote]));
        currencies.sort_unstable();
        currencies.dedup();
        let choices: Vec<(Currency, &str)> =
            currencies.iter().map(|currency| (*currency, currency.code())).collect();
        if let Some(currency) = choice_ui(ui, "Currency of the fee", Some(fee.currency), "", &choices) {
            pane.desk.change_move(&scenario.id, &mv.id, |mv| {
                mv.fee.iter_mut().for_each(|fee| fee.currency = currency);
            });
        }
        if mark_ui(ui, "Fee is an estimate", "estimate", fee.estimate, true) {
            pane.desk.change_move(&scenario.id, &mv.id, |mv| {
                mv.fee.iter_mut().for_each(|fee| fee.estimate = !fee.estimate);
            });
        }
    });
}

/// A typed percentage, and a slider that commits when it is let go.
fn chance_ui(ui: &mut Ui, pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move) {
    let field = Field::Move(scenario.id.clone(), mv.id.clone(), MoveField::Chance);
    pane.typed(ui, &field, Look { at_most: 62.0, ..Look::value("Chance", "100 %") });
    let dragged = pane.open.chance.as_ref().filter(|(id, _)| *id == mv.id).map(|(_, chance)| *chance);
    // The slider knows whole per cent only; what it shows of any other chance is not what is set.
    let shown = (dragged.unwrap_or(mv.chance()) * 100.0).round();
    let mut percent = shown;
    ui.spacing_mut().interact_size.y = SLIDER;
    ui.visuals_mut().selection.bg_fill = theme::palette(ui).accent;
    ui.spacing_mut().slider_width = (ui.available_width() - size::GAP_S).clamp(40.0, 120.0);
    let slider = Slider::new(&mut percent, 0.0..=100.0).show_value(false).step_by(1.0);
    let response = ui.add(slider).accessible_name("Chance slider");
    if (percent - shown).abs() >= 0.5 {
        pane.open.chance = Some((mv.id.clone(), percent / 100.0));
    }
    if !response.dragged()
        && let Some((_, chance)) = pane.open.chance.take_if(|(id, _)| *id == mv.id)
    {
        pane.desk.change_move(&scenario.id, &mv.id, |mv| mv.chance = chance.clamp(0.0, 1.0));
    }
}
