//! What the shown scenario does with him.

use egui::{Button, Label, Ui, vec2};

use crate::edit::Edit;
use crate::model::{Date, Move, MoveId, MoveKind, Plan, Player, Scenario, WindowId, words};
use crate::report::Severity;
use crate::ui::problems;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::elided;

use super::block::card_ui;
use super::move_form;
use super::pane::{Pane, dotted, heading_ui, quiet_button};

/// Width of the button that opens the terms.
const BUTTON: f32 = 82.0;

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let plan = pane.plan;
    let Some(scenario) = pane.screen.scenario(plan) else { return };
    heading_ui(ui, "In this scenario", |ui| {
        elided(ui, text::second(scenario.name.as_str()));
    });
    let moves: Vec<&Move> = scenario.moves.iter().filter(|mv| mv.player == player.id).collect();
    card_ui(ui, |ui| {
        summary_ui(ui, pane, player, scenario, &moves);
        problems_ui(ui, pane);
        if !pane.open.moves {
            return;
        }
        for mv in &moves {
            ui.add_space(size::GAP_XS);
            move_form::ui(ui, pane, player, scenario, mv);
        }
        ui.add_space(size::GAP_S);
        kinds_ui(ui, pane, player, scenario, moves.is_empty());
    });
}

fn summary_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player, scenario: &Scenario, moves: &[&Move]) {
    let open = pane.open.moves;
    let (title, lines) = summary(pane.plan, player, scenario, moves, open);
    // What is entered below must not move the fields there: while they are open, every line stays one line.
    let line_ui = |ui: &mut Ui, words: egui::RichText| {
        if open { elided(ui, words) } else { ui.add(Label::new(words).wrap()) }
    };
    ui.horizontal(|ui| {
        let words = ui.available_width() - BUTTON - size::GAP_S;
        ui.vertical(|ui| {
            ui.set_width(words);
            line_ui(ui, text::strong(title));
            for line in lines {
                line_ui(ui, text::second(line));
            }
        });
        ui.add_space(size::GAP_S);
        ui.spacing_mut().button_padding.x = size::GAP_XS;
        let words = if open { "Done" } else { "Change\u{2026}" };
        let button = ui.add(Button::new(words).min_size(vec2(BUTTON, size::CONTROL_HEIGHT - 2.0)));
        let name = if open { "Done with his move" } else { "Change his move" };
        if button.accessible_name(name).clicked() {
            pane.open.moves = !pane.open.moves;
        }
    });
}

/// What is wrong with his moves here, with its remedies.
fn problems_ui(ui: &mut Ui, pane: &mut Pane<'_>) {
    for problem in &pane.facts.move_problems {
        let ink = theme::palette(ui).tone(problems::tone(problem.severity)).text;
        ui.add_space(size::GAP_XS);
        let icon = if problem.severity == Severity::Hint { icons::INFO } else { icons::WARNING };
        ui.add(Label::new(text::second(format!("{icon} {}", problem.message)).color(ink)).wrap());
        ui.add_space(size::GAP_XS);
        let mut wanted = Vec::new();
        problems::fixes_ui(ui, problem, &mut wanted);
        for command in wanted {
            pane.desk.command(command);
        }
    }
}

/// "Stays", "Arrives 1 Jan 2026", and under it the terms, unless they are `open` below, and his places in the charts.
fn summary(
    plan: &Plan,
    player: &Player,
    scenario: &Scenario,
    moves: &[&Move],
    open: bool,
) -> (String, Vec<String>) {
    let places = places(plan, player, scenario);
    let Some(first) = moves.first() else {
        let title = if player.is_target() { "Not signed" } else { "Stays" };
        let none = vec!["On no chart".to_owned()];
        return (title.to_owned(), if places.is_empty() { none } else { places });
    };
    let mut lines: Vec<String> =
        moves.iter().skip(1).map(|mv| format!("then {}", lowercased(&what(plan, mv)))).collect();
    if !open {
        lines.splice(0..0, terms(first));
    }
    lines.extend(places);
    lines.retain(|line| !line.is_empty());
    (what(plan, first), lines)
}

fn lowercased(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// What a move does and when.
fn what(plan: &Plan, mv: &Move) -> String {
    let verb = match mv.kind {
        MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract => "Arrives",
        MoveKind::LoanIn => "Arrives on loan",
        MoveKind::LoanOut => "Goes on loan",
        MoveKind::Sell => "Sold",
        MoveKind::Renew => "Renews",
        MoveKind::Release => "Released",
    };
    let when = mv.effective_date(plan).map_or_else(|| "on a day not set".to_owned(), words::date);
    format!("{verb} {when}")
}

/// "Buy · £35m · 50 %", "Contract to 30 Jun 2030".
fn terms(mv: &Move) -> impl Iterator<Item = String> {
    let fee = mv.fee.as_ref().filter(|_| mv.kind.has_fee()).map(words::money_range);
    let chance = (mv.chance() < 1.0).then(|| words::percent_whole(mv.chance()));
    let until = mv.until.map(|until| {
        let loan = matches!(mv.kind, MoveKind::LoanIn | MoveKind::LoanOut);
        let what = if loan { "Loan" } else { "Contract" };
        format!("{what} to {}", words::date(until))
    });
    let parts = [Some(words::capital(mv.kind.name())), fee, chance];
    std::iter::once(dotted(parts.into_iter().flatten())).chain(until)
}

/// "First choice left centre-back": every place he stands in, the highest first.
fn places(plan: &Plan, player: &Player, scenario: &Scenario) -> Vec<String> {
    let slots = plan.formation_of(scenario).map(|formation| formation.slots.as_slice()).unwrap_or_default();
    let ranks = slots.iter().filter_map(|slot| {
        let rank = scenario.chart(&slot.id).iter().position(|id| *id == player.id)?;
        Some((rank, &slot.name))
    });
    let mut ranks: Vec<(usize, &String)> = ranks.collect();
    ranks.sort_by_key(|(rank, _)| *rank);
    let words = |(rank, slot): (usize, &String)| {
        format!("{} {}", words::capital(&words::choice(rank + 1)), slot.to_lowercase())
    };
    ranks.into_iter().map(words).collect()
}

/// What could happen to him: instead of what happens now, or after it.
fn kinds_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player, scenario: &Scenario, first: bool) {
    const ARRIVALS: [MoveKind; 4] =
        [MoveKind::Buy, MoveKind::FreeTransfer, MoveKind::PreContract, MoveKind::LoanIn];
    const OTHERS: [MoveKind; 4] = [MoveKind::Renew, MoveKind::Sell, MoveKind::LoanOut, MoveKind::Release];
    let (kinds, words) = match (first, player.is_target()) {
        (true, true) => (&ARRIVALS[..], "What happens to him instead?"),
        (true, false) => (&OTHERS[..], "What happens to him instead?"),
        (false, true) => (&MoveKind::ALL[..], "And what else could happen?"),
        (false, false) => (&OTHERS[..], "And what else could happen?"),
    };
    ui.label(text::second(words));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_L;
        for kind in kinds {
            let words = words::capital(kind.name());
            if quiet_button(ui, "", &words, &words).clicked() {
                let mv = Box::new(new_move(pane.plan, player, scenario, *kind, pane.screen.date));
                pane.desk.ask(Edit::PutMove { scenario: scenario.id.clone(), mv });
            }
        }
    });
}

/// A move of this kind in the window that is open on the shown day, else in the next.
fn new_move(plan: &Plan, player: &Player, scenario: &Scenario, kind: MoveKind, shown: Date) -> Move {
    let name = format!("{} {}", kind.name(), player.surname());
    let id = MoveId::new_for(&name, |taken| scenario.moves.iter().any(|mv| mv.id == *taken));
    let from = shown.max(plan.as_of);
    let in_window = kind.has_fee();
    let window =
        plan.windows.iter().filter(|window| in_window && window.closes >= from).min_by_key(|w| w.opens);
    let window: Option<WindowId> = window.map(|window| window.id.clone());
    let fee = player.asking.clone().filter(|_| kind == MoveKind::Buy);
    let club = player.club.as_ref().filter(|_| kind.is_arrival()).map(|club| club.name.clone());
    Move { window, club, fee, ..Move::new(id, player.id.clone(), kind) }
}
