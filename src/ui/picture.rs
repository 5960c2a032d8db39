//! A view as a picture, without a window.

use super::board::{CardShape, Scene, poster_ui};
use super::compare::{CARD, card_ui};
use super::desk::Desk;
use super::raster::{self, Image, RasterError, Size};
use super::screen::{Screen, View};
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

/// Draws what `screen` compares as a card fit to be posted, 1600 × 900 pixels at `scale` 1.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn of_comparison(plan: &Plan, screen: &Screen, scale: f32, theme: Theme) -> Result<Image, RasterError> {
    let mut desk = Desk::for_picture(Session::new(plan.clone()));
    desk.screen = Screen { view: View::Compare, ..screen.clone() };
    let (width, height) = CARD;
    let size = Size { width, height, scale: scale * 1.5 };
    raster::render(size, theme, &mut |ui| {
        desk.refresh(ui.ctx());
        if let Some(scenario) = desk.screen.scenario(plan) {
            card_ui(ui, Scene { plan, scenario, screen: &desk.screen, derived: desk.derived() });
        }
    })
}

/// Draws the depth chart of what `screen` shows as a card fit to be posted: 1600 × 900 or 1080 × 1080 pixels at `scale` 1.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn of_board(
    plan: &Plan,
    screen: &Screen,
    shape: CardShape,
    scale: f32,
    theme: Theme,
) -> Result<Image, RasterError> {
    let mut desk = Desk::for_picture(Session::new(plan.clone()));
    desk.screen = Screen { view: View::Board, selected: None, ..screen.clone() };
    let (width, height) = shape.size();
    let size = Size { width, height, scale: scale * 1.5 };
    raster::render(size, theme, &mut |ui| {
        desk.refresh(ui.ctx());
        if let Some(scenario) = desk.screen.scenario(plan) {
            poster_ui(ui, Scene { plan, scenario, screen: &desk.screen, derived: desk.derived() }, shape);
        }
    })
}
