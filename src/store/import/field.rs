//! What a column of a table can hold.

use serde::{Deserialize, Serialize};

/// What a column of a table holds.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Nothing that is used.
    Ignored,
    /// The whole name.
    Name,
    /// The first name alone.
    FirstName,
    /// The surname alone.
    LastName,
    /// The club he belongs to.
    Club,
    /// The number of his club in a data set.
    ClubNumber,
    /// The league his club plays in.
    League,
    /// The last season in which the data set saw him at his club.
    LastSeason,
    /// Day of birth.
    Born,
    /// Age in years.
    Age,
    /// Nationality.
    Nationality,
    /// Stronger foot.
    Foot,
    /// Height.
    Height,
    /// Positions, the first his best.
    Positions,
    /// His position in more detail than another column has it.
    ExactPosition,
    /// The day he joined.
    ContractFrom,
    /// The last day of his contract.
    ContractUntil,
    /// Market value.
    MarketValue,
    /// What his club asks.
    Asking,
    /// Wage.
    Wage,
    /// What the injury is.
    Injury,
    /// The day it happened.
    InjuredFrom,
    /// The day he is or was back.
    InjuredUntil,
    /// For how long he is or was out.
    InjuredFor,
}

impl Field {
    /// Every field, in the order of a list to choose from.
    pub const ALL: [Self; 24] = [
        Self::Ignored,
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Club,
        Self::ClubNumber,
        Self::League,
        Self::LastSeason,
        Self::Born,
        Self::Age,
        Self::Nationality,
        Self::Foot,
        Self::Height,
        Self::Positions,
        Self::ExactPosition,
        Self::ContractFrom,
        Self::ContractUntil,
        Self::MarketValue,
        Self::Asking,
        Self::Wage,
        Self::Injury,
        Self::InjuredFrom,
        Self::InjuredUntil,
        Self::InjuredFor,
    ];

    /// As shown: `contract until`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Ignored => "not used",
            Self::Name => "name",
            Self::FirstName => "first name",
            Self::LastName => "surname",
            Self::Club => "club",
            Self::ClubNumber => "number of the club",
            Self::League => "league",
            Self::LastSeason => "last season",
            Self::Born => "born",
            Self::Age => "age",
            Self::Nationality => "nationality",
            Self::Foot => "foot",
            Self::Height => "height",
            Self::Positions => "position",
            Self::ExactPosition => "exact position",
            Self::ContractFrom => "joined",
            Self::ContractUntil => "contract until",
            Self::MarketValue => "market value",
            Self::Asking => "asking price",
            Self::Wage => "wage",
            Self::Injury => "injury",
            Self::InjuredFrom => "injured from",
            Self::InjuredUntil => "injured until",
            Self::InjuredFor => "injured for",
        }
    }

    /// It holds days.
    #[must_use]
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::Born | Self::ContractFrom | Self::ContractUntil | Self::InjuredFrom | Self::InjuredUntil
        )
    }

    /// It holds money.
    #[must_use]
    pub fn is_money(self) -> bool {
        matches!(self, Self::MarketValue | Self::Asking | Self::Wage)
    }

    /// It holds a name of the player, whole or in part.
    #[must_use]
    pub fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::FirstName | Self::LastName)
    }

    /// It speaks of an injury.
    #[must_use]
    pub fn is_injury(self) -> bool {
        matches!(self, Self::Injury | Self::InjuredFrom | Self::InjuredUntil | Self::InjuredFor)
    }
}
