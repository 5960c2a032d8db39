//! A plan as large as a whole league's scouts would gather: it opens, draws, changes and saves like any other.

use std::sync::Arc;

use super::desktop::Desktop;
use super::user::Deed;
use crate::edit::Edit;
use crate::model::{Plan, PlayerKind, ReportId};
use crate::store;
use crate::ui::command::{Action, Command, FileCommand};
use crate::ui::screen::View;
use crate::ui::testing;

const PLAYERS: usize = 10_000;
const REPORTS: usize = 50_000;
const SCENARIOS: usize = 20;

/// The sample with so many targets, reports and scenarios.
fn large() -> Plan {
    let mut plan = testing::sample();
    let (player, report) = (plan.players[0].clone(), plan.reports[0].clone());
    for n in plan.players.len()..PLAYERS {
        let mut copy = (*player).clone();
        (copy.id, copy.kind) = (format!("player-{n}").parse().unwrap(), PlayerKind::Target);
        copy.name = format!("Player {n}");
        plan.players.push(Arc::new(copy));
    }
    for n in plan.reports.len()..REPORTS {
        let mut copy = (*report).clone();
        copy.id = format!("report-{n}").parse::<ReportId>().unwrap();
        copy.player = plan.players[n % PLAYERS].id.clone();
        plan.reports.push(Arc::new(copy));
    }
    for n in plan.scenarios.len()..SCENARIOS {
        let mut copy = plan.scenarios[0].clone();
        copy.id = format!("scenario-{n}").parse().unwrap();
        copy.name = format!("Scenario {n}");
        plan.scenarios.push(copy);
    }
    plan
}

#[test]
fn ten_thousand_players_open_draw_change_and_save() {
    let home = tempfile::tempdir().unwrap();
    let plan = large();
    let mut desktop = Desktop::new(home.path(), &plan);
    assert_eq!(*desktop.plan().unwrap(), plan, "it is not the plan that was opened");
    let mut ask = |command| {
        desktop.carry_out(Deed::Ask(command));
        desktop.plan().unwrap()
    };
    let last = plan.players.last().unwrap().clone();
    let place = Edit::Place {
        scenario: plan.scenarios.last().unwrap().id.clone(),
        player: last.id.clone(),
        slot: "lcb".parse().unwrap(),
        rank: 0,
    };
    let placed = ask(Command::Edit(place));
    assert_eq!(placed.scenarios[SCENARIOS - 1].chart(&"lcb".parse().unwrap())[0], last.id);
    for view in View::ALL {
        ask(Command::ShowScenario(placed.scenarios[SCENARIOS - 1].id.clone()));
        ask(Command::Show(view));
        // Each of these is seen in the frame after it.
        ask(Command::Select(Some(last.id.clone())));
        ask(Command::ShowDate("2026-01-24".parse().unwrap()));
    }
    let undone = ask(Command::Do(Action::Undo));
    assert_eq!(*undone, plan);
    assert_eq!(ask(Command::Do(Action::Redo)), placed);
    ask(Command::File(FileCommand::Save));
    assert_eq!(store::open(&desktop.plan).unwrap().plan, *placed);
}
