//! Lengths in points, radii and times.

/// The smallest gap: between an icon and its word.
pub const GAP_XS: f32 = 4.0;
/// The usual gap between neighbours.
pub const GAP_S: f32 = 8.0;
/// The gap inside a card.
pub const GAP_M: f32 = 12.0;
/// The gap between groups.
pub const GAP_L: f32 = 16.0;
/// The margin of a view.
pub const GAP_XL: f32 = 20.0;

/// Corner radius of buttons, fields and avatars.
pub const RADIUS_CONTROL: u8 = 8;
/// Corner radius of a card.
pub const RADIUS_CARD: u8 = 12;
/// Corner radius of a panel that stands on its own.
pub const RADIUS_PANEL: u8 = 14;

/// Height of a player's card on the board.
pub const CARD_HEIGHT: f32 = 70.0;
/// Height of a row in a list, such as the shelf.
pub const ROW_HEIGHT: f32 = 46.0;
/// Height of the top bar.
pub const TOP_BAR_HEIGHT: f32 = 48.0;
/// Width of the bar of views on the left.
pub const NAVIGATION_WIDTH: f32 = 68.0;
/// Height of the date bar under the board.
pub const DATE_BAR_HEIGHT: f32 = 118.0;
/// Width of the shelf of players beside the board.
pub const SHELF_WIDTH: f32 = 268.0;
/// Width of the inspector on the right.
pub const INSPECTOR_WIDTH: f32 = 326.0;
/// A window narrower than this has either the shelf or the inspector beside the board.
pub const ONE_SIDE: f32 = 880.0;
/// Height of buttons, fields and other controls.
pub const CONTROL_HEIGHT: f32 = 30.0;
/// Side of an avatar on a card.
pub const AVATAR_CARD: f32 = 38.0;
/// Side of an avatar in a list row.
pub const AVATAR_ROW: f32 = 30.0;
/// Side of the avatar that heads the inspector.
pub const AVATAR_HEAD: f32 = 44.0;
/// Height of a chip.
pub const CHIP_HEIGHT: f32 = 17.0;
/// Space left and right of a chip's words.
pub const CHIP_PADDING: f32 = 8.0;
/// Height of a thin progress bar.
pub const BAR_HEIGHT: f32 = 7.0;
/// Diameter of a mark: a scenario's dot, an event on the date bar.
pub const DOT: f32 = 8.0;

/// Width of a hairline.
pub const HAIRLINE: f32 = 1.0;
/// Width of the ring around what is selected or has the keyboard.
pub const FOCUS_RING: f32 = 2.0;
/// Width of a curve.
pub const CURVE: f32 = 2.0;
/// Length of a dash, and of the gap after it.
pub const DASH: f32 = 4.0;

/// How long a card takes to settle after a drop, in seconds. Nothing else moves.
pub const SETTLE_SECONDS: f32 = 0.12;
/// Longest line of an explanation before it wraps.
pub const TOOLTIP_WIDTH: f32 = 320.0;
/// Width of an outline that stands out: a selection in small, a drop place, a tab's new place.
pub const OUTLINE: f32 = 1.5;
/// Between lines that belong together, points.
pub const GAP_HAIR: f32 = 2.0;
/// Between a heading's lines and what they head in the inspector, points.
pub const GAP_TIGHT: f32 = 6.0;
