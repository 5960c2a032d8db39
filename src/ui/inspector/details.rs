//! What changes seldom: who he is, where he plays, and where the plan knows it from. Folded until asked for.

use egui::{Align2, Label, Popup, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::model::{Durability, Foot, Player, PlayerKind, Position, words};
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::{focus_ring, paint_text};

use super::choice::choice_ui;
use super::field::{Field, PlayerField};
use super::inline::Look;
use super::market;
use super::pane::{FIELD_PADDING, FIELD_RADIUS, Pane, ROW, label_ui, quiet_button, value_button};

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    ui.add_space(size::GAP_M);
    if fold_ui(ui, "Details", "", pane.open.details).clicked() {
        pane.open.details = !pane.open.details;
    }
    if pane.open.details {
        person_ui(ui, pane, player);
        club_ui(ui, pane, player);
        if !player.is_target() {
            market::rows_ui(ui, pane, player);
        }
    }
    if player.sources.is_empty() {
        return;
    }
    ui.add_space(size::GAP_XS);
    let count = player.sources.len().to_string();
    if fold_ui(ui, "Sources", &count, pane.open.sources).clicked() {
        pane.open.sources = !pane.open.sources;
    }
    if pane.open.sources {
        for (what, source) in &player.sources {
            let day = source.date.map(|day| format!(", {}", words::date(day))).unwrap_or_default();
            ui.horizontal_top(|ui| {
                label_ui(ui, what);
                ui.add_space(f32::from(FIELD_PADDING));
                ui.vertical(|ui| {
                    ui.add_space(size::GAP_XS);
                    ui.add(Label::new(text::second(format!("{}{day}", source.name))).wrap());
                });
            });
        }
    }
}

/// A heading that unfolds what is under it.
fn fold_ui(ui: &mut Ui, name: &str, remark: &str, open: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW + 2.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), open, name));
    let palette = theme::palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(FIELD_PADDING.into(), 0.0)), FIELD_RADIUS, palette.hover);
    }
    paint_text(ui, rect, Align2::LEFT_CENTER, text::label(name), palette.muted);
    let caret = if open { icons::CARET_UP } else { icons::CARET_DOWN };
    paint_text(ui, rect, Align2::RIGHT_CENTER, text::icon(caret, text::SECOND_SIZE), palette.muted);
    let beside = rect.with_max_x(rect.right() - ROW);
    paint_text(ui, beside, Align2::RIGHT_CENTER, text::second(remark), palette.muted);
    focus_ring(ui, &response, FIELD_RADIUS);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn person_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let field = |which| Field::Player(player.id.clone(), which);
    pane.row(ui, "Born", |ui, pane| {
        pane.typed(ui, &field(PlayerField::Born), Look::day("Born", "unknown"));
    });
    pane.row(ui, "Nationality", |ui, pane| {
        pane.typed(ui, &field(PlayerField::Nationality), Look::value("Nationality", "unknown"));
    });
    pane.row(ui, "Foot", |ui, pane| {
        let feet = Foot::ALL.map(|foot| (foot, foot.name()));
        if let Some(foot) = choice_ui(ui, "Foot", player.foot, "unknown", &feet) {
            pane.desk.player(&player.id, "foot", |player| player.foot = Some(foot));
        }
    });
    pane.row(ui, "Height", |ui, pane| {
        pane.typed(ui, &field(PlayerField::Height), Look::value("Height", "unknown"));
    });
    positions_ui(ui, pane, player);
    let answers = [(Some(true), "yes"), (Some(false), "no"), (None, "not known")];
    pane.row(ui, "Home-grown", |ui, pane| {
        if let Some(mark) = choice_ui(ui, "Home-grown", player.home_grown.map(Some), "not known", &answers) {
            pane.desk.player(&player.id, "home-grown mark", |player| player.home_grown = mark);
        }
    });
    pane.row(ui, "Club-trained", |ui, pane| {
        if let Some(mark) =
            choice_ui(ui, "Club-trained", player.club_trained.map(Some), "not known", &answers)
        {
            pane.desk.player(&player.id, "club-trained mark", |player| player.club_trained = mark);
        }
    });
    pane.row(ui, "Durability", |ui, pane| {
        let marks = Durability::ALL.map(|mark| (mark, mark.name()));
        if let Some(mark) = choice_ui(ui, "Durability", Some(player.durability), "", &marks) {
            pane.desk.player(&player.id, "durability", |player| player.durability = mark);
        }
    });
}

fn club_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let field = |which| Field::Player(player.id.clone(), which);
    pane.row(ui, "Belongs to", |ui, pane| {
        let kinds = [(PlayerKind::Squad, "our squad"), (PlayerKind::Target, "another club: a target")];
        if let Some(kind) = choice_ui(ui, "Belongs to", Some(player.kind), "", &kinds) {
            pane.desk.player(&player.id, "kind", |player| player.kind = kind);
        }
    });
    if !player.is_target() {
        return;
    }
    pane.row(ui, "Club", |ui, pane| {
        pane.typed(ui, &field(PlayerField::Club), Look::value("Club", "without a club"));
    });
    if player.club.is_some() {
        pane.row(ui, "League", |ui, pane| {
            pane.typed(ui, &field(PlayerField::League), Look::value("League", "unknown"));
        });
        pane.row(ui, "Country", |ui, pane| {
            pane.typed(ui, &field(PlayerField::Country), Look::value("Country of the club", "unknown"));
        });
    }
}

/// His positions, the best first: each a small menu, and one more to add.
fn positions_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        label_ui(ui, "Positions");
        ui.add_space(f32::from(FIELD_PADDING));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP_M;
            for (at, position) in player.positions.iter().enumerate() {
                let name = format!("Position {}: {}", at + 1, position.name());
                let chip = value_button(ui, position.short(), &name).on_hover_text(position.name());
                Popup::menu(&chip).style(theme::menu_style).show(|ui| {
                    ui.spacing_mut().interact_size.y = size::CONTROL_HEIGHT - 4.0;
                    ui.set_min_width(130.0);
                    if at > 0 && ui.button((icons::STAR, "His best")).clicked() {
                        pane.desk.player(&player.id, "positions", |player| {
                            if at < player.positions.len() {
                                let best = player.positions.remove(at);
                                player.positions.insert(0, best);
                            }
                        });
                    }
                    if ui.button((icons::TRASH, "Remove")).clicked() {
                        let gone = *position;
                        let change = |player: &mut Player| player.positions.retain(|known| *known != gone);
                        pane.desk.player(&player.id, "positions", change);
                    }
                });
            }
            let add = quiet_button(ui, icons::ADD, "", "Add a position").on_hover_text("Add a position");
            Popup::menu(&add).style(theme::menu_style).show(|ui| {
                ui.spacing_mut().interact_size.y = size::CONTROL_HEIGHT - 6.0;
                ui.set_min_width(160.0);
                for position in Position::ALL.into_iter().filter(|known| !player.positions.contains(known)) {
                    if ui.button(format!("{}  {}", position.short(), position.name())).clicked() {
                        pane.desk.player(&player.id, "positions", |player| player.positions.push(position));
                    }
                }
            });
        });
    });
}
