//! Disk: plans in files, the program's own folders, and what it remembers.
//!
//! A plan is opened with [`open`] and written with [`save`]. Nothing here asks the clock or the environment
//! (but for [`AppFolders::of_this_user`]), and nothing here panics whatever a file holds.

#[cfg(test)]
pub(crate) mod any_plan;
mod backups;
mod crash;
mod explain;
pub mod export;
mod fingerprint;
mod fixtures;
mod folders;
mod format;
#[cfg(test)]
mod format_page_tests;
mod header;
pub mod import;
mod journal;
mod keeper;
mod lock;
mod log;
#[cfg(test)]
mod merge_tests;
mod migrate;
mod open;
mod open_error;
mod samples;
mod save;
mod scan;
mod schema;
mod settings;
mod sniff;
mod stored_path;
mod structure;
mod windows;

pub use backups::{MAX_VERSIONS, Version, back_up, kept, versions};
pub use crash::{new_report, report_crashes};
pub use fingerprint::Fingerprint;
pub use fixtures::{
    ClubFixtures, Fixture, Fixtures, FixturesError, FixturesReason, MAX_FIXTURE_BYTES, Merged, Skipped,
    merge_fixtures, open_fixtures, parse_fixtures,
};
pub use folders::AppFolders;
pub use format::to_json;
pub use journal::{About, Ending, Journal, JournalError, Leftover, leftovers, sweep};
pub use keeper::{Keeper, Saved};
pub use lock::{PlanLock, Taken, sweep_locks};
pub use log::start_log;
pub use open::{MAX_BYTES, Opened, open, parse, read_stream};
pub use open_error::{FilePlace, OpenError, OpenReason};
pub use samples::{SAMPLES, Sample, is_sample};
pub use save::{SaveError, fingerprint_of_file, save, write_atomically};
pub use schema::schema;
pub use settings::{
    ColumnSetting, KnownTable, MAX_RECENT, MAX_TABLES, Settings, TEXT_SIZES, TableSettings, ThemeChoice,
    WindowSize,
};
pub use sniff::looks_like_json;
pub use windows::windows_of;
