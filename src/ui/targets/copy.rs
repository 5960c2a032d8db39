//! The selected players as text: lines for a message, or CSV for a spreadsheet.

use super::column::{Column, Line};
use crate::model::words::{self, DateStyle, Style};

/// A line for each player: `Marc Guéhi · CB · 25 · Crystal Palace · contract 30 Jun 2026`.
pub(super) fn text(columns: &[Column], lines: &[Line<'_>]) -> String {
    let said = |line: &Line<'_>| {
        let cells = columns.iter().filter_map(|column| {
            let words = column.cell(line).words;
            let named = matches!(
                column,
                Column::Contract
                    | Column::FreeFrom
                    | Column::Asking
                    | Column::Offered
                    | Column::Value
                    | Column::Rivals
                    | Column::Chance
            );
            if words.is_empty() {
                None
            } else if named {
                Some(format!("{} {words}", column.name().to_lowercase()))
            } else {
                Some(words)
            }
        });
        cells.collect::<Vec<String>>().join(" · ").replace('\u{a0}', " ")
    };
    lines.iter().map(said).collect::<Vec<String>>().join("\n")
}

/// The columns with their heads. Dates are as every spreadsheet reads them, and money as usual, however the window
/// shows them.
pub(super) fn csv(columns: &[Column], lines: &[Line<'_>]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let style = Style { date: DateStyle::YearFirst, ..Style::default() };
    let heads = columns.iter().map(|column| column.name().to_owned());
    let rows = lines.iter().map(|line| {
        words::in_style(style, || columns.iter().map(|column| column.cell(line).words).collect())
    });
    for row in std::iter::once(heads.collect::<Vec<String>>()).chain(rows) {
        // Writing to memory does not fail.
        if writer.write_record(&row).is_err() {
            return String::new();
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
