//! The top bar: which plan, which scenario, undo and redo, search, sharing, and whether it is saved.
//!
//! Where room is short, what the plan is about goes first, then the field of the search, then the names.

mod tabs;

use egui::{Align, Layout, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::edit::History;
use crate::model::{Plan, Scenario, words};
use crate::report::Problem;

use super::command::{Action, Circumstances, Command, keys_text};
use super::menu;
use super::problems::problems_ui;
use super::screen::Screen;
use super::theme::{self, Tone, icons, size, text};
use super::tour::{self, Mark};
use super::widgets::{self, IconButton, text_width};
use tabs::Tabs;

/// Side of the mark on the far left, points.
const MARK: f32 = 26.0;
/// The club's colours before the plan's name, points.
const STRIPE: egui::Vec2 = vec2(6.0, 20.0);
/// Width of the search field, points: wide, and where room is short; shorter still it is an icon.
const SEARCH: (f32, f32) = (232.0, 104.0);
/// Width of the save state, points, and the window without room for its word.
const STATUS_WIDTH: f32 = 74.0;
const WORDLESS: f32 = 800.0;
/// The share of the bar that the plan's name may always take, also in a small window, and the most it takes, points.
const NAME_SHARE: (f32, f32) = (0.18, 0.12);
const NAME_WIDTH: f32 = 420.0;
/// What the right side takes with the search as an icon, points.
const RIGHT_WIDTH: f32 = 384.0;

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
    let free = ui.available_width() - size::GAP_M - needed - RIGHT_WIDTH;
    let most = free.max(bar * if bar < WORDLESS { NAME_SHARE.1 } else { NAME_SHARE.0 }).min(NAME_WIDTH);
    let wide = SEARCH.0 - size::CONTROL_HEIGHT;
    let both = [text::section(&plan.name), text::second(&about)].map(|words| text_width(ui, &words));
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
    if ui.ctx().content_rect().width() < WORDLESS {
        let dot = widgets::dot(ui, theme::palette(ui).tone(tone).mark);
        dot.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
        dot.on_hover_text(words);
    } else {
        status_ui(ui, words, tone);
    }
    problems_ui(ui, plan, state.problems, commands);
    let words = format!("{} Share {}", icons::EXPORT, icons::CARET_DOWN);
    let button = menu::button(egui::Button::new(words));
    let (response, _) =
        button.ui(ui, |ui| menu::share_items_ui(ui, state.circumstances(plan, screen), commands));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Share"));
    tour::mark(ui, Mark::Take, response.rect);
    response.on_hover_text("Cards to post, pictures, texts and tables");

    let gap = ui.spacing().item_spacing.x;
    search_ui(ui, ui.available_width() - needed - 2.0 * (size::CONTROL_HEIGHT + gap) - gap, commands);

    for (action, label) in
        [(Action::Redo, state.history.redo_label()), (Action::Undo, state.history.undo_label())]
    {
        let words = match label {
            Some(label) => format!("{} {label}", action.text()),
            None => format!("Nothing to {}", action.text().to_lowercase()),
        };
        let keys = action.shortcut().map(|keys| keys_text(ui.ctx(), &keys)).unwrap_or_default();
        let button = IconButton::new(action.icon(), &words).shortcut(keys);
        if ui.add_enabled(label.is_some(), button).clicked() {
            commands.push(Command::Do(action));
        }
    }
}

/// The save state in words, at the right end of its room.
fn status_ui(ui: &mut Ui, words: &str, tone: Tone) {
    ui.allocate_ui_with_layout(
        vec2(STATUS_WIDTH, size::CONTROL_HEIGHT),
        Layout::left_to_right(Align::Center),
        |ui| {
            let taken = size::DOT + size::GAP_TIGHT + text_width(ui, &text::body(words));
            ui.add_space((STATUS_WIDTH - taken).max(0.0));
            widgets::status(ui, words, tone);
        },
    );
}

/// The way to the palette: a field in `room` points, a short one, or an icon.
fn search_ui(ui: &mut Ui, room: f32, commands: &mut Vec<Command>) {
    let keys = Action::Palette.shortcut().map(|keys| keys_text(ui.ctx(), &keys)).unwrap_or_default();
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
