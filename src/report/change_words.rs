//! How what a merge took over reads.

use crate::edit::{Change, ChangeKind, Side};

use super::FileWords;

impl FileWords<'_> {
    /// What a side changed, a line for each thing; nothing is listed twice.
    #[must_use]
    pub fn changes(&self, changes: &[Change], side: Side) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for change in changes.iter().filter(|change| change.side == side) {
            let kind = match change.kind {
                ChangeKind::Added => " (added)",
                ChangeKind::Removed => " (removed)",
                ChangeKind::Changed => "",
            };
            let line = format!("{}{kind}", self.path(&change.path));
            if lines.last() != Some(&line) {
                lines.push(line);
            }
        }
        lines
    }
}
