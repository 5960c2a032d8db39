//! What kind of file it is: by what is in it, never by its name.

use serde::Deserialize;

use crate::store::{FixturesReason, parse_fixtures};

use super::cell::position;
use super::columns::About;
use super::delimited::{self, Separator};
use super::error::ImportReason;
use super::field::Field;
use super::header_words::folded;
use super::progress::Watch;
use super::table::Table;
use super::{Incoming, Sheet, guess, html, text};

/// What kind of table it is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// `players.csv` of the Transfermarkt data set.
    Transfermarkt,
    /// A list printed by Football Manager: its figures are those of the game.
    FootballManager,
    /// A list of injuries.
    Injuries,
    /// Any other table of players.
    Table,
}

impl Kind {
    /// As shown: `Transfermarkt data set`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Transfermarkt => "Transfermarkt data set",
            Self::FootballManager => "Football Manager (in-game figures)",
            Self::Injuries => "list of injuries",
            Self::Table => "table of players",
        }
    }

    /// What stands beside each field as its source; `file` is the file, as shown.
    #[must_use]
    pub fn source_name(self, file: &str) -> String {
        match self {
            Self::Transfermarkt | Self::FootballManager => self.name().to_owned(),
            Self::Injuries | Self::Table => {
                let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
                format!("import ({name})")
            }
        }
    }
}

pub(super) fn read(bytes: &[u8], shown_name: &str, watch: Watch<'_>) -> Result<Incoming, ImportReason> {
    let text::Text { decoded: text, encoding, packed, guessed } = text::decode(bytes, watch)?;
    let body = text.trim_start();
    if body.starts_with("{\\rtf") {
        let remedy = "Save it as plain text or as a web page, or copy the table and paste it.";
        return Err(ImportReason::NotATable { what: "a rich text document", remedy });
    }
    if body.starts_with(['{', '[']) {
        return json(&text, shown_name);
    }
    let mut remarks = Vec::new();
    if guessed {
        remarks.push(format!(
            "The file does not say its encoding; it was read as {encoding}. Check the accents."
        ));
    }
    let (mut table, marked, cells_by) = if html::is_html(&text) {
        let (table, marked) = html::table(&text, watch)?;
        (table, marked, "a web page")
    } else {
        let separator = Separator::of(&text);
        (delimited::table(&text, separator, watch)?, None, separator.name())
    };
    drop(text);
    guess::find_headers(&mut table, marked);
    if table.is_empty() && table.headers.is_empty() {
        return Err(ImportReason::Empty);
    }
    if let [(line, first), ..] = table.above.as_slice() {
        let rows = table.above.len();
        let s = if rows == 1 { " is" } else { "s are" };
        let first: String = first.chars().take(60).collect();
        remarks.push(format!(
            "{rows} line{s} above the headers and not part of the table, from line {line}: \u{201c}{first}\u{201d}."
        ));
    }
    if table.headers.is_empty() {
        remarks
            .push("The table has no headers: what its columns hold was guessed from their cells.".to_owned());
    }
    let guess = guess::columns(&table);
    let kind = kind_of(&table, guess.about, guess.column_of(Field::Positions), cells_by);
    let file = shown_name.to_owned();
    Ok(Incoming::Sheet(Sheet { file, kind, encoding, packed, cells_by, table, guess, remarks }))
}

fn kind_of(table: &Table, about: About, positions: Option<usize>, cells_by: &str) -> Kind {
    let headers: Vec<String> = table.headers.iter().map(|header| folded(header)).collect();
    let has = |header: &str| headers.iter().any(|known| known == header);
    if about == About::Injuries {
        return Kind::Injuries;
    }
    if has("player id") && (has("player code") || has("current club id") || has("sub position")) {
        return Kind::Transfermarkt;
    }
    let game_word =
        ["transfer value", "inf", "rec", "best pos", "personality", "media handling", "sharpness", "expires"]
            .iter()
            .filter(|word| has(word))
            .count();
    let game_positions = positions.is_some_and(|column| {
        (0..table.len().min(200)).filter(|row| position::is_games(table.cell(*row, column))).count() > 0
    });
    if game_positions && (cells_by == "a web page" || game_word > 0) || game_word >= 2 {
        return Kind::FootballManager;
    }
    Kind::Table
}

#[derive(Deserialize)]
struct Head {
    format: Option<String>,
}

fn json(text: &str, shown_name: &str) -> Result<Incoming, ImportReason> {
    let says_plan = serde_json::from_str::<Head>(text).map_or_else(
        |_| text.contains("\"backline-plan\""),
        |head| head.format.as_deref() == Some("backline-plan"),
    );
    if says_plan {
        return Ok(Incoming::Plan);
    }
    match parse_fixtures(text.as_bytes(), shown_name) {
        Ok(fixtures) => Ok(Incoming::Fixtures(fixtures)),
        Err(error) => match error.reason {
            FixturesReason::NoMatches { .. } if !text.contains("\"matches\"") => {
                Err(ImportReason::StrangeJson)
            }
            _ => Err(ImportReason::Fixtures(error)),
        },
    }
}
