//! Moves of which one happens at most.

use std::collections::BTreeMap;

use crate::edit::Edit;
use crate::model::{Move, Scenario};
use crate::report::problems::{Finder, Place};

use super::{fixes, group_of};

/// Their chances are 1 together at most, and there are two of them at least.
pub(super) fn groups(finder: &mut Finder<'_>, scenario: &Scenario) {
    let mut groups: BTreeMap<&str, Vec<&Move>> = BTreeMap::new();
    for mv in &scenario.moves {
        if let Some(group) = group_of(mv) {
            groups.entry(group).or_default().push(mv);
        }
    }
    for (group, moves) in groups {
        let Some(first) = moves.first() else { continue };
        let place = Place::Move(scenario.id.clone(), first.id.clone());
        let sum: f64 = moves.iter().map(|mv| mv.chance()).sum();
        let known = moves.iter().all(|mv| finder.player(&mv.player).is_some());
        if Move::promise_too_much(sum) {
            finder.error(
                place.clone(),
                format!(
                    "The moves of the group \"{group}\" in {} exclude each other, but their chances add up to \
                     {:.0}\u{a0}%.",
                    scenario.name,
                    sum * 100.0
                ),
                "Lower the chances until they add up to 100 % at most.",
            );
            if known {
                let lowered = moves
                    .iter()
                    .map(|mv| Move { chance: fixes::rounded_down(mv.chance() / sum), ..(*mv).clone() });
                let edits = lowered
                    .map(|mv| Edit::PutMove { scenario: scenario.id.clone(), mv: Box::new(mv) })
                    .collect();
                finder.offer("Lower the chances to 100\u{a0}%".to_owned(), edits);
            }
        }
        if moves.len() == 1 {
            finder.hint(
                place,
                format!(
                    "The group \"{group}\" in {} has one move only, so it excludes nothing.",
                    scenario.name
                ),
                "Put another move into the group, or take this one out.",
            );
            if known {
                let alone = Move { group: None, ..(*first).clone() };
                let edit = Edit::PutMove { scenario: scenario.id.clone(), mv: Box::new(alone) };
                finder.offer("Take it out of the group".to_owned(), vec![edit]);
            }
        }
    }
}
