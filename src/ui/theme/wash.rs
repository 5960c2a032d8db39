//! Washes: how much of a colour lies over a ground on which words stand. The contrast test knows them all.

/// The scenario's colour under the curve on the date bar.
pub const UNDER_CURVE: f32 = 0.1;
/// The scenario's colour at the left end of the verdict's band.
pub const VERDICT: f32 = 0.16;
/// The colour of the weakest stretch on the timeline.
pub const STRETCH: f32 = 0.09;
/// The colour of words in a primary button under the pointer.
pub const LIT: f32 = 0.12;
/// What is kept of a stay that is in doubt.
pub const DOUBT: f32 = 0.55;
