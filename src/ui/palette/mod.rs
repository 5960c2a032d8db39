//! The command palette: everything that can be done or shown, found by a few letters.
//!
//! Type, choose with the arrow keys, Enter takes, Escape leaves. A date shows everything as of that day. Reports and
//! notes are found by their words and lead to whom they are about.

mod entries;
mod texts;

use egui::{Align2, Area, EventFilter, Id, Modal, ScrollArea, TextEdit, Ui, vec2};

use self::entries::Entry;
use self::texts::Texts;
use super::command::{Command, dialog_keys};
use super::files::{ListRow, dialog_frame};
use super::screen::Screen;
use super::theme::{self, icons, size, text};
use crate::model::{Plan, words};

/// Width of the palette.
const WIDTH: f32 = 560.0;
/// Rows that are seen at once.
const ROWS: f32 = 11.0;
/// How far from the top of the window it hangs.
const TOP: f32 = 72.0;

/// The command palette.
#[derive(Debug, Default)]
pub struct Palette {
    open: Option<Search>,
}

/// What is being looked for.
#[derive(Debug)]
struct Search {
    typed: String,
    /// Everything there is, as of when the palette was opened: nothing changes behind it.
    entries: Vec<Entry>,
    /// The day that is typed, if one is.
    day: Option<Entry>,
    /// The places of what matches, the best first.
    found: Vec<usize>,
    /// What is written in the plan, read when the first letter is typed.
    texts: Option<Texts>,
    /// What matches of it, after everything that is called so.
    written: Vec<Entry>,
    highlighted: usize,
    scroll: bool,
    fresh: bool,
}

impl Palette {
    /// It is on the screen: keys and menus of the window wait.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens it, with what there is in the plan (none on the start screen); closes it if it is open.
    pub fn toggle(&mut self, plan: Option<(&Plan, &Screen)>) {
        self.open = match self.open {
            Some(_) => None,
            None => Some(Search::new(plan)),
        };
    }

    /// Shows it while it is open and adds what the user chose to `commands`.
    pub fn ui(&mut self, ui: &mut Ui, plan: Option<(&Plan, &Screen)>, commands: &mut Vec<Command>) {
        let Some(search) = &mut self.open else { return };
        let ctx = ui.ctx().clone();
        let id = Id::unique("command palette");
        let area: Area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, TOP));
        let frame = dialog_frame(&ctx).inner_margin(size::GAP_M);
        let shown = Modal::new(id).area(area).frame(frame).show(&ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 4.0 * size::GAP_XL));
            search.ui(ui, plan)
        });
        if let Some(chosen) = shown.inner {
            commands.extend(chosen);
            self.open = None;
        } else if shown.should_close() {
            self.open = None;
        }
    }
}

impl Search {
    fn new(plan: Option<(&Plan, &Screen)>) -> Self {
        let entries = entries::all(plan);
        let found = (0..entries.len()).collect();
        Self {
            typed: String::new(),
            entries,
            day: None,
            found,
            texts: None,
            written: Vec::new(),
            highlighted: 0,
            scroll: false,
            fresh: true,
        }
    }

    fn ui(&mut self, ui: &mut Ui, plan: Option<(&Plan, &Screen)>) -> Option<Vec<Command>> {
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
            self.day = plan.and_then(|(plan, _)| entries::day(&self.typed, plan.as_of));
            self.found = entries::matching(&self.entries, &self.typed);
            if let Some((plan, _)) = plan {
                let texts = self.texts.get_or_insert_with(|| Texts::of(plan));
                self.written = texts.matching(&self.typed);
            }
            (self.highlighted, self.scroll) = (0, true);
        }
        let count = self.found.len() + usize::from(self.day.is_some()) + self.written.len();
        if let (true, Some(last)) = (up != down, count.checked_sub(1)) {
            self.highlighted = match (down, self.highlighted) {
                (true, at) if at < last => at + 1,
                (true, _) => 0,
                (false, 0) => last,
                (false, at) => at - 1,
            };
            self.scroll = true;
        }
        let clicked = self.list_ui(ui, count);
        let taken = clicked.or_else(|| confirmed.then_some(self.highlighted))?;
        Some(self.entry(taken)?.commands.clone())
    }

    /// The entry in this line of the list: the day stands first.
    fn entry(&self, line: usize) -> Option<&Entry> {
        let line = match (&self.day, line) {
            (Some(day), 0) => return Some(day),
            (day, line) => line - usize::from(day.is_some()),
        };
        match self.found.get(line) {
            Some(place) => self.entries.get(*place),
            None => self.written.get(line - self.found.len()),
        }
    }

    /// The lines that match. Returns the one that was clicked.
    fn list_ui(&mut self, ui: &mut Ui, count: usize) -> Option<usize> {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(size::GAP_S);
        if count == 0 {
            ui.label(text::second(format!(
                "Nothing is called like that. Try a name, a command or a date such as {}.",
                words::day_month(jiff::civil::date(2026, 1, 24))
            )));
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
                let keys = entry.keys.map_or_else(String::new, |keys| ui.ctx().format_shortcut(&keys));
                let row = ListRow::new(entry.icon, &entry.name)
                    .dot(entry.scenario_colour.map(|place| palette.scenario(place)))
                    .second(&entry.second)
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
mod tests {
    use egui::Key;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::store::{SAMPLES, parse};
    use crate::ui::command::Action;
    use crate::ui::screen::View;

    struct Desk {
        plan: Plan,
        screen: Screen,
        palette: Palette,
        commands: Vec<Command>,
    }

    fn open() -> Harness<'static, Desk> {
        let plan = parse(SAMPLES[0].json.as_bytes(), "sample").unwrap();
        let screen = Screen::of(&plan);
        let mut palette = Palette::default();
        palette.toggle(Some((&plan, &screen)));
        let desk = Desk { plan, screen, palette, commands: Vec::new() };
        let mut harness =
            Harness::builder().with_size([1100.0, 700.0]).with_context_setup(theme::install).build_ui_state(
                |ui, Desk { plan, screen, palette, commands }| palette.ui(ui, Some((plan, screen)), commands),
                desk,
            );
        harness.run();
        harness
    }

    fn type_text(harness: &mut Harness<'_, Desk>, text: &str) {
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run();
    }

    #[test]
    fn a_player_is_shown_by_a_few_letters_and_enter() {
        let mut harness = open();
        type_text(&mut harness, "gueh");
        harness.key_press(Key::Enter);
        harness.run();
        let id = "marc-guehi".parse().unwrap();
        assert_eq!(harness.state().commands, [Command::Show(View::Board), Command::Select(Some(id))]);
        assert!(!harness.state().palette.is_open());
    }

    #[test]
    fn a_report_leads_to_whom_it_is_about() {
        let mut harness = open();
        type_text(&mut harness, "teamtalk ready press");
        harness.key_press(Key::Enter);
        harness.run();
        let id = "marc-guehi".parse().unwrap();
        assert_eq!(harness.state().commands, [Command::Show(View::Board), Command::Select(Some(id))]);
    }

    #[test]
    fn a_date_stands_first() {
        let mut harness = open();
        type_text(&mut harness, "24 jan");
        assert!(harness.query_by_label_contains("Show 24 Jan 2026").is_some());
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().commands, [Command::ShowDate("2026-01-24".parse().unwrap())]);
    }

    #[test]
    fn the_arrow_keys_go_round_the_list_and_escape_does_nothing_else() {
        let mut harness = open();
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().commands, [Command::Do(Action::OpenPlan)]);

        let mut harness = open();
        harness.key_press(Key::ArrowUp);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.state().commands.is_empty() && !harness.state().palette.is_open());
    }

    #[test]
    fn a_line_can_be_clicked_and_nonsense_is_answered_in_words() {
        let mut harness = open();
        type_text(&mut harness, "nobody at all");
        assert!(harness.query_by_label_contains("Nothing is called like that").is_some());

        let mut harness = open();
        harness.get_by_label_contains("Close plan").click();
        harness.run();
        assert_eq!(harness.state().commands, [Command::Do(Action::ClosePlan)]);
    }
}
