//! The players of a unit as the mathematics sees them: bodies, days at the club, and deals not yet certain.

use super::cover;
use super::days::{Day, Days};
use super::health::Health;

/// A player: his body, the days on which he cannot be picked, and the days on which he is at the club.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// What is known about his fitness.
    pub health: Health,
    /// Suspensions and international duty: whatever his fitness, he does not count.
    pub away: Days,
    /// His days at the club.
    pub here: Presence,
}

/// The days of a player at the club.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// The same however the deals end.
    Certain(Days),
    /// Depending on how one of the squad's deals ends.
    Deal {
        /// The deal, as its place in the squad's list.
        deal: usize,
        /// His days for each outcome of the deal, in order; an outcome beyond the list brings none.
        days: Vec<Days>,
    },
}

/// The ways a deal can end, by their chances: drawn once, and then it stays drawn.
///
/// A deal is whatever hangs together: one signing, or all the targets of whom one is to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Deal {
    chances: Vec<f64>,
}

impl Deal {
    /// From the chances of its outcomes, which must add up to 1; if they do not, their proportions count.
    #[must_use]
    pub fn new(chances: impl IntoIterator<Item = f64>) -> Self {
        let mut chances: Vec<f64> =
            chances.into_iter().map(|chance| if chance > 0.0 { chance.min(1e9) } else { 0.0 }).collect();
        let sum: f64 = chances.iter().sum();
        if sum <= 0.0 {
            chances = vec![1.0];
        } else if (sum - 1.0).abs() > 1e-12 {
            for chance in &mut chances {
                *chance /= sum;
            }
        }
        Self { chances }
    }

    /// The chance of each outcome.
    #[must_use]
    pub fn chances(&self) -> &[f64] {
        &self.chances
    }
}

/// The players of a unit and the deals their presence hangs on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Squad {
    /// The players.
    pub members: Vec<Member>,
    /// The deals that [`Presence::Deal`] names.
    pub deals: Vec<Deal>,
}

impl Member {
    /// Whether he counts on `day` if fit, should his deal end in `outcome`.
    #[must_use]
    pub fn counts(&self, outcome: usize, day: Day) -> bool {
        let days = match &self.here {
            Presence::Certain(days) => Some(days),
            Presence::Deal { days, .. } => days.get(outcome),
        };
        days.is_some_and(|days| days.contains(day)) && !self.away.contains(day)
    }

    /// The deal he hangs on.
    #[must_use]
    pub fn deal(&self) -> Option<usize> {
        match self.here {
            Presence::Certain(_) => None,
            Presence::Deal { deal, .. } => Some(deal),
        }
    }
}

impl Squad {
    /// The chance that a member is at the club on `day`, absences aside.
    #[must_use]
    pub fn here(&self, member: &Member, day: Day) -> f64 {
        match &member.here {
            Presence::Certain(days) => f64::from(u8::from(days.contains(day))),
            Presence::Deal { deal, days } => {
                let chances = self.deals.get(*deal).map(Deal::chances).unwrap_or_default();
                let here: f64 = chances
                    .iter()
                    .zip(days)
                    .filter_map(|(chance, days)| days.contains(day).then_some(chance))
                    .sum();
                // An empty sum is minus zero, which would show in JSON.
                here.min(1.0) + 0.0
            }
        }
    }

    /// P(at least k available) on `day` for k = 0 … n, with `fit` giving each member's chance of being fit on it.
    #[must_use]
    pub fn at_least(&self, fit: &[f64], day: Day) -> Vec<f64> {
        let Self { members, deals } = self;
        let mut certain: Vec<f64> = Vec::with_capacity(members.len());
        let mut hanging: Vec<Vec<(&Member, f64)>> = vec![Vec::new(); deals.len()];
        for (member, fit) in members.iter().zip(fit) {
            match member.deal() {
                None if member.counts(0, day) => certain.push(*fit),
                None => {}
                Some(deal) => hanging.get_mut(deal).into_iter().for_each(|own| own.push((member, *fit))),
            }
        }
        let factors: Vec<Vec<(f64, Vec<f64>)>> = deals
            .iter()
            .zip(&hanging)
            .map(|(deal, own)| {
                let fit_if = |outcome| {
                    own.iter()
                        .filter(|(member, _)| member.counts(outcome, day))
                        .map(|(_, fit)| *fit)
                        .collect()
                };
                deal.chances.iter().enumerate().map(|(outcome, chance)| (*chance, fit_if(outcome))).collect()
            })
            // However such a deal ends, nobody of it is here on this day.
            .filter(|outcomes: &Vec<(f64, Vec<f64>)>| outcomes.iter().any(|(_, fit)| !fit.is_empty()))
            .collect();
        let mut at_least = cover::at_least_with_deals(certain, factors.iter().map(Vec::as_slice));
        at_least.resize(members.len() + 1, 0.0);
        at_least
    }
}
