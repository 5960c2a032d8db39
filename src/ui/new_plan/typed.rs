//! A squad typed by hand: a small table that grows with what is typed and takes pasted lines.

use std::sync::Arc;

use egui::{Align, Event, Id, Layout, Rect, Response, Role, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, vec2};

use crate::model::{Contract, Date, Extra, Foot, Player, PlayerId, PlayerKind, Position, Source};
use crate::ui::command::dialog_keys;
use crate::ui::entry;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::IconButton;

/// The columns: what they are called, what stands in an empty one, and their share of the width.
const COLUMNS: [(&str, &str, f32); 5] = [
    ("Name", "Ann Other", 0.34),
    ("Position", "CB or CB, RB", 0.2),
    ("Foot", "left", 0.12),
    ("Born", "24 Jan 1999", 0.17),
    ("Contract until", "30 Jun 2028", 0.17),
];
/// Room for the number of a row, and for the button that removes it, points.
const MARGINS: (f32, f32) = (28.0, 34.0);
/// The most rows that are typed by hand; more come from a file or the clipboard.
const MOST: usize = 200;

/// What stands over the table.
const HINT: &str = "Enter goes to the next row. Lines copied from a spreadsheet can be pasted.";

/// The cells of a row, as they were typed.
type Row = [String; COLUMNS.len()];

/// The table.
#[derive(Debug, Default)]
pub(super) struct TypedSquad {
    rows: Vec<Row>,
    /// The row that was removed last, and where it stood.
    removed: Option<(usize, Row)>,
    /// The cell that gets the keyboard in the next frame.
    focus: Option<(usize, usize)>,
    begun: bool,
}

impl TypedSquad {
    /// Somebody was typed.
    pub(super) fn is_touched(&self) -> bool {
        self.rows.iter().any(|row| !is_blank(row))
    }

    /// How many players stand in it, complete or not.
    pub(super) fn count(&self) -> usize {
        self.rows.iter().filter(|row| !is_blank(row)).count()
    }

    /// Everybody in it, or what is wrong with the first that cannot be read.
    pub(super) fn players(&self, as_of: Date) -> Result<Vec<Player>, String> {
        let mut players: Vec<Player> = Vec::new();
        for (at, row) in self.rows.iter().enumerate().filter(|(_, row)| !is_blank(row)) {
            let name = row.first().map(|name| name.trim()).unwrap_or_default();
            let id = PlayerId::new_for(name, |taken| players.iter().any(|known| known.id == *taken));
            players.push(
                player(id, row, as_of).map_err(|(_, complaint)| format!("Row {}: {complaint}", at + 1))?,
            );
        }
        Ok(players)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, as_of: Date) {
        self.settle();
        self.take_paste(ui);
        let widths = widths(ui.available_width());
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing = vec2(size::GAP_XS, size::GAP_XS);
            ui.label(text::second(HINT));
            ui.add_space(size::GAP_S);
            ui.horizontal(|ui| {
                ui.allocate_exact_size(vec2(MARGINS.0, size::CHIP_HEIGHT), egui::Sense::hover());
                for ((name, ..), width) in COLUMNS.iter().zip(widths) {
                    let head = vec2(width, size::CHIP_HEIGHT);
                    ui.allocate_ui_with_layout(head, Layout::left_to_right(Align::Center), |ui| {
                        ui.set_min_width(width);
                        ui.label(text::label(name));
                    });
                }
            });
            let mut buttons = Vec::new();
            for at in 0..self.rows.len() {
                self.bring_back_ui(ui, at);
                buttons.extend(self.row_ui(ui, at, widths, as_of).map(|place| (at, place)));
            }
            // After every field, so that Tab leads from row to row and past no button that removes one.
            for (at, place) in buttons {
                let words = format!("Remove row {}", at + 1);
                let mut ui = ui.new_child(UiBuilder::new().max_rect(place).id_salt(("remove", at)));
                if ui.add(IconButton::new(icons::CLOSE, &words)).clicked() {
                    self.remove(at);
                }
            }
        });
    }

    /// One row; the place of the button that removes it, if it has one.
    fn row_ui(&mut self, ui: &mut Ui, at: usize, widths: [f32; COLUMNS.len()], as_of: Date) -> Option<Rect> {
        let last = at + 1 == self.rows.len();
        let row = self.rows.get_mut(at)?;
        let blank = is_blank(row);
        let wrong = if blank { None } else { player(PlayerId::new_for("x", |_| false), row, as_of).err() };
        let mut button = None;
        let mut entered = None;
        ui.horizontal(|ui| {
            number_ui(ui, at, blank);
            for (column, (cell, width)) in row.iter_mut().zip(widths).enumerate() {
                let complaint = wrong.as_ref().filter(|(of, _)| *of == column).map(|(_, why)| why.as_str());
                let response = cell_ui(ui, (at, column), cell, width, complaint, at == 0);
                if self.focus == Some((at, column)) {
                    response.request_focus();
                    response.scroll_to_me(None);
                    self.focus = None;
                }
                if response.lost_focus()
                    && ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CONFIRM))
                {
                    entered = Some(column);
                }
            }
            if !(last && blank) {
                let side = Vec2::splat(size::CONTROL_HEIGHT);
                button = Some(ui.allocate_exact_size(side, egui::Sense::hover()).0);
            }
        });
        if let Some(column) = entered {
            self.focus = Some(if last && is_blank(row) { (at, column) } else { (at + 1, 0) });
            ui.request_repaint();
        }
        button
    }

    fn remove(&mut self, at: usize) {
        let row = self.rows.remove(at);
        self.removed = Some((at, row)).filter(|(_, row)| !is_blank(row));
        self.focus = Some((at, 0));
    }

    /// In the place of the row that was removed last, a button that brings it back.
    fn bring_back_ui(&mut self, ui: &mut Ui, at: usize) {
        let end = self.rows.len() - 1;
        let Some((_, row)) = self.removed.as_ref().filter(|(place, _)| at == end.min(*place)) else { return };
        let name = row.iter().map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
        let words = format!("Bring back {name}");
        ui.horizontal(|ui| {
            ui.add_space(MARGINS.0);
            if ui.button(words).clicked()
                && let Some((_, row)) = self.removed.take()
            {
                self.rows.insert(at, row);
                self.focus = Some((at, 0));
            }
        });
    }

    /// One empty row stands at the end, unless the table is full; the first gets the keyboard at first.
    fn settle(&mut self) {
        while self.rows.len() > 1 && self.rows.iter().rev().take(2).all(is_blank) {
            self.rows.pop();
        }
        if self.rows.last().is_none_or(|row| !is_blank(row)) && self.rows.len() < MOST {
            self.rows.push(Default::default());
        }
        if !std::mem::replace(&mut self.begun, true) {
            self.focus = Some((0, 0));
        }
    }

    /// Lines pasted into a cell fill the table from there on; a single word goes into the cell itself.
    fn take_paste(&mut self, ui: &Ui) {
        let focused = ui.memory(egui::Memory::focused);
        let Some((at, column)) = focused.and_then(|focused| self.place_of(focused)) else { return };
        let pasted = ui.input_mut(|input| {
            let many = |event: &Event| matches!(event, Event::Paste(text) if text.contains(['\n', '\t']));
            let place = input.events.iter().position(many)?;
            match input.events.remove(place) {
                Event::Paste(text) => Some(text),
                _ => None,
            }
        });
        if let Some(pasted) = pasted {
            self.fill(&pasted, at, column);
        }
    }

    fn place_of(&self, focused: Id) -> Option<(usize, usize)> {
        let cells = (0..self.rows.len()).flat_map(|at| (0..COLUMNS.len()).map(move |column| (at, column)));
        cells.into_iter().find(|place| cell_id(*place) == focused)
    }

    pub(super) fn fill(&mut self, pasted: &str, at: usize, first: usize) {
        let separator = ['\t', ';', '|'].into_iter().find(|mark| pasted.contains(*mark)).unwrap_or(',');
        let is_heading = |line: &str| {
            let head = line.split(separator).next().unwrap_or_default().trim().to_lowercase();
            first == 0 && ["name", "player"].contains(&head.as_str())
        };
        let lines =
            pasted.lines().map(str::trim_end).filter(|line| !line.trim().is_empty() && !is_heading(line));
        let mut next = at;
        for line in lines.take(MOST.saturating_sub(at)) {
            if self.rows.len() <= next {
                self.rows.push(Default::default());
            }
            if let Some(row) = self.rows.get_mut(next) {
                for (cell, typed) in row.iter_mut().skip(first).zip(line.split(separator)) {
                    typed.trim().clone_into(cell);
                }
            }
            next += 1;
        }
        self.settle();
        self.focus = Some((next.min(self.rows.len() - 1), 0));
    }
}

fn is_blank(row: &Row) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

fn widths(room: f32) -> [f32; COLUMNS.len()] {
    let room = room - MARGINS.0 - MARGINS.1 - (COLUMNS.len() as f32 + 1.0) * size::GAP_XS;
    COLUMNS.map(|(_, _, share)| (room * share).floor())
}

fn cell_id(place: (usize, usize)) -> Id {
    Id::unique(("typed squad", place))
}

fn number_ui(ui: &mut Ui, at: usize, blank: bool) {
    let (rect, _) =
        ui.allocate_exact_size(vec2(MARGINS.0 - size::GAP_XS, size::CONTROL_HEIGHT), egui::Sense::hover());
    let palette = theme::palette(ui);
    let ink = if blank { palette.faint } else { palette.muted };
    let words = text::second((at + 1).to_string());
    crate::ui::widgets::paint_text(ui, rect, egui::Align2::CENTER_CENTER, words, ink);
}

fn cell_ui(
    ui: &mut Ui,
    place: (usize, usize),
    cell: &mut String,
    width: f32,
    complaint: Option<&str>,
    hints: bool,
) -> Response {
    let (name, hint, _) = COLUMNS.get(place.1).copied().unwrap_or_default();
    let mut edit = TextEdit::singleline(cell)
        .id(cell_id(place))
        .desired_width(width)
        .min_size(vec2(0.0, size::CONTROL_HEIGHT))
        .align(egui::Align2::LEFT_CENTER);
    if hints {
        edit = edit.hint_text(entry::like(hint));
    }
    if complaint.is_some() {
        edit = edit.text_color(theme::palette(ui).tone(Tone::Bad).text);
    }
    let response = ui.add_sized(vec2(width, size::CONTROL_HEIGHT), edit);
    response
        .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, format!("{name}, row {}", place.0 + 1)));
    match complaint {
        Some(complaint) => response.on_hover_text(complaint),
        None => response,
    }
}

/// The player a row describes, or the column that cannot be read and how it is written.
fn player(id: PlayerId, row: &Row, as_of: Date) -> Result<Player, (usize, String)> {
    let [name, positions, foot, born, until] = row;
    if name.trim().is_empty() {
        return Err((0, "a player needs a name.".to_owned()));
    }
    let mut player = Player::new(id, name.trim(), PlayerKind::Squad);
    player.positions = self::positions(positions).map_err(|complaint| (1, complaint))?;
    player.foot = self::foot(foot).map_err(|complaint| (2, complaint))?;
    player.born = entry::birthday(born).map_err(|complaint| (3, complaint))?;
    if player.born.is_some_and(|born| born >= as_of) {
        return Err((3, "this birthday is still to come.".to_owned()));
    }
    let until = entry::contract_end(until).map_err(|complaint| (4, complaint))?;
    player.contract = until.map(|until| Contract { until: Some(until), ..Contract::default() });
    let known = [
        ("positions", !player.positions.is_empty()),
        ("foot", player.foot.is_some()),
        ("born", player.born.is_some()),
        ("contract", player.contract.is_some()),
    ];
    let source =
        Arc::new(Source { name: "typed by hand".to_owned(), date: Some(as_of), extra: Extra::new() });
    let known = known.into_iter().filter(|(_, known)| *known);
    player.sources.extend(known.map(|(field, _)| (field.into(), Arc::clone(&source))));
    Ok(player)
}

/// `CB`, `cb/rb`, `left-back, CB`.
fn positions(typed: &str) -> Result<Vec<Position>, String> {
    let parts = typed.split([',', '/', ';', '+']).map(str::trim).filter(|part| !part.is_empty());
    let mut found = Vec::new();
    for part in parts {
        let plain = part.to_lowercase().replace([' ', '-'], "");
        let called = |position: &Position| {
            position.short().to_lowercase() == plain || position.name().replace([' ', '-'], "") == plain
        };
        let position = Position::ALL.into_iter().find(called).or(match plain.as_str() {
            "g" | "keeper" => Some(Position::Gk),
            "centerback" | "centrehalf" | "lcb" | "rcb" => Some(Position::Cb),
            "cdm" | "defensivemidfielder" => Some(Position::Dm),
            "mc" | "midfielder" | "centralmidfielder" => Some(Position::Cm),
            "cam" | "attackingmidfielder" => Some(Position::Am),
            "leftwinger" => Some(Position::Lw),
            "rightwinger" => Some(Position::Rw),
            "cf" | "fw" | "forward" | "centreforward" => Some(Position::St),
            _ => None,
        });
        let Some(position) = position else {
            return Err(format!(
                "\u{201c}{part}\u{201d} is no position. Write GK, CB, LB, RB, DM, CM, AM, LW, RW or ST."
            ));
        };
        if !found.contains(&position) {
            found.push(position);
        }
    }
    Ok(found)
}

fn foot(typed: &str) -> Result<Option<Foot>, String> {
    match typed.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "l" | "left" => Ok(Some(Foot::Left)),
        "r" | "right" => Ok(Some(Foot::Right)),
        "b" | "both" | "both feet" | "either" => Ok(Some(Foot::Both)),
        _ => Err("Write left, right or both.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn pasted_lines_fill_the_table_from_the_cell_on() {
        let mut squad = TypedSquad::default();
        squad.settle();
        squad.fill("Name\tPosition\tFoot\nAnn Other\tCB, RB\tleft\nBo Else\tGK", 0, 0);
        squad.fill("1 Jan 2000\t30/06/2027\n2 Feb 2001", 0, 3);
        let players = squad.players(day("2025-09-25")).unwrap();
        assert_eq!(players.len(), 2);
        assert_eq!((players[0].name.as_str(), players[0].foot), ("Ann Other", Some(Foot::Left)));
        assert_eq!(players[0].positions, [Position::Cb, Position::Rb]);
        assert_eq!(players[0].contract_until(), Some(day("2027-06-30")));
        assert_eq!(
            (players[1].positions.as_slice(), players[1].born),
            (&[Position::Gk][..], Some(day("2001-02-02")))
        );
        assert_eq!(players[1].sources.keys().collect::<Vec<_>>(), ["born", "positions"]);
        assert!(is_blank(squad.rows.last().unwrap()), "a row is free for the next");
    }

    #[test]
    fn what_cannot_be_read_is_said_with_its_row() {
        let mut squad = TypedSquad::default();
        squad.settle();
        squad.fill("Ann Other\tsweeper\n\tCB", 0, 0);
        assert!(squad.players(day("2025-09-25")).unwrap_err().contains("Row 1"));
        squad.fill("CB", 0, 1);
        assert!(squad.players(day("2025-09-25")).unwrap_err().contains("Row 2: a player needs a name"));
    }

    #[test]
    fn a_year_of_birth_alone_is_said_to_be_too_little() {
        let mut squad = TypedSquad::default();
        squad.fill("Ann Other\tCB\t\t2002", 0, 0);
        let complaint = squad.players(day("2025-09-25")).unwrap_err();
        assert!(complaint.contains("Row 1: Type the whole birth date, like 24 Jan 1999; a year alone"));
        squad.fill("24 Jan 2002", 0, 3);
        assert_eq!(squad.players(day("2025-09-25")).unwrap()[0].born, Some(day("2002-01-24")));
    }

    #[test]
    fn a_contract_may_end_with_a_month_or_a_year() {
        let mut squad = TypedSquad::default();
        squad.fill("Ann Other\tCB\t\t\t2028\nBo Else\tGK\t\t\tDec 2027", 0, 0);
        let ends: Vec<Option<Date>> =
            squad.players(day("2025-09-25")).unwrap().iter().map(Player::contract_until).collect();
        assert_eq!(ends, [Some(day("2028-06-30")), Some(day("2027-12-31"))]);
    }

    #[test]
    fn two_of_one_name_stay_two() {
        let mut squad = TypedSquad::default();
        squad.fill("Ann Other\nAnn Other\n", 0, 0);
        let players = squad.players(day("2025-09-25")).unwrap();
        assert_ne!(players[0].id, players[1].id);
    }
}
