//! One row of the timeline: a player's time at the club with all that happens in it.

use egui::epaint::Mesh;
use egui::{Color32, CornerRadius, Id, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use super::change::{Edge, Subject};
use super::grip::{Grip, grip_ui, paint_label};
use super::rows::{Contract, Ends, Hurt, Moved, Row, Stay};
use crate::model::{Date, words};
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::time::{self, Axis};
use crate::ui::widgets::dashed_rect;

/// Height of a bar as a share of its row.
const BAR: f32 = 0.46;
/// Width of a grip as drawn, and of the place that takes hold of it, points.
const GRIP: f32 = 4.0;
const GRIP_PLACE: f32 = 11.0;
/// Half the width of the mark of the day from which he may sign elsewhere, points.
const TALKS: f32 = 6.0;

/// The lane to the right of the name; `quiet` where nothing shall be explained.
pub(super) fn lane_ui(
    ui: &Ui,
    rect: Rect,
    row: &Row,
    axis: Axis,
    dragged: Option<&Subject>,
    quiet: bool,
) -> Vec<Grip> {
    let palette = theme::palette(ui);
    ui.painter().hline(
        rect.left() - 400.0..=rect.right(),
        rect.bottom() - 0.5,
        (size::HAIRLINE, palette.line),
    );
    let mut lane = Lane::new(ui, rect, row, axis, quiet);
    for stay in &row.stays {
        lane.paint_stay(stay);
    }
    if row.stays.is_empty() && row.moves.is_empty() {
        let words = if row.target {
            "no move in this scenario brings him"
        } else {
            "not at the club in these seasons"
        };
        let bar = lane.bar;
        paint_label(ui, bar.with_min_x(bar.left() + size::GAP_S), words, palette.muted);
        lane.labels.block(rect.left(), rect.left() + 260.0);
    }
    for hurt in &row.hurts {
        lane.hurt_ui(hurt);
    }
    for moved in &row.moves {
        lane.move_ui(moved, dragged);
    }
    if let Some(contract) = &row.contract {
        lane.contract_ui(contract);
    }
    lane.grips
}

/// A lane while it is drawn, piece by piece; words of a later one run into none of an earlier.
struct Lane<'a> {
    ui: &'a Ui,
    /// Paints nothing outside the lane.
    painter: egui::Painter,
    row: &'a Row,
    axis: Axis,
    /// Where the bars of the row are.
    bar: Rect,
    /// The words in the bars, and those above them.
    labels: time::Row,
    above: time::Row,
    grips: Vec<Grip>,
    /// Nothing is explained.
    quiet: bool,
}

impl<'a> Lane<'a> {
    fn new(ui: &'a Ui, rect: Rect, row: &'a Row, axis: Axis, quiet: bool) -> Self {
        let height = (rect.height() * BAR).round();
        let top = (rect.center().y - height / 2.0).round();
        let words = time::Row::new(rect.left(), rect.right(), size::GAP_S);
        Self {
            ui,
            painter: ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())),
            row,
            axis,
            bar: Rect::from_x_y_ranges(rect.x_range(), top..=top + height),
            labels: words.clone(),
            above: words,
            grips: Vec::new(),
            quiet,
        }
    }

    fn paint_stay(&self, stay: &Stay) {
        let Self { painter, axis, bar, .. } = self;
        let palette = theme::palette(self.ui);
        // A little beyond the lane where the end is not in sight: no round corner there.
        let beyond = f32::from(size::RADIUS_CARD);
        let left = stay.first.map_or(axis.left() - beyond, |day| axis.x(day)).max(axis.left() - beyond);
        let right = stay.last.map_or(axis.right() + beyond, |day| axis.x_end(day)).min(axis.right() + beyond);
        if right <= axis.left() || left >= axis.right() || right <= left {
            return;
        }
        let place = Rect::from_min_max(pos2(left, bar.top()), pos2(right, bar.bottom()));
        let radius = f32::from(size::RADIUS_CONTROL - 2);
        if self.row.target {
            painter.rect_filled(place, radius, palette.target_ground);
            dashed_rect(
                painter,
                place,
                size::RADIUS_CONTROL - 2,
                Stroke::new(size::HAIRLINE, palette.target_line),
            );
        } else {
            let fill = if stay.doubtful {
                palette.tenure.gamma_multiply(theme::wash::DOUBT)
            } else {
                palette.tenure
            };
            painter.rect_filled(place, radius, fill);
            if stay.doubtful {
                let stroke = Stroke::new(size::HAIRLINE, palette.line_strong);
                dashed_rect(painter, place, size::RADIUS_CONTROL - 2, stroke);
            }
        }
    }

    fn hurt_ui(&mut self, hurt: &Hurt) {
        let Self { axis, bar, .. } = *self;
        let (start, latest) = (axis.x(hurt.start), axis.x(hurt.latest));
        if latest < axis.left() || start > axis.right() {
            return;
        }
        let earliest = axis.x(hurt.earliest);
        let solid = Rect::from_min_max(pos2(start, bar.top()), pos2(earliest.max(start + 3.0), bar.bottom()));
        let color = theme::palette(self.ui).injury;
        let radius = size::RADIUS_CONTROL - 2;
        self.painter.rect_filled(solid, CornerRadius { nw: radius, sw: radius, ne: 0, se: 0 }, color);
        if latest > earliest {
            self.painter.add(fade(solid.right(), latest, bar, color));
        }
        self.labels.block(start.max(axis.left() - 1.0), latest.min(axis.right() + 1.0));
        self.paint_injury_words(hurt, solid, latest.max(start) + size::GAP_M);
        if let Some(likely) = hurt.likely {
            self.paint_likely(likely);
        }
        let place = solid.with_max_x(latest).intersect(bar);
        let id = Id::unique(("injury", &self.row.player, hurt.index));
        let bar = self.ui.interact(place, id, Sense::hover());
        if !self.quiet {
            bar.on_hover_text(&hurt.story);
        }
        for (edge, day) in hurt.ends.each() {
            self.edge_ui(hurt, edge, day);
        }
    }

    /// What it is, in the solid part of its bar, else `beside` it where there is room.
    fn paint_injury_words(&mut self, hurt: &Hurt, solid: Rect, beside: f32) {
        let (painter, bar) = (&self.painter, self.bar);
        let palette = theme::palette(self.ui);
        let seen = solid.intersect(bar);
        let font = || text::font(text::SECOND_SIZE, text::Weight::Medium);
        let galley = painter.layout_no_wrap(hurt.words.clone(), font(), palette.text);
        let short = painter.layout_no_wrap(hurt.short.clone(), font(), palette.text).size().x;
        let fits = |width: f32| width + size::GAP_M + size::GAP_S <= seen.width();
        if fits(galley.size().x) || fits(short) {
            let words = if fits(galley.size().x) { &hurt.words } else { &hurt.short };
            // The shown date often is that of the injury: the words keep clear of its line.
            let place = seen.with_min_x(seen.left() + size::GAP_M);
            paint_label(self.ui, place, words, palette.on_injury);
        } else if let Some(left) = self.labels.take(galley.size().x, [beside]) {
            painter.galley(pos2(left, bar.center().y - galley.size().y / 2.0), galley, palette.text);
        }
    }

    /// The likely day of the return, and its words over the bar.
    fn paint_likely(&mut self, likely: Date) {
        let Self { axis, bar, painter, above, .. } = self;
        let ink = theme::palette(self.ui).tone(Tone::Bad).text;
        let x = painter.round_to_pixel_center(axis.x(likely));
        painter.vline(x, bar.top() - 4.0..=bar.bottom() + 4.0, (size::HAIRLINE * 1.5, ink));
        let words = format!("likely {}", words::day_month(likely));
        let galley = painter.layout_no_wrap(words, text::small_font(), ink);
        let width = galley.size().x;
        let place = above.take(width, [x + size::GAP_XS, x - size::GAP_XS - width]);
        if let Some(left) = place.filter(|_| axis.left() <= x && x <= axis.right()) {
            painter.galley(pos2(left, bar.top() - 1.0 - galley.size().y), galley, ink);
        }
    }

    /// An edge of an injury, to be dragged.
    fn edge_ui(&mut self, hurt: &Hurt, edge: Edge, day: Date) {
        let Self { ui, painter, row, axis, bar, grips, quiet, .. } = self;
        let x = axis.x(day);
        if x < axis.left() - 1.0 || x > axis.right() + 1.0 {
            return;
        }
        let palette = theme::palette(ui);
        let name = format!("{}: {}", row.name, hurt.ends.name(edge, day));
        let subject = Subject::Injury(row.player.clone(), hurt.index, edge);
        let place = Rect::from_center_size(
            pos2(x + beside_the_other(hurt.ends, edge), bar.center().y),
            vec2(GRIP_PLACE, bar.height() + 4.0),
        );
        let response = grip_ui(ui, place, &subject, &name, grips);
        let lit = response.hovered() || response.dragged() || response.has_focus();
        let ink = if edge == Edge::Latest && !lit {
            palette.on_injury.gamma_multiply(0.7)
        } else {
            palette.on_injury
        };
        let width = if lit { GRIP + 2.0 } else { GRIP };
        let mark = Rect::from_center_size(place.center(), vec2(width, bar.height() + 4.0));
        painter.rect_filled(mark, width / 2.0, ink);
        if lit {
            let stroke = (size::HAIRLINE, palette.tone(Tone::Bad).text);
            painter.rect_stroke(mark.expand(1.0), width / 2.0, stroke, StrokeKind::Outside);
        }
        if !response.dragged() && !*quiet {
            response.on_hover_text(format!(
                "{name}.\n{}.\nDrag to change what was reported, double-click to type.",
                hurt.words
            ));
        }
    }

    fn move_ui(&mut self, moved: &Moved, dragged: Option<&Subject>) {
        let Self { ui, row, axis, bar, labels, above, grips, quiet, .. } = self;
        let x = axis.x(moved.day);
        if x < axis.left() - 1.0 || x > axis.right() + 1.0 {
            return;
        }
        let palette = theme::palette(ui);
        let tone = palette.tone(if moved.kind.is_departure() { Tone::Warn } else { Tone::Info });
        let at = pos2(x, bar.center().y);
        let beside = size::DOT + size::GAP_XS;
        labels.block(x - size::DOT, x + 1.0);
        let font = text::font(text::SECOND_SIZE, text::Weight::Medium);
        let words = match &moved.doubt {
            Some(_) => format!("{} {}", icons::WARNING, moved.words),
            None => moved.words.clone(),
        };
        let ink = if moved.doubt.is_some() { palette.tone(Tone::Warn).text } else { tone.text };
        let galley = ui.painter().layout_no_wrap(words, font, ink);
        let width = galley.size().x;
        let mut place = Rect::from_center_size(at, vec2(2.0 * GRIP_PLACE, bar.height()));
        if let Some(left) = labels.take(width, [x + beside, x - size::DOT - beside - width]) {
            let label = Rect::from_x_y_ranges(left..=left + width, bar.y_range());
            place = place.union(label.intersect(*bar));
            ui.painter().galley(pos2(left, at.y - galley.size().y / 2.0), galley, ink);
        } else if let Some(left) = above.take(width, [x + size::GAP_XS, x - size::GAP_XS - width]) {
            // No room beside an injury: the words stand over it.
            ui.painter().galley(pos2(left, bar.top() - 1.0 - galley.size().y), galley, ink);
        }
        let name = format!("{} {} ({})", row.name, moved.words, words::date(moved.day));
        let response = grip_ui(ui, place, &moved.subject, &name, grips);
        let lit = response.hovered() || response.has_focus() || dragged == Some(&moved.subject);
        let radius = if lit { size::DOT * 0.85 } else { size::DOT * 0.7 };
        ui.painter().circle(at, radius, tone.mark, (size::FOCUS_RING, palette.bg));
        if response.has_focus() {
            ui.painter().circle_stroke(at, radius + 2.0, (size::FOCUS_RING, palette.accent));
        }
        if !response.dragged() && !*quiet {
            let doubt = moved.doubt.as_ref().map(|doubt| format!("{} {doubt}\n", icons::WARNING));
            response.on_hover_text(format!(
                "{name}.\n{}Drag to another day or window, double-click to type.",
                doubt.unwrap_or_default()
            ));
        }
    }

    fn contract_ui(&mut self, contract: &Contract) {
        let Self { ui, painter, row, axis, bar, labels, grips, .. } = self;
        let palette = theme::palette(ui);
        let warn = palette.tone(Tone::Warn);
        let talks = axis.x(contract.talks);
        if axis.left() <= talks && talks <= axis.right() {
            let tip = bar.top() - 1.0;
            let corners =
                vec![pos2(talks - TALKS, tip), pos2(talks + TALKS, tip), pos2(talks, tip - TALKS * 1.2)];
            painter.add(Shape::convex_polygon(corners, warn.mark, Stroke::NONE));
            let place =
                Rect::from_center_size(pos2(talks, tip - TALKS * 0.6), vec2(2.0 * TALKS, 2.0 * TALKS));
            let hover = ui.interact(place, Id::unique(("talks", &row.player)), Sense::hover());
            hover.on_hover_text(format!(
                "{} may sign elsewhere from {}.",
                row.name,
                words::date(contract.talks)
            ));
        }
        let x = axis.x_end(contract.until);
        if x < axis.left() || x > axis.right() {
            return;
        }
        painter.vline(x, bar.top() - 8.0..=bar.bottom() + 8.0, (size::CURVE, warn.mark));
        let place =
            Rect::from_center_size(Pos2::new(x, bar.center().y), vec2(GRIP_PLACE, bar.height() + 16.0));
        let name = format!("{}: contract to {}", row.name, words::date(contract.until));
        let response = grip_ui(ui, place, &Subject::Contract(row.player.clone()), &name, grips);
        if response.has_focus() {
            let ring = Stroke::new(size::FOCUS_RING, palette.accent);
            ui.painter().rect_stroke(place, GRIP, ring, StrokeKind::Inside);
        }
        response.on_hover_text(format!("{}: {}.\nDouble-click to type the date.", row.name, contract.words));
        for words in [&contract.words, &contract.short] {
            let font = text::font(text::SECOND_SIZE, text::Weight::Medium);
            let galley = painter.layout_no_wrap(words.clone(), font, warn.text);
            let width = galley.size().x;
            if let Some(left) = labels.take(width, [x - size::GAP_M - width, x + size::GAP_S]) {
                painter.galley(pos2(left, bar.center().y - galley.size().y / 2.0), galley, warn.text);
                return;
            }
        }
    }
}

/// How far a grip stands aside, points: the two ends of a single figure lie on one day, and both can be dragged.
fn beside_the_other(ends: Ends, edge: Edge) -> f32 {
    match (ends, edge) {
        (Ends::Reported(one, other), Edge::Earliest) if one == other => -GRIP_PLACE / 2.0,
        (Ends::Reported(one, other), Edge::Latest) if one == other => GRIP_PLACE / 2.0,
        _ => 0.0,
    }
}

/// A bar that fades out from left to right.
fn fade(left: f32, right: f32, bar: Rect, color: Color32) -> Shape {
    let mut mesh = Mesh::default();
    for (x, color) in [(left, color), (right, color.gamma_multiply(0.12))] {
        mesh.colored_vertex(pos2(x, bar.top()), color);
        mesh.colored_vertex(pos2(x, bar.bottom()), color);
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(1, 2, 3);
    Shape::mesh(mesh)
}
