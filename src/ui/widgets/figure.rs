//! A number to be seen from afar, with what it means and how it changed.

use egui::{
    Align2, FontSelection, Rect, Response, Role, Sense, TextWrapMode, Ui, Vec2, Widget, WidgetInfo, vec2,
};
use egui::{WidgetText, pos2};

use super::bar::paint_bar;
use super::chip::paint_chip;
use super::paint::{focus_ring, line};
use crate::ui::theme::{self, Tone, size, text};

/// A figure: what is measured, the number, its change, and a bar. A click asks how it was made.
#[must_use = "add it with ui.add(…)"]
pub struct Figure<'a> {
    label: &'a str,
    value: &'a str,
    tone: Tone,
    delta: Option<(&'a str, Tone)>,
    share: Option<f32>,
    width: Option<f32>,
}

impl<'a> Figure<'a> {
    /// The number `value`, and `label` over it.
    pub fn new(label: &'a str, value: &'a str) -> Self {
        Self { label, value, tone: Tone::Neutral, delta: None, share: None, width: None }
    }

    /// Colours the bar.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Adds a chip with the change, such as "+18.2", and what to think of it.
    pub fn delta(mut self, words: &'a str, tone: Tone) -> Self {
        self.delta = Some((words, tone));
        self
    }

    /// Adds a bar filled to `share` (0 to 1).
    pub fn share(mut self, share: f32) -> Self {
        self.share = Some(share);
        self
    }

    /// Makes the figure `width` points wide instead of as wide as the place.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    fn name(&self) -> String {
        let Self { label, value, delta, .. } = self;
        delta.map_or_else(|| format!("{label}: {value}"), |(change, _)| format!("{label}: {value}, {change}"))
    }
}

impl Widget for Figure<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        // Size
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let label = WidgetText::from(text::second(self.label));
        let label = label.into_galley(ui, Some(TextWrapMode::Wrap), width, FontSelection::Default);
        let value = line(ui, text::figure(self.value), width);
        let delta_width = self.delta.map_or(0.0, |(words, _)| {
            line(ui, text::small(words), width).size().x + 2.0 * size::CHIP_PADDING + size::GAP_S
        });
        let beside = value.size().x + delta_width <= width;
        let below = if beside { 0.0 } else { size::CHIP_HEIGHT + size::GAP_XS };
        let bar = if self.share.is_some() { size::BAR_HEIGHT + size::GAP_XS } else { 0.0 };
        let height = label.size().y + value.size().y + below + bar;
        // Allocate
        let (rect, response) = ui.allocate_exact_size(vec2(width, height.ceil()), Sense::click());
        // Interact
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name()));
        // Paint
        let palette = theme::palette(ui);
        let lit = response.hovered() || response.has_focus();
        let mut corner = rect.min;
        let (label_height, value_size) = (label.size().y, value.size());
        ui.painter().galley(corner, label, palette.muted);
        corner.y += label_height;
        let ink = if lit { palette.tone(Tone::Accent).text } else { palette.text };
        ui.painter().galley(corner, value, ink);
        if let Some((words, tone)) = self.delta {
            let place = if beside {
                let left = pos2(corner.x + value_size.x + size::GAP_S, corner.y);
                Rect::from_min_size(left, vec2(rect.right() - left.x, value_size.y))
            } else {
                Rect::from_min_size(corner + Vec2::new(0.0, value_size.y), vec2(width, size::CHIP_HEIGHT))
            };
            paint_chip(ui, place, words, tone);
        }
        if let Some(share) = self.share {
            let place = Align2::LEFT_BOTTOM.align_size_within_rect(vec2(width, size::BAR_HEIGHT), rect);
            paint_bar(ui, place, share, self.tone);
        }
        focus_ring(ui, &response, size::RADIUS_CONTROL);
        response.on_hover_cursor(egui::CursorIcon::PointingHand)
    }
}
