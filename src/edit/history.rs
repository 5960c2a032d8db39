//! Undo and redo over shared snapshots.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::model::Plan;

/// How many steps back are kept.
const MAX_STEPS: usize = 5_000;

/// What was, what could be again, and what each step was called.
///
/// A snapshot shares its players and reports with its neighbours, so a step costs little more than what it changed.
#[derive(Clone, Debug)]
pub struct History {
    present: Arc<Plan>,
    past: VecDeque<Step>,
    future: Vec<Step>,
}

/// The plan on the far side of a step, and what the step is called.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    plan: Arc<Plan>,
}

impl History {
    /// A history that begins with this plan.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        Self { present: Arc::new(plan), past: VecDeque::new(), future: Vec::new() }
    }

    /// The plan as it is now.
    #[must_use]
    pub fn present(&self) -> &Arc<Plan> {
        &self.present
    }

    /// Steps on to `plan`; what was undone before is gone.
    pub fn push(&mut self, label: String, plan: Plan) {
        let before = std::mem::replace(&mut self.present, Arc::new(plan));
        self.past.push_back(Step { label, plan: before });
        self.future.clear();
        if self.past.len() > MAX_STEPS {
            self.past.pop_front();
        }
    }

    /// Goes back one step and returns what was undone; `None` at the beginning.
    pub fn undo(&mut self) -> Option<&str> {
        let Step { label, plan } = self.past.pop_back()?;
        let after = std::mem::replace(&mut self.present, plan);
        self.future.push(Step { label, plan: after });
        self.future.last().map(|step| step.label.as_str())
    }

    /// Goes forward one step and returns what was done again; `None` at the end.
    pub fn redo(&mut self) -> Option<&str> {
        let Step { label, plan } = self.future.pop()?;
        let before = std::mem::replace(&mut self.present, plan);
        self.past.push_back(Step { label, plan: before });
        self.past.back().map(|step| step.label.as_str())
    }

    /// What [`Self::undo`] would undo.
    #[must_use]
    pub fn undo_label(&self) -> Option<&str> {
        self.past.back().map(|step| step.label.as_str())
    }

    /// What [`Self::redo`] would do again.
    #[must_use]
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| step.label.as_str())
    }

    /// What every step was called that could be undone, the first one first.
    #[must_use]
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.past.iter().map(|step| step.label.as_str())
    }

    /// How many steps can be done again.
    #[must_use]
    pub fn undone_steps(&self) -> usize {
        self.future.len()
    }

    /// How many steps can be undone.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.past.len()
    }
}
