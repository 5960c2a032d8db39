//! Pictures: the only floor that knows egui.

pub mod theme;
