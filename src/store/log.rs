//! What the program says about itself while it runs: a file of bounded length, and standard error if asked.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing::Level;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::folders::AppFolders;

/// The length at which a log is put away and a new one begins, bytes. One that was put away is kept.
const MAX_BYTES: u64 = 1024 * 1024;

const NAME: &str = "backline.log";
const BEFORE: &str = "backline.before.log";

/// From now on what happens is written to the log, and with `verbose` in more detail to standard error as well.
///
/// A log that cannot be written is done without.
pub fn start_log(folders: &AppFolders, verbose: bool) {
    let log = Mutex::new(Log::open(folders.logs()));
    let level = if verbose { Level::DEBUG } else { Level::INFO };
    // Ours alone: the window's crates have much to say.
    let ours = Targets::new().with_target("backline", level);
    let to_log = fmt::layer().with_ansi(false).with_target(false).with_writer(log);
    let to_stderr = verbose.then(|| fmt::layer().with_ansi(false).with_target(false).with_writer(io::stderr));
    // Only the first one counts, as in tests.
    let _second = tracing_subscriber::registry().with(ours).with(to_log).with(to_stderr).try_init();
}

/// A file that begins anew when it is long enough.
#[derive(Debug)]
struct Log {
    folder: PathBuf,
    file: Option<File>,
    length: u64,
}

impl Log {
    fn open(folder: PathBuf) -> Self {
        let (file, length) = opened(&folder).map_or((None, 0), |(file, length)| (Some(file), length));
        Self { folder, file, length }
    }
}

fn opened(folder: &Path) -> io::Result<(File, u64)> {
    fs::create_dir_all(folder)?;
    let file = OpenOptions::new().create(true).append(true).open(folder.join(NAME))?;
    let length = file.metadata()?.len();
    Ok((file, length))
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.length + bytes.len() as u64 > MAX_BYTES && self.length > 0 {
            self.file = None;
            let put_away = fs::rename(self.folder.join(NAME), self.folder.join(BEFORE));
            *self = match put_away {
                Ok(()) => Self::open(self.folder.clone()),
                Err(_) => Self { folder: self.folder.clone(), file: None, length: 0 },
            };
        }
        if let Some(file) = &mut self.file {
            // Nobody is to be bothered with a full disk by the log.
            drop(file.write_all(bytes));
            self.length += bytes.len() as u64;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_bounded_and_the_one_before_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = Log::open(folder.path().to_owned());
        let line = "x".repeat(99) + "\n";
        for _ in 0..30_000 {
            log.write_all(line.as_bytes()).unwrap();
        }
        let names: Vec<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                assert!(entry.metadata().unwrap().len() <= MAX_BYTES);
                entry.file_name().into_string().unwrap()
            })
            .collect();
        assert_eq!(names.len(), 2, "{names:?}");
        drop(log);
        assert!(Log::open(folder.path().to_owned()).length > 0, "it goes on where it was");
    }

    #[test]
    fn a_log_that_cannot_be_written_bothers_nobody() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("logs"), "in the way").unwrap();
        let mut log = Log::open(folder.path().join("logs"));
        assert!(log.write_all(b"a line\n").is_ok());
    }
}
