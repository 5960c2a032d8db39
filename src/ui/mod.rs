//! Pictures: the only floor that knows egui.
//!
//! Views take `&Plan`, draw, and collect [`command::Command`]s; [`desk::Desk`] carries them out between frames.

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
