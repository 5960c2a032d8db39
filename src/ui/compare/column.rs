//! A scenario's column: its name, who comes and goes, and its figures, each leading to how it was made.

use egui::{
    Align2, Color32, CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::rows::{Asked, FigureRow};
use crate::model::{Plan, ScenarioId, words};
use crate::report::Place;
use crate::report::compare::{Change, Way};
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, paint_chip, paint_text, text_width};

/// Height of the colour on top, of the name, of a line and of a figure, points.
const BAR: f32 = 3.0;
const NAME: f32 = 30.0;
const MOVE: f32 = 27.0;
const FIGURE: f32 = 21.5;
/// Between the lines and the figures, points.
const BETWEEN: f32 = 8.0;
/// Margin inside, points.
const MARGIN: f32 = 14.0;
/// How a change says that a contract runs out.
const CONTRACT_ENDS: &str = "contract ends";
/// Most lines of moves in a column.
const MOST_MOVES: usize = 4;

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

/// Who comes, goes or stays, in words.
#[derive(Debug)]
pub(super) struct MoveLine {
    chip: (&'static str, Tone),
    /// `Marc Guéhi`, and where room is short `Guéhi`.
    name: String,
    surname: String,
    /// `Jan 26 · £35m est. · 50 %`.
    terms: String,
    story: String,
    /// None on the line that says that nobody comes.
    place: Option<Place>,
}

impl MoveLine {
    /// What follows the name.
    fn terms(&self) -> String {
        if self.terms.is_empty() { String::new() } else { format!(" \u{b7} {}", self.terms) }
    }

    fn in_brief(&self) -> String {
        if self.place.is_none() {
            return self.name.clone();
        }
        format!("{} {} \u{b7} {}", self.chip.0, self.surname, self.terms)
    }
}

/// Arrivals, then who stays by a new contract, then departures; that nobody comes is said too.
pub(super) fn move_lines(plan: &Plan, changes: &[Change]) -> Vec<MoveLine> {
    let mut lines: Vec<MoveLine> = Vec::new();
    for way in [Way::In, Way::Stays, Way::Out] {
        lines.extend(changes.iter().filter(|change| change.way == way).map(|change| move_line(plan, change)));
        if way == Way::In && lines.is_empty() {
            let nobody = "nobody comes".to_owned();
            lines.push(MoveLine {
                chip: ("\u{2013}", Tone::Neutral),
                name: nobody.clone(),
                surname: nobody.clone(),
                terms: String::new(),
                story: nobody,
                place: None,
            });
        }
    }
    lines
}

fn move_line(plan: &Plan, change: &Change) -> MoveLine {
    let Change { way, player, name, date, how, fee, is_estimate, chance, place, .. } = change;
    let tone = match way {
        Way::In => Tone::Ok,
        Way::Stays => Tone::Info,
        Way::Out => Tone::Bad,
    };
    let mut terms = Vec::new();
    match (how.as_str(), fee) {
        ("buy" | "sell", _) | ("free transfer" | "pre-contract", None) => {}
        _ => terms.push(how.clone()),
    }
    // The contract's own last day, not the first without him.
    let day = if how == CONTRACT_ENDS { date.yesterday().unwrap_or(*date) } else { *date };
    terms.push(words::month_year(day));
    terms.extend(match (how.as_str(), fee) {
        ("free transfer" | "pre-contract", None) => Some("free".to_owned()),
        ("buy" | "sell", None) => Some("fee not known".to_owned()),
        (_, Some(fee)) if *is_estimate => Some(format!("{fee} est.")),
        (_, fee) => fee.clone(),
    });
    terms.extend((*chance < 1.0).then(|| words::percent_whole(*chance)));
    MoveLine {
        chip: (way.name(), tone),
        name: name.clone(),
        surname: plan.player(player).map_or_else(|| name.clone(), |player| player.surname().to_owned()),
        terms: terms.join(" \u{b7} "),
        story: change.words(),
        place: Some(place.clone()),
    }
}

/// How a column is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Look {
    Plain,
    /// The sentence speaks of it.
    Spoken,
}

/// What a click on a column asks for.
#[derive(Clone, Debug)]
pub(super) enum ColumnAct {
    /// The sentence shall speak of this scenario.
    Speak,
    /// It shall be the baseline.
    Baseline,
    /// How this figure was made; the place it stands at.
    Made(Asked, Rect),
    /// Go to the place that a line comes from.
    Go(Place),
}

impl Column {
    /// Takes out the moves that all columns have in common, and says in words what they are.
    pub(super) fn take_out_common(columns: &mut [Self]) -> Vec<String> {
        let Some((first, others)) = columns.split_first() else { return Vec::new() };
        let everywhere = |mv: &&MoveLine| {
            let same = |column: &Self| column.moves.iter().any(|their| their.story == mv.story);
            mv.place.is_some() && others.iter().all(same)
        };
        let common: Vec<(String, String)> =
            first.moves.iter().filter(everywhere).map(|mv| (mv.story.clone(), mv.in_brief())).collect();
        for column in columns {
            column.moves.retain(|mv| !common.iter().any(|(story, _)| *story == mv.story));
        }
        common.into_iter().map(|(_, words)| words).collect()
    }

    /// Its moves: `in Guéhi · Jan 26 · £35m est. · 50 %`, `out Konaté · contract ends · Jun 26`.
    pub(super) fn moves_in_brief(&self) -> Vec<String> {
        self.moves.iter().map(MoveLine::in_brief).collect()
    }

    /// The lines of moves that are seen.
    pub(super) fn seen_moves(&self) -> usize {
        self.moves.len().min(MOST_MOVES)
    }
}

/// Height of columns that make room for `moves` lines and `rows` figures, points.
pub(super) fn height(moves: usize, rows: usize) -> f32 {
    MARGIN + NAME + MOVE * moves as f32 + BETWEEN + FIGURE * rows as f32 + MARGIN - 4.0
}

fn paint_ground(ui: &Ui, rect: Rect, color: Color32, spoken: bool, hovered: bool) {
    let palette = theme::palette(ui);
    let radius = CornerRadius::same(size::RADIUS_CARD);
    let lit = hovered && !spoken;
    ui.painter().rect_filled(rect, radius, if lit { palette.raised } else { palette.surface });
    let edge =
        if spoken { Stroke::new(size::OUTLINE, color) } else { Stroke::new(size::HAIRLINE, palette.line) };
    ui.painter().rect_stroke(rect, radius, edge, StrokeKind::Inside);
    let bar = Rect::from_min_size(rect.min, vec2(rect.width(), BAR));
    ui.painter().with_clip_rect(bar.intersect(ui.clip_rect())).rect_filled(rect, radius, color);
}

/// Draws a column into `rect`, with room for `moves` lines; the last of more says how many are left.
pub(super) fn column_ui(
    ui: &mut Ui,
    rect: Rect,
    column: &Column,
    (moves, brief): (usize, &[bool]),
    look: Look,
) -> Option<ColumnAct> {
    let spoken = look == Look::Spoken;
    let mut act = None;
    // Interact: the ground first, so that what stands on it is asked before it.
    let ground = ui.interact(rect, Id::unique(("column", &column.scenario)), Sense::click());
    let name = format!("Speak of {}", column.name);
    ground.widget_info(|| WidgetInfo::selected(Role::Button, true, spoken, &name));
    if ground.clicked() {
        act = Some(ColumnAct::Speak);
    }
    // Paint
    paint_ground(ui, rect, theme::palette(ui).scenario(column.colour), spoken, ground.hovered());
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
    let points = move_points(ui, inner.width(), column.moves.get(..moves).unwrap_or(&column.moves));
    for at in 0..moves {
        let place = line(MOVE);
        if let Some(mv) = column.moves.get(at) {
            let more = (at + 1 == moves).then(|| column.moves.get(at..)).flatten();
            let line = Line { at, points, ruled: at + 1 < moves };
            act = move_ui(ui, place, column, (line, mv), more.unwrap_or_default()).or(act);
        }
    }
    line(BETWEEN);
    for (at, row) in column.rows.iter().enumerate() {
        let label = if brief.get(at) == Some(&true) { &row.brief } else { &row.label };
        act = row_ui(ui, line(FIGURE), column, (row, label)).or(act);
    }
    if !spoken {
        ground.on_hover_text(format!("Click to have the sentence speak of {}", column.name));
    }
    act
}

fn name_ui(ui: &mut Ui, rect: Rect, column: &Column) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let mut rest = rect;
    let mut act = None;
    if column.baseline {
        let width = text_width(ui, &text::small("baseline")) + 2.0 * size::CHIP_PADDING;
        let place = Rect::from_min_max(pos2((rect.right() - width).floor() - 1.0, rect.top()), rect.max);
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
    let (_, cut) = paint_text(ui, rest, Align2::LEFT_CENTER, name, palette.text);
    if cut {
        let id = Id::unique(("column name", &column.scenario));
        ui.interact(rest, id, Sense::hover()).on_hover_text(&column.name);
    }
    act
}

/// How a line of moves is drawn.
#[derive(Clone, Copy, Debug)]
struct Line {
    at: usize,
    points: f32,
    ruled: bool,
}

/// The size in which all `moves` fit into `width`, so that the lines of a column are alike.
fn move_points(ui: &Ui, width: f32, moves: &[MoveLine]) -> f32 {
    let fit = |points: &f32| {
        moves.iter().all(|mv| {
            let chip = text_width(ui, &text::small(mv.chip.0)) + 2.0 * size::CHIP_PADDING + size::GAP_S;
            chip + text_width(ui, &text::body(format!("{}{}", mv.surname, mv.terms())).size(*points)) <= width
        })
    };
    [text::BODY_SIZE, text::SECOND_SIZE].into_iter().find(fit).unwrap_or(text::LABEL_SIZE)
}

fn move_ui(
    ui: &mut Ui,
    rect: Rect,
    column: &Column,
    (line, mv): (Line, &MoveLine),
    more: &[MoveLine],
) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let Line { at, points, ruled } = line;
    let several = more.len() > 1;
    let story = if several {
        more.iter().map(|mv| mv.story.as_str()).collect::<Vec<_>>().join("\n")
    } else {
        mv.story.clone()
    };
    let sense = if mv.place.is_some() && !several { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, Id::unique(("column move", &column.scenario, at)), sense);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Button, true, format!("{}: {} {story}", column.name, mv.chip.0))
    });
    if ruled {
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (size::HAIRLINE, palette.line));
    }
    let mut rest = rect;
    if several {
        let words =
            if at == 0 { format!("{} moves", more.len()) } else { format!("and {} more", more.len()) };
        paint_text(ui, rest, Align2::LEFT_CENTER, text::body(words), palette.muted);
    } else {
        let pill = paint_chip(ui, rect, mv.chip.0, mv.chip.1);
        rest.min.x = pill.right() + size::GAP_S;
        let ink = match (&mv.place, response.hovered()) {
            (None, _) => palette.muted,
            (Some(_), true) => palette.tone(Tone::Accent).text,
            (Some(_), false) => palette.text,
        };
        let terms = mv.terms();
        let whole = text_width(ui, &text::body(format!("{}{terms}", mv.name)).size(points));
        let name = if whole <= rest.width() { &mv.name } else { &mv.surname };
        let (covered, _) = paint_text(ui, rest, Align2::LEFT_CENTER, text::body(name).size(points), ink);
        rest.min.x = covered.right();
        paint_text(ui, rest, Align2::LEFT_CENTER, text::body(terms).size(points), palette.text);
    }
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    let clicked = response.clicked();
    response.on_hover_text(story);
    mv.place.clone().filter(|_| clicked).map(ColumnAct::Go)
}

/// Which rows are called by their shorter names, in every column alike: those whose longer one has no room in some
/// column of this `width`.
pub(super) fn brief_rows(ui: &Ui, columns: &[Column], width: f32) -> Vec<bool> {
    let rows = columns.iter().map(|column| column.rows.len()).max().unwrap_or(0);
    let room = width - 2.0 * MARGIN;
    let has_no_room = |row: &FigureRow| {
        let change = row.change.as_ref();
        let change = change.map_or(0.0, |(words, _)| text_width(ui, &text::small(words)) + size::GAP_TIGHT);
        let rest =
            if row.rest.is_empty() { 0.0 } else { text_width(ui, &text::second(&row.rest)) + size::GAP_XS };
        let [label, value] = [text::body(&row.label), text::strong(&row.value)];
        text_width(ui, &label) + size::GAP_S + text_width(ui, &value) + rest + change > room
    };
    (0..rows).map(|at| columns.iter().filter_map(|column| column.rows.get(at)).any(has_no_room)).collect()
}

fn row_ui(ui: &mut Ui, rect: Rect, column: &Column, (row, label): (&FigureRow, &str)) -> Option<ColumnAct> {
    let palette = theme::palette(ui);
    let id = Id::unique(("column figure", &column.scenario, &row.asked));
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
        let (covered, _) = paint_text(ui, rest, Align2::RIGHT_CENTER, words, palette.tone(*tone).text);
        rest.max.x = covered.left() - size::GAP_TIGHT;
    }
    let ink = if lit { palette.tone(Tone::Accent).text } else { palette.text };
    let value = text::strong(row.value.as_str());
    let behind = text::second(row.rest.as_str());
    let label = text::body(label);
    let [value_width, behind_width, label_width] =
        [&value, &behind, &label].map(|words| text_width(ui, words));
    // What is behind the figure gives way before the name.
    let room = rest.width() - value_width - size::GAP_S;
    let after = if row.rest.is_empty() { 0.0 } else { behind_width + size::GAP_XS };
    if after > 0.0 && label_width + after <= room {
        let (covered, _) = paint_text(ui, rest, Align2::RIGHT_CENTER, behind, palette.muted);
        rest.max.x = covered.left() - size::GAP_XS;
    }
    let (covered, _) = paint_text(ui, rest, Align2::RIGHT_CENTER, value, ink);
    rest.max.x = covered.left() - size::GAP_S;
    paint_text(ui, rest, Align2::LEFT_CENTER, label, palette.muted);
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL / 2);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(row.tip.as_str());
    clicked.then_some(ColumnAct::Made(row.asked.clone(), rect))
}
