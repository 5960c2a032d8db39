//! `backline schema`: the shape of a plan's file, for editors and other programs.

use clap::Args;

use super::answer::Answer;

/// Print the JSON Schema of a plan's file.
///
/// Editors use it to complete and to check a plan while it is typed.
#[derive(Debug, Args)]
pub(super) struct Schema {}

impl Schema {
    pub(super) fn answer(self) -> Answer {
        let Self {} = self;
        Answer::fine(crate::store::schema())
    }
}
