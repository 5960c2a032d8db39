//! The top bar: which plan, which scenario, undo and redo, search, sharing, and whether it is saved.

use egui::{Align, Id, Layout, Popup, Rect, Role, Sense, Stroke, TextEdit, Ui, WidgetInfo, pos2, vec2};

use crate::edit::{Edit, History};
use crate::model::{Plan, Scenario, ScenarioColour, ScenarioId, words};
use crate::report::Problem;

use super::command::{Action, Circumstances, Command, dialog_keys};
use super::menu;
use super::problems::problems_ui;
use super::screen::Screen;
use super::theme::{self, Tone, icons, size, text};
use super::time::colour_index;
use super::tour::{self, Mark};
use super::widgets::{self, IconButton};

/// Side of the mark on the far left, points.
const MARK: f32 = 26.0;
/// The club's colours before the plan's name, points.
const STRIPE: egui::Vec2 = vec2(6.0, 20.0);
/// Width of the search field, points: wide, and where room is short.
const SEARCH: (f32, f32) = (206.0, 104.0);
/// Width of the save state, points.
const STATUS_WIDTH: f32 = 74.0;
/// Width of the plan's name and what stands beside it, and how much of it the latter needs, points.
const NAME_WIDTH: f32 = 360.0;
const ABOUT_WIDTH: f32 = 200.0;
/// Width below which words give way, points.
const NARROW: f32 = 1250.0;

/// What the bar reads besides the plan.
#[derive(Clone, Copy, Debug)]
pub struct BarState<'a> {
    /// For the names of undo and redo.
    pub history: &'a History,
    /// The plan differs from its file.
    pub dirty: bool,
    /// The plan has a file.
    pub on_disk: bool,
    /// What is wrong or doubtful in the plan.
    pub problems: &'a [Problem],
    /// A question is open, perhaps right under the tabs.
    pub asking: bool,
}

impl<'a> BarState<'a> {
    fn circumstances(self, plan: &'a Plan, screen: &'a Screen) -> Circumstances<'a> {
        Circumstances { plan, screen, history: self.history, on_disk: self.on_disk }
    }
}

/// The bar's own state: a tab that is being renamed.
#[derive(Debug, Default)]
pub struct TopBar {
    renaming: Option<(ScenarioId, String)>,
    /// A question is open: tabs keep quiet.
    asking: bool,
    /// The tab that was last brought into sight.
    seen: Option<ScenarioId>,
}

impl TopBar {
    /// Draws the bar.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        plan: &Plan,
        screen: &Screen,
        state: BarState<'_>,
        commands: &mut Vec<Command>,
    ) {
        self.asking = state.asking;
        ui.horizontal_centered(|ui| {
            plan_menu(ui, plan, screen, state, commands);
            ui.add_space(size::GAP_M);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                right_side(ui, plan, screen, state, commands);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    self.tabs_ui(ui, plan, screen, commands);
                });
            });
        });
    }

    /// Begins to rename a scenario in its tab.
    pub fn rename(&mut self, scenario: &Scenario) {
        self.renaming = Some((scenario.id.clone(), scenario.name.clone()));
    }

    fn tabs_ui(&mut self, ui: &mut Ui, plan: &Plan, screen: &Screen, commands: &mut Vec<Command>) {
        let tabs = egui::ScrollArea::horizontal()
            .id_salt("scenario tabs")
            .auto_shrink([false, true])
            .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
        tabs.show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = size::GAP_XS;
                let mut rects = Vec::new();
                super::branch::begin_tabs(ui);
                for scenario in &plan.scenarios {
                    rects.push(self.tab_ui(ui, plan, scenario, screen, commands));
                }
                reorder(ui, plan, &rects, commands);
                let add = ui.add(IconButton::new(icons::ADD, "New scenario"));
                tour::mark(ui, Mark::Tabs, rects.iter().fold(add.rect, |all, tab| all.union(*tab)));
                if add.clicked() {
                    commands.push(Command::Do(Action::AddScenario));
                }
            });
        });
    }

    fn tab_ui(
        &mut self,
        ui: &mut Ui,
        plan: &Plan,
        scenario: &Scenario,
        screen: &Screen,
        commands: &mut Vec<Command>,
    ) -> Rect {
        if self.renaming.as_ref().is_some_and(|(id, _)| *id == scenario.id) {
            return self.rename_ui(ui, scenario, commands);
        }
        let palette = theme::palette(ui);
        let shown = screen.scenario == scenario.id;
        // Size
        let words = if shown { text::strong(&scenario.name) } else { text::body(&scenario.name) };
        let galley = egui::WidgetText::from(words.clone()).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            180.0,
            egui::FontSelection::Default,
        );
        let flag = if plan.baseline == scenario.id { 18.0 } else { 0.0 };
        let width = galley.size().x + 44.0 + flag;
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
        if shown && self.seen.as_ref() != Some(&scenario.id) {
            response.scroll_to_me(None);
            self.seen = Some(scenario.id.clone());
        }
        // Paint
        let radius = f32::from(size::RADIUS_CONTROL);
        if shown {
            ui.painter().rect_filled(rect, radius, palette.raised);
            let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
            ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, radius, palette.hover);
        }
        widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
        let dot = pos2(rect.left() + 16.0, rect.center().y);
        ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(colour_index(scenario.colour)));
        let place = Rect::from_min_max(
            pos2(rect.left() + 28.0, rect.top()),
            pos2(rect.right() - 12.0, rect.bottom()),
        );
        let color = if shown { palette.text } else { palette.muted };
        let (covered, _) = widgets::paint_text(ui, place, egui::Align2::LEFT_CENTER, words, color);
        if flag > 0.0 {
            let at = Rect::from_min_size(pos2(covered.right() + 5.0, rect.top()), vec2(flag, rect.height()));
            let icon = text::icon(icons::FLAG, text::BODY_SIZE);
            widgets::paint_text(ui, at, egui::Align2::LEFT_CENTER, icon, palette.muted);
        }
        let baseline = if flag > 0.0 { ": the baseline" } else { "" };
        tab_menu(self, &response, plan, scenario, commands);
        super::branch::dropped_on_tab(ui, rect, plan, (scenario, screen), commands);
        super::targets::dropped_on_tab(ui, rect, plan, scenario, commands);
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
        let field = TextEdit::singleline(name).desired_width(140.0).id(Id::unique(("rename", &scenario.id)));
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
            response.request_focus();
        }
        response.rect
    }
}

/// A tab being dragged to another place.
#[derive(Clone, Debug)]
struct DragTab(ScenarioId);

fn reorder(ui: &Ui, plan: &Plan, rects: &[Rect], commands: &mut Vec<Command>) {
    let Some(dragged) = egui::DragAndDrop::payload::<DragTab>(ui.ctx()) else { return };
    let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
    let to = rects.iter().filter(|rect| rect.center().x < pointer.x).count();
    let palette = theme::palette(ui);
    let x = match (to.checked_sub(1).and_then(|before| rects.get(before)), rects.first()) {
        (Some(before), _) => before.right() + size::GAP_XS / 2.0,
        (None, Some(first)) => first.left() - size::GAP_XS / 2.0,
        (None, None) => return,
    };
    let range = rects.first().map_or(egui::Rangef::NOTHING, Rect::y_range);
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
    bar: &mut TopBar,
    response: &egui::Response,
    plan: &Plan,
    scenario: &Scenario,
    commands: &mut Vec<Command>,
) {
    let at = plan.scenarios.iter().position(|known| known.id == scenario.id).unwrap_or(0);
    let move_to = |to: usize| Command::Edit(Edit::ReorderScenario { scenario: scenario.id.clone(), to });
    Popup::context_menu(response).style(theme::menu_style).show(|ui| {
        ui.set_min_width(200.0);
        if ui.button("Rename").clicked() {
            bar.rename(scenario);
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
            let palette = theme::palette(ui);
            for colour in ScenarioColour::ALL {
                let dot = egui::RichText::new("\u{25cf}").color(palette.scenario(colour_index(colour)));
                let button = egui::Button::new((dot, colour.name())).selected(colour == scenario.colour);
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

fn plan_menu(ui: &mut Ui, plan: &Plan, screen: &Screen, state: BarState<'_>, commands: &mut Vec<Command>) {
    let palette = theme::palette(ui);
    let mark = egui::Button::new(text::section("B").color(palette.on_accent)).fill(palette.accent);
    let button = menu::button(mark.min_size(vec2(MARK, MARK)));
    let (response, _) = button.ui(ui, |ui| menu::items_ui(ui, state.circumstances(plan, screen), commands));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Menu"));
    response.on_hover_text("Plan, edit and view");

    if let Some(colours) = widgets::club_colours(&plan.club) {
        let (stripe, _) = ui.allocate_exact_size(STRIPE, Sense::hover());
        widgets::paint_stripe(ui, stripe, colours);
    }
    let unit =
        plan.unit(&screen.unit).map_or(String::new(), |unit| format!("{} · ", unit.name.to_lowercase()));
    let about = format!("{unit}as of {}", words::date(plan.as_of));
    // The tabs need the room more than what the views say as well.
    ui.scope(|ui| {
        ui.set_max_width(NAME_WIDTH);
        let name = ui.add(egui::Label::new(text::section(&plan.name)).truncate());
        let left = NAME_WIDTH - name.rect.width();
        let name = name.on_hover_text(format!("{}\n{about}", plan.name));
        if ui.ctx().content_rect().width() > NARROW && left > ABOUT_WIDTH {
            ui.label(text::second(about).weak());
        }
        name
    });
}

fn right_side(ui: &mut Ui, plan: &Plan, screen: &Screen, state: BarState<'_>, commands: &mut Vec<Command>) {
    let (words, tone) = match (state.dirty, state.on_disk) {
        (true, _) => ("Unsaved", Tone::Warn),
        (false, true) => ("Saved", Tone::Ok),
        (false, false) => ("New", Tone::Neutral),
    };
    ui.allocate_ui_with_layout(
        vec2(STATUS_WIDTH, size::CONTROL_HEIGHT),
        Layout::left_to_right(Align::Center),
        |ui| {
            widgets::status(ui, words, tone);
        },
    );
    problems_ui(ui, plan, state.problems, commands);
    let words = format!("{} Share {}", icons::EXPORT, icons::CARET_DOWN);
    let button = menu::button(egui::Button::new(words));
    let (response, _) =
        button.ui(ui, |ui| menu::share_items_ui(ui, state.circumstances(plan, screen), commands));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Share"));
    tour::mark(ui, Mark::Take, response.rect);
    response.on_hover_text("Cards to post, pictures, texts and tables");

    let narrow = ui.ctx().content_rect().width() <= NARROW;
    let width = if narrow { SEARCH.1 } else { SEARCH.0 };
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::CONTROL_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, Action::Palette.text()));
    let radius = f32::from(size::RADIUS_CONTROL);
    let ground = if response.hovered() { palette.hover } else { palette.bg };
    ui.painter().rect_filled(rect, radius, ground);
    let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
    ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let keys = Action::Palette.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let (covered, _) =
        widgets::paint_text(ui, inner, egui::Align2::RIGHT_CENTER, text::small(keys), palette.muted);
    let rest = Rect::from_min_max(inner.min, pos2(covered.left() - 6.0, inner.bottom()));
    let hint = if narrow { "Search" } else { Action::Palette.text() };
    widgets::paint_text(ui, rest, egui::Align2::LEFT_CENTER, text::body(hint), palette.muted);
    if response.clicked() {
        commands.push(Command::Do(Action::Palette));
    }

    for (action, label) in
        [(Action::Redo, state.history.redo_label()), (Action::Undo, state.history.undo_label())]
    {
        let words = match label {
            Some(label) => format!("{} {label}", action.text()),
            None => format!("Nothing to {}", action.text().to_lowercase()),
        };
        let keys = action.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
        let button = IconButton::new(action.icon(), &words).shortcut(keys);
        if ui.add_enabled(label.is_some(), button).clicked() {
            commands.push(Command::Do(action));
        }
    }
}
