//! A comparison as JSON: every figure in full, and everything needed to check it.

use serde::Serialize;

use crate::model::Plan;
use crate::report::compare::{AssumptionRow, Comparison};

/// The comparison, with what is made of it.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    verdicts: Vec<String>,
    remarks: Vec<String>,
    assumptions: Vec<AssumptionRow>,
}

pub(super) fn write(plan: &Plan, comparison: &Comparison) -> String {
    let document = Document {
        comparison,
        verdicts: comparison.verdicts().iter().map(crate::report::compare::Verdict::text).collect(),
        remarks: comparison.remarks(),
        assumptions: comparison.assumptions(plan),
    };
    let json = serde_json::to_string_pretty(&document).expect("text keys and finite numbers make JSON");
    json + "\n"
}
