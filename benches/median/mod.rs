//! The time that something takes: the median of some runs.

use std::time::Instant;

use crate::table::rounds;

/// The median of `runs` runs after one that warms up, milliseconds.
pub(crate) fn median(runs: usize, mut work: impl FnMut()) -> f64 {
    work();
    let mut times: Vec<f64> = (0..rounds(runs))
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
