//! A first proposal of depth charts: who could stand where, by position, foot, age and worth.

use std::collections::BTreeSet;

use crate::model::{Foot, Formation, Plan, Player, PlayerId, Position, Scenario, ScenarioId, Slot};

use super::Edit;

#[cfg(test)]
mod tests;

/// As it stands after "Undo".
const LABEL: &str = "propose a depth chart";
/// What puts who is not there behind everybody who is.
const NOT_HERE: f64 = -1_000.0;
/// A slot with fewer players than this is topped up with those who play there besides.
const COVERED: usize = 2;

/// Fills the empty slots of a scenario's formation with the squad, or `None` where there is nothing to propose.
///
/// The rule (our own), a place to begin and no judgement of anybody:
///
/// 1. A player fits a slot if it asks for one of his positions or for a neighbour of one, such as left wing-back
///    for a left-back. His best position counts most, then his other ones, then neighbours. Who has no position is
///    left out, and so are targets.
/// 2. Between equals of position the order is a sum: the foot of the slot's side (in defence and midfield), an age
///    inside the prime years, and the market value against the dearest of the squad, where they are known.
/// 3. Whose contract has ended by the plan's day, or who has not joined by then, comes after everybody else.
/// 4. First choices go to the best pairs of player and slot over the whole pitch; nobody is first choice twice. The
///    others follow rank by rank, each in one slot. A slot with a single player also gets who plays there besides.
///
/// Slots in which somebody stands stay as they are, so doing it twice changes nothing more.
#[must_use]
pub fn propose_charts(plan: &Plan, scenario: &ScenarioId) -> Option<Edit> {
    let scenario = plan.scenario(scenario)?;
    let formation = plan.formation_of(scenario)?;
    let mut draft = Draft::new(plan, scenario, formation);
    draft.first_choices();
    draft.reserves();
    draft.cover();
    let edits: Vec<Edit> = draft
        .charts
        .into_iter()
        .flat_map(|(slot, chart)| {
            chart.into_iter().enumerate().map(|(rank, player)| Edit::Place {
                scenario: scenario.id.clone(),
                player: player.clone(),
                slot: slot.id.clone(),
                rank,
            })
        })
        .collect();
    (!edits.is_empty()).then(|| Edit::Together { label: LABEL.to_owned(), edits })
}

/// The charts of the slots that were empty, while they are being filled.
struct Draft<'a> {
    charts: Vec<(&'a Slot, Vec<&'a PlayerId>)>,
    /// Every fitting pair of player and empty slot, the best first; the slot by its place in `charts`.
    pairs: Vec<(&'a PlayerId, usize)>,
    /// First in some slot.
    first: BTreeSet<&'a PlayerId>,
    /// In some slot.
    placed: BTreeSet<&'a PlayerId>,
}

impl<'a> Draft<'a> {
    fn new(plan: &'a Plan, scenario: &'a Scenario, formation: &'a Formation) -> Self {
        let (empty, filled): (Vec<&Slot>, Vec<&Slot>) =
            formation.slots.iter().partition(|slot| scenario.chart(&slot.id).is_empty());
        let charts = filled.iter().map(|slot| scenario.chart(&slot.id));
        let first = charts.clone().filter_map(<[PlayerId]>::first).collect();
        let placed = charts.flatten().collect();
        let dearest = dearest(plan);
        let mut scored: Vec<(f64, &PlayerId, usize)> = Vec::new();
        for player in plan.players.iter().filter(|player| !player.is_target()) {
            let standing = standing(plan, player, dearest);
            for (at, slot) in empty.iter().enumerate() {
                if let Some(fit) = position_fit(player, slot.position) {
                    scored.push((
                        fit + foot_fit(player, slot) + side_fit(player, slot) + standing,
                        &player.id,
                        at,
                    ));
                }
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)).then(a.2.cmp(&b.2)));
        let pairs = scored.into_iter().map(|(_, player, at)| (player, at)).collect();
        Self { charts: empty.into_iter().map(|slot| (slot, Vec::new())).collect(), pairs, first, placed }
    }

    /// The best pairs over the whole pitch, each player and each slot once.
    fn first_choices(&mut self) {
        let Self { charts, pairs, first, placed } = self;
        for (player, at) in pairs.iter() {
            if let Some((_, chart)) = charts.get_mut(*at)
                && chart.is_empty()
                && first.insert(player)
            {
                chart.push(player);
                placed.insert(player);
            }
        }
    }

    /// Everybody else, rank by rank, in the slot that suits him best of those still open at that rank.
    fn reserves(&mut self) {
        let Self { charts, pairs, placed, .. } = self;
        let mut rank = 1;
        loop {
            let mut found = false;
            for (player, at) in pairs.iter() {
                if let Some((_, chart)) = charts.get_mut(*at)
                    && chart.len() == rank
                    && placed.insert(player)
                {
                    chart.push(player);
                    found = true;
                }
            }
            if !found {
                return;
            }
            rank += 1;
        }
    }

    /// Who plays there besides, where a single player stands.
    fn cover(&mut self) {
        let Self { charts, pairs, .. } = self;
        for (player, at) in pairs.iter() {
            if let Some((_, chart)) = charts.get_mut(*at)
                && !chart.is_empty()
                && chart.len() < COVERED
                && !chart.contains(player)
            {
                chart.push(player);
            }
        }
    }
}

/// He plays there, or where one who does is put without a second thought; so does who has no position.
#[must_use]
pub fn plays(player: &Player, asked: Position) -> bool {
    player.positions.is_empty() || position_fit(player, asked).is_some()
}

/// How well his positions fit what is asked for: his best one, another of his, a neighbour of either.
fn position_fit(player: &Player, asked: Position) -> Option<f64> {
    let of_one = |(at, position): (usize, &Position)| {
        let later = 20.0 * f64::from(u8::try_from(at.min(5)).unwrap_or(5));
        match (*position == asked, at) {
            (true, 0) => Some(600.0),
            (true, _) => Some(500.0 - later),
            (false, _) => neighbours(*position).contains(&asked).then_some(300.0 - later),
        }
    };
    player.positions.iter().enumerate().filter_map(of_one).max_by(f64::total_cmp)
}

/// Where else one who plays there is put without a second thought.
fn neighbours(position: Position) -> &'static [Position] {
    use Position::{Am, Cb, Cm, Dm, Gk, Lb, Lm, Lw, Lwb, Rb, Rm, Rw, Rwb, St};
    match position {
        Gk | Cb | St => &[],
        Rb => &[Rwb],
        Lb => &[Lwb],
        Rwb => &[Rb, Rm],
        Lwb => &[Lb, Lm],
        Cm => &[Dm, Am],
        Dm | Am => &[Cm],
        Rm => &[Rw, Rwb],
        Lm => &[Lw, Lwb],
        Rw => &[Rm, Am],
        Lw => &[Lm, Am],
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Side {
    Left,
    Middle,
    Right,
}

fn side_of(slot: &Slot) -> Side {
    match slot.x {
        x if x < 0.45 => Side::Left,
        x if x > 0.55 => Side::Right,
        _ => Side::Middle,
    }
}

/// The slot's own foot, where the foot decides: not in front, where many play on the other side.
fn foot_fit(player: &Player, slot: &Slot) -> f64 {
    use Position::{Am, Gk, Lw, Rw, St};
    if matches!(slot.position, Gk | Am | Lw | Rw | St) {
        return 0.0;
    }
    match (side_of(slot), player.foot) {
        (Side::Left, Some(Foot::Left)) | (Side::Right, Some(Foot::Right)) => 15.0,
        (Side::Left | Side::Right, Some(Foot::Both)) => 10.0,
        (Side::Left | Side::Right, Some(_)) => -15.0,
        _ => 0.0,
    }
}

/// A winger on his own side, where the slot itself does not name one.
fn side_fit(player: &Player, slot: &Slot) -> f64 {
    use Position::{Lm, Lw, Lwb, Rm, Rw, Rwb};
    let own = match player.positions.first() {
        Some(Lw | Lm | Lwb) => Side::Left,
        Some(Rw | Rm | Rwb) => Side::Right,
        _ => return 0.0,
    };
    if own == side_of(slot) { 10.0 } else { 0.0 }
}

/// As far as his contract says, he is at the club on the plan's day.
fn is_here(plan: &Plan, player: &Player) -> bool {
    let joined = player.contract.as_ref().and_then(|contract| contract.from);
    let until = player.contract_until();
    joined.is_none_or(|joined| joined <= plan.as_of) && until.is_none_or(|until| until >= plan.as_of)
}

/// Prime years and worth: what says who is ahead where the position says nothing.
fn standing(plan: &Plan, player: &Player, dearest: f64) -> f64 {
    let prime = if player.positions.first() == Some(&Position::Gk) { 25..=34 } else { 23..=31 };
    let age = player.age_on(plan.as_of).map_or(-5.0, |age| {
        let outside = (prime.start() - age).max(age - prime.end()).clamp(0, 10);
        -2.0 * f64::from(outside)
    });
    let worth = match value_in_plan(plan, player) {
        Some(value) if dearest > 0.0 => 40.0 * (value / dearest).clamp(0.0, 1.0).sqrt(),
        _ => 10.0,
    };
    age + worth + if is_here(plan, player) { 0.0 } else { NOT_HERE }
}

fn dearest(plan: &Plan) -> f64 {
    let squad = plan.players.iter().filter(|player| !player.is_target());
    squad.filter_map(|player| value_in_plan(plan, player)).fold(0.0, f64::max)
}

/// His market value in the plan's currency, or in its own where no rate leads there.
#[expect(clippy::cast_precision_loss, reason = "a market value is far below 2^53")]
fn value_in_plan(plan: &Plan, player: &Player) -> Option<f64> {
    let value = player.market_value.as_ref()?;
    let rate = plan.money.rate(value.currency, plan.money.currency).unwrap_or(1.0);
    Some(value.amount as f64 * rate)
}
