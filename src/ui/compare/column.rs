//! A scenario's column: its name, who comes and goes, and its figures, each leading to how it was made.

use egui::{Align2, CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::moves::{MoveLine, Way};
use super::rows::{Asked, FigureRow};
use crate::model::ScenarioId;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, paint_chip, paint_text};

/// Height of the colour on top, of the name, of a line and of a figure, points.
const BAR: f32 = 3.0;
const NAME: f32 = 30.0;
const MOVE: f32 = 27.0;
const FIGURE: f32 = 21.5;
/// Between the lines and the figures, points.
const BETWEEN: f32 = 8.0;
/// Margin inside, points.
const MARGIN: f32 = 14.0;
/// Most lines of moves that are seen; the last of more says how many are left.
pub(super) const MOST_MOVES: usize = 4;

/// What a column shows.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) scenario: ScenarioId,
    pub(super) name: String,
    pub(super) colour: usize,
    pub(super) baseline: bool,
    pub(super) moves: Vec<MoveLine>,
    pub(super) rows: Vec<FigureRow>,
}

/// What a click on a column asks for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ColumnAct {
    /// The sentence shall speak of this scenario.
    Speak,
    /// It shall be the baseline.
    Baseline,
    /// How this figure was made; the place it stands at.
    Made(Asked, Rect),
    /// Go to this player in this scenario.
    Player(crate::model::PlayerId),
}

impl Column {
    /// The lines of moves that are seen.
    pub(super) fn seen_moves(&self) -> usize {
        self.moves.len().min(MOST_MOVES)
    }
}

/// Height of columns that make room for `moves` lines and `rows` figures, points.
pub(super) fn height(moves: usize, rows: usize) -> f32 {
    MARGIN + NAME + MOVE * moves as f32 + BETWEEN + FIGURE * rows as f32 + MARGIN - 4.0
}

/// Draws a column into `rect`, with room for `moves` lines; `spoken` marks the one the sentence speaks of.
pub(super) fn column_ui(
    ui: &mut Ui,
    rect: Rect,
    column: &Column,
    moves: usize,
    spoken: bool,
) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let mut act = None;
    // Interact: the ground first, so that what stands on it is asked before it.
    let ground = ui.interact(rect, Id::unique(("column", &column.scenario)), Sense::click());
    let name = match (column.baseline, spoken) {
        (true, _) => format!("{}: the baseline", column.name),
        (false, true) => format!("{}: the sentence speaks of it", column.name),
        (false, false) => format!("Speak of {}", column.name),
    };
    ground.widget_info(|| WidgetInfo::selected(Role::Button, true, spoken, &name));
    if ground.clicked() && !column.baseline {
        act = Some(ColumnAct::Speak);
    }
    // Paint
    let radius = CornerRadius::same(size::RADIUS_CARD);
    let lit = ground.hovered() && !column.baseline && !spoken;
    ui.painter().rect_filled(rect, radius, if lit { palette.raised } else { palette.surface });
    let color = palette.scenario(column.colour);
    let edge = if spoken { Stroke::new(size::OUTLINE, color) } else { Stroke::new(size::HAIRLINE, palette.line) };
    ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let bar = Rect::from_min_size(rect.min, vec2(rect.width(), f32::from(size::RADIUS_CARD)));
    let clip = Rect::from_min_size(rect.min, vec2(rect.width(), BAR));
    ui.painter().with_clip_rect(clip.intersect(ui.clip_rect())).rect_filled(
        Rect::from_min_max(bar.min, rect.max),
        radius,
        color,
    );
    widgets::focus_ring(ui, &ground, size::RADIUS_CARD);

    let inner = rect.shrink2(vec2(MARGIN, 0.0));
    let mut y = rect.top() + MARGIN;
    let mut line = |height: f32| {
        let place = Rect::from_min_size(pos2(inner.left(), y), vec2(inner.width(), height));
        y += height;
        place
    };
    act = name_ui(ui, line(NAME - 4.0), column).or(act);
    line(4.0);
    for at in 0..moves {
        let place = line(MOVE);
        if let Some(mv) = column.moves.get(at).filter(|_| at < MOST_MOVES) {
            let more = (at + 1 == MOST_MOVES).then(|| column.moves.get(at..)).flatten();
            act = move_ui(ui, place, column, (at, mv), more.unwrap_or_default(), at + 1 < moves).or(act);
        }
    }
    line(BETWEEN);
    for row in &column.rows {
        act = row_ui(ui, line(FIGURE), column, row).or(act);
    }
    if !column.baseline && !spoken {
        ground.on_hover_text(format!("Click to hold {} against the baseline in the sentence", column.name));
    }
    act
}

fn name_ui(ui: &mut Ui, rect: Rect, column: &Column) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let mut rest = rect;
    let mut act = None;
    if column.baseline {
        let width = 66.0;
        let place = Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max);
        let pill = paint_chip(ui, place, "baseline", Tone::Accent);
        rest.max.x = pill.left() - size::GAP_S;
    } else {
        let side = size::CHIP_HEIGHT + 5.0;
        let place = Align2::RIGHT_CENTER.align_size_within_rect(vec2(side, side), rect);
        let id = Id::unique(("make baseline", &column.scenario));
        let response = ui.interact(place, id, Sense::click());
        let words = format!("Make {} the baseline", column.name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        let ink = if response.hovered() { palette.text } else { palette.faint };
        paint_text(ui, place, Align2::CENTER_CENTER, text::icon(icons::FLAG, text::CARD_NAME_SIZE), ink);
        widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
        if response.clicked() {
            act = Some(ColumnAct::Baseline);
        }
        response.on_hover_text(words);
        rest.max.x = place.left() - size::GAP_S;
    }
    let name = text::section(&column.name);
    paint_text(ui, rest, Align2::LEFT_CENTER, name, palette.text);
    act
}

fn move_ui(
    ui: &mut Ui,
    rect: Rect,
    column: &Column,
    (at, mv): (usize, &MoveLine),
    more: &[MoveLine],
    ruled: bool,
) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let several = more.len() > 1;
    let story = if several {
        more.iter().map(|mv| mv.story.as_str()).collect::<Vec<_>>().join("\n")
    } else {
        mv.story.clone()
    };
    let sense = if mv.player.is_some() && !several { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("column move", &column.scenario, at)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{} {story}", mv.way.word())));
    if ruled {
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (size::HAIRLINE, palette.line));
    }
    let place = Rect::from_min_max(rect.min, pos2(rect.left() + 60.0, rect.bottom()));
    let pill = paint_chip(ui, place, mv.way.word(), mv.way.tone());
    let mut rest = Rect::from_min_max(pos2(pill.right() + size::GAP_S, rect.top()), rect.max);
    if several {
        let words = text::body(format!("and {} more", more.len()));
        paint_text(ui, rest, Align2::LEFT_CENTER, words, palette.muted);
    } else {
        let ink = match (mv.way, response.hovered() && mv.player.is_some()) {
            (_, true) => palette.tone(Tone::Accent).text,
            (Way::Nobody, _) => palette.muted,
            _ => palette.text,
        };
        let (covered, _) = paint_text(ui, rest, Align2::LEFT_CENTER, text::body(&mv.name), ink);
        if !mv.terms.is_empty() {
            rest.min.x = covered.right();
            let terms = text::body(format!(" \u{b7} {}", mv.terms));
            paint_text(ui, rest, Align2::LEFT_CENTER, terms, palette.text);
        }
    }
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    let clicked = response.clicked();
    response.on_hover_text(story);
    mv.player.clone().filter(|_| clicked).map(ColumnAct::Player)
}

fn row_ui(ui: &mut Ui, rect: Rect, column: &Column, row: &FigureRow) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let id = Id::unique(("column figure", &column.scenario, row.asked));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}, {}", column.name, row.in_words()))
    });
    let lit = response.hovered() || response.has_focus();
    if lit {
        let radius = f32::from(size::RADIUS_CONTROL) / 2.0;
        ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), radius, palette.hover);
    }
    let mut rest = rect;
    if let Some((words, tone)) = &row.change {
        let words = text::small(words.as_str());
        let (covered, _) =
            paint_text(ui, rest, Align2::RIGHT_CENTER, words, palette.tone(*tone).text);
        rest.max.x = covered.left() - size::GAP_TIGHT;
    }
    if !row.rest.is_empty() {
        let words = text::second(row.rest.as_str());
        let (covered, _) = paint_text(ui, rest, Align2::RIGHT_CENTER, words, palette.muted);
        rest.max.x = covered.left() - size::GAP_XS;
    }
    let ink = if lit { palette.tone(Tone::Accent).text } else { palette.text };
    let (covered, _) = paint_text(ui, rest, Align2::RIGHT_CENTER, text::strong(row.value.as_str()), ink);
    rest.max.x = covered.left() - size::GAP_S;
    paint_text(ui, rest, Align2::LEFT_CENTER, text::body(row.label.as_str()), palette.muted);
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(row.tip.as_str());
    clicked.then_some(ColumnAct::Made(row.asked, rect))
}
