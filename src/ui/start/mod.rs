//! What is on the screen while no plan is open.

mod gallery;
mod miniature;
mod recent;
mod samples;

use egui::{Align2, CornerRadius, Label, Rect, Role, ScrollArea, Sense, Stroke, Ui};
use egui::{UiBuilder, WidgetInfo, pos2, vec2};

pub use gallery::Gallery;

use gallery::Subject;
use recent::recent_row;
use samples::samples_ui;

use super::command::{Action, Command, FileCommand, keys_text};
use super::files::RecentPlan;
use super::theme::text::Weight;
use super::theme::{self, Palette, icons, size, text};
use super::widgets::{PrimaryButton, paint_text, section_heading};
use crate::store::SAMPLES;

/// Widest that the two columns grow together.
const CONTENT_WIDTH: f32 = 1060.0;
/// How much of it the left column has.
const LEFT: f32 = 0.42;
/// Gap between the columns.
const COLUMN_GAP: f32 = 40.0;
/// The least margin around the columns.
const MARGIN: f32 = 32.0;
/// Side of the mark beside the name.
const MARK: f32 = 52.0;
/// Size of the letters of the name.
const NAME_SIZE: f32 = 32.0;
/// Most recent plans that are listed.
const MOST_RECENT: usize = 7;

/// Shows the start screen; what the user wants is added to `commands`.
///
/// `left_behind` plans with unsaved work wait for a decision. `remark` is something to know first, such as a plan that
/// is no longer there. `gallery` has the pictures of plans and samples.
pub fn start_ui(
    ui: &mut Ui,
    recent: &[RecentPlan],
    left_behind: usize,
    remark: Option<&str>,
    gallery: &mut Gallery,
    commands: &mut Vec<Command>,
) {
    let recent = recent.chunks(MOST_RECENT).next().unwrap_or_default();
    gallery.advance(ui.ctx(), recent);
    let palette = theme::palette(ui);
    let window = ui.max_rect();
    ui.painter().rect_filled(window, 0.0, palette.bg);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = (window.width() - 2.0 * MARGIN).min(CONTENT_WIDTH);
        let left = window.left() + ((window.width() - width) / 2.0).round();
        // A little above the middle, as a book page has it.
        let cards = SAMPLES.len() as f32 * (samples::HEIGHT + size::GAP_S);
        let content = MARK + MARGIN + text::SECTION_SIZE + size::GAP_S + cards;
        let top = ui.max_rect().top() + ((window.height() - content) * 0.42).max(MARGIN).round();
        let place = Rect::from_min_size(pos2(left, top), vec2(width, content));
        pitch(ui, window, place.bottom(), palette);
        let used = ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
            wordmark(ui);
            ui.add_space(MARGIN);
            let middle = left + ((width - COLUMN_GAP) * LEFT).floor();
            let top = ui.cursor().top();
            let below = |from: f32, to: f32| Rect::from_min_max(pos2(from, top), pos2(to, place.bottom()));
            ui.scope_builder(UiBuilder::new().max_rect(below(left, middle)), |ui| {
                yours(ui, recent, left_behind, remark, gallery, commands);
            });
            ui.scope_builder(UiBuilder::new().max_rect(below(middle + COLUMN_GAP, left + width)), |ui| {
                samples_ui(ui, gallery, commands);
            });
        });
        ui.advance_cursor_after_rect(used.response.rect.expand2(vec2(0.0, MARGIN)));
    });
}

/// The mark and the name.
fn wordmark(ui: &mut Ui) {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), MARK), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Backline"));
    let square = Rect::from_min_size(rect.min, vec2(MARK, MARK));
    ui.painter().rect_filled(square, CornerRadius::same(size::RADIUS_PANEL), palette.accent);
    let letter = egui::RichText::new("B").font(text::font(NAME_SIZE, Weight::Bold));
    paint_text(ui, square, Align2::CENTER_CENTER, letter, palette.on_accent);
    let beside = Rect::from_min_max(pos2(square.right() + size::GAP_L, rect.top()), rect.max);
    let (upper, lower) = beside.split_top_bottom_at_fraction(0.62);
    let name = egui::RichText::new("Backline").font(text::font(NAME_SIZE, Weight::Bold));
    paint_text(ui, upper, Align2::LEFT_CENTER, name, palette.text);
    let line = text::body("Squad plans that know what day it is.");
    paint_text(ui, lower, Align2::LEFT_CENTER, line, palette.muted);
}

/// The left column: begin, or go on.
fn yours(
    ui: &mut Ui,
    recent: &[RecentPlan],
    left_behind: usize,
    remark: Option<&str>,
    gallery: &Gallery,
    commands: &mut Vec<Command>,
) {
    section_heading(ui, "Your plans", "");
    begin_ui(ui, left_behind, commands);
    if let Some(remark) = remark {
        ui.add_space(size::GAP_XS);
        ui.horizontal_top(|ui| {
            let colour = theme::palette(ui).tone(theme::Tone::Warn).text;
            ui.label(text::icon(icons::WARNING, text::SECTION_SIZE).color(colour));
            ui.add(Label::new(text::second(remark).color(colour)).wrap().selectable(true));
        });
    }
    ui.add_space(size::GAP_S);
    if recent.is_empty() {
        first_time_ui(ui, commands);
        return;
    }
    section_heading(ui, "Recent", "");
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_HAIR;
        for plan in recent {
            let subject = Subject::of(plan);
            let picture = subject.and_then(|subject| gallery.miniature(&subject));
            recent_row(ui, plan, picture, commands);
        }
    });
    ui.add_space(size::GAP_XS);
    ui.add(Label::new(text::second("Or drop a plan file anywhere on this window.")).wrap());
}

/// The ways to begin; work that was `left_behind` is one while there is some.
fn begin_ui(ui: &mut Ui, left_behind: usize, commands: &mut Vec<Command>) {
    let keys = |action: Action| action.shortcut().map_or_else(String::new, |keys| keys_text(ui.ctx(), &keys));
    let (new_keys, open_keys) = (keys(Action::NewPlan), keys(Action::OpenPlan));
    ui.horizontal_wrapped(|ui| {
        if ui.add(PrimaryButton::new(Action::NewPlan.text())).on_hover_text(new_keys).clicked() {
            commands.push(Command::File(FileCommand::New));
        }
        if ui.button(Action::OpenPlan.text()).on_hover_text(open_keys).clicked() {
            commands.push(Command::File(FileCommand::Open));
        }
        if left_behind > 0 {
            let many = if left_behind == 1 { "One plan" } else { "Some plans" };
            let words = format!("{many} with unsaved changes from when Backline ended unexpectedly");
            if ui.button(Action::Recover.text()).on_hover_text(words).clicked() {
                commands.push(Command::File(FileCommand::Recover));
            }
        }
        let import = ui.button(Action::ImportPlayers.text());
        if import.on_hover_text("A squad from a file or the clipboard, as a new plan").clicked() {
            commands.push(Command::Do(Action::ImportPlayers));
        }
    });
}

/// What stands where plans would be listed.
fn first_time_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let words = "The plans you open and save will be listed here. Look at a sample first, or drop a plan or a table \
                 of players anywhere on this window.";
    ui.add(Label::new(text::body(words).weak()).wrap());
    ui.add_space(size::GAP_XS);
    let tour = ui.button(Action::Tour.text());
    if tour.on_hover_text("Four steps, on the first sample").clicked() {
        commands.push(Command::Do(Action::Tour));
    }
}

/// The lines of a pitch behind everything, as on the board; the penalty area only where nothing is written.
fn pitch(ui: &Ui, window: Rect, written: f32, palette: &Palette) {
    let stroke = Stroke::new(size::HAIRLINE, palette.pitch_line);
    let painter = ui.painter();
    let (middle, bottom) = (window.center().x, window.bottom());
    let room = (bottom - written - size::GAP_XL).clamp(0.0, window.height() * 0.2);
    for (width, height) in [(0.31, 1.0), (0.14, 0.4)] {
        let half = window.width() * width;
        let corner = pos2(middle - half, bottom - room * height);
        let area = Rect::from_min_max(corner, pos2(middle + half, bottom + 1.0));
        painter.rect_stroke(area, 0.0, stroke, egui::StrokeKind::Inside);
    }
    painter.circle_stroke(pos2(middle, window.top()), window.width() * 0.12, stroke);
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::store::Sample;

    fn recent(name: &str, changed: Option<&str>) -> RecentPlan {
        RecentPlan {
            path: PathBuf::from(format!("/plans/{name}.json")),
            name: name.to_owned(),
            folder: "/plans".to_owned(),
            changed: changed.map(str::to_owned),
            modified: None,
        }
    }

    /// What a click on the thing with these words asks for.
    fn clicked(words: &str) -> Vec<Command> {
        let plans = [recent("here", Some("2 days ago")), recent("gone", None)];
        let mut gallery = Gallery::synchronous();
        let mut harness =
            Harness::builder().with_size([1100.0, 700.0]).with_context_setup(theme::install).build_ui_state(
                move |ui, commands: &mut Vec<Command>| {
                    start_ui(ui, &plans, 1, Some("Something to know."), &mut gallery, commands);
                },
                Vec::new(),
            );
        harness.run();
        assert!(harness.query_by_label("Something to know.").is_some());
        harness.get_by_label_contains(words).click();
        harness.run();
        harness.into_state()
    }

    #[test]
    fn everything_on_the_start_screen_leads_somewhere() {
        let file = |command| [Command::File(command)];
        assert_eq!(clicked("New plan"), file(FileCommand::New));
        assert_eq!(clicked("Open\u{2026}"), file(FileCommand::Open));
        assert_eq!(clicked("Unsaved work\u{2026}"), file(FileCommand::Recover));
        assert_eq!(clicked("Import players\u{2026}"), [Command::Do(Action::ImportPlayers)]);
        assert_eq!(
            clicked("here, /plans"),
            file(FileCommand::OpenPath(Path::new("/plans/here.json").into()))
        );
        assert_eq!(clicked("Forget gone"), file(FileCommand::Forget(Path::new("/plans/gone.json").into())));
        for (place, sample) in SAMPLES.iter().enumerate() {
            assert_eq!(clicked(sample.title), file(FileCommand::OpenSample(place)));
        }
        assert!(clicked("gone, /plans").is_empty(), "what is gone does not open");
    }

    #[test]
    fn the_start_screen_in_a_small_window() {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves");
        let drawn = |name: &str, sample: &Sample| RecentPlan {
            path: samples.join(sample.file_name),
            ..recent(name, Some("2 days ago"))
        };
        let [liverpool, madrid, ..] = SAMPLES;
        let plans = [
            drawn("Arsenal 2026\u{2013}27", &liverpool),
            recent("gone", None),
            drawn("A plan whose name is longer than there is room for", &madrid),
            recent("cannot be read", Some("yesterday")),
        ];
        let mut gallery = Gallery::synchronous();
        crate::ui::testing::assert_pictures("start", (1100.0, 700.0), |ui| {
            start_ui(ui, &plans, 0, None, &mut gallery, &mut Vec::new());
        });
    }
}
