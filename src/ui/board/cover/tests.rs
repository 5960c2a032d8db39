//! The panel as a user sees it.

use egui::Key;
use egui_kittest::kittest::Queryable as _;

use crate::edit::Edit;
use crate::model::Plan;
use crate::ui::screen::View;
use crate::ui::testing::{Window, click, sample, window};
use crate::ui::theme::Tone;

fn on(plan: Plan, scenario: &str, date: &str) -> Window {
    let mut window = window(plan, View::Board);
    let screen = &mut window.state_mut().desk.screen;
    screen.scenario = scenario.parse().unwrap();
    screen.date = date.parse().unwrap();
    window.run();
    window
}

fn figure<'a>(window: &'a Window, label: &'a str) -> String {
    let found = window.get_all_by_role(egui::accesskit::Role::Button);
    let names: Vec<String> =
        found.filter_map(|node| egui_kittest::kittest::NodeT::accesskit_node(&node).label()).collect();
    names
        .iter()
        .find(|name| name.starts_with(label))
        .unwrap_or_else(|| panic!("{label} in {names:?}"))
        .clone()
}

#[test]
fn a_figure_says_how_it_was_made() {
    let mut window = on(sample(), "january-push", "2026-01-24");
    let name = figure(&window, "at least 3 fit");
    click(&mut window, &name);
    for words in [
        "At least 3 of 5 centre-backs on 24 Jan 2026",
        "50\u{a0}% to be here · usual injuries of a squad player",
    ] {
        window.get_by_value(words);
    }
    for player in ["Virgil van Dijk", "Ibrahima Konaté", "Joe Gomez", "Giovanni Leoni", "Marc Guéhi"] {
        assert!(window.query_all_by_value(player).count() > 0, "{player}");
    }
    window.get_by_value("Injuries per season, first choice");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_value("At least 3 of 5 centre-backs on 24 Jan 2026").is_none());
}

#[test]
fn the_assumptions_are_one_click_from_the_figure() {
    let mut window = on(sample(), "january-push", "2026-01-24");
    let name = figure(&window, "at least 2 fit");
    click(&mut window, &name);
    click(&mut window, "Change assumptions");
    assert_eq!(window.state().desk.screen.view, View::Assumptions);
}

#[test]
fn the_baseline_has_nothing_to_be_compared_with() {
    let plan = sample();
    let january = figure(&on(plan.clone(), "january-push", "2026-01-24"), "at least 3 fit");
    assert!(january.contains(", +"), "{january}");
    let baseline = figure(&on(plan.clone(), "do-nothing", "2026-01-24"), "at least 3 fit");
    assert!(!baseline.contains(','), "{baseline}");
    let season = figure(&on(plan, "january-push", "2026-01-24"), "short of 3 on some matchday to May");
    assert!(season.contains("with Do nothing"), "{season}");
}

#[test]
fn to_be_short_for_sure_is_no_good_news() {
    let tones = [0.991, 0.5, 0.05].map(super::tone_of_short);
    assert_eq!(tones, [Tone::Bad, Tone::Warn, Tone::Neutral]);
}

#[test]
fn the_season_names_its_matchdays_and_its_method() {
    let mut window = on(sample(), "january-push", "2026-01-24");
    let name = figure(&window, "short of 3");
    click(&mut window, &name);
    for words in ["33 imported", "27 Sep 2025 to 24 May 2026", "worked out exactly"] {
        window.get_by_value(words);
    }
}

#[test]
fn without_matchdays_the_panel_sends_to_the_calendar_and_assumes_none() {
    let mut plan = sample();
    plan.matchdays.clear();
    let mut window = on(plan, "january-push", "2026-01-24");
    click(&mut window, "No matchdays in this plan: add them in Calendar");
    assert_eq!(window.state().desk.screen.view, View::Calendar);
}

#[test]
fn a_contract_that_ended_yesterday_counts_no_more() {
    let mut window = on(sample(), "do-nothing", "2026-06-30");
    let before = figure(&window, "at least 2 fit");
    window.state_mut().desk.screen.date = "2026-07-01".parse().unwrap();
    window.run();
    let after = figure(&window, "at least 2 fit");
    assert_ne!(before, after);
    click(&mut window, &after);
    window.get_by_value("here until 30 Jun 2026");
}

#[test]
fn an_injury_without_a_range_or_with_one_the_wrong_way_round_still_gets_true_words() {
    let mut plan = sample();
    let leoni = plan.player(&"giovanni-leoni".parse().unwrap()).unwrap().clone();
    let mut without = leoni.clone();
    without.injuries[0].back = None;
    without.injuries[0].layoff = None;
    let mut backwards = leoni.clone();
    let start = backwards.injuries[0].start;
    backwards.injuries[0].layoff = None;
    backwards.injuries[0].back = Some(
        serde_json::from_value(serde_json::json!({
            "earliest": start.checked_add(jiff::Span::new().days(200)).unwrap(),
            "latest": start.checked_add(jiff::Span::new().days(100)).unwrap(),
        }))
        .unwrap(),
    );
    for player in [without, backwards] {
        let edit = Edit::PutPlayer { player: player.into(), what: "injury".into() };
        plan = crate::edit::apply(&plan, &edit).unwrap();
        let mut window = on(plan.clone(), "do-nothing", "2025-12-01");
        let name = figure(&window, "at least 2 fit");
        click(&mut window, &name);
        let said = |node: egui_kittest::Node<'_>| {
            egui_kittest::kittest::NodeT::accesskit_node(&node)
                .value()
                .is_some_and(|words| words.starts_with("ACL: we reckon he is back "))
        };
        let lines = window.get_all_by_role(egui::accesskit::Role::Label);
        assert!(lines.into_iter().any(said));
    }
}

#[test]
fn a_day_beyond_the_forecast_says_where_it_ends() {
    let window = on(sample(), "january-push", "2030-01-24");
    let name = figure(&window, "at least 2 fit");
    assert!(name.contains("forecast ends 30 Jun 2027"), "{name}");
}

#[test]
fn where_matchdays_are_added_is_said_within_the_panel_however_small_it_is() {
    let window = on(sample(), "do-nothing", "2026-01-24");
    let words = "No matchdays to come this season: add them in Calendar";
    let brief = "Add matchdays";
    let mut output = window.ctx.run_ui(egui::RawInput::default(), |ui| {
        for room in [egui::vec2(66.0, 44.0), egui::vec2(110.0, 76.0), egui::vec2(260.0, 76.0)] {
            let (galley, icon) = super::no_matchdays_words(ui, room, words, brief, egui::Color32::WHITE);
            assert!(icon + galley.size().y <= room.y && galley.size().x <= room.x, "{room:?}");
            assert!(!galley.elided, "{room:?}");
        }
    });
    output.textures_delta.clear();
}
