//! The chance that at least k of a unit are available on a date. `docs/model.md` §4.

/// Players whose deals hang together, on one date: one factor of the product.
///
/// One outcome per way the deal can end: its chance, and the fitness of each of its players who is here if it ends
/// that way. "One of these two, with 35 % each" is `[(0.3, []), (0.35, [f1]), (0.35, [f2])]`.
pub type Factor<'a> = &'a [(f64, Vec<f64>)];

/// P(at least k available) for k = 0 … n, by the product of (1−a + a·z): O(n²) for all k at once.
#[must_use]
pub fn at_least(available: impl IntoIterator<Item = f64>) -> Vec<f64> {
    tails(exactly(available))
}

/// P(exactly k available) for k = 0 … n.
pub(super) fn exactly(available: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut exactly = vec![1.0];
    for chance in available {
        push(&mut exactly, chance);
    }
    exactly
}

/// The same with factors of players whose deals hang together.
///
/// The result is as long as the most players that any combination of outcomes can bring, plus one.
#[must_use]
pub fn at_least_with_deals<'a>(
    available: impl IntoIterator<Item = f64>,
    deals: impl IntoIterator<Item = Factor<'a>>,
) -> Vec<f64> {
    let mut exactly = exactly(available);
    for outcomes in deals {
        exactly = product(&exactly, &mixture(outcomes));
    }
    tails(exactly)
}

/// Multiplies a polynomial by (1−a + a·z).
fn push(exactly: &mut Vec<f64>, chance: f64) {
    let mut carried = 0.0;
    for mass in exactly.iter_mut() {
        let up = *mass * chance;
        *mass = *mass * (1.0 - chance) + carried;
        carried = up;
    }
    exactly.push(carried);
}

/// Σ over outcomes of chance · Π (1−f + f·z).
fn mixture(outcomes: Factor<'_>) -> Vec<f64> {
    let most = outcomes.iter().map(|(_, fit)| fit.len()).max().unwrap_or(0);
    let mut sum = vec![0.0; most + 1];
    for (chance, fit) in outcomes {
        let mut exactly = vec![*chance];
        for fit in fit {
            push(&mut exactly, *fit);
        }
        for (sum, mass) in sum.iter_mut().zip(exactly) {
            *sum += mass;
        }
    }
    sum
}

fn product(left: &[f64], right: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; left.len() + right.len() - 1];
    for (shift, a) in left.iter().enumerate() {
        for (out, b) in out.iter_mut().skip(shift).zip(right) {
            *out += a * b;
        }
    }
    out
}

/// Turns P(exactly j) into P(at least k).
fn tails(mut exactly: Vec<f64>) -> Vec<f64> {
    let mut sum = 0.0;
    for mass in exactly.iter_mut().rev() {
        sum += *mass;
        *mass = sum.min(1.0);
    }
    exactly
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(computed: &[f64], expected: &[f64]) {
        assert_eq!(computed.len(), expected.len());
        for (k, (computed, expected)) in computed.iter().zip(expected).enumerate() {
            assert!((computed - expected).abs() < 1e-12, "P(≥{k}): {computed} instead of {expected}");
        }
    }

    /// P(at least k) by adding up all 2^n ways.
    fn enumerated(available: &[f64]) -> Vec<f64> {
        let n = available.len();
        let mut out = vec![0.0; n + 1];
        for way in 0_u32..1 << n {
            let chance: f64 =
                (0..n).map(|i| if way >> i & 1 == 1 { available[i] } else { 1.0 - available[i] }).product();
            for slot in &mut out[..=way.count_ones() as usize] {
                *slot += chance;
            }
        }
        out
    }

    #[test]
    fn six_centre_backs_have_the_stated_cover() {
        check(
            &at_least([0.86, 0.86, 0.9, 0.62, 0.35, 0.2]),
            &[
                1.0,
                0.999_612_704,
                0.990_431_56,
                0.912_492_32,
                0.630_158_64,
                0.228_415_999_999_999_95,
                0.028_888_775_999_999_994,
            ],
        );
    }

    #[test]
    fn an_exclusive_pair_has_the_stated_cover_and_brings_one_player_at_most() {
        let pair = vec![(0.3, vec![]), (0.35, vec![0.88]), (0.35, vec![0.88])];
        check(
            &at_least_with_deals([0.86, 0.86, 0.9], [pair.as_slice()]),
            &[1.0, 0.999_247_36, 0.982_019_52, 0.844_698_88, 0.410_034_24],
        );
    }

    #[test]
    fn nobody_covers_nothing() {
        assert_eq!(at_least([]), [1.0]);
    }

    proptest! {
        #[test]
        fn the_product_equals_enumeration(available in prop::collection::vec(0.0..=1.0_f64, 0..=12)) {
            for (computed, expected) in at_least(available.iter().copied()).iter().zip(enumerated(&available)) {
                prop_assert!((computed - expected).abs() < 1e-12);
            }
        }

        #[test]
        fn a_lone_deal_is_a_player_with_the_product_of_both_chances(
            squad in prop::collection::vec(0.0..=1.0_f64, 0..=8), chance in 0.0..=1.0_f64, fit in 0.0..=1.0_f64,
        ) {
            let deal = vec![(1.0 - chance, vec![]), (chance, vec![fit])];
            let with_deal = at_least_with_deals(squad.iter().copied(), [deal.as_slice()]);
            let plain = at_least(squad.iter().copied().chain([chance * fit]));
            for (one, other) in with_deal.iter().zip(plain) {
                prop_assert!((one - other).abs() < 1e-12);
            }
        }

        #[test]
        fn groups_equal_the_sum_over_their_outcomes(
            squad in prop::collection::vec(0.0..=1.0_f64, 0..=5),
            group in prop::collection::vec((0.0..=0.3_f64, 0.0..=1.0_f64), 1..=3),
        ) {
            let nobody = 1.0 - group.iter().map(|(chance, _)| chance).sum::<f64>();
            let mut outcomes = vec![(nobody, vec![])];
            outcomes.extend(group.iter().map(|(chance, fit)| (*chance, vec![*fit])));
            let computed = at_least_with_deals(squad.iter().copied(), [outcomes.as_slice()]);
            for (k, computed) in computed.iter().enumerate() {
                let expected: f64 = outcomes
                    .iter()
                    .map(|(chance, fit)| {
                        let all: Vec<f64> = squad.iter().chain(fit).copied().collect();
                        chance * enumerated(&all).get(k).copied().unwrap_or(0.0)
                    })
                    .sum();
                prop_assert!((computed - expected).abs() < 1e-12);
            }
        }
    }
}
