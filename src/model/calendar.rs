//! Windows, matchdays and breaks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Extra, WindowId};

/// A named span in which players can be registered; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Window {
    /// Names it in moves.
    pub id: WindowId,
    /// As shown, for example `Winter 2026`.
    pub name: String,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
    /// What the user should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Window {
    /// The day lies inside.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.opens <= day && day <= self.closes
    }
}

/// How a matchday came into the plan.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MatchdayOrigin {
    /// From a fixture file.
    Imported,
    /// Made by the app, one a week: an assumption, not a fixture.
    Generated,
    /// Typed by the user.
    #[default]
    Typed,
}

/// A day on which the club plays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Matchday {
    /// The day.
    pub date: Date,
    /// Competition or round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competition: Option<String>,
    /// The other club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opponent: Option<String>,
    /// At home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<bool>,
    /// How it came into the plan.
    pub origin: MatchdayOrigin,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Matchday {
    /// A matchday of which only the day and its origin are known.
    #[must_use]
    pub fn on(date: Date, origin: MatchdayOrigin) -> Self {
        Self { date, competition: None, opponent: None, home: None, origin, extra: Extra::new() }
    }
}

/// A named span without club football, such as an international break; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Break {
    /// As shown.
    pub name: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}
