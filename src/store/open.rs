//! From a file to a plan, or to the sentence that says why not.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;
use serde_json::error::Category;
use serde_path_to_error::Segment;

use crate::model::Plan;

use super::fingerprint::Fingerprint;
use super::open_error::{FilePlace, OpenError, OpenReason};
use super::scan::{self, Step, Unfit};
use super::{explain, header, structure};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The most values a file may hold, and the longest of its texts in bytes.
pub(super) const MAX_VALUES: usize = 4_000_000;
pub(super) const MAX_TEXT: usize = 1024 * 1024;

/// A plan that was opened.
#[derive(Debug)]
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// The file it came from, as it was named.
    pub path: PathBuf,
    /// What the file held.
    pub fingerprint: Fingerprint,
}

/// Opens a plan's file.
///
/// # Errors
/// Why it cannot be opened: the file, the line, what was expected, what to do.
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let file = path.display().to_string();
    match read(path) {
        Ok(bytes) => Ok(Opened {
            plan: parse(&bytes, &file)?,
            path: path.to_owned(),
            fingerprint: Fingerprint::of(&bytes),
        }),
        Err(reason) => Err(OpenError { reason, file }),
    }
}

/// Reads a plan from the bytes of a file; `shown_name` stands for the file in errors.
///
/// # Errors
/// As [`open`], but for what only a disk can do.
pub fn parse(bytes: &[u8], shown_name: &str) -> Result<Plan, OpenError> {
    parse_bytes(bytes).map_err(|reason| OpenError { reason, file: shown_name.to_owned() })
}

/// Reads from a stream, such as standard input, no more than a plan may be long.
///
/// # Errors
/// The stream's own error, or that it is too long.
pub fn read_stream(stream: impl io::Read) -> Result<Vec<u8>, OpenReason> {
    read_stream_at_most(stream, MAX_BYTES)
}

/// Reads from a stream no more than `max_bytes`.
pub(crate) fn read_stream_at_most(stream: impl io::Read, max_bytes: u64) -> Result<Vec<u8>, OpenReason> {
    let mut bytes = Vec::new();
    stream.take(max_bytes + 1).read_to_end(&mut bytes).map_err(OpenReason::Read)?;
    if bytes.len() as u64 > max_bytes {
        return Err(OpenReason::TooBig { max_bytes });
    }
    Ok(bytes)
}

/// The bytes of a regular file of bearable size.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, OpenReason> {
    read_at_most(path, MAX_BYTES)
}

/// The bytes of a regular file of at most `max_bytes`.
pub(crate) fn read_at_most(path: &Path, max_bytes: u64) -> Result<Vec<u8>, OpenReason> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => OpenReason::NotFound,
        _ => OpenReason::Read(error),
    };
    let regular = |metadata: &std::fs::Metadata| {
        if metadata.is_dir() {
            Err(OpenReason::NotRegular { what: "a folder" })
        } else if !metadata.is_file() {
            Err(OpenReason::NotRegular { what: "a device or a pipe" })
        } else if metadata.len() > max_bytes {
            Err(OpenReason::TooBig { max_bytes })
        } else {
            Ok(())
        }
    };
    // Before opening: a pipe without a writer would wait for one.
    regular(&std::fs::metadata(path).map_err(failed)?)?;
    let file = File::open(path).map_err(failed)?;
    regular(&file.metadata().map_err(failed)?)?;
    read_stream_at_most(file, max_bytes)
}

fn parse_bytes(bytes: &[u8]) -> Result<Plan, OpenReason> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(OpenReason::TooBig { max_bytes: MAX_BYTES });
    }
    let text = utf8(bytes)?;
    if text.trim().is_empty() {
        return Err(OpenReason::Empty);
    }
    looks_like_json(text)?;
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| syntax(text, &error))?;
    header::check(text)?;
    scan::survey(text, MAX_VALUES, MAX_TEXT).map_err(|unfit| unfit_reason(text, unfit))?;
    let plan = typed(text)?;
    structure::check(&plan).map_err(|fault| match fault {
        structure::Fault::Twice { things, id, first, second } => OpenReason::DuplicateId {
            things,
            id,
            first: Box::new(place(text, &first)),
            second: Box::new(place(text, &second)),
        },
        structure::Fault::Many { things, found, max } => OpenReason::TooMany { things, found, max },
    })?;
    Ok(plan)
}

/// The text of a file, without the mark that some editors put in front of UTF-8.
fn utf8(bytes: &[u8]) -> Result<&str, OpenReason> {
    if matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{' | b'[', 0, ..] | [0, b'{' | b'[', ..]) {
        let what = "it is UTF-16, as the first bytes show,";
        return Err(OpenReason::NotUtf8 { what, offset: 0, line: 1 });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let before = bytes.get(..offset).unwrap_or_default();
        OpenReason::NotUtf8 {
            what: "there is a byte that no UTF-8 text has",
            offset,
            line: before.split(|byte| *byte == b'\n').count(),
        }
    })
}

fn looks_like_json(text: &str) -> Result<(), OpenReason> {
    let seems = match text.trim_start().chars().next() {
        Some('{' | '[' | '"' | '-' | '0'..='9' | 't' | 'f' | 'n') => return Ok(()),
        Some('<') => "it is a web page or another XML file",
        _ => "it is text, but not JSON",
    };
    Err(OpenReason::NotAPlan { seems: seems.to_owned(), remedy: "Open a plan, or start a new one." })
}

fn typed(text: &str) -> Result<Plan, OpenReason> {
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path: Vec<Step> = error
            .path()
            .iter()
            .map_while(|segment| match segment {
                Segment::Seq { index } => Some(Step::Item(*index)),
                Segment::Map { key } => Some(Step::Field(key.clone())),
                Segment::Enum { .. } | Segment::Unknown => None,
            })
            .collect();
        let inner = error.inner();
        let message = bare_message(inner);
        if inner.classify() != Category::Data && message != "number out of range" {
            return syntax(text, inner);
        }
        let (what, remedy) = explain::shape(text, &path, &message);
        OpenReason::Shape { what, place: place(text, &path), remedy }
    })
}

fn syntax(text: &str, error: &serde_json::Error) -> OpenReason {
    let line_text = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let before = line_text.floor_char_boundary(error.column());
    let column = line_text.get(..before).map_or(0, |before| before.chars().count()).max(1);
    let place = FilePlace { path: String::new(), line: error.line(), column };
    let message = bare_message(error);
    if message == "recursion limit exceeded" {
        return OpenReason::TooDeep { place };
    }
    let (what, remedy) = explain::syntax(error.classify() == Category::Eof, &message);
    OpenReason::Syntax { what, place, remedy }
}

/// The error's message without the position that serde adds.
fn bare_message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(&message).to_owned()
}

fn unfit_reason(text: &str, unfit: Unfit) -> OpenReason {
    let at = |offset| {
        let (line, column) = scan::line_and_column(text, offset);
        FilePlace { path: String::new(), line, column }
    };
    match unfit {
        Unfit::FieldTwice { name, first, second } => {
            OpenReason::DuplicateField { name, first: Box::new(at(first)), second: Box::new(at(second)) }
        }
        Unfit::LongText(offset) => OpenReason::TooLong { max: MAX_TEXT, place: at(offset) },
        Unfit::ManyValues => OpenReason::TooMany { things: "values", found: MAX_VALUES + 1, max: MAX_VALUES },
    }
}

/// A path in words, with the ids of what it passes, and its line.
fn place(text: &str, path: &[Step]) -> FilePlace {
    let mut words = String::new();
    for (i, step) in path.iter().enumerate() {
        match step {
            Step::Field(name) => {
                if i > 0 {
                    words.push_str(" › ");
                }
                words.extend(name.chars().take(100));
            }
            Step::Item(number) => {
                words.extend(["[", &number.to_string(), "]"]);
                let mut inside: Vec<Step> = path.get(..=i).unwrap_or_default().to_vec();
                let name = ["id", "date", "name"].into_iter().find_map(|name| {
                    inside.push(Step::Field(name.to_owned()));
                    let found = scan::text_at(text, &inside);
                    inside.pop();
                    found
                });
                if let Some(name) = name {
                    words.push_str(" (");
                    words.extend(name.chars().take(60));
                    words.push(')');
                }
            }
        }
    }
    // The value itself, or what is there of the way to it.
    let offset = (0..=path.len()).rev().find_map(|n| scan::locate(text, path.get(..n)?)).unwrap_or(0);
    let (line, column) = scan::line_and_column(text, offset);
    FilePlace { path: words, line, column }
}

#[cfg(test)]
#[path = "open_tests.rs"]
mod tests;
