//! The assumptions: every default with its value, unit, source and tag, and the plan's own value in its place.

mod row;
mod words;

use std::collections::BTreeMap;

use egui::{Align, Layout, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

pub use words::{MEDICAL, is_medical, number, quantity, tag_chip, tag_sentence};

use crate::edit::Edit;
use crate::forecast::{Entry, catalogue};
use crate::model::{Plan, fold, words as say};
use crate::ui::command::Command;
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets;

/// Groups of the catalogue by the first word of their ids, in the order of the screen.
const GROUPS: [(&str, &[&str]); 6] = [
    ("Return from a reported injury", &["month.", "return."]),
    ("Lay-off by diagnosis", &["layoff."]),
    ("Injuries yet to come", &["health.", "durability."]),
    ("Cover and season", &["cover.", "season."]),
    ("Money", &["money."]),
    ("Contracts", &["contract."]),
];
/// Width of the filter, points.
const FILTER: f32 = 220.0;

/// What the screen remembers: the filter, and what is typed and not yet part of the plan.
#[derive(Debug, Default)]
pub struct AssumptionsView {
    filter: String,
    /// The filter takes the keyboard as soon as it is drawn.
    looking: bool,
    /// By id: a value that is being typed, or that cannot be read.
    typed: BTreeMap<String, String>,
}

impl AssumptionsView {
    /// Gives the filter the keyboard.
    pub fn begin_to_look(&mut self) {
        self.looking = true;
    }

    /// Draws the screen into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        self.head_ui(ui, plan, commands);
        ui.add_space(size::GAP_S);
        let wanted = fold(self.filter.trim());
        let found = |entry: &Entry| {
            if wanted.is_empty() {
                return true;
            }
            let text = format!("{} {} {} {}", entry.label, entry.id, entry.source, tag_chip(entry.tag).0);
            fold(&text).contains(&wanted)
        };
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let widths = row::Widths::of(ui.available_width() - size::GAP_M);
            let mut any = false;
            for (name, prefixes) in GROUPS {
                let of_group = |entry: &&Entry| prefixes.iter().any(|prefix| entry.id.starts_with(prefix));
                let entries: Vec<&Entry> =
                    catalogue().defaults.iter().filter(of_group).filter(|entry| found(entry)).collect();
                if entries.is_empty() {
                    continue;
                }
                let medical = entries.iter().any(|entry| is_medical(entry));
                let remark = if medical { MEDICAL } else { "" };
                row::group_ui(ui, name, remark, &widths, !any);
                any = true;
                for entry in entries {
                    row::entry_ui(ui, plan, entry, &widths, &mut self.typed, commands);
                }
            }
            let strangers = plan.assumptions.iter().filter(|(id, _)| {
                !catalogue().defaults.iter().any(|entry| entry.id == **id) && fold(id).contains(&wanted)
            });
            for (place, (id, value)) in strangers.enumerate() {
                if place == 0 {
                    row::group_ui(ui, "Set in this plan, unknown to this version", "", &widths, !any);
                    any = true;
                }
                row::stranger_ui(ui, id, *value, commands);
            }
            if !any {
                let words = format!("No assumption is about \u{201c}{}\u{201d}.", self.filter.trim());
                widgets::empty_state(ui, icons::SLIDERS, &words, None);
            }
            ui.add_space(size::GAP_L);
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let own = plan.assumptions.len();
        ui.horizontal(|ui| {
            ui.label(text::verdict("Assumptions"));
            let words = match own {
                0 => "all at their defaults".to_owned(),
                1 => "1 set by this plan".to_owned(),
                n => format!("{n} set by this plan"),
            };
            ui.label(text::second(words));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let reset = ui.add_enabled(own > 0, egui::Button::new("Reset all"));
                let reset = reset.on_hover_text("Every assumption back to its default, in one step");
                if reset.on_disabled_hover_text("Every assumption has its default").clicked() {
                    let back = |name: &String| Edit::SetAssumption { name: name.clone(), value: None };
                    let edits = plan.assumptions.keys().map(back).collect();
                    let label = "reset all assumptions".to_owned();
                    commands.push(Command::Edit(Edit::Together { label, edits }));
                    self.typed.clear();
                }
                let filter = TextEdit::singleline(&mut self.filter)
                    .hint_text("Filter assumptions\u{2026}")
                    .desired_width(FILTER);
                let filter = ui.add(filter);
                filter.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Filter assumptions"));
                if std::mem::take(&mut self.looking) {
                    filter.request_focus();
                }
            });
        });
        let dated = say::date(catalogue().dated);
        let sentence = format!(
            "What the figures rest on, as of {dated}. A value of your own holds in this plan; an empty field is the default."
        );
        ui.label(text::second(sentence));
    }
}

#[cfg(test)]
mod tests {
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    use crate::ui::command::{Action, Command};
    use crate::ui::screen::View;
    use crate::ui::testing::{Window, click, sample, type_into, window};

    const INJURIES: &str = "Your value: Injuries per season, first choice";
    const ID: &str = "health.injuries-per-season.first-choice";

    fn set(window: &mut Window, name: &str, words: &str) {
        type_into(window, name, words);
        window.key_press(Key::Enter);
        window.run();
    }

    fn cover(window: &Window) -> f64 {
        let desk = &window.state().desk;
        let forecast = desk.derived().unit(&desk.screen.scenario).unwrap();
        forecast.cover_on("2026-01-24".parse().unwrap(), 3).unwrap()
    }

    /// Shows only the assumptions about injuries yet to come: the list is longer than the window.
    fn about_injuries() -> Window {
        let mut window = window(sample(), View::Assumptions);
        type_into(&mut window, "Filter assumptions", "per season");
        window
    }

    #[test]
    fn a_value_of_ones_own_changes_the_figure_and_undo_restores_it() {
        let mut window = about_injuries();
        let before = cover(&window);
        set(&mut window, INJURIES, "6");
        assert_eq!(window.state().desk.session.plan().assumptions.get(ID), Some(&6.0));
        assert!(cover(&window) < before - 0.01);
        window.state_mut().desk.act(Command::Do(Action::Undo));
        window.run();
        assert!((cover(&window) - before).abs() < f64::EPSILON);
        assert!(window.state().desk.session.plan().assumptions.is_empty());
    }

    #[test]
    fn a_bad_number_gets_a_sentence_in_place_and_changes_nothing() {
        let mut window = about_injuries();
        set(&mut window, INJURIES, "lots");
        assert!(window.state().desk.session.plan().assumptions.is_empty());
        assert_eq!(window.state().desk.session.revision(), 0);
        assert_eq!(
            super::words::read("lots", entry()).unwrap_err(),
            "This is no number. Write it like 2.72, or leave it empty for the default."
        );
        click(&mut window, "Back to the default: Injuries per season, first choice");
        assert!(window.query_by_label("Back to the default: Injuries per season, first choice").is_none());
    }

    fn entry() -> &'static crate::forecast::Entry {
        super::catalogue().defaults.iter().find(|entry| entry.id == ID).unwrap()
    }

    #[test]
    fn everything_goes_back_in_one_step() {
        let mut plan = sample();
        plan.assumptions.insert(ID.into(), 5.0);
        plan.assumptions.insert("month.days".into(), 30.0);
        plan.assumptions.insert("from.a-later-version".into(), 1.0);
        let mut window = window(plan.clone(), View::Assumptions);
        click(&mut window, "Reset all");
        assert!(window.state().desk.session.plan().assumptions.is_empty());
        window.state_mut().desk.act(Command::Do(Action::Undo));
        assert_eq!(window.state().desk.session.plan().assumptions, plan.assumptions);
    }

    #[test]
    fn typing_the_default_is_no_change() {
        let mut window = about_injuries();
        set(&mut window, INJURIES, "2.72");
        assert_eq!(window.state().desk.session.revision(), 0);
    }
}
