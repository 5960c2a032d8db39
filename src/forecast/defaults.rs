//! Every default the numbers rest on, with its unit and source, and the values a plan puts in its place.
//!
//! The catalogue is `assets/defaults.json`, compiled in: same program, same numbers.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::model::Plan;

/// The ids of the catalogue that the program itself asks for.
pub mod id {
    #![expect(missing_docs, reason = "the label in the catalogue says what each one is")]
    pub const MONTH_DAYS: &str = "month.days";
    pub const BEFORE_EARLIEST: &str = "return.before-earliest";
    pub const BEFORE_LATEST: &str = "return.before-latest";
    pub const SINGLE_SPREAD: &str = "return.single-estimate-spread";
    pub const SHOWN_EARLIEST: &str = "return.shown-earliest";
    pub const SHOWN_LIKELY: &str = "return.shown-likely";
    pub const SHOWN_LATEST: &str = "return.shown-latest";
    pub const MEAN_LAYOFF_DAYS: &str = "health.mean-layoff-days";
    pub const INJURIES_FIRST_CHOICE: &str = "health.injuries-per-season.first-choice";
    pub const INJURIES_OTHERS: &str = "health.injuries-per-season.others";
    pub const SEASON_DAYS: &str = "health.season-days";
    pub const DURABLE: &str = "durability.durable";
    pub const NORMAL: &str = "durability.normal";
    pub const INJURY_PRONE: &str = "durability.injury-prone";
    pub const SPARE_PLAYERS: &str = "cover.spare-players";
    pub const EXACT_CELLS: &str = "season.exact-cells";
    pub const SIMULATIONS: &str = "season.simulations";
    pub const COVERED_MATCHDAY_VALUE: &str = "money.covered-matchday-value";
    pub const AMORTISATION_CAP_YEARS: &str = "money.amortisation-cap-years";

    /// All of the above.
    pub const ALL: [&str; 19] = [
        MONTH_DAYS,
        BEFORE_EARLIEST,
        BEFORE_LATEST,
        SINGLE_SPREAD,
        SHOWN_EARLIEST,
        SHOWN_LIKELY,
        SHOWN_LATEST,
        MEAN_LAYOFF_DAYS,
        INJURIES_FIRST_CHOICE,
        INJURIES_OTHERS,
        SEASON_DAYS,
        DURABLE,
        NORMAL,
        INJURY_PRONE,
        SPARE_PLAYERS,
        EXACT_CELLS,
        SIMULATIONS,
        COVERED_MATCHDAY_VALUE,
        AMORTISATION_CAP_YEARS,
    ];
}

/// What stands behind a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tag {
    /// Published: the source says where.
    Lit,
    /// Our own choice, with no claim of evidence.
    Ours,
    /// Laid down by a governing body.
    Rule,
}

/// One default: what it is, how much, in which unit, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Stable slug by which a plan overrides the value.
    pub id: String,
    /// What a reader calls it.
    pub label: String,
    /// The value unless the plan says otherwise.
    pub value: f64,
    /// The unit of `value`.
    pub unit: String,
    /// How far it may be trusted.
    pub tag: Tag,
    /// Where it comes from.
    pub source: String,
    /// Smallest value that makes sense.
    pub min: f64,
    /// Largest value that makes sense; equal to the smallest for a rule that no plan can change.
    pub max: f64,
    /// For a rule, a day on which it is known to be in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<jiff::civil::Date>,
}

/// The dated catalogue of defaults.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Always `backline-defaults`.
    pub format: String,
    /// The day the values were last looked at.
    pub dated: jiff::civil::Date,
    /// What the tags mean.
    pub note: String,
    /// The defaults, in the order in which they are shown.
    pub defaults: Vec<Entry>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../assets/defaults.json"))
        .expect("assets/defaults.json is well formed")
});

/// The catalogue this program was built with.
#[must_use]
pub fn catalogue() -> &'static Catalogue {
    &CATALOGUE
}

/// The values in force for one plan: the catalogue's, and the plan's own where it has any.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions {
    values: BTreeMap<&'static str, f64>,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self::new(|_| None)
    }
}

impl Assumptions {
    /// The values in force for `plan`.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self::new(|id| plan.assumptions.get(id).copied())
    }

    /// Takes the plan's own value for an id where `override_of` gives one.
    ///
    /// A value outside the range that makes sense counts as the nearest end of it, one that is not a number as none.
    pub fn new(override_of: impl Fn(&str) -> Option<f64>) -> Self {
        let values = catalogue()
            .defaults
            .iter()
            .map(|default| {
                let own = override_of(&default.id).filter(|value| !value.is_nan());
                (default.id.as_str(), own.unwrap_or(default.value).clamp(default.min, default.max))
            })
            .collect();
        Self { values }
    }

    /// The value in force for `id`, or nothing if the catalogue has no such id.
    #[must_use]
    pub fn value(&self, id: &str) -> Option<f64> {
        self.values.get(id).copied()
    }

    /// The value in force for one of the ids in [`id`].
    ///
    /// # Panics
    /// If the catalogue lacks it: a fault of the program, which a test rules out.
    #[must_use]
    pub fn get(&self, id: &str) -> f64 {
        self.value(id).unwrap_or_else(|| panic!("no default is called {id}"))
    }

    /// Median in days and spread (sigma of log days) of the lay-off after `diagnosis`, a slug such as
    /// `acl-rupture`. One the table does not know counts as `other`. `docs/model.md` §1.
    #[must_use]
    pub fn layoff(&self, diagnosis: &str) -> (f64, f64) {
        let of = |name: &str| {
            Some((
                self.value(&format!("layoff.{name}.median-days"))?,
                self.value(&format!("layoff.{name}.spread"))?,
            ))
        };
        of(diagnosis)
            .unwrap_or_else(|| (self.get("layoff.other.median-days"), self.get("layoff.other.spread")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_the_program_asks_for_is_in_the_catalogue() {
        let assumptions = Assumptions::default();
        for id in id::ALL {
            assert!(assumptions.value(id).is_some(), "{id}");
        }
    }

    #[test]
    fn every_default_has_a_source_and_lies_within_its_own_range_and_no_id_comes_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for default in &catalogue().defaults {
            assert!(seen.insert(&default.id), "{} comes twice", default.id);
            assert!(!default.source.is_empty() && !default.label.is_empty(), "{}", default.id);
            assert_eq!(default.tag == Tag::Rule, default.dated.is_some(), "{}: rules are dated", default.id);
            assert!((default.min..=default.max).contains(&default.value), "{}", default.id);
        }
    }

    #[test]
    fn a_plan_overrides_one_value_and_leaves_the_others() {
        let ours = Assumptions::new(|id| (id == "month.days").then_some(30.0));
        assert_eq!(ours.get(id::MONTH_DAYS), 30.0);
        assert_eq!(ours.get(id::MEAN_LAYOFF_DAYS), 18.7);
    }

    #[test]
    fn a_senseless_override_is_brought_back_into_range() {
        let ours = Assumptions::new(|id| match id {
            "health.mean-layoff-days" => Some(-4.0),
            "health.season-days" => Some(f64::NAN),
            _ => None,
        });
        assert_eq!(ours.get(id::MEAN_LAYOFF_DAYS), 1.0);
        assert_eq!(ours.get(id::SEASON_DAYS), 300.0);
    }

    #[test]
    fn every_diagnosis_of_a_plan_has_its_lay_off() {
        for diagnosis in crate::model::Diagnosis::ALL {
            let median = format!("layoff.{}.median-days", diagnosis.id());
            assert!(Assumptions::default().value(&median).is_some(), "{median}");
        }
    }

    #[test]
    fn the_months_of_a_report_and_of_the_catalogue_are_equally_long() {
        let months = Assumptions::default().get(id::MONTH_DAYS);
        for count in 0..120 {
            let days = crate::model::LayoffUnit::Months.days(count);
            assert_eq!(f64::from(days), libm::round(f64::from(count) * months));
        }
    }

    #[test]
    fn the_months_of_free_talks_are_those_the_calendar_keeps() {
        let until: jiff::civil::Date = "2026-06-30".parse().unwrap();
        let (talks, _) = crate::model::earliest_talks(until, None, None);
        let months = Assumptions::default().value("contract.free-talks-months").unwrap();
        assert_eq!(
            f64::from(
                12 * (until.year() - talks.year()) + i16::from(until.month()) - i16::from(talks.month()) + 1
            ),
            months
        );
    }

    #[test]
    fn a_diagnosis_nobody_has_heard_of_counts_as_other() {
        let assumptions = Assumptions::default();
        assert_eq!(assumptions.layoff("acl-rupture"), (225.0, 0.20));
        assert_eq!(assumptions.layoff("homesick"), (18.0, 0.9));
    }
}
