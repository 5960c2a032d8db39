//! The clubs of a table: what they are called, and who finds them by which name.

mod names;
mod search;

use std::collections::{BTreeMap, HashMap};

use crate::model::fold;

pub(super) use names::club_key;
pub use names::{same_club, short_club};
pub use search::{closest_clubs, is_club_named, search_clubs};

/// A club of a table, and how many of its rows belong to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ClubCount {
    /// As the table writes it.
    pub name: String,
    /// As people say it.
    pub short: String,
    /// How many rows.
    pub players: usize,
    key: String,
}

impl ClubCount {
    /// Counts names, in the order of the alphabet.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Self> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
        let mut clubs: Vec<Self> = counts
            .into_iter()
            .map(|(name, players)| Self {
                name: name.to_owned(),
                short: short_club(name),
                players,
                key: club_key(name),
            })
            .collect();
        clubs.sort_by_key(|club| (fold(&club.short), club.name.clone()));
        clubs
    }
}

/// The clubs of a table by their names, so that each is worked out once and not once a row.
pub(super) struct ClubBook<'a>(HashMap<&'a str, &'a ClubCount>);

impl<'a> ClubBook<'a> {
    pub(super) fn of(clubs: &'a [ClubCount]) -> Self {
        Self(clubs.iter().map(|club| (club.name.as_str(), club)).collect())
    }

    /// As [`short_club`].
    pub(super) fn short(&self, name: &str) -> String {
        self.0.get(name).map_or_else(|| short_club(name), |club| club.short.clone())
    }

    /// As [`club_key`].
    pub(super) fn key(&self, name: &str) -> String {
        self.0.get(name).map_or_else(|| club_key(name), |club| club.key.clone())
    }

    /// As [`same_club`], of a club of the table and any other.
    pub(super) fn same(&self, name: &str, other: &str) -> bool {
        name == other
            || self.0.get(name).is_some_and(|club| club.short == other)
            || self.key(name) == club_key(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clubs(names: &[&str]) -> Vec<ClubCount> {
        ClubCount::of(names.iter().copied())
    }

    const NAMES: [&str; 12] = [
        "Liverpool Football Club",
        "Real Madrid Club de Fútbol",
        "Club Atlético de Madrid S.A.D.",
        "Football Club Internazionale Milano S.p.A.",
        "Associazione Calcio Milan",
        "FC Bayern München",
        "Manchester City Football Club",
        "Manchester United Football Club",
        "Futbol Club Barcelona",
        "Reial Club Deportiu Espanyol de Barcelona S.A.D.",
        "1. Fußballclub Union Berlin",
        "Borussia Verein für Leibesübungen 1900 Mönchengladbach",
    ];

    #[test]
    fn a_legal_name_shortens_to_what_people_say() {
        for (name, short) in [
            ("Liverpool Football Club", "Liverpool"),
            ("Real Madrid Club de Fútbol", "Real Madrid"),
            ("Olympique Gymnaste Club Nice Côte d'Azur", "Nice"),
            ("Nice", "Nice"),
            ("Football Club Internazionale Milano S.p.A.", "Inter"),
            ("FC Bayern München", "Bayern München"),
            ("Associazione Calcio Milan", "Milan"),
            ("Club Atlético de Madrid S.A.D.", "Atlético de Madrid"),
            ("Girona Fútbol Club S. A. D.", "Girona"),
            ("1. Fußballclub Union Berlin", "Union Berlin"),
            ("Juventus Football Club", "Juventus"),
            ("Association Football Club Bournemouth", "Bournemouth"),
            ("Brighton and Hove Albion Football Club", "Brighton and Hove Albion"),
            ("Società Sportiva Lazio S.p.A.", "Lazio"),
            ("Sport-Club Freiburg", "Freiburg"),
            ("Clube Desportivo Porto Vale", "Porto Vale"),
            ("", ""),
        ] {
            assert_eq!(short_club(name), short, "{name}");
        }
    }

    #[test]
    fn a_search_finds_what_is_meant_first() {
        let clubs = clubs(&NAMES);
        for (search, first) in [
            ("Liverpool", "Liverpool Football Club"),
            ("liverpol", "Liverpool Football Club"),
            ("Real Madrid", "Real Madrid Club de Fútbol"),
            ("atletico", "Club Atlético de Madrid S.A.D."),
            ("Inter", "Football Club Internazionale Milano S.p.A."),
            ("AC Milan", "Associazione Calcio Milan"),
            ("Milan", "Associazione Calcio Milan"),
            ("bayern munich", "FC Bayern München"),
            ("Man City", "Manchester City Football Club"),
            ("Barcelona", "Futbol Club Barcelona"),
            ("barca", "Futbol Club Barcelona"),
            ("union", "1. Fußballclub Union Berlin"),
            ("Gladbach", "Borussia Verein für Leibesübungen 1900 Mönchengladbach"),
        ] {
            let found = search_clubs(&clubs, search);
            assert_eq!(found.first().map(|club| club.name.as_str()), Some(first), "{search}");
        }
        assert!(search_clubs(&clubs, "Wrexham").is_empty());
        assert_eq!(search_clubs(&clubs, " ").len(), clubs.len());
        assert_eq!(closest_clubs(&clubs, "Liverpoole", 1)[0].short, "Liverpool");
        let liverpool = clubs.iter().find(|club| club.short == "Liverpool").unwrap();
        assert!(is_club_named(liverpool, "Liverp") && !is_club_named(liverpool, "Livrpool"));
    }

    #[test]
    fn one_club_is_not_taken_for_its_neighbour() {
        for (one, other, same) in [
            ("Liverpool", "Liverpool Football Club", true),
            ("Bayern Munich", "FC Bayern München", true),
            ("Atlético Madrid", "Club Atlético de Madrid S.A.D.", true),
            ("Brighton & Hove Albion", "Brighton and Hove Albion Football Club", true),
            ("Inter", "Football Club Internazionale Milano S.p.A.", true),
            ("OGC Nice", "Olympique Gymnaste Club Nice Côte d'Azur", true),
            ("Celta", "Real Club Celta de Vigo S. A. D.", true),
            ("Auxerre", "Association de la Jeunesse auxerroise", true),
            ("RB Leipzig", "RasenBallsport Leipzig", true),
            ("1. FSV Mainz 05", "1. Fußball- und Sportverein Mainz 05", true),
            ("Real Madrid", "Club Atlético de Madrid S.A.D.", false),
            ("Manchester City", "Manchester United Football Club", false),
            ("Barcelona", "Reial Club Deportiu Espanyol de Barcelona S.A.D.", false),
            ("Milan", "Football Club Internazionale Milano S.p.A.", false),
        ] {
            assert_eq!(same_club(one, other), same, "{one} and {other}");
        }
    }
}
