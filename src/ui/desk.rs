//! The window's content: draws the views, collects what they ask for, and carries it out between frames.

use egui::{Frame, Margin, Panel, Ui, UiBuilder};

use crate::edit::branch::{fresh_colour, fresh_scenario_id as fresh_id, fresh_scenario_name as fresh_name};
use crate::edit::{Edit, Session, propose_charts};
use crate::model::{Plan, Player, PlayerId, PlayerKind, Scenario, ScenarioId};

use super::assumptions::AssumptionsView;
use super::board::{Answer, Ask, Board, Scene, cover_height};
use super::branch::{self, ImportDialog, Imported};
use super::calendar::CalendarView;
use super::command::{Action, Command};
use super::compare::CompareView;
use super::conflicts::{Chooser, banner_ui};
use super::date_bar::DateBar;
use super::derived::Derived;
use super::form::Settled;
use super::inspector::{Inspector, NEW_PLAYER_NAME};
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

    /// Asks which scenarios of another plan are wanted.
    pub fn import_scenarios(&mut self, other: Plan, path: &std::path::Path) {
        let file = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        self.views.import = Some(ImportDialog::new(other, file));
    }

    fn import_ui(&mut self, ctx: &egui::Context, plan: &Plan, commands: &mut Vec<Command>) {
        let version = self.views.derived.version();
        let Some(import) = &mut self.views.import else { return };
        match import.ui(ctx, plan, version) {
            Imported::Open => return,
            Imported::Left => {}
            Imported::Done(edit) => {
                let done = sentence(&edit.label(plan));
                commands.extend([Command::Edit(*edit), Command::Say(done)]);
            }
        }
        self.views.import = None;
    }

    /// The question how targets come, while it is open.
    fn asking_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) {
        let Some(ask) = &mut self.views.asking else { return };
        let answer = plan.scenario(ask.scenario()).map_or(Answer::Cancelled, |scenario| {
            let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
            ask.ui(ui, scene)
        });
        match answer {
            Answer::Waiting => return,
            Answer::Cancelled => {}
            Answer::Confirmed(edit, _, _) => commands.push(Command::Edit(*edit)),
        }
        self.views.asking = None;
    }

    fn ask_moves(&mut self, scenario: &ScenarioId, players: &[PlayerId], anchor: egui::Rect) {
        let plan = self.session.plan();
        let Some(scenario) = plan.scenario(scenario) else { return };
        let scene = Scene { plan, scenario, screen: &self.screen, derived: &self.views.derived };
        self.views.asking = Ask::moves(scene, players, anchor);
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

    fn settings_ui(&mut self, ctx: &egui::Context, plan: &Plan, commands: &mut Vec<Command>) {
        let Some(settings) = &mut self.views.settings else { return };
        match settings.ui(ctx, plan) {
            Settled::Open => return,
            Settled::Left => {}
            Settled::Applied(edit) => commands.extend((*edit).map(Command::Edit)),
        }
        self.views.settings = None;
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

    /// A question is open: keys belong to it.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.views.board.is_asking()
            || self.views.asking.is_some()
            || self.views.settings.is_some()
            || self.views.import.is_some()
            || self.views.calendar.is_asking()
            || self.views.squad.is_asking()
            || self.views.chooser.is_open()
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

    /// Carries a command out; returns what is left for others to do.
    pub fn act(&mut self, command: Command) -> Option<Errand> {
        match command {
            Command::Edit(edit) => return self.edit(&edit),
            Command::Show(view) => self.screen.view = view,
            Command::ShowScenario(id) => self.screen.scenario = id,
            Command::ShowUnit(id) => {
                self.screen.unit = id;
                self.screen.whole_pitch = false;
            }
            Command::ShowWholePitch(whole) => self.screen.whole_pitch = whole,
            Command::ShowDate(day) => self.screen.date = day,
            Command::ShowComparison(choice) => self.screen.compare = choice,
            Command::Select(player) => self.screen.selected = player,
            Command::Reveal(spot) => self.views.inspector.reveal(spot),
            Command::AskMoves { scenario, players, anchor } => self.ask_moves(&scenario, &players, anchor),
            Command::File(file) => return Some(Errand::File(file)),
            Command::Do(action) => return self.do_action(action),
            Command::Say(words) => return Some(Errand::Say(words)),
        }
        self.screen.settle(self.session.plan());
        None
    }

    fn edit(&mut self, edit: &Edit) -> Option<Errand> {
        let gone =
            Some(self.session.plan()).filter(|plan| edit.takes_away(plan)).map(|plan| edit.label(plan));
        let refused = self.session.apply(edit).err();
        self.screen.settle(self.session.plan());
        let refused = refused.map(|error| Errand::Say(sentence(&error.to_string())));
        refused.or_else(|| Some(Errand::Say(format!("Done: {}.", gone?))))
    }

    fn do_action(&mut self, action: Action) -> Option<Errand> {
        use super::command::FileCommand;
        if let Some(file) = action.file_command() {
            return Some(Errand::File(file));
        }
        let plan = self.session.plan().clone();
        match action {
            Action::Undo => {
                let undone = self.session.undo();
                self.screen.show_back(&plan, self.session.plan());
                return undone.map(|label| Errand::Say(format!("Undone: {label}.")));
            }
            Action::Redo => {
                let redone = self.session.redo();
                self.screen.show_back(&plan, self.session.plan());
                return redone.map(|label| Errand::Say(format!("Done again: {label}.")));
            }
            Action::ResolveConflicts => {
                if plan.conflicts.is_empty() {
                    return Some(Errand::Say("There is no conflict in this plan.".to_owned()));
                }
                self.views.chooser.open();
            }
            Action::PlanSettings => self.views.settings = Some(PlanSettings::new(&plan)),
            Action::Board => self.screen.view = View::Board,
            Action::Timeline => self.screen.view = View::Timeline,
            Action::Targets => self.screen.view = View::Targets,
            Action::Squad => self.screen.view = View::Squad,
            Action::Compare => self.screen.view = View::Compare,
            Action::Money => self.screen.view = View::Money,
            Action::Calendar => self.screen.view = View::Calendar,
            Action::Assumptions => self.screen.view = View::Assumptions,
            Action::Find if self.screen.view == View::Targets => self.views.targets.begin_to_look(),
            Action::Find if self.screen.view == View::Assumptions => self.views.assumptions.begin_to_look(),
            Action::Find => return Some(Errand::Do(Action::Palette)),
            Action::WholePitch => self.screen.whole_pitch = !self.screen.whole_pitch,
            Action::NextScenario => self.step_scenario(&plan, 1),
            Action::PreviousScenario => self.step_scenario(&plan, -1),
            Action::AddScenario => return self.add_scenario(&plan),
            Action::DuplicateScenario => return self.duplicate_scenario(&plan),
            Action::SaveScenario => {
                let alone = crate::edit::branch::alone(&plan, &self.screen.scenario)?;
                return Some(Errand::File(FileCommand::SaveCopy(alone.into())));
            }
            Action::DeleteScenario => return self.edit(&Edit::RemoveScenario(self.screen.scenario.clone())),
            Action::MakeBaseline => return self.edit(&Edit::SetBaseline(self.screen.scenario.clone())),
            Action::AddPlayer => return self.add_player(&plan, PlayerKind::Squad),
            Action::AddTarget => return self.add_player(&plan, PlayerKind::Target),
            Action::ProposeCharts => return self.propose_charts(&plan),
            Action::ShowAsOf => self.screen.date = plan.as_of,
            Action::NextDay => self.step_date(1),
            Action::PreviousDay => self.step_date(-1),
            Action::NextWeek => self.step_date(7),
            Action::PreviousWeek => self.step_date(-7),
            _ => return Some(Errand::Do(action)),
        }
        None
    }

    fn propose_charts(&mut self, plan: &Plan) -> Option<Errand> {
        let Some(edit) = propose_charts(plan, &self.screen.scenario) else {
            let words =
                "There is nothing to propose: no empty place fits the positions of anybody in the squad.";
            return Some(Errand::Say(words.to_owned()));
        };
        self.edit(&edit)
            .or_else(|| Some(Errand::Say("Empty places are filled by position, foot and age.".to_owned())))
    }

    fn step_scenario(&mut self, plan: &Plan, step: isize) {
        let count = plan.scenarios.len().cast_signed();
        let at = plan.scenarios.iter().position(|scenario| scenario.id == self.screen.scenario);
        let next = (at.unwrap_or(0).cast_signed() + step).rem_euclid(count.max(1));
        if let Some(scenario) = plan.scenarios.get(next.unsigned_abs()) {
            self.screen.scenario = scenario.id.clone();
        }
    }

    fn step_date(&mut self, days: i64) {
        self.screen.date = self.screen.date.saturating_add(jiff::Span::new().days(days));
    }

    /// A new scenario begins with the charts of the shown one, without its moves and those they would bring.
    fn add_scenario(&mut self, plan: &Plan) -> Option<Errand> {
        let shown = self.screen.scenario(plan);
        let first = || plan.formations.first().map(|formation| formation.id.clone());
        let formation = shown.map(|shown| shown.formation.clone()).or_else(first)?;
        let name = fresh_name(plan, "New scenario");
        let mut scenario = Scenario::new(fresh_id(plan, &name), name, formation);
        scenario.colour = fresh_colour(plan);
        scenario.charts = shown.map(|shown| shown.charts.clone()).unwrap_or_default();
        for chart in scenario.charts.values_mut() {
            chart.retain(|id| plan.player(id).is_some_and(|player| !player.is_target()));
        }
        scenario.charts.retain(|_, chart| !chart.is_empty());
        self.put_scenario(plan, scenario, "add a scenario")
    }

    fn duplicate_scenario(&mut self, plan: &Plan) -> Option<Errand> {
        let mut scenario = self.screen.scenario(plan)?.clone();
        scenario.name = fresh_name(plan, &format!("{} copy", scenario.name));
        scenario.id = fresh_id(plan, &scenario.name);
        scenario.colour = fresh_colour(plan);
        self.put_scenario(plan, scenario, "duplicate a scenario")
    }

    fn put_scenario(&mut self, plan: &Plan, scenario: Scenario, label: &str) -> Option<Errand> {
        let at =
            plan.scenarios.iter().position(|known| known.id == self.screen.scenario).map_or(0, |at| at + 1);
        let id = scenario.id.clone();
        self.views.top_bar.rename(&scenario);
        let edit = Edit::AddScenario { scenario: Box::new(scenario), at };
        let errand = self.edit(&Edit::Together { label: label.to_owned(), edits: vec![edit] });
        self.screen.scenario = id;
        errand
    }

    fn add_player(&mut self, plan: &Plan, kind: PlayerKind) -> Option<Errand> {
        let name = NEW_PLAYER_NAME;
        let id = PlayerId::new_for(name, |taken| plan.players.iter().any(|player| player.id == *taken));
        let mut player = Player::new(id.clone(), name, kind);
        let slots = self.screen.scenario(plan).map(|scenario| plan.slots_of(scenario, &self.screen.unit));
        player.positions.extend(slots.and_then(|slots| slots.first().map(|slot| slot.position)));
        let errand = self.edit(&Edit::PutPlayer { player: player.into(), what: String::new() });
        self.screen.selected = Some(id);
        errand
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

/// With a capital at the start and a full stop at the end.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).chain(['.']).collect()
}
