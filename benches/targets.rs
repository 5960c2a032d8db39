//! What the table of targets costs with ten thousand players: a frame while the pointer and the wheel move, and the
//! frame after a letter is typed into the filter; beside them a frame of the board, whose shelf holds them all, and the
//! search: opened after an edit, and after each letter, with fifty thousand reports.
//!
//! Prints a row for each. Ends with 1 when one is over its limit.

#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

mod frames;
mod median;
mod table;

use std::process::ExitCode;
use std::sync::Arc;

use backline::model::{
    Amount, Club, Contract, Currency, Foot, MoneyRange, Plan, Player, PlayerId, PlayerKind, Position,
    ReportId,
};
use backline::store;
use backline::ui::palette::Palette;
use backline::ui::screen::View;
use egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use jiff::ToSpan as _;

use self::median::median;
use self::table::row;

const PLAYERS: usize = 10_000;
const REPORTS: usize = 5_000;
/// Reports of the plan that is searched.
const MANY_REPORTS: usize = 50_000;
/// How often a search is measured.
const SEARCHES: usize = 22;
/// What a frame may cost, milliseconds.
const FRAME_LIMIT: f64 = 3.0;
const TYPING_LIMIT: f64 = 20.0;
/// What the search may take to open after an edit, milliseconds: it is felt from a tenth of a second on.
const OPENING_LIMIT: f64 = 100.0;

const FIRST: [&str; 20] = [
    "Éder", "Marc", "Joe", "Virgil", "Dean", "Raúl", "João", "Łukasz", "Søren", "Aïssa", "Pau", "Nico",
    "Jan", "Milan", "Emre", "Yann", "Kofi", "Luca", "Ivan", "Tomáš",
];
const LAST: [&str; 25] = [
    "Militão",
    "Guéhi",
    "Gomez",
    "Huijsen",
    "Asencio",
    "Konaté",
    "Saliba",
    "Zabarnyi",
    "Kiwior",
    "Nallo",
    "Endō",
    "Müller",
    "Nordström",
    "Håland",
    "Ćorić",
    "Öztürk",
    "Mensah",
    "Rossi",
    "Petrov",
    "Novák",
    "Silva",
    "Costa",
    "Dupont",
    "Meyer",
    "Jansen",
];

/// The Leoni sample with ten thousand more targets and so many reports about them.
fn plan(reports: usize) -> Plan {
    let text = include_str!("../saves/liverpool-2025-26-leoni.json");
    let mut plan = store::parse(text.as_bytes(), "the Leoni sample").expect("the sample opens");
    for n in 0..PLAYERS {
        let pick =
            |list: &[&'static str], step: usize| list.get(n / step % list.len()).copied().unwrap_or("");
        let name = format!("{} {} {}", pick(&FIRST, 1), pick(&LAST, 20), n / 500 + 1);
        let id: PlayerId = format!("p-{n}").parse().expect("a slug");
        let mut player = Player::new(id, name, PlayerKind::Target);
        player.club =
            Some(Club { country: Some("Elsewhere".to_owned()), ..Club::named(format!("Club {}", n % 400)) });
        player.born = plan.as_of.checked_sub((6200 + (n * 37 % 7000) as i64).days()).ok();
        player.foot = Foot::ALL.get(n % 3).copied();
        player.positions = vec![Position::ALL.get(n % Position::ALL.len()).copied().unwrap_or(Position::Cb)];
        let until = plan.as_of.saturating_add((n as i64 % 1500).days());
        player.contract = Some(Contract { until: Some(until), ..Contract::default() });
        player.asking =
            (n % 3 == 0).then(|| MoneyRange::between(5_000_000, 5_000_000 + n as i64 * 1000, Currency::EUR));
        player.market_value = Some(Amount::new(100_000 * (n as i64 % 900), Currency::EUR));
        plan.players.push(player.into());
    }
    let model = plan.reports.first().expect("the sample has reports").clone();
    for n in 0..reports {
        let mut report = (*model).clone();
        report.id = format!("r-{n}").parse::<ReportId>().expect("a slug");
        report.player = format!("p-{}", n * 2 % PLAYERS).parse().expect("a slug");
        report.date = plan.as_of.saturating_sub((n as i64 % 300).days());
        plan.reports.push(report.into());
    }
    plan
}

/// Opens the search on a plan that has just been changed, and takes its first letter.
fn open_search(plan: &Plan) -> Palette {
    let mut palette = Palette::default();
    palette.toggle(Some(&Arc::new(plan.clone())));
    palette.look_for("k");
    palette
}

/// The pointer goes over the rows and the wheel turns.
fn scroll(frame: usize) -> Vec<Event> {
    let at = pos2(300.0 + (frame % 40) as f32 * 10.0, 200.0 + (frame % 50) as f32 * 10.0);
    let wheel = Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, if frame % 200 < 100 { -120.0 } else { 120.0 }),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    };
    vec![Event::PointerMoved(at), wheel]
}

fn main() -> ExitCode {
    let plan = plan(REPORTS);
    let words = ["k", "ko", "kon", "kona", "konat", "konate", "konate 1", "gueh", "mlitao", "club 39", "x"];
    let scrolled = |view| frames::cost(&plan, view, |_, frame| scroll(frame));
    let typing = || {
        frames::cost(&plan, View::Targets, |desk, frame| {
            desk.targets_mut().look_for(words.get(frame % words.len()).copied().unwrap_or_default());
            Vec::new()
        })
    };
    let what = |what: &str| format!("{what}, {PLAYERS} targets");
    let written = self::plan(MANY_REPORTS);
    let in_reports = |what: &str| format!("{what}, {PLAYERS} players, {MANY_REPORTS} reports");
    let opening = median(SEARCHES, || drop(std::hint::black_box(open_search(&written))));
    let (mut palette, mut letters) = (open_search(&written), words.iter().cycle());
    let searching = median(SEARCHES, || palette.look_for(letters.next().copied().unwrap_or_default()));
    let fine = [
        row(&what("frame, targets, pointer and wheel"), scrolled(View::Targets), ("limit", FRAME_LIMIT)),
        row(&what("frame, board, pointer and wheel"), scrolled(View::Board), ("limit", FRAME_LIMIT)),
        row(&what("filter, frame after a letter"), typing(), ("limit", TYPING_LIMIT)),
        row(&in_reports("search, opened after an edit"), opening, ("limit", OPENING_LIMIT)),
        row(&in_reports("search, after a letter"), searching, ("limit", TYPING_LIMIT)),
    ];
    if fine.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
