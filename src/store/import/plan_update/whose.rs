//! Which rows are wanted, and whose players they are.

use std::collections::{HashMap, HashSet};

use crate::model::{Plan, PlayerKind};

use super::super::clubs::ClubBook;
use super::super::rows::{Content, Understood};

/// Which rows are wanted, and whose players they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whom {
    /// The clubs, as the table writes them, whose rows are wanted; left out, all rows.
    pub clubs: Option<Vec<String>>,
    /// The clubs of the table that are the plan's club: their players are the squad. Left out, those of its name.
    pub ours: Option<Vec<String>>,
    /// Rows that a data set has not seen in its newest season are wanted as well.
    pub former: bool,
    /// What players are of whom the table does not say whose they are, because it has no column of clubs.
    pub without_club: PlayerKind,
}

/// Whose players rows are, each club looked at once.
pub(super) struct Whose<'a> {
    whom: &'a Whom,
    ours: &'a str,
    names_clubs: bool,
    newest_season: Option<i16>,
    known: HashMap<String, bool>,
    wanted: Option<HashSet<&'a str>>,
}

impl<'a> Whose<'a> {
    pub(super) fn of(plan: &'a Plan, whom: &'a Whom, understood: &Understood) -> Self {
        let wanted = whom.clubs.as_ref().map(|clubs| clubs.iter().map(String::as_str).collect());
        Self {
            whom,
            ours: &plan.club.name,
            names_clubs: understood.names_clubs,
            newest_season: understood.newest_season,
            known: HashMap::new(),
            wanted,
        }
    }

    pub(super) fn wants(&self, content: &Content) -> bool {
        let (club, season) = match content {
            Content::Player(player) => (player.club.as_deref(), player.last_season),
            Content::Injury(injury) => (injury.club.as_deref(), None),
            Content::Refused(_) => return false,
        };
        let gone = season.zip(self.newest_season).is_some_and(|(season, newest)| season < newest);
        let of_club = match &self.wanted {
            Some(wanted) if self.names_clubs => club.is_some_and(|club| wanted.contains(club)),
            _ => true,
        };
        of_club && (self.whom.former || !gone)
    }

    pub(super) fn kind(&mut self, club: Option<&str>, clubs: &ClubBook<'_>) -> PlayerKind {
        let Some(club) = club else {
            return if self.names_clubs { PlayerKind::Target } else { self.whom.without_club };
        };
        let (ours, whom) = (self.ours, self.whom);
        let is_ours = || match &whom.ours {
            Some(named) => named.iter().any(|known| known == club),
            None => clubs.same(club, ours),
        };
        let own = match self.known.get(club) {
            Some(known) => *known,
            None => *self.known.entry(club.to_owned()).or_insert_with(is_ours),
        };
        if own { PlayerKind::Squad } else { PlayerKind::Target }
    }
}
