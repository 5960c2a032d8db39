//! What a frame costs while the date is dragged, on a plan with thirty centre-backs: logic, ui and tessellation.
//!
//! Prints the median and the 95th percentile, and ends with 1 when the latter is over its limit.

#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

use std::process::ExitCode;
use std::time::Instant;

use backline::edit::{Edit, Session, apply};
use backline::model::{Plan, PlayerId};
use backline::store;
use backline::ui::desk::Desk;
use backline::ui::screen::View;
use backline::ui::theme;
use egui::{Context, Pos2, RawInput, Rect, vec2};
use jiff::ToSpan as _;

const FRAMES: i32 = 400;
const PLAYERS: usize = 30;
/// The 95th percentile may cost this much, milliseconds.
const LIMIT_MS: f64 = 2.0;

/// The Leoni sample with so many more centre-backs that thirty stand in the charts.
fn plan() -> Plan {
    let text = include_str!("../saves/liverpool-2025-26-leoni.json");
    let mut plan = store::parse(text.as_bytes(), "the Leoni sample").expect("the sample opens");
    let model = plan.players.first().expect("the sample has players").clone();
    let known = 5;
    for n in known..PLAYERS {
        let mut player = (*model).clone();
        player.name = format!("Centre-back {n}");
        player.id = PlayerId::new_for(&player.name, |_| false);
        let id = player.id.clone();
        plan =
            apply(&plan, &Edit::PutPlayer { player: player.into(), what: String::new() }).expect("he is new");
        for scenario in plan.scenarios.clone() {
            let slot = if n % 2 == 0 { "lcb" } else { "rcb" }.parse().expect("a slot");
            let place = Edit::Place { scenario: scenario.id, player: id.clone(), slot, rank: n };
            plan = apply(&plan, &place).expect("there is room");
        }
    }
    plan
}

fn main() -> ExitCode {
    let mut fine = true;
    for view in [View::Board, View::Timeline] {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut desk = Desk::for_picture(Session::new(plan()));
        desk.screen.view = view;
        let first = desk.screen.date;
        let mut times: Vec<f64> = (0..FRAMES + 20)
            .map(|frame| {
                let input = RawInput {
                    screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
                    time: Some(f64::from(frame) / 60.0),
                    ..RawInput::default()
                };
                desk.screen.date = first.saturating_add((frame % 300).days());
                let began = Instant::now();
                let output = ctx.run_ui(input, |ui| {
                    desk.refresh(ui.ctx());
                    desk.ui(ui, &mut Vec::new());
                });
                let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
                std::hint::black_box(primitives);
                began.elapsed().as_secs_f64() * 1e3
            })
            // The first frames work the forecast out and lay all text out for the first time.
            .skip(20)
            .collect();
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(f64::NAN);
        let (median, high) = (at(0.5), at(0.95));
        fine &= high <= LIMIT_MS;
        println!(
            "dragging the date, {PLAYERS} players, {}: median {median:.2} ms, 95th percentile {high:.2} ms, limit {LIMIT_MS} ms",
            view.name().to_lowercase()
        );
    }
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
