//! What a value of a plan's file is to a merge: an object of fields, a list of things with keys, or one whole.
//!
//! Only lists and the few objects whose fields hang together are described here. Every other object is merged field by
//! field, those of a newer version too: no field can be forgotten.

use std::collections::HashMap;

use serde_json::Value;

/// How the items of a list are told apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum List {
    /// Objects, by the values of these fields; several of one key by their order.
    Items(&'static [&'static str]),
    /// Words that stand in an order, none twice.
    Words,
    /// As [`List::Words`], and who stands first matters most.
    Chart,
}

/// What the list at a place is; `None` for one that is merged as a whole.
pub(super) fn list_at(steps: &[String], sample: Option<&Value>) -> Option<List> {
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    Some(match steps.as_slice() {
        ["players" | "reports" | "scenarios" | "windows" | "units" | "formations"]
        | ["scenarios", _, "moves"]
        | ["formations", _, "slots"] => List::Items(&["id"]),
        ["breaks"] => List::Items(&["from", "name"]),
        ["matchdays"] => List::Items(&["date"]),
        ["players", _, "injuries"] => List::Items(&["start"]),
        ["players", _, "absences"] => List::Items(&["from", "kind"]),
        ["players", _, "positions" | "rivals"] => List::Words,
        ["reports", _, "amounts"] => List::Items(&["role"]),
        ["scenarios", _, "charts", _] => List::Chart,
        ["money", "rates"] => List::Items(&["base", "quote", "date"]),
        ["money", "budgets"] => List::Items(&["window"]),
        // A list of a newer version, if its items have ids.
        _ => {
            let items = sample?.as_array()?;
            let named = |item: &Value| item.get("id").is_some_and(Value::is_string);
            (!items.is_empty() && items.iter().all(named)).then_some(List::Items(&["id"]))?
        }
    })
}

/// A map that counts as empty where it is left out.
pub(super) fn is_map(steps: &[String]) -> bool {
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    matches!(steps.as_slice(), ["assumptions"] | ["players", _, "sources"] | ["scenarios", _, "charts"])
}

/// The fields of an object that make sense only together: where the sides differ in one of them, the object is one
/// whole. An amount of one side in the currency of the other would be nobody's.
pub(super) fn heads(steps: &[String], value: &Value) -> &'static [&'static str] {
    let has = |name: &str| value.get(name).is_some();
    let last = steps.last().map(String::as_str);
    let holder = steps.len().checked_sub(2).and_then(|at| steps.get(at)).map(String::as_str);
    if has("currency") && (has("amount") || has("low") || has("high")) {
        &["amount", "low", "likely", "high", "currency"]
    } else if has("min") && has("max") && has("unit") {
        &["min", "max", "unit"]
    } else if has("earliest") && has("latest") {
        &["earliest", "latest"]
    } else if has("amount") && has("per") {
        &["amount", "per"]
    } else if last == Some("club") {
        &["name"]
    } else if holder == Some("sources") {
        &["name", "date"]
    } else {
        &[]
    }
}

/// The items of a list by their keys, in order.
#[derive(Debug, Default)]
pub(super) struct Keyed<'a> {
    /// The keys in the order of the list, each once.
    pub keys: Vec<String>,
    /// What they stand for.
    pub items: HashMap<String, &'a Value>,
}

/// The items of a list by their keys; `None` if one of them has no key.
pub(super) fn keyed(list: List, value: Option<&Value>) -> Option<Keyed<'_>> {
    let mut keyed = Keyed::default();
    let Some(value) = value else { return Some(keyed) };
    let mut met: HashMap<String, usize> = HashMap::new();
    for item in value.as_array()? {
        let key = key_of(list, item)?;
        let count = met.entry(key.clone()).or_default();
        *count += 1;
        let key = if *count == 1 { key } else { format!("{key} #{count}") };
        keyed.items.insert(key.clone(), item);
        keyed.keys.push(key);
    }
    Some(keyed)
}

fn key_of(list: List, item: &Value) -> Option<String> {
    let plain = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    match list {
        List::Words | List::Chart => plain(item),
        List::Items(fields) => {
            let parts: Option<Vec<String>> =
                fields.iter().map(|field| item.get(field).and_then(plain)).collect();
            Some(parts?.join(" "))
        }
    }
}
