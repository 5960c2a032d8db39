//! How a plan is laid out as text: a person can read it, a diff can follow it.
//!
//! Two spaces of indent, one line end at the end, fields in the order of the types. What is small stays on one
//! line (an amount, a slot, a matchday), what has an identity of its own (a player, a report, a move) is always a
//! block, and a slot's chart is always one line: dragging a player changes one line of the file.

use serde_json::{Map, Value};

use crate::model::Plan;

/// The widest line that small objects and lists share, in characters.
const WIDTH: usize = 100;

/// Lists whose objects are blocks however small they are.
const BLOCKS: [&str; 6] = ["conflicts", "formations", "moves", "players", "reports", "scenarios"];

/// The object whose members are one line each however long they are.
const CHARTS: &str = "charts";

/// The text of a plan's file: UTF-8, LF, the same bytes for the same plan.
///
/// A number that JSON cannot hold (infinity) becomes `null`; no plan that was opened from a file holds one.
#[must_use]
pub fn to_json(plan: &Plan) -> String {
    // Through text, not `to_value`: that would widen a slot's 0.36 to 0.36000001430511475.
    let value = serde_json::to_string(plan)
        .and_then(|text| serde_json::from_str(&text))
        .or_else(|_| serde_json::to_value(plan))
        .unwrap_or(Value::Null);
    debug_assert!(value.is_object(), "every plan has a text");
    lay_out(&value)
}

/// The layout of any JSON value, with a line end at its end.
pub(crate) fn lay_out(value: &Value) -> String {
    let mut writer = Writer { out: String::new(), indent: 0 };
    writer.value(value, &Place::default(), 1);
    writer.out.push('\n');
    writer.out
}

/// What the layout of a value depends on besides the value.
#[derive(Default)]
struct Place<'a> {
    /// The name of the field it is, or of the list it stands in.
    field: &'a str,
    /// It stands in a list.
    listed: bool,
    /// It is a slot's chart.
    chart: bool,
}

struct Writer {
    out: String,
    indent: usize,
}

impl Writer {
    /// Writes a value; `after` columns on its line are kept for what follows it.
    fn value(&mut self, value: &Value, place: &Place<'_>, after: usize) {
        if let Some(line) = one_line(value, place)
            && (place.chart || is_scalar(value) || is_empty(value) || self.fits(&line, after))
        {
            self.out.push_str(&line);
            return;
        }
        match value {
            Value::Array(items) => self.list(items, place),
            Value::Object(members) => self.object(members, place),
            scalar => self.out.push_str(&scalar.to_string()),
        }
    }

    fn fits(&self, more: &str, after: usize) -> bool {
        let line = self.out.rsplit('\n').next().unwrap_or_default();
        line.chars().count() + more.chars().count() + after <= WIDTH
    }

    fn list(&mut self, items: &[Value], place: &Place<'_>) {
        self.out.push('[');
        self.indent += 1;
        for (i, item) in items.iter().enumerate() {
            self.next(i);
            self.value(item, &Place { field: place.field, listed: true, chart: false }, 1);
        }
        self.indent -= 1;
        self.line();
        self.out.push(']');
    }

    fn object(&mut self, members: &Map<String, Value>, place: &Place<'_>) {
        self.out.push('{');
        self.indent += 1;
        let charts = place.field == CHARTS && !place.listed;
        for (i, (name, member)) in members.iter().enumerate() {
            self.next(i);
            self.out.push_str(&quoted(name));
            self.out.push_str(": ");
            self.value(member, &Place { field: name, listed: false, chart: charts }, 1);
        }
        self.indent -= 1;
        self.line();
        self.out.push('}');
    }

    fn next(&mut self, i: usize) {
        if i > 0 {
            self.out.push(',');
        }
        self.line();
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", self.indent));
    }
}

/// The value on one line, where its kind allows one.
fn one_line(value: &Value, place: &Place<'_>) -> Option<String> {
    match value {
        Value::Array(items) if items.iter().all(is_scalar) => {
            Some(format!("[{}]", items.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")))
        }
        Value::Object(members) if members.is_empty() => Some("{}".to_owned()),
        Value::Object(_) if place.listed && BLOCKS.contains(&place.field) => None,
        Value::Object(_) if place.field == CHARTS => None,
        Value::Object(members) if members.len() <= WIDTH && members.values().all(is_small) => {
            let members: Vec<String> = members
                .iter()
                .map(|(name, member)| {
                    let line = one_line(member, &Place { field: name, ..Place::default() })?;
                    Some(format!("{}: {line}", quoted(name)))
                })
                .collect::<Option<_>>()?;
            Some(format!("{{{}}}", members.join(", ")))
        }
        Value::Array(_) | Value::Object(_) => None,
        scalar => Some(scalar.to_string()),
    }
}

fn is_small(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().all(is_scalar),
        Value::Object(members) => members.values().all(is_scalar),
        _ => true,
    }
}

fn is_scalar(value: &Value) -> bool {
    !matches!(value, Value::Array(_) | Value::Object(_))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn small_objects_and_lists_share_a_line() {
        let value = json!({
            "fee": {"amount": 30_000_000, "currency": "EUR"},
            "wage": {"amount": {"amount": 1, "currency": "EUR"}, "per": "week"},
            "contract": {"until": "2026-06-30", "wage": {"amount": {"amount": 1, "currency": "EUR"}, "per": "week"}},
            "windows": [{"id": "w", "opens": "2026-01-01"}],
            "rivals": ["Real Madrid"],
            "nobody": [],
            "nothing": {},
        });
        let expected = r#"{
  "fee": {"amount": 30000000, "currency": "EUR"},
  "wage": {"amount": {"amount": 1, "currency": "EUR"}, "per": "week"},
  "contract": {
    "until": "2026-06-30",
    "wage": {"amount": {"amount": 1, "currency": "EUR"}, "per": "week"}
  },
  "windows": [
    {"id": "w", "opens": "2026-01-01"}
  ],
  "rivals": ["Real Madrid"],
  "nobody": [],
  "nothing": {}
}
"#;
        assert_eq!(lay_out(&value), expected);
    }

    #[test]
    fn a_player_is_a_block_and_a_chart_is_a_line() {
        let long: Vec<String> = (0..20).map(|n| format!("player-{n}")).collect();
        let value = json!({"players": [{"id": "a"}], "scenarios": [{"charts": {"lcb": long}}]});
        let text = lay_out(&value);
        assert!(text.contains("\n    {\n      \"id\": \"a\"\n    }\n"), "{text}");
        let chart = text.lines().find(|line| line.contains("lcb")).unwrap();
        assert!(chart.contains("player-0") && chart.contains("player-19"), "{text}");
    }

    #[test]
    fn no_other_line_is_wider_than_a_hundred_columns_unless_one_text_is() {
        let names: Vec<String> = (0..30).map(|n| format!("Número {n}")).collect();
        let text = lay_out(&json!({"rivals": names, "object": {"a": "é".repeat(45), "b": "é".repeat(45)}}));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
    }
}
