//! So what: plain answers about a plan, in rows and words.

mod problems;
mod registration;

pub use problems::{Place, Problem, Severity, problems};
pub use registration::{
    Count, Limit, Listed, Listing, OnTheDay, Registration, Verdict, known_rules, registration, registrations,
    rules_of, squad_on,
};
