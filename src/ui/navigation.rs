//! The views on the left.

use egui::{Align2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::command::Command;
use super::screen::{Screen, View};
use super::theme::{self, size, text};
use super::{tour, widgets};

/// Height of a view's button, points, where the window is high enough, and without which its name is left to a tooltip.
const HEIGHT: f32 = 52.0;
const NAMED: f32 = 40.0;
/// Size of its icon, points.
const ICON: f32 = 19.0;
/// A name of more letters is written a size smaller.
const LONG: usize = 10;

/// Draws the list of views.
pub fn navigation_ui(ui: &mut Ui, screen: &Screen, commands: &mut Vec<Command>) {
    let gap = size::GAP_XS - 2.0;
    ui.spacing_mut().item_spacing.y = gap;
    // As high on every view as beside the date bar.
    let room = ui.ctx().content_rect().height() - size::TOP_BAR_HEIGHT - size::DATE_BAR_HEIGHT - size::GAP_S;
    let height = (room / View::ALL.len() as f32 - gap).floor().clamp(ICON, HEIGHT);
    let named = height >= NAMED;
    ui.add_space(size::GAP_S);
    for view in View::ALL {
        let shown = screen.view == view;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, view.name()));
        if response.clicked() || super::targets::carried_over_board(ui, rect, view, shown) {
            commands.push(Command::Show(view));
        }
        let palette = theme::palette(ui);
        let long = view.name().len() > LONG;
        let ground = rect.shrink2(vec2(if long { 2.0 } else { 6.0 }, 0.0));
        let radius = f32::from(size::RADIUS_CONTROL);
        if shown {
            ui.painter().rect_filled(ground, radius, palette.raised);
            ui.painter().rect_stroke(
                ground,
                radius,
                Stroke::new(size::HAIRLINE, palette.line),
                egui::StrokeKind::Inside,
            );
            let inset = vec2(0.0, height.min(12.0) / 2.0);
            // A long name reaches into the edge, which ends above it.
            let below = if long && named { height * 24.0 / HEIGHT } else { inset.y };
            let edge =
                Rect::from_min_size(ground.left_top() + inset, vec2(2.0, ground.height() - inset.y - below));
            ui.painter().rect_filled(edge, 1.0, palette.accent);
        } else if response.hovered() {
            ui.painter().rect_filled(ground, radius, palette.hover);
        }
        tour::mark(ui, tour::Mark::View(view), rect);
        widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
        let icon = view.action().icon();
        let color = if shown { palette.text } else { palette.muted };
        let upper = if named { rect.with_max_y(rect.top() + height * 32.0 / HEIGHT) } else { rect };
        widgets::paint_text(ui, upper, Align2::CENTER_CENTER, text::icon(icon, ICON), color);
        if !named {
            response.on_hover_text(view.name());
            continue;
        }
        let lower = Rect::from_min_max(pos2(rect.left(), rect.top() + height * 28.0 / HEIGHT), rect.max);
        let mut name = text::small(view.name());
        if long {
            name = name.size(text::LABEL_SIZE - 1.0);
        }
        widgets::paint_text(ui, lower, Align2::CENTER_CENTER, name, color);
    }
}
