//! How likely he is to be fit, over the days.

use egui::{Label, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::model::{Date, words};
use crate::ui::theme::{self, Tone, size, text};

use super::pane::{Pane, heading_ui};

/// Height of the chart.
const HEIGHT: f32 = 64.0;
/// Room above and below the curve, so that it does not touch the frame at 0 % and 100 %.
const ROOM: f32 = 7.0;

pub(super) fn ui(ui: &mut Ui, pane: &Pane<'_>) {
    let facts = pane.facts;
    let shown = pane.screen.date;
    heading_ui(ui, "Fitness", |ui| {
        if let Some(chance) = facts.fit_today {
            let chance = words::percent_whole(f64::from(chance));
            ui.label(text::second(format!("{chance} fit on {}", words::day_month(shown))));
        }
    });
    if facts.fitness.len() > 1 {
        chart_ui(ui, &facts.fitness, shown);
        ui.add_space(size::GAP_S);
    }
    for words in [&facts.away_words, &facts.fitness_words].into_iter().filter(|words| !words.is_empty()) {
        ui.add(Label::new(text::second(words.as_str())).wrap());
        ui.add_space(size::GAP_TIGHT);
    }
}

fn chart_ui(ui: &mut Ui, days: &[(Date, f32)], shown: Date) {
    let (Some((first, _)), Some((last, _))) = (days.first(), days.last()) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Image, ui.is_enabled(), "Chance to be fit, over the season")
    });
    let palette = theme::palette(ui);
    ui.painter().rect(
        rect,
        size::RADIUS_CONTROL,
        palette.bg,
        Stroke::new(size::HAIRLINE, palette.line),
        StrokeKind::Inside,
    );
    let inner: Rect = rect.shrink2(vec2(1.0, ROOM));
    let span = (*last - *first).get_days().max(1) as f32;
    let x = |day: Date| inner.left() + inner.width() * (day - *first).get_days() as f32 / span;
    let points: Vec<Pos2> = days
        .iter()
        .map(|(day, chance)| pos2(x(*day), inner.bottom() - inner.height() * chance.clamp(0.0, 1.0)))
        .collect();
    let accent = palette.tone(Tone::Accent).mark;
    if (*first..=*last).contains(&shown) {
        let marker = [pos2(x(shown), rect.top() + 2.0), pos2(x(shown), rect.bottom() - 2.0)];
        ui.painter().extend(Shape::dashed_line(&marker, Stroke::new(size::OUTLINE, accent), 3.0, 3.0));
    }
    ui.painter().add(Shape::line(points, Stroke::new(size::CURVE, palette.tone(Tone::Ok).mark)));
    if let Some(pointer) = response.hover_pos() {
        let share = ((pointer.x - inner.left()) / inner.width()).clamp(0.0, 1.0);
        let at = (share * (days.len() - 1) as f32).round() as usize;
        if let Some((day, chance)) = days.get(at) {
            let words = format!("{}: {}", words::date(*day), words::percent_whole(f64::from(*chance)));
            response.on_hover_text_at_pointer(words);
        }
    }
}
