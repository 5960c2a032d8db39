//! The top bar: which plan, which scenario, undo and redo, search, export, and whether it is saved.
//!
//! Where room is short, what the plan is about goes first, then the field of the search, then the names.

mod tabs;

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::edit::History;
use crate::model::{Plan, Scenario, words};
use crate::report::Problem;

use super::command::{Action, Command};
use super::problems::problems_ui;
use super::screen::{Screen, View};
use super::theme::{self, Tone, icons, size, text};
use super::widgets::{self, IconButton, text_width};
use tabs::Tabs;

/// Side of the mark on the far left, points.
const MARK: f32 = 26.0;
/// Width of the search field, points: wide, and where room is short; shorter still it is an icon.
const SEARCH: (f32, f32) = (232.0, 104.0);
/// Width of the save state, points.
const STATUS_WIDTH: f32 = 74.0;
/// The share of the bar that the plan's name may always take, and the most it takes, points.
const NAME_SHARE: f32 = 0.18;
const NAME_WIDTH: f32 = 420.0;
/// What the right side takes with the search as an icon, points.
const RIGHT_WIDTH: f32 = 370.0;

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

/// The bar's own state.
#[derive(Debug, Default)]
pub struct TopBar {
    tabs: Tabs,
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
        let needed = self.tabs.needed(ui, plan, screen);
        ui.horizontal_centered(|ui| {
            plan_menu(ui, plan, screen, (state, needed), commands);
            ui.add_space(size::GAP_M);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                right_side(ui, plan, screen, (state, needed), commands);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    self.tabs.ui(ui, plan, screen, state.asking, commands);
                });
            });
        });
    }

    /// Begins to rename a scenario in its tab.
    pub fn rename(&mut self, scenario: &Scenario) {
        self.tabs.rename(scenario);
    }
}

fn plan_menu(
    ui: &mut Ui,
    plan: &Plan,
    screen: &Screen,
    (state, needed): (BarState<'_>, f32),
    commands: &mut Vec<Command>,
) {
    let bar = ui.available_width();
    let palette = theme::palette(ui);
    let config = || MenuConfig::new().style(theme::menu_style);
    let mark = egui::Button::new(text::section("B").color(palette.on_accent)).fill(palette.accent);
    let menu = MenuButton::from_button(mark.min_size(vec2(MARK, MARK))).config(config());
    let (response, _) = menu.ui(ui, |ui| {
        ui.set_min_width(240.0);
        // A small window has not the height for all of it.
        let height = ui.ctx().content_rect().bottom() - ui.cursor().top() - size::GAP_L;
        ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .show(ui, |ui| plan_items_ui(ui, state, commands));
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Menu"));
    response.on_hover_text("Plan, edit and view");

    let unit =
        plan.unit(&screen.unit).map_or(String::new(), |unit| format!("{} · ", unit.name.to_lowercase()));
    let about = format!("{unit}as of {}", words::date(plan.as_of));
    let free = ui.available_width() - size::GAP_M - needed - RIGHT_WIDTH;
    let most = free.max(bar * NAME_SHARE).min(NAME_WIDTH);
    let wide = SEARCH.0 - size::CONTROL_HEIGHT;
    let both = [text::section(&plan.name), text::second(&about)].map(|words| text_width(ui, words));
    let roomy = both.iter().sum::<f32>() + size::GAP_S <= free - wide;
    ui.scope(|ui| {
        ui.set_max_width(if roomy { free } else { most });
        let name = ui.add(egui::Label::new(text::section(&plan.name)).truncate());
        name.on_hover_text(format!("{}\n{about}", plan.name));
        if roomy {
            ui.label(text::second(about).weak());
        }
    });
}

/// Everything there is to do, in the menu behind the mark.
fn plan_items_ui(ui: &mut Ui, state: BarState<'_>, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = size::GAP_HAIR;
    for action in [
        Action::NewPlan,
        Action::OpenPlan,
        Action::Save,
        Action::SaveAs,
        Action::EarlierVersions,
        Action::Recover,
        Action::ClosePlan,
    ] {
        action_item(ui, action, None, true, commands);
    }
    ui.separator();
    let (undo, redo) = (state.history.undo_label(), state.history.redo_label());
    action_item(ui, Action::Undo, undo, undo.is_some(), commands);
    action_item(ui, Action::Redo, redo, redo.is_some(), commands);
    ui.separator();
    for action in [
        Action::AddPlayer,
        Action::AddTarget,
        Action::ImportPlayers,
        Action::ProposeCharts,
        Action::AddScenario,
        Action::ImportScenario,
        Action::SaveScenario,
        Action::PlanSettings,
        Action::MergePlan,
        Action::Palette,
        Action::SwitchTheme,
        Action::Preferences,
        Action::Keys,
    ] {
        action_item(ui, action, None, true, commands);
    }
    ui.separator();
    action_item(ui, Action::Quit, None, true, commands);
}

fn right_side(
    ui: &mut Ui,
    plan: &Plan,
    screen: &Screen,
    (state, needed): (BarState<'_>, f32),
    commands: &mut Vec<Command>,
) {
    let (words, tone) = match (state.dirty, state.on_disk) {
        (true, _) => ("Unsaved", Tone::Warn),
        (false, true) => ("Saved", Tone::Ok),
        (false, false) => ("New", Tone::Neutral),
    };
    ui.allocate_ui_with_layout(
        vec2(STATUS_WIDTH, size::CONTROL_HEIGHT),
        Layout::left_to_right(Align::Center),
        |ui| {
            let taken = size::DOT + size::GAP_TIGHT + text_width(ui, text::body(words));
            ui.add_space((STATUS_WIDTH - taken).max(0.0));
            widgets::status(ui, words, tone);
        },
    );
    problems_ui(ui, plan, state.problems, commands);
    let menu = MenuButton::new(format!("Export {}", icons::CARET_DOWN))
        .config(MenuConfig::new().style(theme::menu_style));
    let (response, _) = menu.ui(ui, |ui| {
        ui.set_min_width(240.0);
        for action in [Action::ExportPicture, Action::CopyPicture] {
            action_item(ui, action, None, true, commands);
        }
        if screen.view == View::Board {
            ui.separator();
            for action in Action::OF_BOARD {
                action_item(ui, action, None, true, commands);
            }
        }
    });
    response.on_hover_text("Take this view along");

    let gap = ui.spacing().item_spacing.x;
    search_ui(ui, ui.available_width() - needed - 2.0 * (size::CONTROL_HEIGHT + gap) - gap, commands);

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

/// The way to the palette: a field in `room` points, a short one, or an icon.
fn search_ui(ui: &mut Ui, room: f32, commands: &mut Vec<Command>) {
    let keys = Action::Palette.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    if room < SEARCH.1 {
        if ui.add(IconButton::new(icons::SEARCH, Action::Palette.text()).shortcut(keys)).clicked() {
            commands.push(Command::Do(Action::Palette));
        }
        return;
    }
    let narrow = room < SEARCH.0;
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
    let (covered, _) =
        widgets::paint_text(ui, inner, egui::Align2::RIGHT_CENTER, text::small(keys), palette.muted);
    let rest = Rect::from_min_max(inner.min, pos2(covered.left() - 6.0, inner.bottom()));
    let hint = if narrow { "Search" } else { Action::Palette.text() };
    widgets::paint_text(ui, rest, egui::Align2::LEFT_CENTER, text::body(hint), palette.muted);
    if response.clicked() {
        commands.push(Command::Do(Action::Palette));
    }
}

/// A line of a menu that does an action, with its keys; `detail` says what it would undo.
pub fn action_item(
    ui: &mut Ui,
    action: Action,
    detail: Option<&str>,
    enabled: bool,
    commands: &mut Vec<Command>,
) {
    let words = match detail {
        Some(detail) => format!("{} {detail}", action.text()),
        None => action.text().to_owned(),
    };
    let mut button = egui::Button::new((egui::RichText::new(action.icon()).weak(), words));
    if let Some(keys) = action.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&keys));
    }
    let item = ui.add_enabled(enabled, button);
    if item.gained_focus() {
        item.scroll_to_me(None);
    }
    if item.clicked() {
        commands.push(Command::Do(action));
    }
}
