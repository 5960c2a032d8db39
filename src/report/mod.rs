//! So what: plain answers about a plan, in rows and words.

#[cfg(test)]
mod any_moves;
pub mod compare;
mod conflict_words;
pub mod money;
mod problems;

pub use conflict_words::{ConflictWords, FileWords};
use problems::moves_problems;
pub use problems::{Place, Problem, Severity, problems};
