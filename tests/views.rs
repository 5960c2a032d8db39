//! A picture of every view in both themes, drawn by our own rasteriser and compared pixel by pixel.

#![cfg(feature = "ui")]

mod support;

use backline::model::Plan;
use backline::ui::picture::of_screen;
use backline::ui::raster::Size;
use backline::ui::screen::{Screen, View};
use backline::ui::theme::Theme;

fn plan() -> Plan {
    let text = include_str!("../saves/liverpool-2025-26-leoni.json");
    backline::store::parse(text.as_bytes(), "the Leoni sample").expect("the sample opens")
}

/// The screen of a story's turning point: the shown day lies inside the winter window.
fn screen(plan: &Plan, view: View) -> Screen {
    let mut screen = Screen::of(plan);
    screen.view = view;
    screen.date = "2026-01-24".parse().expect("a day");
    screen
}

fn assert_view(name: &str, change: impl Fn(&mut Screen), view: View, size: (f32, f32)) {
    assert_view_of(&plan(), name, change, view, size);
}

fn assert_view_of(
    plan: &Plan,
    name: &str,
    change: impl Fn(&mut Screen),
    view: View,
    (width, height): (f32, f32),
) {
    let mut screen = screen(plan, view);
    change(&mut screen);
    for theme in Theme::ALL {
        let size = Size { width, height, scale: 1.0 };
        let image = of_screen(plan, &screen, size, theme).expect("a picture of that size");
        support::assert_picture(&format!("{name}_{}", theme.name()), &image);
    }
}

const WIDE: (f32, f32) = (1440.0, 900.0);

#[test]
fn the_board_in_a_wide_window() {
    assert_view("board", |_| {}, View::Board, WIDE);
}

#[test]
fn the_board_in_a_small_window() {
    assert_view("board_small", |_| {}, View::Board, (1100.0, 700.0));
}

#[test]
fn the_whole_pitch() {
    assert_view("pitch", |screen| screen.whole_pitch = true, View::Board, WIDE);
}

#[test]
fn the_timeline() {
    assert_view("timeline", |_| {}, View::Timeline, WIDE);
}

#[test]
fn the_calendar() {
    assert_view("calendar", |_| {}, View::Calendar, WIDE);
}

#[test]
fn the_assumptions() {
    assert_view("assumptions", |_| {}, View::Assumptions, WIDE);
}

#[test]
fn the_targets() {
    // A plan with several of them.
    let text = include_str!("../saves/real-madrid-2026-rebuild.json");
    let plan = backline::store::parse(text.as_bytes(), "the Madrid sample").expect("the sample opens");
    assert_view_of(&plan, "targets", |_| {}, View::Targets, WIDE);
}

#[test]
fn the_squad() {
    assert_view("squad", |_| {}, View::Squad, WIDE);
}

#[test]
fn the_squad_in_a_small_window() {
    assert_view("squad_small", |_| {}, View::Squad, (1100.0, 700.0));
}
