//! What a view shows while it has nothing to show.

use egui::{Response, Ui};

use super::PrimaryButton;
use crate::ui::theme::{self, size, text};

/// Size of the icon over the sentence.
const ICON_SIZE: f32 = 32.0;

/// An icon, a sentence that says what to do next, and the button that does it.
///
/// Returns the button's response if `action` names one.
pub fn empty_state(ui: &mut Ui, icon: &str, sentence: &str, action: Option<&str>) -> Option<Response> {
    let faint = theme::palette(ui).faint;
    ui.vertical_centered(|ui| {
        ui.add_space(size::GAP_XL);
        ui.label(text::icon(icon, ICON_SIZE).color(faint));
        ui.label(text::body(sentence).weak());
        ui.add_space(size::GAP_XS);
        let response = action.map(|words| ui.add(PrimaryButton::new(words)));
        ui.add_space(size::GAP_XL);
        response
    })
    .inner
}
