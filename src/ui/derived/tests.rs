//! When figures are worked out, and when not.

use std::time::Duration;

use super::*;
use crate::edit::Edit;

fn sample() -> Session {
    let text = include_str!("../../../saves/liverpool-2025-26-leoni.json");
    Session::new(serde_json::from_str(text).unwrap())
}

fn every_short(derived: &Derived, session: &Session) -> Vec<Option<Vec<Short>>> {
    let plan = session.plan();
    plan.scenarios.iter().map(|scenario| derived.shorts(&scenario.id).map(<[Short]>::to_vec)).collect()
}

/// Refreshes as frames do, one each time the thread asks for it, until every figure is there.
fn refresh_until_known(derived: &mut Derived, session: &Session, screen: &Screen, ctx: &Context) {
    let (asked, frames) = std::sync::mpsc::channel();
    ctx.set_request_repaint_callback(move |_| {
        let _ = asked.send(());
    });
    loop {
        // A context that owes a frame does not ask for another one.
        while ctx.has_requested_repaint() {
            ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        }
        derived.refresh(session, screen, ctx);
        if !every_short(derived, session).contains(&None) {
            return;
        }
        frames.recv_timeout(Duration::from_mins(1)).expect("the thread asks for a frame");
    }
}

#[test]
fn the_thread_and_the_synchronous_way_agree() {
    let session = sample();
    let (screen, ctx) = (Screen::of(session.plan()), Context::default());
    let mut at_once = Derived::synchronous();
    at_once.refresh(&session, &screen, &ctx);
    let expected = every_short(&at_once, &session);
    assert!(expected.iter().all(|shorts| shorts.as_ref().is_some_and(|shorts| shorts.len() == 3)));

    let mut derived = Derived::default();
    refresh_until_known(&mut derived, &session, &screen, &ctx);
    assert_eq!(every_short(&derived, &session), expected);
}

#[test]
fn nothing_is_computed_while_nothing_changes_nor_while_the_date_moves() {
    let session = sample();
    let (mut screen, ctx) = (Screen::of(session.plan()), Context::default());
    let mut derived = Derived::synchronous();
    derived.refresh(&session, &screen, &ctx);
    let computed = derived.computed();
    for _ in 0..100 {
        screen.date = screen.date.saturating_add(1.day());
        derived.refresh(&session, &screen, &ctx);
    }
    assert_eq!(derived.computed(), computed);
}

#[test]
fn an_edit_that_moves_no_figure_keeps_the_season() {
    let mut session = sample();
    let (screen, ctx) = (Screen::of(session.plan()), Context::default());
    let mut derived = Derived::synchronous();
    derived.refresh(&session, &screen, &ctx);
    let computed = derived.season.computed();
    session.apply(&Edit::SetPlanNotes("Nothing that counts.".to_owned())).unwrap();
    derived.refresh(&session, &screen, &ctx);
    assert_eq!(derived.season.computed(), computed);
    assert!(!every_short(&derived, &session).contains(&None));
}

#[test]
fn an_edit_overtakes_figures_still_being_worked_out() {
    let mut session = sample();
    let (screen, ctx) = (Screen::of(session.plan()), Context::default());
    let mut derived = Derived::default();
    derived.refresh(&session, &screen, &ctx);
    let injured = session.plan().players.iter().find(|player| !player.injuries.is_empty()).unwrap();
    let mut healthy = injured.as_ref().clone();
    healthy.injuries.clear();
    session.apply(&Edit::PutPlayer { player: healthy.into(), what: "injury".to_owned() }).unwrap();
    refresh_until_known(&mut derived, &session, &screen, &ctx);

    let mut at_once = Derived::synchronous();
    at_once.refresh(&session, &screen, &ctx);
    assert_eq!(every_short(&derived, &session), every_short(&at_once, &session));
}

#[test]
fn the_season_shown_ends_with_the_window_it_leads_to() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    for (as_of, from) in
        [("2025-09-25", "2025-09-01"), ("2026-03-10", "2025-09-01"), ("2025-07-20", "2025-07-01")]
    {
        assert_eq!(season_span(day(as_of)), (day(from), day("2026-08-31")), "as of {as_of}");
    }
}

#[test]
fn a_healthy_player_who_is_not_here_yet_is_fit_and_it_is_said_that_he_is_away() {
    let session = sample();
    let (mut screen, ctx) = (Screen::of(session.plan()), Context::default());
    let mut derived = Derived::synchronous();
    let mut facts_of = |player: &str, scenario: &str| {
        screen.selected = Some(player.parse().unwrap());
        screen.scenario = scenario.parse().unwrap();
        derived.refresh(&session, &screen, &ctx);
        derived.facts(session.plan(), &screen)
    };
    let guehi = facts_of("marc-guehi", "january-push");
    assert!(guehi.fit_today.is_some_and(|chance| chance > 0.99), "{guehi:?}");
    assert!(guehi.fitness.iter().all(|(_, chance)| *chance > 0.8), "{guehi:?}");
    assert_eq!(guehi.away_words, "Not here before 1 Jan 2026.");
    assert_eq!(facts_of("marc-guehi", "do-nothing").away_words, "Not here, and no move brings him.");

    let leoni = facts_of("giovanni-leoni", "do-nothing");
    assert_eq!(leoni.away_words, "", "he is here, and hurt");
    assert!(
        leoni
            .fitness_words
            .starts_with("Reported 7\u{2013}9 months (24 Apr \u{2013} 24 Jun 2026). We reckon")
    );
}
