//! Why a file could not be read as an import, and which file.

use std::io;

use crate::store::{FixturesError, OpenReason};

use super::progress::Cancelled;
use super::table::MAX_COLUMNS;
use super::{MAX_LINE_BYTES, MAX_ROWS, MAX_TEXT_BYTES};

/// Why a file gave no rows, and which file.
#[derive(Debug, thiserror::Error)]
#[error("{reason} File: {file}")]
pub struct ImportError {
    /// What is wrong with it.
    #[source]
    pub reason: ImportReason,
    /// The file, as shown to the user; `the clipboard` for pasted text.
    pub file: String,
}

impl ImportError {
    /// The user stopped it himself.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        matches!(self.reason, ImportReason::Cancelled(_))
    }
}

/// What is wrong with a file that should be imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportReason {
    /// The user stopped it.
    #[error("{0}")]
    Cancelled(#[from] Cancelled),
    /// There is nothing in it.
    #[error("There is nothing in it. Export the table again, or copy it again with its first line.")]
    Empty,
    /// It is JSON with matches, but they cannot be read.
    #[error("{}", .0.reason)]
    Fixtures(#[source] FixturesError),
    /// A web page without a table in it.
    #[error(
        "This is a web page without a table in it. Save the page that shows the table; in Football Manager choose \
         Print Screen \u{2192} Web Page while the list is open."
    )]
    NoHtmlTable,
    /// There is a table, but nothing in it names players.
    #[error(
        "No column of this table holds names of players{seen}. Say which column is the name, or add a first line \
         with \u{201c}Name\u{201d} over it."
    )]
    NoNames {
        /// `: its columns are "a", "b"`, or nothing.
        seen: String,
    },
    /// A picture, a workbook, a document.
    #[error("This is {what}, not text. {remedy}")]
    NotATable {
        /// What it is: `an Excel workbook`.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// There is no such file.
    #[error("There is no such file. Check the path, or choose another file.")]
    NotFound,
    /// A folder, a device or a pipe.
    #[error("This is {what}, not a file. Choose the file itself.")]
    NotRegular {
        /// What it is.
        what: &'static str,
    },
    /// Text with a NUL in it.
    #[error(
        "Line {line} holds a character that no text has (NUL, at byte {offset}). The file is damaged or was cut \
         together by a program: export it again."
    )]
    Nul {
        /// Its line, from 1.
        line: usize,
        /// Its byte in the decoded text, from 0.
        offset: usize,
    },
    /// Packed, and the packing is broken.
    #[error(
        "The gzip packing is broken after {unpacked_bytes} bytes of text: {what}. Download or pack the file again."
    )]
    Packing {
        /// What came out before that.
        unpacked_bytes: usize,
        /// `it ends too early`, …
        what: String,
    },
    /// The system would not let it be read.
    #[error("The file cannot be read: {0}. Check that the disk is there and that you may read the file.")]
    Read(#[source] io::Error),
    /// JSON of some other kind.
    #[error(
        "This is JSON, but neither a Backline plan nor a season of fixtures. Give the table as CSV, as a web page or \
         by pasting it."
    )]
    StrangeJson,
    /// More than is read.
    #[error(
        "The file is larger than {} MiB{}. Keep only the players you need, or split it.",
        MAX_TEXT_BYTES / (1024 * 1024),
        if *.unpacked { " once it is unpacked" } else { "" }
    )]
    TooBig {
        /// Only unpacked.
        unpacked: bool,
    },
    /// One line without end.
    #[error(
        "Line {line} is longer than {} MiB. A table has one row on a line: check that the file has line breaks, and \
         export it again.",
        MAX_LINE_BYTES / (1024 * 1024)
    )]
    TooLongLine {
        /// Which, from 1.
        line: usize,
    },
    /// More columns than any table.
    #[error(
        "Line {line} has more than {MAX_COLUMNS} columns. No list of players has so many: check that it is the right \
         file, and remove columns that are not needed."
    )]
    TooManyColumns {
        /// Which line, from 1.
        line: usize,
    },
    /// More rows than are read.
    #[error("There are more than {MAX_ROWS} rows. Keep only the players you need, or split the file.")]
    TooManyRows,
}

impl From<OpenReason> for ImportReason {
    fn from(reason: OpenReason) -> Self {
        match reason {
            OpenReason::NotFound => Self::NotFound,
            OpenReason::NotRegular { what } => Self::NotRegular { what },
            OpenReason::Read(error) => Self::Read(error),
            _ => Self::TooBig { unpacked: false },
        }
    }
}
