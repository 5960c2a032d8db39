//! A comparison as Markdown.

use std::fmt::Write as _;

use crate::model::{Plan, words};
use crate::report::compare::Comparison;

use super::{movers, plain, sources, subject};

pub(super) fn write(plan: &Plan, comparison: &Comparison) -> String {
    let mut out = String::new();
    write_all(&mut out, plan, comparison).expect("a text takes what is written to it");
    out
}

fn write_all(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    writeln!(out, "# {}\n", escaped(&comparison.plan))?;
    writeln!(
        out,
        "As of {}. {}. A covered matchday is worth {}.\n",
        words::date(comparison.as_of),
        escaped(&subject(comparison)),
        escaped(&comparison.value_words())
    )?;
    for verdict in comparison.verdicts() {
        writeln!(out, "**{}** {}\n", escaped(&verdict.headline_text()), escaped(&verdict.second_text()))?;
    }
    table(out, comparison)?;
    changes(out, comparison)?;
    differences(out, comparison)?;
    list(out, "Newest reports", &sources(plan, movers(comparison)))?;
    list(out, "Left out or assumed", &comparison.remarks())?;
    let assumptions: Vec<String> = comparison
        .assumptions(plan)
        .into_iter()
        .map(|row| {
            let own = if row.is_own { ", set in this plan" } else { "" };
            format!("{}: {} ({}{own}; {})", row.label, row.words(), row.tag, row.source)
        })
        .collect();
    list(out, "Assumptions", &assumptions)
}

/// Every figure, a scenario in each column.
fn table(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    let row = |out: &mut String, what: &str, cells: &mut dyn Iterator<Item = String>| {
        write!(out, "| {what} |")?;
        for cell in cells {
            write!(out, " {cell} |")?;
        }
        writeln!(out)
    };
    let columns = &comparison.columns;
    row(
        out,
        " ",
        &mut columns.iter().map(|column| {
            let baseline = if column.scenario == comparison.baseline { " (baseline)" } else { "" };
            format!("{}{baseline}", escaped(&column.name))
        }),
    )?;
    row(out, "---", &mut columns.iter().map(|_| "---:".to_owned()))?;
    for line in comparison.table() {
        let cells = line.cells.iter().map(|cell| {
            let change = cell.change.as_ref().map_or_else(String::new, |change| format!(" ({change})"));
            escaped(&format!("{}{change}", cell.value))
        });
        row(out, &escaped(&line.what), &mut { cells })?;
    }
    Ok(())
}

/// Who comes and who goes.
fn changes(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    for column in &comparison.columns {
        writeln!(out, "\n## {}\n", escaped(&column.name))?;
        if column.changes.is_empty() {
            writeln!(out, "Nobody comes or goes.")?;
        }
        for change in &column.changes {
            writeln!(out, "- {}: {}", change.way.name(), escaped(&change.words()))?;
        }
    }
    Ok(())
}

/// What two scenarios do differently.
fn differences(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    for pair in &comparison.pairs {
        let name = |id| comparison.column(id).map_or("", |column| column.name.as_str());
        writeln!(
            out,
            "\n## What differs: {} from {}\n",
            escaped(name(&pair.one)),
            escaped(name(&pair.other))
        )?;
        if pair.differences.is_empty() {
            writeln!(out, "Nothing.")?;
        }
        for difference in &pair.differences {
            writeln!(out, "- {}", escaped(&difference.text))?;
        }
    }
    Ok(())
}

fn list(out: &mut String, heading: &str, items: &[String]) -> std::fmt::Result {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {heading}\n")?;
    for item in items {
        writeln!(out, "- {}", escaped(item))?;
    }
    Ok(())
}

/// As plain words: nothing in it is markup or a link, and it stays on its line.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in plain(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
