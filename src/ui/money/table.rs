//! The tables: seasons by measure, windows against their budgets, the wage bill against its ceiling.

use egui::{Align2, Rect, Sense, Ui, pos2, vec2};

use super::cell::{Cell, LOW_ROW, ROW, cell_ui, has_second_line};
use super::facts::{Asked, Facts, Measure, Row};
use super::typed::Drafts;
use crate::edit::Edit;
use crate::model::{Amount, MoneySettings, Plan, WindowBudget, WindowId};
use crate::report::money::{Figure, RemarkKind};
use crate::ui::command::Command;
use crate::ui::entry;
use crate::ui::theme::{self, size, text};
use crate::ui::time::colour_index;
use crate::ui::widgets;

/// Share of the width that the names of scenarios take, and its bounds in points.
const NAMES_SHARE: f32 = 0.26;
const NAMES: (f32, f32) = (168.0, 280.0);
/// Height of a heading of columns, and of the name of a group, points.
const HEAD: f32 = 26.0;
/// Height of a row of fields, points.
const FIELDS: f32 = 34.0;
/// A column is no wider than this, points.
const COLUMN: f32 = 240.0;

/// A figure that was clicked, and where.
pub(super) type Clicked = Option<(Asked, Rect)>;

/// Where the columns of a table stand.
struct Grid {
    left: f32,
    names: f32,
    column: f32,
    count: usize,
}

impl Grid {
    fn new(ui: &Ui, count: usize) -> Self {
        let names = (ui.available_width() * NAMES_SHARE).clamp(NAMES.0, NAMES.1).floor();
        let room = (ui.available_width() - names).max(0.0);
        let column = (room / count.max(1) as f32).floor().min(COLUMN);
        Self { left: ui.max_rect().left(), names, column, count }
    }

    fn width(&self) -> f32 {
        self.names + self.column * self.count as f32
    }

    /// A line across the table.
    fn line(&self, ui: &mut Ui, height: f32) -> Rect {
        let (rect, _) = ui.allocate_exact_size(vec2(self.width(), height), Sense::hover());
        rect
    }

    fn name(&self, line: Rect) -> Rect {
        Rect::from_min_max(line.min, pos2(self.left + self.names - size::GAP_S, line.bottom()))
    }

    fn cell(&self, line: Rect, at: usize) -> Rect {
        let left = self.left + self.names + self.column * at as f32;
        Rect::from_min_max(pos2(left, line.top()), pos2(left + self.column, line.bottom()))
    }

    /// The names of the columns.
    fn head<'a>(&self, ui: &mut Ui, names: impl Iterator<Item = &'a str>) {
        let line = self.line(ui, HEAD);
        let palette = theme::palette(ui);
        for (at, name) in names.enumerate() {
            let place = self.cell(line, at).shrink2(vec2(size::GAP_S, 0.0));
            widgets::paint_text(ui, place, Align2::RIGHT_CENTER, text::second(name), palette.muted);
        }
        ui.painter().hline(line.x_range(), line.bottom() - 0.5, (size::HAIRLINE, palette.line));
    }

    /// The dot and the name of a scenario.
    fn scenario(&self, ui: &Ui, line: Rect, row: &Row) {
        let palette = theme::palette(ui);
        let place = self.name(line);
        let dot = pos2(place.left() + size::DOT / 2.0, place.center().y);
        ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(colour_index(row.colour)));
        let words = place.with_min_x(place.left() + size::DOT + size::GAP_S);
        let (_, cut) =
            widgets::paint_text(ui, words, Align2::LEFT_CENTER, text::body(&row.name), palette.text);
        if cut {
            let id = ui.scope_id().with(("name", line.top().to_bits()));
            ui.interact(words, id, Sense::hover()).on_hover_text(&row.name);
        }
    }
}

/// Seasons side by side, one group of rows for each measure.
pub(super) fn seasons_ui(ui: &mut Ui, plan: &Plan, facts: &Facts) -> Clicked {
    let seasons = facts.scenarios.first().map(|row| row.costs.seasons.as_slice()).unwrap_or_default();
    let grid = Grid::new(ui, seasons.len());
    let mut clicked = None;
    grid.head(ui, seasons.iter().map(|season| season.name.as_str()));
    for measure in Measure::ALL {
        let line = grid.line(ui, HEAD + size::GAP_XS);
        let palette = theme::palette(ui);
        let place = line.with_min_y(line.top() + size::GAP_XS);
        let (name, _) =
            widgets::paint_text(ui, place, Align2::LEFT_CENTER, text::section(measure.name()), palette.text);
        let rest = place.with_min_x(name.right() + size::GAP_S);
        let missing = |row: &Row| row.costs.remarks_of(RemarkKind::WageNotKnown).next().is_some();
        let mut remark = measure.remark().to_owned();
        if measure == Measure::Cost && facts.scenarios.iter().any(missing) {
            remark.push_str(", without the wages that are not known");
        }
        widgets::paint_text(ui, rest, Align2::LEFT_CENTER, text::second(remark), palette.muted);
        for row in &facts.scenarios {
            let currency = row.costs.currency;
            let tall = row.costs.seasons.iter().any(|season| has_second_line(&measure.of(season), currency));
            let line = grid.line(ui, if tall { ROW } else { LOW_ROW });
            grid.scenario(ui, line, row);
            let wages_missing = row.costs.remarks_of(RemarkKind::WageNotKnown).next().is_some();
            for (at, season) in row.costs.seasons.iter().enumerate() {
                let figure = measure.of(season);
                let cell = Cell {
                    name: format!("{}, {} {}", row.name, measure.name().to_lowercase(), season.name),
                    figure,
                    budget: None,
                    unknown: measure == Measure::Wages && wages_missing && figure == Figure::default(),
                    asked: Asked::Season(row.id.clone(), measure, at),
                };
                let place = grid.cell(line, at);
                let made = || facts.made(plan, &cell.asked);
                if cell_ui(ui, place, &cell, (plan, row.costs.currency), made) {
                    clicked = Some((cell.asked, place));
                }
            }
        }
    }
    clicked
}

/// Net spend of every window, under its budget.
pub(super) fn windows_ui(
    ui: &mut Ui,
    plan: &Plan,
    facts: &Facts,
    drafts: &mut Drafts,
    commands: &mut Vec<Command>,
) -> Clicked {
    let grid = Grid::new(ui, facts.windows.len());
    grid.head(ui, facts.windows.iter().map(|window| named(plan, window.as_ref())));
    let line = grid.line(ui, FIELDS);
    let palette = theme::palette(ui);
    widgets::paint_text(ui, grid.name(line), Align2::LEFT_CENTER, text::second("Budget"), palette.muted);
    for (at, window) in facts.windows.iter().enumerate() {
        let Some(id) = window else { continue };
        let set = plan.money.budgets.iter().find(|budget| budget.window == *id);
        let now =
            set.map(|set| entry::money_text(set.budget.amount, set.budget.currency)).unwrap_or_default();
        let name = format!("Budget of {}", named(plan, window.as_ref()));
        let place = grid.cell(line, at).shrink2(vec2(size::GAP_XS, 4.0));
        drafts.field_at(ui, place, &name, "not set", &now, |typed| {
            let amount = entry::amount(typed, plan.money.currency)?;
            let label = match &amount {
                Some(amount) => {
                    format!(
                        "set the budget of {} to {}",
                        named(plan, window.as_ref()),
                        crate::model::words::amount(amount)
                    )
                }
                None => format!("take the budget of {} away", named(plan, window.as_ref())),
            };
            commands.push(money_edit(plan, &label, |money| set_budget(money, id, amount)));
            Ok(())
        });
    }
    let mut clicked = None;
    for row in &facts.scenarios {
        let line = grid.line(ui, ROW);
        grid.scenario(ui, line, row);
        for (at, window) in facts.windows.iter().enumerate() {
            let Some(spend) = row.costs.windows.iter().find(|spend| spend.window == *window) else {
                continue;
            };
            let cell = Cell {
                name: format!("{}, net spend {}", row.name, named(plan, window.as_ref())),
                figure: spend.net_spend,
                budget: spend.budget.as_ref(),
                unknown: false,
                asked: Asked::Window(row.id.clone(), window.clone()),
            };
            let place = grid.cell(line, at);
            let made = || facts.made(plan, &cell.asked);
            if cell_ui(ui, place, &cell, (plan, row.costs.currency), made) {
                clicked = Some((cell.asked, place));
            }
        }
    }
    clicked
}

fn named<'a>(plan: &'a Plan, window: Option<&'a WindowId>) -> &'a str {
    window.map_or("outside any", |id| plan.window(id).map_or(id.as_str(), |known| known.name.as_str()))
}

fn set_budget(money: &mut MoneySettings, window: &WindowId, amount: Option<Amount>) {
    let Some(amount) = amount else {
        money.budgets.retain(|budget| budget.window != *window);
        return;
    };
    match money.budgets.iter_mut().find(|budget| budget.window == *window) {
        Some(budget) => {
            let extra = std::mem::take(&mut budget.budget.extra);
            budget.budget = Amount { extra, ..amount };
        }
        None => money.budgets.push(WindowBudget {
            window: window.clone(),
            budget: amount,
            extra: crate::model::Extra::new(),
        }),
    }
}

/// The wages of every season, under their ceiling.
pub(super) fn bill_ui(
    ui: &mut Ui,
    plan: &Plan,
    facts: &Facts,
    drafts: &mut Drafts,
    commands: &mut Vec<Command>,
) -> Clicked {
    let seasons = facts.scenarios.first().map(|row| row.costs.seasons.as_slice()).unwrap_or_default();
    let grid = Grid::new(ui, seasons.len());
    grid.head(ui, seasons.iter().map(|season| season.name.as_str()));
    let line = grid.line(ui, FIELDS);
    let palette = theme::palette(ui);
    widgets::paint_text(
        ui,
        grid.name(line),
        Align2::LEFT_CENTER,
        text::second("Ceiling per season"),
        palette.muted,
    );
    let set = plan.money.wage_ceiling.as_ref();
    let now = set.map(|set| entry::money_text(set.amount, set.currency)).unwrap_or_default();
    let place = grid.cell(line, 0).shrink2(vec2(size::GAP_XS, 4.0));
    drafts.field_at(ui, place, "Wage ceiling", "not set", &now, |typed| {
        let amount = entry::amount(typed, plan.money.currency)?;
        let label = match &amount {
            Some(amount) => format!("set the wage ceiling to {}", crate::model::words::amount(amount)),
            None => "take the wage ceiling away".to_owned(),
        };
        commands.push(money_edit(plan, &label, |money| {
            let extra = money.wage_ceiling.take().map(|before| before.extra).unwrap_or_default();
            money.wage_ceiling = amount.map(|amount| Amount { extra, ..amount });
        }));
        Ok(())
    });
    let mut clicked = None;
    for row in &facts.scenarios {
        let line = grid.line(ui, ROW);
        grid.scenario(ui, line, row);
        for (at, season) in row.costs.seasons.iter().enumerate() {
            let cell = Cell {
                name: format!("{}, wage bill {}", row.name, season.name),
                figure: season.wage_bill.total,
                budget: season.wage_bill.ceiling.as_ref(),
                unknown: season.wage_bill.known == 0 && season.wage_bill.total == Figure::default(),
                asked: Asked::Bill(row.id.clone(), at),
            };
            let place = grid.cell(line, at);
            let made = || facts.made(plan, &cell.asked);
            if cell_ui(ui, place, &cell, (plan, row.costs.currency), made) {
                clicked = Some((cell.asked, place));
            }
        }
    }
    clicked
}

/// One step that changes the money settings.
pub(super) fn money_edit(plan: &Plan, label: &str, change: impl FnOnce(&mut MoneySettings)) -> Command {
    let mut money = plan.money.clone();
    change(&mut money);
    Command::Edit(Edit::Together { label: label.to_owned(), edits: vec![Edit::SetMoney(money)] })
}
