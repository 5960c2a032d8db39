//! The forecast of a unit in a scenario: every player, every day, and the season.

use serde::Serialize;

use super::chain::{Effort, Method, Short, short_somewhere};
use super::days::Day;
use super::defaults::{Assumptions, id};
use super::presence;
use super::reason::{Case, Reason};
use super::recovery::{ReturnDates, counting_injury, date_of, day_of};
use super::squad::Squad;
use crate::model::{Date, Plan, Player, PlayerId, Scenario, ScenarioId, UnitId, season_of};

/// A forecast looks at most this many days past the as-of date (forty years), and as many back.
const FURTHEST: Day = 14_610;

/// What becomes of one player, day by day from the forecast's first day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlayerForecast {
    /// Who.
    pub id: PlayerId,
    /// He stands first in some slot.
    pub first_choice: bool,
    /// The chance that he can be picked: here, fit and not absent.
    pub available: Vec<f64>,
    /// The chance that he is at the club.
    pub here: Vec<f64>,
    /// The chance that he is fit, wherever he is.
    pub fit: Vec<f64>,
    /// The injury that counts, by its place in the player's list: of those open on the as-of date the one with the
    /// latest likely return, else the next to come.
    pub injury: Option<usize>,
    /// When he is expected back from it.
    pub back: Option<ReturnDates>,
}

/// A player on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OnDate {
    /// The chance that he can be picked.
    pub available: f64,
    /// The chance that he is at the club.
    pub here: f64,
    /// The chance that he is fit.
    pub fit: f64,
}

/// The days around the worst day of a forecast on which cover is nearer to the worst than to the best.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stretch {
    /// First day of the stretch.
    pub first: Date,
    /// Last day of the stretch.
    pub last: Date,
    /// The worst day.
    pub worst: Date,
    /// The chance that at least k are available on it.
    pub chance: f64,
}

/// The forecast of some players together, usually a unit, for a span of days.
///
/// Day 0 of the mathematics is the plan's as-of date. Days before it show the plain calendar as the plan knows it: here
/// by contract or not, out while an injury was open, absent or not – certainties, with no background risk. Matchdays
/// before it have been played and count for nothing here; two entries on one day are one matchday.
///
/// Limitations:
///  * A span is held to forty years on either side of the as-of date.
///  * A span the wrong way round holds no days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitForecast {
    /// The day on which the plan knows what it knows.
    pub as_of: Date,
    /// First day of the forecast.
    pub from: Date,
    /// Last day of the forecast.
    pub to: Date,
    /// Slots to fill.
    pub needed: usize,
    /// What the verdicts count: what the user set for the unit, else the slots and the spare players assumed.
    pub target_depth: usize,
    /// The players, in the order of the charts rank by rank.
    pub players: Vec<PlayerForecast>,
    /// Per day P(at least k available) for k = 0 … number of players.
    pub at_least: Vec<Vec<f64>>,
    /// The matchdays of the span still to be played, rising.
    pub matchdays: Vec<Date>,
    #[serde(skip)]
    squad: Squad,
    #[serde(skip)]
    effort: Effort,
}

/// The last day of the season the as-of date lies in.
#[must_use]
pub fn season_end(plan: &Plan) -> Date {
    season_of(plan.as_of).last_day()
}

/// The last day of the season after that: how far comparisons look unless the user says otherwise. `docs/model.md` §7.
#[must_use]
pub fn horizon(plan: &Plan) -> Date {
    season_of(plan.as_of).plus(1).last_day()
}

impl UnitForecast {
    /// The forecast of a unit in a scenario, from `from` to `to`, both included.
    ///
    /// None if the plan has no such scenario. A unit the formation does not know has nobody in it.
    #[must_use]
    pub fn of(plan: &Plan, scenario: &ScenarioId, unit: &UnitId, from: Date, to: Date) -> Option<Self> {
        let scenario = plan.scenario(scenario)?;
        let needed = plan.slots_of(scenario, unit).len();
        let spare = || Assumptions::of(plan).get(id::SPARE_PLAYERS) as usize;
        let set = plan.unit(unit).and_then(|unit| unit.target_depth);
        let target_depth = set.map_or_else(|| needed + spare(), usize::from);
        let members = plan.members_of(scenario, unit);
        Some(Self { needed, target_depth, ..Self::of_players(plan, scenario, &members, from, to) })
    }

    /// The forecast of these players, whatever charts they stand in; nothing is needed of them.
    #[must_use]
    pub fn of_players(plan: &Plan, scenario: &Scenario, members: &[&Player], from: Date, to: Date) -> Self {
        let assumptions = Assumptions::of(plan);
        let squad = presence::squad(plan, scenario, members, &assumptions);
        let hold = |date| day_of(plan.as_of, date).clamp(-FURTHEST, FURTHEST);
        let (first, last) = (hold(from), hold(to));

        let players: Vec<PlayerForecast> = members
            .iter()
            .zip(&squad.members)
            .map(|(player, member)| {
                let calendar = (first..=last.min(-1)).map(|day| known_fit(player, date_of(plan.as_of, day)));
                let injury = counting_injury(player, plan.as_of, &assumptions);
                let skipped = usize::try_from(first).unwrap_or(0);
                let forecast = if last < 0 { Vec::new() } else { member.health.fit(last) };
                let fit: Vec<f64> = calendar.chain(forecast.into_iter().skip(skipped)).collect();
                let here: Vec<f64> = (first..=last).map(|day| squad.here(member, day)).collect();
                let available = (first..=last)
                    .zip(here.iter().zip(&fit))
                    .map(|(day, (here, fit))| if member.away.contains(day) { 0.0 } else { here * fit });
                PlayerForecast {
                    id: player.id.clone(),
                    first_choice: plan.is_first_choice(scenario, &player.id),
                    available: available.collect(),
                    injury: injury.map(|(index, _)| index),
                    back: injury.map(|(_, back)| back),
                    here,
                    fit,
                }
            })
            .collect();
        let at_least = (first..=last)
            .enumerate()
            .map(|(index, day)| {
                let fit: Vec<f64> = players.iter().map(|player| at(&player.fit, index)).collect();
                squad.at_least(&fit, day)
            })
            .collect();

        let (from, to) = (date_of(plan.as_of, first), date_of(plan.as_of, last));
        let ahead = from.max(plan.as_of);
        let mut matchdays: Vec<Date> = plan
            .matchdays
            .iter()
            .map(|matchday| matchday.date)
            .filter(|date| ahead <= *date && *date <= to)
            .collect();
        matchdays.sort_unstable();
        matchdays.dedup();
        Self {
            as_of: plan.as_of,
            from,
            to,
            needed: 0,
            target_depth: 0,
            players,
            at_least,
            matchdays,
            squad,
            effort: Effort::of(&assumptions),
        }
    }

    /// The dates of the forecast, one per entry of its lists.
    pub fn dates(&self) -> impl Iterator<Item = Date> {
        let Self { as_of, from, to, .. } = *self;
        (day_of(as_of, from)..=day_of(as_of, to)).map(move |day| date_of(as_of, day))
    }

    /// A player on `date`; none if he is not of the forecast, or the date is not.
    #[must_use]
    pub fn player_on(&self, player: &PlayerId, date: Date) -> Option<OnDate> {
        let index = self.index(date)?;
        let PlayerForecast { available, here, fit, .. } =
            self.players.iter().find(|known| known.id == *player)?;
        Some(OnDate { available: *available.get(index)?, here: *here.get(index)?, fit: *fit.get(index)? })
    }

    /// P(at least `k` available) on `date`; none if the date is not of the forecast.
    #[must_use]
    pub fn cover_on(&self, date: Date, k: usize) -> Option<f64> {
        Some(at(self.at_least.get(self.index(date)?)?, k))
    }

    /// P(at least `k` available) on each day of the forecast.
    pub fn cover(&self, k: usize) -> impl Iterator<Item = f64> {
        self.at_least.iter().map(move |at_least| at(at_least, k))
    }

    /// The expected number of matchdays from `from` to `to` on which at least `k` are available. `docs/model.md` §5.
    #[must_use]
    pub fn expected_covered(&self, k: usize, from: Date, to: Date) -> f64 {
        self.matchdays_within(from, to)
            .filter_map(|date| self.cover_on(date, k))
            .fold(0.0, |sum, chance| sum + chance)
    }

    /// [`Self::expected_covered`] of the same players if the scenario had other moves but the same charts: quicker than
    /// a forecast of its own, because their fitness is known.
    ///
    /// `plan` is the plan the forecast was made of.
    #[must_use]
    pub fn expected_covered_with(
        &self,
        plan: &Plan,
        scenario: &Scenario,
        k: usize,
        (from, to): (Date, Date),
    ) -> f64 {
        let (known, members): (Vec<&PlayerForecast>, Vec<&Player>) =
            self.players.iter().filter_map(|known| Some((known, plan.player(&known.id)?))).unzip();
        let squad = presence::squad(plan, scenario, &members, &Assumptions::of(plan));
        self.matchdays_within(from, to)
            .filter_map(|date| Some((date, self.index(date)?)))
            .map(|(date, index)| {
                let fit: Vec<f64> = known.iter().map(|known| at(&known.fit, index)).collect();
                at(&squad.at_least(&fit, day_of(self.as_of, date)), k)
            })
            .fold(0.0, |sum, chance| sum + chance)
    }

    /// P(fewer than `k` available on at least one matchday from `from` to `to`). `docs/model.md` §5.
    ///
    /// Milliseconds for a unit; seconds near the largest joint state. Keep it per revision of the plan.
    #[must_use]
    pub fn short_somewhere(&self, k: usize, from: Date, to: Date) -> Short {
        let never = Short { chance: 0.0, method: Method::Exact, standard_error: None };
        self.shorts(&[k], from, to).pop().unwrap_or(never)
    }

    /// The same for several `k` at once.
    #[must_use]
    pub fn shorts(&self, ks: &[usize], from: Date, to: Date) -> Vec<Short> {
        let matchdays: Vec<Day> =
            self.matchdays_within(from, to).map(|date| day_of(self.as_of, date)).collect();
        short_somewhere(&self.squad, ks, &matchdays, self.effort)
    }

    /// The weakest stretch for `k` from the as-of date on; none if cover is as good as even throughout (1 % or less
    /// between the best and the worst day).
    #[must_use]
    pub fn weakest_stretch(&self, k: usize) -> Option<Stretch> {
        let days: Vec<(Date, f64)> =
            self.dates().zip(self.cover(k)).filter(|(date, _)| *date >= self.as_of).collect();
        let chances = || days.iter().map(|(_, chance)| *chance);
        // The first day as bad as the worst to the digit that is shown: cover settles over months, and the rest is noise.
        let lowest = chances().min_by(f64::total_cmp)?;
        let (worst, chance) = days.iter().copied().find(|(_, cover)| *cover <= lowest + 0.0005)?;
        let best = chances().fold(chance, f64::max);
        if best - chance <= 0.01 {
            return None;
        }
        let weak = |(_, cover): &&(Date, f64)| *cover <= f64::midpoint(chance, best);
        let place = days.iter().position(|(date, _)| *date == worst)?;
        let (before, after) = days.split_at(place);
        let first = before.iter().rev().take_while(weak).last().map_or(worst, |(date, _)| *date);
        let last = after.iter().take_while(weak).last().map_or(worst, |(date, _)| *date);
        Some(Stretch { first, last, worst, chance })
    }

    /// What a player's chance on `date` comes from, the weightiest first; nothing if he is not of the forecast.
    ///
    /// `plan` is the plan the forecast was made of.
    #[must_use]
    pub fn reasons(&self, plan: &Plan, player: &PlayerId, date: Date) -> Vec<Reason> {
        let known = self.players.iter().zip(&self.squad.members).find(|(known, _)| known.id == *player);
        let (Some((known, member)), Some(player)) = (known, plan.player(player)) else { return Vec::new() };
        let injury = known.injury.zip(known.back);
        Case { plan, squad: &self.squad, member, player, first_choice: known.first_choice, injury }.on(date)
    }

    fn matchdays_within(&self, from: Date, to: Date) -> impl Iterator<Item = Date> {
        self.matchdays.iter().copied().filter(move |date| from <= *date && *date <= to)
    }

    fn index(&self, date: Date) -> Option<usize> {
        usize::try_from(day_of(self.from, date)).ok()
    }
}

/// 1 or 0 on a day before the as-of date: out while an injury was open.
fn known_fit(player: &Player, date: Date) -> f64 {
    f64::from(u8::from(!player.injuries.iter().any(|injury| injury.is_open_on(date))))
}

fn at(values: &[f64], index: usize) -> f64 {
    values.get(index).copied().unwrap_or(0.0)
}

#[cfg(test)]
mod tests;
