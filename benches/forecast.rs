//! The speed of the forecast: cover of a large squad day by day, and the season's joint chain.
//!
//! `cargo bench --bench forecast` prints the median of each case as a row beside the limit the project holds itself
//! to, and fails if one is over it. Plain `std`, because a median and a limit is all that is wanted.

#![expect(clippy::print_stdout, reason = "a bench reports on the terminal")]

mod median;
mod table;

use std::hint::black_box;
use std::process::ExitCode;

use backline::forecast::{
    Assumptions, Day, Days, Effort, Ends, Health, Layoff, Member, Presence, Rates, Spell, Squad,
    short_somewhere,
};

fn main() -> ExitCode {
    let matchdays: Vec<Day> = (1..=300).collect();
    let effort = Effort::of(&Assumptions::default());
    let season = |squad: &Squad| short_somewhere(squad, &[3], &matchdays, effort);
    let mut met = true;
    let mut case = |name: &str, limit_ms: f64, work: &mut dyn FnMut()| {
        met &= table::row(name, median::median(21, work), ("limit", limit_ms));
    };

    let forty = distinct(40);
    case("cover of 40 players on 365 days", 1.0, &mut || {
        black_box(cover(black_box(&forty)));
    });
    for (players, limit_ms) in [(8, 2.0), (12, 60.0)] {
        let squad = distinct(players);
        case(&format!("season of {players} distinct players, 300 matchdays"), limit_ms, &mut || {
            black_box(season(black_box(&squad)));
        });
    }
    let mut injured = distinct(8);
    for member in injured.members.iter_mut().take(3) {
        let since = Spell { starts: -20, ends: Ends::After(Layoff::from_median(90.0, 0.35)) };
        member.health = Health::new(member.health.rates(), [since]);
    }
    case("season of 8, three of them injured, 300 matchdays", 6.0, &mut || {
        black_box(season(black_box(&injured)));
    });

    if met { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Every P(at least k) on each of 365 days, from the bodies on.
fn cover(squad: &Squad) -> f64 {
    let fit: Vec<Vec<f64>> = squad.members.iter().map(|member| member.health.fit(364)).collect();
    let mut today = Vec::with_capacity(fit.len());
    let mut sum = 0.0;
    for (day, at) in (0..365).zip(0_usize..) {
        today.clear();
        today.extend(fit.iter().filter_map(|fit| fit.get(at)));
        sum += squad.at_least(&today, day).iter().sum::<f64>();
    }
    sum
}

/// Players of whom no two are alike.
fn distinct(players: u32) -> Squad {
    let member = |number| {
        let rates = Rates::of(number % 3 == 0, 0.6 + 0.05 * f64::from(number), &Assumptions::default());
        Member { health: Health::sound(rates), away: Days::none(), here: Presence::Certain(Days::all()) }
    };
    Squad { members: (0..players).map(member).collect(), deals: Vec::new() }
}
