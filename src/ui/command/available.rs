//! When an action can be done, and for whom: the plan, the files or the window.

use crate::edit::History;
use crate::model::Plan;
use crate::ui::screen::Screen;

use super::{Action, FileCommand, Group};

/// What it depends on whether an action can be done.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The open plan.
    pub plan: &'a Plan,
    /// What is shown of it.
    pub screen: &'a Screen,
    /// Its steps.
    pub history: &'a History,
    /// It has a file.
    pub on_disk: bool,
}

impl Action {
    /// There is something to do without an open plan.
    #[must_use]
    pub fn needs_no_plan(self) -> bool {
        matches!(
            self,
            Self::NewPlan
                | Self::OpenPlan
                | Self::Recover
                | Self::ImportPlayers
                | Self::Quit
                | Self::Palette
                | Self::Find
                | Self::SwitchTheme
                | Self::Preferences
                | Self::Keys
                | Self::Tour
        )
    }

    /// Why it cannot be done just now.
    #[must_use]
    pub fn refusal(self, now: Circumstances<'_>) -> Option<&'static str> {
        let Circumstances { plan, screen, history, on_disk } = now;
        let (refused, why) = match self {
            Self::Undo => (history.undo_label().is_none(), "There is nothing to undo."),
            Self::Redo => (history.redo_label().is_none(), "There is nothing to do again."),
            Self::EarlierVersions => (!on_disk, "This plan has not been saved yet."),
            Self::ResolveConflicts => (plan.conflicts.is_empty(), "There is no conflict in this plan."),
            Self::DeleteScenario => (plan.scenarios.len() < 2, "A plan keeps at least one scenario."),
            Self::NextScenario | Self::PreviousScenario => {
                (plan.scenarios.len() < 2, "There is only one scenario.")
            }
            Self::MakeBaseline => (plan.baseline == screen.scenario, "It is the baseline already."),
            Self::ShowAsOf => (screen.date == plan.as_of, "It is shown already."),
            action if action.group() == Group::ShareComparison => {
                (plan.scenarios.len() < 2, "A comparison needs two scenarios.")
            }
            _ => return None,
        };
        refused.then_some(why)
    }

    /// What it asks of the files, if that is all it does.
    #[must_use]
    pub fn file_command(self) -> Option<FileCommand> {
        match self {
            Self::NewPlan => Some(FileCommand::New),
            Self::OpenPlan => Some(FileCommand::Open),
            Self::Save => Some(FileCommand::Save),
            Self::SaveAs => Some(FileCommand::SaveAs),
            Self::ClosePlan => Some(FileCommand::Close),
            Self::Quit => Some(FileCommand::Quit),
            Self::EarlierVersions => Some(FileCommand::EarlierVersions),
            Self::Recover => Some(FileCommand::Recover),
            Self::MergePlan => Some(FileCommand::Merge),
            Self::ImportScenario => Some(FileCommand::ImportScenario),
            _ => None,
        }
    }
}
