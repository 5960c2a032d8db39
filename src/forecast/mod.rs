//! When: the chance that a player is available, that a unit is covered, that a season goes short. `docs/model.md` §§1–5.

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
pub use reason::Reason;
pub use recovery::{Basis, ReturnDates};
pub use squad::{Deal, Member, Presence, Squad};
pub use unit::{OnDate, PlayerForecast, Stretch, UnitForecast, horizon, season_end};
