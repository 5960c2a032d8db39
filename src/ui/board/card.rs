//! Painting a card, a shelf row and a line of a small stack.

use egui::{Align2, Rect, RichText, Ui, UiBuilder, pos2, vec2};

use super::facts::CardFacts;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, Ground};

/// How a card is looked at.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// Open in the inspector.
    pub selected: bool,
    /// Under the pointer.
    pub lit: bool,
    /// Carried elsewhere at this moment: only a shadow of it stays.
    pub carried: bool,
}

/// Between the words of the second line and its chips, points.
const CHIP_GAP: f32 = 6.0;
/// Room below which not even a shortened chip is shown, points.
const LEAST_CHIP: f32 = 40.0;
/// Where the rank stands, from the left edge of a card, points.
const RANK_X: f32 = 19.0;
/// Where the initials begin, from the left edge of a card, points.
const AVATAR_X: f32 = 44.0;
/// A card narrower than this says less, points.
const COMPACT: f32 = 290.0;
const TIGHT: f32 = 216.0;
/// A row of the shelf shorter than this says the same in fewer words, points.
const SHORT_ROW: f32 = 210.0;
/// A line of the whole pitch shorter than this goes without the sign behind its figure, points.
const SHORT_LINE: f32 = 120.0;
/// Widest a carried card gets to say where it would go, points.
const WIDEST_GHOST: f32 = 460.0;
/// Opacity of what is carried elsewhere.
const CARRIED_OPACITY: f32 = 0.3;
/// Opacity of the initials of somebody who is not to be counted on.
const FADED_OPACITY: f32 = 0.6;

/// Paints a card of the board, 70 points high.
pub(super) fn paint_card(ui: &mut Ui, rect: Rect, facts: &CardFacts, rank: Option<usize>, look: Look) {
    let mut ui = child(ui, rect, if look.carried { CARRIED_OPACITY } else { 1.0 });
    let ui = &mut ui;
    widgets::paint_ground(ui, rect, ground(facts, look), look.selected);
    let palette = theme::palette(ui);
    let inner = rect.shrink2(vec2(size::GAP_M, 0.0));
    let compact = rect.width() < COMPACT;
    // A card narrower still goes without the initials.
    let side = match rect.width() {
        width if width < TIGHT => 0.0,
        width if width < COMPACT => size::AVATAR_ROW,
        _ => size::AVATAR_CARD,
    };
    let mut left = inner.left();
    if let Some(rank) = rank {
        let centre = rect.left() + if compact { RANK_X - 3.0 } else { RANK_X };
        let place = Rect::from_center_size(pos2(centre, rect.center().y), vec2(28.0, 28.0));
        let number =
            RichText::new(rank.to_string()).font(text::font(text::VERDICT_SIZE, text::Weight::Semibold));
        widgets::paint_text(ui, place, Align2::CENTER_CENTER, number, palette.faint);
        left = rect.left() + if compact { AVATAR_X - 14.0 } else { AVATAR_X };
    }
    let avatar = Rect::from_min_size(pos2(left, (rect.center().y - side / 2.0).round()), vec2(side, side));
    let words_left = match (side > 0.0, compact) {
        (false, _) => avatar.right(),
        (true, true) => avatar.right() + size::GAP_S,
        (true, false) => avatar.right() + size::GAP_M,
    };
    let top = rect.center().y - 21.0;
    let faded = child(ui, rect, if facts.faded { FADED_OPACITY } else { 1.0 });
    if side > 0.0 {
        widgets::paint_avatar(&faded, avatar, &facts.name, facts.avatar);
    }

    let upper = Rect::from_min_max(pos2(words_left, top), pos2(inner.right(), top + 20.0));
    let (words, tone) = &facts.figure;
    let color = if *tone == Tone::Neutral { palette.text } else { palette.tone(*tone).text };
    let (figure, _) = widgets::paint_text(ui, upper, Align2::RIGHT_CENTER, text::section(words), color);
    let name = Rect::from_min_max(upper.min, pos2(figure.left() - size::GAP_S, upper.bottom()));
    let color = if facts.faded { palette.muted } else { palette.text };
    let said = name_within(ui, facts, name.width(), text::CARD_NAME_SIZE);
    widgets::paint_text(ui, name, Align2::LEFT_CENTER, said, color);

    let mut lower = Rect::from_min_max(pos2(words_left, top + 22.0), pos2(inner.right(), top + 42.0));
    if !compact {
        let under = text::small(&facts.under);
        let (under, _) = widgets::paint_text(ui, lower, Align2::RIGHT_CENTER, under, palette.muted);
        lower.max.x = under.left() - size::GAP_S;
    }
    paint_second_line(ui, lower, facts);
}

/// As much of his name as `width` points hold, in `points` or a little smaller: all of it, else what fans call him.
fn name_within(ui: &Ui, facts: &CardFacts, width: f32, points: f32) -> RichText {
    let sized = |name: &str, points: f32| text::strong(name).size(points);
    let tries = [(&facts.name, points), (&facts.surname, points), (&facts.surname, points - 1.0)];
    let mut tries = tries.into_iter().map(|(name, points)| sized(name, points));
    let fits = |words: &RichText| widgets::text_width(ui, words) <= width;
    tries.find(fits).unwrap_or_else(|| sized(&facts.surname, points - 2.0))
}

/// Age and foot, then what matters. Where room is short the foot goes first, then the chips from the end.
fn paint_second_line(ui: &Ui, line: Rect, facts: &CardFacts) {
    let palette = theme::palette(ui);
    let chip =
        |words: &str| widgets::text_width(ui, &text::small(words)) + 2.0 * size::CHIP_PADDING + CHIP_GAP;
    let first = facts.chips.first().map_or(0.0, |(words, _)| chip(words));
    let short = facts.second.split_once(" · ").map_or(facts.second.as_str(), |(age, _)| age);
    let fits = widgets::text_width(ui, &text::second(&facts.second)) + first <= line.width();
    let second = if fits { facts.second.as_str() } else { short };
    let (covered, _) =
        widgets::paint_text(ui, line, Align2::LEFT_CENTER, text::second(second), palette.muted);
    let mut left = if second.is_empty() { line.left() } else { covered.right() + CHIP_GAP };
    for (i, (words, tone)) in facts.chips.iter().enumerate() {
        let room = Rect::from_min_max(pos2(left, line.top()), line.max);
        if room.width() < LEAST_CHIP || (i > 0 && chip(words) > room.width() + CHIP_GAP) {
            break;
        }
        left = widgets::paint_chip(ui, room, words, *tone).right() + CHIP_GAP;
    }
}

/// What a shelf row says besides the name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RowFacts {
    /// Under the name.
    pub second: String,
    /// The same where room is short.
    pub brief: String,
    /// On the right.
    pub right: String,
    /// Under that.
    pub right_second: String,
}

/// Paints a row of the shelf, 46 points high.
pub(super) fn paint_row(ui: &mut Ui, rect: Rect, facts: &CardFacts, row: &RowFacts, look: Look) {
    let mut ui = child(ui, rect, if look.carried { CARRIED_OPACITY } else { 1.0 });
    let ui = &mut ui;
    widgets::paint_ground(ui, rect, ground(facts, look), look.selected);
    let palette = theme::palette(ui);
    let inner = rect.shrink2(vec2(size::GAP_S + 2.0, 0.0));
    let avatar = Rect::from_min_size(
        pos2(inner.left(), (rect.center().y - size::AVATAR_ROW / 2.0).round()),
        vec2(size::AVATAR_ROW, size::AVATAR_ROW),
    );
    widgets::paint_avatar(ui, avatar, &facts.name, facts.avatar);
    let (top, middle) = (rect.center().y - 17.0, rect.center().y);
    // What stands alone on its side stands in the middle.
    let alone = rect.center().y - 8.5;
    let of_two = |other: &str, y: f32| if other.is_empty() { alone } else { y };
    let right_of = |words: RichText, y: f32, color| {
        if words.is_empty() {
            return inner.right();
        }
        let place = Rect::from_min_max(pos2(inner.left() + 90.0, y), pos2(inner.right(), y + 17.0));
        widgets::paint_text(ui, place, Align2::RIGHT_CENTER, words, color).0.left() - 6.0
    };
    let ends = [
        right_of(text::strong(&row.right), of_two(&row.right_second, top), palette.text),
        right_of(text::small(&row.right_second), of_two(&row.right, middle), palette.muted),
    ];
    let words_left = avatar.right() + 10.0;
    let line = |y: f32, end: f32| Rect::from_min_max(pos2(words_left, y), pos2(end, y + 17.0));
    let name = line(of_two(&row.second, top), if row.right.is_empty() { ends[1] } else { ends[0] });
    let words = name_within(ui, facts, name.width(), text::BODY_SIZE);
    widgets::paint_text(ui, name, Align2::LEFT_CENTER, words, palette.text);
    let second = line(middle, ends[1]);
    // All rows of a shelf alike.
    let words = text::small(if rect.width() < SHORT_ROW { &row.brief } else { &row.second });
    widgets::paint_text(ui, second, Align2::LEFT_CENTER, words, palette.muted);
}

/// Paints a line of a small stack on the whole pitch.
pub(super) fn paint_line(ui: &mut Ui, rect: Rect, facts: &CardFacts, rank: usize, look: Look) {
    let mut ui = child(ui, rect, if look.carried { CARRIED_OPACITY } else { 1.0 });
    let ui = &mut ui;
    let palette = theme::palette(ui);
    let ground = if look.lit { palette.hover } else { palette.raised };
    ui.painter().rect_filled(rect, 4.0, ground);
    if facts.target {
        widgets::dashed_rect(ui.painter(), rect, 4, egui::Stroke::new(size::HAIRLINE, palette.target_line));
    }
    if look.selected {
        let ring = egui::Stroke::new(size::OUTLINE, palette.accent);
        ui.painter().rect_stroke(rect, 4.0, ring, egui::StrokeKind::Inside);
    }
    let (figure, tone) = &facts.figure;
    let color = if *tone == Tone::Neutral { palette.muted } else { palette.tone(*tone).text };
    let inner = rect.shrink2(vec2(6.0, 0.0));
    // Names need the room more than the sign: every figure here is per cent.
    let sign = rect.width() >= SHORT_LINE;
    let figure = if sign { figure.as_str() } else { figure.trim_end_matches(['%', '\u{a0}']) };
    let (covered, _) = widgets::paint_text(ui, inner, Align2::RIGHT_CENTER, text::small(figure), color);
    let words = Rect::from_min_max(inner.min, pos2(covered.left() - 4.0, inner.bottom()));
    let color = if facts.faded { palette.muted } else { palette.text };
    let name = if rank == 0 { text::small(&facts.surname).strong() } else { text::small(&facts.surname) };
    widgets::paint_text(ui, words, Align2::LEFT_CENTER, name, color);
}

/// How wide a carried card has to be to say `remark`, points.
pub(super) fn ghost_width(ui: &Ui, remark: &str) -> f32 {
    let around = AVATAR_X + size::AVATAR_CARD + 2.0 * size::GAP_M;
    (around + widgets::text_width(ui, &text::second(remark))).min(WIDEST_GHOST)
}

/// Paints the card that follows the pointer.
pub(super) fn paint_ghost(ui: &mut Ui, rect: Rect, facts: &CardFacts, remark: &str, refused: bool) {
    let palette = theme::palette(ui);
    let shadow = egui::Shadow { offset: [0, 8], blur: 24, spread: 0, color: palette.shadow };
    ui.painter().add(shadow.as_shape(rect, size::RADIUS_CARD));
    let mut facts = facts.clone();
    facts.faded = false;
    let look = Look { lit: true, ..Look::default() };
    widgets::paint_ground(ui, rect, ground(&facts, look), false);
    let grip = Rect::from_center_size(pos2(rect.left() + RANK_X, rect.center().y), vec2(20.0, 20.0));
    widgets::paint_text(ui, grip, Align2::CENTER_CENTER, text::icon(icons::DRAG, 16.0), palette.muted);
    let avatar = Rect::from_center_size(
        pos2(rect.left() + AVATAR_X + size::AVATAR_CARD / 2.0, rect.center().y),
        vec2(size::AVATAR_CARD, size::AVATAR_CARD),
    );
    widgets::paint_avatar(ui, avatar, &facts.name, facts.avatar);
    let left = avatar.right() + size::GAP_M;
    let right = rect.right() - size::GAP_M;
    let top = rect.center().y - 20.0;
    let name = Rect::from_min_max(pos2(left, top), pos2(right, top + 20.0));
    widgets::paint_text(ui, name, Align2::LEFT_CENTER, text::card_name(&facts.name), palette.text);
    let color = if refused { palette.tone(Tone::Bad).text } else { palette.muted };
    let second = Rect::from_min_max(pos2(left, top + 21.0), pos2(right, top + 40.0));
    widgets::paint_text(ui, second, Align2::LEFT_CENTER, text::second(remark), color);
}

fn ground(facts: &CardFacts, look: Look) -> Ground {
    match (facts.target, look.lit) {
        (false, false) if facts.faded => Ground::Away,
        (false, false) => Ground::Card,
        (false, true) => Ground::Lit,
        (true, false) => Ground::Target,
        (true, true) => Ground::TargetLit,
    }
}

fn child(ui: &mut Ui, rect: Rect, opacity: f32) -> Ui {
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect));
    child.multiply_opacity(opacity);
    child
}
