//! So what: plain answers about a plan, in rows and words.

mod problems;

pub use problems::{Fix, Place, Problem, Severity, problems};
