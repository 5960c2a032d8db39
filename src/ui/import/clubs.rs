//! Whose players come in: a search over the clubs of the table, each with a tick and its count.

use std::collections::{BTreeMap, BTreeSet};

use egui::{Align2, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::source::grouped;
use crate::store::import::{ClubCount, Understood, same_club, search_clubs};
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::{self, focus_ring, paint_text};

/// Side of a tick, points.
const TICK: f32 = 16.0;

/// The clubs that were chosen.
#[derive(Clone, Debug, Default)]
pub(super) struct ClubChoice {
    search: String,
    chosen: BTreeSet<String>,
    /// The clubs that were chosen to begin with: they stand on top.
    first: BTreeSet<String>,
    /// The clubs, and who is without one, are all in.
    everybody: bool,
    /// What was searched for, and the places of the clubs that were found.
    found: Option<(String, Vec<usize>)>,
}

impl ClubChoice {
    /// Begins with the club of this name, or with everybody where the table names no club or a single one.
    pub(super) fn begin(&mut self, rows: &Understood, club: Option<&str>) {
        let own = club.filter(|club| !club.trim().is_empty());
        let found = own.and_then(|club| {
            let exact = rows.clubs.iter().find(|known| same_club(&known.name, club));
            exact.or_else(|| search_clubs(&rows.clubs, club).into_iter().next())
        });
        self.chosen = found.map(|club| club.name.clone()).into_iter().collect();
        self.everybody = !rows.names_clubs || rows.clubs.len() <= 1;
        self.first = self.chosen.clone();
        self.search = String::new();
        self.found = None;
    }

    /// The clubs as the table writes them; `None` for everybody.
    pub(super) fn names(&self) -> Option<Vec<String>> {
        (!self.everybody).then(|| self.chosen.iter().cloned().collect())
    }

    /// The one club that was chosen, as the table writes it.
    pub(super) fn chosen_name(&self) -> Option<String> {
        self.chosen.first().cloned().filter(|_| !self.everybody && self.chosen.len() == 1)
    }

    /// The one club that was chosen, as people say it.
    pub(super) fn single(&self, rows: &Understood) -> Option<String> {
        let only = match (self.everybody, rows.clubs.as_slice()) {
            (true, [only]) => Some(only),
            (false, _) if self.chosen.len() == 1 => {
                rows.clubs.iter().find(|club| self.chosen.contains(&club.name))
            }
            _ => None,
        };
        only.map(|club| club.short.clone())
    }

    #[cfg(test)]
    pub(super) fn take_everybody(&mut self) {
        self.everybody = true;
    }

    /// The clubs may be others than before.
    pub(super) fn forget_search(&mut self) {
        self.found = None;
    }

    /// Nobody is in.
    pub(super) fn is_empty(&self) -> bool {
        !self.everybody && self.chosen.is_empty()
    }

    /// Draws the list; says whether the choice changed.
    pub(super) fn ui(&mut self, ui: &mut Ui, rows: &Understood) -> bool {
        widgets::section_heading(ui, "Clubs", &grouped(rows.clubs.len()));
        widgets::text_field(ui, "Search clubs", "Search clubs\u{2026}", &mut self.search);
        let mut changed = false;
        if tick_row(ui, self.everybody, "Everybody in the table", &grouped(rows.tally.understood)) {
            self.everybody = !self.everybody;
            changed = true;
        }
        let found = self.find(rows);
        if found.is_empty() {
            ui.add(
                egui::Label::new(text::second("No club is called like that. Clear the search to see all."))
                    .wrap(),
            );
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("clubs").auto_shrink(false).show_rows(
            ui,
            size::CONTROL_HEIGHT,
            found.len(),
            |ui, range| {
                let shown = found.get(range).unwrap_or_default();
                for club in shown.iter().filter_map(|place| rows.clubs.get(*place)) {
                    let on = self.everybody || self.chosen.contains(&club.name);
                    if tick_row(ui, on, &club.short, &grouped(club.players)) {
                        self.toggle(rows, club);
                        changed = true;
                    }
                }
            },
        );
        changed
    }

    /// The places of the clubs that the search means, looked for anew only when it changes.
    fn find(&mut self, rows: &Understood) -> Vec<usize> {
        if let Some((search, found)) = &self.found
            && *search == self.search
        {
            return found.clone();
        }
        let places: BTreeMap<&str, usize> =
            rows.clubs.iter().enumerate().map(|(place, club)| (club.name.as_str(), place)).collect();
        let found: Vec<usize> = if self.search.trim().is_empty() {
            let first =
                |place: &usize| rows.clubs.get(*place).is_some_and(|club| self.first.contains(&club.name));
            let (first, others): (Vec<usize>, Vec<usize>) = (0..rows.clubs.len()).partition(first);
            first.into_iter().chain(others).collect()
        } else {
            let place = |club: &ClubCount| places.get(club.name.as_str()).copied();
            search_clubs(&rows.clubs, &self.search).into_iter().filter_map(place).collect()
        };
        self.found = Some((self.search.clone(), found.clone()));
        found
    }

    fn toggle(&mut self, rows: &Understood, club: &ClubCount) {
        if std::mem::take(&mut self.everybody) {
            self.chosen = rows.clubs.iter().map(|club| club.name.clone()).collect();
        }
        if !self.chosen.remove(&club.name) {
            self.chosen.insert(club.name.clone());
        }
    }
}

/// A tick, a name and a count; says whether it was clicked.
fn tick_row(ui: &mut Ui, on: bool, name: &str, count: &str) -> bool {
    // Size, allocate
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL_HEIGHT), Sense::click());
    // Interact
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    // Paint
    let palette = theme::palette(ui);
    if response.hovered() {
        ui.painter().rect_filled(rect, f32::from(size::RADIUS_CONTROL), palette.hover);
    }
    let inside = rect.shrink2(vec2(size::GAP_XS, 0.0));
    let tick = egui::Rect::from_center_size(
        egui::pos2(inside.left() + TICK / 2.0, rect.center().y),
        vec2(TICK, TICK),
    );
    paint_tick(ui, tick, on);
    let right = inside.shrink2(vec2(size::GAP_S, 0.0));
    let (covered, _) = paint_text(ui, right, Align2::RIGHT_CENTER, text::second(count), palette.muted);
    let room = egui::Rect::from_min_max(
        egui::pos2(tick.right() + size::GAP_S, rect.top()),
        egui::pos2(covered.left() - size::GAP_S, rect.bottom()),
    );
    let ink = if on { palette.text } else { palette.muted };
    let (_, elided) = paint_text(ui, room, Align2::LEFT_CENTER, text::body(name), ink);
    focus_ring(ui, &response, size::RADIUS_CONTROL);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    let clicked = response.clicked();
    if elided {
        response.on_hover_text(name);
    }
    clicked
}

/// A box with a tick in it, or an empty one.
pub(super) fn paint_tick(ui: &Ui, rect: egui::Rect, on: bool) {
    let palette = theme::palette(ui);
    let radius = f32::from(size::RADIUS_CONTROL) / 2.0;
    if on {
        ui.painter().rect_filled(rect, radius, palette.accent);
        let mark = text::icon(icons::CHECK, rect.height() - size::GAP_XS);
        paint_text(ui, rect, Align2::CENTER_CENTER, mark, palette.on_accent);
    } else {
        let stroke = egui::Stroke::new(size::OUTLINE, palette.line_strong);
        ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    }
}
