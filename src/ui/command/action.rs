//! The actions: what has words, an icon and perhaps a key of its own. Menus, palette, keys and F1 all read this list.

use crate::ui::screen::View;
use crate::ui::theme::icons;

/// Defines [`Action`] from the one list, group by group: what it does, its words in a menu, its icon.
macro_rules! actions {
    ($($group:ident { $($(#[$doc:meta])+ $name:ident: $text:literal, $icon:ident;)+ })+) => {
        /// A command with words, and perhaps a key.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub enum Action {
            $($($(#[$doc])+ $name,)+)+
        }

        impl Action {
            /// Every action, in the order of menus and palette.
            pub const ALL: [Self; [$($(Self::$name),+),+].len()] = [$($(Self::$name),+),+];

            /// As it stands in a menu.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self {
                    $($(Self::$name => $text,)+)+
                }
            }

            /// Its icon.
            #[must_use]
            pub fn icon(self) -> &'static str {
                match self {
                    $($(Self::$name => icons::$icon,)+)+
                }
            }

            /// What it belongs to.
            #[must_use]
            pub fn group(self) -> Group {
                match self {
                    $($(Self::$name)|+ => Group::$group,)+
                }
            }
        }
    };
}

actions! {
    File {
        /// Set up a new plan.
        NewPlan: "New plan", FILE_NEW;
        /// Open a plan.
        OpenPlan: "Open\u{2026}", FOLDER_OPEN;
        /// Save the plan.
        Save: "Save", SAVE;
        /// Save the plan elsewhere.
        SaveAs: "Save as\u{2026}", SAVE;
        /// Go back to a version that was saved before.
        EarlierVersions: "Earlier versions\u{2026}", HISTORY;
        /// Decide about unsaved work that was left behind.
        Recover: "Unsaved work\u{2026}", HISTORY;
        /// Close the plan.
        ClosePlan: "Close plan", CLOSE;
    }
    History {
        /// Undo the last step.
        Undo: "Undo", UNDO;
        /// Do it again.
        Redo: "Redo", REDO;
    }
    Players {
        /// Add a player to the squad.
        AddPlayer: "Add a squad player", USER_ADD;
        /// Add a target.
        AddTarget: "Add a target", USER_ADD;
        /// Bring players in from a file or the clipboard.
        ImportPlayers: "Import players\u{2026}", IMPORT;
        /// Fill the empty places of the shown scenario.
        ProposeCharts: "Propose charts", LIGHTBULB;
    }
    Scenarios {
        /// Add an empty scenario.
        AddScenario: "New scenario", ADD;
        /// Copy the shown scenario.
        DuplicateScenario: "Duplicate scenario", COPY;
        /// Bring scenarios of another plan in.
        ImportScenario: "Import scenarios of another plan\u{2026}", IMPORT;
        /// Save the shown scenario as a plan of its own.
        SaveScenario: "Save this scenario as a plan of its own\u{2026}", DOWNLOAD;
        /// Compare the others with the shown scenario.
        MakeBaseline: "Make this scenario the baseline", FLAG;
        /// Delete the shown scenario.
        DeleteScenario: "Delete scenario", TRASH;
        /// Go to the next scenario.
        NextScenario: "Next scenario", SCENARIO;
        /// Go to the scenario before.
        PreviousScenario: "Previous scenario", SCENARIO;
    }
    Views {
        /// Go to the board.
        Board: "Go to the board", BOARD;
        /// Go to the timeline.
        Timeline: "Go to the timeline", TIMELINE;
        /// Go to the targets.
        Targets: "Go to the targets", TARGET;
        /// Go to the squad.
        Squad: "Go to the squad", USERS;
        /// Go to the comparison.
        Compare: "Go to the comparison", COMPARE;
        /// Go to the money.
        Money: "Go to the money", MONEY;
        /// Go to the calendar.
        Calendar: "Go to the calendar", CALENDAR;
        /// Go to the assumptions.
        Assumptions: "Go to the assumptions", SLIDERS;
        /// Show the whole pitch, or the unit again.
        WholePitch: "Whole pitch or unit", PITCH;
    }
    Date {
        /// Show the as-of date.
        ShowAsOf: "Show the as-of date", CALENDAR;
        /// Show a day later.
        NextDay: "A day later", CALENDAR;
        /// Show a day earlier.
        PreviousDay: "A day earlier", CALENDAR;
        /// Show a week later.
        NextWeek: "A week later", CALENDAR;
        /// Show a week earlier.
        PreviousWeek: "A week earlier", CALENDAR;
    }
    Share {
        /// Copy a picture of the view.
        CopyPicture: "Copy picture of this view", COPY;
        /// Write a picture of the view to a file.
        ExportPicture: "Save picture of this view\u{2026}", IMAGE;
    }
    ShareBoard {
        /// Copy a wide card of the depth chart.
        CopyBoardWide: "Copy wide card of the depth chart", COPY;
        /// Copy a square card of the depth chart.
        CopyBoardSquare: "Copy square card of the depth chart", COPY;
        /// Write a wide card of the depth chart to a file.
        SaveBoardWide: "Save wide card of the depth chart\u{2026}", IMAGE;
        /// Write a square card of the depth chart to a file.
        SaveBoardSquare: "Save square card of the depth chart\u{2026}", IMAGE;
        /// Copy the depth chart as plain text.
        CopyBoardText: "Copy depth chart as text for a forum", NOTE;
        /// Copy the depth chart as Markdown.
        CopyBoardMarkdown: "Copy depth chart as Markdown for a forum", NOTE;
    }
    ShareComparison {
        /// Copy a wide card of the comparison.
        CopyComparisonWide: "Copy wide card of the comparison", COPY;
        /// Copy a square card of the comparison.
        CopyComparisonSquare: "Copy square card of the comparison", COPY;
        /// Write a wide card of the comparison to a file.
        SaveComparisonWide: "Save wide card of the comparison\u{2026}", IMAGE;
        /// Write a square card of the comparison to a file.
        SaveComparisonSquare: "Save square card of the comparison\u{2026}", IMAGE;
        /// Copy the comparison as plain text.
        CopyComparisonText: "Copy comparison as text for a forum", NOTE;
        /// Copy the comparison as Markdown.
        CopyComparisonMarkdown: "Copy comparison as Markdown for a forum", NOTE;
        /// Write the comparison to a file as Markdown.
        SaveComparisonMarkdown: "Save comparison as Markdown\u{2026}", NOTE;
        /// Write the comparison to a file as a table.
        SaveComparisonTable: "Save comparison as a table (CSV)\u{2026}", TABLE;
        /// Write the comparison to a file as a page for a browser.
        SaveComparisonReport: "Save comparison for a browser (HTML)\u{2026}", GLOBE;
    }
    Plan {
        /// Change what the plan is about: name, club, day, money, depth.
        PlanSettings: "Plan settings\u{2026}", SETTINGS;
        /// Take over what another version of the plan has changed.
        MergePlan: "Merge with another version\u{2026}", JOIN;
        /// Choose between the two versions of what a merge left open.
        ResolveConflicts: "Resolve conflicts", COLUMNS;
    }
    Program {
        /// Open the command palette.
        Palette: "Search or run a command", SEARCH;
        /// Find something in the view, or in the whole plan.
        Find: "Find", SEARCH;
        /// Light instead of dark, or dark instead of light.
        SwitchTheme: "Light or dark", SUN;
        /// How the program looks and moves on this machine.
        Preferences: "Preferences\u{2026}", SETTINGS;
        /// Show every key there is.
        Keys: "Keys", KEYBOARD;
        /// Show the four steps of the tour.
        Tour: "Show the tour", QUESTION;
    }
    Leave {
        /// Leave the program.
        Quit: "Quit", CLOSE;
    }
}

/// What actions belong together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Group {
    /// The plan as a file.
    File,
    /// One step back or forth.
    History,
    /// Who is in the plan.
    Players,
    /// The scenarios.
    Scenarios,
    /// What is looked at.
    Views,
    /// The shown day.
    Date,
    /// What takes any view along.
    Share,
    /// What takes the depth chart along.
    ShareBoard,
    /// What takes the comparison along.
    ShareComparison,
    /// What the plan is about.
    Plan,
    /// The program itself.
    Program,
    /// The way out.
    Leave,
}

impl Group {
    /// Its actions, in the order of the menu.
    pub fn actions(self) -> impl Iterator<Item = Action> {
        Action::ALL.into_iter().filter(move |action| action.group() == self)
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
