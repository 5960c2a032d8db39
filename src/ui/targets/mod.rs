//! The players of the plan as a table: targets, squad or all of them, ten thousand if need be.
//!
//! What the rows say is read from the plan row by row as they come into sight; which rows there are is kept until
//! the plan, the scenario, the day or what is asked of the table changes.

mod carry;
mod column;
mod copy;
mod filter;
mod layout;
mod rows;
mod selection;
mod table;
#[cfg(test)]
mod tests;
mod toolbar;

use egui::Ui;

use crate::model::PlayerId;
use crate::store::TableSettings;
use crate::ui::board::Scene;
use crate::ui::command::{Action, Command};
use crate::ui::theme::icons;
use crate::ui::widgets;

pub(in crate::ui) use carry::{carried_over_board, dropped_on_tab};

use self::column::Line;
use self::layout::Layout;
use self::rows::{Question, Rows};
use self::selection::{How, Selection};

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct TargetsView {
    question: Question,
    rows: Rows,
    selection: Selection,
    chosen: Chosen,
    layout: Layout,
    /// The inspector stands beside the table.
    inspecting: bool,
    /// The field for what is looked for takes the keyboard as soon as it is drawn.
    looking: bool,
}

/// The selected players who are shown, by their places in the plan, in the order of the table.
#[derive(Debug, Default)]
struct Chosen {
    /// Which rows and which selection it was made of.
    of: Option<(u64, u64)>,
    places: Vec<usize>,
}

impl TargetsView {
    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        self.rows.refresh(scene, &self.question);
        if scene.plan.players.is_empty() || (self.rows.of() == 0 && self.question == Question::default()) {
            self.nobody_ui(ui, commands);
            return;
        }
        self.choose(scene);
        toolbar::toolbar_ui(self, ui, scene, commands);
        // What was just typed counts at once.
        self.rows.refresh(scene, &self.question);
        self.choose(scene);
        table::table_ui(self, ui, scene, commands);
        carry::ghost_ui(ui, scene);
    }

    /// The inspector is to stand beside the table.
    #[must_use]
    pub fn is_inspecting(&self) -> bool {
        self.inspecting
    }

    /// Lays the table out as the settings remember it.
    pub fn lay_out(&mut self, settings: &TableSettings) {
        self.layout = Layout::of(settings);
    }

    /// How the table is laid out, for the settings.
    #[must_use]
    pub fn table_settings(&self) -> TableSettings {
        self.layout.settings()
    }

    /// Gives the field for what is looked for the keyboard.
    pub fn begin_to_look(&mut self) {
        self.looking = true;
    }

    /// Looks for this text, as if it were typed.
    pub fn look_for(&mut self, typed: impl Into<String>) {
        self.question.typed = typed.into();
    }

    /// How often the rows were made anew, for tests that prove that they are kept.
    #[must_use]
    pub fn rows_made(&self) -> u64 {
        self.rows.made()
    }

    fn nobody_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let words = "This plan has no target yet: players who might come, with what is reported of them.";
        let choices = [Action::AddTarget.text(), Action::ImportPlayers.text(), "List the squad here"];
        match widgets::empty_choice(ui, icons::TARGET, words, &choices) {
            Some(0) => {
                commands.push(Command::Do(Action::AddTarget));
                self.inspecting = true;
            }
            Some(1) => commands.push(Command::Do(Action::ImportPlayers)),
            Some(_) => self.question.who = filter::Who::Squad,
            None => {}
        }
    }

    /// Opens a player in the inspector.
    fn open(&mut self, player: &PlayerId, commands: &mut Vec<Command>) {
        self.inspecting = true;
        commands.push(Command::Select(Some(player.clone())));
    }

    /// Selects a row; an open inspector follows.
    fn pick(&mut self, scene: Scene<'_>, player: &PlayerId, how: How, commands: &mut Vec<Command>) {
        let rows = self.rows.shown().iter().filter_map(|place| Some(&scene.plan.players.get(*place)?.id));
        self.selection.pick(player, how, rows);
        self.choose(scene);
        if self.inspecting && scene.screen.selected.as_ref() != Some(player) {
            commands.push(Command::Select(Some(player.clone())));
        }
    }

    fn select_all(&mut self, scene: Scene<'_>) {
        let rows = self.rows.shown().iter().filter_map(|place| Some(&scene.plan.players.get(*place)?.id));
        self.selection.all(rows);
        self.choose(scene);
    }

    /// Brings the list of the selected up to date; does nothing while nothing has changed.
    fn choose(&mut self, scene: Scene<'_>) {
        let of = (self.rows.made(), self.selection.version());
        if self.chosen.of == Some(of) {
            return;
        }
        let selected = |place: &usize| {
            scene.plan.players.get(*place).is_some_and(|player| self.selection.contains(&player.id))
        };
        let places = if self.selection.is_empty() {
            Vec::new()
        } else {
            self.rows.shown().iter().copied().filter(selected).collect()
        };
        self.chosen = Chosen { of: Some(of), places };
    }

    /// The selected players who are shown, in the order of the table.
    fn selected<'a>(&'a self, scene: Scene<'a>) -> impl Iterator<Item = &'a PlayerId> {
        self.selected_lines(scene).map(|line| &line.player.id)
    }

    fn selected_lines<'a>(&'a self, scene: Scene<'a>) -> impl Iterator<Item = Line<'a>> {
        self.chosen.places.iter().filter_map(move |place| self.rows.line(scene, *place))
    }

    /// The row in which a player stands.
    fn row_of(&self, scene: Scene<'_>, player: &PlayerId) -> Option<usize> {
        let is_he = |place: &usize| scene.plan.players.get(*place).is_some_and(|known| known.id == *player);
        self.rows.shown().iter().position(is_he)
    }
}
