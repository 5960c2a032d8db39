//! A row of a list to choose from: an icon, a name, what is said beside it and at its end.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, CornerRadius, Rect, Response, Role, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::paint::{focus_ring, paint_text};
use crate::ui::theme::text::Weight;
use crate::ui::theme::{self, Tone, size, text};

/// Size of the icon in front.
const ICON_SIZE: f32 = 17.0;

/// One row; `highlighted` while the arrow keys stand on it.
#[must_use = "add it with ui.add(…)"]
pub struct ListRow<'a> {
    icon: &'a str,
    name: &'a str,
    second: &'a str,
    end: &'a str,
    highlighted: bool,
    dot: Option<Color32>,
    marks: &'a [usize],
}

impl<'a> ListRow<'a> {
    /// A row called `name` behind `icon`.
    pub fn new(icon: &'a str, name: &'a str) -> Self {
        Self { icon, name, second: "", end: "", highlighted: false, dot: None, marks: &[] }
    }

    /// What is said behind the name, muted.
    pub fn second(mut self, words: &'a str) -> Self {
        self.second = words;
        self
    }

    /// What stands at the right end, muted.
    pub fn end(mut self, words: &'a str) -> Self {
        self.end = words;
        self
    }

    /// The arrow keys stand here.
    pub fn highlighted(mut self, highlighted: bool) -> Self {
        self.highlighted = highlighted;
        self
    }

    /// These letters stand out: by their number in the name and, after a space, what is said behind it.
    pub fn marked(mut self, marks: &'a [usize]) -> Self {
        self.marks = marks;
        self
    }

    /// A dot of this colour instead of the icon.
    pub fn dot(mut self, colour: Option<Color32>) -> Self {
        self.dot = colour;
        self
    }
}

impl Widget for ListRow<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let Self { icon, name, second, end, highlighted, dot, marks } = self;
        // Size, allocate
        let wanted = vec2(ui.available_width(), size::CONTROL_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        // Interact
        let words = [name, second, end].into_iter().filter(|words| !words.is_empty());
        let label = words.collect::<Vec<_>>().join(", ");
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), highlighted, &label));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        // Paint
        let palette = theme::palette(ui);
        let accent = palette.tone(Tone::Accent);
        let ground = match (highlighted, response.hovered() || response.has_focus()) {
            (true, _) => accent.tint,
            (false, true) => palette.hover,
            (false, false) => Color32::TRANSPARENT,
        };
        ui.painter().rect_filled(rect, CornerRadius::same(size::RADIUS_CONTROL), ground);
        // The scroll bar lies over the right end.
        let inside = rect.shrink2(vec2(size::GAP_M, 0.0));
        let (mark, after) = inside.split_left_right_at_x(inside.left() + ICON_SIZE);
        if let Some(colour) = dot {
            ui.painter().circle_filled(mark.center(), size::DOT / 2.0, colour);
        } else {
            let ink = if highlighted { accent.text } else { palette.muted };
            // The icons' font hangs a little lower than the words'.
            let mark = mark.translate(vec2(0.0, -1.0));
            paint_text(ui, mark, Align2::CENTER_CENTER, text::icon(icon, ICON_SIZE), ink);
        }
        let mut room = Rect::from_min_max(pos2(after.left() + size::GAP_S, after.top()), after.max);
        if !end.is_empty() {
            let (covered, _) = paint_text(ui, room, Align2::RIGHT_CENTER, text::second(end), palette.muted);
            room.max.x = covered.left() - size::GAP_M;
        }
        let is_marked = |at: usize| marks.binary_search(&at).is_ok();
        let letters = Letters { size: text::BODY_SIZE, ink: palette.text, mark: accent.text };
        let words = letters.job(name, is_marked);
        let (covered, mut elided) = paint_text(ui, room, Align2::LEFT_CENTER, words, palette.text);
        room.min.x = covered.right() + size::GAP_S;
        if !second.is_empty() && room.width() > size::GAP_XL {
            let letters = Letters { size: text::SECOND_SIZE, ink: palette.muted, mark: accent.text };
            let behind = name.chars().count() + 1;
            let words = letters.job(second, |at| is_marked(behind + at));
            elided |= paint_text(ui, room, Align2::LEFT_CENTER, words, palette.muted).1;
        }
        focus_ring(ui, &response, size::RADIUS_CONTROL);
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        if elided { response.on_hover_text(label) } else { response }
    }
}

/// How words look of which some letters stand out.
#[derive(Clone, Copy)]
struct Letters {
    size: f32,
    ink: Color32,
    mark: Color32,
}

impl Letters {
    /// The words, letters of one kind after the other.
    fn job(self, words: &str, is_marked: impl Fn(usize) -> bool) -> LayoutJob {
        let mut job = LayoutJob::default();
        let letters: Vec<(bool, char)> =
            words.chars().enumerate().map(|(at, letter)| (is_marked(at), letter)).collect();
        for run in letters.chunk_by(|one, other| one.0 == other.0) {
            let marked = run.first().is_some_and(|(marked, _)| *marked);
            let (weight, ink) =
                if marked { (Weight::Semibold, self.mark) } else { (Weight::Regular, self.ink) };
            let letters: String = run.iter().map(|(_, letter)| letter).collect();
            job.append(&letters, 0.0, TextFormat::simple(text::font(self.size, weight), ink));
        }
        job
    }
}
