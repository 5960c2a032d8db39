//! Who takes a place on the list of a league or of UEFA, on a day of a scenario. Counted, never enforced.
//!
//! A place is counted from the fewest to the most: what is not known about a player, and whether a move happens, makes
//! the difference.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::forecast::UnitForecast;
use crate::model::{Date, Plan, Player, PlayerId, Position, RegistrationRules, Scenario, Season, season_of};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    #[expect(dead_code, reason = "it marks the file")]
    format: String,
    #[expect(dead_code, reason = "for the reader of the file")]
    dated: Date,
    #[expect(dead_code, reason = "for the reader of the file")]
    note: String,
    rules: Vec<RegistrationRules>,
}

static CATALOGUE: LazyLock<Vec<RegistrationRules>> = LazyLock::new(|| {
    let read: Catalogue = serde_json::from_str(include_str!("../../assets/rules.json"))
        .expect("assets/rules.json is well formed");
    read.rules
});

/// The sets of rules this program was built with.
#[must_use]
pub fn known_rules() -> &'static [RegistrationRules] {
    &CATALOGUE
}

/// The sets of rules that count for a plan: its own, or else those of its club's league.
#[must_use]
pub fn rules_of(plan: &Plan) -> Vec<&RegistrationRules> {
    if plan.registration.is_empty() {
        known_rules().iter().filter(|rules| rules.bind(&plan.club)).collect()
    } else {
        plan.registration.iter().collect()
    }
}

/// From the fewest to the most.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Count {
    /// The fewest.
    pub least: usize,
    /// The most.
    pub most: usize,
}

impl Count {
    /// `24`, or `23–25`.
    #[must_use]
    pub fn words(self) -> String {
        let Self { least, most } = self;
        if least == most { least.to_string() } else { format!("{least}\u{2013}{most}") }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.least += other.least;
        self.most += other.most;
    }
}

/// What a count says of its limit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// It fits whatever is still open.
    Fits,
    /// It hangs on what is not known or not settled.
    Open,
    /// It does not fit whatever is still open.
    Breaks,
}

/// One limit of a set of rules, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// What is counted, as shown: `places`, `not home-grown`.
    pub what: &'static str,
    /// How many there are.
    pub count: Count,
    /// The bound.
    pub bound: usize,
    /// The bound is the least that is needed, not the most that is allowed.
    pub at_least: bool,
}

impl Limit {
    /// How it stands.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let Self { count: Count { least, most }, bound, at_least, .. } = *self;
        let (fits, breaks) =
            if at_least { (least >= bound, most < bound) } else { (most <= bound, least > bound) };
        match (fits, breaks) {
            (true, _) => Verdict::Fits,
            (_, true) => Verdict::Breaks,
            _ => Verdict::Open,
        }
    }

    /// `24 of 25`, or `1, needs 2`.
    #[must_use]
    pub fn words(&self) -> String {
        let count = self.count.words();
        if self.at_least {
            format!("{count}, needs {}", self.bound)
        } else {
            format!("{count} of {}", self.bound)
        }
    }
}

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
    /// Every listing, in the order of [`Registration::players`].
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

fn count(plan: &Plan, scenario: &Scenario, day: Date, rules: &RegistrationRules) -> Registration {
    let season = season_of(day);
    let squad = squad_on(plan, scenario, day).into_iter().map(|on| (on.player, on.here));
    let present: Vec<(&Player, f64)> = squad.filter(|(_, here)| *here > 0.0).collect();
    let mut players: Vec<Listed> = present
        .iter()
        .map(|(player, here)| Listed {
            id: player.id.clone(),
            listing: listing(player, rules, season, day),
            here: *here,
        })
        .collect();

    // Arrivals of one exclusive group fill one place at most.
    let group_of: BTreeMap<&PlayerId, &str> = scenario
        .moves
        .iter()
        .filter(|mv| mv.kind.is_arrival())
        .filter_map(|mv| Some((&mv.player, mv.group.as_deref().filter(|group| !group.is_empty())?)))
        .collect();
    let tally = |counts: &dyn Fn(Listing, &Player) -> (bool, bool)| {
        let mut sum = Count::default();
        let mut groups = BTreeSet::new();
        for ((player, here), listed) in present.iter().zip(&players) {
            let (surely, perhaps) = counts(listed.listing, player);
            sum.least += usize::from(surely && *here >= 1.0);
            let first = match group_of.get(&player.id) {
                Some(group) if *here < 1.0 && perhaps => groups.insert(*group),
                _ => true,
            };
            sum.most += usize::from(perhaps && first);
        }
        sum
    };
    let needs_place = |listing| {
        (
            matches!(
                listing,
                Listing::AnyPlace
                    | Listing::ClubTrained
                    | Listing::HomeGrown
                    | Listing::Foreign
                    | Listing::Unknown
            ),
            listing != Listing::Young,
        )
    };

    let places = usize::from(rules.places);
    let limit = |what, count, bound| Limit { what, count, bound, at_least: false };
    let mut limits = vec![limit("places", tally(&|listing, _| needs_place(listing)), places)];
    if let Some(kept) = rules.home_grown {
        let count = tally(&|listing, player| {
            let (surely, perhaps) = needs_place(listing);
            let grown = home_grown(player);
            (surely && grown == Some(false), perhaps && grown != Some(true))
        });
        limits.push(limit("not home-grown", count, places.saturating_sub(kept.into())));
    }
    if let Some(kept) = rules.club_trained {
        let count = tally(&|listing, player| {
            let (surely, perhaps) = needs_place(listing);
            (surely && player.club_trained == Some(false), perhaps && player.club_trained != Some(true))
        });
        limits.push(limit("not club-trained", count, places.saturating_sub(kept.into())));
    }
    if let Some(bound) = rules.goalkeepers {
        let keeps = |player: &Player| player.positions.contains(&Position::Gk);
        let count = tally(&|_, player| (keeps(player), keeps(player)));
        limits.push(Limit { what: "goalkeepers", count, bound: bound.into(), at_least: true });
    }
    let unknown = unknown(&present, &players, rules);
    players.sort_by_key(|listed| Listing::ALL.iter().position(|known| *known == listed.listing));
    Registration { rules: rules.name.clone(), season, limits, players, unknown }
}

/// Whoever the club itself has trained is home-grown.
fn home_grown(player: &Player) -> Option<bool> {
    if player.club_trained == Some(true) { Some(true) } else { player.home_grown }
}

fn listing(player: &Player, rules: &RegistrationRules, season: Season, day: Date) -> Listing {
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

fn unknown(present: &[(&Player, f64)], players: &[Listed], rules: &RegistrationRules) -> Vec<String> {
    let counting = || {
        present
            .iter()
            .zip(players)
            .filter(|(_, listed)| listed.listing != Listing::Young)
            .map(|((player, _), _)| player)
    };
    let said = |count: usize, what: &str| {
        let players = if count == 1 { "player" } else { "players" };
        (count > 0).then(|| format!("{count} {players}: {what} not known"))
    };
    let ages = if rules.young_years.is_some() {
        counting().filter(|player| player.born.is_none()).count()
    } else {
        0
    };
    let joined =
        players.iter().filter(|listed| listed.listing == Listing::PerhapsYoung).count().saturating_sub(ages);
    let grown = if rules.home_grown.is_some() {
        counting().filter(|player| home_grown(player).is_none()).count()
    } else {
        0
    };
    let trained = if rules.club_trained.is_some() {
        counting().filter(|player| player.club_trained.is_none()).count()
    } else {
        0
    };
    [
        said(ages, "day of birth"),
        said(joined, "time at the club"),
        said(grown, "home-grown"),
        said(trained, "club-trained"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests;
