//! Formations, units, and the charts of scenarios.

use std::collections::HashSet;

use crate::model::{Club, ClubColours, PlayerId, Scenario, SlotId, words};

use super::{Finder, Place, moves, name};
use crate::edit::Edit;

/// A name that stands more often than this in one chart is not taken out by a click.
const MANY: usize = 12;

pub(super) fn plan_and_formations(finder: &mut Finder<'_>) {
    let plan = finder.plan;
    if plan.name.trim().is_empty() {
        finder.hint(Place::Plan, "The plan has no name.".to_owned(), "Give it one.");
    }
    if !(1850..=2200).contains(&plan.as_of.year()) {
        finder.warning(
            Place::Plan,
            format!("The plan's day is {}.", words::date(plan.as_of)),
            "Set it to the day on which the plan knows what it knows.",
        );
    }
    if let Some(wrong) = plan.club.colours.as_ref().and_then(ClubColours::unreadable) {
        finder.warning(
            Place::Plan,
            format!("A colour of the club is \"{wrong}\", which is no colour."),
            "Write it like #c8102e, or choose it in the plan settings.",
        );
        let without = Club { colours: None, ..plan.club.clone() };
        finder.offer("Leave the club\u{2019}s colours out".to_owned(), vec![Edit::SetClub(without)]);
    }
    if plan.scenarios.is_empty() {
        finder.error(Place::Plan, "The plan has no scenario.".to_owned(), "Add one.");
    } else if plan.scenario(&plan.baseline).is_none() {
        finder.error(
            Place::Plan,
            format!("The baseline is \"{}\", which is no scenario of the plan.", plan.baseline),
            "Choose the scenario that the others are compared with.",
        );
        if let Some(first) = plan.scenarios.first() {
            finder.offer(format!("Compare with {}", first.name), vec![Edit::SetBaseline(first.id.clone())]);
        }
    }
    for formation in &plan.formations {
        let place = || Place::Formation(formation.id.clone());
        if formation.slots.is_empty() {
            finder.warning(
                place(),
                format!("The formation {} has no slots.", formation.name),
                "Add some, or remove it.",
            );
        }
        for slot in &formation.slots {
            if plan.unit(&slot.unit).is_none() {
                finder.error(
                    place(),
                    format!(
                        "{} in the formation {} belongs to the unit \"{}\", which the plan does not have.",
                        slot.name, formation.name, slot.unit
                    ),
                    "Choose one of the plan's units, or add this one.",
                );
            }
            if !((0.0..=1.0).contains(&slot.x) && (0.0..=1.0).contains(&slot.y)) {
                finder.warning(
                    place(),
                    format!("{} in the formation {} lies off the pitch.", slot.name, formation.name),
                    "Places on the pitch run from 0 to 1.",
                );
            }
        }
    }
    for unit in plan.units.iter().filter(|unit| unit.target_depth == Some(0)) {
        finder.warning(
            Place::Unit(unit.id.clone()),
            format!("{} has a target depth of 0, so every day counts as covered.", unit.name),
            "Enter how many fit players are enough, or leave it out.",
        );
    }
}

pub(super) fn scenario(finder: &mut Finder<'_>, scenario: &Scenario) {
    let plan = finder.plan;
    if plan.formation(&scenario.formation).is_none() {
        finder.error(
            Place::Scenario(scenario.id.clone()),
            format!(
                "{} plays \"{}\", a formation the plan does not have.",
                scenario.name, scenario.formation
            ),
            "Choose one of the plan's formations.",
        );
    }
    let arriving: HashSet<&str> =
        scenario.moves.iter().filter(|mv| mv.kind.is_arrival()).map(|mv| mv.player.as_str()).collect();
    let mut told: HashSet<&str> = HashSet::new();
    for (slot, chart) in &scenario.charts {
        let known = plan.formations.iter().find_map(|formation| formation.slot(slot));
        let slot_name = known.map_or(slot.as_str(), |slot| slot.name.as_str());
        if known.is_none() && !chart.is_empty() {
            finder.warning(
                Place::Scenario(scenario.id.clone()),
                format!("{} has a chart for \"{slot}\", a slot that no formation has.", scenario.name),
                "Remove the chart, or add the slot to a formation.",
            );
        }
        let mut seen: HashSet<&str> = HashSet::new();
        for id in chart {
            let place = || Place::Chart(scenario.id.clone(), slot.clone(), id.clone());
            let Some(player) = finder.player(id) else {
                finder.error(
                    place(),
                    format!(
                        "The chart of {slot_name} in {} names \"{id}\", whom the plan does not know.",
                        scenario.name
                    ),
                    "Take the name out of the chart, or add the player.",
                );
                let edit =
                    Edit::Unplace { scenario: scenario.id.clone(), player: id.clone(), slot: slot.clone() };
                let times = chart.iter().filter(|known| *known == id).count();
                if times <= MANY {
                    finder.offer("Take the name out of the chart".to_owned(), vec![edit; times]);
                }
                continue;
            };
            if !seen.insert(id.as_str()) {
                finder.error(
                    place(),
                    format!("{} stands twice at {slot_name} in {}.", name(player), scenario.name),
                    "Take him out once.",
                );
                offer_once(finder, scenario, slot, chart, id);
            }
            if player.is_target() && !arriving.contains(id.as_str()) && told.insert(id.as_str()) {
                finder.warning(
                    place(),
                    format!(
                        "{} stands in the charts of {}, but no move brings him.",
                        name(player),
                        scenario.name
                    ),
                    "Add the move that brings him, or put him back on the shelf.",
                );
                moves::offer_way_in(finder, scenario, player);
            }
        }
    }
}

/// Offers to leave a player at his highest rank only.
fn offer_once(
    finder: &mut Finder<'_>,
    scenario: &Scenario,
    slot: &SlotId,
    chart: &[PlayerId],
    player: &PlayerId,
) {
    let known = finder.plan.formations.iter().any(|formation| formation.slot(slot).is_some());
    let (true, Some(rank)) = (known, chart.iter().position(|id| id == player)) else { return };
    let (here, player, slot) = (scenario.id.clone(), player.clone(), slot.clone());
    let out = Edit::Unplace { scenario: here.clone(), player: player.clone(), slot: slot.clone() };
    let times = chart.iter().filter(|id| **id == player).count();
    if times > MANY {
        return;
    }
    let mut edits = vec![out; times];
    edits.push(Edit::Place { scenario: here, player, slot, rank });
    finder.offer("Take him out once".to_owned(), edits);
}
