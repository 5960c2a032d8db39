//! The colours of both themes.

use egui::Color32;

/// What a chip, a figure or a bar says about its subject. A word always says it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Neutral,
    /// As it should be.
    Ok,
    /// Worth a look.
    Warn,
    /// Wrong, missing or hurt.
    Bad,
    /// A target, or something merely reported.
    Info,
    /// The selection, the baseline, a gain.
    Accent,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Self; 6] = [Self::Neutral, Self::Ok, Self::Warn, Self::Bad, Self::Info, Self::Accent];
}

/// Whose initials a square shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Avatar {
    /// A player of the club.
    #[default]
    Squad,
    /// A player of another club.
    Target,
    /// A player who is injured on the shown date.
    Injured,
}

/// Three colours that belong together: for lines and fills, for words, and for the ground under those words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Dots, lines, bars, outlines.
    pub mark: Color32,
    /// Words, readable on every surface and on `tint`.
    pub text: Color32,
    /// The ground of a chip.
    pub tint: Color32,
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The window, and the inside of text fields.
    pub bg: Color32,
    /// Panels.
    pub surface: Color32,
    /// Cards and buttons.
    pub raised: Color32,
    /// A card or button under the pointer.
    pub hover: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Borders of controls.
    pub line_strong: Color32,
    /// Words.
    pub text: Color32,
    /// Second lines and labels.
    pub muted: Color32,
    /// What is disabled, axis ticks, the rank on a card. Never for text that must be read.
    pub faint: Color32,
    /// Selection, primary action, drop place.
    pub accent: Color32,
    /// Words on a ground of `accent`.
    pub on_accent: Color32,
    /// Ground of an open drop place.
    pub drop_ground: Color32,
    /// Ground of a target's card.
    pub target_ground: Color32,
    /// Dashed outline of a target's card.
    pub target_line: Color32,
    /// Lines of the pitch.
    pub pitch_line: Color32,
    /// The part of a bar that is not filled.
    pub track: Color32,
    /// Bar of a player's time at the club on the timeline.
    pub tenure: Color32,
    /// Bar of an injury until the earliest return.
    pub injury: Color32,
    /// Words on `injury`.
    pub on_injury: Color32,
    /// Bands of the winter and the summer window, over any ground.
    pub windows: [Color32; 2],
    /// Words that name those bands.
    pub on_windows: [Color32; 2],
    /// The flag of the date handle; its words are `bg`.
    pub handle: Color32,
    /// Under popups and dragged cards.
    pub shadow: Color32,
    neutral: Shades,
    ok: Shades,
    warn: Shades,
    bad: Shades,
    info: Shades,
    highlight: Shades,
    scenario_marks: [Color32; 6],
    scenario_texts: [Color32; 6],
    avatars: [(Color32, Color32); 3],
}

impl Palette {
    /// Number of scenario colours; the next scenario starts over.
    pub const SCENARIO_COLORS: usize = 6;

    /// The colours that go with `tone`.
    #[must_use]
    pub const fn tone(&self, tone: Tone) -> Shades {
        match tone {
            Tone::Neutral => self.neutral,
            Tone::Ok => self.ok,
            Tone::Warn => self.warn,
            Tone::Bad => self.bad,
            Tone::Info => self.info,
            Tone::Accent => self.highlight,
        }
    }

    /// Colour of a scenario's dot, tab and curves; `index` wraps around.
    #[must_use]
    pub fn scenario(&self, index: usize) -> Color32 {
        let [first, ..] = self.scenario_marks;
        self.scenario_marks.get(index % Self::SCENARIO_COLORS).copied().unwrap_or(first)
    }

    /// Colour of words about a scenario; `index` wraps around.
    #[must_use]
    pub fn scenario_text(&self, index: usize) -> Color32 {
        let [first, ..] = self.scenario_texts;
        self.scenario_texts.get(index % Self::SCENARIO_COLORS).copied().unwrap_or(first)
    }

    /// Ground and words of an avatar.
    #[must_use]
    pub const fn avatar(&self, avatar: Avatar) -> (Color32, Color32) {
        let [squad, target, injured] = self.avatars;
        match avatar {
            Avatar::Squad => squad,
            Avatar::Target => target,
            Avatar::Injured => injured,
        }
    }

    /// The grounds that text stands on: window, panel, card, card under the pointer.
    #[must_use]
    pub const fn surfaces(&self) -> [Color32; 4] {
        [self.bg, self.surface, self.raised, self.hover]
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn shades(mark: u32, text: u32, tint: u32) -> Shades {
    Shades { mark: rgb(mark), text: rgb(text), tint: rgb(tint) }
}

pub(super) const DARK: Palette = Palette {
    bg: rgb(0x0d_12_11),
    surface: rgb(0x13_1a_18),
    raised: rgb(0x1a_23_20),
    hover: rgb(0x21_2c_28),
    line: rgb(0x26_32_2e),
    line_strong: rgb(0x35_44_3f),
    text: rgb(0xe9_f0_ec),
    muted: rgb(0x93_a5_9d),
    faint: rgb(0x64_76_6f),
    accent: rgb(0x35_cf_c0),
    on_accent: rgb(0x05_23_20),
    drop_ground: rgb(0x0f_20_1e),
    target_ground: rgb(0x12_1c_27),
    target_line: rgb(0x3f_66_96),
    pitch_line: rgb(0x1d_2a_27),
    track: rgb(0x22_2d_29),
    tenure: rgb(0x1d_38_2e),
    injury: rgb(0x70_2a_2d),
    on_injury: rgb(0xff_d3_d3),
    windows: [
        Color32::from_rgba_premultiplied(10, 40, 37, 48),
        Color32::from_rgba_premultiplied(36, 25, 13, 36),
    ],
    on_windows: [rgb(0x7f_e3_d9), rgb(0xff_c9_8f)],
    handle: rgb(0xe9_f0_ec),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 140),
    neutral: shades(0x93_a5_9d, 0xb4_c3_bc, 0x22_2d_29),
    ok: shades(0x4f_d1_8b, 0x4f_d1_8b, 0x12_31_1f),
    warn: shades(0xf2_b8_4b, 0xf2_b8_4b, 0x3a_2d_12),
    bad: shades(0xef_6b_6b, 0xf5_83_83, 0x3b_1e_20),
    info: shades(0x6f_b1_ff, 0x8f_c2_ff, 0x15_28_3e),
    highlight: shades(0x35_cf_c0, 0x35_cf_c0, 0x0e_33_30),
    scenario_marks: SCENARIOS,
    scenario_texts: SCENARIOS,
    avatars: [
        (rgb(0x24_42_3b), rgb(0xa9_dc_cb)),
        (rgb(0x1d_35_57), rgb(0xa9_cd_fb)),
        (rgb(0x4a_23_26), rgb(0xf5_b5_b5)),
    ],
};

const SCENARIOS: [Color32; 6] =
    [rgb(0x35_cf_c0), rgb(0xff_b0_5c), rgb(0x8b_98_a5), rgb(0xb7_94_f6), rgb(0xf2_8a_c0), rgb(0x9e_d3_6a)];

/// In daylight the hues of the scenarios are darker: lines reach 3:1 and words 4.5:1 on every surface.
/// The same holds for the words of every tone, which the marks alone (4.0:1 to 5.0:1) would miss on cards.
pub(super) const LIGHT: Palette = Palette {
    bg: rgb(0xf6_f8_f7),
    surface: rgb(0xff_ff_ff),
    raised: rgb(0xee_f2_f0),
    hover: rgb(0xe3_ea_e6),
    line: rgb(0xd6_df_da),
    line_strong: rgb(0xb9_c7_c0),
    text: rgb(0x13_20_1b),
    muted: rgb(0x52_64_5c),
    faint: rgb(0x7d_8f_87),
    accent: rgb(0x0d_85_79),
    on_accent: rgb(0xff_ff_ff),
    drop_ground: rgb(0xe3_f5_f2),
    target_ground: rgb(0xef_f5_fe),
    target_line: rgb(0x7d_a6_de),
    pitch_line: rgb(0xdd_e6_e1),
    track: rgb(0xd9_e2_dd),
    tenure: rgb(0xcf_e6_da),
    injury: rgb(0xf0_b9_b9),
    on_injury: rgb(0x6e_16_16),
    windows: [
        Color32::from_rgba_premultiplied(5, 26, 24, 36),
        Color32::from_rgba_premultiplied(36, 21, 5, 40),
    ],
    on_windows: [rgb(0x0a_5b_53), rgb(0x7a_43_00)],
    handle: rgb(0x13_20_1b),
    shadow: Color32::from_rgba_premultiplied(4, 6, 5, 46),
    neutral: shades(0x52_64_5c, 0x46_57_50, 0xe0_e8_e4),
    ok: shades(0x16_83_4a, 0x0d_66_36, 0xdc_f3_e6),
    warn: shades(0x9a_64_00, 0x7a_4f_00, 0xfb_ec_cb),
    bad: shades(0xc2_34_34, 0xa9_2a_2a, 0xfb_e0_e0),
    info: shades(0x1f_63_c4, 0x1a_54_a8, 0xdd_e9_fb),
    highlight: shades(0x0d_85_79, 0x0a_65_5c, 0xd3_f0_ec),
    scenario_marks: [
        rgb(0x0f_94_88),
        rgb(0xc4_6a_0c),
        rgb(0x66_73_7f),
        rgb(0x8a_60_e0),
        rgb(0xcf_4f_8c),
        rgb(0x55_91_2a),
    ],
    scenario_texts: [
        rgb(0x0a_65_5c),
        rgb(0x8a_4a_00),
        rgb(0x4d_5a_65),
        rgb(0x6a_3d_c0),
        rgb(0xa1_2c_68),
        rgb(0x3a_6a_12),
    ],
    avatars: [
        (rgb(0xd5_eb_e2), rgb(0x14_50_3c)),
        (rgb(0xd6_e4_fb), rgb(0x1a_4a_94)),
        (rgb(0xf8_d9_d9), rgb(0x8f_20_20)),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::contrast::{AA_TEXT, contrast};

    /// WCAG 2.1, success criterion 1.4.11: lines and shapes that carry meaning.
    const AA_SHAPES: f64 = 3.0;

    /// Every pair of words and ground in use, named.
    fn texts(palette: &Palette) -> Vec<(String, Color32, Color32)> {
        let mut pairs = Vec::new();
        let mut grounds: Vec<(String, Color32)> = ["bg", "surface", "raised", "hover"]
            .map(String::from)
            .into_iter()
            .zip(palette.surfaces())
            .collect();
        grounds.push(("target".to_owned(), palette.target_ground));
        grounds.push(("drop".to_owned(), palette.drop_ground));
        for (ground_name, ground) in &grounds {
            let mut on_ground =
                |name: String, text| pairs.push((format!("{name} on {ground_name}"), text, *ground));
            on_ground("text".to_owned(), palette.text);
            on_ground("muted".to_owned(), palette.muted);
            for tone in Tone::ALL {
                on_ground(format!("{tone:?}"), palette.tone(tone).text);
            }
            for index in 0..Palette::SCENARIO_COLORS {
                on_ground(format!("scenario {index}"), palette.scenario_text(index));
            }
        }
        for tone in Tone::ALL {
            let Shades { text, tint, .. } = palette.tone(tone);
            pairs.push((format!("{tone:?} chip"), text, tint));
            pairs.push((format!("text on {tone:?} tint"), palette.text, tint));
            pairs.push((format!("muted on {tone:?} tint"), palette.muted, tint));
        }
        for avatar in [Avatar::Squad, Avatar::Target, Avatar::Injured] {
            let (ground, text) = palette.avatar(avatar);
            pairs.push((format!("{avatar:?} initials"), text, ground));
        }
        pairs.push(("primary button".to_owned(), palette.on_accent, palette.accent));
        pairs.push(("date handle".to_owned(), palette.bg, palette.handle));
        pairs.push(("text on tenure".to_owned(), palette.text, palette.tenure));
        pairs.push(("warning on tenure".to_owned(), palette.tone(Tone::Warn).text, palette.tenure));
        pairs.push(("injury".to_owned(), palette.on_injury, palette.injury));
        for (band, text) in palette.windows.into_iter().zip(palette.on_windows) {
            for ground in [palette.bg, palette.surface] {
                pairs.push(("window name".to_owned(), text, ground.blend(band)));
            }
        }
        pairs
    }

    #[test]
    fn every_text_reaches_aa_on_its_ground_in_both_themes() {
        for (theme, palette) in [("dark", &DARK), ("light", &LIGHT)] {
            for (name, text, ground) in texts(palette) {
                let ratio = contrast(text, ground);
                assert!(ratio >= AA_TEXT, "{theme}: {name} has {ratio:.2}, needs {AA_TEXT}");
            }
        }
    }

    #[test]
    fn every_mark_stands_out_from_every_surface() {
        for (theme, palette) in [("dark", &DARK), ("light", &LIGHT)] {
            let marks = Tone::ALL.map(|tone| palette.tone(tone).mark).into_iter();
            let scenarios = (0..Palette::SCENARIO_COLORS).map(|index| palette.scenario(index));
            for mark in marks.chain(scenarios).chain([palette.accent]) {
                for surface in palette.surfaces() {
                    let ratio = contrast(mark, surface);
                    assert!(ratio >= AA_SHAPES, "{theme}: {mark:?} on {surface:?} has {ratio:.2}");
                }
            }
        }
    }

    #[test]
    fn the_seventh_scenario_wears_the_first_colour() {
        assert_eq!(DARK.scenario(6), DARK.scenario(0));
        assert_ne!(DARK.scenario(5), DARK.scenario(0));
    }
}
