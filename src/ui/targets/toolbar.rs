//! Over the table: whom it is about, what is looked for, which columns, and what is done with the selected.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Popup, PopupCloseBehavior, Rect, Role, TextEdit, Ui, WidgetInfo, vec2};

use crate::edit::Edit;
use crate::model::{Foot, Player, PlayerId, Position, words};
use crate::ui::board::Scene;
use crate::ui::command::{Action, Command};
use crate::ui::entry;
use crate::ui::focus::stays_open;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, IconButton};

use super::TargetsView;
use super::column::{Column, Line};
use super::filter::Who;

/// Width of the field that is typed in, points: between these two.
const FIELD: (f32, f32) = (120.0, 260.0);
/// Width of a field in the menu of filters, points.
const SMALL_FIELD: f32 = 58.0;
const LARGE_FIELD: f32 = 200.0;
/// Width of the names in that menu, points.
const NAMES: f32 = 136.0;

pub(super) fn toolbar_ui(view: &mut TargetsView, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let button =
                IconButton::new(icons::USER, "Details of the selected player").selected(view.inspecting);
            if ui.add(button).clicked() {
                view.inspecting = !view.inspecting;
                if let (true, Some(player)) = (view.inspecting, view.selection.cursor()) {
                    commands.push(Command::Select(Some(player.clone())));
                }
            }
            columns_ui(view, ui);
            let add = if view.question.who == Who::Squad { Action::AddPlayer } else { Action::AddTarget };
            if ui.add(IconButton::new(icons::USER_ADD, add.text())).clicked() {
                commands.push(Command::Do(add));
                view.inspecting = true;
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                widgets::segmented(ui, "Whom to list", &mut view.question.who, &Who::CHOICES);
                let width = (ui.available_width() - 240.0).clamp(FIELD.0, FIELD.1);
                let field = TextEdit::singleline(&mut view.question.typed)
                    .hint_text("Name, club or position\u{2026}")
                    .prefix(text::icon(icons::SEARCH, text::BODY_SIZE).weak());
                let field = ui.add_sized(vec2(width, size::CONTROL_HEIGHT), field);
                field.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Look for"));
                if std::mem::take(&mut view.looking) {
                    field.request_focus();
                }
                filters_ui(view, ui);
                let (shown, of) = (view.rows.shown().len(), view.rows.of());
                let count = |number: usize| words::count(i32::try_from(number).unwrap_or(i32::MAX));
                let words =
                    if shown == of { count(of) } else { format!("{} of {}", count(shown), count(of)) };
                let noun = if of == 1 { "player" } else { "players" };
                widgets::elided(ui, text::second(format!("{words} {noun}")).weak());
            });
        });
    });
    second_line(view, ui, scene, commands);
}

/// What can be done with the selected, and the filters that are on. It keeps its room, so that rows stay where they are
/// when one of them is clicked.
fn second_line(view: &mut TargetsView, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let active = view.question.filters.active();
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        if active.is_empty() && view.selection.is_empty() {
            let words = "Select rows to add moves, copy or remove them. Drag them onto a scenario\u{2019}s tab, \
                         or over Board and into a place.";
            widgets::elided(ui, text::second(words).weak());
        }
        if !view.selection.is_empty() {
            actions_ui(view, ui, scene, commands);
        }
        for (part, words) in active {
            let button = egui::Button::new((words.as_str(), egui::RichText::new(icons::CLOSE).weak()));
            let response = ui.add(button).on_hover_text("Take this filter away");
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("Without the filter {words}"))
            });
            if response.clicked() {
                view.question.filters.drop(part);
            }
        }
    });
    ui.add_space(size::GAP_XS);
}

fn actions_ui(view: &mut TargetsView, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let count = view.chosen.places.len();
    ui.label(text::strong(format!("{count} selected")));
    let has_targets = view.selected(scene).any(|id| scene.player(id).is_some_and(Player::is_target));
    let add = ui.add_enabled(has_targets, egui::Button::new(format!("{}  Add a move\u{2026}", icons::JOIN)));
    add.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Add a move"));
    let anchor = add.rect;
    let add = add.on_hover_text(format!("In {}: asks once for window and fee", scene.scenario.name));
    if add.on_disabled_hover_text("Only targets can come").clicked() {
        ask(view, scene, anchor, commands);
    }
    if ui.add(IconButton::new(icons::COPY, "Copy the selected as text")).clicked() {
        copy(view, ui, scene, false, commands);
    }
    if ui.add(IconButton::new(icons::TABLE, "Copy the selected as CSV")).clicked() {
        copy(view, ui, scene, true, commands);
    }
    if ui.add(IconButton::new(icons::TRASH, "Remove the selected from the plan")).clicked() {
        remove(view, scene, commands);
    }
    if ui.add(IconButton::new(icons::CLOSE, "Select nobody")).clicked() {
        view.selection.clear();
    }
}

/// The same as lines of a menu.
pub(super) fn actions_menu(
    view: &mut TargetsView,
    ui: &mut Ui,
    scene: Scene<'_>,
    commands: &mut Vec<Command>,
) {
    let has_targets = view.selected(scene).any(|id| scene.player(id).is_some_and(Player::is_target));
    let words = format!("Add a move in {}\u{2026}", scene.scenario.name);
    let add = ui.add_enabled(has_targets, egui::Button::new(words));
    if add.on_disabled_hover_text("Only targets can come").clicked() {
        let anchor =
            ui.ctx().pointer_interact_pos().map_or(Rect::ZERO, |at| Rect::from_min_size(at, vec2(1.0, 1.0)));
        ask(view, scene, anchor, commands);
    }
    if ui.button("Copy as text").clicked() {
        copy(view, ui, scene, false, commands);
    }
    if ui.button("Copy as CSV").clicked() {
        copy(view, ui, scene, true, commands);
    }
    ui.separator();
    if ui.button("Remove from the plan").clicked() {
        remove(view, scene, commands);
    }
}

fn ask(view: &TargetsView, scene: Scene<'_>, anchor: Rect, commands: &mut Vec<Command>) {
    let players: Vec<PlayerId> = view.selected(scene).cloned().collect();
    commands.push(Command::AskMoves { scenario: scene.scenario.id.clone(), players, anchor });
}

/// Takes the selected out of the plan, in one step.
pub(super) fn remove(view: &mut TargetsView, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let mut edits: Vec<Edit> = view.selected(scene).cloned().map(Edit::RemovePlayer).collect();
    let only = view.selected_lines(scene).next().map(|line| line.player.name.clone()).unwrap_or_default();
    let (edit, who, his, him) = match edits.len() {
        0 => return,
        1 => (edits.pop(), format!("{only} is"), "his", "him"),
        count => {
            let edit = Edit::Together { label: format!("remove {count} players"), edits };
            (Some(edit), format!("{count} players are"), "their", "them")
        }
    };
    let gone = format!(
        "{who} removed from the whole plan, with {his} places, moves and reports. Undo brings {him} back."
    );
    commands.extend(edit.map(Command::Edit));
    commands.push(Command::Say(gone));
    view.selection.clear();
}

/// Puts the selected on the clipboard, as lines for a message or as CSV for a spreadsheet.
pub(super) fn copy(view: &TargetsView, ui: &Ui, scene: Scene<'_>, csv: bool, commands: &mut Vec<Command>) {
    let lines: Vec<Line<'_>> = view.selected_lines(scene).collect();
    if lines.is_empty() {
        return;
    }
    let columns: Vec<Column> = view.layout.shown().map(|laid| laid.column).collect();
    ui.ctx().copy_text(if csv {
        super::copy::csv(&columns, &lines)
    } else {
        super::copy::text(&columns, &lines)
    });
    let noun = if lines.len() == 1 { "player is" } else { "players are" };
    commands.push(Command::Say(format!("{} {noun} on the clipboard.", lines.len())));
}

fn menu_config() -> MenuConfig {
    MenuConfig::new().style(theme::menu_style).close_behavior(PopupCloseBehavior::CloseOnClickOutside)
}

/// Chooses the columns.
fn columns_ui(view: &mut TargetsView, ui: &mut Ui) {
    let (button, _) =
        MenuButton::new(format!("Columns {}", icons::CARET_DOWN)).config(menu_config()).ui(ui, |ui| {
            stays_open(ui);
            ui.set_min_width(160.0);
            for laid in view.layout.all().to_vec() {
                let mut shown = laid.shown;
                let check = egui::Checkbox::new(&mut shown, laid.column.name());
                if ui
                    .add_enabled(laid.column != Column::Name, check)
                    .on_hover_text(laid.column.meaning())
                    .changed()
                {
                    view.layout.show(laid.column, shown);
                }
            }
        });
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Columns"));
    button.on_hover_text("Choose the columns");
}

/// Asks something of each column.
fn filters_ui(view: &mut TargetsView, ui: &mut Ui) {
    let count = view.question.filters.active().len();
    let words = if count == 0 { "Filter".to_owned() } else { format!("Filter · {count}") };
    let button = egui::Button::new(format!("{}  {words}", icons::FILTER));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| fields_ui(view, ui));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Filter by column"));
    if !Popup::is_any_open(ui.ctx()) {
        response.on_hover_text("Position, club, foot, age, contract, move, reports");
    }
}

fn positions_ui(ui: &mut Ui, wanted: &mut Vec<Position>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(size::GAP_XS, size::GAP_XS);
        ui.spacing_mut().button_padding = vec2(size::GAP_TIGHT, size::GAP_HAIR);
        for position in Position::ALL {
            let on = wanted.contains(&position);
            let button = egui::Button::selectable(on, position.short());
            if ui.add(button).on_hover_text(position.name()).clicked() {
                if on {
                    wanted.retain(|known| *known != position);
                } else {
                    wanted.push(position);
                }
            }
        }
    });
}

fn fields_ui(view: &mut TargetsView, ui: &mut Ui) {
    let filters = &mut view.question.filters;
    stays_open(ui);
    // A menu's rows are flat: these are fields.
    ui.reset_style();
    ui.set_width(NAMES + LARGE_FIELD + size::GAP_L);
    ui.spacing_mut().item_spacing = vec2(size::GAP_S, size::GAP_S);
    let name = |ui: &mut Ui, words: &str| {
        ui.allocate_ui(vec2(NAMES, size::CONTROL_HEIGHT), |ui| {
            ui.set_min_width(NAMES);
            ui.label(text::second(words).weak());
        });
    };
    let field = |ui: &mut Ui, typed: &mut String, hint: &str, width: f32, label: &str| {
        ui.add(TextEdit::singleline(typed).hint_text(hint).desired_width(width))
            .widget_info(|| WidgetInfo::labeled(Role::TextInput, true, label));
    };
    positions_ui(ui, &mut filters.positions);
    ui.horizontal(|ui| {
        name(ui, "Club");
        field(ui, &mut filters.club, "any", LARGE_FIELD, "Club contains");
    });
    ui.horizontal(|ui| {
        name(ui, "Foot");
        let choices = [
            (None, "any"),
            (Some(Foot::Left), "left"),
            (Some(Foot::Right), "right"),
            (Some(Foot::Both), "both"),
        ];
        widgets::segmented(ui, "Foot", &mut filters.foot, &choices);
    });
    ui.horizontal(|ui| {
        name(ui, "Age");
        field(ui, &mut filters.age_from, "from", SMALL_FIELD, "Youngest");
        ui.label("\u{2013}");
        field(ui, &mut filters.age_to, "to", SMALL_FIELD, "Oldest");
    });
    ui.horizontal(|ui| {
        name(ui, "Contract ends before");
        field(
            ui,
            &mut filters.contract_before,
            &entry::like("1 Jul 2027"),
            LARGE_FIELD,
            "Contract ends before",
        );
    });
    ui.horizontal(|ui| {
        name(ui, "Move in this scenario");
        let choices = [(None, "any"), (Some(true), "yes"), (Some(false), "no")];
        widgets::segmented(ui, "Move in this scenario", &mut filters.with_move, &choices);
    });
    ui.horizontal(|ui| {
        name(ui, "Reports since");
        field(ui, &mut filters.reports_since, &entry::like("1 Sep 2025"), LARGE_FIELD, "Reports since");
    });
    if let Some(complaint) = filters.complaint() {
        ui.label(text::second(complaint).color(theme::palette(ui).tone(Tone::Bad).text));
    }
}
