//! Reads the rows of a table one by one: a [`name`], then the [`player`] or the [`injury`], with [`remarks`].

mod injury;
mod name;
mod player;
mod remarks;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Currency, Foot, Position, WagePeriod};

use super::cell::date::DayOrder;
use super::cell::{Said, is_nothing, money};
use super::columns::{About, ColumnMap, FoundOrder};
use super::field::Field;
use super::header_words::{folded, unit};
use super::rows::{Content, Context, ImportRow, Verdict};
use super::table::Table;
use remarks::Remarks;

/// Reads rows one by one.
pub(super) struct RowReader<'a> {
    table: &'a Table,
    context: &'a Context,
    about: About,
    columns: BTreeMap<Field, usize>,
    pub(super) order: Option<FoundOrder>,
    surname_first: bool,
    currency: Option<Currency>,
    wage_per: Option<WagePeriod>,
    alike: Alike,
    pub(super) newest_season: Option<i16>,
    pub(super) notes: Vec<(usize, String)>,
    /// Cells that come again and again are read once.
    seen: RefCell<Seen<'a>>,
}

/// What no cell of a column says: what is taken for it is no more doubtful in one row than in another.
#[derive(Default)]
struct Alike {
    /// The columns of amounts that name no currency.
    currency: BTreeSet<Field>,
    /// No wage names its period, and all are of a size that is usual for the same.
    period: bool,
}

impl Alike {
    fn of(table: &Table, columns: &BTreeMap<Field, usize>) -> Self {
        let mut alike = Self::default();
        for (field, column) in columns.iter().filter(|(field, _)| field.is_money()) {
            let unit = unit(table.headers.get(*column).map_or("", String::as_str));
            let amounts =
                (0..table.len()).filter_map(|row| match money::read(table.cell(row, *column), unit) {
                    Said::Plain(amount) => Some(amount),
                    _ => None,
                });
            let (mut currency, mut period, mut periods) = (true, true, BTreeSet::new());
            for amount in amounts {
                currency &= amount.currency.is_none();
                period &= amount.per.is_none();
                periods.insert(player::usual_period(&amount) == WagePeriod::Week);
            }
            if currency {
                alike.currency.insert(*field);
            }
            alike.period |= *field == Field::Wage && period && periods.len() == 1;
        }
        alike
    }
}

/// What cells said that many rows have in common.
#[derive(Default)]
struct Seen<'a> {
    positions: HashMap<&'a str, Said<Vec<Position>>>,
    feet: HashMap<&'a str, Said<Foot>>,
    clubs: HashMap<&'a str, Option<String>>,
}

impl<'a> Seen<'a> {
    /// So many different cells of one kind are remembered at most.
    const MOST: usize = 10_000;

    fn get<T: Clone>(known: &mut HashMap<&'a str, T>, cell: &'a str, read: fn(&str) -> T) -> T {
        if let Some(known) = known.get(cell) {
            return known.clone();
        }
        let said = read(cell);
        if known.len() < Self::MOST {
            known.insert(cell, said.clone());
        }
        said
    }
}

impl<'a> RowReader<'a> {
    pub(super) fn new(table: &'a Table, map: &ColumnMap, context: &'a Context) -> Self {
        let columns: BTreeMap<Field, usize> = map
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.field != Field::Ignored)
            .map(|(at, column)| (column.field, at))
            .rev()
            .collect();
        let seasons = |column: &usize| {
            (0..table.len()).filter_map(|row| table.cell(row, *column).parse::<i16>().ok()).max()
        };
        let newest_season = columns.get(&Field::LastSeason).and_then(seasons);
        let header =
            |field| columns.get(&field).map(|column| folded(&table.header(*column))).unwrap_or_default();
        let wage = header(Field::Wage);
        let wage_per = if ["week", "p w", "weekly"].iter().any(|word| wage.contains(word)) {
            Some(WagePeriod::Week)
        } else if ["year", "annual", "p a", "jahr"].iter().any(|word| wage.contains(word)) {
            Some(WagePeriod::Year)
        } else {
            None
        };
        let mut notes = Vec::new();
        if let (Some(age), None) = (columns.get(&Field::Age), columns.get(&Field::Born)) {
            let note = "An age changes with the day: it tells namesakes apart and is not kept. Give a day of birth to \
                        have ages in the plan.";
            notes.push((*age, note.to_owned()));
        }
        Self {
            table,
            context,
            about: map.about,
            order: map.found_order(table),
            surname_first: map.found_surname_first(table),
            currency: map.currency,
            wage_per,
            alike: Alike::of(table, &columns),
            newest_season,
            notes,
            seen: RefCell::default(),
            columns,
        }
    }

    pub(super) fn read(&self, row: usize) -> ImportRow {
        let mut remarks = Remarks { reader: self, row, said: Vec::new() };
        if let Some(note) = self.table.note(row) {
            remarks.add(None, Field::Ignored, Verdict::Doubtful, note.to_owned());
        }
        let content = match self.name(row, &mut remarks) {
            Err(reason) => Content::Refused(reason),
            Ok(name) => match self.about {
                About::Players => Content::Player(Box::new(self.player(name, &mut remarks))),
                About::Injuries => self.injury(name, &mut remarks),
            },
        };
        let headers = self.table.headers.len();
        if headers > 0 && self.table.cells_in(row) > headers {
            let more: Vec<&str> =
                self.table.cells(row).skip(headers).filter(|cell| !cell.is_empty()).collect();
            if !more.is_empty() {
                let why = format!("more cells than headers: \u{201c}{}\u{201d}", cut(&more.join(", ")));
                remarks.add(None, Field::Ignored, Verdict::NotUsed, why);
            }
        }
        ImportRow { row, line: self.table.line(row), content, remarks: remarks.said }
    }

    /// The verdict on what a cell does not say.
    fn unless_alike(alike: bool) -> Verdict {
        if alike { Verdict::Assumed } else { Verdict::Doubtful }
    }

    fn cell(&self, row: usize, field: Field) -> &'a str {
        self.columns.get(&field).map_or("", |column| self.table.cell(row, *column))
    }

    /// What the header of a column says that its numbers are counted in.
    fn unit(&self, field: Field) -> f64 {
        self.columns
            .get(&field)
            .map_or(1.0, |column| unit(self.table.headers.get(*column).map_or("", String::as_str)))
    }

    fn order(&self) -> DayOrder {
        self.order.as_ref().map_or(DayOrder::DayFirst, |found| found.order)
    }

    fn club(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<String> {
        let club = self.cell(row, Field::Club);
        if let Some(club) = Seen::get(&mut self.seen.borrow_mut().clubs, club, club_in) {
            return Some(club);
        }
        let number = self.cell(row, Field::ClubNumber);
        if club.is_empty() && !is_nothing(number) && !self.columns.contains_key(&Field::Club) {
            let why = format!("the file gives only the number of his club, {}", cut(number));
            remarks.say(Field::ClubNumber, Verdict::Doubtful, why);
            return Some(format!("Club {}", cut(number)));
        }
        None
    }
}

/// The club that a cell names; one can be without.
pub(super) fn club_in(cell: &str) -> Option<String> {
    const NONE: [&str; 7] =
        ["free agent", "without club", "vereinslos", "sin equipo", "sans club", "svincolato", "sem clube"];
    let none = is_nothing(cell) || (cell.len() < 16 && NONE.contains(&cell.to_lowercase().as_str()));
    (!none).then(|| spaced(cell))
}

/// With single spaces.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// No longer than a line of a list has room for.
fn cut(text: &str) -> String {
    const MOST: usize = 60;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(MOST - 1).collect();
    cut.push('\u{2026}');
    cut
}
