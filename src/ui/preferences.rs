//! Preferences: how the program looks and moves on this machine, whatever plan is open.

use egui::{Align, Context, Id, Label, Layout, Modal, Ui};

use super::files::{dialog_frame, name_dialog};
use super::theme::{size, text};
use super::widgets;
use crate::store::{Settings, ThemeChoice};

/// Width of the dialog, points.
const WIDTH: f32 = 460.0;
/// Width of the names, points.
const NAMES: f32 = 120.0;
/// The sizes that text can have, as shares of the usual one.
const TEXT_SIZES: [(f32, &str); 4] = [(0.9, "Small"), (1.0, "Usual"), (1.15, "Large"), (1.3, "Larger")];

/// Draws the dialog and changes `settings`; false when it is to close.
pub fn preferences_ui(ctx: &Context, settings: &mut Settings) -> bool {
    let modal = Modal::new(Id::unique("preferences")).frame(dialog_frame(ctx));
    let shown = modal.show(ctx, |ui| {
        ui.set_width(WIDTH.min(ctx.content_rect().width() - 4.0 * size::GAP_XL));
        ui.label(text::verdict("Preferences"));
        ui.add_space(size::GAP_S);
        row_ui(ui, "Colours", |ui| {
            let choices = [
                (ThemeChoice::System, "As the system"),
                (ThemeChoice::Dark, "Dark"),
                (ThemeChoice::Light, "Light"),
            ];
            widgets::segmented(ui, "Colours", &mut settings.theme, &choices);
        });
        row_ui(ui, "Text size", |ui| {
            let nearest = |(one, _): &(f32, &str), (other, _): &(f32, &str)| {
                (one - settings.text_size).abs().total_cmp(&(other - settings.text_size).abs())
            };
            let mut chosen = TEXT_SIZES.into_iter().min_by(nearest).map_or(1.0, |(share, _)| share);
            if widgets::segmented(ui, "Text size", &mut chosen, &TEXT_SIZES).changed() {
                settings.text_size = chosen;
            }
        });
        row_ui(ui, "Motion", |ui| {
            let choices = [(false, "A card settles after a drop"), (true, "Nothing moves")];
            widgets::segmented(ui, "Motion", &mut settings.reduced_motion, &choices);
        });
        row_ui(ui, "On cards", |ui| {
            let choices = [(true, "The name Backline, small"), (false, "No name")];
            widgets::segmented(ui, "On cards", &mut settings.wordmark, &choices);
        });
        ui.add_space(size::GAP_XS);
        ui.add(Label::new(text::second("Kept on this machine, not in the plan.")).wrap());
        ui.add_space(size::GAP_S);
        ui.button("Close").clicked()
    });
    name_dialog(ctx, Id::unique("preferences"), "Preferences");
    !(shown.inner || shown.should_close())
}

fn row_ui(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        let name_size = egui::vec2(NAMES, size::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(name_size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(NAMES);
            ui.label(text::second(name));
        });
        content(ui);
    });
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme;

    #[test]
    fn a_choice_is_in_the_settings_at_once() {
        let mut window = Harness::builder().with_context_setup(theme::install).build_ui_state(
            |ui, settings: &mut Settings| {
                preferences_ui(ui.ctx(), settings);
            },
            Settings::default(),
        );
        window.run();
        for choice in ["Light", "Large", "Nothing moves", "No name"] {
            window.get_by_label(choice).click();
            window.run();
        }
        let Settings { theme, text_size, reduced_motion, wordmark, .. } = window.state();
        assert_eq!((*theme, *text_size, *reduced_motion), (ThemeChoice::Light, 1.15, true));
        assert!(!wordmark);
    }
}
