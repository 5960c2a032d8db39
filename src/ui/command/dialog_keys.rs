//! Keys of a question or a dialog.

use egui::{Key, KeyboardShortcut, Modifiers};

/// Yes.
pub const CONFIRM: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
/// No.
pub const CANCEL: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Escape);
/// The next line of a list.
pub const DOWN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowDown);
/// The line before.
pub const UP: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowUp);
/// Complete what was typed.
pub const COMPLETE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Tab);
/// Out of a field in which [`COMPLETE`] completes, back to what stands before it.
pub const COMPLETE_BACK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::SHIFT, Key::Tab);
