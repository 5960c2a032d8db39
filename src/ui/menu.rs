//! The menus of the top bar, made of the list of actions: what is added there is found here.

use egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton};
use egui::{RichText, ScrollArea, Ui};

use super::command::{Action, Circumstances, Command, Group, keys_text};
use super::screen::View;
use super::theme::{self, icons, size};

/// Width of a menu, and of what takes the plan along, points.
const WIDTH: f32 = 240.0;
const SHARE_WIDTH: f32 = 280.0;

/// A part of the menu behind the mark.
#[derive(Clone, Copy)]
enum Part {
    /// The actions, one line each.
    Flat(Group),
    /// A line that opens them.
    Within(&'static str, &'static str, Group),
    /// A line between parts.
    Line,
}

/// The menu behind the mark: with [`share_items_ui`], every action there is.
const PARTS: [Part; 13] = [
    Part::Flat(Group::File),
    Part::Line,
    Part::Flat(Group::History),
    Part::Line,
    Part::Within(icons::USERS, "Players", Group::Players),
    Part::Within(icons::SCENARIO, "Scenarios", Group::Scenarios),
    Part::Within(icons::BOARD, "Views", Group::Views),
    Part::Within(icons::CALENDAR, "Shown date", Group::Date),
    Part::Line,
    Part::Flat(Group::Plan),
    Part::Flat(Group::Program),
    Part::Line,
    Part::Flat(Group::Leave),
];

/// Draws everything there is to do.
pub fn items_ui(ui: &mut Ui, now: Circumstances<'_>, commands: &mut Vec<Command>) {
    ui.set_min_width(WIDTH);
    // A small window has not the height for all of it.
    let height = ui.ctx().content_rect().bottom() - ui.cursor().top() - size::GAP_L;
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = size::GAP_HAIR;
        for part in PARTS {
            match part {
                Part::Flat(group) => group_ui(ui, group, now, commands),
                Part::Line => drop(ui.separator()),
                Part::Within(icon, name, group) => within_ui(ui, (icon, name), group, WIDTH, now, commands),
            }
        }
    });
}

/// Draws what takes the plan along: first what the shown view is about.
pub fn share_items_ui(ui: &mut Ui, now: Circumstances<'_>, commands: &mut Vec<Command>) {
    ui.set_min_width(SHARE_WIDTH);
    let mut subjects = [
        (View::Board, Action::Board.icon(), "Depth chart", Group::ShareBoard),
        (View::Compare, Action::Compare.icon(), "Comparison", Group::ShareComparison),
    ];
    subjects.sort_by_key(|(view, ..)| *view != now.screen.view);
    for (view, icon, name, group) in subjects {
        if view == now.screen.view {
            group_ui(ui, group, now, commands);
            ui.separator();
        } else {
            within_ui(ui, (icon, name), group, SHARE_WIDTH, now, commands);
        }
    }
    ui.separator();
    group_ui(ui, Group::Share, now, commands);
}

fn within_ui(
    ui: &mut Ui,
    (icon, name): (&str, &str),
    group: Group,
    width: f32,
    now: Circumstances<'_>,
    commands: &mut Vec<Command>,
) {
    let (line, _) = SubMenuButton::new((RichText::new(icon).weak(), name)).ui(ui, |ui| {
        ui.set_min_width(width);
        group_ui(ui, group, now, commands);
    });
    line.accessible_name(name);
}

/// A button that opens a menu.
pub fn button(button: egui::Button<'_>) -> MenuButton<'_> {
    MenuButton::from_button(button).config(MenuConfig::new().style(theme::menu_style))
}

fn group_ui(ui: &mut Ui, group: Group, now: Circumstances<'_>, commands: &mut Vec<Command>) {
    for action in group.actions() {
        action_item(ui, action, now, commands);
    }
}

/// A line that does an action, with its keys; undo and redo say what they would take back. Why one cannot be done just
/// now stands in its tooltip.
fn action_item(ui: &mut Ui, action: Action, now: Circumstances<'_>, commands: &mut Vec<Command>) {
    let detail = match action {
        Action::Undo => now.history.undo_label(),
        Action::Redo => now.history.redo_label(),
        _ => None,
    };
    let words = match detail {
        Some(detail) => format!("{} {detail}", action.text()),
        None => action.text().to_owned(),
    };
    let mut button = egui::Button::new((RichText::new(action.icon()).weak(), words.as_str()));
    let keys = action.shortcut().map(|keys| keys_text(ui.ctx(), &keys));
    if let Some(keys) = &keys {
        button = button.shortcut_text(keys);
    }
    let refusal = action.refusal(now);
    let item = ui.add_enabled(refusal.is_none(), button).accessible_name(words);
    if let Some(keys) = keys {
        ui.ctx().accesskit_node_builder(item.id, |node| node.set_keyboard_shortcut(keys));
    }
    if item.gained_focus() {
        item.scroll_to_me(None);
    }
    if item.clicked() {
        commands.push(Command::Do(action));
    }
    if let Some(why) = refusal {
        item.on_disabled_hover_text(why);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_in_one_of_the_menus_once() {
        let mut listed: Vec<Action> = Vec::new();
        for part in PARTS {
            match part {
                Part::Flat(group) | Part::Within(_, _, group) => listed.extend(group.actions()),
                Part::Line => {}
            }
        }
        listed.extend(
            [Group::Share, Group::ShareBoard, Group::ShareComparison].into_iter().flat_map(Group::actions),
        );
        let count = |action: Action| listed.iter().filter(|known| **known == action).count();
        for action in Action::ALL {
            assert_eq!(count(action), 1, "{action:?}");
        }
    }
}
