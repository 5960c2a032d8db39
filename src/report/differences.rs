//! What differs between two versions of a plan, in words: one line for each field.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::model::{Amount, Date, Plan, words};

/// The most characters of a text that are shown.
const MAX_TEXT: usize = 80;

/// A field that differs.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Difference {
    /// Which one, from the outside in: `Marc Guéhi › contract › until`.
    pub what: String,
    /// As it was; `None` where there was nothing.
    pub before: Option<String>,
    /// As it is; `None` where there is nothing any more.
    pub after: Option<String>,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (&self.before, &self.after) {
            (None, Some(after)) if after.is_empty() => write!(f, "{}: new", self.what),
            (None, Some(after)) => write!(f, "{}: now {after}", self.what),
            (Some(before), None) if before.is_empty() => write!(f, "{}: gone", self.what),
            (Some(before), None) => write!(f, "{}: no longer {before}", self.what),
            (Some(before), Some(after)) => write!(f, "{}: {before} \u{2192} {after}", self.what),
            (None, None) => f.write_str(&self.what),
        }
    }
}

/// Every field in which two plans differ, in the order of the file. Equal plans give none.
#[must_use]
pub fn differences(before: &Plan, after: &Plan) -> Vec<Difference> {
    if before == after {
        return Vec::new();
    }
    let (Ok(old), Ok(new)) = (serde_json::to_value(before), serde_json::to_value(after)) else {
        return Vec::new();
    };
    let mut names = BTreeMap::new();
    for plan in [&old, &new] {
        gather_names(plan, &mut names);
    }
    let mut walk = Walk { names, found: Vec::new() };
    walk.compare("", Some(&old), Some(&new));
    walk.found
}

/// What ids stand for: players, scenarios, windows, units, slots.
fn gather_names(value: &Value, names: &mut BTreeMap<String, String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather_names(item, names)),
        Value::Object(fields) => {
            if let (Some(Value::String(id)), Some(Value::String(name))) =
                (fields.get("id"), fields.get("name"))
            {
                names.insert(id.clone(), name.clone());
            }
            fields.values().for_each(|field| gather_names(field, names));
        }
        _ => {}
    }
}

struct Walk {
    names: BTreeMap<String, String>,
    found: Vec<Difference>,
}

impl Walk {
    fn compare(&mut self, what: &str, before: Option<&Value>, after: Option<&Value>) {
        if before == after {
            return;
        }
        match (before, after) {
            (Some(Value::Object(old)), Some(Value::Object(new)))
                if amount(old).is_none() || amount(new).is_none() =>
            {
                let keys = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
                for key in keys {
                    let name = self.names.get(key).map_or_else(|| key.replace('_', " "), Clone::clone);
                    self.compare(&inside(what, &name), old.get(key), new.get(key));
                }
            }
            (Some(Value::Array(old)), Some(Value::Array(new))) if has_keys(old) && has_keys(new) => {
                self.compare_lists(what, old, new);
            }
            _ => {
                let shown = |value: Option<&Value>| value.map(|value| self.shown(value));
                let difference =
                    Difference { what: what.to_owned(), before: shown(before), after: shown(after) };
                self.found.push(difference);
            }
        }
    }

    /// Lists whose items can be told apart: the same item is compared, whatever its place.
    fn compare_lists(&mut self, what: &str, old: &[Value], new: &[Value]) {
        let item = |list: &'_ [Value], wanted: &str| -> Option<Value> {
            list.iter().find(|item| key(item).as_deref() == Some(wanted)).cloned()
        };
        let old_keys: Vec<String> = old.iter().filter_map(key).collect();
        let new_keys: Vec<String> = new.iter().filter_map(key).collect();
        for wanted in old_keys.iter().chain(new_keys.iter().filter(|key| !old_keys.contains(key))) {
            let (before, after) = (item(old, wanted), item(new, wanted));
            let shown = after.as_ref().or(before.as_ref());
            let name = shown.map_or_else(|| wanted.clone(), |item| self.name_of(item, wanted));
            // A player, a scenario, a window goes by its own name; a report or a move needs to be called one.
            let named = shown.is_some_and(|item| item.get("name").is_some());
            let whole = if named && !what.contains('\u{203a}') { name } else { inside(what, &name) };
            match (before, after) {
                (Some(before), Some(after)) => self.compare(&whole, Some(&before), Some(&after)),
                (before, after) => {
                    let empty = |there: Option<Value>| there.map(|_| String::new());
                    self.found.push(Difference { what: whole, before: empty(before), after: empty(after) });
                }
            }
        }
        let stayed = |keys: &[String], others: &[String]| -> Vec<String> {
            keys.iter().filter(|key| others.contains(key)).cloned().collect()
        };
        if stayed(&old_keys, &new_keys) != stayed(&new_keys, &old_keys) {
            let what = inside(what, "order");
            let list =
                |keys: &[String]| keys.iter().map(|key| self.named(key)).collect::<Vec<_>>().join(", ");
            let (before, after) = (Some(cut(&list(&old_keys))), Some(cut(&list(&new_keys))));
            self.found.push(Difference { what, before, after });
        }
    }

    fn name_of(&self, item: &Value, key: &str) -> String {
        let text = |field: &str| item.get(field).and_then(Value::as_str);
        match (text("name"), text("player")) {
            (Some(name), _) => name.to_owned(),
            (None, Some(player)) => match text("date").or_else(|| text("kind")) {
                Some(more) => format!("{}, {}", self.named(player), day(more)),
                None => self.named(player),
            },
            (None, None) => day(key),
        }
    }

    fn named(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    fn shown(&self, value: &Value) -> String {
        let text = match value {
            Value::String(text) => day(&self.named(text)),
            Value::Bool(true) => "yes".to_owned(),
            Value::Bool(false) => "no".to_owned(),
            Value::Null => "nothing".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Array(items) if items.is_empty() => "nobody and nothing".to_owned(),
            Value::Array(items) => items.iter().map(|item| self.shown(item)).collect::<Vec<_>>().join(", "),
            Value::Object(fields) => match amount(fields) {
                Some(amount) => words::amount(&amount),
                None => fields
                    .iter()
                    .map(|(name, field)| format!("{} {}", name.replace('_', " "), self.shown(field)))
                    .collect::<Vec<_>>()
                    .join(", "),
            },
        };
        cut(&text)
    }
}

fn inside(what: &str, name: &str) -> String {
    if what.is_empty() { name.to_owned() } else { format!("{what} \u{203a} {name}") }
}

/// All items can be told apart, and no two have one key.
fn has_keys(items: &[Value]) -> bool {
    let mut keys: Vec<String> = items.iter().filter_map(key).collect();
    let all = keys.len() == items.len();
    keys.sort();
    keys.dedup();
    all && keys.len() == items.len()
}

/// What tells an item of a list from the others.
fn key(item: &Value) -> Option<String> {
    let field = ["id", "date", "start", "name"].into_iter().find_map(|name| item.get(name));
    field?.as_str().map(str::to_owned)
}

fn amount(fields: &Map<String, Value>) -> Option<Amount> {
    let (amount, currency) = (fields.get("amount")?.as_i64()?, fields.get("currency")?.as_str()?);
    Some(Amount::new(amount, currency.parse().ok()?))
}

/// A day as the program writes it, everything else as it is.
fn day(text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), words::date)
}

fn cut(text: &str) -> String {
    if text.chars().count() <= MAX_TEXT {
        return text.to_owned();
    }
    let begin: String = text.chars().take(MAX_TEXT).collect();
    format!("{}\u{2026}", begin.trim_end())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::SlotId;

    fn sample() -> Plan {
        serde_json::from_str(include_str!("../../saves/liverpool-2025-26-leoni.json")).unwrap()
    }

    fn said(before: &Plan, after: &Plan) -> Vec<String> {
        differences(before, after).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn equal_plans_do_not_differ() {
        assert_eq!(differences(&sample(), &sample()), []);
    }

    #[test]
    fn each_changed_field_is_one_line_in_words() {
        let before = sample();
        let mut after = before.clone();
        after.name = "Liverpool, autumn".to_owned();
        for player in &mut after.players {
            if player.id.as_str() == "marc-guehi" {
                let contract = Arc::make_mut(player).contract.as_mut().unwrap();
                contract.until = Some("2027-06-30".parse().unwrap());
            }
        }
        after.players.retain(|player| player.id.as_str() != "ibrahima-konate");
        for scenario in &mut after.scenarios {
            match scenario.id.as_str() {
                "do-nothing" => {
                    let lcb: SlotId = "lcb".parse().unwrap();
                    scenario.charts.get_mut(&lcb).unwrap().remove(1);
                }
                "summer-free" => scenario.name = "Wait".to_owned(),
                _ => {}
            }
        }
        let said = said(&before, &after);
        for expected in [
            "name: Liverpool 2025–26 → Liverpool, autumn",
            "Marc Guéhi › contract › until: 30 Jun 2026 → 30 Jun 2027",
            "Ibrahima Konaté: gone",
            "Wait › name: Summer free → Wait",
        ] {
            assert!(said.iter().any(|line| line == expected), "{expected:?} is not in {said:#?}");
        }
        assert!(
            said.iter().any(|line| line.starts_with("Do nothing › charts") && line.contains("Joe Gomez"))
        );
    }

    #[test]
    fn a_new_order_is_told_once() {
        let before = sample();
        let mut after = before.clone();
        after.scenarios.rotate_left(1);
        let said = said(&before, &after);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("scenarios › order: "), "{said:?}");
    }
}
