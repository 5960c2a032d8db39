//! Where the things stand that the tour points at: views say it as they draw, the tour reads it in the same frame.

use egui::{Context, Id, Rect, Ui};

use crate::ui::screen::View;

/// Something the tour points at.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in crate::ui) enum Mark {
    /// A target on the shelf.
    Shelf,
    /// The button that adds a player or a target.
    AddPlayer,
    /// A free place on the chart.
    Place,
    /// What the unit's cover says.
    Cover,
    /// The whole date bar.
    DateBar,
    /// The handle of the date.
    Date,
    /// The tabs of the scenarios.
    Tabs,
    /// The button of a view.
    View(View),
    /// What takes a view along.
    Take,
    /// The sentences on top of the comparison.
    Verdict,
}

/// Says where `mark` stands in this frame, as far as it is seen.
pub(in crate::ui) fn mark(ui: &Ui, mark: Mark, rect: Rect) {
    let seen = rect.intersect(ui.clip_rect());
    if seen.is_positive() {
        let frame = ui.ctx().cumulative_pass_nr();
        ui.ctx().data_mut(|data| data.insert_temp(id(mark), (frame, seen)));
    }
}

/// Where `mark` stands, if it was drawn in this frame.
pub(in crate::ui) fn marked(ctx: &Context, mark: Mark) -> Option<Rect> {
    let (frame, rect): (u64, Rect) = ctx.data(|data| data.get_temp(id(mark)))?;
    (frame == ctx.cumulative_pass_nr()).then_some(rect)
}

/// It was drawn in this frame already.
pub(in crate::ui) fn is_marked(ctx: &Context, mark: Mark) -> bool {
    marked(ctx, mark).is_some()
}

fn id(mark: Mark) -> Id {
    Id::unique(("tour mark", mark))
}
