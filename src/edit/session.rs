//! A plan being worked on: its history, its file, and whether it is saved.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::Plan;

use super::{Done, Edit, EditError, History, apply};

/// A plan being worked on.
#[derive(Clone, Debug)]
pub struct Session {
    history: History,
    path: Option<PathBuf>,
    /// What its file holds; `None` when that is not known to be anything this plan has been.
    saved: Option<Arc<Plan>>,
    revision: u64,
    /// What was done since it was last taken, if somebody wants to know.
    done: Option<Vec<Done>>,
}

impl Session {
    /// A plan that is on no disk yet: it counts as unsaved from its first edit on.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let history = History::new(plan);
        let saved = Some(Arc::clone(history.present()));
        Self { history, path: None, saved, revision: 0, done: None }
    }

    /// A plan as read from a file.
    #[must_use]
    pub fn opened(plan: Plan, path: PathBuf) -> Self {
        Self { path: Some(path), ..Self::new(plan) }
    }

    /// The same work, with this file, of which `saved` is what it holds. Without `saved` the plan counts as unsaved
    /// whatever is undone.
    #[must_use]
    pub fn with_file(mut self, path: Option<PathBuf>, saved: Option<Plan>) -> Self {
        self.path = path;
        self.saved = saved.map(Arc::new);
        self
    }

    /// The plan as it is now.
    #[must_use]
    pub fn plan(&self) -> &Arc<Plan> {
        self.history.present()
    }

    /// Its file, if it has one.
    #[must_use]
    pub fn path(&self) -> Option<&PathBuf> {
        self.path.as_ref()
    }

    /// The plan as it was last opened or saved, if that is known.
    #[must_use]
    pub fn saved(&self) -> Option<&Arc<Plan>> {
        self.saved.as_ref()
    }

    /// Grows with every change of the plan, undo and redo included: what is derived from the plan is kept under it.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What could be undone and done again.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The plan differs from what is on disk. Undoing to the saved state makes it clean again.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        let present = self.history.present();
        let is_saved = |saved: &Arc<Plan>| Arc::ptr_eq(saved, present) || **saved == **present;
        !self.saved.as_ref().is_some_and(is_saved)
    }

    /// Carries an edit out as one step. An edit that changes nothing leaves no step.
    ///
    /// # Errors
    /// An [`EditError`] says why it was refused; plan and history are as before.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        let before = self.history.present();
        let after = apply(before, edit)?;
        if after == **before {
            return Ok(());
        }
        let label = edit.label(before);
        self.history.push(label, after);
        self.revision += 1;
        if let Some(done) = &mut self.done {
            done.push(Done::Edit(Box::new(edit.clone())));
        }
        Ok(())
    }

    /// Undoes the last step and returns what it was.
    pub fn undo(&mut self) -> Option<String> {
        let label = self.history.undo()?.to_owned();
        self.revision += 1;
        self.done.as_mut().into_iter().for_each(|done| done.push(Done::Undo));
        Some(label)
    }

    /// Does the step undone last again and returns what it was.
    pub fn redo(&mut self) -> Option<String> {
        let label = self.history.redo()?.to_owned();
        self.revision += 1;
        self.done.as_mut().into_iter().for_each(|done| done.push(Done::Redo));
        Some(label)
    }

    /// Notes that `plan` is what `path` now holds.
    pub fn mark_saved(&mut self, plan: Arc<Plan>, path: PathBuf) {
        self.saved = Some(plan);
        self.path = Some(path);
    }

    /// From now on, keeps what is done until [`Self::take_done`].
    pub fn keep_done(&mut self) {
        self.done = Some(Vec::new());
    }

    /// What was done since this was last asked; nothing before [`Self::keep_done`].
    pub fn take_done(&mut self) -> Vec<Done> {
        self.done.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Something was done that [`Self::take_done`] has not told yet.
    #[must_use]
    pub fn has_done(&self) -> bool {
        self.done.as_ref().is_some_and(|done| !done.is_empty())
    }

    /// Does again what was done once; `false` if it leads to no step here.
    pub fn repeat(&mut self, done: &Done) -> bool {
        let before = self.revision;
        match done {
            Done::Edit(edit) => self.apply(edit).is_ok() && self.revision > before,
            Done::Undo => self.undo().is_some(),
            Done::Redo => self.redo().is_some(),
        }
    }
}
