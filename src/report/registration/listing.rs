//! Where a player counts on a list: by his age, his time at the club, and who has trained him.

use crate::model::{Date, Player, PlayerId, RegistrationRules, Season};

/// Where a player counts.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Listing {
    /// On a place that only the club's own may take.
    ClubTrained,
    /// On a place that only home-grown players may take.
    HomeGrown,
    /// On any place: the rules ask for no training.
    AnyPlace,
    /// On a place that need not be kept for home-grown players.
    Foreign,
    /// On a place, and whether he is home-grown is not known.
    Unknown,
    /// He is young and needs no place.
    Young,
    /// His age, or his time at the club, is not known: he may need no place.
    PerhapsYoung,
}

impl Listing {
    /// Every listing, in the order of [`Registration::players`](super::Registration::players).
    pub const ALL: [Self; 7] = [
        Self::AnyPlace,
        Self::ClubTrained,
        Self::HomeGrown,
        Self::Foreign,
        Self::Unknown,
        Self::PerhapsYoung,
        Self::Young,
    ];

    /// As shown, over those who count there.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ClubTrained => "club-trained",
            Self::HomeGrown => "home-grown",
            Self::AnyPlace => "take a place",
            Self::Foreign => "not home-grown",
            Self::Unknown => "home-grown not known",
            Self::Young => "young, needs no place",
            Self::PerhapsYoung => "perhaps young",
        }
    }
}

/// A player on the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Who.
    pub id: PlayerId,
    /// Where he counts.
    pub listing: Listing,
    /// The chance that he is at the club on the day.
    pub here: f64,
}

/// Whoever the club itself has trained is home-grown.
pub(super) fn home_grown(player: &Player) -> Option<bool> {
    if player.club_trained == Some(true) { Some(true) } else { player.home_grown }
}

pub(super) fn listing(player: &Player, rules: &RegistrationRules, season: Season, day: Date) -> Listing {
    match is_young(player, rules, season, day) {
        Some(true) => return Listing::Young,
        None => return Listing::PerhapsYoung,
        Some(false) => {}
    }
    if rules.home_grown.is_none() {
        return Listing::AnyPlace;
    }
    match home_grown(player) {
        Some(true) if rules.club_trained.is_some() && player.club_trained == Some(true) => {
            Listing::ClubTrained
        }
        Some(true) => Listing::HomeGrown,
        Some(false) => Listing::Foreign,
        None => Listing::Unknown,
    }
}

/// Whether he needs no place for his age; `None` where that is not known.
fn is_young(player: &Player, rules: &RegistrationRules, season: Season, day: Date) -> Option<bool> {
    let Some(young_from) = rules.young_from(season) else { return Some(false) };
    let by_age = player.born.map(|born| born >= young_from);
    let by_time = match rules.young_years_at_club {
        None => Some(true),
        Some(_) if player.is_target() => Some(false),
        Some(years) => player
            .contract
            .as_ref()
            .and_then(|contract| contract.from)
            .map(|from| from.saturating_add(jiff::Span::new().years(i64::from(years))) <= day),
    };
    match (by_age, by_time) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}
