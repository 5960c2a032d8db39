//! The joint chain worked out exactly: one cell per combination of states, carried from matchday to matchday in place.

use std::collections::BTreeMap;

use super::chain::{Cast, Outcome, Season, Steps};
use super::cover;

/// The chance of being short for each k, or nothing if the joint state needs more than `budget` cells.
pub(super) fn short(season: &Season, ks: &[usize], matchdays: usize, budget: usize) -> Option<Vec<f64>> {
    // Every way the deals can end takes one cell at least.
    let ways = season.deals.iter().fold(1_usize, |ways, deal| ways.saturating_mul(deal.len().max(1)));
    if ways > budget {
        return None;
    }
    let mut cells = 0_usize;
    for (_, drawn) in draws(&season.deals) {
        cells = cells.saturating_add(size(&axes(&season.cast(&drawn))));
        if cells > budget {
            return None;
        }
    }
    let mut chances = vec![0.0; ks.len()];
    for (weight, drawn) in draws(&season.deals) {
        let axes = axes(&season.cast(&drawn));
        for (chance, k) in chances.iter_mut().zip(ks) {
            *chance += weight * taken_out(&axes, *k, matchdays);
        }
    }
    Some(chances.into_iter().map(|chance: f64| chance.clamp(0.0, 1.0)).collect())
}

/// Every way the deals can end, with its chance.
fn draws(deals: &[Vec<Outcome>]) -> impl Iterator<Item = (f64, Vec<&Outcome>)> {
    let mut next = Some(vec![0_usize; deals.len()]);
    std::iter::from_fn(move || {
        let places = next.take()?;
        let drawn: Vec<&Outcome> =
            deals.iter().zip(&places).filter_map(|(deal, place)| deal.get(*place)).collect();
        let mut following = places;
        for (place, deal) in following.iter_mut().zip(deals) {
            *place += 1;
            if *place < deal.len() {
                next = Some(following);
                break;
            }
            *place = 0;
        }
        Some((drawn.iter().map(|outcome| outcome.chance).product(), drawn))
    })
}

/// One dimension of the joint state: a player, or players so alike that only how many of them are fit matters.
struct Axis<'a> {
    steps: &'a Steps,
    counts: &'a [bool],
    /// How many players; one if the injury is known.
    players: usize,
    starts_fit: bool,
}

impl Axis<'_> {
    fn states(&self) -> usize {
        match self.steps {
            Steps::Sound(_) => self.players + 1,
            Steps::Known(_) => 3,
        }
    }

    /// The state on day 0.
    fn start(&self) -> usize {
        match (self.steps, self.starts_fit) {
            (Steps::Sound(_), _) => self.players,
            (Steps::Known(_), true) => 1,
            (Steps::Known(_), false) => 2,
        }
    }

    /// How many are fit in each state.
    fn fit(&self) -> Vec<usize> {
        match self.steps {
            Steps::Sound(_) => (0..=self.players).collect(),
            Steps::Known(_) => vec![0, 1, 0],
        }
    }

    /// The step to a matchday: from row to column.
    fn matrix(&self, matchday: usize) -> Vec<Vec<f64>> {
        match self.steps {
            Steps::Sound(steps) => {
                let (stays, recovers) = steps.get(matchday).copied().unwrap_or((1.0, 0.0));
                let row = |fit: usize| {
                    let chances = (0..self.players).map(|player| if player < fit { stays } else { recovers });
                    cover::exactly(chances)
                };
                (0..=self.players).map(row).collect()
            }
            Steps::Known(steps) => {
                steps.get(matchday).map(|step| step.map(Vec::from).to_vec()).unwrap_or_default()
            }
        }
    }
}

/// Gathers players who are alike into one axis.
fn axes<'a>(cast: &[Cast<'a>]) -> Vec<Axis<'a>> {
    let mut alike: BTreeMap<((u64, u64), &[bool]), Axis<'a>> = BTreeMap::new();
    let mut axes = Vec::new();
    for Cast { steps, starts_fit, kind, counts } in cast {
        let axis = Axis { steps, counts, players: 1, starts_fit: *starts_fit };
        match kind {
            None => axes.push(axis),
            Some(kind) => {
                alike.entry((*kind, counts)).and_modify(|axis| axis.players += 1).or_insert(axis);
            }
        }
    }
    axes.extend(alike.into_values());
    // The in-place step is quickest where a large axis lies outside, so that its states are long runs of cells.
    axes.sort_by_key(Axis::states);
    axes
}

fn size(axes: &[Axis<'_>]) -> usize {
    axes.iter().fold(1, |cells, axis| cells.saturating_mul(axis.states()))
}

/// The mass that on some matchday has fewer than `k` counting.
fn taken_out(axes: &[Axis<'_>], k: usize, matchdays: usize) -> f64 {
    let mut mass = vec![0.0; size(axes)];
    let start = axes.iter().rev().fold(0, |cell, axis| cell * axis.states() + axis.start());
    if let Some(cell) = mass.get_mut(start) {
        *cell = 1.0;
    }
    let mut scratch = vec![0.0; mass.len()];
    let mut taken = 0.0;
    let mut counted: (Vec<bool>, Vec<f64>) = (Vec::new(), Vec::new());
    for matchday in 0..matchdays {
        let mut stride = 1;
        for axis in axes {
            step(&mut mass, &mut scratch, stride, &axis.matrix(matchday));
            stride *= axis.states();
        }
        let counting: Vec<bool> =
            axes.iter().map(|axis| axis.counts.get(matchday).copied().unwrap_or(false)).collect();
        if matchday == 0 || counted.0 != counting {
            let enough = enough(axes, &counting, k);
            counted = (counting, enough);
        }
        for (cell, kept) in mass.iter_mut().zip(&counted.1) {
            let keeps = *cell * kept;
            taken += *cell - keeps;
            *cell = keeps;
        }
    }
    taken
}

/// Per cell 1 if at least `k` count in it, else 0.
fn enough(axes: &[Axis<'_>], counting: &[bool], k: usize) -> Vec<f64> {
    let mut counts = vec![0_usize];
    for (axis, counting) in axes.iter().zip(counting) {
        let fit = axis.fit().into_iter().map(|fit| if *counting { fit } else { 0 });
        counts = fit.flat_map(|fit| counts.iter().map(move |count| count + fit)).collect();
    }
    counts.into_iter().map(|count| f64::from(u8::from(count >= k))).collect()
}

/// Applies one axis's step to the joint mass. Its states lie `stride` cells apart.
fn step(mass: &mut [f64], scratch: &mut [f64], stride: usize, matrix: &[Vec<f64>]) {
    let states = matrix.len();
    if let [out, fit] = matrix
        && let ([stay_out, recover], [fall_out, stay_fit]) = (out.as_slice(), fit.as_slice())
    {
        for block in mass.chunks_exact_mut(2 * stride) {
            let (outs, fits) = block.split_at_mut(stride);
            for (out, fit) in outs.iter_mut().zip(fits) {
                let was = *out;
                *out = was * stay_out + *fit * fall_out;
                *fit = was * recover + *fit * stay_fit;
            }
        }
        return;
    }
    for block in mass.chunks_exact_mut(states * stride) {
        let Some(sums) = scratch.get_mut(..block.len()) else { return };
        sums.fill(0.0);
        for (from, row) in block.chunks_exact(stride).zip(matrix) {
            for (to, chance) in sums.chunks_exact_mut(stride).zip(row) {
                for (sum, mass) in to.iter_mut().zip(from) {
                    *sum += mass * chance;
                }
            }
        }
        block.copy_from_slice(sums);
    }
}
