//! One table per set of rules: who takes a place, and what is said of what is not known.

use crate::model::{Club, Contract, Currency, Move, MoveKind, Plan, Player, PlayerId, PlayerKind, Position};

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn named(name: &str) -> &'static RegistrationRules {
    known_rules().iter().find(|rules| rules.name == name).unwrap()
}

/// A player born in this year and what is known of his training: home-grown, then club-trained.
fn player(n: usize, born: &str, home_grown: Option<bool>, club_trained: Option<bool>) -> Player {
    let name = format!("Player {n}");
    let mut player = Player::new(PlayerId::new_for(&name, |_| false), name, PlayerKind::Squad);
    player.born = born.parse().ok();
    (player.home_grown, player.club_trained) = (home_grown, club_trained);
    player
}

fn plan(league: &str, country: &str, players: Vec<Player>) -> Plan {
    let club =
        Club { country: Some(country.to_owned()), league: Some(league.to_owned()), ..Club::named("Home") };
    let mut plan = Plan::new("Home 2025–26", club, day("2025-09-25"), Currency::GBP);
    plan.players = players.into_iter().map(Into::into).collect();
    plan
}

fn counted(plan: &Plan, rules: &str, on: &str) -> Registration {
    count(plan, plan.scenarios.first().unwrap(), day(on), named(rules))
}

fn rows(registration: &Registration) -> Vec<String> {
    registration.limits.iter().map(|limit| format!("{}: {}", limit.what, limit.words())).collect()
}

const SENIOR: &str = "1999-05-25";
const YES: Option<bool> = Some(true);
const NO: Option<bool> = Some(false);

#[test]
fn the_league_of_the_club_says_which_rules_count() {
    for (league, country, expected) in [
        ("Premier League", "England", vec!["Premier League squad list"]),
        ("LaLiga", "Spain", vec!["LaLiga first-team licences"]),
        ("La Liga", "Spain", vec!["LaLiga first-team licences"]),
        ("Premier League", "Ghana", vec![]),
    ] {
        let plan = plan(league, country, Vec::new());
        let names: Vec<&str> = rules_of(&plan).iter().map(|rules| rules.name.as_str()).collect();
        assert_eq!(names, expected, "{league}, {country}");
    }
    let mut own = plan("LaLiga", "Spain", Vec::new());
    own.registration = vec![named("UEFA List A").clone()];
    assert_eq!(registrations(&own, &own.scenarios[0], own.as_of).len(), 1);
    assert_eq!(registration(&own, &own.scenarios[0], own.as_of).unwrap().rules, "UEFA List A");
}

#[test]
fn every_known_set_of_rules_names_its_source_and_what_is_to_be_checked() {
    for rules in known_rules() {
        assert!(!rules.source.is_empty() && rules.dated.is_some(), "{}", rules.name);
        assert!(!rules.check.is_empty(), "{}: say what nobody has checked", rules.name);
        assert!(rules.extra.is_empty(), "{}: {:?}", rules.name, rules.extra);
    }
}

#[test]
fn premier_league_under_21s_need_no_place() {
    for (born, on, young) in [
        ("2004-01-01", "2025-09-25", true),
        ("2003-12-31", "2025-09-25", false),
        // The season decides, not the day.
        ("2004-01-01", "2026-06-30", true),
        ("2004-01-01", "2026-07-01", false),
        ("2005-01-01", "2026-07-01", true),
    ] {
        let plan = plan("Premier League", "England", vec![player(1, born, NO, NO)]);
        let listing = counted(&plan, "Premier League squad list", on).players[0].listing;
        assert_eq!(listing == Listing::Young, young, "born {born}, on {on}");
    }
}

#[test]
fn premier_league_takes_twenty_five_of_whom_seventeen_not_home_grown() {
    for (foreign, grown, unknown, expected, verdict) in [
        (17, 8, 0, ["places: 25 of 25", "not home-grown: 17 of 17"], Verdict::Fits),
        (18, 4, 0, ["places: 22 of 25", "not home-grown: 18 of 17"], Verdict::Breaks),
        (10, 16, 0, ["places: 26 of 25", "not home-grown: 10 of 17"], Verdict::Breaks),
        (16, 5, 3, ["places: 24 of 25", "not home-grown: 16\u{2013}19 of 17"], Verdict::Open),
    ] {
        let marks = std::iter::repeat_n(NO, foreign)
            .chain(std::iter::repeat_n(YES, grown))
            .chain(std::iter::repeat_n(None, unknown));
        let players = marks.enumerate().map(|(n, mark)| player(n, SENIOR, mark, None)).collect();
        let plan = plan("Premier League", "England", players);
        let found = counted(&plan, "Premier League squad list", "2025-09-25");
        assert_eq!(rows(&found), expected);
        assert_eq!(found.verdict(), verdict, "{expected:?}");
        let said = if unknown == 0 { vec![] } else { vec!["3 players: home-grown not known".to_owned()] };
        assert_eq!(found.unknown, said);
    }
}

#[test]
fn uefa_keeps_eight_places_and_four_of_them_for_the_clubs_own() {
    for (foreign, grown, own, expected, verdict) in [
        (
            17,
            4,
            4,
            ["places: 25 of 25", "not home-grown: 17 of 17", "not club-trained: 21 of 21"],
            Verdict::Fits,
        ),
        (
            17,
            5,
            3,
            ["places: 25 of 25", "not home-grown: 17 of 17", "not club-trained: 22 of 21"],
            Verdict::Breaks,
        ),
        (
            16,
            4,
            5,
            ["places: 25 of 25", "not home-grown: 16 of 17", "not club-trained: 20 of 21"],
            Verdict::Fits,
        ),
    ] {
        let marks = std::iter::repeat_n((NO, NO), foreign)
            .chain(std::iter::repeat_n((YES, NO), grown))
            .chain(std::iter::repeat_n((YES, YES), own));
        let mut players: Vec<Player> =
            marks.enumerate().map(|(n, (grown, own))| player(n, SENIOR, grown, own)).collect();
        for keeper in &mut players[..2] {
            keeper.positions = vec![Position::Gk];
        }
        let found = counted(&plan("LaLiga", "Spain", players), "UEFA List A", "2025-09-25");
        let mut expected = expected.map(str::to_owned).to_vec();
        expected.push("goalkeepers: 2, needs 2".to_owned());
        assert_eq!(rows(&found), expected);
        assert_eq!(found.verdict(), verdict, "{expected:?}");
    }
}

#[test]
fn uefa_list_b_takes_the_young_after_two_years_at_the_club() {
    for (born, joined, listing) in [
        ("2005-03-01", Some("2023-09-25"), Listing::Young),
        ("2005-03-01", Some("2023-09-26"), Listing::Foreign),
        ("2005-03-01", None, Listing::PerhapsYoung),
        (SENIOR, None, Listing::Foreign),
    ] {
        let mut young = player(1, born, NO, NO);
        young.contract = Some(Contract { from: joined.map(day), ..Contract::default() });
        let found = counted(&plan("LaLiga", "Spain", vec![young]), "UEFA List A", "2025-09-25");
        assert_eq!(found.players[0].listing, listing, "{born} {joined:?}");
        let said = found.unknown.iter().any(|words| words == "1 player: time at the club not known");
        assert_eq!(said, listing == Listing::PerhapsYoung);
    }
}

#[test]
fn laliga_counts_twenty_five_whatever_their_age_and_training() {
    for (size, expected, verdict) in [(25, "25 of 25", Verdict::Fits), (26, "26 of 25", Verdict::Breaks)] {
        let players = (0..size).map(|n| player(n, "2007-01-01", None, None)).collect();
        let found = counted(&plan("LaLiga", "Spain", players), "LaLiga first-team licences", "2025-09-25");
        assert_eq!((found.short().as_str(), found.verdict()), (expected, verdict));
        assert_eq!(found.limits.len(), 1);
        assert!(found.unknown.is_empty(), "{:?}", found.unknown);
    }
}

#[test]
fn only_what_makes_a_difference_is_said_not_to_be_known() {
    let mut young = player(1, "2005-03-01", NO, NO);
    young.contract = Some(Contract::default());
    // Whenever he was born: nobody who comes now has been at the club for two years.
    let mut newcomer = player(2, "", NO, NO);
    newcomer.kind = PlayerKind::Target;
    let mut plan = plan("LaLiga", "Spain", vec![young, newcomer]);
    let id = PlayerId::new_for("Player 2", |_| false);
    let buy = Move::new("buy".parse().unwrap(), id, MoveKind::Buy);
    plan.scenarios[0].moves = vec![Move { date: Some(day("2025-09-25")), ..buy }];
    let found = counted(&plan, "UEFA List A", "2025-09-25");
    assert_eq!(found.unknown, ["1 player: time at the club not known"]);
}

#[test]
fn a_day_of_birth_that_is_not_known_is_said_and_may_cost_a_place() {
    let plan =
        plan("Premier League", "England", vec![player(1, "", YES, None), player(2, SENIOR, YES, None)]);
    let found = counted(&plan, "Premier League squad list", "2025-09-25");
    assert_eq!(found.short(), "1\u{2013}2 of 25");
    assert_eq!(found.unknown, ["1 player: day of birth not known"]);
}

#[test]
fn moves_fill_and_free_places_from_their_day_on() {
    let mut plan = plan("Premier League", "England", vec![player(1, SENIOR, YES, None)]);
    let mut targets = [player(2, SENIOR, NO, NO), player(3, SENIOR, NO, NO)];
    for target in &mut targets {
        target.kind = PlayerKind::Target;
        plan.players.push(target.clone().into());
    }
    let mut mv = |who: &Player, kind, chance, group: Option<&str>| {
        let id = crate::model::MoveId::new_for(&format!("{}-{}", who.id, group.unwrap_or("x")), |_| false);
        let mut mv = Move::new(id, who.id.clone(), kind);
        (mv.date, mv.chance, mv.group) = (Some(day("2026-01-10")), chance, group.map(str::to_owned));
        plan.scenarios[0].moves.push(mv);
    };
    mv(&targets[0], MoveKind::Buy, 0.5, Some("one of them"));
    mv(&targets[1], MoveKind::Buy, 0.3, Some("one of them"));
    let on = |plan: &Plan, date| counted(plan, "Premier League squad list", date).short();
    assert_eq!(on(&plan, "2026-01-09"), "1 of 25");
    assert_eq!(on(&plan, "2026-01-10"), "1\u{2013}2 of 25", "one of two comes at most");
    plan.scenarios[0].moves[0].chance = 1.0;
    plan.scenarios[0].moves[0].group = None;
    assert_eq!(on(&plan, "2026-01-10"), "2\u{2013}3 of 25");
    let squad = plan.players[0].clone();
    let mut sale = Move::new("sale".parse().unwrap(), squad.id.clone(), MoveKind::Sell);
    sale.date = Some(day("2026-01-20"));
    plan.scenarios[0].moves.push(sale);
    assert_eq!(on(&plan, "2026-01-20"), "1\u{2013}2 of 25", "the sale frees his place");
}
