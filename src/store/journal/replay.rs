//! From a journal's bytes to the work it stands for, as far as it can be read.

use crate::edit::{Done, Session};
use crate::model::Plan;

use super::line::{self, Entry, Header, Unusable};

/// The most lines that are read. The writer begins a new journal long before.
const MAX_LINES: u64 = 1_000_000;

/// How a journal ends.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ending {
    /// With a whole line.
    Whole,
    /// In the middle of its last line, which is left out.
    Torn,
    /// A line in the middle cannot be used; it and everything behind it is left out.
    Broken {
        /// The number of the line, from 1.
        line: u64,
        /// How many lines could not be used.
        unread: u64,
    },
}

/// Why nothing could be taken from a journal.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Hopeless {
    /// It does not begin as one, or ends before its first plan.
    NotAJournal,
    /// A newer program wrote it.
    Newer(u32),
}

/// The work a journal stands for.
#[derive(Debug)]
pub(super) struct Replayed {
    pub(super) header: Header,
    /// The plan and its history, without file.
    pub(super) session: Session,
    /// How many changes went into it since the last save.
    pub(super) changes: u64,
    /// Length of the lines that were used, bytes.
    pub(super) length: u64,
    /// Where the last whole plan begins behind which edits stand.
    pub(super) snapshot: u64,
    /// The number of the line that comes next.
    pub(super) next: u64,
    pub(super) ending: Ending,
}

/// Does everything again that a journal tells.
///
/// # Errors
/// Why nothing can be taken from it.
pub(super) fn replay(bytes: &[u8]) -> Result<Replayed, Hopeless> {
    let mut lines = Split { rest: bytes, number: 0 };
    let (header, first) = beginning(&mut lines)?;
    let mut replayed = Replayed {
        changes: header.earlier,
        header,
        session: Session::new(first),
        length: lines.used(bytes),
        snapshot: lines.used(bytes),
        next: lines.number,
        ending: Ending::Whole,
    };
    loop {
        let number = lines.number;
        let used = match lines.next() {
            Next::Line(entry) => number < MAX_LINES && replayed.take(entry),
            Next::Unusable => false,
            Next::Torn => {
                replayed.ending = Ending::Torn;
                break;
            }
            Next::End => break,
        };
        if !used {
            let unread = 1 + lines.rest.split_inclusive(|byte| *byte == b'\n').count() as u64;
            replayed.ending = Ending::Broken { line: number + 1, unread };
            break;
        }
        replayed.length = lines.used(bytes);
        replayed.next = lines.number;
    }
    Ok(replayed)
}

fn beginning(lines: &mut Split<'_>) -> Result<(Header, Plan), Hopeless> {
    let first = lines.rest.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let header = match lines.next() {
        Next::Line(Entry::Begin(header)) if header.version == line::VERSION => header,
        Next::Line(Entry::Begin(header)) => return Err(Hopeless::Newer(header.version)),
        _ => return Err(newer(first).map_or(Hopeless::NotAJournal, Hopeless::Newer)),
    };
    match lines.next() {
        Next::Line(Entry::Plan(plan)) => Ok((header, *plan)),
        _ => Err(Hopeless::NotAJournal),
    }
}

/// The version of a header that this program cannot read otherwise.
fn newer(line: &[u8]) -> Option<u32> {
    let value: serde_json::Value = serde_json::from_slice(line).ok()?;
    let begin = value.get("did")?.get("begin")?;
    let version = begin.get("version")?.as_u64()?.try_into().ok()?;
    (begin.get("format")? == "backline-journal" && version > line::VERSION).then_some(version)
}

impl Replayed {
    /// Does one thing again; `false` if it cannot be done here.
    fn take(&mut self, entry: Entry) -> bool {
        match entry {
            Entry::Begin(_) => false,
            Entry::Plan(plan) => {
                self.session = Session::new(*plan);
                self.changes += 1;
                self.snapshot = self.length;
                true
            }
            Entry::Edit(edit) => self.count(&Done::Edit(edit)),
            Entry::Undo => self.count(&Done::Undo),
            Entry::Redo => self.count(&Done::Redo),
        }
    }

    fn count(&mut self, done: &Done) -> bool {
        let repeated = self.session.repeat(done);
        if repeated {
            self.changes = counted(self.changes, done);
        }
        repeated
    }
}

/// How many changes there are after one more thing was done.
pub(super) fn counted(changes: u64, done: &Done) -> u64 {
    match done {
        Done::Edit(_) | Done::Redo => changes + 1,
        Done::Undo => changes.saturating_sub(1),
    }
}

/// The lines of a journal, one after the other.
struct Split<'a> {
    rest: &'a [u8],
    number: u64,
}

enum Next {
    Line(Entry),
    /// The last line cannot be used.
    Torn,
    /// A line cannot be used, and others stand behind it.
    Unusable,
    End,
}

impl Split<'_> {
    fn used(&self, bytes: &[u8]) -> u64 {
        (bytes.len() - self.rest.len()) as u64
    }

    fn next(&mut self) -> Next {
        if self.rest.is_empty() {
            return Next::End;
        }
        let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') else { return Next::Torn };
        let (line, behind) = self.rest.split_at(end);
        let behind = behind.get(1..).unwrap_or_default();
        match line::read(line, self.number) {
            Ok(entry) => {
                self.rest = behind;
                self.number += 1;
                Next::Line(entry)
            }
            // A power cut can leave the last lines as zeros: they hold no line end, or nothing behind it.
            Err(Unusable::Damaged) if behind.is_empty() => Next::Torn,
            Err(_) => {
                self.rest = behind;
                Next::Unusable
            }
        }
    }
}
