//! The timeline: every player of a unit over time, and the unit's cover under him on the same axis.

mod change;
mod cover;
mod facts;
mod grip;
mod lane;
mod name;
mod rows;
mod toolbar;

use egui::{Align2, Rect, ScrollArea, Sense, Ui, UiBuilder, pos2, vec2};

use crate::edit::apply;
use crate::forecast::UnitForecast;
use crate::model::{Date, Plan, PlayerId, Scenario, words};
use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::derived::span;
use crate::ui::screen::View;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::time::{
    Axis, DateHandle, LetGo, Row, Typed, TypedDate, flag_rect, paint_as_of, paint_flag, paint_ticks,
    slider_info,
};
use crate::ui::widgets::{empty_state, paint_text};

use change::{Change, Subject};
use cover::Cover;
use facts::Facts;
use grip::Grip;
use name::{NameAct, name_ui};
use toolbar::Extent;

/// A window narrower than this gives names less room, points.
const NARROW: f32 = 1100.0;
const WIDE: f32 = 1800.0;
/// Width of the names, with room and without, points.
const NAMES: f32 = 204.0;
const NARROW_NAMES: f32 = 156.0;
const WIDE_NAMES: f32 = 260.0;
/// Heights of the axis, of the names of windows, of a row at least and at most, and of the cover under them, points.
const HEAD: f32 = 30.0;
const BANDS: f32 = 20.0;
const ROW: [f32; 2] = [44.0, 66.0];
const COVER: [f32; 2] = [128.0, 440.0];
/// How much of what is left the cover takes.
const COVER_SHARE: f32 = 0.34;
/// A band narrower than this goes without its name, points.
const NAMED: f32 = 8.0;
/// How much a notch of the wheel zooms: the points of wheel that double the scale.
const WHEEL: f32 = 200.0;

/// The timeline's own state.
#[derive(Debug, Default)]
pub struct Timeline {
    axis: Option<Axis>,
    extent: Extent,
    handle: DateHandle,
    facts: Option<Facts>,
    drag: Option<Dragged>,
    let_go: LetGo,
    typed: Option<TypedDate<Subject>>,
    cover: Cover,
    /// The row that takes the keyboard when it is next drawn.
    focus: Option<PlayerId>,
}

/// Something being dragged, and the plan as it would be.
#[derive(Debug)]
struct Dragged {
    subject: Subject,
    day: Date,
    change: Change,
    /// None where the change cannot be carried out.
    preview: Option<Facts>,
}

impl Timeline {
    /// Draws the view into what is left of `ui`.
    pub fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let facts = match self.facts.take() {
            Some(facts) if facts.are_of(scene) => facts,
            _ => {
                self.drag = None;
                let Some(forecast) = scene.derived.unit(&scene.scenario.id) else { return };
                Facts::of(scene, scene.plan, scene.scenario, forecast)
            }
        };
        if let Some(extent) = toolbar::toolbar_ui(ui, scene, &facts, self.extent, commands) {
            self.extent = extent;
            self.axis = None;
        }
        ui.add_space(size::GAP_S);
        if facts.rows.is_empty() {
            let sentence =
                "Nobody stands in this part of the chart yet. Put players into its slots on the board.";
            if empty_state(ui, icons::TIMELINE, sentence, Some("Go to the board"))
                .is_some_and(|go| go.clicked())
            {
                commands.push(Command::Show(View::Board));
            }
            self.facts = Some(facts);
            return;
        }
        self.body_ui(ui, scene, &facts, commands);
        self.typed_ui(ui, scene, commands);
        self.facts = Some(facts);
    }

    fn body_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        let area = ui.available_rect_before_wrap();
        let names = match area.width() {
            width if width < NARROW => NARROW_NAMES,
            width if width < WIDE => NAMES,
            _ => WIDE_NAMES,
        };
        let (left, right) = (area.left() + names, area.right() - size::GAP_L);
        let (first, last) = self.extent.days(scene.plan, facts);
        let axis = self.axis.unwrap_or_else(|| Axis::new(first, last, left, right)).between(left, right);

        let inside = area.height() - HEAD - BANDS;
        let cover_height = (inside * COVER_SHARE).clamp(COVER[0], COVER[1]);
        let rows_room = (inside - cover_height - size::GAP_XL).max(ROW[0]);
        let row_height = (rows_room / facts.rows.len() as f32).clamp(ROW[0], ROW[1]);
        let rows_height = rows_room.min(row_height * facts.rows.len() as f32);
        let top = area.top() + HEAD;
        let list =
            Rect::from_min_max(pos2(area.left(), top + BANDS), pos2(area.right(), top + BANDS + rows_height));
        let cover_top = list.bottom() + size::GAP_XL;
        let cover_height = (area.bottom() - cover_top).clamp(COVER[0], COVER[1]);
        let cover =
            Rect::from_min_max(pos2(area.left(), cover_top), pos2(area.right(), cover_top + cover_height));

        let shown = scene.screen.date;
        let in_sight = axis.first() <= shown && shown <= axis.last();
        let x = axis.x_mid(shown);
        let flag = flag_rect(&axis, x.min(right).max(left), area.top() + 2.0);
        paint_ground(ui, facts, axis, top, list.bottom(), flag);

        let grips = self.rows_ui(ui, scene, facts, list, row_height, axis, commands);
        self.cover_ui(ui, scene, facts, cover, axis);
        self.head_ui(ui, scene, area, axis, flag, commands);
        if in_sight {
            let focused = ui.memory(|memory| memory.has_focus(head_id(ui)));
            let bottom = cover.bottom() - 20.0;
            paint_flag(ui, flag, pos2(x, flag.bottom()), pos2(x, bottom), shown, focused);
        }
        self.answer(ui, scene, facts, axis, grips, commands);
    }

    /// The strip of ticks: a click or a drag on it moves the shown date.
    fn head_ui(
        &mut self,
        ui: &mut Ui,
        scene: Scene<'_>,
        area: Rect,
        axis: Axis,
        flag: Rect,
        commands: &mut Vec<Command>,
    ) {
        let strip = Rect::from_min_max(
            pos2(axis.left() - size::GAP_L, area.top()),
            pos2(axis.right() + size::GAP_L, area.top() + HEAD),
        );
        let response = ui.interact(strip, head_id(ui), Sense::click_and_drag());
        let shown = scene.screen.date;
        slider_info(ui, &response, &axis, shown);
        if let Some(day) = self.handle.react(ui, &response, &axis, flag, shown, scene.plan.as_of) {
            commands.push(Command::ShowDate(day));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a piece of the body: where, what, and what is asked")]
    fn rows_ui(
        &mut self,
        ui: &mut Ui,
        scene: Scene<'_>,
        facts: &Facts,
        list: Rect,
        row_height: f32,
        axis: Axis,
        commands: &mut Vec<Command>,
    ) -> Vec<Grip> {
        let mut grips = Vec::new();
        let quiet = self.let_go.keeps_quiet(ui.ctx(), size::GAP_XL);
        let mut inside = ui.new_child(UiBuilder::new().max_rect(list).id_salt("rows"));
        inside.set_clip_rect(list.expand2(vec2(size::GAP_S, 0.0)).intersect(ui.clip_rect()));
        let background = Rect::from_min_max(pos2(axis.left(), list.top()), pos2(axis.right(), list.bottom()));
        self.pan_and_zoom(&inside, background, scene.plan, facts, axis);
        ScrollArea::vertical().auto_shrink(false).show(&mut inside, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let shown = self.drag.as_ref().and_then(|drag| drag.preview.as_ref()).unwrap_or(facts);
            let dragged = self.drag.as_ref().map(|drag| &drag.subject);
            for (at, row) in shown.rows.iter().enumerate() {
                let (rect, _) =
                    ui.allocate_exact_size(vec2(ui.available_width(), row_height), Sense::hover());
                // One more than is seen: Tab leads on to it.
                let near = rect.expand2(vec2(0.0, row_height));
                if !ui.is_rect_visible(near) && self.focus.is_none() {
                    continue;
                }
                let name = Rect::from_min_max(rect.min, pos2(axis.left() - size::GAP_M, rect.bottom()));
                let focused = self.focus.take_if(|wanted| *wanted == row.player).is_some();
                let selected = scene.screen.selected.as_ref() == Some(&row.player);
                let under = row.under(scene.screen.date);
                match name_ui(ui, name, row, &under, selected, focused) {
                    NameAct::None => {}
                    NameAct::Select => commands.push(Command::Select(Some(row.player.clone()))),
                    NameAct::Open => {
                        commands.push(Command::Select(Some(row.player.clone())));
                        commands.push(Command::Show(View::Board));
                    }
                    NameAct::Step(step) => {
                        let to = at.checked_add_signed(step).and_then(|at| shown.rows.get(at));
                        self.focus = to.map(|row| row.player.clone());
                        ui.ctx().request_repaint();
                    }
                }
                let lane =
                    Rect::from_min_max(pos2(axis.left(), rect.top()), pos2(axis.right(), rect.bottom()));
                grips.extend(lane::lane_ui(ui, lane, row, axis, dragged, quiet));
            }
        });
        grips
    }

    /// Dragging empty space pans, the wheel zooms about the pointer, and sideways scrolling pans.
    fn pan_and_zoom(&mut self, ui: &Ui, background: Rect, plan: &Plan, facts: &Facts, axis: Axis) {
        let response = ui.interact(background, ui.scope_id().with("empty space"), Sense::DRAG);
        let mut moved = axis;
        if response.dragged() {
            moved = moved.panned(response.drag_delta().x);
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        }
        if let Some(pointer) = ui.input(|input| input.pointer.hover_pos())
            && background.contains(pointer)
            && ui.ctx().layer_id_at(pointer) == Some(ui.layer_id())
        {
            let (scroll, pinch) =
                ui.input_mut(|input| (std::mem::take(&mut input.smooth_scroll_delta), input.zoom_delta()));
            let factor = libm::exp2(f64::from(scroll.y / WHEEL)) * f64::from(pinch);
            if (factor - 1.0).abs() > 1e-4 {
                moved = moved.zoomed(factor, pointer.x);
            }
            moved = moved.panned(scroll.x);
        }
        if moved != axis {
            let (first, last) = Extent::Everything.days(plan, facts);
            self.axis = Some(moved.held(first, last));
            self.extent = Extent::Free;
            ui.ctx().request_repaint();
        }
    }

    fn cover_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, facts: &Facts, rect: Rect, axis: Axis) {
        let preview = self.drag.as_ref().and_then(|drag| drag.preview.as_ref());
        self.cover.ui(ui, rect, axis, preview.unwrap_or(facts), scene.screen.date);
    }

    /// Carries out what the grips were asked.
    fn answer(
        &mut self,
        ui: &Ui,
        scene: Scene<'_>,
        facts: &Facts,
        axis: Axis,
        grips: Vec<Grip>,
        commands: &mut Vec<Command>,
    ) {
        for grip in grips {
            match grip {
                Grip::Drag { subject, points } => {
                    let Some(from) = facts.day_of(&subject) else { continue };
                    let day = axis.day_at(axis.x_mid(from) + points);
                    self.preview(scene, subject, day);
                }
                Grip::Drop => {
                    self.let_go.here(ui.ctx());
                    if let Some(drag) = self.drag.take()
                        && drag.preview.is_some()
                    {
                        commands.push(Command::Edit(drag.change.edit));
                    }
                }
                Grip::Cancel => self.drag = None,
                Grip::Step { subject, days } => {
                    let day = facts.day_of(&subject).map(|day| day.saturating_add(days));
                    let change = day.and_then(|day| subject.put_on(scene.plan, scene.scenario, day));
                    commands.extend(change.map(|change| Command::Edit(change.edit)));
                }
                Grip::Type { subject, at } => {
                    let Some(day) = facts.day_of(&subject) else { continue };
                    let typed = TypedDate::new(subject.clone(), subject.question(), day, at);
                    self.typed = Some(typed.of_contract(matches!(subject, Subject::Contract(_))));
                }
            }
        }
        let Some(drag) = &self.drag else { return };
        let Some(pointer) = ui.ctx().pointer_interact_pos() else { return };
        grip::paint_remark(ui, pointer, &drag.change.words, drag.preview.is_some());
    }

    fn preview(&mut self, scene: Scene<'_>, subject: Subject, day: Date) {
        if self.drag.as_ref().is_some_and(|drag| drag.subject == subject && drag.day == day) {
            return;
        }
        let Some(change) = subject.put_on(scene.plan, scene.scenario, day) else { return };
        let preview = apply(scene.plan, &change.edit).ok().and_then(|plan| {
            let scenario: &Scenario = plan.scenario(&scene.scenario.id)?;
            let (from, to) = span(&plan);
            let forecast = UnitForecast::of(&plan, &scenario.id, &scene.screen.unit, from, to)?;
            Some(Facts::of(scene, &plan, scenario, &std::sync::Arc::new(forecast)))
        });
        self.drag = Some(Dragged { subject, day, change, preview });
    }

    fn typed_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let Some(typed) = &mut self.typed else { return };
        let answer = typed.ui(ui);
        if let Typed::Day(day) = answer
            && let Some(change) = typed.subject.put_on(scene.plan, scene.scenario, day)
        {
            commands.push(Command::Edit(change.edit));
        }
        if answer != Typed::Waiting {
            self.typed = None;
        }
    }
}

fn head_id(ui: &Ui) -> egui::Id {
    ui.scope_id().with("shown date")
}

/// Ticks over the rows, windows behind them with their names, and the as-of date.
fn paint_ground(ui: &Ui, facts: &Facts, axis: Axis, top: f32, bottom: f32, flag: Rect) {
    let palette = theme::palette(ui);
    let painter = ui.painter();
    paint_ticks(ui, &axis, top..=bottom, Some(flag), |x, size| pos2(x + 5.0, top - 8.0 - size.y));
    let mut names = Row::new(axis.left(), axis.right(), size::GAP_S);
    let lefts: Vec<f32> =
        facts.bands.iter().filter_map(|band| band.rect(&axis, top, bottom)).map(|band| band.left()).collect();
    for band in &facts.bands {
        let Some(rect) = band.paint(ui, &axis, top, bottom).filter(|rect| rect.width() >= NAMED) else {
            continue;
        };
        let color = band.color(ui);
        // The short name may stand out of a narrow band as far as the next one.
        let next = lefts.iter().copied().filter(|left| *left > rect.left()).fold(axis.right(), f32::min);
        for (words, end) in [(band.full_name(), rect.right()), (band.name.clone(), rect.right().max(next))] {
            let galley = painter.layout_no_wrap(words, text::small_font(), color);
            let left = rect.left() + 5.0;
            if left + galley.size().x + 3.0 <= end
                && let Some(x) = names.take(galley.size().x, [left])
            {
                painter.galley(pos2(x, top + 4.0), galley, color);
                break;
            }
        }
    }
    let as_of = facts.as_of;
    if axis.first() <= as_of && as_of <= axis.last() {
        let x = painter.round_to_pixel_center(axis.x_mid(as_of));
        paint_as_of(ui, x, top..=bottom);
        let galley = painter.layout_no_wrap(
            format!("as of {}", words::day_month(as_of)),
            text::small_font(),
            palette.muted,
        );
        let width = galley.size().x;
        if let Some(left) = names.take(width, [x + 5.0, x - 5.0 - width]) {
            painter.galley(pos2(left, top + 4.0), galley, palette.muted);
        }
    }
    if facts.bands.is_empty() {
        let place = Rect::from_min_max(pos2(axis.left() + 5.0, top), pos2(axis.right(), top + BANDS));
        let words = text::small("No transfer windows in this plan");
        paint_text(ui, place, Align2::RIGHT_CENTER, words, palette.muted);
    }
}

#[cfg(test)]
mod tests;
