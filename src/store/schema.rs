//! The JSON Schema of a plan, made from the types.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::model::Plan;

/// The JSON Schema (draft 2020-12) of a plan's file, with a line end at its end.
#[must_use]
pub fn schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Plan>();
    let mut members = Map::new();
    members.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    members.insert("title".to_owned(), "Backline plan".into());
    members.insert("description".to_owned(), DESCRIPTION.into());
    if let Value::Object(described) = schema.to_value() {
        for (name, member) in described {
            members.entry(name).or_insert(member);
        }
    }
    let mut text = serde_json::to_string_pretty(&members).unwrap_or_default();
    text.push('\n');
    text
}

const DESCRIPTION: &str = "A football squad plan: a club, a day, its players, what is reported of them, and several \
    futures. Dates are civil days such as 2026-01-24, amounts are whole currency units, ids are slugs such as \
    marc-guehi. Fields that are not described here are kept.";

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::store::SAMPLES;

    use super::*;

    #[test]
    fn the_file_in_assets_is_current() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/plan.schema.json");
        if std::env::var_os("BACKLINE_BLESS").is_some_and(|bless| bless == "1") {
            std::fs::write(&path, schema()).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert_eq!(kept, schema(), "run this test once with BACKLINE_BLESS=1 and look at the difference");
    }

    #[test]
    fn every_sample_is_valid_and_a_plan_without_a_club_is_not() {
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema()).unwrap()).unwrap();
        for sample in SAMPLES {
            let plan: Value = serde_json::from_str(sample.json).unwrap();
            let errors: Vec<String> = validator
                .iter_errors(&plan)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", sample.file_name);
            let mut broken = plan;
            broken.as_object_mut().unwrap().remove("club");
            assert!(!validator.is_valid(&broken), "{}", sample.file_name);
        }
    }

    #[test]
    fn wrong_words_ids_and_days_are_not_valid() {
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema()).unwrap()).unwrap();
        let plan: Value = serde_json::from_str(SAMPLES[0].json).unwrap();
        for (pointer, wrong) in [
            ("/format", Value::from("other")),
            ("/players/0/id", Value::from("Virgil van Dijk")),
            ("/players/0/kind", Value::from("sqad")),
            ("/money/currency", Value::from("pounds")),
            ("/as_of", Value::from(2025)),
        ] {
            let mut plan = plan.clone();
            *plan.pointer_mut(pointer).unwrap() = wrong;
            assert!(!validator.is_valid(&plan), "{pointer}");
        }
    }
}
