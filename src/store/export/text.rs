//! A comparison as plain text.

use std::fmt::Write as _;

use crate::model::{Plan, words};
use crate::report::compare::{Comparison, TableRow};

use super::{movers, plain, sources, subject};

/// A column is at most this wide, characters.
const WIDEST: usize = 28;

pub(super) fn write(plan: &Plan, comparison: &Comparison) -> String {
    let mut out = String::new();
    write_all(&mut out, plan, comparison).expect("a text takes what is written to it");
    out
}

fn write_all(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    writeln!(out, "{}, as of {}", plain(&comparison.plan), words::date(comparison.as_of))?;
    writeln!(out, "{}", plain(&subject(comparison)))?;
    writeln!(out, "A covered matchday is worth {}\n", comparison.value_words())?;
    for verdict in comparison.verdicts() {
        writeln!(out, "{}", plain(&verdict.headline_text()))?;
        if !verdict.second.is_empty() {
            writeln!(out, "  {}", plain(&verdict.second_text()))?;
        }
    }
    writeln!(out)?;
    table(out, comparison)?;
    for column in &comparison.columns {
        writeln!(out, "\n{}", plain(&column.name))?;
        if column.changes.is_empty() {
            writeln!(out, "  nobody comes or goes")?;
        }
        for change in &column.changes {
            writeln!(out, "  {:<5} {}", change.way.name(), plain(&change.words()))?;
        }
    }
    for pair in &comparison.pairs {
        let name = |id| comparison.column(id).map_or("", |column| column.name.as_str());
        let (one, other) = (plain(name(&pair.one)), plain(name(&pair.other)));
        writeln!(out, "\nWhat differs, {one} from {other}")?;
        if pair.differences.is_empty() {
            writeln!(out, "  nothing")?;
        }
        for difference in &pair.differences {
            writeln!(out, "  {}", plain(&difference.text))?;
        }
    }
    list(out, "Newest reports", &sources(plan, movers(comparison)))?;
    list(out, "Left out or assumed", &comparison.remarks())
}

fn list(out: &mut String, heading: &str, lines: &[String]) -> std::fmt::Result {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}")?;
    for line in lines {
        writeln!(out, "  {}", plain(line))?;
    }
    Ok(())
}

fn table(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    let rows = comparison.table();
    let heads: Vec<String> = comparison
        .columns
        .iter()
        .map(|column| {
            let baseline = if column.scenario == comparison.baseline { " *" } else { "" };
            shortened(&format!("{}{baseline}", plain(&column.name)))
        })
        .collect();
    let cell = |row: &TableRow, at: usize| {
        row.cells.get(at).map_or_else(String::new, |cell| match &cell.change {
            Some(change) => format!("{} ({change})", cell.value),
            None => cell.value.clone(),
        })
    };
    let first = rows.iter().map(|row| row.what.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let cells = rows.iter().map(|row| cell(row, at).chars().count());
            cells.chain([head.chars().count()]).max().unwrap_or(0)
        })
        .collect();
    let line = |out: &mut String, what: &str, cells: &mut dyn Iterator<Item = String>| {
        write!(out, "{what:<first$}")?;
        for (cell, width) in cells.zip(&widths) {
            write!(out, "  {cell:>width$}")?;
        }
        writeln!(out)
    };
    line(out, "", &mut heads.iter().cloned())?;
    for row in &rows {
        line(out, &row.what, &mut (0..heads.len()).map(|at| cell(row, at)))?;
    }
    writeln!(out, "* the baseline; changes against it in brackets")
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= WIDEST {
        return text.to_owned();
    }
    text.chars().take(WIDEST - 1).chain(['\u{2026}']).collect()
}
