//! From a plan to its file: all of it or nothing of it, and never over someone else's change.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::model::Plan;

use super::fingerprint::Fingerprint;
use super::{open, to_json};

/// The longest chain of links that is followed.
const MAX_LINKS: usize = 40;

/// Why a plan could not be saved. Whatever the reason, the file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Since it was opened, someone else has changed the file.
    #[error(
        "The file was changed by another program since it was opened, and was not overwritten. Keep your plan, \
         take the one on disk, or save yours in another place. File: {}", path.display()
    )]
    ChangedOnDisk {
        /// The file.
        path: PathBuf,
    },
    /// The system refused one of the steps.
    #[error("The file could not be saved: {reason} ({}). {remedy} File: {}", cause(source), path.display())]
    Failed {
        /// What could not be done.
        reason: &'static str,
        /// Why.
        source: io::Error,
        /// What to do.
        remedy: &'static str,
        /// The file.
        path: PathBuf,
    },
    /// Another window has the plan open.
    #[error(
        "The plan is open in another Backline window, so this one does not write it. Save it under another name, or \
         close the other window first. File: {}", path.display()
    )]
    OpenElsewhere {
        /// The file.
        path: PathBuf,
    },
    /// The place is a folder, a device or a pipe.
    #[error(
        "The file could not be saved: there is {what} of this name. Save it under another name. File: {}",
        path.display()
    )]
    NotRegular {
        /// What is there.
        what: &'static str,
        /// The file.
        path: PathBuf,
    },
}

/// What the system said, without its number and the name of the temporary file, which stand behind.
fn cause(error: &io::Error) -> String {
    let said = error.to_string();
    said.split_once(" (os error").map_or(said.as_str(), |(words, _)| words.trim_end_matches('.')).to_owned()
}

/// Saves a plan: a new file is written beside the old one, flushed to the disk and put in its place.
///
/// A link stays a link: what it points to is replaced. The permissions of the old file are kept. With `expected`
/// (what the file held when it was opened or last saved) a file changed since then is left alone; a file deleted
/// since then is written anew, for there is nothing to lose. Without it, whatever is there is replaced.
///
/// # Errors
/// [`SaveError`]; nothing is left behind and the old file is as it was.
pub fn save(path: &Path, plan: &Plan, expected: Option<&Fingerprint>) -> Result<Fingerprint, SaveError> {
    let bytes = to_json(plan).into_bytes();
    write_atomically(path, &bytes, expected)?;
    Ok(Fingerprint::of(&bytes))
}

/// What a file holds now; `None` where there is no file or none that a plan could be.
#[must_use]
pub fn fingerprint_of_file(path: &Path) -> Option<Fingerprint> {
    open::read(path).ok().map(|bytes| Fingerprint::of(&bytes))
}

/// Replaces a file's bytes as [`save`] does.
///
/// # Errors
/// As [`save`].
pub fn write_atomically(path: &Path, bytes: &[u8], expected: Option<&Fingerprint>) -> Result<(), SaveError> {
    let failed =
        |reason, remedy| move |source| SaveError::Failed { reason, source, remedy, path: path.to_owned() };
    let target =
        followed(path).map_err(failed("its link cannot be followed", "Save it in another place."))?;
    let old = match fs::metadata(&target) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            let remedy = "Check that you may read the folder, or save it in another place.";
            return Err(failed("the old file cannot be looked at", remedy)(error));
        }
    };
    if let Some(old) = &old {
        if !old.is_file() {
            let what = if old.is_dir() { "a folder" } else { "a device or a pipe" };
            return Err(SaveError::NotRegular { what, path: path.to_owned() });
        }
        if old.permissions().readonly() {
            let denied = io::Error::from(io::ErrorKind::PermissionDenied);
            return Err(failed("it is read-only", "Save it in another place, or allow writing to it.")(
                denied,
            ));
        }
        if let Some(expected) = expected
            && fingerprint_of_file(&target) != Some(*expected)
        {
            return Err(SaveError::ChangedOnDisk { path: path.to_owned() });
        }
    }
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let remedy = "Check that the folder is there and that you may write to it, or save it in another place.";
    let mut new =
        temporary_in(folder, old.is_none()).map_err(failed("no file can be made in its folder", remedy))?;
    let remedy = "Make room on the disk, or save it in another place.";
    new.write_all(bytes)
        .and_then(|()| old.map_or(Ok(()), |old| new.as_file().set_permissions(old.permissions())))
        .and_then(|()| new.as_file().sync_all())
        .map_err(failed("the disk did not take it", remedy))?;
    new.persist(&target).map_err(|error| {
        failed("the old file cannot be replaced", "Save it in another place.")(error.error)
    })?;
    sync_folder(folder);
    Ok(())
}

/// The file a path names in the end, through a chain of links, whether or not that file exists.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(metadata) if metadata.is_symlink() => {
                let to = fs::read_link(&target)?;
                target = target.parent().map_or_else(|| to.clone(), |folder| folder.join(&to));
            }
            _ => return Ok(target),
        }
    }
    Err(io::Error::other("the links lead in a circle"))
}

/// An empty file in a folder, removed when dropped. One that is to be a new file of the user's gets the
/// permissions that any new file gets; any other is private until it takes over those of the old file.
fn temporary_in(folder: &Path, for_new_file: bool) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".backline-").suffix(".tmp");
    #[cfg(unix)]
    if for_new_file {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = for_new_file;
    builder.tempfile_in(folder)
}

/// Makes the new name itself last. Best effort: the new file is already complete and in its place, and some
/// systems do not let a folder be flushed.
fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        drop(folder.sync_all());
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Club, Currency};
    use crate::store::open;

    use super::*;

    fn plan(name: &str) -> Plan {
        Plan::new(name, Club::named("Home"), "2025-09-25".parse().unwrap(), Currency::GBP)
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_saved_opens_and_leaves_nothing_else_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let first = save(&path, &plan("One"), None).unwrap();
        assert_eq!(open(&path).unwrap().fingerprint, first);
        let second = save(&path, &plan("Two"), Some(&first)).unwrap();
        let opened = open(&path).unwrap();
        assert_eq!((opened.plan.name.as_str(), opened.fingerprint), ("Two", second));
        assert_eq!(names_in(folder.path()), ["plan.json"]);
    }

    #[test]
    fn a_file_changed_by_someone_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let mine = save(&path, &plan("Mine"), None).unwrap();
        let theirs = save(&path, &plan("Theirs"), None).unwrap();
        let error = save(&path, &plan("Mine again"), Some(&mine)).unwrap_err();
        assert!(matches!(error, SaveError::ChangedOnDisk { .. }), "{error}");
        assert!(error.to_string().contains("was not overwritten"), "{error}");
        assert_eq!(fingerprint_of_file(&path), Some(theirs));
        assert_eq!(names_in(folder.path()), ["plan.json"]);
    }

    #[test]
    fn a_file_deleted_since_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let before = save(&path, &plan("One"), None).unwrap();
        fs::remove_file(&path).unwrap();
        let after = save(&path, &plan("One"), Some(&before)).unwrap();
        assert_eq!((before, fingerprint_of_file(&path)), (after, Some(after)));
    }

    #[test]
    fn a_place_that_cannot_be_written_is_named_with_the_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("none/plan.json");
        let error = save(&missing, &plan("One"), None).unwrap_err().to_string();
        assert!(error.contains("another place") && error.ends_with("plan.json"), "{error}");
        assert!(!error.contains(".backline-") && !error.contains("os error"), "{error}");
        let error = save(folder.path(), &plan("One"), None).unwrap_err();
        assert!(matches!(error, SaveError::NotRegular { what: "a folder", .. }), "{error}");
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{PermissionsExt as _, symlink};

        use super::*;

        #[test]
        fn permissions_are_kept() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("plan.json");
            save(&path, &plan("One"), None).unwrap();
            for mode in [0o600, 0o640, 0o666] {
                fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
                save(&path, &plan("Two"), None).unwrap();
                assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
            }
        }

        #[test]
        fn a_read_only_file_is_not_replaced() {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("plan.json");
            let before = save(&path, &plan("One"), None).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
            let error = save(&path, &plan("Two"), None).unwrap_err().to_string();
            assert!(error.contains("read-only"), "{error}");
            assert_eq!(fingerprint_of_file(&path), Some(before));
        }

        #[test]
        fn a_chain_of_links_stays_and_its_end_is_replaced() {
            let folder = tempfile::tempdir().unwrap();
            let root = folder.path();
            fs::create_dir(root.join("deep")).unwrap();
            fs::write(root.join("deep/real.json"), "old").unwrap();
            symlink("real.json", root.join("deep/near.json")).unwrap();
            symlink("deep/near.json", root.join("far.json")).unwrap();
            save(&root.join("far.json"), &plan("New"), None).unwrap();
            assert!(fs::symlink_metadata(root.join("far.json")).unwrap().is_symlink());
            assert!(fs::symlink_metadata(root.join("deep/near.json")).unwrap().is_symlink());
            assert!(fs::symlink_metadata(root.join("deep/real.json")).unwrap().is_file());
            assert_eq!(open(&root.join("deep/real.json")).unwrap().plan.name, "New");
            assert_eq!(names_in(&root.join("deep")), ["near.json", "real.json"]);
        }

        #[test]
        fn links_in_a_circle_are_an_error() {
            let folder = tempfile::tempdir().unwrap();
            let (a, b) = (folder.path().join("a.json"), folder.path().join("b.json"));
            symlink(&a, &b).unwrap();
            symlink(&b, &a).unwrap();
            let error = save(&a, &plan("One"), None).unwrap_err().to_string();
            assert!(error.contains("circle"), "{error}");
        }

        #[test]
        fn a_link_to_nothing_makes_the_file_it_names() {
            let folder = tempfile::tempdir().unwrap();
            let link = folder.path().join("link.json");
            symlink("real.json", &link).unwrap();
            save(&link, &plan("One"), None).unwrap();
            assert!(folder.path().join("real.json").is_file());
        }
    }
}
