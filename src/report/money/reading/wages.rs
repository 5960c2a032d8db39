//! What a move changes in a player's pay: a wage brought, saved, or another one in its place.

use jiff::ToSpan as _;

use crate::model::{Amount, Date, Move, MoveKind, Player, Wage, WagePeriod, season_of, words};
use crate::report::money::{Item, Line, MoveCost, Range, RemarkKind, Reported};

use super::{Reading, leaves_for_good};

/// A player's renewals and departures are followed through this many lines of his earlier moves: each doubles them, and
/// nobody plans half a dozen of them for one player.
const MOST_CHAINED: usize = 64;

impl Reading<'_> {
    /// The wage of an arrival, from its day to its end.
    pub(super) fn wage_brought(&mut self, mv: &Move, date: Date, chance: f64) -> Option<Line> {
        let last = match mv.kind {
            MoveKind::LoanIn => Some(mv.until.unwrap_or_else(|| season_of(date).last_day())),
            _ => mv.until,
        };
        self.new_wage(mv, (date, last), chance)
    }

    fn new_wage(&mut self, mv: &Move, (first, last): (Date, Option<Date>), chance: f64) -> Option<Line> {
        if last.is_some_and(|last| last < first) {
            return None;
        }
        let Some(wage) = &mv.wage else {
            self.remark(mv, RemarkKind::WageNotKnown, "the new wage is not known and not counted.");
            return None;
        };
        if wage.estimate {
            let why = format!("the wage of {} is the plan's own estimate.", words::amount(&wage.amount));
            self.remark(mv, RemarkKind::Assumed, &why);
        }
        let (amount, reported) = self.daily(mv, Item::Wage, wage)?;
        let estimate = wage.estimate;
        Some(Line { item: Item::Wage, first, last, amount, reported, chance, rests_on: None, estimate })
    }

    /// What a departure saves, and what a renewal changes.
    ///
    /// `own` is the chance of the move of somebody who is here, `chance` that and that he is here.
    pub(super) fn wages_changed(
        &mut self,
        mv: &Move,
        date: Date,
        (own, chance): (f64, f64),
        player: Option<&Player>,
        before: &[&MoveCost],
    ) -> Vec<Line> {
        let renews = mv.kind == MoveKind::Renew;
        let chained: usize = before.iter().map(|earlier_move| earlier_move.lines.len()).sum();
        if chained > MOST_CHAINED {
            let why =
                "too many moves of one player come before it: what it changes in his wage is not counted.";
            self.remark(mv, RemarkKind::NotCounted, why);
            return Vec::new();
        }
        let ours = player.filter(|player| !player.is_target());
        let contract = ours.and_then(|player| player.contract.as_ref());
        let joined = contract.and_then(|contract| contract.from).map_or(date, |from| from.max(date));
        // Without the new wage there is nothing to hold the old one against.
        let new = if renews { self.new_wage(mv, (joined, mv.until), chance) } else { None };
        if renews && new.is_none() {
            return Vec::new();
        }
        let loan_ends = || mv.until.unwrap_or_else(|| season_of(date).last_day());
        let change = Change {
            first: date,
            ends: (mv.kind == MoveKind::LoanOut).then(loan_ends),
            open_end: if renews { mv.until } else { None },
        };
        let mut lines = Vec::new();
        let mut old_unknown_until = None;
        let old = change.part_of(joined, contract.and_then(|contract| contract.until));
        if let Some(days) = old.filter(|_| ours.is_some()) {
            if let Some(wage) = contract.and_then(|contract| contract.wage.as_ref()) {
                lines.extend(self.wage_saved(mv, wage, days, chance));
            } else {
                let why = "his present wage is not known: what is no longer paid is not counted.";
                self.remark(mv, RemarkKind::WageNotKnown, why);
                old_unknown_until = Some(days.1);
            }
        }
        // What a sale saves is none of a renewal's business: either he is gone, or he is not.
        let touched = before.iter().filter(|earlier_move| !renews || !leaves_for_good(earlier_move));
        lines.extend(touched.flat_map(|earlier_move| reversed(earlier_move, change, own)));
        if let Some(mut new) = new {
            // While the old wage runs unknown, the difference is unknown too.
            let first = match old_unknown_until {
                None => Some(new.first),
                Some(last) => last.map(|last| last.saturating_add(1.day()).max(new.first)),
            };
            if let Some(first) = first.filter(|first| new.last.is_none_or(|last| *first <= last)) {
                new.first = first;
                lines.push(new);
            }
        }
        lines
    }

    /// What is no longer paid of his present wage from the first to the last of `days`.
    fn wage_saved(
        &mut self,
        mv: &Move,
        wage: &Wage,
        (first, last): (Date, Option<Date>),
        chance: f64,
    ) -> Option<Line> {
        let (amount, reported) = self.daily(mv, Item::WageSaved, wage)?;
        let (amount, estimate) = (-amount, wage.estimate);
        Some(Line { item: Item::WageSaved, first, last, amount, reported, chance, rests_on: None, estimate })
    }

    /// A wage by the day: a seventh of a week's, a 365th of a year's in every year.
    fn daily(&mut self, mv: &Move, item: Item, wage: &Wage) -> Option<(Range, Reported)> {
        let Amount { amount, currency, .. } = wage.amount;
        let days = match wage.per {
            WagePeriod::Week => 7.0,
            WagePeriod::Year => 365.0,
        };
        let (sum, reported) = self.converted(mv, item, [amount; 3], currency, Some(wage.per))?;
        Some((Range::exactly(sum.likely / days), reported))
    }
}

/// The days on which a move changes what a player is paid.
#[derive(Clone, Copy)]
struct Change {
    first: Date,
    /// The last day of a loan.
    ends: Option<Date>,
    /// A contract without an end runs as long as the new one.
    open_end: Option<Date>,
}

impl Change {
    /// What of a span of pay lies in it.
    fn part_of(self, from: Date, until: Option<Date>) -> Option<(Date, Option<Date>)> {
        let first = from.max(self.first);
        let last = earlier(until.or(self.open_end), self.ends);
        last.is_none_or(|last| first <= last).then_some((first, last))
    }
}

/// What an earlier move of the scenario has brought or saved ends with a later one of this chance, should it have come
/// off.
fn reversed(earlier_move: &MoveCost, change: Change, chance: f64) -> impl Iterator<Item = Line> {
    let wages = earlier_move.lines.iter().filter(|line| line.item.is_wage());
    wages.filter_map(move |line| {
        let (first, last) = change.part_of(line.first, line.last)?;
        Some(Line {
            item: if line.item == Item::Wage { Item::WageSaved } else { Item::Wage },
            first,
            last,
            amount: -line.amount,
            chance: chance * line.chance,
            rests_on: Some(earlier_move.id.clone()),
            ..line.clone()
        })
    })
}

/// The earlier of two last days, where none is no end.
fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
