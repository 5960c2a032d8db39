//! Earlier versions of saved plans: what a save is about to replace is kept first, in the program's own folder.
//!
//! Each plan has a folder there, each version a file named by the moment it was saved. Ten are kept, thinned over time
//! by [`kept`].

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::OpenError;
use super::folders::AppFolders;
use super::lock::key;
use super::open::{self, Opened};
use super::save::{SaveError, write_atomically};

/// The most versions of one plan.
pub const MAX_VERSIONS: usize = 10;

/// The newest of them stay whatever their age, then the last version of so many hours, days and weeks.
const NEWEST: usize = 3;
const HOURS: usize = 2;
const DAYS: usize = 3;
const WEEKS: usize = 2;

const SECONDS_AN_HOUR: u64 = 3_600;
const SECONDS_A_DAY: u64 = 24 * SECONDS_AN_HOUR;
const SECONDS_A_WEEK: u64 = 7 * SECONDS_A_DAY;
/// 1 January 1970 was a Thursday; weeks begin on Monday.
const THURSDAY: u64 = 3 * SECONDS_A_DAY;

/// The most files of a folder that are looked at.
const MAX_FILES: usize = 1_000;

/// A version of a plan as it was saved once.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Version {
    /// Where it is kept.
    pub path: PathBuf,
    /// When it was saved.
    pub saved: SystemTime,
    /// Its length, bytes.
    pub length: u64,
}

impl Version {
    /// Reads it.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(&self) -> Result<Opened, OpenError> {
        open::open(&self.path)
    }
}

/// Keeps what a plan's file holds now, before it is replaced. Nothing is kept of a file that is not there or that
/// holds what the newest version holds.
///
/// # Errors
/// Why it could not be kept.
pub fn back_up(folders: &AppFolders, plan: &Path) -> Result<(), SaveError> {
    let Ok(bytes) = open::read(plan) else { return Ok(()) };
    let folder = folder(folders, plan);
    let known = versions_in(&folder);
    if known.first().is_some_and(|newest| fs::read(&newest.path).is_ok_and(|held| held == bytes)) {
        return Ok(());
    }
    let failed = |source| SaveError::Failed {
        reason: "the version before it could not be kept",
        source,
        remedy: "Check that there is room on the disk.",
        path: folder.clone(),
    };
    let saved = fs::metadata(plan).and_then(|metadata| metadata.modified()).map_err(failed)?;
    // A clock that was set back must not let an older version pass for a newer one.
    let after = known.first().map_or(0, |newest| seconds(newest.saved) + 1);
    let moment = seconds(saved).max(after);
    fs::create_dir_all(&folder).map_err(failed)?;
    write_atomically(&folder.join(format!("{moment}.json")), &bytes, None)?;
    thin_out(&folder);
    Ok(())
}

/// The earlier versions of the plan in this file, the newest first.
#[must_use]
pub fn versions(folders: &AppFolders, plan: &Path) -> Vec<Version> {
    versions_in(&folder(folders, plan))
}

/// Where the versions of a plan are kept.
fn folder(folders: &AppFolders, plan: &Path) -> PathBuf {
    folders.backups().join(key(plan))
}

fn versions_in(folder: &Path) -> Vec<Version> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<Version> = entries
        .take(MAX_FILES)
        .flatten()
        .filter_map(|entry| {
            let path = entry.path();
            let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            let moment: u64 = path.file_stem()?.to_str()?.parse().ok()?;
            let saved = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(moment))?;
            (path.extension()? == "json").then_some(Version { saved, length: metadata.len(), path })
        })
        .collect();
    found.sort_by_key(|version| std::cmp::Reverse(version.saved));
    found
}

fn seconds(moment: SystemTime) -> u64 {
    moment.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

fn thin_out(folder: &Path) {
    let found = versions_in(folder);
    let moments: Vec<u64> = found.iter().map(|version| seconds(version.saved)).collect();
    for (version, stays) in found.iter().zip(kept(&moments)) {
        if !stays {
            // One more than ten, then; the next save tries again.
            let _stays: io::Result<()> = fs::remove_file(&version.path);
        }
    }
}

/// Which versions stay, by the seconds at which they were saved, the newest first.
///
/// Up to ten all of them. Else the newest three; then, from the newest on and counting only what no version that
/// stays falls into, the last version of each of two hours, of three days and of two weeks (all in UTC, weeks from
/// Monday). What room is left goes to the newest.
///
/// The last version of an hour, a day or a week stays the last one of it for ever: so what is to stay next week has not
/// been thinned out today.
#[must_use]
pub fn kept(moments: &[u64]) -> Vec<bool> {
    let mut stays: Vec<bool> = (0..moments.len()).map(|place| place < NEWEST).collect();
    let weeks = |moment: u64| (moment + THURSDAY) / SECONDS_A_WEEK;
    let spans: [(usize, &dyn Fn(u64) -> u64); 3] = [
        (HOURS, &|moment| moment / SECONDS_AN_HOUR),
        (DAYS, &|moment| moment / SECONDS_A_DAY),
        (WEEKS, &weeks),
    ];
    for (many, span_of) in spans {
        let mut taken: Vec<u64> = moments
            .iter()
            .zip(&stays)
            .filter(|(_, stays)| **stays)
            .map(|(moment, _)| span_of(*moment))
            .collect();
        let mut left = many;
        for (moment, stays) in moments.iter().zip(&mut stays) {
            let span = span_of(*moment);
            if left > 0 && !taken.contains(&span) {
                taken.push(span);
                *stays = true;
                left -= 1;
            }
        }
    }
    let mut room = MAX_VERSIONS.saturating_sub(stays.iter().filter(|stays| **stays).count());
    for stays in &mut stays {
        if room > 0 && !*stays {
            *stays = true;
            room -= 1;
        }
    }
    stays
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Club, Currency, Plan};
    use crate::store::save;

    fn plan(name: &str) -> Plan {
        Plan::new(name, Club::named("Home"), "2025-09-25".parse().unwrap(), Currency::GBP)
    }

    /// The moments that are left when a plan was saved at each of these, the newest first.
    fn left_after(saves: impl IntoIterator<Item = u64>) -> Vec<u64> {
        let mut left: Vec<u64> = Vec::new();
        for moment in saves {
            left.insert(0, moment);
            let stays = kept(&left);
            left =
                left.into_iter().zip(stays).filter(|(_, stays)| *stays).map(|(moment, _)| moment).collect();
        }
        left
    }

    fn days(days: u64) -> u64 {
        days * SECONDS_A_DAY
    }

    #[test]
    fn a_season_of_work_leaves_minutes_hours_days_and_weeks() {
        // A Monday; every ten minutes from nine to five, five days a week, for twenty weeks.
        let monday = days(20_000 - 20_000 % 7 + 4);
        let saves = (0..140)
            .filter(|day| day % 7 < 5)
            .flat_map(|day| (0..49).map(move |turn| monday + days(day) + 9 * SECONDS_AN_HOUR + turn * 600));
        let left = left_after(saves);
        let newest = left[0];
        let ages: Vec<u64> = left.iter().map(|moment| (newest - moment) / 600).collect();
        let day = 144;
        // The newest three; 15:50 and 14:50; the ends of three days and of two weeks before.
        assert_eq!(ages, [0, 1, 2, 7, 13, day, 2 * day, 3 * day, 7 * day, 14 * day]);
    }

    #[test]
    fn ten_versions_are_all_kept_however_close_they_are() {
        assert_eq!(left_after(1_000..1_010).len(), 10);
        assert_eq!(left_after(1_000..1_100), (1_090..1_100).rev().collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn the_newest_three_stay_and_never_more_than_ten(gaps in proptest::collection::vec(0..500_000_u64, 1..80)) {
            let saves: Vec<u64> = gaps.iter().scan(days(20_000), |at, gap| { *at += gap + 1; Some(*at) }).collect();
            let left = left_after(saves.clone());
            prop_assert!(left.len() <= MAX_VERSIONS);
            prop_assert_eq!(left.len(), saves.len().min(MAX_VERSIONS));
            let newest: Vec<u64> = saves.iter().rev().take(NEWEST).copied().collect();
            prop_assert!(left.starts_with(&newest));
        }
    }

    #[test]
    fn what_a_save_replaces_is_kept_once_and_found_by_any_way_to_write_its_path() {
        let home = tempfile::tempdir().unwrap();
        let folders = AppFolders::inside(home.path().join("own"));
        let path = home.path().join("plan.json");
        back_up(&folders, &path).unwrap();
        assert!(versions(&folders, &path).is_empty(), "there was nothing to keep");
        for name in ["One", "Two", "Three"] {
            back_up(&folders, &path).unwrap();
            save(&path, &plan(name), None).unwrap();
        }
        back_up(&folders, &path).unwrap();
        back_up(&folders, &path).unwrap();
        let found = versions(&folders, &home.path().join("./plan.json"));
        let names: Vec<String> = found.iter().map(|version| version.open().unwrap().plan.name).collect();
        assert_eq!(names, ["Three", "Two", "One"]);
    }

    #[test]
    fn no_more_than_ten_lie_in_the_folder_and_what_is_no_version_stays() {
        let home = tempfile::tempdir().unwrap();
        let folders = AppFolders::inside(home.path().join("own"));
        let path = home.path().join("plan.json");
        for n in 0..25 {
            save(&path, &plan(&format!("Plan {n}")), None).unwrap();
            back_up(&folders, &path).unwrap();
        }
        let kept = folder(&folders, &path);
        fs::write(kept.join("mine.json"), "{}").unwrap();
        save(&path, &plan("Last"), None).unwrap();
        back_up(&folders, &path).unwrap();
        let found = versions(&folders, &path);
        assert_eq!(found.len(), MAX_VERSIONS);
        assert_eq!(found[0].open().unwrap().plan.name, "Last");
        assert_eq!(fs::read_dir(kept).unwrap().count(), MAX_VERSIONS + 1);
    }

    #[test]
    fn a_place_that_cannot_be_written_is_an_error() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("data"), "in the way").unwrap();
        let path = home.path().join("plan.json");
        save(&path, &plan("One"), None).unwrap();
        let error = back_up(&AppFolders::inside(home.path()), &path).unwrap_err().to_string();
        assert!(error.contains("version before it"), "{error}");
    }
}
