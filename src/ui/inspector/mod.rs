//! The inspector at the right: everything about the selected player, edited in place.
//!
//! It reads as text. A value becomes a field under the pointer or the keyboard; Enter or leaving commits it,
//! Escape restores it. One gesture is one edit. What is being typed is kept per player and field, so it goes to
//! whom it was typed for, whatever is selected meanwhile.

mod block;
mod calendar;
mod choice;
mod contract;
mod desk;
mod details;
mod drafts;
mod field;
mod fitness;
mod head;
mod injuries;
mod inline;
mod intel;
mod market;
mod move_form;
mod move_group;
mod notes;
mod pane;
mod reveal;
mod scenario;
#[cfg(test)]
mod tests;

use egui::{Frame, Margin, ScrollArea, Ui, vec2};

use crate::model::{Date, MoveId, Plan, Player, PlayerId, ReportId};
use crate::report::Problem;
use crate::ui::command::Command;
use crate::ui::screen::Screen;

use self::desk::Desk;
use self::drafts::Drafts;
use self::field::{Field, PlayerField};
use self::pane::{Pane, ROW};
use self::reveal::Revealed;
pub use self::reveal::Spot;

/// The name a player is added under: his name field takes the keyboard when he is shown first.
pub const NEW_PLAYER_NAME: &str = "New player";

/// Space around the inspector's contents.
const MARGIN: i8 = 14;

/// What is known about the selected player beyond the plan's own words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The chance (0 to 1) that he is fit on each day, wherever he plays; empty, there is no chart.
    pub fitness: Vec<(Date, f32)>,
    /// What the chart says in a sentence.
    pub fitness_words: String,
    /// The chance (0 to 1) that he is fit on the shown day, wherever he plays.
    pub fit_today: Option<f32>,
    /// Why he cannot be picked on the shown day, fit or not; empty if he can.
    pub away_words: String,
    /// What is wrong or doubtful with his moves in the shown scenario.
    pub move_problems: Vec<Problem>,
}

/// The inspector: what is open in it, and what is being typed.
#[derive(Clone, Debug, Default)]
pub struct Inspector {
    drafts: Drafts,
    open: Open,
    /// What the eye is to be led to, when whoever it is about is shown.
    wanted: Option<Spot>,
}

/// What is unfolded.
#[derive(Clone, Debug, Default)]
struct Open {
    /// Whom the rest is about.
    player: Option<PlayerId>,
    /// The injury being edited, by its place in the list.
    injury: Option<usize>,
    /// The absence being edited, by its place in the list.
    absence: Option<usize>,
    /// The report being edited.
    report: Option<ReportId>,
    /// The moves of the shown scenario are being edited.
    moves: bool,
    /// The chance of this move is being dragged.
    chance: Option<(MoveId, f64)>,
    details: bool,
    sources: bool,
    /// This field takes the keyboard as soon as it is drawn.
    focus: Option<Field>,
    /// The eye is led to this.
    revealed: Option<Revealed>,
}

impl Inspector {
    /// Draws the inspector over the whole of `ui` and pushes what the user asks for.
    ///
    /// It never changes the plan itself. Give it the panel without a margin: it scrolls and keeps its own.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        plan: &Plan,
        screen: &Screen,
        facts: &Facts,
        commands: &mut Vec<Command>,
    ) {
        let Self { drafts, open, wanted } = self;
        drafts.begin();
        open.turn_to(screen.selected.as_ref(), plan);
        if let Some(spot) = wanted.take() {
            open.moves |= matches!(spot, Spot::Move(_));
            open.revealed = Some(Revealed::new(spot));
        }
        let mut pane = Pane {
            plan,
            screen,
            facts,
            desk: Desk::new(plan, commands),
            drafts,
            open,
            complaints: Vec::new(),
            remark: None,
        };
        let salt = screen.selected.as_ref().map_or("nobody", PlayerId::as_str);
        ScrollArea::vertical().id_salt(("inspector", salt)).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::same(MARGIN)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                ui.spacing_mut().interact_size = vec2(ROW, ROW);
                match screen.selected.as_ref().and_then(|id| plan.player(id)) {
                    Some(player) => sections_ui(ui, &mut pane, player),
                    None => notes::nobody_ui(ui, &mut pane),
                }
            });
        });
        let Pane { mut desk, drafts, .. } = pane;
        drafts.end(&mut desk);
    }

    /// Leads the eye to a place, once it is drawn.
    pub fn reveal(&mut self, spot: Spot) {
        self.wanted = Some(spot);
    }

    /// Puts what is typed but not committed yet into `commands`: before saving, closing or opening another plan.
    pub fn flush(&mut self, plan: &Plan, commands: &mut Vec<Command>) {
        self.drafts.commit_all(&mut Desk::new(plan, commands));
    }
}

impl Open {
    /// Folds everything when another player is shown.
    fn turn_to(&mut self, selected: Option<&PlayerId>, plan: &Plan) {
        if self.player.as_ref() == selected {
            return;
        }
        let Self { details, sources, .. } = *self;
        *self = Self { player: selected.cloned(), details, sources, ..Self::default() };
        if let Some(player) = selected.and_then(|id| plan.player(id))
            && player.name == NEW_PLAYER_NAME
        {
            self.focus = Some(Field::Player(player.id.clone(), PlayerField::Name));
            self.details = true;
        }
    }
}

fn sections_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    head::ui(ui, pane, player);
    contract::ui(ui, pane, player);
    if player.is_target() {
        market::ui(ui, pane, player);
    }
    fitness::ui(ui, pane);
    injuries::ui(ui, pane, player);
    scenario::ui(ui, pane, player);
    intel::ui(ui, pane, player);
    notes::ui(ui, pane, player);
    details::ui(ui, pane, player);
}
