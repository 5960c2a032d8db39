//! The small pieces that every view is made of, each with its name for screen readers.
//!
//! A widget works in four steps: size, allocate, interact, paint. Words that do not fit end in "…" and
//! stand in full in a tooltip.

mod avatar;
mod badge;
mod bar;
mod button;
mod chip;
mod dialog;
mod empty;
mod field;
mod ground;
mod heading;
mod hush;
mod list_row;
mod modal;
mod paint;
mod segmented;

pub use avatar::{initials, paint_avatar};
pub use badge::{club_colours, paint_badge, paint_stripe};
pub use bar::{bar, paint_bar};
pub use button::{IconButton, PrimaryButton, combo_box};
pub use chip::{chip, chips, dot, paint_chip, status};
pub use dialog::{dialog_body, steady_list};
pub use empty::{empty_choice, empty_state};
pub use field::{refused, text_field, type_over, type_over_by_key};
pub use ground::{Ground, card_frame, on_panel, paint_ground, panel_frame};
pub use heading::{elided, explained, row, section_heading};
pub use hush::hush_below_dialogs;
pub use list_row::ListRow;
pub use modal::{dialog, dialog_frame, name_dialog};
pub use paint::{dashed_rect, fading_rect, focus_ring, focus_ring_around, paint_text, text_width};
pub use segmented::segmented;

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui::{Key, Ui};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::theme::{self, Tone, icons};

    /// A window of ours that shows `content`, 300 points wide.
    fn shown<'a, S: 'a>(state: S, mut content: impl FnMut(&mut Ui, &mut S) + 'a) -> Harness<'a, S> {
        let mut installed = false;
        let app = move |ui: &mut Ui, state: &mut S| {
            if installed {
                content(ui, state);
            } else {
                theme::install(ui.ctx());
                ui.request_repaint();
                installed = true;
            }
        };
        let mut harness = Harness::builder().with_size((300.0, 400.0)).build_ui_state(app, state);
        harness.run();
        harness
    }

    #[test]
    fn every_widget_has_a_name_for_screen_readers() {
        let harness = shown((), |ui, ()| {
            chip(ui, "injury-prone", Tone::Warn);
            bar(ui, "At least three fit", 0.5, Tone::Ok);
            ui.add(IconButton::new(icons::UNDO, "Undo move Guéhi"));
            ui.add(PrimaryButton::new("Export picture"));
            segmented(ui, "Zoom", &mut 0, &[(0, "Whole pitch"), (1, "Centre-backs")]);
        });
        for (role, name) in [
            (Role::ProgressIndicator, "At least three fit"),
            (Role::Button, "Undo move Guéhi"),
            (Role::Button, "Export picture"),
            (Role::RadioGroup, "Zoom"),
            (Role::RadioButton, "Whole pitch"),
            (Role::RadioButton, "Centre-backs"),
        ] {
            harness.get_by_role_and_label(role, name);
        }
        // A label's words are its value.
        harness.get_by_value("injury-prone");
    }

    #[test]
    fn a_click_chooses_a_segment() {
        let mut harness = shown(0, |ui, chosen| {
            segmented(ui, "Zoom", chosen, &[(0, "Whole pitch"), (1, "Centre-backs")]);
        });
        harness.get_by_label("Centre-backs").click();
        harness.run();
        assert_eq!(*harness.state(), 1);
    }

    #[test]
    fn the_keyboard_presses_every_kind_of_button() {
        let mut harness = shown([0; 3], |ui, [primary, icon, segment]| {
            *primary += i32::from(ui.add(PrimaryButton::new("Save")).clicked());
            *icon += i32::from(ui.add(IconButton::new(icons::UNDO, "Undo")).clicked());
            segmented(ui, "Back line", segment, &[(0, "Back four"), (1, "Back three")]);
        });
        for name in ["Save", "Undo", "Back three"] {
            harness.get_by_label(name).focus();
            harness.run();
            harness.key_press(Key::Enter);
            harness.run();
        }
        assert_eq!(*harness.state(), [1, 1, 1]);
    }

    #[test]
    fn words_that_do_not_fit_stand_in_full_in_a_tooltip() {
        let long = "a chip whose words are by far too long for the narrow place it is given here";
        let mut harness = shown((), move |ui, ()| {
            chip(ui, long, Tone::Bad);
        });
        let chip = harness.get_by_value(long);
        assert!(chip.rect().width() <= 300.0, "{:?}", chip.rect());
        chip.hover();
        harness.run_steps(60);
        assert_eq!(harness.get_all_by_value(long).count(), 2, "the chip and its tooltip");
    }

    #[test]
    fn a_line_that_the_tab_key_comes_to_is_typed_over() {
        let mut harness = shown("27 Nov 2026".to_owned(), |ui, typed| {
            text_field(ui, "Day", "24 Jan 2026", typed);
        });
        harness.key_press(Key::Tab);
        harness.run();
        harness.get_by_label("Day").type_text("1 Dec 2026");
        harness.run();
        assert_eq!(harness.state(), "1 Dec 2026");
    }

    #[test]
    fn a_line_with_a_tip_has_one_tooltip_and_the_full_text_in_it_where_it_is_cut() {
        for (words, cut) in
            [("a line whose words are far too long for the narrow place it is given", true), ("short", false)]
        {
            let mut harness = shown((), move |ui, ()| {
                ui.set_max_width(120.0);
                explained(ui, theme::text::body(words), egui::Sense::hover(), "What it means");
            });
            harness.get_by_value(words).hover();
            harness.run_steps(60);
            assert_eq!(harness.query_all_by_value(words).count(), if cut { 2 } else { 1 }, "{words}");
            assert_eq!(harness.query_all_by_value("What it means").count(), 1, "{words}");
            let (line, tip) = (harness.get_all_by_value(words).next(), harness.get_by_value("What it means"));
            let line = line.map(|line| line.rect());
            assert!(line.is_some_and(|line| !line.intersects(tip.rect())), "{words}");
        }
    }

    #[test]
    fn an_empty_view_offers_what_to_do_next() {
        let mut harness = shown(false, |ui, asked| {
            let action = empty_state(ui, icons::TARGET, "No targets yet.", Some("Add target"));
            *asked |= action.is_some_and(|action| action.clicked());
        });
        harness.get_by_label("Add target").click();
        harness.run();
        assert!(*harness.state());
    }

    #[test]
    fn nothing_asks_for_a_frame_while_nothing_changes() {
        let mut harness = shown(String::new(), |ui, filter| {
            ui.add(egui::TextEdit::singleline(filter).id_salt("filter").hint_text("Filter players…"))
                .request_focus();
            ui.add(PrimaryButton::new("Save"));
        });
        harness.run();
        let delays = harness.output().viewport_output.values().map(|viewport| viewport.repaint_delay);
        assert!(
            delays.into_iter().all(|delay| delay == std::time::Duration::MAX),
            "a text cursor must not blink"
        );
    }
}
