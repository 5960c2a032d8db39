//! The normal distribution, also far out in its tail, with the same bits on every machine.

use std::f64::consts::{PI, SQRT_2};

/// Beyond this `erfc` loses digits and then vanishes; its asymptotic series is exact to the last bit there.
const FAR: f64 = 25.0;

/// The logarithm of P(Z > z), finite however large `z` is.
pub(super) fn ln_survival(z: f64) -> f64 {
    let x = z / SQRT_2;
    if x < 0.0 {
        libm::log1p(-0.5 * libm::erfc(-x))
    } else if x < FAR {
        libm::log(0.5 * libm::erfc(x))
    } else {
        // erfc(x) = e^(-x²)/(x√π) · (1 − 1/(2x²) + 3/(2x²)² − 15/(2x²)³ + …)
        let y = 1.0 / (2.0 * x * x);
        let series = -y * (1.0 - y * (3.0 - y * (15.0 - y * (105.0 - y * 945.0))));
        -x * x - libm::log(2.0 * x * libm::sqrt(PI)) + libm::log1p(series)
    }
}

/// The z with P(Z ≤ z) = `share`, for a share strictly between 0 and 1.
pub(super) fn quantile(share: f64) -> f64 {
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        if 0.5 * libm::erfc(-middle / SQRT_2) < share {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_is_continuous_where_the_series_takes_over() {
        let seam = FAR * SQRT_2;
        let below = ln_survival(seam * (1.0 - 1e-12));
        let above = ln_survival(seam * (1.0 + 1e-12));
        assert!((below - above).abs() < 5e-9, "{below} {above}");
        assert!(above < below);
    }

    #[test]
    fn the_tail_has_its_known_values() {
        assert!((ln_survival(0.0) - 0.5_f64.ln()).abs() < 1e-15);
        assert!((ln_survival(-40.0)).abs() < 1e-300);
        // Mills: −z²/2 − ln(z√(2π)) − 1/z² + …
        assert!((ln_survival(100.0) - -5_005.524_208_694_205).abs() < 1e-9);
    }

    #[test]
    fn the_quantile_undoes_the_distribution() {
        assert!((quantile(0.85) - 1.036_433_389_493_79).abs() < 1e-12);
        assert!((quantile(0.70) - 0.524_400_512_708_041).abs() < 1e-12);
        assert!(quantile(0.5).abs() < 1e-12);
    }
}
