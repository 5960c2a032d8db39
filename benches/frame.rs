//! What a frame of every view costs while the date is dragged, on a plan with thirty centre-backs.
//!
//! Prints a row for each view, and ends with 1 when one is over its limit.

#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

mod frames;
mod table;

use std::process::ExitCode;

use backline::edit::{Edit, apply};
use backline::model::{Plan, PlayerId};
use backline::store;
use backline::ui::screen::{Screen, View};
use jiff::ToSpan as _;

const PLAYERS: usize = 30;
/// What a frame may cost, milliseconds.
const LIMIT: f64 = 2.0;

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
        plan = apply(&plan, &Edit::PutPlayer { player: Box::new(player), what: String::new() })
            .expect("he is new");
        for scenario in plan.scenarios.clone() {
            let slot = if n % 2 == 0 { "lcb" } else { "rcb" }.parse().expect("a slot");
            let place = Edit::Place { scenario: scenario.id, player: id.clone(), slot, rank: n };
            plan = apply(&plan, &place).expect("there is room");
        }
    }
    plan
}

fn main() -> ExitCode {
    let plan = plan();
    let first = Screen::of(&plan).date;
    let mut fine = true;
    for view in View::ALL {
        let cost = frames::cost(&plan, view, |desk, frame| {
            desk.screen.date = first.saturating_add((frame as i64 % 300).days());
            Vec::new()
        });
        let what = format!("frame, {}, {PLAYERS} centre-backs, date dragged", view.name().to_lowercase());
        fine &= table::row(&what, cost, ("limit", LIMIT));
    }
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
