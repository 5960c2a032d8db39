//! One line of a journal: a checksum, a number, and what happened.
//!
//! `{"crc":"1a2b3c4d","n":7,"did":{"edit":…}}`: the checksum (CRC-32) is that of everything behind its comma up to
//! the line end, the number counts up by one from line to line. So a line that was cut, changed, repeated or left out
//! is noticed.

use serde::{Deserialize, Serialize};

use crate::edit::{Done, Edit};
use crate::model::Plan;
use crate::store::fingerprint::Fingerprint;
use crate::store::open::{MAX_TEXT, MAX_VALUES};
use crate::store::stored_path::StoredPath;
use crate::store::{scan, structure};

/// The version of the format that is written, and the newest that is read.
pub(super) const VERSION: u32 = 1;

/// The longest line that is written or read, in bytes.
pub(super) const MAX_LINE: usize = 96 * 1024 * 1024;

/// What stands before the checksum, and between it and what it covers.
const BEFORE: &[u8] = b"{\"crc\":\"";
const AFTER: &[u8] = b"\",";
const DIGITS: usize = 8;

/// The first line: what the journal is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Header {
    pub(super) format: Format,
    /// The version of the format.
    pub(super) version: u32,
    /// The version of the program that wrote it.
    pub(super) program: String,
    /// What the plan was called.
    pub(super) plan: String,
    /// The file the plan came from, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) file: Option<StoredPath>,
    /// The plan is a sample as it was delivered: saving asks for a place of its own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) sample: bool,
    /// What the file held when the journal began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) base: Option<Fingerprint>,
    /// How many changes since the last save went before the journal's first plan.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) earlier: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// What marks a file as a journal.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub(super) enum Format {
    #[serde(rename = "backline-journal")]
    BacklineJournal,
}

impl Header {
    pub(super) fn new(plan: &Plan) -> Self {
        Self {
            format: Format::BacklineJournal,
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            plan: plan.name.clone(),
            file: None,
            sample: false,
            base: None,
            earlier: 0,
        }
    }
}

/// What a line says.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Entry {
    /// What the journal is about.
    Begin(Header),
    /// The whole plan, as it was then.
    Plan(Box<Plan>),
    /// An edit was carried out.
    Edit(Box<Edit>),
    /// A step was undone.
    Undo,
    /// A step was done again.
    Redo,
}

/// The same, to be written without copying.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Said<'a> {
    Begin(&'a Header),
    Plan(&'a Plan),
    Edit(&'a Edit),
    Undo,
    Redo,
}

impl<'a> From<&'a Done> for Said<'a> {
    fn from(done: &'a Done) -> Self {
        match done {
            Done::Edit(edit) => Self::Edit(edit),
            Done::Undo => Self::Undo,
            Done::Redo => Self::Redo,
        }
    }
}

#[derive(Serialize)]
struct Written<'a> {
    n: u64,
    did: Said<'a>,
}

#[derive(Deserialize)]
struct Read {
    n: u64,
    did: Entry,
}

/// Why a line cannot be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Unusable {
    /// It is not what was written: its checksum differs, or it has none.
    Damaged,
    /// It is whole, but not the line that belongs here or nothing that this program understands.
    Foreign,
}

/// The line, its end included.
///
/// # Errors
/// What cannot be said in JSON, or in a line of bearable length.
pub(super) fn written(number: u64, said: Said<'_>) -> std::io::Result<Vec<u8>> {
    let body = serde_json::to_vec(&Written { n: number, did: said })?;
    if body.len() > MAX_LINE {
        return Err(std::io::Error::other("the change is too long to be written down"));
    }
    // Without the brace that opens the object: the line has its own.
    let covered = body.get(1..).unwrap_or_default();
    let mut line = Vec::with_capacity(body.len() + BEFORE.len() + DIGITS + AFTER.len());
    line.extend_from_slice(BEFORE);
    line.extend_from_slice(checksum(covered).as_bytes());
    line.extend_from_slice(AFTER);
    line.extend_from_slice(covered);
    line.push(b'\n');
    Ok(line)
}

/// Reads a line without its end.
///
/// # Errors
/// Why it cannot be used.
pub(super) fn read(line: &[u8], number: u64) -> Result<Entry, Unusable> {
    let covered = covered(line).ok_or(Unusable::Damaged)?;
    let mut body = Vec::with_capacity(covered.len() + 1);
    body.push(b'{');
    body.extend_from_slice(covered);
    let text = std::str::from_utf8(&body).map_err(|_| Unusable::Foreign)?;
    scan::survey(text, MAX_VALUES, MAX_TEXT).map_err(|_| Unusable::Foreign)?;
    let read: Read = serde_json::from_str(text).map_err(|_| Unusable::Foreign)?;
    if read.n != number {
        return Err(Unusable::Foreign);
    }
    let plan = match &read.did {
        Entry::Plan(plan) => Some(&**plan),
        Entry::Edit(edit) => match &**edit {
            Edit::ReplacePlan { plan, .. } => Some(&**plan),
            _ => None,
        },
        _ => None,
    };
    if plan.is_some_and(|plan| structure::check(plan).is_err()) {
        return Err(Unusable::Foreign);
    }
    Ok(read.did)
}

fn checksum(bytes: &[u8]) -> String {
    format!("{:08x}", crc32fast::hash(bytes))
}

/// What the checksum covers, if it fits.
fn covered(line: &[u8]) -> Option<&[u8]> {
    let rest = line.strip_prefix(BEFORE)?;
    let (digits, rest) = rest.split_at_checked(DIGITS)?;
    let covered = rest.strip_prefix(AFTER)?;
    (checksum(covered).as_bytes() == digits).then_some(covered)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::store::any_plan::any_plan;

    fn without_end(mut line: Vec<u8>) -> Vec<u8> {
        assert_eq!(line.pop(), Some(b'\n'));
        line
    }

    #[test]
    fn a_line_is_json_that_a_person_can_read() {
        let line = without_end(written(7, Said::Undo).unwrap());
        let text = String::from_utf8(line).unwrap();
        assert_eq!(text, r#"{"crc":"d132e372","n":7,"did":"undo"}"#);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap()["n"], 7);
    }

    #[test]
    fn a_line_that_was_changed_in_any_byte_is_noticed() {
        let edit = Edit::RenamePlan("Guéhi now".to_owned());
        let line = without_end(written(3, Said::Edit(&edit)).unwrap());
        assert_eq!(read(&line, 3), Ok(Entry::Edit(Box::new(edit))));
        for at in 0..line.len() {
            for flip in [1, 0x20, 0x80] {
                let mut broken = line.clone();
                broken[at] ^= flip;
                assert!(read(&broken, 3).is_err(), "byte {at} of {line:?} became {broken:?}");
            }
            assert_eq!(read(&line[..at], 3), Err(Unusable::Damaged), "cut after {at}");
        }
    }

    #[test]
    fn a_line_in_the_wrong_place_is_noticed() {
        let line = without_end(written(3, Said::Redo).unwrap());
        assert_eq!(read(&line, 4), Err(Unusable::Foreign));
    }

    #[test]
    fn a_line_nested_without_end_is_refused() {
        let deep = format!("\"n\":0,\"did\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let line = format!("{{\"crc\":\"{:08x}\",{deep}", crc32fast::hash(deep.as_bytes()));
        assert_eq!(read(line.as_bytes(), 0), Err(Unusable::Foreign));
    }

    proptest! {
        #[test]
        fn every_plan_comes_back_from_its_line(plan in any_plan()) {
            let line = without_end(written(1, Said::Plan(&plan)).unwrap());
            prop_assert!(!line.contains(&b'\n'));
            prop_assert_eq!(read(&line, 1), Ok(Entry::Plan(Box::new(plan))));
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = read(&bytes, 0);
            let mut line = format!("{{\"crc\":\"{:08x}\",", crc32fast::hash(&bytes)).into_bytes();
            line.extend(bytes);
            let _ = read(&line, 0);
        }
    }
}
