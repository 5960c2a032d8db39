//! Reads the rows of a table one by one.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use crate::model::{
    Amount, Currency, Date, Extra, Foot, MoneyRange, Position, Wage, WagePeriod, age_on, words,
};

use super::cell::date::{self, DayOrder, Ends};
use super::cell::money::{self, Money};
use super::cell::{Said, body, injury, is_nothing, position};
use super::columns::{About, ColumnMap, FoundOrder};
use super::field::Field;
use super::header_words::{folded, unit};
use super::nations::nation;
use super::people::{ImportedInjury, ImportedPlayer};
use super::rows::{Content, Context, ImportRow, Remark, Verdict};
use super::table::Table;

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
    pub(super) newest_season: Option<i16>,
    pub(super) notes: Vec<(usize, String)>,
    /// Cells that come again and again are read once.
    seen: RefCell<Seen<'a>>,
}

/// What stands for a name in the last line of a table.
const SUMS: [&str; 9] =
    ["total", "sum", "average", "totals", "summe", "gesamt", "durchschnitt", "media", "totale"];

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

/// What was said of the cells of one row so far.
struct Remarks<'r, 'a> {
    reader: &'r RowReader<'a>,
    row: usize,
    said: Vec<Remark>,
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
            newest_season,
            notes,
            seen: RefCell::default(),
            columns,
        }
    }

    fn cell(&self, row: usize, field: Field) -> &'a str {
        self.columns.get(&field).map_or("", |column| self.table.cell(row, *column))
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

    /// The name, or why the row is nobody.
    fn name(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Result<String, String> {
        if self.table.cells_in(row) == 0 {
            return Err(self.table.note(row).unwrap_or("the row is empty").to_owned());
        }
        let is_header = |(_, column): (&Field, &usize)| {
            let header = self.table.headers.get(*column).map_or("", String::as_str);
            let cell = self.table.cell(row, *column);
            !cell.is_empty() && cell.eq_ignore_ascii_case(header.trim())
        };
        if self.columns.len() > 1
            && self.columns.iter().filter(|column| is_header(*column)).count() * 2 > self.columns.len()
        {
            return Err("the headers once more".to_owned());
        }
        let whole = self.cell(row, Field::Name);
        let parts = [self.cell(row, Field::FirstName), self.cell(row, Field::LastName)];
        let mut name = if is_nothing(whole) {
            parts.into_iter().filter(|part| !is_nothing(part)).collect::<Vec<_>>().join(" ")
        } else {
            whole.to_owned()
        };
        if self.surname_first
            && let Some((surname, forename)) = name.split_once(',')
        {
            name = format!("{} {}", forename.trim(), surname.trim());
        }
        let mut name = spaced(&name);
        name.retain(|c| !c.is_control() && c != '\u{feff}');
        // `Ann Other (c)`, `Bob Roe (on loan)`.
        if let Some((before, mark)) = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("))
            && !before.trim().is_empty()
        {
            remarks.say(Field::Name, Verdict::Doubtful, format!("left out of the name: ({mark})"));
            name = before.trim().to_owned();
        }
        if name.is_empty() {
            return Err("no name in it".to_owned());
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(format!("\u{201c}{}\u{201d} is no name", cut(&name)));
        }
        if name.chars().count() > 100 {
            return Err(format!("the name is longer than 100 letters: \u{201c}{}\u{201d}", cut(&name)));
        }
        if name.len() <= 12 && SUMS.contains(&name.to_lowercase().trim_end_matches(':')) {
            return Err(format!("\u{201c}{name}\u{201d} is a sum, not a player"));
        }
        if name.chars().any(|c| c.is_ascii_digit()) {
            remarks.say(Field::Name, Verdict::Doubtful, "a name with a number in it".to_owned());
        }
        if !name.contains(' ') && name.contains('-') && !name.chars().any(char::is_uppercase) {
            name = from_address(&name);
            remarks.say(
                Field::Name,
                Verdict::Doubtful,
                "made from an address: accents are missing".to_owned(),
            );
        }
        Ok(name)
    }

    fn player(&self, name: String, remarks: &mut Remarks<'_, '_>) -> ImportedPlayer {
        let row = remarks.row;
        let cell = |field| self.cell(row, field);
        let order = self.order();
        let born = remarks.take(Field::Born, date::read(cell(Field::Born), order, Ends::First), "no day");
        let exact =
            remarks.take(Field::ExactPosition, self.positions(cell(Field::ExactPosition)), "no position");
        let positions = match exact {
            Some(exact) => exact,
            None => remarks
                .take(Field::Positions, self.positions(cell(Field::Positions)), "no position")
                .unwrap_or_default(),
        };
        let until = remarks.take(
            Field::ContractUntil,
            date::read(cell(Field::ContractUntil), order, Ends::Last),
            "no day",
        );
        let market_value = remarks.money(Field::MarketValue, cell(Field::MarketValue));
        let asking = remarks.money(Field::Asking, cell(Field::Asking));
        ImportedPlayer {
            name,
            club: self.club(row, remarks),
            league: Some(cell(Field::League)).filter(|league| !is_nothing(league)).map(str::to_owned),
            born: remarks.plausible_birth(born),
            age: remarks.take(Field::Age, body::age(cell(Field::Age)), "no age"),
            nationality: self.nationality(row, remarks),
            foot: remarks.take(Field::Foot, self.foot(cell(Field::Foot)), "no foot"),
            height_cm: remarks.take(Field::Height, body::height(cell(Field::Height)), "no height"),
            positions,
            contract_from: remarks.take(
                Field::ContractFrom,
                date::read(cell(Field::ContractFrom), order, Ends::First),
                "no day",
            ),
            contract_until: remarks.plausible_end(until),
            market_value: market_value.map(|(money, currency)| {
                if money.low != money.high {
                    let [low, high] = [money.low, money.high].map(|end| words::money(end, currency));
                    remarks.say(
                        Field::MarketValue,
                        Verdict::Doubtful,
                        format!("a range, {low} to {high}: its middle was taken"),
                    );
                }
                Amount::new(money.middle(), currency)
            }),
            asking: asking.map(|(money, currency)| MoneyRange::between(money.low, money.high, currency)),
            wage: self.wage(row, remarks),
            last_season: self.last_season(row, remarks),
        }
    }

    fn injury(&self, name: String, remarks: &mut Remarks<'_, '_>) -> Content {
        let row = remarks.row;
        let cell = |field| self.cell(row, field);
        let order = self.order();
        let as_of = self.context.as_of;
        let words = Some(cell(Field::Injury)).filter(|words| !is_nothing(words)).map(str::to_owned);
        let from = remarks.take(
            Field::InjuredFrom,
            date::read(cell(Field::InjuredFrom), order, Ends::First),
            "no day",
        );
        let until = remarks.take(
            Field::InjuredUntil,
            date::read(cell(Field::InjuredUntil), order, Ends::Last),
            "no day",
        );
        let layoff =
            remarks.take(Field::InjuredFor, injury::layoff(cell(Field::InjuredFor)), "no span of time");
        if from.is_none() && until.is_none() && layoff.is_none() && words.is_none() {
            return Content::Refused("neither an injury nor a day".to_owned());
        }
        let start = match (from, until, &layoff) {
            (Some(from), ..) => from,
            (None, Some(until), _) if until <= as_of => {
                return Content::Refused("it is over, and nothing says when it began".to_owned());
            }
            _ => {
                let why = format!("no first day: taken as {}, the plan\u{2019}s day", words::date(as_of));
                remarks.say(Field::InjuredFrom, Verdict::Doubtful, why);
                as_of
            }
        };
        if until.is_some_and(|until| until < start) {
            remarks.say(Field::InjuredUntil, Verdict::Doubtful, "back before he was injured".to_owned());
        }
        if start > as_of {
            remarks.say(
                Field::InjuredFrom,
                Verdict::Doubtful,
                "begins after the plan\u{2019}s day".to_owned(),
            );
        }
        let born = remarks.take(Field::Born, date::read(cell(Field::Born), order, Ends::First), "no day");
        Content::Injury(Box::new(ImportedInjury {
            name,
            club: self.club(row, remarks),
            born,
            start,
            start_given: from.is_some(),
            diagnosis: words.as_deref().and_then(injury::diagnosis),
            words,
            until,
            layoff,
        }))
    }

    /// What the header of a column says that its numbers are counted in.
    fn unit(&self, field: Field) -> f64 {
        self.columns
            .get(&field)
            .map_or(1.0, |column| unit(self.table.headers.get(*column).map_or("", String::as_str)))
    }

    fn positions(&self, cell: &'a str) -> Said<Vec<Position>> {
        Seen::get(&mut self.seen.borrow_mut().positions, cell, position::read)
    }

    fn foot(&self, cell: &'a str) -> Said<Foot> {
        Seen::get(&mut self.seen.borrow_mut().feet, cell, body::foot)
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

    fn nationality(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<String> {
        let cell = self.cell(row, Field::Nationality);
        if is_nothing(cell) {
            return None;
        }
        let mut parts = cell.split(['/', ',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let first = nation(parts.next()?).to_owned();
        let more: Vec<&str> = parts.collect();
        if !more.is_empty() {
            let why = format!("a plan keeps one nationality; not kept: {}", cut(&more.join(", ")));
            remarks.say(Field::Nationality, Verdict::NotUsed, why);
        }
        if first.chars().any(char::is_alphabetic) {
            return Some(first);
        }
        remarks.say(
            Field::Nationality,
            Verdict::NotUnderstood,
            format!("\u{201c}{}\u{201d} is no nation", cut(cell)),
        );
        None
    }

    fn wage(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<Wage> {
        let (money, currency) = remarks.money(Field::Wage, self.cell(row, Field::Wage))?;
        let per = money.per.or(self.wage_per).unwrap_or_else(|| {
            // Nobody earns a million a week, hardly anybody less than a car a year.
            let per = if money.middle() >= 400_000 { WagePeriod::Year } else { WagePeriod::Week };
            let each = if per == WagePeriod::Week { "week" } else { "year" };
            remarks.say(
                Field::Wage,
                Verdict::Doubtful,
                format!("taken as per {each}: the cell does not say"),
            );
            per
        });
        if money.monthly {
            remarks.say(
                Field::Wage,
                Verdict::Doubtful,
                "paid by the month: taken twelve times a year".to_owned(),
            );
        }
        Some(Wage {
            amount: Amount::new(money.middle(), currency),
            per,
            estimate: false,
            extra: Extra::new(),
        })
    }

    fn last_season(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<i16> {
        let cell = self.cell(row, Field::LastSeason);
        if is_nothing(cell) {
            return None;
        }
        let season: Option<i16> = cell.parse().ok().filter(|year| (1900..=2200).contains(year));
        match (season, self.newest_season) {
            (None, _) => {
                let why = format!("\u{201c}{}\u{201d} is no season", cut(cell));
                remarks.say(Field::LastSeason, Verdict::NotUnderstood, why);
            }
            (Some(season), Some(newest)) if season < newest => {
                let why =
                    format!("last seen there in the season {season}, the newest in the file being {newest}");
                remarks.say(Field::LastSeason, Verdict::Doubtful, why);
            }
            _ => {}
        }
        season
    }
}

impl Remarks<'_, '_> {
    fn add(&mut self, column: Option<usize>, field: Field, verdict: Verdict, why: String) {
        self.said.push(Remark { column, field, verdict, why });
    }

    fn say(&mut self, field: Field, verdict: Verdict, why: String) {
        self.add(self.reader.columns.get(&field).copied(), field, verdict, why);
    }

    /// The value, if it is to be taken; what is odd about it goes to the remarks.
    fn take<T>(&mut self, field: Field, said: Said<T>, otherwise: &str) -> Option<T> {
        match said {
            Said::Nothing => None,
            Said::Plain(value) => Some(value),
            Said::Doubtful(value, why) => {
                self.say(field, Verdict::Doubtful, why);
                Some(value)
            }
            Said::Unfit(why) => {
                self.say(field, Verdict::NotTaken, why);
                None
            }
            Said::Unread => {
                let cell = self.reader.cell(self.row, field);
                self.say(
                    field,
                    Verdict::NotUnderstood,
                    format!("\u{201c}{}\u{201d} is {otherwise}", cut(cell)),
                );
                None
            }
        }
    }

    /// An amount and its currency: the cell's, the column's, else the plan's.
    fn money(&mut self, field: Field, cell: &str) -> Option<(Money, Currency)> {
        let money = self.take(field, money::read(cell, self.reader.unit(field)), "no amount")?;
        if money.high == 0 {
            self.say(field, Verdict::NotTaken, "nought: the table knows none".to_owned());
            return None;
        }
        if money.high < 1_000 && field != Field::Wage {
            let why = format!(
                "{} is too little: if the column counts in millions, say so in its header",
                cut(cell)
            );
            self.say(field, Verdict::NotTaken, why);
            return None;
        }
        let reader = self.reader;
        let known = money.currency.or(reader.currency);
        let currency = known.unwrap_or_else(|| {
            let currency = reader.context.currency;
            self.say(field, Verdict::Doubtful, format!("names no currency: taken as {currency}"));
            currency
        });
        Some((money, currency))
    }

    /// A footballer is between 14 and 50 years old.
    fn plausible_birth(&mut self, born: Option<Date>) -> Option<Date> {
        let born = born?;
        let as_of = self.reader.context.as_of;
        let age = age_on(born, as_of);
        let why = if born > as_of {
            format!("born on {}, after the plan\u{2019}s day", words::date(born))
        } else if !(14..=60).contains(&age) {
            format!("born on {}, which makes him {age}", words::date(born))
        } else {
            if age > 42 {
                self.say(Field::Born, Verdict::Doubtful, format!("{age} years old"));
            }
            return Some(born);
        };
        self.say(Field::Born, Verdict::NotTaken, why);
        None
    }

    /// A contract that has ended, or that ends in more than ten years, is odd.
    fn plausible_end(&mut self, until: Option<Date>) -> Option<Date> {
        let until = until?;
        let as_of = self.reader.context.as_of;
        if until.year() < 1990 {
            self.say(
                Field::ContractUntil,
                Verdict::NotTaken,
                format!("a contract to {}", words::date(until)),
            );
            return None;
        }
        if until < as_of {
            let why = format!("ended on {}, before the plan\u{2019}s day", words::date(until));
            self.say(Field::ContractUntil, Verdict::Doubtful, why);
        } else if until.year() > as_of.year() + 10 {
            let why = format!("ends on {}, in more than ten years", words::date(until));
            self.say(Field::ContractUntil, Verdict::Doubtful, why);
        }
        Some(until)
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

/// `james-milner` → `James Milner`.
fn from_address(address: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    address.split('-').filter(|word| !word.is_empty()).map(capital).collect::<Vec<_>>().join(" ")
}
