//! What comes of a merge is a plan that opens, whatever was merged.

use proptest::prelude::*;

use super::any_plan::any_plan;
use super::{parse, to_json};
use crate::edit::merge;
use crate::model::Plan;

fn opens(plan: &Plan) -> Result<(), TestCaseError> {
    let text = to_json(plan);
    let again = parse(text.as_bytes(), "merged").map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&again, plan);
    prop_assert_eq!(to_json(&again), text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn plans_that_have_nothing_in_common_become_one_that_opens(
        base in any_plan(), ours in any_plan(), theirs in any_plan()
    ) {
        opens(&merge(Some(&base), &ours, &theirs).unwrap().plan)?;
        let two = merge(None, &ours, &theirs).unwrap();
        opens(&two.plan)?;
        for player in ours.players.iter().chain(&theirs.players) {
            let known = two.plan.players.iter().any(|kept| kept.name == player.name);
            let asked = two.conflicts.iter().any(|conflict| conflict.path.ends_with("/name"));
            prop_assert!(known || asked, "{} is gone", player.name);
        }
    }

    #[test]
    fn a_side_that_says_nothing_leaves_the_other_to_the_byte(base in any_plan(), side in any_plan()) {
        for (ours, theirs) in [(&side, &base), (&base, &side), (&side, &side)] {
            let merged = merge(Some(&base), ours, theirs).unwrap();
            prop_assert_eq!(to_json(&merged.plan), to_json(&side));
            prop_assert!(merged.conflicts.is_empty());
        }
    }

    #[test]
    fn unknown_fields_of_both_sides_are_kept_or_asked_about(ours in any_plan(), theirs in any_plan()) {
        let merged = merge(None, &ours, &theirs).unwrap();
        for (name, value) in ours.extra.iter().chain(&theirs.extra) {
            let path = crate::model::Conflict::path_of(&[name]);
            let asked = merged.conflicts.iter().any(|conflict| {
                conflict.path == path || conflict.path.starts_with(&format!("{path}/"))
            });
            let within = |found: &serde_json::Value| match (found.as_object(), value.as_object()) {
                (Some(found), Some(value)) => value.iter().all(|(key, value)| found.get(key) == Some(value)),
                _ => found == value,
            };
            prop_assert!(asked || merged.plan.extra.get(name).is_some_and(within), "{name}: {value}");
        }
    }
}

#[test]
fn the_colours_of_a_club_come_along_with_what_a_newer_version_says_of_them() {
    let base = crate::edit::any::plan();
    let mut theirs = base.clone();
    let colours = serde_json::json!({"main": "#c8102e", "second": "#f6eb61", "third": "#00b2a9"});
    theirs.club.colours = serde_json::from_value(colours).unwrap();
    let mut ours = base.clone();
    ours.club.league = Some("Premier League".to_owned());
    let merged = merge(Some(&base), &ours, &theirs).unwrap();
    assert!(merged.conflicts.is_empty());
    assert_eq!(merged.plan.club.league, ours.club.league);
    assert_eq!(merged.plan.club.colours, theirs.club.colours);
    let text = to_json(&merged.plan);
    let line = r##""colours": {"main": "#c8102e", "second": "#f6eb61", "third": "#00b2a9"}"##;
    assert!(text.contains(line), "{text}");
    opens(&merged.plan).unwrap();
    let mut others = ours.clone();
    others.club.colours = serde_json::from_value(serde_json::json!({"main": "#000000"})).unwrap();
    let merged = merge(Some(&base), &others, &theirs).unwrap();
    assert_eq!(merged.conflicts.len(), 1, "both chose colours: somebody has to say which");
}
