//! The same person: by name, day of birth and club.
//!
//! Names are compared without accents and in any order of their words. One that is the same says little alone:
//! only a day of birth or the club makes it sure. What is neither sure nor out of the question is left to the user.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::model::{Club, Plan, Player, PlayerId, age_on, is_part_of_name, name_key, name_words, words};

use super::clubs::club_key;

/// Names less alike than this are different names.
const ALIKE: f64 = 0.92;
/// A word that more people than this share tells nobody apart: `de`, `dos`.
const SHARED_BY_TOO_MANY: usize = 500;

/// Somebody of the plan who may be the person of a row.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Candidate {
    /// Who.
    pub id: PlayerId,
    /// His name in the plan.
    pub name: String,
    /// What speaks for and against it: `same name, born 5 days apart`.
    pub why: String,
}

/// Who the person of a row is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Standing {
    /// Nobody of the plan.
    New,
    /// Surely this one.
    Same(PlayerId),
    /// Perhaps one of these, the likeliest first: the user must say.
    Unsure(Vec<Candidate>),
    /// The same person as in an earlier row, by its place in [`Understood::rows`](super::Understood::rows).
    Again(usize),
    /// An injury of somebody who is not in the plan, with the names most like his.
    Nobody(Vec<String>),
}

/// A person as a row describes him.
#[derive(Clone, Copy, Debug)]
pub(super) struct Person<'a> {
    /// His name, to compare by: [`name_key`](crate::model::name_key).
    pub(super) key: &'a str,
    pub(super) born: Option<Date>,
    pub(super) age: Option<u8>,
    /// What is the same for every name of his club.
    pub(super) club_key: Option<&'a str>,
}

/// The people of a plan, found by what is known of them.
pub(super) struct People<'a> {
    plan: &'a Plan,
    /// What is the same for every name of each player's club.
    club_keys: Vec<Option<String>>,
    /// The name of each player, to compare by.
    keys: Vec<String>,
    by_id: HashMap<&'a PlayerId, usize>,
    by_key: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    by_birth: HashMap<Date, Vec<usize>>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Likeness {
    Similar,
    Part,
    Same,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Fact {
    Same,
    Near,
    Differs,
    Unknown,
}

impl<'a> People<'a> {
    pub(super) fn of(plan: &'a Plan) -> Self {
        let mut people = Self {
            plan,
            club_keys: Vec::new(),
            keys: Vec::new(),
            by_id: HashMap::new(),
            by_key: HashMap::new(),
            by_word: HashMap::new(),
            by_birth: HashMap::new(),
        };
        let mut keys: HashMap<&str, String> = HashMap::new();
        for (at, player) in plan.players.iter().enumerate() {
            let club = if player.is_target() { player.club.as_ref() } else { Some(&plan.club) };
            let key = |club: &'a Club| keys.entry(&club.name).or_insert_with(|| club_key(&club.name)).clone();
            people.club_keys.push(club.map(key));
            people.by_id.insert(&player.id, at);
            let key = name_key(&player.name);
            for word in key.split(' ') {
                match people.by_word.get_mut(word) {
                    Some(known) => known.push(at),
                    None => drop(people.by_word.insert(word.to_owned(), vec![at])),
                }
            }
            people.by_key.entry(key.clone()).or_default().push(at);
            people.keys.push(key);
            if let Some(born) = player.born {
                people.by_birth.entry(born).or_default().push(at);
            }
        }
        people
    }

    /// The player of this id.
    pub(super) fn player(&self, id: &PlayerId) -> Option<&'a Player> {
        self.plan.players.get(*self.by_id.get(id)?).map(|player| &**player)
    }

    /// Who of the plan a person is.
    pub(super) fn standing(&self, person: Person<'_>) -> Standing {
        let mut sure: Vec<Candidate> = Vec::new();
        let mut unsure: Vec<(u32, Candidate)> = Vec::new();
        for (at, likeness) in self.alike(person) {
            let Some(player) = self.plan.players.get(at) else { continue };
            let (verdict, candidate) = self.judge(person, player, likeness, self.club(person, at));
            match verdict {
                Some(true) => sure.push(candidate),
                Some(false) => unsure.push((likeness as u32, candidate)),
                None => {}
            }
        }
        match (sure.as_slice(), unsure.is_empty()) {
            ([only], _) => Standing::Same(only.id.clone()),
            ([], true) => Standing::New,
            _ => {
                unsure.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
                sure.extend(unsure.into_iter().map(|(_, candidate)| candidate));
                Standing::Unsure(sure)
            }
        }
    }

    /// The names of the plan most like one.
    pub(super) fn closest(&self, name: &str, most: usize) -> Vec<String> {
        let written = |name: &str| name_words(name).join(" ");
        let (wanted, key) = (written(name), name_key(name));
        let alike = |name: &str| {
            strsim::jaro_winkler(&written(name), &wanted).max(strsim::jaro_winkler(&name_key(name), &key))
        };
        let mut ranked: Vec<(f64, &str)> = self
            .plan
            .players
            .iter()
            .map(|player| (alike(&player.name), player.name.as_str()))
            .filter(|(alike, _)| *alike > 0.75)
            .collect();
        ranked.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.cmp(other)));
        ranked.into_iter().take(most).map(|(_, name)| name.to_owned()).collect()
    }

    /// Everybody whose name is like it, each once.
    fn alike(&self, person: Person<'_>) -> Vec<(usize, Likeness)> {
        let same = self.by_key.get(person.key).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<(usize, Likeness)> = same.iter().map(|at| (*at, Likeness::Same)).collect();
        let known_birth = |at: &usize| {
            person.born.is_some()
                && self.plan.players.get(*at).is_some_and(|player| player.born == person.born)
        };
        if same.iter().any(known_birth) {
            return found;
        }
        let mut add = |at: usize, likeness: Likeness| match found.iter_mut().find(|(known, _)| *known == at) {
            Some((_, known)) => *known = (*known).max(likeness),
            None => found.push((at, likeness)),
        };
        let words: Vec<&str> = person.key.split(' ').collect();
        for word in words.iter().filter(|word| word.len() > 2) {
            let sharing = self.by_word.get(*word).map_or(&[][..], Vec::as_slice);
            for at in sharing.iter().filter(|_| sharing.len() <= SHARED_BY_TOO_MANY) {
                let Some(key) = self.keys.get(*at) else { continue };
                let known: Vec<&str> = key.split(' ').collect();
                if is_part_of_name(&words, &known) || is_part_of_name(&known, &words) {
                    add(*at, Likeness::Part);
                } else if strsim::jaro_winkler(key, person.key) >= ALIKE {
                    add(*at, Likeness::Similar);
                }
            }
        }
        for at in person.born.and_then(|born| self.by_birth.get(&born)).into_iter().flatten() {
            let alike = |key: &String| strsim::jaro_winkler(key, person.key) >= ALIKE - 0.07;
            if self.keys.get(*at).is_some_and(alike) {
                add(*at, Likeness::Similar);
            }
        }
        found
    }

    /// Sure, unsure, or out of the question, and what speaks for it.
    fn judge(
        &self,
        person: Person<'_>,
        player: &Player,
        likeness: Likeness,
        club: Fact,
    ) -> (Option<bool>, Candidate) {
        let birth = self.birth(person, player);
        let whole_name = person.key.contains(' ');
        let verdict = match (likeness, birth, club) {
            (Likeness::Same | Likeness::Part, Fact::Same, _)
            | (Likeness::Similar, Fact::Same, Fact::Same) => Some(true),
            (Likeness::Same, Fact::Near | Fact::Unknown, Fact::Same) => Some(birth == Fact::Unknown),
            (Likeness::Same, Fact::Unknown, Fact::Unknown) => Some(whole_name),
            (Likeness::Same, Fact::Near | Fact::Unknown, _)
            | (Likeness::Same, Fact::Differs, Fact::Same | Fact::Unknown)
            | (Likeness::Part, Fact::Near | Fact::Unknown, Fact::Same | Fact::Unknown)
            | (Likeness::Similar, Fact::Same | Fact::Near, _)
            | (Likeness::Similar, Fact::Unknown, Fact::Same) => Some(false),
            _ => None,
        };
        let name = match likeness {
            Likeness::Same => "same name",
            Likeness::Part => "part of the name",
            Likeness::Similar => "a name like it",
        };
        let birth = match (birth, person.born, player.born) {
            (Fact::Same, ..) => "same day of birth".to_owned(),
            (_, Some(one), Some(other)) => {
                format!("born {} and not {}", words::date(other), words::date(one))
            }
            (Fact::Near | Fact::Differs, ..) => "an age that does not fit".to_owned(),
            (Fact::Unknown, None, Some(_)) if person.age.is_some() => "an age that fits".to_owned(),
            _ => "no day of birth to compare".to_owned(),
        };
        let club = match club {
            Fact::Same => "same club",
            Fact::Unknown => "no club to compare",
            _ => "another club",
        };
        let why = format!("{name}, {birth}, {club}");
        (verdict, Candidate { id: player.id.clone(), name: player.name.clone(), why })
    }

    fn birth(&self, person: Person<'_>, player: &Player) -> Fact {
        match (person.born, player.born) {
            (Some(one), Some(other)) if one == other => Fact::Same,
            // A slip of the pen: day and month the wrong way round, or one of the three numbers another.
            (Some(one), Some(other)) => {
                let turned =
                    one.year() == other.year() && one.month() == other.day() && one.day() == other.month();
                let same =
                    [one.year() == other.year(), one.month() == other.month(), one.day() == other.day()];
                let near = turned || same.iter().filter(|same| **same).count() == 2;
                if near { Fact::Near } else { Fact::Differs }
            }
            (None, Some(born)) => match person.age {
                Some(age) if (i16::from(age) - age_on(born, self.plan.as_of)).abs() <= 1 => Fact::Unknown,
                Some(_) => Fact::Near,
                None => Fact::Unknown,
            },
            _ => Fact::Unknown,
        }
    }

    fn club(&self, person: Person<'_>, at: usize) -> Fact {
        match (person.club_key, self.club_keys.get(at).and_then(Option::as_deref)) {
            (Some(one), Some(other)) if one == other => Fact::Same,
            (Some(_), Some(_)) => Fact::Differs,
            _ => Fact::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Currency, PlayerKind};
    use std::sync::Arc;

    fn plan() -> Plan {
        let day = |text: &str| text.parse().unwrap();
        let mut plan = Plan::new("P", Club::named("Northbridge Town"), day("2025-09-25"), Currency::GBP);
        for (name, born, kind, club) in [
            ("Aron Ambler", Some("1998-03-14"), PlayerKind::Squad, None),
            ("José da Silva", Some("2000-01-02"), PlayerKind::Target, Some("Porto Vale")),
            ("José da Silva", Some("1991-07-08"), PlayerKind::Target, Some("Old Boys")),
            ("Paxinho", None, PlayerKind::Squad, None),
            ("N'Gola Kone", None, PlayerKind::Target, Some("Old Boys")),
        ] {
            let id = PlayerId::new_for(name, |id| plan.players.iter().any(|player| player.id == *id));
            let mut player = Player::new(id, name, kind);
            player.born = born.map(day);
            player.club = club.map(Club::named);
            plan.players.push(Arc::new(player));
        }
        plan
    }

    fn standing(name: &str, born: Option<&str>, club: Option<&str>) -> String {
        let plan = plan();
        let key = club.map(club_key);
        let born = born.map(|text| text.parse().unwrap());
        let person = Person { key: &name_key(name), born, age: None, club_key: key.as_deref() };
        match People::of(&plan).standing(person) {
            Standing::Same(id) => id.to_string(),
            Standing::Unsure(who) => {
                format!("? {}", who.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(" "))
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn an_age_speaks_for_somebody_and_against_him() {
        let plan = plan();
        let why = |age| {
            let person = Person { key: "a ambler", born: None, age: Some(age), club_key: None };
            match People::of(&plan).standing(person) {
                Standing::Unsure(who) => who.iter().map(|one| one.why.clone()).collect(),
                other => format!("{other:?}"),
            }
        };
        assert_eq!(why(27), "part of the name, an age that fits, no club to compare");
        assert_eq!(why(35), "part of the name, an age that does not fit, no club to compare");
    }

    #[test]
    fn a_person_is_known_by_name_birth_and_club() {
        for (name, born, club, expected) in [
            ("Aron Ambler", Some("1998-03-14"), Some("Elsewhere"), "aron-ambler"),
            ("AMBLER Aron", None, Some("Northbridge Town FC"), "aron-ambler"),
            ("Ambler", Some("1998-03-14"), None, "aron-ambler"),
            ("A. Ambler", None, Some("Northbridge Town"), "? aron-ambler"),
            ("Aron Ambler", Some("1998-03-15"), None, "? aron-ambler"),
            ("Aron Ambler", Some("1985-12-01"), Some("Elsewhere"), "New"),
            ("Aron Amblar", Some("1998-03-14"), Some("Northbridge Town"), "aron-ambler"),
            ("Jose da Silva", Some("2000-01-02"), None, "jose-da-silva"),
            ("Jose da Silva", None, Some("Old Boys"), "jose-da-silva-2"),
            ("Jose da Silva", None, None, "? jose-da-silva jose-da-silva-2"),
            ("Paxinho", None, Some("Northbridge Town"), "paxinho"),
            ("Paxinho", None, None, "? paxinho"),
            ("Paxinho", None, Some("Elsewhere"), "? paxinho"),
            ("NGola Koné", None, Some("Old Boys"), "ngola-kone"),
            ("Bob Roe", None, None, "New"),
        ] {
            let found = standing(name, born, club);
            let expected = expected.to_owned();
            assert_eq!(found, expected, "{name} {born:?} {club:?}");
        }
    }
}
