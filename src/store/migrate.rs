//! Older versions of the format, brought up to the newest one before the fields are read.
//!
//! There is one version so far. The next one adds a step here: a function from the JSON of version n to that of
//! version n + 1.

use crate::model::FORMAT_VERSION;

/// What to do with a file of some version.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// Read it as it is.
    Current,
    /// Written by a newer program.
    Newer,
    /// No program ever wrote this version.
    Unknown,
}

/// The step for a version.
pub(crate) fn step(version: u64) -> Step {
    match version {
        0 => Step::Unknown,
        version if version > u64::from(FORMAT_VERSION) => Step::Newer,
        _ => Step::Current,
    }
}
