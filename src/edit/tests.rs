//! What must hold for every edit of every plan.

use proptest::prelude::*;

use crate::model::{
    Club, Currency, Date, Extra, Move, MoveId, MoveKind, Plan, Player, PlayerId, PlayerKind, Report,
    ReportKind, Scenario, ScenarioColour, ScenarioId, SlotId, Trust,
};

use super::{Edit, EditError, Session, apply};

const NAMES: [&str; 5] = ["Virgil van Dijk", "Ibrahima Konaté", "Joe Gomez", "Giovanni Leoni", "Marc Guéhi"];
const SLOTS: [&str; 3] = ["lcb", "rcb", "lb"];

pub(super) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(super) fn plan() -> Plan {
    let as_of: Date = "2025-09-25".parse().unwrap();
    let mut plan = Plan::new("Liverpool", Club::named("Liverpool"), as_of, Currency::GBP);
    for name in NAMES {
        let player = Player::new(PlayerId::new_for(name, |_| false), name, PlayerKind::Squad);
        plan = apply(&plan, &Edit::PutPlayer { player: player.into(), what: String::new() }).unwrap();
    }
    plan
}

pub(super) fn place(player: &str, slot: &str, rank: usize) -> Edit {
    Edit::Place { scenario: id("plan-a"), player: id(player), slot: id(slot), rank }
}

pub(super) fn report(n: u8, player: PlayerId) -> Report {
    Report {
        id: id(&format!("r{n}")),
        player,
        date: "2025-09-25".parse().unwrap(),
        outlet: "TEAMtalk".to_owned(),
        kind: ReportKind::Interest,
        club: None,
        claim: "ready to press".to_owned(),
        amounts: Vec::new(),
        link: None,
        trust: Trust::Uncertain,
        extra: Extra::new(),
    }
}

/// Any edit, sensible or not: ids out of a small pool, so that many hit and some miss.
pub(super) fn any_edit() -> impl Strategy<Value = Edit> {
    let player = (0..6_usize).prop_map(|i| PlayerId::new_for(NAMES.get(i).unwrap_or(&"nobody"), |_| false));
    let slot = (0..4_usize).prop_map(|i| id::<SlotId>(SLOTS.get(i).unwrap_or(&"nowhere")));
    let scenario = (0..3_usize).prop_map(|i| id::<ScenarioId>(["plan-a", "plan-b", "plan-c"][i]));
    let text = "[a-z ]{0,6}";
    let one = prop_oneof![
        (scenario.clone(), player.clone(), slot.clone(), 0..5_usize)
            .prop_map(|(scenario, player, slot, rank)| Edit::Place { scenario, player, slot, rank }),
        (scenario.clone(), player.clone(), slot.clone(), slot.clone(), 0..5_usize)
            .prop_map(|(scenario, player, from, to, rank)| Edit::Shift { scenario, player, from, to, rank }),
        (scenario.clone(), player.clone(), slot).prop_map(|(scenario, player, slot)| Edit::Unplace {
            scenario,
            player,
            slot
        }),
        (player.clone(), text).prop_map(|(id, name)| Edit::PutPlayer {
            player: Player::new(id, name, PlayerKind::Target).into(),
            what: "name".to_owned()
        }),
        player.clone().prop_map(Edit::RemovePlayer),
        (0..4_u8, player.clone()).prop_map(|(n, player)| Edit::PutReport(report(n, player).into())),
        (0..4_u8).prop_map(|n| Edit::RemoveReport(id(&format!("r{n}")))),
        (scenario.clone(), 0..4_usize, text).prop_map(|(scenario, at, name)| Edit::AddScenario {
            scenario: Scenario::new(scenario, name, id("3-5-2")).into(),
            at
        }),
        (scenario.clone(), text).prop_map(|(scenario, name)| Edit::RenameScenario { scenario, name }),
        scenario
            .clone()
            .prop_map(|scenario| Edit::RecolourScenario { scenario, colour: ScenarioColour::Pink }),
        (scenario.clone(), 0..4_usize).prop_map(|(scenario, to)| Edit::ReorderScenario { scenario, to }),
        scenario.clone().prop_map(Edit::RemoveScenario),
        scenario.clone().prop_map(Edit::SetBaseline),
        (scenario.clone(), prop_oneof![Just("3-5-2"), Just("5-5-5")])
            .prop_map(|(scenario, formation)| Edit::SetFormation { scenario, formation: id(formation) }),
        (scenario.clone(), 0..3_u8, player).prop_map(|(scenario, n, player)| Edit::PutMove {
            scenario,
            mv: Move::new(id::<MoveId>(&format!("m{n}")), player, MoveKind::Buy).into()
        }),
        (scenario, 0..3_u8).prop_map(|(scenario, n)| Edit::RemoveMove { scenario, mv: id(&format!("m{n}")) }),
        text.prop_map(Edit::RenamePlan),
        text.prop_map(Edit::SetPlanNotes),
    ];
    prop_oneof![
        9 => one.clone(),
        1 => proptest::collection::vec(one, 1..4)
            .prop_map(|edits| Edit::Together { label: "do several things".to_owned(), edits }),
    ]
}

proptest! {
    #[test]
    fn undo_restores_the_identical_plan_and_redo_the_identical_result(
        edits in proptest::collection::vec(any_edit(), 1..40)
    ) {
        let mut session = Session::new(plan());
        let mut states = vec![(**session.plan()).clone()];
        for edit in &edits {
            let before = (**session.plan()).clone();
            let steps = session.history().steps();
            match session.apply(edit) {
                Ok(()) if session.history().steps() > steps => states.push((**session.plan()).clone()),
                Ok(()) => prop_assert_eq!(&before, &**session.plan(), "a step is missing"),
                Err(_) => prop_assert_eq!(&before, &**session.plan(), "a refused edit changed the plan"),
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(session.undo().is_some());
            prop_assert_eq!(state, &**session.plan());
        }
        prop_assert!(session.undo().is_none());
        prop_assert!(!session.is_dirty());
        for state in states.iter().skip(1) {
            prop_assert!(session.redo().is_some());
            prop_assert_eq!(state, &**session.plan());
        }
        prop_assert!(session.redo().is_none());
    }

    #[test]
    fn an_edit_survives_being_written_down(edit in any_edit()) {
        let line = serde_json::to_string(&edit).unwrap();
        prop_assert_eq!(serde_json::from_str::<Edit>(&line).unwrap(), edit);
    }

    #[test]
    fn nobody_ever_stands_twice_in_one_slot(edits in proptest::collection::vec(any_edit(), 1..60)) {
        let mut session = Session::new(plan());
        for edit in &edits {
            let _refused = session.apply(edit);
        }
        for scenario in &session.plan().scenarios {
            for chart in scenario.charts.values() {
                let mut seen = chart.clone();
                seen.sort();
                seen.dedup();
                prop_assert_eq!(seen.len(), chart.len());
            }
        }
    }
}

#[test]
fn a_thousand_steps_can_be_undone() {
    let mut session = Session::new(plan());
    for n in 0..1_000 {
        session.apply(&Edit::RenamePlan(format!("plan {n}"))).unwrap();
    }
    assert_eq!(session.history().steps(), 1_000);
    while session.undo().is_some() {}
    assert_eq!(session.plan().name, "Liverpool");
}

#[test]
fn the_dirty_mark_comes_back_when_one_undoes_to_the_saved_state() {
    let mut session = Session::new(plan());
    session.apply(&place("joe-gomez", "lcb", 0)).unwrap();
    session.mark_saved(session.plan().clone(), "plan.json".into());
    assert!(!session.is_dirty());
    session.apply(&place("virgil-van-dijk", "lcb", 0)).unwrap();
    assert!(session.is_dirty());
    session.undo();
    assert!(!session.is_dirty());
    session.undo();
    assert!(session.is_dirty());
}

#[test]
fn labels_say_what_was_done_in_the_words_of_the_game() {
    let mut before = plan();
    for (player, slot, rank) in [("virgil-van-dijk", "lcb", 0), ("joe-gomez", "lcb", 1)] {
        before = apply(&before, &place(player, slot, rank)).unwrap();
    }
    let shift = |player: &str, to: &str, rank| Edit::Shift {
        scenario: id("plan-a"),
        player: id(player),
        from: id("lcb"),
        to: id(to),
        rank,
    };
    for (edit, label) in [
        (place("marc-guehi", "rcb", 0), "put Guéhi at right centre-back"),
        (shift("joe-gomez", "rcb", 0), "move Gomez to right centre-back"),
        (shift("joe-gomez", "lcb", 0), "make Gomez first choice at left centre-back"),
        (Edit::RemovePlayer(id("giovanni-leoni")), "remove Leoni"),
    ] {
        assert_eq!(edit.label(&before), label);
    }
}

#[test]
fn the_same_player_may_stand_in_two_slots_but_not_twice_in_one() {
    let once = apply(&plan(), &place("joe-gomez", "lcb", 0)).unwrap();
    let twice = apply(&once, &place("joe-gomez", "rcb", 7)).unwrap();
    assert_eq!(
        apply(&twice, &place("joe-gomez", "lcb", 1)),
        Err(EditError::AlreadyThere { player: "Joe Gomez".to_owned(), slot: "left centre-back".to_owned() })
    );
}

#[test]
fn the_last_scenario_stays() {
    assert_eq!(apply(&plan(), &Edit::RemoveScenario(id("plan-a"))), Err(EditError::LastScenario));
}

#[test]
fn a_number_that_no_file_can_hold_is_refused() {
    for value in [f64::NAN, f64::INFINITY] {
        let edit = Edit::SetAssumption { name: "month.days".to_owned(), value: Some(value) };
        assert_eq!(apply(&plan(), &edit), Err(EditError::NotANumber("assumption")));
    }
}
