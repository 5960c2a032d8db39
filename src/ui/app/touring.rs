//! The tour in the window: offered once, shown when it is asked for.

use egui::Context;

use super::App;
use crate::ui::command::{Command, FileCommand};
use crate::ui::tour::{Going, Tour};

impl App {
    /// Offers the tour with the first plan that is ever opened. One under way goes on with the plan that is open now.
    pub(super) fn offer_tour(&mut self) {
        if let Some(tour) = &mut self.tour {
            tour.look_anew();
        } else if !self.files.settings().tour_seen {
            self.tour = Some(Tour::offered());
            self.note_tour();
        }
    }

    /// Begins the tour, on a sample where no plan is open.
    pub(super) fn begin_tour(&mut self) {
        self.tour = Some(Tour::begun());
        self.note_tour();
        if self.desk.is_none() {
            self.commands.push(Command::File(FileCommand::OpenSample(0)));
        }
    }

    /// Settings that cannot be written are no reason to offer it twice in a day, nor to speak of it.
    fn note_tour(&mut self) {
        let _unwritten = self.files.change_settings(|settings| settings.tour_seen = true);
    }

    /// Draws the tour over the desk; it waits while something else is asked.
    pub(super) fn tour_ui(&mut self, ctx: &Context) {
        let Some(tour) = &mut self.tour else { return };
        let waits = self.task.is_some()
            || self.files.is_asking()
            || self.keys
            || self.preferences.is_open()
            || self.palette.is_open();
        let Some(desk) = self.desk.as_ref().filter(|desk| !waits && !desk.is_asking()) else {
            tour.wait();
            return;
        };
        if tour.ui(ctx, desk.session.plan(), &desk.screen, &mut self.commands) == Going::Over {
            self.tour = None;
        }
    }
}
