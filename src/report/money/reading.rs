//! From the moves of a scenario to what each costs. `docs/model.md` §6.

mod fees;
mod wages;

use std::collections::BTreeMap;

use crate::forecast::{Assumptions, id};
use crate::model::{Conversion, Currency, Date, Move, MoveKind, Plan, Scenario, WagePeriod, words};
use crate::report::Place;

use super::{Item, Line, MoveCost, Range, Remark, RemarkKind, Reported};

/// Amounts beyond this are no money: what a hostile file holds must not run over when it is added up.
const MOST: f64 = 1e24;

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
        let mut own = cost.chance;
        if mv.kind == MoveKind::Renew {
            // Whoever has left for good has no contract here to renew.
            own *= 1.0 - chance_of_having_left(before);
            if own <= 0.0 && cost.chance > 0.0 {
                self.remark(mv, RemarkKind::NotCounted, "he has left by then, so it costs nothing.");
                return Vec::new();
            }
        }
        let mut chance = own;
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
            lines.extend(self.wages_changed(mv, cost.date, (own, chance), player, before));
        }
        lines
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

/// A sale or a release.
fn leaves_for_good(mv: &MoveCost) -> bool {
    matches!(mv.kind, MoveKind::Sell | MoveKind::Release)
}

/// The chance that after these moves of a player, in the order of their dates, he has left and not come back.
fn chance_of_having_left(moves: &[&MoveCost]) -> f64 {
    moves.iter().fold(0.0, |left, mv| {
        if leaves_for_good(mv) {
            left + (1.0 - left) * mv.chance
        } else if mv.kind.is_arrival() {
            left * (1.0 - mv.chance)
        } else {
            left
        }
    })
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
