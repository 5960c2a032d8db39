//! Whole files of every kind, from bytes to rows.

mod hostile;
mod kinds;
mod update;

use super::{
    Content, Context, ImportError, ImportRow, ImportedPlayer, Incoming, Sheet, Understood, read_import,
    understand, unwatched,
};
use crate::model::{Currency, Date};

/// The sheet that bytes hold.
#[track_caller]
fn sheet(bytes: impl AsRef<[u8]>) -> Sheet {
    match read_import(bytes.as_ref(), "squad.csv", &unwatched) {
        Ok(Incoming::Sheet(sheet)) => sheet,
        other => panic!("not a sheet: {other:?}"),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn understood(sheet: &Sheet) -> Result<Understood, ImportError> {
    let context = Context::of(sheet, day("2025-09-25"), Currency::GBP);
    understand(sheet, &sheet.guess, &context, &unwatched)
}

/// Its rows, none lost.
#[track_caller]
fn rows(bytes: impl AsRef<[u8]>) -> Vec<ImportRow> {
    let understood = understood(&sheet(bytes)).unwrap();
    let tally = understood.tally;
    assert_eq!(tally.read, tally.understood + tally.refused);
    assert_eq!(tally.read, understood.rows.len());
    understood.rows
}

#[track_caller]
fn player(row: &ImportRow) -> &ImportedPlayer {
    match &row.content {
        Content::Player(player) => player,
        other => panic!("not a player: {other:?}"),
    }
}

/// What is said of a row, in one line.
fn said(row: &ImportRow) -> String {
    let one = |remark: &super::Remark| {
        format!("{} {}: {}", remark.field.label(), remark.verdict.name(), remark.why)
    };
    row.remarks.iter().map(one).collect::<Vec<_>>().join("; ")
}
