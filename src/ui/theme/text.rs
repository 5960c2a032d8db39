//! Type: one helper per role, so that the same thing always looks the same.
//!
//! Muted roles are `weak`, which the style makes [`super::Palette::muted`] of whichever theme is shown.

use egui::{FontId, RichText};

pub use super::fonts::Weight;

/// Size of [`label`].
pub const LABEL_SIZE: f32 = 11.0;
/// Size of [`second`].
pub const SECOND_SIZE: f32 = 12.0;
/// Size of [`body`].
pub const BODY_SIZE: f32 = 13.0;
/// Size of [`card_name`].
pub const CARD_NAME_SIZE: f32 = 14.0;
/// Size of [`section`].
pub const SECTION_SIZE: f32 = 15.0;
/// Size of [`verdict`] and of the rank on a card.
pub const VERDICT_SIZE: f32 = 17.0;
/// Size of [`figure`].
pub const FIGURE_SIZE: f32 = 20.0;

/// Extra space between the letters of a label in capitals.
const LABEL_TRACKING: f32 = 0.6;

/// The font of `weight` in `size` points, for painting text by hand.
#[must_use]
pub fn font(size: f32, weight: Weight) -> FontId {
    FontId::new(size, weight.family())
}

fn styled(text: impl Into<String>, size: f32, weight: Weight) -> RichText {
    RichText::new(text).font(font(size, weight))
}

/// Capitals over a group: "CONTRACT".
#[must_use]
pub fn label(text: &str) -> RichText {
    styled(text.to_uppercase(), LABEL_SIZE, Weight::Semibold).extra_letter_spacing(LABEL_TRACKING).weak()
}

/// The smallest readable words: chips, navigation.
#[must_use]
pub fn small(text: impl Into<String>) -> RichText {
    RichText::new(text).font(small_font())
}

/// The font of [`small`], for words that are measured before they are painted.
#[must_use]
pub fn small_font() -> FontId {
    font(LABEL_SIZE, Weight::Medium)
}

/// What stands under a name, muted.
#[must_use]
pub fn second(text: impl Into<String>) -> RichText {
    styled(text, SECOND_SIZE, Weight::Regular).weak()
}

/// Running text.
#[must_use]
pub fn body(text: impl Into<String>) -> RichText {
    styled(text, BODY_SIZE, Weight::Regular)
}

/// Running text that matters: the value beside a label.
#[must_use]
pub fn strong(text: impl Into<String>) -> RichText {
    styled(text, BODY_SIZE, Weight::Semibold)
}

/// The name on a card or a row.
#[must_use]
pub fn card_name(text: impl Into<String>) -> RichText {
    styled(text, CARD_NAME_SIZE, Weight::Semibold)
}

/// Heading of a column, a view or a panel.
#[must_use]
pub fn section(text: impl Into<String>) -> RichText {
    styled(text, SECTION_SIZE, Weight::Semibold)
}

/// The sentence that sums a view up, and the name over the inspector.
#[must_use]
pub fn verdict(text: impl Into<String>) -> RichText {
    styled(text, VERDICT_SIZE, Weight::Semibold)
}

/// A number to be seen from afar.
#[must_use]
pub fn figure(text: impl Into<String>) -> RichText {
    styled(text, FIGURE_SIZE, Weight::Bold)
}

/// An icon of [`super::icons`] in running text or alone.
#[must_use]
pub fn icon(icon: &str, size: f32) -> RichText {
    styled(icon, size, Weight::Regular)
}
