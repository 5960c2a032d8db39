//! What only the outside can see: the built program, with hostile files and in a real window.

mod backline;
mod cli;
mod desktop;
mod hostile;
