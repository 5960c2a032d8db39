//! When: the chance that a player is available, that a unit is covered, that a season goes short. `docs/model.md` §§1–5.
//!
//! Two storeys. Below, mathematics on days counted from the as-of date, which knows no plan: lay-off → health → cover
//! of a day and the season's chain. Above, the reading of a plan: injuries ([`ReturnDates`]), contracts and moves, and
//! on top [`UnitForecast`], which is what most callers want. Every number it rests on comes from [`Assumptions`].
//!
//! Nothing here fails: what makes no sense in a plan is read in the way its documentation says, and is a problem for
//! the floor above to name.

#![cfg_attr(test, expect(clippy::float_cmp, reason = "what is certain, or was put in, comes out to the bit"))]

mod chain;
mod cover;
mod cover_report;
mod days;
mod defaults;
mod health;
mod joint;
mod layoff;
mod normal;
mod presence;
mod random;
mod reason;
mod recovery;
mod simulation;
mod squad;
mod unit;

pub use chain::{Effort, Method, Short, short_somewhere};
pub use cover::{Factor, at_least, at_least_with_deals};
pub use cover_report::{CoverDay, CoverReport, PlayerChance};
pub use days::{Day, Days, Span};
pub use defaults::{Assumptions, Catalogue, Entry, Tag, catalogue, id};
pub use health::{Ends, Health, Rates, Spell};
pub use layoff::{Layoff, days_of_months};
pub(crate) use random::Random;
pub use reason::Reason;
pub use recovery::{Basis, ReturnDates};
pub use squad::{Deal, Member, Presence, Squad};
pub use unit::{OnDate, PlayerForecast, Stretch, UnitForecast, horizon, season_end};
