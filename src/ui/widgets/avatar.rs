//! The square with a person's initials.

use egui::{Align2, CornerRadius, Rect, Ui};

use super::paint::paint_text;
use crate::ui::theme::text::{self, Weight};
use crate::ui::theme::{self, Avatar, size};

/// Share of the square's side that is the size of its letters.
const LETTERS: f32 = 0.37;

/// Paints the square with the initials of `name` into `rect`.
pub fn paint_avatar(ui: &Ui, rect: Rect, name: &str, kind: Avatar) {
    let (ground, ink) = theme::palette(ui).avatar(kind);
    ui.painter().rect_filled(rect, CornerRadius::same(size::RADIUS_CONTROL), ground);
    let font = text::font((rect.height() * LETTERS).round(), Weight::Bold);
    let letters = egui::RichText::new(initials(name)).font(font);
    paint_text(ui, rect, Align2::CENTER_CENTER, letters, ink);
}

/// The first letter of the first and of the last word, in capitals: "VD" for Virgil van Dijk.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next();
    let letters = [first, words.next_back()].into_iter().flatten();
    letters.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_the_last_word() {
        for (name, expected) in [
            ("Virgil van Dijk", "VD"),
            ("Éder Militão", "ÉM"),
            ("endrick", "E"),
            ("  Dean   Huijsen ", "DH"),
            ("", ""),
        ] {
            assert_eq!(initials(name), expected, "{name:?}");
        }
    }
}
