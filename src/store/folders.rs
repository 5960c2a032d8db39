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

    /// Journals of plans that are being worked on, or were when the program ended unexpectedly.
    #[must_use]
    pub fn journals(&self) -> PathBuf {
        self.data.join("journals")
    }

    /// Journals that were set aside; kept for some days.
    #[must_use]
    pub fn discarded(&self) -> PathBuf {
        self.data.join("discarded")
    }

    /// One file for every plan that a window has open.
    #[must_use]
    pub fn locks(&self) -> PathBuf {
        self.data.join("locks")
    }

    /// Earlier versions of saved plans, a folder for each plan.
    #[must_use]
    pub fn backups(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// What the program says about itself while it runs.
    #[must_use]
    pub fn logs(&self) -> PathBuf {
        self.data.join("logs")
    }

    /// Reports of when it went wrong.
    #[must_use]
    pub fn reports(&self) -> PathBuf {
        self.data.join("reports")
    }
}
