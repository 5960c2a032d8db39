//! The columns of the table: what each says of a player, and how it sorts.

use std::cmp::Ordering;

use crate::model::{
    Date, Move, MoveKind, Plan, Player, Position, Report, TalksRule, earliest_talks, fold, words,
};
use crate::ui::theme::Tone;

/// A column.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Column {
    Name,
    Position,
    Age,
    Club,
    Foot,
    Contract,
    FreeFrom,
    Asking,
    Offered,
    Value,
    Rivals,
    Newest,
    Chance,
}

/// What the columns read of a player.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) plan: &'a Plan,
    pub(super) player: &'a Player,
    /// The move that brings him here in the shown scenario.
    pub(super) arrival: Option<&'a Move>,
    /// The newest report about him.
    pub(super) newest: Option<&'a Report>,
    /// The shown day.
    pub(super) day: Date,
}

/// What a cell says; empty, nothing is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Cell {
    pub(super) words: String,
    pub(super) tone: Tone,
    /// More of it, for the tooltip.
    pub(super) more: String,
}

/// What a column sorts by. What is not known comes last, whichever way it is sorted.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SortKey {
    Number(f64),
    Text(String),
    Unknown,
}

impl SortKey {
    /// The order of two rows, down the table or up.
    pub(super) fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let order = match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.total_cmp(other),
            (Self::Text(one), Self::Text(other)) => one.cmp(other),
            (Self::Unknown, Self::Unknown) => return Ordering::Equal,
            (Self::Unknown, _) => return Ordering::Greater,
            (_, Self::Unknown) => return Ordering::Less,
            (Self::Number(_), Self::Text(_)) => Ordering::Less,
            (Self::Text(_), Self::Number(_)) => Ordering::Greater,
        };
        if descending { order.reverse() } else { order }
    }
}

/// Contracts that end within so many months are marked.
const SOON_MONTHS: i32 = 12;

impl Column {
    /// Every column, in the order of the table.
    pub(super) const ALL: [Self; 13] = [
        Self::Name,
        Self::Position,
        Self::Age,
        Self::Club,
        Self::Foot,
        Self::Contract,
        Self::FreeFrom,
        Self::Asking,
        Self::Offered,
        Self::Value,
        Self::Rivals,
        Self::Newest,
        Self::Chance,
    ];

    /// As it heads the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Position => "Pos",
            Self::Age => "Age",
            Self::Club => "Club",
            Self::Foot => "Foot",
            Self::Contract => "Contract",
            Self::FreeFrom => "May sign",
            Self::Asking => "Asking",
            Self::Offered => "Offered",
            Self::Value => "Value",
            Self::Rivals => "Rivals",
            Self::Newest => "Newest report",
            Self::Chance => "Chance",
        }
    }

    /// What it says, in a sentence.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Name => "Name",
            Self::Position => "Positions, his best first",
            Self::Age => "Age on the shown date",
            Self::Club => "Club",
            Self::Foot => "Stronger foot",
            Self::Contract => "Last day of his contract",
            Self::FreeFrom => "From when he may sign with us, by the rules",
            Self::Asking => "What his club asks",
            Self::Offered => "What the shown scenario pays",
            Self::Value => "What a data set holds him to be worth",
            Self::Rivals => "Other clubs said to want him",
            Self::Newest => "The newest report about him",
            Self::Chance => "The chance of his move in the shown scenario",
        }
    }

    /// The name it has in the settings.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Position => "position",
            Self::Age => "age",
            Self::Club => "club",
            Self::Foot => "foot",
            Self::Contract => "contract",
            Self::FreeFrom => "may-sign",
            Self::Asking => "asking",
            Self::Offered => "offered",
            Self::Value => "value",
            Self::Rivals => "rivals",
            Self::Newest => "newest-report",
            Self::Chance => "chance",
        }
    }

    /// Its width unless the user has set another, points.
    pub(super) fn width(self) -> f32 {
        match self {
            Self::Name => 182.0,
            Self::Position => 56.0,
            Self::Age | Self::Foot => 58.0,
            Self::Club => 124.0,
            Self::Contract | Self::FreeFrom => 104.0,
            Self::Asking | Self::Offered => 94.0,
            Self::Value => 74.0,
            Self::Rivals => 112.0,
            Self::Newest => 178.0,
            Self::Chance => 78.0,
        }
    }

    /// Its cells line up at the right.
    pub(super) fn is_number(self) -> bool {
        matches!(
            self,
            Self::Age
                | Self::Contract
                | Self::FreeFrom
                | Self::Asking
                | Self::Offered
                | Self::Value
                | Self::Chance
        )
    }

    /// The first click sorts from the highest down.
    pub(super) fn begins_high(self) -> bool {
        matches!(self, Self::Asking | Self::Offered | Self::Value | Self::Newest | Self::Chance)
    }

    /// What it says of a player.
    pub(super) fn cell(self, line: &Line<'_>) -> Cell {
        let Line { plan, player, arrival, newest, day } = *line;
        let plain = |words: String| Cell { words, ..Cell::default() };
        match self {
            Self::Name => plain(player.name.clone()),
            Self::Position => {
                let all: Vec<&str> = player.positions.iter().map(|known| known.short()).collect();
                let first = all.first().map(|first| (*first).to_owned()).unwrap_or_default();
                Cell { words: first, more: all.join(", "), ..Cell::default() }
            }
            Self::Age => plain(player.age_on(day).map(|age| age.to_string()).unwrap_or_default()),
            Self::Club => match (&player.club, player.is_target()) {
                (Some(club), true) => {
                    let league = club.league.clone().or_else(|| club.country.clone()).unwrap_or_default();
                    Cell { words: club.name.clone(), more: league, ..Cell::default() }
                }
                (None, true) => plain("without a club".to_owned()),
                (_, false) => plain(plan.club.name.clone()),
            },
            Self::Foot => plain(player.foot.map(|foot| foot.name().to_owned()).unwrap_or_default()),
            Self::Contract => {
                let Some(until) = player.contract_until() else { return Cell::default() };
                let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
                let (tone, more) = if until < day {
                    (Tone::Bad, "It has ended.".to_owned())
                } else if months(until) - months(day) < SOON_MONTHS {
                    (Tone::Warn, "It ends within twelve months.".to_owned())
                } else {
                    (Tone::Neutral, String::new())
                };
                Cell { words: words::date(until), tone, more }
            }
            Self::FreeFrom => {
                let Some((from, rule)) = free_from(line) else {
                    let free = player.is_target() && player.club.is_none() && player.contract.is_none();
                    return plain(if free { "now".to_owned() } else { String::new() });
                };
                let more = match rule {
                    TalksRule::LastSixMonths => "The last six months of his contract.",
                    TalksRule::SameEnglishLeague => "Same English league: after his contract has ended.",
                };
                let tone = if from <= day { Tone::Ok } else { Tone::Neutral };
                Cell { words: words::date(from), tone, more: more.to_owned() }
            }
            Self::Asking => plain(player.asking.as_ref().map(words::money_range).unwrap_or_default()),
            Self::Offered => plain(arrival.map(offered).unwrap_or_default()),
            Self::Value => plain(player.market_value.as_ref().map(words::amount).unwrap_or_default()),
            Self::Rivals => plain(player.rivals.join(", ")),
            Self::Newest => newest.map_or_else(Cell::default, |report| Cell {
                words: {
                    let day = Some(words::day_month(report.date)).filter(|_| !report.undated);
                    let parts = [report.kind.name().to_owned(), report.outlet_words().to_owned()];
                    day.into_iter().chain(parts).collect::<Vec<_>>().join(" · ")
                },
                tone: Tone::Neutral,
                more: format!("{}, {}: {}", report.outlet_words(), report.day_words(), report.claim),
            }),
            Self::Chance => plain(arrival.map(|mv| words::percent_whole(mv.chance())).unwrap_or_default()),
        }
    }

    /// What it sorts a player by.
    pub(super) fn sort_key(self, line: &Line<'_>) -> SortKey {
        let Line { plan, player, arrival, newest, day } = *line;
        let number = |number: Option<f64>| number.map_or(SortKey::Unknown, SortKey::Number);
        let date = |day: Option<Date>| number(day.map(|day| f64::from(day_number(day))));
        let ours = |amount: f64, currency| Some(amount * plan.money.rate(currency, plan.money.currency)?);
        let text = |words: &str| {
            let words = fold(words);
            if words.is_empty() { SortKey::Unknown } else { SortKey::Text(words) }
        };
        match self {
            Self::Name => text(&player.name),
            Self::Position => {
                number(player.positions.first().and_then(|first| {
                    Position::ALL.iter().position(|known| known == first).map(|at| at as f64)
                }))
            }
            // The younger comes first: by his birthday, not only by the year.
            Self::Age => match date(player.born) {
                SortKey::Number(born) => SortKey::Number(f64::from(day_number(day)) - born),
                unknown => unknown,
            },
            Self::Club if player.is_target() && player.club.is_none() => SortKey::Unknown,
            Self::Club | Self::Foot | Self::Rivals => text(&self.cell(line).words),
            Self::Contract => date(player.contract_until()),
            Self::FreeFrom => date(free_from(line).map(|(day, _)| day)),
            Self::Asking => {
                let asking = player.asking.as_ref();
                number(asking.and_then(|asking| ours(asking.likely() as f64, asking.currency)))
            }
            Self::Offered => number(arrival.and_then(|mv| match &mv.fee {
                Some(fee) => ours(fee.likely() as f64, fee.currency),
                None => (!mv.kind.has_fee()).then_some(0.0),
            })),
            Self::Value => {
                let value = player.market_value.as_ref();
                number(value.and_then(|value| ours(value.amount as f64, value.currency)))
            }
            Self::Newest => date(newest.map(|report| report.date)),
            Self::Chance => number(arrival.map(Move::chance)),
        }
    }
}

/// From when he may sign, and by which rule.
fn free_from(line: &Line<'_>) -> Option<(Date, TalksRule)> {
    let Line { plan, player, .. } = line;
    let until = player.contract_until()?;
    Some(if player.is_target() {
        earliest_talks(until, player.club.as_ref(), Some(&plan.club))
    } else {
        earliest_talks(until, Some(&plan.club), None)
    })
}

fn offered(mv: &Move) -> String {
    match (mv.kind, &mv.fee) {
        (MoveKind::FreeTransfer | MoveKind::PreContract, _) => "free".to_owned(),
        (MoveKind::LoanIn, None) => "loan".to_owned(),
        (_, Some(fee)) => words::money_range(fee),
        (_, None) => "no fee yet".to_owned(),
    }
}

/// Days in a row, for sorting.
fn day_number(day: Date) -> i32 {
    i32::from(day.year()) * 366 + i32::from(day.day_of_year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::sample;

    #[test]
    fn every_column_says_what_the_plan_knows_of_a_target() {
        let plan = sample();
        let player = plan.player(&"marc-guehi".parse().unwrap()).unwrap();
        let scenario = plan.scenario(&"january-push".parse().unwrap()).unwrap();
        let line = Line {
            plan: &plan,
            player,
            arrival: scenario.arrival_of(&player.id),
            newest: plan.reports_about(&player.id).first().copied(),
            day: "2026-01-24".parse().unwrap(),
        };
        let said = |column: Column| column.cell(&line).words;
        assert_eq!(said(Column::Name), "Marc Guéhi");
        assert_eq!(said(Column::Position), "CB");
        assert_eq!(said(Column::Age), "25");
        assert_eq!(said(Column::Club), "Crystal Palace");
        assert_eq!(said(Column::Contract), "30 Jun 2026");
        assert_eq!(said(Column::FreeFrom), "1 Jul 2026", "both clubs play in the same English league");
        assert_eq!(said(Column::Offered), "£35m");
        assert_eq!(said(Column::Chance), "50\u{a0}%");
        assert!(said(Column::Newest).starts_with("25 Sep · "), "{}", said(Column::Newest));
        assert_eq!(Column::Contract.cell(&line).tone, Tone::Warn);
    }

    #[test]
    fn what_is_not_known_comes_last_either_way() {
        let known = SortKey::Number(1.0);
        for descending in [false, true] {
            assert_eq!(known.compare(&SortKey::Unknown, descending), Ordering::Less);
            assert_eq!(SortKey::Unknown.compare(&known, descending), Ordering::Greater);
        }
        assert_eq!(known.compare(&SortKey::Number(2.0), true), Ordering::Greater);
    }
}
