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

/// The colour written `#rrggbb`. Wrong letters stop the build.
const fn rgb(hex: &str) -> Color32 {
    const fn nibble(digit: u8) -> u8 {
        match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'f' => digit - b'a' + 10,
            _ => panic!("a colour is written in lower-case hexadecimal digits"),
        }
    }
    let [b'#', r1, r0, g1, g0, b1, b0] = *hex.as_bytes() else { panic!("a colour is written #rrggbb") };
    Color32::from_rgb(
        nibble(r1) << 4 | nibble(r0),
        nibble(g1) << 4 | nibble(g0),
        nibble(b1) << 4 | nibble(b0),
    )
}

/// Colours that clubs play in, to choose from.
pub const CLUB_COLOURS: [(&str, Color32); 24] = [
    ("white", rgb("#ffffff")),
    ("silver", rgb("#c4ccd4")),
    ("grey", rgb("#6b7680")),
    ("black", rgb("#111111")),
    ("pale yellow", rgb("#f6eb61")),
    ("yellow", rgb("#fde100")),
    ("gold", rgb("#febe10")),
    ("orange", rgb("#f47b20")),
    ("bright red", rgb("#ef0107")),
    ("red", rgb("#c8102e")),
    ("dark red", rgb("#8f1019")),
    ("claret", rgb("#7a263a")),
    ("pink", rgb("#f7a6c4")),
    ("violet", rgb("#5a2d81")),
    ("navy", rgb("#132257")),
    ("dark blue", rgb("#1b458f")),
    ("royal blue", rgb("#034694")),
    ("blue", rgb("#0057b8")),
    ("light blue", rgb("#6cabdd")),
    ("pale blue", rgb("#a5d3f3")),
    ("turquoise", rgb("#00b2a9")),
    ("light green", rgb("#6cbe45")),
    ("green", rgb("#00843d")),
    ("dark green", rgb("#0b4f2f")),
];

const fn shades(mark: &str, text: &str, tint: &str) -> Shades {
    Shades { mark: rgb(mark), text: rgb(text), tint: rgb(tint) }
}

pub(super) const DARK: Palette = Palette {
    bg: rgb("#0d1211"),
    surface: rgb("#131a18"),
    raised: rgb("#1a2320"),
    hover: rgb("#212c28"),
    line: rgb("#26322e"),
    line_strong: rgb("#35443f"),
    text: rgb("#e9f0ec"),
    muted: rgb("#93a59d"),
    faint: rgb("#677a72"),
    accent: rgb("#35cfc0"),
    on_accent: rgb("#052320"),
    drop_ground: rgb("#0f201e"),
    target_ground: rgb("#121c27"),
    target_line: rgb("#3f6696"),
    pitch_line: rgb("#1d2a27"),
    track: rgb("#222d29"),
    tenure: rgb("#1d382e"),
    injury: rgb("#702a2d"),
    on_injury: rgb("#ffd3d3"),
    windows: [
        Color32::from_rgba_premultiplied(5, 21, 19, 26),
        Color32::from_rgba_premultiplied(20, 14, 7, 20),
    ],
    on_windows: [rgb("#7fe3d9"), rgb("#ffc98f")],
    handle: rgb("#e9f0ec"),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 140),
    neutral: shades("#93a59d", "#b4c3bc", "#222d29"),
    ok: shades("#4fd18b", "#4fd18b", "#12311f"),
    warn: shades("#f2b84b", "#f2b84b", "#3a2d12"),
    bad: shades("#ef6b6b", "#f58383", "#3b1e20"),
    info: shades("#6fb1ff", "#8fc2ff", "#15283e"),
    highlight: shades("#35cfc0", "#35cfc0", "#0e3330"),
    scenario_marks: SCENARIOS,
    scenario_texts: SCENARIOS,
    avatars: [
        (rgb("#24423b"), rgb("#a9dccb")),
        (rgb("#1d3557"), rgb("#a9cdfb")),
        (rgb("#4a2326"), rgb("#f5b5b5")),
    ],
};

const SCENARIOS: [Color32; 6] =
    [rgb("#35cfc0"), rgb("#ffb05c"), rgb("#8b98a5"), rgb("#b794f6"), rgb("#f28ac0"), rgb("#9ed36a")];

/// In daylight the hues of the scenarios are darker: lines reach 3:1 and words 4.5:1 on every surface.
/// The same holds for the words of every tone, which the marks alone (4.0:1 to 5.0:1) would miss on cards.
pub(super) const LIGHT: Palette = Palette {
    bg: rgb("#f6f8f7"),
    surface: rgb("#ffffff"),
    raised: rgb("#eef2f0"),
    hover: rgb("#e3eae6"),
    line: rgb("#d6dfda"),
    line_strong: rgb("#b9c7c0"),
    text: rgb("#13201b"),
    muted: rgb("#52645c"),
    faint: rgb("#768880"),
    accent: rgb("#0d8579"),
    on_accent: rgb("#ffffff"),
    drop_ground: rgb("#e3f5f2"),
    target_ground: rgb("#eff5fe"),
    target_line: rgb("#7da6de"),
    pitch_line: rgb("#dde6e1"),
    track: rgb("#d9e2dd"),
    tenure: rgb("#cfe6da"),
    injury: rgb("#f0b9b9"),
    on_injury: rgb("#6e1616"),
    windows: [
        Color32::from_rgba_premultiplied(5, 26, 24, 36),
        Color32::from_rgba_premultiplied(36, 21, 5, 40),
    ],
    on_windows: [rgb("#0a5b53"), rgb("#7a4300")],
    handle: rgb("#13201b"),
    shadow: Color32::from_rgba_premultiplied(4, 6, 5, 46),
    neutral: shades("#52645c", "#465750", "#e0e8e4"),
    ok: shades("#16834a", "#0d6636", "#dcf3e6"),
    warn: shades("#9a6400", "#7a4f00", "#fbeccb"),
    bad: shades("#c23434", "#a92a2a", "#fbe0e0"),
    info: shades("#1f63c4", "#1a54a8", "#dde9fb"),
    highlight: shades("#0d8579", "#0a655c", "#d3f0ec"),
    scenario_marks: [
        rgb("#0f9488"),
        rgb("#c46a0c"),
        rgb("#66737f"),
        rgb("#8a60e0"),
        rgb("#cf4f8c"),
        rgb("#55912a"),
    ],
    scenario_texts: [
        rgb("#0a655c"),
        rgb("#8a4a00"),
        rgb("#4d5a65"),
        rgb("#6a3dc0"),
        rgb("#a12c68"),
        rgb("#3a6a12"),
    ],
    avatars: [
        (rgb("#d5ebe2"), rgb("#14503c")),
        (rgb("#d6e4fb"), rgb("#1a4a94")),
        (rgb("#f8d9d9"), rgb("#8f2020")),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::contrast::{AA_TEXT, contrast};
    use crate::ui::theme::wash;

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
        let lit = palette.accent.lerp_to_gamma(palette.text, wash::LIT);
        pairs.push(("primary button under the pointer".to_owned(), palette.on_accent, lit));
        pairs.push(("date handle".to_owned(), palette.bg, palette.handle));
        pairs.push(("text on tenure".to_owned(), palette.text, palette.tenure));
        pairs.push(("warning on tenure".to_owned(), palette.tone(Tone::Warn).text, palette.tenure));
        pairs.push(("injury".to_owned(), palette.on_injury, palette.injury));
        for (band, text) in palette.windows.into_iter().zip(palette.on_windows) {
            for ground in [palette.bg, palette.surface] {
                pairs.push(("window name".to_owned(), text, ground.blend(band)));
            }
        }
        pairs.extend(washed(palette));
        pairs
    }

    /// Words on a ground over which another colour lies thinly.
    fn washed(palette: &Palette) -> Vec<(String, Color32, Color32)> {
        let mut pairs = Vec::new();
        let tones = || Tone::ALL.map(|tone| (format!("{tone:?}"), palette.tone(tone).text));
        let words = || [("text", palette.text), ("muted", palette.muted)];
        let [winter, summer] = palette.windows;
        let bands = [("no window", Color32::TRANSPARENT), ("winter", winter), ("summer", summer)];
        for (band_name, band) in bands {
            // The timeline: what happens to a player, over a window or beside one.
            let ground = palette.bg.blend(band);
            let stays = [palette.tenure, ground.blend(palette.tenure.gamma_multiply(wash::DOUBT))];
            for (name, text) in tones() {
                pairs.push((format!("{name} on the timeline, {band_name}"), text, ground));
                for stay in stays {
                    if [Tone::Warn, Tone::Info].map(|tone| palette.tone(tone).text).contains(&text) {
                        pairs.push((format!("{name} on a stay, {band_name}"), text, stay));
                    }
                }
            }
            for (name, text) in words() {
                pairs.push((format!("{name} on the timeline, {band_name}"), text, ground));
            }
            // The date bar: what happens, under the curve and over a window or beside one.
            for index in 0..Palette::SCENARIO_COLORS {
                let curve = palette.scenario(index).gamma_multiply(wash::UNDER_CURVE);
                let ground = palette.surface.blend(band).blend(curve);
                for (name, text) in tones().into_iter().chain([("muted".to_owned(), palette.muted)]) {
                    pairs.push((format!("{name} under curve {index}, {band_name}"), text, ground));
                }
            }
        }
        for index in 0..Palette::SCENARIO_COLORS {
            let ground = palette.surface.lerp_to_gamma(palette.scenario(index), wash::VERDICT);
            for (name, text) in words() {
                pairs.push((format!("{name} on the verdict of scenario {index}"), text, ground));
            }
            let figures = palette.scenario_text(index);
            pairs.push((format!("a figure in the verdict of scenario {index}"), figures, ground));
        }
        let stretch = palette.bg.blend(palette.tone(Tone::Bad).mark.gamma_multiply(wash::STRETCH));
        pairs.push(("the weakest stretch".to_owned(), palette.tone(Tone::Bad).text, stretch));
        pairs
    }

    #[test]
    fn every_text_reaches_aa_on_its_ground_in_both_themes() {
        for (theme, palette) in [("dark", &DARK), ("light", &LIGHT)] {
            let failing: Vec<String> = texts(palette)
                .into_iter()
                .map(|(name, text, ground)| (name, contrast(text, ground)))
                .filter(|(_, ratio)| *ratio < AA_TEXT)
                .map(|(name, ratio)| format!("{name} has {ratio:.2}"))
                .collect();
            assert!(failing.is_empty(), "{theme}, below {AA_TEXT}: {failing:#?}");
        }
    }

    #[test]
    fn every_mark_stands_out_from_every_surface() {
        for (theme, palette) in [("dark", &DARK), ("light", &LIGHT)] {
            let marks = Tone::ALL.map(|tone| palette.tone(tone).mark).into_iter();
            let scenarios = (0..Palette::SCENARIO_COLORS).map(|index| palette.scenario(index));
            // The rank on a card is faint, and as large as a mark.
            let grounds = palette.surfaces().into_iter().chain([
                palette.target_ground,
                palette.drop_ground,
                palette.tone(Tone::Info).tint,
            ]);
            for mark in marks.chain(scenarios).chain([palette.accent, palette.faint]) {
                for surface in grounds.clone() {
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
