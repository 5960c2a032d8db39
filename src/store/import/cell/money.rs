//! Amounts: market values, prices and wages.

use crate::model::{Currency, WagePeriod, fold};

use super::{Said, is_nothing};

/// An amount or a range of amounts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(in crate::store::import) struct Money {
    pub(in crate::store::import) low: i64,
    pub(in crate::store::import) high: i64,
    /// As written; `None` where the cell names none.
    pub(in crate::store::import) currency: Option<Currency>,
    /// As written; `None` where the cell says none.
    pub(in crate::store::import) per: Option<WagePeriod>,
    /// Paid by the month, which is turned into a year.
    pub(in crate::store::import) monthly: bool,
}

impl Money {
    /// The amount, of a range the middle.
    pub(in crate::store::import) fn middle(&self) -> i64 {
        self.low.midpoint(self.high)
    }
}

/// The largest amount that can be meant.
const MOST: f64 = 1e12;

/// Words for "he is not sold", with which no price is given.
const NOT_FOR_SALE: [&str; 6] =
    ["not for sale", "unverkauflich", "no en venta", "no transferible", "incedibile", "intransferivel"];

/// Amounts below this are counted in the unit of their column, if it names one.
const LEAST_PLAIN: f64 = 10_000.0;

/// The amount a cell names: `€10M - €14.5M`, `£18,000 p/w`, `12,50 Mio. €`, `350 Tsd.`, `35000000`.
///
/// `unit` is what a header such as "Value (m)" multiplies small numbers by, else 1.
pub(in crate::store::import) fn read(cell: &str, unit: f64) -> Said<Money> {
    if is_nothing(cell) {
        return Said::Nothing;
    }
    if (5..=12).contains(&cell.len()) && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        let amount = cell.parse().unwrap_or(0);
        return Said::Plain(Money { low: amount, high: amount, currency: None, per: None, monthly: false });
    }
    let folded = cell.to_lowercase();
    if !folded.bytes().any(|byte| byte.is_ascii_digit()) {
        let word = fold(&folded);
        return match word.trim() {
            word if NOT_FOR_SALE.contains(&word) => Said::Unfit("not for sale: no price is given".to_owned()),
            "free" | "free transfer" | "free agent" | "ablosefrei" | "gratis" | "libre" => {
                Said::Unfit("free: no price is given".to_owned())
            }
            _ => Said::Unread,
        };
    }
    let (folded, per, monthly) = without_period(&folded);
    let currency = currency(cell);
    let parts = range(&folded);
    let amounts: Option<Vec<(f64, bool)>> = parts.iter().map(|part| amount(part)).collect();
    let Some(amounts) = amounts else { return Said::Unread };
    let times = if monthly { 12.0 } else { 1.0 };
    let small = amounts.iter().all(|(amount, scaled)| !scaled && *amount < LEAST_PLAIN);
    let times = if small { times * unit } else { times };
    let whole = |amount: f64| (amount * times).round() as i64;
    match amounts.as_slice() {
        [(one, _)] if *one <= MOST => {
            Said::Plain(Money { low: whole(*one), high: whole(*one), currency, per, monthly })
        }
        [(low, scaled_low), (high, scaled_high)] if *high <= MOST && *low <= MOST => {
            // `10-14.5M`: the letter stands for both.
            let low = if !scaled_low && *scaled_high && low < high && *low < 1000.0 {
                low * scale_of(parts.last().map_or("", String::as_str)).unwrap_or(1.0)
            } else {
                *low
            };
            let (low, high) = (whole(low.min(*high)), whole(high.max(low)));
            Said::Plain(Money { low, high, currency, per, monthly })
        }
        _ => Said::Unread,
    }
}

fn currency(cell: &str) -> Option<Currency> {
    let upper = cell.to_uppercase();
    let code = |code: &str| upper.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word == code);
    if cell.contains('€') || code("EUR") || code("EURO") {
        Some(Currency::EUR)
    } else if cell.contains('£') || code("GBP") {
        Some(Currency::GBP)
    } else if cell.contains('$') || code("USD") {
        Some(Currency::USD)
    } else {
        ["CHF", "SEK", "NOK", "DKK", "PLN", "TRY", "BRL", "JPY"]
            .into_iter()
            .find(|one| code(one))
            .and_then(|one| one.parse().ok())
    }
}

/// Takes "per week" and the like off the end.
fn without_period(text: &str) -> (String, Option<WagePeriod>, bool) {
    const PERIODS: [(&str, WagePeriod, bool); 29] = [
        ("p/w", WagePeriod::Week, false),
        ("pw", WagePeriod::Week, false),
        ("p.w.", WagePeriod::Week, false),
        ("per week", WagePeriod::Week, false),
        ("a week", WagePeriod::Week, false),
        ("/week", WagePeriod::Week, false),
        ("/w", WagePeriod::Week, false),
        ("weekly", WagePeriod::Week, false),
        ("pro woche", WagePeriod::Week, false),
        ("por semana", WagePeriod::Week, false),
        ("par semaine", WagePeriod::Week, false),
        ("a settimana", WagePeriod::Week, false),
        ("p/a", WagePeriod::Year, false),
        ("pa", WagePeriod::Year, false),
        ("p.a.", WagePeriod::Year, false),
        ("per year", WagePeriod::Year, false),
        ("per annum", WagePeriod::Year, false),
        ("a year", WagePeriod::Year, false),
        ("/year", WagePeriod::Year, false),
        ("/y", WagePeriod::Year, false),
        ("annually", WagePeriod::Year, false),
        ("pro jahr", WagePeriod::Year, false),
        ("por ano", WagePeriod::Year, false),
        ("por a\u{f1}o", WagePeriod::Year, false),
        ("par an", WagePeriod::Year, false),
        ("p/m", WagePeriod::Year, true),
        ("per month", WagePeriod::Year, true),
        ("a month", WagePeriod::Year, true),
        ("/month", WagePeriod::Year, true),
    ];
    let text = text.trim();
    let found =
        PERIODS.iter().find_map(|(words, per, monthly)| Some((text.strip_suffix(words)?, *per, *monthly)));
    match found {
        Some((rest, per, monthly)) => (rest.trim().to_owned(), Some(per), monthly),
        None => (text.to_owned(), None, false),
    }
}

/// The two ends of a range, or the one amount.
fn range(text: &str) -> Vec<String> {
    for between in [" - ", " \u{2013} ", "\u{2013}", " to ", " bis ", "-"] {
        if let Some((low, high)) = text.split_once(between)
            && [low, high].iter().all(|end| end.bytes().any(|byte| byte.is_ascii_digit()))
        {
            return vec![low.to_owned(), high.to_owned()];
        }
    }
    vec![text.to_owned()]
}

/// What a word after the number multiplies it by.
fn scale_of(text: &str) -> Option<f64> {
    let word: String =
        fold(text).chars().skip_while(|c| !c.is_ascii_digit()).filter(char::is_ascii_alphabetic).collect();
    let word =
        ["euros", "euro", "eur", "gbp", "usd", "chf"].iter().fold(word, |word, code| word.replace(code, ""));
    match word.as_str() {
        "" => Some(1.0),
        "k" | "th" | "tsd" | "tausend" | "thousand" | "mil" | "mila" | "mille" => Some(1e3),
        "m" | "mn" | "mio" | "mill" | "million" | "millions" | "millionen" | "millones" | "milioni"
        | "milhoes" | "mln" | "mm" => Some(1e6),
        "bn" | "b" | "mrd" | "billion" => Some(1e9),
        _ => None,
    }
}

/// One amount, and whether a word scales it.
fn amount(text: &str) -> Option<(f64, bool)> {
    let scale = scale_of(text)?;
    let begins = text.find(|c: char| c.is_ascii_digit())?;
    let before = text.get(..begins)?;
    let sign_only = before.chars().all(|c| !c.is_ascii_digit() && (!c.is_alphabetic() || before.len() <= 5));
    if !sign_only || before.contains('-') {
        return None;
    }
    let number = text.get(begins..)?;
    let length = number
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' ' | '\u{a0}' | '\u{202f}')))
        .unwrap_or(number.len());
    let (number, rest) = number.split_at_checked(length)?;
    // A second number behind the first makes it something else.
    if rest.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((number_of(number.trim(), scale > 1.0)? * scale, scale > 1.0))
}

/// `2,244,000`, `2.244.000`, `14.5`, `14,5`, `1 250 000`: a separator that comes once is the decimal one where a word
/// scales the number, where other than three digits follow it, or where nothing but 0 stands before it.
fn number_of(text: &str, scaled: bool) -> Option<f64> {
    let text: String = text.chars().filter(|c| !matches!(c, '\'' | ' ' | '\u{a0}' | '\u{202f}')).collect();
    let text = text.trim_end_matches(['.', ',']);
    let (dots, commas) = (text.matches('.').count(), text.matches(',').count());
    let last = text.rfind(['.', ',']);
    let decimal = match (dots, commas) {
        (1.., 1..) => last,
        (1, 0) | (0, 1) => {
            let digits_after = last.map_or(0, |at| text.len() - at - 1);
            last.filter(|at| scaled || digits_after != 3 || text.get(..*at) == Some("0"))
        }
        _ => None,
    };
    let mut plain = String::new();
    for (at, c) in text.char_indices() {
        if Some(at) == decimal {
            plain.push('.');
        } else if c.is_ascii_digit() {
            plain.push(c);
        }
    }
    plain.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(cell: &str) -> (i64, i64, Option<Currency>, Option<WagePeriod>) {
        match read(cell, 1.0) {
            Said::Plain(Money { low, high, currency, per, .. }) => (low, high, currency, per),
            other => panic!("{cell}: {other:?}"),
        }
    }

    #[test]
    fn amounts_are_read_as_games_sites_and_spreadsheets_write_them() {
        let (eur, gbp) = (Some(Currency::EUR), Some(Currency::GBP));
        let (week, year) = (Some(WagePeriod::Week), Some(WagePeriod::Year));
        for (cell, low, high, currency, per) in [
            ("€10M - €14.5M", 10_000_000, 14_500_000, eur, None),
            ("£825K", 825_000, 825_000, gbp, None),
            ("€2,244,000 p/a", 2_244_000, 2_244_000, eur, year),
            ("£18,000 p/w", 18_000, 18_000, gbp, week),
            ("€45K p/w", 45_000, 45_000, eur, week),
            ("€1.2M p/a", 1_200_000, 1_200_000, eur, year),
            ("12,50 Mio. €", 12_500_000, 12_500_000, eur, None),
            ("350 Tsd. €", 350_000, 350_000, eur, None),
            ("€900Th.", 900_000, 900_000, eur, None),
            ("35000000", 35_000_000, 35_000_000, None, None),
            ("1.250.000", 1_250_000, 1_250_000, None, None),
            ("1.250", 1_250, 1_250, None, None),
            ("1.234.567,89 €", 1_234_568, 1_234_568, eur, None),
            ("15,5", 16, 16, None, None),
            ("1 250 000 EUR", 1_250_000, 1_250_000, eur, None),
            ("10-14.5m", 10_000_000, 14_500_000, None, None),
            ("€0", 0, 0, eur, None),
            ("£1.2bn", 1_200_000_000, 1_200_000_000, gbp, None),
            ("20 millones €", 20_000_000, 20_000_000, eur, None),
            ("€100K per month", 1_200_000, 1_200_000, eur, year),
        ] {
            assert_eq!(money(cell), (low, high, currency, per), "{cell}");
        }
    }

    #[test]
    fn what_is_no_amount_is_not_made_one() {
        for cell in ["soon", "12/5/2026", "10 apples", "-5", "€10M €12M", "1e999"] {
            assert_eq!(read(cell, 1.0), Said::Unread, "{cell}");
        }
        for cell in ["Not for Sale", "Free"] {
            assert!(matches!(read(cell, 1.0), Said::Unfit(_)), "{cell}");
        }
        assert_eq!(read("Unknown", 1.0), Said::Nothing);
        assert!(matches!(read("12,5", 1e6), Said::Plain(Money { low: 12_500_000, .. })));
        assert!(matches!(read("0.825", 1e6), Said::Plain(Money { low: 825_000, .. })));
        assert!(matches!(read("0,125", 1e6), Said::Plain(Money { low: 125_000, .. })));
        assert!(matches!(read("12,5 Mio.", 1e6), Said::Plain(Money { low: 12_500_000, .. })));
    }
}
