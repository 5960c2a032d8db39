//! A table as it stands in the file: headers, rows, and the line that each row came from.

use std::collections::BTreeMap;

/// The most columns a table may have.
pub(super) const MAX_COLUMNS: usize = 500;

/// A table before anything in it is understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What stands over the columns; empty where the table has no such line.
    pub headers: Vec<String>,
    /// Lines above the headers that are no part of the table, such as a title, each with its number from 1.
    pub above: Vec<(usize, String)>,
    rows: Vec<Row>,
    width: usize,
    notes: BTreeMap<usize, &'static str>,
}

/// A row: its cells in one text, so that a hundred thousand rows stay small.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    line: u32,
    text: Box<str>,
    ends: Box<[u32]>,
}

impl Table {
    /// Adds a row that begins on a line, counted from 1, with something to say about how it was read.
    pub(super) fn push(&mut self, line: usize, cells: &Cells, note: Option<&'static str>) {
        if let Some(note) = note {
            self.notes.insert(self.rows.len(), note);
        }
        self.width = self.width.max(cells.ends.len());
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        self.rows.push(Row { line, text: cells.text.as_str().into(), ends: cells.ends.as_slice().into() });
    }

    /// Makes a row the headers; the rows above it are no part of the table.
    pub(super) fn promote(&mut self, row: usize) {
        self.headers = self.cells(row).map(str::to_owned).collect();
        let above = |row: &Row| (row.line as usize, row.text.to_string());
        self.above = self.rows.iter().take(row).map(above).collect();
        self.rows.drain(..=row.min(self.rows.len().saturating_sub(1)));
        let notes = std::mem::take(&mut self.notes);
        self.notes =
            notes.into_iter().filter_map(|(at, note)| Some((at.checked_sub(row + 1)?, note))).collect();
    }

    /// How a row was read, where that was not plain.
    #[must_use]
    pub fn note(&self, row: usize) -> Option<&'static str> {
        self.notes.get(&row).copied()
    }

    /// How many rows there are, without the headers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// It has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many columns the widest row or the headers have.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// The line of the file that a row begins on, from 1; 0 for a row that is not there.
    #[must_use]
    pub fn line(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.line as usize)
    }

    /// A cell without spaces around it; empty where the row is shorter.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).map_or("", |row| row.cell(column))
    }

    /// The cells of a row, without spaces around them.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        let row = self.rows.get(row);
        let count = row.map_or(0, |row| row.ends.len());
        (0..count).filter_map(move |column| row.map(|row| row.cell(column)))
    }

    /// How many cells a row has.
    #[must_use]
    pub fn cells_in(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |row| row.ends.len())
    }

    /// What stands over a column; `column 3` where nothing does.
    #[must_use]
    pub fn header(&self, column: usize) -> String {
        match self.headers.get(column).map(|header| header.trim()) {
            Some(header) if !header.is_empty() => header.to_owned(),
            _ => format!("column {}", column + 1),
        }
    }
}

/// The cells of one row while they are being read.
#[derive(Debug, Default)]
pub(super) struct Cells {
    text: String,
    ends: Vec<u32>,
}

impl Cells {
    /// Begins the next row.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Adds to the cell that is being read.
    pub(super) fn add(&mut self, part: &str) {
        self.text.push_str(part);
    }

    /// The cell that was being read is complete.
    pub(super) fn end_cell(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Drops the first and the last cell where both are empty and others stand between them.
    pub(super) fn drop_frame(&mut self) {
        let count = self.ends.len();
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let blank =
            |from: usize, to: usize| self.text.get(from..to).is_some_and(|cell| tidy(cell).is_empty());
        if count > 2 && blank(0, end(0)) && blank(end(count - 2), end(count - 1)) {
            self.text.drain(..end(0));
            let first = self.ends.remove(0);
            self.ends.pop();
            self.ends.iter_mut().for_each(|end| *end -= first);
        }
    }

    /// How many cells are complete.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Nothing but spaces in it.
    pub(super) fn is_blank(&self) -> bool {
        tidy(&self.text).is_empty()
    }

    /// Everything in it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A row of these cells.
    #[cfg(test)]
    pub(super) fn of(cells: &[&str]) -> Self {
        let mut row = Self::default();
        for cell in cells {
            row.add(cell);
            row.end_cell();
        }
        row
    }
}

impl Row {
    fn cell(&self, column: usize) -> &str {
        let end = self.ends.get(column).copied();
        let start = if column == 0 { Some(0) } else { self.ends.get(column - 1).copied() };
        let span = start.zip(end).and_then(|(start, end)| self.text.get(start as usize..end as usize));
        span.map_or("", tidy)
    }
}

/// Without spaces and byte order marks around it.
pub(super) fn tidy(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_any_width_keep_their_cells_and_lines() {
        let mut table = Table::default();
        for (line, cells) in [
            (1, &["a title"][..]),
            (2, &["Name", " "]),
            (3, &["Ann Other", " x "]),
            (4, &[]),
            (5, &["a", "b", "\u{feff}c"]),
        ] {
            table.push(line, &Cells::of(cells), (line == 5).then_some("odd"));
        }
        table.promote(1);
        assert_eq!(table.above, [(1, "a title".to_owned())]);
        assert_eq!((table.note(1), table.note(2)), (None, Some("odd")));
        assert_eq!((table.len(), table.width()), (3, 3));
        assert_eq!((table.cell(0, 0), table.cell(0, 1), table.cell(0, 2)), ("Ann Other", "x", ""));
        assert_eq!(table.cells(2).collect::<Vec<_>>(), ["a", "b", "c"]);
        assert_eq!((table.line(1), table.cells_in(1), table.line(9)), (4, 0, 0));
        assert_eq!((table.header(0).as_str(), table.header(1).as_str()), ("Name", "column 2"));
    }
}
