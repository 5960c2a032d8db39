//! How far an import is, and the way to stop it.

use std::ops::ControlFlow;

/// What an import is busy with, in this order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Stage {
    /// Unpacks and decodes the bytes.
    Text,
    /// Splits the text into rows and cells.
    Table,
    /// Reads what the cells say.
    Rows,
    /// Looks for the same people in the plan.
    People,
}

impl Stage {
    /// As shown beside a progress bar: `Reading rows`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "Reading the file",
            Self::Table => "Splitting it into rows",
            Self::Rows => "Reading rows",
            Self::People => "Looking for the same people",
        }
    }
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Progress {
    /// What it is busy with.
    pub stage: Stage,
    /// How much of that is done, in bytes or rows.
    pub done: usize,
    /// How much there is; 0 where nobody knows.
    pub of: usize,
}

impl Progress {
    /// The share of the stage that is done, from 0 to 1; `None` where nobody knows.
    #[must_use]
    pub fn share(self) -> Option<f32> {
        (self.of > 0).then(|| (self.done as f32 / self.of as f32).min(1.0))
    }
}

/// Is told how far an import is, at least every few thousand rows, and says whether to go on.
pub type Watch<'a> = &'a dyn Fn(Progress) -> ControlFlow<()>;

/// Lets everything run to its end.
///
/// # Errors
/// None: it always says to go on.
pub fn unwatched(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// The watcher said to stop.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("The import was cancelled. Nothing was changed.")]
pub struct Cancelled;

/// Tells a watcher now and then, and hands on its answer.
pub(super) struct Reporter<'a> {
    watch: Watch<'a>,
    stage: Stage,
    of: usize,
    told: usize,
    every: usize,
}

impl<'a> Reporter<'a> {
    /// Tells about every hundredth of the work, and at most every `least` of it.
    pub(super) fn new(watch: Watch<'a>, stage: Stage, of: usize, least: usize) -> Self {
        Self { watch, stage, of, told: 0, every: (of / 100).clamp(1, least.max(1)) }
    }

    /// So much is done.
    pub(super) fn at(&mut self, done: usize) -> Result<(), Cancelled> {
        if done != 0 && done < self.told + self.every {
            return Ok(());
        }
        self.told = done;
        match (self.watch)(Progress { stage: self.stage, done, of: self.of }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cancelled),
        }
    }
}
