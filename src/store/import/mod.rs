//! Other people's squads: from the bytes of a file, or from pasted text, to rows that are understood.
//!
//! The way goes: bytes → text (packing and encoding) → [`Incoming`] (what kind of file it is, by what is in it) →
//! [`Table`] (rows, cells, line numbers) → [`ColumnMap`] (what each column holds; the user may correct it) →
//! [`Understood`] (what each row says, and of each cell that is odd, why) → [`ImportPlan`] (what it changes in a plan,
//! field by field) → one [`Edit`](crate::edit::Edit).
//!
//! No row and no cell is dropped in silence: every row read is either understood or refused with its reason.

mod cell;
mod change;
mod clubs;
mod columns;
mod delimited;
mod error;
mod field;
mod guess;
mod header_words;
mod html;
mod kind;
mod leagues;
mod matching;
mod nations;
mod people;
mod plan_update;
mod progress;
mod row_reader;
mod rows;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::path::Path;

use crate::model::Club;
use crate::store::{Fixtures, open};

pub use cell::date::DayOrder;
pub use change::{FieldChange, Part};
pub use clubs::{ClubCount, closest_clubs, is_club_named, same_club, search_clubs, short_club};
pub use columns::{About, Column, ColumnMap, FoundOrder, Sure};
pub use error::{ImportError, ImportReason};
pub use field::Field;
pub use kind::Kind;
pub use matching::{Candidate, Standing};
pub use people::{ImportedInjury, ImportedPlayer};
pub use plan_update::{Decision, Group, ImportPlan, Update, Whom};
pub use progress::{Cancelled, Progress, Stage, Watch, unwatched};
pub use rows::{Content, Context, ImportRow, Remark, Tally, Understood, Verdict, understand};
pub use table::Table;

/// The longest text that is read, in bytes, packed or not.
pub const MAX_TEXT_BYTES: usize = 128 * 1024 * 1024;
/// The longest line.
const MAX_LINE_BYTES: usize = 1024 * 1024;
/// The most rows.
const MAX_ROWS: usize = 200_000;

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Incoming {
    /// A Backline plan: open it, do not import it.
    Plan,
    /// A season of fixtures, from which a plan takes its club's matchdays.
    Fixtures(Fixtures),
    /// A table of players or injuries.
    Sheet(Sheet),
}

/// A table that was read, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The file, as shown.
    pub file: String,
    /// What kind of table it is.
    pub kind: Kind,
    /// `UTF-8`, `UTF-16`, `Windows-1252`.
    pub encoding: &'static str,
    /// It was packed with gzip.
    pub packed: bool,
    /// What keeps its cells apart: `commas`, `tabs`, `a web page`.
    pub cells_by: &'static str,
    /// Its rows.
    pub table: Table,
    /// What the columns seem to hold.
    pub guess: ColumnMap,
    /// What the user should know about how it was read.
    pub remarks: Vec<String>,
}

impl Sheet {
    /// The clubs that its rows name, with how many rows each has, before anything else in them is understood.
    #[must_use]
    pub fn clubs(&self) -> Vec<ClubCount> {
        sheet_clubs(std::slice::from_ref(self))
    }

    /// A club as a plan names it, with country and league where a row gives them; `None` if no row names it.
    #[must_use]
    pub fn club(&self, name: &str) -> Option<Club> {
        let [club, league] = [Field::Club, Field::League].map(|field| self.guess.column_of(field));
        let club = club?;
        let row = (0..self.table.len())
            .find(|row| row_reader::club_in(self.table.cell(*row, club)).as_deref() == Some(name))?;
        let mut found = Club::named(short_club(name));
        let word = league.map_or("", |league| self.table.cell(row, league));
        if !word.is_empty() {
            let (country, league) = leagues::league(word);
            found.country = country.map(str::to_owned);
            found.league = Some(league.to_owned());
        }
        Some(found)
    }
}

/// The clubs that the rows of several sheets name.
#[must_use]
pub fn sheet_clubs(sheets: &[Sheet]) -> Vec<ClubCount> {
    let named = |sheet: &Sheet| {
        let column = sheet.guess.column_of(Field::Club);
        let cells = column.map(|column| (0..sheet.table.len()).map(move |row| (row, column)));
        cells
            .into_iter()
            .flatten()
            .filter_map(|(row, column)| row_reader::club_in(sheet.table.cell(row, column)))
            .collect()
    };
    let names: Vec<Vec<String>> = sheets.iter().map(named).collect();
    ClubCount::of(names.iter().flatten().map(String::as_str))
}

/// Reads a file: what it is, and if it is a table, its rows.
///
/// # Errors
/// Why it gave nothing: what happened, where, what to do, the path last.
pub fn open_import(path: &Path, watch: Watch<'_>) -> Result<Incoming, ImportError> {
    let file = path.display().to_string();
    match open::read_at_most(path, MAX_TEXT_BYTES as u64) {
        Ok(bytes) => read_import(&bytes, &file, watch),
        Err(reason) => Err(ImportError { reason: reason.into(), file }),
    }
}

/// Reads the bytes of a file, or pasted text; `shown_name` stands for it in errors.
///
/// # Errors
/// As [`open_import`], but for what only a disk can do.
pub fn read_import(bytes: &[u8], shown_name: &str, watch: Watch<'_>) -> Result<Incoming, ImportError> {
    kind::read(bytes, shown_name, watch).map_err(|reason| ImportError { reason, file: shown_name.to_owned() })
}
