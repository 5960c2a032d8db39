//! serde's complaints, in the words of someone who has never heard of serde.

use super::scan::{self, Step};
use crate::model::words;

/// What is wrong with JSON that cannot be read to its end, and what to do.
pub(crate) fn syntax(ends_early: bool, message: &str) -> (String, &'static str) {
    if ends_early {
        let remedy = "It was probably cut off while being copied or written: restore it from a backup.";
        return ("it ends too early,".to_owned(), remedy);
    }
    let what = match message {
        "trailing characters" => "there is more text after the plan's end,".to_owned(),
        "trailing comma" => "there is a comma with nothing after it".to_owned(),
        "key must be a string" => "the name of a field must stand in quotes,".to_owned(),
        "expected value" => "a value is missing".to_owned(),
        message => message.replace('`', "\""),
    };
    (what, "Mend that line in a text editor, or restore the file from a backup.")
}

/// What is wrong with a value, and what to do.
pub(crate) fn shape(text: &str, path: &[Step], message: &str) -> (String, &'static str) {
    let field = path.iter().rev().find_map(|step| match step {
        Step::Field(name) => Some(name.as_str()),
        Step::Item(_) => None,
    });
    let found = scan::text_at(text, path);
    let what = if let Some(name) = quoted_after(message, "missing field ") {
        return (format!("The field \"{name}\" is missing"), "Add it, or restore the file from a backup.");
    } else if let Some(rest) = message.strip_prefix("unknown variant ") {
        let (found, known) = rest.split_once(", expected ").unwrap_or((rest, ""));
        let known = known.trim_start_matches("one of ").replace('`', "").replace(" or ", ", ");
        let found = short_to(&found.replace('`', "\""), 80);
        return (format!("{found} is not one of: {known}"), "Use one of these words.");
    } else if is_date(field) && found.is_some() {
        format!("\"{}\" is not a day", short(&found.unwrap_or_default()))
    } else if message == "number out of range" {
        "The number is too large".to_owned()
    } else if let Some(rest) = message.strip_prefix("invalid type: ") {
        wrong_kind(rest)
    } else if let Some(rest) = message.strip_prefix("invalid value: ") {
        wrong_kind(rest)
    } else {
        words::capital(&short_to(message, 300))
    };
    (what, remedy(field))
}

fn remedy(field: Option<&str>) -> &'static str {
    match field {
        field if is_date(field) => "Write days as year-month-day, for example 2026-01-24.",
        Some("amount" | "low" | "likely" | "high") => {
            "Write whole units of the currency without signs or dots: 30000000 is thirty million."
        }
        Some("chance") => "Write a chance as a number from 0 to 1, for example 0.4.",
        Some("fee" | "asking" | "value" | "budget" | "market_value" | "signing_on_fee" | "agent_fee") => {
            "Write money as {\"amount\": 30000000, \"currency\": \"EUR\"}."
        }
        Some("id" | "player" | "window" | "formation" | "baseline" | "unit") => {
            "Ids are lowercase letters, digits and hyphens, for example marc-guehi."
        }
        _ => "Mend that value in a text editor; the plan format's description shows what belongs there.",
    }
}

fn is_date(field: Option<&str>) -> bool {
    const DAYS: [&str; 12] = [
        "as_of", "born", "closes", "date", "earliest", "from", "latest", "opens", "returned", "start",
        "until", "day",
    ];
    field.is_some_and(|field| DAYS.contains(&field))
}

/// `string "x", expected i64` in plain words.
fn wrong_kind(rest: &str) -> String {
    let (found, expected) = rest.split_once(", expected ").unwrap_or((rest, "something else"));
    let found = match found.split_once(' ').map_or(found, |(kind, _)| kind) {
        "string" => format!("the text {}", found.trim_start_matches("string ")),
        "integer" | "floating" => {
            format!("the number {}", found.rsplit(' ').next().unwrap_or("").replace('`', ""))
        }
        "boolean" => found.replace("boolean ", "").replace('`', ""),
        "map" => "an object {…}".to_owned(),
        "sequence" => "a list […]".to_owned(),
        "null" | "unit" => "null".to_owned(),
        _ => found.replace('`', "\""),
    };
    let expected = match expected {
        "i64" | "i32" => "a whole number",
        "u64" | "u32" | "u16" | "u8" => "a whole number that is not negative",
        "f64" | "f32" => "a number",
        "a boolean" => "true or false",
        "a string" | "string" | "a borrowed string" => "a text in quotes",
        "a sequence" => "a list […]",
        "a map" => "an object {…}",
        expected if expected.starts_with("struct ") => "an object {…}",
        expected if expected.starts_with("enum ") || expected.contains("variant") => "a word in quotes",
        expected => expected,
    };
    format!("Found {}, where there should be {expected}", short_to(&found, 120))
}

fn quoted_after(message: &str, start: &str) -> Option<String> {
    Some(message.strip_prefix(start)?.trim_matches('`').to_owned())
}

fn short(text: &str) -> String {
    short_to(text, 60)
}

fn short_to(text: &str, most: usize) -> String {
    let mut out: String = text.chars().take(most).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}
