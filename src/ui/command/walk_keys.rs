//! Keys that lead through the window, wherever one is.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::view_keys::KeysLine;

/// The next thing that takes keys.
pub const NEXT: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Tab);
/// The one before.
pub const PREVIOUS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Tab);
/// Close what floats above the rest, or leave a field as it was.
pub const LEAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Escape);

/// What each does, for the page of keys.
pub const WORDS: &[KeysLine] = &[
    (&[NEXT, PREVIOUS], "The next thing, the one before"),
    (&[LEAVE], "Close what is topmost, or leave a field as it was"),
];
