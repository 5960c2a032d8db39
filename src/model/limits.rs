//! How much a plan holds at most. Beyond that no edit leads and no file is opened.

use super::Plan;

/// The most players a plan holds.
pub const MAX_PLAYERS: usize = 100_000;

/// A list of a plan that is longer than its limit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct OverLimit {
    /// What there are too many of: `players`, `moves in one scenario`, …
    pub things: &'static str,
    /// How many there are.
    pub found: usize,
    /// How many there may be.
    pub max: usize,
}

impl Plan {
    /// The first list that is longer than its limit, in the order of the file's fields.
    #[must_use]
    pub fn over_limit(&self) -> Option<OverLimit> {
        let Self {
            players,
            reports,
            scenarios,
            windows,
            units,
            formations,
            breaks,
            matchdays,
            registration,
            ..
        } = self;
        let lists = [
            ("players", players.len(), MAX_PLAYERS),
            ("reports", reports.len(), 500_000),
            ("scenarios", scenarios.len(), 100),
            ("windows", windows.len(), 1_000),
            ("units", units.len(), 100),
            ("formations", formations.len(), 100),
            ("breaks", breaks.len(), 1_000),
            ("matchdays", matchdays.len(), 10_000),
            ("registration", registration.len(), 100),
            ("exchange rates", self.money.rates.len(), 10_000),
        ];
        let of_scenarios = scenarios.iter().flat_map(|scenario| {
            let longest = scenario.charts.values().map(Vec::len).max().unwrap_or(0);
            [
                ("moves in one scenario", scenario.moves.len(), 1_000),
                ("charts in one scenario", scenario.charts.len(), 1_000),
                ("players in one chart", longest, 1_000),
            ]
        });
        let of_formations =
            formations.iter().map(|formation| ("slots in one formation", formation.slots.len(), 100));
        let mut all = lists.into_iter().chain(of_scenarios).chain(of_formations);
        let (things, found, max) = all.find(|(_, found, max)| found > max)?;
        Some(OverLimit { things, found, max })
    }
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
        assert_eq!(plan.over_limit(), None);
        plan.scenarios[0].moves.push(mv(1_000));
        let things = "moves in one scenario";
        assert_eq!(plan.over_limit(), Some(OverLimit { things, found: 1_001, max: 1_000 }));
    }
}
