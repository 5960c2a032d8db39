//! The window's content: draws the views, collects what they ask for, and carries it out between frames.

mod act;
mod asking;

use egui::{Frame, Margin, Panel, Ui, UiBuilder};

use crate::edit::Session;
use crate::model::Plan;

use super::assumptions::AssumptionsView;
use super::board::{Ask, Board, Scene, cover_height};
use super::branch::{self, ImportDialog};
use super::calendar::CalendarView;
use super::command::{Action, Command};
use super::compare::CompareView;
use super::conflicts::{Chooser, banner_ui};
use super::date_bar::DateBar;
use super::derived::Derived;
use super::inspector::Inspector;
use super::money::MoneyView;
use super::navigation::navigation_ui;
use super::plan_settings::PlanSettings;
use super::screen::{Screen, View};
use super::squad::SquadView;
use super::targets::TargetsView;
use super::theme::{self, size};
use super::timeline::Timeline;
use super::top_bar::{BarState, TopBar};
use super::widgets::empty_state;

/// A plan on the screen, with the state of every view.
#[derive(Debug)]
pub struct Desk {
    /// The plan, its history and its file.
    pub session: Session,
    /// What is shown of it.
    pub screen: Screen,
    views: Views,
}

/// What the views remember between frames, none of it part of the plan.
#[derive(Debug, Default)]
struct Views {
    derived: Derived,
    board: Board,
    date_bar: DateBar,
    timeline: Timeline,
    targets: TargetsView,
    squad: SquadView,
    compare: CompareView,
    money: MoneyView,
    top_bar: TopBar,
    calendar: CalendarView,
    inspector: Inspector,
    settings: Option<PlanSettings>,
    import: Option<ImportDialog>,
    /// How targets come, asked over whatever view is shown.
    asking: Option<Ask>,
    chooser: Chooser,
    assumptions: AssumptionsView,
}

/// A desk without its session, which the files have for a moment.
#[derive(Debug)]
pub struct ClearedDesk {
    screen: Screen,
    views: Views,
}

/// What the desk cannot do by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    /// For the files.
    File(super::command::FileCommand),
    /// For the window: a picture, a theme, a palette.
    Do(Action),
    /// For the status line.
    Say(String),
}

/// A window narrower than this gives panels less room, and still less, points.
const NARROW: f32 = 1250.0;
const SMALL: f32 = 1000.0;
/// Widths of shelf and inspector where room is short, and where it is shorter still, points.
const NARROW_SHELF: (f32, f32) = (220.0, 184.0);
const NARROW_INSPECTOR: (f32, f32) = (286.0, 252.0);

impl Desk {
    /// Lays a plan out as it looks when it is opened.
    #[must_use]
    pub fn new(session: Session) -> Self {
        let screen = Screen::of(session.plan());
        Self { session, screen, views: Views::default() }
    }

    /// A desk that is drawn once, for a picture: nothing is left to a thread.
    #[must_use]
    pub fn for_picture(session: Session) -> Self {
        let mut desk = Self::new(session);
        desk.views.derived = Derived::synchronous();
        desk
    }

    /// Hands the session out and keeps everything else.
    #[must_use]
    pub fn clear(self) -> (Session, ClearedDesk) {
        let Self { session, screen, views } = self;
        (session, ClearedDesk { screen, views })
    }

    /// Takes the session back.
    #[must_use]
    pub fn set(session: Session, ClearedDesk { screen, views }: ClearedDesk) -> Self {
        Self { session, screen, views }
    }

    /// What was computed from the plan.
    #[must_use]
    pub fn derived(&self) -> &Derived {
        &self.views.derived
    }

    /// How often the date bar drew its curves anew, for tests that prove that dragging draws none.
    #[must_use]
    pub fn curves_drawn(&self) -> u64 {
        self.views.date_bar.curves_drawn()
    }

    /// The same of the comparison's curves.
    #[must_use]
    pub fn compared_curves_drawn(&self) -> u64 {
        self.views.compare.curves_drawn()
    }

    /// Something changed outside the edits, such as a save: what depends on it is computed anew.
    pub fn reset_derived(&mut self) {
        self.views.derived.reset();
    }

    /// Brings what depends on the plan up to date. Cheap while nothing has changed.
    pub fn refresh(&mut self, ctx: &egui::Context) {
        self.views.derived.refresh(&self.session, &self.screen, ctx);
    }

    /// Goes to the calendar and shows what a season file would change in it.
    pub fn import_fixtures(&mut self, path: &std::path::Path) {
        self.screen.view = View::Calendar;
        self.views.calendar.open_import(self.session.plan(), Some(path));
    }

    /// Draws everything, and adds to `commands` what the user asks for.
    pub fn ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let palette = theme::palette(ui);
        let plan = self.session.plan().clone();
        let panel = |x: f32, y: f32| {
            Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(x as i8, y as i8))
        };
        let state = BarState {
            history: self.session.history(),
            dirty: self.views.derived.is_dirty(),
            on_disk: self.session.path().is_some(),
            problems: self.views.derived.problems(),
            asking: self.views.asking.is_some(),
        };
        Panel::top("top bar").exact_size(size::TOP_BAR_HEIGHT).frame(panel(size::GAP_M, 0.0)).show(
            ui,
            |ui| {
                self.views.top_bar.ui(ui, &plan, &self.screen, state, commands);
            },
        );
        banner_ui(ui, &plan, commands);
        if self.screen.scenario(&plan).is_none() {
            no_scenario_ui(ui, commands);
            return;
        }
        // What is drawn later comes later under the Tab key: the date bar at the bottom of the board last.
        let room = ui.available_rect_before_wrap();
        let bar = if self.screen.view == View::Board { size::DATE_BAR_HEIGHT } else { 0.0 };
        let (above, below) = room.split_top_bottom_at_y(room.bottom() - bar);
        let ui_above = &mut ui.new_child(UiBuilder::new().max_rect(above).id_salt("above"));
        self.views_ui(ui_above, &plan, panel(0.0, 0.0), commands);
        if bar > 0.0 {
            let ui_below = &mut ui.new_child(UiBuilder::new().max_rect(below).id_salt("below"));
            self.date_bar_ui(ui_below, &plan, commands);
        }
        branch::ghost_ui(ui, &plan);
        self.asking_ui(ui, &plan, commands);
        self.settings_ui(&ui.ctx().clone(), &plan, commands);
        self.views.chooser.ui(&ui.ctx().clone(), &plan, commands);
        self.import_ui(&ui.ctx().clone(), &plan, commands);
    }

    /// The list of views, and the shown one.
    fn views_ui(&mut self, ui: &mut Ui, plan: &Plan, frame: Frame, commands: &mut Vec<Command>) {
        let list = Panel::left("navigation").exact_size(size::NAVIGATION_WIDTH).resizable(false);
        list.frame(frame).show(ui, |ui| navigation_ui(ui, &self.screen, commands));
        match self.screen.view {
            View::Board => self.board_ui(ui, plan, commands),
            View::Timeline => self.timeline_ui(ui, plan, commands),
            View::Targets | View::Squad | View::Compare | View::Money => self.scene_ui(ui, plan, commands),
            View::Calendar => page(ui, |ui| self.views.calendar.ui(ui, plan, commands)),
            View::Assumptions => page(ui, |ui| self.views.assumptions.ui(ui, plan, commands)),
        }
    }

    /// How the table of targets is laid out, to be remembered.
    #[must_use]
    pub fn table_settings(&self) -> crate::store::TableSettings {
        self.views.targets.table_settings()
    }

    /// How the table of targets is laid out until somebody changes it.
    #[must_use]
    pub fn usual_table() -> crate::store::TableSettings {
        TargetsView::default().table_settings()
    }

    /// Lays the table of targets out as it is remembered.
    pub fn lay_out_table(&mut self, settings: &crate::store::TableSettings) {
        self.views.targets.lay_out(settings);
    }

    /// The table of targets, for what looks at it from outside.
    pub fn targets_mut(&mut self) -> &mut TargetsView {
        &mut self.views.targets
    }

    fn date_bar_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let frame = Frame::new().fill(theme::palette(ui).surface);
        let Some(scenario) = self.screen.scenario(plan) else { return };
        let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
        Panel::bottom("date bar").exact_size(size::DATE_BAR_HEIGHT).frame(frame).show(ui, |ui| {
            self.views.date_bar.ui(ui, scene, commands);
        });
    }

    /// The views that read the shown scenario and have the whole room to themselves.
    fn scene_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let inspecting = match self.screen.view {
            View::Targets => self.views.targets.is_inspecting(),
            View::Squad => self.views.squad.is_inspecting(),
            _ => false,
        };
        let (mut main, mut side) = beside(ui, if inspecting { inspector_width(ui) } else { 0.0 });
        let Self { screen, views, .. } = self;
        let Views { derived, targets, squad, compare, money, .. } = views;
        let Some(scenario) = screen.scenario(plan) else { return };
        let scene = Scene { plan, scenario, screen, derived };

        page(&mut main, |ui| match screen.view {
            View::Targets => targets.ui(ui, scene, commands),
            View::Squad => squad.ui(ui, scene, commands),
            View::Compare => compare.ui(ui, scene, commands),
            View::Money => money.ui(ui, scene, commands),
            _ => {}
        });
        if inspecting {
            self.inspector_ui(&mut side, plan, commands);
        }
    }

    /// The inspector at the right edge.
    fn inspector_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let facts = self.views.derived.facts(plan, &self.screen);
        let bare = Frame::new().fill(theme::palette(ui).surface);
        Panel::right("inspector").exact_size(inspector_width(ui)).resizable(false).frame(bare).show(
            ui,
            |ui| {
                self.views.inspector.ui(ui, plan, &self.screen, &facts, commands);
            },
        );
    }

    fn timeline_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let frame = Frame::new().fill(theme::palette(ui).bg).inner_margin(Margin::same(size::GAP_L as i8));
        let Some(scenario) = self.screen.scenario(plan) else { return };
        let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
        egui::CentralPanel::no_frame().frame(frame).show(ui, |ui| {
            self.views.timeline.ui(ui, scene, commands);
        });
    }

    fn board_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let palette = theme::palette(ui);
        let Some(scenario) = self.screen.scenario(plan) else { return };
        let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
        let window = ui.ctx().content_rect().width();
        let narrow = window < NARROW;
        // A small window shows the shelf until somebody is opened in its place.
        let one_side = window < size::ONE_SIDE;
        let (shelf, inspector) =
            (!one_side || self.screen.selected.is_none(), !one_side || self.screen.selected.is_some());
        let frame = Frame::new().fill(palette.surface).inner_margin(Margin::same(size::GAP_M as i8));
        if shelf {
            let width = by_room(ui, size::SHELF_WIDTH, NARROW_SHELF);
            Panel::left("shelf").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
                self.views.board.shelf_ui(ui, scene, commands);
            });
        }
        let (mut main, mut side) = beside(ui, if inspector { inspector_width(ui) } else { 0.0 });
        let margin = if narrow { size::GAP_M } else { size::GAP_XL };
        let frame = Frame::new().fill(palette.bg).inner_margin(Margin {
            left: margin as i8,
            right: margin as i8,
            top: size::GAP_M as i8,
            bottom: size::GAP_M as i8,
        });
        egui::CentralPanel::no_frame().frame(frame).show(&mut main, |ui| {
            let below = cover_height(ui.available_size()) + size::GAP_M;
            self.views.board.chart_ui(ui, scene, below, commands);
            self.views.board.cover_ui(ui, scene, below - size::GAP_M, commands);
        });
        if inspector {
            self.inspector_ui(&mut side, plan, commands);
        }
    }

    /// Commits what is still being typed, so that a save holds it.
    pub fn flush(&mut self) {
        let mut commands = Vec::new();
        self.views.inspector.flush(self.session.plan(), &mut commands);
        for command in commands {
            // A refusal has been said where it was typed.
            let _said = self.act(command);
        }
    }
}

/// Room for a view, and for what stands at its right but is drawn, and gets the keyboard, after it.
fn beside(ui: &mut Ui, width: f32) -> (Ui, Ui) {
    let room = ui.available_rect_before_wrap();
    let (left, right) = room.split_left_right_at_x(room.right() - width);
    let mut child = |rect, salt| ui.new_child(UiBuilder::new().max_rect(rect).id_salt(salt));
    (child(left, "view"), child(right, "beside"))
}

fn inspector_width(ui: &Ui) -> f32 {
    by_room(ui, size::INSPECTOR_WIDTH, NARROW_INSPECTOR)
}

/// The width of a panel in a window of this size: usual, narrow or small.
fn by_room(ui: &Ui, usual: f32, (narrow, small): (f32, f32)) -> f32 {
    match ui.ctx().content_rect().width() {
        width if width < SMALL => small,
        width if width < NARROW => narrow,
        _ => usual,
    }
}

/// A view that has the whole room to itself.
fn page(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let margin = Margin::symmetric(size::GAP_XL as i8, size::GAP_M as i8);
    let frame = Frame::new().fill(theme::palette(ui).bg).inner_margin(margin);
    egui::CentralPanel::no_frame().frame(frame).show(ui, content);
}

/// A file may hold a plan without a scenario: there is nothing to show, but something to do.
fn no_scenario_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    page(ui, |ui| {
        let words = "This plan has no scenario: a scenario holds the charts and the moves.";
        let add = empty_state(ui, Action::AddScenario.icon(), words, Some(Action::AddScenario.text()));
        if add.is_some_and(|add| add.clicked()) {
            commands.push(Command::Do(Action::AddScenario));
        }
    });
}
