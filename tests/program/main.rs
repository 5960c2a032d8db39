//! What only the outside can see: the built program, with hostile files and in a real window.

mod backline;
mod cli;
mod compare;
mod cover;
#[cfg(all(target_os = "linux", feature = "ui"))]
mod desktop;
#[cfg(target_os = "linux")]
mod faults;
mod hostile;
mod import;
#[cfg(target_os = "linux")]
mod kill;
mod merge;
#[cfg(all(target_os = "linux", feature = "ui"))]
mod rescue;
#[cfg(all(target_os = "linux", feature = "ui"))]
mod window;
#[cfg(all(target_os = "linux", feature = "ui"))]
mod x11;
