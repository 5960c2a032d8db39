//! What differs between two scenarios, in words, each with the place it comes from.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{
    Date, Move, MoveId, MoveKind, Plan, PlayerId, Scenario, ScenarioId, Slot, UnitId, Wage, WagePeriod, words,
};
use crate::report::money::{Costs, as_words};
use crate::report::{Place, Problem};

use super::name_of;

/// What sort of difference it is.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// A move, or something about it.
    Move,
    /// The order of choice in a slot.
    Chart,
    /// The formation.
    Formation,
    /// What a window costs or leaves of its budget.
    Budget,
    /// A rule that stands against a move.
    Rule,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// What sort of difference it is.
    pub kind: DifferenceKind,
    /// The scenario it is about.
    pub scenario: ScenarioId,
    /// In words.
    pub text: String,
    /// Where it comes from, to jump to.
    #[serde(serialize_with = "as_words")]
    pub place: Place,
}

/// A scenario, its money, and what stands against its moves.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) costs: &'a Costs,
    pub(super) problems: &'a [Problem],
}

/// Everything in which `one` differs from `other`: moves in the order of the plan, the formation, charts from the goal
/// up with the unit's own first, windows, rules.
pub(super) fn differences(plan: &Plan, one: Case<'_>, other: Case<'_>, unit: &UnitId) -> Vec<Difference> {
    let mut found = Finder { plan, one: one.scenario, other: other.scenario, found: Vec::new() };
    found.moves();
    found.formation();
    found.charts(unit);
    found.windows(one.costs, other.costs);
    found.rules(one, other.scenario);
    found.rules(other, one.scenario);
    found.found
}

struct Finder<'a> {
    plan: &'a Plan,
    one: &'a Scenario,
    other: &'a Scenario,
    found: Vec<Difference>,
}

impl<'a> Finder<'a> {
    fn add(&mut self, kind: DifferenceKind, scenario: &Scenario, text: String, place: Place) {
        self.found.push(Difference { kind, scenario: scenario.id.clone(), text, place });
    }

    fn player(&self, id: &'a PlayerId) -> &'a str {
        let name = self.plan.player(id).map(|player| player.surname().trim()).filter(|name| !name.is_empty());
        name.unwrap_or(id.as_str())
    }

    fn moves(&mut self) {
        let (one, other) = (self.one, self.other);
        let mut left: Vec<&Move> = other.moves.iter().collect();
        let mut unmatched: Vec<&Move> = Vec::new();
        // What is the same in both goes first, so that of two moves of a player the right ones are held together.
        for mv in &one.moves {
            match left.iter().position(|their| same_move(mv, their)) {
                Some(at) => drop(left.remove(at)),
                None => unmatched.push(mv),
            }
        }
        for mv in unmatched {
            let alike = |their: &&Move| their.player == mv.player && sense(their.kind) == sense(mv.kind);
            match left.iter().position(alike) {
                Some(at) => {
                    let their = left.remove(at);
                    self.changed(mv, their);
                }
                None => self.only(one, mv),
            }
        }
        for mv in left {
            self.only(other, mv);
        }
    }

    /// A move that only one of them holds.
    fn only(&mut self, scenario: &'a Scenario, mv: &'a Move) {
        let who = self.player(&mv.player);
        let when = mv
            .effective_date(self.plan)
            .map_or_else(|| "on no day yet".to_owned(), |date| format!("on {}", words::date(date)));
        let fee = fee_words(mv).map_or_else(String::new, |fee| format!(" for {fee}"));
        let chance = chance_words(mv);
        let text = format!("{who} {} {when}{fee}{chance}, only in {}", verb(mv.kind), name_of(scenario));
        let place = Place::Move(scenario.id.clone(), mv.id.clone());
        self.add(DifferenceKind::Move, scenario, text, place);
    }

    /// The same player another way, at another time, for another fee.
    fn changed(&mut self, mv: &'a Move, their: &'a Move) {
        let who = self.player(&mv.player);
        let place = || Place::Move(self.one.id.clone(), mv.id.clone());
        let mut texts = Vec::new();
        let date = |mv: &Move| mv.effective_date(self.plan);
        let on = |date: Option<Date>| {
            date.map_or_else(|| "on no day yet".to_owned(), |date| format!("on {}", words::date(date)))
        };
        if date(mv) != date(their) {
            let instead = date(their).map_or_else(|| "on no day yet".to_owned(), words::date);
            texts.push(format!("{who} {} {} instead of {instead}", verb(mv.kind), on(date(mv))));
        }
        if mv.kind != their.kind {
            texts.push(format!("{who}: {} instead of {}", mv.kind.name(), their.kind.name()));
        }
        let mut differ = |what: &str, ours: Option<String>, theirs: Option<String>| {
            if ours != theirs {
                let or_none = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
                texts.push(format!("{who}, {what}: {} instead of {}", or_none(ours), or_none(theirs)));
            }
        };
        differ("fee", fee_words(mv), fee_words(their));
        let amount = |amount: &Option<crate::model::Amount>| amount.as_ref().map(words::amount);
        differ("signing-on fee", amount(&mv.signing_on_fee), amount(&their.signing_on_fee));
        differ("agent fee", amount(&mv.agent_fee), amount(&their.agent_fee));
        differ("wage", mv.wage.as_ref().map(wage_words), their.wage.as_ref().map(wage_words));
        differ("contract to", mv.until.map(words::date), their.until.map(words::date));
        let percent = |mv: &Move| Some(words::percent_whole(mv.chance()));
        differ("chance", percent(mv), percent(their));
        differ("other club", mv.club.clone(), their.club.clone());
        let either = |scenario, mv| self.others_of_group(scenario, mv);
        let (rivals, their_rivals) = (either(self.one, mv), either(self.other, their));
        if rivals != their_rivals {
            let nobody = |names: Option<String>| names.unwrap_or_else(|| "nobody".to_owned());
            texts.push(format!(
                "{who} comes instead of {}, not instead of {}",
                nobody(rivals),
                nobody(their_rivals)
            ));
        }
        let place = place();
        for text in texts {
            self.add(DifferenceKind::Move, self.one, text, place.clone());
        }
    }

    /// Who else is of the move's group.
    fn others_of_group(&self, scenario: &'a Scenario, mv: &Move) -> Option<String> {
        let group = mv.group.as_deref().filter(|group| !group.is_empty())?;
        let others =
            scenario.moves.iter().filter(|other| other.id != mv.id && other.group.as_deref() == Some(group));
        let names: Vec<&str> = others.map(|other| self.player(&other.player)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn formation(&mut self) {
        let name = |scenario: &Scenario| {
            let formation = self.plan.formation_of(scenario).map(|formation| formation.name.clone());
            formation.unwrap_or_else(|| scenario.formation.to_string())
        };
        if self.one.formation != self.other.formation {
            let text = format!("{} plays {}, not {}", name_of(self.one), name(self.one), name(self.other));
            self.add(DifferenceKind::Formation, self.one, text, Place::Formation(self.one.formation.clone()));
        }
    }

    /// Only slots that both formations have: the others differ with the formation.
    fn charts(&mut self, unit: &UnitId) {
        let slots = |scenario: &'a Scenario| {
            self.plan.formation_of(scenario).map_or(&[][..], |formation| formation.slots.as_slice())
        };
        let theirs = slots(self.other);
        let mut shared: Vec<&Slot> =
            slots(self.one).iter().filter(|slot| theirs.iter().any(|their| their.id == slot.id)).collect();
        shared.sort_by_key(|slot| slot.unit != *unit);
        self.one_sided(self.one, self.other);
        self.one_sided(self.other, self.one);
        for slot in shared {
            self.chart(slot);
        }
    }

    /// Squad players whom `here` charts and `there` nowhere, though no move tells why: the comparison counts them on
    /// one side only.
    fn one_sided(&mut self, here: &'a Scenario, there: &'a Scenario) {
        let moves =
            |id: &PlayerId| [here, there].iter().any(|side| side.moves.iter().any(|mv| mv.player == *id));
        let charted = |id: &PlayerId| there.charts.values().any(|chart| chart.contains(id));
        let mut told: Vec<&PlayerId> = Vec::new();
        for (slot, id) in here.charts.iter().flat_map(|(slot, chart)| chart.iter().map(move |id| (slot, id)))
        {
            let of_squad = self.plan.player(id).is_some_and(|player| !player.is_target());
            if there.charts.is_empty() || !of_squad || told.contains(&id) || moves(id) || charted(id) {
                continue;
            }
            told.push(id);
            let text = format!(
                "{} is on no chart of {}: only {} counts him",
                self.player(id),
                name_of(there),
                name_of(here)
            );
            self.add(
                DifferenceKind::Chart,
                here,
                text,
                Place::Chart(here.id.clone(), slot.clone(), id.clone()),
            );
        }
    }

    /// Rank by rank between what both charts begin with alike and what they end with alike.
    fn chart(&mut self, slot: &Slot) {
        let (ours, theirs) = (self.one.chart(&slot.id), self.other.chart(&slot.id));
        let alike = |pairs: &mut dyn Iterator<Item = (&PlayerId, &PlayerId)>| {
            pairs.take_while(|(one, other)| one == other).count()
        };
        let start = alike(&mut ours.iter().zip(theirs));
        let rest = |chart: &'a [PlayerId]| chart.get(start..).unwrap_or_default();
        let (ours, theirs) = (rest(ours), rest(theirs));
        let end = alike(&mut ours.iter().rev().zip(theirs.iter().rev()));
        let middle = |chart: &'a [PlayerId]| chart.get(..chart.len() - end).unwrap_or_default();
        let (ours, theirs) = (middle(ours), middle(theirs));
        for at in 0..ours.len().max(theirs.len()) {
            let (ours, theirs) = (ours.get(at), theirs.get(at));
            let what = format!("{} {}", slot.name, words::choice(start + at + 1));
            let (text, scenario, player) = match (ours, theirs) {
                (Some(one), Some(other)) => {
                    (format!("{what}: {}, not {}", self.player(one), self.player(other)), self.one, one)
                }
                (Some(one), None) => {
                    let text = format!("{what}: {}, only in {}", self.player(one), name_of(self.one));
                    (text, self.one, one)
                }
                (None, Some(other)) => {
                    let text = format!("{what}: {}, only in {}", self.player(other), name_of(self.other));
                    (text, self.other, other)
                }
                (None, None) => continue,
            };
            let place = Place::Chart(scenario.id.clone(), slot.id.clone(), player.clone());
            self.add(DifferenceKind::Chart, scenario, text, place);
        }
    }

    /// What each window costs if the moves come off, or leaves of its budget.
    fn windows(&mut self, ours: &Costs, theirs: &Costs) {
        let currency = self.plan.money.currency;
        for (mine, their) in ours.windows.iter().zip(&theirs.windows) {
            if mine.net_spend.if_it_happens == their.net_spend.if_it_happens {
                continue;
            }
            let window = mine.window.as_ref().and_then(|id| self.plan.window(id));
            let name = window.map_or("Outside any window", |window| window.name.as_str());
            let left = |spend: &crate::report::money::WindowSpend| {
                Some(spend.budget.as_ref()?.left?.if_it_happens.words(currency))
            };
            let text = match (left(mine), left(their)) {
                (Some(mine), Some(their)) => format!("{name}: {mine} of the budget left, not {their}"),
                _ => format!(
                    "{name}: net spend {}, not {}, if it all comes off",
                    mine.net_spend.if_it_happens.words(currency),
                    their.net_spend.if_it_happens.words(currency)
                ),
            };
            let place = window.map_or(Place::Money, |window| Place::Window(window.id.clone()));
            self.add(DifferenceKind::Budget, self.one, text, place);
        }
    }

    /// What stands against a move that only one of them holds like this.
    fn rules(&mut self, Case { scenario, problems, .. }: Case<'_>, other: &Scenario) {
        if problems.is_empty() {
            return;
        }
        let own = |mv: &&Move| !other.moves.iter().any(|their| same_move(mv, their));
        let own: BTreeSet<&MoveId> = scenario.moves.iter().filter(own).map(|mv| &mv.id).collect();
        for problem in problems {
            if matches!(&problem.place, Place::Move(_, id) if own.contains(id)) {
                self.add(DifferenceKind::Rule, scenario, problem.message.clone(), problem.place.clone());
            }
        }
    }
}

/// The same but for id and notes.
fn same_move(one: &Move, other: &Move) -> bool {
    let Move { id: _, notes: _, player, kind, window, date, club, fee, signing_on_fee, .. } = one;
    let Move { agent_fee, wage, until, chance, group, extra, .. } = one;
    (player, kind, window, date, club, fee, signing_on_fee)
        == (
            &other.player,
            &other.kind,
            &other.window,
            &other.date,
            &other.club,
            &other.fee,
            &other.signing_on_fee,
        )
        && (agent_fee, wage, until, chance, group, extra)
            == (&other.agent_fee, &other.wage, &other.until, &other.chance, &other.group, &other.extra)
}

/// Coming, going or staying.
fn sense(kind: MoveKind) -> u8 {
    match kind {
        kind if kind.is_arrival() => 0,
        kind if kind.is_departure() => 1,
        _ => 2,
    }
}

fn verb(kind: MoveKind) -> &'static str {
    match kind {
        MoveKind::Buy => "is bought",
        MoveKind::FreeTransfer | MoveKind::PreContract => "comes without a fee",
        MoveKind::LoanIn => "comes on loan",
        MoveKind::LoanOut => "goes on loan",
        MoveKind::Sell => "is sold",
        MoveKind::Renew => "renews",
        MoveKind::Release => "is released",
    }
}

fn fee_words(mv: &Move) -> Option<String> {
    let fee = mv.fee.as_ref().filter(|_| mv.kind.has_fee())?;
    let estimate = if fee.estimate { " (estimate)" } else { "" };
    Some(format!("{}{estimate}", words::money_range(fee)))
}

fn wage_words(wage: &Wage) -> String {
    let per = match wage.per {
        WagePeriod::Week => "a week",
        WagePeriod::Year => "a year",
    };
    format!("{} {per}", words::amount(&wage.amount))
}

fn chance_words(mv: &Move) -> String {
    let chance = mv.chance();
    if chance < 1.0 { format!(", {} likely", words::percent_whole(chance)) } else { String::new() }
}
