//! Disk: plans in files, the program's own folders, and what it remembers.
//!
//! A plan is opened with [`open`] and written with [`save`]. Nothing here asks the clock or the environment
//! (but for [`AppFolders::of_this_user`]), and nothing here panics whatever a file holds.

mod format;

pub use format::to_json;
