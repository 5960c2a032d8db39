//! What a plan's shape does not say: that ids name one thing each, and that no list is absurdly long.

use std::collections::HashMap;

use crate::model::Plan;

use super::scan::Step;

/// The most players a plan holds.
pub(crate) const MAX_PLAYERS: usize = 100_000;

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
    let Plan {
        players, reports, scenarios, windows, units, formations, breaks, matchdays, registration, ..
    } = plan;
    for (things, found, max) in [
        ("players", players.len(), MAX_PLAYERS),
        ("reports", reports.len(), 500_000),
        ("scenarios", scenarios.len(), 100),
        ("windows", windows.len(), 1_000),
        ("units", units.len(), 100),
        ("formations", formations.len(), 100),
        ("breaks", breaks.len(), 1_000),
        ("matchdays", matchdays.len(), 10_000),
        ("registration", registration.len(), 100),
        ("exchange rates", plan.money.rates.len(), 10_000),
    ] {
        at_most(things, found, max)?;
    }
    for scenario in scenarios {
        at_most("moves in one scenario", scenario.moves.len(), 1_000)?;
        at_most("charts in one scenario", scenario.charts.len(), 1_000)?;
        let longest = scenario.charts.values().map(Vec::len).max().unwrap_or(0);
        at_most("players in one chart", longest, 1_000)?;
    }
    let slots = formations.iter().map(|formation| formation.slots.len()).max().unwrap_or(0);
    at_most("slots in one formation", slots, 100)?;

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

fn at_most(things: &'static str, found: usize, max: usize) -> Result<(), Fault> {
    if found > max { Err(Fault::Many { things, found, max }) } else { Ok(()) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Club, Currency, Move, MoveId, MoveKind, PlayerId};

    #[test]
    fn a_thousand_moves_are_a_scenario_and_one_more_is_not() {
        let mut plan = Plan::new("Test", Club::named("Club"), "2025-09-25".parse().unwrap(), Currency::GBP);
        let whom = PlayerId::new_for("somebody", |_| false);
        let mv = |n| Move::new(MoveId::new_for(&format!("move {n}"), |_| false), whom.clone(), MoveKind::Buy);
        plan.scenarios[0].moves = (0..1_000).map(mv).collect();
        assert_eq!(check(&plan), Ok(()));
        plan.scenarios[0].moves.push(mv(1_000));
        let things = "moves in one scenario";
        assert_eq!(check(&plan), Err(Fault::Many { things, found: 1_001, max: 1_000 }));
    }
}
