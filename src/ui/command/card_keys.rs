//! Keys of a focused card.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::view_keys::KeysLine;

/// One rank up.
pub const UP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp);
/// One rank down.
pub const DOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown);
/// To the slot on the left.
pub const LEFT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft);
/// To the slot on the right.
pub const RIGHT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight);
/// Back to the shelf.
pub const SHELVE: [KeyboardShortcut; 2] = [
    KeyboardShortcut::new(Modifiers::NONE, Key::Delete),
    KeyboardShortcut::new(Modifiers::NONE, Key::Backspace),
];
/// Open him in the inspector.
pub const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
/// The menu of the card.
pub const MENU: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::F10);
/// The next card.
pub const NEXT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowDown);
/// The card before.
pub const PREVIOUS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowUp);

/// What each does, for the page of keys.
pub const WORDS: &[KeysLine] = &[
    (&[UP, DOWN], "One rank up, down"),
    (&[LEFT, RIGHT], "To the slot on the left, right"),
    (&SHELVE, "Back to the shelf"),
    (&[OPEN], "Open him in the inspector"),
    (&[MENU], "Menu: move to\u{2026}"),
    (&[NEXT, PREVIOUS], "The next card, the one before"),
];
