//! What the path dialog knows of folders: reading a typed path, listing what it could mean, completing it.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::time::SystemTime;

use crate::model::fold;
use crate::ui::command::Wanted;

/// The most entries of a folder that are looked at.
const MAX_READ: usize = 20_000;

/// One line of the list under the path.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// The file or folder.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// It is a folder, or a link to one.
    pub is_folder: bool,
    /// When it was changed last, if the system says so.
    pub changed: Option<SystemTime>,
}

/// What a typed path could mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Listing {
    /// Plans (`*.json`) first, then folders, each by name.
    pub entries: Vec<Entry>,
    /// Files that match but are no plans by their name.
    pub others: usize,
    /// Why the folder cannot be read.
    pub trouble: Option<String>,
}

/// The path that `typed` means: `~` is the home folder, a relative path starts at `base`.
pub(super) fn meant(typed: &str, base: &Path, home: Option<&Path>) -> PathBuf {
    let typed = typed.trim();
    let after_home = typed.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(is_separator));
    match (after_home, home) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(is_separator)),
        _ => base.join(typed),
    }
}

/// The last part of a path, for people.
pub(in crate::ui) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// As [`Path::display`], with the home folder written `~`.
pub(super) fn shown(path: &Path, home: Option<&Path>) -> String {
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => format!("~{MAIN_SEPARATOR}{}", rest.display()),
        None => path.display().to_string(),
    }
}

/// The folder part of what is typed, its separator included, and the name begun after it.
pub(super) fn split(typed: &str) -> (&str, &str) {
    typed.rfind(is_separator).map_or(("", typed), |at| typed.split_at(at + 1))
}

/// A second start inside what is typed: after `/home/ann//tmp` the user means `/tmp`, after `/home/ann/~/x` he
/// means `~/x`. Returns the bytes before it.
pub(super) fn restart(typed: &str) -> Option<usize> {
    if cfg!(windows) {
        return None;
    }
    let root = typed.rfind("//").map(|at| at + 1);
    let home = typed.rfind("/~").map(|at| at + 1);
    root.max(home)
}

/// Lists what `typed` could become, of the files that may be what is `sought`.
pub(super) fn list(typed: &str, base: &Path, sought: Option<Wanted>, home: Option<&Path>) -> Listing {
    if typed.trim() == "~" {
        return Listing::default();
    }
    let (folder, begun) = split(typed);
    let folder = if folder.is_empty() { base.to_owned() } else { meant(folder, base, home) };
    let reader = match std::fs::read_dir(&folder) {
        Ok(reader) => reader,
        Err(error) => {
            let trouble = match error.kind() {
                std::io::ErrorKind::NotFound => "There is no such folder.".to_owned(),
                _ => format!("The folder cannot be read: {error}."),
            };
            return Listing { trouble: Some(trouble), ..Listing::default() };
        }
    };
    let wanted = fold(begun);
    let mut listing = Listing::default();
    for found in reader.take(MAX_READ).flatten() {
        let name = found.file_name().to_string_lossy().into_owned();
        let hidden = name.starts_with('.') && !begun.starts_with('.');
        if hidden || !fold(&name).contains(&wanted) {
            continue;
        }
        let path = found.path();
        // Not the entry's own metadata: a link counts as what it leads to.
        let metadata = std::fs::metadata(&path).ok();
        let is_folder = metadata.as_ref().is_some_and(std::fs::Metadata::is_dir);
        if is_folder || is_listed(&name, sought) {
            let changed = metadata.and_then(|metadata| metadata.modified().ok());
            listing.entries.push(Entry { path, name, is_folder, changed });
        } else {
            listing.others += 1;
        }
    }
    listing.entries.sort_by_cached_key(|entry| {
        let name = fold(&entry.name);
        (!name.starts_with(&wanted), entry.is_folder, name, entry.name.clone())
    });
    listing
}

/// What Tab makes of `typed`: as much as all entries that begin like it have in common.
pub(super) fn complete(typed: &str, entries: &[Entry]) -> Option<String> {
    let (folder, begun) = split(typed);
    let begun_folded = fold(begun);
    let mut starting = entries.iter().filter(|entry| fold(&entry.name).starts_with(&begun_folded));
    let first = starting.next().or_else(|| entries.first().filter(|_| entries.len() == 1))?;
    let mut common: &str = &first.name;
    let mut alone = true;
    for entry in starting {
        alone = false;
        let shared: usize = common
            .chars()
            .zip(entry.name.chars())
            .take_while(|(ours, theirs)| fold(&ours.to_string()) == fold(&theirs.to_string()))
            .map(|(ours, _)| ours.len_utf8())
            .sum();
        common = common.get(..shared).unwrap_or_default();
    }
    let separator = if alone && first.is_folder { MAIN_SEPARATOR.to_string() } else { String::new() };
    let completed = format!("{folder}{common}{separator}");
    // Several names that share no more than what was typed complete nothing.
    let longer = common.chars().count() > begun.chars().count();
    (longer || (alone && completed != typed)).then_some(completed)
}

/// The endings of tables of players; what is in a file decides, not its name.
pub(super) const TABLES: [&str; 8] = ["csv", "tsv", "txt", "html", "htm", "rtf", "gz", "json"];

/// `plan.json`, in capitals too; for players every ending that a table has, for a folder none.
fn is_listed(name: &str, sought: Option<Wanted>) -> bool {
    let endings: &[&str] = match sought {
        Some(Wanted::Players) => &TABLES,
        Some(Wanted::PlansFolder) => &[],
        Some(Wanted::Fixtures) | None => &["json"],
    };
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The text is a path's separator on this system.
fn is_separator(c: char) -> bool {
    std::path::is_separator(c)
}

/// How long ago something was: `just now`, `3 minutes ago`, `2 days ago`.
pub(super) fn ago(then: SystemTime, now: SystemTime) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    let seconds = now.duration_since(then).map_or(0, |span| span.as_secs());
    let (count, unit) = match seconds {
        0..MINUTE => return "just now".to_owned(),
        MINUTE..HOUR => (seconds / MINUTE, "minute"),
        HOUR..DAY => (seconds / HOUR, "hour"),
        _ if seconds < 60 * DAY => (seconds / DAY, "day"),
        _ if seconds < 730 * DAY => (seconds / (30 * DAY), "month"),
        _ => (seconds / (365 * DAY), "year"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural} ago")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// A folder with three plans, a text file, a hidden plan and two folders.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["liverpool.json", "Liverpool-old.json", "madrid.JSON", "notes.txt", ".hidden.json"] {
            std::fs::write(folder.path().join(name), "{}").unwrap();
        }
        for name in ["archive", "Léon"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        folder
    }

    fn names(typed: &str, folder: &Path) -> Vec<String> {
        list(typed, folder, None, None).entries.into_iter().map(|entry| entry.name).collect()
    }

    #[test]
    fn plans_come_first_then_folders_and_hidden_files_stay_hidden() {
        let folder = folder();
        let all = ["Liverpool-old.json", "liverpool.json", "madrid.JSON", "archive", "Léon"];
        assert_eq!(names("", folder.path()), all);
        assert_eq!(list("", folder.path(), None, None).others, 1, "the text file is counted, not listed");
        assert_eq!(list("", folder.path(), Some(Wanted::Players), None).others, 0, "it may be a table");
        let folders = list("", folder.path(), Some(Wanted::PlansFolder), None).entries;
        assert!(folders.len() == 2 && folders.iter().all(|entry| entry.is_folder), "{folders:?}");
        assert_eq!(names(".h", folder.path()), [".hidden.json"]);
    }

    #[test]
    fn what_begins_like_the_typed_name_comes_before_what_only_contains_it() {
        let folder = folder();
        assert_eq!(names("le", folder.path()), ["Léon"]);
        assert_eq!(names("l", folder.path())[..3], ["Liverpool-old.json", "liverpool.json", "Léon"]);
    }

    #[test]
    fn tab_completes_to_what_all_have_in_common_and_into_a_single_folder() {
        let folder = folder();
        let tab = |typed: &str| complete(typed, &list(typed, folder.path(), None, None).entries);
        assert_eq!(tab("liv").as_deref(), Some("Liverpool"));
        assert_eq!(tab("ma").as_deref(), Some("madrid.JSON"));
        assert_eq!(tab("arc"), Some(format!("archive{MAIN_SEPARATOR}")));
        assert_eq!(tab("liverpool"), None, "nothing more in common");
        assert_eq!(tab("zzz"), None);
    }

    #[test]
    fn a_tilde_is_the_home_folder_only_at_the_start() {
        let (base, home) = (Path::new("/plans"), Some(Path::new("/home/ann")));
        for (typed, expected) in [
            ("~/a.json", "/home/ann/a.json"),
            ("~", "/home/ann"),
            ("~bob/a.json", "/plans/~bob/a.json"),
            ("a.json", "/plans/a.json"),
            (" /tmp/a.json ", "/tmp/a.json"),
        ] {
            assert_eq!(meant(typed, base, home), Path::new(expected), "{typed}");
        }
        assert_eq!(shown(Path::new("/home/ann/x/a.json"), home), format!("~{MAIN_SEPARATOR}x/a.json"));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_typed_behind_another_one_starts_over() {
        let after = |typed: &str| restart(typed).map(|at| typed[at..].to_owned());
        assert_eq!(after("/home/ann//tmp").as_deref(), Some("/tmp"));
        assert_eq!(after("/home/ann/~/x").as_deref(), Some("~/x"));
        assert_eq!(after("/home/ann/x"), None);
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_in_words() {
        let folder = folder();
        let listing = list("nowhere/x", folder.path(), None, None);
        assert_eq!(listing.trouble.as_deref(), Some("There is no such folder."));
    }

    #[test]
    fn time_passed_reads_in_plain_english() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_hours(1_000_000);
        for (seconds, expected) in [
            (5, "just now"),
            (60, "1 minute ago"),
            (7_300, "2 hours ago"),
            (86_400 * 3, "3 days ago"),
            (86_400 * 90, "3 months ago"),
            (86_400 * 800, "2 years ago"),
        ] {
            assert_eq!(ago(now - Duration::from_secs(seconds), now), expected);
        }
        assert_eq!(ago(now + Duration::from_secs(9), now), "just now", "a clock that runs ahead");
    }
}
