//! What each row says: a player or an injury, or why neither, and of each cell that is odd, what is odd about it.

use std::collections::BTreeMap;

use crate::model::{Amount, Currency, Date, Extra, MoneyRange, Source, Wage, WagePeriod, age_on, words};

use super::cell::date::{self, DayOrder, Ends};
use super::cell::money::{self, Money};
use super::cell::{Said, body, injury, is_nothing, position};
use super::clubs::ClubCount;
use super::columns::{About, ColumnMap, FoundOrder};
use super::error::{ImportError, ImportReason};
use super::field::Field;
use super::header_words::folded;
use super::nations::nation;
use super::people::{ImportedInjury, ImportedPlayer};
use super::progress::{Reporter, Stage, Watch};
use super::{Sheet, table::Table};

/// The plan's day and currency, and where the rows are from.
#[derive(Clone, Debug, PartialEq)]
pub struct Context {
    /// The day on which the plan knows what it knows.
    pub as_of: Date,
    /// The currency of amounts that name none, where the columns do not name it either.
    pub currency: Currency,
    /// What will stand beside each field.
    pub source: Source,
}

impl Context {
    /// For a sheet, with the source it names for itself and the plan's day as the source's.
    #[must_use]
    pub fn of(sheet: &Sheet, as_of: Date, currency: Currency) -> Self {
        let name = sheet.kind.source_name(&sheet.file);
        Self { as_of, currency, source: Source { name, date: Some(as_of), extra: Extra::new() } }
    }
}

/// How a cell was taken that was not simply understood.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// There is more in it than a plan keeps, or no column for it.
    NotUsed,
    /// It was taken, and is odd.
    Doubtful,
    /// It was understood and cannot be true, or says that there is nothing: not taken.
    NotTaken,
    /// Nobody knows what it means: not taken.
    NotUnderstood,
}

impl Verdict {
    /// As shown: `not understood`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NotUsed => "not used",
            Self::Doubtful => "doubtful",
            Self::NotTaken => "not taken",
            Self::NotUnderstood => "not understood",
        }
    }
}

/// What is to be said of one cell of a row, or of the whole row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Remark {
    /// Which column; `None` for the whole row.
    pub column: Option<usize>,
    /// What it should hold.
    pub field: Field,
    /// How it was taken.
    pub verdict: Verdict,
    /// Why, with the text where it was not understood: `“soon” is no day`.
    pub why: String,
}

/// What a row turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// A player.
    Player(Box<ImportedPlayer>),
    /// An injury.
    Injury(Box<ImportedInjury>),
    /// Neither, and why.
    Refused(String),
}

/// A row of the table, understood or refused.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// Which row of the table: its cells are [`Table::cells`].
    pub row: usize,
    /// The line of the file it begins on, from 1.
    pub line: usize,
    /// What it says.
    pub content: Content,
    /// What is odd about its cells; a cell without a remark was understood, or its column is not used.
    pub remarks: Vec<Remark>,
}

impl ImportRow {
    /// The name in it, if it was understood.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match &self.content {
            Content::Player(player) => Some(&player.name),
            Content::Injury(injury) => Some(&injury.name),
            Content::Refused(_) => None,
        }
    }

    /// The club in it, if it was understood and names one.
    #[must_use]
    pub fn club(&self) -> Option<&str> {
        match &self.content {
            Content::Player(player) => player.club.as_deref(),
            Content::Injury(injury) => injury.club.as_deref(),
            Content::Refused(_) => None,
        }
    }

    /// Something in it should be looked at.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.remarks.iter().any(|remark| remark.verdict > Verdict::NotUsed)
    }
}

/// How many rows went which way: those understood and those refused are all that were read.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally {
    /// Rows of the table.
    pub read: usize,
    /// Understood, doubtful ones among them.
    pub understood: usize,
    /// Understood, with a cell that should be looked at.
    pub doubtful: usize,
    /// Refused, each with its reason.
    pub refused: usize,
}

/// The rows of a table, understood as far as they can be.
#[derive(Clone, Debug, PartialEq)]
pub struct Understood {
    /// Every row of the table, in its order.
    pub rows: Vec<ImportRow>,
    /// How many went which way.
    pub tally: Tally,
    /// What the rows speak of.
    pub about: About,
    /// Day or month first, where that was open.
    pub day_order: Option<FoundOrder>,
    /// What holds for a whole column: `the age tells namesakes apart and is not kept`.
    pub notes: Vec<(usize, String)>,
    /// The clubs in it, with how many rows each has.
    pub clubs: Vec<ClubCount>,
    /// Some column names clubs; otherwise nobody knows whose players these are.
    pub names_clubs: bool,
    /// The newest season in it, where a data set gives the last season of each player.
    pub newest_season: Option<i16>,
    /// Where it is from.
    pub source: Source,
}

/// Understands the rows of a sheet as its columns are mapped.
///
/// # Errors
/// No column holds names, or the watcher said to stop.
pub fn understand(
    sheet: &Sheet,
    map: &ColumnMap,
    context: &Context,
    watch: Watch<'_>,
) -> Result<Understood, ImportError> {
    rows(sheet, map, context, watch).map_err(|reason| ImportError { reason, file: sheet.file.clone() })
}

fn rows(
    sheet: &Sheet,
    map: &ColumnMap,
    context: &Context,
    watch: Watch<'_>,
) -> Result<Understood, ImportReason> {
    let table = &sheet.table;
    if !map.has_names() {
        let headers: Vec<String> =
            table.headers.iter().take(12).map(|header| format!("\u{201c}{header}\u{201d}")).collect();
        let seen = if headers.is_empty() {
            String::new()
        } else {
            format!(": its columns are {}", headers.join(", "))
        };
        return Err(ImportReason::NoNames { seen });
    }
    let reader = RowReader::new(table, map, context);
    let mut reporter = Reporter::new(watch, Stage::Rows, table.len(), 1_000);
    let mut tally = Tally { read: table.len(), ..Tally::default() };
    let mut rows = Vec::with_capacity(table.len());
    for row in 0..table.len() {
        reporter.at(row)?;
        let understood = reader.read(row);
        match understood.content {
            Content::Refused(_) => tally.refused += 1,
            _ if understood.is_doubtful() => {
                tally.understood += 1;
                tally.doubtful += 1;
            }
            _ => tally.understood += 1,
        }
        rows.push(understood);
    }
    let clubs = ClubCount::of(rows.iter().filter_map(ImportRow::club));
    let names_clubs = map.column_of(Field::Club).or(map.column_of(Field::ClubNumber)).is_some();
    let RowReader { newest_season, order, notes, .. } = reader;
    Ok(Understood {
        rows,
        tally,
        about: map.about,
        day_order: order,
        notes,
        clubs,
        names_clubs,
        newest_season,
        source: context.source.clone(),
    })
}

/// Reads rows one by one.
struct RowReader<'a> {
    table: &'a Table,
    context: &'a Context,
    about: About,
    columns: BTreeMap<Field, usize>,
    order: Option<FoundOrder>,
    surname_first: bool,
    currency: Option<Currency>,
    wage_per: Option<WagePeriod>,
    newest_season: Option<i16>,
    notes: Vec<(usize, String)>,
}

/// What was said of the cells of one row so far.
struct Remarks<'a> {
    reader: &'a RowReader<'a>,
    row: usize,
    remarks: Vec<Remark>,
}

impl<'a> RowReader<'a> {
    fn new(table: &'a Table, map: &ColumnMap, context: &'a Context) -> Self {
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
            columns,
        }
    }

    fn cell(&self, row: usize, field: Field) -> &'a str {
        self.columns.get(&field).map_or("", |column| self.table.cell(row, *column))
    }

    fn read(&self, row: usize) -> ImportRow {
        let mut remarks = Remarks { reader: self, row, remarks: Vec::new() };
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
        ImportRow { row, line: self.table.line(row), content, remarks: remarks.remarks }
    }

    /// The name, or why the row is nobody.
    fn name(&self, row: usize, remarks: &mut Remarks<'_>) -> Result<String, String> {
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
        let mut name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
        name.retain(|c| !c.is_control() && c != '\u{feff}');
        if name.is_empty() {
            return Err("no name in it".to_owned());
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(format!("\u{201c}{}\u{201d} is no name", cut(&name)));
        }
        if name.chars().count() > 100 {
            return Err(format!("the name is longer than 100 letters: \u{201c}{}\u{201d}", cut(&name)));
        }
        const SUMS: [&str; 9] =
            ["total", "sum", "average", "totals", "summe", "gesamt", "durchschnitt", "media", "totale"];
        if SUMS.contains(&name.to_lowercase().trim_end_matches(':')) {
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

    fn player(&self, name: String, remarks: &mut Remarks<'_>) -> ImportedPlayer {
        let row = remarks.row;
        let cell = |field| self.cell(row, field);
        let order = self.order();
        let born = remarks.take(Field::Born, date::read(cell(Field::Born), order, Ends::First), "no day");
        let exact =
            remarks.take(Field::ExactPosition, position::read(cell(Field::ExactPosition)), "no position");
        let positions = match exact {
            Some(exact) => exact,
            None => remarks
                .take(Field::Positions, position::read(cell(Field::Positions)), "no position")
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
            foot: remarks.take(Field::Foot, body::foot(cell(Field::Foot)), "no foot"),
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

    fn injury(&self, name: String, remarks: &mut Remarks<'_>) -> Content {
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

    fn order(&self) -> DayOrder {
        self.order.as_ref().map_or(DayOrder::DayFirst, |found| found.order)
    }

    fn club(&self, row: usize, remarks: &mut Remarks<'_>) -> Option<String> {
        let club = self.cell(row, Field::Club);
        if let Some(club) = club_in(club) {
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

    fn nationality(&self, row: usize, remarks: &mut Remarks<'_>) -> Option<String> {
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

    fn wage(&self, row: usize, remarks: &mut Remarks<'_>) -> Option<Wage> {
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

    fn last_season(&self, row: usize, remarks: &mut Remarks<'_>) -> Option<i16> {
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

impl Remarks<'_> {
    fn add(&mut self, column: Option<usize>, field: Field, verdict: Verdict, why: String) {
        self.remarks.push(Remark { column, field, verdict, why });
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
        let money = self.take(field, money::read(cell), "no amount")?;
        if money.high == 0 {
            self.say(field, Verdict::NotTaken, "nought: the table knows none".to_owned());
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
    (!none).then(|| cell.split_whitespace().collect::<Vec<_>>().join(" "))
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
