//! Quiet where something was let go: a tooltip would cover what has just changed.

use egui::{Context, Pos2};

/// Where the pointer let something go, until it has gone on from there.
#[derive(Debug, Default)]
pub struct LetGo(Option<Pos2>);

impl LetGo {
    /// Something is let go, or still held, where the pointer is.
    pub fn here(&mut self, ctx: &Context) {
        self.0 = ctx.pointer_latest_pos();
    }

    /// The pointer has not been further than `near` points from there since.
    pub fn keeps_quiet(&mut self, ctx: &Context, near: f32) -> bool {
        let pointer = ctx.pointer_latest_pos();
        self.0 = self.0.filter(|from| pointer.is_some_and(|at| at.distance(*from) <= near));
        self.0.is_some()
    }
}
