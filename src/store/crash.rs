//! When it goes wrong in our own code: a report of it in the program's own folder, sent to nobody.
//!
//! A report holds the version, what failed and where, what was done last (as it stands in the Edit menu) and the way
//! there through the code. The home folder is written `~`, the plan's file is not named.
//!
//! The unsaved work itself is in the journal already.

use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fs;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::folders::AppFolders;

/// How many steps a report tells.
const STEPS: usize = 20;

/// How many reports are kept.
const MAX_REPORTS: usize = 10;

/// The longest report, bytes.
const MAX_BYTES: usize = 256 * 1024;

/// How the name of a report ends that nobody has been told of, and of one that somebody has.
const NEW: &str = ".new.txt";
const TOLD: &str = ".txt";

/// What a report tells besides the failure.
#[derive(Debug)]
struct Last {
    steps: VecDeque<String>,
    /// The plan's file: its name is nobody's business.
    file: Option<PathBuf>,
}

static LAST: Mutex<Last> = Mutex::new(Last { steps: VecDeque::new(), file: None });

/// Notes what was done, for a report if there has to be one.
pub(super) fn note_step(label: &str) {
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if last.steps.len() == STEPS {
        last.steps.pop_front();
    }
    last.steps.push_back(label.to_owned());
}

/// Notes which file is open, so that a report does not name it.
pub(super) fn note_file(file: Option<&Path>) {
    LAST.lock().unwrap_or_else(PoisonError::into_inner).file = file.map(Path::to_owned);
}

/// From now on a failure in our own code leaves a report in these folders.
pub fn report_crashes(folders: &AppFolders) {
    let folder = folders.reports();
    let home = directories::BaseDirs::new().map(|known| known.home_dir().to_owned());
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |failure| {
        before(failure);
        // Whoever holds it failed himself: then the report does without.
        let last = LAST.try_lock();
        let (steps, file) = match &last {
            Ok(last) => (last.steps.iter().cloned().collect(), last.file.clone()),
            Err(_) => (Vec::new(), None),
        };
        drop(last);
        let failed = Failed { what: what(failure), place: place(failure), steps: &steps };
        let text = failed.report(&Backtrace::force_capture().to_string());
        let text = without_paths(&text, home.as_deref(), file.as_deref());
        tracing::error!("failed: {}", without_paths(&failed.what, home.as_deref(), file.as_deref()));
        write(&folder, &text, SystemTime::now());
    }));
}

/// A failure, in parts.
struct Failed<'a> {
    what: String,
    place: String,
    steps: &'a [String],
}

fn what(failure: &PanicHookInfo<'_>) -> String {
    failure.payload_as_str().unwrap_or("something that says nothing about itself").to_owned()
}

fn place(failure: &PanicHookInfo<'_>) -> String {
    failure.location().map_or_else(|| "unknown".to_owned(), ToString::to_string)
}

impl Failed<'_> {
    fn report(&self, backtrace: &str) -> String {
        let Self { what, place, steps } = self;
        let steps: Vec<&str> = steps.iter().rev().map(String::as_str).collect();
        let steps = if steps.is_empty() { "nothing yet".to_owned() } else { steps.join("\n- ") };
        format!(
            "Backline {version} failed.\n\n{what}\n\nWhere: {place}\nSystem: {os}, {arch}\n\nDone before, the last \
             first:\n- {steps}\n\nThe way there:\n{backtrace}\n",
            version = env!("CARGO_PKG_VERSION"),
            os = std::env::consts::OS,
            arch = std::env::consts::ARCH,
        )
    }
}

/// The home folder as `~`, the plan's file without its name.
fn without_paths(text: &str, home: Option<&Path>, file: Option<&Path>) -> String {
    let mut text = text.to_owned();
    let mut replace = |what: Option<&str>, by: &str| {
        if let Some(what) = what.filter(|what| what.len() > 1) {
            text = text.replace(what, by);
        }
    };
    replace(file.and_then(Path::to_str), "(the plan)");
    replace(file.and_then(Path::file_name).and_then(|name| name.to_str()), "(the plan)");
    replace(home.and_then(Path::to_str), "~");
    text
}

fn write(folder: &Path, text: &str, now: SystemTime) {
    let seconds = now.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let end = text.floor_char_boundary(MAX_BYTES);
    // Where even this fails there is nothing else to be done; the message stands on standard error.
    drop(fs::create_dir_all(folder));
    let path = folder.join(format!("report-{seconds}{NEW}"));
    drop(fs::write(path, text.get(..end).unwrap_or_default()));
    let mut reports = reports(folder);
    reports.sort();
    let too_many = reports.len().saturating_sub(MAX_REPORTS);
    reports.iter().take(too_many).for_each(|path| drop(fs::remove_file(path)));
}

fn reports(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    paths.filter(|path| path.to_string_lossy().ends_with(TOLD)).collect()
}

/// The newest report that nobody was told of yet; from now on it counts as told.
#[must_use]
pub fn new_report(folders: &AppFolders) -> Option<PathBuf> {
    let mut new = reports(&folders.reports());
    new.retain(|path| path.to_string_lossy().ends_with(NEW));
    new.sort();
    let told = |path: &PathBuf| -> Option<PathBuf> {
        let name = path.file_name()?.to_str()?.strip_suffix(NEW)?.to_owned();
        let to = path.with_file_name(format!("{name}{TOLD}"));
        fs::rename(path, &to).ok().map(|()| to)
    };
    new.iter().fold(None, |newest, path| told(path).or(newest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_names_neither_home_nor_file() {
        let text = "cannot read /home/ann/plans/secret move.json at /home/ann/.cargo/x.rs: secret move.json";
        let text = without_paths(
            text,
            Some(Path::new("/home/ann")),
            Some(Path::new("/home/ann/plans/secret move.json")),
        );
        assert_eq!(text, "cannot read (the plan) at ~/.cargo/x.rs: (the plan)");
    }

    #[test]
    fn a_report_is_told_once_and_ten_are_kept() {
        let home = tempfile::tempdir().unwrap();
        let folders = AppFolders::inside(home.path());
        assert_eq!(new_report(&folders), None);
        let steps = ["rename the plan".to_owned(), "remove Leoni".to_owned()];
        let failed = Failed { what: "a rank".to_owned(), place: "src/x.rs:1".to_owned(), steps: &steps };
        for second in 0..15 {
            let now = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000 + second);
            write(&folders.reports(), &failed.report("frames"), now);
        }
        assert_eq!(fs::read_dir(folders.reports()).unwrap().count(), MAX_REPORTS);
        let told = new_report(&folders).unwrap();
        assert!(told.ends_with("report-1000000014.txt"), "{told:?}");
        let text = fs::read_to_string(told).unwrap();
        assert!(text.contains("- remove Leoni\n- rename the plan\n") && text.contains("frames"), "{text}");
        assert_eq!(new_report(&folders), None);
    }
}
