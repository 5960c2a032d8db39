//! From a file or the clipboard to rows that are understood: which file, reading it, and what its columns hold.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::job::Job;
use crate::model::{Currency, Date};
use crate::store::import::{
    ColumnMap, Context as RowContext, ImportError, Incoming, Progress, Sheet, Understood, Watch, open_import,
    read_import, understand,
};

/// What stands in an error for pasted text.
pub(super) const CLIPBOARD: &str = "the clipboard";

/// Cells shown of each column.
const SAMPLES: usize = 4;

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Input {
    /// This file.
    File(PathBuf),
    /// This text.
    Pasted(String),
}

/// The plan's day and currency, which say what a cell can mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Ground {
    pub as_of: Date,
    pub currency: Currency,
}

/// A table and what it says.
#[derive(Clone, Debug)]
pub(super) struct Loaded {
    pub sheet: Arc<Sheet>,
    pub map: ColumnMap,
    /// The columns are as the user had them the last time.
    pub remembered: bool,
    /// The rows, or why they cannot be understood with these columns.
    pub rows: Result<Arc<Understood>, String>,
    /// Of each column its first cells that say something.
    pub samples: Arc<[Vec<String>]>,
}

/// What a file turned out to be.
#[derive(Debug)]
enum Found {
    Table(Box<Loaded>),
    Plan,
    Fixtures(Option<PathBuf>),
}

/// What the reading came to in this frame.
#[derive(Debug)]
pub(super) enum News {
    /// Nothing new.
    None,
    /// A table is there, or its columns were read anew.
    Table,
    /// A plan: to be opened.
    Plan(PathBuf),
    /// A season of fixtures.
    Fixtures(PathBuf),
}

/// Reads tables, one at a time.
#[derive(Debug, Default)]
pub(super) struct Intake {
    job: Option<Job<Result<Found, ImportError>>>,
    /// What is being read, or was.
    input: Option<Input>,
    /// The ground the rows stand on.
    ground: Option<Ground>,
    pub loaded: Option<Loaded>,
    pub trouble: Option<String>,
    /// Column maps of earlier imports, by their headers.
    known: BTreeMap<String, ColumnMap>,
}

impl Intake {
    pub(super) fn remember(&mut self, known: BTreeMap<String, ColumnMap>) {
        self.known = known;
    }

    /// It is busy reading.
    pub(super) fn is_reading(&self) -> bool {
        self.job.is_some()
    }

    /// How far the reading is.
    pub(super) fn progress(&self) -> Option<Progress> {
        self.job.as_ref()?.progress()
    }

    /// The day and the currency may have changed: the rows are understood anew if so.
    pub(super) fn stand_on(&mut self, ground: Ground, ctx: &Context) {
        let before = self.ground.replace(ground);
        match (&self.loaded, &self.input) {
            _ if before == Some(ground) => {}
            (Some(loaded), _) => {
                let map = loaded.map.clone();
                self.reread(map, ctx);
            }
            // It was named before anybody knew for which day.
            (None, Some(input)) if before.is_none() => self.read(input.clone(), ctx),
            (None, _) => {}
        }
    }

    pub(super) fn read(&mut self, input: Input, ctx: &Context) {
        self.trouble = None;
        self.loaded = None;
        self.input = Some(input.clone());
        let Some(ground) = self.ground else { return };
        let known = self.known.clone();
        self.job = Some(Job::begin(ctx, move |watch| {
            let incoming = match &input {
                Input::File(path) => open_import(path, watch)?,
                Input::Pasted(text) => read_import(text.as_bytes(), CLIPBOARD, watch)?,
            };
            Ok(match incoming {
                Incoming::Plan => Found::Plan,
                Incoming::Fixtures(_) => Found::Fixtures(match input {
                    Input::File(path) => Some(path),
                    Input::Pasted(_) => None,
                }),
                Incoming::Sheet(sheet) => {
                    let remembered = ColumnMap::signature(&sheet.table)
                        .and_then(|signature| known.get(&signature).cloned())
                        .filter(|map| map.fits(&sheet.table));
                    let (map, remembered) = match remembered {
                        Some(map) => (map, true),
                        None => (sheet.guess.clone(), false),
                    };
                    Found::Table(Box::new(load(Arc::new(sheet), map, remembered, ground, watch)?))
                }
            })
        }));
    }

    /// Understands the rows anew with other columns.
    pub(super) fn reread(&mut self, map: ColumnMap, ctx: &Context) {
        let (Some(ground), Some(loaded)) = (self.ground, &mut self.loaded) else { return };
        loaded.map = map.clone();
        let sheet = Arc::clone(&loaded.sheet);
        self.job = Some(Job::begin(ctx, move |watch| {
            Ok(Found::Table(Box::new(load(sheet, map, false, ground, watch)?)))
        }));
    }

    /// Stops reading; what was read before stays.
    pub(super) fn cancel(&mut self) {
        self.job = None;
    }

    /// Lets go of the table, to choose another.
    pub(super) fn clear(&mut self) {
        (self.job, self.loaded, self.trouble) = (None, None, None);
    }

    /// Hears what the reading has come to.
    pub(super) fn poll(&mut self) -> News {
        let Some(job) = &self.job else { return News::None };
        let answer = match job.poll() {
            Ok(None) => return News::None,
            Ok(Some(answer)) => answer.map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        self.job = None;
        match answer {
            Ok(Found::Table(loaded)) => {
                self.loaded = Some(*loaded);
                News::Table
            }
            Ok(Found::Plan) => match &self.input {
                Some(Input::File(path)) => News::Plan(path.clone()),
                _ => self.complain("This is a Backline plan. Save it as a file and open that."),
            },
            Ok(Found::Fixtures(Some(path))) => News::Fixtures(path),
            Ok(Found::Fixtures(None)) => {
                self.complain("This is a season of fixtures. Save it as a file and import that.")
            }
            Err(sentence) => self.complain(&sentence),
        }
    }

    fn complain(&mut self, sentence: &str) -> News {
        self.trouble = Some(sentence.to_owned());
        News::None
    }

    /// The file that is being read or was.
    pub(super) fn file(&self) -> Option<&Path> {
        match &self.input {
            Some(Input::File(path)) => Some(path),
            _ => None,
        }
    }

    /// The columns as the user left them, to be known again by their headers; `None` if he changed nothing.
    pub(super) fn learned(&self) -> Option<(String, ColumnMap)> {
        let loaded = self.loaded.as_ref().filter(|loaded| loaded.map != loaded.sheet.guess)?;
        Some((ColumnMap::signature(&loaded.sheet.table)?, loaded.map.clone()))
    }
}

fn load(
    sheet: Arc<Sheet>,
    map: ColumnMap,
    remembered: bool,
    ground: Ground,
    watch: Watch<'_>,
) -> Result<Loaded, ImportError> {
    let context = RowContext::of(&sheet, ground.as_of, ground.currency);
    let rows = match understand(&sheet, &map, &context, watch) {
        Ok(understood) => Ok(Arc::new(understood)),
        // Stopped is stopped; columns that do not fit can be corrected.
        Err(error) if error.is_cancelled() => return Err(error),
        Err(error) => Err(error.reason.to_string()),
    };
    let table = &sheet.table;
    let cells = |column| (0..table.len()).map(move |row| table.cell(row, column));
    let said =
        |column| cells(column).filter(|cell| !cell.is_empty()).take(SAMPLES).map(str::to_owned).collect();
    let samples = (0..map.columns.len()).map(said).collect();
    Ok(Loaded { sheet, map, remembered, rows, samples })
}
