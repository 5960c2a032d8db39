//! What was done to a plan, step by step, in a form that can be written down and done again.

use serde::{Deserialize, Serialize};

use super::Edit;

/// One thing a user did to a plan.
///
/// Doing all of them again from the same plan gives the same plan and the same history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// An edit was carried out and left a step.
    Edit(Box<Edit>),
    /// The last step was undone.
    Undo,
    /// The step undone last was done again.
    Redo,
}
