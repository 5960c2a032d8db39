//! So what: plain answers about a plan, in rows and words.

#[cfg(test)]
mod any_moves;
mod change_words;
pub mod compare;
mod conflict_words;
mod differences;
pub mod money;
mod problems;
mod registration;

pub use conflict_words::{ConflictWords, FileWords};
pub use differences::{Difference, differences};
use problems::moves_problems;
pub use problems::{Fix, Place, Problem, Severity, problems};
pub use registration::{
    Count, Limit, Listed, Listing, OnTheDay, Registration, Verdict, known_rules, registration, registrations,
    rules_of, squad_on,
};
