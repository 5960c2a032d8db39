//! What a view shows while it has nothing to show.

use egui::{Response, Ui};

use super::{PrimaryButton, text_width};
use crate::ui::theme::{self, size, text};

/// Size of the icon over the sentence.
const ICON_SIZE: f32 = 32.0;

/// An icon, a sentence that says what to do next, and the button that does it.
///
/// Returns the button's response if `action` names one.
pub fn empty_state(ui: &mut Ui, icon: &str, sentence: &str, action: Option<&str>) -> Option<Response> {
    ui.vertical_centered(|ui| {
        head_ui(ui, icon, sentence);
        let response = action.map(|words| ui.add(PrimaryButton::new(words)));
        ui.add_space(size::GAP_XL);
        response
    })
    .inner
}

/// The same with several buttons in a row, the first of them the usual one; returns the place of the pressed one.
pub fn empty_choice(ui: &mut Ui, icon: &str, sentence: &str, actions: &[&str]) -> Option<usize> {
    ui.vertical_centered(|ui| head_ui(ui, icon, sentence));
    let mut pressed = None;
    let wide =
        |ui: &Ui, words: &&str| text_width(ui, &text::strong(*words)) + 2.0 * ui.spacing().button_padding.x;
    let row: f32 = actions.iter().map(|words| wide(ui, words) + size::GAP_S).sum();
    ui.horizontal_wrapped(|ui| {
        ui.add_space(((ui.available_width() - row) / 2.0).max(0.0));
        for (at, words) in actions.iter().enumerate() {
            let clicked = if at == 0 {
                ui.add(PrimaryButton::new(words)).clicked()
            } else {
                ui.button(text::body(*words)).clicked()
            };
            pressed = if clicked { Some(at) } else { pressed };
        }
    });
    pressed
}

fn head_ui(ui: &mut Ui, icon: &str, sentence: &str) {
    let faint = theme::palette(ui).faint;
    ui.add_space(size::GAP_XL);
    ui.label(text::icon(icon, ICON_SIZE).color(faint));
    ui.label(text::body(sentence).weak());
    ui.add_space(size::GAP_XS);
}
