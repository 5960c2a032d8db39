//! `backline [FILE]`: the window.

use std::path::PathBuf;

use super::answer::{Answer, Exit};

/// What works where there is no window.
const WITHOUT_WINDOW: &str =
    "These work without a window: backline check, compare, cover, import, merge, picture, schema.";

/// Opens the window and returns when it is closed.
#[cfg(feature = "ui")]
pub(super) fn open(file: Option<PathBuf>, verbose: bool) -> Answer {
    if !display::is_there() {
        let message = format!(
            "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. {WITHOUT_WINDOW}"
        );
        return Answer::failed(message, Exit::NoWindow);
    }
    if let Some(folders) = crate::store::AppFolders::of_this_user() {
        crate::store::start_log(&folders, verbose);
        crate::store::report_crashes(&folders);
    }
    match run(file) {
        Ok(()) => Answer::default(),
        Err(error) => {
            let message = format!("The window could not be opened: {error}. {WITHOUT_WINDOW}");
            Answer::failed(super::plain(&message), Exit::NoWindow)
        }
    }
}

/// Says that there is none.
#[cfg(not(feature = "ui"))]
pub(super) fn open(file: Option<PathBuf>, _verbose: bool) -> Answer {
    drop(file);
    let message =
        format!("This Backline was built without its window. {WITHOUT_WINDOW}\n\n{}", super::help());
    Answer::failed(message, Exit::NoWindow)
}

#[cfg(feature = "ui")]
fn run(file: Option<PathBuf>) -> Result<(), String> {
    crate::ui::run(crate::ui::Launch { file }).map_err(|error| error.to_string())
}

#[cfg(feature = "ui")]
mod display {
    /// Somewhere to open a window. Windows and macOS always have a place.
    #[cfg(all(unix, not(target_os = "macos")))]
    pub(super) fn is_there() -> bool {
        ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
    }

    /// Somewhere to open a window. Windows and macOS always have a place.
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    pub(super) fn is_there() -> bool {
        true
    }
}
