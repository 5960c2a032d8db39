//! What each column of the table holds, to look at and to correct.

use egui::{Align, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::intake::Loaded;
use crate::model::words;
use crate::store::import::{ColumnMap, DayOrder, Field, Sure};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, card_frame, segmented};

/// Width of the choice, points.
const CHOICE: f32 = 170.0;
/// The most height of the list to choose from, points.
const LIST: f32 = 520.0;
/// Shares of the width for the header and for the samples.
const HEADER: f32 = 0.24;

/// Draws the columns; answers with the map as the user has corrected it.
pub(super) fn columns_ui(ui: &mut Ui, loaded: &Loaded) -> Option<ColumnMap> {
    let mut map = loaded.map.clone();
    let order = loaded.rows.as_ref().ok().and_then(|rows| rows.day_order.clone());
    ScrollArea::vertical().id_salt("columns").auto_shrink(false).show(ui, |ui| {
        if loaded.remembered {
            ui.label(text::second("As you had them for the last file with these headers."));
        }
        if let Some(order) = &order {
            card_frame(theme::palette(ui)).show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.horizontal(|ui| {
                    ui.label(text::strong("Days"));
                    let mut chosen = order.order;
                    let choices =
                        [DayOrder::DayFirst, DayOrder::MonthFirst].map(|order| (order, order.name()));
                    if segmented(ui, "Order of day and month", &mut chosen, &choices).changed() {
                        map.day_order = Some(chosen);
                    }
                    let tone = if order.certain { Tone::Neutral } else { Tone::Warn };
                    let ink = theme::palette(ui).tone(tone).text;
                    widgets::elided(ui, text::second(words::capital(&order.why)).color(ink));
                });
            });
        }
        for column in 0..loaded.map.columns.len() {
            column_ui(ui, loaded, column, &mut map);
        }
    });
    (map != loaded.map).then_some(map)
}

fn column_ui(ui: &mut Ui, loaded: &Loaded, column: usize, map: &mut ColumnMap) {
    let header = loaded.sheet.table.header(column);
    let Some(held) = loaded.map.columns.get(column).copied() else { return };
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let mut chosen = held.field;
        let choice =
            widgets::combo_box(("column", column)).width(CHOICE).height(LIST).selected_text(label(chosen));
        let response = choice
            .show_ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = size::GAP_HAIR;
                for field in Field::ALL {
                    ui.selectable_value(&mut chosen, field, label(field));
                }
            })
            .response;
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("What {header} holds")));
        if chosen != held.field {
            map.choose(column, chosen);
        }
        let (words, tone) = sureness(held.sure, held.field);
        widgets::chip(ui, words, tone);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let width = ui.available_width();
            let head = vec2(width * HEADER, size::CONTROL_HEIGHT);
            ui.allocate_ui_with_layout(head, Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_width(head.x);
                widgets::elided(ui, text::strong(header.as_str()));
            });
            let samples = loaded.samples.get(column).map(Vec::as_slice).unwrap_or_default();
            let words = if samples.is_empty() { "always empty".to_owned() } else { samples.join(" \u{b7} ") };
            widgets::elided(ui, text::second(words));
        });
    });
    if let Ok(rows) = &loaded.rows {
        for (_, note) in rows.notes.iter().filter(|(of, _)| *of == column) {
            ui.add(egui::Label::new(text::second(note)).wrap());
        }
    }
}

fn sureness(sure: Sure, field: Field) -> (&'static str, Tone) {
    match (sure, field) {
        (Sure::Chosen, _) => ("chosen", Tone::Accent),
        (_, Field::Ignored) => ("not used", Tone::Neutral),
        (Sure::Certain, _) => ("certain", Tone::Ok),
        (Sure::Likely, _) => ("likely", Tone::Ok),
        (Sure::Guessed | Sure::Unknown, _) => ("guessed", Tone::Warn),
    }
}

/// With a capital: `Contract until`.
fn label(field: Field) -> String {
    words::capital(field.label())
}
