//! What came of what the files were asked for, and what the window makes of it.

use egui::Context;

use super::App;
use super::remark::Offer;
use super::task::{PROPOSED, Task};
use crate::edit::Edit;
use crate::ui::command::{Action, Command, Wanted};
use crate::ui::desk::{Desk, Errand};
use crate::ui::files::{Outcome, came_in, file_name};
use crate::ui::palette::Palette;

impl App {
    pub(super) fn react(&mut self, ctx: &Context, outcomes: Vec<Outcome>) {
        for outcome in outcomes {
            match outcome {
                Outcome::Opened => {
                    self.start_remark = None;
                    self.offer_tour();
                    let made = matches!(self.task.take(), Some(Task::NewPlan(_)));
                    let proposed = |desk: &Desk| desk.session.history().undo_label().is_some();
                    if made && self.desk.as_ref().is_some_and(proposed) {
                        self.say(ctx, PROPOSED.to_owned());
                    }
                }
                Outcome::Chosen(Wanted::Players, path) => self.import(ctx, Some(path)),
                Outcome::Chosen(Wanted::Fixtures, path) => {
                    if let Some(desk) = &mut self.desk {
                        desk.import_fixtures(&path);
                    }
                }
                Outcome::Chosen(Wanted::PlansFolder, path) => {
                    self.change_settings(ctx, |settings| settings.plans_folder = Some(path));
                    self.preferences.refresh();
                }
                Outcome::Saved(path) => {
                    if let Some(desk) = &mut self.desk {
                        desk.reset_derived();
                    }
                    self.say(ctx, format!("Saved as {}.", file_name(&path)));
                }
                Outcome::Scenarios(plan, path) => {
                    if let Some(desk) = &mut self.desk {
                        desk.import_scenarios(*plan, &path);
                    }
                }
                Outcome::Edited(edit) => self.commands.push(Command::Edit(*edit)),
                Outcome::Merge(edit) => self.merge(ctx, *edit),
                Outcome::Exported(kind, path) => {
                    self.say(ctx, format!("The {} is in {}.", kind.name(), path.display()));
                    self.offer(Offer::Show(path));
                }
                Outcome::Said(words) => self.say(ctx, words),
                // A dialog shows the sentence already.
                Outcome::Failed(_) => {}
                Outcome::Closed => {
                    self.palette = Palette::default();
                    self.tour = None;
                }
                Outcome::Quit => {
                    self.closing = true;
                    self.remember_window(ctx);
                    ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                }
            }
        }
    }

    /// Merges another version into the open plan and shows what is to be chosen.
    fn merge(&mut self, ctx: &Context, edit: Edit) {
        let Some(desk) = &mut self.desk else { return };
        let before = desk.session.plan().clone();
        let came = came_in(&before, &edit);
        let refused = desk.act(Command::Edit(edit));
        desk.reset_derived();
        let after = desk.session.plan();
        let words = match (refused, after.conflicts.len()) {
            (Some(Errand::Say(words)), _) => words,
            (_, 0) if before == *after => "There was nothing new to take over.".to_owned(),
            (_, 0) => format!("Merged without a conflict.{came} Save to keep it."),
            (_, _) => {
                // A second errand would be the same list again.
                drop(desk.act(Command::Do(Action::ResolveConflicts)));
                format!("Merged.{came} Choose what both sides have changed.")
            }
        };
        self.say(ctx, words);
    }
}
