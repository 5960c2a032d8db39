//! `backline cover`: how well a unit is covered, day by day and over the season.

use std::path::PathBuf;

use clap::Args;

use crate::forecast::{CoverReport, season_end};
use crate::model::{Date, Plan, ScenarioId, UnitId};

use super::answer::{Answer, Exit};
use super::check;
use super::chosen::{choose, span};
use super::plain;

/// Work out how well a unit is covered.
///
/// The chance that each player can be picked, the chance that at least 2, 3, 4 of them can, and the chance of being
/// short on some matchday still to come. The same plan gives the same figures on every machine.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  backline cover plan.json\n  \
                        backline cover plan.json --scenario january-push --unit centre-backs --to 2026-05-31\n  \
                        backline cover plan.json --json | jq .short_somewhere\n\n\
                        The JSON: {\"plan\", \"as_of\", \"scenario\", \"unit\", \"needed\", \"days\": [{\"date\", \
                        \"matchday\", \"players\": [{\"id\", \"available\"}], \"at_least\": [p0, p1, p2, \u{2026}]}], \
                        \"matchdays\", \"expected_covered\": {\"2\", \"3\", \"4\"}, \"short_somewhere\": {\"2\", \"3\", \
                        \"4\"}, \"method\", \"standard_error\"}")]
pub(super) struct Cover {
    /// The plan; `-` reads it from standard input.
    file: PathBuf,

    /// Which scenario, by its id; left out, the first.
    #[arg(long, value_name = "ID")]
    scenario: Option<ScenarioId>,

    /// Which unit, by its id; left out, the first.
    #[arg(long, value_name = "ID")]
    unit: Option<UnitId>,

    /// First day, as 2025-09-25; left out, the plan's own.
    #[arg(long, value_name = "DAY")]
    from: Option<Date>,

    /// Last day, as 2026-05-31; left out, the end of the season.
    #[arg(long, value_name = "DAY")]
    to: Option<Date>,

    /// Print JSON instead of a table, with every day of the span.
    #[arg(long)]
    json: bool,
}

impl Cover {
    pub(super) fn answer(self) -> Answer {
        let plan = match check::plan_of(&self.file) {
            Ok(plan) => plan,
            Err(answer) => return answer,
        };
        match self.report(&plan) {
            Ok(report) if self.json => match serde_json::to_string_pretty(&report) {
                Ok(json) => Answer::fine(json + "\n"),
                Err(error) => Answer::failed(format!("The report is no JSON: {error}."), Exit::Errors),
            },
            Ok(report) => Answer::fine(plain(&report.to_string())),
            Err(message) => Answer::failed(plain(&message), Exit::Unreadable),
        }
    }

    fn report(&self, plan: &Plan) -> Result<CoverReport, String> {
        let scenarios: Vec<&ScenarioId> = plan.scenarios.iter().map(|scenario| &scenario.id).collect();
        let units: Vec<&UnitId> = plan.units.iter().map(|unit| &unit.id).collect();
        let scenario = choose("scenario", self.scenario.as_ref(), &scenarios)?;
        let unit = choose("unit", self.unit.as_ref(), &units)?;
        let from = self.from.unwrap_or(plan.as_of);
        let (from, to) = span(from, self.to.unwrap_or_else(|| season_end(plan).max(from)))?;
        CoverReport::of(plan, &scenario, &unit, from, to)
            .ok_or_else(|| format!("The plan has no unit \"{unit}\" in \"{scenario}\"."))
    }
}
