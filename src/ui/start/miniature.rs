//! A plan's board in small: the first unit's depth chart, and under it the cover of every scenario over the season.

use egui::{CornerRadius, Rect, Stroke, Ui, pos2, vec2};

use crate::forecast::UnitForecast;
use crate::model::{Date, Plan};
use crate::ui::board::{Outlook, card_facts};
use crate::ui::derived::season_span;
use crate::ui::screen::Screen;
use crate::ui::theme::{self, Avatar, Tone, size};
use crate::ui::time::{Axis, Band, Line, Plot, area, bands, colour_index, line};
use crate::ui::widgets::dashed_rect;

// Lengths are those of a sample's card; a smaller picture has all of them smaller.

/// Ranks that are shown, and how many slots beside each other.
const RANKS: usize = 4;
const SLOTS: usize = 3;
/// Height of the season at the bottom, points.
const SEASON: f32 = 24.0;
/// Height of a card and the gap to the next, points.
const CARD: f32 = 10.0;
const GAP: f32 = 3.0;
/// Margin around the cards, points.
const MARGIN: f32 = 9.0;
/// Side of the square that stands for initials, points.
const AVATAR: f32 = 5.0;
/// Height of the stroke that stands for a name, and its length as a share of the card.
const NAME: f32 = 2.0;
const NAME_LENGTH: f32 = 0.4;
/// How much of a scenario's colour fills the area under its curve.
const AREA: f32 = 0.2;

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Miniature {
    /// The cards of every slot, from the first choice on.
    slots: Vec<Vec<Card>>,
    /// The curves, that of the first scenario last.
    curves: Vec<Curve>,
    /// The season, and its windows.
    days: (Date, Date),
    bands: Vec<Band>,
}

/// A player as his card on the board has him.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Card {
    avatar: Avatar,
    target: bool,
    faded: bool,
    /// What his weightiest chip says of him.
    chip: Option<Tone>,
}

/// The cover of a scenario.
#[derive(Clone, Debug, PartialEq)]
struct Curve {
    colour: usize,
    shown: bool,
    forecast: UnitForecast,
}

impl Miniature {
    /// The board as the plan shows it when it is opened; none of a plan without scenario or unit.
    pub(super) fn of(plan: &Plan) -> Option<Self> {
        let screen = Screen::of(plan);
        let scenario = screen.scenario(plan)?;
        let card = |id, slot| {
            let player = plan.player(id)?;
            let facts = card_facts(plan, scenario, player, Some(slot), screen.date, Outlook::default());
            let chip = facts.chips.first().map(|(_, tone)| *tone).filter(|tone| *tone != Tone::Neutral);
            Some(Card { avatar: facts.avatar, target: facts.target, faded: facts.faded, chip })
        };
        let slots = plan.slots_of(scenario, &screen.unit).into_iter().take(SLOTS);
        let slots = slots
            .map(|slot| {
                scenario.chart(&slot.id).iter().filter_map(|id| card(id, &slot.id)).take(RANKS).collect()
            })
            .collect();
        let days = season_span(plan.as_of);
        let mut curves: Vec<Curve> = plan
            .scenarios
            .iter()
            .filter_map(|other| {
                let forecast = UnitForecast::of(plan, &other.id, &screen.unit, days.0, days.1)?;
                let shown = other.id == scenario.id;
                Some(Curve { colour: colour_index(other.colour), shown, forecast })
            })
            .collect();
        curves.sort_by_key(|curve| curve.shown);
        Some(Self { slots, curves, days, bands: bands(plan) })
    }

    /// Paints it into `rect`, at `scale` of the size that a sample's card has.
    pub(super) fn paint(&self, ui: &Ui, rect: Rect, scale: f32) {
        let [season, card_height, gap, margin] = [SEASON, CARD, GAP, MARGIN].map(|length| length * scale);
        let (chart, season) = rect.split_top_bottom_at_y(rect.bottom() - season);
        self.paint_season(ui, season.shrink2(vec2(margin, 0.0)).with_max_y(rect.bottom() - gap * 2.0));
        let inside = chart.shrink(margin);
        let count = self.slots.len().max(1) as f32;
        let width = ((inside.width() - (count - 1.0) * margin) / count).floor();
        for (at, slot) in self.slots.iter().enumerate() {
            let left = inside.left() + (width + margin) * at as f32;
            for (rank, card) in slot.iter().enumerate() {
                let top = inside.top() + (card_height + gap) * rank as f32;
                card.paint(ui, Rect::from_min_size(pos2(left, top), vec2(width, card_height)), scale);
            }
        }
    }

    fn paint_season(&self, ui: &Ui, rect: Rect) {
        let palette = theme::palette(ui);
        let axis = Axis::new(self.days.0, self.days.1, rect.left(), rect.right());
        for band in &self.bands {
            band.paint(ui, &axis, rect.top(), rect.bottom());
        }
        let plot = Plot { axis, top: rect.top() + size::GAP_HAIR, bottom: rect.bottom() };
        for Curve { colour, shown, forecast } in &self.curves {
            let color = palette.scenario(*colour);
            let style = if *shown { Line::Solid } else { Line::Dashed };
            for points in plot.points(forecast, forecast.target_depth) {
                if *shown {
                    ui.painter().add(area(&points, rect.bottom(), color.gamma_multiply(AREA)));
                }
                ui.painter().extend(line(points, color, style));
            }
        }
    }
}

impl Card {
    fn paint(self, ui: &Ui, rect: Rect, scale: f32) {
        let [gap, side, height] = [GAP, AVATAR, NAME].map(|length| length * scale);
        let palette = theme::palette(ui);
        let painter = ui.painter();
        let radius = size::RADIUS_CONTROL / 4;
        let ground = match (self.target, self.faded) {
            (true, _) => palette.target_ground,
            (false, true) => palette.bg,
            (false, false) => palette.raised,
        };
        painter.rect_filled(rect, CornerRadius::same(radius), ground);
        if self.target {
            dashed_rect(painter, rect, radius, Stroke::new(size::HAIRLINE, palette.target_line));
        } else {
            let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
            painter.rect_stroke(rect, CornerRadius::same(radius), stroke, egui::StrokeKind::Inside);
        }
        let inside = rect.shrink(gap);
        let middle = rect.center().y;
        let (_, ink) = palette.avatar(self.avatar);
        let avatar = Rect::from_center_size(pos2(inside.left() + side / 2.0, middle), vec2(side, side));
        painter.rect_filled(avatar, size::HAIRLINE, ink);
        let bar = |left: f32, length: f32| {
            Rect::from_min_size(pos2(left, middle - height / 2.0), vec2(length, height))
        };
        let name = bar(avatar.right() + gap, inside.width() * NAME_LENGTH);
        painter.rect_filled(name, height / 2.0, if self.faded { palette.faint } else { palette.muted });
        if let Some(tone) = self.chip {
            let length = inside.width() / 4.0;
            painter.rect_filled(bar(inside.right() - length, length), height / 2.0, palette.tone(tone).mark);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_of_the_first_sample_has_its_injury_and_its_target() {
        let picture = Miniature::of(&crate::ui::testing::sample()).unwrap();
        let cards: Vec<&Card> = picture.slots.iter().flatten().collect();
        assert_eq!(picture.slots.len(), 2, "left and right centre-back");
        assert!(cards.iter().any(|card| card.avatar == Avatar::Injured && card.faded));
        assert!(cards.iter().any(|card| card.target));
        assert_eq!(picture.curves.len(), 3);
        assert!(picture.curves.last().unwrap().shown, "the shown scenario lies over the others");
    }

    #[test]
    fn a_plan_without_a_scenario_has_no_picture() {
        let mut plan = crate::ui::testing::sample();
        plan.scenarios.clear();
        assert_eq!(Miniature::of(&plan), None);
    }
}
