//! How a figure was made: the rule, row by row what went into it, what is assumed, and what is left out.

use egui::{Align, Frame, Id, Layout, Popup, PopupCloseBehavior, Rect, RectAlign, Ui, vec2};

use crate::forecast::{Assumptions, Entry, catalogue};
use crate::model::Plan;
use crate::report::money::Made;
use crate::ui::assumptions::{number, quantity, tag_chip, tag_sentence};
use crate::ui::command::Command;
use crate::ui::screen::View;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// Width of the popup, points.
const WIDTH: f32 = 560.0;
/// Room kept free at its sides, points.
const MARGIN: f32 = 28.0;
/// Height of a line of its lists, points.
const LINE: f32 = 18.0;
/// Letters of a remark that find room on a row's own line.
const BESIDE: usize = 28;
/// Most height of its contents, and what of the window stays free above and below them, points.
const HEIGHT: f32 = 420.0;
const ABOVE: f32 = 140.0;

/// Draws the popup at `place`; says whether it stays open. `key` keeps one figure's popup apart from the next.
pub(in crate::ui) fn made_ui(
    ui: &Ui,
    place: Rect,
    key: impl std::hash::Hash + std::fmt::Debug,
    made: &Made,
    plan: &Plan,
    commands: &mut Vec<Command>,
) -> bool {
    let mut open = true;
    let mut done = false;
    let screen = ui.ctx().content_rect();
    let width = WIDTH.min(screen.width() - 2.0 * MARGIN);
    let place = beside_navigation(ui, place, width);
    Popup::new(Id::unique(("how it was made", key)), ui.ctx().clone(), place, ui.layer_id())
        .align(RectAlign::BOTTOM)
        .align_alternatives(&[RectAlign::BOTTOM_START, RectAlign::BOTTOM_END, RectAlign::TOP])
        .gap(size::GAP_XS)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name("How it was made")
        .frame(Frame::popup(&ui.ctx().global_style()).inner_margin(size::GAP_L))
        .open_bool(&mut open)
        .show(|ui| {
            ui.set_width(width);
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    done |= ui.add(IconButton::new(icons::CLOSE, "Close")).clicked();
                    ui.label(text::verdict(made.total.as_str()));
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        widgets::elided(ui, text::section(made.title.as_str()));
                    });
                });
            });
            // At the edge of the window it moves up instead of shrinking to a few lines.
            let height = HEIGHT.min(screen.height() - ABOVE);
            widgets::steady_list(height).show(ui, |ui| {
                ui.set_width(width - size::GAP_M);
                ui.spacing_mut().item_spacing.y = size::GAP_HAIR;
                ui.spacing_mut().interact_size.y = LINE;
                ui.label(text::second(made.formula.as_str()));
                rows_ui(ui, made);
                remarks_ui(ui, made);
                assumptions_ui(ui, made, plan);
            });
            if !made.assumptions.is_empty() {
                let ink = theme::palette(ui).tone(Tone::Accent).text;
                if ui.link(text::second("Change assumptions").color(ink)).clicked() {
                    commands.push(Command::Show(View::Assumptions));
                    done = true;
                }
            }
        });
    open && !done
}

/// `place` moved so far that a popup of `width` points under its middle does not lie over the navigation.
fn beside_navigation(ui: &Ui, place: Rect, width: f32) -> Rect {
    let left = ui.max_rect().left() + width / 2.0;
    place.translate(vec2((left - place.center().x).max(0.0), 0.0))
}

fn rows_ui(ui: &mut Ui, made: &Made) {
    widgets::section_heading(ui, "What went into it", "");
    if made.rows.is_empty() {
        ui.label(text::body("Nothing: no move of this scenario adds to it."));
    }
    for row in &made.rows {
        // A short remark stands on the line, a long one under it.
        let beside = row.how.chars().count() <= BESIDE;
        let line = vec2(ui.available_width(), LINE);
        ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            ui.label(text::strong(row.amount.as_str()));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if beside {
                    ui.label(text::body(row.what.as_str()));
                    widgets::elided(ui, text::second(row.how.as_str()));
                } else {
                    widgets::elided(ui, text::body(row.what.as_str()));
                }
            });
        });
        if !beside {
            ui.label(text::second(row.how.as_str()));
        }
    }
}

fn remarks_ui(ui: &mut Ui, made: &Made) {
    if made.remarks.is_empty() {
        return;
    }
    widgets::section_heading(ui, "Left out or assumed", "");
    for remark in &made.remarks {
        ui.label(text::second(remark.as_str()));
    }
}

fn assumptions_ui(ui: &mut Ui, made: &Made, plan: &Plan) {
    let known = |entry: &&Entry| made.assumptions.contains(&entry.id);
    let entries: Vec<&Entry> = catalogue().defaults.iter().filter(known).collect();
    if entries.is_empty() {
        return;
    }
    widgets::section_heading(ui, "Assumptions behind it", "");
    let assumptions = Assumptions::of(plan);
    for entry in entries {
        let value = assumptions.value(&entry.id).unwrap_or(entry.value);
        ui.allocate_ui_with_layout(
            vec2(ui.available_width(), LINE),
            Layout::right_to_left(Align::Center),
            |ui| {
                ui.label(text::strong(quantity(value, &entry.unit)));
                if plan.assumptions.contains_key(&entry.id) {
                    let default = format!("yours, default {}", number(entry.value));
                    widgets::chip(ui, &default, Tone::Accent);
                }
                let (words, tone) = tag_chip(entry.tag);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    widgets::chip(ui, words, tone).on_hover_text(tag_sentence(entry.tag));
                    widgets::elided(ui, text::body(&entry.label));
                });
            },
        );
        ui.label(text::second(&entry.source));
    }
}
