//! The rows of the table, each as it was understood, with a tick that takes it in or leaves it out.

use std::collections::BTreeSet;

use egui::{Align, Layout, Role, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::clubs::paint_tick;
use crate::model::{Position, words};
use crate::store::import::{Content, ImportRow, ImportedInjury, ImportedPlayer, Sheet, Understood, Verdict};
use crate::ui::theme::{Tone, size, text};
use crate::ui::widgets;

/// Height of a row, points.
const ROW: f32 = 28.0;
/// Width of the tick and of the line number, points.
const NARROW: (f32, f32) = (26.0, 52.0);
/// Side of a tick, points.
const TICK: f32 = 16.0;
/// The most letters of a row that its tooltip shows.
const RAW: usize = 600;

/// The columns of players: what stands over them and their least width in points; the last takes the rest.
const PLAYERS: [(&str, f32); 8] = [
    ("Name", 170.0),
    ("Club", 120.0),
    ("Position", 74.0),
    ("Foot", 48.0),
    ("Born", 88.0),
    ("Contract", 88.0),
    ("Value", 64.0),
    ("What to know", 120.0),
];
/// The same for injuries.
const INJURIES: [(&str, f32); 6] =
    [("Name", 170.0), ("Club", 120.0), ("Injury", 150.0), ("From", 88.0), ("Back", 110.0), ("What to know", 120.0)];

/// What is shown and may be ticked.
pub(super) struct Rows<'a> {
    pub sheet: &'a Sheet,
    pub rows: &'a Understood,
    /// Which rows, by their places in `rows`.
    pub shown: &'a [usize],
    /// Rows that are left out.
    pub out: &'a mut BTreeSet<usize>,
    /// Rows can be ticked in and out.
    pub ticks: bool,
}

impl Rows<'_> {
    /// Draws the table; says whether a tick changed.
    pub(super) fn ui(&mut self, ui: &mut Ui) -> bool {
        let injuries = matches!(self.rows.about, crate::store::import::About::Injuries);
        let columns: &[(&str, f32)] = if injuries { &INJURIES } else { &PLAYERS };
        let mut changed = false;
        let height = ui.available_height();
        let mut table = TableBuilder::new(ui)
            .id_salt("rows of the import")
            .striped(true)
            .auto_shrink(false)
            .min_scrolled_height(0.0)
            .max_scroll_height(height)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(NARROW.0))
            .column(Column::exact(NARROW.1));
        for (at, (_, least)) in columns.iter().enumerate() {
            let column = if at + 1 == columns.len() { Column::remainder() } else { Column::initial(*least) };
            table = table.column(column.at_least(*least).clip(true));
        }
        let all_in = self.shown.iter().all(|row| !self.out.contains(row));
        let header = table.header(ROW, |mut header| {
            header.col(|ui| {
                if self.ticks && tick_ui(ui, all_in, "All of these rows") {
                    for row in self.shown {
                        if all_in { self.out.insert(*row) } else { self.out.remove(row) };
                    }
                    changed = true;
                }
            });
            for name in std::iter::once("Line").chain(columns.iter().map(|(name, _)| *name)) {
                header.col(|ui| {
                    ui.label(text::label(name));
                });
            }
        });
        header.body(|body| {
            body.rows(ROW, self.shown.len(), |mut row| {
                let Some(at) = self.shown.get(row.index()).copied() else { return };
                let Some(understood) = self.rows.rows.get(at) else { return };
                changed |= self.row_ui(&mut row, at, understood);
            });
        });
        changed
    }

    fn row_ui(&mut self, row: &mut TableRow<'_, '_>, at: usize, understood: &ImportRow) -> bool {
        let mut changed = false;
        let takes = !matches!(understood.content, Content::Refused(_));
        let is_in = takes && !self.out.contains(&at);
        row.col(|ui| {
            let name = understood.name().unwrap_or("Refused");
            if self.ticks && takes && tick_ui(ui, is_in, &format!("{name}, line {}", understood.line)) {
                if is_in { self.out.insert(at) } else { self.out.remove(&at) };
                changed = true;
            }
        });
        row.col(|ui| {
            ui.label(text::second(understood.line.to_string()));
        });
        let mut cell = |words: String| {
            row.col(|ui| {
                widgets::elided(ui, text::body(words));
            });
        };
        match &understood.content {
            Content::Player(player) => player_cells(player).into_iter().for_each(&mut cell),
            Content::Injury(injury) => injury_cells(injury).into_iter().for_each(&mut cell),
            Content::Refused(_) => {
                let empty = if self.rows.about == crate::store::import::About::Injuries { INJURIES.len() } else { PLAYERS.len() };
                cell(raw(self.sheet, understood.row));
                (2..empty).for_each(|_| cell(String::new()));
            }
        }
        row.col(|ui| remarks_ui(ui, self.sheet, understood));
        changed
    }
}

fn player_cells(player: &ImportedPlayer) -> [String; 7] {
    let day = |day: Option<crate::model::Date>| day.map_or_else(String::new, words::date);
    let positions: Vec<&str> = player.positions.iter().map(|position| Position::short(*position)).collect();
    [
        player.name.clone(),
        player.club.clone().unwrap_or_default(),
        positions.join(", "),
        player.foot.map_or_else(String::new, |foot| foot.name().to_owned()),
        day(player.born),
        day(player.contract_until),
        player.market_value.as_ref().map_or_else(String::new, words::amount),
    ]
}

fn injury_cells(injury: &ImportedInjury) -> [String; 5] {
    [
        injury.name.clone(),
        injury.club.clone().unwrap_or_default(),
        injury.words.clone().unwrap_or_default(),
        words::date(injury.start),
        injury.until.map_or_else(String::new, words::date),
    ]
}

/// What is odd about a row, in short; all of it and the row as it stands in the file in the tooltip.
fn remarks_ui(ui: &mut Ui, sheet: &Sheet, row: &ImportRow) {
    let mut lines: Vec<String> = Vec::new();
    let mut worst = None;
    if let Content::Refused(why) = &row.content {
        lines.push(format!("Refused: {why}"));
        worst = Some(Verdict::NotUnderstood);
    }
    for remark in &row.remarks {
        let field = remark.field.label();
        let about = if remark.column.is_some() { format!("{field}: ") } else { String::new() };
        lines.push(format!("{about}{} ({})", remark.why, remark.verdict.name()));
        worst = worst.max(Some(remark.verdict));
    }
    let tone = match worst {
        None => return,
        Some(Verdict::NotUsed) => Tone::Neutral,
        Some(Verdict::Doubtful | Verdict::NotTaken) => Tone::Warn,
        Some(Verdict::NotUnderstood) => Tone::Bad,
    };
    let first = match &row.content {
        Content::Refused(why) => why.clone(),
        _ => row.remarks.iter().max_by_key(|remark| remark.verdict).map_or_else(String::new, |remark| {
            format!("{}: {}", remark.field.label(), remark.why)
        }),
    };
    let palette = crate::ui::theme::palette(ui);
    let label = egui::Label::new(text::second(first).color(palette.tone(tone).text)).truncate();
    let full = format!("{}\n\nLine {}: {}", lines.join("\n"), row.line, raw(sheet, row.row));
    ui.add(label).on_hover_ui(|ui| {
        ui.set_max_width(size::TOOLTIP_WIDTH * 1.5);
        ui.label(full);
    });
}

/// The row as it stands in the file.
fn raw(sheet: &Sheet, row: usize) -> String {
    let whole = sheet.table.cells(row).collect::<Vec<_>>().join(" | ");
    if whole.chars().count() <= RAW {
        return whole;
    }
    whole.chars().take(RAW).chain(['\u{2026}']).collect()
}

fn tick_ui(ui: &mut Ui, on: bool, name: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(TICK, TICK), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    paint_tick(ui, rect, on);
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
