//! What tells the things of a list apart, and what is one value though it has several fields.

use serde_json::{Value, json};

use super::{after, base, changed, merged, paths, player};
use crate::edit::Edit;
use crate::edit::merge::{Merged, merge};
use crate::model::{Absence, AbsenceKind, Break, Currency, Extra, Plan, Player, Rate, Window};

#[test]
fn words_that_both_add_in_front_are_all_kept_and_those_taken_out_are_gone() {
    let rivals = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let set =
        |base: &Plan, names: &[&str]| changed(base, "marc-guehi", |player| player.rivals = rivals(names));
    let base = base();
    let base = after(&base, &[set(&base, &["Real Madrid", "Bayern"])]);
    let merged = merged(
        &base,
        &[set(&base, &["Arsenal", "Real Madrid"])],
        &[set(&base, &["Chelsea", "Real Madrid", "Bayern"])],
    );
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    let mut found: Vec<String> =
        player(&merged.plan, "marc-guehi").rivals.iter().map(ToString::to_string).collect();
    found.sort();
    assert_eq!(found, ["Arsenal", "Chelsea", "Real Madrid"]);
}

#[test]
fn two_absences_that_begin_on_one_day_are_two() {
    let base = base();
    let away = |kind| {
        let day = "2025-10-04".parse().unwrap();
        let absence = Absence { kind, from: day, until: day, note: None, extra: Extra::new() };
        changed(&base, "joe-gomez", |player| player.absences.push(absence))
    };
    let merged = merged(&base, &[away(AbsenceKind::Suspension)], &[away(AbsenceKind::International)]);
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    assert_eq!(player(&merged.plan, "joe-gomez").absences.len(), 2);
}

#[test]
fn windows_are_put_in_order_only_where_both_have_them_so() {
    let window = |id: &str, name: &str, day: &str| Window {
        id: id.parse().unwrap(),
        name: name.to_owned(),
        opens: day.parse().unwrap(),
        closes: day.parse().unwrap(),
        note: None,
        extra: Extra::new(),
    };
    let (winter, summer) = (window("w", "Winter", "2026-01-01"), window("s", "Summer", "2026-07-01"));
    let mut base = base();
    base.windows = vec![winter.clone(), summer.clone()];
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.windows[0].name = "January".to_owned();
    theirs.windows.reverse();
    let ids = |merged: Merged| -> Vec<String> {
        merged.plan.windows.iter().map(|window| window.id.to_string()).collect()
    };
    assert_eq!(ids(merge(Some(&base), &ours, &theirs).unwrap()), ["s", "w"]);
    theirs.windows = vec![winter, summer, window("b", "Autumn", "2025-10-01")];
    assert_eq!(ids(merge(Some(&base), &ours, &theirs).unwrap()), ["w", "s", "b"]);
    theirs.windows.rotate_right(1);
    assert_eq!(ids(merge(Some(&base), &ours, &theirs).unwrap()), ["b", "w", "s"]);
}

#[test]
fn what_is_the_same_on_both_sides_is_no_change_where_no_base_is_known() {
    let base = base();
    assert!(merge(None, &base, &base).unwrap().changes.is_empty());
    let named = after(&base, &[Edit::RenamePlan("Ours".to_owned())]);
    assert!(merge(None, &named, &named).unwrap().changes.is_empty());
}

#[test]
fn rates_of_two_days_and_breaks_of_one_name_are_two() {
    let base = base();
    let rate = |day: &str| Rate {
        base: Currency::GBP,
        quote: Currency::EUR,
        rate: 1.16,
        date: day.parse().unwrap(),
        source: None,
        extra: Extra::new(),
    };
    let pause = |day: &str| Break {
        name: "International break".to_owned(),
        from: day.parse().unwrap(),
        until: day.parse().unwrap(),
        extra: Extra::new(),
    };
    let with = |day: &str| {
        let mut plan = base.clone();
        plan.money.rates.push(rate(day));
        plan.breaks.push(pause(day));
        plan
    };
    let merged = merge(Some(&base), &with("2025-09-01"), &with("2025-10-06")).unwrap();
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    assert_eq!((merged.plan.money.rates.len(), merged.plan.breaks.len()), (2, 2));
}

#[test]
fn what_is_one_value_is_never_put_together_of_two_sides() {
    let injured =
        |field: &str, values: [Value; 3]| values.map(|value| json!([{"start": "2025-09-23", field: value}]));
    let cases = [
        (
            "injuries",
            "injuries/2025-09-23/back",
            injured(
                "back",
                [("01", "20"), ("02", "20"), ("01", "21")].map(|(earliest, latest)| {
                    json!({"earliest": format!("2025-11-{earliest}"), "latest": format!("2025-11-{latest}")})
                }),
            ),
        ),
        (
            "injuries",
            "injuries/2025-09-23/layoff",
            injured("layoff", [(3, 5), (4, 5), (3, 6)].map(|(min, max)| json!({"min": min, "max": max, "unit": "weeks"}))),
        ),
        (
            "sources",
            "sources/born",
            [("A", "2025-01-01"), ("B", "2025-01-01"), ("A", "2025-02-02")]
                .map(|(name, date)| json!({"born": {"name": name, "date": date}})),
        ),
        (
            "club",
            "club",
            [("Palace", "PL"), ("Getafe", "PL"), ("Palace", "Championship")]
                .map(|(name, league)| json!({"name": name, "league": league})),
        ),
    ];
    for (field, path, values) in cases {
        let [known, one, other] = values.map(|value| {
            changed(&base(), "marc-guehi", |player| {
                let mut tree = serde_json::to_value(&*player).unwrap();
                tree[field] = value;
                *player = serde_json::from_value::<Player>(tree).unwrap();
            })
        });
        let merged = merged(&after(&base(), &[known]), &[one], &[other]);
        assert_eq!(paths(&merged), [format!("/players/marc-guehi/{path}")]);
    }
}
