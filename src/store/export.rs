//! What is taken along: a comparison as text, Markdown, CSV, a self-contained HTML report or JSON; a depth chart as
//! text or Markdown.
//!
//! Every writer gives a text to copy or to write to a file with [`super::write_atomically`]. What stands in a plan is
//! escaped: a name cannot become markup, a formula of a spreadsheet or a link. Texts and Markdown name their sources by
//! outlet and day; an address that stands in a plan becomes the name of its site.

mod chart;
mod csv;
mod depth_chart;
mod html;
mod json;
mod links;
mod markdown;
mod sources;
#[cfg(test)]
mod tests;
mod text;

use crate::model::Plan;
use crate::report::compare::Comparison;

pub use depth_chart::{ChartPlayer, ChartSlot, DepthChart, depth_chart_markdown, depth_chart_text};
pub use sources::sources;

/// How a comparison is written.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ComparisonFormat {
    /// A table a person can read.
    Text,
    /// For forums and notes.
    Markdown,
    /// For spreadsheets: one figure a row.
    Csv,
    /// A page of its own, with the charts as vector graphics.
    Html,
    /// For programs: every figure in full.
    Json,
}

impl ComparisonFormat {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Text, Self::Markdown, Self::Csv, Self::Html, Self::Json];

    /// As shown: `HTML report`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Html => "HTML report",
            Self::Json => "JSON",
        }
    }

    /// How such a file's name ends, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

/// The comparison in a format; `plan` is the plan it was made of.
#[must_use]
pub fn comparison(plan: &Plan, comparison: &Comparison, format: ComparisonFormat) -> String {
    match format {
        ComparisonFormat::Text => text::write(plan, comparison),
        ComparisonFormat::Markdown => markdown::write(plan, comparison),
        ComparisonFormat::Csv => csv::write(comparison),
        ComparisonFormat::Html => html::write(plan, comparison),
        ComparisonFormat::Json => json::write(plan, comparison),
    }
}

/// `Centre-backs, 25 Sep 2025 to 30 Jun 2027, 68 matchdays to come`.
fn subject(comparison: &Comparison) -> String {
    use crate::model::words;

    let Comparison { unit_name, from, to, matchdays, .. } = comparison;
    let s = if *matchdays == 1 { "" } else { "s" };
    format!("{unit_name}, {} to {}, {matchdays} matchday{s} to come", words::date(*from), words::date(*to))
}

/// On one line: no line break, tab or other control character.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// On one line and without a link.
fn plain(text: &str) -> String {
    links::without_links(&one_line(text))
}

/// Who comes, goes or stays in a comparison, each once.
fn movers(comparison: &Comparison) -> impl Iterator<Item = &crate::model::PlayerId> {
    comparison.columns.iter().flat_map(|column| &column.changes).map(|change| &change.player)
}
