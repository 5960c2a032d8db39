//! Positions on the pitch.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a player plays, in the usual short forms.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum Position {
    /// Goalkeeper.
    Gk,
    /// Right-back.
    Rb,
    /// Centre-back.
    Cb,
    /// Left-back.
    Lb,
    /// Right wing-back.
    Rwb,
    /// Left wing-back.
    Lwb,
    /// Defensive midfield.
    Dm,
    /// Central midfield.
    Cm,
    /// Attacking midfield.
    Am,
    /// Right midfield.
    Rm,
    /// Left midfield.
    Lm,
    /// Right wing.
    Rw,
    /// Left wing.
    Lw,
    /// Striker.
    St,
}

impl Position {
    /// Every position, from the goal to the other end.
    pub const ALL: [Self; 14] = [
        Self::Gk,
        Self::Rb,
        Self::Cb,
        Self::Lb,
        Self::Rwb,
        Self::Lwb,
        Self::Dm,
        Self::Cm,
        Self::Am,
        Self::Rm,
        Self::Lm,
        Self::Rw,
        Self::Lw,
        Self::St,
    ];

    /// `CB`.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Gk => "GK",
            Self::Rb => "RB",
            Self::Cb => "CB",
            Self::Lb => "LB",
            Self::Rwb => "RWB",
            Self::Lwb => "LWB",
            Self::Dm => "DM",
            Self::Cm => "CM",
            Self::Am => "AM",
            Self::Rm => "RM",
            Self::Lm => "LM",
            Self::Rw => "RW",
            Self::Lw => "LW",
            Self::St => "ST",
        }
    }

    /// `centre-back`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gk => "goalkeeper",
            Self::Rb => "right-back",
            Self::Cb => "centre-back",
            Self::Lb => "left-back",
            Self::Rwb => "right wing-back",
            Self::Lwb => "left wing-back",
            Self::Dm => "defensive midfield",
            Self::Cm => "central midfield",
            Self::Am => "attacking midfield",
            Self::Rm => "right midfield",
            Self::Lm => "left midfield",
            Self::Rw => "right wing",
            Self::Lw => "left wing",
            Self::St => "striker",
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.short())
    }
}
