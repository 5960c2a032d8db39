//! Clubs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Extra;

/// A football club as far as a plan needs it: what it is called and which league's rules bind it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Club {
    /// Name as shown, for example `Crystal Palace`.
    pub name: String,
    /// Country of its association, for example `England`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// League, for example `Premier League`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub league: Option<String>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Club {
    /// A club of which only the name is known.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Both clubs play in the same league (or, where a league is not given, the same country).
    #[must_use]
    pub fn same_league(&self, other: &Self) -> bool {
        match (&self.league, &other.league) {
            (Some(a), Some(b)) => a == b && self.country == other.country,
            _ => self.country.is_some() && self.country == other.country,
        }
    }
}
