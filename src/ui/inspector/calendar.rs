//! A month to pick a day from.

use egui::{Align2, Id, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};
use jiff::ToSpan as _;

use crate::model::{Date, words};
use crate::ui::focus::stays_open;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{IconButton, focus_ring, focus_ring_around, paint_text};

use super::pane::ROW;

/// Side of the square of a day.
const DAY: f32 = 28.0;

/// The button that opens the calendar; it shows where `lit`, and under the pointer or the keyboard.
///
/// Opens at `chosen`, else at `otherwise`. Returns the day that was picked.
pub(super) fn button_ui(
    ui: &mut Ui,
    id: Id,
    name: &str,
    chosen: Option<Date>,
    otherwise: Date,
    lit: bool,
) -> Option<Date> {
    let (rect, response) = ui.allocate_exact_size(vec2(ROW, ROW), Sense::click());
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("Pick a day: {name}")));
    let popup =
        Popup::from_toggle_button_response(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let open = popup.is_open();
    if lit || open || response.hovered() || response.has_focus() {
        let palette = theme::palette(ui);
        let ink = if response.hovered() || open { palette.text } else { palette.muted };
        paint_text(ui, rect, Align2::CENTER_CENTER, text::icon(icons::CALENDAR, text::CARD_NAME_SIZE), ink);
    }
    focus_ring(ui, &response, size::RADIUS_CONTROL);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text("Pick a day");
    let first = chosen.unwrap_or(otherwise).first_of_month();
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(id, first));
    }
    let mut picked = None;
    popup.show(|ui| {
        stays_open(ui);
        let mut month = ui.data(|data| data.get_temp(id)).unwrap_or(first);
        picked = month_ui(ui, &mut month, chosen);
        ui.data_mut(|data| data.insert_temp(id, month));
        if picked.is_some() {
            ui.close();
        }
    });
    picked
}

/// A month with its days; `month` is its first day.
fn month_ui(ui: &mut Ui, month: &mut Date, chosen: Option<Date>) -> Option<Date> {
    let week = words::style().week;
    let width = DAY * 7.0;
    ui.set_width(width);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.horizontal(|ui| {
        let step = |ui: &mut Ui, icon, words| ui.add(IconButton::new(icon, words).side(DAY)).clicked();
        if step(ui, icons::CARET_LEFT, "Month before") {
            *month = month.saturating_sub(1.month());
        }
        let room = vec2(width - 4.0 * DAY, DAY);
        let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
        let title = words::month_full_year(*month);
        paint_text(ui, rect, Align2::CENTER_CENTER, text::strong(title), theme::palette(ui).text);
        if step(ui, icons::CARET_RIGHT, "Next month") {
            *month = month.saturating_add(1.month());
        }
        if step(ui, icons::MINUS, "Year before") {
            *month = month.saturating_sub(1.year());
        }
        if step(ui, icons::ADD, "Next year") {
            *month = month.saturating_add(1.year());
        }
    });
    ui.horizontal(|ui| {
        for day in week.week().map(words::weekday_short) {
            let (rect, _) = ui.allocate_exact_size(vec2(DAY, ROW), Sense::hover());
            paint_text(ui, rect, Align2::CENTER_CENTER, text::small(day), theme::palette(ui).muted);
        }
    });
    let offset = month.weekday().since(week.weekday());
    let days = month.days_in_month();
    let mut picked = None;
    for week in 0..6_i8 {
        ui.horizontal(|ui| {
            for place in 0..7_i8 {
                let number = week * 7 + place - offset + 1;
                if !(1..=days).contains(&number) {
                    ui.allocate_exact_size(vec2(DAY, DAY), Sense::hover());
                } else if let Ok(day) = Date::new(month.year(), month.month(), number)
                    && day_ui(ui, day, chosen == Some(day)).clicked()
                {
                    picked = Some(day);
                }
            }
        });
    }
    picked
}

fn day_ui(ui: &mut Ui, day: Date, chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(DAY, DAY), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, words::date(day)));
    let palette = theme::palette(ui);
    let square: Rect = rect.shrink(1.0);
    let accent = palette.tone(Tone::Accent);
    if chosen {
        ui.painter().rect_filled(square, size::RADIUS_CONTROL, accent.tint);
    } else if response.hovered() {
        ui.painter().rect_filled(square, size::RADIUS_CONTROL, palette.hover);
    }
    focus_ring_around(ui, &response, square, size::RADIUS_CONTROL);
    let ink = if chosen { accent.text } else { palette.text };
    paint_text(ui, rect, Align2::CENTER_CENTER, text::body(day.day().to_string()), ink);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::model::words::{Style, WeekStart, in_style};

    #[test]
    fn the_first_column_is_the_day_the_week_begins_with() {
        for (week, first, last) in [
            (WeekStart::Monday, "5 Jan 2026", "11 Jan 2026"),
            (WeekStart::Sunday, "4 Jan 2026", "10 Jan 2026"),
            (WeekStart::Saturday, "3 Jan 2026", "9 Jan 2026"),
        ] {
            in_style(Style { week, ..Style::default() }, || {
                let mut month = jiff::civil::date(2026, 1, 1);
                let mut window = Harness::builder().with_context_setup(theme::install).build_ui(move |ui| {
                    month_ui(ui, &mut month, None);
                });
                window.run();
                let left = |day: &str| window.get_by_label(day).rect().left();
                let days = (1..=31).map(|day| left(&format!("{day} Jan 2026")));
                let (west, east) =
                    days.fold((f32::MAX, f32::MIN), |(west, east), x| (west.min(x), east.max(x)));
                assert_eq!((left(first), left(last)), (west, east), "{week:?}");
            });
        }
    }
}
