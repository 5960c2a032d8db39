//! The sentence first: what more it costs, what more it covers, and when waiting is the better bet.

use std::sync::Arc;

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CornerRadius, Galley, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, icons, size};
use crate::ui::widgets::{PrimaryButton, fading_rect};

/// Width of the buttons on the right, points.
const BUTTONS: f32 = 284.0;
/// A band narrower than this has the value on a line of its own, points.
const STACKED: f32 = 1150.0;
/// One narrower than this on two lines, points.
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

/// What the buttons ask for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Take {
    CopyText,
    CopyCard,
    SaveCard,
    Markdown,
    Csv,
    Html,
}

impl Sentences {
    /// Laid out no wider than `widths`: the verdict, and what stands under it.
    pub(super) fn galleys(
        &self,
        ui: &Ui,
        colour: usize,
        widths: [f32; 2],
        sizes: [f32; 2],
    ) -> [Arc<Galley>; 2] {
        let palette = theme::palette(ui);
        let figure = palette.scenario_text(colour);
        let ([first, second], [wide, narrow]) = (sizes, widths);
        [
            sentence(ui, &self.first, wide, (first, Weight::Semibold), [palette.text, figure]),
            sentence(ui, &self.second, narrow, (second, Weight::Regular), [palette.muted, palette.text]),
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
pub(super) fn band_ui(
    ui: &mut Ui,
    sentences: &Sentences,
    colour: usize,
    below: impl FnOnce(&mut Ui),
) -> Option<Take> {
    // Size
    let width = ui.available_width();
    let wide = width - 2.0 * MARGIN;
    let words = wide - BUTTONS - size::GAP_L;
    let [first, second] =
        sentences.galleys(ui, colour, [wide, words], [text::VERDICT_SIZE, text::BODY_SIZE + 0.5]);
    let lines = if width < TWO_LINES { 2.0 } else { 1.0 };
    let line = LINE * lines;
    let stacked = width < STACKED;
    let under = if sentences.second.is_empty() { 0.0 } else { BETWEEN + second.size().y };
    let middle = if stacked { under.max(BETWEEN + size::CONTROL_HEIGHT) } else { under };
    let height = (2.0 * MARGIN - 4.0 + first.size().y + middle + size::GAP_XS + line).ceil();
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
    y += middle;
    let across = if stacked { wide } else { words };
    let place = Rect::from_min_size(pos2(left, y + size::GAP_XS), vec2(across, line));
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(lines > 1.0);
    // How high a row is, is decided when it begins.
    let usual = std::mem::replace(&mut ui.spacing_mut().interact_size.y, LINE - size::GAP_XS);
    below(&mut ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt("value")));
    ui.spacing_mut().interact_size.y = usual;
    let place = Rect::from_min_max(
        pos2(rect.right() - MARGIN - BUTTONS, rect.top() + MARGIN + first_height),
        pos2(rect.right() - MARGIN, if stacked { y } else { rect.bottom() - size::GAP_S }),
    );
    let layout = Layout::right_to_left(Align::Center);
    buttons_ui(&mut ui.new_child(UiBuilder::new().max_rect(place).layout(layout).id_salt("take along")))
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

fn buttons_ui(ui: &mut Ui) -> Option<Take> {
    let mut take = None;
    ui.spacing_mut().item_spacing.x = size::GAP_S;
    let export = ui.add(PrimaryButton::new("Export picture"));
    if export.clicked() {
        take = Some(Take::SaveCard);
    }
    export.on_hover_text("A card fit to be posted: the sentence, the columns and the curves");
    let menu = MenuButton::new(icons::MORE).config(MenuConfig::new().style(theme::menu_style));
    let (response, _) = menu.ui(ui, |ui| {
        ui.set_min_width(190.0);
        for (icon, words, what) in [
            (icons::COPY, "Copy picture", Take::CopyCard),
            (icons::NOTE, "Markdown\u{2026}", Take::Markdown),
            (icons::TABLE, "Table (CSV)\u{2026}", Take::Csv),
            (icons::GLOBE, "Report for a browser (HTML)\u{2026}", Take::Html),
        ] {
            let words = (egui::RichText::new(icon).weak(), words);
            if ui.add(egui::Button::new(words)).clicked() {
                take = Some(what);
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "More ways to take it along"));
    response.on_hover_text("More ways to take it along");
    if ui.button("Copy as text").clicked() {
        take = Some(Take::CopyText);
    }
    take
}
