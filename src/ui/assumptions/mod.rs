//! The assumptions: every default with its value, unit, source and tag, and the plan's own value in its place.

mod words;

pub use words::{MEDICAL, is_medical, number, quantity, read, tag_chip, tag_sentence};
