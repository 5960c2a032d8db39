//! From the contracts and moves of a plan to days at the club, and to the deals they hang on. `docs/model.md` §3.

use std::collections::{BTreeSet, HashMap};

use super::days::{Day, Days, Span};
use super::defaults::Assumptions;
use super::recovery::{date_of, day_of, health};
use super::squad::{Deal, Member, Presence, Squad};
use crate::model::{Date, Move, MoveKind, Plan, Player, PlayerId, Scenario, season_of};

/// The most outcomes one deal may have; draws beyond that are taken to end in their likeliest way.
const MOST_OUTCOMES: usize = 4096;

/// The most that all deals may have, each outcome counted once for every player of its deal; beyond it likewise.
const MOST_PRESENCES: usize = 65_536;

/// Something drawn once: a move with a chance, or moves of which one happens at most.
struct Draw<'a> {
    /// Chance and what then happens; `None` is nothing.
    outcomes: Vec<(f64, Option<&'a Move>)>,
}

impl<'a> Draw<'a> {
    fn of(moves: &[&'a Move]) -> Self {
        let mut outcomes: Vec<(f64, Option<&Move>)> =
            moves.iter().filter(|mv| mv.chance() > 0.0).map(|mv| (mv.chance(), Some(*mv))).collect();
        let nothing = 1.0 - outcomes.iter().map(|(chance, _)| chance).sum::<f64>();
        if nothing > 1e-12 || outcomes.is_empty() {
            outcomes.push((nothing, None));
        }
        Self { outcomes }
    }

    /// The places among the members of those it touches.
    fn touches(&self, places: &HashMap<&PlayerId, usize>) -> BTreeSet<usize> {
        self.outcomes.iter().filter_map(|(_, mv)| places.get(&mv.as_ref()?.player).copied()).collect()
    }

    fn is_certain(&self) -> bool {
        self.outcomes.len() == 1
    }

    fn likeliest(&self) -> Option<&'a Move> {
        self.outcomes.iter().max_by(|(one, _), (other, _)| one.total_cmp(other)).and_then(|(_, mv)| *mv)
    }
}

/// Draws that share players of ours, and these players by their places among the members.
struct Cluster<'a> {
    draws: Vec<Draw<'a>>,
    touched: BTreeSet<usize>,
}

/// The squad made of `members`, as the plan knows it in `scenario`.
///
/// Moves of one exclusive group are drawn together, and so are all moves of one player: they make one deal. A move
/// that nothing dates never happens here. If the chances of a group add up to more than 1, their proportions count.
pub(super) fn squad(
    plan: &Plan,
    scenario: &Scenario,
    members: &[&Player],
    assumptions: &Assumptions,
) -> Squad {
    let places: HashMap<&PlayerId, usize> =
        members.iter().enumerate().map(|(at, player)| (&player.id, at)).collect();
    let draws = draws(plan, scenario, &places);
    let (certain, open): (Vec<Draw<'_>>, Vec<Draw<'_>>) = draws.into_iter().partition(Draw::is_certain);
    let mut certain_of: Vec<Vec<&Move>> = vec![Vec::new(); members.len()];
    for mv in certain.iter().filter_map(Draw::likeliest) {
        if let Some(own) = places.get(&mv.player).and_then(|at| certain_of.get_mut(*at)) {
            own.push(mv);
        }
    }

    let mut deals = Vec::new();
    let mut here: Vec<Presence> = members
        .iter()
        .zip(&certain_of)
        .map(|(player, certain)| Presence::Certain(days_here(plan, player, certain.iter().copied())))
        .collect();
    let mut left = MOST_PRESENCES;
    for Cluster { draws, touched } in clusters(open, &places) {
        let outcomes = outcomes(&draws, MOST_OUTCOMES.min(left / touched.len().max(1)));
        left = left.saturating_sub(outcomes.len() * touched.len());
        for at in touched {
            if let (Some(player), Some(certain), Some(here)) =
                (members.get(at), certain_of.get(at), here.get_mut(at))
            {
                let days = outcomes.iter().map(|(_, moves)| {
                    days_here(plan, player, certain.iter().copied().chain(moves.iter().copied()))
                });
                *here = Presence::Deal { deal: deals.len(), days: days.collect() };
            }
        }
        deals.push(Deal::new(outcomes.into_iter().map(|(chance, _)| chance)));
    }

    let away = |player: &Player| {
        let span = |absence: &crate::model::Absence| Span {
            first: day_of(plan.as_of, absence.from),
            last: day_of(plan.as_of, absence.until),
        };
        player.absences.iter().map(span).collect()
    };
    let members = members.iter().zip(here).map(|(player, here)| Member {
        health: health(player, plan.is_first_choice(scenario, &player.id), plan.as_of, assumptions),
        away: away(player),
        here,
    });
    Squad { members: members.collect(), deals }
}

/// What is drawn in `scenario` and touches one of the members at `places`, in the order of the file.
fn draws<'a>(plan: &Plan, scenario: &'a Scenario, places: &HashMap<&PlayerId, usize>) -> Vec<Draw<'a>> {
    let mut draws: Vec<Vec<&Move>> = Vec::new();
    let mut groups: HashMap<&str, usize> = HashMap::new();
    for mv in scenario.moves.iter().filter(|mv| mv.effective_date(plan).is_some()) {
        let group = mv.group.as_deref().filter(|group| !group.is_empty());
        let at = group.map_or(draws.len(), |group| *groups.entry(group).or_insert(draws.len()));
        match draws.get_mut(at) {
            Some(moves) => moves.push(mv),
            None => draws.push(vec![mv]),
        }
    }
    let ours = |draw: &Draw<'_>| !draw.touches(places).is_empty();
    draws.into_iter().map(|moves| Draw::of(&moves)).filter(ours).collect()
}

/// Gathers draws that share a player of ours.
fn clusters<'a>(draws: Vec<Draw<'a>>, places: &HashMap<&PlayerId, usize>) -> Vec<Cluster<'a>> {
    let mut clusters: Vec<Cluster<'a>> = Vec::new();
    for draw in draws {
        let touched = draw.touches(places);
        let (linked, apart): (Vec<_>, Vec<_>) =
            clusters.into_iter().partition(|cluster| !cluster.touched.is_disjoint(&touched));
        clusters = apart;
        let mut gathered = Cluster { draws: Vec::new(), touched };
        for cluster in linked {
            gathered.draws.extend(cluster.draws);
            gathered.touched.extend(cluster.touched);
        }
        gathered.draws.push(draw);
        clusters.push(gathered);
    }
    clusters
}

/// Every way a cluster can end, `most` of them at most: its chance, and the moves that then happen.
fn outcomes<'a>(cluster: &[Draw<'a>], most: usize) -> Vec<(f64, Vec<&'a Move>)> {
    let mut ways: Vec<(f64, Vec<&Move>)> = vec![(1.0, Vec::new())];
    for draw in cluster {
        if ways.len() * draw.outcomes.len() > most {
            for (_, moves) in &mut ways {
                moves.extend(draw.likeliest());
            }
            continue;
        }
        let ends = ways.iter().flat_map(|(so_far, moves)| {
            draw.outcomes.iter().map(move |(chance, mv)| {
                (so_far * chance, moves.iter().copied().chain(*mv).collect::<Vec<&Move>>())
            })
        });
        ways = ends.collect();
    }
    ways
}

/// The days on which `player` is at the club if exactly `moves` happen, taken in the order of their dates.
///
/// * A squad player is here from joining to the last day of his contract, both included; an end unknown is no end.
/// * An arrival is here from its date to its last day. A loan without a last day ends with its season.
/// * A sale or release takes him away from its date on, a loan out until it ends.
/// * A renewal moves the end of his contract, not its beginning; without a last day it has none. Whoever has left, and a target who has
///   not come, renews with somebody else.
fn days_here<'a>(plan: &Plan, player: &Player, moves: impl Iterator<Item = &'a Move>) -> Days {
    let day = |date: Date| day_of(plan.as_of, date);
    let mut contract = Days::none();
    let mut joins = Day::MIN;
    if !player.is_target() {
        let terms = player.contract.as_ref();
        joins = terms.and_then(|terms| terms.from).map_or(Day::MIN, day);
        contract.add(Span { first: joins, last: terms.and_then(|terms| terms.until).map_or(Day::MAX, day) });
    }
    let mut moves: Vec<(Day, &Move)> = moves
        .filter(|mv| mv.player == player.id)
        .filter_map(|mv| Some((day(mv.effective_date_of(plan, Some(player))?), mv)))
        .collect();
    moves.sort_by_key(|(day, _)| *day);

    let mut loans: Vec<Span> = Vec::new();
    let mut left = player.is_target();
    for (first, Move { kind, until, .. }) in moves {
        let until = until.map(day);
        let loan_ends = || until.unwrap_or_else(|| day(season_of(date_of(plan.as_of, first)).last_day()));
        match kind {
            MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract => {
                contract.add(Span { first, last: until.unwrap_or(Day::MAX) });
                left = false;
            }
            MoveKind::LoanIn => {
                contract.add(Span { first, last: loan_ends() });
                left = false;
            }
            MoveKind::LoanOut => loans.push(Span { first, last: loan_ends() }),
            MoveKind::Sell | MoveKind::Release => {
                contract.remove(Span::from(first));
                left = true;
            }
            MoveKind::Renew if left => {}
            MoveKind::Renew => {
                contract.remove(Span::from(first));
                contract.add(Span { first: first.max(joins), last: until.unwrap_or(Day::MAX) });
            }
        }
    }
    for loan in loans {
        contract.remove(loan);
    }
    contract
}

#[cfg(test)]
mod tests;
