//! Injuries and other absences. An injury is a range, never one date.

use jiff::ToSpan as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, Extra};

/// What kind of injury it is; each has a usual lay-off in `assets/defaults.json`.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Diagnosis {
    /// Rupture of the anterior cruciate ligament.
    AclRupture,
    /// Hamstring injury.
    Hamstring,
    /// Ankle sprain.
    AnkleSprain,
    /// Medial collateral ligament.
    Mcl,
    /// Achilles tendon rupture.
    AchillesRupture,
    /// Groin injury.
    Groin,
    /// Calf injury.
    Calf,
    /// Quadriceps injury.
    Quadriceps,
    /// Concussion.
    Concussion,
    /// Anything else.
    Other,
}

impl Diagnosis {
    /// Every diagnosis, the gravest first.
    pub const ALL: [Self; 10] = [
        Self::AclRupture,
        Self::AchillesRupture,
        Self::Mcl,
        Self::Hamstring,
        Self::Calf,
        Self::Quadriceps,
        Self::AnkleSprain,
        Self::Groin,
        Self::Concussion,
        Self::Other,
    ];

    /// As written in files: `acl-rupture`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::AclRupture => "acl-rupture",
            Self::Hamstring => "hamstring",
            Self::AnkleSprain => "ankle-sprain",
            Self::Mcl => "mcl",
            Self::AchillesRupture => "achilles-rupture",
            Self::Groin => "groin",
            Self::Calf => "calf",
            Self::Quadriceps => "quadriceps",
            Self::Concussion => "concussion",
            Self::Other => "other",
        }
    }

    /// As fans say it: `ACL rupture`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AclRupture => "ACL rupture",
            Self::Hamstring => "Hamstring",
            Self::AnkleSprain => "Ankle sprain",
            Self::Mcl => "Knee ligament (MCL)",
            Self::AchillesRupture => "Achilles rupture",
            Self::Groin => "Groin",
            Self::Calf => "Calf",
            Self::Quadriceps => "Quadriceps",
            Self::Concussion => "Concussion",
            Self::Other => "Injury",
        }
    }

    /// In as few letters as a card has room for: `ACL`.
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::AclRupture => "ACL",
            Self::Mcl => "knee",
            Self::AchillesRupture => "Achilles",
            Self::AnkleSprain => "ankle",
            Self::Hamstring => "hamstring",
            Self::Groin => "groin",
            Self::Calf => "calf",
            Self::Quadriceps => "thigh",
            Self::Concussion => "concussion",
            Self::Other => "injured",
        }
    }
}

/// The unit a lay-off was reported in.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LayoffUnit {
    /// Days.
    #[default]
    Days,
    /// Weeks of 7 days.
    Weeks,
    /// Months of 30.4375 days (docs/model.md §1).
    Months,
}

impl LayoffUnit {
    /// Whole days in `count` units, a month being 30.4375 days, rounded (docs/model.md §1).
    #[must_use]
    pub fn days(self, count: u32) -> u32 {
        match self {
            Self::Days => count,
            Self::Weeks => count.saturating_mul(7),
            Self::Months => (f64::from(count) * 30.4375).round() as u32,
        }
    }
}

/// How long he is out, as reported: "seven to nine months" is `{"min": 7, "max": 9, "unit": "months"}`.
///
/// `min` and `max` alike make it a single estimate. The wrong way round is a problem of the plan and is read
/// the right way round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportedLayoff {
    /// At least, in units.
    pub min: u32,
    /// At most, in units.
    pub max: u32,
    /// The unit of both.
    pub unit: LayoffUnit,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// When he is back, as reported in dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportedReturn {
    /// The earliest day.
    pub earliest: Date,
    /// The latest day; the same as `earliest` for a single date.
    pub latest: Date,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One injury of a player: a start, perhaps a diagnosis, and a reported range of return.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Injury {
    /// The day it happened.
    pub start: Date,
    /// What it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diagnosis: Option<Diagnosis>,
    /// In the words of the report, for example `cartilage`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The lay-off as reported, as a duration from the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layoff: Option<ReportedLayoff>,
    /// The return as reported, as dates. Counts before `layoff` where both are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<ReportedReturn>,
    /// The day he was fit again; makes the injury history.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Date>,
    /// Where this is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Injury {
    /// An injury of which only the first day is known.
    #[must_use]
    pub fn starting(start: Date) -> Self {
        Self {
            start,
            diagnosis: None,
            description: None,
            layoff: None,
            back: None,
            returned: None,
            source: None,
            extra: Extra::new(),
        }
    }

    /// The reported range of the lay-off in whole days from the start, the shorter first; `None` if none was
    /// reported. A return before the start counts as day 0.
    #[must_use]
    pub fn reported_days(&self) -> Option<(u32, u32)> {
        let (a, b) = if let Some(back) = &self.back {
            let days = |day: Date| u32::try_from((day - self.start).get_days()).unwrap_or(0);
            (days(back.earliest), days(back.latest))
        } else {
            let layoff = self.layoff.as_ref()?;
            (layoff.unit.days(layoff.min), layoff.unit.days(layoff.max))
        };
        Some((a.min(b), a.max(b)))
    }

    /// The days between which he is back as reported, the earlier first; `None` if nothing was reported.
    #[must_use]
    pub fn reported_return(&self) -> Option<(Date, Date)> {
        let (low, high) = self.reported_days()?;
        let after = |days: u32| self.start.saturating_add(i64::from(days).days());
        Some((after(low), after(high)))
    }

    /// Open on a day: begun, and not known to be over.
    #[must_use]
    pub fn is_open_on(&self, day: Date) -> bool {
        self.start <= day && self.returned.is_none_or(|returned| returned > day)
    }

    /// Its short name for a card: the diagnosis, else the report's own words, else `injured`.
    #[must_use]
    pub fn short(&self) -> &str {
        match (self.diagnosis, &self.description) {
            (Some(diagnosis), _) if diagnosis != Diagnosis::Other => diagnosis.short(),
            (_, Some(words)) if words.chars().count() <= 14 => words,
            _ => "injured",
        }
    }
}

/// Why a player is missing other than through injury.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AbsenceKind {
    /// Suspended.
    #[default]
    Suspension,
    /// With his national team.
    International,
    /// Anything else.
    Other,
}

impl AbsenceKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Suspension, Self::International, Self::Other];

    /// As shown: `suspended`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Suspension => "suspended",
            Self::International => "international duty",
            Self::Other => "absent",
        }
    }
}

/// Days on which a player cannot be picked for a reason other than injury; both ends belong to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Absence {
    /// Why.
    pub kind: AbsenceKind,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Date,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Absence {
    /// He is missing on this day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn seven_to_nine_months_are_213_to_274_days() {
        let mut injury = Injury::starting(day("2025-09-23"));
        injury.layoff =
            Some(ReportedLayoff { min: 7, max: 9, unit: LayoffUnit::Months, extra: Extra::new() });
        assert_eq!(injury.reported_days(), Some((213, 274)));
    }

    #[test]
    fn a_range_the_wrong_way_round_reads_the_right_way_round() {
        let mut injury = Injury::starting(day("2025-09-23"));
        injury.back = Some(ReportedReturn {
            earliest: day("2025-10-23"),
            latest: day("2025-09-01"),
            extra: Extra::new(),
        });
        assert_eq!(injury.reported_days(), Some((0, 30)));
    }

    #[test]
    fn an_injury_is_open_from_its_start_until_the_day_he_returns() {
        let mut injury = Injury::starting(day("2025-09-23"));
        injury.returned = Some(day("2025-10-01"));
        for (on, open) in
            [("2025-09-22", false), ("2025-09-23", true), ("2025-09-30", true), ("2025-10-01", false)]
        {
            assert_eq!(injury.is_open_on(day(on)), open, "{on}");
        }
    }
}
