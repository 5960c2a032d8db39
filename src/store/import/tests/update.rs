//! From understood rows to a plan: who is known, what differs, and the one step that carries it out.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::edit::{Edit, apply};
use crate::model::{Club, Plan, PlayerId, PlayerKind};
use crate::store::import::{Decision, Group, ImportPlan, Part, Standing, Whom};

const FIRST: &str = "Name,Club,Born,Contract until,Market value,Position\n\
    Aron Ambler,Northbridge Town Football Club,1998-03-14,2027-06-30,€12m,CB\n\
    Paxinho,Northbridge Town Football Club,2001-11-02,,€3.5m,RW\n\
    Odo Short,Clube Desportivo Porto Vale,2000-05-05,2028-06-30,€5m,ST\n";

fn empty_plan() -> Plan {
    Plan::new("Northbridge", Club::named("Northbridge Town"), day("2025-09-25"), Currency::GBP)
}

fn import(plan: &Plan, bytes: &str, whom: &Whom) -> ImportPlan {
    let understood = understood(&sheet(bytes)).unwrap();
    ImportPlan::of(plan, Arc::new(understood), whom, &unwatched).unwrap()
}

fn after(plan: &Plan, import: &ImportPlan) -> Plan {
    import.edit(plan).map_or_else(|| plan.clone(), |edit| apply(plan, &edit).unwrap())
}

fn groups(import: &ImportPlan) -> [usize; 5] {
    [Group::New, Group::Changed, Group::Unsure, Group::Unchanged, Group::LeftOut]
        .map(|group| import.count(group))
}

fn first() -> Plan {
    let plan = empty_plan();
    after(&plan, &import(&plan, FIRST, &Whom::default()))
}

#[test]
fn newcomers_come_in_as_squad_or_target_in_one_step() {
    let plan = empty_plan();
    let import = import(&plan, FIRST, &Whom::default());
    assert_eq!(groups(&import), [3, 0, 0, 0, 0]);
    let edit = import.edit(&plan).unwrap();
    assert_eq!(edit.label(&plan), "import 3 players");
    let plan = apply(&plan, &edit).unwrap();
    let [ambler, pax, odo] = plan.players.as_slice() else { panic!() };
    assert_eq!(
        (ambler.id.as_str(), ambler.kind, ambler.club.clone()),
        ("aron-ambler", PlayerKind::Squad, None)
    );
    assert_eq!(ambler.contract_until(), Some(day("2027-06-30")));
    assert_eq!(ambler.sources["contract"].name, "import (squad.csv)");
    assert_eq!(ambler.sources["market_value"].date, Some(day("2025-09-25")));
    assert_eq!((&pax.contract, pax.sources.contains_key("contract")), (&None, false));
    assert_eq!(
        (odo.kind, odo.club.as_ref().map(|club| club.name.as_str())),
        (PlayerKind::Target, Some("Porto Vale"))
    );
}

#[test]
fn importing_again_changes_nothing_and_a_newer_file_changes_what_differs() {
    let plan = first();
    let again = import(&plan, FIRST, &Whom::default());
    assert_eq!((groups(&again), again.edit(&plan)), ([0, 0, 0, 3, 0], None));

    let newer = FIRST
        .replace("2027-06-30", "2029-06-30")
        .replace("€3.5m", "€4m")
        .replace("Aron Ambler", "AMBLER Áron");
    let update = import(&plan, &newer, &Whom::default());
    assert_eq!(groups(&update), [0, 2, 0, 1, 0]);
    let [contract] = update.updates[0].changes.as_slice() else { panic!("{:?}", update.updates[0].changes) };
    assert_eq!(
        (contract.part, contract.old.as_deref(), contract.new.as_str()),
        (Part::ContractUntil, Some("30 Jun 2027"), "30 Jun 2029")
    );
    assert!(contract.take);
    let edit = update.edit(&plan).unwrap();
    assert_eq!(edit.label(&plan), "update 2 players by an import");
    assert!(matches!(&edit, Edit::Together { edits, .. } if edits.len() == 2));
    let after = apply(&plan, &edit).unwrap();
    assert_eq!(after.players.len(), 3);
    assert_eq!(after.players[0].contract_until(), Some(day("2029-06-30")));
    assert_eq!(after.players[0].name, "Aron Ambler");
}

#[test]
fn what_the_user_typed_is_kept_unless_he_says_otherwise() {
    let mut plan = first();
    let mut edited = (*plan.players[0]).clone();
    let before = edited.clone();
    edited.contract.as_mut().unwrap().until = Some(day("2030-06-30"));
    edited.forget_sources(&before);
    assert!(!edited.sources.contains_key("contract") && edited.sources.contains_key("born"));
    plan.players[0] = Arc::new(edited);
    let mut update = import(&plan, FIRST, &Whom::default());
    let change = &update.updates[0].changes[0];
    assert_eq!((change.take, change.kept.as_deref()), (false, Some("yours")));
    assert_eq!(update.edit(&plan), None);
    update.updates[0].changes[0].take = true;
    assert_eq!(after(&plan, &update).players[0].contract_until(), Some(day("2027-06-30")));
}

#[test]
fn only_the_chosen_clubs_come_in_and_the_rest_is_counted() {
    let plan = empty_plan();
    let whom = Whom { clubs: Some(vec!["Northbridge Town Football Club".into()]), ..Whom::default() };
    let import = import(&plan, FIRST, &whom);
    assert_eq!((import.updates.len(), import.not_wanted), (2, 1));
}

#[test]
fn somebody_unsure_waits_for_the_user() {
    let plan = first();
    let mut update = import(&plan, "Name,Born\nPaxinho,2001-12-02\n", &Whom::default());
    assert_eq!(groups(&update), [0, 0, 1, 0, 0]);
    assert_eq!(update.edit(&plan), None);
    let Standing::Unsure(who) = &update.updates[0].standing else { panic!() };
    assert!(who[0].why.contains("born 2 Nov 2001 and not 2 Dec 2001"), "{}", who[0].why);
    let id: PlayerId = who[0].id.clone();
    update.decide(&plan, 0, Decision::Is(id));
    assert_eq!(groups(&update), [0, 1, 0, 0, 0]);
    update.decide(&plan, 0, Decision::New);
    let plan = after(&plan, &update);
    assert_eq!(plan.players[3].id, "paxinho-2");
}

#[test]
fn one_person_twice_in_a_table_comes_in_once() {
    let import =
        import(&empty_plan(), "Name,Age\nAnn Other,25\nBob Roe,20\nAnn  OTHER,25\n", &Whom::default());
    assert_eq!(groups(&import), [2, 0, 0, 0, 1]);
    assert_eq!(import.updates[2].standing, Standing::Again(0));
}

#[test]
fn injuries_go_to_the_players_they_name() {
    let plan = first();
    let list = "Player,Injury,From,Until,Days\nAmbler Aron,ACL rupture,2025-09-23,,7-9 months\nPaxinho,Calf,2025-08-01,2025-08-20,\n\
                Aaron Amblar,Flu,2025-09-20,,5\n";
    let update = import(&plan, list, &Whom::default());
    assert_eq!(groups(&update), [0, 2, 0, 0, 1]);
    assert_eq!(update.updates[2].standing, Standing::Nobody(vec!["Aron Ambler".into()]));
    let hurt = after(&plan, &update);
    let injury = &hurt.players[0].injuries[0];
    assert_eq!((injury.start, injury.reported_days()), (day("2025-09-23"), Some((213, 274))));
    assert_eq!(hurt.players[1].injuries[0].returned, Some(day("2025-08-20")));
    // The same list again changes nothing; news of the same injury changes it.
    assert_eq!(groups(&import(&hurt, list, &Whom::default())), [0, 0, 0, 2, 1]);
    let news =
        import(&hurt, "Player,Injury,From,Return\nAron Ambler,ACL,2025-09-24,2026-05-01\n", &Whom::default());
    let healed = after(&hurt, &news);
    assert_eq!(healed.players[0].injuries.len(), 1);
    assert_eq!(healed.players[0].injuries[0].back.as_ref().map(|back| back.latest), Some(day("2026-05-01")));
}

#[test]
fn an_injury_that_stands_twice_in_a_list_comes_in_once() {
    let plan = first();
    let list = "Player,Injury,From,Days\nAron Ambler,Knee,2025-09-20,30\nAron Ambler,Calf,2025-08-01,9\n\
                AMBLER Aron,Knee,2025-09-20,30\nAron Ambler,Knee,2025-09-20,30\n";
    let update = import(&plan, list, &Whom::default());
    assert_eq!(groups(&update), [0, 2, 0, 0, 2]);
    assert_eq!([&update.updates[2].standing, &update.updates[3].standing], [&Standing::Again(0); 2]);
    assert_eq!(after(&plan, &update).players[0].injuries.len(), 2);
}

#[test]
fn a_player_who_moved_is_shown_and_left_where_he_is() {
    let plan = first();
    let moved = FIRST.replace("Aron Ambler,Northbridge Town Football Club", "Aron Ambler,Porto Vale");
    let mut update = import(&plan, &moved, &Whom::default());
    let [club] = update.updates[0].changes.as_slice() else { panic!() };
    assert_eq!(
        (club.part, club.old.as_deref(), club.new.as_str(), club.take),
        (Part::Club, Some("Northbridge Town"), "Porto Vale", false)
    );
    update.updates[0].changes[0].take = true;
    assert_eq!(after(&plan, &update).players[0].kind, PlayerKind::Target);
}

#[test]
fn rows_of_earlier_seasons_are_left_out_unless_wanted() {
    let plan = empty_plan();
    let old = import(&plan, include_str!("transfermarkt.csv"), &Whom::default());
    assert_eq!((old.updates.len(), old.not_wanted), (4, 1));
    let all = import(&plan, include_str!("transfermarkt.csv"), &Whom { former: true, ..Whom::default() });
    assert_eq!((all.updates.len(), all.not_wanted), (5, 0));
}

#[test]
fn a_plan_takes_no_more_players_than_it_can_be_opened_with() {
    let mut plan = empty_plan();
    let known = |number: usize| {
        Arc::new(crate::model::Player::new(format!("p{number}").parse().unwrap(), "X", PlayerKind::Target))
    };
    plan.players = (0..crate::model::MAX_PLAYERS - 1).map(known).collect();
    let import = import(&plan, FIRST, &Whom::default());
    assert_eq!((import.count(Group::New), import.no_room), (3, 2));
    assert_eq!(after(&plan, &import).players.len(), crate::model::MAX_PLAYERS);
}

proptest! {
    #[test]
    fn what_came_in_once_is_known_the_next_time(
        people in proptest::collection::btree_map("[A-Z][a-zé]{2,8} [A-Z][a-z]{2,9}", (1980..2008_i16, 1..=12_i8, 1..=28_i8, 0..3_u8), 1..12)
    ) {
        let mut table = "Name,Club,Born,Height,Market value\n".to_owned();
        for (name, (year, month, day, club)) in &people {
            let line = format!("{name},Club {club},{year}-{month:02}-{day:02},18{club},\u{20ac}{club}5m\n");
            table.push_str(&line);
        }
        let plan = empty_plan();
        let filled = after(&plan, &import(&plan, &table, &Whom::default()));
        let again = import(&filled, &table, &Whom::default());
        prop_assert_eq!(again.edit(&filled), None, "{:?}", again.updates);
        prop_assert_eq!(again.count(Group::New), 0);
    }
}
