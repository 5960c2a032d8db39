//! Everything a user can ask for: one list that menus, keys and the palette read.
//!
//! Views never change anything themselves. They push a [`Command`]; the app carries it out between frames.

mod action;
mod available;
pub mod card_keys;
pub mod dialog_keys;
mod export;
mod shortcut;
pub mod table_keys;
pub mod time_keys;
pub mod view_keys;
pub mod walk_keys;

use std::path::PathBuf;
use std::sync::Arc;

use crate::edit::Edit;
use crate::model::{Date, Plan, PlayerId, ScenarioId, UnitId};

use super::compare::Choice;
use super::inspector::Spot;
use super::screen::View;

pub use action::{Action, Group};
pub use available::Circumstances;
pub use export::{Export, ExportKind};
pub use shortcut::keys_text;

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
    /// Lead the eye to a place in the inspector.
    Reveal(Spot),
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
