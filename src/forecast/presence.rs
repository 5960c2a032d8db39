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
        .filter_map(|mv| Some((day(mv.effective_date(plan)?), mv)))
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
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Club, Contract, Currency, MoveId, PlayerKind};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// A move: whom, what, its date and last day if any, its chance, its group.
    type Written<'a> = (&'a str, MoveKind, &'a str, &'a str, f64, Option<&'a str>);

    /// As of 25 September 2025: one of the squad with a contract to 30 June 2026, and two targets.
    fn plan(moves: &[Written<'_>]) -> Plan {
        let mut plan = Plan::new("Test", Club::named("Club"), day("2025-09-25"), Currency::GBP);
        for (name, kind) in
            [("own", PlayerKind::Squad), ("one", PlayerKind::Target), ("two", PlayerKind::Target)]
        {
            let mut player = Player::new(PlayerId::new_for(name, |_| false), name, kind);
            player.contract = Some(Contract { until: Some(day("2026-06-30")), ..Contract::default() });
            plan.players.push(Arc::new(player));
        }
        for (i, (player, kind, date, until, chance, group)) in moves.iter().enumerate() {
            plan.scenarios[0].moves.push(Move {
                date: date.parse().ok(),
                until: until.parse().ok(),
                chance: *chance,
                group: group.map(str::to_owned),
                ..Move::new(
                    MoveId::new_for(&format!("m{i}"), |_| false),
                    PlayerId::new_for(player, |_| false),
                    *kind,
                )
            });
        }
        plan
    }

    /// Checks the chance that a player is here on each of some dates.
    fn check(plan: &Plan, name: &str, expected: &[(&str, f64)]) {
        let members: Vec<&Player> = plan.players.iter().map(Arc::as_ref).collect();
        let squad = squad(plan, &plan.scenarios[0], &members, &Assumptions::default());
        let at = members.iter().position(|player| player.name == name).unwrap();
        for (date, here) in expected {
            let computed = squad.here(&squad.members[at], day_of(plan.as_of, day(date)));
            assert!((computed - here).abs() < 1e-12, "{name} on {date}: {computed}");
        }
    }

    #[test]
    fn a_contract_counts_to_its_last_day_and_not_beyond() {
        check(&plan(&[]), "own", &[("2000-01-01", 1.0), ("2026-06-30", 1.0), ("2026-07-01", 0.0)]);
        check(&plan(&[]), "one", &[("2026-01-01", 0.0)]);
    }

    #[test]
    fn a_signing_is_here_with_its_chance_from_its_date_to_its_last_day() {
        let plan = plan(&[("one", MoveKind::Buy, "2026-01-24", "2030-06-30", 0.62, None)]);
        check(
            &plan,
            "one",
            &[("2026-01-23", 0.0), ("2026-01-24", 0.62), ("2030-06-30", 0.62), ("2030-07-01", 0.0)],
        );
    }

    #[test]
    fn a_sale_with_a_chance_leaves_the_rest() {
        let plan = plan(&[("own", MoveKind::Sell, "2026-01-10", "", 0.3, None)]);
        check(&plan, "own", &[("2026-01-09", 1.0), ("2026-01-10", 0.7), ("2026-07-01", 0.0)]);
    }

    #[test]
    fn a_loan_out_ends_on_its_last_day_or_with_the_season() {
        for until in ["2026-06-30", ""] {
            let mut plan = plan(&[("own", MoveKind::LoanOut, "2026-01-10", until, 1.0, None)]);
            Arc::make_mut(&mut plan.players[0]).contract = None;
            check(
                &plan,
                "own",
                &[("2026-01-09", 1.0), ("2026-01-10", 0.0), ("2026-06-30", 0.0), ("2026-07-01", 1.0)],
            );
        }
    }

    #[test]
    fn a_renewal_carries_on_where_the_contract_ends() {
        let plan = plan(&[("own", MoveKind::Renew, "2025-11-01", "2030-06-30", 0.35, None)]);
        check(&plan, "own", &[("2026-06-30", 1.0), ("2026-07-01", 0.35), ("2030-07-01", 0.0)]);
    }

    #[test]
    fn whoever_renews_before_he_has_joined_is_here_from_joining() {
        let mut plan = plan(&[("own", MoveKind::Renew, "2025-11-01", "2030-06-30", 1.0, None)]);
        let own = Arc::make_mut(&mut plan.players[0]).contract.as_mut().unwrap();
        own.from = Some(day("2026-01-10"));
        check(&plan, "own", &[("2026-01-09", 0.0), ("2026-01-10", 1.0), ("2030-06-30", 1.0)]);
    }

    #[test]
    fn whoever_renews_and_is_then_sold_is_gone() {
        let plan = plan(&[
            ("own", MoveKind::Sell, "2026-01-10", "", 0.5, None),
            ("own", MoveKind::Renew, "2025-11-01", "2030-06-30", 0.5, None),
        ]);
        check(&plan, "own", &[("2026-01-09", 1.0), ("2026-01-10", 0.5), ("2026-07-01", 0.25)]);
    }

    #[test]
    fn a_target_who_has_not_come_renews_with_somebody_else() {
        let plan = plan(&[("one", MoveKind::Renew, "2025-11-01", "2030-06-30", 1.0, None)]);
        check(&plan, "one", &[("2026-01-01", 0.0)]);
    }

    #[test]
    fn of_an_exclusive_group_one_comes_at_most() {
        let group = [
            ("one", MoveKind::Buy, "2026-01-24", "", 0.45, Some("either")),
            ("two", MoveKind::Buy, "2026-01-24", "", 0.15, Some("either")),
        ];
        let plan = plan(&group);
        check(&plan, "one", &[("2026-02-01", 0.45)]);
        check(&plan, "two", &[("2026-02-01", 0.15)]);
        let members: Vec<&Player> = plan.players.iter().skip(1).map(Arc::as_ref).collect();
        let squad = squad(&plan, &plan.scenarios[0], &members, &Assumptions::default());
        assert_eq!(squad.deals.len(), 1);
        let at_least = squad.at_least(&[1.0, 1.0], 200);
        assert!((at_least[1] - 0.6).abs() < 1e-12 && at_least[2].abs() < 1e-12);
    }

    #[test]
    fn a_group_that_promises_too_much_counts_by_its_proportions() {
        let plan = plan(&[
            ("one", MoveKind::Buy, "2026-01-24", "", 0.9, Some("either")),
            ("two", MoveKind::Buy, "2026-01-24", "", 0.6, Some("either")),
        ]);
        check(&plan, "one", &[("2026-02-01", 0.6)]);
        check(&plan, "two", &[("2026-02-01", 0.4)]);
    }

    #[test]
    fn a_move_without_a_date_never_happens_here() {
        check(&plan(&[("one", MoveKind::Buy, "", "", 1.0, None)]), "one", &[("2030-01-01", 0.0)]);
    }

    #[test]
    fn hundreds_of_doubtful_moves_have_a_bounded_number_of_outcomes() {
        let mut plan = plan(&[]);
        for n in 0..300 {
            let id = PlayerId::new_for(&format!("target {n}"), |_| false);
            let target = Player::new(id.clone(), format!("Target {n}"), PlayerKind::Target);
            plan.players.push(Arc::new(target));
            for twice in ["a", "b"] {
                plan.scenarios[0].moves.push(Move {
                    date: Some(day("2026-01-24")),
                    chance: 0.6,
                    group: (twice == "b").then(|| format!("group {}", n / 2)),
                    ..Move::new(
                        MoveId::new_for(&format!("{twice} {n}"), |_| false),
                        id.clone(),
                        MoveKind::Buy,
                    )
                });
            }
        }
        let counted = |plan: &Plan| {
            let members: Vec<&Player> = plan.players.iter().map(Arc::as_ref).collect();
            let squad = squad(plan, &plan.scenarios[0], &members, &Assumptions::default());
            let of_each = |member: &Member| match &member.here {
                Presence::Certain(_) => 0,
                Presence::Deal { days, .. } => days.len(),
            };
            let most = squad.members.iter().map(of_each).max().unwrap_or(0);
            (most, squad.members.iter().map(of_each).sum::<usize>())
        };
        assert_eq!(counted(&plan), (8, 300 * 8), "a pair: each of two alone, and one of them at most");

        // All in one group: one deal of all of them, of more outcomes than are counted.
        for mv in &mut plan.scenarios[0].moves {
            mv.group = Some("one".to_owned());
        }
        assert_eq!(counted(&plan), (1, 300));

        // All of one player: as many outcomes as one deal may have.
        let one = plan.players[3].id.clone();
        for mv in &mut plan.scenarios[0].moves {
            (mv.player, mv.group) = (one.clone(), None);
        }
        assert_eq!(counted(&plan), (MOST_OUTCOMES, MOST_OUTCOMES));

        // Twenty each of thirty players: the first deals use up what all may have, the others end in one way each.
        for (n, mv) in plan.scenarios[0].moves.iter_mut().enumerate() {
            mv.player = PlayerId::new_for(&format!("target {}", n / 20), |_| false);
        }
        let (most, all) = counted(&plan);
        assert!(most == MOST_OUTCOMES && all <= MOST_PRESENCES + 30, "{most} each, {all} in all");
    }

    #[test]
    fn a_hundred_doubtful_moves_of_one_player_are_held_in_check() {
        let moves = vec![("one", MoveKind::Buy, "2026-01-24", "", 0.6, None); 100];
        check(&plan(&moves), "one", &[("2026-01-23", 0.0), ("2030-01-24", 1.0)]);
    }
}
