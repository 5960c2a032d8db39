//! So what: plain answers about a plan, in rows and words.

mod conflict_words;
mod problems;

pub use conflict_words::{ConflictWords, FileWords};
pub use problems::{Place, Problem, Severity, problems};
