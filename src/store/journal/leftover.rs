//! Journals that a program left behind when it ended unexpectedly.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::edit::Session;
use crate::store::fingerprint::Fingerprint;
use crate::store::folders::AppFolders;
use crate::store::stored_path::StoredPath;

use super::line::Header;
use super::replay::{Ending, Hopeless, Replayed, replay};
use super::writer::Lines;
use super::{About, ENDING, Flusher, Journal, JournalError, UNFINISHED, open_to_go_on};

/// The longest journal that is read, bytes.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The most journals that are looked at on one start.
const MAX_LEFTOVERS: usize = 50;

/// How long a journal stays that was set aside, and how many do.
pub(super) const KEPT_ASIDE: Duration = Duration::from_hours(14 * 24);
const MAX_ASIDE: usize = 100;

/// How long an unfinished file stays whose program may still be at it.
const UNFINISHED_STAYS: Duration = Duration::from_hours(24);

/// A plan that was being worked on when the program ended. Nobody else is offered it while this is held.
#[derive(Debug)]
pub struct Leftover {
    path: PathBuf,
    file: File,
    header: Header,
    session: Session,
    changes: u64,
    length: u64,
    snapshot: u64,
    next: u64,
    ending: Ending,
    last: Option<SystemTime>,
}

/// A journal from which nothing could be taken, in a sentence.
type Unreadable = String;

/// Every journal that nobody holds, the newest first, and a sentence for each from which nothing can be taken.
///
/// Those without anything new are removed. Those that are damaged from the beginning are set aside.
#[must_use]
pub fn leftovers(folders: &AppFolders) -> (Vec<Leftover>, Vec<Unreadable>) {
    let mut found = Vec::new();
    let mut unreadable = Vec::new();
    for path in journals(&folders.journals()) {
        match Leftover::take(&path) {
            Ok(Some(leftover)) if leftover.is_new() => found.push(leftover),
            Ok(Some(leftover)) => drop(fs::remove_file(&leftover.path)),
            Ok(None) => {}
            Err(Hopeless::Newer(version)) => unreadable.push(format!(
                "A newer Backline (journal version {version}) has left unsaved changes here; open them with it. \
                 File: {}",
                path.display()
            )),
            Err(Hopeless::NotAJournal) => {
                let aside = open_to_go_on(&path).and_then(|file| set_aside(&path, &file, folders));
                let place = aside.unwrap_or(path);
                unreadable.push(format!(
                    "A journal of unsaved changes is damaged from its beginning: nothing in it can be used. It is \
                     kept for some days. File: {}",
                    place.display()
                ));
            }
        }
    }
    (found, unreadable)
}

/// Journals in the folder, the newest first.
fn journals(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(Option<SystemTime>, PathBuf)> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(|path| {
            let metadata = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
            Some((metadata.modified().ok(), path))
        })
        .collect();
    found.sort();
    found.into_iter().rev().take(MAX_LEFTOVERS).map(|(_, path)| path).collect()
}

impl Leftover {
    /// `None` if somebody holds it, or it cannot be read now.
    fn take(path: &Path) -> Result<Option<Self>, Hopeless> {
        let Ok(file) = open_to_go_on(path) else { return Ok(None) };
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
            Err(_) => return Ok(None),
        }
        if !is_still_at(&file, path) {
            return Ok(None);
        }
        let last = file.metadata().and_then(|metadata| metadata.modified()).ok();
        let mut bytes = Vec::new();
        let read = (&file).take(MAX_BYTES + 1).read_to_end(&mut bytes);
        if read.is_err() || bytes.len() as u64 > MAX_BYTES {
            return Err(Hopeless::NotAJournal);
        }
        let Replayed { header, session, changes, length, snapshot, next, ending } = replay(&bytes)?;
        let path = path.to_owned();
        let mut leftover =
            Self { path, file, header, session, changes, length, snapshot, next, ending, last };
        leftover.find_saved();
        Ok(Some(leftover))
    }

    /// Tells the session what its file holds, if that is what the journal began with.
    fn find_saved(&mut self) {
        let file = self.file_of_plan();
        let on_disk = file.as_deref().and_then(|path| super::super::open(path).ok());
        let known = self.header.base;
        let saved = on_disk.filter(|opened| Some(opened.fingerprint) == known).map(|opened| opened.plan);
        let session = std::mem::replace(&mut self.session, Session::new(empty()));
        self.session = session.with_file(file, saved);
    }

    /// It holds something that no file does.
    fn is_new(&self) -> bool {
        let untouched_sample = self.header.sample && self.changes == 0;
        let is_on_disk = || {
            let on_disk = self.session.path().and_then(|path| super::super::open(path).ok());
            on_disk.is_some_and(|opened| opened.plan == **self.session.plan())
        };
        !untouched_sample && !is_on_disk()
    }

    /// The plan and its history as they were, with the file they came from.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// How many changes were made since the last save.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// When the last change was made.
    #[must_use]
    pub fn last_change(&self) -> Option<SystemTime> {
        self.last
    }

    /// How the journal ends.
    #[must_use]
    pub fn ending(&self) -> Ending {
        self.ending
    }

    /// The number of the last line that was used.
    #[must_use]
    pub fn last_line(&self) -> u64 {
        self.next.saturating_sub(1)
    }

    /// The file the plan came from.
    #[must_use]
    pub fn file_of_plan(&self) -> Option<PathBuf> {
        self.header.file.clone().map(StoredPath::into_path)
    }

    /// What the file held when the plan was opened or saved last.
    #[must_use]
    pub fn base(&self) -> Option<Fingerprint> {
        self.header.base
    }

    /// The plan is a sample as it was delivered, but for the changes.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        self.header.sample
    }

    /// What the journal is about.
    pub(crate) fn about(&self) -> About {
        About { file: self.file_of_plan(), base: self.header.base, sample: self.header.sample }
    }

    /// Goes on with the work: the same journal is written on.
    ///
    /// # Errors
    /// Why the journal cannot be written; the session is as good without.
    pub fn keep(self, folders: &AppFolders) -> (Session, Result<Journal, JournalError>) {
        let Self { path, file, header, session, changes, length, snapshot, next, ending, .. } = self;
        let goes_on = || -> io::Result<Lines<File>> {
            if matches!(ending, Ending::Broken { .. }) {
                fs::create_dir_all(folders.discarded())?;
                fs::copy(&path, aside(&path, folders))?;
            }
            file.set_len(length)?;
            Lines::after(file, next, length)
        };
        let steps = (session.history().steps(), session.history().undone_steps());
        let journal = match goes_on() {
            Ok(lines) => Ok(Journal {
                flusher: Flusher::of(lines.medium()),
                path,
                lines,
                header,
                changes,
                snapshot: (snapshot, snapshot),
                steps,
            }),
            Err(source) => {
                Err(JournalError { what: "The journal cannot be written any further", source, path })
            }
        };
        (session, journal)
    }

    /// Sets it aside for some days.
    ///
    /// # Errors
    /// Why it stays where it is.
    pub fn discard(self, folders: &AppFolders) -> io::Result<PathBuf> {
        set_aside(&self.path, &self.file, folders)
    }
}

/// The file was not replaced by another one between being found and being taken.
fn is_still_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        file.metadata()
            .is_ok_and(|open| fs::metadata(path).is_ok_and(|named| identity(open) == identity(named)))
    }
    #[cfg(not(unix))]
    {
        let _ = (file, path);
        true
    }
}

/// Stands in while a session is taken apart.
fn empty() -> crate::model::Plan {
    use crate::model::{Club, Currency, Date, Plan};
    Plan::new("", Club::named(""), Date::ZERO, Currency::GBP)
}

/// A name among what is set aside that nothing has.
fn aside(path: &Path, folders: &AppFolders) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let plain = folders.discarded().join(name);
    let numbers = 1..=MAX_ASIDE * MAX_ASIDE;
    numbers
        .map(|n| plain.with_extension(format!("{n}.{ENDING}")))
        .find(|path| !path.exists())
        .unwrap_or(plain)
}

/// Moves a journal to where it stays for some days.
pub(super) fn set_aside(path: &Path, file: &File, folders: &AppFolders) -> io::Result<PathBuf> {
    fs::create_dir_all(folders.discarded())?;
    let place = aside(path, folders);
    fs::rename(path, &place)?;
    // The days count from now; without it they count from the last change.
    drop(file.set_modified(SystemTime::now()));
    Ok(place)
}

/// Removes what was set aside long enough ago, and what was never finished.
pub fn sweep(folders: &AppFolders, now: SystemTime) {
    let older = |path: &Path, than: Duration| {
        let changed = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
        changed.and_then(|then| now.duration_since(then).ok()).is_some_and(|age| age > than)
    };
    let mut aside = journals_set_aside(&folders.discarded());
    let too_many = aside.len().saturating_sub(MAX_ASIDE);
    let old = aside.iter().position(|(_, path)| !older(path, KEPT_ASIDE)).unwrap_or(aside.len());
    for (_, path) in aside.drain(..old.max(too_many)) {
        drop(fs::remove_file(path));
    }
    let Ok(entries) = fs::read_dir(folders.journals()) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let unfinished = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(UNFINISHED));
        if unfinished && older(&path, UNFINISHED_STAYS) {
            drop(fs::remove_file(path));
        }
    }
}

/// What was set aside, the oldest first.
fn journals_set_aside(folder: &Path) -> Vec<(Option<SystemTime>, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<_> = entries
        .flatten()
        .map(|entry| (entry.metadata().and_then(|metadata| metadata.modified()).ok(), entry.path()))
        .filter(|(_, path)| path.extension().is_some_and(|ending| ending == ENDING))
        .collect();
    found.sort();
    found
}
