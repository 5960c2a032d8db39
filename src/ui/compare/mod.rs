//! Scenarios side by side: what each costs, what each covers, and what differs.

mod choice;
mod column;
mod curves;
mod depth;
mod made;
mod moves;
mod picker;
mod rows;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use egui::{Align2, Rect, ScrollArea, Sense, Ui, pos2, vec2};

pub use choice::{Choice, MOST};

use curves::{Curve, Curves, Shown};
use depth::Depth;
use picker::Picker;

use crate::forecast::UnitForecast;
use crate::model::{Scenario, words};
use crate::ui::board::Scene;
use crate::ui::command::{Action, Command};
use crate::ui::derived::Compared;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::time::{Band, bands, colour_index, fit_words};
use crate::ui::widgets::{self, empty_state, paint_text};

/// Height of a panel's heading, points.
const HEAD: f32 = 26.0;
/// Least and greatest height of the curves, points.
const CURVES: (f32, f32) = (190.0, 380.0);

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct CompareView {
    picker: Picker,
    curves: Curves,
    facts: Option<Facts>,
}

/// What is put together once per comparison.
#[derive(Debug)]
struct Facts {
    serial: u64,
    curves: Vec<Curve>,
    bands: Vec<Band>,
    title: String,
    depth: Depth,
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
            let words = "A comparison needs two scenarios. Duplicate this one, and change in the copy what could \
                         come otherwise.";
            let action = Action::DuplicateScenario;
            let copy = empty_state(ui, icons::COMPARE, words, Some(action.text()));
            if copy.is_some_and(|copy| copy.clicked()) {
                commands.push(Command::Do(action));
            }
            return;
        }
        let Some(compared) = scene.derived.compared() else { return };
        self.picker.ui(ui, scene, commands);
        ui.add_space(size::GAP_S);
        let columns = columns(scene, compared);
        self.bring_facts(scene, compared, &columns);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = size::GAP_M;
            self.curves_ui(ui, scene, compared, commands);
            self.depth_ui(ui, scene, &columns, commands);
        });
    }

    fn bring_facts(
        &mut self,
        scene: Scene<'_>,
        compared: &Compared,
        columns: &[(&Scenario, &Arc<UnitForecast>)],
    ) {
        let Scene { plan, screen, .. } = scene;
        let same = self.facts.as_ref().is_some_and(|facts| facts.serial == compared.serial());
        if !same {
            self.facts = Some(Facts {
                serial: compared.serial(),
                curves: columns
                    .iter()
                    .map(|(scenario, forecast)| Curve {
                        name: scenario.name.clone(),
                        colour: colour_index(scenario.colour),
                        forecast: Arc::clone(forecast),
                    })
                    .collect(),
                bands: bands(plan),
                title: format!("At least {}, by date", fit_words(compared.target, plan.unit(&screen.unit))),
                depth: Depth::of(plan, columns, &screen.unit, screen.date),
            });
        } else if let Some(facts) = &mut self.facts
            && !facts.depth.is_of(screen.date)
        {
            facts.depth = Depth::of(plan, columns, &screen.unit, screen.date);
        }
    }

    fn curves_ui(
        &mut self,
        ui: &mut Ui,
        scene: Scene<'_>,
        compared: &Compared,
        commands: &mut Vec<Command>,
    ) {
        let Some(facts) = &self.facts else { return };
        let height = HEAD + CURVES.0 + 2.0 * size::GAP_L;
        let inner = panel(ui, ui.available_width(), height);
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), HEAD - size::GAP_S));
        legend(ui, head, scene, facts, compared.target);
        let place = Rect::from_min_max(pos2(inner.left(), inner.top() + HEAD), inner.max);
        let shown = Shown {
            curves: &facts.curves,
            bands: &facts.bands,
            k: compared.target,
            span: compared.days,
        };
        let date = self.curves.ui(ui, place, shown, scene.screen.date, scene.plan.as_of);
        commands.extend(date.map(Command::ShowDate));
    }

    fn depth_ui(
        &self,
        ui: &mut Ui,
        scene: Scene<'_>,
        columns: &[(&Scenario, &Arc<UnitForecast>)],
        commands: &mut Vec<Command>,
    ) {
        let Some(facts) = &self.facts else { return };
        let palette = theme::palette(ui);
        let height = 2.0 * HEAD + facts.depth.height() + 2.0 * size::GAP_L;
        let inner = panel(ui, ui.available_width(), height);
        let head = Rect::from_min_size(inner.min, vec2(inner.width(), HEAD - size::GAP_S));
        let (covered, _) =
            paint_text(ui, head, Align2::LEFT_CENTER, text::card_name(depth::heading(scene)), palette.text);
        let rest = Rect::from_min_max(pos2(covered.right() + size::GAP_M, head.top()), head.max);
        let hint = text::second("marked: what the baseline has otherwise");
        paint_text(ui, rest, Align2::LEFT_CENTER, hint, palette.muted);
        let places = split(inner, columns.len(), size::GAP_XL + size::GAP_S);
        for (place, (scenario, _)) in places.iter().zip(columns) {
            let name = Rect::from_min_size(pos2(place.left(), inner.top() + HEAD), vec2(place.width(), HEAD));
            let dot = pos2(name.left() + size::DOT / 2.0, name.center().y);
            let color = palette.scenario(colour_index(scenario.colour));
            ui.painter().circle_filled(dot, size::DOT / 2.0, color);
            let words = Rect::from_min_max(pos2(name.left() + size::GAP_L, name.top()), name.max);
            paint_text(ui, words, Align2::LEFT_CENTER, text::strong(&scenario.name), palette.text);
        }
        facts.depth.ui(ui, inner.top() + 2.0 * HEAD, &places, commands);
    }
}

/// The compared scenarios with their forecasts, in the order of the columns.
fn columns<'a>(scene: Scene<'a>, compared: &'a Compared) -> Vec<(&'a Scenario, &'a Arc<UnitForecast>)> {
    let column = |id| Some((scene.plan.scenario(id)?, compared.forecast(id)?));
    compared.scenarios.iter().filter_map(column).collect()
}

/// What the curves measure, and each scenario's name with its chance on the shown date.
fn legend(ui: &Ui, rect: Rect, scene: Scene<'_>, facts: &Facts, k: usize) {
    let palette = theme::palette(ui);
    let date = scene.screen.date;
    let mut right = rect.right();
    for curve in facts.curves.iter().rev() {
        let chance = curve.forecast.cover_on(date, k).map_or_else(|| "\u{2013}".to_owned(), words::percent);
        let place = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
        let figure = text::strong(chance).size(text::SECOND_SIZE);
        let (covered, _) = paint_text(ui, place, Align2::RIGHT_CENTER, figure, palette.text);
        let place = Rect::from_min_max(rect.min, pos2(covered.left() - size::GAP_TIGHT, rect.bottom()));
        let (covered, _) =
            paint_text(ui, place, Align2::RIGHT_CENTER, text::second(&curve.name), palette.muted);
        let dot = pos2(covered.left() - size::GAP_TIGHT - size::DOT / 2.0, rect.center().y);
        ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(curve.colour));
        right = dot.x - size::DOT / 2.0 - size::GAP_L;
    }
    let place = Rect::from_min_max(rect.min, pos2(right, rect.bottom()));
    paint_text(ui, place, Align2::LEFT_CENTER, text::card_name(&facts.title), palette.text);
}

/// Room for a panel, and its ground; returns the place inside.
fn panel(ui: &mut Ui, width: f32, height: f32) -> Rect {
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    paint_panel(ui, rect)
}

/// The ground of a panel; returns the place inside.
fn paint_panel(ui: &Ui, rect: Rect) -> Rect {
    let frame = widgets::panel_frame(theme::palette(ui));
    ui.painter().add(frame.paint(rect.shrink(size::GAP_L)));
    rect.shrink(size::GAP_L)
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
