//! What is said of the cells of one row, and the values that are to be taken nevertheless.

use crate::model::{Currency, Date, age_on, words};

use super::super::cell::Said;
use super::super::cell::money::{self, Money};
use super::super::field::Field;
use super::super::rows::{Remark, Verdict};
use super::{RowReader, cut};

/// What was said of the cells of one row so far.
pub(super) struct Remarks<'r, 'a> {
    pub(super) reader: &'r RowReader<'a>,
    pub(super) row: usize,
    pub(super) said: Vec<Remark>,
}

impl Remarks<'_, '_> {
    pub(super) fn add(&mut self, column: Option<usize>, field: Field, verdict: Verdict, why: String) {
        self.said.push(Remark { column, field, verdict, why });
    }

    pub(super) fn say(&mut self, field: Field, verdict: Verdict, why: String) {
        self.add(self.reader.columns.get(&field).copied(), field, verdict, why);
    }

    /// The value, if it is to be taken; what is odd about it goes to the remarks.
    pub(super) fn take<T>(&mut self, field: Field, said: Said<T>, otherwise: &str) -> Option<T> {
        match said {
            Said::Nothing => None,
            Said::Plain(value) => Some(value),
            Said::Assumed(value, why) => {
                self.say(field, Verdict::Assumed, why);
                Some(value)
            }
            Said::Doubtful(value, why) => {
                self.say(field, Verdict::Doubtful, why);
                Some(value)
            }
            Said::Unfit(why) => {
                self.say(field, Verdict::NotTaken, why);
                None
            }
            Said::Unread => {
                let cell = self.reader.cell(self.row, field);
                self.say(
                    field,
                    Verdict::NotUnderstood,
                    format!("\u{201c}{}\u{201d} is {otherwise}", cut(cell)),
                );
                None
            }
        }
    }

    /// An amount and its currency: the cell's, the column's, else the plan's.
    pub(super) fn money(&mut self, field: Field, cell: &str) -> Option<(Money, Currency)> {
        let money = self.take(field, money::read(cell, self.reader.unit(field)), "no amount")?;
        if money.high == 0 {
            self.say(field, Verdict::NotTaken, "nought: the table knows none".to_owned());
            return None;
        }
        if money.high < 1_000 && field != Field::Wage {
            let why = format!(
                "{} is too little: if the column counts in millions, say so in its header",
                cut(cell)
            );
            self.say(field, Verdict::NotTaken, why);
            return None;
        }
        let reader = self.reader;
        let known = money.currency.or(reader.currency);
        let currency = known.unwrap_or_else(|| {
            let currency = reader.context.currency;
            let verdict = RowReader::unless_alike(reader.alike.currency.contains(&field));
            self.say(field, verdict, format!("names no currency: taken as {currency}"));
            currency
        });
        Some((money, currency))
    }

    /// A footballer is between 14 and 60 years old, and after 42 an oddity.
    pub(super) fn plausible_birth(&mut self, born: Option<Date>) -> Option<Date> {
        let born = born?;
        let as_of = self.reader.context.as_of;
        let age = age_on(born, as_of);
        let why = if born > as_of {
            format!("born on {}, after the plan\u{2019}s day", words::date(born))
        } else if !(14..=60).contains(&age) {
            format!("born on {}, which makes him {age}", words::date(born))
        } else {
            if age > 42 {
                self.say(Field::Born, Verdict::Doubtful, format!("{age} years old"));
            }
            return Some(born);
        };
        self.say(Field::Born, Verdict::NotTaken, why);
        None
    }

    /// A contract that has ended, or that ends in more than ten years, is odd.
    pub(super) fn plausible_end(&mut self, until: Option<Date>) -> Option<Date> {
        let until = until?;
        let as_of = self.reader.context.as_of;
        if until.year() < 1990 {
            self.say(
                Field::ContractUntil,
                Verdict::NotTaken,
                format!("a contract to {}", words::date(until)),
            );
            return None;
        }
        if until < as_of {
            let why = format!("ended on {}, before the plan\u{2019}s day", words::date(until));
            self.say(Field::ContractUntil, Verdict::Doubtful, why);
        } else if until.year() > as_of.year() + 10 {
            let why = format!("ends on {}, in more than ten years", words::date(until));
            self.say(Field::ContractUntil, Verdict::Doubtful, why);
        }
        Some(until)
    }
}
