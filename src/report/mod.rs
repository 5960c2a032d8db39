//! So what: plain answers about a plan, in rows and words.

#[cfg(test)]
mod any_moves;
pub mod compare;
pub mod money;
mod problems;

use problems::moves_problems;
pub use problems::{Fix, Place, Problem, Severity, problems};
