//! A view as a picture, without a window.

use super::desk::Desk;
use super::raster::{self, Image, RasterError, Size};
use super::screen::Screen;
use super::theme::Theme;
use crate::edit::Session;
use crate::model::Plan;

/// Draws what `screen` shows of a plan, as the window would, with nothing typed, asked or under the pointer.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn of_screen(plan: &Plan, screen: &Screen, size: Size, theme: Theme) -> Result<Image, RasterError> {
    let mut desk = Desk::for_picture(Session::new(plan.clone()));
    desk.screen = screen.clone();
    raster::render(size, theme, &mut |ui| {
        desk.refresh(ui.ctx());
        desk.ui(ui, &mut Vec::new());
    })
}
