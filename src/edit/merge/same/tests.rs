//! One person under two ids, two people under one, and the same file merged twice.

use proptest::prelude::*;

use super::{Likeness, Person};
use crate::edit::any::{any_edit, id, place, plan, report};
use crate::edit::merge::apart::items;
use crate::edit::merge::merge;
use crate::edit::{Choice, Edit, apply};
use crate::model::{Club, Conflict, Move, MoveKind, Plan, Player, PlayerId, PlayerKind};

fn after(plan: &Plan, edits: &[Edit]) -> Plan {
    edits.iter().fold(plan.clone(), |plan, edit| apply(&plan, edit).unwrap_or(plan))
}

fn put(at: &str, name: &str, born: Option<&str>, club: Option<&str>) -> Edit {
    let mut player = Player::new(id(at), name, PlayerKind::Target);
    player.born = born.map(|day| day.parse().unwrap());
    player.club = club.map(Club::named);
    Edit::PutPlayer { player: player.into(), what: String::new() }
}

fn named(plan: &Plan, name: &str) -> Vec<String> {
    plan.players.iter().filter(|player| player.name == name).map(|player| player.id.to_string()).collect()
}

fn buy(player: &str) -> Edit {
    let mv = Move::new(id(&format!("{player}-in")), id(player), MoveKind::Buy);
    Edit::PutMove { scenario: id("plan-a"), mv: mv.into() }
}

#[test]
fn a_player_whom_both_have_added_under_other_ids_is_one_with_all_that_refers_to_him() {
    let mut about = report(3, id("new-player-2"));
    let theirs = after(
        &plan(),
        &[
            put("new-player-2", "Player F", None, Some("Elsewhere")),
            place("new-player-2", "rcb", 0),
            buy("new-player-2"),
            Edit::PutReport(about.clone().into()),
        ],
    );
    about.player = id("player-f");
    about.id = id("r7");
    let ours = after(
        &plan(),
        &[
            put("new-player-2", "Player M", None, None),
            put("player-f", "F, Player", None, None),
            place("player-f", "rcb", 0),
            buy("player-f"),
            Edit::PutReport(about.into()),
        ],
    );
    let merged = merge(None, &ours, &theirs).unwrap().plan;
    assert_eq!(merged.players.len(), ours.players.len());
    let found = merged.player(&id("player-f")).unwrap();
    assert_eq!(found.club, Some(Club::named("Elsewhere")), "what only theirs knows is taken");
    let scenario = &merged.scenarios[0];
    assert_eq!(scenario.chart(&id("rcb")), [id::<PlayerId>("player-f")]);
    assert_eq!((scenario.moves.len(), merged.reports.len()), (1, 1));
    let asked: Vec<&str> = merged.conflicts.iter().map(|conflict| conflict.path.as_str()).collect();
    assert_eq!(asked, ["/players/player-f/name"]);
}

#[test]
fn a_file_merged_first_with_and_then_without_what_both_began_from_doubles_nobody() {
    let base = plan();
    let ours = after(&base, &[put("new-player-2", "Player M", None, None)]);
    let theirs = after(&base, &[put("new-player-2", "Player F", None, None), buy("new-player-2")]);
    let first = merge(Some(&base), &ours, &theirs).unwrap().plan;
    assert_eq!(named(&first, "Player F"), ["player-f"]);
    let second = merge(None, &first, &theirs).unwrap();
    assert_eq!(second.plan, first);
    assert!(second.conflicts.is_empty(), "{:?}", second.conflicts);
}

#[test]
fn another_name_under_one_id_is_asked_about_where_nothing_is_known_of_what_both_began_from() {
    let ours = after(&plan(), &[put("new-player", "Pau Zubi", None, None)]);
    let theirs = after(&plan(), &[put("new-player", "Player Z", None, None)]);
    let merged = merge(None, &ours, &theirs).unwrap().plan;
    let asked: Vec<_> =
        merged.conflicts.iter().map(|open| (open.path.as_str(), open.same_as.clone())).collect();
    assert_eq!(asked, [("/players/player-z", Some(id("new-player")))]);
}

#[test]
fn moves_of_two_people_under_one_id_are_two_moves() {
    let ours = after(&plan(), &[put("new-player", "Player M", None, None), buy("new-player")]);
    let theirs = after(&plan(), &[put("new-player", "Player F", None, None), buy("new-player")]);
    let merged = merge(None, &ours, &theirs).unwrap().plan;
    let whose: Vec<&str> = merged.scenarios[0].moves.iter().map(|mv| mv.player.as_str()).collect();
    assert_eq!(whose, ["new-player", "player-f"]);
}

#[test]
fn where_nobody_can_tell_it_is_asked_whether_two_are_one() {
    type Told = (&'static str, Option<&'static str>, Option<&'static str>);
    let cases: [(Told, Told, &str); 8] = [
        (("Aron Ambler", Some("1998-03-14"), None), ("AMBLER Aron", Some("1998-03-14"), Some("X")), "one"),
        (("Aron Ambler", None, Some("X")), ("Aron Ambler", Some("1998-03-14"), Some("X")), "one"),
        (("A. Ambler", Some("1998-03-14"), None), ("Aron Ambler", Some("1998-03-14"), None), "one"),
        (("Aron Ambler", None, Some("X")), ("Aron Ambler", None, Some("Y")), "asked"),
        (("Aron Ambler", Some("1998-03-14"), None), ("Aron Ambler", Some("1998-03-15"), None), "asked"),
        (("A. Ambler", None, Some("X")), ("Aron Ambler", None, Some("X")), "asked"),
        (
            ("Aron Ambler", Some("1998-03-14"), Some("X")),
            ("Aron Ambler", Some("1985-12-01"), Some("Y")),
            "two",
        ),
        (("Aron Ambler", None, None), ("Bob Roe", None, None), "two"),
    ];
    for (one, two, expected) in cases {
        let side = |at, (name, born, club): Told| after(&plan(), &[put(at, name, born, club)]);
        let merged = merge(None, &side("somebody", one), &side("else", two)).unwrap().plan;
        let asked = merged.conflicts.iter().any(|conflict| conflict.same_as.is_some());
        let found = match (merged.players.len() - plan().players.len(), asked) {
            (1, false) => "one",
            (2, true) => "asked",
            (2, false) => "two",
            _ => "nonsense",
        };
        assert_eq!(found, expected, "{one:?} {two:?}: {:?}", merged.conflicts);
    }
}

#[test]
fn one_person_or_two_is_settled_either_way() {
    let ours = after(&plan(), &[put("a", "Aron Ambler", None, Some("X")), place("a", "rcb", 0), buy("a")]);
    let theirs = after(
        &plan(),
        &[
            put("b", "Aron Ambler", None, Some("Y")),
            place("b", "rcb", 0),
            Edit::PutReport(report(1, id("b")).into()),
        ],
    );
    let merged = merge(None, &ours, &theirs).unwrap().plan;
    let asked = |path: &str| merged.conflicts.iter().position(|conflict| conflict.path == path).unwrap();
    let number = asked("/players/b");
    for (choice, people, club) in [(Choice::Ours, 1, "X"), (Choice::Theirs, 1, "Y"), (Choice::AsItIs, 2, "X")]
    {
        let settled = apply(&merged, &Edit::ResolveConflict { number, choice }).unwrap();
        assert!(settled.conflicts.iter().all(|conflict| conflict.same_as.is_none()));
        assert_eq!(named(&settled, "Aron Ambler").len(), people);
        assert_eq!(settled.player(&id("a")).unwrap().club, Some(Club::named(club)));
        if people == 1 {
            assert_eq!(settled.scenarios[0].chart(&id("rcb")), [id::<PlayerId>("a")]);
            assert_eq!(settled.reports[0].player, "a");
        }
    }
    let gone = Conflict { path: "/players/nobody".into(), same_as: Some(id("a")), ..Conflict::default() };
    let lost = Plan { conflicts: vec![gone], ..ours };
    assert!(apply(&lost, &Edit::ResolveConflict { number: 0, choice: Choice::Ours }).is_err());
}

/// Edits about a handful of people who are easily taken for each other.
fn any_person() -> impl Strategy<Value = Vec<Edit>> {
    let ids = ["new-player", "new-player-2", "dean-huijsen"];
    let names = ["Dean Huijsen", "D. Huijsen", "Huijsen", "Paxinho", "Dean Huysen"];
    let births = [None, Some("2005-04-14"), Some("2005-04-15")];
    let clubs = [None, Some("X"), Some("Y")];
    (0..3_usize, 0..5_usize, 0..3_usize, 0..3_usize, 0..4_u8).prop_map(move |(at, name, born, club, more)| {
        let at = ids[at];
        let what = match more {
            0 => place(at, "rcb", 0),
            1 => buy(at),
            2 => Edit::PutReport(report(5, id(at)).into()),
            _ => Edit::SetPlanNotes(at.to_owned()),
        };
        vec![put(at, names[name], births[born], clubs[club]), what]
    })
}

fn any_side() -> impl Strategy<Value = Vec<Edit>> {
    let people = proptest::collection::vec(any_person(), 0..4);
    (people, proptest::collection::vec(any_edit(), 0..4))
        .prop_map(|(people, more)| people.into_iter().flatten().chain(more).collect())
}

/// Two of the plan's people would be taken for one.
fn names_somebody_twice(plan: &Plan) -> bool {
    let tree = serde_json::to_value(plan).unwrap();
    let people: Vec<Person<'_>> =
        items(&tree, "players").iter().map(|player| Person::of(&tree, player)).collect();
    people
        .iter()
        .enumerate()
        .any(|(at, one)| people.iter().skip(at + 1).any(|two| one.like(two) >= Some(Likeness::Surely)))
}

proptest! {
    #![proptest_config(ProptestConfig { max_global_rejects: 4096, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn the_same_file_merged_twice_changes_nothing_the_second_time(
        ours in any_side(), theirs in any_side(), has_base in any::<bool>()
    ) {
        let begun = plan();
        let base = has_base.then_some(&begun);
        let (ours, theirs) = (after(&begun, &ours), after(&begun, &theirs));
        // Of two who are surely one person, twice in one file, nobody knows which is which.
        prop_assume!(!names_somebody_twice(&ours) && !names_somebody_twice(&theirs));
        let once = merge(base, &ours, &theirs).unwrap().plan;
        let twice = merge(base, &once, &theirs).unwrap().plan;
        prop_assert_eq!(&twice, &once);
    }
}
