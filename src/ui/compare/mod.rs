//! Scenarios side by side: what each costs, what each covers, and what differs.
//!
//! The sentence stands first, then the columns, the curves on one axis beside what differs, and the depth charts.

mod band;
mod card;
mod choice;
mod column;
mod curves;
mod depth;
mod differs;
mod facts;
pub(in crate::ui) mod made;
mod picker;
mod rows;
mod take;
#[cfg(test)]
mod tests;
mod value;

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align2, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

pub use card::card_ui;
pub use choice::{Choice, MOST};
pub(in crate::ui) use take::compared_in_full;

use column::{ColumnAct, Look, column_ui};
use curves::{Curves, Shown};
use facts::{Asking, Facts, Said};
use picker::Picker;
use value::ValueSlider;

use crate::edit::Edit;
use crate::model::{Scenario, ScenarioId, words};
use crate::report::compare::Comparison;
use crate::ui::board::Scene;
use crate::ui::command::{Action, Command};
use crate::ui::derived::Compared;
use crate::ui::problems::jump;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::time::colour_index;
use crate::ui::widgets::{self, empty_state, focus_ring, paint_text};

/// Height of a panel's heading, points.
const HEAD: f32 = 26.0;
/// Margin inside a panel, points.
const MARGIN: f32 = 14.0;
/// Least and greatest height of the panel with the curves, points.
const CURVES: (f32, f32) = (250.0, 420.0);
/// Width of what differs beside the curves, points.
const DIFFERS: f32 = 380.0;
/// A view narrower than this puts what differs under the curves, points.
const NARROW: f32 = 880.0;
/// Most letters of a scenario's name in a button.
const LETTERS: usize = 24;
/// Between the columns of the depth charts, points.
const APART: f32 = 40.0;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct CompareView {
    picker: Picker,
    value: ValueSlider,
    curves: Curves,
    facts: Option<Facts>,
    said: Option<Said>,
    asking: Option<Asking>,
}

impl CompareView {
    /// How often the curves were drawn anew, for the test that dragging the date draws none.
    #[must_use]
    pub fn curves_drawn(&self) -> u64 {
        self.curves.drawn()
    }

    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        if scene.plan.scenarios.len() < 2 {
            too_few_ui(ui, commands);
            return;
        }
        let Some(compared) = scene.derived.compared() else { return };
        self.picker.ui(ui, scene, commands);
        ui.add_space(size::GAP_TIGHT);
        let facts = Facts::bring(self.facts.take(), scene, compared);
        let room = ui.max_rect().bottom() - ui.cursor().top();
        // The bar that scrolls stands in the margin, beside the panels.
        let width = ui.available_width();
        let place = ui.available_rect_before_wrap();
        let place = Rect::from_min_max(place.min, place.max + vec2(size::GAP_M, size::GAP_S));
        let mut inside = ui.new_child(UiBuilder::new().max_rect(place).id_salt("comparison"));
        ScrollArea::vertical().auto_shrink(false).show(&mut inside, |ui| {
            ui.set_max_width(width);
            ui.spacing_mut().item_spacing.y = size::GAP_M;
            let top = ui.cursor().top();
            self.band_ui(ui, scene, compared, commands);
            self.columns_ui(ui, scene, &facts, commands);
            let depth_height = depth_height(&facts);
            let left = room - (ui.cursor().top() - top) - size::GAP_M - depth_height;
            let height = left.clamp(CURVES.0, CURVES.1);
            self.middle_ui(ui, scene, &compared.comparison, &facts, height, commands);
            depth_ui(ui, scene, &facts, depth_height, commands);
        });
        self.made_ui(ui, scene, compared, commands);
        self.facts = Some(facts);
    }

    /// The sentence, and the slider that moves it.
    fn band_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, compared: &Compared, commands: &mut Vec<Command>) {
        let Scene { plan, screen, .. } = scene;
        let comparison = &compared.comparison;
        let Some((spoken, against)) = screen.compared_pair(plan) else {
            alone_ui(ui);
            return;
        };
        let pair = (spoken.id.clone(), against.id.clone());
        let value = self.value.value(&comparison.value);
        let said = Said::bring(self.said.take(), compared, &pair, value);
        let slider = &mut self.value;
        let mut asked = None;
        band::band_ui(ui, &said.sentences, colour_index(spoken.colour), |ui| {
            slider.ui(ui, plan, &comparison.value, commands);
            against_ui(ui, scene, spoken, against, commands);
            asked = links_ui(ui, comparison, &pair, commands);
        });
        if let Some((asked, place)) = asked {
            self.asking = Some(Asking::new(spoken.id.clone(), asked, place));
        }
        self.said = Some(said);
    }

    fn columns_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        let Scene { plan, screen, .. } = scene;
        let moves = facts.columns.iter().map(column::Column::seen_moves).max().unwrap_or(0);
        let rows = facts.columns.iter().map(|column| column.rows.len()).max().unwrap_or(0);
        let width = ui.available_width();
        let (rect, _) = ui.allocate_exact_size(vec2(width, column::height(moves, rows)), Sense::hover());
        let spoken = screen.compared_pair(plan).map(|(spoken, _)| &spoken.id);
        let places = split(rect, facts.columns.len(), size::GAP_M);
        let brief = column::brief_rows(ui, &facts.columns, places.first().map_or(0.0, Rect::width));
        for (place, column) in places.into_iter().zip(&facts.columns) {
            let look = if spoken == Some(&column.scenario) { Look::Spoken } else { Look::Plain };
            match column_ui(ui, place, column, (moves, &brief), look) {
                None => {}
                Some(ColumnAct::Speak) => {
                    commands.extend(speak_of(scene, &column.scenario));
                }
                Some(ColumnAct::Baseline) => {
                    commands.push(Command::Edit(Edit::SetBaseline(column.scenario.clone())));
                }
                Some(ColumnAct::Made(asked, place)) => {
                    self.asking = Some(Asking::new(column.scenario.clone(), asked, place));
                }
                Some(ColumnAct::Go(place)) => {
                    commands.push(Command::ShowScenario(column.scenario.clone()));
                    commands.extend(jump(plan, &place));
                }
            }
        }
    }

    /// The curves, and beside or under them what differs.
    fn middle_ui(
        &mut self,
        ui: &mut Ui,
        scene: Scene<'_>,
        comparison: &Comparison,
        facts: &Facts,
        height: f32,
        commands: &mut Vec<Command>,
    ) {
        let width = ui.available_width();
        let beside = width >= NARROW;
        let whole = if beside { height } else { 2.0 * height + size::GAP_M };
        let (rect, _) = ui.allocate_exact_size(vec2(width, whole), Sense::hover());
        let (curves, differs) = if beside {
            let x = rect.right() - DIFFERS;
            (
                Rect::from_min_max(rect.min, pos2(x - size::GAP_M, rect.bottom())),
                Rect::from_min_max(pos2(x, rect.top()), rect.max),
            )
        } else {
            let y = rect.top() + height;
            (
                Rect::from_min_max(rect.min, pos2(rect.right(), y)),
                Rect::from_min_max(pos2(rect.left(), y + size::GAP_M), rect.max),
            )
        };
        let inner = paint_panel(ui, curves);
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), HEAD - size::GAP_S));
        let below = facts.legend(ui, head, comparison.k, scene.screen.date);
        let place = Rect::from_min_max(pos2(inner.left(), inner.top() + HEAD + below), inner.max);
        let shown = Shown {
            curves: &facts.curves,
            bands: &facts.bands,
            k: comparison.k,
            span: (comparison.from, comparison.to),
        };
        let date = self.curves.ui(ui, place, shown, scene.screen.date, scene.plan.as_of);
        commands.extend(date.map(Command::ShowDate));
        if let Some(said) = &self.said {
            let inner = paint_panel(ui, differs);
            differs::differs_ui(ui, inner, scene.plan, &said.between, &said.differs, commands);
        }
    }

    /// How the figure that was asked for was made.
    fn made_ui(&mut self, ui: &Ui, scene: Scene<'_>, compared: &Compared, commands: &mut Vec<Command>) {
        let Some(mut asking) = self.asking.take() else { return };
        let value = self.value.value(&compared.comparison.value);
        let (place, key) = (asking.place, asking.key());
        let Some(made) = asking.made(scene, compared, value) else { return };
        if made::made_ui(ui, place, key, made, scene.plan, commands) {
            self.asking = Some(asking);
        }
    }
}

/// A comparison needs two scenarios: offers to make the second.
fn too_few_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = "A comparison needs two scenarios. Duplicate this one, and change in the copy what could come otherwise.";
    let action = Action::DuplicateScenario;
    let copy = empty_state(ui, icons::COMPARE, words, Some(action.text()));
    if copy.is_some_and(|copy| copy.clicked()) {
        commands.push(Command::Do(action));
    }
}

/// Every scenario but the baseline is switched off.
fn alone_ui(ui: &mut Ui) {
    let words = "Only the baseline is switched on: switch another scenario on above to compare it.";
    widgets::elided(ui, text::verdict(words));
}

/// What has the sentence speak of a column: it is the shown scenario then. Of the one it was held against it speaks the
/// other way round.
fn speak_of(scene: Scene<'_>, column: &ScenarioId) -> Vec<Command> {
    let choice = scene.screen.compare.clone();
    let turned = scene.screen.compared_pair(scene.plan).filter(|(_, against)| against.id == *column);
    let turned = turned.map(|(spoken, _)| Choice { against: Some(spoken.id.clone()), ..choice });
    let shown = [Command::ShowScenario(column.clone())];
    shown.into_iter().chain(turned.map(Command::ShowComparison)).collect()
}

/// What the sentence holds its scenario against.
fn against_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    spoken: &Scenario,
    against: &Scenario,
    commands: &mut Vec<Command>,
) {
    let Scene { plan, screen, .. } = scene;
    let others = screen.compare.scenarios(plan);
    if others.len() < 3 {
        return;
    }
    ui.add_space(size::GAP_XS);
    let letters = if ui.max_rect().width() < NARROW { LETTERS / 2 } else { LETTERS };
    let words = text::second(format!("against {} {}", shortened(&against.name, letters), icons::CARET_DOWN));
    let button = egui::Button::new(words).frame(false);
    let config = MenuConfig::new().style(theme::menu_style);
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        for other in others.into_iter().filter(|other| other.id != spoken.id) {
            let button = egui::Button::new(other.name.as_str()).selected(other.id == against.id);
            if ui.add(button).clicked() {
                let against = Some(other.id.clone()).filter(|id| *id != plan.baseline);
                commands.push(Command::ShowComparison(Choice { against, ..screen.compare.clone() }));
            }
        }
    });
    response.widget_info(|| {
        let name = format!("The sentence compares with {}", against.name);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    focus_ring(ui, &response, size::RADIUS_CONTROL);
    response.on_hover_text("What the sentence compares with; the columns stay with the baseline");
}

/// A name in the room of a button with so many letters.
fn shortened(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let kept: String = name.chars().take(letters - 1).collect();
    format!("{}\u{2026}", kept.trim_end())
}

/// What leads to how the sentence's figures were made, and to the units for which the difference is.
fn links_ui(
    ui: &mut Ui,
    comparison: &Comparison,
    (spoken, against): &(ScenarioId, ScenarioId),
    commands: &mut Vec<Command>,
) -> Option<(rows::Asked, Rect)> {
    let pair = comparison.pair(spoken, against)?;
    if pair.is_same() {
        return None;
    }
    let ink = theme::palette(ui).tone(Tone::Accent).text;
    let mut asked = None;
    ui.add_space(size::GAP_XS);
    let even = pair.break_even.is_some() && comparison.matchdays > 0;
    let other = || against.clone();
    ui.label(text::second("How:"));
    for (words, what, there) in [
        ("cost", rows::Asked::DeltaCost(other()), true),
        ("price", rows::Asked::Price(other()), pair.price_per_covered_matchday.is_some()),
        ("break-even", rows::Asked::BreakEven(other()), even),
    ] {
        if !there {
            continue;
        }
        if words != "cost" {
            ui.label(text::second("\u{b7}"));
        }
        let link = ui.link(text::second(words).color(ink));
        link.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("How made: {words}")));
        if link.clicked() {
            asked = Some((what, link.rect));
        }
    }
    for other in &pair.elsewhere {
        ui.add_space(size::GAP_XS);
        let words = format!("Compare {}", other.name.to_lowercase());
        if ui.link(text::second(words).color(ink)).clicked() {
            commands.push(Command::ShowUnit(other.unit.clone()));
        }
    }
    asked
}

fn depth_height(facts: &Facts) -> f32 {
    HEAD + facts.depth.height() + 2.0 * MARGIN
}

fn depth_ui(ui: &mut Ui, scene: Scene<'_>, facts: &Facts, height: f32, commands: &mut Vec<Command>) {
    let palette = theme::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let inner = paint_panel(ui, rect);
    let title = format!("On {}", words::date(scene.screen.date));
    let places = split(inner, facts.columns.len(), APART);
    for (at, (place, column)) in places.iter().zip(&facts.columns).enumerate() {
        let head = Rect::from_min_size(place.min, vec2(place.width(), HEAD - size::GAP_S));
        let mut rest = head;
        let dot = pos2(head.left() + size::DOT / 2.0, head.center().y);
        ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(column.colour));
        rest.min.x += size::DOT + size::GAP_S;
        if at + 1 == places.len() {
            let (day, _) = paint_text(ui, rest, Align2::RIGHT_CENTER, text::second(&title), palette.muted);
            rest.max.x = day.left() - size::GAP_S;
        }
        paint_text(ui, rest, Align2::LEFT_CENTER, text::card_name(&column.name), palette.text);
    }
    facts.depth.ui(ui, inner.top() + HEAD, &places, commands);
}

/// The ground of a panel; returns the place inside.
fn paint_panel(ui: &Ui, rect: Rect) -> Rect {
    let frame = widgets::panel_frame(theme::palette(ui)).inner_margin(0.0);
    ui.painter().add(frame.paint(rect));
    rect.shrink(MARGIN)
}

/// `count` equal columns in `rect`, `gap` points apart.
fn split(rect: Rect, count: usize, gap: f32) -> Vec<Rect> {
    let n = count.max(1) as f32;
    let width = (rect.width() - gap * (n - 1.0)) / n;
    let left = |at: usize| rect.left() + (width + gap) * at as f32;
    (0..count)
        .map(|at| Rect::from_min_size(pos2(left(at).round(), rect.top()), vec2(width.floor(), rect.height())))
        .collect()
}
