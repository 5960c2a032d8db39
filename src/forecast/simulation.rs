//! The joint chain simulated: seasons drawn one by one from a fixed seed.

use super::chain::{Effort, Method, Outcome, Season, Short, Steps};
use super::random::Random;

/// The most steps of players from matchday to matchday that are simulated: a crowd is seen through fewer seasons, and the
/// standard error says so.
const MOST_STEPS: usize = 300_000_000;

/// The fewest seasons of a crowd.
const FEWEST_SEASONS: u32 = 1_000;

/// The share of simulated seasons that were short, for each k, with its standard error.
pub(super) fn short(season: &Season, ks: &[usize], matchdays: usize, effort: Effort) -> Vec<Short> {
    let Effort { seasons, seed, .. } = effort;
    let seasons = affordable(seasons, season.members(), matchdays);
    let mut random = Random::seeded(seed);
    let mut short = vec![0_u32; ks.len()];
    let mut available = vec![0_usize; matchdays];
    for _ in 0..seasons {
        let fewest = fewest(season, &mut random, &mut available);
        for (short, k) in short.iter_mut().zip(ks) {
            *short += u32::from(fewest.is_some_and(|fewest| fewest < *k));
        }
    }
    let seasons = f64::from(seasons.max(1));
    short
        .into_iter()
        .map(|short| {
            let chance = f64::from(short) / seasons;
            let standard_error = libm::sqrt(chance * (1.0 - chance) / seasons);
            Short { chance, method: Method::Simulated, standard_error: Some(standard_error) }
        })
        .collect()
}

/// How many of the seasons asked for are simulated of so many members.
fn affordable(seasons: u32, members: usize, matchdays: usize) -> u32 {
    let most = MOST_STEPS / members.saturating_mul(matchdays).max(1);
    seasons.min(u32::try_from(most).unwrap_or(u32::MAX).max(FEWEST_SEASONS))
}

/// Draws one season: the fewest available on any of its matchdays.
fn fewest(season: &Season, random: &mut Random, available: &mut [usize]) -> Option<usize> {
    available.fill(0);
    let drawn: Vec<&Outcome> = season.deals.iter().filter_map(|deal| draw(deal, random)).collect();
    for member in season.cast(&drawn) {
        match member.steps {
            Steps::Sound(steps) => {
                let mut fit = true;
                for ((available, counts), (stays, recovers)) in
                    available.iter_mut().zip(member.counts).zip(steps)
                {
                    fit = random.share() < if fit { *stays } else { *recovers };
                    *available += usize::from(fit && *counts);
                }
            }
            Steps::Known(steps) => {
                let mut state = if member.starts_fit { 1 } else { 2 };
                for ((available, counts), step) in available.iter_mut().zip(member.counts).zip(steps) {
                    let [out, fit, _] = step.get(state).copied().unwrap_or_default();
                    let share = random.share();
                    state = if share < out {
                        0
                    } else if share < out + fit {
                        1
                    } else {
                        2
                    };
                    *available += usize::from(state == 1 && *counts);
                }
            }
        }
    }
    available.iter().copied().min()
}

/// Draws how a deal ends.
fn draw<'a>(deal: &'a [Outcome], random: &mut Random) -> Option<&'a Outcome> {
    let mut share = random.share();
    let (last, others) = deal.split_last()?;
    for outcome in others {
        if share < outcome.chance {
            return Some(outcome);
        }
        share -= outcome.chance;
    }
    Some(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_gets_every_season_and_a_crowd_fewer() {
        for (members, matchdays, expected) in
            [(0, 0, 100_000), (12, 90, 100_000), (300, 40, 25_000), (100_000, 90, FEWEST_SEASONS)]
        {
            assert_eq!(affordable(100_000, members, matchdays), expected, "{members} × {matchdays}");
        }
        assert_eq!(affordable(200, 100_000, 90), 200);
    }
}
