//! What a plan's shape does not say: that ids name one thing each, and that no list is absurdly long.

use std::collections::HashMap;

use crate::model::{OverLimit, Plan};

use super::scan::Step;

/// A plan whose parts cannot be told apart, or that has too many of them.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    /// Two things of one kind have one id.
    Twice { things: &'static str, id: String, first: Vec<Step>, second: Vec<Step> },
    /// A list is longer than the limit.
    Many { things: &'static str, found: usize, max: usize },
}

/// Looks for such faults.
///
/// # Errors
/// The first one, in the order of the file's fields.
pub(crate) fn check(plan: &Plan) -> Result<(), Fault> {
    if let Some(OverLimit { things, found, max }) = plan.over_limit() {
        return Err(Fault::Many { things, found, max });
    }
    let Plan { players, reports, scenarios, windows, units, formations, .. } = plan;
    once("players", "players", &[], players.iter().map(|player| player.id.as_str()))?;
    once("reports", "reports", &[], reports.iter().map(|report| report.id.as_str()))?;
    once("scenarios", "scenarios", &[], scenarios.iter().map(|scenario| scenario.id.as_str()))?;
    for (i, scenario) in scenarios.iter().enumerate() {
        let within = [field("scenarios"), Step::Item(i)];
        once("moves", "moves", &within, scenario.moves.iter().map(|mv| mv.id.as_str()))?;
    }
    once("windows", "windows", &[], windows.iter().map(|window| window.id.as_str()))?;
    once("units", "units", &[], units.iter().map(|unit| unit.id.as_str()))?;
    once("formations", "formations", &[], formations.iter().map(|formation| formation.id.as_str()))?;
    for (i, formation) in formations.iter().enumerate() {
        let within = [field("formations"), Step::Item(i)];
        once("slots", "slots", &within, formation.slots.iter().map(|slot| slot.id.as_str()))?;
    }
    Ok(())
}

fn field(name: &str) -> Step {
    Step::Field(name.to_owned())
}

fn once<'a>(
    things: &'static str,
    list: &str,
    within: &[Step],
    ids: impl Iterator<Item = &'a str>,
) -> Result<(), Fault> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for (i, id) in ids.enumerate() {
        if let Some(first) = seen.insert(id, i) {
            let path = |item| within.iter().cloned().chain([field(list), Step::Item(item)]).collect();
            return Err(Fault::Twice { things, id: id.to_owned(), first: path(first), second: path(i) });
        }
    }
    Ok(())
}
