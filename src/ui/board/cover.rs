//! The panel under the chart: how well the unit is covered on the shown day, and over the season.

mod made;
mod words;

use std::sync::Arc;

use egui::{Align2, Id, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Board, Scene};
use crate::forecast::{Method, Short, UnitForecast, season_end};
use crate::model::{Date, ScenarioId, words as say};
use crate::ui::command::Command;
use crate::ui::screen::View;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::{tour, widgets};
use words::{change, needs};

/// A panel narrower than this puts its heading over the figures, points.
const NARROW: f32 = 640.0;
/// Heights of the panel, points: wide and narrow.
const HEIGHT: (f32, f32) = (108.0, 140.0);
/// Where the board is lower than this, the panel has only the figures and what they count, points.
const LOW: f32 = 380.0;
const LOW_HEIGHT: f32 = 60.0;
/// Room of the heading beside the figures, and over them, points.
const HEAD: (f32, f32) = (150.0, 22.0);
/// Height of the labels (two lines), of the value, and of what stands under it, points.
const LABEL: f32 = 30.0;
const VALUE: f32 = 26.0;
const UNDER: f32 = 30.0;
/// A figure shrinks to so much of its size where it has no room.
const LEAST_FIGURE: f32 = 0.7;
/// From the first baseline of a label to the next, points.
const LINE: f32 = 15.0;
/// From a figure to its focus ring, points: less than half the gap to the next figure.
const RING: Vec2 = vec2(size::GAP_XS + 2.0, size::GAP_XS);

/// What the panel remembers: the figure whose making is shown.
#[derive(Debug, Default)]
pub(super) struct Cover {
    asked: Option<Asked>,
}

/// A figure of the panel.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Asked {
    /// At least so many on the shown day.
    AtLeast(usize),
    /// Short on some matchday.
    Season,
}

/// What is left of the season for a unit: the matchdays that count, and how many players the verdict asks for.
#[derive(Clone, Debug, PartialEq)]
struct Season {
    target: usize,
    matchdays: Vec<Date>,
}

impl Season {
    fn of(scene: Scene<'_>, forecast: &UnitForecast) -> Self {
        let last = season_end(scene.plan);
        let matchdays = forecast.matchdays.iter().copied().filter(|day| *day <= last).collect();
        Self { target: forecast.target_depth, matchdays }
    }

    /// `May`: when the last of them is.
    fn last_month(&self) -> &'static str {
        self.matchdays.last().map_or("", |last| say::month(*last))
    }

    /// The chance of being short on one of them in a scenario; none while it is being worked out.
    fn short(scene: Scene<'_>, scenario: &ScenarioId) -> Option<Short> {
        // Needed, target depth, one more: the second answers for the verdict.
        scene.derived.shorts(scenario)?.get(1).copied()
    }
}

/// One figure as it is drawn.
struct Cell {
    asked: Asked,
    label: String,
    /// The label where it has one line.
    brief: String,
    value: String,
    /// What to think of the value, where no bar says it.
    tone: Tone,
    /// Beside the value, muted.
    aside: String,
    chip: Option<(String, Tone)>,
    bar: Option<(f32, Tone)>,
    /// Under the value.
    note: String,
}

impl Cell {
    fn name(&self) -> String {
        let Self { label, value, aside, chip, note, .. } = self;
        let chip = chip.as_ref().map(|(words, _)| words.clone()).unwrap_or_default();
        let more = [aside.clone(), chip, note.clone()];
        let parts = more.into_iter().filter(|part| !part.is_empty());
        std::iter::once(format!("{label}: {value}")).chain(parts).collect::<Vec<_>>().join(", ")
    }
}

/// Height of the panel on a board of this size, points.
#[must_use]
pub(in crate::ui) fn cover_height(board: Vec2) -> f32 {
    match board {
        Vec2 { y, .. } if y < LOW => LOW_HEIGHT,
        Vec2 { x, .. } if x < NARROW => HEIGHT.1,
        _ => HEIGHT.0,
    }
}

impl Board {
    /// Draws the panel at the bottom of what is left of `ui`, in the `height` that [`Board::chart_ui`] kept free.
    pub fn cover_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, height: f32, commands: &mut Vec<Command>) {
        let area = ui.available_rect_before_wrap();
        let rect = Rect::from_min_max(pos2(area.left(), area.bottom() - height), area.max);
        ui.allocate_rect(rect, Sense::hover());
        tour::mark(ui, tour::Mark::Cover, rect);
        let frame = widgets::panel_frame(theme::palette(ui));
        ui.painter().add(frame.paint(rect.shrink(size::GAP_L)));
        let low = height <= LOW_HEIGHT;
        let inner = rect.shrink2(vec2(size::GAP_L - 2.0, if low { size::GAP_S } else { size::GAP_M }));

        let Some(forecast) = scene.derived.unit(&scene.screen.scenario) else { return };
        if forecast.needed == 0 {
            nothing_needed(ui, inner, scene);
            return;
        }
        let season = Season::of(scene, forecast);
        if low {
            self.figures_ui(ui, inner, rect, (scene, forecast, &season), commands);
            return;
        }
        let (head, figures) = if rect.width() < NARROW {
            inner.split_top_bottom_at_y(inner.top() + HEAD.1)
        } else {
            inner.split_left_right_at_x(inner.left() + HEAD.0)
        };
        head_ui(ui, head, scene, forecast);
        self.figures_ui(ui, figures, rect, (scene, forecast, &season), commands);
    }

    fn figures_ui(
        &mut self,
        ui: &mut Ui,
        area: Rect,
        panel: Rect,
        (scene, forecast, season): (Scene<'_>, &UnitForecast, &Season),
        commands: &mut Vec<Command>,
    ) {
        let cells: Vec<Cell> = depths(forecast).into_iter().map(|k| depth_cell(scene, forecast, k)).collect();
        let columns = cells.len() as f32 + 1.0;
        // The season's words are longer than the others'.
        let gap = size::GAP_M + 2.0;
        let wide = ((area.width() - gap * (columns - 1.0)) / (columns + 0.2) * 1.2).floor();
        let width = ((area.width() - wide - gap * (columns - 1.0)) / (columns - 1.0)).floor();
        let beside = cells.iter().all(|cell| chip_fits(ui, cell, width));
        let mut left = area.left();
        for cell in &cells {
            let rect = Rect::from_min_size(pos2(left, area.top()), vec2(width, area.height()));
            if cell_ui(ui, rect, cell, beside) {
                self.cover.asked = Some(cell.asked);
            }
            left = rect.right() + gap;
        }
        let rect = Rect::from_min_max(pos2(left, area.top()), area.max);
        if season.matchdays.is_empty() {
            no_matchdays_ui(ui, rect, scene, commands);
        } else if cell_ui(ui, rect, &season_cell(scene, season), beside) {
            self.cover.asked = Some(Asked::Season);
        }
        if let Some(asked) = self.cover.asked
            && !made::made_ui(ui, panel, asked, (scene, forecast, season), commands)
        {
            self.cover.asked = None;
        }
    }
}

/// How many players the figures ask for: what the formation needs, the target, and one more.
pub(super) fn depths(forecast: &UnitForecast) -> Vec<usize> {
    let UnitForecast { needed, target_depth: target, .. } = *forecast;
    let mut depths = vec![needed, target, target + 1];
    depths.sort_unstable();
    depths.dedup();
    depths
}

fn depth_cell(scene: Scene<'_>, forecast: &UnitForecast, k: usize) -> Cell {
    let Scene { plan, screen, derived, .. } = scene;
    let chance = forecast.cover_on(screen.date, k);
    let baseline = derived.unit(&plan.baseline).filter(|_| plan.baseline != screen.scenario);
    let before = baseline.and_then(|baseline| baseline.cover_on(screen.date, k));
    let tone = |chance| match super::tone_of(chance) {
        Tone::Neutral => Tone::Ok,
        tone => tone,
    };
    Cell {
        asked: Asked::AtLeast(k),
        label: format!("at least {k} fit"),
        brief: format!("at least {k}"),
        value: chance.map_or_else(|| "\u{2013}".to_owned(), say::percent),
        tone: Tone::Neutral,
        aside: String::new(),
        chip: chance.zip(before).and_then(|(chance, before)| change(chance - before)),
        bar: chance.map(|chance| (chance as f32, tone(chance))),
        note: match chance {
            Some(_) => String::new(),
            None if screen.date < forecast.from => {
                format!("forecast begins {}", say::date(forecast.from))
            }
            None => format!("forecast ends {}", say::date(forecast.to)),
        },
    }
}

fn season_cell(scene: Scene<'_>, season: &Season) -> Cell {
    let Scene { plan, screen, .. } = scene;
    let short = Season::short(scene, &screen.scenario);
    let baseline = plan.scenario(&plan.baseline).filter(|baseline| baseline.id != screen.scenario);
    let note = match baseline {
        Some(baseline) => {
            let was = Season::short(scene, &baseline.id);
            let was = was.map_or_else(|| "\u{2026}".to_owned(), |was| say::percent(was.chance));
            format!("was {was} with {}", baseline.name)
        }
        None => format!("on {} to come", say::matchdays(season.matchdays.len())),
    };
    Cell {
        asked: Asked::Season,
        label: format!("short of {} on some matchday to {}", season.target, season.last_month()),
        brief: format!("short of {}", season.target),
        value: short.map_or_else(|| "\u{2026}".to_owned(), |short| say::percent(short.chance)),
        tone: short.map_or(Tone::Neutral, |short| tone_of_short(short.chance)),
        aside: short.and_then(error_words).unwrap_or_default(),
        chip: None,
        bar: None,
        note,
    }
}

/// As the bars: being short is bad where being covered is rare.
fn tone_of_short(chance: f64) -> Tone {
    super::tone_of(1.0 - chance)
}

/// `± 0.2`: the standard error of a simulated chance, in percentage points.
fn error_words(short: Short) -> Option<String> {
    let error = short.standard_error.filter(|_| short.method == Method::Simulated)?;
    let points = 100.0 * error;
    Some(if points < 0.1 { "\u{b1} <0.1".to_owned() } else { format!("\u{b1} {points:.1}") })
}

fn head_ui(ui: &Ui, rect: Rect, scene: Scene<'_>, forecast: &UnitForecast) {
    let palette = theme::palette(ui);
    let date = text::second(format!("Cover on {}", say::date(scene.screen.date)));
    let needs = text::strong(needs(scene, forecast.needed));
    if rect.height() <= HEAD.1 {
        let (covered, _) = widgets::paint_text(ui, rect, Align2::LEFT_TOP, date, palette.muted);
        let rest = Rect::from_min_max(pos2(covered.right() + size::GAP_M, rect.top()), rect.max);
        widgets::paint_text(ui, rest, Align2::RIGHT_TOP, needs, palette.text);
        return;
    }
    let (upper, lower) = rect.split_top_bottom_at_y(rect.center().y);
    let right = rect.right() - size::GAP_S;
    let place = |half: Rect| Rect::from_min_max(half.min, pos2(right, half.bottom()));
    widgets::paint_text(
        ui,
        place(upper).translate(vec2(0.0, -2.0)),
        Align2::LEFT_BOTTOM,
        date,
        palette.muted,
    );
    widgets::paint_text(ui, place(lower).translate(vec2(0.0, 2.0)), Align2::LEFT_TOP, needs, palette.text);
}

fn nothing_needed(ui: &Ui, rect: Rect, scene: Scene<'_>) {
    let unit = scene.plan.unit(&scene.screen.unit).map_or("unit", |unit| &unit.name).to_lowercase();
    let words = format!("This formation has no place for {unit}: nothing to cover.");
    let muted = theme::palette(ui).muted;
    widgets::paint_text(ui, rect, Align2::LEFT_CENTER, text::second(words), muted);
}

/// Whether the chip finds room beside the value.
fn chip_fits(ui: &Ui, cell: &Cell, width: f32) -> bool {
    let Some((words, _)) = &cell.chip else { return true };
    let value = widgets::text_width(ui, &text::figure(&cell.value));
    let chip = widgets::text_width(ui, &text::small(words)) + 2.0 * size::CHIP_PADDING;
    value + size::GAP_S + chip <= width
}

/// Draws one figure; a click on it asks how it was made.
fn cell_ui(ui: &Ui, rect: Rect, cell: &Cell, beside: bool) -> bool {
    // Size: the three rows of all figures stand on the same lines.
    let low = rect.height() < LABEL + VALUE;
    let chip_row = cell.bar.is_some() && !beside;
    let under = if chip_row || !cell.note.is_empty() { UNDER } else { size::BAR_HEIGHT };
    let (label_height, rows) = if low { (LINE, LINE + VALUE) } else { (LABEL, LABEL + VALUE + UNDER) };
    let top = (rect.center().y - rows / 2.0).max(rect.top());
    // Interact
    let response = ui.interact(rect, Id::unique(("cover", cell_key(cell.asked))), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, cell.name()));
    // Paint
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.has_focus();
    let label = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), label_height));
    wrapped(ui, label, if low { &cell.brief } else { &cell.label }, Align2::LEFT_BOTTOM, palette.muted);
    let value = Rect::from_min_size(label.left_bottom(), vec2(rect.width(), VALUE));
    let ink = match (lit, cell.tone) {
        (true, _) => palette.tone(Tone::Accent).text,
        (false, Tone::Neutral) => palette.text,
        (false, tone) => palette.tone(tone).text,
    };
    let figure = text::figure(&cell.value);
    // A figure is written smaller rather than cut.
    let share = (value.width() / widgets::text_width(ui, &figure).max(1.0)).clamp(LEAST_FIGURE, 1.0);
    let figure = figure.size((text::FIGURE_SIZE * share).floor());
    let (covered, _) = widgets::paint_text(ui, value, Align2::LEFT_CENTER, figure, ink);
    let next =
        |covered: Rect| Rect::from_min_max(pos2(covered.right() + size::GAP_S, value.top()), value.max);
    if !cell.aside.is_empty() && widgets::text_width(ui, &text::second(&cell.aside)) <= next(covered).width()
    {
        widgets::paint_text(ui, next(covered), Align2::LEFT_CENTER, text::second(&cell.aside), palette.muted);
    }
    if low {
        return asked(ui, response, cell);
    }
    let mut below = Rect::from_min_size(value.left_bottom(), vec2(rect.width(), under));
    if let Some((words, tone)) = &cell.chip {
        if beside {
            widgets::paint_chip(ui, next(covered), words, *tone);
        } else {
            let place = Rect::from_min_size(below.min, vec2(rect.width(), size::CHIP_HEIGHT));
            widgets::paint_chip(ui, place, words, *tone);
        }
    }
    // The bars of all stand on one line, with a chip over them or without.
    if chip_row {
        below.min.y += size::CHIP_HEIGHT;
    }
    if let Some((share, tone)) = cell.bar {
        let place = pos2(below.left(), below.top() + size::GAP_XS);
        widgets::paint_bar(ui, Rect::from_min_size(place, vec2(rect.width(), size::BAR_HEIGHT)), share, tone);
    }
    if !cell.note.is_empty() {
        wrapped(ui, below, &cell.note, Align2::LEFT_TOP, palette.muted);
    }
    asked(ui, response, cell)
}

/// Whether a figure was asked how it was made.
fn asked(ui: &Ui, response: Response, cell: &Cell) -> bool {
    ring(ui, &response);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    response.on_hover_text(format!("{}\nClick for how it was made.", cell.name())).clicked()
}

/// The ring of the keyboard, clear of the words it stands around.
fn ring(ui: &Ui, response: &Response) {
    let ground = response.rect.expand2(RING);
    widgets::focus_ring_around(ui, response, ground, size::RADIUS_CONTROL);
}

fn cell_key(asked: Asked) -> usize {
    match asked {
        Asked::AtLeast(k) => k,
        Asked::Season => usize::MAX,
    }
}

/// Paints words on up to two lines.
fn wrapped(ui: &Ui, rect: Rect, words: &str, anchor: Align2, color: egui::Color32) {
    let galley = two_lines(ui, words, rect.width(), color);
    let place = anchor.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(place.round(), galley, color);
}

fn two_lines(ui: &Ui, words: &str, width: f32, color: egui::Color32) -> Arc<egui::Galley> {
    let format = egui::TextFormat::simple(text::font(text::SECOND_SIZE, text::Weight::Regular), color);
    let mut job = egui::text::LayoutJob::single_section(words.to_owned(), format);
    job.wrap = egui::text::TextWrapping { max_width: width, max_rows: 2, ..Default::default() };
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(LINE));
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Without matchdays there is no season to be short in: never assume one, say where they are added.
fn no_matchdays_ui(ui: &Ui, rect: Rect, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let (words, brief) = if scene.plan.matchdays.is_empty() {
        ("No matchdays in this plan: add them in Calendar", "Add matchdays")
    } else {
        ("No matchdays to come this season: add them in Calendar", "Add matchdays")
    };
    let response = ui.interact(rect, Id::unique("cover without matchdays"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
    let palette = theme::palette(ui);
    let lit = response.hovered() || response.has_focus();
    let ink = if lit { palette.tone(Tone::Accent).text } else { palette.muted };
    let (galley, icon) = no_matchdays_words(ui, rect.size(), words, brief, ink);
    let height = icon + galley.size().y;
    let top = rect.center().y - (LABEL + VALUE + UNDER) / 2.0 + LINE;
    let top = top.min(rect.bottom() - height).max(rect.top());
    if icon > 0.0 {
        let place = Rect::from_min_size(pos2(rect.left(), top), Vec2::splat(LINE));
        let icon = text::icon(icons::CALENDAR, text::SECTION_SIZE);
        widgets::paint_text(ui, place, Align2::LEFT_CENTER, icon, ink);
    }
    ui.painter().galley(pos2(rect.left(), top + icon).round(), galley, ink);
    ring(ui, &response);
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(words);
    if response.clicked() {
        commands.push(Command::Show(View::Calendar));
    }
}

/// The words in full, or else in brief, as they fit into `room`, and the height of the icon over them: none where
/// there is no room for it.
fn no_matchdays_words(
    ui: &Ui,
    room: Vec2,
    words: &str,
    brief: &str,
    ink: egui::Color32,
) -> (Arc<egui::Galley>, f32) {
    let icon = LINE + size::GAP_XS;
    let galley = two_lines(ui, words, room.x, ink);
    let galley = if galley.elided { two_lines(ui, brief, room.x, ink) } else { galley };
    let fits = icon + galley.size().y <= room.y;
    (galley, if fits { icon } else { 0.0 })
}

#[cfg(test)]
mod tests;
