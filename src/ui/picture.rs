//! A view as a picture, without a window.

use super::board::{Scene, poster_ui};
use super::compare::card_ui;
use super::desk::Desk;
use super::raster::{self, Image, RasterError, Size};
use super::screen::{Screen, View};
use super::share::Card;
use super::theme::Theme;
use crate::edit::Session;
use crate::model::Plan;

/// Draws what `screen` shows of a plan, as the window would, with nothing typed, asked or under the pointer.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn of_screen(plan: &Plan, screen: &Screen, size: Size, theme: Theme) -> Result<Image, RasterError> {
    let mut desk = desk_showing(plan, screen, screen.view);
    raster::render(size, theme, &mut |ui| {
        desk.refresh(ui.ctx());
        desk.ui(ui, &mut Vec::new());
    })
}

/// Draws what `screen` compares as a card fit to be posted: 1600 × 900 or 1080 × 1080 pixels at `scale` 1.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn of_comparison(
    plan: &Plan,
    screen: &Screen,
    card: Card,
    scale: f32,
    theme: Theme,
) -> Result<Image, RasterError> {
    of_card(plan, screen, View::Compare, (card, scale), theme, &|ui, scene| card_ui(ui, scene, card))
}

/// Draws the depth chart of what `screen` shows as a card fit to be posted: 1600 × 900 or 1080 × 1080 pixels at
/// `scale` 1.
///
/// # Errors
/// If the picture would be empty or too large.
pub fn of_board(
    plan: &Plan,
    screen: &Screen,
    card: Card,
    scale: f32,
    theme: Theme,
) -> Result<Image, RasterError> {
    of_card(plan, screen, View::Board, (card, scale), theme, &|ui, scene| poster_ui(ui, scene, card))
}

fn of_card(
    plan: &Plan,
    screen: &Screen,
    view: View,
    (card, scale): (Card, f32),
    theme: Theme,
    draw: &dyn Fn(&mut egui::Ui, Scene<'_>),
) -> Result<Image, RasterError> {
    let mut desk = desk_showing(plan, screen, view);
    let (width, height) = card.shape.size();
    let size = Size { width, height, scale: scale * 1.5 };
    raster::render(size, theme, &mut |ui| {
        desk.refresh(ui.ctx());
        if let Some(scenario) = desk.screen.scenario(plan) {
            draw(ui, Scene { plan, scenario, screen: &desk.screen, derived: desk.derived() });
        }
    })
}

/// Lends `look` what `view` would read, worked out at once; none if the plan has no scenario.
pub(in crate::ui) fn with_scene<R>(
    ctx: &egui::Context,
    plan: &Plan,
    screen: &Screen,
    view: View,
    look: impl FnOnce(Scene<'_>) -> R,
) -> Option<R> {
    let mut desk = desk_showing(plan, screen, view);
    desk.refresh(ctx);
    let scenario = desk.screen.scenario(plan)?;
    Some(look(Scene { plan, scenario, screen: &desk.screen, derived: desk.derived() }))
}

fn desk_showing(plan: &Plan, screen: &Screen, view: View) -> Desk {
    let mut desk = Desk::for_picture(Session::new(plan.clone()));
    desk.screen = Screen { view, ..screen.clone() };
    desk
}
