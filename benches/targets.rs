//! What the table of targets costs with ten thousand players: a frame while the pointer and the wheel move, and the
//! frame after a letter is typed into the filter; beside them a frame of the board, whose shelf holds them all.
//!
//! Prints the processor time per frame where the system tells it, and median and 95th percentile of the time that went
//! by. Ends with 1 when the former, or where it is not told the latter, is over its limit.

#![expect(clippy::print_stdout, reason = "a bench says what it measured")]

use std::process::ExitCode;
use std::time::Instant;

use backline::edit::Session;
use backline::model::{
    Amount, Club, Contract, Currency, Foot, MoneyRange, Plan, Player, PlayerId, PlayerKind, Position,
    ReportId,
};
use backline::store;
use backline::ui::desk::Desk;
use backline::ui::screen::View;
use backline::ui::theme;
use egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, pos2, vec2,
};
use jiff::ToSpan as _;

const PLAYERS: usize = 10_000;
const REPORTS: usize = 5_000;
const ROUNDS: usize = 3;
const FRAMES: usize = 200;
/// Frames that lay all text out for the first time and work the forecast out.
const WARM_UP: usize = 20;
/// What a frame may cost, milliseconds.
const FRAME_LIMIT: f64 = 3.0;
const TYPING_LIMIT: f64 = 20.0;

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

/// The Leoni sample with ten thousand more targets and reports about them.
fn plan() -> Plan {
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
    for n in 0..REPORTS {
        let mut report = (*model).clone();
        report.id = format!("r-{n}").parse::<ReportId>().expect("a slug");
        report.player = format!("p-{}", n * 2).parse().expect("a slug");
        report.date = plan.as_of.saturating_sub((n as i64 % 300).days());
        plan.reports.push(report.into());
    }
    plan
}

/// What a view's frames cost.
struct Cost {
    /// Processor time of a frame on average, milliseconds; only Linux tells it.
    cpu: Option<f64>,
    /// Time that went by in each frame, milliseconds, the shortest first.
    times: Vec<f64>,
}

/// The quietest of three rounds: what other programs do meanwhile is none of ours.
fn measure(view: View, mut before: impl FnMut(&mut Desk, usize) -> Vec<Event>) -> Cost {
    let sum = |cost: &Cost| cost.times.iter().fold(0.0, |sum, time| sum + time);
    let rounds = (0..ROUNDS).map(|_| round(view, &mut before));
    let quietest = rounds.min_by(|one, other| sum(one).total_cmp(&sum(other)));
    quietest.unwrap_or(Cost { cpu: None, times: Vec::new() })
}

/// Milliseconds that this thread has run. The system brings the figure up to date every few milliseconds: good for a
/// sum over many frames.
fn cpu() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e6)
}

/// Milliseconds of each frame; `before` prepares a frame and says what the user does in it.
fn round(view: View, before: &mut impl FnMut(&mut Desk, usize) -> Vec<Event>) -> Cost {
    let ctx = Context::default();
    theme::install(&ctx);
    let mut desk = Desk::for_picture(Session::new(plan()));
    desk.screen.view = view;
    let mut began_cpu = None;
    let mut times: Vec<f64> = (0..FRAMES + WARM_UP)
        .map(|frame| {
            if frame == WARM_UP {
                began_cpu = cpu();
            }
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
                time: Some(frame as f64 / 60.0),
                events: before(&mut desk, frame),
                ..RawInput::default()
            };
            let began = Instant::now();
            let mut output = ctx.run_ui(input, |ui| {
                desk.refresh(ui.ctx());
                desk.ui(ui, &mut Vec::new());
            });
            output.textures_delta.clear();
            let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
            std::hint::black_box(primitives);
            began.elapsed().as_secs_f64() * 1e3
        })
        .skip(WARM_UP)
        .collect();
    let spent = cpu().zip(began_cpu).map(|(now, began)| (now - began) / FRAMES as f64);
    times.sort_by(f64::total_cmp);
    Cost { cpu: spent, times }
}

fn say(what: &str, Cost { cpu, times }: &Cost, limit: f64) -> bool {
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or(f64::NAN);
    let (median, high) = (at(0.5), at(0.95));
    let told = cpu.map(|cpu| format!("processor {cpu:.2} ms, ")).unwrap_or_default();
    println!(
        "{what}, {PLAYERS} targets: {told}median {median:.2} ms, 95th percentile {high:.2} ms, limit {limit} ms"
    );
    cpu.unwrap_or(high) <= limit
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
    let table = measure(View::Targets, |_, frame| scroll(frame));
    let words = ["k", "ko", "kon", "kona", "konat", "konate", "konate 1", "gueh", "mlitao", "club 39", "x"];
    let typing = measure(View::Targets, |desk, frame| {
        desk.targets_mut().look_for(words.get(frame % words.len()).copied().unwrap_or_default());
        Vec::new()
    });
    let board = measure(View::Board, |_, frame| scroll(frame));
    let fine = [
        say("a frame of the table", &table, FRAME_LIMIT),
        say("typing into the filter", &typing, TYPING_LIMIT),
        say("a frame of the board", &board, FRAME_LIMIT),
    ];
    if fine.contains(&false) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
