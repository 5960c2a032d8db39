//! What the tireless user does: random edits that mostly make sense, undo and redo.

use crate::edit::{Edit, Session};
use crate::forecast::Random;
use crate::model::{
    Extra, Move, MoveId, MoveKind, Plan, Player, PlayerId, PlayerKind, Report, ReportId, ReportKind,
    Scenario, ScenarioColour, ScenarioId, SlotId, Trust,
};

/// Lists stop growing at this length.
const MANY: usize = 60;
const MANY_SCENARIOS: usize = 5;

/// Random things, the same for the same seed.
#[derive(Debug)]
pub(super) struct Steps {
    random: Random,
}

impl Steps {
    pub(super) fn seeded(seed: u64) -> Self {
        Self { random: Random::seeded(seed) }
    }

    /// Once in `every` times.
    pub(super) fn is_time(&mut self, every: u64) -> bool {
        self.random.share() * (every as f64) < 1.0
    }

    /// Does one thing. What an edit leaves tells its number, so that no two look alike.
    pub(super) fn step(&mut self, session: &mut Session, number: u64) {
        match self.below(10) {
            0 | 1 if session.undo().is_some() => {}
            2 if session.redo().is_some() => {}
            _ => {
                let mut edits = vec![Edit::SetPlanNotes(format!("Step {number}"))];
                edits.extend(self.edit(session.plan(), number));
                let edit = Edit::Together { label: format!("do step {number}"), edits };
                if session.apply(&edit).is_err() {
                    // One that makes no sense here is refused whole; the number is told all the same.
                    let _refused = session.apply(&Edit::SetPlanNotes(format!("Step {number}")));
                }
            }
        }
    }

    fn below(&mut self, count: usize) -> usize {
        ((self.random.share() * count as f64) as usize).min(count.saturating_sub(1))
    }

    fn one<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }

    fn player(&mut self, plan: &Plan) -> Option<PlayerId> {
        self.one(&plan.players).map(|player| player.id.clone())
    }

    fn scenario(&mut self, plan: &Plan) -> Option<ScenarioId> {
        self.one(&plan.scenarios).map(|scenario| scenario.id.clone())
    }

    fn slot(&mut self, plan: &Plan) -> Option<SlotId> {
        let formation = plan.formations.first()?;
        self.one(&formation.slots).map(|slot| slot.id.clone())
    }

    fn edit(&mut self, plan: &Plan, number: u64) -> Option<Edit> {
        let scenario = self.scenario(plan)?;
        Some(match self.below(16) {
            0 => Edit::RenamePlan(format!("Plan {number} \u{2013} Gu\u{e9}hi")),
            1 => Edit::RenameScenario { scenario, name: format!("Future {number}") },
            2 => Edit::RecolourScenario { scenario, colour: *self.one(&ScenarioColour::ALL)? },
            3 => Edit::ReorderScenario { scenario, to: self.below(4) },
            4 if plan.scenarios.len() < MANY_SCENARIOS => {
                let id = ScenarioId::new_for(&format!("scenario {number}"), |_| false);
                let formation = plan.formations.first()?.id.clone();
                let scenario = Scenario::new(id, format!("Future {number}"), formation);
                Edit::AddScenario { scenario: Box::new(scenario), at: self.below(4) }
            }
            4 => Edit::RemoveScenario(scenario),
            5 => Edit::SetAsOf(plan.as_of.tomorrow().ok()?),
            6 => Edit::SetAssumption { name: "month.days".to_owned(), value: Some(self.random.share()) },
            7 if plan.players.len() < MANY => {
                let name = format!("Pl\u{e4}yer \u{201c}{number}\u{201d}");
                let id = PlayerId::new_for(&name, |_| false);
                let player = Player::new(id, name, PlayerKind::Target);
                Edit::PutPlayer { player: player.into(), what: String::new() }
            }
            7 => Edit::RemovePlayer(self.player(plan)?),
            8 => {
                let mut player = plan.player(&self.player(plan)?)?.clone();
                player.name = format!("{} {number}", player.surname());
                Edit::PutPlayer { player: player.into(), what: "name".to_owned() }
            }
            9 => {
                let id = MoveId::new_for(&format!("move {}", self.below(5)), |_| false);
                let mut mv = Move::new(id, self.player(plan)?, MoveKind::Buy);
                mv.chance = self.random.share();
                Edit::PutMove { scenario, mv: Box::new(mv) }
            }
            10 => {
                let moves = plan.scenario(&scenario).map(|scenario| scenario.moves.as_slice())?;
                let mv = self.one(moves)?.id.clone();
                Edit::RemoveMove { scenario, mv }
            }
            11 => Edit::PutReport(Box::new(Report {
                id: ReportId::new_for(&format!("report {}", self.below(MANY)), |_| false),
                player: self.player(plan)?,
                date: plan.as_of,
                undated: false,
                outlet: "Soak".to_owned(),
                kind: ReportKind::Interest,
                club: None,
                claim: format!("claim\n{number}\t\u{202e}"),
                amounts: Vec::new(),
                link: None,
                trust: Trust::Uncertain,
                extra: Extra::new(),
            })),
            12 => {
                let slot = self.slot(plan)?;
                let chart = plan.scenario(&scenario).and_then(|scenario| scenario.charts.get(&slot))?;
                let player = self.one(chart)?.clone();
                Edit::Unplace { scenario, player, slot }
            }
            13 => {
                let from = self.slot(plan)?;
                let chart = plan.scenario(&scenario).and_then(|scenario| scenario.charts.get(&from))?;
                let player = self.one(chart)?.clone();
                Edit::Shift { scenario, player, from, to: self.slot(plan)?, rank: self.below(3) }
            }
            _ => Edit::Place {
                scenario,
                player: self.player(plan)?,
                slot: self.slot(plan)?,
                rank: self.below(4),
            },
        })
    }
}
