//! The date bar and the timeline by pointer and by keyboard.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::ToSpan as _;

use crate::edit::Session;
use crate::model::{Date, Injury};
use crate::ui::desk::Desk;
use crate::ui::screen::View;
use crate::ui::theme;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The sample on the desk, as wide as a window, showing `view`.
fn desk(view: View) -> Harness<'static, Desk> {
    let text = include_str!("../../../saves/liverpool-2025-26-leoni.json");
    let mut desk = Desk::for_picture(Session::new(serde_json::from_str(text).unwrap()));
    desk.screen.view = view;
    let mut installed = false;
    let app = move |ui: &mut egui::Ui, desk: &mut Desk| {
        if !installed {
            theme::install(ui.ctx());
            ui.request_repaint();
            installed = true;
            return;
        }
        desk.refresh(ui.ctx());
        let mut commands = Vec::new();
        desk.ui(ui, &mut commands);
        for command in commands {
            assert_eq!(desk.act(command), None);
        }
    };
    let mut harness = Harness::builder().with_size((1440.0, 900.0)).build_ui_state(app, desk);
    harness.run();
    harness
}

/// Takes hold at `from`, goes to `to` in two steps, and lets go unless `hold`.
fn drag(harness: &mut Harness<'static, Desk>, from: Pos2, to: Pos2, hold: bool) {
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(Event::PointerMoved(from));
    harness.run();
    harness.event(button(from, true));
    harness.run();
    for at in [from.lerp(to, 0.5), to] {
        harness.event(Event::PointerMoved(at));
        harness.run();
    }
    if !hold {
        harness.event(button(to, false));
        harness.run();
    }
}

/// Whether something explains itself to a pointer that rests at `at`.
fn explains(harness: &mut Harness<'static, Desk>, at: Pos2) -> bool {
    harness.event(Event::PointerMoved(at));
    harness.run_steps(60);
    let layers = harness.ctx.memory(|memory| memory.areas().visible_layer_ids());
    layers.iter().any(|layer| layer.order == egui::Order::Tooltip)
}

fn grip(harness: &Harness<'static, Desk>, part: &str) -> Pos2 {
    harness.get_by_label_contains(part).rect().center()
}

fn leoni(desk: &Desk) -> &Injury {
    &desk.session.plan().player(&"giovanni-leoni".parse().unwrap()).unwrap().injuries[0]
}

#[test]
fn dragging_the_date_bar_moves_the_date_without_computing_or_drawing_curves_anew() {
    let mut harness = desk(View::Board);
    let bar = harness.get_by_label("Shown date").rect();
    drag(&mut harness, bar.center(), bar.center() + egui::vec2(120.0, 0.0), true);
    let (shown, computed, drawn) = {
        let desk = harness.state();
        (desk.screen.date, desk.derived().computed(), desk.curves_drawn())
    };
    for step in 1..40_u8 {
        let at = bar.center() + egui::vec2(120.0 + f32::from(step), 0.0);
        harness.event(Event::PointerMoved(at));
        harness.run();
    }
    let desk = harness.state();
    assert!(desk.screen.date > shown, "{}", desk.screen.date);
    assert_eq!((desk.derived().computed(), desk.curves_drawn()), (computed, drawn));
    assert_eq!(desk.session.history().undo_label(), None, "the shown date is no part of the plan");
}

#[test]
fn nothing_covers_the_figures_when_the_date_handle_is_let_go() {
    let mut harness = desk(View::Board);
    let from = harness.get_by_label("Shown date").rect().center();
    let to = from + egui::vec2(120.0, 0.0);
    drag(&mut harness, from, to, false);
    assert!(!explains(&mut harness, to + egui::vec2(2.0, 0.0)), "the board is looked at");
    assert!(explains(&mut harness, to + egui::vec2(150.0, 0.0)), "the pointer has gone on to another day");
    assert!(explains(&mut harness, to), "and may come back");
}

#[test]
fn an_edge_just_let_go_explains_itself_only_once_the_pointer_has_been_away() {
    let mut harness = desk(View::Timeline);
    let edge = grip(&harness, "Leoni: reported back 24 Apr 2026 at the earliest");
    let to = edge - egui::vec2(60.0, 0.0);
    drag(&mut harness, edge, to, false);
    assert!(!explains(&mut harness, to + egui::vec2(2.0, 0.0)), "the row below can be seen");
    explains(&mut harness, to + egui::vec2(0.0, 300.0));
    assert!(explains(&mut harness, to));
}

#[test]
fn a_row_says_how_old_he_is_on_the_shown_day() {
    let mut harness = desk(View::Timeline);
    harness.get_by_label_contains("Giovanni Leoni, 18 ");
    harness.state_mut().screen.date = day("2026-01-24");
    harness.run();
    harness.get_by_label_contains("Giovanni Leoni, 19 ");
}

#[test]
fn the_date_moves_by_day_week_and_month_and_back_to_the_as_of_date() {
    for view in [View::Board, View::Timeline] {
        let mut harness = desk(view);
        harness.get_by_label("Shown date").focus();
        harness.run();
        let mut press = |modifiers, key| {
            harness.key_press_modifiers(modifiers, key);
            harness.run();
            harness.state().screen.date
        };
        assert_eq!(press(Modifiers::NONE, Key::ArrowRight), day("2025-09-26"));
        assert_eq!(press(Modifiers::SHIFT, Key::ArrowRight), day("2025-10-03"));
        assert_eq!(press(Modifiers::NONE, Key::PageDown), day("2025-11-03"));
        assert_eq!(press(Modifiers::NONE, Key::ArrowLeft), day("2025-11-02"));
        assert_eq!(press(Modifiers::NONE, Key::Home), day("2025-09-25"));
    }
}

#[test]
fn a_date_is_typed_after_enter() {
    let mut harness = desk(View::Board);
    harness.get_by_label("Shown date").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Show the day").type_text("24 Jan 2026");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().screen.date, day("2026-01-24"));
}

#[test]
fn dragging_an_edge_of_an_injury_is_one_step_that_can_be_undone() {
    let mut harness = desk(View::Timeline);
    let before = leoni(harness.state()).clone();
    let edge = grip(&harness, "Leoni: reported back 24 Apr 2026 at the earliest");
    drag(&mut harness, edge, edge - egui::vec2(60.0, 0.0), false);
    let after = leoni(harness.state()).clone();
    assert!(after.reported_days().unwrap().0 < before.reported_days().unwrap().0, "{after:?}");
    assert_eq!(harness.state_mut().session.undo().as_deref(), Some("change Leoni\u{2019}s injury"));
    assert_eq!(leoni(harness.state()), &before);
    assert_eq!(harness.state().session.history().undo_label(), None);
}

#[test]
fn the_edge_that_is_dragged_is_the_day_that_is_reported() {
    let mut harness = desk(View::Timeline);
    let grips = |harness: &Harness<'static, Desk>| {
        ["reported back 24 Apr 2026 at the earliest", "reported back 24 Jun 2026 at the latest"]
            .map(|part| grip(harness, part))
    };
    let [_, latest] = grips(&harness);
    drag(&mut harness, latest, latest + egui::vec2(80.0, 0.0), false);
    let (_, reported) = leoni(harness.state()).reported_return().unwrap();
    assert!(reported > day("2026-06-24"));
    let name = format!("Leoni: reported back {} at the latest", crate::model::words::date(reported));
    harness.event(Event::PointerMoved(Pos2::ZERO));
    harness.run();
    assert!((grip(&harness, &name).x - latest.x - 80.0).abs() < 4.0, "the edge stays where it is let go");
}

#[test]
fn both_edges_of_a_single_figure_can_be_dragged() {
    let mut harness = desk(View::Timeline);
    let mut plan = (**harness.state().session.plan()).clone();
    let id: crate::model::PlayerId = "giovanni-leoni".parse().unwrap();
    let player = std::sync::Arc::make_mut(plan.players.iter_mut().find(|player| player.id == id).unwrap());
    let layoff = player.injuries[0].layoff.as_mut().unwrap();
    (layoff.min, layoff.max) = (8, 8);
    *harness.state_mut() = Desk::for_picture(Session::new(plan));
    harness.state_mut().screen.view = View::Timeline;
    harness.run();
    let before = leoni(harness.state()).reported_return().unwrap();
    let edge = grip(&harness, "at the earliest");
    drag(&mut harness, edge, edge - egui::vec2(60.0, 0.0), false);
    let after = leoni(harness.state()).reported_return().unwrap();
    assert!(after.0 < before.0 && after.1 == before.1, "{before:?} {after:?}");
}

#[test]
fn a_contract_is_typed_as_a_year() {
    let mut harness = desk(View::Timeline);
    harness.get_by_label_contains("Konaté: contract to 30 Jun 2026").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Last day of the contract").type_text("2029");
    harness.run();
    harness.get_by_label_contains("Enter sets 30 Jun 2029");
    harness.key_press(Key::Enter);
    harness.run();
    let plan = harness.state().session.plan();
    let konate = plan.player(&"ibrahima-konate".parse().unwrap()).unwrap();
    assert_eq!(konate.contract_until(), Some(day("2029-06-30")));
}

#[test]
fn escape_lets_go_of_an_edge_without_a_change() {
    let mut harness = desk(View::Timeline);
    let edge = grip(&harness, "Leoni: reported back 24 Apr 2026 at the earliest");
    drag(&mut harness, edge, edge - egui::vec2(60.0, 0.0), true);
    harness.key_press(Key::Escape);
    harness.run();
    harness.event(Event::PointerButton {
        pos: edge,
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    harness.run();
    assert_eq!(harness.state().session.history().undo_label(), None);
}

#[test]
fn a_move_is_dragged_from_the_winter_to_the_summer_window() {
    let mut harness = desk(View::Timeline);
    // By its words, not by its dot.
    let words = harness.get_by_label_contains("arrives 1 Jan").rect();
    assert!(words.width() > 4.0 * theme::size::DOT, "{words}");
    let winter = Pos2::new(words.right() - theme::size::DOT, words.center().y);
    let plan = harness.state().session.plan().clone();
    let summer = plan.window(&"summer-2026".parse().unwrap()).unwrap();
    let slider = harness.get_by_label("Shown date").rect();
    let axis = crate::ui::time::Axis::new(
        day("2025-09-01"),
        day("2026-08-31"),
        slider.left() + theme::size::GAP_L,
        slider.right() - theme::size::GAP_L,
    );
    let far = axis.x_mid(summer.opens.saturating_add(20.days())) - axis.x_mid(day("2026-01-01"));
    let to = Pos2::new(winter.x + far, winter.y);
    drag(&mut harness, winter, to, false);
    let desk = harness.state();
    let scenario = desk.screen.scenario(desk.session.plan()).unwrap();
    assert_eq!(scenario.moves[0].window.as_ref(), Some(&summer.id));
    assert_eq!(desk.session.history().undo_label(), Some("change the move of Guéhi"));
}

#[test]
fn a_key_moves_a_grip_and_enter_types_its_date() {
    let mut harness = desk(View::Timeline);
    harness.get_by_label_contains("arrives 1 Jan").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    let date = |harness: &Harness<'static, Desk>| {
        let desk = harness.state();
        desk.screen.scenario(desk.session.plan()).unwrap().moves[0].date
    };
    assert_eq!(date(&harness), Some(day("2026-01-08")));
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, "Day of the move").type_text("20 Mar 2026");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(date(&harness), Some(day("2026-03-20")));
}

#[test]
fn rows_are_walked_and_opened_by_keyboard() {
    let mut harness = desk(View::Timeline);
    harness.get_by_label_contains("Virgil van Dijk, 34").focus();
    harness.run();
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    let screen = &harness.state().screen;
    assert_eq!(screen.view, View::Board);
    assert_eq!(screen.selected, Some("ibrahima-konate".parse().unwrap()));
}

#[test]
fn the_wheel_zooms_and_the_menu_shows_four_years() {
    let mut harness = desk(View::Timeline);
    let later = "Virgil van Dijk: contract to 30 Jun 2027";
    assert!(harness.query_by_label(later).is_none(), "not within this season");
    harness.get_by_label_contains("This season").click();
    harness.run();
    harness.get_by_label("Four years").click();
    harness.run();
    let x = |harness: &Harness<'static, Desk>| harness.get_by_label(later).rect().center().x;
    let before = x(&harness);
    harness.event(Event::PointerMoved(Pos2::new(700.0, 200.0)));
    let wheel = Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 60.0),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    harness.event(wheel);
    harness.run();
    assert!(x(&harness) > before, "what lies right of the pointer moves away from it");
    harness.get_by_label_contains("As zoomed");
}

#[test]
fn an_injury_is_added_to_the_selected_player_on_the_shown_day() {
    let mut harness = desk(View::Timeline);
    let selected = harness.state().screen.selected.clone().unwrap();
    harness.get_by_label("Add an injury").click();
    harness.run();
    let plan = harness.state().session.plan();
    assert_eq!(plan.player(&selected).unwrap().injuries.last().unwrap().start, day("2025-09-25"));
}

#[test]
fn what_a_plan_does_not_know_is_said_or_left_out_and_nothing_breaks() {
    let mut harness = desk(View::Timeline);
    let mut plan = (**harness.state().session.plan()).clone();
    plan.windows.clear();
    plan.matchdays.clear();
    plan.as_of = day("2026-07-01");
    *harness.state_mut() = Desk::for_picture(Session::new(plan));
    harness.state_mut().screen.view = View::Timeline;
    harness.run();
    harness.get_by_label_contains("Ibrahima Konaté, 27");
    harness.state_mut().screen.unit = "no-such-unit".parse().unwrap();
    harness.run();
    harness.get_by_label("Go to the board").click();
    harness.run();
    assert_eq!(harness.state().screen.view, View::Board);
}
