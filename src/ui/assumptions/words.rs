//! How an assumption reads.

use crate::forecast::{Entry, Tag};
use crate::ui::theme::Tone;

/// The word on the chip of an assumption, and its tone.
#[must_use]
pub fn tag_chip(tag: Tag) -> (&'static str, Tone) {
    match tag {
        Tag::Ours => ("assumption", Tone::Warn),
        Tag::Lit => ("published", Tone::Ok),
        Tag::Rule => ("rule", Tone::Info),
    }
}

/// What stands behind a tag, in a sentence.
#[must_use]
pub fn tag_sentence(tag: Tag) -> &'static str {
    match tag {
        Tag::Ours => "Our own default, with no claim of evidence. Put your own value in its place.",
        Tag::Lit => "Published: the source says where.",
        Tag::Rule => "Laid down by a governing body.",
    }
}

/// `1,048,576`, `0.15`: every digit of the value, in groups.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value}");
    let (whole, rest) = match text.split_once('.') {
        Some((whole, rest)) => (whole, Some(rest)),
        None => (text.as_str(), None),
    };
    let digits = whole.trim_start_matches('-');
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if whole.starts_with('-') { "\u{2212}" } else { "" };
    rest.map_or_else(|| format!("{sign}{grouped}"), |rest| format!("{sign}{grouped}.{rest}"))
}

/// `18.7 days`: a value with its unit.
#[must_use]
pub fn quantity(value: f64, unit: &str) -> String {
    format!("{}\u{a0}{}", number(value), self::unit(unit).0)
}

/// The words for a unit of the catalogue, and what they mean where they need explaining.
#[must_use]
pub(super) fn unit(unit: &str) -> (&str, Option<&'static str>) {
    match unit {
        "sigma of log days" => (
            "log spread",
            Some(
                "Standard deviation of the logarithm of the days: with 0.35, two lay-offs in three last between \
                 0.7 and 1.4 times the median.",
            ),
        ),
        "share" => ("share", Some("From 0 to 1: 0.15 is 15 %.")),
        "cells" => ("cells", Some("States of all players together, in every outcome of every deal.")),
        unit => (unit, None),
    }
}

/// It is about bodies: a default of the population, not medical advice.
#[must_use]
pub fn is_medical(entry: &Entry) -> bool {
    ["return.", "layoff.", "health.", "durability."].iter().any(|group| entry.id.starts_with(group))
}

/// What is said beside every figure about injuries.
pub const MEDICAL: &str = "Population default, not medical advice.";

/// A value as typed: a number within the range that makes sense, or nothing for the default.
///
/// # Errors
/// A sentence that says how to write it.
pub(super) fn read(text: &str, entry: &Entry) -> Result<Option<f64>, String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',' && *c != '_').collect();
    if bare.is_empty() {
        return Ok(None);
    }
    let share = entry.unit == "share";
    let (figure, scale) = match bare.strip_suffix('%') {
        Some(percent) if share => (percent, 0.01),
        _ => (bare.as_str(), 1.0),
    };
    let plain = figure.chars().all(|c| c.is_ascii_digit() || c == '.');
    let Some(number) = figure.parse::<f64>().ok().filter(|_| plain) else {
        let example = number(entry.value);
        return Err(format!(
            "This is no number. Write it like {example}, or leave it empty for the default."
        ));
    };
    let value = number * scale;
    if !(entry.min..=entry.max).contains(&value) {
        let [min, max] = [entry.min, entry.max].map(self::number);
        return Err(format!("It makes sense from {min} to {max} {}.", entry.unit));
    }
    Ok(Some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::catalogue;

    fn entry(id: &str) -> &'static Entry {
        catalogue().defaults.iter().find(|entry| entry.id == id).unwrap()
    }

    #[test]
    fn numbers_read_as_people_write_them() {
        let cells = entry("season.exact-cells");
        assert_eq!(read("65,536", cells), Ok(Some(65_536.0)));
        assert_eq!(read("  ", cells), Ok(None));
        let share = entry("return.before-latest");
        assert_eq!(read("80 %", share), Ok(Some(0.8)));
        assert_eq!(read("0.8", share), Ok(Some(0.8)));
    }

    #[test]
    fn a_bad_number_gets_a_sentence() {
        let days = entry("health.mean-layoff-days");
        for text in ["lots", "-3", "0", "1e2", "NaN", "inf", "400", "18.7.1", "80 %"] {
            let complaint = read(text, days).unwrap_err();
            assert!(complaint.ends_with('.'), "{text}: {complaint}");
        }
    }

    #[test]
    fn every_default_reads_back_as_itself() {
        for entry in &catalogue().defaults {
            assert_eq!(read(&number(entry.value), entry), Ok(Some(entry.value)), "{}", entry.id);
        }
    }
}
