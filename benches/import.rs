//! The speed of an import: a data set of 100,000 players, from the bytes of its file to a plan that holds them.
//!
//! `cargo bench --bench import` prints each stage and the whole beside the limit the project holds itself to. Only a
//! build as the program is delivered fails if the whole is over it.

#![expect(clippy::print_stdout, reason = "a bench reports on the terminal")]

use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use backline::edit::apply;
use backline::model::{Club, Currency, Plan};
use backline::store::import::{
    Context, ImportPlan, Incoming, Sheet, Whom, read_import, understand, unwatched,
};

const ROWS: usize = 100_000;
const LIMIT: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let bytes = data_set(ROWS);
    println!("{ROWS} rows, {:.1} MB", bytes.len() as f64 / 1e6);
    let as_of = "2025-09-25".parse().expect("it is a day");
    let plan = Plan::new("Bench", Club::named("Club 7"), as_of, Currency::EUR);

    let mut whole = Duration::ZERO;
    let mut stage = |name: &str, took: Duration| {
        whole += took;
        println!("{name:<44} {:>8.1} ms", took.as_secs_f64() * 1e3);
    };

    let (sheet, took) = timed(|| sheet(&bytes));
    stage("text, rows and columns", took);
    let context = Context::of(&sheet, as_of, Currency::EUR);
    let (understood, took) =
        timed(|| understand(&sheet, &sheet.guess, &context, &unwatched).expect("it has names"));
    stage("what the rows say", took);
    assert_eq!((understood.tally.understood, understood.tally.refused), (ROWS, 0), "every row is understood");
    let understood = Arc::new(understood);
    let people = |plan: &Plan| {
        ImportPlan::of(plan, Arc::clone(&understood), &Whom::default(), &unwatched).expect("nobody stops it")
    };
    let (import, took) = timed(|| people(&plan));
    stage("who is new", took);
    let (filled, took) = timed(|| {
        let edit = import.edit(&plan).expect("everybody is new");
        apply(&plan, &edit).expect("it can be carried out")
    });
    stage("into an empty plan", took);
    assert_eq!(filled.players.len(), ROWS, "everybody came in");

    let (again, took) = timed(|| people(&filled));
    println!("{:<44} {:>8.1} ms", "not counted: the same once more, all known", took.as_secs_f64() * 1e3);
    assert!(again.edit(&filled).is_none(), "nothing has changed");

    println!("{:<44} {:>8.1} ms   limit {} ms", "the whole", whole.as_secs_f64() * 1e3, LIMIT.as_millis());
    if cfg!(debug_assertions) || whole <= LIMIT { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed())
}

fn sheet(bytes: &[u8]) -> Sheet {
    match read_import(bytes, "players.csv", &unwatched) {
        Ok(Incoming::Sheet(sheet)) => sheet,
        other => panic!("it is a table: {other:?}"),
    }
}

/// As the Transfermarkt data set writes it, with people who do not exist.
fn data_set(rows: usize) -> Vec<u8> {
    const SYLLABLES: [&str; 16] =
        ["ba", "do", "ki", "lu", "mé", "no", "pi", "ra", "so", "tu", "vi", "wa", "xe", "yo", "zü", "ñe"];
    let name = |mut number: usize| {
        let mut name = String::new();
        for _ in 0..4 {
            name.push_str(SYLLABLES.get(number % SYLLABLES.len()).copied().unwrap_or_default());
            number /= SYLLABLES.len();
        }
        name
    };
    let mut text = String::from(
        "player_id,first_name,last_name,name,last_season,current_club_id,player_code,country_of_birth,city_of_birth,\
         country_of_citizenship,date_of_birth,sub_position,position,foot,height_in_cm,contract_expiration_date,agent_name,\
         image_url,url,current_club_domestic_competition_id,current_club_name,market_value_in_eur,\
         highest_market_value_in_eur\n",
    );
    let positions = ["Centre-Back", "Goalkeeper", "Left Winger", "Centre-Forward", "Defensive Midfield"];
    for row in 0..rows {
        let (first, last) = (name(row * 7 + 3), name(row));
        let club = row % 2_000;
        let line = format!(
            "{row},{first},{last},{first} {last},2025,{club},{first}-{last},France,Lyon,France,{}-{:02}-{:02} 00:00:00,{},\
             Any,right,{},{}-06-30 00:00:00,\"Agent, Sons & Co\",https://example.org/{row}.jpg,\
             https://example.org/profile/{row},FR1,Club {club} Football Club,{}000,{}000\n",
            1985 + row % 22,
            1 + row % 12,
            1 + row % 28,
            positions.get(row % positions.len()).copied().unwrap_or_default(),
            165 + row % 35,
            2026 + row % 5,
            100 + row % 9_000,
            200 + row % 9_000,
        );
        text.push_str(&line);
    }
    text.into_bytes()
}
