//! Two players of a plan turn out to be one person.

use std::sync::Arc;

use serde_json::Value;

use crate::model::{Plan, Player, PlayerId};

use super::tree::{Merger, Three};

/// Makes `other` and `player` one person with the id of `player`, with everything that refers to either. Where they
/// contradict each other the `player` is right, or the other one if `other_first`.
///
/// `None`: one of them is not there any more.
pub(super) fn join(plan: &mut Plan, player: &PlayerId, other: &PlayerId, other_first: bool) -> Option<()> {
    let value = |id: &PlayerId| -> Option<Value> {
        let found = Player { id: player.clone(), ..plan.player(id)?.clone() };
        serde_json::to_value(found).ok()
    };
    let (mut first, mut second) = (value(player).filter(|_| player != other)?, value(other)?);
    if other_first {
        std::mem::swap(&mut first, &mut second);
    }
    let both = Three { base: None, ours: Some(&first), theirs: Some(&second) };
    let joined = Merger::at_player(player.as_str()).value(both)?;
    let joined: Player = serde_json::from_value(joined).ok()?;
    plan.players.retain(|known| known.id != *other);
    let place = plan.players.iter_mut().find(|known| known.id == *player)?;
    *place = Arc::new(joined);
    for report in plan.reports.iter_mut().filter(|report| report.player == *other) {
        Arc::make_mut(report).player = player.clone();
    }
    for scenario in &mut plan.scenarios {
        for mv in scenario.moves.iter_mut().filter(|mv| mv.player == *other) {
            mv.player = player.clone();
        }
        for chart in scenario.charts.values_mut() {
            let stands_there = chart.contains(player);
            chart.retain(|id| id != other || !stands_there);
            chart.iter_mut().filter(|id| *id == other).for_each(|id| id.clone_from(player));
        }
    }
    plan.conflicts.iter_mut().filter(|open| open.same_as.as_ref() == Some(other)).for_each(|open| {
        open.same_as = Some(player.clone());
    });
    Some(())
}
