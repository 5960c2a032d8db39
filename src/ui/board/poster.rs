//! The depth chart as a card fit to be posted: a unit's columns or the whole pitch.

mod lineup;

use egui::{Align2, Color32, Rect, RichText, Ui, pos2, vec2};

use super::facts::CardFacts;
use super::taken::{Covered, REMARK, cover, plain, shown_slots, unit_name};
use super::{Scene, tone_of};
use crate::model::{Slot, words};
use crate::ui::share::{Card, CardShape, Heading, card_name, frame_ui};
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::{self, Ground, paint_text, text_width};

/// Height of the panel with the cover, points: at least, and where the chart leaves room.
const COVER: (f32, f32) = (60.0, 108.0);
/// Between the parts, points.
const GAP: f32 = 12.0;
/// Height of a column's heading, and of the line that counts who does not fit, points.
const HEAD: f32 = 26.0;
const MORE: f32 = 18.0;
/// Size of a column's heading, points.
const HEAD_SIZE: f32 = 13.0;
/// Height and width of a player's card whose words have their usual size, points.
const USUAL: (f32, f32) = (62.0, 200.0);
/// Words are so many times their usual size.
const ZOOMS: (f32, f32) = (0.85, 2.3);
/// A card is at most so many times higher than its words ask for.
const AIRY: f32 = 1.9;
/// Places that belong beside each other stand over each other where that makes words so many times larger.
const GAIN: f32 = 1.25;

/// Height of a line of a player's card but the first, points, and how many say what matters.
const PART_LINE: f32 = 15.0;
const MOST_LINES: usize = 2;

/// Size of a chance in the panel with the cover, points.
const FIGURE: f32 = 22.0;
/// Between two chances where there are few, and width of a chance in its usual size with its bar, points.
const BETWEEN: f32 = 28.0;
const CELL: f32 = 92.0;
/// What they count is so many times smaller or larger at most.
const LABELS: (f32, f32) = (0.8, 1.25);
/// A chance with less room than this goes without a bar, points.
const BARRED: f32 = 120.0;
/// That nobody stands somewhere yet is said no larger than so many times the usual.
const NOBODY: f32 = 1.2;

/// Draws the card over the whole of `ui`.
pub(in crate::ui) fn poster_ui(ui: &mut Ui, scene: Scene<'_>, card: Card) {
    let Scene { plan, scenario, screen, .. } = scene;
    let aside = format!("{} \u{b7} {}", unit_name(scene), words::date(screen.date));
    let heading =
        Heading { club: &plan.club, title: &plan.name, scenario: Some(scenario), facts: "", aside: &aside };
    let content = frame_ui(ui, card, heading, &[(REMARK, theme::palette(ui).muted)]);
    let covered = cover(scene);
    let least = if covered.is_empty() { 0.0 } else { COVER.0 + GAP };
    let room = Rect::from_min_max(content.min, pos2(content.right(), content.bottom() - least));
    let used = if screen.whole_pitch {
        lineup::lineup_ui(ui, room, scene, card.shape);
        room.height()
    } else {
        columns(ui, room, scene, card.shape)
    };
    if !covered.is_empty() {
        let height = (content.height() - used - GAP).clamp(COVER.0, COVER.1);
        let top = content.bottom() - height;
        cover_panel(ui, Rect::from_min_max(pos2(content.left(), top), content.max), &covered);
    }
}

/// The slots, in as many rows of columns as the shape asks for; returns the height they take.
fn columns(ui: &Ui, area: Rect, scene: Scene<'_>, shape: CardShape) -> f32 {
    let slots = shown_slots(scene);
    if slots.is_empty() {
        let words = text::body("The formation of this scenario has no place of this unit.");
        paint_text(ui, area, Align2::CENTER_CENTER, words, theme::palette(ui).muted);
        return area.height();
    }
    let deepest = slots.iter().map(|slot| scene.scenario.chart(&slot.id).len()).max().unwrap_or(0);
    let (across, fit) = arranged(slots.len(), deepest, area, shape);
    let width = across_width(across, area);
    let height = fit.column();
    for (row, slots) in slots.chunks(across).enumerate() {
        for (column, slot) in slots.iter().enumerate() {
            let corner = vec2((width + size::GAP_L) * column as f32, (height + GAP) * row as f32);
            let rect = Rect::from_min_size(area.min + corner, vec2(width, height));
            column_ui(ui, rect, scene, slot, fit);
        }
    }
    (height + GAP) * slots.len().div_ceil(across) as f32 - GAP
}

fn across_width(across: usize, area: Rect) -> f32 {
    (area.width() - size::GAP_L * (across - 1) as f32) / across as f32
}

/// How many columns stand beside each other, and what each shows: as many as can, unless fewer show more players or
/// show them much larger.
fn arranged(count: usize, deepest: usize, area: Rect, shape: CardShape) -> (usize, Fit) {
    let most = match shape {
        CardShape::Wide => 5,
        CardShape::Square => 3,
    };
    let of = |across: usize| {
        let rows = count.div_ceil(across);
        let height = (area.height() - GAP * (rows - 1) as f32) / rows as f32;
        (across, Fit::of(deepest, across_width(across, area), height - HEAD))
    };
    // Rows of equal length.
    let widest = count.div_ceil(count.div_ceil(most)).max(1);
    let better = |best: (usize, Fit), other: (usize, Fit)| {
        let (known, fit) = (best.1, other.1);
        let larger = fit.shown >= known.shown && fit.zoom > known.zoom * GAIN;
        if fit.shown > known.shown || larger { other } else { best }
    };
    (1..widest).rev().map(of).fold(of(widest), better)
}

/// How many cards a column shows, how high each is, how large its words are, and whether a line counts the others.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Fit {
    shown: usize,
    height: f32,
    zoom: f32,
    counts: bool,
}

impl Fit {
    /// For columns of this room: everybody if that can be read, else as many as can, and a line for the others.
    fn of(deepest: usize, width: f32, room: f32) -> Self {
        let least = USUAL.0 * ZOOMS.0 + size::GAP_TIGHT;
        let most = |room: f32| (((room + size::GAP_TIGHT) / least).floor() as usize).max(1);
        let counts = deepest > most(room);
        let (shown, room) = if counts { (most(room - MORE), room - MORE) } else { (deepest.max(1), room) };
        let height = (room + size::GAP_TIGHT) / shown as f32 - size::GAP_TIGHT;
        let zoom = (height / USUAL.0).min(width / USUAL.1).clamp(ZOOMS.0, ZOOMS.1);
        Self { shown, height: height.min(USUAL.0 * zoom.max(1.0) * AIRY), zoom, counts }
    }

    /// Height of a column.
    fn column(self) -> f32 {
        let more = if self.counts { MORE } else { 0.0 };
        HEAD + (self.height + size::GAP_TIGHT) * self.shown as f32 - size::GAP_TIGHT + more
    }
}

fn column_ui(ui: &Ui, rect: Rect, scene: Scene<'_>, slot: &Slot, fit: Fit) {
    let palette = theme::palette(ui);
    let chart = scene.scenario.chart(&slot.id);
    let (head, rest) = rect.split_top_bottom_at_y(rect.top() + HEAD);
    let head = head.shrink2(vec2(2.0, 0.0));
    let name = text::label(&slot.name).size(HEAD_SIZE);
    // Two words for a place are too many where five stand beside each other.
    let name =
        if text_width(ui, &name) > head.width() { text::label(&slot.short).size(HEAD_SIZE) } else { name };
    paint_text(ui, head, Align2::LEFT_CENTER, name, palette.muted);
    let place = |rank: usize| {
        let top = rest.top() + (fit.height + size::GAP_TIGHT) * rank as f32;
        Rect::from_min_size(pos2(rest.left(), top), vec2(rest.width(), fit.height))
    };
    if chart.is_empty() {
        widgets::paint_ground(ui, place(0), Ground::Away, false);
        let words = text::body("nobody yet").size(text::BODY_SIZE * fit.zoom.min(NOBODY));
        paint_text(ui, place(0), Align2::CENTER_CENTER, words, palette.muted);
    }
    for (rank, id) in chart.iter().take(fit.shown).enumerate() {
        if let Some(facts) = scene.posted_facts(id, Some(&slot.id)) {
            player_ui(ui, place(rank), &facts, rank, fit.zoom);
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
fn player_ui(ui: &Ui, rect: Rect, facts: &CardFacts, rank: usize, zoom: f32) {
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
    // Not `text::second`, whose weak colour would hide the tones.
    let small = |words: &str| text::body(words).size(text::SECOND_SIZE * zoom);
    let wide = |words: &str| text_width(ui, &small(words));
    let both = parts.iter().take(2).map(|(words, _)| wide(words) + size::GAP_M).sum::<f32>() - size::GAP_M;
    // How a target comes says that he is not here yet as well.
    if no_figure && parts.len() > 1 && both > words.width() {
        parts.remove(0);
    }
    let [first, second, third] = [19.0 * zoom, PART_LINE * zoom, PART_LINE * zoom];
    let room = ((inner.height() - first - second - 2.0 * size::GAP_S) / third).floor();
    let lines = packed(&parts, words.width(), (room as usize).clamp(1, MOST_LINES), &wide);
    let block = first + second + third * lines.len() as f32;
    let mut y = words.center().y - block / 2.0;
    let mut line = |height: f32| {
        let rect = Rect::from_min_max(pos2(words.left(), y), pos2(words.right(), y + height));
        y += height;
        rect
    };
    let upper = line(first);
    let color = if *tone == Tone::Neutral { palette.text } else { palette.tone(*tone).text };
    let value = text::section(figure).size(text::SECTION_SIZE * zoom);
    let (value, _) = paint_text(ui, upper, Align2::RIGHT_CENTER, value, color);
    let place = Rect::from_min_max(upper.min, pos2(value.left() - size::GAP_S, upper.bottom()));
    let color = if facts.faded { palette.muted } else { palette.text };
    let names = (facts.name.as_str(), facts.surname.as_str());
    let name = card_name(ui, names, place.width(), text::CARD_NAME_SIZE * zoom, |name| text::card_name(name));
    paint_text(ui, place, Align2::LEFT_CENTER, name, color);
    paint_text(ui, line(second), Align2::LEFT_CENTER, small(&facts.second), palette.muted);
    for parts in lines {
        parts_line(ui, line(third), &parts, &small);
    }
}

/// What matters, put on lines of this width: what does not fit beside what stands there gets a line of its own, and
/// what has no room on any is left out.
fn packed<'a>(
    parts: &'a [(String, Tone)],
    width: f32,
    most: usize,
    wide: &dyn Fn(&str) -> f32,
) -> Vec<Vec<&'a (String, Tone)>> {
    let mut lines: Vec<(f32, Vec<&(String, Tone)>)> = Vec::new();
    for part in parts {
        let long = wide(&part.0);
        let begun = lines.len();
        match lines.last_mut() {
            Some((used, line)) if *used + size::GAP_M + long <= width => {
                *used += size::GAP_M + long;
                line.push(part);
            }
            _ if begun < most => lines.push((long, vec![part])),
            _ => {}
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// What matters, beside each other; what is too long even alone is written smaller.
fn parts_line(ui: &Ui, rect: Rect, parts: &[&(String, Tone)], small: &dyn Fn(&str) -> RichText) {
    let palette = theme::palette(ui);
    let color = |tone: Tone| -> Color32 {
        if tone == Tone::Neutral { palette.muted } else { palette.tone(tone).text }
    };
    let mut left = rect.left();
    for (words, tone) in parts {
        let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        let words = small(words);
        let share = (place.width() / text_width(ui, &words).max(1.0)).clamp(ZOOMS.0, 1.0);
        let points = rect.height() * text::SECOND_SIZE / PART_LINE;
        let (drawn, _) = paint_text(ui, place, Align2::LEFT_CENTER, words.size(points * share), color(*tone));
        left = drawn.right() + size::GAP_M;
    }
}

/// The chance that enough are available, a figure a cell.
fn cover_panel(ui: &Ui, rect: Rect, covered: &[Covered]) {
    let palette = theme::palette(ui);
    ui.painter().add(widgets::panel_frame(palette).paint(rect.shrink(size::GAP_L)));
    let inner = rect.shrink2(vec2(size::GAP_L, size::GAP_S));
    let zoom = rect.height() / COVER.0;
    let count = covered.len().max(1) as f32;
    let between = if covered.len() > 4 { size::GAP_L } else { BETWEEN };
    let width = (inner.width() - between * (count - 1.0)) / count;
    let zoom = zoom.min(width / CELL);
    for (at, one) in covered.iter().enumerate() {
        let left = inner.left() + (width + between) * at as f32;
        let cell = Rect::from_min_size(pos2(left, inner.top()), vec2(width, inner.height()));
        let (label, value) = cell.split_top_bottom_at_y(cell.top() + cell.height() * 0.4);
        let points = text::SECOND_SIZE * zoom.min(LABELS.1);
        let words = text::small(one.label());
        let share = label.width() / text_width(ui, &words.clone().size(points)).max(1.0);
        let words = words.size(points * share.clamp(LABELS.0, 1.0));
        paint_text(ui, label, Align2::LEFT_CENTER, words, palette.muted);
        let tone = match tone_of(one.chance) {
            Tone::Neutral => Tone::Ok,
            tone => tone,
        };
        let figure = text::figure(words::percent_whole(one.chance)).size(FIGURE * zoom);
        let (figure, _) = paint_text(ui, value, Align2::LEFT_CENTER, figure, palette.text);
        let half = size::BAR_HEIGHT * zoom / 2.0;
        let bar = Rect::from_min_max(
            pos2(figure.right() + size::GAP_M, value.center().y - half),
            pos2(cell.right(), value.center().y + half),
        );
        if width > BARRED {
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
                assert_eq!(fit.counts, fit.shown < deepest);
                assert!(fit.column() <= HEAD + room + 0.01, "{deepest} in {room}: {fit:?}");
                assert!(fit.height >= USUAL.0 * fit.zoom.min(ZOOMS.0) - 0.01, "{deepest} in {room}: {fit:?}");
                assert!(fit.shown >= 3.min(deepest.max(1)));
            }
        }
    }

    #[test]
    fn what_matters_takes_a_second_line_where_a_card_has_one() {
        let parts = ["not yet here", "Jan 26 \u{b7} \u{a3}35m", "expires Jun 27"];
        let parts = parts.map(|words| (words.to_owned(), Tone::Info));
        let wide = |words: &str| 10.0 * words.chars().count() as f32;
        let shown = |width: f32, most: usize| -> Vec<Vec<String>> {
            let lines = packed(&parts, width, most, &wide);
            lines.into_iter().map(|line| line.into_iter().map(|(words, _)| words.clone()).collect()).collect()
        };
        let [here, deal, contract] = parts.clone().map(|(words, _)| words);
        assert_eq!(shown(1000.0, 1), [vec![here.clone(), deal.clone(), contract.clone()]]);
        assert_eq!(shown(270.0, 2), [vec![here.clone(), deal.clone()], vec![contract.clone()]]);
        assert_eq!(shown(150.0, 2), [vec![here.clone()], vec![deal]]);
        assert_eq!(shown(150.0, 1), [vec![here]]);
    }

    #[test]
    fn a_chart_of_one_or_two_ranks_fills_most_of_its_room() {
        for (shape, area) in [
            (CardShape::Wide, Rect::from_min_size(pos2(0.0, 0.0), vec2(1022.0, 390.0))),
            (CardShape::Square, Rect::from_min_size(pos2(0.0, 0.0), vec2(676.0, 500.0))),
        ] {
            for (count, deepest) in [(1, 1), (1, 2), (2, 1), (2, 2), (3, 2)] {
                let (across, fit) = arranged(count, deepest, area, shape);
                let rows = count.div_ceil(across) as f32;
                let used = fit.column() * rows + GAP * (rows - 1.0);
                let tall = used + COVER.1 - COVER.0;
                assert!(used <= area.height() + 0.01, "{shape:?}, {count} × {deepest}: {used}");
                assert!(tall >= area.height() * 0.6, "{shape:?}, {count} × {deepest}: {used}");
            }
        }
    }

    #[test]
    fn places_stand_beside_each_other_where_all_have_room() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(1022.0, 390.0));
        for count in 1..=5 {
            assert_eq!(arranged(count, 3, area, CardShape::Wide).0, count);
        }
        assert_eq!(arranged(6, 3, area, CardShape::Wide).0, 3);
    }
}
