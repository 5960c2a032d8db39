//! Players: squad and targets.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Absence, Amount, Club, Date, Extra, Injury, MoneyRange, PlayerId, Position, age_on};

/// Whether a player belongs to the plan's club.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PlayerKind {
    /// Belongs to the plan's club.
    #[default]
    Squad,
    /// Belongs elsewhere, or is without a club.
    Target,
}

/// The stronger foot.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Foot {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Both alike.
    Both,
}

impl Foot {
    /// Every foot.
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Both];

    /// `left`, `right` or `both feet`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both feet",
        }
    }
}

/// The user's own mark of how often a player is injured (docs/model.md §2).
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Durability {
    /// Injured less often than most.
    Durable,
    /// As most.
    #[default]
    Normal,
    /// Injured more often than most.
    InjuryProne,
}

impl Durability {
    /// Every mark.
    pub const ALL: [Self; 3] = [Self::Durable, Self::Normal, Self::InjuryProne];

    /// `injury-prone`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Durable => "durable",
            Self::Normal => "normal",
            Self::InjuryProne => "injury-prone",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_normal(&self) -> bool {
        *self == Self::Normal
    }
}

/// How often a wage is paid.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum WagePeriod {
    /// Per week.
    #[default]
    Week,
    /// Per year.
    Year,
}

/// A wage as reported, or the plan's own estimate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Wage {
    /// Whole currency units per period.
    pub amount: Amount,
    /// The period.
    pub per: WagePeriod,
    /// The plan's own estimate, not a reported figure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub estimate: bool,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A contract with the player's present club.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Contract {
    /// The day he joined; left out, he has always been there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day, included; left out, it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// What he earns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage: Option<Wage>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Where a field of a player is from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Outlet, data set or file.
    pub name: String,
    /// As of which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A person: of the squad, or a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Player {
    /// Names him in charts, moves and reports.
    pub id: PlayerId,
    /// Name as shown.
    pub name: String,
    /// Squad or target.
    pub kind: PlayerKind,
    /// A target's club; left out, he is without one. Squad players belong to the plan's club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub club: Option<Club>,
    /// Day of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Date>,
    /// Nationality, for example `France`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nationality: Option<String>,
    /// Trained as a youth by clubs of the association that the plan's club belongs to; left out, it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_grown: Option<bool>,
    /// Trained as a youth by the plan's club itself; left out, it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub club_trained: Option<bool>,
    /// Stronger foot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub foot: Option<Foot>,
    /// Height in centimetres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height_cm: Option<u16>,
    /// Positions, the first his best.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Position>,
    /// Contract with his present club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract: Option<Contract>,
    /// The user's mark of how often he is injured.
    #[serde(default, skip_serializing_if = "Durability::is_normal")]
    pub durability: Durability,
    /// Injuries, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub injuries: Vec<Injury>,
    /// Suspensions, international duty and the like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
    /// What his club asks for him.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asking: Option<MoneyRange>,
    /// What a data set holds him to be worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market_value: Option<Amount>,
    /// Other clubs said to want him.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rivals: Vec<String>,
    /// The user's own notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Where each field is from, by the field's name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<Cow<'static, str>, Arc<Source>>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Player {
    /// A player of whom only id, name and kind are known.
    #[must_use]
    pub fn new(id: PlayerId, name: impl Into<String>, kind: PlayerKind) -> Self {
        Self {
            id,
            name: name.into(),
            kind,
            club: None,
            born: None,
            nationality: None,
            home_grown: None,
            club_trained: None,
            foot: None,
            height_cm: None,
            positions: Vec::new(),
            contract: None,
            durability: Durability::Normal,
            injuries: Vec::new(),
            absences: Vec::new(),
            asking: None,
            market_value: None,
            rivals: Vec::new(),
            notes: String::new(),
            sources: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// He is a target.
    #[must_use]
    pub fn is_target(&self) -> bool {
        self.kind == PlayerKind::Target
    }

    /// Age in whole years, if his day of birth is known.
    #[must_use]
    pub fn age_on(&self, day: Date) -> Option<i16> {
        self.born.map(|born| age_on(born, day))
    }

    /// The last day of his contract with his present club.
    #[must_use]
    pub fn contract_until(&self) -> Option<Date> {
        self.contract.as_ref()?.until
    }

    /// Drops the sources of what differs from `before`: what the user changed himself is from nobody else.
    ///
    /// A source that was changed as well stays.
    pub fn forget_sources(&mut self, before: &Self) {
        let wage = |player: &Self| player.contract.as_ref().and_then(|contract| contract.wage.clone());
        let span = |player: &Self| player.contract.as_ref().map(|contract| (contract.from, contract.until));
        let changed = [
            ("name", self.name != before.name),
            ("club", self.club != before.club || self.kind != before.kind),
            ("born", self.born != before.born),
            ("nationality", self.nationality != before.nationality),
            ("foot", self.foot != before.foot),
            ("height_cm", self.height_cm != before.height_cm),
            ("positions", self.positions != before.positions),
            ("contract", span(self) != span(before)),
            ("wage", wage(self) != wage(before)),
            ("asking", self.asking != before.asking),
            ("market_value", self.market_value != before.market_value),
        ];
        for (key, _) in changed.into_iter().filter(|(_, changed)| *changed) {
            if self.sources.get(key) == before.sources.get(key) {
                self.sources.remove(key);
            }
        }
    }

    /// What fans call him: the name without its first word, or the whole of a single-word name. Words in brackets,
    /// as in `Centre-back (not named)`, are no surname.
    #[must_use]
    pub fn surname(&self) -> &str {
        let name = self.name.trim();
        let rest = name.split_once(char::is_whitespace).map_or(name, |(_, rest)| rest.trim_start());
        if rest.starts_with('(') { name } else { rest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_shorten_as_fans_shorten_them() {
        for (name, surname) in [
            ("Virgil van Dijk", "van Dijk"),
            ("Pepe", "Pepe"),
            ("Éder Militão", "Militão"),
            ("Centre-back (not named)", "Centre-back (not named)"),
            ("", ""),
        ] {
            let player = Player::new(PlayerId::new_for(name, |_| false), name, PlayerKind::Squad);
            assert_eq!(player.surname(), surname, "{name}");
        }
    }
}
