//! A view drawn without a window.

use egui::{Context, FullOutput, RawInput, Rect, Ui, Vec2};

use super::{Canvas, Image, Textures};
use crate::ui::theme::{self, Theme};

/// Passes after which a layout counts as settled even if it asks for another one.
const MOST_PASSES: usize = 8;
/// A layout has two passes at least: the first measures.
const FEWEST_PASSES: usize = 3;
/// Seconds between passes: popups and scroll areas see time go by, and always the same.
const SECONDS_PER_PASS: f64 = 0.25;

/// How large a picture is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Pixels per point.
    pub scale: f32,
}

/// Why a picture cannot be drawn.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum RasterError {
    /// Nothing to draw on, or more than fits in memory comfortably.
    #[error("a picture of {width} × {height} points at scale {scale} is not between 1 and {most} pixels a side", most = Size::MOST_PIXELS)]
    Size {
        /// Width in points.
        width: f32,
        /// Height in points.
        height: f32,
        /// Pixels per point.
        scale: f32,
    },
}

impl Size {
    /// Pixels a side can have at most.
    pub const MOST_PIXELS: u32 = 8192;

    /// Width and height in pixels.
    ///
    /// # Errors
    ///
    /// If a side has no pixel, or more than [`Self::MOST_PIXELS`].
    pub fn pixels(self) -> Result<(u32, u32), RasterError> {
        let Self { width, height, scale } = self;
        let side = |points: f32| {
            let pixels = (points * scale).round();
            (pixels >= 1.0 && pixels <= Self::MOST_PIXELS as f32).then_some(pixels as u32)
        };
        if scale > 0.0
            && let (Some(width), Some(height)) = (side(width), side(height))
        {
            Ok((width, height))
        } else {
            Err(RasterError::Size { width, height, scale })
        }
    }

    fn points(self) -> Vec2 {
        Vec2::new(self.width, self.height)
    }
}

/// Draws `content` as it looks once its layout has settled, on the window's ground.
///
/// The time is fixed, no system fonts are asked, the pointer is nowhere.
///
/// # Errors
///
/// If the picture would be empty or too large.
pub fn render(size: Size, theme: Theme, content: &mut dyn FnMut(&mut Ui)) -> Result<Image, RasterError> {
    let (width, height) = size.pixels()?;
    let ctx = Context::default();
    theme::install(&ctx);
    theme::select(&ctx, theme);

    let mut textures = Textures::default();
    let mut pass = 0;
    let output = loop {
        let mut output = ctx.run_ui(input(size, pass), &mut *content);
        textures.apply(&mut output.textures_delta);
        pass += 1;
        if pass >= MOST_PASSES || (pass >= FEWEST_PASSES && !wants_another(&output)) {
            break output;
        }
    };

    let primitives = ctx.tessellate(output.shapes, output.pixels_per_point);
    let mut canvas = Canvas::new(width, height, theme.palette().bg);
    canvas.paint(&primitives, &textures, output.pixels_per_point);
    Ok(canvas.into_image())
}

fn input(size: Size, pass: usize) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size.points())),
        time: Some(pass as f64 * SECONDS_PER_PASS),
        predicted_dt: SECONDS_PER_PASS as f32,
        ..RawInput::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&egui::ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(size.scale);
    }
    input
}

fn wants_another(output: &FullOutput) -> bool {
    output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::text;

    fn greeting(ui: &mut Ui) {
        ui.vertical_centered(|ui| {
            ui.label(text::verdict("Guéhi arrives in January"));
            let _ = ui.button("Export");
        });
    }

    const SMALL: Size = Size { width: 220.0, height: 80.0, scale: 2.0 };

    #[test]
    fn a_view_is_drawn_the_same_every_time() {
        let [one, other] = [(); 2].map(|()| render(SMALL, Theme::Dark, &mut greeting).unwrap());
        assert_eq!((one.width, one.height), (440, 160));
        assert_eq!(one.difference(&other), None);
    }

    #[test]
    fn both_themes_put_words_on_their_ground() {
        for theme in Theme::ALL {
            let image = render(SMALL, theme, &mut greeting).unwrap();
            let (pixels, _) = image.rgba.as_chunks::<4>();
            let holds = |color: egui::Color32| pixels.contains(&color.to_array());
            assert!(holds(theme.palette().bg), "{theme:?} ground");
            assert!(holds(theme.palette().text), "{theme:?} words");
        }
    }

    #[test]
    fn a_picture_without_pixels_or_beyond_memory_is_refused() {
        for (width, height, scale) in [
            (0.0, 10.0, 1.0),
            (10.0, 10.0, 0.0),
            (10.0, f32::NAN, 1.0),
            (9000.0, 10.0, 1.0),
            (-5.0, -5.0, -1.0),
        ] {
            let size = Size { width, height, scale };
            assert!(render(size, Theme::Dark, &mut greeting).is_err(), "{size:?}");
        }
    }
}
