//! The small pieces that every view is made of, each with its name for screen readers.
//!
//! A widget works in four steps: size, allocate, interact, paint. Words that do not fit end in "…" and
//! stand in full in a tooltip.

mod avatar;
mod bar;
mod button;
mod chip;
mod empty;
mod figure;
mod ground;
mod heading;
mod paint;
mod segmented;

pub use avatar::{avatar, initials, paint_avatar};
pub use bar::{bar, paint_bar};
pub use button::{IconButton, PrimaryButton};
pub use chip::{chip, dot, paint_chip, status};
pub use empty::empty_state;
pub use figure::Figure;
pub use ground::{Ground, card_frame, paint_ground, panel_frame};
pub use heading::{elided, row, section_heading};
pub use paint::{dashed_rect, focus_ring, paint_text};
pub use segmented::segmented;
