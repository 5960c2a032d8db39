//! A comparison as CSV: one figure a row, numbers in full.

use crate::report::compare::{Comparison, Shorts, readings};
use crate::report::money::Range;

/// The names of the fields.
const FIELDS: [&str; 9] =
    ["scenario", "name", "against", "figure", "reading", "low", "likely", "high", "unit"];

pub(super) fn write(comparison: &Comparison) -> String {
    let mut rows: Vec<[String; 9]> = vec![FIELDS.map(str::to_owned)];
    let unit = comparison.currency.code();
    for column in &comparison.columns {
        let names = [column.scenario.to_string(), cell(&column.name), String::new()];
        let figures = [("net_spend".to_owned(), column.net_spend), ("cost".to_owned(), column.cost)];
        let seasons =
            column.season_cost.iter().map(|(season, cost)| (format!("season_cost {season}"), *cost));
        for (name, figure) in figures.into_iter().chain(seasons) {
            for (reading, range) in readings(figure) {
                rows.push(row(&names, &name, reading, range, unit));
            }
        }
        for window in &column.money.windows {
            let name =
                window.window.as_ref().map_or_else(|| "outside any window".to_owned(), ToString::to_string);
            for (reading, range) in readings(window.net_spend) {
                rows.push(row(&names, &format!("net_spend {name}"), reading, range, unit));
            }
        }
        let covered = Range::exactly(column.expected_covered);
        rows.push(row(&names, "expected_covered", "expected", covered, "matchdays"));
        if let Some(Shorts { needed, target }) = column.short_somewhere {
            for (k, short) in [(comparison.needed, needed), (comparison.k, target)] {
                let chance = Range::exactly(short.chance);
                rows.push(row(&names, &format!("short_somewhere {k}"), "expected", chance, "chance"));
            }
        }
    }
    for pair in &comparison.pairs {
        let name = comparison.column(&pair.one).map_or("", |column| column.name.as_str());
        let names = [pair.one.to_string(), cell(name), pair.other.to_string()];
        rows.push(row(&names, "delta_cost", "expected", pair.delta_cost, unit));
        let covered = Range::exactly(pair.delta_covered);
        rows.push(row(&names, "delta_covered", "expected", covered, "matchdays"));
        if let Some(price) = pair.price_per_covered_matchday {
            let per = format!("{unit} per matchday");
            rows.push(row(&names, "price_per_covered_matchday", "expected", Range::exactly(price), &per));
        }
        if let Some(chance) = pair.break_even_chance {
            rows.push(row(&names, "break_even_chance", "expected", Range::exactly(chance), "chance"));
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory takes a row of nine fields");
    }
    let bytes = writer.into_inner().expect("memory takes what is written to it");
    String::from_utf8(bytes).expect("what was text stays text")
}

fn row(
    [scenario, name, against]: &[String; 3],
    figure: &str,
    reading: &str,
    range: Range,
    unit: &str,
) -> [String; 9] {
    let [low, likely, high] = [range.low, range.likely, range.high].map(|number| number.to_string());
    let own = |text: &str| text.to_owned();
    [own(scenario), own(name), own(against), own(figure), own(reading), low, likely, high, own(unit)]
}

/// A text that no spreadsheet takes for a formula.
fn cell(text: &str) -> String {
    let text = super::one_line(text);
    if text.trim_start().starts_with(['=', '+', '-', '@', '\u{2212}']) { format!("'{text}") } else { text }
}
