//! Keeps what is done to the open plan: its journal, the right to write its file, and the versions a save replaces.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::edit::{Done, Session};
use crate::model::Plan;

use super::fingerprint::Fingerprint;
use super::folders::AppFolders;
use super::journal::{About, Journal, Leftover, Prepared};
use super::lock::{PlanLock, Taken};
use super::save::SaveError;
use super::{backups, crash, save};

/// The most changes that wait for a journal that cannot be written; then the plan itself is what will be written.
const MAX_WAITING: usize = 1_000;

/// Keeps what is done to the open plan.
///
/// [`Self::record`] is called before every frame; what it has written, a killed program does not lose.
#[derive(Debug)]
pub struct Keeper {
    folders: AppFolders,
    /// The file is ours to write.
    lock: Option<PlanLock>,
    /// Another window has the file: this is a copy.
    elsewhere: Option<PathBuf>,
    about: About,
    /// The plan as it was before anything that waits; `None` when there is no plan.
    before: Option<Arc<Plan>>,
    waiting: Vec<Done>,
    prepared: Option<Prepared>,
    journal: Option<Journal>,
    trouble: Option<String>,
}

/// A plan was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// What the file holds now.
    pub fingerprint: Fingerprint,
    /// Why the version before it could not be kept.
    pub not_kept: Option<String>,
}

impl Keeper {
    /// Keeps in these folders; nothing is open yet.
    #[must_use]
    pub fn new(folders: AppFolders) -> Self {
        Self {
            folders,
            lock: None,
            elsewhere: None,
            about: About::default(),
            before: None,
            waiting: Vec::new(),
            prepared: None,
            journal: None,
            trouble: None,
        }
    }

    /// Begins with a plan that was opened or made. What was kept of the one before is dealt with by [`Self::end`].
    ///
    /// `base` is what its file held.
    pub fn begin(&mut self, session: &mut Session, base: Option<Fingerprint>, is_sample: bool) {
        let file = session.path().cloned();
        tracing::info!("began with {}", file.as_deref().map_or("a new plan".into(), Path::to_string_lossy));
        // A sample's file is never written, so nobody has to wait for it.
        self.lock_file(file.as_deref().filter(|_| !is_sample));
        self.about = About { file, base, sample: is_sample };
        self.journal = None;
        self.start_over(session);
        if self.about.file.is_none() && !is_sample {
            // Nothing but the journal holds it, also before its first change.
            self.write(session);
        }
    }

    /// Goes on with a plan that was left behind.
    pub fn adopt(&mut self, leftover: Leftover) -> Session {
        let about = leftover.about();
        tracing::info!("went on with {} changes that were left behind", leftover.changes());
        let (mut session, journal) = leftover.keep(&self.folders);
        self.lock_file(about.file.as_deref().filter(|_| !about.sample));
        self.about = about;
        self.start_over(&mut session);
        match journal {
            Ok(journal) => (self.journal, self.prepared) = (Some(journal), None),
            Err(error) => self.trouble = Some(error.to_string()),
        }
        session
    }

    /// Writes down what was done since this was last called. What cannot be written waits for the next call.
    pub fn record(&mut self, session: &mut Session) {
        if self.before.is_some() && (session.has_done() || !self.waiting.is_empty()) {
            let done = session.take_done();
            note_steps(&done, session);
            self.waiting.extend(done);
            self.write(session);
        }
    }

    /// Why changes are not being written down, if they are not.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        self.trouble.as_deref()
    }

    /// The plan's file, if another window has it open: here is a copy that is saved elsewhere.
    #[must_use]
    pub fn open_elsewhere(&self) -> Option<&Path> {
        self.elsewhere.as_deref()
    }

    /// Asks again for the file that another window had; `true` if it is ours now.
    pub fn ask_again(&mut self) -> bool {
        let Some(file) = self.elsewhere.take() else { return true };
        self.lock_file(Some(&file));
        self.elsewhere.is_none()
    }

    /// Saves the plan and begins a new journal. What the file held before is kept as an earlier version.
    ///
    /// # Errors
    /// Why the file is as it was. The journal goes on.
    pub fn save(
        &mut self,
        session: &mut Session,
        path: &Path,
        expected: Option<&Fingerprint>,
    ) -> Result<Saved, SaveError> {
        self.record(session);
        let lock = self.lock_to_write(path)?;
        let not_kept = backups::back_up(&self.folders, path).err().map(|error| error.to_string());
        let plan = Arc::clone(session.plan());
        let fingerprint = save(path, &plan, expected)?;
        if lock.is_some() {
            self.lock = lock;
        }
        self.elsewhere = None;
        tracing::info!("saved {}", path.display());
        session.mark_saved(plan, path.to_owned());
        self.about = About { file: Some(path.to_owned()), base: Some(fingerprint), sample: false };
        if let Some(journal) = self.journal.take() {
            journal.remove();
        }
        self.start_over(session);
        Ok(Saved { fingerprint, not_kept })
    }

    /// The plan goes on from what its file holds now: what somebody else has written there is being taken over.
    pub fn go_on_from(&mut self, session: &mut Session, held: Fingerprint) {
        self.about.base = Some(held);
        let old = self.journal.take();
        self.start_over(session);
        if session.is_dirty() {
            self.write(session);
        }
        if let Some(old) = old {
            old.remove();
        }
    }

    /// The plan is closed. What was not saved is set aside for some days.
    pub fn end(&mut self, session: Option<&Session>) {
        if let Some(journal) = self.journal.take() {
            if session.is_some_and(Session::is_dirty) {
                journal.discard(&self.folders);
            } else {
                journal.remove();
            }
        }
        *self = Self::new(self.folders.clone());
    }

    /// The number of the last line written, `None` before there is a journal.
    #[must_use]
    pub fn last_line(&self) -> Option<u64> {
        self.journal.as_ref().map(Journal::last_line)
    }

    fn start_over(&mut self, session: &mut Session) {
        crash::note_file(self.about.file.as_deref());
        session.keep_done();
        self.before = Some(Arc::clone(session.plan()));
        self.prepared = Prepared::of(session.plan());
        self.waiting.clear();
        self.trouble = None;
    }

    fn write(&mut self, session: &Session) {
        if let Err(error) = self.try_to_write(session) {
            if self.trouble.is_none() {
                tracing::warn!("changes are not being written down: {error}");
            }
            self.trouble = Some(error.to_string());
            if self.waiting.len() > MAX_WAITING {
                self.waiting.clear();
                (self.journal, self.prepared) = (None, None);
                self.before = Some(Arc::clone(session.plan()));
            }
        } else {
            self.trouble = None;
        }
    }

    fn try_to_write(&mut self, session: &Session) -> Result<(), super::JournalError> {
        let Some(before) = &self.before else { return Ok(()) };
        let journal = match &mut self.journal {
            Some(journal) => journal,
            none => {
                let prepared = self.prepared.take();
                none.insert(Journal::begin_with(&self.folders, &self.about, before, prepared)?)
            }
        };
        journal.append(&self.waiting, session.plan())?;
        self.waiting.clear();
        Ok(())
    }

    /// Takes the file for this window, or notes that another one has it.
    fn lock_file(&mut self, file: Option<&Path>) {
        if let (Some(lock), Some(file)) = (&self.lock, file)
            && lock.is_of(file)
        {
            return;
        }
        (self.lock, self.elsewhere) = (None, None);
        let Some(file) = file else { return };
        match PlanLock::take(&self.folders, file) {
            Ok(Taken::Ours(lock)) => self.lock = Some(lock),
            Ok(Taken::Elsewhere) => self.elsewhere = Some(file.to_owned()),
            // Saving still notices when somebody else has changed the file.
            Err(error) => tracing::warn!("whether another window has the plan open is not known: {error}"),
        }
    }

    /// A lock for the file that is to be written; `None` if we hold it already or it cannot be known.
    fn lock_to_write(&self, path: &Path) -> Result<Option<PlanLock>, SaveError> {
        if self.lock.as_ref().is_some_and(|lock| lock.is_of(path)) {
            return Ok(None);
        }
        match PlanLock::take(&self.folders, path) {
            Ok(Taken::Ours(lock)) => Ok(Some(lock)),
            Ok(Taken::Elsewhere) => Err(SaveError::OpenElsewhere { path: path.to_owned() }),
            Err(_) => Ok(None),
        }
    }
}

/// Notes what was done for a report, should there have to be one.
fn note_steps(done: &[Done], session: &Session) {
    let history = session.history();
    match done {
        [] => {}
        [Done::Undo] => crash::note_step(&format!("undo {}", history.redo_label().unwrap_or_default())),
        [Done::Redo] => crash::note_step(&format!("redo {}", history.undo_label().unwrap_or_default())),
        _ => {
            let many = history.steps().min(done.len());
            let mut labels: Vec<&str> = history.labels().rev().take(many).collect();
            labels.reverse();
            labels.into_iter().for_each(crash::note_step);
        }
    }
}
