//! Who takes a place on the list of a league or of UEFA, on a day of a scenario. Counted, never enforced.
//!
//! A place is counted from the fewest to the most: what is not known about a player, and whether a move happens, makes
//! the difference.

mod limit;
mod listing;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use crate::forecast::UnitForecast;
use crate::model::{Date, Plan, Player, PlayerId, Position, RegistrationRules, Scenario, Season, season_of};

pub use limit::{Count, Limit, Verdict};
pub use listing::{Listed, Listing};
pub use rules::{known_rules, rules_of};

use listing::{home_grown, listing};

/// How a club stands under a set of rules, on a day of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
    /// Which rules, by name.
    pub rules: String,
    /// The season the day belongs to.
    pub season: Season,
    /// Every limit of the rules, places first.
    pub limits: Vec<Limit>,
    /// Everyone at the club that day, by where he counts and then in the order of the plan.
    pub players: Vec<Listed>,
    /// What is not known, in words: `3 players: home-grown not known`.
    pub unknown: Vec<String>,
}

impl Registration {
    /// `24 of 25`.
    #[must_use]
    pub fn short(&self) -> String {
        self.limits.first().map(Limit::words).unwrap_or_default()
    }

    /// The worst of its limits.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let has = |verdict| self.limits.iter().any(|limit| limit.verdict() == verdict);
        if has(Verdict::Breaks) {
            Verdict::Breaks
        } else if has(Verdict::Open) {
            Verdict::Open
        } else {
            Verdict::Fits
        }
    }
}

/// How the club stands under the first of its sets of rules; `None` where none is known for its league.
#[must_use]
pub fn registration(plan: &Plan, scenario: &Scenario, day: Date) -> Option<Registration> {
    let rules = rules_of(plan);
    Some(count(plan, scenario, day, rules.first()?))
}

/// How the club stands under every set of its rules.
#[must_use]
pub fn registrations(plan: &Plan, scenario: &Scenario, day: Date) -> Vec<Registration> {
    rules_of(plan).into_iter().map(|rules| count(plan, scenario, day, rules)).collect()
}

/// A player on a day of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct OnTheDay<'a> {
    /// Who.
    pub player: &'a Player,
    /// The chance that he is at the club.
    pub here: f64,
    /// The chance that he can be picked.
    pub available: f64,
}

/// How many players are forecast at once: what they have in common does not matter here.
const AT_ONCE: usize = 64;

/// The squad and everyone whom the scenario brings, in the order of the plan.
#[must_use]
pub fn squad_on<'a>(plan: &'a Plan, scenario: &Scenario, day: Date) -> Vec<OnTheDay<'a>> {
    let coming: BTreeSet<&PlayerId> =
        scenario.moves.iter().filter(|mv| mv.kind.is_arrival()).map(|mv| &mv.player).collect();
    let ours = |player: &&Player| !player.is_target() || coming.contains(&player.id);
    let members: Vec<&Player> = plan.players.iter().map(|player| &**player).filter(ours).collect();
    let mut squad = Vec::with_capacity(members.len());
    for members in members.chunks(AT_ONCE) {
        let forecast = UnitForecast::of_players(plan, scenario, members, day, day);
        let first = |chances: &[f64]| chances.first().copied().unwrap_or(0.0);
        squad.extend(members.iter().zip(&forecast.players).map(|(player, known)| OnTheDay {
            player,
            here: first(&known.here),
            available: first(&known.available),
        }));
    }
    squad
}

/// Somebody who may be at the club on the day.
struct Present<'a> {
    player: &'a Player,
    here: f64,
    listing: Listing,
    /// The exclusive group of moves that would bring him.
    group: Option<&'a str>,
}

fn count(plan: &Plan, scenario: &Scenario, day: Date, rules: &RegistrationRules) -> Registration {
    let season = season_of(day);
    let group_of: BTreeMap<&PlayerId, &str> = scenario
        .moves
        .iter()
        .filter(|mv| mv.kind.is_arrival())
        .filter_map(|mv| Some((&mv.player, mv.group.as_deref().filter(|group| !group.is_empty())?)))
        .collect();
    let present: Vec<Present<'_>> = squad_on(plan, scenario, day)
        .into_iter()
        .filter(|on| on.here > 0.0)
        .map(|OnTheDay { player, here, .. }| Present {
            player,
            here,
            listing: listing(player, rules, season, day),
            group: group_of.get(&player.id).copied(),
        })
        .collect();
    let mut players: Vec<Listed> = present
        .iter()
        .map(|one| Listed { id: one.player.id.clone(), listing: one.listing, here: one.here })
        .collect();
    players.sort_by_key(|listed| Listing::ALL.iter().position(|known| *known == listed.listing));
    let (limits, unknown) = (limits(&present, rules), unknown(&present, rules));
    Registration { rules: rules.name.clone(), season, limits, players, unknown }
}

/// Every limit of the rules, places first.
fn limits(present: &[Present<'_>], rules: &RegistrationRules) -> Vec<Limit> {
    let places = usize::from(rules.places);
    let needs_place = |one: &Present<'_>| {
        let surely = !matches!(one.listing, Listing::Young | Listing::PerhapsYoung);
        (surely, one.listing != Listing::Young)
    };
    // Of those who need a place whoever is not `trained` so, against the places that are not kept for those who are.
    let not = |what, trained: fn(&Player) -> Option<bool>, kept: u8| {
        let count = tally(present, |one| {
            let (surely, perhaps) = needs_place(one);
            let trained = trained(one.player);
            (surely && trained == Some(false), perhaps && trained != Some(true))
        });
        Limit { what, count, bound: places.saturating_sub(kept.into()), at_least: false }
    };
    let all = Limit { what: "places", count: tally(present, needs_place), bound: places, at_least: false };
    let mut limits = vec![all];
    limits.extend(rules.home_grown.map(|kept| not("not home-grown", home_grown, kept)));
    limits.extend(rules.club_trained.map(|kept| not("not club-trained", |player| player.club_trained, kept)));
    limits.extend(rules.goalkeepers.map(|bound| {
        let count = tally(present, |one| {
            let keeps = one.player.positions.contains(&Position::Gk);
            (keeps, keeps)
        });
        Limit { what: "goalkeepers", count, bound: bound.into(), at_least: true }
    }));
    limits
}

/// How many count, surely and perhaps. Arrivals of one exclusive group fill one place at most.
fn tally<'a>(present: &[Present<'a>], counts: impl Fn(&Present<'a>) -> (bool, bool)) -> Count {
    let mut sum = Count::default();
    let mut groups = BTreeSet::new();
    for one in present {
        let (surely, perhaps) = counts(one);
        sum.least += usize::from(surely && one.here >= 1.0);
        let first = match one.group {
            Some(group) if one.here < 1.0 && perhaps => groups.insert(group),
            _ => true,
        };
        sum.most += usize::from(perhaps && first);
    }
    sum
}

/// What is not known of those who may count, and would make a difference.
fn unknown(present: &[Present<'_>], rules: &RegistrationRules) -> Vec<String> {
    let said = |what: &str, is_unknown: &dyn Fn(&Present<'_>) -> bool| {
        let count =
            present.iter().filter(|one| one.listing != Listing::Young).filter(|one| is_unknown(one)).count();
        let players = if count == 1 { "player" } else { "players" };
        (count > 0).then(|| format!("{count} {players}: {what} not known"))
    };
    let open = |one: &Present<'_>| one.listing == Listing::PerhapsYoung;
    [
        said("day of birth", &|one| open(one) && one.player.born.is_none()),
        said("time at the club", &|one| open(one) && one.player.born.is_some()),
        said("home-grown", &|one| rules.home_grown.is_some() && home_grown(one.player).is_none()),
        said("club-trained", &|one| rules.club_trained.is_some() && one.player.club_trained.is_none()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
