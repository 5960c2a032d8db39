//! Keys of the shown date, on the date bar and the timeline.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::view_keys::KeysLine;

/// A day earlier, a day later.
pub const DAY: [KeyboardShortcut; 2] = [
    KeyboardShortcut::new(Modifiers::NONE, Key::ArrowLeft),
    KeyboardShortcut::new(Modifiers::NONE, Key::ArrowRight),
];
/// A week earlier, a week later.
const WEEK: [KeyboardShortcut; 2] = [
    KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowLeft),
    KeyboardShortcut::new(Modifiers::SHIFT, Key::ArrowRight),
];
/// A month earlier, a month later.
const MONTH: [KeyboardShortcut; 2] = [
    KeyboardShortcut::new(Modifiers::NONE, Key::PageUp),
    KeyboardShortcut::new(Modifiers::NONE, Key::PageDown),
];
/// A week, a day or a month later; the longer of two that begin alike stands first.
pub const LATER: [(KeyboardShortcut, TimeStep); 3] =
    [(WEEK[1], TimeStep::Week), (DAY[1], TimeStep::Day), (MONTH[1], TimeStep::Month)];
/// The same, earlier.
pub const EARLIER: [(KeyboardShortcut, TimeStep); 3] =
    [(WEEK[0], TimeStep::Week), (DAY[0], TimeStep::Day), (MONTH[0], TimeStep::Month)];
/// Back to the as-of date.
pub const AS_OF: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Home);
/// Type the date.
pub const TYPE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);
/// The next row of the timeline.
pub const NEXT_ROW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowDown);
/// The row before.
pub const PREVIOUS_ROW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::ArrowUp);
/// Open the player of a row.
pub const OPEN_ROW: KeyboardShortcut = KeyboardShortcut::new(Modifiers::NONE, Key::Enter);

/// What each does, for the page of keys.
pub const WORDS: &[KeysLine] = &[
    (&DAY, "A day earlier, later"),
    (&WEEK, "A week earlier, later"),
    (&MONTH, "A month earlier, later"),
    (&[AS_OF], "The as-of date"),
    (&[TYPE], "Type the date, or open the row's player"),
    (&[PREVIOUS_ROW, NEXT_ROW], "The row before, the next"),
];

/// How far a key moves the shown date.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TimeStep {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// One month.
    Month,
}
