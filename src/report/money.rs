//! What a scenario costs, as low – likely – high. `docs/model.md` §6.
//!
//! [`Costs`] reads the moves of a scenario once into [`MoveCost`]s and their [`Line`]s; every sum is then a matter of
//! which days and which items count.

mod bill;
pub(in crate::report) mod costs;
mod line;
mod made;
mod range;
pub(in crate::report) mod reading;
mod remark;
#[cfg(test)]
mod tests;

pub use bill::{Budget, SeasonCost, WageBill, WindowSpend};
pub use costs::Costs;
pub use line::{Item, Line, MoveCost, Reported};
pub use made::{Made, MadeRow};
pub use range::{Figure, Range, money};
pub use remark::{Remark, RemarkKind};

pub(in crate::report) use remark::as_words;
