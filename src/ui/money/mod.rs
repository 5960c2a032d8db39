//! What every scenario costs, window by window and season by season.

mod bars;
mod cell;
mod facts;
mod settings;
mod table;
#[cfg(test)]
mod tests;
mod typed;

use egui::{Label, Rect, Role, ScrollArea, Ui, WidgetInfo, vec2};

use facts::{Asked, Facts, Measure};
use settings::NewRate;
use typed::Drafts;

use crate::report::money::RemarkKind;
use crate::ui::board::Scene;
use crate::ui::command::{Action, Command};
use crate::ui::compare::made::made_ui;
use crate::ui::problems::jump;
use crate::ui::screen::View;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::widgets::{self, panel_frame, segmented};

/// Width of bars and rates beside the tables, points.
const SIDE: (f32, f32) = (430.0, 640.0);
/// The share of the width it takes.
const SIDE_SHARE: f32 = 0.3;
/// A view narrower than this puts them under the tables, points.
const NARROW: f32 = 1060.0;
/// Remarks shown before the rest is only counted.
const REMARKS: usize = 12;

/// What the view remembers between frames.
#[derive(Debug, Default)]
pub struct MoneyView {
    facts: Option<Facts>,
    measure: Measure,
    drafts: Drafts,
    new_rate: NewRate,
    asked: Option<(Asked, Rect)>,
    computed: u64,
}

impl MoneyView {
    /// How often the sums were made, for the test that a frame makes none.
    #[must_use]
    pub fn computed(&self) -> u64 {
        self.computed
    }

    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let version = scene.derived.version();
        if self.facts.as_ref().is_none_or(|facts| !facts.is_of(version)) {
            self.facts = Some(Facts::of(scene.plan, version));
            self.computed += 1;
        }
        let Some(facts) = self.facts.take() else { return };
        if facts.is_empty(scene.plan) {
            empty_ui(ui, commands);
        } else {
            self.page_ui(ui, scene, &facts, commands);
            self.made_ui(ui, scene, &facts, commands);
        }
        self.facts = Some(facts);
    }

    fn page_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        ScrollArea::vertical().id_salt("money").auto_shrink(false).show(ui, |ui| {
            let width = ui.available_width() - size::GAP_S;
            if width < NARROW {
                ui.set_max_width(width);
                self.tables_ui(ui, scene, facts, commands);
                ui.add_space(size::GAP_L);
                self.side_ui(ui, scene, facts, commands);
                return;
            }
            let side = (width * SIDE_SHARE).clamp(SIDE.0, SIDE.1);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = size::GAP_XL;
                ui.allocate_ui(vec2(width - side - size::GAP_XL, 0.0), |ui| {
                    ui.vertical(|ui| self.tables_ui(ui, scene, facts, commands));
                });
                ui.allocate_ui(vec2(side, 0.0), |ui| {
                    ui.vertical(|ui| self.side_ui(ui, scene, facts, commands));
                });
            });
        });
    }

    fn tables_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let plan = scene.plan;
        ui.label(text::verdict("What each scenario costs"));
        let words = format!(
            "In {}. Large: as expected by the chances. Under it: if every move comes off, from least to most.",
            plan.money.currency
        );
        ui.add(Label::new(text::second(words).weak()).wrap());
        ui.add_space(size::GAP_S);
        let mut clicked = table::seasons_ui(ui, plan, facts);
        ui.add_space(size::GAP_L);
        ui.label(text::section("Net spend by window"));
        clicked = clicked.or(table::windows_ui(ui, plan, facts, &mut self.drafts, commands));
        self.drafts.complain(ui, "Budget");
        ui.add_space(size::GAP_L);
        ui.label(text::section("Wage bill"));
        ui.add(Label::new(text::second(wages_words(facts)).weak()).wrap());
        clicked = clicked.or(table::bill_ui(ui, plan, facts, &mut self.drafts, commands));
        self.drafts.complain(ui, "Wage ceiling");
        ui.add_space(size::GAP_M);
        if clicked.is_some() {
            self.asked = clicked;
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        let palette = theme::palette(ui);
        panel_frame(palette).inner_margin(size::GAP_M).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let choices = Measure::ALL.map(|measure| (measure, measure.name()));
            segmented(ui, "What the bars show", &mut self.measure, &choices);
            bars::bars_ui(ui, facts, self.measure, scene.plan.money.currency);
            let words =
                "Bars: as expected. Lines: from least to most if every move comes off, a dash at the likely.";
            ui.add(Label::new(text::small(words).weak()).wrap());
        });
        ui.add_space(size::GAP_M);
        panel_frame(palette).inner_margin(size::GAP_M).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(text::section("Currency and rates"));
            settings::settings_ui(ui, scene.plan, (&mut self.drafts, &mut self.new_rate), commands);
        });
        remarks_ui(ui, scene, facts, commands);
    }

    fn made_ui(&mut self, ui: &Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        let Some((asked, place)) = self.asked.clone() else { return };
        let Some(made) = facts.made(scene.plan, &asked) else {
            self.asked = None;
            return;
        };
        if !made_ui(ui, place, &asked, &made, scene.plan, commands) {
            self.asked = None;
        }
    }
}

/// How much of the wages is known.
fn wages_words(facts: &Facts) -> String {
    let first = facts.scenarios.first().and_then(|row| row.costs.seasons.first());
    let Some(bill) = first.map(|season| &season.wage_bill) else { return String::new() };
    match (bill.known, bill.unknown) {
        (0, _) => "No wage of the squad is known, so the sums hold the moves alone.".to_owned(),
        (_, 0) => "The squad by its contracts, with what the moves add and save.".to_owned(),
        (known, unknown) => {
            format!("Wage known of {known} squad players, not known of {unknown}: the sums are without them.")
        }
    }
}

/// What the sums leave out or assume, each leading to its place.
fn remarks_ui(ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
    let mut remarks: Vec<_> = facts
        .scenarios
        .iter()
        .flat_map(|row| row.costs.remarks.iter().map(move |remark| (row, remark)))
        .collect();
    if remarks.is_empty() {
        return;
    }
    remarks.sort_by_key(|(_, remark)| remark.kind);
    ui.add_space(size::GAP_M);
    let palette = theme::palette(ui);
    panel_frame(palette).inner_margin(size::GAP_M).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(text::section("Left out or assumed"));
        let mut told = None;
        for (row, remark) in remarks.iter().take(REMARKS) {
            if told.replace(remark.kind) != Some(remark.kind) {
                widgets::section_heading(ui, heading(remark.kind), "");
            }
            let words = format!("{}: {}", row.name, remark.text);
            let label = Label::new(text::second(&words)).wrap().sense(egui::Sense::click());
            let response = ui.add(label).on_hover_cursor(egui::CursorIcon::PointingHand);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Go to: {words}")));
            widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
            if response.clicked() {
                commands.extend(jump(scene.plan, &remark.place));
            }
        }
        if remarks.len() > REMARKS {
            ui.label(text::second(format!("and {} more", remarks.len() - REMARKS)).weak());
        }
    });
}

fn heading(kind: RemarkKind) -> &'static str {
    match kind {
        RemarkKind::NotCounted => "Not counted",
        RemarkKind::WageNotKnown => "Wage not known",
        RemarkKind::Assumed => "Assumed",
    }
}

/// Nothing costs anything: what to do about it.
fn empty_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = "Nothing in this plan costs anything yet. Drag a target onto the board and say for how much he comes, \
                 or enter the wages of the squad in the inspector.";
    let action = widgets::empty_state(ui, icons::MONEY, words, Some(Action::Board.text()));
    if action.is_some_and(|action| action.clicked()) {
        commands.push(Command::Show(View::Board));
    }
}
