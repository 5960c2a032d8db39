//! Days in the ways people and spreadsheets write them.

use jiff::ToSpan as _;
use serde::{Deserialize, Serialize};

use crate::model::{Date, fold, words};

use super::{Said, is_nothing};

/// Whether the day or the month stands first in `06/07/2026`.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// 6 July.
    DayFirst,
    /// 7 June.
    MonthFirst,
}

impl DayOrder {
    /// As shown: `day/month`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DayFirst => "day/month",
            Self::MonthFirst => "month/day",
        }
    }
}

/// Which day stands for a month or a year alone.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::store::import) enum Ends {
    /// The first: for a birth, a beginning.
    First,
    /// The last: for the end of a contract. A year alone ends on 30 June.
    Last,
}

impl Ends {
    /// A day of which only a part is said: contracts are written so, births are not.
    fn granted(self, day: Date, why: String) -> Said<Date> {
        if self == Self::Last { Said::Assumed(day, why) } else { Said::Doubtful(day, why) }
    }
}

/// The first three letters, folded, of each month in English, German, Spanish, French, Italian and Portuguese. French
/// June and July need four: [`month`] knows them.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fev"],
    &["mar", "mae", "mrz"],
    &["apr", "abr", "avr"],
    &["may", "mai", "mag"],
    &["jun", "giu"],
    &["jul", "lug"],
    &["aug", "ago", "aou"],
    &["sep", "set"],
    &["oct", "okt", "ott", "out"],
    &["nov"],
    &["dec", "dez", "dic"],
];

fn month(word: &str) -> Option<i8> {
    if word.is_empty() || !word.bytes().any(|byte| byte.is_ascii_alphabetic()) && word.is_ascii() {
        return None;
    }
    let word = fold(word);
    let word = word.trim_end_matches('.');
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) || word.len() > 10 {
        return None;
    }
    // French months of which three letters do not tell June from July.
    if word.starts_with("juil") {
        return Some(7);
    }
    if word.starts_with("jui") {
        return Some(6);
    }
    let at = MONTHS.iter().position(|begins| begins.iter().any(|begins| word.starts_with(begins)))?;
    i8::try_from(at + 1).ok()
}

/// The numbers of a day written with numbers alone, and whether a dot stands between them.
fn numbers(cell: &str) -> Option<([u32; 3], usize, bool)> {
    let mut numbers = [0_u32; 3];
    let mut count = 0;
    let mut first_length = 0;
    let mut dotted = false;
    for part in cell.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()) {
        if part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        *numbers.get_mut(count)? = part.parse().ok()?;
        if count == 0 {
            first_length = part.len();
            dotted = cell.as_bytes().get(part.len()) == Some(&b'.');
        }
        count += 1;
    }
    (count == 3).then_some((numbers, first_length, dotted))
}

/// Without a time of day, without an age or words in brackets, without a weekday.
fn bare(cell: &str) -> &str {
    let cell = cell.split_once(['(', '[']).map_or(cell, |(before, _)| before).trim();
    let time = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(':') && !rest.contains(['/', '-'])
    };
    match cell.split_once(['T', ' ']) {
        Some((day, rest)) if day.len() >= 8 && time(rest.trim_start()) => day,
        _ => cell,
    }
}

/// Which orders a cell allows, where both numbers before its year could be days: `None` says nothing about it.
pub(in crate::store::import) fn order_of(cell: &str) -> Option<Vec<DayOrder>> {
    // `2026-06-30`: nothing to choose, and most cells are like this.
    if cell.as_bytes().get(4) == Some(&b'-') {
        return None;
    }
    let ([first, second, _], first_length, dotted) = numbers(bare(cell))?;
    if first_length == 4 || dotted {
        return None;
    }
    let day_first = (1..=31).contains(&first) && (1..=12).contains(&second);
    let month_first = (1..=12).contains(&first) && (1..=31).contains(&second);
    let allowed = [(DayOrder::DayFirst, day_first), (DayOrder::MonthFirst, month_first)];
    Some(allowed.into_iter().filter(|(_, allowed)| *allowed).map(|(order, _)| order).collect())
}

/// A year, of two digits if only so many are given: a birth or a beginning lies after 1940, an end of a contract after
/// 1979.
fn whole_year(number: u32, digits_given: bool, ends: Ends) -> Option<i16> {
    let year = match number {
        0..=99 if digits_given => {
            let turn = if ends == Ends::First { 40 } else { 79 };
            if number <= turn { 2000 + number } else { 1900 + number }
        }
        _ => number,
    };
    (1900..=2200).contains(&year).then(|| i16::try_from(year).ok()).flatten()
}

fn day(year: i16, month: u32, day: u32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The day a cell names. Numbers alone are read in the given order, with dots always the day first.
pub(in crate::store::import) fn read(cell: &str, order: DayOrder, ends: Ends) -> Said<Date> {
    if is_nothing(cell) {
        return Said::Nothing;
    }
    if let Some(day) = iso(cell) {
        return Said::Plain(day);
    }
    let bare = bare(cell);
    if let Some(([a, b, c], first_length, dotted)) = numbers(bare) {
        let found = if first_length == 4 {
            whole_year(a, false, ends).and_then(|year| day(year, b, c))
        } else {
            let month_first = order == DayOrder::MonthFirst && !dotted;
            let (number, month) = if month_first { (b, a) } else { (a, b) };
            let year = whole_year(c, true, ends);
            let other_way = || {
                let turned = day(year?, number, month)?;
                Some(Said::Doubtful(
                    turned,
                    format!("read as {}: no such day the other way", words::date(turned)),
                ))
            };
            match year.and_then(|year| day(year, month, number)) {
                Some(day) => Some(day),
                None if !dotted => return other_way().unwrap_or(Said::Unread),
                None => None,
            }
        };
        return found.map_or(Said::Unread, Said::Plain);
    }
    in_words(bare, ends).or_else(|| alone(bare, ends)).unwrap_or(Said::Unread)
}

/// `2026-06-30` with anything behind it: how programs write days, and so most of all cells.
fn iso(cell: &str) -> Option<Date> {
    let [y, u, t, h, b'-', m, n, b'-', d, e, rest @ ..] = cell.as_bytes() else { return None };
    if !(rest.is_empty() || rest.starts_with(b" 00:00:00") || rest.starts_with(b"T00:00:00")) {
        return None;
    }
    let mut digits = [y, u, t, h, m, n, d, e].into_iter().map(|byte| byte.wrapping_sub(b'0'));
    if digits.clone().any(|digit| digit > 9) {
        return None;
    }
    let mut number =
        |length: usize| digits.by_ref().take(length).fold(0_u32, |sum, digit| sum * 10 + u32::from(digit));
    let (year, month, number) = (number(4), number(2), number(2));
    day(whole_year(year, false, Ends::Last)?, month, number)
}

/// `Jun 30, 2026`, `30. Juni 2026`, `30-Jun-26`, `1er juillet 2026`, `30 de junio de 2026`, `June 2026`.
fn in_words(cell: &str, ends: Ends) -> Option<Said<Date>> {
    let mut named = None;
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    for part in cell.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '-' | '.')) {
        if part.is_empty() || ["de", "del", "of", "the"].contains(&part) {
            continue;
        }
        let digits = part.trim_end_matches(|c: char| c.is_alphabetic() || c == '\u{ba}');
        if !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && part.len() <= digits.len() + 2
        {
            numbers.push((digits.parse().ok()?, digits.len()));
        } else if let Some(month) = month(part) {
            if named.replace(month).is_some() {
                return None;
            }
        } else if !WEEKDAYS.iter().any(|weekday| part.to_lowercase().starts_with(weekday)) {
            return None;
        }
    }
    let month = named?;
    match numbers.as_slice() {
        [(year, 4), (number, _)] | [(number, _), (year, _)] => {
            let two_digits = *year < 100;
            day(whole_year(*year, two_digits, ends)?, u32::from(month.unsigned_abs()), *number)
                .map(Said::Plain)
        }
        [(year, digits)] if *digits == 4 || *year > 31 => {
            let first = Date::new(whole_year(*year, *digits == 2, ends)?, month, 1).ok()?;
            let day = if ends == Ends::First { first } else { first.last_of_month() };
            let which = if ends == Ends::First { "first" } else { "last" };
            let why = format!("only the month is given: taken as its {which} day");
            Some(ends.granted(day, why))
        }
        _ => None,
    }
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A year alone, or the number of a day as spreadsheets count them.
fn alone(cell: &str, ends: Ends) -> Option<Said<Date>> {
    let digits = cell.strip_suffix(".0").unwrap_or(cell);
    if !(4..=5).contains(&digits.len()) && digits.len() != 8
        || !digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        return season_end(cell, ends);
    }
    let number: u32 = digits.parse().ok()?;
    if digits.len() == 8 {
        return day(whole_year(number / 10_000, false, ends)?, number / 100 % 100, number % 100)
            .map(Said::Plain);
    }
    if (1900..=2100).contains(&number) {
        let year = i16::try_from(number).ok()?;
        let (day, why) = match ends {
            Ends::First => (Date::new(year, 1, 1), "only the year is given: taken as 1 January"),
            Ends::Last => (Date::new(year, 6, 30), "only the year is given: taken as 30 June"),
        };
        return Some(ends.granted(day.ok()?, why.to_owned()));
    }
    // Days since 30 December 1899; 9,000 is 1924 and 73,000 is 2099.
    if (9_000..=73_000).contains(&number) {
        let day = Date::new(1899, 12, 30).ok()?.checked_add(i64::from(number).days()).ok()?;
        let why = format!("a spreadsheet\u{2019}s day number, taken as {}", words::date(day));
        return Some(Said::Doubtful(day, why));
    }
    None
}

/// `2025/26`: a contract to the end of a season.
fn season_end(cell: &str, ends: Ends) -> Option<Said<Date>> {
    let (first, second) = cell.split_once(['/', '-', '\u{2013}'])?;
    let year: i16 = first.trim().parse().ok().filter(|year| (1900..=2100).contains(year))?;
    let next = (year + 1).to_string();
    let second = second.trim();
    if ends == Ends::First || (second != next && next.get(2..) != Some(second)) {
        return None;
    }
    let day = Date::new(year + 1, 6, 30).ok()?;
    Some(Said::Assumed(day, "only the season is given: taken as its last day, 30 June".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "2026-06-30",
            "2026-06-30 00:00:00",
            "2026-06-30T00:00:00Z",
            "2026/06/30",
            "30/06/2026",
            "30.06.2026",
            "30.6.26",
            "30-6-2026",
            "30/6/26",
            "20260630",
            "Jun 30, 2026",
            "June 30 2026",
            "30 Jun 2026",
            "30-Jun-26",
            "30. Juni 2026",
            "30 de junio de 2026",
            "30 juin 2026",
            "30 giugno 2026",
            "30 de junho de 2026",
            "Tue 30 Jun 2026",
            "30th June 2026",
            "30/6/2026 (26 years old)",
            "Jun 30, 2026 (25)",
        ] {
            assert_eq!(read(text, DayOrder::DayFirst, Ends::Last), Said::Plain(day("2026-06-30")), "{text}");
        }
        for (text, expected) in [
            ("1er juillet 2026", "2026-07-01"),
            ("1. März 2026", "2026-03-01"),
            ("12 août 1999", "1999-08-12"),
            ("5 Mai 1999", "1999-05-05"),
            ("1/7/27", "2027-07-01"),
            ("5/5/74", "1974-05-05"),
        ] {
            assert_eq!(read(text, DayOrder::DayFirst, Ends::First), Said::Plain(day(expected)), "{text}");
        }
        assert_eq!(read("06/07/2026", DayOrder::MonthFirst, Ends::Last), Said::Plain(day("2026-06-07")));
        assert_eq!(
            read("06.07.2026", DayOrder::MonthFirst, Ends::Last),
            Said::Plain(day("2026-07-06")),
            "dots"
        );
        assert_eq!(read("25/5/99", DayOrder::DayFirst, Ends::First), Said::Plain(day("1999-05-25")));
    }

    #[test]
    fn half_a_day_is_taken_with_a_word() {
        let read_last = |text| read(text, DayOrder::DayFirst, Ends::Last);
        for text in ["June 2026", "2026", "2025/26"] {
            let said = read_last(text);
            assert!(
                matches!(said, Said::Assumed(found, _) if found == day("2026-06-30")),
                "{text}: {said:?}"
            );
        }
        let counted = read_last("46203");
        assert!(matches!(counted, Said::Doubtful(found, _) if found == day("2026-06-30")), "{counted:?}");
        assert_eq!(read_last("Jun 26"), Said::Unread, "a day in June without a year, or June 2026");
        let born = read("1999", DayOrder::DayFirst, Ends::First);
        assert!(matches!(born, Said::Doubtful(..)), "nobody is born with a year: {born:?}");
        let turned = read("06/30/2026", DayOrder::DayFirst, Ends::Last);
        assert!(matches!(turned, Said::Doubtful(found, _) if found == day("2026-06-30")));
    }

    #[test]
    fn what_is_no_day_is_not_made_one() {
        for text in [
            "31/02/2026",
            "soon",
            "12",
            "1/2",
            "99/99/2026",
            "2026-13-01",
            "30.02.2026",
            "123456",
            "mayor 1 2026 3",
            "1,5",
        ] {
            assert_eq!(read(text, DayOrder::DayFirst, Ends::Last), Said::Unread, "{text}");
        }
        for text in ["", "-", "Unknown", "N/A", "unbekannt"] {
            assert_eq!(read(text, DayOrder::DayFirst, Ends::Last), Said::Nothing, "{text}");
        }
    }

    #[test]
    fn only_numbers_that_could_be_either_leave_the_order_open() {
        assert_eq!(order_of("23/11/2026"), Some(vec![DayOrder::DayFirst]));
        assert_eq!(order_of("11/23/2026"), Some(vec![DayOrder::MonthFirst]));
        assert_eq!(order_of("6/7/2026").map(|orders| orders.len()), Some(2));
        assert_eq!(order_of("31/31/2026"), Some(vec![]));
        for text in ["2026-06-30", "30.06.2026", "30 Jun 2026", "x"] {
            assert_eq!(order_of(text), None, "{text}");
        }
    }
}
