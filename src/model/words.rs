//! How values read: dates, money, chances, ranks.
//!
//! Dates and money read in the [`Style`] of the thread that words them; examples here are in the usual one.

mod style;

use jiff::civil::{Date, Weekday};

use super::{Amount, Currency, MoneyRange};

pub use style::{CurrencyStyle, DateStyle, Style, WeekStart, in_style, set_style, style};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `Jan`.
#[must_use]
pub fn month(day: Date) -> &'static str {
    MONTHS.get(usize::from(day.month().unsigned_abs()) - 1).copied().unwrap_or("")
}

/// `24 Jan 2026`, `Jan 24, 2026`, `2026-01-24`.
#[must_use]
pub fn date(day: Date) -> String {
    match style().date {
        DateStyle::DayFirst => format!("{} {} {}", day.day(), month(day), day.year()),
        DateStyle::MonthFirst => format!("{} {}, {}", month(day), day.day(), day.year()),
        DateStyle::YearFirst => day.to_string(),
    }
}

/// `24 Jan 26` where room is short, `Jan 24, ’26`, `2026-01-24`.
#[must_use]
pub fn date_short(day: Date) -> String {
    match style().date {
        DateStyle::DayFirst => format!("{} {}", day_month(day), two_digits(day)),
        DateStyle::MonthFirst => format!("{}, \u{2019}{}", day_month(day), two_digits(day)),
        DateStyle::YearFirst => date(day),
    }
}

/// `24 Jan`, `Jan 24`. Never numbers alone: without a year nobody knows which of them is the month.
#[must_use]
pub fn day_month(day: Date) -> String {
    match style().date {
        DateStyle::DayFirst => format!("{} {}", day.day(), month(day)),
        DateStyle::MonthFirst | DateStyle::YearFirst => format!("{} {}", month(day), day.day()),
    }
}

/// `Jun 26`; `Jun ’26` where that would be the 26th of June, `2026-06`.
#[must_use]
pub fn month_year(day: Date) -> String {
    match style().date {
        DateStyle::DayFirst => format!("{} {}", month(day), two_digits(day)),
        DateStyle::MonthFirst => format!("{} \u{2019}{}", month(day), two_digits(day)),
        DateStyle::YearFirst => month_full_year(day),
    }
}

/// `Jun 2026`, `2026-06`.
#[must_use]
pub fn month_full_year(day: Date) -> String {
    match style().date {
        DateStyle::DayFirst | DateStyle::MonthFirst => format!("{} {}", month(day), day.year()),
        DateStyle::YearFirst => format!("{:04}-{:02}", day.year(), day.month()),
    }
}

/// `Jun 26`, `Apr – Jun 26`, `Nov 25 – Jan 26`: the months from one day to another.
#[must_use]
pub fn months(from: Date, to: Date) -> String {
    let (same_year, same_month) = (from.year() == to.year(), from.month() == to.month());
    let year_first = style().date == DateStyle::YearFirst;
    match (same_year, same_month) {
        (true, true) => month_year(to),
        (true, false) if year_first => format!("{} \u{2013} {:02}", month_year(from), to.month()),
        (true, false) => format!("{} \u{2013} {}", month(from), month_year(to)),
        _ => format!("{} \u{2013} {}", month_year(from), month_year(to)),
    }
}

/// `Mo`.
#[must_use]
pub fn weekday_short(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Mo",
        Weekday::Tuesday => "Tu",
        Weekday::Wednesday => "We",
        Weekday::Thursday => "Th",
        Weekday::Friday => "Fr",
        Weekday::Saturday => "Sa",
        Weekday::Sunday => "Su",
    }
}

fn two_digits(day: Date) -> String {
    format!("{:02}", day.year().rem_euclid(100))
}

/// `£35m`, `€12.5m`, `£825k`, `£52.5k`, `£400`; a minus sign before everything.
#[must_use]
pub fn money(amount: i64, currency: Currency) -> String {
    signed(amount, &figure(amount.unsigned_abs()), currency)
}

/// `£35,000,000`: every digit.
#[must_use]
pub fn money_exact(amount: i64, currency: Currency) -> String {
    signed(amount, &figure_exact(amount.unsigned_abs()), currency)
}

fn signed(amount: i64, figure: &str, currency: Currency) -> String {
    let sign = if amount < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", with_currency(figure, currency))
}

/// `35m`, `12.5m`, `825k`, `9,500`: the size of an amount, for what names the currency once.
#[must_use]
pub fn figure(size: u64) -> String {
    let scaled = |unit: u64, suffix: &str| {
        let tenths = (size + unit / 20) / (unit / 10);
        let (whole, tenth) = (tenths / 10, tenths % 10);
        if tenth == 0 { format!("{whole}{suffix}") } else { format!("{whole}.{tenth}{suffix}") }
    };
    match size {
        999_950_000.. => scaled(1_000_000_000, "bn"),
        999_500.. => scaled(1_000_000, "m"),
        100_000.. => format!("{}k", (size + 500) / 1_000),
        10_000.. => scaled(1_000, "k"),
        _ => figure_exact(size),
    }
}

/// A figure or a range of figures with its currency: `€20m–25m`, `EUR 20m–25m`, `20m–25m €`.
#[must_use]
pub fn with_currency(figures: &str, currency: Currency) -> String {
    match style().currency {
        CurrencyStyle::SignBefore => format!("{}{figures}", currency.sign()),
        CurrencyStyle::CodeBefore => format!("{}\u{a0}{figures}", currency.code()),
        CurrencyStyle::SignAfter => format!("{figures}\u{a0}{}", currency.sign().trim_end()),
    }
}

/// `1,619`.
#[must_use]
pub fn count(number: i32) -> String {
    let sign = if number < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", figure_exact(u64::from(number.unsigned_abs())))
}

/// `1 matchday`, `38 matchdays`.
#[must_use]
pub fn matchdays(count: usize) -> String {
    if count == 1 { "1 matchday".to_owned() } else { format!("{count} matchdays") }
}

/// `35,000,000`: every digit of a size.
#[must_use]
pub fn figure_exact(size: u64) -> String {
    let digits = size.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `£35m` of an [`Amount`].
#[must_use]
pub fn amount(amount: &Amount) -> String {
    money(amount.amount, amount.currency)
}

/// `£35m`, or `€20m–25m` for a range.
#[must_use]
pub fn money_range(range: &MoneyRange) -> String {
    let MoneyRange { low, high, currency, .. } = *range;
    if low == high {
        return money(low, currency);
    }
    if low < 0 || high < 0 {
        return format!("{} \u{2013} {}", money(low, currency), money(high, currency));
    }
    let [low, high] = [low, high].map(|end| figure(end.unsigned_abs()));
    with_currency(&format!("{low}\u{2013}{high}"), currency)
}

/// `74.6 %`, one decimal at most, and never exactly 0 % or 100 % for something uncertain: `<0.1 %`, `>99.9 %`.
///
/// A chance of exactly 0 or 1 is certain and reads `0 %` or `100 %`.
#[must_use]
pub fn percent(chance: f64) -> String {
    let percent = chance * 100.0;
    if chance <= 0.0 {
        "0\u{a0}%".to_owned()
    } else if chance >= 1.0 {
        "100\u{a0}%".to_owned()
    } else if percent < 0.1 {
        "<0.1\u{a0}%".to_owned()
    } else if percent > 99.9 {
        ">99.9\u{a0}%".to_owned()
    } else {
        format!("{percent:.1}\u{a0}%")
    }
}

/// `62 %` where a whole number says enough; the same care at the ends as [`percent`].
#[must_use]
pub fn percent_whole(chance: f64) -> String {
    let percent = chance * 100.0;
    if (1.0..=99.0).contains(&percent) { format!("{percent:.0}\u{a0}%") } else { self::percent(chance) }
}

/// `1st`, `2nd`, `3rd`, `4th`, `11th`; ranks count from 1.
#[must_use]
pub fn ordinal(rank: usize) -> String {
    let suffix = match (rank % 10, rank % 100) {
        (1, n) if n != 11 => "st",
        (2, n) if n != 12 => "nd",
        (3, n) if n != 13 => "rd",
        _ => "th",
    };
    format!("{rank}{suffix}")
}

/// `first choice`, `second choice`, `3rd choice`; ranks count from 1.
#[must_use]
pub fn choice(rank: usize) -> String {
    match rank {
        1 => "first choice".to_owned(),
        2 => "second choice".to_owned(),
        n => format!("{} choice", ordinal(n)),
    }
}

/// `Reported on 3 May` for `reported on 3 May`.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital_whatever_it_begins_with() {
        for (words, expected) in [("élan", "Élan"), ("ßs", "SSs"), ("6 weeks", "6 weeks"), ("", "")] {
            assert_eq!(capital(words), expected);
        }
    }

    #[test]
    fn money_reads_as_fans_write_it() {
        for (amount, expected) in [
            (35_000_000, "£35m"),
            (12_500_000, "£12.5m"),
            (825_000, "£825k"),
            (488_700, "£489k"),
            (52_500, "£52.5k"),
            (999_499, "£999k"),
            (999_500, "£1m"),
            (999_999, "£1m"),
            (1_000_000_000, "£1bn"),
            (400, "£400"),
            (9_500, "£9,500"),
            (0, "£0"),
            (-30_000_000, "−£30m"),
        ] {
            assert_eq!(money(amount, Currency::GBP), expected);
        }
        assert_eq!(money(5_000_000, "CHF".parse().unwrap()), "CHF\u{a0}5m");
        assert_eq!(money_exact(-1_234_567, Currency::EUR), "−€1,234,567");
        assert_eq!(money_range(&MoneyRange::between(20_000_000, 25_000_000, Currency::EUR)), "€20m–25m");
    }

    #[test]
    fn an_uncertain_chance_never_reads_as_certain() {
        for (chance, expected) in [
            (0.0, "0\u{a0}%"),
            (1e-9, "<0.1\u{a0}%"),
            (0.74619, "74.6\u{a0}%"),
            (0.999_999, ">99.9\u{a0}%"),
            (1.0, "100\u{a0}%"),
        ] {
            assert_eq!(percent(chance), expected);
        }
        assert_eq!(percent_whole(0.621), "62\u{a0}%");
        assert_eq!(percent_whole(0.9999), ">99.9\u{a0}%");
    }

    #[test]
    fn a_reader_may_like_dates_in_another_order() {
        let day: Date = "2026-06-04".parse().unwrap();
        let (before, winter) = ("2026-04-30".parse().unwrap(), "2025-11-01".parse().unwrap());
        for (order, expected) in [
            (DateStyle::DayFirst, "4 Jun 2026|4 Jun 26|4 Jun|Jun 26|Jun 2026|Apr – Jun 26|Nov 25 – Jun 26"),
            (
                DateStyle::MonthFirst,
                "Jun 4, 2026|Jun 4, ’26|Jun 4|Jun ’26|Jun 2026|Apr – Jun ’26|Nov ’25 – Jun ’26",
            ),
            (
                DateStyle::YearFirst,
                "2026-06-04|2026-06-04|Jun 4|2026-06|2026-06|2026-04 – 06|2025-11 – 2026-06",
            ),
        ] {
            let read = in_style(Style { date: order, ..Style::default() }, || {
                let day_words =
                    [date, date_short, day_month, month_year, month_full_year].map(|way| way(day));
                [day_words.as_slice(), &[months(before, day), months(winter, day)]].concat().join("|")
            });
            assert_eq!(read, expected);
        }
    }

    #[test]
    fn a_currency_stands_where_the_reader_likes_it() {
        let chf: Currency = "CHF".parse().unwrap();
        for (place, expected) in [
            (CurrencyStyle::SignBefore, "€55m|−€1,234,567|€20m–25m|CHF\u{a0}5m|−€2m – €3m"),
            (
                CurrencyStyle::CodeBefore,
                "EUR\u{a0}55m|−EUR\u{a0}1,234,567|EUR\u{a0}20m–25m|CHF\u{a0}5m|−EUR\u{a0}2m – EUR\u{a0}3m",
            ),
            (
                CurrencyStyle::SignAfter,
                "55m\u{a0}€|−1,234,567\u{a0}€|20m–25m\u{a0}€|5m\u{a0}CHF|−2m\u{a0}€ – 3m\u{a0}€",
            ),
        ] {
            let range = |low, high| money_range(&MoneyRange::between(low, high, Currency::EUR));
            let read = in_style(Style { currency: place, ..Style::default() }, || {
                [
                    money(55_000_000, Currency::EUR),
                    money_exact(-1_234_567, Currency::EUR),
                    range(20_000_000, 25_000_000),
                    money(5_000_000, chf),
                    range(-2_000_000, 3_000_000),
                ]
                .join("|")
            });
            assert_eq!(read, expected);
        }
    }

    #[test]
    fn dates_and_ranks_read_in_plain_english() {
        let day: Date = "2026-01-24".parse().unwrap();
        assert_eq!((date(day).as_str(), month_year(day).as_str()), ("24 Jan 2026", "Jan 26"));
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21].map(ordinal).join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 21st"
        );
    }
}
