//! Which players the table shows: by what is typed, and by column.

use crate::model::{Date, Foot, Position, fold, words};
use crate::ui::entry;

use super::column::Line;

/// Whom the table is about.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Who {
    #[default]
    Targets,
    Squad,
    All,
}

impl Who {
    pub(super) const CHOICES: [(Self, &'static str); 3] =
        [(Self::Targets, "Targets"), (Self::Squad, "Squad"), (Self::All, "All")];
}

/// What is asked of each column, as typed and chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filters {
    /// One of these is among his positions; none asks for nothing.
    pub(super) positions: Vec<Position>,
    pub(super) club: String,
    pub(super) foot: Option<Foot>,
    pub(super) age_from: String,
    pub(super) age_to: String,
    pub(super) contract_before: String,
    pub(super) with_move: Option<bool>,
    pub(super) reports_since: String,
}

/// The same, read once for all rows. What cannot be read asks for nothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    positions: Vec<Position>,
    club: String,
    foot: Option<Foot>,
    ages: (Option<i16>, Option<i16>),
    contract_before: Option<Date>,
    with_move: Option<bool>,
    reports_since: Option<Date>,
}

/// A filter of a column, for the list of those that are on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Part {
    Positions,
    Club,
    Foot,
    Age,
    Contract,
    Move,
    Reports,
}

impl Filters {
    /// Those that are on, in words.
    pub(super) fn active(&self) -> Vec<(Part, String)> {
        let Wanted { positions, foot, ages, contract_before, with_move, reports_since, .. } = self.wanted();
        let mut active = Vec::new();
        if !positions.is_empty() {
            let names: Vec<&str> = positions.iter().map(|position| position.short()).collect();
            active.push((Part::Positions, names.join(", ")));
        }
        if !self.club.trim().is_empty() {
            active.push((Part::Club, format!("club: {}", self.club.trim())));
        }
        active.extend(foot.map(|foot| (Part::Foot, format!("foot: {}", foot.name()))));
        match ages {
            (Some(from), Some(to)) => active.push((Part::Age, format!("age {from}\u{2013}{to}"))),
            (Some(from), None) => active.push((Part::Age, format!("{from} or older"))),
            (None, Some(to)) => active.push((Part::Age, format!("{to} or younger"))),
            (None, None) => {}
        }
        let before = |day| (Part::Contract, format!("contract ends before {}", words::date(day)));
        active.extend(contract_before.map(before));
        active.extend(with_move.map(|with| {
            (Part::Move, if with { "with a move here" } else { "without a move here" }.to_owned())
        }));
        active
            .extend(reports_since.map(|day| (Part::Reports, format!("reports since {}", words::date(day)))));
        active
    }

    /// Takes one away.
    pub(super) fn drop(&mut self, part: Part) {
        match part {
            Part::Positions => self.positions.clear(),
            Part::Club => self.club.clear(),
            Part::Foot => self.foot = None,
            Part::Age => {
                self.age_from.clear();
                self.age_to.clear();
            }
            Part::Contract => self.contract_before.clear(),
            Part::Move => self.with_move = None,
            Part::Reports => self.reports_since.clear(),
        }
    }

    /// What is wrong with the first of those that cannot be read.
    pub(super) fn complaint(&self) -> Option<String> {
        let ages = [&self.age_from, &self.age_to].into_iter().find_map(|typed| age(typed).err());
        let dates = || {
            [&self.contract_before, &self.reports_since]
                .into_iter()
                .find_map(|typed| entry::date(typed).err())
        };
        ages.or_else(dates)
    }

    pub(super) fn wanted(&self) -> Wanted {
        let date = |typed: &str| entry::date(typed).ok().flatten();
        let age = |typed: &str| age(typed).ok().flatten();
        Wanted {
            positions: self.positions.clone(),
            club: fold(self.club.trim()),
            foot: self.foot,
            ages: (age(&self.age_from), age(&self.age_to)),
            contract_before: date(&self.contract_before),
            with_move: self.with_move,
            reports_since: date(&self.reports_since),
        }
    }
}

/// An age in years as typed.
fn age(typed: &str) -> Result<Option<i16>, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| "An age in whole years, like 23.".to_owned())
}

impl Wanted {
    /// He passes every filter. What is not known of him passes none that asks for it.
    pub(super) fn takes(&self, line: &Line<'_>) -> bool {
        let Line { plan, player, arrival, newest, day } = *line;
        let club = || match (&player.club, player.is_target()) {
            (Some(club), true) => fold(&club.name),
            (None, true) => String::new(),
            (_, false) => fold(&plan.club.name),
        };
        let age = || player.age_on(day);
        (self.positions.is_empty() || self.positions.iter().any(|wanted| player.positions.contains(wanted)))
            && (self.club.is_empty() || club().contains(&self.club))
            && self.foot.is_none_or(|foot| player.foot == Some(foot))
            && self.ages.0.is_none_or(|from| age().is_some_and(|age| age >= from))
            && self.ages.1.is_none_or(|to| age().is_some_and(|age| age <= to))
            && self.contract_before.is_none_or(|day| player.contract_until().is_some_and(|until| until < day))
            && self.with_move.is_none_or(|with| arrival.is_some() == with)
            && self.reports_since.is_none_or(|day| newest.is_some_and(|report| report.date >= day))
    }
}
