//! The style of egui's own widgets in our colours.

use egui::style::{
    HandleShape, ScrollAnimation, ScrollStyle, Selection, Spacing, TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::{
    Color32, CornerRadius, CursorIcon, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals,
    vec2,
};

use super::text::{self, Weight};
use super::{Palette, Theme, Tone, size};

/// The style of `theme`.
pub(super) fn style(theme: Theme) -> Style {
    let palette = theme.palette();
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, FontId::new(text::LABEL_SIZE, FontFamily::Proportional)),
            (TextStyle::Body, FontId::new(text::BODY_SIZE, FontFamily::Proportional)),
            (TextStyle::Button, FontId::new(text::BODY_SIZE, FontFamily::Proportional)),
            (TextStyle::Monospace, FontId::new(text::BODY_SIZE, FontFamily::Monospace)),
            (TextStyle::Heading, text::font(text::SECTION_SIZE, Weight::Semibold)),
        ]
        .into(),
        spacing: spacing(),
        visuals: visuals(theme, palette),
        // Nothing moves of its own accord, so no frame is drawn while nothing changes.
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        compact_menu_style: false,
        ..Style::default()
    };
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.35;
    #[cfg(debug_assertions)]
    {
        style.debug.show_unaligned = false;
    }
    style
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(size::GAP_S, size::GAP_S),
        window_margin: Margin::same(size::GAP_L as i8),
        menu_margin: Margin::same(6),
        // High enough that a line of text fills a control, and so stands in its middle.
        button_padding: vec2(size::GAP_M, 7.0),
        interact_size: vec2(size::CONTROL_HEIGHT, size::CONTROL_HEIGHT),
        indent: size::GAP_L,
        icon_width: 16.0,
        icon_width_inner: 9.0,
        icon_spacing: 6.0,
        combo_width: 96.0,
        text_edit_width: 200.0,
        slider_width: 140.0,
        slider_rail_height: 4.0,
        tooltip_width: size::TOOLTIP_WIDTH,
        menu_spacing: 2.0,
        scroll: ScrollStyle {
            floating: true,
            bar_width: 8.0,
            floating_width: 4.0,
            handle_min_length: 28.0,
            bar_inner_margin: 2.0,
            bar_outer_margin: 2.0,
            foreground_color: true,
            dormant_handle_opacity: 0.18,
            active_handle_opacity: 0.3,
            interact_handle_opacity: 0.5,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            // Where something is cut off there is more of it.
            fade: egui::style::ScrollFadeStyle { strength: 1.0, size: size::GAP_XL },
            ..ScrollStyle::floating()
        },
        ..Spacing::default()
    }
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let base = match theme {
        Theme::Dark => Visuals::dark(),
        Theme::Light => Visuals::light(),
    };
    let highlight = palette.tone(Tone::Accent);
    Visuals {
        weak_text_color: Some(palette.muted),
        widgets: widgets(palette),
        selection: Selection { bg_fill: highlight.tint, stroke: Stroke::new(1.5, highlight.text) },
        hyperlink_color: palette.tone(Tone::Info).text,
        faint_bg_color: palette.raised,
        extreme_bg_color: palette.bg,
        text_edit_bg_color: Some(palette.bg),
        code_bg_color: palette.raised,
        warn_fg_color: palette.tone(Tone::Warn).text,
        error_fg_color: palette.tone(Tone::Bad).text,
        window_corner_radius: CornerRadius::same(size::RADIUS_PANEL),
        window_shadow: shadow(palette),
        window_fill: palette.surface,
        window_stroke: Stroke::new(size::HAIRLINE, palette.line_strong),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(size::RADIUS_CONTROL + 2),
        panel_fill: palette.surface,
        popup_shadow: shadow(palette),
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(1.5, palette.accent),
            blink: false,
            ..TextCursorStyle::default()
        },
        indent_has_left_vline: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Rect { aspect_ratio: 0.35 },
        interact_cursor: Some(CursorIcon::PointingHand),
        image_loading_spinners: false,
        ..base
    }
}

/// The shadow under whatever floats: popups, windows, a dragged card.
fn shadow(palette: &Palette) -> Shadow {
    Shadow { offset: [0, 8], blur: 24, spread: 0, color: palette.shadow }
}

fn widgets(palette: &Palette) -> Widgets {
    let plain = WidgetVisuals {
        bg_fill: palette.track,
        weak_bg_fill: palette.raised,
        bg_stroke: Stroke::new(size::HAIRLINE, palette.line_strong),
        corner_radius: CornerRadius::same(size::RADIUS_CONTROL),
        fg_stroke: Stroke::new(1.5, palette.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_fill: palette.surface,
            weak_bg_fill: palette.surface,
            bg_stroke: Stroke::new(size::HAIRLINE, palette.line),
            fg_stroke: Stroke::new(size::HAIRLINE, palette.text),
            ..plain
        },
        inactive: plain,
        hovered: WidgetVisuals {
            bg_fill: palette.line_strong,
            weak_bg_fill: palette.hover,
            bg_stroke: Stroke::new(size::HAIRLINE, palette.faint),
            ..plain
        },
        // Pressed, or holding the keyboard: the ring shows where the keys go.
        active: WidgetVisuals {
            bg_fill: palette.line_strong,
            weak_bg_fill: palette.hover,
            bg_stroke: Stroke::new(size::FOCUS_RING, palette.accent),
            ..plain
        },
        open: WidgetVisuals {
            weak_bg_fill: palette.hover,
            bg_stroke: Stroke::new(size::HAIRLINE, palette.accent),
            ..plain
        },
    }
}

/// Makes the buttons of a menu flat rows that light up, also under the keyboard.
pub(super) fn menu(style: &mut Style) {
    let Widgets { inactive, hovered, active, open, .. } = &mut style.visuals.widgets;
    for visuals in [&mut *inactive, &mut *hovered, &mut *active, &mut *open] {
        visuals.bg_stroke = Stroke::NONE;
        visuals.corner_radius = CornerRadius::same(size::RADIUS_CONTROL - 2);
    }
    inactive.weak_bg_fill = Color32::TRANSPARENT;
    style.spacing.button_padding = vec2(size::GAP_S, size::GAP_XS);
}
