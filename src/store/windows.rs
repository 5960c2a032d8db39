//! The transfer windows that a new plan begins with: announced ones from a dated file, else the usual dates.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::{Date, Extra, Season, Window, WindowId, fold};

/// Stands beside dates that nobody has announced.
const ASSUMED: &str = "Assumed dates: correct them once they are announced.";

#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Part {
    Summer,
    Winter,
}

#[derive(Debug, Deserialize)]
struct Announced {
    season: i16,
    part: Part,
    country: Option<String>,
    /// The league that announced them, where others of the country may have other dates.
    league: Option<String>,
    opens: Date,
    closes: Date,
    note: Option<String>,
    source: String,
}

impl Announced {
    fn is_of(&self, country: Option<&str>) -> bool {
        let country = country.map(|country| fold(country.trim()));
        self.country.as_deref().is_some_and(|of| Some(fold(of)) == country)
    }
}

#[derive(Debug, Deserialize)]
struct Usual {
    summer: [String; 2],
    winter: [String; 2],
}

#[derive(Debug, Deserialize)]
struct File {
    usual: Usual,
    windows: Vec<Announced>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../assets/windows.json"))
        .expect("the bundled windows are well formed")
});

/// The windows of a season and of the one after it, for a club of this country and league.
///
/// Dates that are not in `assets/windows.json` are the usual ones, and the window's note says so.
#[must_use]
pub fn windows_of(season: Season, country: Option<&str>, league: Option<&str>) -> Vec<Window> {
    [season, season.plus(1)]
        .into_iter()
        .flat_map(|season| [Part::Summer, Part::Winter].map(|part| window(season, part, country, league)))
        .flatten()
        .collect()
}

fn window(season: Season, part: Part, country: Option<&str>, league: Option<&str>) -> Option<Window> {
    let year = season.0 + i16::from(part == Part::Winter);
    let name = match part {
        Part::Summer => format!("Summer {year}"),
        Part::Winter => format!("Winter {year}"),
    };
    let of_here = |known: &&Announced| known.is_of(country);
    let mut listed = FILE.windows.iter().filter(|known| known.season == season.0 && known.part == part);
    let announced = listed.clone().find(of_here).or_else(|| listed.find(|known| known.country.is_none()));
    let (opens, closes, note) = if let Some(known) = announced {
        let Announced { opens, closes, note, source, league: of_league, .. } = known;
        let other = league.filter(|league| of_league.as_deref().is_some_and(|of| fold(of) != fold(league)));
        let doubt =
            other.map(|league| format!("Check them for the {}.", league.trim().trim_start_matches("The ")));
        let parts = note.iter().cloned().chain([format!("{source}.")]).chain(doubt);
        (*opens, *closes, parts.collect::<Vec<_>>().join(" "))
    } else {
        let [opens, closes] = match part {
            Part::Summer => &FILE.usual.summer,
            Part::Winter => &FILE.usual.winter,
        };
        let day = |of_year: &str| format!("{year:04}-{of_year}").parse().ok();
        (day(opens)?, day(closes)?, ASSUMED.to_owned())
    };
    let id = WindowId::new_for(&name, |_| false);
    Some(Window { id, name, opens, closes, note: Some(note), extra: Extra::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn announced_dates_go_before_usual_ones_and_usual_ones_say_that_they_are_assumed() {
        let english = windows_of(Season(2025), Some(" england "), None);
        let names: Vec<&str> = english.iter().map(|window| window.name.as_str()).collect();
        assert_eq!(names, ["Summer 2025", "Winter 2026", "Summer 2026", "Winter 2027"]);
        let span = |window: &Window| format!("{} {}", window.opens, window.closes);
        assert_eq!(span(&english[0]), "2025-06-16 2025-09-01");
        assert_eq!(span(&windows_of(Season(2025), Some("Spain"), None)[0]), "2025-07-01 2025-09-01");
        assert_eq!(english[3].note.as_deref(), Some(ASSUMED));
        assert_eq!(span(&english[3]), "2027-01-01 2027-02-01");
    }

    #[test]
    fn dates_of_one_league_are_to_be_checked_for_another() {
        let note = |league| windows_of(Season(2026), Some("England"), Some(league)).remove(0).note.unwrap();
        assert!(!note("premier league").contains("Check"), "{}", note("premier league"));
        assert!(
            note("Championship").ends_with("Check them for the Championship."),
            "{}",
            note("Championship")
        );
    }

    #[test]
    fn every_listed_window_opens_before_it_closes_and_names_its_source() {
        for known in &FILE.windows {
            assert!(known.opens < known.closes && !known.source.is_empty(), "{known:?}");
        }
        assert_eq!(windows_of(Season(1901), None, None).len(), 4);
    }
}
