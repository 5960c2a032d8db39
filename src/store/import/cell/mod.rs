//! What one cell says: a day, an amount, a position, a body, an injury.

pub(super) mod body;
pub(super) mod date;
pub(super) mod injury;
pub(super) mod money;
pub(super) mod position;

use crate::model::fold;

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said<T> {
    /// Nothing: it is empty, or holds a dash or a word for "unknown".
    Nothing,
    /// This.
    Plain(T),
    /// This, as is usual where a cell says no more, with what was taken for granted.
    Assumed(T, String),
    /// This, probably, with what is odd about it.
    Doubtful(T, String),
    /// Something that cannot be true, or that may mean anything: it is shown and not taken.
    Unfit(String),
    /// Nothing that is understood.
    Unread,
}

/// Words that say that nothing is known.
const NOTHING: [&str; 30] = [
    "",
    "-",
    "--",
    "---",
    "?",
    "n/a",
    "na",
    "n.a.",
    "none",
    "null",
    "nil",
    "unknown",
    "not known",
    "unbekannt",
    "k.a.",
    "desconocido",
    "inconnu",
    "sconosciuto",
    "desconhecido",
    "nan",
    "tbc",
    "tbd",
    "not set",
    "no",
    "keine",
    "#n/a",
    "undefined",
    "n.v.",
    "(none)",
    "/",
];

/// The cell says that nothing is known.
pub(super) fn is_nothing(cell: &str) -> bool {
    let Some(first) = cell.bytes().next() else { return true };
    // Most cells say something: only short ones without a figure in front are worth folding.
    if cell.len() > 16 || first.is_ascii_digit() {
        return false;
    }
    let folded = if cell.is_ascii() { cell.to_ascii_lowercase() } else { fold(cell) };
    NOTHING.contains(&folded.trim())
}
