//! Remedies: each takes its problem away and brings no error, whatever the plan.

use proptest::prelude::*;
use serde_json::json;

use crate::edit::{Edit, Session, apply};
use crate::model::{Currency, Date, Move, MoveId, MoveKind, Plan};

use super::*;

/// Squad: an own player, one out of contract soon, one without a contract. Targets: an English one, a foreign one,
/// one without a club.
fn plan() -> Plan {
    let club = json!({"name": "Home", "country": "England", "league": "Premier League"});
    let mut plan = serde_json::to_value(Plan::new(
        "Test",
        serde_json::from_value(club.clone()).unwrap(),
        "2025-09-25".parse().unwrap(),
        Currency::GBP,
    ))
    .unwrap();
    let palace = json!({"name": "Crystal Palace", "country": "England", "league": "Premier League"});
    plan["players"] = json!([
        {"id": "gomez", "name": "Joe Gomez", "kind": "squad", "contract": {"until": "2027-06-30"}},
        {"id": "konate", "name": "Ibrahima Konaté", "kind": "squad", "contract": {"until": "2025-12-31"}},
        {"id": "bradley", "name": "Conor Bradley", "kind": "squad"},
        {"id": "guehi", "name": "Marc Guéhi", "kind": "target", "club": palace, "contract": {"until": "2026-06-30"}},
        {"id": "upamecano", "name": "Dayot Upamecano", "kind": "target",
         "club": {"name": "Bayern", "country": "Germany"}, "contract": {"until": "2026-06-30"}},
        {"id": "free", "name": "Free Agent", "kind": "target"}
    ]);
    plan["windows"] = json!([
        {"id": "summer", "name": "Summer 2025", "opens": "2025-06-16", "closes": "2025-09-01"},
        {"id": "winter", "name": "Winter 2026", "opens": "2026-01-01", "closes": "2026-02-02"},
        {"id": "next", "name": "Summer 2026", "opens": "2026-06-15", "closes": "2026-08-31"}
    ]);
    plan["matchdays"] = json!([{"date": "2025-09-27", "origin": "imported"}]);
    plan["scenarios"][0]["charts"] = json!({"lcb": ["gomez", "guehi", "gomez"], "rcb": ["nobody"]});
    serde_json::from_value(plan).unwrap()
}

#[test]
fn a_squad_player_whom_one_scenario_leaves_out_is_put_there_with_a_click() {
    let mut plan = plan();
    let other = |id: &str, charts: serde_json::Value| {
        let formation = plan.scenarios[0].formation.clone();
        serde_json::from_value(
            json!({"id": id, "name": id, "colour": "pink", "formation": formation, "charts": charts, "moves": []}),
        )
        .unwrap()
    };
    let more = [other("b", json!({"rcb": ["konate"]})), other("empty", json!({}))];
    plan.scenarios.extend(more);
    plan.scenarios[0].charts = serde_json::from_value(json!({"rcb": ["konate", "gomez"]})).unwrap();
    let found = problems(&plan);
    let told: Vec<&Problem> =
        found.iter().filter(|problem| problem.message.contains("on one side only")).collect();
    let [problem] = told.as_slice() else { panic!("{told:?}") };
    assert!(problem.message.starts_with("Joe Gomez stands in the charts of Plan A but not of b"));
    assert_eq!(problem.fixes[0].label, "Also in b");
    let after = apply(&plan, &problem.fixes[0].edit).unwrap();
    assert_eq!(after.scenarios[1].chart(&"rcb".parse().unwrap()).len(), 2);
    assert!(!problems(&after).iter().any(|problem| problem.message.contains("on one side only")));
}

fn day() -> impl Strategy<Value = Option<Date>> {
    let days = [
        "2025-08-15",
        "2025-09-25",
        "2025-11-10",
        "2026-01-10",
        "2026-03-01",
        "2026-06-30",
        "2026-07-01",
        "2027-06-30",
        "2030-06-30",
    ];
    prop_oneof![
        2 => Just(None),
        3 => prop::sample::select(days.to_vec()).prop_map(|day| Some(day.parse().unwrap())),
    ]
}

fn a_move() -> impl Strategy<Value = Move> {
    let players = ["gomez", "konate", "bradley", "guehi", "upamecano", "free", "nobody"];
    (
        prop::sample::select(players.to_vec()),
        prop::sample::select(MoveKind::ALL.to_vec()),
        prop_oneof![
            Just(None),
            prop::sample::select(vec!["summer", "winter", "next", "never"]).prop_map(Some)
        ],
        day(),
        day(),
        prop::sample::select(vec![0.0, 0.3, 0.5, 0.8, 1.0, 1.5]),
        prop_oneof![2 => Just(None), 1 => Just(Some("g")), 1 => Just(Some("h"))],
    )
        .prop_map(|(player, kind, window, date, until, chance, group)| {
            let mut mv = Move::new("m".parse().unwrap(), player.parse().unwrap(), kind);
            mv.window = window.map(|window| window.parse().unwrap());
            (mv.date, mv.until, mv.chance, mv.group) = (date, until, chance, group.map(str::to_owned));
            if kind.has_fee() {
                mv.fee = Some(crate::model::MoneyRange::exactly(1_000_000, Currency::GBP));
            }
            mv
        })
}

fn errors(found: &[Problem]) -> usize {
    found.iter().filter(|problem| problem.severity == Severity::Error).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_remedy_takes_its_problem_away_and_brings_no_error(moves in prop::collection::vec(a_move(), 1..7)) {
        let mut plan = plan();
        for (at, mut mv) in moves.into_iter().enumerate() {
            mv.id = MoveId::new_for(&format!("m{at}"), |_| false);
            plan.scenarios[0].moves.push(mv);
        }
        let before = problems(&plan);
        for problem in &before {
            for fix in &problem.fixes {
                let after = apply(&plan, &fix.edit);
                prop_assert!(after.is_ok(), "{problem:?}: {:?}", after.err());
                let after = after.unwrap();
                let found = problems(&after);
                let same = |found: &&Problem| {
                    found.place == problem.place && found.message == problem.message
                };
                prop_assert!(!found.iter().any(|found| same(&found)), "{fix:?} leaves {problem:?}");
                prop_assert!(
                    errors(&found) <= errors(&before),
                    "{fix:?} for {problem:?} brings an error: {found:#?}"
                );
                let mut session = Session::new(plan.clone());
                session.apply(&fix.edit).unwrap();
                session.undo();
                prop_assert_eq!(&**session.plan(), &plan);
            }
        }
    }
}

/// The remedies offered for the problem that says `says`.
fn offered(change: impl FnOnce(&mut Vec<Move>), says: &str) -> Vec<String> {
    let mut plan = plan();
    plan.scenarios[0].charts.clear();
    change(&mut plan.scenarios[0].moves);
    let found = problems(&plan);
    let problem = found.iter().find(|problem| problem.message.contains(says));
    let problem = problem.unwrap_or_else(|| panic!("nothing says {says}: {found:#?}"));
    problem.fixes.iter().map(|fix| fix.label.clone()).collect()
}

fn written(player: &str, kind: MoveKind) -> Move {
    Move::new(MoveId::new_for(&format!("{player} {}", kind.name()), |_| false), player.parse().unwrap(), kind)
}

#[test]
fn the_remedies_say_what_they_do() {
    let bought = |date: &str| Move { date: Some(date.parse().unwrap()), ..written("guehi", MoveKind::Buy) };
    assert_eq!(
        offered(|moves| moves.push(bought("2025-11-10")), "no window of the plan is open"),
        ["Move it to Winter 2026", "Move it to Summer 2026", "Make it a free transfer on 1 Jul 2026"]
    );
    assert_eq!(
        offered(|moves| moves.push(written("guehi", MoveKind::PreContract)), "same English league"),
        ["Make it a free transfer on 1 Jul 2026", "Buy him in Winter 2026", "Buy him in Summer 2026"]
    );
    let early = |moves: &mut Vec<Move>| {
        let window = Some("winter".parse().unwrap());
        moves.push(Move { window, chance: 0.6, ..written("gomez", MoveKind::Sell) });
        moves.push(Move { id: "again".parse().unwrap(), ..moves[0].clone() });
    };
    assert_eq!(
        offered(early, "leaves for good more than once"),
        ["Put both into one group and lower their chances", "Remove this move"]
    );
    let at_once = |moves: &mut Vec<Move>| {
        let date = Some("2026-01-10".parse().unwrap());
        moves.push(Move { date, chance: 0.4, ..written("gomez", MoveKind::Sell) });
        moves.push(Move { date, chance: 0.4, ..written("gomez", MoveKind::Renew) });
    };
    assert_eq!(
        offered(at_once, "renews and is sold on the same day, 10 Jan 2026"),
        ["Put both into one group", "Remove the renewal", "Remove the sale"]
    );
    let arrives = |moves: &mut Vec<Move>| {
        moves.push(Move { window: Some("next".parse().unwrap()), ..written("gomez", MoveKind::Buy) });
    };
    assert_eq!(offered(arrives, "is in the squad already"), ["Remove the move", "Make him a target"]);
    let alone = |moves: &mut Vec<Move>| {
        moves.push(Move { group: Some("g".to_owned()), ..written("guehi", MoveKind::FreeTransfer) });
    };
    assert_eq!(offered(alone, "has one move only"), ["Take it out of the group"]);
}

#[test]
fn whoever_has_left_does_not_stay_and_whoever_came_back_may_leave_again() {
    let on = |player: &str, kind, date: &str, id: &str| Move {
        id: id.parse().unwrap(),
        date: Some(date.parse().unwrap()),
        ..written(player, kind)
    };
    let left = |moves: &mut Vec<Move>| {
        moves.push(on("gomez", MoveKind::Sell, "2026-01-10", "a"));
        moves.push(on("gomez", MoveKind::Renew, "2026-03-01", "b"));
    };
    offered(left, "renews on 1 Mar 2026, but is sold on 10 Jan 2026");
    let mut plan = plan();
    plan.scenarios[0].charts.clear();
    plan.scenarios[0].moves = vec![
        on("gomez", MoveKind::Sell, "2026-01-10", "a"),
        on("gomez", MoveKind::Buy, "2026-07-01", "b"),
        on("gomez", MoveKind::Sell, "2026-08-01", "c"),
    ];
    assert_eq!(problems(&plan), []);
}

#[test]
fn a_loan_may_become_a_purchase_once_it_is_over() {
    let loan = Move {
        window: Some("winter".parse().unwrap()),
        until: Some("2026-06-30".parse().unwrap()),
        ..written("upamecano", MoveKind::LoanIn)
    };
    let signs = written("upamecano", MoveKind::FreeTransfer);
    let mut plan = plan();
    plan.scenarios[0].charts.clear();
    plan.scenarios[0].moves = vec![loan.clone(), signs];
    assert_eq!(problems(&plan), []);
    plan.scenarios[0].moves[0].until = Some("2026-12-31".parse().unwrap());
    assert!(problems(&plan).iter().any(|problem| problem.message.contains("longer than his contract")));
}

#[test]
fn nobody_is_lent_or_sold_beyond_his_contract() {
    let lent = |until: Option<&str>, date: &str, player: &str| Move {
        until: until.map(|until| until.parse().unwrap()),
        date: Some(date.parse().unwrap()),
        ..written(player, MoveKind::LoanOut)
    };
    let labels = offered(
        |moves| moves.push(lent(Some("2027-12-31"), "2026-01-10", "gomez")),
        "is lent until 31 Dec 2027 in Plan A, but his contract ends on 30 Jun 2027",
    );
    assert_eq!(labels, ["End the loan with his contract, 30 Jun 2027"]);
    offered(
        |moves| moves.push(lent(None, "2026-01-10", "konate")),
        "goes on loan on 10 Jan 2026 in Plan A, but his contract has ended on 31 Dec 2025",
    );
    offered(|moves| moves.push(lent(None, "2026-01-10", "bradley")), "Nothing is known of a contract");
}

#[test]
fn what_has_happened_becomes_part_of_the_squad() {
    let mut plan = plan();
    plan.scenarios[0].charts.clear();
    let window = Some("summer".parse().unwrap());
    let until = Some("2030-06-30".parse().unwrap());
    plan.scenarios[0].moves = vec![Move { window, until, ..written("guehi", MoveKind::Buy) }];
    let found = problems(&plan);
    let fix = found.iter().flat_map(|problem| &problem.fixes).find(|fix| fix.label.starts_with("It has"));
    let after = apply(&plan, &fix.unwrap().edit).unwrap();
    let guehi = after.player(&"guehi".parse().unwrap()).unwrap();
    assert_eq!((guehi.is_target(), guehi.contract_until()), (false, until));
    assert!(after.scenarios[0].moves.is_empty());
    assert!(
        matches!(&fix.unwrap().edit, Edit::Together { label, .. } if label.starts_with("it has happened"))
    );
}

#[test]
fn a_colour_nobody_can_read_is_left_out_by_its_remedy() {
    let mut plan = plan();
    let colours = json!({"main": "#c8102e", "second": "gold"});
    plan.club.colours = serde_json::from_value(colours).unwrap();
    let about = |plan: &Plan| problems(plan).into_iter().find(|problem| problem.message.contains("colour"));
    let problem = about(&plan).unwrap();
    assert_eq!((problem.severity, &problem.place), (Severity::Warning, &Place::Plan));
    assert!(problem.message.contains("\"gold\"") && problem.remedy.contains("#c8102e"), "{problem:?}");
    let [fix] = problem.fixes.as_slice() else { panic!("{:?}", problem.fixes) };
    let after = apply(&plan, &fix.edit).unwrap();
    assert_eq!((after.club.colours.as_ref(), about(&after)), (None, None));
    assert_eq!(after.club.league, plan.club.league);
}
