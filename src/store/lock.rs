//! One window at a time writes a plan: who has it open holds a lock in the program's own folder.
//!
//! The lock is the system's: it ends with the program that holds it, however that ends. Its file is empty and stays.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::fingerprint::Fingerprint;
use super::folders::AppFolders;

/// More lock files than this are thinned out: those that nobody has touched for this long go.
const MANY: usize = 500;
const OLD: Duration = Duration::from_hours(30 * 24);

/// The right to write a plan's file, for as long as this is held.
#[derive(Debug)]
pub struct PlanLock {
    name: String,
    /// Held open: closing it gives the lock back. `None` where the system knows no locks.
    _file: Option<File>,
}

/// Whether a plan could be taken.
#[derive(Debug)]
pub enum Taken {
    /// By us.
    Ours(PlanLock),
    /// Another window has it.
    Elsewhere,
}

impl PlanLock {
    /// Takes the plan in this file, unless another window has it.
    ///
    /// # Errors
    /// Why it cannot be known.
    pub fn take(folders: &AppFolders, plan: &Path) -> io::Result<Taken> {
        let folder = folders.locks();
        fs::create_dir_all(&folder)?;
        let name = key(plan);
        let path = folder.join(format!("{name}.lock"));
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => {
                // For the thinning: it was used now.
                drop(file.set_modified(SystemTime::now()));
                Ok(Taken::Ours(Self { name, _file: Some(file) }))
            }
            Err(TryLockError::WouldBlock) => Ok(Taken::Elsewhere),
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                Ok(Taken::Ours(Self { name, _file: None }))
            }
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// It is the lock of the plan in this file.
    #[must_use]
    pub fn is_of(&self, plan: &Path) -> bool {
        self.name == key(plan)
    }
}

/// What a plan is known by in the program's own folder: the same for every way to write its path.
#[must_use]
pub(crate) fn key(plan: &Path) -> String {
    Fingerprint::of(canonical(plan).as_os_str().as_encoded_bytes()).to_string()
}

/// The path without links and detours, also of a file that is not there yet.
fn canonical(path: &Path) -> PathBuf {
    if let Ok(path) = fs::canonicalize(path) {
        return path;
    }
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().and_then(|folder| fs::canonicalize(folder).ok());
    match (folder, path.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

/// Removes lock files that nobody has needed for long, if there are many.
pub fn sweep_locks(folders: &AppFolders, now: SystemTime) {
    let Ok(entries) = fs::read_dir(folders.locks()) else { return };
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    if paths.len() <= MANY {
        return;
    }
    for path in paths {
        let changed = fs::metadata(&path).and_then(|metadata| metadata.modified()).ok();
        let old = changed.and_then(|then| now.duration_since(then).ok()).is_some_and(|age| age > OLD);
        if old && File::open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            drop(fs::remove_file(path));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_is_taken_once_whatever_its_path_is_written_like() {
        let folder = tempfile::tempdir().unwrap();
        let folders = AppFolders::inside(folder.path().join("own"));
        fs::create_dir(folder.path().join("plans")).unwrap();
        let plan = folder.path().join("plans/Guéhi now.json");
        let same = folder.path().join("plans/../plans/./Guéhi now.json");
        for exists in [false, true] {
            if exists {
                fs::write(&plan, "{}").unwrap();
            }
            let Ok(Taken::Ours(lock)) = PlanLock::take(&folders, &plan) else { panic!("nobody has it") };
            assert!(lock.is_of(&same));
            assert!(matches!(PlanLock::take(&folders, &same), Ok(Taken::Elsewhere)));
            let other = folder.path().join("plans/other.json");
            assert!(matches!(PlanLock::take(&folders, &other), Ok(Taken::Ours(_))));
            drop(lock);
            assert!(matches!(PlanLock::take(&folders, &same), Ok(Taken::Ours(_))));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_plan_is_that_plan() {
        let folder = tempfile::tempdir().unwrap();
        let (plan, link) = (folder.path().join("plan.json"), folder.path().join("link.json"));
        fs::write(&plan, "{}").unwrap();
        std::os::unix::fs::symlink(&plan, &link).unwrap();
        assert_eq!(key(&plan), key(&link));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_an_error_and_not_a_lock() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("data"), "in the way").unwrap();
        let folders = AppFolders::inside(folder.path());
        assert!(PlanLock::take(&folders, Path::new("plan.json")).is_err());
    }

    #[test]
    fn many_old_lock_files_are_thinned_out_but_not_one_that_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let folders = AppFolders::inside(folder.path());
        let held = PlanLock::take(&folders, Path::new("held.json"));
        for n in 0..MANY {
            fs::write(folders.locks().join(format!("{n}.lock")), "").unwrap();
        }
        sweep_locks(&folders, SystemTime::now());
        assert_eq!(fs::read_dir(folders.locks()).unwrap().count(), MANY + 1, "they are not old");
        sweep_locks(&folders, SystemTime::now() + OLD + OLD);
        assert_eq!(fs::read_dir(folders.locks()).unwrap().count(), 1);
        drop(held);
    }
}
