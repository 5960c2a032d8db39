//! Why a file could not be opened as a plan.

use std::fmt;
use std::io;

use crate::model::FORMAT_VERSION;

/// Why a file could not be opened, and which file.
///
/// Reads: what happened, where, what to do, the path last.
#[derive(Debug, thiserror::Error)]
#[error("{reason} File: {file}")]
pub struct OpenError {
    /// What is wrong with it.
    #[source]
    pub reason: OpenReason,
    /// The file, as shown to the user.
    pub file: String,
}

impl OpenError {
    /// Nothing in the file could be read as a plan, as against a plan that was read and has an error in it.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        !matches!(self.reason, OpenReason::DuplicateId { .. })
    }
}

/// Where in a file something stands: the way to it through the JSON, its line and its column.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct FilePlace {
    /// For example `players[3] (ibrahima-konate) › injuries[0] › start`; empty for the whole file.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, line, column } = self;
        match path.as_str() {
            "" => write!(f, "line {line}, column {column}"),
            path => write!(f, "{path}, line {line}"),
        }
    }
}

/// What is wrong with a file.
#[derive(Debug, thiserror::Error)]
pub enum OpenReason {
    /// Two fields of one object have the same name; one of them would be lost.
    #[error(
        "The field \"{name}\" is given twice in one object, at {first} and at {second}. Remove one of them."
    )]
    DuplicateField {
        /// The name.
        name: String,
        /// The first of them.
        first: Box<FilePlace>,
        /// The second of them.
        second: Box<FilePlace>,
    },
    /// Two things of one kind have the same id, so that nobody can say which one is meant.
    #[error("Two {things} have the id \"{id}\": {first} and {second}. Give one of them another id.")]
    DuplicateId {
        /// What they are, for example `players`.
        things: &'static str,
        /// Their id.
        id: String,
        /// The first of them.
        first: Box<FilePlace>,
        /// The second of them.
        second: Box<FilePlace>,
    },
    /// There is nothing in it.
    #[error(
        "The file is empty. Open another file; if it held a plan, restore it from a backup or from the \
         autosave."
    )]
    Empty,
    /// A newer program wrote it.
    #[error(
        "The plan was written by a newer Backline (format version {found}; this program reads version \
         {FORMAT_VERSION}). The file was left alone. Open it with a newer Backline."
    )]
    Newer {
        /// Its version.
        found: u64,
    },
    /// There is no such file.
    #[error(
        "There is no such file. It may have been moved, renamed or deleted: open it from where it is now."
    )]
    NotFound,
    /// It is something other than a plan.
    #[error("This is not a Backline plan: {seems}. {remedy}")]
    NotAPlan {
        /// What it seems to be.
        seems: String,
        /// What to do with it.
        remedy: &'static str,
    },
    /// A folder, a device or a pipe.
    #[error("This is {what}, not a file. Choose a plan file.")]
    NotRegular {
        /// What it is.
        what: &'static str,
    },
    /// The bytes are not UTF-8.
    #[error("The file is not UTF-8 text: {what} at byte {offset} (line {line}). Save it again as UTF-8.")]
    NotUtf8 {
        /// What was found.
        what: &'static str,
        /// The first byte that is wrong, from 0.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
    /// The system would not let it be read.
    #[error("The file cannot be read: {0}. Check that the disk is there and that you may read the file.")]
    Read(#[source] io::Error),
    /// A field holds something other than it should.
    #[error("{what} (at {place}). {remedy}")]
    Shape {
        /// What is wrong, as a sentence without its full stop.
        what: String,
        /// Where.
        place: FilePlace,
        /// What to do.
        remedy: &'static str,
    },
    /// It is not JSON.
    #[error("The file is not complete JSON: {what} at {place}. {remedy}")]
    Syntax {
        /// What is wrong.
        what: String,
        /// Where.
        place: FilePlace,
        /// What to do.
        remedy: &'static str,
    },
    /// Larger than any plan.
    #[error(
        "The file is larger than {} MiB, the most this program reads. It is hardly a plan: check that it is \
         the right file.",
        max_bytes / (1024 * 1024)
    )]
    TooBig {
        /// The limit in bytes.
        max_bytes: u64,
    },
    /// Objects inside objects without end.
    #[error(
        "Lists and objects stand inside each other more than 100 deep at {place}. No plan needs that: check that it is the right file."
    )]
    TooDeep {
        /// Where it becomes too much.
        place: FilePlace,
    },
    /// A text longer than any in a plan.
    #[error("A text is longer than {max} bytes at {place}. Shorten it.")]
    TooLong {
        /// The limit in bytes.
        max: usize,
        /// Where the text begins.
        place: FilePlace,
    },
    /// More of something than this program handles.
    #[error("There are too many {things}: {found}, and the most this program handles is {max}. Remove some.")]
    TooMany {
        /// What there are too many of.
        things: &'static str,
        /// How many there are.
        found: usize,
        /// The most.
        max: usize,
    },
    /// The header does not give a version this program knows.
    #[error(
        "The plan's version is {found}, which no Backline has written. Set \"version\" to {FORMAT_VERSION}."
    )]
    UnknownVersion {
        /// What the header gives instead.
        found: String,
    },
}
