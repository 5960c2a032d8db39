//! From one scenario to another, and from one plan to another: what is copied, and what has to come along.

mod import;
#[cfg(test)]
mod tests;

use crate::model::{
    Move, MoveId, MoveKind, Plan, PlayerId, Scenario, ScenarioColour, ScenarioId, SlotId, words,
};

use super::Edit;

pub use import::{Clash, ClashOf, Keep, clashes, import};

/// What is copied from one scenario to another.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Copied {
    /// A move.
    Move(MoveId),
    /// The whole chart of a slot, with the moves that bring its targets.
    Chart(SlotId),
    /// A player at a slot: his place there, and his moves.
    Card(PlayerId, SlotId),
}

/// Why something is not copied. A sentence without its full stop.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum CopyRefusal {
    /// Nothing would change.
    #[error("{0} has it just so already")]
    AlreadySo(String),
    /// It is no longer in the plan.
    #[error("This is no longer part of the plan")]
    Gone,
    /// The other formation has no such slot.
    #[error("{scenario} plays {formation}, which has no {slot}")]
    NoSlot {
        /// The name of the other scenario.
        scenario: String,
        /// Its formation.
        formation: String,
        /// The slot.
        slot: String,
    },
    /// It would be copied onto itself.
    #[error("This is the scenario it is from")]
    Same,
}

/// The edit that copies something into another scenario, as one step.
///
/// A move takes the place of the move by which the player would come, go or stay there already. A target who is copied
/// into a chart brings the move that brings him, unless the other scenario has one. An exclusive group stays behind
/// where its other moves do.
///
/// # Errors
/// Why it cannot be copied, in words.
pub fn copy(plan: &Plan, what: &Copied, from: &ScenarioId, to: &ScenarioId) -> Result<Edit, CopyRefusal> {
    let (Some(source), Some(into)) = (plan.scenario(from), plan.scenario(to)) else {
        return Err(CopyRefusal::Gone);
    };
    if from == to {
        return Err(CopyRefusal::Same);
    }
    let (edits, thing) = match what {
        Copied::Move(id) => {
            let mv = source.moves.iter().find(|mv| mv.id == *id).ok_or(CopyRefusal::Gone)?;
            let player = plan.player(&mv.player).ok_or(CopyRefusal::Gone)?;
            (copy_moves(plan, into, [mv]), format!("the move of {}", player.surname()))
        }
        Copied::Chart(slot) => copy_chart(plan, source, into, slot)?,
        Copied::Card(player, slot) => copy_card(plan, source, into, player, slot)?,
    };
    if edits.is_empty() {
        return Err(CopyRefusal::AlreadySo(into.name.clone()));
    }
    Ok(Edit::Together { label: format!("copy {thing} to {}", into.name), edits })
}

fn copy_chart(
    plan: &Plan,
    source: &Scenario,
    into: &Scenario,
    slot: &SlotId,
) -> Result<(Vec<Edit>, String), CopyRefusal> {
    let name = slot_there(plan, into, slot)?;
    let known = |id: &&PlayerId| plan.player(id).is_some();
    let wanted: Vec<&PlayerId> = source.chart(slot).iter().filter(known).collect();
    let mut edits = Vec::new();
    let needed = wanted.iter().filter(|id| into.arrival_of(id).is_none());
    edits.extend(copy_moves(plan, into, needed.filter_map(|id| source.arrival_of(id))));
    if into.chart(slot).iter().ne(wanted.iter().copied()) {
        let scenario = into.id.clone();
        let out = |player: &PlayerId| Edit::Unplace {
            scenario: scenario.clone(),
            player: player.clone(),
            slot: slot.clone(),
        };
        edits.extend(into.chart(slot).iter().map(out));
        edits.extend(wanted.into_iter().enumerate().map(|(rank, player)| Edit::Place {
            scenario: scenario.clone(),
            player: player.clone(),
            slot: slot.clone(),
            rank,
        }));
    }
    Ok((edits, name))
}

fn copy_card(
    plan: &Plan,
    source: &Scenario,
    into: &Scenario,
    player: &PlayerId,
    slot: &SlotId,
) -> Result<(Vec<Edit>, String), CopyRefusal> {
    let known = plan.player(player).ok_or(CopyRefusal::Gone)?;
    let name = slot_there(plan, into, slot)?;
    let rank = source.chart(slot).iter().position(|id| id == player).ok_or(CopyRefusal::Gone)?;
    let mut edits = copy_moves(plan, into, source.moves.iter().filter(|mv| mv.player == *player));
    let (scenario, player, slot) = (into.id.clone(), player.clone(), slot.clone());
    match into.chart(&slot).iter().position(|id| *id == player) {
        None => edits.push(Edit::Place { scenario, player, slot, rank }),
        Some(there) if there != rank && rank < into.chart(&slot).len() => {
            edits.push(Edit::Shift { scenario, player, from: slot.clone(), to: slot, rank });
        }
        Some(_) => {}
    }
    Ok((edits, format!("{} at {name}", known.surname())))
}

/// The name of a slot that the scenario's formation has.
fn slot_there(plan: &Plan, into: &Scenario, slot: &SlotId) -> Result<String, CopyRefusal> {
    let formation = plan.formation_of(into);
    if let Some(known) = formation.and_then(|formation| formation.slot(slot)) {
        return Ok(known.name.to_lowercase());
    }
    let anywhere = plan.formations.iter().find_map(|formation| formation.slot(slot));
    Err(CopyRefusal::NoSlot {
        scenario: into.name.clone(),
        formation: formation.map_or_else(|| into.formation.to_string(), |formation| formation.name.clone()),
        slot: anywhere.map_or_else(|| slot.to_string(), |slot| slot.name.to_lowercase()),
    })
}

/// The edits that make `into` have these moves too; none for one that it has just so.
fn copy_moves<'a>(plan: &Plan, into: &Scenario, moves: impl IntoIterator<Item = &'a Move>) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut now = into.clone();
    for mv in moves {
        if plan.player(&mv.player).is_none() {
            continue;
        }
        let alike =
            now.moves.iter().find(|known| known.player == mv.player && same_side(known.kind, mv.kind));
        let id = alike.map_or_else(
            || MoveId::new_for(mv.id.as_str(), |taken| now.moves.iter().any(|known| known.id == *taken)),
            |known| known.id.clone(),
        );
        let mut copied = Move { id, ..mv.clone() };
        copied.group = mv.group.clone().filter(|group| fits_group(&now, group, &copied));
        if alike == Some(&copied) {
            continue;
        }
        match now.moves.iter_mut().find(|known| known.id == copied.id) {
            Some(known) => known.clone_from(&copied),
            None => now.moves.push(copied.clone()),
        }
        edits.push(Edit::PutMove { scenario: into.id.clone(), mv: Box::new(copied) });
    }
    edits
}

/// Both bring him, both take him away, or both keep him.
fn same_side(one: MoveKind, other: MoveKind) -> bool {
    (one.is_arrival(), one.is_departure()) == (other.is_arrival(), other.is_departure())
}

/// The group is known there, and has room for the chance.
fn fits_group(into: &Scenario, group: &str, copied: &Move) -> bool {
    let mut others =
        into.moves.iter().filter(|mv| mv.group.as_deref() == Some(group) && mv.id != copied.id).peekable();
    others.peek().is_some()
        && !Move::promise_too_much(others.map(Move::chance).sum::<f64>() + copied.chance())
}

/// The plan of one scenario: it is the baseline, with the squad, the targets it names and what is reported of them.
/// Everything that is not a scenario, a player or a report comes along whole.
#[must_use]
pub fn alone(plan: &Plan, scenario: &ScenarioId) -> Option<Plan> {
    let known = plan.scenario(scenario)?;
    let needed = |id: &PlayerId| {
        known.moves.iter().any(|mv| mv.player == *id) || known.charts.values().any(|chart| chart.contains(id))
    };
    let mut alone = plan.clone();
    alone.scenarios = vec![known.clone()];
    alone.baseline = known.id.clone();
    alone.name = format!("{} \u{2013} {}", plan.name, known.name);
    alone.players.retain(|player| !player.is_target() || needed(&player.id));
    let kept: std::collections::HashSet<&str> =
        alone.players.iter().map(|player| player.id.as_str()).collect();
    alone.reports.retain(|report| kept.contains(report.player.as_str()));
    Some(alone)
}

/// A scenario id made of `name` that the plan does not have.
#[must_use]
pub fn fresh_scenario_id(plan: &Plan, name: &str) -> ScenarioId {
    ScenarioId::new_for(name, |taken| plan.scenarios.iter().any(|scenario| scenario.id == *taken))
}

/// `wish`, or `wish 2` where a scenario has that name.
#[must_use]
pub fn fresh_scenario_name(plan: &Plan, wish: &str) -> String {
    let taken = |name: &str| plan.scenarios.iter().any(|scenario| scenario.name == name);
    if !taken(wish) {
        return wish.to_owned();
    }
    (2..=plan.scenarios.len() + 2)
        .map(|n| format!("{wish} {n}"))
        .find(|name| !taken(name))
        .unwrap_or_default()
}

/// The first colour no scenario has, or the next in turn.
#[must_use]
pub fn fresh_colour(plan: &Plan) -> ScenarioColour {
    let used = |colour: &ScenarioColour| plan.scenarios.iter().any(|scenario| scenario.colour == *colour);
    let [first, ..] = ScenarioColour::ALL;
    let turn = plan.scenarios.len() % ScenarioColour::ALL.len();
    let in_turn = ScenarioColour::ALL.get(turn).copied().unwrap_or(first);
    ScenarioColour::ALL.into_iter().find(|colour| !used(colour)).unwrap_or(in_turn)
}

/// What would be copied, in words: `the move of Guéhi`, with its day.
#[must_use]
pub fn describe(plan: &Plan, what: &Copied, from: &ScenarioId) -> String {
    let slot_name = |slot: &SlotId| {
        let known = plan.formations.iter().find_map(|formation| formation.slot(slot));
        known.map_or_else(|| slot.to_string(), |slot| slot.name.to_lowercase())
    };
    let surname =
        |id: &PlayerId| plan.player(id).map_or(id.to_string(), |player| player.surname().to_owned());
    match what {
        Copied::Move(id) => {
            let mv = plan.scenario(from).and_then(|from| from.moves.iter().find(|mv| mv.id == *id));
            mv.map_or_else(String::new, |mv| {
                let when = mv.effective_date(plan).map(|day| format!(", {}", words::day_month(day)));
                format!("{}: {}{}", surname(&mv.player), mv.kind.name(), when.unwrap_or_default())
            })
        }
        Copied::Chart(slot) => format!("Everyone at {}", slot_name(slot)),
        Copied::Card(player, slot) => format!("{} at {}", surname(player), slot_name(slot)),
    }
}
