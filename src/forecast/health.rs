//! Whether a player is fit: two states, and a third while he is out with an injury that is known.
//!
//! `docs/model.md` §§2–3. Day 0 is the as-of date: everyone without an open injury is fit on it.

use super::days::Day;
use super::defaults::{Assumptions, id};
use super::layoff::Layoff;

/// How often a player is hurt and how quickly he comes back, injuries yet unknown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    /// Long-run share of days on which he is fit: A = ν/(λ+ν).
    fit_share: f64,
    /// λ+ν, per day.
    turnover: f64,
}

impl Rates {
    /// From injuries per day and the mean lay-off in days (18.7 unless the plan says otherwise).
    #[must_use]
    pub fn new(injuries_per_day: f64, mean_layoff_days: f64) -> Self {
        let recovery = 1.0 / mean_layoff_days;
        let turnover = injuries_per_day + recovery;
        Self { fit_share: recovery / turnover, turnover }
    }

    /// The rates of a player: first choice or not, and the user's own mark on his durability as a factor.
    #[must_use]
    pub fn of(first_choice: bool, durability: f64, assumptions: &Assumptions) -> Self {
        let per_season = if first_choice { id::INJURIES_FIRST_CHOICE } else { id::INJURIES_OTHERS };
        let per_day = assumptions.get(per_season) * durability / assumptions.get(id::SEASON_DAYS);
        Self::new(per_day, assumptions.get(id::MEAN_LAYOFF_DAYS))
    }

    /// The long-run share of days on which he is fit.
    #[must_use]
    pub fn fit_share(self) -> f64 {
        self.fit_share
    }

    /// Chance of being fit `days` after a day on which he was fit: A + (1−A)·e^(−(λ+ν)d).
    #[must_use]
    pub fn fit_after_fit(self, days: Day) -> f64 {
        self.fit_share + (1.0 - self.fit_share) * self.memory(days)
    }

    /// Chance of being fit `days` after a day on which he was out: A − A·e^(−(λ+ν)d).
    #[must_use]
    pub fn fit_after_out(self, days: Day) -> f64 {
        self.fit_share - self.fit_share * self.memory(days)
    }

    /// What is left of knowing his state `days` ago.
    fn memory(self, days: Day) -> f64 {
        libm::exp(-self.turnover * f64::from(days))
    }

    /// Two players with equal keys have equal rates.
    pub(super) fn key(self) -> (u64, u64) {
        (self.fit_share.to_bits(), self.turnover.to_bits())
    }
}

/// When an injury ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ends {
    /// After a lay-off of uncertain length.
    After(Layoff),
    /// On a day that is known: on it he is fit.
    On(Day),
}

/// A known injury.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell {
    /// The day it began or will begin.
    pub starts: Day,
    /// When he is back.
    pub ends: Ends,
}

impl Spell {
    /// The day by which he is back with chance `share`, as seen from day 0 or from the start if that is later.
    #[must_use]
    pub fn back_by(&self, share: f64) -> Day {
        match self.ends {
            Ends::On(day) => day,
            Ends::After(layoff) => {
                self.starts.saturating_add(layoff.quantile_day(share, self.starts.saturating_neg().max(0)))
            }
        }
    }

    /// The chance that he is back on `day`, given that he was out the day before.
    fn hazard(&self, day: Day) -> f64 {
        match self.ends {
            Ends::On(end) if day >= end => 1.0,
            Ends::On(_) => 0.0,
            Ends::After(layoff) => layoff.hazard(day.saturating_sub(self.starts)),
        }
    }

    fn is_history(&self) -> bool {
        matches!(self.ends, Ends::On(end) if end <= self.starts.max(0))
    }
}

/// What a day does to a player whose injuries are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Turn {
    /// If out with the known injury he is back with this chance; otherwise his background fitness goes on.
    Back(f64),
    /// A known injury begins: he is out whatever he was.
    Hurt,
}

/// Everything the forecast knows about a player's body.
#[derive(Clone, Debug, PartialEq)]
pub struct Health {
    rates: Rates,
    /// The spells that count, by start; only the first may have begun by day 0.
    spells: Vec<Spell>,
}

impl Health {
    /// Takes what counts of `spells`.
    ///
    /// One that is over by day 0, or before it began, is history. Of several open on day 0 the one with the latest
    /// likely return counts. One still to come leaves him in the background until it starts; from that day on he is
    /// out for its whole, unconditioned lay-off – unless an earlier one is likely to last longer anyway.
    #[must_use]
    pub fn new(rates: Rates, spells: impl IntoIterator<Item = Spell>) -> Self {
        let mut known: Vec<(Day, Spell)> = spells
            .into_iter()
            .filter(|spell| !spell.is_history())
            .map(|spell| (spell.back_by(0.5), spell))
            .collect();
        known.sort_by_key(|(likely, spell)| (spell.starts.max(0), std::cmp::Reverse(*likely)));
        let mut latest = Day::MIN;
        known.retain(|(likely, _)| {
            let counts = *likely > latest;
            latest = latest.max(*likely);
            counts
        });
        Self { rates, spells: known.into_iter().map(|(_, spell)| spell).collect() }
    }

    /// A player with no known injury.
    #[must_use]
    pub fn sound(rates: Rates) -> Self {
        Self { rates, spells: Vec::new() }
    }

    /// His background rates.
    #[must_use]
    pub fn rates(&self) -> Rates {
        self.rates
    }

    /// The known injuries that count, by start.
    #[must_use]
    pub fn spells(&self) -> &[Spell] {
        &self.spells
    }

    /// Whether he is out with a known injury on day 0.
    #[must_use]
    pub fn out_on_day_0(&self) -> bool {
        self.spells.first().is_some_and(|spell| spell.starts <= 0)
    }

    /// Whether a known injury touches any day up to `last`.
    pub(super) fn known_by(&self, last: Day) -> bool {
        self.spells.first().is_some_and(|spell| spell.starts <= last)
    }

    /// What each of the days 1 to `last` does to him.
    pub(super) fn turns(&self, last: Day) -> impl Iterator<Item = Turn> {
        let mut coming = self.spells.iter().peekable();
        let mut current = coming.next_if(|spell| spell.starts <= 0);
        (1..=last).map(move |day| {
            if let Some(begun) = coming.next_if(|spell| spell.starts <= day) {
                current = Some(begun);
                return Turn::Hurt;
            }
            Turn::Back(current.map_or(0.0, |spell| spell.hazard(day)))
        })
    }

    /// The chance that he is fit on each of the days 0 to `last`.
    ///
    /// Σ f*(r)·[A + (1−A)e^(−(λ+ν)(t−r))] over return days r ≤ t, carried from day to day: O(days), not its square.
    #[must_use]
    pub fn fit(&self, last: Day) -> Vec<f64> {
        let Self { rates, .. } = self;
        if !self.known_by(last) {
            return (0..=last).map(|day| rates.fit_after_fit(day)).collect();
        }
        let a_day = rates.memory(1);
        // `known`: out with the known injury. `extra`: how much likelier than in the long run he is to be fit,
        // in units of 1−A: it is 1 when he comes back and fades from then on.
        let (mut known, mut extra) = if self.out_on_day_0() { (1.0, 0.0) } else { (0.0, 1.0) };
        let chance = |known: f64, extra: f64| {
            let fit = (1.0 - known) * rates.fit_share + (1.0 - rates.fit_share) * extra;
            fit.clamp(0.0, 1.0)
        };
        std::iter::once(chance(known, extra))
            .chain(self.turns(last).map(|turn| {
                (known, extra) = match turn {
                    Turn::Hurt => (1.0, 0.0),
                    Turn::Back(hazard) => (known * (1.0 - hazard), extra * a_day + known * hazard),
                };
                chance(known, extra)
            }))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assumptions() -> Assumptions {
        Assumptions::default()
    }

    fn first_choice() -> Rates {
        Rates::of(true, 1.0, &assumptions())
    }

    fn other() -> Rates {
        Rates::of(false, 1.0, &assumptions())
    }

    fn spell(starts: Day, layoff: Layoff) -> Spell {
        Spell { starts, ends: Ends::After(layoff) }
    }

    /// Checks the chance of being fit on some days against the figures of an independent program.
    fn check(health: &Health, expected: &[(usize, f64)]) {
        let fit = health.fit(500);
        for (day, chance) in expected {
            assert!((fit[*day] - chance).abs() < 1e-9, "day {day}: {} instead of {chance}", fit[*day]);
        }
    }

    #[test]
    fn background_fitness_has_its_stated_values() {
        assert!((first_choice().fit_share() - 0.855_032).abs() < 5e-7);
        assert!((first_choice().fit_after_fit(30) - 0.877_235).abs() < 5e-7);
        assert!((other().fit_share() - 0.915_539).abs() < 5e-7);
        assert!((other().fit_after_fit(30) - 0.930_182).abs() < 5e-7);
    }

    #[test]
    fn seven_to_nine_months_seen_two_days_later() {
        let layoff = Layoff::from_range(213.0, 274.0, &assumptions());
        let health = Health::new(other(), [spell(-2, layoff)]);
        check(
            &health,
            &[
                (0, 0.0),
                (100, 1.062_267_438_705_189_1e-8),
                (200, 0.082_793_437_580_521_07),
                (230, 0.290_770_418_511_948_6),
                (250, 0.473_195_529_726_373_35),
                (280, 0.707_110_677_757_893_8),
                (320, 0.863_360_010_724_764_6),
                (400, 0.914_263_840_362_564_6),
            ],
        );
        assert_eq!([0.1, 0.5, 0.9].map(|share| health.spells()[0].back_by(share)), [203, 250, 308]);
    }

    #[test]
    fn of_spells_that_overlap_the_one_that_lasts_counts() {
        let days = |starts, back| Spell { starts, ends: Ends::On(back) };
        let counted = |spells: &[Spell]| -> Vec<Day> {
            Health::new(other(), spells.iter().copied()).spells().iter().map(|spell| spell.starts).collect()
        };
        assert_eq!(counted(&[days(-30, 10), days(-2, 200)]), [-2], "both are open on day 0");
        assert_eq!(counted(&[days(-5, 50), days(10, 50)]), [-5], "the later one changes nothing");
        assert_eq!(counted(&[days(-5, 50), days(10, 51)]), [-5, 10]);
    }

    #[test]
    fn a_single_estimate_of_sixty_days_seen_after_fifty_five() {
        let prone = Rates::of(true, 1.6, &assumptions());
        let health = Health::new(prone, [spell(-55, Layoff::from_estimate(60.0, &assumptions()))]);
        check(
            &health,
            &[
                (0, 0.0),
                (1, 0.033_489_442_199_270_65),
                (5, 0.159_754_634_109_600_4),
                (10, 0.298_071_761_204_098),
                (30, 0.635_652_088_176_411_5),
                (60, 0.768_532_113_485_096_5),
                (120, 0.786_507_423_538_701_6),
            ],
        );
    }

    #[test]
    fn a_hamstring_with_no_duration_given_seen_after_twenty_four_days() {
        let hamstring = Layoff::from_diagnosis(Some("hamstring"), &assumptions());
        let health = Health::new(first_choice(), [spell(-24, hamstring)]);
        check(
            &health,
            &[
                (0, 0.0),
                (1, 0.061_660_353_133_022_42),
                (3, 0.170_231_377_109_838_54),
                (7, 0.339_586_738_382_363_6),
                (14, 0.531_032_606_761_948_4),
                (30, 0.724_608_360_085_607_6),
                (90, 0.839_914_269_909_000_4),
            ],
        );
    }

    #[test]
    fn the_recurrence_is_the_convolution() {
        let layoff = Layoff::from_diagnosis(Some("mcl"), &assumptions());
        let fit = Health::new(first_choice(), [spell(-9, layoff)]).fit(120);
        for (day, chance) in (0..).zip(&fit) {
            let direct: f64 = (1..=day)
                .map(|back| {
                    let out = |day: Day| layoff.still_out(f64::from(day + 9), 9.0);
                    (out(back - 1) - out(back)) * first_choice().fit_after_fit(day - back)
                })
                .sum();
            assert!((chance - direct).abs() < 1e-12, "day {day}");
        }
    }

    #[test]
    fn an_injury_over_before_day_0_or_before_it_began_changes_nothing() {
        let sound = Health::sound(other());
        for (starts, end) in [(-30, -5), (-30, 0), (-3, -9), (5, 4), (5, 5)] {
            let health = Health::new(other(), [Spell { starts, ends: Ends::On(end) }]);
            assert_eq!(health, sound, "{starts} {end}");
        }
    }

    #[test]
    fn a_return_on_a_known_day_counts_from_that_day() {
        let fit = Health::new(other(), [Spell { starts: -30, ends: Ends::On(12) }]).fit(20);
        assert_eq!(fit[11], 0.0);
        assert!((fit[12] - 1.0).abs() < 1e-15);
        assert!((fit[15] - other().fit_after_fit(3)).abs() < 1e-15);
    }

    #[test]
    fn of_several_open_injuries_the_latest_likely_return_counts() {
        let knee = spell(-20, Layoff::from_diagnosis(Some("acl-rupture"), &assumptions()));
        let groin = spell(-2, Layoff::from_diagnosis(Some("groin"), &assumptions()));
        assert_eq!(Health::new(other(), [groin, knee]), Health::new(other(), [knee]));
    }

    #[test]
    fn an_injury_still_to_come_leaves_him_alone_until_it_starts() {
        let layoff = Layoff::from_diagnosis(Some("groin"), &assumptions());
        let fit = Health::new(other(), [spell(10, layoff)]).fit(60);
        let fresh = Health::new(other(), [spell(0, layoff)]).fit(50);
        assert!((fit[9] - other().fit_after_fit(9)).abs() < 1e-15);
        assert_eq!(fit[10], 0.0);
        for (day, chance) in fresh.iter().enumerate() {
            assert!((fit[day + 10] - chance).abs() < 1e-15);
        }
    }

    #[test]
    fn a_small_injury_still_to_come_does_not_shorten_a_long_one() {
        let knee = spell(-20, Layoff::from_diagnosis(Some("acl-rupture"), &assumptions()));
        let knock = spell(30, Layoff::from_diagnosis(Some("concussion"), &assumptions()));
        assert_eq!(Health::new(other(), [knee, knock]), Health::new(other(), [knee]));
    }
}
