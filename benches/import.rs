//! The speed of an import: a data set of 100,000 players, from the bytes of its file to a plan that holds them.
//!
//! `cargo bench --bench import` prints a row beside the limit the project holds itself to, and fails if it is over it.

#![expect(clippy::print_stdout, reason = "a bench reports on the terminal")]

mod median;
mod table;

use std::process::ExitCode;
use std::sync::Arc;

use backline::edit::apply;
use backline::model::{Club, Currency, Plan};
use backline::store::import::{
    Context, ImportPlan, Incoming, Sheet, Whom, read_import, understand, unwatched,
};

const ROWS: usize = 100_000;
const RUNS: usize = 3;
/// Milliseconds.
const LIMIT: f64 = 2_000.0;

fn main() -> ExitCode {
    let bytes = data_set(ROWS);
    let as_of = "2025-09-25".parse().expect("it is a day");
    let plan = Plan::new("Bench", Club::named("Club 7"), as_of, Currency::EUR);
    let took = median::median(RUNS, || {
        assert_eq!(filled(&plan, &bytes).players.len(), ROWS, "everybody came in");
    });
    let what = format!("import {ROWS} players, {:.1} MB, into an empty plan", bytes.len() as f64 / 1e6);
    let within = table::row(&what, took, ("limit", LIMIT));
    if within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn filled(plan: &Plan, bytes: &[u8]) -> Plan {
    let sheet = sheet(bytes);
    let context = Context::of(&sheet, plan.as_of, Currency::EUR);
    let understood = understand(&sheet, &sheet.guess, &context, &unwatched).expect("it has names");
    assert_eq!((understood.tally.understood, understood.tally.refused), (ROWS, 0), "every row is understood");
    let import = ImportPlan::of(plan, Arc::new(understood), &Whom::default(), &unwatched);
    let edit = import.expect("nobody stops it").edit(plan).expect("everybody is new");
    apply(plan, &edit).expect("it can be carried out")
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
