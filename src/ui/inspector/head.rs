//! Who he is: avatar, name, a line about him, and what can be done with him as a whole.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::edit::Edit;
use crate::model::{Foot, Player, words};
use crate::ui::command::Command;
use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, icons, size};
use crate::ui::widgets::{elided, explained, focus_ring, paint_avatar};

use super::field::{Field, PlayerField};
use super::inline::Look;
use super::pane::{FIELD_PADDING, FIELD_RADIUS, Pane, ROW, avatar_of, inside};

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::AVATAR_HEAD), Sense::hover());
    let face = Rect::from_min_size(rect.min, vec2(size::AVATAR_HEAD, size::AVATAR_HEAD));
    paint_avatar(ui, face, &player.name, avatar_of(player, pane.screen));

    let left = face.right() + size::GAP_M;
    let menu_left = rect.right() - ROW;
    let middle = rect.top() + 25.0;
    let padding = f32::from(FIELD_PADDING);
    let name = Rect::from_min_max(pos2(left - padding, rect.top()), pos2(menu_left - size::GAP_XS, middle));
    inside(ui, name, |ui| {
        let letters = letters(ui, &player.name, name.width() - 2.0 * padding);
        let look = Look { font: (letters, Weight::Semibold), ..Look::value("Name", "name") };
        pane.typed(ui, &Field::Player(player.id.clone(), PlayerField::Name), look);
    });
    let line = Rect::from_min_max(pos2(left, middle), rect.max);
    let sentence = about(player, pane);
    inside(ui, line, |ui| {
        if !player.is_target() {
            elided(ui, text::second(sentence));
        } else if club_line_ui(ui, &sentence).clicked() {
            pane.open.details = true;
            pane.open.focus = Some(Field::Player(player.id.clone(), PlayerField::Club));
        }
    });

    let menu = Rect::from_min_size(pos2(menu_left, rect.top() + 1.0), vec2(ROW, ROW));
    inside(ui, menu, |ui| menu_ui(ui, pane, player));
    pane.complain(ui);
}

/// The line about a target, which begins with his club and leads to it.
fn club_line_ui(ui: &mut Ui, sentence: &str) -> Response {
    let line = explained(ui, text::second(sentence), Sense::click(), "Change his club");
    line.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), sentence));
    if line.hovered() {
        let y = line.rect.bottom() - 1.0;
        ui.painter().hline(line.rect.x_range(), y, (size::HAIRLINE, theme::palette(ui).muted));
    }
    focus_ring(ui, &line, FIELD_RADIUS);
    line.on_hover_cursor(CursorIcon::PointingHand)
}

/// The largest letters in which the whole name fits.
fn letters(ui: &Ui, name: &str, room: f32) -> f32 {
    let sizes = [text::VERDICT_SIZE, text::SECTION_SIZE, text::CARD_NAME_SIZE, text::BODY_SIZE];
    let fits = |letters: &f32| {
        let font = text::font(*letters, Weight::Semibold);
        let galley = ui.painter().layout_no_wrap(name.to_owned(), font, theme::palette(ui).text);
        galley.size().x <= room
    };
    sizes.into_iter().find(fits).unwrap_or(text::BODY_SIZE)
}

/// "Netherlands · 34 (8 Jul 1991) · right foot".
fn about(player: &Player, pane: &Pane<'_>) -> String {
    let home = if player.is_target() {
        Some(player.club.as_ref().map_or_else(|| "without a club".to_owned(), |club| club.name.clone()))
    } else {
        player.nationality.clone()
    };
    let age = player.born.zip(player.age_on(pane.screen.date));
    let age = age.map(|(born, age)| format!("{age} ({})", words::date(born)));
    let foot = player.foot.map(|foot| match foot {
        Foot::Both => foot.name().to_owned(),
        // A club's name takes the room of the second word.
        _ if player.is_target() => foot.name().to_owned(),
        _ => format!("{} foot", foot.name()),
    });
    let parts = [home, age, foot];
    let sentence = parts.into_iter().flatten().collect::<Vec<_>>().join(" \u{b7} ");
    if sentence.is_empty() { "Nothing known yet".to_owned() } else { sentence }
}

fn menu_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    let dots =
        egui::Button::new(text::icon(icons::MORE, text::VERDICT_SIZE).weak()).frame_when_inactive(false);
    let dots = dots.min_size(vec2(ROW, ROW));
    ui.spacing_mut().button_padding = vec2(2.0, 0.0);
    let config = MenuConfig::new().style(theme::menu_style);
    let (response, _) = MenuButton::from_button(dots).config(config).ui(ui, |ui| {
        ui.set_min_width(190.0);
        ui.spacing_mut().interact_size.y = size::CONTROL_HEIGHT;
        if ui.button((icons::CLOSE, "Close the inspector")).clicked() {
            pane.desk.command(Command::Select(None));
        }
        ui.separator();
        let tip = "With his places, moves and reports. Undo brings him back.";
        if ui.button((icons::TRASH, "Remove from the plan")).on_hover_text(tip).clicked() {
            pane.desk.ask(Edit::RemovePlayer(player.id.clone()));
        }
    });
    response.accessible_name(format!("More about {}", player.name)).on_hover_text("More");
}
