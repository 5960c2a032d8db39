//! Clubs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Extra;

/// A football club as far as a plan needs it: what it is called and which league's rules bind it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Club {
    /// Name as shown, for example `Crystal Palace`.
    pub name: String,
    /// Country of its association, for example `England`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// League, for example `Premier League`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub league: Option<String>,
    /// The colours that the plan's author gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colours: Option<ClubColours>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The colours of a club, as the author of a plan likes them: a choice, no fact about the club.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClubColours {
    /// The first, written `#c8102e`.
    #[schemars(extend("pattern" = COLOUR_PATTERN))]
    pub main: String,
    /// The second.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("pattern" = COLOUR_PATTERN))]
    pub second: Option<String>,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a colour is written.
const COLOUR_PATTERN: &str = "^#[0-9A-Fa-f]{6}$";

/// Red, green and blue of a colour.
pub type Rgb = [u8; 3];

/// Reads a colour written `#c8102e`; none of any other text.
#[must_use]
pub fn rgb(text: &str) -> Option<Rgb> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let mut digits = digits.bytes().map(|digit| char::from(digit).to_digit(16));
    let value = digits.try_fold(0, |value, digit| Some(value * 16 + digit?))?;
    let [_, rgb @ ..] = value.to_be_bytes();
    Some(rgb)
}

/// Writes a colour as [`rgb`] reads it.
#[must_use]
pub fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

impl ClubColours {
    /// The first and the second colour; without a second that can be read it is the first again. None if the first
    /// cannot be read.
    #[must_use]
    pub fn pair(&self) -> Option<[Rgb; 2]> {
        let main = rgb(&self.main)?;
        Some([main, self.second.as_deref().and_then(rgb).unwrap_or(main)])
    }

    /// The first text that is no colour.
    #[must_use]
    pub fn unreadable(&self) -> Option<&str> {
        [Some(self.main.as_str()), self.second.as_deref()]
            .into_iter()
            .flatten()
            .find(|text| rgb(text).is_none())
    }
}

/// Words of a club's name that stand in front of or behind many.
const COMMON_WORDS: [&str; 8] = ["ac", "afc", "as", "cf", "fc", "fk", "sc", "sv"];

impl Club {
    /// A club of which only the name is known.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// It plays in England, however that is written.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.country.as_deref().is_some_and(|country| reads_like(country, "England"))
    }

    /// Up to three capitals that stand for it: `RM` for Real Madrid, `LIV` for Liverpool.
    #[must_use]
    pub fn abbreviation(&self) -> String {
        let words: Vec<&str> = self.name.split_whitespace().collect();
        let telling = |word: &&&str| !COMMON_WORDS.contains(&word.to_lowercase().as_str());
        let told: Vec<&str> = words.iter().filter(telling).copied().collect();
        let words = if told.is_empty() { words } else { told };
        let letters: String = match words.as_slice() {
            [word] => word.chars().take(3).collect(),
            words => words.iter().filter_map(|word| word.chars().next()).take(3).collect(),
        };
        letters.to_uppercase()
    }

    /// Both clubs play in the same league (or, where a league is not given, the same country).
    #[must_use]
    pub fn same_league(&self, other: &Self) -> bool {
        let same = |one: &Option<String>, two: &Option<String>| match (one, two) {
            (Some(one), Some(two)) => reads_like(one, two),
            (one, two) => one == two,
        };
        let same_country = same(&self.country, &other.country);
        match (&self.league, &other.league) {
            (Some(_), Some(_)) => same(&self.league, &other.league) && same_country,
            _ => self.country.is_some() && same_country,
        }
    }
}

/// The same name, whatever its capitals and the spaces around it.
fn reads_like(one: &str, two: &str) -> bool {
    one.trim().eq_ignore_ascii_case(two.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_six_digits_behind_a_hash() {
        for (text, expected) in [
            ("#c8102e", Some([200, 16, 46])),
            ("#FFFFFF", Some([255, 255, 255])),
            ("#000000", Some([0, 0, 0])),
            ("c8102e", None),
            ("#c8102", None),
            ("#c8102e0", None),
            ("#c8102g", None),
            ("#+8102e", None),
            ("#\u{e9}\u{e9}\u{e9}", None),
            ("red", None),
            ("", None),
        ] {
            assert_eq!(rgb(text), expected, "{text:?}");
        }
        for colour in [[200, 16, 46], [0, 1, 255]] {
            assert_eq!(rgb(&hex(colour)), Some(colour));
        }
    }

    #[test]
    fn one_colour_stands_for_both_and_a_wrong_one_is_named() {
        let colours = |main: &str, second: Option<&str>| ClubColours {
            main: main.to_owned(),
            second: second.map(str::to_owned),
            extra: Extra::new(),
        };
        let red = [200, 16, 46];
        assert_eq!(colours("#c8102e", Some("#ffffff")).pair(), Some([red, [255; 3]]));
        assert_eq!(colours("#c8102e", None).pair(), Some([red, red]));
        assert_eq!(colours("#c8102e", Some("gold")).pair(), Some([red, red]));
        assert_eq!(colours("#c8102e", Some("gold")).unreadable(), Some("gold"));
        assert_eq!(colours("red", Some("#ffffff")).pair(), None);
        assert_eq!(colours("#c8102e", None).unreadable(), None);
    }

    #[test]
    fn a_club_is_told_by_up_to_three_letters() {
        for (name, expected) in [
            ("Liverpool", "LIV"),
            ("Real Madrid", "RM"),
            ("FC Barcelona", "BAR"),
            ("AC Milan", "MIL"),
            ("West Ham United", "WHU"),
            ("Brighton & Hove Albion", "B&H"),
            ("FC", "FC"),
            ("\u{f6}ster", "\u{d6}ST"),
            ("", ""),
        ] {
            assert_eq!(Club::named(name).abbreviation(), expected, "{name:?}");
        }
    }
}
