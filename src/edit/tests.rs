//! What must hold for every edit of every plan.

use proptest::prelude::*;

use super::any::{any_edit, id, place, plan};
use super::{Edit, EditError, Session, apply};
use crate::model::{Break, Extra, Move, MoveKind, Plan, Player};

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
    let buy = Move::new(id("m"), id("marc-guehi"), MoveKind::Buy);
    let put = |mv: &Move| Edit::PutMove { scenario: id("plan-a"), mv: Box::new(mv.clone()) };
    assert_eq!(put(&buy).label(&before), "plan to buy Guéhi");
    let before = apply(&before, &put(&buy)).unwrap();
    let (dearer, borrowed) =
        (Move { chance: 0.4, ..buy.clone() }, Move { kind: MoveKind::LoanIn, ..buy.clone() });
    assert_eq!(put(&dearer).label(&before), "change the move of Guéhi");
    assert_eq!(put(&borrowed).label(&before), "plan to borrow Guéhi");
}

#[test]
fn whatever_is_removed_is_said_to_be_gone() {
    let mut before: Plan =
        serde_json::from_str(include_str!("../../saves/liverpool-2025-26-leoni.json")).unwrap();
    let (from, until) = (before.as_of, before.as_of);
    before.breaks = vec![Break { name: "Winter break".to_owned(), from, until, extra: Extra::new() }];
    let leoni = before.player(&id("giovanni-leoni")).unwrap();
    let cured = Player { injuries: Vec::new(), ..leoni.clone() };
    let what = "remove a matchday".to_owned();
    let put = |player: Player, what: &str| Edit::PutPlayer { player: player.into(), what: what.to_owned() };
    for (edit, label) in [
        (put(cured, "injury"), "remove Leoni\u{2019}s injury"),
        (Edit::SetBreaks(Vec::new()), "remove the break Winter break"),
        (Edit::SetMatchdays { matchdays: before.matchdays[1..].to_vec(), what: what.clone() }, &*what),
        (Edit::RemovePlayer(id("joe-gomez")), "remove Gomez"),
    ] {
        assert!(edit.takes_away(&before), "{label}");
        assert_eq!(edit.label(&before), label);
        let together = Edit::Together { label: label.to_owned(), edits: vec![edit] };
        assert!(together.takes_away(&before), "{label}");
    }
    for edit in [
        put(leoni.clone(), "injury"),
        Edit::SetBreaks(before.breaks.clone()),
        Edit::SetMatchdays { matchdays: before.matchdays.clone(), what },
        Edit::SetAsOf(before.as_of),
    ] {
        assert!(!edit.takes_away(&before), "{}", edit.label(&before));
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

#[test]
fn an_edit_beyond_what_a_plan_holds_is_refused() {
    let mut plan = plan();
    let mv = |n: usize| Move::new(id(&format!("m{n}")), id("joe-gomez"), MoveKind::Sell);
    plan.scenarios[0].moves = (0..1_000).map(mv).collect();
    let put = |n| Edit::PutMove { scenario: id("plan-a"), mv: mv(n).into() };
    assert!(matches!(apply(&plan, &put(1_000)), Err(EditError::TooMany { found: 1_001, max: 1_000, .. })));
    assert!(apply(&plan, &put(999)).is_ok());
}
