//! The depth charts of the compared scenarios side by side on the shown date, the same places on the same lines.

use std::sync::Arc;

use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::forecast::UnitForecast;
use crate::model::{Date, Plan, PlayerId, Scenario, SlotId, words};
use crate::ui::board::tone_of;
use crate::ui::command::Command;
use crate::ui::screen::View;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, paint_text};

/// Height of a line, of a slot's name over its lines, and of the gap after them, points.
const LINE: f32 = 20.0;
const SLOT: f32 = 18.0;
const AFTER: f32 = 4.0;
/// Width of a chance, points.
const CHANCE: f32 = 48.0;
/// Width of the mark of a difference, points.
const MARK: f32 = 2.0;

/// The charts, put together once per comparison and date.
#[derive(Debug)]
pub(super) struct Depth {
    date: Date,
    pub(super) slots: Vec<SlotRows>,
}

/// A slot with the stacks of every scenario.
#[derive(Debug)]
pub(super) struct SlotRows {
    pub(super) name: String,
    /// As many lines as the longest stack has; in each a cell per scenario.
    pub(super) lines: Vec<Vec<Option<Cell>>>,
}

/// A player in a stack.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cell {
    pub(super) player: PlayerId,
    scenario: crate::model::ScenarioId,
    /// Its name.
    future: String,
    pub(super) name: String,
    /// The chance that he can be picked; none beyond the forecast.
    pub(super) chance: Option<f64>,
    /// He cannot be picked on this day, and why.
    pub(super) away: Option<String>,
    /// The baseline has somebody else here, or nobody.
    pub(super) instead: Option<String>,
}

impl Depth {
    pub(super) fn of(
        plan: &Plan,
        columns: &[(&Scenario, &Arc<UnitForecast>)],
        unit: &crate::model::UnitId,
        date: Date,
    ) -> Self {
        let mut places: Vec<(SlotId, String, f32)> = Vec::new();
        for (scenario, _) in columns {
            for slot in plan.slots_of(scenario, unit) {
                if !places.iter().any(|(id, ..)| *id == slot.id) {
                    places.push((slot.id.clone(), slot.name.clone(), slot.x));
                }
            }
        }
        places.sort_by(|one, other| one.2.total_cmp(&other.2));
        let baseline = columns.iter().find(|(scenario, _)| scenario.id == plan.baseline);
        let chart = |scenario: &Scenario, slot: &SlotId| -> Vec<PlayerId> {
            let plays = plan.slots_of(scenario, unit).iter().any(|known| known.id == *slot);
            let known = |id: &&PlayerId| plan.player(id).is_some();
            if plays { scenario.chart(slot).iter().filter(known).cloned().collect() } else { Vec::new() }
        };
        let slots = places
            .into_iter()
            .map(|(slot, name, _)| {
                let charts: Vec<Vec<PlayerId>> =
                    columns.iter().map(|(scenario, _)| chart(scenario, &slot)).collect();
                let before = baseline.map(|(scenario, _)| chart(scenario, &slot));
                let depth = charts.iter().map(Vec::len).max().unwrap_or(0);
                let lines = (0..depth)
                    .map(|rank| {
                        let cells = charts.iter().zip(columns).map(|(chart, (scenario, forecast))| {
                            let player = chart.get(rank)?;
                            let was = before.as_ref().map(|before| before.get(rank));
                            let instead = was.filter(|was| *was != Some(player)).map(|was| {
                                was.and_then(|was| plan.player(was))
                                    .map_or_else(|| "nobody".to_owned(), |was| was.name.clone())
                            });
                            cell(plan, scenario, forecast, player, date, instead)
                        });
                        cells.collect()
                    })
                    .collect();
                SlotRows { name, lines }
            })
            .collect();
        Self { date, slots }
    }

    pub(super) fn is_of(&self, date: Date) -> bool {
        self.date == date
    }

    /// What the lines take, points.
    pub(super) fn height(&self) -> f32 {
        self.slots.iter().map(|slot| SLOT + AFTER + LINE * slot.lines.len().max(1) as f32).sum()
    }

    /// Draws the stacks; every column stands where `columns` says.
    pub(super) fn ui(&self, ui: &mut Ui, top: f32, columns: &[Rect], commands: &mut Vec<Command>) {
        let mut y = top;
        for slot in &self.slots {
            let color = theme::palette(ui).muted;
            for column in columns {
                let place = Rect::from_min_max(pos2(column.left(), y), pos2(column.right(), y + SLOT));
                paint_text(ui, place, Align2::LEFT_CENTER, text::label(&slot.name), color);
            }
            y += SLOT;
            if slot.lines.is_empty() {
                for column in columns {
                    let place = Rect::from_min_max(pos2(column.left(), y), pos2(column.right(), y + LINE));
                    paint_text(ui, place, Align2::LEFT_CENTER, text::second("nobody"), color);
                }
                y += LINE;
            }
            for (rank, line) in slot.lines.iter().enumerate() {
                for (column, cell) in columns.iter().zip(line) {
                    let place = Rect::from_min_max(pos2(column.left(), y), pos2(column.right(), y + LINE));
                    if let Some(cell) = cell {
                        cell_ui(ui, place, cell, &slot.name, rank, commands);
                    }
                }
                y += LINE;
            }
            y += AFTER;
        }
    }
}

fn cell(
    plan: &Plan,
    scenario: &Scenario,
    forecast: &UnitForecast,
    id: &PlayerId,
    date: Date,
    instead: Option<String>,
) -> Option<Cell> {
    let player = plan.player(id)?;
    let on = forecast.player_on(id, date);
    let why = || forecast.reasons(plan, id, date).first().map_or_else(String::new, ToString::to_string);
    let away = on.filter(|on| on.available <= 0.0).map(|_| why());
    Some(Cell {
        player: id.clone(),
        scenario: scenario.id.clone(),
        future: scenario.name.clone(),
        name: player.name.clone(),
        chance: on.map(|on| on.available),
        away,
        instead,
    })
}

fn cell_ui(ui: &mut Ui, rect: Rect, cell: &Cell, slot: &str, rank: usize, commands: &mut Vec<Command>) {
    let Cell { player, scenario, future, name, chance, away, instead } = cell;
    let response = ui.interact(rect, ui.scope_id().with(("depth", scenario, slot, rank)), Sense::click());
    let chance_words = match (chance, away) {
        (_, Some(_)) => "\u{2013}".to_owned(),
        (Some(chance), None) => words::percent_whole(*chance),
        (None, None) => String::new(),
    };
    let mut story = vec![format!("{name}: {}, {}", words::choice(rank + 1), slot.to_lowercase())];
    story.push(match (chance, away) {
        (_, Some(why)) => why.clone(),
        (Some(chance), None) => format!("available {}", words::percent(*chance)),
        (None, None) => "not forecast for this day".to_owned(),
    });
    story.extend(instead.as_ref().map(|instead| format!("the baseline has {instead} here")));
    let story = story.join("; ");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, format!("{future}: {story}")));
    if response.clicked() {
        commands.push(Command::ShowScenario(scenario.clone()));
        commands.push(Command::Select(Some(player.clone())));
        commands.push(Command::Show(View::Board));
    }
    let palette = theme::palette(ui);
    if response.hovered() {
        let radius = f32::from(size::RADIUS_CONTROL) / 2.0;
        ui.painter().rect_filled(rect.expand2(vec2(size::GAP_XS, 0.0)), radius, palette.hover);
    }
    if instead.is_some() {
        let mark = Rect::from_min_size(
            rect.left_top() + vec2(-2.0 * MARK - 2.0, 3.0),
            vec2(MARK, rect.height() - 6.0),
        );
        ui.painter().rect_filled(mark, 1.0, palette.accent);
    }
    let figure = match (chance, away) {
        (Some(chance), None) => match tone_of(*chance) {
            Tone::Neutral => palette.text,
            tone => palette.tone(tone).text,
        },
        _ => palette.muted,
    };
    paint_text(ui, rect, Align2::RIGHT_CENTER, text::strong(chance_words).size(text::SECOND_SIZE), figure);
    let rest = Rect::from_min_max(rect.min, pos2(rect.right() - CHANCE, rect.bottom()));
    let rank_words = text::second(format!("{}", rank + 1));
    paint_text(ui, rest, Align2::LEFT_CENTER, rank_words, palette.faint);
    let name_place = Rect::from_min_max(rest.min + vec2(14.0, 0.0), rest.max);
    let color = if away.is_some() { palette.muted } else { palette.text };
    let name_words = if instead.is_some() { text::strong(name) } else { text::body(name) };
    let (covered, _) = paint_text(ui, name_place, Align2::LEFT_CENTER, name_words, color);
    if let Some(why) = away {
        let place = Rect::from_min_max(pos2(covered.right() + size::GAP_S, rest.top()), rest.max);
        if place.width() > CHANCE {
            paint_text(ui, place, Align2::LEFT_CENTER, text::small(why.as_str()), palette.muted);
        }
    }
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    response.on_hover_text(story);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::derived::span;
    use crate::ui::testing::sample;

    fn depth(date: &str) -> Depth {
        let plan = sample();
        let (from, to) = span(&plan);
        let unit = "centre-backs".parse().unwrap();
        let forecasts: Vec<Arc<UnitForecast>> = plan
            .scenarios
            .iter()
            .map(|scenario| Arc::new(UnitForecast::of(&plan, &scenario.id, &unit, from, to).unwrap()))
            .collect();
        let columns: Vec<(&Scenario, &Arc<UnitForecast>)> = plan.scenarios.iter().zip(&forecasts).collect();
        Depth::of(&plan, &columns, &unit, date.parse().unwrap())
    }

    #[test]
    fn the_same_places_stand_on_the_same_lines() {
        let depth = depth("2026-01-24");
        let names: Vec<&str> = depth.slots.iter().map(|slot| slot.name.as_str()).collect();
        assert_eq!(names, ["Left centre-back", "Right centre-back"]);
        let right = &depth.slots[1];
        assert_eq!(right.lines.len(), 3, "the longest of the three stacks");
        assert!(right.lines[2][2].is_none(), "nobody stands third where nothing is done");
    }

    #[test]
    fn who_is_not_here_yet_or_has_left_says_why() {
        let january = depth("2026-01-24");
        let [push, summer] = [0, 1].map(|column| january.slots[1].lines[2][column].clone().unwrap());
        assert_eq!((push.name.as_str(), push.away), ("Marc Guéhi", None));
        assert_eq!(summer.away.as_deref(), Some("not here before 1 Jul 2026"));
        let july = depth("2026-07-01");
        let konate = july.slots[1].lines[0][2].clone().unwrap();
        assert_eq!(konate.away.as_deref(), Some("here until 30 Jun 2026"));
    }

    #[test]
    fn what_the_baseline_has_otherwise_is_marked_and_named() {
        let depth = depth("2026-01-24");
        let line = &depth.slots[1].lines[2];
        assert_eq!(line[0].as_ref().unwrap().instead.as_deref(), Some("nobody"));
        let same = depth.slots[0].lines.iter().flatten().flatten();
        assert!(same.clone().count() == 9 && same.clone().all(|cell| cell.instead.is_none()));
    }
}
