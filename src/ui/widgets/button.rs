//! Buttons beyond egui's own, which the theme already styles.

use egui::{
    Align2, Color32, CornerRadius, Response, Role, Sense, Stroke, Ui, Vec2, Widget, WidgetInfo, WidgetText,
    vec2,
};

use super::paint::{anchored, focus_ring, line};
use crate::ui::theme::{self, icons, size, text};

/// The one thing to do next: a button filled with the accent colour.
#[must_use = "add it with ui.add(…)"]
pub struct PrimaryButton<'a> {
    words: &'a str,
}

impl<'a> PrimaryButton<'a> {
    /// A button that says `words`.
    pub fn new(words: &'a str) -> Self {
        Self { words }
    }
}

impl Widget for PrimaryButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        // Size
        let padding = ui.spacing().button_padding;
        let words = text::strong(self.words);
        let galley = line(ui, words, ui.available_width() - 2.0 * padding.x);
        let wanted = vec2((galley.size().x + 2.0 * padding.x).ceil(), size::CONTROL_HEIGHT);
        // Allocate
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        // Interact
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.words));
        // Paint
        let palette = theme::palette(ui);
        let toward = palette.text;
        let lit = response.hovered() || response.has_focus();
        let fill = if lit { palette.accent.lerp_to_gamma(toward, theme::wash::LIT) } else { palette.accent };
        let radius = CornerRadius::same(size::RADIUS_CONTROL);
        ui.painter().rect_filled(rect, radius, fill);
        if response.has_focus() {
            // The usual ring is of the accent colour, which would not show here.
            let stroke = Stroke::new(size::FOCUS_RING, palette.text);
            ui.painter().rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
        }
        let elided = galley.elided;
        let place = anchored(ui, galley.size(), Align2::CENTER_CENTER, rect);
        ui.painter().galley_with_override_text_color(place, galley, palette.on_accent);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if elided { response.on_hover_text(self.words) } else { response }
    }
}

/// A box to choose from a list, with the caret of our menus. Give it its name for screen readers.
pub fn combo_box(salt: impl std::hash::Hash + std::fmt::Debug) -> egui::ComboBox<'static> {
    egui::ComboBox::from_id_salt(salt).icon(|ui, rect, visuals, _| {
        let caret = text::icon(icons::CARET_DOWN, text::BODY_SIZE);
        super::paint_text(ui, rect, Align2::CENTER_CENTER, caret, visuals.fg_stroke.color);
    })
}

/// A square button with an icon; its words are its tooltip and its name for screen readers.
#[must_use = "add it with ui.add(…)"]
pub struct IconButton<'a> {
    icon: &'a str,
    words: &'a str,
    shortcut: Option<String>,
    selected: bool,
    side: f32,
}

impl<'a> IconButton<'a> {
    /// Size of the icon as a share of the button.
    const ICON: f32 = 0.56;

    /// A button drawn as `icon` that does what `words` say.
    pub fn new(icon: &'a str, words: &'a str) -> Self {
        Self { icon, words, shortcut: None, selected: false, side: size::CONTROL_HEIGHT }
    }

    /// Adds the keys that do the same to the tooltip.
    pub fn shortcut(mut self, keys: impl Into<String>) -> Self {
        self.shortcut = Some(keys.into());
        self
    }

    /// Shows what the button stands for as switched on.
    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Makes the button `side` points wide and high.
    pub fn side(mut self, side: f32) -> Self {
        self.side = side;
        self
    }
}

impl Widget for IconButton<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let Self { icon, words, shortcut, selected, side } = self;
        // Size, allocate
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
        // Interact
        response.widget_info(|| {
            if selected {
                WidgetInfo::selected(Role::Button, ui.is_enabled(), true, words)
            } else {
                WidgetInfo::labeled(Role::Button, ui.is_enabled(), words)
            }
        });
        // Paint
        let palette = theme::palette(ui);
        let lit = response.hovered() || response.has_focus();
        let (ground, ink) = match (ui.is_enabled(), selected, lit) {
            (true, true, _) => {
                let shades = palette.tone(theme::Tone::Accent);
                (shades.tint, shades.text)
            }
            (true, false, true) => (palette.hover, palette.text),
            (true, false, false) | (false, ..) => (Color32::TRANSPARENT, palette.muted),
        };
        ui.painter().rect_filled(rect, CornerRadius::same(size::RADIUS_CONTROL), ground);
        super::paint_text(
            ui,
            rect,
            Align2::CENTER_CENTER,
            text::icon(icon, (side * Self::ICON).round()),
            ink,
        );
        focus_ring(ui, &response, size::RADIUS_CONTROL);

        let tip = |ui: &mut Ui| {
            ui.horizontal(|ui| {
                ui.label(WidgetText::from(text::body(words)));
                if let Some(keys) = shortcut.as_deref() {
                    ui.label(text::second(keys));
                }
            });
        };
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if response.enabled() { response.on_hover_ui(tip) } else { response.on_disabled_hover_ui(tip) }
    }
}
