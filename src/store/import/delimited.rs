//! Tables whose cells are kept apart by a character: CSV in all its dialects, and what a spreadsheet copies.
//!
//! The quoting is that of RFC 4180, read with one more care: a lone quotation mark must not swallow the rows after
//! it. A quoted cell that does not end within a few lines, or that ends inside a word, is read as it stands, and the
//! row says so.

use super::error::ImportReason;
use super::progress::{Reporter, Stage, Watch};
use super::table::{Cells, MAX_COLUMNS, Table};
use super::{MAX_LINE_BYTES, MAX_ROWS};

/// What may stand between cells, the surest first.
const SEPARATORS: [u8; 4] = [b'\t', b';', b'|', b','];
/// How much of a text is looked at to choose the separator.
const SAMPLE_BYTES: usize = 64 * 1024;
/// How many rows of it.
const SAMPLE_ROWS: usize = 200;
/// The most lines a quoted cell may go over.
const MAX_QUOTED_LINES: usize = 30;

const LONE_QUOTE: &str = "a quotation mark without its partner was read as it stands";

/// What stands between the cells of a text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Separator(pub(super) u8);

impl Separator {
    /// `tabs`, as shown.
    pub(super) fn name(self) -> &'static str {
        match self.0 {
            b'\t' => "tabs",
            b';' => "semicolons",
            b'|' => "upright lines",
            b',' => "commas",
            _ => "nothing",
        }
    }

    /// The one that gives the most even rows; none at all where every line is one cell.
    pub(super) fn of(text: &str) -> Self {
        let sample = text.get(..text.floor_char_boundary(SAMPLE_BYTES)).unwrap_or(text);
        if let Some(said) = said(text) {
            return said;
        }
        let evenness = |separator: u8| {
            let mut reader = Reader::new(sample, Self(separator));
            let mut cells = Cells::default();
            let mut widths: Vec<usize> = Vec::new();
            while widths.len() < SAMPLE_ROWS && reader.next(&mut cells, None).is_some() {
                if !cells.is_blank() {
                    widths.push(cells.len());
                }
            }
            let several = widths.iter().filter(|width| **width > 1).count();
            widths.sort_unstable();
            let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
            let alike = widths.iter().filter(|width| **width == usual).count();
            // Titles above a table have one cell: a few of them do not matter.
            if usual < 2 || several * 2 < widths.len() { 0 } else { alike * 100 / widths.len().max(1) }
        };
        let best = SEPARATORS.map(|separator| (evenness(separator), separator));
        let most = best.iter().map(|(evenness, _)| *evenness).max().unwrap_or(0);
        // One that is nearly as even and surer is better: a comma also stands inside cells.
        let chosen = best.iter().find(|(evenness, _)| *evenness > 0 && *evenness + 20 >= most);
        chosen.map_or(Self(0), |(_, separator)| Self(*separator))
    }
}

/// The line `sep=;` that spreadsheets put first.
fn said(text: &str) -> Option<Separator> {
    // A tab at its end is what it says.
    let first = text.split(['\n', '\r']).next()?.trim_matches(' ');
    match first.strip_prefix("sep=").or_else(|| first.strip_prefix("SEP="))?.as_bytes() {
        [separator] => Some(Separator(*separator)),
        _ => None,
    }
}

/// Splits a text into rows and cells. Lines without anything in them, and lines that only draw a rule, are no rows.
pub(super) fn table(text: &str, separator: Separator, watch: Watch<'_>) -> Result<Table, ImportReason> {
    let mut reporter = Reporter::new(watch, Stage::Table, text.len(), 1024 * 1024);
    let mut table = Table::default();
    let mut cells = Cells::default();
    let mut reader = Reader::new(text, separator);
    if said(text).is_some() {
        reader.skip_line();
    }
    loop {
        let (begins, line) = (reader.at, reader.line);
        reporter.at(begins)?;
        let width = (!table.is_empty()).then(|| table.width());
        let Some(Note(note)) = reader.next(&mut cells, width) else {
            return Ok(table);
        };
        if cells.len() > MAX_COLUMNS {
            return Err(ImportReason::TooManyColumns { line });
        }
        if reader.at - begins > MAX_LINE_BYTES {
            return Err(ImportReason::TooLongLine { line });
        }
        if cells.is_blank() || is_rule(cells.text()) {
            continue;
        }
        if table.len() >= MAX_ROWS {
            return Err(ImportReason::TooManyRows);
        }
        if separator.0 == b'|' {
            // `| a | b |` has two cells, not four.
            cells.drop_frame();
        }
        table.push(line, &cells, note);
    }
}

/// A line that only draws: `|----|:---:|`, `+-----+`.
fn is_rule(text: &str) -> bool {
    let drawn = text.bytes().all(|byte| b"-=:+_| \t".contains(&byte));
    drawn && text.bytes().filter(|byte| b"-=_".contains(byte)).count() >= 3
}

/// What is to be said of a record.
struct Note(Option<&'static str>);

/// Reads a text record by record.
struct Reader<'a> {
    text: &'a str,
    separator: u8,
    at: usize,
    line: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, Separator(separator): Separator) -> Self {
        Self { text, separator, at: 0, line: 1 }
    }

    fn skip_line(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        self.at += length;
        self.end_line();
    }

    /// The next record; `None` where nothing is left.
    ///
    /// A record that goes over several lines must have the usual `width`, else its first line is read alone.
    fn next(&mut self, cells: &mut Cells, width: Option<usize>) -> Option<Note> {
        if self.at >= self.text.len() {
            return None;
        }
        let (at, line) = (self.at, self.line);
        let lone = self.record(cells, true);
        let odd_width = width.is_some_and(|width| cells.len() < width);
        if self.line > line + 1 && odd_width && cells.len() <= MAX_COLUMNS {
            (self.at, self.line) = (at, line);
            self.record(cells, false);
            return Some(Note(Some(LONE_QUOTE)));
        }
        Some(Note(lone.then_some(LONE_QUOTE)))
    }

    /// Reads cells to the end of the record; says whether a quotation mark stood alone.
    fn record(&mut self, cells: &mut Cells, quoting: bool) -> bool {
        cells.clear();
        let mut lone = false;
        loop {
            let bytes = self.text.as_bytes();
            let spaces = bytes.iter().skip(self.at).take_while(|byte| **byte == b' ').count();
            if quoting && bytes.get(self.at + spaces) == Some(&b'"') {
                if let Some((end, after, breaks)) = self.quoted_end(self.at + spaces + 1) {
                    self.add_quoted(cells, self.at + spaces + 1, end);
                    self.at = after;
                    self.line += breaks;
                } else {
                    lone = true;
                    self.plain(cells);
                }
            } else {
                self.plain(cells);
            }
            cells.end_cell();
            match self.text.as_bytes().get(self.at) {
                // More cells than any table has: no need to see the end of them.
                Some(byte) if *byte == self.separator && cells.len() <= MAX_COLUMNS => self.at += 1,
                _ => break,
            }
        }
        self.end_line();
        lone
    }

    /// A cell without quoting: up to the separator or the end of the line.
    fn plain(&mut self, cells: &mut Cells) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\n' | b'\r');
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        cells.add(self.text.get(self.at..self.at + length).unwrap_or_default());
        self.at += length;
    }

    /// Where a quoted cell ends: its closing mark, what comes after it, and the line breaks inside.
    fn quoted_end(&self, from: usize) -> Option<(usize, usize, usize)> {
        let bytes = self.text.as_bytes();
        let (mut at, mut breaks) = (from, 0);
        loop {
            match bytes.get(at)? {
                b'"' if bytes.get(at + 1) == Some(&b'"') => at += 1,
                b'"' => {
                    let spaces = bytes.iter().skip(at + 1).take_while(|byte| **byte == b' ').count();
                    let after = at + 1 + spaces;
                    match bytes.get(after) {
                        None | Some(b'\n' | b'\r') => return Some((at, after, breaks)),
                        Some(byte) if *byte == self.separator => return Some((at, after, breaks)),
                        // Inside a word: on the first line a nickname, later a sign that the mark stood alone.
                        Some(_) if breaks > 0 => return None,
                        Some(_) => {}
                    }
                }
                b'\n' => {
                    breaks += 1;
                    if breaks > MAX_QUOTED_LINES {
                        return None;
                    }
                }
                b'\r' if bytes.get(at + 1) != Some(&b'\n') => breaks += 1,
                _ => {}
            }
            at += 1;
        }
    }

    /// What stands between quotation marks, with doubled ones as one and a break as a space.
    fn add_quoted(&self, cells: &mut Cells, from: usize, end: usize) {
        let inside = self.text.get(from..end).unwrap_or_default();
        if inside.bytes().any(|byte| matches!(byte, b'"' | b'\n' | b'\r')) {
            cells.add(&inside.replace("\"\"", "\"").replace("\r\n", " ").replace(['\n', '\r'], " "));
        } else {
            cells.add(inside);
        }
    }

    /// Past the end of the line, however it is written.
    fn end_line(&mut self) {
        let bytes = self.text.as_bytes();
        match (bytes.get(self.at), bytes.get(self.at + 1)) {
            (Some(b'\r'), Some(b'\n')) => self.at += 2,
            (Some(b'\r' | b'\n'), _) => self.at += 1,
            // A record that was cut short because it has too many cells.
            (Some(_), _) => self.at = self.text.len(),
            (None, _) => {}
        }
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::import::unwatched;

    fn rows(text: &str) -> Vec<(usize, String)> {
        let table = table(text, Separator::of(text), &unwatched).unwrap();
        (0..table.len())
            .map(|row| (table.line(row), table.cells(row).collect::<Vec<_>>().join("|")))
            .collect()
    }

    fn only(text: &str) -> Vec<String> {
        rows(text).into_iter().map(|(_, row)| row).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_gives_even_rows() {
        for (text, name) in [
            ("a,b\nc,d\n", "commas"),
            ("name;value\nA;1,5\nB;2,5\n", "semicolons"),
            ("name\tclub\nDoe, Ann\tX\nRoe, Bob\tY\n", "tabs"),
            ("| name | club |\n|---|---|\n| Ann | X |\n", "upright lines"),
            ("Ann Other\nBob Roe\n", "nothing"),
            ("sep=;\na;b,c\n", "semicolons"),
            ("sep=;\ra,b;c\rd,e;f\r", "semicolons"),
            ("sep=\t\r\na,b\nc,d\n", "tabs"),
            ("", "nothing"),
        ] {
            assert_eq!(Separator::of(text).name(), name, "{text:?}");
        }
    }

    #[test]
    fn rows_keep_the_line_they_begin_on_however_lines_end() {
        assert_eq!(
            rows("a,b\r\n\r\n1,\"x\r\ny\"\r2,z\n\n\n3,\n"),
            [(1, "a|b".into()), (3, "1|x y".into()), (5, "2|z".into()), (8, "3|".into())]
        );
    }

    #[test]
    fn a_quoted_cell_holds_separators_and_marks() {
        assert_eq!(only("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n"), ["a|b", "x, y|he said \"no\""]);
        assert_eq!(only("a, \"b, c\" ,d\ne,f,g\n"), ["a|b, c|d", "e|f|g"]);
        assert_eq!(only("a,b\n\"Bob \"Wall\" Roe\",x\n"), ["a|b", "Bob \"Wall\" Roe|x"]);
        assert_eq!(only("name,height\nAnn,6'2\"\nBob,5'9\"\n"), ["name|height", "Ann|6'2\"", "Bob|5'9\""]);
    }

    #[test]
    fn a_lone_quotation_mark_swallows_nothing() {
        let text = "name,club\n\"Ann,X\nBob,Y\nCat,Z\n";
        assert_eq!(only(text), ["name|club", "\"Ann|X", "Bob|Y", "Cat|Z"]);
        let table = table(text, Separator(b','), &unwatched).unwrap();
        assert_eq!((table.note(1), table.note(2)), (Some(LONE_QUOTE), None));
        assert_eq!(
            only("n,c,d\n\"Ann,X,1\nBob,\"Y,2\nCat,Z,3\n"),
            ["n|c|d", "\"Ann|X|1", "Bob|\"Y|2", "Cat|Z|3"]
        );
    }

    #[test]
    fn frames_and_rules_are_no_cells() {
        assert_eq!(only("| a | b |\n|:--|---|\n| 1 |   |\n"), ["a|b", "1|"]);
        assert_eq!(only("a | b\n1 | 2\n"), ["a|b", "1|2"]);
    }

    #[test]
    fn lines_and_widths_without_end_are_refused_with_their_line() {
        let wide = format!("a,b\n{}\n", ",".repeat(1_000_000));
        let long = format!("a,b\nx,{}\n", "y".repeat(MAX_LINE_BYTES + 1));
        assert!(matches!(
            table(&wide, Separator(b','), &unwatched),
            Err(ImportReason::TooManyColumns { line: 2 })
        ));
        assert!(matches!(
            table(&long, Separator(b','), &unwatched),
            Err(ImportReason::TooLongLine { line: 2 })
        ));
    }

    proptest! {
        #[test]
        fn what_a_writer_of_csv_writes_is_read_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a-zé\"', ;.]{0,8}", 3), 1..8)
        ) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let table = table(&text, Separator(b','), &unwatched).unwrap();
            let filled = rows.iter().filter(|row| !row.concat().trim().is_empty());
            for (at, row) in filled.enumerate() {
                let read: Vec<&str> = table.cells(at).collect();
                let expected: Vec<&str> = row.iter().map(|cell| cell.trim()).collect();
                prop_assert_eq!(read, expected);
            }
        }

        #[test]
        fn no_text_panics_and_no_letter_is_lost(text in "[ab\",;\n\r|\t ]{0,60}") {
            let separator = Separator::of(&text);
            let table = table(&text, separator, &unwatched).unwrap();
            let letters = |text: &str| text.chars().filter(char::is_ascii_alphabetic).count();
            let read: usize = (0..table.len()).flat_map(|row| table.cells(row)).map(letters).sum();
            prop_assert_eq!(read, letters(&text));
        }
    }
}
