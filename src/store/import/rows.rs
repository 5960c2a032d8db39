//! What each row says: a player or an injury, or why neither, and of each cell that is odd, what is odd about it.

use crate::model::{Currency, Date, Extra, Source};

use super::Sheet;
use super::clubs::ClubCount;
use super::columns::{About, ColumnMap, FoundOrder};
use super::error::{ImportError, ImportReason};
use super::field::Field;
use super::people::{ImportedInjury, ImportedPlayer};
use super::progress::{Reporter, Stage, Watch};
use super::row_reader::RowReader;

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
    /// It was taken as is usual where nothing more is said.
    Assumed,
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
            Self::Assumed => "assumed",
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
    /// Which row of the table: its cells are those of the table.
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
        self.remarks.iter().any(|remark| remark.verdict >= Verdict::Doubtful)
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
    /// Some column holds wages.
    pub names_wages: bool,
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
    let names_wages = map.column_of(Field::Wage).is_some();
    let RowReader { newest_season, order, notes, .. } = reader;
    Ok(Understood {
        rows,
        tally,
        about: map.about,
        day_order: order,
        notes,
        clubs,
        names_clubs,
        names_wages,
        newest_season,
        source: context.source.clone(),
    })
}
