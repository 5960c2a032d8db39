//! A plan being worked on: its history, its file, and whether it is saved.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::Plan;

use super::{Edit, EditError, History, apply};

/// A plan being worked on.
#[derive(Clone, Debug)]
pub struct Session {
    history: History,
    path: Option<PathBuf>,
    saved: Arc<Plan>,
    revision: u64,
}

impl Session {
    /// A plan that is on no disk yet: it counts as unsaved from its first edit on.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let history = History::new(plan);
        let saved = Arc::clone(history.present());
        Self { history, path: None, saved, revision: 0 }
    }

    /// A plan as read from a file.
    #[must_use]
    pub fn opened(plan: Plan, path: PathBuf) -> Self {
        Self { path: Some(path), ..Self::new(plan) }
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

    /// The plan as it was last opened or saved.
    #[must_use]
    pub fn saved(&self) -> &Arc<Plan> {
        &self.saved
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
        !Arc::ptr_eq(&self.saved, present) && *self.saved != **present
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
        Ok(())
    }

    /// Undoes the last step and returns what it was.
    pub fn undo(&mut self) -> Option<String> {
        let label = self.history.undo()?.to_owned();
        self.revision += 1;
        Some(label)
    }

    /// Does the step undone last again and returns what it was.
    pub fn redo(&mut self) -> Option<String> {
        let label = self.history.redo()?.to_owned();
        self.revision += 1;
        Some(label)
    }

    /// Notes that `plan` is what `path` now holds.
    pub fn mark_saved(&mut self, plan: Arc<Plan>, path: PathBuf) {
        self.saved = plan;
        self.path = Some(path);
    }
}
