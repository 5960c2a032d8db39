//! What the date bar and the timeline share: the axis of days, windows on it, curves over it, and dates typed into it.

mod axis;
pub mod back;
mod band;
mod curve;
mod event;
mod ground;
mod handle;
mod label;
mod let_go;
mod typed;

pub use axis::{Axis, Tick};
pub use band::{Band, bands};
pub use curve::{Line, Plot, area, line, trimmed};
pub use event::{Event, EventKind, events};
pub use ground::{Listed, chances_ui, hovered_day, paint_as_of, paint_ticks};
pub use handle::{DateHandle, flag_rect, paint_flag, slider_info};
pub use label::Row;
pub use let_go::LetGo;
pub use typed::{Typed, TypedDate};

use crate::model::{ScenarioColour, Unit};

/// The place of a scenario's colour in the palette.
#[must_use]
pub fn colour_index(colour: ScenarioColour) -> usize {
    ScenarioColour::ALL.iter().position(|known| *known == colour).unwrap_or(0)
}

/// `3 fit centre-backs`; a unit whose name is no plural stands behind: `2 fit (goalkeeper)`.
#[must_use]
pub fn fit_words(k: usize, unit: Option<&Unit>) -> String {
    let Some(unit) = unit else { return format!("{k} fit") };
    let name = unit.name.to_lowercase();
    if name.ends_with('s') { format!("{k} fit {name}") } else { format!("{k} fit ({name})") }
}
