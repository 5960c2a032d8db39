//! Which keys a view has, for the page of keys.

use egui::KeyboardShortcut;

use super::{card_keys, dialog_keys, table_keys, time_keys};
use crate::ui::screen::View;

/// Keys, and what they do.
pub type KeysLine = (&'static [KeyboardShortcut], &'static str);

/// Keys under a heading.
pub type KeysList = (&'static str, &'static [KeysLine]);

const CARD: KeysList = ("On a card of the board", card_keys::WORDS);
const TABLE: KeysList = ("In the table of targets", table_keys::WORDS);
const DATE: KeysList = ("On the date", time_keys::WORDS);

/// The lists of the page, the view's own first. What only fields take is listed where the fields are.
#[must_use]
pub fn lists(view: Option<View>) -> Vec<KeysList> {
    let own: &[KeysList] = match view {
        None | Some(View::Board) => &[CARD, DATE],
        Some(View::Timeline | View::Compare) => &[DATE],
        Some(View::Targets) => &[TABLE],
        Some(View::Squad) => &[(
            "In the squad",
            &[
                (&[dialog_keys::CONFIRM], "Open the player beside the list"),
                (&[dialog_keys::CANCEL], "Close the rules as they were"),
            ],
        )],
        Some(View::Money) => &[(
            "In the money",
            &[
                (&[dialog_keys::CONFIRM], "Take what is typed, or show how a figure was made"),
                (&[dialog_keys::CANCEL], "Leave an amount as it was"),
            ],
        )],
        Some(View::Calendar) => &[(
            "In the calendar",
            &[
                (&[dialog_keys::CONFIRM], "Take the window, matchday or break that is typed"),
                (&[dialog_keys::CANCEL], "Leave it as it was"),
            ],
        )],
        Some(View::Assumptions) => &[(
            "In the assumptions",
            &[
                (&[dialog_keys::CONFIRM], "Take the value that is typed; empty means the default"),
                (&[dialog_keys::CANCEL], "Leave it as it was"),
            ],
        )],
    };
    let mut lists = own.to_vec();
    for other in [CARD, TABLE, DATE] {
        if own.iter().all(|(heading, _)| *heading != other.0) {
            lists.push(other);
        }
    }
    lists
}
