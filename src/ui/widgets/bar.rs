//! A thin bar that is filled to a share.

use egui::{Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::theme::{self, Tone, size};

/// A bar as wide as the place, filled to `share` (0 to 1); `name` says what it measures.
pub fn bar(ui: &mut Ui, name: &str, share: f32, tone: Tone) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), size::BAR_HEIGHT), Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, ui.is_enabled(), name);
        info.value = Some(f64::from(share));
        info
    });
    paint_bar(ui, rect, share, tone);
    response
}

/// Paints the bar into `rect`.
pub fn paint_bar(ui: &Ui, rect: Rect, share: f32, tone: Tone) {
    let palette = theme::palette(ui);
    let radius = rect.height() / 2.0;
    ui.painter().rect_filled(rect, radius, palette.track);
    let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
    if share > 0.0 {
        let width = (rect.width() * share).max(rect.height());
        let filled = Rect::from_min_size(rect.min, vec2(width, rect.height()));
        ui.painter().rect_filled(filled, radius, palette.tone(tone).mark);
    }
}
