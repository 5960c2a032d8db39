//! What only the outside can see: the built program, with hostile files and in a real window.

mod backline;
mod cli;
mod compare;
mod cover;
#[cfg(target_os = "linux")]
mod desktop;
#[cfg(target_os = "linux")]
mod faults;
mod hostile;
mod import;
#[cfg(target_os = "linux")]
mod kill;
mod merge;
#[cfg(target_os = "linux")]
mod rescue;
#[cfg(target_os = "linux")]
mod window;
#[cfg(target_os = "linux")]
mod x11;
