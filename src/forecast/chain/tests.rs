//! The chain against the figures of an independent program, plain enumeration, single days and its own simulation.

use proptest::prelude::*;

use super::*;
use crate::forecast::{Assumptions, Days, Deal, Ends, Health, Layoff, Member, Presence, Rates, Span, Spell};

const EXACT: Effort = Effort { cells: 1 << 20, seasons: 0, seed: 0 };

fn rates(first_choice: bool, durability: f64) -> Rates {
    Rates::of(first_choice, durability, &Assumptions::default())
}

fn always(health: Health) -> Member {
    Member { health, away: Days::none(), here: Presence::Certain(Days::all()) }
}

fn sound(first_choice: bool) -> Member {
    always(Health::sound(rates(first_choice, 1.0)))
}

/// Out for seven to nine months since two days before day 0.
fn long_out(first_choice: bool) -> Member {
    let layoff = Layoff::from_range(213.0, 274.0, &Assumptions::default());
    always(Health::new(rates(first_choice, 1.0), [Spell { starts: -2, ends: Ends::After(layoff) }]))
}

fn until(last: Day, member: Member) -> Member {
    Member { here: Presence::Certain([Span { first: Day::MIN, last }].into_iter().collect()), ..member }
}

/// Comes on `first` if `deal` ends in its first outcome.
fn signing(deal: usize, first: Day, member: Member) -> Member {
    Member { here: Presence::Deal { deal, days: vec![[Span::from(first)].into_iter().collect()] }, ..member }
}

fn squad(members: Vec<Member>) -> Squad {
    Squad { members, deals: vec![] }
}

fn short(squad: &Squad, k: usize, matchdays: &[Day]) -> f64 {
    let short = short_somewhere(squad, &[k], matchdays, EXACT)[0];
    assert_eq!(short.method, Method::Exact);
    short.chance
}

fn covered(squad: &Squad, k: usize, matchdays: &[Day]) -> f64 {
    let last = *matchdays.last().unwrap();
    let fits: Vec<Vec<f64>> = squad.members.iter().map(|member| member.health.fit(last)).collect();
    let on = |day: &Day| {
        let fit: Vec<f64> = fits.iter().map(|fit| fit[*day as usize]).collect();
        squad.at_least(&fit, *day)[k]
    };
    matchdays.iter().map(on).sum()
}

fn daily() -> Vec<Day> {
    (1..=300).collect()
}

/// From the third day on, every seven: 28 September 2025 to 28 June 2026, as of 25 September 2025.
fn weekly() -> Vec<Day> {
    (0..40).map(|week| 3 + 7 * week).collect()
}

/// Two first choices, one of whom leaves on 30 June 2026; one injury-prone; one long out; one perhaps signed.
fn story() -> Squad {
    Squad {
        members: vec![
            sound(true),
            until(278, sound(true)),
            always(Health::sound(rates(false, 1.6))),
            long_out(false),
            signing(0, 121, sound(false)),
        ],
        deals: vec![Deal::new([0.62, 0.38])],
    }
}

#[test]
fn six_first_choices_with_a_match_every_day_have_the_stated_season() {
    let six = squad(vec![sound(true); 6]);
    assert!((short(&six, 3, &daily()) - 0.196_216).abs() < 5e-7);
    assert!((covered(&six, 3, &daily()) - 298.6113).abs() < 5e-5);
    let worst = daily().iter().map(|day| covered(&six, 3, &[*day])).fold(1.0, f64::min);
    assert!((worst - 0.994_819).abs() < 5e-7);
}

#[test]
fn two_first_choices_and_others_have_the_stated_season() {
    let with = |others: usize| squad([vec![sound(true); 2], vec![sound(false); others]].concat());
    assert!((short(&with(4), 3, &daily()) - 0.060_791).abs() < 5e-7);
    assert!((short(&with(2), 2, &daily()) - 0.169_507).abs() < 5e-7);
}

#[test]
fn the_story_with_an_injury_a_leaver_and_a_doubtful_signing_has_the_stated_season() {
    assert!((short(&story(), 2, &weekly()) - 0.441_365_544_839_797_73).abs() < 1e-9);
    assert!((short(&story(), 3, &weekly()) - 0.971_292_927_843_113).abs() < 1e-9);
}

#[test]
fn the_same_without_the_signing_has_the_stated_season() {
    let mut story = story();
    story.members.pop();
    assert!((short(&story, 2, &weekly()) - 0.570_446_848_474_962_2).abs() < 1e-9);
    assert!((short(&story, 3, &weekly()) - 0.994_738_436_260_549_3).abs() < 1e-9);
}

#[test]
fn the_story_covers_the_stated_number_of_matchdays() {
    let expected = [(2, 38.826_322_966_699_98), (3, 31.055_150_373_662_936), (4, 10.358_138_169_711_323)];
    for (k, expected) in expected {
        assert!((covered(&story(), k, &weekly()) - expected).abs() < 1e-9, "k = {k}");
    }
}

#[test]
fn without_matchdays_nobody_is_ever_short() {
    assert_eq!(short(&story(), 2, &[]), 0.0);
    assert_eq!(short(&story(), 2, &[-30, -1]), 0.0, "what is before day 0 has been played");
}

#[test]
fn more_than_there_are_is_always_short_and_none_never() {
    assert_eq!(short(&story(), 6, &weekly()), 1.0);
    assert_eq!(short(&story(), 0, &weekly()), 0.0);
    assert_eq!(short(&Squad::default(), 1, &weekly()), 1.0);
}

#[test]
fn a_match_on_day_0_counts() {
    assert_eq!(short(&squad(vec![long_out(true)]), 1, &[0]), 1.0);
    assert_eq!(short(&squad(vec![sound(true)]), 1, &[0]), 0.0);
}

#[test]
fn a_suspended_player_does_not_count_however_fit() {
    let mut suspended = sound(true);
    suspended.away = [Span { first: 10, last: 10 }].into_iter().collect();
    assert_eq!(short(&squad(vec![suspended.clone()]), 1, &[10]), 1.0);
    assert!(short(&squad(vec![suspended]), 1, &[9, 11]) < 0.5);
}

#[test]
fn the_simulation_agrees_within_three_standard_errors_and_repeats_itself() {
    let effort = Effort { cells: 0, seasons: 100_000, seed: 1 };
    let simulated = short_somewhere(&story(), &[2, 3], &weekly(), effort);
    for (k, simulated) in [2, 3].into_iter().zip(&simulated) {
        assert_eq!(simulated.method, Method::Simulated);
        let exact = short(&story(), k, &weekly());
        let error = simulated.standard_error.unwrap();
        assert!(error > 0.0 && error < 0.002);
        assert!((simulated.chance - exact).abs() < 3.0 * error, "k = {k}: {} and {exact}", simulated.chance);
    }
    assert_eq!(short_somewhere(&story(), &[2, 3], &weekly(), effort), simulated);
}

#[test]
fn each_of_three_ends_of_a_deal_is_drawn_as_often_as_its_chance_says() {
    let all = || -> Days { [Span::from(Day::MIN)].into_iter().collect() };
    let comes_in = |outcome: usize| {
        let days = (0..3).map(|end| if end == outcome { all() } else { Days::none() }).collect();
        Member { here: Presence::Deal { deal: 0, days }, ..sound(true) }
    };
    let squad = Squad { members: vec![comes_in(0), comes_in(1)], deals: vec![Deal::new([0.5, 0.3, 0.2])] };
    let exact = short(&squad, 1, &[1]);
    let simulated = short_somewhere(&squad, &[1], &[1], Effort { cells: 0, seasons: 100_000, seed: 1 })[0];
    let error = simulated.standard_error.unwrap();
    assert!((simulated.chance - exact).abs() < 4.0 * error, "{} and {exact}", simulated.chance);
}

#[test]
fn players_who_are_alike_share_an_axis_and_those_who_are_not_do_not_fit() {
    let alike = squad(vec![sound(true); 30]);
    let few = Effort { cells: 31, seasons: 1000, seed: 1 };
    assert_eq!(short_somewhere(&alike, &[20], &weekly(), few)[0].method, Method::Exact);
    let distinct = (0..21).map(|i| always(Health::sound(rates(false, 1.0 + f64::from(i) / 100.0))));
    let distinct = squad(distinct.collect());
    let limit = Effort { cells: 1 << 20, seasons: 1000, seed: 1 };
    assert_eq!(short_somewhere(&distinct, &[12], &weekly(), limit)[0].method, Method::Simulated);
}

/// The chance of being short by carrying every combination of states from day to day, nothing gathered, nothing skipped.
fn enumerated(squad: &Squad, k: usize, matchdays: &[Day]) -> f64 {
    let ways: Vec<Vec<usize>> = squad.deals.iter().fold(vec![vec![]], |ways, deal| {
        let ends = 0..deal.chances().len();
        ways.iter().flat_map(|way| ends.clone().map(move |end| [way.clone(), vec![end]].concat())).collect()
    });
    let n = squad.members.len();
    let states: Vec<Vec<usize>> = (0..3_usize.pow(n as u32))
        .map(|code| (0..n).map(|i| code / 3_usize.pow(i as u32) % 3).collect())
        .collect();
    let mut answer = 0.0;
    for way in ways {
        let weight: f64 = way.iter().zip(&squad.deals).map(|(end, deal)| deal.chances()[*end]).product();
        let start: Vec<usize> =
            squad.members.iter().map(|member| if member.health.out_on_day_0() { 2 } else { 1 }).collect();
        let mut mass: Vec<f64> = states.iter().map(|state| f64::from(u8::from(*state == start))).collect();
        for day in 0..=*matchdays.last().unwrap_or(&0) {
            if day > 0 {
                let chances: Vec<[[f64; 3]; 3]> =
                    squad.members.iter().map(|member| one_day(&member.health, day)).collect();
                mass = states
                    .iter()
                    .map(|to| {
                        let arriving = states.iter().zip(&mass).map(|(from, mass)| {
                            (0..n).fold(*mass, |mass, i| mass * chances[i][from[i]][to[i]])
                        });
                        arriving.sum()
                    })
                    .collect();
            }
            if matchdays.contains(&day) {
                for (state, mass) in states.iter().zip(&mut mass) {
                    let counting = squad.members.iter().zip(state).filter(|(member, state)| {
                        **state == 1 && member.counts(member.deal().map_or(0, |deal| way[deal]), day)
                    });
                    if counting.count() < k {
                        *mass = 0.0;
                    }
                }
            }
        }
        answer += weight * (1.0 - mass.iter().sum::<f64>());
    }
    answer
}

/// One day's chances over [out, fit, out with the known injury], for a body with at most one known injury.
fn one_day(health: &Health, day: Day) -> [[f64; 3]; 3] {
    let (stay, recover) = (health.rates().fit_after_fit(1), health.rates().fit_after_out(1));
    let background = [[1.0 - recover, recover, 0.0], [1.0 - stay, stay, 0.0]];
    let Some(spell) = health.spells().first() else { return [background[0], background[1], [0.0, 0.0, 1.0]] };
    if spell.starts == day {
        return [[0.0, 0.0, 1.0]; 3];
    }
    let back = match spell.ends {
        Ends::On(end) => f64::from(u8::from(day >= end)),
        Ends::After(layoff) if day > spell.starts => {
            let since = f64::from(day - spell.starts);
            1.0 - layoff.still_out(since, since - 1.0)
        }
        Ends::After(_) => 0.0,
    };
    [background[0], background[1], [0.0, back, 1.0 - back]]
}

fn any_member() -> impl Strategy<Value = Member> {
    let health = (
        prop::bool::ANY,
        prop::sample::select(vec![0.6, 1.0, 1.6]),
        prop::option::of((-20..20_i32, 1..30_i32, prop::bool::ANY)),
    )
        .prop_map(|(first, durability, injury)| {
            let spell = injury.map(|(starts, days, known)| Spell {
                starts,
                ends: if known {
                    Ends::On(starts + days)
                } else {
                    Ends::After(Layoff::from_median(f64::from(days), 0.5))
                },
            });
            Health::new(rates(first, durability), spell)
        });
    let span = || (-10..40_i32, -5..30_i32).prop_map(|(first, days)| Span { first, last: first + days });
    let here = prop_oneof![
        3 => Just(Presence::Certain(Days::all())),
        1 => span().prop_map(|span| Presence::Certain([span].into_iter().collect())),
        2 => (0..2_usize, prop::collection::vec(span().prop_map(|span| [span].into_iter().collect()), 1..=2))
            .prop_map(|(deal, days)| Presence::Deal { deal, days }),
    ];
    let away = prop::option::of(span()).prop_map(|span| span.into_iter().collect());
    (health, here, away).prop_map(|(health, here, away)| Member { health, away, here })
}

fn any_squad() -> impl Strategy<Value = Squad> {
    let chances = || prop::collection::vec(0.05..1.0_f64, 2..=3).prop_map(Deal::new);
    (prop::collection::vec(any_member(), 0..=4), chances(), chances())
        .prop_map(|(members, one, other)| Squad { members, deals: vec![one, other] })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_joint_chain_equals_enumeration_over_all_states(
        squad in any_squad(),
        k in 0..=3_usize,
        matchdays in prop::collection::btree_set(0..25_i32, 0..=6),
    ) {
        let matchdays: Vec<Day> = matchdays.into_iter().collect();
        let (exact, plain) = (short(&squad, k, &matchdays), enumerated(&squad, k, &matchdays));
        prop_assert!((exact - plain).abs() < 1e-12, "{exact} {plain}");
    }

    #[test]
    fn on_a_single_matchday_the_chain_is_the_cover_of_that_day(squad in any_squad(), day in 0..120_i32) {
        for k in 0..=squad.members.len() {
            let (chain, cover) = (1.0 - short(&squad, k, &[day]), covered(&squad, k, &[day]));
            prop_assert!((chain - cover).abs() < 1e-12, "k = {k}: {chain} {cover}");
        }
    }

    #[test]
    fn more_matchdays_and_a_higher_bar_never_make_it_safer(squad in any_squad(), last in 1..60_i32) {
        let all: Vec<Day> = (0..=last).step_by(3).collect();
        let (fewer, _) = all.split_at(all.len() / 2);
        for k in 1..=3 {
            let whole = short(&squad, k, &all);
            prop_assert!(short(&squad, k, fewer) <= whole + 1e-12);
            prop_assert!(short(&squad, k - 1, &all) <= whole + 1e-12);
        }
    }

    #[test]
    fn the_chain_and_the_product_of_marginals_agree_on_being_here(squad in any_squad(), day in 0..60_i32) {
        for member in &squad.members {
            let fit = member.health.fit(day)[day as usize];
            let alone = Squad { members: vec![member.clone()], deals: squad.deals.clone() };
            let expected = if member.away.contains(day) { 0.0 } else { fit * squad.here(member, day) };
            prop_assert!((1.0 - short(&alone, 1, &[day]) - expected).abs() < 1e-12);
        }
    }
}
