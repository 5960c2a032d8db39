//! Pictures: the only floor that knows egui.
//!
//! Views take `&Plan`, draw, and collect [`command::Command`]s; [`desk::Desk`] carries them out between frames.

pub mod app;
pub mod board;
pub mod command;
pub mod date_bar;
pub mod derived;
pub mod desk;
pub mod entry;
pub mod files;
pub mod navigation;
pub mod palette;
pub mod picture;
pub mod raster;
pub mod screen;
pub mod start;
pub mod theme;
pub mod time;
pub mod timeline;
pub mod top_bar;
pub mod widgets;

pub use app::{Launch, run};
