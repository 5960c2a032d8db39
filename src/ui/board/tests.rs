//! The board as a user works with it: dragging, asking, keys.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, pos2};
use egui_kittest::kittest::Queryable as _;

use crate::model::{Currency, MoneyRange, MoveKind, PlayerId};
use crate::ui::screen::View;
use crate::ui::testing::{Window, board, drag, sample, window};

/// The middle of the card or row whose name begins so.
#[track_caller]
fn middle(window: &Window, name: &str) -> Pos2 {
    window.get_by_label_contains(name).rect().center()
}

fn chart(window: &Window, scenario: &str, slot: &str) -> Vec<String> {
    let plan = window.state().desk.session.plan();
    let scenario = plan.scenario(&scenario.parse().unwrap()).unwrap();
    scenario.chart(&slot.parse().unwrap()).iter().map(PlayerId::to_string).collect()
}

fn steps(window: &Window) -> usize {
    window.state().desk.session.history().steps()
}

const LEFT: [&str; 3] = ["virgil-van-dijk", "joe-gomez", "giovanni-leoni"];
const VAN_DIJK: &str = "Virgil van Dijk, first choice, left centre-back";
const LEONI: &str = "Giovanni Leoni, 3rd choice, left centre-back";
const KONATE: &str = "Ibrahima Konaté, first choice, right centre-back";

#[test]
fn a_target_dragged_onto_the_chart_joins_the_scenario_after_one_question() {
    let mut window = board("do-nothing");
    let (from, to) = (middle(&window, "Marc Guéhi, target"), middle(&window, LEONI));
    drag(&mut window, from, to);
    assert_eq!(chart(&window, "do-nothing", "lcb"), LEFT, "nothing happens before the answer");

    window.get_by_role_and_label(Role::TextInput, "Fee").focus();
    window.step();
    window.get_by_role_and_label(Role::TextInput, "Fee").type_text("35m");
    window.run();
    window.get_by_label("Add to Do nothing").click();
    window.run();

    let with_guehi = ["virgil-van-dijk", "joe-gomez", "marc-guehi", "giovanni-leoni"];
    assert_eq!(chart(&window, "do-nothing", "lcb"), with_guehi);
    let plan = window.state().desk.session.plan().clone();
    let mv = plan.scenario(&"do-nothing".parse().unwrap()).unwrap().moves.first().unwrap();
    assert_eq!((mv.kind, mv.window.as_ref().unwrap().as_str()), (MoveKind::Buy, "winter-2026"));
    let fee = mv.fee.as_ref().unwrap();
    assert_eq!((fee.low, fee.estimate), (35_000_000, true));
    assert_eq!(steps(&window), 1, "the move and the place are one step");

    window.state_mut().desk.session.undo();
    assert_eq!(**window.state().desk.session.plan(), sample());
}

#[test]
fn a_wrong_answer_keeps_the_keyboard_until_it_is_mended() {
    let mut window = board("do-nothing");
    let (from, to) = (middle(&window, "Marc Guéhi, target"), middle(&window, LEONI));
    drag(&mut window, from, to);
    let fee = |window: &Window| window.get_by_role_and_label(Role::TextInput, "Fee").is_focused();
    window.get_by_role_and_label(Role::TextInput, "Fee").type_text("much");
    window.run();
    window.get_by_label_contains("This is no amount");
    window.get_by_role_and_label(Role::TextInput, "Chance in per cent").focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(fee(&window), "the keyboard goes to what is wrong");
    window.get_by_role_and_label(Role::TextInput, "Fee").type_text("40m");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let plan = window.state().desk.session.plan().clone();
    let mv = plan.scenario(&"do-nothing".parse().unwrap()).unwrap().moves.first().unwrap();
    assert_eq!(mv.fee.as_ref().map(|fee| fee.low), Some(40_000_000));
}

#[test]
fn a_target_with_an_asking_price_is_bought_even_if_nobody_knows_his_club() {
    let mut plan = sample();
    let guehi = plan.players.iter_mut().find(|player| player.id == "marc-guehi").unwrap();
    let player = std::sync::Arc::make_mut(guehi);
    (player.club, player.contract) = (None, None);
    player.asking = Some(MoneyRange::exactly(5_000_000, Currency::GBP));
    let mut window = window(plan, View::Board);
    window.state_mut().desk.screen.scenario = "do-nothing".parse().unwrap();
    window.run();
    let (from, to) = (middle(&window, "Marc Guéhi, target"), middle(&window, LEONI));
    drag(&mut window, from, to);
    assert_eq!(window.get_by_role_and_label(Role::TextInput, "Fee").value().as_deref(), Some("\u{a3}5m"));
}

#[test]
fn a_cancelled_question_leaves_everything_as_it_was() {
    let mut window = board("do-nothing");
    let (from, to) = (middle(&window, "Marc Guéhi, target"), middle(&window, LEONI));
    drag(&mut window, from, to);
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Add to Do nothing").is_none());
    assert_eq!(steps(&window), 0);
}

#[test]
fn a_card_dragged_down_its_column_takes_the_rank_it_is_dropped_on() {
    let mut window = board("do-nothing");
    let (from, to) = (middle(&window, VAN_DIJK), middle(&window, LEONI));
    drag(&mut window, from, to);
    assert_eq!(chart(&window, "do-nothing", "lcb"), ["joe-gomez", "giovanni-leoni", "virgil-van-dijk"]);
    assert_eq!(steps(&window), 1);
}

#[test]
fn a_card_just_dropped_explains_itself_only_once_the_pointer_has_been_away() {
    let explained = |window: &Window| {
        let layers = window.ctx.memory(|memory| memory.areas().visible_layer_ids());
        layers.iter().any(|layer| layer.order == egui::Order::Tooltip)
    };
    let mut window = board("do-nothing");
    let (from, to) = (middle(&window, VAN_DIJK), middle(&window, LEONI));
    drag(&mut window, from, to);
    window.hover_at(to + egui::vec2(2.0, 0.0));
    window.run_steps(60);
    assert!(!explained(&window), "the card below can be seen");
    window.hover_at(from);
    window.run_steps(60);
    assert!(explained(&window), "other cards do");
    window.hover_at(to);
    window.run_steps(60);
    assert!(explained(&window), "and he does again");
}

#[test]
fn a_carried_card_is_seen_whole_at_every_edge() {
    let bounds = egui::Rect::from_min_size(Pos2::ZERO, egui::vec2(1440.0, 900.0));
    let size = egui::vec2(300.0, 70.0);
    for corner in [pos2(-40.0, -20.0), pos2(1400.0, 880.0), pos2(700.0, 400.0)] {
        assert!(bounds.contains_rect(super::seen_whole(bounds, corner, size)), "{corner}");
    }
    assert_eq!(super::seen_whole(bounds, pos2(700.0, 400.0), size).min, pos2(700.0, 400.0));
}

#[test]
fn escape_puts_a_carried_card_back() {
    let mut window = board("do-nothing");
    let (from, to) = (middle(&window, VAN_DIJK), middle(&window, KONATE));
    window.drag_at(from);
    window.step();
    window.hover_at(from + egui::vec2(40.0, 0.0));
    window.step();
    window.hover_at(to);
    window.step();
    window.key_press(Key::Escape);
    window.step();
    window.drop_at(to);
    window.run();
    assert_eq!(chart(&window, "do-nothing", "lcb"), LEFT);
    assert_eq!(steps(&window), 0);
}

#[test]
fn a_slot_that_holds_him_already_refuses_and_says_why() {
    let mut window = board("do-nothing");
    let from = middle(&window, "Joe Gomez, second choice, right centre-back");
    let to = middle(&window, VAN_DIJK);
    drag(&mut window, from, to);
    assert_eq!(steps(&window), 0);
    let said = window.state().said.join(" ");
    assert!(said.contains("Gomez already stands here, second choice"), "{said}");
}

#[test]
fn a_card_dropped_on_the_shelf_leaves_its_slot() {
    let mut window = board("do-nothing");
    let from = middle(&window, LEONI);
    drag(&mut window, from, pos2(180.0, 560.0));
    assert_eq!(chart(&window, "do-nothing", "lcb"), ["virgil-van-dijk", "joe-gomez"]);
}

#[test]
fn every_drag_has_its_keys() {
    let mut window = board("do-nothing");
    window.get_by_label_contains(VAN_DIJK).focus();
    window.run();
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    window.run();
    assert_eq!(chart(&window, "do-nothing", "lcb"), ["joe-gomez", "virgil-van-dijk", "giovanni-leoni"]);
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    window.run();
    assert_eq!(chart(&window, "do-nothing", "lcb"), ["joe-gomez", "giovanni-leoni"]);
    assert_eq!(chart(&window, "do-nothing", "rcb"), ["ibrahima-konate", "virgil-van-dijk", "joe-gomez"]);
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    window.run();
    assert_eq!(chart(&window, "do-nothing", "rcb").first().map(String::as_str), Some("virgil-van-dijk"));
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(chart(&window, "do-nothing", "rcb"), ["ibrahima-konate", "joe-gomez"]);
    assert_eq!(steps(&window), 4, "each key is one step");
}

#[test]
fn a_player_of_the_shelf_comes_onto_the_chart_by_keyboard() {
    let mut window = board("do-nothing");
    window.get_by_label_contains("Rhys Williams, not on this chart").focus();
    window.run();
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    window.run();
    assert_eq!(chart(&window, "do-nothing", "lcb").last().map(String::as_str), Some("rhys-williams"));
}

#[test]
fn the_menu_of_a_card_names_every_place() {
    let mut window = board("do-nothing");
    window.get_by_label_contains(VAN_DIJK).click_secondary();
    window.run();
    window.get_by_label("Right centre-back").click();
    window.run();
    window.get_by_label("second choice, right centre-back").click();
    window.run();
    assert_eq!(chart(&window, "do-nothing", "rcb"), ["ibrahima-konate", "virgil-van-dijk", "joe-gomez"]);
}

#[test]
fn a_back_three_opens_a_third_column_and_keeps_the_charts() {
    let mut window = board("do-nothing");
    window.get_by_label("Back three").click();
    window.run();
    assert_eq!(window.state().desk.session.plan().scenarios[2].formation, "3-4-2-1");
    assert_eq!(chart(&window, "do-nothing", "lcb"), LEFT);
}

#[test]
fn the_whole_pitch_takes_drags_too() {
    let mut window = board("do-nothing");
    window.get_by_label("Whole pitch").click();
    window.run();
    let (from, to) = (middle(&window, LEONI), middle(&window, KONATE));
    drag(&mut window, from, to);
    assert_eq!(chart(&window, "do-nothing", "rcb").first().map(String::as_str), Some("giovanni-leoni"));
}

#[test]
fn nothing_is_computed_while_nothing_changes() {
    let mut window = board("do-nothing");
    let before = window.state().desk.derived().computed();
    for x in 0..20_u8 {
        window.hover_at(pos2(400.0 + f32::from(x) * 20.0, 300.0));
        window.step();
    }
    assert_eq!(window.state().desk.derived().computed(), before);
}

#[test]
fn a_plan_without_a_scenario_offers_to_begin_one() {
    let mut plan = sample();
    plan.scenarios.clear();
    let mut window = window(plan, View::Board);
    window.get_all_by_label("New scenario").last().unwrap().click();
    window.run();
    let plan = window.state().desk.session.plan();
    assert_eq!(plan.scenarios.len(), 1);
    assert_eq!(window.state().desk.screen.scenario, plan.scenarios[0].id);
}

/// How far a card dropped 100 points from its place still is from it, so many seconds after.
fn offset_after(seconds: f64, reduced_motion: bool) -> f32 {
    let ctx = egui::Context::default();
    crate::ui::theme::reduce_motion(&ctx, reduced_motion);
    let (slot, player) = ("lcb".parse().unwrap(), "joe-gomez".parse().unwrap());
    let mut board = super::Board {
        settling: Some(super::Settling {
            slot: "lcb".parse().unwrap(),
            player: "joe-gomez".parse().unwrap(),
            from: pos2(100.0, 0.0),
            since: 10.0,
        }),
        ..super::Board::default()
    };
    let mut offset = egui::Vec2::ZERO;
    let input = egui::RawInput { time: Some(10.0 + seconds), ..egui::RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| offset = board.settle_offset(ui, &slot, &player, Pos2::ZERO));
    output.textures_delta.clear();
    offset.x
}

#[test]
fn a_dropped_card_settles_in_120_milliseconds_and_at_once_with_reduced_motion() {
    assert!((offset_after(0.0, false) - 100.0).abs() < 1e-3);
    let halfway = offset_after(0.06, false);
    assert!(0.0 < halfway && halfway < 60.0, "{halfway}");
    assert!(offset_after(0.1201, false).abs() < 1e-4);
    assert!(offset_after(0.0, true).abs() < 1e-4);
}
