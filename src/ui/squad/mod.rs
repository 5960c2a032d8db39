//! The squad by position, contract and age, and who is registered.

mod facts;
mod list;
mod matrix;
mod pay;
mod registration;
mod rules;
#[cfg(test)]
mod tests;

use egui::{Label, Margin, Rect, ScrollArea, Ui, UiBuilder};

use crate::model::{Date, PlayerId, ScenarioId, words};
use crate::ui::board::Scene;
use crate::ui::command::{Action, Command, Export, ExportKind, FileCommand};
use crate::ui::form::Settled;
use crate::ui::raster::{self, Size};
use crate::ui::theme::{self, Theme, icons, size, text};
use crate::ui::widgets::{self, IconButton, panel_frame};

use self::facts::Facts;
use self::rules::RulesDialog;

/// Share of the width that the list takes.
const LIST_SHARE: f32 = 0.46;
/// Share of the height that the matrix takes.
const MATRIX_SHARE: f32 = 0.58;
/// A view narrower than this shows one part at a time, points.
const NARROW: f32 = 800.0;
/// A picture of the matrix alone, points and pixels per point.
const PICTURE: Size = Size { width: 1100.0, height: 700.0, scale: 2.0 };

/// A part of the view, where there is room for one only.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
enum Part {
    #[default]
    List,
    Matrix,
    Registration,
}

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct SquadView {
    /// What the facts were worked out for, and the facts.
    kept: Option<((u64, ScenarioId, Date), Facts)>,
    /// The inspector stands beside the list.
    inspecting: bool,
    /// The part that is shown where there is room for one only.
    part: Part,
    /// Who is listed.
    filter: String,
    /// The filter gets the keyboard in the next frame.
    looking: bool,
    rules: Option<RulesDialog>,
}

impl SquadView {
    /// The inspector is to stand beside the list.
    #[must_use]
    pub fn is_inspecting(&self) -> bool {
        self.inspecting
    }

    /// A question is open: keys belong to it.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.rules.is_some()
    }

    /// Gives the filter of the list the keyboard.
    pub fn begin_to_look(&mut self) {
        (self.part, self.looking) = (Part::List, true);
    }

    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let key = (scene.derived.version(), scene.scenario.id.clone(), scene.screen.date);
        let facts = match self.kept.take() {
            Some((known, facts)) if known == key => facts,
            _ => Facts::of(scene.plan, scene.scenario, scene.screen.date),
        };
        if facts.is_empty() {
            self.nobody_ui(ui, commands);
            if std::mem::take(&mut self.looking) {
                commands.push(Command::Do(Action::Palette));
            }
        } else {
            self.whole_ui(ui, scene, &facts, commands);
        }
        self.kept = Some((key, facts));
        self.rules_ui(ui, scene, commands);
    }

    fn nobody_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let words = "This plan has no squad player yet. Import a table of them, or add one after the other.";
        let actions = [Action::ImportPlayers, Action::AddPlayer];
        let pressed = widgets::empty_choice(ui, icons::USERS, words, &actions.map(Action::text));
        if let Some(action) = pressed.and_then(|at| actions.get(at)) {
            commands.push(Command::Do(*action));
            self.inspecting |= *action == Action::AddPlayer;
        }
    }

    fn whole_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL_HEIGHT);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let details = IconButton::new(icons::USER, "Details of the selected player");
                if ui.add(details.selected(self.inspecting)).clicked() {
                    self.inspecting = !self.inspecting;
                }
                ui.label(text::strong(words::date(scene.screen.date)));
                ui.label(text::second("Showing").weak());
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    widgets::elided(ui, text::body(&facts.totals));
                });
            });
        });
        ui.add_space(size::GAP_S);
        if ui.available_width() < NARROW {
            let parts = [
                (Part::List, "List"),
                (Part::Matrix, "Who leaves when"),
                (Part::Registration, "Registration"),
            ];
            widgets::segmented(ui, "Part of the squad view", &mut self.part, &parts);
            ui.add_space(size::GAP_S);
            let mut place = ui.new_child(UiBuilder::new().max_rect(ui.available_rect_before_wrap()));
            let mut clicked = None;
            match self.part {
                Part::List => clicked = self.list_ui(&mut place, scene, facts),
                Part::Matrix => clicked = matrix_panel(&mut place, scene, facts, commands),
                Part::Registration => self.registration_panel(&mut place, scene, facts),
            }
            self.select(clicked, commands);
            return;
        }
        let area = ui.available_rect_before_wrap();
        let across = area.left() + (area.width() * LIST_SHARE).round();
        let down = area.top() + (area.height() * MATRIX_SHARE).round();
        let right = area.with_min_x(across + size::GAP_S);
        let mut place = |rect: Rect| ui.new_child(UiBuilder::new().max_rect(rect));
        let mut list_place = place(area.with_max_x(across - size::GAP_S));
        let mut matrix_place = place(right.with_max_y(down - size::GAP_S));
        let mut counts_place = place(right.with_min_y(down + size::GAP_S));
        let listed = self.list_ui(&mut list_place, scene, facts);
        let clicked = matrix_panel(&mut matrix_place, scene, facts, commands).or(listed);
        self.registration_panel(&mut counts_place, scene, facts);
        self.select(clicked, commands);
    }

    /// Returns the player who was clicked.
    fn list_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts) -> Option<PlayerId> {
        list::list_ui(ui, scene, facts, &mut self.filter, std::mem::take(&mut self.looking))
    }

    fn registration_panel(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts) {
        panel(ui, |ui| {
            ScrollArea::vertical().id_salt("registration").auto_shrink(false).show(ui, |ui| {
                ui.set_width(ui.available_width() - size::GAP_S);
                if registration::registration_ui(ui, scene, &facts.registrations) {
                    self.rules = Some(RulesDialog::new(scene.plan));
                }
            });
        });
    }

    fn select(&mut self, clicked: Option<PlayerId>, commands: &mut Vec<Command>) {
        if let Some(player) = clicked {
            self.inspecting = true;
            commands.push(Command::Select(Some(player)));
        }
    }

    fn rules_ui(&mut self, ui: &Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let Some(rules) = &mut self.rules else { return };
        match rules.ui(&ui.ctx().clone(), scene.plan) {
            Settled::Open => return,
            Settled::Left => {}
            Settled::Applied(edit) => commands.extend((*edit).map(Command::Edit)),
        }
        self.rules = None;
    }
}

/// The matrix in a panel of its own. Returns the player who was clicked.
fn matrix_panel(
    ui: &mut Ui,
    scene: Scene<'_>,
    facts: &Facts,
    commands: &mut Vec<Command>,
) -> Option<PlayerId> {
    let mut clicked = None;
    panel(ui, |ui| {
        matrix_head(ui, scene, facts, commands);
        clicked = matrix::matrix_ui(ui, facts, scene.screen.selected.as_ref());
    });
    clicked
}

fn matrix_head(ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.add(IconButton::new(icons::IMAGE, "Picture of who leaves when\u{2026}")).clicked() {
                commands.push(picture(Theme::from(ui.ctx().theme()), scene, facts));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.label(text::section("Who leaves when"));
                widgets::elided(
                    ui,
                    text::second(format!(
                        "{}: age, and the season his contract ends with",
                        scene.scenario.name
                    ))
                    .weak(),
                );
            });
        });
    });
}

/// A picture of the matrix, for the files to save.
fn picture(theme: Theme, scene: Scene<'_>, facts: &Facts) -> Command {
    let drawn = raster::render(PICTURE, theme, &mut |ui| {
        let frame =
            egui::Frame::new().fill(theme::palette(ui).bg).inner_margin(Margin::same(size::GAP_XL as i8));
        egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            ui.add(Label::new(text::verdict(format!("{}: who leaves when", scene.plan.name))));
            let words = format!("{} · {}", scene.scenario.name, words::date(scene.screen.date));
            ui.add(Label::new(text::second(words).weak()));
            ui.add_space(size::GAP_S);
            matrix::matrix_ui(ui, facts, None);
        });
    });
    match drawn
        .map_err(|error| error.to_string())
        .and_then(|image| image.to_png().map_err(|error| error.to_string()))
    {
        Ok(png) => {
            let kind = ExportKind::Picture;
            Command::File(FileCommand::Export(Export {
                kind,
                about: Some("who-leaves-when"),
                bytes: png.into(),
            }))
        }
        Err(words) => Command::Say(words),
    }
}

fn panel(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let (palette, whole) = (theme::palette(ui), ui.max_rect());
    let frame = panel_frame(palette).inner_margin(Margin::same(size::GAP_M as i8));
    frame.show(ui, |ui| {
        ui.set_min_size(whole.size() - egui::Vec2::splat(2.0 * (size::GAP_M + size::HAIRLINE)));
        content(ui);
    });
}
