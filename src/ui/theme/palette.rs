//! The colours of both themes.

#[cfg(test)]
mod tests;

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
