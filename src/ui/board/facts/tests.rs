//! What a card says on which day.

use super::*;

fn sample() -> Plan {
    serde_json::from_str(include_str!("../../../../saves/liverpool-2025-26-leoni.json")).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn facts(plan: &Plan, scenario: &str, player: &str, on: &str) -> CardFacts {
    let scenario = plan.scenario(&scenario.parse().unwrap()).unwrap();
    let player = plan.player(&player.parse().unwrap()).unwrap();
    card_facts(plan, scenario, player, None, day(on), Outlook::default())
}

#[test]
fn the_calendar_says_who_is_here() {
    let plan = sample();
    let standing = |scenario: &str, player: &str, on: &str| {
        let scenario = plan.scenario(&scenario.parse().unwrap()).unwrap();
        let player = plan.player(&player.parse().unwrap()).unwrap();
        super::standing(&plan, scenario, player, day(on))
    };
    assert_eq!(standing("do-nothing", "virgil-van-dijk", "2025-09-25"), Standing::Here);
    assert_eq!(standing("do-nothing", "giovanni-leoni", "2025-09-25"), Standing::Injured);
    assert_eq!(standing("do-nothing", "giovanni-leoni", "2026-08-25"), Standing::Here);
    assert_eq!(standing("do-nothing", "ibrahima-konate", "2026-06-30"), Standing::Here);
    assert_eq!(standing("do-nothing", "ibrahima-konate", "2026-07-01"), Standing::Gone);
    assert_eq!(standing("do-nothing", "marc-guehi", "2026-07-01"), Standing::Elsewhere);
    assert_eq!(
        standing("summer-free", "marc-guehi", "2026-06-30"),
        Standing::NotYet(Some(day("2026-07-01")))
    );
    assert_eq!(standing("summer-free", "marc-guehi", "2026-07-01"), Standing::Here);
}

#[test]
fn a_contract_that_ends_within_a_year_is_said_loudly() {
    let plan = sample();
    let konate = facts(&plan, "do-nothing", "ibrahima-konate", "2025-09-25");
    assert!(konate.chips.contains(&("expires Jun 26".to_owned(), Tone::Bad)), "{:?}", konate.chips);
    assert_eq!(konate.second, "26 · right");
    let van_dijk = facts(&plan, "do-nothing", "virgil-van-dijk", "2025-09-25");
    assert!(van_dijk.chips.contains(&("contract Jun 27".to_owned(), Tone::Neutral)), "{:?}", van_dijk.chips);
}

#[test]
fn an_injured_player_is_faded_and_says_why() {
    let leoni = facts(&sample(), "do-nothing", "giovanni-leoni", "2025-09-25");
    assert!(leoni.faded);
    assert_eq!(leoni.avatar, Avatar::Injured);
    assert!(
        leoni.chips.iter().any(|(words, tone)| words == "ACL" && *tone == Tone::Bad),
        "{:?}",
        leoni.chips
    );
}
