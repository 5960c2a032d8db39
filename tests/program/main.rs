//! What only the outside can see: the built program, with hostile files and in a real window.

mod backline;
mod cli;
mod compare;
mod cover;
#[cfg(target_os = "linux")]
mod desktop;
mod hostile;
mod merge;
#[cfg(target_os = "linux")]
mod window;
