//! Rules about how many players of which kind a club may register.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Club, Date, Extra, Season, fold};

/// One set of rules, as laid down by a league or an association, or as the user has changed it.
///
/// Limitations:
///  * Places by nationality, loans and wages are not counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RegistrationRules {
    /// As shown, for example `Premier League squad list`.
    pub name: String,
    /// The league it binds, for example `Premier League`; left out, it binds no league by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub league: Option<String>,
    /// The country of that league.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// How many players the list holds.
    pub places: u8,
    /// Places that only home-grown players may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_grown: Option<u8>,
    /// Of those, places that only players trained by the club itself may take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub club_trained: Option<u8>,
    /// How many goalkeepers the list needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goalkeepers: Option<u8>,
    /// Who needs no place: players born on or after 1 January, so many years before the year in which the season begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub young_years: Option<u8>,
    /// A young player needs no place only after so many years at the club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub young_years_at_club: Option<u8>,
    /// What the counting leaves out, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where the rules can be read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// A day on which they are known to be in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// What of it nobody has held against the source yet.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub check: String,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl RegistrationRules {
    /// The club plays in the league that they bind, however it is written: `LaLiga`, `La Liga`.
    #[must_use]
    pub fn bind(&self, club: &Club) -> bool {
        let plain = |name: &Option<String>| {
            let name = name.as_deref().map(fold).unwrap_or_default();
            name.chars().filter(|c| c.is_alphanumeric()).collect::<String>()
        };
        let league = plain(&self.league);
        !league.is_empty() && league == plain(&club.league) && plain(&self.country) == plain(&club.country)
    }

    /// The first day of birth of the young, in a season; `None` where everyone needs a place.
    #[must_use]
    pub fn young_from(&self, season: Season) -> Option<Date> {
        let years = i16::from(self.young_years?);
        Date::new(season.0.saturating_sub(years).clamp(-9000, 9000), 1, 1).ok()
    }
}
