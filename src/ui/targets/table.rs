//! The table itself: heads that sort, rows that are selected, opened and carried.

use egui::{
    Align2, Event, EventFilter, Id, IdSalt, Modifiers, Popup, Rect, Response, Role, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_extras::{Column as Width, TableBody, TableBuilder, TableRow};

use crate::model::PlayerId;
use crate::ui::board::{DragCard, Scene};
use crate::ui::command::{Command, table_keys};
use crate::ui::theme::{self, Avatar, Tone, icons, size, text};
use crate::ui::widgets;

use super::TargetsView;
use super::column::{Column, Line};
use super::layout::Laid;
use super::selection::How;

/// Height of the heads and of a row, points.
const HEAD: f32 = 32.0;
const ROW: f32 = 34.0;
/// Side of the initials in a row, points.
const AVATAR: f32 = 22.0;
/// Least width of the column that takes what is left, points.
const LEAST_REST: f32 = 150.0;
/// How wide a carried row is under the pointer, and where it is held, points.
const CARRIED_WIDTH: f32 = 280.0;
const GRIP: f32 = 20.0;
/// Rows that Page up and Page down pass.
const PAGE: isize = 15;

/// The id of the table: keys go to it while it has the keyboard.
pub(super) fn table_id() -> Id {
    Id::unique("table of players")
}

pub(super) fn table_ui(view: &mut TargetsView, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let area = ui.available_rect_before_wrap();
    let palette = theme::palette(ui);
    let radius = f32::from(size::RADIUS_CARD);
    ui.painter().rect_filled(area, radius, palette.surface);
    let focus = ui.interact(area, table_id(), Sense::focusable_noninteractive());
    focus.widget_info(|| WidgetInfo::labeled(Role::Table, true, "Players"));
    let scroll_to = if focus.has_focus() { keys(view, ui, scene, commands) } else { None };

    let shown: Vec<Laid> = view.layout.shown().copied().collect();
    let wanted: f32 =
        shown.iter().map(|laid| if laid.column == Column::Newest { LEAST_REST } else { laid.width }).sum();
    let mut inside = ui.new_child(widgets::on_panel(palette, area.shrink(size::HAIRLINE)));
    let mut widths: Vec<f32> = Vec::new();
    // Each edge would be a stop of the Tab key: they are there while the pointer is.
    let head = Rect::from_min_max(area.min, pos2(area.right(), area.top() + HEAD));
    let resizable = ui.rect_contains_pointer(head) || ui.ctx().dragged_id().is_some();
    ScrollArea::horizontal().auto_shrink(false).show(&mut inside, |ui| {
        ui.set_max_width(wanted.max(area.width() - 2.0 * size::HAIRLINE));
        ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
        // The edges of columns show under the pointer only.
        ui.visuals_mut().widgets.noninteractive.bg_stroke = Stroke::NONE;
        let salt: Vec<&str> = shown.iter().map(|laid| laid.column.key()).collect();
        let edges = ui.scope_id().with(IdSalt::new(("players", &salt))).with("resize_column");
        let mut table = TableBuilder::new(ui)
            .id_salt(("players", salt))
            .striped(false)
            .resizable(resizable)
            .auto_shrink(false)
            .min_scrolled_height(0.0)
            .sense(Sense::CLICK | Sense::DRAG);
        for laid in &shown {
            table = table.column(match laid.column {
                Column::Newest => Width::remainder().at_least(LEAST_REST).clip(true),
                _ => Width::initial(laid.width).at_least(30.0).clip(true),
            });
        }
        if let Some(row) = scroll_to {
            table = table.scroll_to_row(row, None);
        }
        let table = table.header(HEAD, |mut row| {
            for (at, laid) in shown.iter().enumerate() {
                row.col(|ui| head_ui(view, ui, laid.column, at + 1 == shown.len()));
            }
        });
        table.body(|body| {
            widths = body.widths().to_vec();
            rows_ui(view, body, scene, &shown, commands);
        });
        if resizable {
            name_edges(ui, edges, &shown);
        }
    });
    if view.rows.shown().is_empty() {
        nobody_ui(ui, area);
    }
    // Widths are kept when the user lets go of them.
    if !ui.input(|input| input.pointer.any_down()) && widths.len() == shown.len() {
        view.layout.take_widths(&widths);
    }
    let line = Stroke::new(size::HAIRLINE, palette.line);
    ui.painter().rect_stroke(area, radius, line, egui::StrokeKind::Inside);
    widgets::focus_ring(ui, &focus, size::RADIUS_CARD);
}

fn nobody_ui(ui: &Ui, area: Rect) {
    let words = "Nobody matches. Change what is typed, or take a filter away.";
    let middle = Rect::from_center_size(area.center(), vec2(area.width(), ROW));
    let ink = theme::palette(ui).muted;
    widgets::paint_text(ui, middle, Align2::CENTER_CENTER, text::body(words), ink);
}

/// The edges by which the columns are made wider or narrower, for screen readers.
fn name_edges(ui: &Ui, edges: Id, shown: &[Laid]) {
    for (at, laid) in shown.iter().enumerate() {
        let edge = edges.with(at);
        if ui.ctx().viewport(|viewport| viewport.this_pass.widgets.contains(edge)) {
            ui.ctx().accesskit_node_builder(edge, |node| {
                node.set_role(Role::Splitter);
                node.set_label(format!("Width of {}", laid.column.name().to_lowercase()));
            });
        }
    }
}

fn head_ui(view: &mut TargetsView, ui: &mut Ui, column: Column, last: bool) {
    let rect = ui.max_rect();
    let response = ui.interact(rect, Id::unique(("head", column.key())), Sense::click());
    let order = view.question.order;
    let sorted = order.column == column;
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, sorted, format!("Sort by {}", column.name().to_lowercase()))
    });
    if response.clicked() {
        view.question.order.descending = if sorted { !order.descending } else { column.begins_high() };
        view.question.order.column = column;
    }
    let palette = theme::palette(ui);
    let ink = if sorted || response.hovered() { palette.text } else { palette.muted };
    let inner = inside(rect, last);
    let icon = if order.descending { icons::CARET_DOWN } else { icons::CARET_UP };
    let mark = Rect::from_min_max(pos2(inner.right() - size::GAP_M, inner.top()), inner.max);
    if sorted {
        widgets::paint_text(ui, mark, Align2::RIGHT_CENTER, text::icon(icon, text::LABEL_SIZE), ink);
    }
    let right = if sorted { mark.left() - size::GAP_HAIR } else { inner.right() };
    let words = Rect::from_min_max(inner.min, pos2(right, inner.bottom()));
    let anchor = if column.is_number() { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    widgets::paint_text(ui, words, anchor, text::small(column.name()), ink);
    let below = ui.clip_rect().intersect(rect);
    ui.painter().hline(
        below.x_range(),
        rect.bottom() - size::HAIRLINE / 2.0,
        Stroke::new(size::HAIRLINE, palette.line_strong),
    );
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(format!("{}\nClick to sort, drag the edge for the width.", column.meaning()));
}

/// The room of a cell's words; those of the last column keep clear of the frame and of the bar that scrolls.
fn inside(rect: Rect, last: bool) -> Rect {
    let right = if last { size::GAP_L } else { size::GAP_S };
    Rect::from_min_max(rect.min + vec2(size::GAP_S, 0.0), rect.max - vec2(right, 0.0))
}

fn rows_ui(
    view: &mut TargetsView,
    body: TableBody<'_>,
    scene: Scene<'_>,
    shown: &[Laid],
    commands: &mut Vec<Command>,
) {
    let count = view.rows.shown().len();
    body.rows(ROW, count, |mut row| {
        let place = view.rows.shown().get(row.index()).copied();
        let Some(line) = place.and_then(|place| view.rows.line(scene, place)) else { return };
        row.set_selected(view.selection.contains(&line.player.id));
        let mut tip = None;
        for (at, laid) in shown.iter().enumerate() {
            row.col(|ui| cell_ui(ui, laid.column, &line, at + 1 == shown.len(), &mut tip));
        }
        row_ui(view, &row, scene, &line, tip, commands);
    });
}

fn cell_ui(ui: &Ui, column: Column, line: &Line<'_>, last: bool, tip: &mut Option<String>) {
    let palette = theme::palette(ui);
    let rect = ui.max_rect();
    let cell = column.cell(line);
    let mut inner = inside(rect, last);
    let ink = if cell.tone == Tone::Neutral { palette.text } else { palette.tone(cell.tone).text };
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - size::HAIRLINE / 2.0,
        Stroke::new(size::HAIRLINE, palette.line),
    );
    let mut words = text::body(&cell.words);
    let mut color = ink;
    match column {
        Column::Name => {
            let middle = pos2(inner.left() + AVATAR / 2.0, rect.center().y);
            let avatar = Rect::from_center_size(middle, vec2(AVATAR, AVATAR));
            let kind = if line.player.is_target() { Avatar::Target } else { Avatar::Squad };
            widgets::paint_avatar(ui, avatar, &line.player.name, kind);
            inner.min.x = avatar.right() + size::GAP_S;
            words = text::strong(&cell.words);
        }
        Column::Rivals | Column::Newest | Column::Club | Column::Foot if cell.tone == Tone::Neutral => {
            color = palette.muted;
        }
        _ => {}
    }
    let anchor = if column.is_number() { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
    if cell.words.is_empty() {
        return;
    }
    // A selected row would colour all words alike.
    let (_, elided) = widgets::paint_text(ui, inner, anchor, words.color(color), color);
    let pointed = ui.ctx().dragged_id().is_none() && ui.rect_contains_pointer(rect);
    if pointed && (elided || !cell.more.is_empty()) {
        let mut said = if elided { cell.words } else { String::new() };
        if !cell.more.is_empty() {
            if !said.is_empty() {
                said.push('\n');
            }
            said.push_str(&cell.more);
        }
        *tip = Some(said);
    }
}

/// What mouse and menu do to a row.
fn row_ui(
    view: &mut TargetsView,
    row: &TableRow<'_, '_>,
    scene: Scene<'_>,
    line: &Line<'_>,
    tip: Option<String>,
    commands: &mut Vec<Command>,
) {
    let response = row.response();
    let player = &line.player.id;
    let selected = view.selection.contains(player);
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, selected, label(line)));
    if response.clicked() {
        let modifiers = response.ctx.input(|input| input.modifiers);
        let how = match modifiers {
            Modifiers { shift: true, .. } => How::Through,
            Modifiers { command: true, .. } => How::Toggle,
            _ => How::Alone,
        };
        view.pick(scene, player, how, commands);
        response.ctx.memory_mut(|memory| memory.request_focus(table_id()));
    }
    if response.double_clicked() {
        view.open(player, commands);
    }
    if response.drag_started() {
        if !selected {
            view.pick(scene, player, How::Alone, commands);
        }
        carry(view, scene, player, &response);
    }
    if response.secondary_clicked() && !selected {
        view.pick(scene, player, How::Alone, commands);
    }
    Popup::context_menu(&response).style(theme::menu_style).show(|ui| {
        ui.set_min_width(220.0);
        if ui.button("Open").clicked() {
            view.open(player, commands);
        }
        ui.separator();
        super::toolbar::actions_menu(view, ui, scene, commands);
    });
    if let Some(tip) = tip {
        response.on_hover_text(tip);
    }
}

/// What a screen reader says of a row.
fn label(line: &Line<'_>) -> String {
    let kind = if line.player.is_target() { "target" } else { "squad" };
    let said =
        [Column::Position, Column::Age, Column::Club, Column::Contract, Column::Offered, Column::Chance];
    let cells = said.iter().map(|column| column.cell(line).words).filter(|words| !words.is_empty());
    let all: Vec<String> = [line.player.name.clone(), kind.to_owned()].into_iter().chain(cells).collect();
    all.join(", ")
}

/// The pointer takes the selected rows along, the one it is on first.
fn carry(view: &TargetsView, scene: Scene<'_>, player: &PlayerId, response: &Response) {
    let others = view.selected(scene).filter(|id| *id != player).cloned().collect();
    response.dnd_set_drag_payload(DragCard {
        player: player.clone(),
        others,
        from: None,
        grip: vec2(GRIP, GRIP),
        width: CARRIED_WIDTH,
    });
}

/// What the keys do while the table has the keyboard. Returns the row to bring into sight.
fn keys(view: &mut TargetsView, ui: &Ui, scene: Scene<'_>, commands: &mut Vec<Command>) -> Option<usize> {
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(table_id(), arrows));
    let pressed = |keys| ui.input_mut(|input| input.consume_shortcut(&keys));
    if pressed(table_keys::ALL) {
        view.select_all(scene);
    }
    if ui.input(|input| input.events.contains(&Event::Copy)) {
        super::toolbar::copy(view, ui, scene, false, commands);
    }
    if pressed(table_keys::REMOVE) {
        super::toolbar::remove(view, scene, commands);
    }
    if pressed(table_keys::OPEN)
        && let Some(player) = view.selection.cursor().cloned()
    {
        view.open(&player, commands);
    }
    if pressed(table_keys::TOGGLE)
        && let Some(player) = view.selection.cursor().cloned()
    {
        view.pick(scene, &player, How::Toggle, commands);
    }
    let last = view.rows.shown().len().checked_sub(1)?.cast_signed();
    let steps = [
        (table_keys::DOWN, 1),
        (table_keys::UP, -1),
        (table_keys::PAGE_DOWN, PAGE),
        (table_keys::PAGE_UP, -PAGE),
        (table_keys::END, isize::MAX),
        (table_keys::HOME, isize::MIN),
    ];
    let (how, step) = steps.into_iter().find_map(|(keys, step)| {
        // The longer of two that begin alike is tried first.
        let through = egui::KeyboardShortcut { modifiers: Modifiers::SHIFT, ..keys };
        if pressed(through) {
            Some((How::Through, step))
        } else {
            pressed(keys).then_some((How::Alone, step))
        }
    })?;
    let at = view.selection.cursor().and_then(|cursor| view.row_of(scene, cursor));
    let next = match at {
        Some(at) => at.cast_signed().saturating_add(step).clamp(0, last),
        None if step < 0 => last,
        None => 0,
    };
    let next = next.unsigned_abs();
    let player = view.rows.shown().get(next).and_then(|place| scene.plan.players.get(*place))?;
    view.pick(scene, &player.id, how, commands);
    Some(next)
}
