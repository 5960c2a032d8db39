//! What a proposal must be for every squad, and what it is for a few.

use proptest::prelude::*;

use crate::edit::{Edit, Session, apply};
use crate::model::{
    Amount, Club, Currency, Foot, Plan, Player, PlayerId, PlayerKind, Position, ScenarioId, SlotId,
    built_in_formations,
};

use super::propose_charts;

fn scenario() -> ScenarioId {
    "plan-a".parse().unwrap()
}

fn empty() -> Plan {
    Plan::new("Test", Club::named("Test"), "2025-09-25".parse().unwrap(), Currency::EUR)
}

fn with(mut plan: Plan, player: Player) -> Plan {
    plan = apply(&plan, &Edit::PutPlayer { player: player.into(), what: String::new() }).unwrap();
    plan
}

fn player(name: &str, positions: &[Position], foot: Option<Foot>, value: i64) -> Player {
    let mut player = Player::new(PlayerId::new_for(name, |_| false), name, PlayerKind::Squad);
    player.positions = positions.to_vec();
    player.foot = foot;
    player.born = Some("1998-01-01".parse().unwrap());
    player.market_value = (value > 0).then(|| Amount::new(value, Currency::EUR));
    player
}

fn proposed(plan: &Plan) -> Plan {
    propose_charts(plan, &scenario()).map_or_else(|| plan.clone(), |edit| apply(plan, &edit).unwrap())
}

fn chart(plan: &Plan, slot: &str) -> Vec<String> {
    let slot: SlotId = slot.parse().unwrap();
    plan.scenarios[0].chart(&slot).iter().map(ToString::to_string).collect()
}

#[test]
fn the_left_footer_stands_left_and_the_dearest_first() {
    use Position::Cb;
    let mut plan = empty();
    for (name, foot, value) in [
        ("Right Star", Foot::Right, 60_000_000),
        ("Left One", Foot::Left, 30_000_000),
        ("Right Two", Foot::Right, 20_000_000),
        ("Left Boy", Foot::Left, 1_000_000),
    ] {
        plan = with(plan, player(name, &[Cb], Some(foot), value));
    }
    let plan = proposed(&plan);
    assert_eq!(chart(&plan, "lcb"), ["left-one", "left-boy"]);
    assert_eq!(chart(&plan, "rcb"), ["right-star", "right-two"]);
}

#[test]
fn who_has_left_by_the_plans_day_stands_behind_who_is_there() {
    let mut gone = player("Gone Star", &[Position::Gk], None, 90_000_000);
    let until = Some("2025-06-30".parse().unwrap());
    gone.contract = Some(crate::model::Contract { until, ..crate::model::Contract::default() });
    let plan = proposed(&with(with(empty(), gone), player("Still Here", &[Position::Gk], None, 0)));
    assert_eq!(chart(&plan, "gk"), ["still-here", "gone-star"]);
}

#[test]
fn a_lone_goalkeeper_of_any_age_is_first_choice_and_a_stranger_to_the_goal_never() {
    let mut old = player("Old Hand", &[Position::Gk], None, 0);
    old.born = Some("1980-01-01".parse().unwrap());
    let plan = proposed(&with(with(empty(), old), player("Nine", &[Position::St], None, 90_000_000)));
    assert_eq!(chart(&plan, "gk"), ["old-hand"]);
    assert_eq!(chart(&plan, "st"), ["nine"]);
}

#[test]
fn a_slot_with_one_player_is_covered_by_who_plays_there_besides() {
    let plan = with(empty(), player("Right Back", &[Position::Rb], Some(Foot::Right), 0));
    let plan =
        proposed(&with(plan, player("Centre Half", &[Position::Cb, Position::Rb], Some(Foot::Right), 0)));
    assert_eq!(chart(&plan, "rb"), ["right-back", "centre-half"]);
    assert_eq!(chart(&plan, "rcb"), ["centre-half"]);
}

#[test]
fn a_chart_that_holds_somebody_stays_as_it_is() {
    let mut plan = with(empty(), player("One", &[Position::Cb], None, 0));
    plan = with(plan, player("Two", &[Position::Cb], None, 90_000_000));
    let place = Edit::Place {
        scenario: scenario(),
        player: "one".parse().unwrap(),
        slot: "lcb".parse().unwrap(),
        rank: 0,
    };
    let plan = proposed(&apply(&plan, &place).unwrap());
    assert_eq!(chart(&plan, "lcb"), ["one"]);
    assert_eq!(chart(&plan, "rcb"), ["two", "one"]);
}

#[test]
fn nothing_is_proposed_without_a_squad() {
    assert_eq!(propose_charts(&empty(), &scenario()), None);
    assert_eq!(propose_charts(&empty(), &"nowhere".parse().unwrap()), None);
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let position = (0..Position::ALL.len()).prop_map(|at| Position::ALL[at]);
    let foot = prop_oneof![Just(None), (0..3_usize).prop_map(|at| Some(Foot::ALL[at]))];
    let one = (
        proptest::collection::vec(position, 0..4),
        foot,
        proptest::option::of(1970_i16..2012),
        0..100_000_000_i64,
        proptest::bool::weighted(0.2),
    );
    let placed = proptest::collection::vec((0..30_usize, 0..11_usize), 0..6);
    (proptest::collection::vec(one, 0..30), 0..5_usize, placed).prop_map(|(squad, formation, placed)| {
        let mut plan = empty();
        plan.scenarios[0].formation = built_in_formations()[formation].id.clone();
        for (n, (positions, foot, year, value, target)) in squad.into_iter().enumerate() {
            let mut one = player(&format!("Player {n}"), &positions, foot, value);
            one.born = year.map(|year| jiff::civil::date(year, 3, 1));
            if target {
                one.kind = PlayerKind::Target;
            }
            plan = with(plan, one);
        }
        for (who, slot) in placed {
            let slot = built_in_formations()[formation].slots[slot].id.clone();
            let player = PlayerId::new_for(&format!("Player {who}"), |_| false);
            let edit = Edit::Place { scenario: scenario(), player, slot, rank: 0 };
            plan = apply(&plan, &edit).unwrap_or(plan);
        }
        plan
    })
}

proptest! {
    #[test]
    fn a_proposal_fills_only_what_was_empty_with_the_squad_and_once(plan in any_plan()) {
        let first = propose_charts(&plan, &scenario());
        prop_assert_eq!(&first, &propose_charts(&plan, &scenario()), "not the same twice");
        let after = proposed(&plan);
        prop_assert_eq!(propose_charts(&after, &scenario()), None, "something is left to propose");
        let formation = after.formation_of(&after.scenarios[0]).unwrap();
        let mut first_choices = Vec::new();
        for slot in &formation.slots {
            let (before, now) = (plan.scenarios[0].chart(&slot.id), after.scenarios[0].chart(&slot.id));
            if !before.is_empty() {
                prop_assert_eq!(before, now, "a filled chart changed");
                continue;
            }
            first_choices.extend(now.first());
            for id in now {
                let player = after.player(id).unwrap();
                prop_assert!(!player.is_target() && !player.positions.is_empty());
            }
            // Somebody who plays there is left out only if he is first choice elsewhere.
            if now.is_empty() {
                for player in after.players.iter().filter(|player| !player.is_target()) {
                    let plays = player.positions.contains(&slot.position);
                    prop_assert!(!plays || after.is_first_choice(&after.scenarios[0], &player.id));
                }
            }
        }
        let proposed = first_choices.len();
        first_choices.sort();
        first_choices.dedup();
        prop_assert_eq!(first_choices.len(), proposed, "somebody is first choice twice");
    }

    #[test]
    fn a_proposal_is_undone_in_one_step(plan in any_plan()) {
        let mut session = Session::new(plan);
        let before = (**session.plan()).clone();
        if let Some(edit) = propose_charts(&before, &scenario()) {
            session.apply(&edit).unwrap();
            prop_assert_eq!(session.undo(), Some("propose a depth chart".to_owned()));
        }
        prop_assert_eq!(&**session.plan(), &before);
    }
}
