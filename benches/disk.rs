//! Opening, editing and saving, beside the least that any program could do with the same bytes.
//!
//! Opening is held against plain `serde_json` reading into a `Value`, saving against writing and flushing the same bytes.

#![expect(clippy::print_stdout, reason = "a bench reports on the terminal")]

use std::error::Error;
use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use backline::edit::{Edit, Session};
use backline::model::{Plan, PlayerId, PlayerKind, ReportId, ScenarioId};
use backline::store;

const RUNS: usize = 7;
const PLAYERS: usize = 10_000;
const REPORTS: usize = 50_000;
const SCENARIOS: usize = 20;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let sample = store::parse(include_bytes!("../saves/liverpool-2025-26-leoni.json"), "the Leoni sample")?;
    let large = grown(&sample)?;
    println!("{:<26}{:>10}{:>12}{:>12}{:>8}", "", "size", "backline", "floor", "ratio");
    for (name, plan) in [("sample", &sample), ("10,000 players", &large)] {
        let bytes = store::to_json(plan).into_bytes();
        let size = format!("{:.1} MB", bytes.len() as f64 / 1e6);
        let file = folder.path().join("plan.json");
        store::save(&file, plan, None)?;
        let open = median(|| Ok(store::open(&file)?))?;
        let parse = median(|| {
            let text = std::fs::read(&file)?;
            Ok(serde_json::from_slice::<serde_json::Value>(&text)?)
        })?;
        row(&format!("open, {name}"), &size, open, parse);
        let save = median(|| Ok(store::save(&file, plan, None)?))?;
        let write = median(|| flushed(&folder.path().join("bytes"), &bytes))?;
        row(&format!("save, {name}"), &size, save, write);
    }
    let mut session = Session::new(large);
    let mut notes = 0;
    let edit = median(|| {
        notes += 1;
        session.apply(&Edit::SetPlanNotes(format!("Note {notes}")))?;
        Ok(())
    })?;
    println!("one edit, {PLAYERS} players, {REPORTS} reports, {SCENARIOS} scenarios: {edit:.2} ms");
    Ok(())
}

fn row(what: &str, size: &str, ours: f64, floor: f64) {
    println!("{what:<26}{size:>10}{ours:>9.1} ms{floor:>9.1} ms{:>7.1}×", ours / floor);
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

/// The median time of some runs, milliseconds.
fn median<T>(mut work: impl FnMut() -> Outcome<T>) -> Outcome<f64> {
    black_box(work()?);
    let mut times = Vec::with_capacity(RUNS);
    for _ in 0..RUNS {
        let began = Instant::now();
        black_box(work()?);
        times.push(began.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(times.get(RUNS / 2).copied().unwrap_or(f64::NAN))
}
