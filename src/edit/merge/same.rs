//! The same person under two ids: by name, day of birth and club, as an import knows him.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::model::{fold, is_part_of_name, name_key};

use super::apart::{items, text};

/// A word that more people than this share tells nobody apart: `de`, `dos`.
const SHARED_BY_TOO_MANY: usize = 500;

/// Who of ours one of theirs is.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Same {
    /// Nobody.
    Nobody,
    /// Surely the one of this id.
    Surely(String),
    /// Perhaps the one of this id: somebody must say.
    Perhaps(String),
}

/// People of ours of whom it is open who they are in theirs.
pub(super) struct People<'a> {
    all: Vec<Person<'a>>,
    by_id: HashMap<&'a str, usize>,
    by_key: HashMap<String, Vec<usize>>,
    by_word: HashMap<String, Vec<usize>>,
    found: HashSet<usize>,
}

struct Person<'a> {
    player: &'a Value,
    key: String,
    of_squad: bool,
    club: Option<String>,
}

#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Likeness {
    /// Something speaks against it, or too little for it.
    Perhaps,
    /// As an import would be sure.
    Surely,
    /// Nothing that tells them apart.
    Wholly,
}

impl<'a> Person<'a> {
    fn of(tree: &'a Value, player: &'a Value) -> Self {
        let of_squad = text(player, "kind") == Some("squad");
        let club = if of_squad { tree.get("club") } else { player.get("club") };
        let club = club.and_then(|club| text(club, "name")).map(fold);
        Self { player, key: name_key(text(player, "name").unwrap_or_default()), of_squad, club }
    }

    fn like(&self, other: &Self) -> Option<Likeness> {
        let born = |person: &Self| text(person.player, "born");
        let (one, two) = (born(self), born(other));
        let other_birth = one.is_some() && two.is_some() && one != two;
        let same_birth = one.is_some() && one == two;
        // Two versions of a plan are of one club, whatever they call it.
        let same_club = (self.of_squad && other.of_squad) || self.club == other.club;
        let other_club = self.club.is_some() && other.club.is_some() && !same_club;
        if self.key == other.key {
            return match (other_birth, other_club) {
                (true, true) => None,
                (true, false) => Some(Likeness::Perhaps),
                (false, true) if !same_birth => Some(Likeness::Perhaps),
                _ if one == two && same_club => Some(Likeness::Wholly),
                _ => {
                    let sure = same_birth || self.key.contains(' ') || same_club;
                    Some(if sure { Likeness::Surely } else { Likeness::Perhaps })
                }
            };
        }
        let (one, two): (Vec<&str>, Vec<&str>) =
            (self.key.split(' ').collect(), other.key.split(' ').collect());
        let part = is_part_of_name(&one, &two) || is_part_of_name(&two, &one);
        if !part || other_birth {
            return None;
        }
        if same_birth {
            return Some(Likeness::Surely);
        }
        (!other_club).then_some(Likeness::Perhaps)
    }
}

impl<'a> People<'a> {
    /// Those of `tree` whose ids are not among the `known`.
    pub(super) fn of(tree: &'a Value, known: &HashSet<&str>) -> Self {
        let mut people = Self {
            all: Vec::new(),
            by_id: HashMap::new(),
            by_key: HashMap::new(),
            by_word: HashMap::new(),
            found: HashSet::new(),
        };
        for player in items(tree, "players") {
            let Some(id) = text(player, "id").filter(|id| !known.contains(id)) else { continue };
            let (at, person) = (people.all.len(), Person::of(tree, player));
            people.by_id.insert(id, at);
            for word in person.key.split(' ').filter(|word| word.len() > 2) {
                people.by_word.entry(word.to_owned()).or_default().push(at);
            }
            people.by_key.entry(person.key.clone()).or_default().push(at);
            people.all.push(person);
        }
        people
    }

    /// Who of them, at least so like, somebody of another tree is; nobody is found twice.
    pub(super) fn find(&mut self, tree: &Value, player: &Value, least: Likeness) -> Same {
        let person = Person::of(tree, player);
        if person.key.is_empty() {
            return Same::Nobody;
        }
        let by_word = person.key.split(' ').filter_map(|word| self.by_word.get(word));
        let near = by_word.filter(|sharing| sharing.len() <= SHARED_BY_TOO_MANY);
        let mut places: Vec<usize> =
            self.by_key.get(&person.key).into_iter().chain(near).flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        let alike = |at: &usize| {
            let known = self.all.get(*at).filter(|_| !self.found.contains(at))?;
            Some((known.like(&person).filter(|likeness| *likeness >= least)?, *at))
        };
        let alike: Vec<(Likeness, usize)> = places.iter().filter_map(alike).collect();
        let Some(best) = alike.iter().map(|(likeness, _)| *likeness).max() else { return Same::Nobody };
        let as_like: Vec<usize> =
            alike.iter().filter(|(likeness, _)| *likeness == best).map(|(_, at)| *at).collect();
        let same_id = |at: &&usize| self.id(**at) == text(player, "id");
        let Some(first) = as_like.iter().find(same_id).or(as_like.first()).copied() else {
            return Same::Nobody;
        };
        let id = self.id(first).unwrap_or_default().to_owned();
        if best == Likeness::Wholly || (best == Likeness::Surely && as_like.len() == 1) {
            self.found.insert(first);
            Same::Surely(id)
        } else {
            Same::Perhaps(id)
        }
    }

    /// Finds the one of this id, if he is surely the same.
    pub(super) fn take_sure(&mut self, tree: &Value, id: &str, player: &Value) -> bool {
        let Some(at) = self.by_id.get(id).copied() else { return false };
        let likeness = self.all.get(at).and_then(|known| known.like(&Person::of(tree, player)));
        likeness >= Some(Likeness::Surely) && self.found.insert(at)
    }

    /// Finds the one of this id, unless he is found or is another person by `is_another`.
    pub(super) fn take(&mut self, id: &str, is_another: impl Fn(&Value) -> bool) -> bool {
        let Some(at) = self.by_id.get(id).copied() else { return false };
        let same = self.all.get(at).is_some_and(|known| !is_another(known.player));
        same && self.found.insert(at)
    }

    fn id(&self, at: usize) -> Option<&'a str> {
        text(self.all.get(at)?.player, "id")
    }
}

#[cfg(test)]
mod tests;
