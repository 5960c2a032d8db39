//! Every view in every size a window may have, on plans with too much in them and with hardly anything.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::screen::View;
use super::testing::{Window, click, sample, window};
use crate::model::{Club, Currency, Plan, Player, PlayerKind, words};

/// From a telephone's to a large screen's, and text at 150 per cent in a usual one.
const SIZES: [[f32; 2]; 6] =
    [[320.0, 240.0], [700.0, 500.0], [960.0, 600.0], [1100.0, 700.0], [1440.0, 900.0], [2560.0, 1440.0]];
const NAMES: [&str; 4] = [
    "January push for two centre-backs",
    "Wait for the free agents of summer 2026",
    "Sell Konaté in January and rebuild",
    "Do nothing and trust the academy",
];

/// Four scenarios with long names, and nine players with long names at one slot.
fn crowded() -> Plan {
    let mut plan = sample();
    plan.name = "Brighton & Hove Albion, the long-term plan for 2025–26".to_owned();
    let mut fourth = plan.scenarios.first().unwrap().clone();
    fourth.id = "academy".parse().unwrap();
    plan.scenarios.push(fourth);
    let long = ["Sokratis Papastathopoulos", "Pierre-Emerick Aubameyang", "Trent Alexander-Arnold"];
    let ids: Vec<_> = (0..9_usize)
        .map(|at| {
            let name = format!("{} {}", long[at % long.len()], words::ordinal(at + 1));
            let player = Player::new(format!("long-{at}").parse().unwrap(), name, PlayerKind::Squad);
            plan.players.push(std::sync::Arc::new(player.clone()));
            player.id
        })
        .collect();
    for (scenario, name) in plan.scenarios.iter_mut().zip(NAMES) {
        name.clone_into(&mut scenario.name);
        scenario.charts.insert("lcb".parse().unwrap(), ids.clone());
    }
    plan
}

fn empty() -> Plan {
    Plan::new("Empty", Club::named("Home"), "2025-09-25".parse().unwrap(), Currency::GBP)
}

fn of_one() -> Plan {
    let mut plan = empty();
    let mut player = Player::new("one".parse().unwrap(), "One", PlayerKind::Squad);
    player.club = None;
    plan.players.push(std::sync::Arc::new(player));
    plan
}

#[test]
fn every_view_is_drawn_in_every_size() {
    for plan in [crowded(), empty(), of_one()] {
        let mut window = window(plan, View::Board);
        for view in View::ALL {
            window.state_mut().desk.screen.view = view;
            for size in SIZES {
                window.set_size(size.into());
                window.run();
                assert!(window.query_all_by_role(Role::Tab).count() > 0, "{view:?} {size:?}");
            }
        }
    }
}

/// Which scenarios have a tab that can be seen.
#[track_caller]
fn seen_tabs(window: &Window) -> Vec<&'static str> {
    let bar = window.ctx.content_rect();
    let undo = window.get_by_label("Nothing to undo").rect();
    let seen = NAMES.into_iter().filter(|name| {
        let Some(tab) = window.query_by_role_and_label(Role::Tab, name) else { return false };
        assert!(
            bar.contains_rect(tab.rect()) && tab.rect().right() <= undo.left(),
            "{name}: {:?}",
            tab.rect()
        );
        true
    });
    let seen = seen.collect();
    let add = window.get_by_label("New scenario").rect();
    assert!(add.right() <= undo.left(), "{add:?}");
    seen
}

#[test]
fn four_long_names_find_room_for_their_tabs_in_a_small_window() {
    let mut window = window(crowded(), View::Squad);
    for size in [[1100.0, 700.0], [1280.0, 800.0], [1440.0, 900.0]] {
        window.set_size(size.into());
        window.run();
        assert_eq!(seen_tabs(&window), NAMES, "{size:?}");
    }
}

#[test]
fn tabs_without_room_wait_in_a_menu_and_the_shown_one_never_does() {
    let mut window = window(crowded(), View::Squad);
    window.set_size([800.0, 600.0].into());
    window.run();
    let [first, .., last] = NAMES;
    assert!(seen_tabs(&window).contains(&first) && !seen_tabs(&window).contains(&last));
    let hidden = NAMES.len() - seen_tabs(&window).len();
    click(&mut window, &format!("{hidden} more scenarios"));
    window.get_by_role_and_label(Role::Button, &format!("\u{25cf} {last}")).click();
    window.run();
    assert_eq!(window.state().desk.screen.scenario.as_str(), "academy");
    assert!(seen_tabs(&window).contains(&last), "{:?}", seen_tabs(&window));
}

/// The least sizes that are promised: a small window, and 1100 × 700 with text at 130 and 150 per cent.
const LEAST: [[f32; 2]; 3] = [[900.0, 600.0], [846.0, 538.0], [733.0, 466.0]];

#[test]
fn the_board_is_whole_in_the_least_windows() {
    for size in LEAST {
        let mut window = window(sample(), View::Board);
        window.set_size(size.into());
        window.run();
        let room = window.ctx.content_rect();
        let unit = window.get_by_label("Unit: Centre-backs").rect();
        let formation = window.get_by_label_contains("Formation: ").rect();
        assert!(!unit.intersects(formation), "{size:?}: {unit} {formation}");
        for view in View::ALL {
            let tab = window.get_by_role_and_label(Role::Tab, view.name()).rect();
            assert!(room.contains_rect(tab), "{size:?}, {view:?}: {tab}");
        }
        let add = window.get_by_label("New scenario").rect();
        let undo = window.get_by_label("Nothing to undo").rect();
        assert!(add.right() <= undo.left(), "{size:?}: {add} {undo}");
        let figures: Vec<_> = window.get_all_by_label_contains("at least").map(|node| node.rect()).collect();
        assert_eq!(figures.len(), 3, "{size:?}");
        assert!(figures.iter().all(|figure| room.contains_rect(*figure) && figure.width() >= 60.0));
    }
}

#[test]
fn a_small_window_shows_the_players_or_the_one_who_is_open() {
    let mut window = window(sample(), View::Board);
    window.set_size([733.0, 466.0].into());
    window.run();
    assert!(window.query_by_label("Filter players").is_none());
    click(&mut window, "Show the players instead of the inspector");
    assert_eq!(window.state().desk.screen.selected, None);
    window.get_by_label("Filter players");
    window.set_size([1100.0, 700.0].into());
    window.run();
    assert!(window.query_by_label("Show the players instead of the inspector").is_none());
}
