//! What dragging or typing a date on the timeline changes in the plan, and what that is in words.

use jiff::ToSpan as _;

use crate::edit::Edit;
use crate::forecast::{Assumptions, ReturnDates};
use crate::model::{
    Contract, Date, Injury, LayoffUnit, Move, MoveId, Plan, PlayerId, ReportedLayoff, ReportedReturn,
    Scenario, Window, words,
};
use crate::ui::time::back;

/// Something on the timeline that has a date.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Subject {
    /// An end of an injury, by its place in the player's list.
    Injury(PlayerId, usize, Edge),
    /// A move of the shown scenario.
    Move(MoveId),
    /// The last day of a player's contract.
    Contract(PlayerId),
}

/// Which end of an injury.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(super) enum Edge {
    /// The earliest return.
    Earliest,
    /// The latest return.
    Latest,
    /// The known return.
    Returned,
}

/// A change, and what it says while it is dragged.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Change {
    pub(super) edit: Edit,
    pub(super) words: String,
}

/// How far from a window's end a move still snaps into it, days.
const SNAP: i32 = 5;
/// The longest lay-off the timeline writes, days.
const LONGEST: i32 = 3650;
/// A lay-off of which nothing can be said, days at least and at most.
const UNKNOWN: (i32, i32) = (14, 28);

impl Subject {
    /// What putting it on `day` changes; none if it is not there any more.
    pub(super) fn put_on(&self, plan: &Plan, scenario: &Scenario, day: Date) -> Option<Change> {
        match self {
            Self::Injury(player, index, edge) => {
                let mut player = plan.player(player)?.clone();
                let injury = player.injuries.get_mut(*index)?;
                put_edge(injury, *edge, day, plan);
                let words = edge_words(injury, *edge);
                let edit = Edit::PutPlayer { player: player.into(), what: "injury".to_owned() };
                Some(Change { edit, words })
            }
            Self::Move(id) => {
                let mut mv = scenario.moves.iter().find(|mv| mv.id == *id)?.clone();
                let words = put_move(&mut mv, plan, day);
                let edit = Edit::PutMove { scenario: scenario.id.clone(), mv: Box::new(mv) };
                Some(Change { edit, words })
            }
            Self::Contract(player) => {
                let before = plan.player(player)?;
                let mut player = before.clone();
                player.contract.get_or_insert_with(Contract::default).until = Some(day);
                let words = format!("contract to {}", words::date(day));
                let edit = Edit::change_player(before, player, "contract");
                Some(Change { edit, words })
            }
        }
    }

    /// What a popup that asks for its date is called.
    pub(super) fn question(&self) -> &'static str {
        match self {
            Self::Injury(_, _, Edge::Earliest) => "Reported back at the earliest",
            Self::Injury(_, _, Edge::Latest) => "Reported back at the latest",
            Self::Injury(_, _, Edge::Returned) => "Back on",
            Self::Move(_) => "Day of the move",
            Self::Contract(_) => "Last day of the contract",
        }
    }
}

/// An injury somebody picks up on `day`, with nothing else known.
pub(super) fn new_injury(plan: &Plan, player: &PlayerId, day: Date) -> Option<Edit> {
    let mut player = plan.player(player)?.clone();
    player.injuries.push(Injury::starting(day));
    Some(Edit::PutPlayer { player: player.into(), what: "injuries".to_owned() })
}

/// Moves an end of what is reported of an injury to `day`, as near to it as the other end lets it.
///
/// Of an injury of which no return is reported, the other end is where the forecast has it.
fn put_edge(injury: &mut Injury, edge: Edge, day: Date, plan: &Plan) {
    if edge == Edge::Returned {
        injury.returned = Some(day.max(injury.start.saturating_add(1.day())));
        return;
    }
    let days = |date: Date| (date - injury.start).get_days().clamp(1, LONGEST);
    let reckoned = || {
        let dates = ReturnDates::of(injury, plan.as_of, &Assumptions::of(plan))?;
        Some((dates.earliest, dates.latest))
    };
    let known = injury.reported_return().filter(|(_, last)| *last > injury.start).or_else(reckoned);
    let (low, high) = known.map_or(UNKNOWN, |(first, last)| (days(first), days(last)));
    match edge {
        Edge::Earliest => write_range(injury, days(day).min(high), high),
        _ => write_range(injury, low, days(day).max(low)),
    }
}

/// Keeps the unit of the report where the new range is whole in it (days, and weeks of seven); else writes dates.
fn write_range(injury: &mut Injury, low: i32, high: i32) {
    let unit = injury.layoff.as_ref().filter(|_| injury.back.is_none()).map(|layoff| layoff.unit);
    let step = match unit {
        Some(LayoffUnit::Days) => Some(1),
        Some(LayoffUnit::Weeks) if low % 7 == 0 && high % 7 == 0 => Some(7),
        _ => None,
    };
    let count = |days: i32, step: i32| u32::try_from(days / step).unwrap_or(0);
    if let (Some(step), Some(ReportedLayoff { min, max, .. })) = (step, &mut injury.layoff) {
        (*min, *max) = (count(low, step), count(high, step));
        return;
    }
    let mut back = reported(injury.start, low, high);
    if let Some(known) = injury.back.take() {
        back.extra = known.extra;
    }
    injury.back = Some(back);
    injury.layoff = None;
}

fn reported(start: Date, low: i32, high: i32) -> ReportedReturn {
    let after = |days: i32| start.saturating_add(i64::from(days).days());
    ReportedReturn { earliest: after(low), latest: after(high), extra: crate::model::Extra::new() }
}

fn edge_words(injury: &Injury, edge: Edge) -> String {
    match (edge, injury.returned) {
        (Edge::Returned, Some(returned)) => format!("back {}", words::date(returned)),
        _ => back::reported(injury).unwrap_or_default(),
    }
}

/// Puts a move on a day: into the window there, the first day of which needs no date, or outside every window.
fn put_move(mv: &mut Move, plan: &Plan, day: Date) -> String {
    let Some(window) = window_near(plan, day) else {
        mv.window = None;
        mv.date = Some(day);
        return format!("{} \u{2013} outside every window", words::date(day));
    };
    // A file may hold a window that closes before it opens.
    let inside = day.min(window.closes).max(window.opens);
    mv.window = Some(window.id.clone());
    mv.date = None;
    let snapped = mv.effective_date(plan).filter(|own| window.contains(*own));
    if snapped.is_none_or(|own| (inside - own).get_days().abs() > SNAP) {
        mv.date = Some(inside);
    }
    let day = mv.date.or(snapped).unwrap_or(inside);
    format!("{} \u{2013} {}", window.name, words::date(day))
}

/// The window that `day` lies in, or within a few days of.
fn window_near(plan: &Plan, day: Date) -> Option<&Window> {
    let off = |window: &Window| {
        let before = (window.opens - day).get_days().max(0);
        before.max((day - window.closes).get_days())
    };
    let real = plan.windows.iter().filter(|window| window.opens <= window.closes);
    real.filter(|window| off(window) <= SNAP).min_by_key(|window| off(window))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;

    fn sample() -> Plan {
        serde_json::from_str(include_str!("../../../saves/liverpool-2025-26-leoni.json")).unwrap()
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn leoni(plan: &Plan) -> &Injury {
        &plan.player(&"giovanni-leoni".parse().unwrap()).unwrap().injuries[0]
    }

    fn dragged(plan: &Plan, edge: Edge, to: Date) -> Plan {
        let subject = Subject::Injury("giovanni-leoni".parse().unwrap(), 0, edge);
        let change = subject.put_on(plan, &plan.scenarios[0], to).unwrap();
        apply(plan, &change.edit).unwrap()
    }

    #[test]
    fn an_edge_lands_where_it_is_dragged_and_the_other_reported_end_stays() {
        let plan = sample();
        let (first, last) = leoni(&plan).reported_return().unwrap();
        let earlier = dragged(&plan, Edge::Earliest, day("2026-03-20"));
        assert_eq!(leoni(&earlier).reported_return(), Some((day("2026-03-20"), last)));
        let later = dragged(&plan, Edge::Latest, day("2026-09-01"));
        assert_eq!(leoni(&later).reported_return(), Some((first, day("2026-09-01"))));
        assert!(leoni(&later).layoff.is_none(), "months are too coarse to say it: {:?}", leoni(&later));
        let past_the_other = dragged(&plan, Edge::Earliest, last.saturating_add(60.days()));
        assert_eq!(leoni(&past_the_other).reported_return(), Some((last, last)));
    }

    #[test]
    fn what_is_said_while_dragging_is_what_the_bar_says_afterwards() {
        let plan = sample();
        let subject = Subject::Injury("giovanni-leoni".parse().unwrap(), 0, Edge::Latest);
        let change = subject.put_on(&plan, &plan.scenarios[0], day("2026-07-20")).unwrap();
        assert_eq!(change.words, "reported 24 Apr \u{2013} 20 Jul 2026");
        let after = apply(&plan, &change.edit).unwrap();
        assert_eq!(back::reported_short(leoni(&after)).as_ref(), Some(&change.words));
    }

    #[test]
    fn a_lay_off_reported_in_days_stays_in_days() {
        let mut plan = sample();
        let mut player = plan.player(&"giovanni-leoni".parse().unwrap()).unwrap().clone();
        let extra = crate::model::Extra::new();
        let layoff = ReportedLayoff { min: 200, max: 280, unit: LayoffUnit::Days, extra };
        player.injuries[0].layoff = Some(layoff);
        player.injuries[0].back = None;
        plan = apply(&plan, &Edit::PutPlayer { player: player.into(), what: String::new() }).unwrap();
        let after = dragged(&plan, Edge::Latest, day("2026-08-01"));
        let layoff = leoni(&after).layoff.as_ref().unwrap();
        assert_eq!((layoff.min, layoff.unit), (200, LayoffUnit::Days));
        assert!(leoni(&after).back.is_none());
    }

    #[test]
    fn an_injury_without_a_range_gets_one_when_an_edge_is_dragged() {
        let mut plan = sample();
        let id = "virgil-van-dijk".parse().unwrap();
        plan = apply(&plan, &new_injury(&plan, &id, plan.as_of).unwrap()).unwrap();
        let subject = Subject::Injury(id.clone(), 0, Edge::Latest);
        let change = subject.put_on(&plan, &plan.scenarios[0], day("2025-12-24")).unwrap();
        let after = apply(&plan, &change.edit).unwrap();
        let back = after.player(&id).unwrap().injuries[0].back.clone().unwrap();
        assert!(back.earliest < back.latest, "{back:?}");
    }

    #[test]
    fn a_move_snaps_into_the_window_it_is_dragged_to() {
        let plan = sample();
        let scenario = plan.scenarios.iter().find(|scenario| !scenario.moves.is_empty()).unwrap();
        let subject = Subject::Move(scenario.moves[0].id.clone());
        let window = plan.windows.iter().max_by_key(|window| window.opens).unwrap();
        let put = |to: Date| {
            let change = subject.put_on(&plan, scenario, to).unwrap();
            let Edit::PutMove { mv, .. } = change.edit else { panic!("{:?}", change.edit) };
            (mv.window.clone(), mv.date, change.words)
        };
        let (into, date, said) = put(window.opens.saturating_sub(2.days()));
        assert_eq!((into, date), (Some(window.id.clone()), None));
        assert!(said.starts_with(&window.name), "{said}");
        let (_, date, _) = put(window.opens.saturating_add(20.days()));
        assert_eq!(date, Some(window.opens.saturating_add(20.days())));
        let (outside, date, said) = put(day("2026-03-20"));
        assert_eq!((outside, date), (None, Some(day("2026-03-20"))));
        assert!(said.ends_with("outside every window"), "{said}");
    }
}
