//! Money against hand-made figures, and what must hold for every plan.

use jiff::ToSpan as _;
use proptest::prelude::*;

use super::*;
use crate::model::{Amount, Currency, MoneyRange, Move, MoveKind, Plan, Season, WagePeriod};
use crate::report::any_moves::{any_plan, day, mv, plan, weekly};

fn pounds(amount: i64) -> MoneyRange {
    MoneyRange::exactly(amount, Currency::GBP)
}

/// The costs of scenario A with these moves.
fn costs(moves: Vec<Move>) -> Costs {
    let mut plan = plan();
    plan.scenarios[0].moves = moves;
    of_a(&plan)
}

fn of_a(plan: &Plan) -> Costs {
    Costs::of(plan, &"a".parse().unwrap()).unwrap()
}

#[track_caller]
fn close(one: f64, other: f64) {
    assert!((one - other).abs() < 0.005, "{one} is not {other} to the cent");
}

fn guehi() -> Move {
    Move {
        fee: Some(pounds(35_000_000)),
        until: Some(day("2030-06-30")),
        ..mv("m", "ann", MoveKind::Buy, "2026-01-24")
    }
}

#[test]
fn a_fee_is_spread_evenly_over_the_days_of_the_contract() {
    let costs = costs(vec![guehi()]);
    let line = &costs.moves[0].lines[0];
    assert_eq!(line.days(), Some(1619));
    for (season, days, amount) in [(2025, 158, 3_415_688.7), (2026, 365, 7_890_673.25)] {
        let season = Season(season);
        assert_eq!(line.days_within(season.first_day(), season.last_day()), days);
        let found = costs.season(season).unwrap().amortisation.expected.likely;
        assert!((found - amount).abs() < 0.5, "{season}: {found}");
    }
}

#[test]
fn a_long_contract_is_written_off_in_five_years() {
    let long = Move { until: Some(day("2034-06-30")), ..guehi() };
    let open = Move { until: None, ..guehi() };
    for mv in [long, open] {
        let assumed = mv.until.is_none();
        let costs = costs(vec![mv]);
        assert_eq!(costs.moves[0].lines[0].last, Some(day("2031-01-23")));
        assert_eq!(costs.remarks_of(RemarkKind::Assumed).count(), usize::from(assumed));
    }
}

#[test]
fn a_loan_without_an_end_lasts_to_the_end_of_its_season() {
    let loan = Move { fee: Some(pounds(1_000_000)), ..mv("m", "ann", MoveKind::LoanIn, "2026-01-24") };
    let costs = costs(vec![loan]);
    assert_eq!(costs.moves[0].lines[0].last, Some(day("2026-06-30")));
    close(costs.seasons[0].amortisation.expected.likely, 1_000_000.0);
}

#[test]
fn wages_run_by_the_day_from_arrival_to_the_last_day() {
    let loan = Move {
        wage: Some(weekly(70_000)),
        until: Some(day("2026-06-30")),
        ..mv("m", "ann", MoveKind::LoanIn, "2026-06-01")
    };
    let costs = costs(vec![loan]);
    close(costs.wages(day("2026-01-01"), day("2027-01-01")).expected.likely, 30.0 * 10_000.0);
    close(costs.wages(day("2026-06-30"), day("2026-07-01")).expected.likely, 10_000.0);
}

#[test]
fn a_sale_saves_the_known_wage_to_the_end_of_the_contract() {
    // "one" earns £70,000 a week until 30 June 2026; of "two" nothing is known.
    let sell = |who| Move { chance: 0.5, ..mv("m", who, MoveKind::Sell, "2026-06-01") };
    let known = costs(vec![sell("one")]);
    close(known.seasons[0].wages.if_it_happens.likely, -300_000.0);
    close(known.seasons[0].wages.expected.likely, -150_000.0);
    close(known.seasons[1].wages.if_it_happens.likely, 0.0);
    let unknown = costs(vec![sell("two")]);
    assert_eq!(unknown.remarks_of(RemarkKind::WageNotKnown).count(), 1);
    assert!(unknown.moves[0].lines.is_empty());
}

#[test]
fn a_loan_out_saves_the_wage_while_it_lasts() {
    let until = Some(day("2026-03-31"));
    let lend = Move { until, fee: Some(pounds(500_000)), ..mv("m", "one", MoveKind::LoanOut, "2026-03-01") };
    let costs = costs(vec![lend]);
    close(costs.seasons[0].wages.expected.likely, -310_000.0);
    close(costs.seasons[0].net_spend.expected.likely, -500_000.0);
    close(costs.seasons[0].season_cost.expected.likely, -310_000.0);
    close(costs.cost(day("2026-03-01"), day("2026-03-31")).expected.likely, -810_000.0);
    close(costs.cost(day("2026-02-01"), day("2026-03-01")).expected.likely, -510_000.0);
    close(costs.cost(day("2026-02-01"), day("2026-02-28")).expected.likely, 0.0);
}

#[test]
fn a_renewal_adds_the_difference_while_the_old_contract_runs_and_the_whole_after_it() {
    let renew = |who| Move {
        wage: Some(weekly(140_000)),
        until: Some(day("2027-06-30")),
        signing_on_fee: Some(Amount::new(456_000, Currency::GBP)),
        ..mv("m", who, MoveKind::Renew, "2026-04-01")
    };
    let known = costs(vec![renew("one")]);
    close(known.seasons[0].wages.expected.likely, 91.0 * 10_000.0);
    close(known.seasons[1].wages.expected.likely, 365.0 * 20_000.0);
    // 456 days from April 2026 to June 2027.
    close(known.seasons[0].amortisation.expected.likely, 91_000.0);
    // The contract of "four" ends on the same day, but nobody knows what he earns.
    let unknown = costs(vec![renew("four")]);
    close(unknown.seasons[0].wages.expected.likely, 0.0);
    close(unknown.seasons[1].wages.expected.likely, 365.0 * 20_000.0);
    assert_eq!(unknown.remarks_of(RemarkKind::WageNotKnown).count(), 1);
}

#[test]
fn who_has_signed_can_be_lent_out_and_only_then_is_his_wage_saved() {
    let buy = Move {
        wage: Some(weekly(7_000)),
        until: Some(day("2030-06-30")),
        chance: 0.5,
        ..mv("buy", "ann", MoveKind::Buy, "2026-01-01")
    };
    let lend = Move { until: Some(day("2027-06-30")), ..mv("lend", "ann", MoveKind::LoanOut, "2026-07-01") };
    let both = costs(vec![lend.clone(), buy]);
    close(both.seasons[0].wages.expected.likely, 0.5 * 181.0 * 1000.0);
    close(both.seasons[1].wages.expected.likely, 0.0);
    close(both.seasons[1].wages.if_it_happens.likely, 0.0);
    let alone = costs(vec![lend]);
    assert!(alone.moves[0].lines.is_empty());
    assert_eq!(alone.remarks_of(RemarkKind::NotCounted).count(), 1, "he is not in the squad");
}

#[test]
fn whose_wage_is_saved_already_saves_it_once() {
    // "one" earns £10,000 a day until 30 June 2026.
    let may = |kind, id, date, chance| Move { chance, ..mv(id, "one", kind, date) };
    for (first, then) in [
        (MoveKind::LoanOut, MoveKind::Sell),
        (MoveKind::LoanOut, MoveKind::Release),
        (MoveKind::LoanOut, MoveKind::LoanOut),
        (MoveKind::Sell, MoveKind::Sell),
    ] {
        let certain = costs(vec![may(first, "a", "2026-06-01", 1.0), may(then, "b", "2026-06-11", 1.0)]);
        close(certain.seasons[0].wages.if_it_happens.likely, -300_000.0);
        let doubtful = costs(vec![may(first, "a", "2026-06-01", 0.5), may(then, "b", "2026-06-11", 0.5)]);
        // Ten days at one half, twenty at three quarters.
        close(doubtful.seasons[0].wages.expected.likely, -200_000.0);
        let again = doubtful.moves[1].lines.iter().find(|line| line.rests_on.is_some()).unwrap();
        assert_eq!((again.item, again.amount.likely, again.chance), (Item::Wage, 10_000.0, 0.25));
    }
    // Where one of two happens, neither takes anything back.
    let one_of = |mv: Move| Move { group: Some("g".to_owned()), ..mv };
    let either = costs(vec![
        one_of(may(MoveKind::LoanOut, "a", "2026-06-01", 0.5)),
        one_of(may(MoveKind::Sell, "b", "2026-06-11", 0.5)),
    ]);
    close(either.seasons[0].wages.expected.likely, -250_000.0);
}

#[test]
fn who_may_have_been_sold_renews_only_as_far_as_he_is_still_here() {
    // "one" earns £10,000 a day until 30 June 2026.
    let sell = |chance| Move { chance, ..mv("sell", "one", MoveKind::Sell, "2026-06-01") };
    let renew = Move {
        wage: Some(weekly(140_000)),
        until: Some(day("2027-06-30")),
        signing_on_fee: Some(Amount::new(385_000, Currency::GBP)),
        ..mv("renew", "one", MoveKind::Renew, "2026-06-11")
    };
    let doubtful = costs(vec![sell(0.25), renew.clone()]);
    // Thirty days saved at a quarter; from the eleventh on twice the wage instead of once at three quarters.
    close(doubtful.seasons[0].wages.expected.likely, -0.25 * 300_000.0 + 0.75 * 20.0 * 10_000.0);
    close(doubtful.seasons[1].wages.expected.likely, 0.75 * 365.0 * 20_000.0);
    close(doubtful.seasons[1].amortisation.expected.likely, 0.75 * 365.0 * 1_000.0);

    let gone = costs(vec![sell(1.0), renew.clone()]);
    assert!(gone.moves[1].lines.is_empty());
    assert_eq!(gone.remarks_of(RemarkKind::NotCounted).count(), 1, "he has left");

    let back = mv("back", "one", MoveKind::FreeTransfer, "2026-06-05");
    let returned = costs(vec![sell(1.0), back, renew]);
    close(returned.seasons[1].wages.expected.likely, 365.0 * 20_000.0);
}

#[test]
fn a_wage_by_the_year_is_paid_in_365_parts() {
    let mut plan = plan();
    let one = std::sync::Arc::make_mut(&mut plan.players[0]).contract.as_mut().unwrap();
    let wage = one.wage.as_mut().unwrap();
    (wage.per, wage.amount) = (WagePeriod::Year, Amount::new(3_650_000, Currency::GBP));
    plan.scenarios[0].moves = vec![mv("s", "one", MoveKind::Sell, "2026-06-21")];
    close(of_a(&plan).seasons[0].wages.expected.likely, -100_000.0);
}

#[test]
fn who_comes_more_than_surely_goes_no_more_than_surely() {
    let buy = |id| Move { chance: 0.8, ..mv(id, "ann", MoveKind::Buy, "2026-01-01") };
    let lend = Move { fee: Some(pounds(1_000_000)), ..mv("l", "ann", MoveKind::LoanOut, "2026-03-01") };
    let costs = costs(vec![buy("a"), buy("b"), lend]);
    close(costs.seasons[0].net_spend.expected.likely, -1_000_000.0);
}

#[test]
fn an_old_contract_without_an_end_is_saved_as_long_as_the_new_one_runs() {
    let mut plan = plan();
    std::sync::Arc::make_mut(&mut plan.players[0]).contract.as_mut().unwrap().until = None;
    plan.scenarios[0].moves = vec![Move {
        wage: Some(weekly(140_000)),
        until: Some(day("2026-06-30")),
        ..mv("m", "one", MoveKind::Renew, "2026-04-01")
    }];
    let costs = of_a(&plan);
    close(costs.seasons[0].wages.expected.likely, 91.0 * 10_000.0);
    close(costs.seasons[1].wages.expected.likely, 0.0);
}

#[test]
fn of_moves_that_exclude_each_other_the_least_and_the_most_count() {
    let buy = |id, fee, chance| Move {
        fee: Some(pounds(fee)),
        chance,
        group: Some("g".to_owned()),
        ..mv(id, "ann", MoveKind::Buy, "2026-01-01")
    };
    let (dear, cheap) = (buy("a", 30, 0.6), buy("b", 20, 0.4));
    for moves in [vec![dear.clone(), cheap.clone()], vec![cheap, dear]] {
        let spend = costs(moves).seasons[0].net_spend.if_it_happens;
        assert_eq!((spend.low, spend.likely, spend.high), (20.0, 30.0, 30.0));
    }
}

#[test]
fn a_contract_renewed_before_it_begins_runs_from_its_own_beginning() {
    let mut plan = plan();
    let one = plan.players.iter_mut().find(|player| player.id == "one").unwrap();
    std::sync::Arc::make_mut(one).contract.as_mut().unwrap().from = Some(day("2026-06-21"));
    plan.scenarios[0].moves = vec![Move {
        wage: Some(weekly(140_000)),
        until: Some(day("2026-06-30")),
        ..mv("m", "one", MoveKind::Renew, "2026-04-01")
    }];
    close(of_a(&plan).seasons[0].wages.expected.likely, 10.0 * 10_000.0);
}

#[test]
fn of_moves_that_exclude_each_other_one_comes_off() {
    let grouped = |id, who, fee, chance| Move {
        fee: Some(pounds(fee)),
        chance,
        group: Some("one of them".to_owned()),
        ..mv(id, who, MoveKind::Buy, "2026-01-24")
    };
    let moves =
        vec![grouped("x", "ann", 30, 0.25), grouped("y", "bob", 10, 0.5), grouped("z", "cid", 50, 0.5)];
    let spend = costs(moves).net_spend(day("2026-01-01"), day("2026-12-31"));
    assert_eq!(spend.if_it_happens, Range { low: 10.0, likely: 10.0, high: 50.0 });
    // The chances add up to 1.25: their proportions count.
    close(spend.expected.likely, (0.25 * 30.0 + 0.5 * 10.0 + 0.5 * 50.0) / 1.25);
}

#[test]
fn a_range_the_wrong_way_round_and_a_sale_are_read_as_meant() {
    let sell = Move {
        fee: Some(MoneyRange::between(20, 10, Currency::GBP)),
        ..mv("m", "one", MoveKind::Sell, "2026-01-24")
    };
    let spend = costs(vec![sell]).net_spend(day("2026-01-24"), day("2026-01-24"));
    assert_eq!(spend.if_it_happens, Range { low: -20.0, likely: -15.0, high: -10.0 });
}

#[test]
fn an_amount_without_a_rate_is_named_and_not_counted() {
    let swiss = Move { fee: Some(MoneyRange::exactly(5, "CHF".parse().unwrap())), ..guehi() };
    let costs = costs(vec![swiss]);
    assert!(costs.moves[0].lines.is_empty());
    let remark = costs.remarks_of(RemarkKind::NotCounted).next().unwrap();
    assert!(remark.text.contains("no rate leads from CHF to GBP"), "{}", remark.text);
}

#[test]
fn a_window_has_its_moves_and_its_budget() {
    let mut plan = plan();
    let inside =
        Move { id: "n".parse().unwrap(), window: Some("winter".parse().unwrap()), date: None, ..guehi() };
    let outside = Move { fee: Some(pounds(1)), ..mv("o", "bob", MoveKind::Buy, "2026-11-11") };
    plan.scenarios[0].moves = vec![guehi(), inside, outside];
    let costs = of_a(&plan);
    let spent: Vec<f64> = costs.windows.iter().map(|window| window.net_spend.expected.likely).collect();
    assert_eq!(spent, [70e6, 0.0, 1.0]);
    let left = costs.windows[0].budget.as_ref().unwrap().left.unwrap();
    assert_eq!(left.expected, Range::exactly(-20e6));
    let made = costs.net_spend_made(&plan, day("2026-01-01"), day("2026-12-31"));
    assert_eq!((made.rows.len(), made.total.as_str()), (3, "£70m"));
}

#[test]
fn what_is_left_is_told_if_it_all_comes_off_and_as_expected() {
    let mut plan = plan();
    plan.money.wage_ceiling = Some(Amount::new(20_000_000, Currency::GBP));
    let wage = Some(weekly(70_000));
    plan.scenarios[0].moves = vec![Move { chance: 0.4, wage, ..guehi() }];
    let costs = of_a(&plan);
    let left = costs.windows[0].budget.as_ref().unwrap().left.unwrap();
    close(left.if_it_happens.likely, 15_000_000.0);
    close(left.expected.likely, 36_000_000.0);
    // 158 days from 24 January at £10,000; without them the squad is paid £36,000 a day.
    let bill = &costs.seasons[0].wage_bill;
    close(bill.total.if_it_happens.likely, 365.0 * 36_000.0 + 1_580_000.0);
    close(bill.total.expected.likely, 365.0 * 36_000.0 + 0.4 * 1_580_000.0);
    let left = bill.ceiling.as_ref().unwrap().left.unwrap();
    close(left.expected.likely, 20_000_000.0 - 365.0 * 36_000.0 - 0.4 * 1_580_000.0);
}

#[test]
fn the_wage_bill_knows_how_much_it_does_not_know() {
    let bill = &costs(Vec::new()).seasons[0].wage_bill;
    assert_eq!((bill.known, bill.unknown), (3, 3));
    // One, three and five are paid £10,000, £12,000 and £14,000 a day, one of them only to the last day of the season.
    close(bill.squad, 365.0 * 36_000.0);
}

#[test]
fn the_wage_bill_counts_the_days_of_the_season_that_lie_in_a_contract() {
    let bill = |from: &str, until: &str, per| {
        let mut plan = plan();
        plan.players.truncate(1);
        let contract = std::sync::Arc::make_mut(&mut plan.players[0]).contract.as_mut().unwrap();
        (contract.from, contract.until) = (Some(day(from)), Some(day(until)));
        contract.wage.as_mut().unwrap().per = per;
        of_a(&plan).seasons[0].wage_bill.squad
    };
    // £70,000: £10,000 a day by the week, a 365th of it by the year.
    close(bill("2020-01-01", "2030-06-30", WagePeriod::Week), 3_650_000.0);
    close(bill("2026-06-30", "2030-06-30", WagePeriod::Week), 10_000.0);
    close(bill("2020-01-01", "2025-07-02", WagePeriod::Week), 20_000.0);
    close(bill("2026-07-01", "2030-06-30", WagePeriod::Week), 0.0);
    close(bill("2020-01-01", "2030-06-30", WagePeriod::Year), 70_000.0);
}

#[test]
fn any_number_of_renewals_is_counted_or_said_not_to_be() {
    let renew = |n: usize| Move {
        wage: Some(weekly(70_000)),
        chance: 0.5,
        ..mv(&format!("m-{n}"), "one", MoveKind::Renew, "2026-01-01")
    };
    let costs = costs((0..300).map(renew).collect());
    assert!(costs.lines().count() < 300 * 70, "{}", costs.lines().count());
    assert!(costs.remarks_of(RemarkKind::NotCounted).count() > 200);
}

proptest! {
    #[test]
    fn net_spend_adds_up_over_adjacent_spans(plan in any_plan(), cut in 0..900_i64) {
        let costs = of_a(&plan);
        let (from, to) = (day("2025-01-01"), day("2029-12-31"));
        let middle = day("2025-09-25").saturating_add(cut.days());
        let (one, other, whole) = (
            costs.net_spend(from, middle),
            costs.net_spend(middle.tomorrow().unwrap(), to),
            costs.net_spend(from, to),
        );
        let (parts, whole) = (one.expected + other.expected, whole.expected);
        prop_assert!(near(parts.low, whole.low));
        prop_assert!(near(parts.likely, whole.likely));
        prop_assert!(near(parts.high, whole.high));
    }

    #[test]
    fn what_is_spread_adds_up_to_what_is_paid(plan in any_plan()) {
        let costs = of_a(&plan);
        let seasons: Range = (2020..2045)
            .map(Season)
            .map(|season| costs.amortisation(season.first_day(), season.last_day()).expected)
            .sum();
        let paid: Range = costs
            .lines()
            .filter(|(_, line)| line.item.is_amortised())
            .map(|(_, line)| line.amount * line.chance)
            .sum();
        prop_assert!(near(seasons.likely, paid.likely) && near(seasons.low, paid.low) && near(seasons.high, paid.high));
    }

    #[test]
    fn what_is_expected_lies_between_nothing_and_everything(plan in any_plan()) {
        let costs = of_a(&plan);
        let (from, to) = (day("2025-09-25"), day("2027-06-30"));
        let expected = costs.cost(from, to).expected;
        // Every line alone may come off or not.
        let hull: Range = costs
            .lines()
            .map(|(_, line)| costs::counted(line, from, to))
            .map(|all| Range { low: all.low.min(0.0), likely: 0.0, high: all.high.max(0.0) })
            .sum();
        prop_assert!(hull.contains(expected.low) && hull.contains(expected.likely) && hull.contains(expected.high));
        for range in [expected, costs.cost(from, to).if_it_happens] {
            prop_assert!(range.low <= range.likely && range.likely <= range.high && range.high.is_finite());
        }
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * (1e12 + one.abs().max(other.abs()))
}
