//! Copying and importing: nothing is lost, nothing is doubled, and one undo takes it back.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::edit::{Session, apply};

fn leoni() -> Plan {
    serde_json::from_str(include_str!("../../../saves/liverpool-2025-26-leoni.json")).unwrap()
}

fn konate() -> Plan {
    serde_json::from_str(include_str!("../../../saves/liverpool-konate-contract.json")).unwrap()
}

fn madrid() -> Plan {
    serde_json::from_str(include_str!("../../../saves/real-madrid-2026-rebuild.json")).unwrap()
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn named(plan: &Plan, name: &str) -> ScenarioId {
    plan.scenarios.iter().find(|scenario| scenario.name == name).unwrap().id.clone()
}

#[test]
fn a_move_is_copied_over_the_move_that_brings_him_already() {
    let plan = leoni();
    let (push, free) = (named(&plan, "January push"), named(&plan, "Summer free"));
    let mv = plan.scenario(&push).unwrap().arrival_of(&id("marc-guehi")).unwrap();
    let edit = copy(&plan, &Copied::Move(mv.id.clone()), &push, &free).unwrap();
    let after = apply(&plan, &edit).unwrap();
    let there = &after.scenario(&free).unwrap().moves;
    assert_eq!(there.iter().filter(|mv| mv.player == "marc-guehi").count(), 1);
    assert_eq!(after.scenario(&free).unwrap().arrival_of(&id("marc-guehi")).unwrap().kind, mv.kind);
    assert_eq!(edit.label(&plan), "copy the move of Guéhi to Summer free");
    let again = copy(&after, &Copied::Move(mv.id.clone()), &push, &free);
    assert_eq!(again, Err(CopyRefusal::AlreadySo("Summer free".to_owned())));
}

#[test]
fn a_chart_brings_the_moves_of_its_targets() {
    let plan = leoni();
    let (push, nothing) = (named(&plan, "January push"), named(&plan, "Do nothing"));
    let slot = plan
        .slots_of(plan.scenario(&push).unwrap(), &id("centre-backs"))
        .into_iter()
        .find(|slot| plan.scenario(&push).unwrap().chart(&slot.id).contains(&id("marc-guehi")));
    let slot = slot.unwrap().id.clone();
    let edit = copy(&plan, &Copied::Chart(slot.clone()), &push, &nothing).unwrap();
    let after = apply(&plan, &edit).unwrap();
    let there = after.scenario(&nothing).unwrap();
    assert_eq!(there.chart(&slot), plan.scenario(&push).unwrap().chart(&slot));
    assert!(there.arrival_of(&id("marc-guehi")).is_some());
}

#[test]
fn chances_that_add_up_to_one_but_for_rounding_stay_one_group() {
    let mut plan = leoni();
    let (push, free) = (named(&plan, "January push"), named(&plan, "Summer free"));
    let mut members = plan.scenario(&push).unwrap().moves.clone();
    members.truncate(1);
    let (first, chances) = (members[0].clone(), [0.8, 0.1, 0.1 + 1e-12]);
    let moves: Vec<Move> = ["marc-guehi", "joe-gomez", "ibrahima-konate"]
        .iter()
        .zip(chances)
        .map(|(player, chance)| Move {
            id: id(player),
            player: id(player),
            chance,
            group: Some("one".to_owned()),
            ..first.clone()
        })
        .collect();
    plan.scenarios.iter_mut().find(|known| known.id == push).unwrap().moves = moves.clone();
    plan.scenarios.iter_mut().find(|known| known.id == free).unwrap().moves = moves[..2].to_vec();
    let edit = copy(&plan, &Copied::Move(moves[2].id.clone()), &push, &free).unwrap();
    let after = apply(&plan, &edit).unwrap();
    let copied = after.scenario(&free).unwrap().moves.iter().find(|mv| mv.player == moves[2].player);
    assert_eq!(copied.unwrap().group.as_deref(), Some("one"));
}

#[test]
fn a_copy_says_why_not() {
    let mut plan = leoni();
    let (push, free) = (named(&plan, "January push"), named(&plan, "Summer free"));
    assert_eq!(copy(&plan, &Copied::Chart(id("lcb")), &push, &push), Err(CopyRefusal::Same));
    let three =
        plan.formations.iter().find(|formation| formation.slot(&id("lb")).is_none()).unwrap().id.clone();
    plan.scenarios.iter_mut().find(|scenario| scenario.id == free).unwrap().formation = three;
    let refusal = copy(&plan, &Copied::Chart(id("lb")), &push, &free).unwrap_err().to_string();
    assert!(
        refusal.starts_with("Summer free plays") && refusal.ends_with("which has no left-back"),
        "{refusal}"
    );
    assert_eq!(copy(&plan, &Copied::Move(id("never")), &push, &free), Err(CopyRefusal::Gone));
}

#[test]
fn a_scenario_of_its_own_keeps_the_squad_and_only_its_targets() {
    let plan = madrid();
    let scenario = named(&plan, "Upamecano free");
    let alone = alone(&plan, &scenario).unwrap();
    assert_eq!((alone.scenarios.len(), &alone.baseline), (1, &scenario));
    let squad = |plan: &Plan| plan.players.iter().filter(|player| !player.is_target()).count();
    assert_eq!(squad(&alone), squad(&plan));
    assert!(alone.player(&id("dayot-upamecano")).is_some() && alone.player(&id("marc-guehi")).is_none());
    assert!(alone.reports.iter().all(|report| alone.player(&report.player).is_some()));
    assert_eq!(alone.scenarios[0], *plan.scenario(&scenario).unwrap());
}

#[test]
fn what_a_scenario_needs_comes_along_from_another_clubs_plan() {
    let (plan, other) = (leoni(), madrid());
    let scenario = named(&other, "Upamecano free");
    let edit = import(&plan, &other, std::slice::from_ref(&scenario), &BTreeMap::new());
    let after = apply(&plan, &edit).unwrap();
    let come = after.scenarios.last().unwrap();
    assert_eq!(come.name, "Upamecano free");
    let militao = after.player(&id("eder-militao")).unwrap();
    assert_eq!(militao.club.as_ref().unwrap().name, other.club.name, "their squad belongs elsewhere here");
    let theirs = other.reports.iter().filter(|report| report.player == "dayot-upamecano").count();
    let ours = after.reports.iter().filter(|report| report.player == "dayot-upamecano").count();
    assert_eq!(ours, theirs);
    assert!(
        come.moves.iter().all(|mv| mv.window.as_ref().is_none_or(|window| after.window(window).is_some()))
    );
}

#[test]
fn what_has_no_name_comes_along_under_its_id() {
    let (plan, mut other) = (leoni(), madrid());
    let scenario = named(&other, "Upamecano free");
    for window in &mut other.windows {
        window.name = " ".to_owned();
    }
    for formation in &mut other.formations {
        formation.name = String::new();
        formation.slots.truncate(9);
    }
    for unit in &mut other.units {
        (unit.id, unit.name) = (id(&format!("their-{}", unit.id)), String::new());
    }
    for slot in other.formations.iter_mut().flat_map(|formation| &mut formation.slots) {
        slot.unit = id(&format!("their-{}", slot.unit));
    }
    other.scenarios.iter_mut().find(|known| known.id == scenario).unwrap().name = String::new();
    let after =
        apply(&plan, &import(&plan, &other, std::slice::from_ref(&scenario), &BTreeMap::new())).unwrap();
    assert_eq!(after.scenarios.len(), plan.scenarios.len() + 1);
    let come = after.scenarios.last().unwrap();
    assert!(after.formation(&come.formation).is_some(), "{}", come.formation);
    let slots = &after.formation(&come.formation).unwrap().slots;
    assert!(slots.iter().all(|slot| after.unit(&slot.unit).is_some()));
    assert!(
        come.moves.iter().all(|mv| mv.window.as_ref().is_none_or(|window| after.window(window).is_some()))
    );
    let named = |name: &str| !name.trim().is_empty();
    assert!(after.windows.iter().all(|window| named(&window.name)) && named(&come.name));
}

#[test]
fn a_clash_is_listed_with_both_values_and_ends_as_chosen() {
    let plan = leoni();
    let mut other = plan.clone();
    let gomez = other.players.iter_mut().find(|player| player.id == "joe-gomez").unwrap();
    std::sync::Arc::make_mut(gomez).contract.as_mut().unwrap().until = Some(id("2029-06-30"));
    let scenario = named(&other, "January push");
    let asked = clashes(&plan, &other, std::slice::from_ref(&scenario));
    assert_eq!(asked.len(), 1, "{asked:?}");
    let (field, ours, theirs) = &asked[0].fields[0];
    assert_eq!((asked[0].name.as_str(), field.as_str()), ("Joe Gomez", "Contract"));
    assert!(!ours.contains("2029") && theirs.contains("30 Jun 2029"), "{ours} / {theirs}");
    for (keep, gomezes, until) in
        [(Keep::Ours, 1, None), (Keep::Theirs, 1, Some("2029-06-30")), (Keep::Both, 2, None)]
    {
        let chosen = BTreeMap::from([(asked[0].of.clone(), keep)]);
        let after = apply(&plan, &import(&plan, &other, std::slice::from_ref(&scenario), &chosen)).unwrap();
        assert_eq!(after.players.iter().filter(|player| player.name == "Joe Gomez").count(), gomezes);
        let known = after.player(&id("joe-gomez")).unwrap().contract_until();
        let expected =
            until.map_or(plan.player(&id("joe-gomez")).unwrap().contract_until(), |day| Some(id(day)));
        assert_eq!(known, expected, "{keep:?}");
    }
}

#[test]
fn a_window_of_other_days_is_asked_about() {
    let plan = leoni();
    let mut other = plan.clone();
    let scenario = named(&other, "January push");
    let window = other.scenario(&scenario).unwrap().moves.iter().find_map(|mv| mv.window.clone()).unwrap();
    other.windows.iter_mut().find(|known| known.id == window).unwrap().closes = id("2026-02-20");
    let asked = clashes(&plan, &other, std::slice::from_ref(&scenario));
    assert_eq!(
        asked.iter().map(|clash| clash.of.clone()).collect::<Vec<_>>(),
        [ClashOf::Window(window.clone())]
    );
    let both = BTreeMap::from([(asked[0].of.clone(), Keep::Both)]);
    let after = apply(&plan, &import(&plan, &other, std::slice::from_ref(&scenario), &both)).unwrap();
    assert_eq!(after.windows.len(), plan.windows.len() + 1);
    assert_eq!(after.window(&window), plan.window(&window));
}

fn plans() -> [Plan; 3] {
    [leoni(), konate(), madrid()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_import_is_one_step_and_brings_everyone_it_names(
        ours in 0..3_usize, theirs in 0..3_usize, which in 0..8_usize, keep in 0..3_usize,
    ) {
        let (plan, other) = (plans()[ours].clone(), plans()[theirs].clone());
        let scenario = other.scenarios[which % other.scenarios.len()].id.clone();
        let chosen: BTreeMap<ClashOf, Keep> = clashes(&plan, &other, std::slice::from_ref(&scenario))
            .into_iter()
            .map(|clash| (clash.of, Keep::ALL[keep]))
            .collect();
        let edit = import(&plan, &other, std::slice::from_ref(&scenario), &chosen);
        let mut session = Session::new(plan.clone());
        session.apply(&edit).unwrap();
        let after = session.plan().clone();
        prop_assert_eq!(after.scenarios.len(), plan.scenarios.len() + 1);
        let come = after.scenarios.last().unwrap();
        prop_assert_eq!(come.moves.len(), other.scenario(&scenario).unwrap().moves.len());
        for player in come.moves.iter().map(|mv| &mv.player).chain(come.charts.values().flatten()) {
            prop_assert!(after.player(player).is_some(), "{player}");
        }
        prop_assert!(after.formation(&come.formation).is_some());
        // What was there is there, unless theirs was taken.
        for player in &plan.players {
            let known = after.player(&player.id).unwrap();
            prop_assert!(Keep::ALL[keep] == Keep::Theirs || *known == **player);
        }
        for report in &plan.reports {
            prop_assert!(after.reports.contains(report));
        }
        session.undo();
        prop_assert_eq!(&**session.plan(), &plan);
    }

    #[test]
    fn a_copied_chart_is_the_same_and_copied_twice_changes_nothing(
        which in 0..3_usize, from in 0..8_usize, to in 0..8_usize, slot in 0..11_usize,
    ) {
        let plan = plans()[which].clone();
        let from = plan.scenarios[from % plan.scenarios.len()].clone();
        let to = plan.scenarios[to % plan.scenarios.len()].id.clone();
        let formation = plan.formation_of(&from).unwrap();
        let slot = formation.slots[slot % formation.slots.len()].id.clone();
        let what = Copied::Chart(slot.clone());
        let Ok(edit) = copy(&plan, &what, &from.id, &to) else { return Ok(()) };
        let mut session = Session::new(plan.clone());
        session.apply(&edit).unwrap();
        let after = session.plan().clone();
        prop_assert_eq!(after.scenario(&to).unwrap().chart(&slot), from.chart(&slot));
        prop_assert!(copy(&after, &what, &from.id, &to).is_err());
        session.undo();
        prop_assert_eq!(&**session.plan(), &plan);
    }
}
