//! Where the program keeps what is its own: settings, and the autosave with its journal.

use std::path::PathBuf;

/// The program's own folders. Neither need exist before something is written there.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AppFolders {
    /// Settings.
    pub config: PathBuf,
    /// Autosaves and journals.
    pub data: PathBuf,
}

impl AppFolders {
    /// Those of the user who runs the program, where the system expects them; `None` where a user has no home.
    #[must_use]
    pub fn of_this_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "Backline")?;
        Some(Self { config: folders.config_dir().to_owned(), data: folders.data_local_dir().to_owned() })
    }

    /// Both inside one folder.
    #[must_use]
    pub fn inside(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Self { config: folder.join("config"), data: folder.join("data") }
    }

    /// The file of the settings.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.config.join("settings.json")
    }
}
