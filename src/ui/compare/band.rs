//! The sentence first: what more it costs, what more it covers, and when waiting is the better bet.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, Galley, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, size};
use crate::ui::tour::{self, Mark};
use crate::ui::widgets::fading_rect;

/// A band narrower than this has the line under the sentences on two, points.
const TWO_LINES: f32 = 940.0;
/// Height of a line of controls, points.
const LINE: f32 = size::CHIP_HEIGHT + size::GAP_S;
/// Margin inside the band, points.
const MARGIN: f32 = 16.0;
/// Between the two sentences, points.
const BETWEEN: f32 = 5.0;

/// Words of a sentence; what stands out is a figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) words: String,
    pub(super) stands_out: bool,
}

/// The two sentences in words and figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sentences {
    pub(super) first: Vec<Part>,
    pub(super) second: Vec<Part>,
}

impl Sentences {
    /// Laid out no wider than `width`: the verdict, and what stands under it.
    pub(super) fn galleys(&self, ui: &Ui, colour: usize, width: f32, sizes: [f32; 2]) -> [Arc<Galley>; 2] {
        let palette = theme::palette(ui);
        let figure = palette.scenario_text(colour);
        let [first, second] = sizes;
        [
            sentence(ui, &self.first, width, (first, Weight::Semibold), [palette.text, figure]),
            sentence(ui, &self.second, width, (second, Weight::Regular), [palette.muted, palette.text]),
        ]
    }
}

fn sentence(
    ui: &Ui,
    parts: &[Part],
    width: f32,
    (points, weight): (f32, Weight),
    [plain, figure]: [Color32; 2],
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width.max(1.0);
    for part in parts {
        let (color, weight) = if part.stands_out { (figure, Weight::Bold) } else { (plain, weight) };
        job.append(&part.words, 0.0, TextFormat::simple(text::font(points, weight), color));
    }
    ui.painter().layout_job(job)
}

/// Draws the band over the width of `ui`; `below` draws the line under the sentences.
pub(super) fn band_ui(ui: &mut Ui, sentences: &Sentences, colour: usize, below: impl FnOnce(&mut Ui)) {
    // Size
    let width = ui.available_width();
    let words = width - 2.0 * MARGIN;
    let [first, second] = sentences.galleys(ui, colour, words, [text::VERDICT_SIZE, text::BODY_SIZE + 0.5]);
    let lines = if width < TWO_LINES { 2.0 } else { 1.0 };
    let line = LINE * lines;
    let under = if sentences.second.is_empty() { 0.0 } else { BETWEEN + second.size().y };
    let height = (2.0 * MARGIN - 4.0 + first.size().y + under + size::GAP_XS + line).ceil();
    // Allocate
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| {
        let say = |parts: &[Part]| parts.iter().map(|part| part.words.as_str()).collect::<String>();
        WidgetInfo::labeled(
            Role::Label,
            true,
            format!("{} {}", say(&sentences.first), say(&sentences.second)),
        )
    });
    tour::mark(ui, Mark::Verdict, rect);
    // Paint
    paint_ground(ui, rect, colour);
    let palette = theme::palette(ui);
    let left = rect.left() + MARGIN;
    let mut y = rect.top() + MARGIN - 3.0;
    let first_height = first.size().y;
    ui.painter().galley(pos2(left, y), first, palette.text);
    y += first_height;
    if under > 0.0 {
        ui.painter().galley(pos2(left, y + BETWEEN), second, palette.muted);
    }
    y += under;
    let place = Rect::from_min_size(pos2(left, y + size::GAP_XS), vec2(words, line));
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(lines > 1.0);
    // How high a row is, is decided when it begins.
    let usual = std::mem::replace(&mut ui.spacing_mut().interact_size.y, LINE - size::GAP_XS);
    below(&mut ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt("value")));
    ui.spacing_mut().interact_size.y = usual;
}

/// The ground of the band: the scenario's colour, fading to the right.
pub(super) fn paint_ground(ui: &Ui, rect: Rect, colour: usize) {
    let palette = theme::palette(ui);
    let radius = CornerRadius::same(size::RADIUS_CARD);
    let left = palette.surface.lerp_to_gamma(palette.scenario(colour), theme::wash::VERDICT);
    ui.painter().add(fading_rect(rect, size::RADIUS_CARD, left, palette.surface));
    let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
    ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
}
