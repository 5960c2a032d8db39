//! The scenario tabs. Where room is short their names are shortened first; then the last of them move into a menu,
//! but never the one that is shown.

mod fit;

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{
    Align2, Color32, Id, Popup, Rect, Response, RichText, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo,
    pos2, vec2,
};

use self::fit::{Fit, MORE, WORDS, Wish, fit};
use crate::edit::Edit;
use crate::model::{Plan, Scenario, ScenarioColour, ScenarioId};
use crate::ui::command::{Action, Command, dialog_keys};
use crate::ui::screen::Screen;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::time::colour_index;
use crate::ui::tour::{self, Mark};
use crate::ui::widgets::{self, IconButton, text_width};
use crate::ui::{branch, targets};

/// Around the name: the dot and the margins, what goes of the left margin where room is short, and the baseline's flag,
/// points.
const AROUND: f32 = 44.0;
const SPARE: f32 = 6.0;
const FLAG: f32 = 18.0;
/// Width of the field in which a name is typed, points.
const RENAMING: f32 = 140.0;
/// Width of the button behind the tabs, points.
const ADD: f32 = size::CONTROL_HEIGHT + size::GAP_XS;

/// The tabs' own state: one that is being renamed.
#[derive(Debug, Default)]
pub(super) struct Tabs {
    renaming: Option<(ScenarioId, String)>,
    /// A question is open: tabs keep quiet.
    asking: bool,
}

/// How tabs are drawn: how much room the longest name has, and what each has spared of its margin.
#[derive(Clone, Copy, Debug)]
struct Cut {
    words: f32,
    spared: f32,
}

impl Tabs {
    /// The width that shows every name, points.
    pub(super) fn needed(&self, ui: &Ui, plan: &Plan, screen: &Screen) -> f32 {
        let wishes = self.wishes(ui, plan, screen);
        wishes.iter().map(|wish| wish.around + wish.words + size::GAP_XS).sum::<f32>() + ADD
    }

    fn wishes(&self, ui: &Ui, plan: &Plan, screen: &Screen) -> Vec<Wish> {
        let wish = |scenario: &Scenario| {
            if self.is_renaming(scenario) {
                return Wish { around: RENAMING + 2.0 * size::GAP_S, words: 0.0 };
            }
            let flag = if plan.baseline == scenario.id { FLAG } else { 0.0 };
            let words = text_width(ui, &name(scenario, screen)).min(WORDS.0);
            Wish { around: AROUND + flag, words }
        };
        plan.scenarios.iter().map(wish).collect()
    }

    /// Begins to rename a scenario in its tab.
    pub(super) fn rename(&mut self, scenario: &Scenario) {
        self.renaming = Some((scenario.id.clone(), scenario.name.clone()));
    }

    fn is_renaming(&self, scenario: &Scenario) -> bool {
        self.renaming.as_ref().is_some_and(|(id, _)| *id == scenario.id)
    }

    /// Draws them into what is left of `ui`.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        plan: &Plan,
        screen: &Screen,
        asking: bool,
        commands: &mut Vec<Command>,
    ) {
        self.asking = asking;
        ui.spacing_mut().item_spacing.x = size::GAP_XS;
        let mut wishes = self.wishes(ui, plan, screen);
        let spared = if self.needed(ui, plan, screen) > ui.available_width() { SPARE } else { 0.0 };
        for wish in &mut wishes {
            wish.around -= spared;
        }
        let place = |wanted: &dyn Fn(&Scenario) -> bool| plan.scenarios.iter().position(wanted);
        let renamed = place(&|scenario| self.is_renaming(scenario));
        let kept = renamed.or_else(|| place(&|scenario| scenario.id == screen.scenario)).unwrap_or(0);
        let Fit { seen, words } = fit(&wishes, kept, ui.available_width() - ADD);
        let cut = Cut { words, spared };
        let mut drawn = Vec::new();
        branch::begin_tabs(ui);
        for (at, scenario) in plan.scenarios.iter().enumerate().filter(|(at, _)| seen.contains(at)) {
            drawn.push((at, self.tab_ui(ui, plan, scenario, screen, cut, commands)));
        }
        reorder(ui, plan, &drawn, commands);
        let hidden = plan.scenarios.iter().enumerate().filter(|(at, _)| !seen.contains(at));
        more_ui(ui, &hidden.map(|(_, scenario)| scenario).collect::<Vec<_>>(), commands);
        let add = ui.add(IconButton::new(icons::ADD, "New scenario"));
        tour::mark(ui, Mark::Tabs, drawn.iter().fold(add.rect, |all, (_, tab)| all.union(*tab)));
        if add.clicked() {
            commands.push(Command::Do(Action::AddScenario));
        }
    }

    fn tab_ui(
        &mut self,
        ui: &mut Ui,
        plan: &Plan,
        scenario: &Scenario,
        screen: &Screen,
        cut: Cut,
        commands: &mut Vec<Command>,
    ) -> Rect {
        if self.is_renaming(scenario) {
            return self.rename_ui(ui, scenario, commands);
        }
        let shown = screen.scenario == scenario.id;
        // Size
        let words = name(scenario, screen);
        let flag = if plan.baseline == scenario.id { FLAG } else { 0.0 };
        let width = text_width(ui, &words).min(cut.words).ceil() + AROUND - cut.spared + flag;
        // Allocate
        let (rect, _) = ui.allocate_exact_size(vec2(width, size::CONTROL_HEIGHT + 2.0), Sense::hover());
        // Interact
        let response = ui.interact(rect, Id::unique(("tab", &scenario.id)), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, &scenario.name));
        if response.clicked() {
            commands.push(Command::ShowScenario(scenario.id.clone()));
        }
        if response.double_clicked() {
            self.rename(scenario);
        }
        response.dnd_set_drag_payload(DragTab(scenario.id.clone()));
        // Paint
        let color = theme::palette(ui).scenario(colour_index(scenario.colour));
        paint_tab(ui, &response, (words, color, shown), flag, cut.spared);
        let baseline = if flag > 0.0 { ": the baseline" } else { "" };
        tab_menu(self, &response, plan, scenario, commands);
        branch::dropped_on_tab(ui, rect, plan, (scenario, screen), commands);
        targets::dropped_on_tab(ui, rect, plan, scenario, commands);
        if ui.ctx().dragged_id().is_none() && !self.asking {
            response.on_hover_text(format!(
                "{}{baseline}\nDrag to reorder, double-click to rename, right-click for more.",
                scenario.name
            ));
        }
        rect
    }

    fn rename_ui(&mut self, ui: &mut Ui, scenario: &Scenario, commands: &mut Vec<Command>) -> Rect {
        let Some((_, name)) = &mut self.renaming else { return Rect::NOTHING };
        let field =
            TextEdit::singleline(name).desired_width(RENAMING).id(Id::unique(("rename", &scenario.id)));
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name of the scenario"));
        let cancelled = ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CANCEL));
        if cancelled {
            self.renaming = None;
        } else if response.lost_focus() {
            let name = std::mem::take(name);
            if !name.trim().is_empty() && name != scenario.name {
                commands.push(Command::Edit(Edit::RenameScenario { scenario: scenario.id.clone(), name }));
            }
            self.renaming = None;
        } else if !response.has_focus() {
            widgets::type_over(ui.ctx(), response.id, name);
        }
        response.rect
    }
}

/// Paints a tab: its ground, the dot in its colour, its name, and in `flag` points the mark of the baseline.
fn paint_tab(
    ui: &Ui,
    response: &Response,
    (words, color, shown): (RichText, Color32, bool),
    flag: f32,
    spared: f32,
) {
    let palette = theme::palette(ui);
    let rect = response.rect;
    let radius = f32::from(size::RADIUS_CONTROL);
    if shown {
        ui.painter().rect_filled(rect, radius, palette.raised);
        let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
        ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, radius, palette.hover);
    }
    widgets::focus_ring(ui, response, size::RADIUS_CONTROL);
    let left = rect.left() - spared;
    let dot = pos2(left + 16.0 + spared / SPARE, rect.center().y);
    ui.painter().circle_filled(dot, size::DOT / 2.0, color);
    let place = Rect::from_min_max(
        pos2(left + 28.0, rect.top()),
        pos2(rect.right() - flag - size::GAP_M, rect.bottom()),
    );
    let ink = if shown { palette.text } else { palette.muted };
    let (covered, _) = widgets::paint_text(ui, place, Align2::LEFT_CENTER, words, ink);
    if flag > 0.0 {
        let at = Rect::from_min_size(pos2(covered.right() + 5.0, rect.top()), vec2(flag, rect.height()));
        let icon = text::icon(icons::FLAG, text::BODY_SIZE);
        widgets::paint_text(ui, at, Align2::LEFT_CENTER, icon, palette.muted);
    }
}

/// The name as its tab says it.
fn name(scenario: &Scenario, screen: &Screen) -> RichText {
    if screen.scenario == scenario.id { text::strong(&scenario.name) } else { text::body(&scenario.name) }
}

/// The scenarios whose tabs found no place.
fn more_ui(ui: &mut Ui, hidden: &[&Scenario], commands: &mut Vec<Command>) {
    if hidden.is_empty() {
        return;
    }
    let words = text::body(format!("{} more {}", hidden.len(), icons::CARET_DOWN)).weak();
    let button = egui::Button::new(words).frame(false).min_size(vec2(MORE, size::CONTROL_HEIGHT));
    let config = MenuConfig::new().style(theme::menu_style);
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_min_width(200.0);
        for scenario in hidden {
            if ui.button((dot(ui, scenario.colour), scenario.name.as_str())).clicked() {
                commands.push(Command::ShowScenario(scenario.id.clone()));
            }
        }
    });
    let named = |count: usize| format!("{count} more scenario{}", if count == 1 { "" } else { "s" });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, named(hidden.len())));
    let names: Vec<&str> = hidden.iter().map(|scenario| scenario.name.as_str()).collect();
    response.on_hover_text(names.join("\n"));
}

fn dot(ui: &Ui, colour: ScenarioColour) -> RichText {
    RichText::new("\u{25cf}").color(theme::palette(ui).scenario(colour_index(colour)))
}

/// A tab being dragged to another place.
#[derive(Clone, Debug)]
struct DragTab(ScenarioId);

/// Shows where the dragged tab would go, and puts it there; `drawn` are the tabs with their places in the plan.
fn reorder(ui: &Ui, plan: &Plan, drawn: &[(usize, Rect)], commands: &mut Vec<Command>) {
    let Some(dragged) = egui::DragAndDrop::payload::<DragTab>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let before = drawn.iter().rev().find(|(_, rect)| rect.center().x < pointer.x);
    let palette = theme::palette(ui);
    let (to, x) = match (before, drawn.first()) {
        (Some((at, rect)), _) => (at + 1, rect.right() + size::GAP_XS / 2.0),
        (None, Some((_, first))) => (0, first.left() - size::GAP_XS / 2.0),
        (None, None) => return,
    };
    let range = drawn.first().map_or(egui::Rangef::NOTHING, |(_, rect)| rect.y_range());
    ui.painter().vline(x, range, Stroke::new(size::FOCUS_RING, palette.accent));
    if ui.input(|input| input.pointer.any_released()) {
        let from = plan.scenarios.iter().position(|scenario| scenario.id == dragged.0);
        let to = if from.is_some_and(|from| from < to) { to - 1 } else { to };
        if from != Some(to) {
            commands.push(Command::Edit(Edit::ReorderScenario { scenario: dragged.0.clone(), to }));
        }
    }
}

fn tab_menu(
    tabs: &mut Tabs,
    response: &Response,
    plan: &Plan,
    scenario: &Scenario,
    commands: &mut Vec<Command>,
) {
    let at = plan.scenarios.iter().position(|known| known.id == scenario.id).unwrap_or(0);
    let move_to = |to: usize| Command::Edit(Edit::ReorderScenario { scenario: scenario.id.clone(), to });
    Popup::context_menu(response).style(theme::menu_style).show(|ui| {
        ui.set_min_width(200.0);
        if ui.button("Rename").clicked() {
            tabs.rename(scenario);
        }
        if ui.button("Duplicate").clicked() {
            commands.push(Command::ShowScenario(scenario.id.clone()));
            commands.push(Command::Do(Action::DuplicateScenario));
        }
        if ui.button("Save as a plan of its own\u{2026}").clicked() {
            commands.push(Command::ShowScenario(scenario.id.clone()));
            commands.push(Command::Do(Action::SaveScenario));
        }
        ui.menu_button("Colour", |ui| {
            for colour in ScenarioColour::ALL {
                let button =
                    egui::Button::new((dot(ui, colour), colour.name())).selected(colour == scenario.colour);
                if ui.add(button).clicked() {
                    let scenario = scenario.id.clone();
                    commands.push(Command::Edit(Edit::RecolourScenario { scenario, colour }));
                }
            }
        });
        let other = ui.add_enabled(plan.baseline != scenario.id, egui::Button::new("Make baseline"));
        if other.on_disabled_hover_text("It is the baseline already").clicked() {
            commands.push(Command::Edit(Edit::SetBaseline(scenario.id.clone())));
        }
        let left = ui.add_enabled(at > 0, egui::Button::new("Move left"));
        if left.on_disabled_hover_text("It is the first already").clicked() {
            commands.push(move_to(at - 1));
        }
        let right = ui.add_enabled(at + 1 < plan.scenarios.len(), egui::Button::new("Move right"));
        if right.on_disabled_hover_text("It is the last already").clicked() {
            commands.push(move_to(at + 1));
        }
        ui.separator();
        let only = plan.scenarios.len() == 1;
        let delete = ui.add_enabled(!only, egui::Button::new("Delete"));
        if delete.on_disabled_hover_text("A plan keeps at least one scenario").clicked() {
            commands.push(Command::Edit(Edit::RemoveScenario(scenario.id.clone())));
        }
    });
}
