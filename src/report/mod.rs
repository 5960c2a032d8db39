//! So what: plain answers about a plan, in rows and words.

mod differences;
mod problems;

pub use differences::{Difference, differences};
pub use problems::{Place, Problem, Severity, problems};
