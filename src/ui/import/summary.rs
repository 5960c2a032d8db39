//! What a file is, and how much of it was understood.

use egui::{Align, Layout, Sense, Ui, vec2};

use super::intake::{CLIPBOARD, Loaded};
use super::source::grouped;
use crate::model::words;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets;

/// What the file is and how much of it was understood; says whether another one is to be chosen.
pub(super) fn summary_ui(ui: &mut Ui, loaded: &Loaded, again: bool) -> bool {
    let sheet = &loaded.sheet;
    let mut other = false;
    let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        other = ui.button("Another file or table").clicked();
        if again {
            ui.label(text::second("reading again\u{2026}"));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let name = sheet.file.rsplit(['/', '\\']).next().unwrap_or(&sheet.file);
            let name = if name == CLIPBOARD { words::capital(name) } else { name.to_owned() };
            ui.label(text::section(name));
            let packed = if sheet.packed { ", gzip" } else { "" };
            let how =
                format!("{} \u{b7} {}{packed} \u{b7} {}", sheet.kind.name(), sheet.encoding, sheet.cells_by);
            widgets::explained(ui, text::second(how), Sense::hover(), &sheet.file);
        });
    });
    if let Ok(rows) = &loaded.rows {
        let tally = rows.tally;
        let read = format!("{} rows read", grouped(tally.read));
        let understood = format!("{} understood", grouped(tally.understood - tally.doubtful));
        let doubtful = format!("{} doubtful", grouped(tally.doubtful));
        let refused = format!("{} refused", grouped(tally.refused));
        let mut chips = vec![(read.as_str(), Tone::Neutral), (understood.as_str(), Tone::Ok)];
        if tally.doubtful > 0 {
            chips.push((&doubtful, Tone::Warn));
        }
        if tally.refused > 0 {
            chips.push((&refused, Tone::Bad));
        }
        widgets::chips(ui, &chips);
    }
    let warn = theme::palette(ui).tone(Tone::Warn).text;
    let order = loaded.rows.as_ref().ok().and_then(|rows| rows.day_order.as_ref());
    let open = order.filter(|order| !order.certain).map(|order| {
        format!("Days are read as {}: {}. Change it under Columns.", order.order.name(), order.why)
    });
    for words in sheet.remarks.iter().chain(loaded.rows.as_ref().err()).chain(&open) {
        ui.add(egui::Label::new(text::second(words).color(warn)).wrap());
    }
    other
}
