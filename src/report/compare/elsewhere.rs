//! Where two scenarios differ, if not in the unit that is compared.

use serde::Serialize;

use crate::model::{Plan, Player, PlayerId, Scenario, UnitId};
use crate::report::Place;

use super::differences::Difference;

/// A unit other than the compared one.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct OtherUnit {
    /// The unit.
    pub unit: UnitId,
    /// Its name, for example `Right-back`.
    pub name: String,
}

/// The other units whose charts hold somebody whose move differs, in the plan's order. Nobody of the compared unit counts.
pub(super) fn elsewhere(
    plan: &Plan,
    scenarios: [&Scenario; 2],
    unit: &UnitId,
    differences: &[Difference],
) -> Vec<OtherUnit> {
    let mut moved: Vec<&PlayerId> =
        differences.iter().filter_map(|difference| player_of(plan, &difference.place)).collect();
    let members = |unit: &UnitId| -> Vec<&Player> {
        scenarios.iter().flat_map(|scenario| plan.members_of(scenario, unit)).collect()
    };
    let here = members(unit);
    moved.retain(|id| here.iter().all(|player| player.id != **id));
    let others = plan.units.iter().filter(|other| other.id != *unit);
    others
        .filter(|other| members(&other.id).iter().any(|player| moved.contains(&&player.id)))
        .map(|other| OtherUnit { unit: other.id.clone(), name: other.name.clone() })
        .collect()
}

/// Whose move it is, where the place is a move.
fn player_of<'a>(plan: &'a Plan, place: &Place) -> Option<&'a PlayerId> {
    let Place::Move(scenario, id) = place else { return None };
    plan.scenario(scenario)?.moves.iter().find(|mv| mv.id == *id).map(|mv| &mv.player)
}
