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
    let shown = steady_list(height).show(ui, |ui| {
        // The bar has its own room, needed or not: lines do not break anew when it comes.
        ui.set_width(ui.available_width() - BAR);
        let inner = content(ui);
        follow_keyboard(ui);
        inner
    });
    shown.inner
}

/// A list as high as what is in it, `height` points at most. It has its height from the first frame on, or it would grow
/// while one aims at a button below it.
pub fn steady_list(height: f32) -> ScrollArea {
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true])
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
    fn a_list_has_its_height_from_the_first_frame_on() {
        let mut heights: Vec<f32> = Vec::new();
        let mut window =
            Harness::builder().with_size([300.0, 900.0]).with_context_setup(theme::install).build_ui_state(
                |ui, heights: &mut Vec<f32>| {
                    egui::Window::new("floats").show(ui.ctx(), |ui| {
                        let shown = steady_list(400.0).show(ui, |ui| {
                            for n in 0..100 {
                                ui.label(format!("Line {n}"));
                            }
                        });
                        heights.push(shown.inner_rect.height());
                    });
                },
                std::mem::take(&mut heights),
            );
        window.run_steps(10);
        let heights = window.state();
        assert!(
            heights.len() > 2 && heights.iter().all(|height| (height - 400.0).abs() < 0.5),
            "{heights:?}"
        );
    }

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
