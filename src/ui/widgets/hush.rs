//! Tooltips stay below what stands over everything.

use egui::{Context, Id, LayerId, Popup, PopupAnchor};

/// While a dialog stands over the window, nothing below it explains itself.
///
/// To be called once in a frame, after everything is drawn. Tooltips stand above dialogs, and one that is open stays
/// as long as the pointer rests. In a layer with an open popup there are none; this one has no place, so that nothing
/// is drawn.
pub fn hush_below_dialogs(ctx: &Context) {
    if ctx.memory(|memory| memory.top_modal_layer().is_some()) {
        let nowhere = PopupAnchor::PointerFixed;
        Popup::new(Id::unique("hush"), ctx.clone(), nowhere, LayerId::background()).open(true).show(|_| ());
    }
}

#[cfg(test)]
mod tests {
    use egui::{Key, Modal};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn a_tooltip_goes_when_a_dialog_opens_and_those_of_the_dialog_show() {
        let mut window =
            Harness::builder().with_size([600.0, 400.0]).with_context_setup(theme::install).build_ui_state(
                |ui, dialog: &mut bool| {
                    ui.button("Below").on_hover_text("Explained below");
                    *dialog |= ui.input(|input| input.key_pressed(Key::F1));
                    if *dialog {
                        let shown = Modal::new(Id::unique("dialog")).show(ui.ctx(), |ui| {
                            ui.button("Above").on_hover_text("Explained above");
                        });
                        *dialog = !shown.should_close();
                    }
                    hush_below_dialogs(ui.ctx());
                },
                false,
            );
        window.run();
        window.get_by_label("Below").hover();
        window.run_steps(60);
        assert!(window.query_by_label("Explained below").is_some());
        window.key_press(Key::F1);
        window.run_steps(60);
        assert!(window.query_by_label("Explained below").is_none());
        window.get_by_label("Above").hover();
        window.run_steps(60);
        assert!(window.query_by_label("Explained above").is_some());
        window.key_press(Key::Escape);
        window.run_steps(4);
        assert!(window.query_by_label("Above").is_none(), "the dialog still closes by its key");
    }
}
