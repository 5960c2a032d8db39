//! The journal: every change of an open plan, on disk before the next frame is shown.
//!
//! A journal is a file of lines in the program's own folder: what it is about, the whole plan, then every edit, undo
//! and redo since. Doing them again gives the plan and its history as they were. Each line has a checksum and a
//! number; a torn last line is left out, behind a broken one in the middle nothing is used.
//!
//! A journal belongs to whoever holds its lock; one that nobody holds was left behind by a program that ended
//! unexpectedly.
//!
//! Limitations:
//!  * A line is given to the system at once and to the disk within seconds: a program that is killed loses nothing,
//!    a power cut may lose the last seconds.
//!  * When a journal grows past its bound it begins anew with the plan as it is then; what could be undone before
//!    that cannot be undone after a recovery.

mod leftover;
mod line;
mod replay;
#[cfg(test)]
mod tests;
mod writer;

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::Duration;

use crate::edit::Done;
use crate::model::Plan;

use self::line::{Entry, Header, Said};
use self::writer::Lines;
use super::fingerprint::Fingerprint;
use super::folders::AppFolders;
use super::stored_path::StoredPath;

pub use leftover::{Leftover, leftovers, sweep};
pub use replay::Ending;

/// How a journal's name ends.
const ENDING: &str = "journal";

/// How its name begins while it is being made.
const UNFINISHED: &str = ".unfinished-";

/// A journal begins anew when what stands behind its plan is longer than this and longer than the plan, bytes.
const MAX_EDITS: u64 = 2 * 1024 * 1024;

/// Plans with this many players and reports take their time to be written out.
const LARGE: usize = 500;

/// Lines up to this length are read back before they count as written, bytes.
const READ_BACK: usize = 256 * 1024;

/// The longest that lines stay with the system before they are on the disk.
const FLUSH_AFTER: Duration = Duration::from_secs(2);

/// Why changes are not written down.
#[derive(Debug, thiserror::Error)]
#[error("{what}: {source}. File: {}", path.display())]
pub struct JournalError {
    /// What could not be done.
    what: &'static str,
    /// Why.
    source: io::Error,
    /// The journal.
    path: PathBuf,
}

/// What a journal is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// The plan's file, if it has one.
    pub file: Option<PathBuf>,
    /// What it held when the journal began.
    pub base: Option<Fingerprint>,
    /// The plan is a sample as it was delivered.
    pub sample: bool,
}

/// A journal that is being written.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    lines: Lines<File>,
    header: Header,
    changes: u64,
    /// Length up to the end of the last whole plan, and of that plan.
    snapshot: (u64, u64),
    /// Steps that a replay could undo and do again.
    steps: (usize, usize),
    flusher: Flusher,
}

impl Journal {
    /// Begins a journal with `plan`, to which nothing was done yet.
    ///
    /// # Errors
    /// Why there is none.
    pub fn begin(folders: &AppFolders, about: &About, plan: &Plan) -> Result<Self, JournalError> {
        Self::begin_with(folders, about, plan, None)
    }

    /// The same with the plan's line written out before, if it was.
    pub(super) fn begin_with(
        folders: &AppFolders,
        about: &About,
        plan: &Plan,
        prepared: Option<Prepared>,
    ) -> Result<Self, JournalError> {
        let header = Header {
            file: about.file.as_deref().map(StoredPath::of),
            base: about.base,
            sample: about.sample,
            ..Header::new(plan)
        };
        let folder = folders.journals();
        let failed = |source| JournalError {
            what: "The journal could not be begun",
            source,
            path: folder.join(format!("*.{ENDING}")),
        };
        fs::create_dir_all(&folder).map_err(failed)?;
        let path = unused(&folder).map_err(failed)?;
        Self::lay(path, header, plan, prepared.and_then(Prepared::line))
    }

    /// Writes a journal with nothing but `plan` and puts it at `path`, whatever is there.
    fn lay(
        path: PathBuf,
        header: Header,
        plan: &Plan,
        written: Option<Vec<u8>>,
    ) -> Result<Self, JournalError> {
        let laid = |written: Option<Vec<u8>>| -> io::Result<(Lines<File>, u64)> {
            let folder = path.parent().unwrap_or(Path::new("."));
            let unfinished =
                tempfile::Builder::new().prefix(UNFINISHED).suffix(".tmp").tempfile_in(folder)?;
            // Before it has its name: nobody may take it for left behind.
            lock(unfinished.as_file())?;
            let mut lines = Lines::after(unfinished.as_file().try_clone()?, 0, 0)?;
            lines.append(&[Said::Begin(&header)])?;
            let before = lines.length();
            match written {
                Some(written) => lines.append_written(&written, lines.next() + 1)?,
                None => lines.append(&[Said::Plan(plan)])?,
            }
            let plan_length = lines.length() - before;
            unfinished.persist(&path)?;
            Ok((lines, plan_length))
        };
        match laid(written) {
            Ok((lines, plan_length)) => Ok(Self {
                changes: header.earlier,
                header,
                snapshot: (lines.length(), plan_length),
                steps: (0, 0),
                flusher: Flusher::of(lines.medium()),
                lines,
                path,
            }),
            Err(source) => Err(JournalError { what: "The journal could not be begun", source, path }),
        }
    }

    /// Appends what was done; `now` is the plan afterwards.
    ///
    /// # Errors
    /// Why nothing was appended; trying again with the same is right.
    pub fn append(&mut self, done: &[Done], now: &Plan) -> Result<(), JournalError> {
        if done.is_empty() {
            return Ok(());
        }
        let changes = done.iter().fold(self.changes, replay::counted);
        if self.lines.is_sick() || self.is_full() {
            return self.begin_anew(changes, now);
        }
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| JournalError { what: "The last change could not be written down", source, path }
        };
        match self.steps_after(done) {
            Some(steps) if can_be_read_back(done) => {
                let said: Vec<Said<'_>> = done.iter().map(Said::from).collect();
                self.lines.append(&said).map_err(failed(&self.path))?;
                (self.changes, self.steps) = (changes, steps);
            }
            // What a replay could not do from here: the plan itself says it as well.
            _ => {
                let before = self.lines.length();
                self.lines.append(&[Said::Plan(now)]).map_err(failed(&self.path))?;
                let length = self.lines.length();
                self.snapshot = (length, length - before);
                (self.changes, self.steps) = (self.changes + 1, (0, 0));
            }
        }
        self.flusher.wake();
        Ok(())
    }

    /// The number of the last line: what is up to it is written.
    #[must_use]
    pub fn last_line(&self) -> u64 {
        self.lines.next().saturating_sub(1)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Nothing in it is needed any more.
    pub fn remove(self) {
        // Left behind it is looked at on the next start, found to hold nothing new, and removed then.
        drop(fs::remove_file(&self.path));
    }

    /// Sets it aside for some days.
    pub fn discard(self, folders: &AppFolders) {
        // It stays where it is, then, and is offered again on the next start.
        drop(leftover::set_aside(&self.path, self.lines.medium(), folders));
    }

    fn is_full(&self) -> bool {
        let (end, plan_length) = self.snapshot;
        self.lines.length() - end > MAX_EDITS.max(plan_length)
    }

    fn begin_anew(&mut self, changes: u64, now: &Plan) -> Result<(), JournalError> {
        let header = Header { earlier: changes, ..self.header.clone() };
        *self = Self::lay(self.path.clone(), header, now, None)?;
        Ok(())
    }

    /// What a replay could undo and do again after this; `None` where it lacks the steps.
    fn steps_after(&self, done: &[Done]) -> Option<(usize, usize)> {
        done.iter().try_fold(self.steps, |(past, future), done| match done {
            Done::Edit(_) => Some((past + 1, 0)),
            Done::Undo => Some((past.checked_sub(1)?, future + 1)),
            Done::Redo => Some((past + 1, future.checked_sub(1)?)),
        })
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        // The thread that flushes may hold the file a moment longer; the lock must not last as long.
        drop(self.lines.medium().unlock());
    }
}

/// A name in the folder that no journal has.
fn unused(folder: &Path) -> io::Result<PathBuf> {
    let file = tempfile::Builder::new().prefix("plan-").suffix(".name").tempfile_in(folder)?;
    Ok(file.path().with_extension(ENDING))
}

/// Takes a file for this program alone. Where the system knows no locks nobody can hold one either.
fn lock(file: &File) -> io::Result<()> {
    match file.lock() {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => Ok(()),
        other => other,
    }
}

/// Opens a journal to read it and go on writing.
fn open_to_go_on(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).open(path)
}

/// Whether what was done says the same when it is read as when it was written.
fn can_be_read_back(done: &[Done]) -> bool {
    done.iter().all(|done| {
        let Ok(mut line) = line::written(0, Said::from(done)) else { return false };
        line.pop();
        line.len() > READ_BACK
            || line::read(&line, 0).is_ok_and(|read| match (&read, done) {
                (Entry::Edit(read), Done::Edit(edit)) => read == edit,
                (Entry::Undo, Done::Undo) | (Entry::Redo, Done::Redo) => true,
                _ => false,
            })
    })
}

/// The line of a large plan, being written out on a thread of its own before it is needed: the first change after a
/// save is not to wait for it.
#[derive(Debug)]
pub(super) struct Prepared {
    line: Receiver<Vec<u8>>,
}

impl Prepared {
    /// Begins with it; `None` for a plan that is written out in no time.
    pub(super) fn of(plan: &Arc<Plan>) -> Option<Self> {
        if plan.players.len() + plan.reports.len() < LARGE {
            return None;
        }
        let (send, line) = mpsc::sync_channel(1);
        let plan = Arc::clone(plan);
        let write = move || {
            if let Ok(line) = line::written(1, Said::Plan(&plan)) {
                // Nobody waits for it any more if the plan was closed.
                drop(send.send(line));
            }
        };
        thread::Builder::new().name("first plan".to_owned()).spawn(write).ok().map(|_| Self { line })
    }

    fn line(self) -> Option<Vec<u8>> {
        self.line.recv().ok()
    }
}

/// A thread that brings a file to the disk some time after it was written to.
#[derive(Debug)]
struct Flusher {
    wake: Option<SyncSender<()>>,
}

impl Flusher {
    fn of(file: &File) -> Self {
        let Ok(file) = file.try_clone() else { return Self { wake: None } };
        let (wake, woken) = mpsc::sync_channel::<()>(1);
        let flush = move || {
            while woken.recv().is_ok() {
                // Whatever else is written meanwhile goes along.
                let ended = woken.recv_timeout(FLUSH_AFTER) == Err(RecvTimeoutError::Disconnected);
                // Without it only a power cut is worse; the next one may succeed.
                drop(file.sync_data());
                if ended {
                    break;
                }
            }
        };
        let spawned = thread::Builder::new().name("journal".to_owned()).spawn(flush);
        Self { wake: spawned.ok().map(|_| wake) }
    }

    fn wake(&self) {
        if let Some(wake) = &self.wake {
            // A full channel has been woken already.
            let _full = wake.try_send(());
        }
    }
}
