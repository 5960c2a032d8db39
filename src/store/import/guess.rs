//! Guesses what columns hold: by their headers, else by what stands in them.

use std::collections::BTreeSet;

use super::cell::date::{DayOrder, Ends};
use super::cell::{Said, body, date, is_nothing, money, position};
use super::columns::{About, Column, ColumnMap, Sure};
use super::field::Field;
use super::header_words::{self, folded, meaning};
use super::nations;
use super::table::Table;

/// How many rows from the top the headers may stand in.
const HEADER_WITHIN: usize = 12;
/// How many cells of a column are looked at.
const SAMPLE: usize = 200;
/// The share of cells that must look like it.
const ENOUGH: f32 = 0.8;

/// Makes the row that stands over the columns the headers, if there is one.
pub(super) fn find_headers(table: &mut Table, marked: Option<usize>) {
    let known =
        |row: usize| table.cells(row).filter(|cell| meaning(cell).is_some_and(|(_, whole)| whole)).count();
    let best = (0..table.len().min(HEADER_WITHIN))
        .map(|row| (row, known(row)))
        .rev()
        .max_by_key(|(_, known)| *known);
    let names =
        |row: usize| table.cells(row).any(|cell| meaning(cell).is_some_and(|(field, _)| field.is_name()));
    let by_words =
        best.filter(|(row, known)| *known >= 2 || (*known == 1 && names(*row))).map(|(row, _)| row);
    if let Some(row) = by_words.or(marked).or_else(|| stands_out(table).then_some(0)) {
        table.promote(row);
    }
}

/// The first row is words where the rows below it are days, numbers or positions.
fn stands_out(table: &Table) -> bool {
    let wordy = |cell: &str| !cell.is_empty() && !cell.bytes().any(|byte| byte.is_ascii_digit());
    if table.len() < 3 || table.cells_in(0) < 2 || !table.cells(0).all(wordy) {
        return false;
    }
    (0..table.cells_in(0)).any(|column| {
        let below =
            (1..table.len().min(SAMPLE)).map(|row| table.cell(row, column)).filter(|cell| !cell.is_empty());
        let (mut all, mut numbers) = (0, 0);
        for cell in below {
            all += 1;
            numbers += usize::from(cell.bytes().any(|byte| byte.is_ascii_digit()));
        }
        all >= 2 && numbers == all
    })
}

/// What the columns seem to hold.
pub(super) fn columns(table: &Table) -> ColumnMap {
    let width = table.width();
    let mut columns: Vec<Column> = (0..width).map(|column| by_header(table, column)).collect();
    one_word_names(table, &mut columns);
    let about = about(&columns);
    for (at, column) in columns.iter_mut().enumerate() {
        column.field = in_view_of(about, column.field, table, at);
    }
    keep_best_of_each(table, &mut columns);
    if table.headers.is_empty() {
        by_content(table, &mut columns);
    } else if !columns.iter().any(|column| column.field.is_name())
        && let Some(at) = name_column(table, &columns)
        && let Some(column) = columns.get_mut(at)
    {
        *column = Column { field: Field::Name, sure: Sure::Guessed };
    }
    let mut money = columns.iter().enumerate().filter(|(_, column)| column.field.is_money());
    let currency = money.find_map(|(at, _)| header_words::currency(table.headers.get(at)?));
    ColumnMap { about, columns, day_order: None, surname_first: None, currency }
}

fn by_header(table: &Table, column: usize) -> Column {
    let known = table.headers.get(column).and_then(|header| meaning(header));
    match known {
        Some((field, true)) => Column { field, sure: Sure::Certain },
        Some((field, false)) => Column { field, sure: Sure::Likely },
        None => Column::IGNORED,
    }
}

/// `Nombre`, `Nom` and `Nome` are a first name, a surname or the whole one, as the other columns have it.
fn one_word_names(table: &Table, columns: &mut [Column]) {
    let has = |columns: &[Column], field| columns.iter().any(|column| column.field == field);
    let (first, last) = (has(columns, Field::FirstName), has(columns, Field::LastName));
    for (at, column) in columns.iter_mut().enumerate() {
        let header = table.headers.get(at).map(|header| folded(header)).unwrap_or_default();
        if ["nombre", "nom", "nome"].contains(&header.as_str()) {
            let field = match (first, last) {
                (true, false) => Field::LastName,
                (false, true) => Field::FirstName,
                _ => Field::Name,
            };
            *column = Column { field, sure: Sure::Certain };
        }
    }
}

/// An injury and when it was: a list of injuries.
fn about(columns: &[Column]) -> About {
    let has = |field| columns.iter().any(|column| column.field == field);
    let when = has(Field::InjuredFrom)
        || has(Field::InjuredUntil)
        || has(Field::InjuredFor)
        || has(Field::ContractFrom)
        || has(Field::ContractUntil);
    if has(Field::Injury) && when && !has(Field::Height) { About::Injuries } else { About::Players }
}

/// `From` and `until` mean something else in a list of injuries.
fn in_view_of(about: About, field: Field, table: &Table, column: usize) -> Field {
    let loose = || {
        let header = table.headers.get(column).map(|header| folded(header)).unwrap_or_default();
        !["contract", "vertrag", "contrat"].iter().any(|word| header.contains(word))
    };
    match (about, field) {
        (About::Injuries, Field::ContractFrom) if loose() => Field::InjuredFrom,
        (About::Injuries, Field::ContractUntil) if loose() => Field::InjuredUntil,
        (About::Players, Field::InjuredFrom) if fit(table, column, Field::ContractFrom) >= ENOUGH => {
            Field::ContractFrom
        }
        (About::Players, Field::InjuredUntil) if fit(table, column, Field::ContractUntil) >= ENOUGH => {
            let header = table.headers.get(column).map(|header| folded(header)).unwrap_or_default();
            if header.contains("return") || header.contains("back") {
                Field::Ignored
            } else {
                Field::ContractUntil
            }
        }
        (About::Players, field) if field.is_injury() => Field::Ignored,
        (_, field) => field,
    }
}

/// A field that several columns could hold stands where it is surest and where its cells can be read.
fn keep_best_of_each(table: &Table, columns: &mut [Column]) {
    for field in Field::ALL.into_iter().filter(|field| *field != Field::Ignored) {
        let held: Vec<usize> = (0..columns.len())
            .filter(|at| columns.get(*at).is_some_and(|column| column.field == field))
            .collect();
        let only_likely = |at: usize| columns.get(at).is_some_and(|column| column.sure < Sure::Certain);
        let rank = |at: usize| {
            let sure = columns.get(at).map_or(Sure::Unknown, |column| column.sure);
            // A fuller name is better than the name in an address.
            let full = table.headers.get(at).is_some_and(|header| folded(header).starts_with("pretty"));
            let filled = (fit(table, at, field) * 100.0) as u32;
            (filled > 0, sure, full, filled, std::cmp::Reverse(at))
        };
        let best = match held.as_slice() {
            [] => continue,
            [one] if !only_likely(*one) => *one,
            several => match several.iter().max_by_key(|at| rank(**at)) {
                Some(best) if only_likely(*best) && fit(table, *best, field) < 0.5 => usize::MAX,
                Some(best) => *best,
                None => continue,
            },
        };
        for at in held {
            if at != best
                && let Some(column) = columns.get_mut(at)
            {
                *column = Column::IGNORED;
            }
        }
    }
}

/// The share of the cells of a column, from 0 to 1, that can be read as a field.
fn fit(table: &Table, column: usize, field: Field) -> f32 {
    let (mut all, mut read) = (0_u32, 0_u32);
    let step = (table.len() / SAMPLE).max(1);
    for row in (0..table.len()).step_by(step) {
        let cell = table.cell(row, column);
        if !is_nothing(cell) {
            all += 1;
            read += u32::from(reads_as(cell, field));
        }
    }
    if all == 0 { 0.0 } else { read as f32 / all as f32 }
}

fn reads_as(cell: &str, field: Field) -> bool {
    fn plain<T>(said: &Said<T>) -> bool {
        matches!(said, Said::Plain(_) | Said::Assumed(..) | Said::Doubtful(..))
    }
    match field {
        field if field.is_date() => plain(&date::read(cell, DayOrder::DayFirst, Ends::Last)),
        field if field.is_money() => !matches!(money::read(cell, 1.0), Said::Unread),
        Field::Positions | Field::ExactPosition => plain(&position::read(cell)),
        Field::Foot => plain(&body::foot(cell)),
        Field::Height => plain(&body::height(cell)),
        Field::Age => plain(&body::age(cell)),
        Field::Nationality => nations::is_nation(cell) || is_wordy(cell),
        Field::Name | Field::FirstName | Field::LastName | Field::Club | Field::Injury => is_wordy(cell),
        Field::LastSeason | Field::ClubNumber => cell.bytes().all(|byte| byte.is_ascii_digit()),
        _ => true,
    }
}

fn is_wordy(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && letters * 2 > cell.chars().count()
}

/// A table without headers: what is in the cells decides, from what is easily told to what is not.
fn by_content(table: &Table, columns: &mut [Column]) {
    let mut free: Vec<usize> = (0..columns.len()).collect();
    let give = |columns: &mut [Column], free: &mut Vec<usize>, at: usize, field: Field| {
        free.retain(|other| *other != at);
        if let Some(column) = columns.get_mut(at) {
            *column = Column { field, sure: Sure::Guessed };
        }
    };
    let mut days: Vec<(usize, i16)> = free
        .iter()
        .filter(|at| fit(table, **at, Field::Born) >= ENOUGH && !all_small_numbers(table, **at))
        .map(|at| (*at, middle_year(table, *at)))
        .collect();
    days.sort_by_key(|(_, year)| *year);
    match days.as_slice() {
        [(born, year), rest @ ..] if *year <= 2012 => {
            give(columns, &mut free, *born, Field::Born);
            if let Some((until, _)) = rest.last() {
                give(columns, &mut free, *until, Field::ContractUntil);
            }
        }
        [.., (until, _)] => give(columns, &mut free, *until, Field::ContractUntil),
        [] => {}
    }
    let years =
        |cell: &str| cell.len() == 4 && cell.parse::<u16>().is_ok_and(|year| (2015..2060).contains(&year));
    let has_end = days.iter().any(|(_, year)| *year > 2012);
    let until = free.iter().copied().find(|at| !has_end && share(table, *at, years) >= ENOUGH);
    if let Some(at) = until {
        give(columns, &mut free, at, Field::ContractUntil);
    }
    for field in [Field::Height, Field::Age, Field::Foot, Field::Positions, Field::MarketValue] {
        let found = free.iter().copied().find(|at| {
            let signed = field != Field::MarketValue || has_sign(table, *at);
            signed && fit(table, *at, field) >= ENOUGH
        });
        if let Some(at) = found {
            give(columns, &mut free, at, field);
        }
    }
    let nation = free.iter().copied().find(|at| share(table, *at, nations::is_nation) >= ENOUGH);
    if let Some(at) = nation {
        give(columns, &mut free, at, Field::Nationality);
    }
    if let Some(at) = name_column(table, columns) {
        give(columns, &mut free, at, Field::Name);
        // Another column of words in which they come again and again.
        let club = free
            .iter()
            .copied()
            .find(|at| share(table, *at, is_wordy) >= ENOUGH && distinct(table, *at) < 0.7);
        if let Some(at) = club.filter(|_| table.len() >= 4) {
            give(columns, &mut free, at, Field::Club);
        }
    }
}

/// The column that is likeliest to hold names: words, hardly one of them twice, more of two words than of one.
fn name_column(table: &Table, columns: &[Column]) -> Option<usize> {
    let free = |at: &usize| columns.get(*at).is_none_or(|column| column.field == Field::Ignored);
    let like_name = |cell: &str| {
        is_wordy(cell)
            && cell.chars().count() <= 60
            && !nations::is_nation(cell)
            && cell.chars().all(|c| {
                c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '\u{2019}' | '.' | ',' | '\u{a0}')
            })
    };
    (0..table.width())
        .filter(free)
        .filter(|at| share(table, *at, like_name) >= ENOUGH && !table.is_empty())
        .map(|at| {
            let two_words = share(table, at, |cell| cell.contains(' '));
            (at, (distinct(table, at) * 100.0) as u32 + (two_words * 50.0) as u32)
        })
        .max_by_key(|(at, score)| (*score, std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

/// The share of filled cells of which something holds.
fn share(table: &Table, column: usize, holds: impl Fn(&str) -> bool) -> f32 {
    let (mut all, mut held) = (0_u32, 0_u32);
    for row in 0..table.len().min(SAMPLE) {
        let cell = table.cell(row, column);
        if !is_nothing(cell) {
            all += 1;
            held += u32::from(holds(cell));
        }
    }
    if all == 0 { 0.0 } else { held as f32 / all as f32 }
}

/// The share of filled cells that differ from every other.
fn distinct(table: &Table, column: usize) -> f32 {
    let cells: Vec<&str> = (0..table.len().min(SAMPLE))
        .map(|row| table.cell(row, column))
        .filter(|cell| !cell.is_empty())
        .collect();
    let distinct: BTreeSet<&&str> = cells.iter().collect();
    if cells.is_empty() { 0.0 } else { distinct.len() as f32 / cells.len() as f32 }
}

fn has_sign(table: &Table, column: usize) -> bool {
    share(table, column, |cell| {
        let bare = cell.bytes().all(|byte| byte.is_ascii_digit());
        cell.contains(['€', '£', '$']) || cell.ends_with(['m', 'M', 'k', 'K']) || (bare && cell.len() >= 6)
    }) >= ENOUGH
}

/// Numbers such as 188 or 26 read as no days.
fn all_small_numbers(table: &Table, column: usize) -> bool {
    share(table, column, |cell| cell.len() <= 4 && cell.bytes().all(|byte| byte.is_ascii_digit())) > 0.5
}

fn middle_year(table: &Table, column: usize) -> i16 {
    let mut years: Vec<i16> = (0..table.len().min(SAMPLE))
        .filter_map(|row| match date::read(table.cell(row, column), DayOrder::DayFirst, Ends::Last) {
            Said::Plain(day) | Said::Assumed(day, _) | Said::Doubtful(day, _) => Some(day.year()),
            _ => None,
        })
        .collect();
    years.sort_unstable();
    years.get(years.len() / 2).copied().unwrap_or(0)
}
