//! The season's joint chain: the chance that on some matchday too few are available. `docs/model.md` §5.
//!
//! Days hang together – who is out today is likely out tomorrow – so the chances of single days are never multiplied.
//! The joint state of all players is carried from matchday to matchday, once for every way the deals can end; on each
//! matchday the mass with too few is taken out, and the answer is what was taken. Where that state grows too large, a
//! simulation of the same chain stands in, and says how far off it may be.

use std::collections::BTreeMap;

use serde::Serialize;

use super::days::Day;
use super::defaults::{Assumptions, id};
use super::health::{Health, Turn};
use super::squad::Squad;
use super::{joint, simulation};

/// How large a joint state is worked out exactly, and how often a season is simulated beyond that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// The most cells of the joint state, all outcomes of all deals together.
    pub cells: usize,
    /// Simulated seasons.
    pub seasons: u32,
    /// Where the simulation starts: same seed, same result.
    pub seed: u64,
}

impl Effort {
    /// The effort the assumptions allow.
    #[must_use]
    pub fn of(assumptions: &Assumptions) -> Self {
        Self {
            cells: assumptions.get(id::EXACT_CELLS) as usize,
            seasons: assumptions.get(id::SIMULATIONS) as u32,
            seed: 20_250_925,
        }
    }
}

/// How a chance was worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// By the joint chain.
    Exact,
    /// By simulation.
    Simulated,
}

/// The chance of being short on some matchday.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Short {
    /// The chance.
    pub chance: f64,
    /// How it was worked out.
    pub method: Method,
    /// The standard error of a simulated chance.
    pub standard_error: Option<f64>,
}

/// What happens to a member's body from one matchday to the next.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Steps {
    /// Without a known injury: per matchday the chance of being fit after having been fit, and after having been out.
    Sound(Vec<(f64, f64)>),
    /// With one: per matchday a matrix over [out, fit, out with the known injury], from row to column.
    Known(Vec<[[f64; 3]; 3]>),
}

/// A member who counts on some matchday, should the deals end in a certain way.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cast<'a> {
    pub(super) steps: &'a Steps,
    pub(super) starts_fit: bool,
    /// Players with equal kinds are alike in body; `None` is like nobody.
    pub(super) kind: Option<(u64, u64)>,
    /// Per matchday whether he counts if fit.
    pub(super) counts: &'a [bool],
}

/// The chain, prepared: bodies from matchday to matchday, and who counts when under which outcome.
pub(super) struct Season {
    bodies: Vec<Body>,
    /// Members whose presence hangs on no deal, with the matchdays on which they count.
    certain: Vec<(usize, Vec<bool>)>,
    /// Per deal the outcomes that differ: the chance, and the members who then count on some matchday.
    pub(super) deals: Vec<Vec<Outcome>>,
}

pub(super) struct Outcome {
    pub(super) chance: f64,
    members: Vec<(usize, Vec<bool>)>,
}

struct Body {
    steps: Steps,
    starts_fit: bool,
    kind: Option<(u64, u64)>,
}

/// P(on at least one of `matchdays` fewer than k are available), for each k asked for.
///
/// `matchdays` are days from day 0 on, rising; earlier ones have been played and are left out.
#[must_use]
pub fn short_somewhere(squad: &Squad, ks: &[usize], matchdays: &[Day], effort: Effort) -> Vec<Short> {
    let matchdays: Vec<Day> = matchdays.iter().copied().filter(|day| *day >= 0).collect();
    let season = Season::new(squad, &matchdays);
    if let Some(chances) = joint::short(&season, ks, matchdays.len(), effort.cells) {
        let exact = |chance| Short { chance, method: Method::Exact, standard_error: None };
        return chances.into_iter().map(exact).collect();
    }
    simulation::short(&season, ks, matchdays.len(), effort)
}

impl Season {
    fn new(squad: &Squad, matchdays: &[Day]) -> Self {
        let Squad { members, deals } = squad;
        let counts = |member: usize, outcome: usize| -> Option<(usize, Vec<bool>)> {
            let of = members.get(member)?;
            let counts: Vec<bool> = matchdays.iter().map(|day| of.counts(outcome, *day)).collect();
            counts.contains(&true).then_some((member, counts))
        };
        let hanging_on = |deal: Option<usize>| {
            members
                .iter()
                .enumerate()
                .filter(move |(_, member)| member.deal() == deal)
                .map(|(index, _)| index)
        };
        let deals = deals.iter().enumerate().map(|(index, deal)| {
            // Outcomes that bring the same players on the same matchdays are one outcome.
            let mut differing: BTreeMap<Vec<(usize, Vec<bool>)>, f64> = BTreeMap::new();
            for (outcome, chance) in deal.chances().iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
                let brings = hanging_on(Some(index)).filter_map(|member| counts(member, outcome)).collect();
                *differing.entry(brings).or_default() += chance;
            }
            differing.into_iter().map(|(members, chance)| Outcome { chance, members }).collect()
        });
        Self {
            bodies: members.iter().map(|member| Body::new(&member.health, matchdays)).collect(),
            certain: hanging_on(None).filter_map(|member| counts(member, 0)).collect(),
            deals: deals.collect(),
        }
    }

    /// The most members who count on some matchday, however the deals end.
    pub(super) fn members(&self) -> usize {
        let most = |deal: &Vec<Outcome>| deal.iter().map(|outcome| outcome.members.len()).max().unwrap_or(0);
        self.certain.len() + self.deals.iter().map(most).sum::<usize>()
    }

    /// Who counts on some matchday if each deal ends as `drawn` says.
    pub(super) fn cast<'a>(&'a self, drawn: &[&'a Outcome]) -> Vec<Cast<'a>> {
        self.certain
            .iter()
            .chain(drawn.iter().flat_map(|outcome| &outcome.members))
            .filter_map(|(member, counts)| {
                let Body { steps, starts_fit, kind } = self.bodies.get(*member)?;
                Some(Cast { steps, starts_fit: *starts_fit, kind: *kind, counts })
            })
            .collect()
    }
}

impl Body {
    fn new(health: &Health, matchdays: &[Day]) -> Self {
        let last = matchdays.last().copied().unwrap_or(0);
        let rates = health.rates();
        let gaps = gaps(matchdays);
        if !health.known_by(last) {
            let steps = gaps.map(|gap| (rates.fit_after_fit(gap), rates.fit_after_out(gap))).collect();
            return Self { steps: Steps::Sound(steps), starts_fit: true, kind: Some(rates.key()) };
        }
        let (stays, recovers) = (rates.fit_after_fit(1), rates.fit_after_out(1));
        let mut turns = health.turns(last);
        let steps = gaps.map(|gap| {
            let days = turns.by_ref().take(usize::try_from(gap).unwrap_or(0));
            days.fold(STAY, |so_far, turn| match turn {
                Turn::Hurt => so_far.map(|[out, fit, known]| [0.0, 0.0, out + fit + known]),
                Turn::Back(hazard) => so_far.map(|[out, fit, known]| {
                    let healthy = fit * stays + out * recovers;
                    [
                        fit * (1.0 - stays) + out * (1.0 - recovers),
                        healthy + known * hazard,
                        known * (1.0 - hazard),
                    ]
                }),
            })
        });
        Self { steps: Steps::Known(steps.collect()), starts_fit: !health.out_on_day_0(), kind: None }
    }
}

/// The step of no days.
const STAY: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

/// The days from day 0 to the first matchday, and from each to the next.
fn gaps(matchdays: &[Day]) -> impl Iterator<Item = Day> {
    std::iter::once(0)
        .chain(matchdays.iter().copied())
        .zip(matchdays)
        .map(|(from, to)| to.saturating_sub(from).max(0))
}

#[cfg(test)]
mod tests;
