//! Taking a plan along: cards fit to be posted, and texts without links.

mod frame;
mod taking;
#[cfg(test)]
mod tests;

pub use frame::{Card, CardShape};
pub(in crate::ui) use frame::{Heading, card_name, frame_ui};
pub(in crate::ui) use taking::{Made, Taking};
