//! How a figure of the panel was made: the players, their chances, the assumption behind each, the rule.

use std::collections::BTreeSet;

use egui::{Frame, Id, Popup, PopupCloseBehavior, Rect, RectAlign, Ui, vec2};

use super::{Asked, Scene, Season, cell_key};
use crate::forecast::{Assumptions, Entry, Method, Reason, UnitForecast, catalogue, id};
use crate::model::{MatchdayOrigin, PlayerId, words as say};
use crate::ui::assumptions::{MEDICAL, is_medical, quantity, tag_chip, tag_sentence};
use crate::ui::command::Command;
use crate::ui::screen::View;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// Width of the popup, points.
const WIDTH: f32 = 560.0;
/// Width of a chance in it, points.
const CHANCE: f32 = 60.0;
/// Room kept free at its sides, points.
const MARGIN: f32 = 28.0;
/// Height of the top bar over it, and of title, last line and margins in it, points.
const AROUND: f32 = size::TOP_BAR_HEIGHT + 2.0 * size::CONTROL_HEIGHT + 2.0 * size::GAP_L + 5.0 * size::GAP_S;
/// Height of a line of its lists, points.
const LINE: f32 = 18.0;
/// The least and the most height of its contents, points.
const HEIGHT: (f32, f32) = (160.0, 560.0);

/// Draws the popup over the panel; says whether it stays open.
pub(super) fn made_ui(
    ui: &Ui,
    panel: Rect,
    asked: Asked,
    (scene, forecast, season): (Scene<'_>, &UnitForecast, &Season),
    commands: &mut Vec<Command>,
) -> bool {
    let mut open = true;
    let mut done = false;
    let screen = ui.ctx().content_rect();
    // Another figure is another popup: the click that opens it closes only the one before.
    let id = Id::unique(("how it was made", cell_key(asked)));
    let width = WIDTH.min(screen.width() - 2.0 * MARGIN);
    let height = (panel.top() - screen.top() - AROUND).clamp(HEIGHT.0, HEIGHT.1);
    Popup::new(id, ui.ctx().clone(), panel, ui.layer_id())
        .align(RectAlign::TOP)
        .gap(size::GAP_S)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("How it was made")
        .frame(Frame::popup(&ui.ctx().global_style()).inner_margin(size::GAP_L))
        .open_bool(&mut open)
        .show(|ui| {
            let entries = entries(asked, (scene, forecast, season));
            ui.set_width(width);
            ui.set_max_height(height + 2.0 * (size::CONTROL_HEIGHT + size::GAP_S));
            let (title, value) = title(asked, (scene, forecast, season));
            ui.horizontal(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    done |= ui.add(IconButton::new(icons::CLOSE, "Close")).clicked();
                    ui.label(text::verdict(value));
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        widgets::elided(ui, text::section(title));
                    });
                });
            });
            widgets::steady_list(height).show(ui, |ui| {
                ui.set_width(width - size::GAP_M);
                ui.spacing_mut().item_spacing.y = size::GAP_XS / 2.0;
                ui.spacing_mut().interact_size.y = LINE;
                ui.label(text::second(rule(asked, (scene, forecast, season))));
                if asked == Asked::Season {
                    season_ui(ui, (scene, forecast, season));
                }
                players_ui(ui, (scene, forecast));
                assumptions_ui(ui, scene, &entries);
            });
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = size::GAP_L;
                done |= link(ui, "Change assumptions", View::Assumptions, commands);
                if asked == Asked::Season {
                    done |= link(ui, "Change matchdays", View::Calendar, commands);
                }
                if entries.iter().any(|entry| is_medical(entry)) {
                    ui.label(text::second(MEDICAL));
                }
            });
        });
    open && !done
}

fn title(asked: Asked, (scene, forecast, season): (Scene<'_>, &UnitForecast, &Season)) -> (String, String) {
    let date = scene.screen.date;
    let unit = scene.plan.unit(&scene.screen.unit).map_or("players", |unit| &unit.name).to_lowercase();
    match asked {
        Asked::AtLeast(k) => (
            format!("At least {k} of {} {unit} on {}", forecast.players.len(), say::date(date)),
            forecast.cover_on(date, k).map_or_else(String::new, say::percent),
        ),
        Asked::Season => (
            format!("Short of {} {unit} on some matchday to {}", season.target, season.last_month()),
            Season::short(scene, &scene.screen.scenario)
                .map_or_else(|| "\u{2026}".to_owned(), |short| say::percent(short.chance)),
        ),
    }
}

/// The rule in a sentence or two.
fn rule(asked: Asked, (scene, forecast, season): (Scene<'_>, &UnitForecast, &Season)) -> String {
    match asked {
        Asked::AtLeast(_) if scene.screen.date < forecast.as_of => format!(
            "Before {} nothing is forecast: a player counts if by the plan he was here, not injured and not absent.",
            say::date(forecast.as_of)
        ),
        Asked::AtLeast(k) => format!(
            "Every player below counts once, with the chance that he is here times the chance that he is fit. Players \
             are fit independently of each other; the chance that {k} or more of them count is worked out exactly, \
             and of targets that exclude each other at most one counts."
        ),
        Asked::Season => format!(
            "The chance that on at least one of {} fewer than {} of these players can be picked. Days hang together \
             \u{2013} who is out today is likely out tomorrow \u{2013} so every player is followed from matchday to \
             matchday, and each deal is drawn once for the whole season.",
            say::matchdays(season.matchdays.len()),
            season.target,
        ),
    }
}

/// Matchdays, method, and the other scenario.
fn season_ui(ui: &mut Ui, (scene, forecast, season): (Scene<'_>, &UnitForecast, &Season)) {
    let Scene { plan, screen, .. } = scene;
    let (Some(first), Some(last)) = (season.matchdays.first(), season.matchdays.last()) else { return };
    widgets::section_heading(ui, "Matchdays counted", &origins(scene, season));
    fact(ui, "From", &format!("{} to {}", say::date(*first), say::date(*last)));
    let covered = forecast.expected_covered(season.target, *first, *last);
    let of = say::matchdays(season.matchdays.len());
    fact(ui, &format!("Expected with {} or more", season.target), &format!("{covered:.1} of {of}"));
    if let Some(short) = Season::short(scene, &screen.scenario) {
        let method = match short.method {
            Method::Exact => "worked out exactly".to_owned(),
            Method::Simulated => {
                let seasons = Assumptions::of(plan).get(id::SIMULATIONS);
                let seasons = crate::ui::assumptions::number(seasons);
                let error = 100.0 * short.standard_error.unwrap_or(0.0);
                format!("{seasons} simulated seasons, standard error {error:.2} points")
            }
        };
        fact(ui, "Method", &method);
    }
    if let Some(baseline) = plan.scenario(&plan.baseline).filter(|baseline| baseline.id != screen.scenario) {
        let was = Season::short(scene, &baseline.id);
        let was = was.map_or_else(|| "\u{2026}".to_owned(), |was| say::percent(was.chance));
        fact(ui, &format!("With {}, the baseline", baseline.name), &was);
    }
}

/// `31 imported, 4 typed`: how the counted matchdays came into the plan.
fn origins(scene: Scene<'_>, season: &Season) -> String {
    let mut days: Vec<_> = scene
        .plan
        .matchdays
        .iter()
        .filter(|matchday| season.matchdays.binary_search(&matchday.date).is_ok())
        .collect();
    days.sort_by_key(|matchday| matchday.date);
    days.dedup_by_key(|matchday| matchday.date);
    let named = [
        (MatchdayOrigin::Imported, "imported"),
        (MatchdayOrigin::Generated, "generated"),
        (MatchdayOrigin::Typed, "typed"),
    ];
    let counts = named.into_iter().filter_map(|(origin, word)| {
        let count = days.iter().filter(|matchday| matchday.origin == origin).count();
        (count > 0).then(|| format!("{count} {word}"))
    });
    counts.collect::<Vec<_>>().join(", ")
}

fn fact(ui: &mut Ui, name: &str, value: &str) {
    widgets::row(ui, text::second(name), text::body(value));
}

fn players_ui(ui: &mut Ui, (scene, forecast): (Scene<'_>, &UnitForecast)) {
    let Scene { plan, screen, .. } = scene;
    let remark = format!("on {}: here \u{d7} fit", say::date(screen.date));
    widgets::section_heading(ui, "Players", &remark);
    if forecast.players.is_empty() {
        ui.label(text::body("Nobody stands in these places yet."));
    }
    for player in &forecast.players {
        let name = plan.player(&player.id).map_or(player.id.as_str(), |known| &known.name);
        ui.horizontal(|ui| {
            ui.set_min_height(LINE);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let (parts, chance) = parts(forecast, &player.id, scene);
                let right = egui::Layout::right_to_left(egui::Align::Center);
                ui.allocate_ui_with_layout(vec2(CHANCE, LINE), right, |ui| {
                    ui.set_width(CHANCE);
                    ui.label(text::strong(chance));
                });
                ui.label(text::second(parts));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    widgets::elided(ui, text::body(name));
                });
            });
        });
        let reasons: Vec<String> =
            forecast.reasons(plan, &player.id, screen.date).iter().map(ToString::to_string).collect();
        if !reasons.is_empty() {
            ui.label(text::second(reasons.join(" \u{b7} ")));
        }
        ui.add_space(size::GAP_XS);
    }
}

/// `50 % × 92.3 %` and `46.1 %`.
fn parts(forecast: &UnitForecast, player: &PlayerId, scene: Scene<'_>) -> (String, String) {
    let Some(on) = forecast.player_on(player, scene.screen.date) else {
        return (String::new(), "\u{2013}".to_owned());
    };
    let chance = say::percent(on.available);
    let product = format!("{} \u{d7} {}", say::percent(on.here), say::percent(on.fit));
    let away = on.available <= 0.0 && on.here > 0.0 && on.fit > 0.0;
    (if away { format!("{product}, but absent") } else { product }, chance)
}

/// The assumptions behind the figure.
fn assumptions_ui(ui: &mut Ui, scene: Scene<'_>, entries: &[&Entry]) {
    widgets::section_heading(ui, "Assumptions behind it", "");
    let assumptions = Assumptions::of(scene.plan);
    for entry in entries {
        let value = assumptions.value(&entry.id).unwrap_or(entry.value);
        ui.horizontal(|ui| {
            ui.set_min_height(LINE);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.label(text::strong(quantity(value, &entry.unit)));
                if scene.plan.assumptions.contains_key(&entry.id) {
                    let default = format!("yours, default {}", crate::ui::assumptions::number(entry.value));
                    widgets::chip(ui, &default, Tone::Accent);
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    let (words, tone) = tag_chip(entry.tag);
                    widgets::chip(ui, words, tone).on_hover_text(tag_sentence(entry.tag));
                    widgets::elided(ui, text::body(&entry.label));
                });
            });
        });
        ui.label(text::second(&entry.source));
        ui.add_space(size::GAP_XS);
    }
    if entries.is_empty() {
        ui.label(text::second("None: on this day the calendar alone decides."));
    }
}

/// Words that lead to another view. Says whether the user went there.
fn link(ui: &mut Ui, words: &str, view: View, commands: &mut Vec<Command>) -> bool {
    let ink = theme::palette(ui).tone(Tone::Accent).text;
    let went = ui.link(text::second(words).color(ink)).clicked();
    if went {
        commands.push(Command::Show(view));
    }
    went
}

fn entries(
    asked: Asked,
    (scene, forecast, season): (Scene<'_>, &UnitForecast, &Season),
) -> Vec<&'static Entry> {
    let Scene { plan, screen, .. } = scene;
    let day = match asked {
        Asked::AtLeast(_) => screen.date,
        // What befalls the players over the season is what can befall them on its last matchday, and on the shown one.
        Asked::Season => season.matchdays.last().copied().unwrap_or(screen.date),
    };
    let mut ids = BTreeSet::new();
    for player in &forecast.players {
        for day in [screen.date, day] {
            ids.extend(forecast.reasons(plan, &player.id, day).iter().flat_map(Reason::assumptions));
        }
    }
    if asked == Asked::Season {
        let short = Season::short(scene, &screen.scenario);
        if short.is_some_and(|short| short.method == Method::Simulated) {
            ids.extend([id::EXACT_CELLS, id::SIMULATIONS].map(str::to_owned));
        }
    }
    catalogue().defaults.iter().filter(|entry| ids.contains(&entry.id)).collect()
}
