//! Which problems are about the moves of whom.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Plan, PlayerId, ScenarioId};
use crate::report::{Place, Problem};

/// The problems of every player's moves, by their places in the list of problems.
#[derive(Debug, Default)]
pub(super) struct Troubles {
    of_players: BTreeMap<(ScenarioId, PlayerId), Vec<usize>>,
}

impl Troubles {
    pub(super) fn of(plan: &Plan, problems: &[Problem]) -> Self {
        let mut movers: HashMap<(&str, &str), &PlayerId> = HashMap::new();
        for scenario in &plan.scenarios {
            for mv in &scenario.moves {
                movers.insert((scenario.id.as_str(), mv.id.as_str()), &mv.player);
            }
        }
        let mut of_players: BTreeMap<(ScenarioId, PlayerId), Vec<usize>> = BTreeMap::new();
        for (at, problem) in problems.iter().enumerate() {
            if let Place::Move(scenario, mv) = &problem.place
                && let Some(player) = movers.get(&(scenario.as_str(), mv.as_str()))
            {
                of_players.entry((scenario.clone(), (*player).clone())).or_default().push(at);
            }
        }
        Self { of_players }
    }

    pub(super) fn of_player(&self, scenario: &ScenarioId, player: &PlayerId) -> &[usize] {
        self.of_players.get(&(scenario.clone(), player.clone())).map_or(&[], Vec::as_slice)
    }
}
