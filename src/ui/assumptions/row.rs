//! The lines of the table.

use std::collections::BTreeMap;

use egui::{
    Align, Align2, Label, Layout, Rect, Role, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::words::{number, read, tag_chip, tag_sentence, unit};
use crate::edit::Edit;
use crate::forecast::Entry;
use crate::model::{Plan, words as say};
use crate::ui::command::{Command, dialog_keys};
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// Height of a line, and of a complaint under it, points.
const HEIGHT: f32 = 36.0;
const COMPLAINT: f32 = 20.0;
/// Widths of the columns that do not grow, points: tag, default, unit, own value.
const TAG: f32 = 92.0;
const DEFAULT: f32 = 84.0;
const UNIT: f32 = 88.0;
const OWN: f32 = 136.0;
/// Width of the field in the last of them, points.
const FIELD: f32 = 96.0;
/// Share of what is left that the label takes; the source takes the rest.
const LABEL_SHARE: f32 = 0.47;

/// Where the columns of the table are, from the left, points.
pub(super) struct Widths {
    label: f32,
    source: f32,
}

impl Widths {
    /// The columns of a table of this width.
    pub(super) fn of(width: f32) -> Self {
        let gaps = 5.0 * size::GAP_M + size::GAP_S;
        let rest = (width - TAG - DEFAULT - UNIT - OWN - gaps).max(200.0);
        let label = (rest * LABEL_SHARE).floor();
        Self { label, source: (rest - label).floor() }
    }

    fn cells(&self, row: Rect) -> [Rect; 6] {
        let mut left = row.left() + size::GAP_S;
        [self.label, TAG, DEFAULT, UNIT, OWN, self.source].map(|width| {
            let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width, row.height()));
            left = cell.right() + size::GAP_M;
            cell
        })
    }
}

/// The heading of a group, with the names of the columns over the first one.
pub(super) fn group_ui(ui: &mut Ui, name: &str, remark: &str, widths: &Widths, columns: bool) {
    ui.add_space(if columns { 0.0 } else { size::GAP_M });
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT - size::GAP_XS), Sense::hover());
    let palette = theme::palette(ui);
    let [label, _, default, unit, own, source] = widths.cells(row);
    let (covered, _) = widgets::paint_text(ui, label, Align2::LEFT_CENTER, text::label(name), palette.muted);
    let end = if columns { default.left() } else { row.right() };
    let rest = Rect::from_min_max(pos2(covered.right() + size::GAP_S, row.top()), pos2(end, row.bottom()));
    widgets::paint_text(ui, rest, Align2::LEFT_CENTER, text::second(remark), palette.muted);
    if columns {
        for (cell, words, anchor) in [
            (default, "Default", Align2::RIGHT_CENTER),
            (unit, "Unit", Align2::LEFT_CENTER),
            (own, "Your value", Align2::LEFT_CENTER),
            (source, "Source", Align2::LEFT_CENTER),
        ] {
            widgets::paint_text(ui, cell, anchor, text::label(words), palette.muted);
        }
    }
    hairline(ui, row);
}

/// A default and the plan's own value.
pub(super) fn entry_ui(
    ui: &mut Ui,
    plan: &Plan,
    entry: &Entry,
    widths: &Widths,
    typed: &mut BTreeMap<String, String>,
    commands: &mut Vec<Command>,
) {
    let own = plan.assumptions.get(&entry.id).copied();
    let complaint = complaint(entry, own, typed.get(&entry.id));
    let height = HEIGHT + if complaint.is_some() { COMPLAINT } else { 0.0 };
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    // One more than is seen: Tab leads on to it.
    let near = whole.expand2(vec2(0.0, HEIGHT));
    if !ui.is_rect_visible(near) && !typed.contains_key(&entry.id) {
        return;
    }
    let row = Rect::from_min_size(whole.min, vec2(whole.width(), HEIGHT));
    let palette = theme::palette(ui);
    if own.is_some() {
        ui.painter().rect_filled(whole, f32::from(size::RADIUS_CONTROL), palette.raised);
        let mark = Rect::from_min_size(whole.min, vec2(2.0, whole.height())).shrink2(vec2(0.0, 7.0));
        ui.painter().rect_filled(mark, 1.0, palette.accent);
    }
    let [label, tag, default, unit_at, field, source] = widths.cells(row);
    let words = if own.is_some() { text::strong(&entry.label) } else { text::body(&entry.label) };
    cell(ui, label, |ui| ui.add(Label::new(words).truncate()));
    cell(ui, tag, |ui| {
        let (words, tone) = tag_chip(entry.tag);
        let dated = entry.dated.map(|day| format!(" In force on {}.", say::date(day))).unwrap_or_default();
        widgets::chip(ui, words, tone).on_hover_text(format!("{}{dated}", tag_sentence(entry.tag)))
    });
    let ink = if own.is_some() { palette.muted } else { palette.text };
    widgets::paint_text(ui, default, Align2::RIGHT_CENTER, text::body(number(entry.value)), ink);
    cell(ui, unit_at, |ui| {
        let (words, explained) = unit(&entry.unit);
        let label = ui.add(Label::new(text::second(words)).truncate());
        match explained {
            Some(explained) => label.on_hover_text(explained),
            None => label,
        }
    });
    if entry.min < entry.max {
        own_ui(ui, field, entry, own, typed, commands);
    } else {
        cell(ui, field, |ui| {
            ui.label(text::second("fixed")).on_hover_text("A rule that no plan can change.")
        });
    }
    cell(ui, source, |ui| ui.add(Label::new(text::second(&entry.source)).truncate()));
    if let Some(complaint) = complaint {
        let place = Rect::from_min_max(pos2(field.left(), row.bottom() - 3.0), whole.right_bottom());
        let bad = palette.tone(Tone::Bad).text;
        widgets::paint_text(ui, place, Align2::LEFT_TOP, text::second(complaint).color(bad), bad);
    }
    hairline(ui, whole);
}

/// The field of the plan's own value, and the way back to the default.
fn own_ui(
    ui: &mut Ui,
    place: Rect,
    entry: &Entry,
    own: Option<f64>,
    typed: &mut BTreeMap<String, String>,
    commands: &mut Vec<Command>,
) {
    let shown = own.map(number).unwrap_or_default();
    let mut words = typed.get(&entry.id).cloned().unwrap_or_else(|| shown.clone());
    cell(ui, place, |ui| {
        let set = |value: Option<f64>| {
            let label = match value {
                Some(value) => format!("set \u{201c}{}\u{201d} to {}", entry.label, number(value)),
                None => format!("reset \u{201c}{}\u{201d}", entry.label),
            };
            let edit = Edit::SetAssumption { name: entry.id.clone(), value };
            Command::Edit(Edit::Together { label, edits: vec![edit] })
        };
        let field = TextEdit::singleline(&mut words)
            .id_salt(&entry.id)
            .hint_text(number(entry.value))
            .align(Align2::RIGHT_CENTER)
            .desired_width(FIELD);
        let response = ui.add(field);
        response.widget_info(|| {
            WidgetInfo::labeled(Role::TextInput, true, format!("Your value: {}", entry.label))
        });
        if response.changed() {
            typed.insert(entry.id.clone(), words.clone());
        }
        if response.lost_focus() {
            let gave_up = ui.input(|input| input.key_pressed(dialog_keys::CANCEL.logical_key));
            // Typing the default is asking for the default.
            let read =
                read(&words, entry).map(|value| value.filter(|value| value.total_cmp(&entry.value).is_ne()));
            match read {
                _ if gave_up => {
                    typed.remove(&entry.id);
                }
                Ok(value) => {
                    typed.remove(&entry.id);
                    if value != own {
                        commands.push(set(value));
                    }
                }
                Err(_) => widgets::refused(&response, &words),
            }
        }
        if own.is_some() || typed.contains_key(&entry.id) {
            let name = format!("Back to the default: {}", entry.label);
            if ui.add(IconButton::new(icons::UNDO, &name).side(size::CONTROL_HEIGHT - 4.0)).clicked() {
                typed.remove(&entry.id);
                if own.is_some() {
                    commands.push(set(None));
                }
            }
        }
    });
}

/// What is wrong with what is typed, or with what the plan's file says.
fn complaint(entry: &Entry, own: Option<f64>, typed: Option<&String>) -> Option<String> {
    if let Some(typed) = typed {
        return read(typed, entry).err();
    }
    let own = own?;
    if own.is_nan() {
        return Some("This is no number: the default counts.".to_owned());
    }
    (!(entry.min..=entry.max).contains(&own)).then(|| {
        let [min, max, held] = [entry.min, entry.max, own.clamp(entry.min, entry.max)].map(number);
        format!("It makes sense from {min} to {max}: counts as {held}.")
    })
}

/// A value of the plan that this version does not know.
pub(super) fn stranger_ui(ui: &mut Ui, id: &str, value: f64, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(HEIGHT);
        ui.add_space(size::GAP_S);
        ui.label(text::body(id));
        ui.label(text::strong(number(value)));
        ui.label(text::second("It changes nothing, and is kept for the version that knows it."));
        if ui.button("Remove").clicked() {
            commands.push(Command::Edit(Edit::SetAssumption { name: id.to_owned(), value: None }));
        }
    });
}

fn cell<R>(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    let builder = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    let mut inside = ui.new_child(builder);
    inside.spacing_mut().item_spacing.x = size::GAP_XS;
    content(&mut inside)
}

fn hairline(ui: &Ui, row: Rect) {
    let stroke = egui::Stroke::new(size::HAIRLINE, theme::palette(ui).line);
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, stroke);
}
