//! The middle of a dialog, which scrolls where a window is low.

use egui::{Id, ScrollArea, Ui};

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
        let inner = content(ui);
        follow_keyboard(ui);
        inner
    });
    shown.inner
}

/// Brings what the keyboard has come to into sight.
fn follow_keyboard(ui: &Ui) {
    let known = ui.scope_id().with("focused");
    let focused = ui.memory(egui::Memory::focused);
    let before: Option<Id> = ui.data(|data| data.get_temp(known)).flatten();
    if focused == before {
        return;
    }
    ui.data_mut(|data| data.insert_temp(known, focused));
    let Some(response) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    // What is outside of the list is in sight as it is.
    let in_sight = response.interact_rect.contains_rect(response.rect);
    if response.layer_id == ui.layer_id() && !in_sight {
        ui.scroll_to_rect(response.rect, None);
        ui.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn the_keyboard_never_goes_where_nobody_sees_it() {
        let builder = Harness::builder().with_size([300.0, 300.0]).with_context_setup(theme::install);
        let mut window = builder.build_ui(|ui| {
            dialog_body(ui, 100.0, |ui| {
                for n in 0..30 {
                    let _clicked = ui.button(format!("Field {n}"));
                }
            });
            let _clicked = ui.button("Close");
        });
        window.run();
        let seen = |window: &Harness<'_>, name: &str| {
            let rect = window.get_by_label(name).rect();
            assert!(window.get_by_label(name).is_focused(), "{name} has the keyboard");
            let list = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(300.0, 230.0));
            assert!(list.expand(8.0).contains_rect(rect), "{name} at {rect:?}");
        };
        for n in 0..30 {
            window.key_press(Key::Tab);
            window.run();
            seen(&window, &format!("Field {n}"));
        }
        window.key_press(Key::Tab);
        window.run();
        assert!(window.get_by_label("Close").is_focused());
        window.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
        window.run();
        seen(&window, "Field 29");
    }
}
