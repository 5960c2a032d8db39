//! Tables in web pages, such as Football Manager prints.
//!
//! The page is not built as a whole: a scan finds the rows, and each row alone is parsed as HTML. So memory stays
//! small however long the page is, a row that is broken or nested without end harms nobody else, and every row knows
//! its line.

use std::ops::Range;

use scraper::{ElementRef, Html};

use super::MAX_ROWS;
use super::error::ImportReason;
use super::progress::{Reporter, Stage, Watch};
use super::table::{Cells, MAX_COLUMNS, Table};

/// The longest row that is parsed, in bytes, and the most tags in it.
const MAX_ROW_BYTES: usize = 256 * 1024;
const MAX_ROW_TAGS: usize = 8_000;
/// The longest tag: one with a lone quotation mark must not swallow the page.
const MAX_TAG_BYTES: usize = 16 * 1024;
/// The most tables inside each other.
const MAX_DEPTH: usize = 50;

const TOO_LARGE: &str = "the row is larger than any row of a table and was not read";

/// The text holds a table in HTML.
pub(super) fn is_html(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(64 * 1024)).unwrap_or(text).to_ascii_lowercase();
    let begins = head.trim_start();
    head.contains("<table")
        || head.contains("<tr")
        || begins.starts_with("<!doctype html")
        || begins.starts_with("<html")
        || begins.starts_with("<head")
        || begins.starts_with("<body")
        || begins.starts_with("<div")
        || begins.starts_with("<meta")
}

/// The largest table of a page, and which of its rows is marked as headers.
pub(super) fn table(text: &str, watch: Watch<'_>) -> Result<(Table, Option<usize>), ImportReason> {
    let tables = scan(text);
    let Some(rows) = tables.into_iter().max_by_key(Vec::len).filter(|rows| !rows.is_empty()) else {
        return Err(ImportReason::NoHtmlTable);
    };
    if rows.len() > MAX_ROWS {
        return Err(ImportReason::TooManyRows);
    }
    let mut reporter = Reporter::new(watch, Stage::Table, rows.len(), 1_000);
    let (mut table, mut marked) = (Table::default(), None);
    let mut cells = Cells::default();
    for (at, Found { span, line }) in rows.into_iter().enumerate() {
        reporter.at(at)?;
        let source = text.get(span).unwrap_or_default();
        cells.clear();
        let tags = source.bytes().filter(|byte| *byte == b'<').count();
        if source.len() > MAX_ROW_BYTES || tags > MAX_ROW_TAGS {
            // A row of a million cells is no slip of one row: the table is none.
            if tags > MAX_ROW_TAGS && cells_in(source) > MAX_COLUMNS {
                return Err(ImportReason::TooManyColumns { line });
            }
            table.push(line, &cells, Some(TOO_LARGE));
            continue;
        }
        let headers_only = row(source, &mut cells);
        if cells.len() > MAX_COLUMNS {
            return Err(ImportReason::TooManyColumns { line });
        }
        if cells.is_blank() {
            continue;
        }
        if headers_only && marked.is_none() && table.len() < 3 {
            marked = Some(table.len());
        }
        table.push(line, &cells, None);
    }
    if table.is_empty() {
        return Err(ImportReason::NoHtmlTable);
    }
    Ok((table, marked))
}

fn cells_in(source: &str) -> usize {
    let lower = source.to_ascii_lowercase();
    lower.matches("<td").count() + lower.matches("<th").count()
}

/// The cells of one row; says whether all of them are marked as headers.
fn row(source: &str, cells: &mut Cells) -> bool {
    let page = Html::parse_fragment(&format!("<table>{source}</table>"));
    let found = page
        .tree
        .root()
        .descendants()
        .filter_map(ElementRef::wrap)
        .find(|element| element.value().name() == "tr");
    let Some(found) = found else { return false };
    let mut headers_only = true;
    for cell in found.child_elements().filter(|cell| ["td", "th"].contains(&cell.value().name())) {
        headers_only &= cell.value().name() == "th";
        for word in cell.text().flat_map(str::split_whitespace) {
            cells.add(word);
            cells.add(" ");
        }
        cells.end_cell();
        let wide: usize = cell.attr("colspan").and_then(|wide| wide.trim().parse().ok()).unwrap_or(1);
        for _ in 1..wide.min(MAX_COLUMNS) {
            cells.end_cell();
        }
    }
    headers_only
}

/// A row: where it stands, and its line.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    span: Range<usize>,
    line: usize,
}

/// A table that is not yet closed.
#[derive(Default)]
struct Open {
    rows: Vec<Found>,
    row: Option<(usize, usize)>,
}

impl Open {
    fn end_row(&mut self, at: usize) {
        if let Some((begins, line)) = self.row.take() {
            self.rows.push(Found { span: begins..at, line });
        }
    }
}

/// The rows of every table of a page, nested tables apart from those around them.
fn scan(text: &str) -> Vec<Vec<Found>> {
    let bytes = text.as_bytes();
    let mut closed: Vec<Vec<Found>> = Vec::new();
    // What stands outside any table: a piece of a page that was copied without its table.
    let mut open = vec![Open::default()];
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'<')) {
        at += next;
        if bytes.get(at..).is_some_and(|rest| rest.starts_with(b"<!--")) {
            at = find(bytes, at + 4, b"-->").map_or(at + 4, |end| end + 3);
            continue;
        }
        let tag = Tag::at(bytes, at);
        let end = tag.end;
        match (tag.name.as_str(), tag.closes) {
            ("script" | "style" | "textarea" | "title", false) => {
                let closing = format!("</{}", tag.name);
                at = find(bytes, end, closing.as_bytes()).unwrap_or(end);
                continue;
            }
            ("table", false) if open.len() < MAX_DEPTH => open.push(Open::default()),
            ("table", true) if open.len() > 1 => {
                if let Some(mut table) = open.pop() {
                    table.end_row(at);
                    closed.push(table.rows);
                }
            }
            ("tr", false) => {
                line += bytes.get(counted..at).map_or(0, line_breaks);
                counted = at;
                if let Some(table) = open.last_mut() {
                    table.end_row(at);
                    table.row = Some((at, line));
                }
            }
            ("tr", true) => {
                if let Some(table) = open.last_mut() {
                    table.end_row(end);
                }
            }
            _ => {}
        }
        at = end;
    }
    for mut table in open {
        table.end_row(bytes.len());
        closed.push(table.rows);
    }
    closed
}

/// Lines end with LF, CRLF or CR, all in one page.
fn line_breaks(bytes: &[u8]) -> usize {
    let breaks = |(at, byte): (usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(|known| breaks((known.0, known.1))).count()
}

struct Tag {
    name: String,
    closes: bool,
    /// After its `>`.
    end: usize,
}

impl Tag {
    fn at(bytes: &[u8], at: usize) -> Self {
        let closes = bytes.get(at + 1) == Some(&b'/');
        let begins = at + 1 + usize::from(closes);
        let name = bytes.iter().skip(begins).take(12).take_while(|byte| byte.is_ascii_alphanumeric());
        let name: String = name.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
        if name.is_empty() {
            return Self { name, closes, end: at + 1 };
        }
        let inside = bytes.get(begins..bytes.len().min(begins + MAX_TAG_BYTES)).unwrap_or_default();
        let mut quote = None;
        let mut plain_end = None;
        for (offset, byte) in inside.iter().enumerate() {
            match (quote, byte) {
                (None, b'>') => return Self { name, closes, end: begins + offset + 1 },
                (None, b'"' | b'\'') => quote = Some(*byte),
                (Some(open), byte) if open == *byte => quote = None,
                (Some(_), b'>') if plain_end.is_none() => plain_end = Some(begins + offset + 1),
                _ => {}
            }
        }
        // A quotation mark without its partner: the tag ends where it would without it.
        Self { name, closes, end: plain_end.unwrap_or(begins) }
    }
}

/// Where a word begins, upper or lower case.
fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(word.len()).position(|window| window.eq_ignore_ascii_case(word)).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::import::unwatched;

    fn rows(page: &str) -> Vec<(usize, String)> {
        let (table, _) = table(page, &unwatched).unwrap();
        (0..table.len())
            .map(|row| (table.line(row), table.cells(row).collect::<Vec<_>>().join("|")))
            .collect()
    }

    #[test]
    fn rows_keep_their_lines_whatever_ends_them() {
        let page = "<html>\r\n<table border=\"1>2\">\r<TR><TH>Name</TH><TH>Club</TH></TR>\n<tr>\n<td>Ann &amp; Co<td> \
                    Köln<br>II\n<tr><td colspan=2>x</td></tr></table>";
        assert_eq!(rows(page), [(3, "Name|Club".into()), (4, "Ann & Co|Köln II".into()), (6, "x|".into())]);
        assert_eq!(table(page, &unwatched).unwrap().1, Some(0));
    }

    #[test]
    fn the_largest_table_counts_and_those_inside_it_stay_inside() {
        let page = "<table><tr><td>menu</td></tr></table><!-- <table><tr><tr><tr><tr> --><script>'<tr><tr><tr>'</script>\
                    <table><tr><td>A<table><tr><td>inner</td></tr></table></td><td>1</td></tr><tr><td>B</td><td>2</td></tr>";
        assert_eq!(rows(page), [(1, "A inner|1".into()), (1, "B|2".into())]);
    }

    #[test]
    fn pages_built_to_harm_are_answered() {
        let deep = format!("{}<table><tr><td>A</td></tr></table>", "<div>".repeat(200_000));
        assert_eq!(rows(&deep), [(1, "A".into())]);
        let deep_row =
            format!("<table><tr><td>A</td></tr><tr><td>{}</td></tr></table>", "<b>".repeat(50_000));
        let (found, _) = table(&deep_row, &unwatched).unwrap();
        assert_eq!((found.len(), found.note(1)), (2, Some(TOO_LARGE)));
        let wide = format!("<table><tr>{}</tr></table>", "<td>x</td>".repeat(1_000_000));
        assert!(matches!(table(&wide, &unwatched), Err(ImportReason::TooManyColumns { line: 1 })));
        assert!(matches!(table("<html><p>no</p>", &unwatched), Err(ImportReason::NoHtmlTable)));
        let lone = "<table class=\"a><tr><td>A</td></tr><tr><td>B</td></tr></table>";
        assert_eq!(rows(lone).len(), 2);
    }

    proptest! {
        #[test]
        fn no_page_panics(page in "(<|</|table|tr|td|>|\"|'|x|<!--|-->|script|\n| |=){0,40}") {
            drop(table(&page, &unwatched));
        }
    }
}
