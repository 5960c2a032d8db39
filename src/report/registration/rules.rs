//! The sets of rules that a club's list is counted under: `assets/rules.json`, or a plan's own.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Date, Plan, RegistrationRules};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    #[expect(dead_code, reason = "it marks the file")]
    format: String,
    #[expect(dead_code, reason = "for the reader of the file")]
    dated: Date,
    #[expect(dead_code, reason = "for the reader of the file")]
    note: String,
    rules: Vec<RegistrationRules>,
}

static CATALOGUE: LazyLock<Vec<RegistrationRules>> = LazyLock::new(|| {
    let read: Catalogue = serde_json::from_str(include_str!("../../../assets/rules.json"))
        .expect("assets/rules.json is well formed");
    read.rules
});

/// The sets of rules this program was built with.
#[must_use]
pub fn known_rules() -> &'static [RegistrationRules] {
    &CATALOGUE
}

/// The sets of rules that count for a plan: its own, or else those of its club's league.
#[must_use]
pub fn rules_of(plan: &Plan) -> Vec<&RegistrationRules> {
    if plan.registration.is_empty() {
        known_rules().iter().filter(|rules| rules.bind(&plan.club)).collect()
    } else {
        plan.registration.iter().collect()
    }
}
