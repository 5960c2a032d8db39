//! What people type, read leniently: dates, amounts, lay-offs, chances.
//!
//! Every function takes a whole text, ignores case and outer spaces, and answers a text it cannot read with a
//! sentence that shows how it is written. An empty text means "not known".

pub(super) mod dates;
#[cfg(test)]
mod tests;

use self::dates::{Near, Unread};
use crate::model::{Amount, Currency, Date, Injury, LayoffUnit, MoneyRange, WagePeriod, season_of, words};

/// A sentence that says how to write it.
pub(super) type Complaint = String;

/// A text that may be missing.
pub(super) fn optional(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// `24 Jan 2026`, `Jan 24, 2026`, `2026-01-24`, `24/1/2026`, `24.1.26`, whatever style dates are shown in.
pub(super) fn date(text: &str) -> Result<Option<Date>, Complaint> {
    read_date(text, Near::Nothing)
}

/// A birthday: a day as [`date`] reads it. A year alone is said to be too little.
pub(super) fn birthday(text: &str) -> Result<Option<Date>, Complaint> {
    let typed = text.trim();
    if typed.len() == 4 && typed.bytes().all(|letter| letter.is_ascii_digit()) {
        let like = like("24 Jan 1999");
        return Err(format!(
            "Type the whole birth date, like {like}; a year alone is not enough. Or leave it empty."
        ));
    }
    date(text)
}

/// A day as [`date`] reads it. Where one reading is clear the year can be missing, and the day counted from that of
/// `near`: `24 Nov`, `yesterday`, `2 weeks ago`.
pub(super) fn date_near(text: &str, near: Near) -> Result<Option<Date>, Complaint> {
    let counted = match near {
        Near::Nothing => None,
        Near::Before(of) => dates::counted(text, of).filter(|day| near.takes(*day)),
        Near::After(of) | Near::About(of) => dates::counted(text, of),
    };
    counted.map_or_else(|| read_date(text, near), |day| Ok(Some(day)))
}

fn read_date(text: &str, near: Near) -> Result<Option<Date>, Complaint> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match dates::read(text, near) {
        Ok(day) => Ok(Some(day)),
        Err(Unread::Either(one, other)) => Err(format!(
            "This may be {} or {}: write the month in letters.",
            words::date(one),
            words::date(other)
        )),
        Err(Unread::NoDate) => {
            Err(format!("This is no date. Write it like {}.", examples().collect::<Vec<_>>().join(" or ")))
        }
    }
}

/// `24 Jan 2026`, as the reader likes dates.
pub(super) fn example_date() -> String {
    like("24 Jan 2026")
}

/// An example of a date as the reader likes them, for hints; any other example as it is.
pub(super) fn like(example: &str) -> String {
    dates::parse(example, None).map_or_else(|| example.to_owned(), words::date)
}

/// The example in the reader's style, and in the two that are understood besides.
fn examples() -> impl Iterator<Item = String> {
    let own = example_date();
    let usual = ["24 Jan 2026", "2026-01-24"].map(str::to_owned);
    std::iter::once(own.clone()).chain(usual.into_iter().filter(move |other| *other != own))
}

/// The last day of a contract: a day as [`date`] reads it, the last of a month (`June 2028`), 30 June of a year (`2028`).
pub(super) fn contract_end(text: &str) -> Result<Option<Date>, Complaint> {
    if let Some(day) = dates::contract_end(text) {
        return Ok(Some(day));
    }
    date(text).map_err(|complaint| format!("{complaint} A month or a year will do: June 2028, 2028."))
}

/// A day as [`contract_end`] reads it, or how long from `start`: `4 years`, `4.5y`, `18 months`.
///
/// Contracts end with a season: a length of a year or more ends on the 30 June nearest to that day.
pub(super) fn last_day(text: &str, start: Option<Date>) -> Result<Option<Date>, Complaint> {
    let lower = text.trim().to_lowercase();
    let figure = lower.trim_end_matches(|c: char| c.is_alphabetic());
    let months_each = match lower.get(figure.len()..).unwrap_or_default() {
        "y" | "yr" | "yrs" | "year" | "years" | "season" | "seasons" => 12.0,
        "m" | "mo" | "month" | "months" => 1.0,
        _ => return contract_end(text),
    };
    let Ok(number) = figure.trim().replace(',', ".").parse::<f64>() else { return contract_end(text) };
    let months = (number * months_each).round();
    if !(1.0..=240.0).contains(&months) {
        return Err("A contract lasts from a month to twenty years.".to_owned());
    }
    let Some(start) = start else {
        return Err("Say first when the move happens, or type the last day.".to_owned());
    };
    let end = start.saturating_add(jiff::Span::new().months(months as i64));
    if months < 12.0 {
        return Ok(Some(end.saturating_sub(jiff::Span::new().days(1))));
    }
    let season = season_of(end);
    let ends = [season.plus(-1).last_day(), season.last_day()];
    Ok(ends.into_iter().min_by_key(|day| (end - *day).get_days().abs()))
}

fn no_amount() -> Complaint {
    let [pounds, euros] =
        [(12_500_000, Currency::GBP), (825_000, Currency::EUR)].map(|(sum, of)| words::money(sum, of));
    format!("This is no amount. Write it like 35m, {pounds}, {euros} or 35,000,000.")
}

/// `£30m–40m`, as the reader likes money: for hints.
pub(super) fn example_range(currency: Currency) -> String {
    words::money_range(&MoneyRange::between(30_000_000, 40_000_000, currency))
}

/// `35m`, `£12.5m`, `€825k`, `35,000,000`, `20m EUR`; without a currency it is in `usual`.
pub(super) fn amount(text: &str, usual: Currency) -> Result<Option<Amount>, Complaint> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let (figure, currency) = one_amount(text, usual)?;
    Ok(Some(Amount::new(figure.units()?, currency)))
}

/// `£35m`, `€20m–25m`, `20-25m`, `£30m–35m–40m` (low, likely, high).
pub(super) fn money_range(text: &str, usual: Currency) -> Result<Option<MoneyRange>, Complaint> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let parts = split_range(text);
    let mut figures = Vec::new();
    let mut currency = None;
    for part in parts {
        let (figure, found) = one_amount(part, currency.unwrap_or(usual))?;
        if found != usual || currency.is_none() {
            currency = Some(found);
        }
        figures.push(figure);
    }
    // "20–25m" means twenty million too.
    let scale = figures.last().and_then(|last| last.scale);
    for figure in &mut figures {
        figure.scale = figure.scale.or(scale);
    }
    let units: Vec<i64> = figures.iter().map(Figure::units).collect::<Result<_, _>>()?;
    let currency = currency.unwrap_or(usual);
    let (low, likely, high) = match *units {
        [one] => (one, None, one),
        [low, high] => (low, None, high),
        [low, likely, high] => (low, Some(likely), high),
        _ => return Err(format!("Write one amount, or a range like {}.", example_range(usual))),
    };
    if low > high || likely.is_some_and(|likely| likely < low || likely > high) {
        return Err(format!("The lower end comes first, like {}.", example_range(usual)));
    }
    Ok(Some(MoneyRange { likely, ..MoneyRange::between(low, high, currency) }))
}

/// `£350k`, `£350k / week`, `€12m a year`: the amount, and the period if one is named.
pub(super) fn wage(text: &str, usual: Currency) -> Result<Option<(Amount, Option<WagePeriod>)>, Complaint> {
    let lower = text.trim().to_lowercase();
    let endings = [
        (WagePeriod::Week, ["per week", "a week", "/ week", "/week", "/ w", "/w", "p/w", "pw"]),
        (WagePeriod::Year, ["per year", "a year", "/ year", "/year", "/ y", "/y", "p/a", "pa"]),
    ];
    let found = endings.iter().find_map(|(period, ways)| {
        ways.iter().find_map(|way| lower.strip_suffix(way)).map(|rest| (rest.to_owned(), *period))
    });
    let (rest, period) = match found {
        Some((rest, period)) => (rest, Some(period)),
        None => (lower, None),
    };
    Ok(amount(&rest, usual)?.map(|amount| (amount, period)))
}

/// A number as typed and the step it was typed in.
#[derive(Clone, Copy, Debug)]
struct Figure {
    number: f64,
    scale: Option<f64>,
}

impl Figure {
    fn units(&self) -> Result<i64, Complaint> {
        let units = (self.number * self.scale.unwrap_or(1.0)).round();
        if (0.0..1e15).contains(&units) {
            Ok(units as i64)
        } else {
            Err("This amount is too large.".to_owned())
        }
    }
}

fn one_amount(text: &str, usual: Currency) -> Result<(Figure, Currency), Complaint> {
    let nonsense = no_amount;
    let mut rest = text.trim().to_lowercase();
    let mut currency = usual;
    for (sign, of) in [("£", Currency::GBP), ("€", Currency::EUR), ("$", Currency::USD)] {
        if rest.contains(sign) {
            rest = rest.replacen(sign, "", 1);
            currency = of;
        }
    }
    // A code before or after the figure: "CHF 5m", "5m eur".
    let letters = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_lowercase());
    if let Some(code) = rest.get(..3).filter(|code| letters(code)) {
        currency = code.to_uppercase().parse().map_err(|_| nonsense())?;
        rest = rest.get(3..).unwrap_or_default().to_owned();
    } else if let Some((before, code)) = rest.rsplit_once(char::is_whitespace)
        && letters(code)
        && code != "mil"
    {
        currency = code.to_uppercase().parse().map_err(|_| nonsense())?;
        rest = before.to_owned();
    }
    let rest: String = rest.chars().filter(|c| !c.is_whitespace() && *c != ',' && *c != '_').collect();
    let digits = rest.trim_end_matches(|c: char| c.is_alphabetic());
    let scale = match rest.get(digits.len()..).unwrap_or_default() {
        "" => None,
        "k" | "thousand" => Some(1e3),
        "m" | "mil" | "mio" | "mn" | "million" => Some(1e6),
        "bn" | "b" | "billion" => Some(1e9),
        _ => return Err(nonsense()),
    };
    let well_formed = digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit());
    let number = if well_formed { digits.parse::<f64>().ok() } else { None };
    Ok((Figure { number: number.ok_or_else(nonsense)?, scale }, currency))
}

/// The parts of a range: at dashes of any length, or at the word "to".
fn split_range(text: &str) -> Vec<&str> {
    if text.contains(" to ") {
        return text.split(" to ").collect();
    }
    text.split(['-', '\u{2013}', '\u{2014}']).collect()
}

/// A lay-off as reported.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Layoff {
    /// A duration from the day it happened: least, most, unit.
    Lasts(u32, u32, LayoffUnit),
    /// The days between which he is back.
    Back(Date, Date),
}

impl Layoff {
    /// The range of an injury as it was reported.
    pub(super) fn of(injury: &Injury) -> Option<Self> {
        if let Some(back) = &injury.back {
            return Some(Self::Back(back.earliest, back.latest));
        }
        injury.layoff.as_ref().map(|layoff| Self::Lasts(layoff.min, layoff.max, layoff.unit))
    }
}

/// `7–9 months`, `6 weeks`, `10 days`, `24 Apr 2026 – 24 Jun 2026`, `24 Apr 2026`.
pub(super) fn layoff(text: &str) -> Result<Option<Layoff>, Complaint> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let read = read_duration(&text.to_lowercase()).or_else(|| read_days(text));
    read.map(Some).ok_or_else(|| {
        let [first, last] = ["24 Apr 2026", "24 Jun 2026"].map(like);
        format!("Write how long, like 7–9 months or 6 weeks, or between which days, like {first} – {last}.")
    })
}

fn read_duration(lower: &str) -> Option<Layoff> {
    let figures = lower.trim_end_matches(|c: char| c.is_alphabetic());
    let unit = match lower.get(figures.len()..)? {
        "d" | "day" | "days" => LayoffUnit::Days,
        "w" | "wk" | "wks" | "week" | "weeks" => LayoffUnit::Weeks,
        "m" | "mo" | "month" | "months" => LayoffUnit::Months,
        _ => return None,
    };
    let count = |part: &str| part.trim().parse::<u32>().ok().filter(|count| *count <= 10_000);
    let counts: Vec<u32> = split_range(figures).into_iter().map(count).collect::<Option<_>>()?;
    match *counts {
        [one] => Some(Layoff::Lasts(one, one, unit)),
        [least, most] => Some(Layoff::Lasts(least.min(most), least.max(most), unit)),
        _ => None,
    }
}

fn read_days(text: &str) -> Option<Layoff> {
    if let Some(day) = dates::parse(text, None) {
        return Some(Layoff::Back(day, day));
    }
    [" to ", "\u{2013}", "\u{2014}", " - "].into_iter().find_map(|dash| {
        let (first, last) = text.split_once(dash)?;
        let (first, last) = (dates::parse(first.trim(), None)?, dates::parse(last.trim(), None)?);
        Some(Layoff::Back(first.min(last), first.max(last)))
    })
}

/// `62`, `62 %`, `0.62 %`: a chance from 0 to 1.
pub(super) fn chance(text: &str) -> Result<f64, Complaint> {
    let figure: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    match figure.replace(',', ".").parse::<f64>() {
        Ok(percent) if (0.0..=100.0).contains(&percent) => Ok(percent / 100.0),
        _ => Err("A chance is a number from 0 to 100 %.".to_owned()),
    }
}

/// `193`, `193 cm`, `1.93 m`: whole centimetres.
pub(super) fn height(text: &str) -> Result<Option<u16>, Complaint> {
    let figure: String =
        text.to_lowercase().chars().filter(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
    if text.trim().is_empty() {
        return Ok(None);
    }
    let number = figure.replace(',', ".").parse::<f64>().unwrap_or(0.0);
    let centimetres = if number < 3.0 { number * 100.0 } else { number };
    if (100.0..=250.0).contains(&centimetres) {
        Ok(Some(centimetres.round() as u16))
    } else {
        Err("Write the height in centimetres, like 193.".to_owned())
    }
}

/// The shortest way to write an amount exactly: `£12.5m`, `€825k`, `£1,234,567`.
pub(super) fn money_text(amount: i64, currency: Currency) -> String {
    if is_short(amount) { words::money(amount, currency) } else { words::money_exact(amount, currency) }
}

/// The amount loses nothing in its short form.
fn is_short(amount: i64) -> bool {
    let size = amount.unsigned_abs();
    ((1_000_000..999_950_000).contains(&size) && size.is_multiple_of(100_000))
        || ((10_000..999_950).contains(&size) && size.is_multiple_of(100))
}

/// The shortest way to write a range exactly: `£35m`, `€20m–25m`, `£30m–35m–40m`.
pub(super) fn range_text(range: &MoneyRange) -> String {
    let MoneyRange { low, likely, high, currency, .. } = range;
    if range.is_single() {
        return money_text(*low, *currency);
    }
    let figure = |amount: &i64| {
        let size = amount.unsigned_abs();
        if is_short(*amount) { words::figure(size) } else { words::figure_exact(size) }
    };
    let figures: Vec<String> = [low].into_iter().chain(likely).chain([high]).map(figure).collect();
    words::with_currency(&figures.join("\u{2013}"), *currency)
}

/// `7–9 months`, `24 Apr 2026 – 24 Jun 2026`.
pub(super) fn layoff_text(layoff: &Layoff) -> String {
    match layoff {
        Layoff::Lasts(least, most, unit) => {
            let unit = match unit {
                LayoffUnit::Days => "day",
                LayoffUnit::Weeks => "week",
                LayoffUnit::Months => "month",
            };
            let plural = if *most == 1 { "" } else { "s" };
            if least == most {
                format!("{most} {unit}{plural}")
            } else {
                format!("{least}\u{2013}{most} {unit}{plural}")
            }
        }
        Layoff::Back(first, last) if first == last => words::date(*first),
        Layoff::Back(first, last) => format!("{} \u{2013} {}", words::date(*first), words::date(*last)),
    }
}
