//! Act now or wait: the chance of the later deal at which both are worth the same. `docs/model.md` §7.

use serde::Serialize;

use crate::forecast::UnitForecast;
use crate::model::{Date, MoveId, Plan, PlayerId, Scenario, ScenarioId};
use crate::report::money::{Costs, MoveCost};

/// What a scenario comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// Expected number of covered matchdays.
    pub covered: f64,
    /// Expected cost, likely.
    pub cost: f64,
}

impl Outcome {
    /// Its worth, should a covered matchday be worth `value`.
    #[must_use]
    pub fn worth(self, value: f64) -> f64 {
        value * self.covered - self.cost
    }
}

/// Which of two scenarios is the better bet, by the chance that the later one's deal comes off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Odds {
    /// Waiting is better if the chance is above this one, acting below it.
    WaitAbove(f64),
    /// Waiting is better if the chance is below this one: at that value the deal is not worth having.
    WaitBelow(f64),
    /// Acting is better whatever happens.
    Act,
    /// Waiting is better whatever happens.
    Wait,
    /// Both are worth the same whatever happens.
    Even,
}

/// Two scenarios, one of which waits for a deal of its own: everything the break-even needs for any value of a
/// covered matchday.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BreakEven {
    /// The scenario that acts.
    pub acts: ScenarioId,
    /// The scenario that waits: the one whose own arrivals come later.
    pub waits: ScenarioId,
    /// Its arrivals come later indeed, not on the same day.
    pub is_later: bool,
    /// Its own arrivals, which the other does not hold equally.
    pub deal: Vec<MoveId>,
    /// What of them is drawn together: one move, or those of a group of which one happens.
    pub draws: Vec<DrawToday>,
    /// The chance that all of it comes off, as the plan has it.
    pub chance_today: f64,
    /// What the acting scenario comes to.
    pub acting: Outcome,
    /// What the waiting one comes to without its deal.
    pub without: Outcome,
    /// What it comes to with it.
    pub with: Outcome,
}

/// Moves of a deal that are drawn together, and the chance that one of them comes off as the plan has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DrawToday {
    /// Whom they bring, one of them.
    pub players: Vec<PlayerId>,
    /// Their names, in the same order.
    pub names: Vec<String>,
    /// The chance that one of them comes.
    pub chance: f64,
}

impl BreakEven {
    /// The chance of the deal at which both scenarios are worth the same, should a covered matchday be worth `value`.
    /// Outside 0 to 1 there is no such chance in fact; none if the deal changes nothing.
    #[must_use]
    pub fn chance(&self, value: f64) -> Option<f64> {
        let [acting, without, with] = self.worths(value);
        let slope = with - without;
        (slope.abs() > slack(with, without)).then(|| (acting - without) / slope)
    }

    /// The same as a rule: who is the better bet when.
    #[must_use]
    pub fn odds(&self, value: f64) -> Odds {
        let [acting, without, with] = self.worths(value);
        let Some(chance) = self.chance(value) else {
            let slack = slack(acting, without);
            return match acting - without {
                lead if lead > slack => Odds::Act,
                lead if lead < -slack => Odds::Wait,
                _ => Odds::Even,
            };
        };
        let worth_having = with > without;
        match (worth_having, chance) {
            (true, chance) if chance <= 0.0 => Odds::Wait,
            (true, chance) if chance >= 1.0 => Odds::Act,
            (true, chance) => Odds::WaitAbove(chance),
            (false, chance) if chance <= 0.0 => Odds::Act,
            (false, chance) if chance >= 1.0 => Odds::Wait,
            (false, chance) => Odds::WaitBelow(chance),
        }
    }

    fn worths(&self, value: f64) -> [f64; 3] {
        [self.acting, self.without, self.with].map(|outcome| outcome.worth(value))
    }
}

/// Differences below this are the rounding of the arithmetic.
fn slack(one: f64, other: f64) -> f64 {
    1e-12 * (1.0 + one.abs().max(other.abs()))
}

/// One side of a pair, with what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) costs: &'a Costs,
    pub(super) forecast: &'a UnitForecast,
    pub(super) outcome: Outcome,
}

/// What both sides are measured by.
#[derive(Clone, Copy)]
pub(super) struct Measure<'a> {
    pub(super) plan: &'a Plan,
    pub(super) k: usize,
    pub(super) from: Date,
    pub(super) to: Date,
}

impl BreakEven {
    /// Of two sides the one whose own arrivals come later waits; where only one has arrivals of its own, that one, if
    /// the other does anything of its own.
    pub(super) fn of(measure: Measure<'_>, one: Side<'_>, other: Side<'_>) -> Option<Self> {
        let (mut ours, mut theirs) = (own_moves(one.costs, other.costs), own_moves(other.costs, one.costs));
        // What happens after the span changes nothing in it.
        for own in [&mut ours, &mut theirs] {
            own.retain(|cost| cost.date <= measure.to);
        }
        let arrivals = |own: &[&'_ MoveCost]| own.iter().any(|cost| cost.kind.is_arrival());
        let (our_days, their_days) = (days(&ours), days(&theirs));
        let we_wait = match (arrivals(&ours), arrivals(&theirs)) {
            (true, true) => our_days > their_days,
            (we, they) if we || they => we,
            _ => return None,
        };
        let (acts, waits, mut deal, acting_days) =
            if we_wait { (other, one, ours, their_days) } else { (one, other, theirs, our_days) };
        deal.retain(|cost| cost.kind.is_arrival());
        let is_later = days(&deal)? > acting_days?;
        let evaluate =
            |chance: f64| measure.evaluate(waits.forecast, &with_deal(waits.scenario, &deal, chance));
        let (without, with) = (evaluate(0.0), evaluate(1.0));
        let draws = draws(measure.plan, &deal);
        Some(Self {
            acts: acts.scenario.id.clone(),
            waits: waits.scenario.id.clone(),
            is_later,
            chance_today: draws.iter().map(|draw| draw.chance).product(),
            deal: deal.iter().map(|cost| cost.id.clone()).collect(),
            draws,
            acting: acts.outcome,
            without,
            with,
        })
    }
}

impl Measure<'_> {
    fn evaluate(&self, forecast: &UnitForecast, scenario: &Scenario) -> Outcome {
        let Self { plan, k, from, to } = *self;
        Outcome {
            covered: forecast.expected_covered_with(plan, scenario, k, (from, to)),
            cost: Costs::read(plan, scenario).cost(from, to).expected.likely,
        }
    }
}

/// The moves of `costs` that `other` does not hold equally.
fn own_moves<'a>(costs: &'a Costs, other: &Costs) -> Vec<&'a MoveCost> {
    let equal = |one: &MoveCost, two: &MoveCost| {
        (&one.player, one.kind, one.date, one.chance, &one.lines)
            == (&two.player, two.kind, two.date, two.chance, &two.lines)
    };
    let mut theirs: Vec<&MoveCost> = other.moves.iter().collect();
    let mut own = Vec::new();
    for cost in &costs.moves {
        match theirs.iter().position(|their| equal(cost, their)) {
            Some(at) => drop(theirs.remove(at)),
            None => own.push(cost),
        }
    }
    own
}

/// The first and the last day of the arrivals among moves, or of all of them where nobody arrives.
fn days(moves: &[&MoveCost]) -> Option<(Date, Date)> {
    let arrivals: Vec<Date> =
        moves.iter().filter(|cost| cost.kind.is_arrival()).map(|cost| cost.date).collect();
    let all = || moves.iter().map(|cost| cost.date).collect();
    let dates: Vec<Date> = if arrivals.is_empty() { all() } else { arrivals };
    dates.iter().copied().min().zip(dates.iter().copied().max())
}

/// The scenario with the moves of the deal ruled out or certain; of a group its likeliest is certain and the others,
/// of the deal or not, are ruled out.
fn with_deal(scenario: &Scenario, deal: &[&MoveCost], chance: f64) -> Scenario {
    let mut changed = scenario.clone();
    let of_deal = |id: &MoveId| deal.iter().find(|cost| cost.id == *id);
    for mv in &mut changed.moves {
        if let Some(cost) = of_deal(&mv.id) {
            let first_best = deal
                .iter()
                .filter(|other| other.group.is_some() && other.group == cost.group)
                .reduce(|best, next| if next.chance > best.chance { next } else { best });
            let is_it = first_best.is_none_or(|best| best.id == mv.id);
            mv.chance = if is_it { chance } else { 0.0 };
        } else if chance > 0.0
            && mv.group.is_some()
            && deal.iter().any(|cost| cost.group.is_some() && cost.group == mv.group)
        {
            mv.chance = 0.0;
        }
    }
    changed
}

/// The draws of a deal in its order.
fn draws(plan: &Plan, deal: &[&MoveCost]) -> Vec<DrawToday> {
    let name = |id: &PlayerId| plan.player(id).map_or_else(|| id.to_string(), |player| player.name.clone());
    let mut draws: Vec<(Option<&str>, DrawToday)> = Vec::new();
    for cost in deal {
        let group = cost.group.as_deref();
        let known = draws.iter_mut().find(|(name, _)| group.is_some() && *name == group);
        if let Some((_, draw)) = known {
            draw.chance = (draw.chance + cost.chance).min(1.0);
            if !draw.players.contains(&cost.player) {
                draw.players.push(cost.player.clone());
                draw.names.push(name(&cost.player));
            }
        } else {
            let (players, names) = (vec![cost.player.clone()], vec![name(&cost.player)]);
            draws.push((group, DrawToday { players, names, chance: cost.chance }));
        }
    }
    draws.into_iter().map(|(_, draw)| draw).collect()
}
