//! `backline compare`: scenarios held against each other.

use std::path::PathBuf;

use clap::Args;

use crate::model::{Date, Plan, ScenarioId, UnitId};
use crate::report::compare::Comparison;
use crate::store::{
    self,
    export::{self, ComparisonFormat},
};

use super::answer::{Answer, Exit};
use super::check;
use super::chosen::{choose, span};
use super::plain;

/// The most scenarios of one answer.
const MOST_SCENARIOS: usize = 4;

/// Hold scenarios against each other: what more one costs, what more it covers, when it is the better bet.
///
/// Costs are low, likely and high, as expected by the chance of every move; cover is that of one unit. The same plan
/// gives the same figures on every machine.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  backline compare plan.json\n  \
                        backline compare plan.json --scenarios january-push,summer-free --to 2026-06-30\n  \
                        backline compare plan.json --html -o report.html\n  \
                        backline compare plan.json --json | jq '.pairs[] | {one, delta_cost, delta_covered}'\n\n\
                        docs/compare.md says what stands in the JSON.")]
pub(super) struct Compare {
    /// The plan; `-` reads it from standard input.
    file: PathBuf,

    /// Which scenarios, by their ids with commas between them, two to four; left out, the first four.
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    scenarios: Vec<ScenarioId>,

    /// Which unit, by its id; left out, the first.
    #[arg(long, value_name = "ID")]
    unit: Option<UnitId>,

    /// First day, as 2025-09-25; left out, the plan's own.
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,

    /// Last day, as 2026-05-31; left out, the end of the season after this one.
    #[arg(long, value_name = "DAY")]
    to: Option<Date>,

    #[command(flatten)]
    format: Format,

    /// Write to a file instead of standard output.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[group(multiple = false)]
#[expect(clippy::struct_excessive_bools, reason = "one flag a format, of which one is given at most")]
struct Format {
    /// Print JSON, with everything needed to check the figures.
    #[arg(long)]
    json: bool,

    /// Print Markdown.
    #[arg(long)]
    markdown: bool,

    /// Print CSV, one figure a row.
    #[arg(long)]
    csv: bool,

    /// Print a self-contained HTML report.
    #[arg(long)]
    html: bool,
}

impl Format {
    fn chosen(&self) -> ComparisonFormat {
        match self {
            Self { json: true, .. } => ComparisonFormat::Json,
            Self { markdown: true, .. } => ComparisonFormat::Markdown,
            Self { csv: true, .. } => ComparisonFormat::Csv,
            Self { html: true, .. } => ComparisonFormat::Html,
            _ => ComparisonFormat::Text,
        }
    }
}

impl Compare {
    pub(super) fn answer(self) -> Answer {
        let plan = match check::plan_of(&self.file) {
            Ok(plan) => plan,
            Err(answer) => return answer,
        };
        let comparison = match self.comparison(&plan) {
            Ok(comparison) => comparison,
            Err(message) => return Answer::failed(plain(&message), Exit::Unreadable),
        };
        let format = self.format.chosen();
        let text = export::comparison(&plan, &comparison, format);
        let text = if format == ComparisonFormat::Text { plain(&text) } else { text };
        match &self.output {
            None => Answer::fine(text),
            Some(output) => match store::write_atomically(output, text.as_bytes(), None) {
                Ok(()) => Answer::default(),
                Err(error) => Answer::failed(plain(&error.to_string()), Exit::Errors),
            },
        }
    }

    fn comparison(&self, plan: &Plan) -> Result<Comparison, String> {
        let known: Vec<&ScenarioId> = plan.scenarios.iter().map(|scenario| &scenario.id).collect();
        let mut scenarios: Vec<ScenarioId> = Vec::new();
        for asked in &self.scenarios {
            let scenario = choose("scenario", Some(asked), &known)?;
            if !scenarios.contains(&scenario) {
                scenarios.push(scenario);
            }
        }
        if self.scenarios.is_empty() {
            scenarios = known.into_iter().take(MOST_SCENARIOS).cloned().collect();
        }
        if scenarios.len() < 2 {
            return Err(
                "It takes two scenarios to compare: name two, or duplicate one in the program.".to_owned()
            );
        }
        if scenarios.len() > MOST_SCENARIOS {
            return Err(format!("At most {MOST_SCENARIOS} scenarios at a time: name fewer."));
        }
        let units: Vec<&UnitId> = plan.units.iter().map(|unit| &unit.id).collect();
        let unit = choose("unit", self.unit.as_ref(), &units)?;
        let from = self.from.unwrap_or(plan.as_of);
        let (from, to) = span(from, self.to.unwrap_or_else(|| Comparison::usual_end(plan).max(from)))?;
        let mut comparison = Comparison::of(plan, &scenarios, &unit, from, to)
            .ok_or_else(|| format!("The plan has no unit \"{unit}\"."))?;
        let shorts = comparison.shorts();
        comparison.set_shorts(shorts);
        Ok(comparison)
    }
}
