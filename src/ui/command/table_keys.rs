//! Keys of the table of players. With Shift the movements select everything they pass.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::view_keys::KeysLine;

/// The next row.
pub const DOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowDown);
/// The row before.
pub const UP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowUp);
/// A page of rows further.
pub const PAGE_DOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::PageDown);
/// A page of rows back.
pub const PAGE_UP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::PageUp);
/// The first row.
pub const HOME: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Home);
/// The last row.
pub const END: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::End);
/// Open the player.
pub const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
/// Select the row, or no longer.
pub const TOGGLE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Space);
/// Select every row.
pub const ALL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::A);
/// Remove the selected from the plan.
pub const REMOVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Delete);

/// What each does, for the page of keys.
pub const WORDS: &[KeysLine] = &[
    (&[UP, DOWN], "The row before, the next; with Shift the rows between"),
    (&[PAGE_UP, PAGE_DOWN], "A page back, a page further"),
    (&[HOME, END], "The first row, the last"),
    (&[OPEN], "Open him beside the table"),
    (&[TOGGLE], "Select the row, or no longer"),
    (&[ALL], "Select every row"),
    (&[REMOVE], "Remove the selected from the whole plan; undo brings them back"),
];
