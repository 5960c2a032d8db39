//! Scenarios of another plan: which of them, and what becomes of what both plans tell differently.

use std::collections::BTreeMap;

use egui::{Context, Id, Label, ScrollArea, Ui};

use crate::edit::Edit;
use crate::edit::branch::{Clash, ClashOf, Keep, clashes, import};
use crate::model::{Plan, ScenarioId};
use crate::ui::theme::{size, text};
use crate::ui::widgets::{PrimaryButton, dialog};

/// Width of the dialog, and room kept around it in a low window, points.
const WIDTH: f32 = 640.0;
const AROUND: f32 = 220.0;
/// Width of the name of a field, points.
const FIELD: f32 = 110.0;

/// What came of the dialog in this frame.
#[derive(Debug)]
pub enum Imported {
    /// It stays.
    Open,
    /// It was left.
    Left,
    /// This is to be done.
    Done(Box<Edit>),
}

/// The dialog: the other plan, and what was chosen so far.
#[derive(Debug)]
pub struct ImportDialog {
    other: Plan,
    file: String,
    chosen: Vec<ScenarioId>,
    keep: BTreeMap<ClashOf, Keep>,
    /// What the chosen scenarios clash in; for which plan and scenarios it was looked up.
    clashes: Option<(u64, Vec<ScenarioId>, Vec<Clash>)>,
}

impl ImportDialog {
    /// Asks which scenarios of `other`, read from `file`, are wanted; the only one is.
    #[must_use]
    pub fn new(other: Plan, file: String) -> Self {
        let chosen = match other.scenarios.as_slice() {
            [only] => vec![only.id.clone()],
            _ => Vec::new(),
        };
        Self { other, file, chosen, keep: BTreeMap::new(), clashes: None }
    }

    /// Draws the dialog; `version` grows when the plan changes.
    pub fn ui(&mut self, ctx: &Context, plan: &Plan, version: u64) -> Imported {
        if self.clashes.as_ref().is_none_or(|(known, of, _)| (*known, of) != (version, &self.chosen)) {
            let found = clashes(plan, &self.other, &self.chosen);
            self.clashes = Some((version, self.chosen.clone(), found));
        }
        let shown = dialog(ctx, Id::unique("import a scenario"), "Import scenarios", WIDTH, |ui| {
            ui.label(text::verdict("Import scenarios"));
            let from = format!("From \u{201c}{}\u{201d} ({})", self.other.name, self.file);
            ui.add(Label::new(text::second(from).weak()).wrap());
            ui.add_space(size::GAP_S);
            let height = (ctx.content_rect().height() - AROUND).max(AROUND);
            // It grows with the list of clashes, as far as the window has room.
            let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
            area.show(ui, |ui| {
                // The bar of the scroll area floats over its right edge.
                ui.set_max_width(ui.available_width() - size::GAP_M);
                self.scenarios_ui(ui);
                self.clashes_ui(ui);
            });
            ui.add_space(size::GAP_S);
            ui.horizontal(|ui| {
                let words = match self.chosen.len() {
                    0 | 1 => "Import the scenario".to_owned(),
                    more => format!("Import {more} scenarios"),
                };
                let button = ui.add_enabled(!self.chosen.is_empty(), PrimaryButton::new(&words));
                let button = button.on_disabled_hover_text("Choose a scenario above");
                (button.clicked(), ui.button("Cancel").clicked())
            })
            .inner
        });
        let (done, cancelled) = shown.inner;
        if done {
            let edit = import(plan, &self.other, &self.chosen, &self.keep);
            return Imported::Done(Box::new(edit));
        }
        if cancelled || shown.should_close() { Imported::Left } else { Imported::Open }
    }

    fn scenarios_ui(&mut self, ui: &mut Ui) {
        for scenario in &self.other.scenarios {
            let mut on = self.chosen.contains(&scenario.id);
            let moves = match scenario.moves.len() {
                0 => "no moves".to_owned(),
                1 => "1 move".to_owned(),
                more => format!("{more} moves"),
            };
            let words = format!("{} \u{b7} {moves}", scenario.name);
            if ui.checkbox(&mut on, words).changed() {
                if on {
                    self.chosen.push(scenario.id.clone());
                } else {
                    self.chosen.retain(|known| *known != scenario.id);
                }
            }
        }
        ui.add_space(size::GAP_S);
        let words = "Its players with their reports, its windows and its formation come along.";
        ui.add(Label::new(text::second(words).weak()).wrap());
    }

    fn clashes_ui(&mut self, ui: &mut Ui) {
        let Some((_, _, clashes)) = &self.clashes else { return };
        if clashes.is_empty() {
            return;
        }
        ui.add_space(size::GAP_M);
        ui.label(text::section("The two plans differ"));
        ui.horizontal(|ui| {
            ui.label(text::second("For all of them:").weak());
            for keep in Keep::ALL {
                if ui.button(keep.name()).clicked() {
                    self.keep = clashes.iter().map(|clash| (clash.of.clone(), keep)).collect();
                }
            }
        });
        for clash in clashes {
            ui.add_space(size::GAP_S);
            ui.separator();
            ui.horizontal(|ui| {
                ui.label(text::strong(&clash.name));
                let chosen = self.keep.entry(clash.of.clone()).or_default();
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    for keep in Keep::ALL.into_iter().rev() {
                        let response = ui.radio_value(chosen, keep, keep.name());
                        let name = format!("{}: {}", keep.name(), clash.name);
                        let on = *chosen == keep;
                        response.widget_info(|| {
                            egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &name)
                        });
                    }
                });
            });
            for (field, ours, theirs) in &clash.fields {
                ui.horizontal_top(|ui| {
                    ui.allocate_ui(egui::vec2(FIELD, 0.0), |ui| {
                        ui.set_min_width(FIELD);
                        ui.add(Label::new(text::second(field).weak()).wrap());
                    });
                    let half = (ui.available_width() - size::GAP_M) / 2.0;
                    for (whose, value) in [("ours", ours), ("theirs", theirs)] {
                        ui.allocate_ui(egui::vec2(half, 0.0), |ui| {
                            ui.set_min_width(half);
                            ui.add(Label::new(text::second(format!("{whose}: {value}"))).wrap());
                        });
                    }
                });
            }
        }
    }
}
