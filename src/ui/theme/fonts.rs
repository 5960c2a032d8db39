//! The bundled fonts: Inter in four weights, each backed by the Phosphor icons.
//!
//! `scripts/subset-fonts` made the files; digits are tabular, so figures line up without further ado.

use std::sync::{Arc, LazyLock};

use egui::{FontData, FontDefinitions, FontFamily, FontTweak};

/// A weight of Inter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Buttons and small labels.
    Medium,
    /// Names and headings.
    Semibold,
    /// Figures and verdicts.
    Bold,
}

impl Weight {
    /// The family egui knows this weight by.
    pub(super) fn family(self) -> FontFamily {
        static MEDIUM: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from("medium"));
        static SEMIBOLD: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from("semibold"));
        static BOLD: LazyLock<Arc<str>> = LazyLock::new(|| Arc::from("bold"));
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => FontFamily::Name(MEDIUM.clone()),
            Self::Semibold => FontFamily::Name(SEMIBOLD.clone()),
            Self::Bold => FontFamily::Name(BOLD.clone()),
        }
    }
}

const ICONS: &str = "phosphor";
/// Phosphor fills its em square; a little larger it stands level with Inter's capitals.
const ICON_SCALE: f32 = 1.15;

/// Inter for every weight and for monospace (its digits are tabular), icons behind each.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let weights: [(Weight, &str, &[u8]); 4] = [
        (Weight::Regular, "inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        (Weight::Medium, "inter-medium", include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
        (Weight::Semibold, "inter-semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        (Weight::Bold, "inter-bold", include_bytes!("../../../assets/fonts/Inter-Bold.otf")),
    ];
    for (weight, name, bytes) in weights {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(weight.family(), vec![name.to_owned(), ICONS.to_owned()]);
    }
    fonts.families.insert(FontFamily::Monospace, vec!["inter".to_owned(), ICONS.to_owned()]);

    let icons = FontData::from_static(include_bytes!("../../../assets/icons/Phosphor.ttf"));
    let tweak = FontTweak { scale: ICON_SCALE, ..FontTweak::default() };
    fonts.font_data.insert(ICONS.to_owned(), Arc::new(icons.tweak(tweak)));
    fonts
}

#[cfg(test)]
mod tests {
    use egui::FontId;

    use super::*;
    use crate::ui::theme::icons;

    const WEIGHTS: [Weight; 4] = [Weight::Regular, Weight::Medium, Weight::Semibold, Weight::Bold];

    fn context() -> egui::Context {
        let ctx = egui::Context::default();
        ctx.set_fonts(definitions());
        ctx.run_ui(egui::RawInput::default(), |_| {}).drop_without_applying_deltas();
        ctx
    }

    fn has_every_glyph(ctx: &egui::Context, weight: Weight, text: &str) -> bool {
        ctx.fonts_mut(|fonts| fonts.has_glyphs(&FontId::new(13.0, weight.family()), text))
    }

    #[test]
    fn every_icon_has_a_glyph_in_every_weight() {
        let ctx = context();
        for weight in WEIGHTS {
            for (name, icon) in icons::ALL {
                assert!(has_every_glyph(&ctx, weight, icon), "{name} in {weight:?}");
            }
        }
    }

    #[test]
    fn names_money_and_signs_of_football_have_glyphs() {
        let ctx = context();
        let written = "Guéhi Konaté Endō Šeško Çalhanoğlu Ødegaard Kącki Hơn Ți Đặng Þór ß \
                       £35m €12.5m ₺ − – — … · ‹ › “ ” ’ ≤ ≥ ≈ × ½ → ← ↑ ↓ ✓ ✗ ● ▲ ▼ ★ ⌘ ⇧ ⌥ ⏵ ⏷ 📆";
        for weight in WEIGHTS {
            for word in written.split_whitespace() {
                assert!(has_every_glyph(&ctx, weight, word), "{word} in {weight:?}");
            }
        }
    }

    #[test]
    fn digits_are_equally_wide() {
        let ctx = context();
        for weight in WEIGHTS {
            let font = FontId::new(20.0, weight.family());
            let widths: Vec<f32> =
                ctx.fonts_mut(|fonts| ('0'..='9').map(|digit| fonts.glyph_width(&font, digit)).collect());
            assert!(widths.iter().all(|width| (width - widths[0]).abs() < 1e-4), "{weight:?}: {widths:?}");
        }
    }
}
