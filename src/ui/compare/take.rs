//! The comparison as it is taken along.

use crate::report::compare::{Comparison, Shorts};
use crate::ui::board::Scene;

/// The comparison with the chances of being short, as far as they are worked out.
pub(in crate::ui) fn compared_in_full(scene: Scene<'_>) -> Option<Comparison> {
    let mut comparison = Comparison::clone(&scene.derived.compared()?.comparison);
    for column in &mut comparison.columns {
        if let Some([needed, target]) = scene.derived.compared_shorts(&column.scenario) {
            column.short_somewhere = Some(Shorts { needed: *needed, target: *target });
        }
    }
    Some(comparison)
}
