//! Pictures: the only floor that knows egui.
//!
//! Views take `&Plan`, draw, and collect [`command::Command`]s; [`app::App`] carries them out between frames.

pub mod command;
pub mod raster;
pub mod screen;
pub mod theme;
pub mod widgets;
