//! A club's two colours: a badge with its letters, and a stripe.

use egui::{Align2, Color32, CornerRadius, Rect, RichText, Stroke, StrokeKind, Ui, pos2};

use super::paint::line;
use crate::model::{Club, Rgb};
use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, ink_on, size};

/// Shares of the badge's height: its letters where there are few, and the strip of the second colour at its foot.
const LETTERS: f32 = 0.38;
const STRIP: f32 = 0.16;
/// How much of the badge's width letters may take.
const WIDEST: f32 = 0.86;
/// The first colour's share of a stripe.
const MAIN: f32 = 0.68;

/// The two colours a club wears in this plan, if its author gave it any.
#[must_use]
pub fn club_colours(club: &Club) -> Option<[Color32; 2]> {
    let color = |[red, green, blue]: Rgb| Color32::from_rgb(red, green, blue);
    club.colours.as_ref()?.pair().map(|pair| pair.map(color))
}

/// Paints the club's letters on its first colour over a strip of the second, in a square; nothing without colours.
pub fn paint_badge(ui: &Ui, rect: Rect, club: &Club) {
    let Some([main, second]) = club_colours(club) else { return };
    let radius = CornerRadius::same(size::RADIUS_CONTROL);
    let seam = rect.bottom() - (rect.height() * STRIP).round();
    ui.painter().rect_filled(rect, radius, second);
    let upper = Rect::from_min_max(rect.min, pos2(rect.right(), seam));
    ui.painter().rect_filled(upper, CornerRadius { sw: 0, se: 0, ..radius }, main);
    // White stays a badge on white paper, and black on black.
    let edge = Stroke::new(size::HAIRLINE, theme::palette(ui).line_strong);
    ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let letters = |points: f32| {
        let font = text::font(points, Weight::Bold);
        line(ui, RichText::new(club.abbreviation()).font(font), f32::INFINITY)
    };
    let points = rect.height() * LETTERS;
    let galley = letters(points);
    let share = (rect.width() * WIDEST / galley.size().x.max(1.0)).min(1.0);
    let galley = if share < 1.0 { letters(points * share) } else { galley };
    let place = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), upper).min;
    ui.painter().galley_with_override_text_color(place, galley, ink_on(main, second));
}

/// Paints both colours side by side, the first broader: across a wide `rect` one over the other.
pub fn paint_stripe(ui: &Ui, rect: Rect, [main, second]: [Color32; 2]) {
    let (one, other) = if rect.width() >= rect.height() {
        rect.split_top_bottom_at_fraction(MAIN)
    } else {
        rect.split_left_right_at_fraction(MAIN)
    };
    ui.painter().rect_filled(one, 0.0, main);
    ui.painter().rect_filled(other, 0.0, second);
}
