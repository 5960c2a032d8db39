//! The page about the format holds to the format: every example in it is read, and every object has one.

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::model::{
    Absence, Amount, Break, Club, Conflict, Contract, Formation, Injury, Matchday, MoneyRange, MoneySettings,
    Move, Plan, Player, RegistrationRules, Report, Scenario, Unit, Window,
};

use super::format::lay_out;

const PAGE: &str = include_str!("../../docs/plan-format.md");

/// The examples with the names behind ```` ```json ````.
fn examples() -> Vec<(&'static str, &'static str)> {
    PAGE.split("```json ")
        .skip(1)
        .map(|rest| {
            let (name, rest) = rest.split_once('\n').unwrap();
            (name, rest.split_once("```").unwrap().0)
        })
        .collect()
}

/// Reads an example as what it is said to be, with no field unknown and none lost.
#[track_caller]
fn read<T: Debug + DeserializeOwned + Serialize>(name: &str, text: &str) {
    let said: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let read: T = serde_json::from_str(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let shown = format!("{read:?}");
    assert!(!shown.contains("extra: {\""), "{name} has a field that the format does not know: {shown}");
    let again: Value = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    let is_empty = |value: &Value| {
        value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(serde_json::Map::is_empty)
    };
    for (field, value) in said.as_object().unwrap().iter().filter(|(_, value)| !is_empty(value)) {
        assert_eq!(again.get(field), Some(value), "{name}: {field}");
    }
}

#[test]
fn every_example_is_read_as_what_it_is_said_to_be() {
    for (name, text) in examples() {
        match name {
            "absence" => read::<Absence>(name, text),
            "amount" => read::<Amount>(name, text),
            "break" => read::<Break>(name, text),
            "club" => read::<Club>(name, text),
            "conflict" => read::<Conflict>(name, text),
            "contract" => read::<Contract>(name, text),
            "formation" => read::<Formation>(name, text),
            "injury" => read::<Injury>(name, text),
            "matchday" => read::<Matchday>(name, text),
            "money" => read::<MoneySettings>(name, text),
            "money-range" => read::<MoneyRange>(name, text),
            "move" => read::<Move>(name, text),
            "plan" => read::<Plan>(name, text),
            "player" => read::<Player>(name, text),
            "registration" => read::<RegistrationRules>(name, text),
            "report" => read::<Report>(name, text),
            "scenario" => read::<Scenario>(name, text),
            "unit" => read::<Unit>(name, text),
            "window" => read::<Window>(name, text),
            other => panic!("an example of {other}, which is no object of the format"),
        }
    }
}

/// The example that shows an object of the schema, by its name there: its own, or that of what it stands in.
fn example_of(object: &str) -> &str {
    match object {
        "ClubColours" => "club",
        "MoneySettings" | "Rate" | "WindowBudget" => "money",
        "MoneyRange" => "money-range",
        "RegistrationRules" => "registration",
        "ReportedAmount" => "report",
        "ReportedLayoff" | "ReportedReturn" => "injury",
        "Slot" => "formation",
        "Source" => "player",
        "Wage" => "contract",
        own => own,
    }
}

#[test]
fn every_field_of_every_object_stands_in_its_example() {
    let schema: Value = serde_json::from_str(&super::schema()).unwrap();
    let objects = schema["$defs"].as_object().unwrap().iter().map(|(name, object)| (name.as_str(), object));
    let mut missing = BTreeSet::new();
    for (name, object) in objects.chain([("Plan", &schema)]) {
        let shown: Vec<&str> = examples()
            .into_iter()
            .filter(|(example, _)| example.eq_ignore_ascii_case(example_of(name)))
            .map(|(_, text)| text)
            .collect();
        for field in object["properties"].as_object().into_iter().flat_map(serde_json::Map::keys) {
            if !shown.iter().any(|text| text.contains(&format!("\"{field}\":"))) {
                missing.insert(format!("{name}.{field}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_example_of_a_scenario_is_laid_out_as_it_would_be_saved() {
    let (_, text) = examples().into_iter().find(|(name, _)| *name == "scenario").unwrap();
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(lay_out(&value), text);
}
