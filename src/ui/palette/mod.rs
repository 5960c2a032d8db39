//! The command palette: everything that can be done or shown, found by a few letters.
//!
//! Type, choose with the arrow keys, Enter takes, Escape leaves. A date shows everything as of that day. Reports and
//! notes are found by their words and lead to whom they are about.

mod days;
mod entries;
mod matching;
mod texts;

use std::sync::Arc;

use egui::{Align2, Area, EventFilter, Id, Modal, ScrollArea, TextEdit, Ui, vec2};

use self::entries::Entry;
use self::texts::Texts;
use super::command::{Action, Command, dialog_keys, keys_text};
use super::theme::{self, icons, size, text};
use super::widgets::{ListRow, dialog_frame, name_dialog};
use crate::model::{Plan, words};

/// Width of the palette.
const WIDTH: f32 = 560.0;
/// Rows that are seen at once.
const ROWS: f32 = 11.0;
/// How far from the top of the window it hangs.
const TOP: f32 = 72.0;
/// How many commands that were run lately stand first.
const LATELY: usize = 5;

/// The command palette.
#[derive(Debug, Default)]
pub struct Palette {
    open: Option<Search>,
    /// What there was when it was last open; it still is while the plan is the same.
    index: Option<Index>,
    /// The commands that were run here, the last one first.
    lately: Vec<Action>,
}

/// Everything there is to find.
#[derive(Debug)]
struct Index {
    plan: Option<Arc<Plan>>,
    entries: Vec<Entry>,
    /// What is written in the plan, read when the first letter is typed.
    texts: Option<Texts>,
}

/// What is being looked for.
#[derive(Debug)]
struct Search {
    typed: String,
    index: Index,
    /// The day that is typed, if one is.
    day: Option<Entry>,
    /// What matches, the best first.
    found: Vec<Found>,
    /// What matches of what is written.
    written: Vec<Entry>,
    highlighted: usize,
    scroll: bool,
    fresh: bool,
}

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Found {
    /// The day that is typed.
    Day,
    /// One of the entries.
    Named(usize),
    /// One of the texts.
    Written(usize),
}

impl Palette {
    /// It is on the screen: keys and menus of the window wait.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens it, with what there is in the plan (none on the start screen); closes it if it is open.
    pub fn toggle(&mut self, plan: Option<&Arc<Plan>>) {
        if self.open.is_some() {
            self.close();
            return;
        }
        let index = self.index.take().filter(|index| index.is_of(plan));
        self.open = Some(Search::new(index.unwrap_or_else(|| Index::of(plan)), &self.lately));
    }

    /// Closes it and keeps what it knows for the next time.
    pub fn close(&mut self) {
        self.index = self.open.take().map(|search| search.index);
    }

    /// Looks for what is typed, as if it were typed into the open palette.
    pub fn look_for(&mut self, typed: &str) {
        if let Some(search) = &mut self.open {
            typed.clone_into(&mut search.typed);
            search.find();
        }
    }

    /// Shows it while it is open and adds what the user chose to `commands`.
    pub fn ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let Some(search) = &mut self.open else { return };
        let ctx = ui.ctx().clone();
        let id = Id::unique("command palette");
        let area: Area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
        let frame = dialog_frame(&ctx).inner_margin(size::GAP_M);
        let shown = Modal::new(id).area(area).frame(frame).show(&ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 4.0 * size::GAP_XL));
            search.ui(ui)
        });
        name_dialog(&ctx, id, "Search");
        if let Some(chosen) = shown.inner {
            if let [Command::Do(action)] = chosen.as_slice() {
                self.lately.retain(|known| known != action);
                self.lately.insert(0, *action);
                self.lately.truncate(LATELY);
            }
            commands.extend(chosen);
            self.close();
        } else if shown.should_close() {
            self.close();
        }
    }
}

impl Index {
    fn of(plan: Option<&Arc<Plan>>) -> Self {
        Self { plan: plan.cloned(), entries: entries::all(plan.map(Arc::as_ref)), texts: None }
    }

    /// Nothing has changed since.
    fn is_of(&self, plan: Option<&Arc<Plan>>) -> bool {
        match (&self.plan, plan) {
            (Some(known), Some(plan)) => Arc::ptr_eq(known, plan),
            (known, plan) => known.is_none() && plan.is_none(),
        }
    }
}

impl Search {
    fn new(index: Index, lately: &[Action]) -> Self {
        let does = |at: &usize, action: Action| {
            index.entries.get(*at).is_some_and(|entry| entry.commands == [Command::Do(action)])
        };
        let all = 0..index.entries.len();
        let first: Vec<usize> =
            lately.iter().filter_map(|action| all.clone().find(|at| does(at, *action))).collect();
        let rest = all.filter(|at| !first.contains(at));
        let found = first.iter().copied().chain(rest).map(Found::Named).collect();
        Self {
            typed: String::new(),
            index,
            day: None,
            found,
            written: Vec::new(),
            highlighted: 0,
            scroll: false,
            fresh: true,
        }
    }

    /// What matches what is typed: the day, what is called so, what is written so, and what has at least the letters.
    fn find(&mut self) {
        let Self { typed, index, .. } = self;
        let (sure, maybe) = matching::by_name(&index.entries, typed);
        self.day = None;
        self.written = Vec::new();
        if let Some(plan) = &index.plan {
            self.day = days::day(typed, plan.as_of);
            let texts = index.texts.get_or_insert_with(|| Texts::of(plan));
            self.written = texts.matching(plan, typed);
        }
        let day = self.day.iter().map(|_| Found::Day);
        let sure = sure.into_iter().map(Found::Named);
        let written = (0..self.written.len()).map(Found::Written);
        let maybe = maybe.into_iter().map(Found::Named);
        self.found = day.chain(sure).chain(written).chain(maybe).collect();
        (self.highlighted, self.scroll) = (0, true);
    }

    fn ui(&mut self, ui: &mut Ui) -> Option<Vec<Command>> {
        let id = Id::unique("what to find");
        let typing = ui.memory(|memory| memory.has_focus(id));
        // Before the field sees them; what was typed in the same frame still counts, so they act below.
        let (up, down, confirmed) = ui.input_mut(|input| {
            let mut pressed = |keys| typing && input.consume_shortcut(keys);
            (pressed(&dialog_keys::UP), pressed(&dialog_keys::DOWN), pressed(&dialog_keys::CONFIRM))
        });
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        let field = TextEdit::singleline(&mut self.typed)
            .id(id)
            .event_filter(filter)
            .hint_text("Search players, reports, notes, commands, or type a date")
            .prefix(text::icon(icons::SEARCH, text::SECTION_SIZE).weak())
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, size::CONTROL_HEIGHT + size::GAP_XS))
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.add(field);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label("Search or run a command"));
        if std::mem::take(&mut self.fresh) {
            response.request_focus();
        }
        if response.changed() {
            self.find();
        }
        if let (true, Some(last)) = (up != down, self.found.len().checked_sub(1)) {
            self.highlighted = match (down, self.highlighted) {
                (true, at) if at < last => at + 1,
                (true, _) => 0,
                (false, 0) => last,
                (false, at) => at - 1,
            };
            self.scroll = true;
        }
        let clicked = self.list_ui(ui);
        let taken = clicked.or_else(|| confirmed.then_some(self.highlighted))?;
        Some(self.entry(taken)?.commands.clone())
    }

    /// The entry in this line of the list.
    fn entry(&self, line: usize) -> Option<&Entry> {
        match *self.found.get(line)? {
            Found::Day => self.day.as_ref(),
            Found::Named(at) => self.index.entries.get(at),
            Found::Written(at) => self.written.get(at),
        }
    }

    /// The lines that match. Returns the one that was clicked.
    fn list_ui(&mut self, ui: &mut Ui) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(size::GAP_S);
        let count = self.found.len();
        if count == 0 {
            let words = if self.index.plan.is_some() {
                format!(
                    "Nothing is called or written like that. Try a name, an outlet, a word of a report or a note, a \
                     command, or a day such as {}, next window or in 2 weeks.",
                    words::day_month(jiff::civil::date(2026, 1, 24))
                )
            } else {
                "Nothing is called like that. Players, reports and days are found once a plan is open."
                    .to_owned()
            };
            ui.add(egui::Label::new(text::second(words)).wrap());
            ui.add_space(size::GAP_S);
            return None;
        }
        let room = ui.ctx().content_rect().height() - 2.0 * TOP - size::CONTROL_HEIGHT;
        let height = (ROWS * size::CONTROL_HEIGHT).min(room).max(2.0 * size::CONTROL_HEIGHT);
        let mut area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        if std::mem::take(&mut self.scroll) {
            let middle = (self.highlighted as f32 + 0.5) * size::CONTROL_HEIGHT - height / 2.0;
            area = area
                .vertical_scroll_offset(middle.min(count as f32 * size::CONTROL_HEIGHT - height).max(0.0));
        }
        let palette = theme::palette(ui);
        let mut clicked = None;
        area.show_rows(ui, size::CONTROL_HEIGHT, count, |ui, lines| {
            for line in lines {
                let Some(entry) = self.entry(line) else { continue };
                let keys = entry.keys.map_or_else(String::new, |keys| keys_text(ui.ctx(), &keys));
                let marks = matching::marks(&format!("{} {}", entry.name, entry.second), &self.typed);
                let row = ListRow::new(entry.icon, &entry.name)
                    .dot(entry.scenario_colour.map(|place| palette.scenario(place)))
                    .second(&entry.second)
                    .marked(&marks)
                    .end(&keys)
                    .highlighted(line == self.highlighted);
                if ui.add(row).clicked() {
                    clicked = Some(line);
                }
            }
        });
        clicked
    }
}

#[cfg(test)]
mod tests;
