//! What a merge left to be chosen: the quiet line that says so, and the two versions side by side.

use std::sync::Arc;

use egui::{Align, Context, Frame, Id, Label, Layout, Margin, Panel, Role, Ui, WidgetInfo};

use crate::edit::{Choice, Edit, apply, held_value};
use crate::model::{Conflict, Plan};
use crate::report::{ConflictWords, FileWords};

use super::command::{Action, Command};
use super::theme::{self, Tone, icons, size, text};
use super::widgets::{self, PrimaryButton, card_frame, chip};

/// Height of the line under the top bar, points.
const BANNER: f32 = 38.0;
/// Greatest width of the list, points.
const WIDTH: f32 = 1060.0;
/// Room kept around the list in a low window, points.
const AROUND: f32 = 220.0;
/// How many conflicts are listed at once.
const LISTED: usize = 100;
/// How many letters of a value are shown; the tooltip has all of them.
const LETTERS: usize = 320;

/// Draws the line that says how much is to be chosen; nothing where nothing is.
pub fn banner_ui(ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
    let count = plan.conflicts.len();
    if count == 0 {
        return;
    }
    let shades = theme::palette(ui).tone(Tone::Warn);
    let frame = Frame::new().fill(shades.tint).inner_margin(Margin::symmetric(size::GAP_M as i8, 0));
    Panel::top("conflicts").exact_size(BANNER).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let s = if count == 1 { "" } else { "s" };
            ui.label(text::icon(icons::WARNING, text::SECTION_SIZE).color(shades.text));
            ui.label(text::body(format!("{count} conflict{s} from a merge: choose")).color(shades.text));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.button(Action::ResolveConflicts.text()).clicked() {
                    commands.push(Command::Do(Action::ResolveConflicts));
                }
            });
        });
    });
}

/// The list of conflicts, while it is open.
#[derive(Debug, Default)]
pub struct Chooser {
    open: bool,
    /// How many choices were made since it was opened: so many can be taken back here.
    chosen: usize,
    /// The rows, and the plan they were made for.
    rows: Option<(Arc<Plan>, Vec<Row>)>,
}

#[derive(Debug)]
struct Row {
    words: ConflictWords,
    /// Which version the plan holds now; neither, if it was changed since.
    held: Option<Choice>,
    both: bool,
    /// It asks whether two are one person.
    same: bool,
}

impl Chooser {
    /// Opens the list.
    pub fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    /// The list is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Draws the list, if it is open.
    pub fn ui(&mut self, ctx: &Context, plan: &Arc<Plan>, commands: &mut Vec<Command>) {
        if !self.open {
            return;
        }
        if !self.rows.as_ref().is_some_and(|(known, _)| Arc::ptr_eq(known, plan)) {
            let plans: [&Plan; 1] = [plan];
            let file = FileWords::of(&plans);
            let rows = plan.conflicts.iter().take(LISTED).map(|conflict| Row::of(plan, &file, conflict));
            self.rows = Some((Arc::clone(plan), rows.collect()));
        }
        let mut edit = None;
        let shown = widgets::dialog(ctx, Id::unique("resolve conflicts"), "Resolve conflicts", WIDTH, |ui| {
            self.heading_ui(ui, plan, &mut edit, commands);
            let height = (ctx.content_rect().height() - AROUND).max(AROUND);
            widgets::steady_list(height).show(ui, |ui| {
                let rows = self.rows.as_ref().map(|(_, rows)| rows.as_slice()).unwrap_or_default();
                for (number, row) in rows.iter().enumerate() {
                    if let Some(choice) = row.ui(ui) {
                        edit = Some(Edit::ResolveConflict { number, choice });
                    }
                }
                let more = plan.conflicts.len().saturating_sub(rows.len());
                if more > 0 {
                    ui.label(
                        text::second(format!("and {more} more, which come up as these are settled")).weak(),
                    );
                }
            });
            ui.add_space(size::GAP_XS);
            let words = if plan.conflicts.is_empty() { "Done" } else { "Close" };
            ui.button(words).clicked()
        });
        if let Some(edit) = edit {
            self.chosen += 1;
            commands.push(Command::Edit(edit));
        }
        if shown.inner || shown.should_close() {
            *self = Self::default();
        }
    }

    fn heading_ui(&mut self, ui: &mut Ui, plan: &Plan, edit: &mut Option<Edit>, commands: &mut Vec<Command>) {
        let count = plan.conflicts.len();
        ui.horizontal(|ui| {
            let heading = match count {
                0 => "Everything is settled".to_owned(),
                1 => "One thing with two versions".to_owned(),
                _ => format!("{count} things with two versions"),
            };
            ui.label(text::verdict(heading));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                // Whether two are one person is asked one by one.
                let of_side = plan.conflicts.iter().any(|conflict| conflict.same_as.is_none());
                for (words, choice) in [("All theirs", Choice::Theirs), ("All ours", Choice::Ours)] {
                    if of_side && ui.button(words).clicked() {
                        *edit = Some(settle_all(plan, choice));
                    }
                }
                if self.chosen > 0 && ui.button("Undo last choice").clicked() {
                    self.chosen -= 1;
                    commands.push(Command::Do(Action::Undo));
                }
            });
        });
        let words = if count == 0 {
            "Save the plan to keep it so."
        } else {
            "Both sides changed these. The plan holds one version of each meanwhile; every choice can be undone."
        };
        ui.add(Label::new(text::second(words).weak()).wrap());
        ui.add_space(size::GAP_S);
    }
}

impl Row {
    fn of(plan: &Plan, file: &FileWords<'_>, conflict: &Conflict) -> Self {
        let now = held_value(plan, conflict);
        let held = [(Choice::Ours, &conflict.ours), (Choice::Theirs, &conflict.theirs)];
        Self {
            words: file.conflict(conflict),
            held: held.into_iter().find(|(_, value)| **value == now).map(|(choice, _)| choice),
            both: Choice::both(conflict).is_some(),
            same: conflict.same_as.is_some(),
        }
    }

    fn ui(&self, ui: &mut Ui) -> Option<Choice> {
        let Self { words, held, both, same } = self;
        let place = &words.place;
        let mut chosen = None;
        card_frame(theme::palette(ui)).show(ui, |ui| {
            // The scroll bar lies over the right end.
            ui.set_width(ui.available_width() - size::GAP_S);
            ui.horizontal(|ui| {
                ui.add(Label::new(text::card_name(place)).truncate());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if *both && choice_ui(ui, "Use both", place, false) {
                        chosen = Some(Choice::Both);
                    }
                    let as_it_is = if *same { "Two people" } else { "Keep what the plan has" };
                    if held.is_none() && choice_ui(ui, as_it_is, place, *same) {
                        chosen = Some(Choice::AsItIs);
                    }
                });
            });
            ui.columns(3, |columns| {
                if let [before, ours, theirs] = columns {
                    side_ui(before, "BEFORE", &words.base, false, |_| {});
                    let verbs = if *same {
                        ["One person, as ours", "One person, as theirs"]
                    } else {
                        ["Use ours", "Use theirs"]
                    };
                    for (ui, heading, value, verb, choice) in [
                        (ours, "OURS", &words.ours, verbs[0], Choice::Ours),
                        (theirs, "THEIRS", &words.theirs, verbs[1], Choice::Theirs),
                    ] {
                        let held = *held == Some(choice);
                        side_ui(ui, heading, value, held, |ui| {
                            if choice_ui(ui, verb, place, held) {
                                chosen = Some(choice);
                            }
                        });
                    }
                }
            });
        });
        ui.add_space(size::GAP_XS);
        chosen
    }
}

/// One version: its heading, whether the plan holds it, its value, and what chooses it.
fn side_ui(ui: &mut Ui, heading: &str, value: &str, held: bool, choose: impl FnOnce(&mut Ui)) {
    // A column by itself stretches words and buttons over its whole width.
    ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.horizontal(|ui| {
            ui.label(text::label(heading));
            if held {
                chip(ui, "in the plan now", Tone::Ok);
            }
        });
        let mut shown: String = value.chars().take(LETTERS).collect();
        let cut = shown.len() < value.len();
        if cut {
            shown.push('\u{2026}');
        }
        let label = ui.add(Label::new(text::body(shown)).wrap());
        if cut {
            label.on_hover_text(value);
        }
        choose(ui);
    });
}

fn choice_ui(ui: &mut Ui, words: &str, place: &str, usual: bool) -> bool {
    let response = if usual { ui.add(PrimaryButton::new(words)) } else { ui.button(words) };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words}: {place}")));
    response.clicked()
}

/// The one step that settles everything with one side; what has no place any more is settled as it is.
fn settle_all(plan: &Plan, choice: Choice) -> Edit {
    let mut after = plan.clone();
    let mut edits = Vec::new();
    let of_side = plan.conflicts.iter().enumerate().filter(|(_, conflict)| conflict.same_as.is_none());
    for (number, _) in of_side.rev() {
        let wanted = Edit::ResolveConflict { number, choice };
        let as_it_is = Edit::ResolveConflict { number, choice: Choice::AsItIs };
        let settled =
            [wanted, as_it_is].into_iter().find_map(|edit| Some((apply(&after, &edit).ok()?, edit)));
        if let Some((settled, edit)) = settled {
            after = settled;
            edits.push(edit);
        }
    }
    let side = if choice == Choice::Ours { "ours" } else { "theirs" };
    Edit::Together { label: format!("settle every conflict with {side}"), edits }
}

#[cfg(test)]
mod tests;
