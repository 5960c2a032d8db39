//! Contrast of two colours as WCAG 2.1 defines it.

use egui::Color32;

/// What text must reach against its background: WCAG 2.1, success criterion 1.4.3, level AA.
pub(super) const AA_TEXT: f64 = 4.5;

/// Contrast ratio of two opaque colours, 1 (the same) to 21 (black on white).
///
/// Source: WCAG 2.1, "contrast ratio" and "relative luminance".
pub(super) fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// `wish` where words in it are readable on `ground`, else black or white, whichever stands out more.
///
/// For words on a colour that a user chose himself, such as a club's.
#[must_use]
pub fn ink_on(ground: Color32, wish: Color32) -> Color32 {
    if contrast(wish, ground) >= AA_TEXT {
        return wish;
    }
    let stands_out = |ink: Color32| contrast(ink, ground);
    if stands_out(Color32::BLACK) > stands_out(Color32::WHITE) { Color32::BLACK } else { Color32::WHITE }
}

fn luminance(color: Color32) -> f64 {
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_twenty_one_to_one() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(Color32::RED, Color32::RED) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn words_are_readable_on_any_club_s_colour_whatever_the_other_one_is() {
        let every = || (0..=255_u8).step_by(51);
        let grid: Vec<Color32> = every()
            .flat_map(|red| every().flat_map(move |green| every().map(move |blue| (red, green, blue))))
            .map(|(red, green, blue)| Color32::from_rgb(red, green, blue))
            .collect();
        for ground in &grid {
            for wish in &grid {
                let ink = ink_on(*ground, *wish);
                assert!(contrast(ink, *ground) >= AA_TEXT, "{wish:?} on {ground:?} becomes {ink:?}");
            }
        }
    }

    #[test]
    fn the_second_colour_writes_on_the_first_where_it_can() {
        let (red, gold) = (Color32::from_rgb(200, 16, 46), Color32::from_rgb(246, 235, 97));
        assert_eq!(ink_on(red, gold), gold);
        assert_eq!(ink_on(Color32::WHITE, gold), Color32::BLACK);
    }
}
