//! What stands in the middle of the window while the rest of it waits.

use egui::{Context, Frame, Id, Margin, Modal, ModalResponse, Stroke, Ui};

use super::panel_frame;
use crate::ui::theme::{self, size};

/// Shows `content` in the middle of the window, `width` points wide if there is so much room. `name` is for screen
/// readers.
pub fn dialog<R>(
    ctx: &Context,
    id: Id,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui) -> R,
) -> ModalResponse<R> {
    let room = ctx.content_rect().width() - 4.0 * size::GAP_XL;
    let shown = Modal::new(id).frame(dialog_frame(ctx)).show(ctx, |ui| {
        ui.set_width(width.min(room));
        content(ui)
    });
    name_dialog(ctx, id, name);
    shown
}

/// Says what the dialog of this id is called, for screen readers.
pub fn name_dialog(ctx: &Context, dialog: Id, name: &str) {
    ctx.accesskit_node_builder(dialog, |node| node.set_label(name));
}

/// What a dialog stands on.
pub fn dialog_frame(ctx: &Context) -> Frame {
    let palette = theme::palette_of(ctx);
    panel_frame(palette)
        .stroke(Stroke::new(size::HAIRLINE, palette.line_strong))
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(Margin::same(size::GAP_XL as i8))
}
