//! How long an injury keeps a player out: a lognormal number of days. `docs/model.md` §1.

use super::days::Day;
use super::defaults::{Assumptions, id};
use super::normal;

/// The shortest and longest lay-off the distribution is asked to carry, in days: a day to a century.
const SHORTEST: f64 = 1.0;
const LONGEST: f64 = 36_525.0;

/// The lognormal length of one lay-off, in days from the start of the injury.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layoff {
    mu: f64,
    sigma: f64,
}

impl Layoff {
    /// From the mean and the spread of the logarithm of its days.
    #[must_use]
    pub fn lognormal(mu: f64, sigma: f64) -> Self {
        Self { mu, sigma }
    }

    /// From a median in days and a spread.
    #[must_use]
    pub fn from_median(days: f64, spread: f64) -> Self {
        Self { mu: libm::log(days.clamp(SHORTEST, LONGEST)), sigma: spread }
    }

    /// From a single reported estimate in days, taken as the median.
    #[must_use]
    pub fn from_estimate(days: f64, assumptions: &Assumptions) -> Self {
        Self::from_median(days, assumptions.get(id::SINGLE_SPREAD))
    }

    /// From a reported range of days, read the right way round whichever way it was typed.
    ///
    /// The two shares of the assumptions fix the distribution: P(T ≤ low) and P(T ≤ high). Their normal quantiles
    /// count to four decimals, as `docs/model.md` §1 states them (1.0364 and 1.5608). Without two different ends,
    /// or with shares that do not rise, the range is no more than a single estimate.
    #[must_use]
    pub fn from_range(one: f64, other: f64, assumptions: &Assumptions) -> Self {
        let low = one.min(other).clamp(SHORTEST, LONGEST);
        let high = one.max(other).clamp(SHORTEST, LONGEST);
        let earliest = normal::quantile(assumptions.get(id::BEFORE_EARLIEST));
        let latest = normal::quantile(assumptions.get(id::BEFORE_LATEST));
        let (shift, spread) = (four_decimals(-earliest), four_decimals(latest - earliest));
        if low >= high || spread <= 0.0 {
            return Self::from_estimate(0.5 * (low + high), assumptions);
        }
        let sigma = libm::log(high / low) / spread;
        Self { mu: libm::log(low) + shift * sigma, sigma }
    }

    /// From a diagnosis alone, a slug such as `acl-rupture`; nothing known counts as `other`.
    #[must_use]
    pub fn from_diagnosis(diagnosis: Option<&str>, assumptions: &Assumptions) -> Self {
        let (median, spread) = assumptions.layoff(diagnosis.unwrap_or("other"));
        Self::from_median(median, spread)
    }

    /// The median, in days from the start.
    #[must_use]
    pub fn median_days(self) -> f64 {
        libm::exp(self.mu)
    }

    /// The spread: the standard deviation of the logarithm of the days.
    #[must_use]
    pub fn spread(self) -> f64 {
        self.sigma
    }

    /// The logarithm of the chance that the lay-off is longer than `days`; finite however overdue he is.
    #[must_use]
    pub fn ln_survival(self, days: f64) -> f64 {
        if days <= 0.0 { 0.0 } else { normal::ln_survival((libm::log(days) - self.mu) / self.sigma) }
    }

    /// The chance of still being out `days` after the start, given that he was out after `elapsed`: 1 − F*.
    #[must_use]
    pub fn still_out(self, days: f64, elapsed: f64) -> f64 {
        libm::exp((self.ln_survival(days) - self.ln_survival(elapsed)).min(0.0))
    }

    /// The chance of being back on the `day`-th day after the start, given that he was out the day before.
    #[must_use]
    pub fn hazard(self, day: Day) -> f64 {
        let (today, yesterday) = (f64::from(day), f64::from(day) - 1.0);
        -libm::expm1((self.ln_survival(today) - self.ln_survival(yesterday)).min(0.0))
    }

    /// The first day after the start by which he is back with chance `share`, given that he was out after `elapsed`.
    #[must_use]
    pub fn quantile_day(self, share: f64, elapsed: Day) -> Day {
        let elapsed = elapsed.max(0);
        let out = f64::from(elapsed);
        // The first day is wanted on which 1 − F* ≤ 1 − share: bracket it, then halve the bracket.
        let back = |day: Day| self.still_out(f64::from(day), out) <= 1.0 - share;
        let (mut before, mut step): (Day, Day) = (elapsed, 1);
        while !back(before.saturating_add(step)) && step < 1 << 24 {
            before = before.saturating_add(step);
            step *= 2;
        }
        let mut after = before.saturating_add(step);
        while after - before > 1 {
            let middle = before + (after - before) / 2;
            if back(middle) {
                after = middle;
            } else {
                before = middle;
            }
        }
        after
    }
}

/// Days of a range reported in months: "seven to nine months" is 213 to 274 days.
#[must_use]
pub fn days_of_months(months: f64, assumptions: &Assumptions) -> f64 {
    libm::round(months * assumptions.get(id::MONTH_DAYS))
}

fn four_decimals(value: f64) -> f64 {
    libm::round(value * 10_000.0) / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assumptions() -> Assumptions {
        Assumptions::default()
    }

    /// The one the seven-to-nine-months story tells.
    fn leoni() -> Layoff {
        Layoff::from_range(213.0, 274.0, &assumptions())
    }

    #[test]
    fn no_lay_off_is_shorter_than_a_day_or_longer_than_a_hundred_years() {
        let assumptions = Assumptions::default();
        let near = |layoff: Layoff, days: f64| (layoff.median_days() - days).abs() < 1e-6 * days;
        assert!(near(Layoff::from_estimate(0.0, &assumptions), 1.0));
        assert!(near(Layoff::from_estimate(1e9, &assumptions), 36_525.0));
        assert!(near(Layoff::from_range(1e9, 2e9, &assumptions), 36_525.0));
    }

    #[test]
    fn seven_to_nine_months_have_the_stated_spread_and_median() {
        assert_eq!(days_of_months(7.0, &assumptions()), 213.0);
        assert_eq!(days_of_months(9.0, &assumptions()), 274.0);
        assert!((leoni().sigma - 0.161_351).abs() < 5e-7, "{}", leoni().sigma);
        assert!((leoni().mu - 5.528_516).abs() < 5e-7, "{}", leoni().mu);
        assert!((leoni().median_days() - 251.8).abs() < 0.05);
    }

    #[test]
    fn the_constants_of_a_range_follow_the_shares_to_four_decimals() {
        let stated = libm::log(274.0 / 213.0) / 1.5608;
        assert_eq!(leoni().sigma, stated);
        assert_eq!(leoni().mu, libm::log(213.0) + 1.0364 * stated);
    }

    #[test]
    fn the_quantile_days_of_the_story_are_the_stated_dates() {
        // From 23 September 2025, still out two days later: 16 April, 2 June and 30 July 2026.
        assert_eq!([0.1, 0.5, 0.9].map(|share| leoni().quantile_day(share, 2)), [205, 252, 310]);
    }

    #[test]
    fn a_range_typed_the_wrong_way_round_is_read_the_right_way_round() {
        assert_eq!(Layoff::from_range(274.0, 213.0, &assumptions()), leoni());
    }

    #[test]
    fn a_range_with_equal_ends_is_a_single_estimate() {
        assert_eq!(
            Layoff::from_range(60.0, 60.0, &assumptions()),
            Layoff::from_estimate(60.0, &assumptions())
        );
    }

    #[test]
    fn a_player_long_overdue_still_has_a_proper_distribution() {
        // Ten to eleven days reported, out for a year already: about fifty sigma.
        let layoff = Layoff::from_range(10.0, 11.0, &assumptions());
        assert_eq!(layoff.ln_survival(365.0).exp(), 0.0, "plain arithmetic has nothing left to divide by");
        let days: Vec<f64> = (366..390).map(|day| layoff.still_out(f64::from(day), 365.0)).collect();
        assert!(days.windows(2).all(|pair| pair[1] < pair[0] && pair[0] <= 1.0));
        assert!(days[0] > 0.05 && days[0] < 0.95, "{}", days[0]);
        let [early, likely, late] = [0.1, 0.5, 0.9].map(|share| layoff.quantile_day(share, 365));
        assert!(365 < early && early <= likely && likely <= late && late < 380);
    }

    #[test]
    fn lengths_that_make_no_sense_still_give_finite_chances() {
        for (low, high) in [(0.0, 0.0), (0.0, 5.0), (-3.0, -9.0), (1e300, 1e301), (0.0, f64::INFINITY)] {
            let layoff = Layoff::from_range(low, high, &assumptions());
            for day in [0, 1, 10, 100_000] {
                let hazard = layoff.hazard(day + 1);
                assert!((0.0..=1.0).contains(&hazard), "{low} {high} {day}: {hazard}");
            }
            assert!(layoff.quantile_day(0.9, 0) > 0);
        }
    }

    #[test]
    fn hazards_multiply_to_the_survival() {
        let layoff = leoni();
        let product: f64 = (3..=300).map(|day| 1.0 - layoff.hazard(day)).product();
        assert!((product - layoff.still_out(300.0, 2.0)).abs() < 1e-13);
    }
}
