//! The page of keys: every key there is, read from the lists that bind them.

use egui::{Align, Context, Id, KeyboardShortcut, Label, Layout, Ui};

use super::command::{Action, keys_text, view_keys, walk_keys};
use super::screen::View;
use super::theme::{size, text};
use super::widgets;

/// Width of the page, points.
const WIDTH: f32 = 800.0;
/// Less room than this has one column, the shown view's keys first, points.
const TWO_COLUMNS: f32 = 720.0;
/// Height of its title, button and margins, and room kept around it, points.
const AROUND: f32 = 190.0;

/// Draws the page over everything; false when it is to close.
#[must_use]
pub fn keys_ui(ctx: &Context, view: Option<View>) -> bool {
    let shown = widgets::dialog(ctx, Id::unique("keys"), "What the keys do", WIDTH, |ui| {
        ui.label(text::verdict("What the keys do"));
        ui.add_space(size::GAP_S);
        widgets::dialog_body(ui, AROUND, |ui| {
            if ui.available_width() < TWO_COLUMNS {
                view_ui(ui, view);
                ui.add_space(size::GAP_L);
                anywhere_ui(ui);
                return;
            }
            ui.spacing_mut().item_spacing.x = size::GAP_XL;
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    view_ui(left, view);
                    anywhere_ui(right);
                }
            });
        });
        ui.add_space(size::GAP_S);
        ui.button("Close").clicked()
    });
    !(shown.inner || shown.should_close())
}

fn anywhere_ui(ui: &mut Ui) {
    let bound = Action::ALL.into_iter().filter_map(|action| {
        let keys: Vec<KeyboardShortcut> =
            action.shortcut().into_iter().chain(action.other_shortcut()).collect();
        (!keys.is_empty()).then(|| (keys, action.text().trim_end_matches('\u{2026}')))
    });
    section_ui(
        ui,
        "Anywhere",
        bound.chain(walk_keys::WORDS.iter().map(|(keys, words)| (keys.to_vec(), *words))),
    );
}

/// The shown view's own keys first.
fn view_ui(ui: &mut Ui, view: Option<View>) {
    for (heading, lines) in view_keys::lists(view) {
        section_ui(ui, heading, lines.iter().map(|(keys, words)| (keys.to_vec(), *words)));
        ui.add_space(size::GAP_L);
    }
    widgets::section_heading(ui, "With the pointer", "");
    // A column would spread the words over its whole width.
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        for words in [
            "Drag a player to a rank, to another slot, or back to the shelf.",
            "Drag the date bar\u{2019}s handle, an injury\u{2019}s edge, or a move on the timeline.",
            "Double-click a date or a scenario\u{2019}s name to type it. Right-click for what else there is.",
        ] {
            ui.add(Label::new(text::second(words)).wrap());
        }
    });
}

fn section_ui<'a>(
    ui: &mut Ui,
    heading: &str,
    rows: impl IntoIterator<Item = (Vec<KeyboardShortcut>, &'a str)>,
) {
    widgets::section_heading(ui, heading, "");
    ui.spacing_mut().interact_size.y = 0.0;
    let written = |keys: Vec<KeyboardShortcut>| {
        let keys: Vec<String> = keys.iter().map(|keys| keys_text(ui.ctx(), keys)).collect();
        text::strong(keys.join(", "))
    };
    let rows: Vec<_> = rows.into_iter().map(|(keys, words)| (written(keys), words)).collect();
    let width = rows.iter().map(|(keys, _)| widgets::text_width(ui, keys)).fold(0.0, f32::max).ceil();
    for (keys, words) in rows {
        ui.spacing_mut().item_spacing.y = size::GAP_XS;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = size::GAP_L;
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.label(keys);
            });
            ui.add(Label::new(text::body(words)).wrap());
        });
    }
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::command::dialog_keys;
    use crate::ui::theme;

    #[test]
    fn a_small_window_with_large_text_holds_the_page() {
        let mut window =
            Harness::builder().with_size([600.0, 400.0]).with_context_setup(theme::install).build_ui(|ui| {
                let _open = keys_ui(ui.ctx(), Some(View::Targets));
            });
        window.run();
        let page = window.ctx.content_rect();
        for words in ["What the keys do", "Close"] {
            let role = if words == "Close" { Role::Button } else { Role::Label };
            assert!(page.contains_rect(window.get_by_role_and_label(role, words).rect()), "{words}");
        }
        let rows = window.get_all_by_role(egui::accesskit::Role::Label).map(|label| label.rect().right());
        let right = rows.fold(0.0, f32::max);
        assert!(right < page.right() - size::GAP_XL, "a line ends at {right}");
    }

    #[test]
    fn each_view_has_its_own_keys_first() {
        for view in View::ALL {
            let lists = view_keys::lists(Some(view));
            let mut window = Harness::builder()
                .with_size([1100.0, 1400.0])
                .with_context_setup(theme::install)
                .build_ui(move |ui| {
                    let _open = keys_ui(ui.ctx(), Some(view));
                });
            window.run();
            let tops =
                lists.iter().map(|(heading, _)| window.get_by_label(&heading.to_uppercase()).rect().top());
            let tops: Vec<f32> = tops.collect();
            assert!(tops.is_sorted(), "{view:?}: {tops:?}");
            let middle = window.get_by_label("ANYWHERE").rect().left();
            for (_, words) in lists.iter().flat_map(|(_, lines)| *lines) {
                let rights = window.get_all_by_label(words).map(|node| node.rect().right());
                assert!(rights.fold(f32::MAX, f32::min) < middle, "{view:?}: {words}");
            }
            for (_, words) in lists.first().unwrap().1 {
                window.get_by_label(words);
            }
        }
        let first = |view: View| view_keys::lists(Some(view)).first().unwrap().0;
        let mut own: Vec<&str> = View::ALL.map(first).to_vec();
        own.sort_unstable();
        own.dedup();
        assert_eq!(own.len(), View::ALL.len() - 1, "timeline and comparison share the date: {own:?}");
    }

    #[test]
    fn the_plain_keys_stand_before_those_with_shift() {
        let mut window = Harness::builder()
            .with_size([1100.0, 1400.0])
            .with_context_setup(theme::install)
            .build_ui(|ui| {
                let _open = keys_ui(ui.ctx(), Some(View::Board));
            });
        window.run();
        let top = |words: &str| window.get_by_label(words).rect().top();
        assert!(top("Save") < top("Save as"));
        assert!(top("Undo") < top("Redo"));
    }

    #[test]
    fn every_bound_action_is_on_the_page_and_escape_closes_it() {
        let mut window =
            Harness::builder().with_size([1100.0, 1400.0]).with_context_setup(theme::install).build_ui_state(
                |ui, open: &mut bool| {
                    if *open {
                        *open = keys_ui(ui.ctx(), Some(View::Board));
                    }
                },
                true,
            );
        window.run();
        for action in Action::ALL.into_iter().filter(|action| action.shortcut().is_some()) {
            window.get_by_label(action.text().trim_end_matches('\u{2026}'));
        }
        window.key_press(dialog_keys::CANCEL.logical_key);
        window.run();
        assert!(!window.state());
    }
}
