//! The middle of a dialog, which scrolls where a window is low.

use egui::{ScrollArea, Ui};

/// The least height of what scrolls, points.
const LEAST: f32 = 96.0;
/// Room for the bar at the right edge, points.
const BAR: f32 = 14.0;

/// Draws `content`, which scrolls where the window has less room for it than it takes. `around` is the height of
/// everything else: the dialog's title and buttons, its margins, and what is left of the window.
pub fn dialog_body<R>(ui: &mut Ui, around: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let height = (ui.ctx().content_rect().height() - around).max(LEAST);
    // At its full height from the first frame on, or it would grow while one aims at a button.
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    let shown = area.auto_shrink([false, true]).show(ui, |ui| {
        // The bar has its own room, needed or not: lines do not break anew when it comes.
        ui.set_width(ui.available_width() - BAR);
        content(ui)
    });
    shown.inner
}
