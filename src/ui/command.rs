//! Everything a user can ask for: one list that menus, keys and the palette read.
//!
//! Views never change anything themselves. They push a [`Command`]; the app carries it out between frames.

pub mod dialog_keys;
mod export;
pub mod table_keys;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::edit::Edit;
use crate::model::{Date, Plan, PlayerId, ScenarioId, UnitId};

use super::compare::Choice;
use super::screen::View;
use super::theme::icons;

pub use export::{Export, ExportKind};

/// What a view asks the app to do.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a handful live for one frame; a box would be in every view's way"
)]
pub enum Command {
    /// Change the plan, as one step.
    Edit(Edit),
    /// Go to a view.
    Show(View),
    /// Go to a scenario.
    ShowScenario(ScenarioId),
    /// Go to a unit on the board.
    ShowUnit(UnitId),
    /// Show the whole pitch on the board, or a unit.
    ShowWholePitch(bool),
    /// Show everything as of this day.
    ShowDate(Date),
    /// Compare these scenarios over these days.
    ShowComparison(Choice),
    /// Open a player in the inspector, or close it.
    Select(Option<PlayerId>),
    /// Ask how these targets come in a scenario, beside `anchor`.
    AskMoves {
        /// Whose future.
        scenario: ScenarioId,
        /// Who; whoever is no target is left out.
        players: Vec<PlayerId>,
        /// What the question stands beside.
        anchor: egui::Rect,
    },
    /// Something with files.
    File(FileCommand),
    /// Something with a key or a menu line of its own.
    Do(Action),
    /// Tell the user something in the status line.
    Say(String),
}

/// What a view asks of the files.
#[derive(Clone, Debug, PartialEq)]
pub enum FileCommand {
    /// Set up a new plan.
    New,
    /// Begin this plan, and do this to it in steps that can be undone.
    Create(Box<Plan>, Vec<Edit>),
    /// Ask for a file for this.
    Browse(Wanted),
    /// Ask for a file and open it.
    Open,
    /// Open this file.
    OpenPath(PathBuf),
    /// Open a sample plan, by its place in `store::SAMPLES`.
    OpenSample(usize),
    /// Save, asking for a place if there is none.
    Save,
    /// Ask for a place and save there.
    SaveAs,
    /// Ask for a plan and take scenarios out of it.
    ImportScenario,
    /// Ask for a place and write this plan there; the open one stays as it is.
    SaveCopy(Arc<Plan>),
    /// Ask for a place and write this there.
    Export(Export),
    /// Ask for another version of the open plan and merge it in.
    Merge,
    /// Close the plan and go to the start screen.
    Close,
    /// Leave the program.
    Quit,
    /// See whether another window has let go of the plan's file.
    AskAgain,
    /// Show the versions of the open plan that were saved before.
    EarlierVersions,
    /// Ask about unsaved work that was left behind.
    Recover,
    /// Take a file out of the recent ones.
    Forget(PathBuf),
}

/// What a file is chosen for, besides opening a plan.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wanted {
    /// Players, or injuries of players.
    Players,
    /// A season of fixtures.
    Fixtures,
    /// The folder where plans are kept.
    PlansFolder,
}

/// A command with words, and perhaps a key.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Action {
    /// Set up a new plan.
    NewPlan,
    /// Open a plan.
    OpenPlan,
    /// Save the plan.
    Save,
    /// Save the plan elsewhere.
    SaveAs,
    /// Go back to a version that was saved before.
    EarlierVersions,
    /// Decide about unsaved work that was left behind.
    Recover,
    /// Close the plan.
    ClosePlan,
    /// Leave the program.
    Quit,
    /// Undo the last step.
    Undo,
    /// Do it again.
    Redo,
    /// Change what the plan is about: name, club, day, money, depth.
    PlanSettings,
    /// Take over what another version of the plan has changed.
    MergePlan,
    /// Choose between the two versions of what a merge left open.
    ResolveConflicts,
    /// Open the command palette.
    Palette,
    /// Go to the board.
    Board,
    /// Go to the timeline.
    Timeline,
    /// Go to the targets.
    Targets,
    /// Go to the squad.
    Squad,
    /// Go to the comparison.
    Compare,
    /// Go to the money.
    Money,
    /// Go to the calendar.
    Calendar,
    /// Go to the assumptions.
    Assumptions,
    /// Show the whole pitch, or the unit again.
    WholePitch,
    /// Go to the next scenario.
    NextScenario,
    /// Go to the scenario before.
    PreviousScenario,
    /// Add an empty scenario.
    AddScenario,
    /// Copy the shown scenario.
    DuplicateScenario,
    /// Bring scenarios of another plan in.
    ImportScenario,
    /// Save the shown scenario as a plan of its own.
    SaveScenario,
    /// Delete the shown scenario.
    DeleteScenario,
    /// Compare the others with the shown scenario.
    MakeBaseline,
    /// Add a player to the squad.
    AddPlayer,
    /// Add a target.
    AddTarget,
    /// Bring players in from a file or the clipboard.
    ImportPlayers,
    /// Fill the empty places of the shown scenario.
    ProposeCharts,
    /// Show the as-of date.
    ShowAsOf,
    /// Show a day later.
    NextDay,
    /// Show a day earlier.
    PreviousDay,
    /// Show a week later.
    NextWeek,
    /// Show a week earlier.
    PreviousWeek,
    /// Write a picture of the view to a file.
    ExportPicture,
    /// Copy a picture of the view.
    CopyPicture,
    /// Write a card of the depth chart to a file, wide.
    ExportBoardCard,
    /// Write a card of the depth chart to a file, square.
    ExportBoardSquare,
    /// Copy a card of the depth chart.
    CopyBoardCard,
    /// Copy the depth chart as plain text.
    CopyBoardText,
    /// Copy the depth chart as Markdown.
    CopyBoardMarkdown,
    /// Light instead of dark, or dark instead of light.
    SwitchTheme,
    /// How the program looks and moves on this machine.
    Preferences,
    /// Show every key there is.
    Keys,
}

impl Action {
    /// Every action, in the order of menus and palette.
    ///
    /// Keys are tried in this order: the longer of two that begin alike stands first (Redo before Undo).
    pub const ALL: [Self; 50] = [
        Self::NewPlan,
        Self::OpenPlan,
        Self::SaveAs,
        Self::Save,
        Self::EarlierVersions,
        Self::Recover,
        Self::ClosePlan,
        Self::Quit,
        Self::Redo,
        Self::Undo,
        Self::PlanSettings,
        Self::MergePlan,
        Self::ResolveConflicts,
        Self::Palette,
        Self::Board,
        Self::Timeline,
        Self::Targets,
        Self::Squad,
        Self::Compare,
        Self::Money,
        Self::Calendar,
        Self::Assumptions,
        Self::WholePitch,
        Self::PreviousScenario,
        Self::NextScenario,
        Self::AddScenario,
        Self::DuplicateScenario,
        Self::ImportScenario,
        Self::SaveScenario,
        Self::DeleteScenario,
        Self::MakeBaseline,
        Self::AddPlayer,
        Self::AddTarget,
        Self::ImportPlayers,
        Self::ProposeCharts,
        Self::ShowAsOf,
        Self::NextDay,
        Self::PreviousDay,
        Self::NextWeek,
        Self::PreviousWeek,
        Self::ExportPicture,
        Self::CopyPicture,
        Self::ExportBoardCard,
        Self::ExportBoardSquare,
        Self::CopyBoardCard,
        Self::CopyBoardText,
        Self::CopyBoardMarkdown,
        Self::SwitchTheme,
        Self::Preferences,
        Self::Keys,
    ];

    /// As it stands in a menu.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::NewPlan => "New plan",
            Self::OpenPlan => "Open\u{2026}",
            Self::Save => "Save",
            Self::SaveAs => "Save as\u{2026}",
            Self::EarlierVersions => "Earlier versions\u{2026}",
            Self::Recover => "Unsaved work\u{2026}",
            Self::ClosePlan => "Close plan",
            Self::Quit => "Quit",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::PlanSettings => "Plan settings\u{2026}",
            Self::MergePlan => "Merge with another version\u{2026}",
            Self::ResolveConflicts => "Resolve conflicts",
            Self::Palette => "Search or run a command",
            Self::Board => "Go to the board",
            Self::Timeline => "Go to the timeline",
            Self::Targets => "Go to the targets",
            Self::Squad => "Go to the squad",
            Self::Compare => "Go to the comparison",
            Self::Money => "Go to the money",
            Self::Calendar => "Go to the calendar",
            Self::Assumptions => "Go to the assumptions",
            Self::WholePitch => "Whole pitch or unit",
            Self::NextScenario => "Next scenario",
            Self::PreviousScenario => "Previous scenario",
            Self::AddScenario => "New scenario",
            Self::DuplicateScenario => "Duplicate scenario",
            Self::ImportScenario => "Import scenarios of another plan\u{2026}",
            Self::SaveScenario => "Save this scenario as a plan of its own\u{2026}",
            Self::DeleteScenario => "Delete scenario",
            Self::MakeBaseline => "Make this scenario the baseline",
            Self::AddPlayer => "Add a squad player",
            Self::AddTarget => "Add a target",
            Self::ImportPlayers => "Import players\u{2026}",
            Self::ProposeCharts => "Propose charts",
            Self::ShowAsOf => "Show the as-of date",
            Self::NextDay => "A day later",
            Self::PreviousDay => "A day earlier",
            Self::NextWeek => "A week later",
            Self::PreviousWeek => "A week earlier",
            Self::ExportPicture => "Picture of this view\u{2026}",
            Self::CopyPicture => "Copy picture",
            Self::ExportBoardCard => "Card of the board\u{2026}",
            Self::ExportBoardSquare => "Square card of the board\u{2026}",
            Self::CopyBoardCard => "Copy card",
            Self::CopyBoardText => "Copy chart as text",
            Self::CopyBoardMarkdown => "Copy chart as Markdown",
            Self::SwitchTheme => "Light or dark",
            Self::Preferences => "Preferences\u{2026}",
            Self::Keys => "Keys",
        }
    }

    /// Its icon.
    #[must_use]
    pub fn icon(self) -> &'static str {
        match self {
            Self::NewPlan => icons::FILE_NEW,
            Self::OpenPlan => icons::FOLDER_OPEN,
            Self::Save | Self::SaveAs => icons::SAVE,
            Self::EarlierVersions | Self::Recover => icons::HISTORY,
            Self::ClosePlan | Self::Quit => icons::CLOSE,
            Self::Undo => icons::UNDO,
            Self::Redo => icons::REDO,
            Self::PlanSettings | Self::Preferences => icons::SETTINGS,
            Self::MergePlan => icons::JOIN,
            Self::ResolveConflicts => icons::COLUMNS,
            Self::Palette => icons::SEARCH,
            Self::Board => icons::BOARD,
            Self::Timeline => icons::TIMELINE,
            Self::Targets => icons::TARGET,
            Self::Squad => icons::USERS,
            Self::Compare => icons::COMPARE,
            Self::Money => icons::MONEY,
            Self::Calendar => icons::CALENDAR,
            Self::Assumptions => icons::SLIDERS,
            Self::WholePitch => icons::PITCH,
            Self::NextScenario | Self::PreviousScenario => icons::SCENARIO,
            Self::AddScenario => icons::ADD,
            Self::DuplicateScenario
            | Self::CopyPicture
            | Self::CopyBoardCard
            | Self::CopyBoardText
            | Self::CopyBoardMarkdown => icons::COPY,
            Self::ImportScenario | Self::ImportPlayers => icons::IMPORT,
            Self::SaveScenario => icons::DOWNLOAD,
            Self::DeleteScenario => icons::TRASH,
            Self::MakeBaseline => icons::FLAG,
            Self::AddPlayer | Self::AddTarget => icons::USER_ADD,
            Self::ShowAsOf | Self::NextDay | Self::PreviousDay | Self::NextWeek | Self::PreviousWeek => {
                icons::CALENDAR
            }
            Self::ProposeCharts => icons::LIGHTBULB,
            Self::ExportPicture | Self::ExportBoardCard | Self::ExportBoardSquare => icons::IMAGE,
            Self::SwitchTheme => icons::SUN,
            Self::Keys => icons::KEYBOARD,
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::NewPlan => (Modifiers::COMMAND, Key::N),
            Self::OpenPlan => (Modifiers::COMMAND, Key::O),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (Modifiers::COMMAND | Modifiers::SHIFT, Key::S),
            Self::ClosePlan => (Modifiers::COMMAND, Key::W),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::Undo => (Modifiers::COMMAND, Key::Z),
            Self::Redo => (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
            Self::PlanSettings => (Modifiers::COMMAND, Key::Comma),
            Self::Palette => (Modifiers::COMMAND, Key::K),
            Self::Board => (Modifiers::COMMAND, Key::Num1),
            Self::Timeline => (Modifiers::COMMAND, Key::Num2),
            Self::Targets => (Modifiers::COMMAND, Key::Num3),
            Self::Squad => (Modifiers::COMMAND, Key::Num4),
            Self::Compare => (Modifiers::COMMAND, Key::Num5),
            Self::Money => (Modifiers::COMMAND, Key::Num6),
            Self::Calendar => (Modifiers::COMMAND, Key::Num7),
            Self::Assumptions => (Modifiers::COMMAND, Key::Num8),
            Self::WholePitch => (Modifiers::COMMAND, Key::P),
            Self::NextScenario => (Modifiers::CTRL, Key::Tab),
            Self::PreviousScenario => (Modifiers::CTRL | Modifiers::SHIFT, Key::Tab),
            Self::DuplicateScenario => (Modifiers::COMMAND, Key::D),
            Self::ImportPlayers => (Modifiers::COMMAND, Key::I),
            Self::ShowAsOf => (Modifiers::COMMAND, Key::Num0),
            Self::NextDay => (Modifiers::COMMAND, Key::ArrowRight),
            Self::PreviousDay => (Modifiers::COMMAND, Key::ArrowLeft),
            Self::NextWeek => (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowRight),
            Self::PreviousWeek => (Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowLeft),
            Self::ExportPicture => (Modifiers::COMMAND, Key::E),
            Self::CopyPicture => (Modifiers::COMMAND | Modifiers::SHIFT, Key::C),
            Self::Keys => (Modifiers::NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// A second set of keys that some people expect.
    #[must_use]
    pub fn other_shortcut(self) -> Option<KeyboardShortcut> {
        match self {
            Self::Redo => Some(KeyboardShortcut::new(Modifiers::COMMAND, Key::Y)),
            _ => None,
        }
    }

    /// These keys belong to a text field that has the focus.
    #[must_use]
    pub fn yields_to_text(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::NextDay
                | Self::PreviousDay
                | Self::NextWeek
                | Self::PreviousWeek
                | Self::CopyPicture
        )
    }
}

impl View {
    /// What goes to the view.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Board => Action::Board,
            Self::Timeline => Action::Timeline,
            Self::Targets => Action::Targets,
            Self::Squad => Action::Squad,
            Self::Compare => Action::Compare,
            Self::Money => Action::Money,
            Self::Calendar => Action::Calendar,
            Self::Assumptions => Action::Assumptions,
        }
    }
}

/// Keys of a focused card.
pub mod card_keys {
    use super::{Key, KeyboardShortcut, Modifiers};

    /// One rank up.
    pub const UP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp);
    /// One rank down.
    pub const DOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown);
    /// To the slot on the left.
    pub const LEFT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft);
    /// To the slot on the right.
    pub const RIGHT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight);
    /// Back to the shelf.
    pub const SHELVE: [KeyboardShortcut; 2] = [
        KeyboardShortcut::new(Modifiers::NONE, Key::Delete),
        KeyboardShortcut::new(Modifiers::NONE, Key::Backspace),
    ];
    /// Open him in the inspector.
    pub const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
    /// The menu of the card.
    pub const MENU: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F10);
    /// The next card.
    pub const NEXT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowDown);
    /// The card before.
    pub const PREVIOUS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowUp);

    /// What each does, for the page of keys.
    pub const WORDS: [(&[KeyboardShortcut], &str); 6] = [
        (&[UP, DOWN], "One rank up, down"),
        (&[LEFT, RIGHT], "To the slot on the left, right"),
        (&SHELVE, "Back to the shelf"),
        (&[OPEN], "Open him in the inspector"),
        (&[MENU], "Menu: move to\u{2026}"),
        (&[NEXT, PREVIOUS], "The next card, the one before"),
    ];
}

/// Keys of the shown date, on the date bar and the timeline.
pub mod time_keys {
    use super::{Key, KeyboardShortcut, Modifiers};

    /// A week, a day or a month later; the longer of two that begin alike stands first.
    pub const LATER: [(KeyboardShortcut, TimeStep); 3] = [
        (KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowRight), TimeStep::Week),
        (KeyboardShortcut::new(Modifiers::NONE, Key::ArrowRight), TimeStep::Day),
        (KeyboardShortcut::new(Modifiers::NONE, Key::PageDown), TimeStep::Month),
    ];
    /// The same, earlier.
    pub const EARLIER: [(KeyboardShortcut, TimeStep); 3] = [
        (KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowLeft), TimeStep::Week),
        (KeyboardShortcut::new(Modifiers::NONE, Key::ArrowLeft), TimeStep::Day),
        (KeyboardShortcut::new(Modifiers::NONE, Key::PageUp), TimeStep::Month),
    ];
    /// Back to the as-of date.
    pub const AS_OF: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Home);
    /// Type the date.
    pub const TYPE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
    /// The next row of the timeline.
    pub const NEXT_ROW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowDown);
    /// The row before.
    pub const PREVIOUS_ROW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowUp);
    /// Open the player of a row.
    pub const OPEN_ROW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);

    /// What each does, for the page of keys.
    pub const WORDS: [(&[KeyboardShortcut], &str); 6] = [
        (
            &[
                KeyboardShortcut::new(Modifiers::NONE, Key::ArrowLeft),
                KeyboardShortcut::new(Modifiers::NONE, Key::ArrowRight),
            ],
            "A day earlier, later",
        ),
        (
            &[
                KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowLeft),
                KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowRight),
            ],
            "A week earlier, later",
        ),
        (
            &[
                KeyboardShortcut::new(Modifiers::NONE, Key::PageUp),
                KeyboardShortcut::new(Modifiers::NONE, Key::PageDown),
            ],
            "A month earlier, later",
        ),
        (&[AS_OF], "The as-of date"),
        (&[TYPE], "Type the date, or open the row's player"),
        (&[PREVIOUS_ROW, NEXT_ROW], "The row before, the next"),
    ];

    /// How far a key moves the shown date.
    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    pub enum TimeStep {
        /// One day.
        Day,
        /// Seven days.
        Week,
        /// One month.
        Month,
    }
}
