//! Leading the eye to what was searched for: it is scrolled into sight and has a ring for a moment.

use egui::style::ScrollAnimation;
use egui::{Align, CornerRadius, Rect, Stroke, StrokeKind, Ui};

use crate::model::{MoveId, ReportId};
use crate::ui::theme::{self, size};

use super::field::{Field, MoveField, PlayerField};
use super::pane::Pane;

/// How long the ring stays, and how long of this it takes to fade, seconds.
const SECONDS: f64 = 1.6;
const FADING: f64 = 0.6;

/// For how many frames it is scrolled to.
const FRAMES: u8 = 3;

/// A place in the inspector, of whoever is selected in the shown scenario.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Spot {
    /// A report about him.
    Report(ReportId),
    /// His injury, by its place in the list.
    Injury(usize),
    /// His absence, by its place in the list.
    Absence(usize),
    /// The notes on his move.
    Move(MoveId),
    /// The notes about him.
    Notes,
    /// With nobody selected, the notes of the plan.
    PlanNotes,
    /// With nobody selected, the notes of the shown scenario.
    ScenarioNotes,
}

impl Spot {
    /// The place of a text that is found by its words.
    pub(super) fn of(field: &Field) -> Option<Self> {
        match field {
            Field::Player(_, PlayerField::Notes) => Some(Self::Notes),
            Field::Move(_, mv, MoveField::Notes) => Some(Self::Move(mv.clone())),
            Field::PlanNotes => Some(Self::PlanNotes),
            Field::ScenarioNotes(_) => Some(Self::ScenarioNotes),
            _ => None,
        }
    }
}

/// A place the eye is being led to.
#[derive(Clone, Debug)]
pub(super) struct Revealed {
    spot: Spot,
    /// Since when, once it is drawn.
    since: Option<f64>,
    /// For so many frames more it is scrolled to.
    frames: u8,
}

impl Revealed {
    pub(super) fn new(spot: Spot) -> Self {
        Self { spot, since: None, frames: FRAMES }
    }
}

impl Pane<'_> {
    /// Leads the eye to `rect` if `spot` is what was searched for.
    pub(super) fn reveal(&mut self, ui: &Ui, spot: &Spot, rect: Rect) {
        let Some(revealed) = self.open.revealed.as_mut().filter(|revealed| revealed.spot == *spot) else {
            return;
        };
        let now = ui.input(|input| input.time);
        let since = *revealed.since.get_or_insert(now);
        // A list that is new learns only from its first frame how far it scrolls.
        if revealed.frames > 0 {
            revealed.frames -= 1;
            ui.scroll_to_rect_animation(rect, Some(Align::Center), ScrollAnimation::none());
            ui.ctx().request_repaint();
        }
        let left = SECONDS - (now - since);
        if left <= 0.0 {
            self.open.revealed = None;
            return;
        }
        let still = theme::settle_seconds(ui.ctx()) <= 0.0;
        let strength = if still { 1.0 } else { (left / FADING).min(1.0) as f32 };
        let ring = Stroke::new(size::FOCUS_RING, theme::palette(ui).accent.gamma_multiply(strength));
        let radius = CornerRadius::same(size::RADIUS_CONTROL);
        ui.painter().rect_stroke(rect.expand(size::GAP_HAIR), radius, ring, StrokeKind::Outside);
        if left < FADING && !still {
            ui.ctx().request_repaint();
        } else {
            let unchanged = if still { left } else { left - FADING };
            ui.ctx().request_repaint_after_secs(unchanged as f32);
        }
    }
}
