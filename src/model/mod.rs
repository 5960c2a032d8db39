//! Nouns: the plan and what it is made of.
//!
//! Values only. Nothing here opens a file, asks the clock or draws. Every type reads and writes JSON, and
//! every JSON object keeps the fields it does not know (`extra`), so that a plan written by a newer version
//! survives a load and a save.

mod calendar;
mod club;
mod conflict;
mod date;
mod formation;
mod id;
mod injury;
mod limits;
mod money;
mod name;
mod plan;
mod player;
mod position;
mod registration;
mod report;
mod scenario;
pub mod words;

pub use calendar::{Break, Matchday, MatchdayOrigin, Window};
pub use club::{Club, ClubColours, Rgb, hex, rgb};
pub use conflict::Conflict;
pub use date::{Season, TalksRule, age_on, earliest_talks, season_of};
pub use formation::{Formation, Slot, Unit, built_in_formations, built_in_units};
pub use id::{
    FormationId, InvalidId, MoveId, PlayerId, ReportId, ScenarioId, SlotId, UnitId, WindowId, fold, slug,
};
pub use injury::{Absence, AbsenceKind, Diagnosis, Injury, LayoffUnit, ReportedLayoff, ReportedReturn};
pub use limits::{MAX_PLAYERS, OverLimit};
pub use money::{
    Amount, Conversion, Currency, InvalidCurrency, MoneyRange, MoneySettings, Rate, WindowBudget,
};
pub use name::{is_part_of_name, name_key, name_words};
pub use plan::{FORMAT_VERSION, FormatTag, Plan};
pub use player::{Contract, Durability, Foot, Player, PlayerKind, Source, Wage, WagePeriod};
pub use position::Position;
pub use registration::RegistrationRules;
pub use report::{AmountRole, Report, ReportKind, ReportedAmount, Trust};
pub use scenario::{Move, MoveKind, Scenario, ScenarioColour};

/// Civil day, written `2026-01-24`.
pub use jiff::civil::Date;

/// The fields of a JSON object that this version does not know, in the order of the file.
pub type Extra = serde_json::Map<String, serde_json::Value>;
