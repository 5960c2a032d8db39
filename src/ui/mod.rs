//! Pictures: the only floor that knows egui.
//!
//! Views take `&Plan`, draw, and collect [`command::Command`]s; [`desk::Desk`] carries them out between frames.
//!
//! - `app`, `desk`, `screen`, `derived`: the window, the plan in it, what is shown and what follows
//! - `command`: all that can be asked for: actions, keys, when they make sense
//! - `board`, `timeline`, `targets`, `squad`, `compare`, `money`, `calendar`, `assumptions`: the views, one folder each
//! - `top_bar`, `menu`, `navigation`, `date_bar`, `inspector`: what stands around them
//! - `files`, `start`, `new_plan`, `import`, `branch`, `conflicts`: how plans and players come in, and go to disk
//! - `share`, `picture`, `raster`: what is taken along: pictures drawn without a screen, texts
//! - `palette`, `problems`, `keys`, `tour`: how something is found
//! - `plan_settings`, `preferences`: what is set for a plan, and for this machine
//! - `theme`, `widgets`, `time`, `entry`, `form`, `flow`, `focus`: what all of it is made of

pub mod app;
pub mod assumptions;
pub mod board;
pub mod branch;
pub mod calendar;
pub mod command;
pub mod compare;
pub mod conflicts;
pub mod date_bar;
pub mod derived;
pub mod desk;
mod entry;
#[cfg(test)]
mod every_size;
pub mod files;
mod flow;
mod focus;
pub mod form;
pub mod import;
pub mod inspector;
pub mod keys;
pub mod menu;
pub mod money;
pub mod navigation;
pub mod new_plan;
pub mod palette;
pub mod picture;
pub mod plan_settings;
pub mod preferences;
pub mod problems;
pub mod raster;
pub mod screen;
pub mod share;
pub mod squad;
pub mod start;
pub mod targets;
#[cfg(test)]
mod testing;
pub mod theme;
pub mod time;
pub mod timeline;
pub mod top_bar;
mod tour;
pub mod widgets;

pub use app::{Launch, run};
