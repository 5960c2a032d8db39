//! What a row would change of a player: field by field, with the old and the new value.

use std::sync::Arc;

use crate::model::{
    Amount, Club, Contract, Date, Foot, Injury, MoneyRange, Player, PlayerKind, Position, Source, Wage,
    WagePeriod, name_key, words,
};

use super::clubs::ClubBook;
use super::leagues::league;
use super::people::{ImportedInjury, ImportedPlayer};

/// A part of a player that an import can change.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Part {
    /// His name.
    Name,
    /// His club, and with it whether he is of the squad or a target.
    Club,
    /// Day of birth.
    Born,
    /// Nationality.
    Nationality,
    /// Stronger foot.
    Foot,
    /// Height.
    Height,
    /// Positions.
    Positions,
    /// The day he joined.
    ContractFrom,
    /// The last day of his contract.
    ContractUntil,
    /// Market value.
    MarketValue,
    /// What his club asks.
    Asking,
    /// Wage.
    Wage,
    /// One of his injuries.
    Injury,
}

impl Part {
    /// As shown: `contract until`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Club => "club",
            Self::Born => "born",
            Self::Nationality => "nationality",
            Self::Foot => "foot",
            Self::Height => "height",
            Self::Positions => "position",
            Self::ContractFrom => "joined",
            Self::ContractUntil => "contract until",
            Self::MarketValue => "market value",
            Self::Asking => "asking price",
            Self::Wage => "wage",
            Self::Injury => "injury",
        }
    }

    /// Its key in [`Player::sources`].
    #[must_use]
    pub fn source_key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Club => "club",
            Self::Born => "born",
            Self::Nationality => "nationality",
            Self::Foot => "foot",
            Self::Height => "height_cm",
            Self::Positions => "positions",
            Self::ContractFrom | Self::ContractUntil => "contract",
            Self::MarketValue => "market_value",
            Self::Asking => "asking",
            Self::Wage => "wage",
            Self::Injury => "injuries",
        }
    }
}

/// A new value for a part of a player.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::enum_variant_names, reason = "a market value is called one")]
pub(super) enum Value {
    Name(String),
    /// `None` is the plan's own club.
    Club(Option<Club>),
    Born(Date),
    Nationality(String),
    Foot(Foot),
    Height(u16),
    Positions(Vec<Position>),
    ContractFrom(Date),
    ContractUntil(Date),
    MarketValue(Amount),
    Asking(MoneyRange),
    Wage(Wage),
    /// In the place of an injury that is there, or beside those that are.
    Injury(Option<usize>, Box<Injury>),
}

/// One field that a row would change.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// Which.
    pub part: Part,
    /// What the plan has, as shown; left out where it has nothing.
    pub old: Option<String>,
    /// What the row says, as shown.
    pub new: String,
    /// It is to be taken. The user may choose otherwise.
    pub take: bool,
    /// Why it is not taken unless the user says so: `yours`, `from The Mirror, 25 Sep 2025`.
    pub kept: Option<String>,
    pub(super) value: Value,
}

/// What a row would change of a player of the plan; `ours` is the plan's club.
pub(super) fn changes(
    player: &Player,
    row: &ImportedPlayer,
    ours: &Club,
    kind: PlayerKind,
    source: &Source,
    clubs: &ClubBook<'_>,
) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let mut add = |part: Part, old: Option<String>, new: String, value: Value| {
        let kept = old.as_ref().and_then(|_| kept(player, part, source));
        changes.push(FieldChange { part, old, new, take: kept.is_none(), kept, value });
    };
    if name_key(&row.name) != name_key(&player.name) {
        add(Part::Name, Some(player.name.clone()), row.name.clone(), Value::Name(row.name.clone()));
    }
    if let Some((old, new, value)) = club_change(player, row, ours, kind, clubs) {
        add(Part::Club, old, new, value);
    }
    for (part, value) in values(row) {
        if !value.is_known(player) {
            add(part, value.old(player), value.shown(), value);
        }
    }
    changes
}

/// What a row says, but for name and club.
pub(super) fn values(row: &ImportedPlayer) -> impl Iterator<Item = (Part, Value)> {
    let positions = (!row.positions.is_empty()).then(|| row.positions.clone());
    [
        row.born.map(|born| (Part::Born, Value::Born(born))),
        row.nationality.clone().map(|nation| (Part::Nationality, Value::Nationality(nation))),
        row.foot.map(|foot| (Part::Foot, Value::Foot(foot))),
        row.height_cm.map(|height| (Part::Height, Value::Height(height))),
        positions.map(|positions| (Part::Positions, Value::Positions(positions))),
        row.contract_from.map(|from| (Part::ContractFrom, Value::ContractFrom(from))),
        row.contract_until.map(|until| (Part::ContractUntil, Value::ContractUntil(until))),
        row.market_value.clone().map(|value| (Part::MarketValue, Value::MarketValue(value))),
        row.asking.clone().map(|asking| (Part::Asking, Value::Asking(asking))),
        row.wage.clone().map(|wage| (Part::Wage, Value::Wage(wage))),
    ]
    .into_iter()
    .flatten()
}

impl Value {
    /// A player has it already.
    fn is_known(&self, player: &Player) -> bool {
        let contract = player.contract.as_ref();
        match self {
            Self::Born(new) => player.born == Some(*new),
            Self::Nationality(new) => player.nationality.as_ref() == Some(new),
            Self::Foot(new) => player.foot == Some(*new),
            Self::Height(new) => player.height_cm == Some(*new),
            // A plan may know more positions than a table: the table's are among them, and its first is the first.
            Self::Positions(new) => {
                player.positions.first() == new.first()
                    && new.iter().all(|one| player.positions.contains(one))
            }
            Self::ContractFrom(new) => contract.and_then(|contract| contract.from) == Some(*new),
            Self::ContractUntil(new) => contract.and_then(|contract| contract.until) == Some(*new),
            Self::MarketValue(new) => player.market_value.as_ref() == Some(new),
            Self::Asking(new) => player.asking.as_ref() == Some(new),
            Self::Wage(new) => contract
                .and_then(|contract| contract.wage.as_ref())
                .is_some_and(|old| (&old.amount, old.per) == (&new.amount, new.per)),
            Self::Name(_) | Self::Club(_) | Self::Injury(..) => false,
        }
    }

    /// What a player has in its place, as shown.
    fn old(&self, player: &Player) -> Option<String> {
        let contract = player.contract.as_ref();
        let old = match self {
            Self::Born(_) => Self::Born(player.born?),
            Self::Nationality(_) => Self::Nationality(player.nationality.clone()?),
            Self::Foot(_) => Self::Foot(player.foot?),
            Self::Height(_) => Self::Height(player.height_cm?),
            Self::Positions(_) if player.positions.is_empty() => return None,
            Self::Positions(_) => Self::Positions(player.positions.clone()),
            Self::ContractFrom(_) => Self::ContractFrom(contract?.from?),
            Self::ContractUntil(_) => Self::ContractUntil(contract?.until?),
            Self::MarketValue(_) => Self::MarketValue(player.market_value.clone()?),
            Self::Asking(_) => Self::Asking(player.asking.clone()?),
            Self::Wage(_) => Self::Wage(contract?.wage.clone()?),
            Self::Name(_) | Self::Club(_) | Self::Injury(..) => return None,
        };
        Some(old.shown())
    }

    fn shown(&self) -> String {
        match self {
            Self::Name(text) | Self::Nationality(text) => text.clone(),
            Self::Club(club) => club.as_ref().map(|club| club.name.clone()).unwrap_or_default(),
            Self::Born(day) | Self::ContractFrom(day) | Self::ContractUntil(day) => words::date(*day),
            Self::Foot(foot) => foot.name().to_owned(),
            Self::Height(height) => format!("{height} cm"),
            Self::Positions(all) => all.iter().map(|one| one.short()).collect::<Vec<_>>().join(", "),
            Self::MarketValue(value) => words::amount(value),
            Self::Asking(range) => words::money_range(range),
            Self::Wage(wage) => {
                let per = if wage.per == WagePeriod::Week { "week" } else { "year" };
                format!("{} a {per}", words::amount(&wage.amount))
            }
            Self::Injury(_, injury) => injury_in_words(injury),
        }
    }
}

fn club_change(
    player: &Player,
    row: &ImportedPlayer,
    ours: &Club,
    kind: PlayerKind,
    clubs: &ClubBook<'_>,
) -> Option<(Option<String>, String, Value)> {
    let old = if player.is_target() { player.club.as_ref() } else { Some(ours) };
    let named = row.club.as_deref();
    match (player.kind, kind, named) {
        (PlayerKind::Target, PlayerKind::Squad, Some(_)) => {
            let new = format!("{} (squad)", ours.name);
            Some((
                Some(old.map_or_else(|| "without a club".to_owned(), |club| club.name.clone())),
                new,
                Value::Club(None),
            ))
        }
        (_, PlayerKind::Target, Some(named)) if !old.is_some_and(|old| clubs.same(named, &old.name)) => {
            let new = club(row, clubs)?;
            Some((old.map(|club| club.name.clone()), new.name.clone(), Value::Club(Some(new))))
        }
        _ => None,
    }
}

/// The club of a row, as a plan names clubs.
pub(super) fn club(row: &ImportedPlayer, clubs: &ClubBook<'_>) -> Option<Club> {
    let mut club = Club::named(clubs.short(row.club.as_deref()?));
    if let Some(word) = &row.league {
        let (country, league) = league(word);
        club.country = country.map(str::to_owned);
        club.league = Some(league.to_owned());
    }
    Some(club)
}

/// Why a value that is there is not overwritten by itself: the user typed it, or another source is newer.
fn kept(player: &Player, part: Part, new: &Source) -> Option<String> {
    let Some(old) = player.sources.get(part.source_key()) else {
        return Some("yours".to_owned());
    };
    let stem = |name: &str| name.split([',', '(']).next().unwrap_or(name).trim().to_lowercase();
    let newer = old.date.zip(new.date).is_some_and(|(old, new)| old > new);
    if stem(&old.name) == stem(&new.name) && !newer {
        return None;
    }
    let known_older = old.date.zip(new.date).is_some_and(|(old, new)| old < new);
    if known_older {
        return None;
    }
    let day = old.date.map(|day| format!(", {}", words::date(day))).unwrap_or_default();
    Some(format!("from {}{day}", old.name))
}

/// What an injury of a list would change of a player; `None` where the plan knows it as it is.
pub(super) fn injury_change(
    player: &Player,
    row: &ImportedInjury,
    as_of: Date,
    source: &Source,
) -> Option<FieldChange> {
    let new = row.injury(as_of, &source.name);
    let same = |old: &&Injury| {
        let near =
            (old.start - new.start).get_days().abs() <= 7 || (!row.start_given && old.is_open_on(as_of));
        let alike = match (old.diagnosis, new.diagnosis) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        near && alike
    };
    let Some(at) = player.injuries.iter().position(|old| same(&old)) else {
        return Some(FieldChange {
            part: Part::Injury,
            old: None,
            new: injury_in_words(&new),
            take: true,
            kept: None,
            value: Value::Injury(None, Box::new(new)),
        });
    };
    let old = player.injuries.get(at)?;
    let mut after = old.clone();
    if row.start_given {
        after.start = new.start;
    }
    after.diagnosis = new.diagnosis.or(old.diagnosis);
    after.description = new.description.or_else(|| old.description.clone());
    after.layoff = new.layoff.or_else(|| old.layoff.clone());
    after.back = new.back.or_else(|| old.back.clone());
    after.returned = new.returned.or(old.returned);
    if after == *old {
        return None;
    }
    let kept = match &old.source {
        Some(known) if *known == source.name => None,
        Some(known) => Some(format!("from {known}")),
        None => Some("yours".to_owned()),
    };
    after.source = Some(source.name.clone());
    Some(FieldChange {
        part: Part::Injury,
        old: Some(injury_in_words(old)),
        new: injury_in_words(&after),
        take: kept.is_none(),
        kept,
        value: Value::Injury(Some(at), Box::new(after)),
    })
}

/// An injury in a line: `ACL rupture, 23 Sep 2025, 7–9 months`.
fn injury_in_words(injury: &Injury) -> String {
    let what = match (injury.diagnosis, &injury.description) {
        (_, Some(words)) => words.clone(),
        (Some(diagnosis), None) => diagnosis.name().to_owned(),
        (None, None) => "injury".to_owned(),
    };
    let end = if let Some(returned) = injury.returned {
        format!(", back on {}", words::date(returned))
    } else if let Some(back) = &injury.back {
        format!(", expected back {}", words::date(back.latest))
    } else if let Some((low, high)) = injury.reported_days() {
        if low == high { format!(", {low} days") } else { format!(", {low}\u{2013}{high} days") }
    } else {
        String::new()
    };
    format!("{what}, {}{end}", words::date(injury.start))
}

/// Puts a new value where it belongs, and remembers where it is from.
pub(super) fn put(player: &mut Player, part: Part, value: Value, source: &Arc<Source>) {
    fn contract(player: &mut Player) -> &mut Contract {
        player.contract.get_or_insert_default()
    }
    match value {
        Value::Name(name) => player.name = name,
        Value::Club(None) => {
            player.kind = PlayerKind::Squad;
            player.club = None;
        }
        Value::Club(Some(club)) => {
            player.kind = PlayerKind::Target;
            player.club = Some(club);
        }
        Value::Born(day) => player.born = Some(day),
        Value::Nationality(nation) => player.nationality = Some(nation),
        Value::Foot(foot) => player.foot = Some(foot),
        Value::Height(height) => player.height_cm = Some(height),
        Value::Positions(positions) => player.positions = positions,
        Value::ContractFrom(day) => contract(player).from = Some(day),
        Value::ContractUntil(day) => contract(player).until = Some(day),
        Value::MarketValue(value) => player.market_value = Some(value),
        Value::Asking(value) => player.asking = Some(value),
        Value::Wage(wage) => contract(player).wage = Some(wage),
        Value::Injury(at, injury) => {
            match at.and_then(|at| player.injuries.get_mut(at)) {
                Some(known) => *known = *injury,
                None => player.injuries.push(*injury),
            }
            return;
        }
    }
    player.sources.insert(part.source_key().into(), Arc::clone(source));
}
