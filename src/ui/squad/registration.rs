//! Who takes a place on which list: the counts, what is not known, and who counts where.

use egui::{Label, Ui};

use crate::model::{PlayerId, words};
use crate::report::{Limit, Listing, Registration, Verdict};
use crate::ui::board::Scene;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets;

/// Width of a limit's words, points.
const WORDS: f32 = 190.0;

/// Draws the counts. Returns whether the rules are to be chosen.
pub(super) fn registration_ui(ui: &mut Ui, scene: Scene<'_>, registrations: &[Registration]) -> bool {
    ui.spacing_mut().item_spacing.y = size::GAP_XS;
    let mut choose = false;
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let rules = ui.button(format!("{}  Rules\u{2026}", icons::RULES));
            choose |= rules.accessible_name("Rules of registration").clicked();
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                widgets::elided(ui, text::section("Registration"));
            });
        });
    });
    if registrations.is_empty() {
        let league = scene.plan.club.league.as_deref().unwrap_or("a club without a league");
        let words = format!("No rules are known here for {league}. Choose some, or write your own.");
        ui.add(Label::new(text::second(words).weak()).wrap());
    }
    for registration in registrations {
        ui.add_space(size::GAP_XS);
        one_ui(ui, scene, registration);
    }
    choose
}

fn one_ui(ui: &mut Ui, scene: Scene<'_>, registration: &Registration) {
    let (words, tone) = match registration.verdict() {
        Verdict::Fits => ("fits", Tone::Ok),
        Verdict::Open => ("not certain", Tone::Warn),
        Verdict::Breaks => ("too many", Tone::Bad),
    };
    let needs = |limit: &Limit| limit.at_least && limit.verdict() == Verdict::Breaks;
    let words =
        if tone == Tone::Bad && registration.limits.iter().any(needs) { "does not fit" } else { words };
    ui.horizontal(|ui| {
        widgets::chip(ui, words, tone);
        let title = format!("{}, {}", registration.rules, registration.season);
        widgets::elided(ui, text::strong(title));
    });
    for limit in &registration.limits {
        limit_ui(ui, limit);
    }
    for unknown in &registration.unknown {
        let color = theme::palette(ui).tone(Tone::Warn).text;
        ui.add(Label::new(text::second(format!("{unknown}.")).color(color)).wrap());
    }
    for listing in Listing::ALL {
        let ids: Vec<&PlayerId> = registration
            .players
            .iter()
            .filter(|listed| listed.listing == listing)
            .map(|listed| &listed.id)
            .collect();
        if ids.is_empty() {
            continue;
        }
        let names: Vec<&str> =
            ids.iter().filter_map(|id| scene.player(id)).map(crate::model::Player::surname).collect();
        let words = format!("{} ({}): {}", words::capital(listing.name()), ids.len(), names.join(", "));
        ui.add(Label::new(text::second(words).weak()).wrap());
    }
}

fn limit_ui(ui: &mut Ui, limit: &Limit) {
    let tone = match limit.verdict() {
        Verdict::Fits => Tone::Ok,
        Verdict::Open => Tone::Warn,
        Verdict::Breaks => Tone::Bad,
    };
    ui.spacing_mut().interact_size.y = size::CHIP_HEIGHT;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui(egui::vec2(WORDS, size::CHIP_HEIGHT), |ui| {
            ui.set_min_width(WORDS);
            widgets::elided(ui, text::body(format!("{}: {}", words::capital(limit.what), limit.words())));
        });
        let share = limit.count.most as f32 / (limit.bound as f32).max(1.0);
        let name = format!("{}: {}", limit.what, limit.words());
        widgets::bar(ui, &name, share, tone);
    });
}
