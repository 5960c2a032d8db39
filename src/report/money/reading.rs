//! From the moves of a scenario to what each costs. `docs/model.md` §6.

use std::collections::BTreeMap;

use jiff::ToSpan as _;

use crate::forecast::{Assumptions, id};
use crate::model::{
    Amount, Conversion, Currency, Date, Move, MoveKind, Plan, Player, Scenario, Wage, WagePeriod, season_of,
    words,
};
use crate::report::Place;

use super::line::last_day_of_years;
use super::{Item, Line, MoveCost, Range, Remark, RemarkKind, Reported};

/// Amounts beyond this are no money: what a hostile file holds must not run over when it is added up.
const MOST: f64 = 1e24;

/// A player's renewals and departures are followed through this many lines of his earlier moves: each doubles them, and
/// nobody plans half a dozen of them for one player.
const MOST_CHAINED: usize = 64;

/// The moves of a scenario that happen on some day, what each costs, and what is left out.
pub(super) fn read(plan: &Plan, scenario: &Scenario) -> (Vec<MoveCost>, Vec<Remark>) {
    let mut reading = Reading {
        plan,
        scenario,
        cap_years: Assumptions::of(plan).get(id::AMORTISATION_CAP_YEARS),
        remarks: Vec::new(),
    };
    let moves = reading.moves();
    (moves, reading.remarks)
}

struct Reading<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    cap_years: f64,
    remarks: Vec<Remark>,
}

impl Reading<'_> {
    /// In the order of their dates, so that a move knows what earlier ones have brought; then back in the plan's order.
    fn moves(&mut self) -> Vec<MoveCost> {
        let mut dated: Vec<(usize, &Move, Date)> = Vec::new();
        for (index, mv) in self.scenario.moves.iter().enumerate() {
            match mv.effective_date(self.plan) {
                Some(date) => dated.push((index, mv, date)),
                None => self.remark(
                    mv,
                    RemarkKind::NotCounted,
                    "nothing says when it happens, so it costs nothing.",
                ),
            }
        }
        let chances = chances(&dated);
        let mut order: Vec<usize> = (0..dated.len()).collect();
        order.sort_by_key(|at| dated.get(*at).map(|(_, _, date)| *date));

        let mut done: Vec<(usize, MoveCost)> = Vec::new();
        for at in order {
            let (Some((index, mv, date)), Some(chance)) = (dated.get(at), chances.get(at)) else { continue };
            let mut cost = MoveCost {
                id: mv.id.clone(),
                player: mv.player.clone(),
                kind: mv.kind,
                date: *date,
                window: self.window_of(mv, *date),
                chance: *chance,
                group: mv.group.clone().filter(|group| !group.is_empty()),
                lines: Vec::new(),
            };
            let before: Vec<&MoveCost> = done
                .iter()
                .map(|(_, earlier)| earlier)
                .filter(|earlier| earlier.player == cost.player)
                .filter(|earlier| cost.group.is_none() || earlier.group != cost.group)
                // Whoever has left for good has no contract here to renew.
                .filter(|earlier| {
                    mv.kind != MoveKind::Renew || !matches!(earlier.kind, MoveKind::Sell | MoveKind::Release)
                })
                .collect();
            cost.lines = self.lines(mv, &cost, &before);
            done.push((*index, cost));
        }
        done.sort_by_key(|(index, _)| *index);
        done.into_iter().map(|(_, cost)| cost).collect()
    }

    /// The window a move counts in: its own, or else the first that its day lies in.
    fn window_of(&self, mv: &Move, date: Date) -> Option<crate::model::WindowId> {
        let own = mv.window.as_ref().and_then(|id| self.plan.window(id));
        let window = own.or_else(|| self.plan.windows.iter().find(|window| window.contains(date)))?;
        Some(window.id.clone())
    }

    /// What a move costs, given what earlier moves have brought the same player.
    fn lines(&mut self, mv: &Move, cost: &MoveCost, before: &[&MoveCost]) -> Vec<Line> {
        let player = self.plan.player(&mv.player);
        let ours = player.is_some_and(|player| !player.is_target());
        let mut chance = cost.chance;
        if !ours && !mv.kind.is_arrival() {
            // Only who has come can leave or stay.
            let come: f64 = before.iter().filter(|one| one.kind.is_arrival()).map(|one| one.chance).sum();
            if !before.iter().any(|one| one.kind.is_arrival()) {
                self.remark(
                    mv,
                    RemarkKind::NotCounted,
                    "he is not in the squad by then, so it costs nothing.",
                );
                return Vec::new();
            }
            chance *= come.min(1.0);
        }
        let mut lines = self.fees(mv, cost.date, chance);
        if mv.kind.is_arrival() {
            lines.extend(self.wage_brought(mv, cost.date, chance));
        } else {
            lines.extend(self.wages_changed(mv, cost, chance, player, before));
        }
        lines
    }

    /// Fees paid, spread over the contract, and fees received.
    fn fees(&mut self, mv: &Move, date: Date, chance: f64) -> Vec<Line> {
        let spread = self.spread_until(mv, date);
        let mut paid = Vec::new();
        if let Some(fee) = &mv.fee {
            let item = match mv.kind {
                MoveKind::Buy => Some(Item::Fee),
                MoveKind::LoanIn => Some(Item::LoanFee),
                MoveKind::Sell => Some(Item::FeeReceived),
                MoveKind::LoanOut => Some(Item::LoanFeeReceived),
                _ => None,
            };
            let figures = [fee.low, fee.likely(), fee.high];
            if let Some(item) = item {
                paid.push((item, figures, fee.currency, fee.estimate));
                if fee.estimate {
                    let why = format!("the fee of {} is the plan's own estimate.", words::money_range(fee));
                    self.remark(mv, RemarkKind::Assumed, &why);
                }
            } else {
                let why = format!(
                    "a fee of {} is entered, but a {} has none: it is not counted.",
                    words::money_range(fee),
                    mv.kind.name()
                );
                self.remark(mv, RemarkKind::NotCounted, &why);
            }
        }
        let once = |item, amount: &Option<Amount>| {
            amount.as_ref().map(|Amount { amount, currency, .. }| (item, [*amount; 3], *currency, false))
        };
        paid.extend(once(Item::SigningOnFee, &mv.signing_on_fee));
        paid.extend(once(Item::AgentFee, &mv.agent_fee));
        let mut lines = Vec::new();
        for (item, figures, currency, estimate) in paid {
            let Some((amount, reported)) = self.converted(mv, item, figures, currency, None) else {
                continue;
            };
            let (amount, last) = if item.is_received() { (-amount, date) } else { (amount, spread) };
            lines.push(Line {
                item,
                first: date,
                last: Some(last),
                amount,
                reported,
                chance,
                rests_on: None,
                estimate,
            });
        }
        if mv.until.is_none()
            && matches!(
                mv.kind,
                MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract | MoveKind::Renew
            )
            && lines.iter().any(|line| line.item.is_amortised())
        {
            let why = format!(
                "no end of the contract is given: its fees are spread to {}, the most the rules allow (assumed).",
                words::date(spread)
            );
            self.remark(mv, RemarkKind::Assumed, &why);
        }
        lines
    }

    /// The last day over which what a move costs once is spread.
    fn spread_until(&self, mv: &Move, date: Date) -> Date {
        let last = match mv.kind {
            MoveKind::Sell | MoveKind::Release | MoveKind::LoanOut => date,
            MoveKind::LoanIn => mv.until.unwrap_or_else(|| season_of(date).last_day()),
            MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract | MoveKind::Renew => {
                let cap = last_day_of_years(date, self.cap_years);
                mv.until.map_or(cap, |until| until.min(cap))
            }
        };
        last.max(date)
    }

    /// The wage of an arrival, from its day to its end.
    fn wage_brought(&mut self, mv: &Move, date: Date, chance: f64) -> Option<Line> {
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
    fn wages_changed(
        &mut self,
        mv: &Move,
        cost: &MoveCost,
        chance: f64,
        player: Option<&Player>,
        before: &[&MoveCost],
    ) -> Vec<Line> {
        let date = cost.date;
        let renews = mv.kind == MoveKind::Renew;
        let ends = match mv.kind {
            MoveKind::LoanOut => Some(mv.until.unwrap_or_else(|| season_of(date).last_day())),
            _ => None,
        };
        let mut lines = Vec::new();
        let chained: usize = before.iter().map(|earlier_move| earlier_move.lines.len()).sum();
        if chained > MOST_CHAINED {
            let why =
                "too many moves of one player come before it: what it changes in his wage is not counted.";
            self.remark(mv, RemarkKind::NotCounted, why);
            return lines;
        }
        let contract = player.filter(|player| !player.is_target()).map(|player| player.contract.as_ref());
        let joined =
            contract.flatten().and_then(|contract| contract.from).map_or(date, |from| from.max(date));
        // Without the new wage there is nothing to hold the old one against.
        let new = if renews { self.new_wage(mv, (joined, mv.until), chance) } else { None };
        if renews && new.is_none() {
            return lines;
        }
        // A contract without an end runs as long as the new one.
        let open_end = if renews { mv.until } else { None };
        let mut old_unknown_until = None;
        if let Some(contract) = contract {
            let first = joined;
            let last = earlier(contract.and_then(|contract| contract.until).or(open_end), ends);
            if last.is_none_or(|last| first <= last) {
                let wage = contract.and_then(|contract| contract.wage.as_ref());
                if let Some(wage) = wage {
                    lines.extend(self.daily(mv, Item::WageSaved, wage).map(|(amount, reported)| Line {
                        item: Item::WageSaved,
                        first,
                        last,
                        amount: -amount,
                        reported,
                        chance,
                        rests_on: None,
                        estimate: wage.estimate,
                    }));
                } else {
                    let why = "his present wage is not known: what is no longer paid is not counted.";
                    self.remark(mv, RemarkKind::WageNotKnown, why);
                    old_unknown_until = Some(last);
                }
            }
        }
        // What earlier moves of this scenario have brought him or saved ends as well, should they have come off.
        for earlier_move in before {
            for line in earlier_move.lines.iter().filter(|line| line.item.is_wage()) {
                let (first, last) = (line.first.max(date), earlier(line.last.or(open_end), ends));
                if last.is_none_or(|last| first <= last) {
                    let item = if line.item == Item::Wage { Item::WageSaved } else { Item::Wage };
                    lines.push(Line {
                        item,
                        first,
                        last,
                        amount: -line.amount,
                        chance: cost.chance * line.chance,
                        rests_on: Some(earlier_move.id.clone()),
                        ..line.clone()
                    });
                }
            }
        }
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

    /// An amount in the plan's currency; without a rate it is left out, and that is said.
    fn converted(
        &mut self,
        mv: &Move,
        item: Item,
        [low, likely, high]: [i64; 3],
        currency: Currency,
        per: Option<WagePeriod>,
    ) -> Option<(Range, Reported)> {
        let own = self.plan.money.currency;
        let found = self.plan.money.conversion(currency, own);
        let in_own = found.and_then(|conversion| converted([low, likely, high], conversion));
        if in_own.is_none() {
            let shown = if low == high {
                words::money(low, currency)
            } else {
                format!("{} \u{2013} {}", words::money(low, currency), words::money(high, currency))
            };
            let why =
                format!("{} {shown} is not counted: no rate leads from {currency} to {own}.", item.name());
            self.remark(mv, RemarkKind::NotCounted, &why);
        }
        let (range, conversion) = (in_own?, found?);
        Some((range, Reported { low, likely, high, currency, per, conversion }))
    }

    fn remark(&mut self, mv: &Move, kind: RemarkKind, what: &str) {
        let player = self.plan.player(&mv.player).map(|player| player.name.trim());
        let who = player.filter(|name| !name.is_empty()).unwrap_or(mv.player.as_str());
        let text = format!("{who} ({}): {what}", mv.kind.name());
        let place = Place::Move(self.scenario.id.clone(), mv.id.clone());
        let remark = Remark { kind, place, text };
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }
}

/// Three figures in another currency, if that makes an amount at all.
pub(in crate::report) fn converted(figures: [i64; 3], conversion: Conversion) -> Option<Range> {
    let [low, likely, high] = figures.map(|figure| figure as f64 * conversion.rate);
    let range = Range::of(low, likely, high);
    (range.low.abs() <= MOST && range.high.abs() <= MOST).then_some(range)
}

/// The earlier of two last days, where none is no end.
fn earlier(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The chance of every move; of a group whose chances exceed 1 together their proportions.
fn chances(dated: &[(usize, &Move, Date)]) -> Vec<f64> {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for (_, mv, _) in dated {
        *sums.entry(group_of(mv)).or_default() += mv.chance();
    }
    let most = |mv: &Move| {
        if group_of(mv).is_empty() { 1.0 } else { sums.get(group_of(mv)).copied().unwrap_or(1.0) }
    };
    dated.iter().map(|(_, mv, _)| mv.chance() / most(mv).max(1.0)).collect()
}

fn group_of(mv: &Move) -> &str {
    mv.group.as_deref().unwrap_or_default()
}
