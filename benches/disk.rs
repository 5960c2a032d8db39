//! Opening, editing and saving, beside the least that any program could do with the same bytes.
//!
//! Opening is held against plain `serde_json` reading into a `Value`, saving against writing and flushing the same bytes.

#![expect(clippy::print_stdout, reason = "a bench reports on the terminal")]

mod median;
mod table;

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use backline::edit::{Edit, Session};
use backline::model::{Plan, PlayerId, PlayerKind, ReportId, ScenarioId};
use backline::store;

const RUNS: usize = 7;
const PLAYERS: usize = 10_000;
const REPORTS: usize = 50_000;
const SCENARIOS: usize = 20;
/// What an edit may take: no frame waits for it, milliseconds.
const EDIT_LIMIT: f64 = 16.0;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<ExitCode> {
    let folder = tempfile::tempdir()?;
    let sample = store::parse(include_bytes!("../saves/liverpool-2025-26-leoni.json"), "the Leoni sample")?;
    let large = grown(&sample)?;
    for (name, plan) in [("a sample", &sample), ("10,000 players and 50,000 reports", &large)] {
        let bytes = store::to_json(plan).into_bytes();
        let what = |what: &str| format!("{what} {name}, {:.1} MB", bytes.len() as f64 / 1e6);
        let file = folder.path().join("plan.json");
        store::save(&file, plan, None)?;
        let open = median(|| Ok(store::open(&file)?))?;
        let parse = median(|| {
            let text = std::fs::read(&file)?;
            Ok(serde_json::from_slice::<serde_json::Value>(&text)?)
        })?;
        table::row(&what("open"), open, ("floor", parse));
        let save = median(|| Ok(store::save(&file, plan, None)?))?;
        let write = median(|| flushed(&folder.path().join("bytes"), &bytes))?;
        table::row(&what("save"), save, ("floor", write));
    }
    let mut session = Session::new(large);
    let mut notes = 0;
    let edit = median(|| {
        notes += 1;
        session.apply(&Edit::SetPlanNotes(format!("Note {notes}")))?;
        Ok(())
    })?;
    let what = "one edit, 10,000 players, 50,000 reports, 20 scenarios";
    let within = table::row(what, edit, ("limit", EDIT_LIMIT));
    Ok(if within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn flushed(path: &Path, bytes: &[u8]) -> Outcome<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// The sample with as many targets, reports and scenarios as a whole league's scouts would gather.
fn grown(sample: &Plan) -> Outcome<Plan> {
    let mut plan = sample.clone();
    let player = plan.players.first().ok_or("the sample has players")?.clone();
    let report = plan.reports.first().ok_or("the sample has reports")?.clone();
    let scenario = plan.scenarios.first().ok_or("the sample has scenarios")?.clone();
    for n in plan.players.len()..PLAYERS {
        let mut copy = (*player).clone();
        (copy.id, copy.kind) = (format!("player-{n}").parse::<PlayerId>()?, PlayerKind::Target);
        copy.name = format!("Player {n}");
        plan.players.push(Arc::new(copy));
    }
    for n in plan.reports.len()..REPORTS {
        let mut copy = (*report).clone();
        copy.id = format!("report-{n}").parse::<ReportId>()?;
        copy.player = plan.players.get(n % PLAYERS).ok_or("there are as many players")?.id.clone();
        plan.reports.push(Arc::new(copy));
    }
    for n in plan.scenarios.len()..SCENARIOS {
        let mut copy = scenario.clone();
        copy.id = format!("scenario-{n}").parse::<ScenarioId>()?;
        copy.name = format!("Scenario {n}");
        plan.scenarios.push(copy);
    }
    Ok(plan)
}

/// The median time of some runs that all succeed, milliseconds.
fn median<T>(mut work: impl FnMut() -> Outcome<T>) -> Outcome<f64> {
    let mut failed = None;
    let time = median::median(RUNS, || match black_box(work()) {
        Ok(_) => {}
        Err(error) => failed = Some(error),
    });
    failed.map_or(Ok(time), Err)
}
