//! The depth chart as a card fit to be posted: wide or square, a unit's columns or the whole pitch.

use egui::{Align2, Color32, Rect, Ui, UiBuilder, pos2, vec2};

use super::facts::CardFacts;
use super::taken::{Covered, REMARK, cover, plain, shown_slots, unit_name};
use super::{Board, Scene, pitch, tone_of};
use crate::model::{Slot, words};
use crate::ui::compare::wordmark;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::time::colour_index;
use crate::ui::widgets::{self, Ground, paint_text};

/// The shape of a card.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum CardShape {
    /// 16 : 9.
    Wide,
    /// 1 : 1.
    Square,
}

impl CardShape {
    /// Width and height, points: one and a half pixels to the point make 1600 × 900 and 1080 × 1080.
    #[must_use]
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::Wide => (3200.0 / 3.0, 600.0),
            Self::Square => (720.0, 720.0),
        }
    }

    /// Most columns beside each other.
    fn columns(self) -> usize {
        match self {
            Self::Wide => 5,
            Self::Square => 3,
        }
    }
}

/// Around the card, points.
const MARGIN: f32 = 20.0;
/// Heights of the heading, of the panel with the cover, and of the last line, points.
const TOP: f32 = 50.0;
const COVER: f32 = 58.0;
const FOOT: f32 = 16.0;
/// Between the parts, points.
const GAP: f32 = 12.0;
/// Height of a column's heading, and of the line that counts who does not fit, points.
const HEAD: f32 = 28.0;
const MORE: f32 = 18.0;
/// Height and width of a player's card whose words have their usual size, points.
const USUAL: (f32, f32) = (64.0, 210.0);
/// Words are so many times their usual size.
const ZOOMS: (f32, f32) = (0.85, 1.6);
/// A card is at most so many times higher than its words ask for.
const AIRY: f32 = 1.4;

/// Draws the card over the whole of `ui`.
pub fn poster_ui(ui: &mut Ui, scene: Scene<'_>, shape: CardShape) {
    let area = ui.max_rect();
    ui.painter().rect_filled(area, 0.0, theme::palette(ui).bg);
    let inner = area.shrink(MARGIN);
    let (top, rest) = inner.split_top_bottom_at_y(inner.top() + TOP);
    head(ui, top, scene);
    let (rest, bottom) = rest.split_top_bottom_at_y(inner.bottom() - FOOT);
    paint_text(ui, bottom, Align2::LEFT_CENTER, text::small(REMARK), theme::palette(ui).muted);
    let covered = cover(scene);
    let (mut chart, panel) = rest.split_top_bottom_at_y(rest.bottom() - COVER - GAP);
    if covered.is_empty() {
        chart.max.y = rest.bottom();
    } else {
        cover_panel(ui, Rect::from_min_max(panel.min, pos2(panel.right(), panel.bottom() - GAP)), &covered);
    }
    let chart =
        Rect::from_min_max(pos2(chart.left(), chart.top() + GAP), pos2(chart.right(), chart.bottom() - GAP));
    if scene.screen.whole_pitch {
        pitch::paint_pitch(ui, chart, true);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(chart).id_salt("pitch"));
        // Nothing can be clicked in a picture.
        pitch::pitch_ui(&mut Board::default(), &mut inside, chart, scene, &mut Vec::new());
    } else {
        columns(ui, chart, scene, shape);
    }
}

/// The plan, the scenario in its colour, unit and day; on the right the program's name.
fn head(ui: &Ui, rect: Rect, scene: Scene<'_>) {
    let palette = theme::palette(ui);
    let (upper, lower) = rect.split_top_bottom_at_y(rect.top() + TOP * 0.52);
    let mark = wordmark(ui, upper);
    let place = Rect::from_min_max(upper.min, pos2(mark.left() - size::GAP_L, upper.bottom()));
    let name = text::figure(&scene.plan.name);
    paint_text(ui, place, Align2::LEFT_CENTER, name, palette.text);

    let colour = colour_index(scene.scenario.colour);
    let facts = format!("{} \u{b7} {}", unit_name(scene), words::date(scene.screen.date));
    let day = text::section(facts);
    let half = Rect::from_min_max(pos2(lower.center().x, lower.top()), lower.max);
    let (covered, _) = paint_text(ui, half, Align2::RIGHT_CENTER, day, palette.text);
    let dot = pos2(lower.left() + size::DOT / 2.0, lower.center().y);
    ui.painter().circle_filled(dot, size::DOT / 2.0, palette.scenario(colour));
    let place = Rect::from_min_max(
        pos2(lower.left() + size::DOT + size::GAP_S, lower.top()),
        pos2(covered.left() - size::GAP_L, lower.bottom()),
    );
    let name = text::section(&scene.scenario.name);
    paint_text(ui, place, Align2::LEFT_CENTER, name, palette.scenario_text(colour));
}

/// The slots, in as many rows of columns as the shape asks for.
fn columns(ui: &mut Ui, area: Rect, scene: Scene<'_>, shape: CardShape) {
    let slots = shown_slots(scene);
    if slots.is_empty() {
        let words = text::body("The formation of this scenario has no place of this unit.");
        paint_text(ui, area, Align2::CENTER_CENTER, words, theme::palette(ui).muted);
        return;
    }
    let rows = slots.len().div_ceil(shape.columns());
    let across = slots.len().div_ceil(rows);
    let height = (area.height() - GAP * (rows - 1) as f32) / rows as f32;
    let width = (area.width() - size::GAP_L * (across - 1) as f32) / across as f32;
    let deepest = slots.iter().map(|slot| scene.scenario.chart(&slot.id).len()).max().unwrap_or(0);
    let fit = Fit::of(deepest, width, height - HEAD);
    for (row, slots) in slots.chunks(across).enumerate() {
        for (column, slot) in slots.iter().enumerate() {
            let corner = vec2((width + size::GAP_L) * column as f32, (height + GAP) * row as f32);
            let rect = Rect::from_min_size(area.min + corner, vec2(width, height));
            column_ui(ui, rect, scene, slot, fit);
        }
    }
}

/// How many cards a column shows, how high each is, and how large its words are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fit {
    shown: usize,
    height: f32,
    zoom: f32,
}

impl Fit {
    /// For columns of this room: everybody if that can be read, else as many as can, and a line for the others.
    fn of(deepest: usize, width: f32, room: f32) -> Self {
        let least = USUAL.0 * ZOOMS.0 + size::GAP_TIGHT;
        let most = |room: f32| (((room + size::GAP_TIGHT) / least).floor() as usize).max(1);
        let all = most(room);
        let (shown, room) =
            if deepest <= all { (deepest.max(1), room) } else { (most(room - MORE), room - MORE) };
        let height = (room + size::GAP_TIGHT) / shown as f32 - size::GAP_TIGHT;
        let zoom = (height / USUAL.0).min(width / USUAL.1).clamp(ZOOMS.0, ZOOMS.1);
        Self { shown, height: height.min(USUAL.0 * zoom.max(1.0) * AIRY), zoom }
    }
}

fn column_ui(ui: &Ui, rect: Rect, scene: Scene<'_>, slot: &Slot, fit: Fit) {
    let palette = theme::palette(ui);
    let chart = scene.scenario.chart(&slot.id);
    let (head, rest) = rect.split_top_bottom_at_y(rect.top() + HEAD);
    let name = text::label(&slot.name).size(text::SECOND_SIZE);
    let head = head.shrink2(vec2(2.0, 0.0));
    paint_text(ui, head, Align2::LEFT_CENTER, name, palette.muted);
    let place = |rank: usize| {
        let top = rest.top() + (fit.height + size::GAP_TIGHT) * rank as f32;
        Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), fit.height))
    };
    if chart.is_empty() {
        widgets::paint_ground(ui, place(0), Ground::Away, false);
        paint_text(ui, place(0), Align2::CENTER_CENTER, text::body("nobody yet"), palette.muted);
    }
    for (rank, id) in chart.iter().take(fit.shown).enumerate() {
        if let Some(facts) = scene.facts(id, Some(&slot.id)) {
            card(ui, place(rank), &facts, rank, fit.zoom);
        } else {
            let words = text::second(format!("{id} is not in this plan"));
            paint_text(ui, place(rank), Align2::LEFT_CENTER, words, palette.muted);
        }
    }
    let hidden = chart.len().saturating_sub(fit.shown);
    if hidden > 0 {
        let top = place(fit.shown).top();
        let line = Rect::from_min_size(pos2(rest.left() + 2.0, top), vec2(rest.width(), MORE - size::GAP_XS));
        let words = text::small(format!("and {hidden} more"));
        paint_text(ui, line, Align2::LEFT_CENTER, words, palette.muted);
    }
}

/// One player: rank, name and chance; age and foot; what matters.
fn card(ui: &Ui, rect: Rect, facts: &CardFacts, rank: usize, zoom: f32) {
    let palette = theme::palette(ui);
    let ground = match (facts.target, facts.faded) {
        (true, _) => Ground::Target,
        (false, true) => Ground::Away,
        (false, false) => Ground::Card,
    };
    widgets::paint_ground(ui, rect, ground, false);
    let inner = rect.shrink2(vec2(size::GAP_M, 0.0));
    let number = text::verdict((rank + 1).to_string()).size(text::VERDICT_SIZE * zoom);
    let rank_place = Rect::from_min_size(inner.min, vec2(18.0 * zoom, inner.height()));
    paint_text(ui, rank_place, Align2::LEFT_CENTER, number, palette.faint);
    let words = Rect::from_min_max(pos2(rank_place.right() + size::GAP_XS, inner.top()), inner.max);

    let (figure, tone) = &facts.figure;
    let no_figure = figure == "\u{2013}";
    let mut parts: Vec<(String, Tone)> = Vec::new();
    if no_figure || facts.under == "suspended" {
        parts.push((facts.under.clone(), Tone::Neutral));
    }
    parts.extend(facts.chips.iter().map(|(words, tone)| (plain(words), *tone)));
    let heights = [19.0 * zoom, 15.0 * zoom, 15.0 * zoom];
    let lines = if parts.is_empty() { 2 } else { 3 };
    let block: f32 = heights.iter().take(lines).sum();
    let mut y = words.center().y - block / 2.0;
    let mut line = |height: f32| {
        let rect = Rect::from_min_max(pos2(words.left(), y), pos2(words.right(), y + height));
        y += height;
        rect
    };
    let [first, second, third] = heights;
    let upper = line(first);
    let color = if *tone == Tone::Neutral { palette.text } else { palette.tone(*tone).text };
    let value = text::section(figure).size(text::SECTION_SIZE * zoom);
    let (value, _) = paint_text(ui, upper, Align2::RIGHT_CENTER, value, color);
    let place = Rect::from_min_max(upper.min, pos2(value.left() - size::GAP_S, upper.bottom()));
    let color = if facts.faded { palette.muted } else { palette.text };
    let name = text::card_name(&facts.name).size(text::CARD_NAME_SIZE * zoom);
    paint_text(ui, place, Align2::LEFT_CENTER, name, color);
    // Not `text::second`, whose weak colour would hide the tones.
    let small = |words: &str| text::body(words).size(text::SECOND_SIZE * zoom);
    paint_text(ui, line(second), Align2::LEFT_CENTER, small(&facts.second), palette.muted);
    if !parts.is_empty() {
        parts_line(ui, line(third), &parts, &small);
    }
}

/// The one or two things that matter; the second only where all of it has room.
fn parts_line(ui: &Ui, rect: Rect, parts: &[(String, Tone)], small: &dyn Fn(&str) -> egui::RichText) {
    let palette = theme::palette(ui);
    let color = |tone: Tone| -> Color32 {
        if tone == Tone::Neutral { palette.muted } else { palette.tone(tone).text }
    };
    let width = |words: &str| {
        let galley = egui::WidgetText::from(small(words));
        let mode = Some(egui::TextWrapMode::Extend);
        galley.into_galley(ui, mode, f32::INFINITY, egui::FontSelection::Default).size().x
    };
    let mut left = rect.left();
    for (at, (words, tone)) in parts.iter().take(2).enumerate() {
        let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        if at > 0 && width(words) > place.width() {
            break;
        }
        left = paint_text(ui, place, Align2::LEFT_CENTER, small(words), color(*tone)).0.right() + size::GAP_M;
    }
}

/// The chance that enough are available, a figure a cell.
fn cover_panel(ui: &Ui, rect: Rect, covered: &[Covered]) {
    let palette = theme::palette(ui);
    ui.painter().add(widgets::panel_frame(palette).paint(rect.shrink(size::GAP_L)));
    let inner = rect.shrink2(vec2(size::GAP_L, size::GAP_S));
    let count = covered.len().max(1) as f32;
    let width = (inner.width() - size::GAP_M * (count - 1.0)) / count;
    for (at, one) in covered.iter().enumerate() {
        let left = inner.left() + (width + size::GAP_M) * at as f32;
        let cell = Rect::from_min_size(pos2(left, inner.top()), vec2(width, inner.height()));
        let (label, value) = cell.split_top_bottom_at_y(cell.top() + cell.height() * 0.4);
        paint_text(ui, label, Align2::LEFT_CENTER, text::small(one.label()), palette.muted);
        let tone = match tone_of(one.chance) {
            Tone::Neutral => Tone::Ok,
            tone => tone,
        };
        let figure = text::figure(words::percent_whole(one.chance));
        let (figure, _) = paint_text(ui, value, Align2::LEFT_CENTER, figure, palette.text);
        let mut right = figure.right();
        if one.unit.is_some() {
            let rest = Rect::from_min_max(pos2(right + size::GAP_TIGHT, value.top()), value.max);
            let words = text::small(format!("{} fit", one.k));
            right = paint_text(ui, rest, Align2::LEFT_CENTER, words, palette.muted).0.right();
        }
        let bar = Rect::from_min_max(
            pos2(right + size::GAP_S, value.center().y - size::BAR_HEIGHT / 2.0),
            pos2(cell.right(), value.center().y + size::BAR_HEIGHT / 2.0),
        );
        if bar.width() > size::GAP_XL {
            widgets::paint_bar(ui, bar, one.chance as f32, tone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_the_depth_the_cards_stay_in_their_column_and_the_rest_is_counted() {
        for room in [226.0, 260.0, 340.0, 480.0] {
            for deepest in 0..=12 {
                let fit = Fit::of(deepest, 200.0, room);
                let more = if fit.shown < deepest { MORE } else { 0.0 };
                let used = (fit.height + size::GAP_TIGHT) * fit.shown as f32 - size::GAP_TIGHT + more;
                assert!(used <= room + 0.01, "{deepest} in {room}: {fit:?}");
                assert!(fit.height >= USUAL.0 * fit.zoom.min(ZOOMS.0) - 0.01, "{deepest} in {room}: {fit:?}");
                assert!(fit.shown >= 3.min(deepest.max(1)));
            }
        }
    }
}
