//! What amounts, rates and budgets are told.

use std::sync::Arc;

use serde_json::json;

use crate::report::problems::Severity;

use super::{check, gomez, read, scenario};

#[test]
fn a_negative_amount_is_an_error_wherever_it_stands() {
    let minus = || read(json!({"amount": -5, "currency": "GBP"}));
    check(
        |plan| scenario(plan).moves[0].fee = Some(read(json!({"amount": -5, "currency": "GBP"}))),
        Severity::Error,
        &["fee", "Marc Guéhi", "negative", "−£5"],
    );
    check(
        |plan| scenario(plan).moves[0].agent_fee = Some(minus()),
        Severity::Error,
        &["agent fee", "negative"],
    );
    check(
        |plan| scenario(plan).moves[0].signing_on_fee = Some(minus()),
        Severity::Error,
        &["signing-on fee", "negative"],
    );
    check(|plan| gomez(plan).market_value = Some(minus()), Severity::Error, &["market value of Joe Gomez"]);
    check(
        |plan| gomez(plan).asking = Some(read(json!({"low": -9, "high": 5, "currency": "GBP"}))),
        Severity::Error,
        &["asking price of Joe Gomez", "−£9"],
    );
    let wage = || Some(read(json!({"amount": {"amount": -5, "currency": "GBP"}, "per": "week"})));
    check(
        |plan| gomez(plan).contract.as_mut().unwrap().wage = wage(),
        Severity::Error,
        &["wage of Joe Gomez"],
    );
    check(|plan| scenario(plan).moves[0].wage = wage(), Severity::Error, &["wage of Marc Guéhi"]);
    check(|plan| plan.money.wage_ceiling = Some(minus()), Severity::Error, &["wage ceiling"]);
    check(|plan| plan.money.covered_matchday_value = Some(minus()), Severity::Error, &["covered matchday"]);
    check(
        |plan| {
            plan.money.budgets =
                vec![read(json!({"window": "winter", "budget": {"amount": -1, "currency": "GBP"}}))];
        },
        Severity::Error,
        &["budget of Winter 2026"],
    );
    check(
        |plan| {
            Arc::make_mut(&mut plan.reports[0]).amounts =
                vec![read(json!({"role": "bid", "value": {"amount": -1, "currency": "GBP"}}))];
        },
        Severity::Error,
        &["bid", "The Mirror"],
    );
}

#[test]
fn an_amount_that_nobody_ever_paid_is_doubted() {
    check(
        |plan| gomez(plan).market_value = Some(read(json!({"amount": i64::MAX, "currency": "GBP"}))),
        Severity::Warning,
        &["more than any club"],
    );
}

#[test]
fn a_money_range_the_wrong_way_round_is_doubted() {
    check(
        |plan| gomez(plan).asking = Some(read(json!({"low": 9, "high": 5, "currency": "GBP"}))),
        Severity::Warning,
        &["wrong way round", "£9", "£5"],
    );
    check(
        |plan| gomez(plan).asking = Some(read(json!({"low": 1, "likely": 7, "high": 5, "currency": "GBP"}))),
        Severity::Warning,
        &["most likely £7"],
    );
}

#[test]
fn a_currency_without_a_rate_is_said_once() {
    check(
        |plan| scenario(plan).moves[0].fee = Some(read(json!({"amount": 5, "currency": "EUR"}))),
        Severity::Warning,
        &["No rate leads from EUR to GBP", "the fee of Marc Guéhi"],
    );
}

#[test]
fn a_rate_that_is_no_rate_is_an_error() {
    for rate in [0.0, -1.0] {
        let rate = read(json!({"base": "GBP", "quote": "EUR", "rate": rate, "date": "2025-09-25"}));
        check(|plan| plan.money.rates = vec![rate], Severity::Error, &["GBP to EUR on 25 Sep 2025"]);
    }
    let same = read(json!({"base": "EUR", "quote": "EUR", "rate": 1.0, "date": "2025-09-25"}));
    check(|plan| plan.money.rates = vec![same], Severity::Warning, &["EUR for itself"]);
}

#[test]
fn a_budget_for_an_unknown_window_is_an_error() {
    let budget = |window| read(json!({"window": window, "budget": {"amount": 1, "currency": "GBP"}}));
    check(|plan| plan.money.budgets = vec![budget("never")], Severity::Error, &["window \"never\""]);
    check(
        |plan| plan.money.budgets = vec![budget("winter"), budget("winter")],
        Severity::Warning,
        &["more than one budget"],
    );
}
