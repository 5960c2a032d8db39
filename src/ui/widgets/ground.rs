//! What cards and panels stand on.

use egui::{CornerRadius, Frame, Margin, Rect, Stroke, StrokeKind, Ui, UiBuilder, UiKind, UiStackInfo};

use super::paint::dashed_rect;
use crate::ui::theme::{self, Palette, size};

/// How a card's ground looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// A player of the club.
    #[default]
    Card,
    /// Under the pointer.
    Lit,
    /// Somebody who is not here on the shown date: no lift, words in [`Palette::muted`].
    ///
    /// Fading the whole card would make unreadable the very words that say why he is away.
    Away,
    /// A target: blue and dashed.
    Target,
    /// A target under the pointer.
    TargetLit,
    /// An open place to drop on: accent and dashed.
    Drop,
}

/// Paints the ground of a card into `rect`; `selected` puts the ring of the selection around it.
pub fn paint_ground(ui: &Ui, rect: Rect, ground: Ground, selected: bool) {
    let palette = theme::palette(ui);
    let radius = CornerRadius::same(size::RADIUS_CARD);
    let painter = ui.painter();
    let fill = match ground {
        Ground::Card => palette.raised,
        Ground::Lit => palette.hover,
        Ground::Away => palette.bg,
        Ground::Target => palette.target_ground,
        Ground::TargetLit => palette.tone(theme::Tone::Info).tint,
        Ground::Drop => palette.drop_ground,
    };
    painter.rect_filled(rect, radius, fill);
    if selected {
        let stroke = Stroke::new(size::FOCUS_RING, palette.accent);
        painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        return;
    }
    match ground {
        Ground::Card | Ground::Lit | Ground::Away => {
            let stroke = Stroke::new(size::HAIRLINE, palette.line);
            painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
        Ground::Target | Ground::TargetLit => {
            dashed_rect(painter, rect, size::RADIUS_CARD, Stroke::new(size::HAIRLINE, palette.target_line));
        }
        Ground::Drop => {
            dashed_rect(painter, rect, size::RADIUS_CARD, Stroke::new(size::OUTLINE, palette.accent));
        }
    }
}

/// A card as a frame around its contents.
pub fn card_frame(palette: &Palette) -> Frame {
    Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(size::HAIRLINE, palette.line))
        .corner_radius(size::RADIUS_CARD)
        .inner_margin(Margin::same(size::GAP_M as i8))
}

/// What a place on a panel painted by hand is made with, so that what scrolls there fades into the panel's colour.
pub fn on_panel(palette: &Palette, place: Rect) -> UiBuilder {
    let stack = UiStackInfo::new(UiKind::Frame).with_frame(Frame::new().fill(palette.surface));
    UiBuilder::new().max_rect(place).ui_stack_info(stack)
}

/// A panel that stands on its own, as a frame around its contents.
pub fn panel_frame(palette: &Palette) -> Frame {
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(size::HAIRLINE, palette.line))
        .corner_radius(size::RADIUS_PANEL)
        .inner_margin(Margin::same(size::GAP_L as i8))
}
