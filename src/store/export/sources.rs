//! What is claimed about players, by outlet and day and without a link.

use std::collections::HashSet;

use crate::model::{Plan, PlayerId, ReportKind, words};

/// The newest report about each of these players: `Marc Guéhi: bid, an outlet, 1 Sep 2025`.
///
/// A player is named once, in the order in which he is first met; one without a report is left out.
#[must_use]
pub fn sources<'a>(plan: &Plan, players: impl Iterator<Item = &'a PlayerId>) -> Vec<String> {
    let mut seen: HashSet<&PlayerId> = HashSet::new();
    let about = |id: &PlayerId| {
        let player = plan.player(id)?;
        let report =
            plan.reports.iter().filter(|report| report.player == *id).max_by_key(|report| report.date)?;
        let kind = Some(report.kind).filter(|kind| *kind != ReportKind::Other);
        let kind = kind.map_or_else(String::new, |kind| format!("{}, ", kind.name()));
        let (outlet, day) = (report.outlet.trim(), words::date(report.date));
        Some(super::plain(&format!("{}: {kind}{outlet}, {day}", player.name)))
    };
    players.filter(|id| seen.insert(id)).filter_map(about).collect()
}
