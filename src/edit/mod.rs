//! Verbs: every change to a plan, and the way back.
//!
//! A plan changes only through [`Edit`]. One gesture of the user is one edit, one undo step and one line in the
//! Edit menu. An edit that cannot be carried out is refused with a reason and changes nothing.

#[cfg(test)]
pub(crate) mod any;
mod apply;
pub mod branch;
mod done;
mod edits;
mod history;
mod label;
mod merge;
mod propose;
mod session;
#[cfg(test)]
mod tests;

pub use apply::{EditError, apply};
pub use done::Done;
pub use edits::Edit;
pub use history::History;
pub use merge::{Change, ChangeKind, Choice, MergeError, Merged, Side, held_value, merge};
pub use propose::{plays, propose_charts};
pub use session::Session;
