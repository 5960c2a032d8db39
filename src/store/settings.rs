//! What the program remembers between two starts. Never worth a failure: what cannot be read is started anew.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::{Extra, words};

use super::folders::AppFolders;
use super::format::lay_out;
use super::import::ColumnMap;
use super::save::{SaveError, write_atomically};
use super::stored_path::StoredPath;

/// The most recent files that are remembered.
pub const MAX_RECENT: usize = 12;

/// How many tables' columns are remembered.
pub const MAX_TABLES: usize = 40;

/// The smallest and the largest text, as shares of the usual size.
pub const TEXT_SIZES: std::ops::RangeInclusive<f32> = 0.5..=3.0;

/// The largest settings file that is read, in bytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// Which colours the window has.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// Dark.
    Dark,
    /// Light.
    Light,
    /// As the system has it.
    #[default]
    System,
}

/// The window as it was last, in points.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowSize {
    /// Width of its inside.
    pub width: f32,
    /// Height of its inside.
    pub height: f32,
    /// It filled the screen.
    #[serde(default)]
    pub maximized: bool,
}

/// What the columns of a table hold, as the user corrected it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownTable {
    /// Its headers in one line ([`ColumnMap::signature`]).
    pub headers: String,
    /// What its columns hold.
    pub columns: ColumnMap,
}

/// A column of a table as the user has set it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnSetting {
    /// Which one.
    pub name: String,
    /// Its width, points.
    pub width: f32,
    /// It is shown.
    pub shown: bool,
}

/// A table as the user has set it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableSettings {
    /// Its columns; those it does not name are as usual.
    pub columns: Vec<ColumnSetting>,
}

/// What the program remembers.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Which colours.
    pub theme: ThemeChoice,
    /// The size of all text and controls, as a share of the usual one, within [`TEXT_SIZES`].
    pub text_size: f32,
    /// Nothing moves, not even a card that was dropped.
    pub reduced_motion: bool,
    /// The program's name stands at the foot of cards.
    pub wordmark: bool,
    /// How dates, money and weeks read.
    pub reading: words::Style,
    /// Where dialogs begin for a plan that has no file yet; where the last one ended, until one is chosen.
    pub plans_folder: Option<PathBuf>,
    /// Plans opened or saved, the newest first, each once, at most [`MAX_RECENT`].
    pub recent: Vec<PathBuf>,
    /// The plan that was open last.
    pub last_opened: Option<PathBuf>,
    /// The folder of the last file dialog.
    pub last_folder: Option<PathBuf>,
    /// The window.
    pub window: Option<WindowSize>,
    /// Tables whose columns the user has corrected, the newest first, at most [`MAX_TABLES`].
    pub tables: Vec<KnownTable>,
    /// The table of targets.
    pub targets: Option<TableSettings>,
    /// The tour was offered or shown: it does not come by itself any more.
    pub tour_seen: bool,
    /// What this version does not know, kept for the one that does.
    pub extra: Extra,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            text_size: 1.0,
            reduced_motion: false,
            wordmark: true,
            reading: words::Style::default(),
            plans_folder: None,
            recent: Vec::new(),
            last_opened: None,
            last_folder: None,
            window: None,
            tables: Vec::new(),
            targets: None,
            tour_seen: false,
            extra: Extra::new(),
        }
    }
}

impl Settings {
    /// Reads the settings; the second value is a sentence for the user where they had to be started anew.
    ///
    /// A file that is no JSON is set aside as `settings.broken.json`. A field that cannot be understood gets its
    /// default.
    #[must_use]
    pub fn load(folders: &AppFolders) -> (Self, Option<String>) {
        let path = folders.settings_file();
        let read = || -> io::Result<Vec<u8>> {
            if !fs::metadata(&path)?.is_file() {
                return Err(io::Error::other("it is not a file"));
            }
            let mut bytes = Vec::new();
            File::open(&path)?.take(MAX_BYTES).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = match read() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return (Self::default(), None),
            Err(error) => {
                let sentence = format!(
                    "The settings could not be read ({error}), so Backline starts with the usual ones. File: {}",
                    path.display()
                );
                return (Self::default(), Some(sentence));
            }
        };
        if let Ok(fields) = serde_json::from_slice::<Map<String, Value>>(&bytes) {
            return (Self::from_fields(fields), None);
        }
        let aside = path.with_file_name("settings.broken.json");
        let kept = match fs::rename(&path, &aside) {
            Ok(()) => format!("The old file was kept: {}", aside.display()),
            Err(_) => format!("File: {}", path.display()),
        };
        let sentence =
            format!("The settings could not be understood, so Backline starts with the usual ones. {kept}");
        (Self::default(), Some(sentence))
    }

    /// Writes the settings.
    ///
    /// # Errors
    /// Why they could not be written.
    pub fn save(&self, folders: &AppFolders) -> Result<(), SaveError> {
        let path = folders.settings_file();
        fs::create_dir_all(&folders.config).map_err(|source| SaveError::Failed {
            reason: "the settings' folder cannot be made",
            source,
            remedy: "Check that you may write to your own folder.",
            path: path.clone(),
        })?;
        write_atomically(&path, lay_out(&self.to_value()).as_bytes(), None)
    }

    /// Remembers a plan that was opened or saved: first among the recent ones, and opened on the next start.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MAX_RECENT);
        self.last_opened = Some(path.to_owned());
        if let Some(folder) = path.parent().filter(|folder| *folder != Path::new("")) {
            self.last_folder = Some(folder.to_owned());
        }
    }

    /// Remembers what the columns of a table hold, for the next one with the same headers.
    pub fn remember_table(&mut self, headers: String, columns: ColumnMap) {
        self.tables.retain(|known| known.headers != headers);
        self.tables.insert(0, KnownTable { headers, columns });
        self.tables.truncate(MAX_TABLES);
    }

    /// Forgets a plan, for example one that is no longer there.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.last_opened.take_if(|last| last == path);
    }

    /// Sets back what a user chooses in the preferences; what is merely remembered stays.
    pub fn set_back(&mut self) {
        // Every field by its name: a new one has to say which of the two it is.
        let Self {
            theme,
            text_size,
            reduced_motion,
            wordmark,
            reading,
            plans_folder,
            tour_seen: _,
            recent: _,
            last_opened: _,
            last_folder: _,
            window: _,
            tables: _,
            targets: _,
            extra: _,
        } = self;
        let usual = Self::default();
        (*theme, *text_size, *reduced_motion) = (usual.theme, usual.text_size, usual.reduced_motion);
        (*wordmark, *reading, *plans_folder) = (usual.wordmark, usual.reading, usual.plans_folder);
    }

    fn from_fields(mut fields: Map<String, Value>) -> Self {
        let mut settings = Self {
            theme: field(&mut fields, "theme").unwrap_or_default(),
            text_size: field(&mut fields, "text_size")
                .filter(|share| TEXT_SIZES.contains(share))
                .unwrap_or(1.0),
            reduced_motion: field(&mut fields, "reduced_motion").unwrap_or_default(),
            wordmark: field(&mut fields, "wordmark").unwrap_or(true),
            reading: words::Style {
                date: field(&mut fields, "date_style").unwrap_or_default(),
                currency: field(&mut fields, "currency_style").unwrap_or_default(),
                week: field(&mut fields, "week_start").unwrap_or_default(),
            },
            plans_folder: field(&mut fields, "plans_folder")
                .map(StoredPath::into_path)
                .filter(|folder| folder.is_absolute()),
            recent: Vec::new(),
            last_opened: field(&mut fields, "last_opened").map(StoredPath::into_path),
            last_folder: field(&mut fields, "last_folder").map(StoredPath::into_path),
            window: field(&mut fields, "window").filter(|window: &WindowSize| {
                (1.0..100_000.0).contains(&window.width) && (1.0..100_000.0).contains(&window.height)
            }),
            tables: Vec::new(),
            targets: field(&mut fields, "targets"),
            tour_seen: field(&mut fields, "tour_seen").unwrap_or_default(),
            extra: Extra::new(),
        };
        let tables = field::<Vec<Value>>(&mut fields, "tables").unwrap_or_default();
        settings.tables = tables.into_iter().filter_map(|table| serde_json::from_value(table).ok()).collect();
        settings.tables.truncate(MAX_TABLES);
        for path in field::<Vec<Value>>(&mut fields, "recent").unwrap_or_default() {
            let path = serde_json::from_value(path).ok().map(StoredPath::into_path);
            if let Some(path) = path.filter(|path| !settings.recent.contains(path)) {
                settings.recent.push(path);
            }
        }
        settings.recent.truncate(MAX_RECENT);
        settings.extra = fields;
        settings
    }

    fn to_value(&self) -> Value {
        let Self {
            theme,
            text_size,
            reduced_motion,
            wordmark,
            reading: words::Style { date, currency, week },
            plans_folder,
            recent,
            last_opened,
            last_folder,
            window,
            tables,
            targets,
            tour_seen,
            extra,
        } = self;
        let mut fields = Map::new();
        let mut put = |name: &str, value: serde_json::Result<Value>| {
            if let Ok(value) = value
                && !value.is_null()
            {
                fields.insert(name.to_owned(), value);
            }
        };
        put("theme", serde_json::to_value(theme));
        put("text_size", serde_json::to_value(text_size));
        put("reduced_motion", serde_json::to_value(reduced_motion));
        put("wordmark", serde_json::to_value(wordmark));
        put("date_style", serde_json::to_value(date));
        put("currency_style", serde_json::to_value(currency));
        put("week_start", serde_json::to_value(week));
        put("plans_folder", serde_json::to_value(plans_folder.as_deref().map(StoredPath::of)));
        put(
            "recent",
            serde_json::to_value(recent.iter().map(|path| StoredPath::of(path)).collect::<Vec<_>>()),
        );
        put("last_opened", serde_json::to_value(last_opened.as_deref().map(StoredPath::of)));
        put("last_folder", serde_json::to_value(last_folder.as_deref().map(StoredPath::of)));
        put("window", serde_json::to_value(window));
        if !tables.is_empty() {
            put("tables", serde_json::to_value(tables));
        }
        put("targets", serde_json::to_value(targets));
        put("tour_seen", serde_json::to_value(tour_seen));
        fields.extend(extra.clone());
        Value::Object(fields)
    }
}

/// Takes a field out, if it is there and can be understood.
fn field<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Option<T> {
    serde_json::from_value(fields.shift_remove(name)?).ok()
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
