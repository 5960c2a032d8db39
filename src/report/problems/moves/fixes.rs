//! What can be offered for a move that cannot be.

use crate::edit::Edit;
use crate::model::{Date, Move, MoveKind, Player, PlayerKind, Scenario, Window, words};
use crate::report::problems::{Finder, Problem, Severity};

/// Of a player with more moves than this none is changed by a click.
const MANY: usize = 12;
/// No more windows than this are offered.
const WINDOWS: usize = 2;

/// The windows in which something can still happen from `from` on, the next first.
pub(super) fn next_windows<'a>(finder: &Finder<'a>, from: Date) -> Vec<&'a Window> {
    let from = from.max(finder.plan.as_of);
    let mut open: Vec<&Window> = finder
        .plan
        .windows
        .iter()
        .filter(|window| window.opens <= window.closes && window.closes >= from)
        .collect();
    open.sort_by_key(|window| window.opens);
    open.truncate(WINDOWS);
    open
}

/// Offers a changed move for the problem found last, if it takes that away and brings no error.
pub(super) fn offer_change(
    finder: &mut Finder<'_>,
    scenario: &Scenario,
    before: &Move,
    label: String,
    after: Move,
) {
    let Some(problem) = finder.found.last().filter(|_| !finder.trying).map(|found| found.message.clone())
    else {
        return;
    };
    if after == *before {
        return;
    }
    let his = |mv: &&Move| mv.player == before.player;
    if scenario.moves.iter().filter(his).take(MANY + 1).count() > MANY {
        return;
    }
    let now = tried(finder, scenario, before, before);
    let then = tried(finder, scenario, before, &after);
    let gone = then.iter().all(|found| found.message != problem);
    if gone && then.len() < now.len() && errors(&then) <= errors(&now) {
        let scenario = scenario.id.clone();
        finder.offer(label, vec![Edit::PutMove { scenario, mv: Box::new(after) }]);
    }
}

/// What is wrong with a move, and with all moves of its player, if it were `after`.
fn tried(finder: &mut Finder<'_>, scenario: &Scenario, before: &Move, after: &Move) -> Vec<Problem> {
    let same = scenario.moves.iter().filter(|mv| mv.player == before.player);
    let moves: Vec<&Move> = same.map(|mv| if mv.id == before.id { after } else { mv }).collect();
    finder.trying(|finder| {
        super::one(finder, scenario, after);
        if let Some(player) = finder.player(&before.player) {
            super::career::career(finder, scenario, player, &moves);
        }
    })
}

/// Offers the next windows from `from` on.
pub(super) fn offer_windows(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move, from: Date) {
    for window in next_windows(finder, from) {
        let date = mv.date.filter(|date| window.contains(*date) && *date >= finder.plan.as_of);
        let after = Move { window: Some(window.id.clone()), date, ..mv.clone() };
        offer_change(finder, scenario, mv, format!("Move it to {}", window.name), after);
    }
}

/// Offers to have him for nothing once his contract has ended.
pub(super) fn offer_free(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move, player: &Player) {
    let could = mv.kind.is_arrival() && player.is_target();
    let ends = player.contract_until().filter(|until| could && *until >= finder.plan.as_of);
    let Some(day) = ends.and_then(|until| until.tomorrow().ok()) else { return };
    let kind = MoveKind::FreeTransfer;
    let after = Move { kind, fee: None, window: None, date: None, ..mv.clone() };
    offer_change(finder, scenario, mv, format!("Make it a free transfer on {}", words::date(day)), after);
}

/// Offers to buy him in the next windows.
pub(super) fn offer_purchase(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move, player: &Player) {
    for window in next_windows(finder, finder.plan.as_of) {
        let fee = mv.fee.clone().or_else(|| player.asking.clone());
        let window_id = Some(window.id.clone());
        let after = Move { kind: MoveKind::Buy, window: window_id, date: None, fee, ..mv.clone() };
        offer_change(finder, scenario, mv, format!("Buy him in {}", window.name), after);
    }
}

/// Offers to drop a move, unless the others of its player need it.
pub(super) fn offer_removal(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move, label: &str) {
    if can_go(finder, scenario, mv) {
        let edit = Edit::RemoveMove { scenario: scenario.id.clone(), mv: mv.id.clone() };
        finder.offer(label.to_owned(), vec![edit]);
    }
}

/// The other moves of its player are no worse without it.
fn can_go(finder: &mut Finder<'_>, scenario: &Scenario, mv: &Move) -> bool {
    if finder.trying {
        return false;
    }
    let all: Vec<&Move> =
        scenario.moves.iter().filter(|other| other.player == mv.player).take(MANY + 1).collect();
    if all.len() > MANY {
        return false;
    }
    let Some(player) = finder.player(&mv.player) else { return true };
    let rest: Vec<&Move> = all.iter().copied().filter(|other| other.id != mv.id).collect();
    let now = finder.trying(|finder| super::career::career(finder, scenario, player, &all));
    let then = finder.trying(|finder| super::career::career(finder, scenario, player, &rest));
    errors(&then) <= errors(&now)
}

fn errors(found: &[Problem]) -> usize {
    found.iter().filter(|problem| problem.severity == Severity::Error).count()
}

/// Offers to make him a player of the squad, or a target.
pub(super) fn offer_kind(finder: &mut Finder<'_>, player: &Player, kind: PlayerKind) {
    if player.name.trim().is_empty() {
        return;
    }
    let mut changed = player.clone();
    changed.kind = kind;
    let label = match kind {
        PlayerKind::Squad => {
            changed.club = None;
            "Make him a squad player"
        }
        PlayerKind::Target => "Make him a target",
    };
    let edit = Edit::change_player(player, changed, "squad or target");
    finder.offer(label.to_owned(), vec![edit]);
}

/// Offers to take a move that has happened into the squad: the player with his new terms, without the move.
pub(super) fn offer_arrived(
    finder: &mut Finder<'_>,
    scenario: &Scenario,
    mv: &Move,
    player: &Player,
    day: Date,
) {
    let nameless = player.name.trim().is_empty();
    if nameless || !mv.kind.is_arrival() || !player.is_target() || mv.until.is_some_and(|until| until < day) {
        return;
    }
    if !can_go(finder, scenario, mv) {
        return;
    }
    let mut changed = player.clone();
    (changed.kind, changed.club) = (PlayerKind::Squad, None);
    let contract = changed.contract.get_or_insert_default();
    (contract.from, contract.until) = (Some(day), mv.until);
    if mv.wage.is_some() {
        contract.wage.clone_from(&mv.wage);
    }
    let edits = vec![
        Edit::change_player(player, changed, "contract"),
        Edit::RemoveMove { scenario: scenario.id.clone(), mv: mv.id.clone() },
    ];
    finder.offer("It has happened: make him a squad player".to_owned(), edits);
}

/// Offers to let these moves exclude each other. Chances that would add up to more than 1 shrink in proportion.
pub(super) fn offer_group(finder: &mut Finder<'_>, scenario: &Scenario, moves: &[&Move], words: &str) {
    if moves.len() > MANY || finder.trying {
        return;
    }
    let mut names: Vec<&str> = moves.iter().filter_map(|mv| super::group_of(mv)).collect();
    names.sort_unstable();
    names.dedup();
    let group = match names.as_slice() {
        [] => free_group(scenario, moves),
        [one] => (*one).to_owned(),
        // To join two groups would make others exclude each other too.
        _ => return,
    };
    let inside = |mv: &&Move| moves.iter().any(|one| one.id == mv.id);
    let others: f64 = scenario
        .moves
        .iter()
        .filter(|mv| super::group_of(mv) == Some(group.as_str()) && !inside(mv))
        .map(Move::chance)
        .sum();
    let (sum, free) = (moves.iter().map(|mv| mv.chance()).sum::<f64>(), 1.0 - others);
    if free <= 0.0 || (sum > free && free < LEAST_CHANCE * moves.len() as f64) {
        return;
    }
    let share = if sum > free { free / sum } else { 1.0 };
    let edits: Vec<Edit> = moves
        .iter()
        .map(|mv| {
            let chance = if share < 1.0 { rounded_down(mv.chance() * share) } else { mv.chance };
            let mv = Box::new(Move { group: Some(group.clone()), chance, ..(*mv).clone() });
            Edit::PutMove { scenario: scenario.id.clone(), mv }
        })
        .collect();
    let lower = if share < 1.0 { " and lower their chances" } else { "" };
    finder.offer(format!("{words}{lower}"), edits);
}

/// A chance below this is not worth a group.
const LEAST_CHANCE: f64 = 0.001;

/// To the hundredth of a per cent, so that a sum of such chances stays below what it shares out.
pub(super) fn rounded_down(chance: f64) -> f64 {
    (chance * 1e4).floor() / 1e4
}

/// A name no group of the scenario has.
fn free_group(scenario: &Scenario, moves: &[&Move]) -> String {
    let base = moves.first().map_or("one of them", |mv| mv.player.as_str());
    let taken = |name: &str| scenario.moves.iter().any(|mv| mv.group.as_deref() == Some(name));
    let numbered = (2..).map(|n| format!("{base} {n}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// Offers to put a target who stands in charts without a move back on the shelf, or to buy him.
pub(in crate::report::problems) fn offer_way_in(
    finder: &mut Finder<'_>,
    scenario: &Scenario,
    player: &Player,
) {
    let here = scenario.id.clone();
    if let Some(window) = next_windows(finder, finder.plan.as_of).first().copied() {
        let taken = |id: &str| scenario.moves.iter().any(|mv| mv.id == id);
        let id = crate::model::MoveId::new_for(&format!("{}-in", player.id), taken);
        let mut mv = Move::new(id, player.id.clone(), MoveKind::Buy);
        mv.window = Some(window.id.clone());
        mv.fee.clone_from(&player.asking);
        mv.club = player.club.as_ref().map(|club| club.name.clone());
        finder.offer(
            format!("Buy him in {}", window.name),
            vec![Edit::PutMove { scenario: here.clone(), mv: Box::new(mv) }],
        );
    }
    let places = scenario.charts.iter().flat_map(|(slot, chart)| {
        chart.iter().filter(|id| **id == player.id).map(move |id| (slot.clone(), id.clone()))
    });
    let edits = places.map(|(slot, player)| Edit::Unplace { scenario: here.clone(), player, slot }).collect();
    finder.offer("Put him back on the shelf".to_owned(), edits);
}
