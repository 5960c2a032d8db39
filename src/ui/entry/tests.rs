//! What the readers of typed text understand, and what they refuse.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn dates_read_as_people_write_them() {
    for text in [
        "24 jan 2026",
        "24 January 2026",
        "2026-01-24",
        "24/1/2026",
        "24.01.26",
        " 24  Jan  2026 ",
        "Jan 24, 2026",
        "24th Jan 2026",
    ] {
        assert_eq!(date(text), Ok(Some(day("2026-01-24"))), "{text}");
    }
    assert_eq!(date("  "), Ok(None));
    assert_eq!(
        date("03/04/2026").unwrap_err(),
        "This may be 3 Apr 2026 or 4 Mar 2026: write the month in letters."
    );
    for text in ["soon", "31 Feb 2026", "24 Jan", "24/13/2026", "2026", "1 2 3 4", "24 jan 202"] {
        assert!(date(text).is_err(), "{text}");
    }
}

#[test]
fn a_contract_may_end_with_a_year_and_what_is_no_end_says_so() {
    assert_eq!(contract_end("2028"), Ok(Some(day("2028-06-30"))));
    assert_eq!(contract_end("24 Jan 2026"), Ok(Some(day("2026-01-24"))));
    assert_eq!(contract_end(" "), Ok(None));
    assert!(contract_end("soon").unwrap_err().ends_with("June 2028, 2028."));
}

#[test]
fn amounts_read_as_people_write_them() {
    let eur = |units| Ok(Some(Amount::new(units, Currency::EUR)));
    let gbp = |units| Ok(Some(Amount::new(units, Currency::GBP)));
    for (text, expected) in [
        ("35m", gbp(35_000_000)),
        ("12.5m", gbp(12_500_000)),
        ("825k", gbp(825_000)),
        ("35,000,000", gbp(35_000_000)),
        ("£35m", gbp(35_000_000)),
        ("€20m", eur(20_000_000)),
        ("20m EUR", eur(20_000_000)),
        ("eur 1.5 million", eur(1_500_000)),
        ("CHF\u{a0}5m", Ok(Some(Amount::new(5_000_000, "CHF".parse().unwrap())))),
        ("", Ok(None)),
    ] {
        assert_eq!(amount(text, Currency::GBP), expected, "{text}");
    }
    for text in ["lots", "-3m", "£", "m", "3x", "1e9", "99999999999999999999", "1.2.3m", "NaN"] {
        assert!(amount(text, Currency::GBP).is_err(), "{text}");
    }
}

#[test]
fn a_range_shares_its_currency_and_its_step() {
    let twenty = MoneyRange::between(20_000_000, 25_000_000, Currency::EUR);
    for text in ["€20m–25m", "€20-25m", "20m to 25m EUR", "€20m - €25m"] {
        assert_eq!(money_range(text, Currency::GBP), Ok(Some(twenty.clone())), "{text}");
    }
    let three = money_range("30m-35m-40m", Currency::GBP).unwrap().unwrap();
    assert_eq!((three.low, three.likely, three.high), (30_000_000, Some(35_000_000), 40_000_000));
    assert!(money_range("40m-30m", Currency::GBP).is_err());
    assert!(money_range("1-2-3-4", Currency::GBP).is_err());
}

#[test]
fn a_wage_may_name_its_period() {
    let amount = Amount::new(350_000, Currency::GBP);
    assert_eq!(wage("350k / week", Currency::GBP), Ok(Some((amount.clone(), Some(WagePeriod::Week)))));
    assert_eq!(wage("£350k a year", Currency::EUR), Ok(Some((amount.clone(), Some(WagePeriod::Year)))));
    assert_eq!(wage("350k", Currency::GBP), Ok(Some((amount, None))));
}

#[test]
fn a_lay_off_is_a_duration_or_a_pair_of_days() {
    for (text, expected) in [
        ("7-9 months", Layoff::Lasts(7, 9, LayoffUnit::Months)),
        ("7 – 9 Months", Layoff::Lasts(7, 9, LayoffUnit::Months)),
        ("7 to 9 months", Layoff::Lasts(7, 9, LayoffUnit::Months)),
        ("6 weeks", Layoff::Lasts(6, 6, LayoffUnit::Weeks)),
        ("10d", Layoff::Lasts(10, 10, LayoffUnit::Days)),
        ("24 Apr 2026 – 24 Jun 2026", Layoff::Back(day("2026-04-24"), day("2026-06-24"))),
        ("2026-04-24 to 2026-06-24", Layoff::Back(day("2026-04-24"), day("2026-06-24"))),
        ("24/4/2026", Layoff::Back(day("2026-04-24"), day("2026-04-24"))),
    ] {
        assert_eq!(layoff(text), Ok(Some(expected)), "{text}");
    }
    for text in ["a while", "7-9", "months", "-3 weeks"] {
        assert!(layoff(text).is_err(), "{text}");
    }
}

#[test]
fn chances_and_heights_stay_in_their_bounds() {
    assert_eq!(chance("62 %"), Ok(0.62));
    assert!(chance("120").is_err() && chance("").is_err() && chance("NaN").is_err());
    assert_eq!(height("1.93 m"), Ok(Some(193)));
    assert_eq!(height(""), Ok(None));
    assert!(height("tall").is_err());
}

fn styles() -> impl Strategy<Value = words::Style> {
    use words::{CurrencyStyle, DateStyle, Style};
    (0..DateStyle::ALL.len(), 0..CurrencyStyle::ALL.len()).prop_map(|(date, currency)| Style {
        date: DateStyle::ALL[date],
        currency: CurrencyStyle::ALL[currency],
        ..Style::default()
    })
}

proptest! {
    #[test]
    fn in_every_style_what_is_shown_reads_back_in_any_other(
        shown in styles(),
        read in styles(),
        days in 0_i64..60_000,
        (low, more) in (0_i64..2_000_000_000, 0_i64..1_000_000_000),
        currency in prop::sample::select(vec!["GBP", "EUR", "USD", "CHF"]),
    ) {
        let day = day("1950-01-01").saturating_add(jiff::Span::new().days(days));
        let range = MoneyRange::between(low, low + more, currency.parse().unwrap());
        let written = words::in_style(shown, || {
            let wage = format!("{} a week", money_text(low, range.currency));
            let back = Layoff::Back(day, day.saturating_add(jiff::Span::new().days(9)));
            (words::date(day), range_text(&range), wage, layoff_text(&back), back)
        });
        words::in_style(read, || {
            let (date_text, range_words, wage_text, back_text, back) = &written;
            prop_assert_eq!(date(date_text), Ok(Some(day)));
            let found = money_range(range_words, Currency::EUR).unwrap().unwrap();
            prop_assert_eq!((found.low, found.high, found.currency), (low, low + more, range.currency));
            let (amount, per) = wage(wage_text, Currency::EUR).unwrap().unwrap();
            prop_assert_eq!((amount.amount, amount.currency, per), (low, range.currency, Some(WagePeriod::Week)));
            prop_assert_eq!(layoff(back_text).unwrap().unwrap(), back.clone());
            Ok(())
        })?;
    }

    #[test]
    fn what_is_shown_reads_back_as_what_it_was(low in 0_i64..2_000_000_000, more in 0_i64..1_000_000_000, likely: bool) {
        let high = low + more;
        let likely = likely.then(|| low.midpoint(high));
        let range = MoneyRange { likely, ..MoneyRange::between(low, high, Currency::EUR) };
        let read = money_range(&range_text(&range), Currency::GBP).unwrap().unwrap();
        prop_assert_eq!((read.low, read.likely(), read.high, read.currency), (low, range.likely(), high, Currency::EUR));
    }

    #[test]
    fn no_text_breaks_the_readers(text in ".{0,40}") {
        let _ = (date(&text), money_range(&text, Currency::GBP), layoff(&text), chance(&text), height(&text));
        let _ = wage(&text, Currency::GBP);
    }
}

#[test]
fn the_end_of_a_contract_is_a_day_or_a_length() {
    let start: Option<Date> = Some("2026-01-24".parse().unwrap());
    for (typed, expected) in [
        ("30 Jun 2030", Some("2030-06-30")),
        ("4.5 years", Some("2030-06-30")),
        ("4 years", Some("2030-06-30")),
        ("5y", Some("2031-06-30")),
        ("6 months", Some("2026-07-23")),
        ("2030", Some("2030-06-30")),
        ("May 2030", Some("2030-05-31")),
        ("", None),
    ] {
        assert_eq!(last_day(typed, start).unwrap(), expected.map(|day| day.parse().unwrap()), "{typed}");
    }
    let summer: Option<Date> = Some("2026-07-01".parse().unwrap());
    assert_eq!(last_day("4 seasons", summer).unwrap(), Some("2030-06-30".parse().unwrap()));
    assert!(last_day("4 years", None).unwrap_err().contains("when the move happens"));
    assert!(last_day("400 years", start).is_err() && last_day("soon", start).is_err());
}

#[test]
fn fees_and_wages_are_typed_as_they_are_said() {
    let gbp = Currency::GBP;
    let range = |typed: &str| money_range(typed, gbp).unwrap().unwrap();
    assert_eq!(range("25-30m"), MoneyRange::between(25_000_000, 30_000_000, gbp));
    assert_eq!(range("\u{20ac}50m"), MoneyRange::exactly(50_000_000, Currency::EUR));
    let (amount, per) = wage("\u{a3}120k a week", gbp).unwrap().unwrap();
    assert_eq!((amount.amount, per), (120_000, Some(WagePeriod::Week)));
}
