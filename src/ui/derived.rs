//! What depends only on the plan, kept until the plan changes.

use crate::edit::Session;
use crate::model::{Date, PlayerId, ScenarioId};

use super::board::Outlook;

/// Rows computed once per [`Session::revision`].
#[derive(Debug, Default)]
pub struct Derived {
    revision: Option<u64>,
    dirty: bool,
    computed: u64,
}

impl Derived {
    /// Brings the rows up to date with the session; does nothing while nothing has changed.
    pub fn refresh(&mut self, session: &Session) {
        if self.revision == Some(session.revision()) {
            return;
        }
        self.revision = Some(session.revision());
        self.dirty = session.is_dirty();
        self.computed += 1;
    }

    /// Forgets everything, as after opening another plan or saving this one.
    pub fn reset(&mut self) {
        self.revision = None;
    }

    /// The plan differs from its file.
    #[must_use]
    pub fn is_dirty(&self) -> bool {
        self.dirty
    }

    /// How often rows were computed, for tests that prove that nothing is computed while nothing changes.
    #[must_use]
    pub fn computed(&self) -> u64 {
        self.computed
    }

    /// What the forecast says about a player on a day.
    #[must_use]
    pub fn outlook(&self, _scenario: &ScenarioId, _player: &PlayerId, _day: Date) -> Outlook {
        Outlook::default()
    }
}
