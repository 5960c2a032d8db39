//! Pictures: the only floor that knows egui.

pub mod raster;
pub mod theme;
pub mod widgets;
