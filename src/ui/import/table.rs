//! The rows of the table, each as it was understood, with a tick that takes it in or leaves it out.

use std::collections::BTreeMap;

use egui::{Align, Layout, Role, Sense, Ui, WidgetInfo, vec2};
use egui_extras::{Column, TableBuilder, TableRow};

use super::clubs::paint_tick;
use crate::model::{Position, Wage, WagePeriod, words};
use crate::store::import::{
    About, Content, ImportPlan, ImportRow, ImportedInjury, ImportedPlayer, Remark, Sheet, Standing,
    Understood, Update, Verdict,
};
use crate::ui::theme::{Tone, size, text};
use crate::ui::widgets;

/// Height of a row, points.
pub(super) const ROW: f32 = 28.0;
/// Width of the tick and of the line number, points.
const NARROW: (f32, f32) = (26.0, 52.0);
/// Room kept for the last column, which explains, points.
const REMARK: f32 = 130.0;
/// A column at least as wide as this gives way where room is short; narrower ones hold days and the like, points.
const ELASTIC: f32 = 100.0;
/// Side of a tick, points.
const TICK: f32 = 16.0;
/// The most letters of a row that its tooltip shows.
const RAW: usize = 600;

/// The column that names the club, the second of both.
const CLUB: &str = "Club";
/// The column of wages, which few tables have.
const WAGE: &str = "Wage";
/// The columns of players: what stands over them and their usual width in points; the last takes the rest.
const PLAYERS: [(&str, f32); 9] = [
    ("Name", 170.0),
    (CLUB, 120.0),
    ("Position", 74.0),
    ("Foot", 62.0),
    ("Born", 88.0),
    ("Contract", 88.0),
    ("Value", 64.0),
    (WAGE, 74.0),
    ("What to know", 120.0),
];
/// The same for injuries.
const INJURIES: [(&str, f32); 6] = [
    ("Name", 170.0),
    (CLUB, 120.0),
    ("Injury", 150.0),
    ("From", 88.0),
    ("Back", 110.0),
    ("What to know", 120.0),
];

/// Which lines of the table are shown, and what a tick does.
pub(super) enum Lines<'a> {
    /// These updates, each to be taken or left out.
    Updates(&'a mut ImportPlan, &'a [usize]),
    /// These updates, of which nothing comes.
    Idle(&'a ImportPlan, &'a [usize]),
    /// These rows, which are nobody.
    Refused(&'a [usize]),
}

impl Lines<'_> {
    fn count(&self) -> usize {
        match self {
            Self::Updates(_, lines) | Self::Idle(_, lines) | Self::Refused(lines) => lines.len(),
        }
    }

    /// The row of a line, and the update it belongs to.
    fn row(&self, line: usize) -> Option<(usize, Option<&Update>)> {
        match self {
            Self::Updates(plan, lines) => {
                let update = plan.updates.get(*lines.get(line)?)?;
                Some((update.at, Some(update)))
            }
            Self::Idle(plan, lines) => {
                let update = plan.updates.get(*lines.get(line)?)?;
                Some((update.at, Some(update)))
            }
            Self::Refused(lines) => Some((*lines.get(line)?, None)),
        }
    }

    fn all_taken(&self) -> Option<bool> {
        let Self::Updates(plan, lines) = self else { return None };
        Some(lines.iter().all(|at| plan.updates.get(*at).is_some_and(|update| update.take)))
    }

    fn take(&mut self, line: usize, take: bool) {
        if let Self::Updates(plan, lines) = self
            && let Some(update) = lines.get(line).and_then(|at| plan.updates.get_mut(*at))
        {
            update.take = take;
        }
    }
}

/// The rows of a table as they were understood.
pub(super) struct Rows<'a> {
    pub sheet: &'a Sheet,
    pub understood: &'a Understood,
    pub lines: Lines<'a>,
    /// What people call the clubs of the table.
    pub clubs: &'a BTreeMap<String, String>,
    /// All are of one club: it need not stand in every row.
    pub one_club: bool,
}

impl Rows<'_> {
    /// Draws the table; says whether a tick changed.
    pub(super) fn ui(&mut self, ui: &mut Ui) -> bool {
        let columns: &[(&str, f32)] =
            if self.understood.about == About::Injuries { &INJURIES } else { &PLAYERS };
        let columns: Vec<(&str, f32)> =
            columns.iter().copied().filter(|(name, _)| self.shows(name)).collect();
        let columns = columns.as_slice();
        let table = table(ui, "rows of the import", columns);
        let all = self.lines.all_taken();
        let count = self.lines.count();
        let mut ticked: Option<(std::ops::Range<usize>, bool)> = None;
        let header = table.header(ROW, |mut header| {
            header.col(|ui| {
                if let Some(all) = all
                    && count > 0
                    && tick_ui(ui, all, "All of these rows")
                {
                    ticked = Some((0..count, !all));
                }
            });
            headings(&mut header, columns);
        });
        header.body(|body| {
            body.rows(ROW, count, |mut row| {
                let line = row.index();
                let Some((at, update)) = self.lines.row(line) else { return };
                let Some(understood) = self.understood.rows.get(at) else { return };
                let taken = update.filter(|_| all.is_some()).map(|update| update.take);
                if let Some(take) = self.row_ui(&mut row, understood, update, taken, columns.len()) {
                    ticked = Some((line..line + 1, take));
                }
            });
        });
        let changed = ticked.is_some();
        if let Some((lines, take)) = ticked {
            lines.for_each(|line| self.lines.take(line, take));
        }
        changed
    }

    /// The column has something to say in this table.
    fn shows(&self, column: &str) -> bool {
        (column != CLUB || !self.one_club) && (column != WAGE || self.understood.names_wages)
    }

    /// The cells of a row whose columns are shown.
    fn shown<const N: usize>(
        &self,
        columns: &[(&str, f32)],
        cells: [String; N],
    ) -> impl Iterator<Item = String> {
        columns.iter().zip(cells).filter(|((name, _), _)| self.shows(name)).map(|(_, cell)| cell)
    }

    /// What people call a club.
    fn short(&self, club: Option<&String>) -> String {
        club.map_or_else(String::new, |club| self.clubs.get(club).unwrap_or(club).clone())
    }

    fn row_ui(
        &self,
        row: &mut TableRow<'_, '_>,
        understood: &ImportRow,
        update: Option<&Update>,
        taken: Option<bool>,
        columns: usize,
    ) -> Option<bool> {
        let mut chosen = None;
        row.col(|ui| {
            let name = format!("{}, line {}", understood.name().unwrap_or_default(), understood.line);
            if let Some(taken) = taken
                && tick_ui(ui, taken, &name)
            {
                chosen = Some(!taken);
            }
        });
        row.col(|ui| {
            ui.label(text::second(understood.line.to_string()));
        });
        let faded = taken == Some(false);
        let mut cell = |words: String| {
            row.col(|ui| {
                let words = text::body(words);
                widgets::elided(ui, if faded { words.weak() } else { words });
            });
        };
        match &understood.content {
            Content::Player(player) => {
                let cells = player_cells(player, self.short(player.club.as_ref()));
                self.shown(&PLAYERS, cells).for_each(&mut cell);
            }
            Content::Injury(injury) => {
                let cells = injury_cells(injury, self.short(injury.club.as_ref()));
                self.shown(&INJURIES, cells).for_each(&mut cell);
            }
            Content::Refused(_) => {
                cell(raw(self.sheet, understood.row));
                (2..columns).for_each(|_| cell(String::new()));
            }
        }
        row.col(|ui| remarks_ui(ui, self.sheet, self.understood, understood, update));
        chosen
    }
}

/// A table whose first two columns are a tick and a line number.
pub(super) fn table<'a>(ui: &'a mut Ui, name: &str, columns: &[(&str, f32)]) -> TableBuilder<'a> {
    let height = ui.available_height();
    let widths = widths(ui, columns);
    let mut table = TableBuilder::new(ui)
        .id_salt(name)
        .striped(true)
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .max_scroll_height(height)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(NARROW.0))
        .column(Column::exact(NARROW.1));
    for width in widths {
        table = table.column(Column::exact(width).clip(true));
    }
    table = table.column(Column::remainder().clip(true));
    table
}

/// The widths of all columns but the last, narrowed where that one would have no room.
fn widths(ui: &Ui, columns: &[(&str, f32)]) -> Vec<f32> {
    let wanted: Vec<f32> = columns.iter().rev().skip(1).rev().map(|(_, width)| *width).collect();
    let gaps = (columns.len() + 2) as f32 * ui.spacing().item_spacing.x;
    let elastic = |width: &f32| *width >= ELASTIC;
    let fixed: f32 = wanted.iter().filter(|width| !elastic(width)).sum();
    let room = ui.available_width() - NARROW.0 - NARROW.1 - gaps - REMARK - fixed;
    let share = (room / wanted.iter().copied().filter(elastic).sum::<f32>()).clamp(0.4, 1.2);
    wanted.into_iter().map(|width| if elastic(&width) { (width * share).floor() } else { width }).collect()
}

/// What stands over the columns, after the tick.
pub(super) fn headings(header: &mut TableRow<'_, '_>, columns: &[(&str, f32)]) {
    for name in std::iter::once("Line").chain(columns.iter().map(|(name, _)| *name)) {
        header.col(|ui| {
            ui.label(text::label(name));
        });
    }
}

fn player_cells(player: &ImportedPlayer, club: String) -> [String; 8] {
    let day = |day: Option<crate::model::Date>| day.map_or_else(String::new, words::date);
    let positions: Vec<&str> = player.positions.iter().map(|position| Position::short(*position)).collect();
    [
        player.name.clone(),
        club,
        positions.join(", "),
        player.foot.map_or_else(String::new, |foot| foot.name().to_owned()),
        day(player.born),
        day(player.contract_until),
        player.market_value.as_ref().map_or_else(String::new, words::amount),
        player.wage.as_ref().map_or_else(String::new, wage),
    ]
}

/// `£90k a week`, in short.
fn wage(wage: &Wage) -> String {
    let per = if wage.per == WagePeriod::Week { "wk" } else { "yr" };
    format!("{}/{per}", words::amount(&wage.amount))
}

fn injury_cells(injury: &ImportedInjury, club: String) -> [String; 5] {
    [
        injury.name.clone(),
        club,
        injury.words.clone().unwrap_or_default(),
        words::date(injury.start),
        injury.until.map_or_else(String::new, words::date),
    ]
}

/// What is odd about a row, in short; all of it and the row as it stands in the file in the tooltip.
fn remarks_ui(ui: &mut Ui, sheet: &Sheet, rows: &Understood, row: &ImportRow, update: Option<&Update>) {
    let mut said: Vec<(Tone, String)> = Vec::new();
    if let Content::Refused(why) = &row.content {
        said.push((Tone::Bad, why.clone()));
    }
    match update.map(|update| &update.standing) {
        Some(Standing::Again(earlier)) => {
            let line = rows.rows.get(*earlier).map_or(0, |row| row.line);
            said.push((Tone::Warn, format!("the same person as in line {line}")));
        }
        Some(Standing::Nobody(closest)) if closest.is_empty() => {
            said.push((Tone::Warn, "nobody of this name is in the plan".to_owned()));
        }
        Some(Standing::Nobody(closest)) => {
            let closest = closest.join(", ");
            said.push((Tone::Warn, format!("nobody of this name is in the plan; closest: {closest}")));
        }
        _ => {}
    }
    let mut remarks: Vec<&Remark> = row.remarks.iter().collect();
    remarks.sort_by_key(|remark| std::cmp::Reverse(remark.verdict));
    for remark in remarks {
        let label = remark.field.label();
        let says = remark.column.is_none() || remark.why.starts_with(label);
        let about = if says { String::new() } else { format!("{label}: ") };
        let tone = match remark.verdict {
            Verdict::NotUsed | Verdict::Assumed => Tone::Neutral,
            Verdict::Doubtful | Verdict::NotTaken => Tone::Warn,
            Verdict::NotUnderstood => Tone::Bad,
        };
        said.push((tone, format!("{about}{} ({})", remark.why, remark.verdict.name())));
    }
    let palette = crate::ui::theme::palette(ui);
    let more = said.len().saturating_sub(1);
    let (tone, first) = said.first().map_or((Tone::Neutral, String::new()), |(tone, first)| {
        // In front, for what does not fit is cut off at the end.
        let all = if more > 0 { format!("1 of {}: ", more + 1) } else { String::new() };
        (*tone, format!("{all}{first}"))
    });
    let label = egui::Label::new(text::second(first).color(palette.tone(tone).text)).truncate();
    let label = label.show_tooltip_when_elided(false);
    let mut full: Vec<&str> = said.iter().map(|(_, words)| words.as_str()).collect();
    let raw = format!("Line {}: {}", row.line, raw(sheet, row.row));
    full.push(&raw);
    ui.add(label).on_hover_ui(|ui| {
        ui.set_max_width(size::TOOLTIP_WIDTH);
        for words in full {
            ui.label(words);
        }
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

pub(super) fn tick_ui(ui: &mut Ui, on: bool, name: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(TICK, TICK), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name));
    paint_tick(ui, rect, on);
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
