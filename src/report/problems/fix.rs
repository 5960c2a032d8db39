//! What takes a problem away with one click.

use crate::edit::Edit;

/// An edit that takes a problem away and makes no new error.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// As it stands on a button: `Move it to Winter 2026`.
    pub label: String,
    /// What it does, as one step.
    pub edit: Edit,
}

impl Fix {
    /// The edits as one step, named after the button.
    pub(super) fn new(label: String, edits: Vec<Edit>) -> Self {
        let mut letters = label.chars();
        let step =
            letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect());
        Self { label, edit: Edit::Together { label: step, edits } }
    }
}
