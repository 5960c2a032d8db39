//! How values read: dates, money, chances, ranks.

use jiff::civil::Date;

use super::{Amount, Currency, MoneyRange};

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `Jan`.
#[must_use]
pub fn month(day: Date) -> &'static str {
    MONTHS.get(usize::from(day.month().unsigned_abs()) - 1).copied().unwrap_or("")
}

/// `24 Jan 2026`.
#[must_use]
pub fn date(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// `24 Jan`.
#[must_use]
pub fn day_month(day: Date) -> String {
    format!("{} {}", day.day(), month(day))
}

/// `Jun 26`.
#[must_use]
pub fn month_year(day: Date) -> String {
    format!("{} {:02}", month(day), day.year().rem_euclid(100))
}

/// `£35m`, `€12.5m`, `£825k`, `£52.5k`, `£400`; a minus sign before the currency.
#[must_use]
pub fn money(amount: i64, currency: Currency) -> String {
    let sign = if amount < 0 { "\u{2212}" } else { "" };
    let size = amount.unsigned_abs();
    let scaled = |unit: u64, suffix: &str| {
        let tenths = (size + unit / 20) / (unit / 10);
        let (whole, tenth) = (tenths / 10, tenths % 10);
        if tenth == 0 { format!("{whole}{suffix}") } else { format!("{whole}.{tenth}{suffix}") }
    };
    let figure = match size {
        999_950_000.. => scaled(1_000_000_000, "bn"),
        999_500.. => scaled(1_000_000, "m"),
        100_000.. => format!("{}k", (size + 500) / 1_000),
        10_000.. => scaled(1_000, "k"),
        _ => group_thousands(size),
    };
    format!("{sign}{}{figure}", currency.sign())
}

/// `£35,000,000`: every digit.
#[must_use]
pub fn money_exact(amount: i64, currency: Currency) -> String {
    let sign = if amount < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}{}", currency.sign(), group_thousands(amount.unsigned_abs()))
}

/// `1,619`.
#[must_use]
pub fn count(number: i32) -> String {
    let sign = if number < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}", group_thousands(u64::from(number.unsigned_abs())))
}

fn group_thousands(size: u64) -> String {
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
    let low = money(range.low, range.currency);
    if range.low == range.high {
        return low;
    }
    let high = money(range.high, range.currency);
    let bare = high.strip_prefix(&range.currency.sign()).unwrap_or(&high);
    format!("{low}\u{2013}{bare}")
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

#[cfg(test)]
mod tests {
    use super::*;

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
    fn dates_and_ranks_read_in_plain_english() {
        let day: Date = "2026-01-24".parse().unwrap();
        assert_eq!((date(day).as_str(), month_year(day).as_str()), ("24 Jan 2026", "Jan 26"));
        assert_eq!(
            [1, 2, 3, 4, 11, 12, 13, 21].map(ordinal).join(" "),
            "1st 2nd 3rd 4th 11th 12th 13th 21st"
        );
    }
}
