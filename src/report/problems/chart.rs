//! Formations, units, and the charts of scenarios.

use std::collections::HashSet;

use crate::model::{Club, ClubColours, Player, PlayerId, Scenario, Slot, SlotId, words};

use super::{Finder, Place, moves, name};
use crate::edit::{Edit, plays};

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
    formations(finder);
    for unit in plan.units.iter().filter(|unit| unit.target_depth == Some(0)) {
        finder.warning(
            Place::Unit(unit.id.clone()),
            format!("{} has a target depth of 0, so every day counts as covered.", unit.name),
            "Enter how many fit players are enough, or leave it out.",
        );
    }
}

fn formations(finder: &mut Finder<'_>) {
    let plan = finder.plan;
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
    let arrivals = scenario.moves.iter().filter(|mv| mv.kind.is_arrival());
    let mut settled: HashSet<&str> = arrivals.map(|mv| mv.player.as_str()).collect();
    for (slot, chart) in &scenario.charts {
        chart_of(finder, scenario, slot, chart, &mut settled);
    }
}

/// `settled` are the players whom a move brings or of whom it has been said that none does: that is said once.
fn chart_of<'a>(
    finder: &mut Finder<'_>,
    scenario: &'a Scenario,
    slot: &SlotId,
    chart: &'a [PlayerId],
    settled: &mut HashSet<&'a str>,
) {
    let known = finder.plan.formations.iter().find_map(|formation| formation.slot(slot));
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
            offer_out(finder, scenario, slot, chart, id);
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
        if let Some(slot) = known
            && !plays(player, slot.position)
        {
            out_of_position(finder, place(), player, slot);
        }
        if player.is_target() && settled.insert(id.as_str()) {
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

/// A goalkeeper at centre-back: his cover counts there all the same.
fn out_of_position(finder: &mut Finder<'_>, place: Place, player: &Player, slot: &Slot) {
    let [who, asked] = [name(player), slot.position.name()];
    let known = player.positions.iter().map(|position| position.short()).collect::<Vec<_>>().join(", ");
    finder.hint(
        place,
        format!(
            "{who} ({known}) plays out of position as {}, and counts there like anybody.",
            slot.name.to_lowercase()
        ),
        "Put him where he plays, or add the position if he can play it.",
    );
    let mut able = player.clone();
    able.positions.push(slot.position);
    let edit = Edit::change_player(player, able, "positions");
    finder.offer(format!("Add {asked} to his positions"), vec![edit]);
}

/// Squad players whom only some scenarios chart, though nothing takes them out of the others.
pub(super) fn charted_in_part(finder: &mut Finder<'_>) {
    let plan = finder.plan;
    let charted: Vec<HashSet<&str>> = plan
        .scenarios
        .iter()
        .map(|scenario| scenario.charts.values().flatten().map(PlayerId::as_str).collect())
        .collect();
    let stays = |scenario: &Scenario, player: &Player| scenario.moves.iter().all(|mv| mv.player != player.id);
    for player in plan.players.iter().filter(|player| !player.is_target()) {
        let of = |there: bool| {
            plan.scenarios.iter().zip(&charted).filter(move |(scenario, charted)| {
                // Who moves is meant to differ; a scenario that nobody has charted yet differs in everything.
                !charted.is_empty()
                    && stays(scenario, player)
                    && charted.contains(player.id.as_str()) == there
            })
        };
        let (with, without): (Vec<_>, Vec<_>) = (of(true).collect(), of(false).collect());
        let (Some((first, _)), false) = (with.first(), without.is_empty()) else { continue };
        let Some((slot, rank)) = first
            .charts
            .iter()
            .find_map(|(slot, chart)| Some((slot.clone(), chart.iter().position(|id| *id == player.id)?)))
        else {
            continue;
        };
        let names = |scenarios: &[(&Scenario, &HashSet<&str>)]| {
            scenarios.iter().map(|(scenario, _)| scenario.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        finder.hint(
            Place::Chart(first.id.clone(), slot.clone(), player.id.clone()),
            format!(
                "{} stands in the charts of {} but not of {}: comparing them counts him on one side only.",
                name(player),
                names(&with),
                names(&without)
            ),
            "Put him into the others as well, unless that is meant.",
        );
        let place = |(scenario, _): &(&Scenario, _)| {
            let formation = plan.formation_of(scenario)?;
            formation.slot(&slot)?;
            let rank = rank.min(scenario.chart(&slot).len());
            Some(Edit::Place {
                scenario: scenario.id.clone(),
                player: player.id.clone(),
                slot: slot.clone(),
                rank,
            })
        };
        let edits: Vec<Edit> = without.iter().filter_map(place).collect();
        if edits.len() == without.len() {
            finder.offer(format!("Also in {}", names(&without)), edits);
        }
    }
}

/// Offers to take a name nobody bears out of a chart.
fn offer_out(finder: &mut Finder<'_>, scenario: &Scenario, slot: &SlotId, chart: &[PlayerId], id: &PlayerId) {
    let out = Edit::Unplace { scenario: scenario.id.clone(), player: id.clone(), slot: slot.clone() };
    let times = chart.iter().filter(|known| *known == id).count();
    if times <= MANY {
        finder.offer("Take the name out of the chart".to_owned(), vec![out; times]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Plan, Position};
    use crate::report::{Severity, problems};

    fn out_of_position(plan: &Plan) -> Vec<(Severity, String)> {
        let found = problems(plan).into_iter().filter(|problem| problem.message.contains("out of position"));
        found.map(|problem| (problem.severity, problem.message)).collect()
    }

    #[test]
    fn a_goalkeeper_at_centre_back_is_remarked_until_he_is_said_to_play_there() {
        let text = include_str!("../../../saves/liverpool-2025-26-leoni.json");
        let mut plan: Plan = serde_json::from_str(text).unwrap();
        let id: PlayerId = "virgil-van-dijk".parse().unwrap();
        let at = plan.players.iter().position(|player| player.id == id).unwrap();
        let mut play = |positions: &[Position]| {
            std::sync::Arc::make_mut(&mut plan.players[at]).positions = positions.to_vec();
            plan.clone()
        };
        let keeper = play(&[Position::Gk]);
        let found = out_of_position(&keeper);
        assert!(found.iter().any(|(severity, message)| {
            *severity == Severity::Hint
                && message.starts_with("Virgil van Dijk (GK) plays out of position as left centre-back")
        }));
        let problem = problems(&keeper).into_iter().find(|problem| problem.message.contains("(GK)")).unwrap();
        assert_eq!(problem.fixes[0].label, "Add centre-back to his positions");
        let others = found.len() - found.iter().filter(|(_, message)| message.contains("(GK)")).count();
        for positions in [&[Position::Gk, Position::Cb][..], &[]] {
            assert_eq!(out_of_position(&play(positions)).len(), others, "{positions:?}");
        }
    }
}
