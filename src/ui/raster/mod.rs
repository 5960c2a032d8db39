//! A software rasteriser of what egui tessellates: the same pixels on every machine, no GPU and no display.
//!
//! Picture export, the command line's pictures and the snapshot tests all draw through here.
//! It blends as the window does (`egui_glow`): premultiplied alpha, in gamma space, textures taken as they are.
//! Edges are integers with a top-left fill rule; colours are `f32` in one fixed order of operations.
//!
//! Limitations:
//!  * Paint callbacks are left out: they draw with OpenGL.
//!  * No dithering, which the window adds to gradients; flat colours and text are the same.
//!  * Textures are magnified and minified alike, by their magnification filter, without mipmaps.
//!  * Glyphs come from egui's own glyph rasteriser. A processor without fused multiply-add (x86 before AVX2) rounds
//!    a glyph in a thousand differently there, in one pixel, by 1 of 255.

mod canvas;
mod image;
mod offscreen;
mod snapshot;
mod textures;

pub use canvas::Canvas;
pub use image::{Difference, Image};
pub use offscreen::{RasterError, Size, render};
pub use snapshot::{Keep, SnapshotError};
pub use textures::Textures;
