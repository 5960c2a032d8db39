//! An injury in a row.

use crate::model::words;

use super::super::cell::date::{self, Ends};
use super::super::cell::{injury, is_nothing};
use super::super::field::Field;
use super::super::people::ImportedInjury;
use super::super::rows::{Content, Verdict};
use super::RowReader;
use super::remarks::Remarks;

impl RowReader<'_> {
    pub(super) fn injury(&self, name: String, remarks: &mut Remarks<'_, '_>) -> Content {
        let row = remarks.row;
        let cell = |field| self.cell(row, field);
        let order = self.order();
        let as_of = self.context.as_of;
        let words = Some(cell(Field::Injury)).filter(|words| !is_nothing(words)).map(str::to_owned);
        let from = remarks.take(
            Field::InjuredFrom,
            date::read(cell(Field::InjuredFrom), order, Ends::First),
            "no day",
        );
        let until = remarks.take(
            Field::InjuredUntil,
            date::read(cell(Field::InjuredUntil), order, Ends::Last),
            "no day",
        );
        let layoff =
            remarks.take(Field::InjuredFor, injury::layoff(cell(Field::InjuredFor)), "no span of time");
        if from.is_none() && until.is_none() && layoff.is_none() && words.is_none() {
            return Content::Refused("neither an injury nor a day".to_owned());
        }
        let start = match (from, until, &layoff) {
            (Some(from), ..) => from,
            (None, Some(until), _) if until <= as_of => {
                return Content::Refused("it is over, and nothing says when it began".to_owned());
            }
            _ => {
                let why = format!("no first day: taken as {}, the plan\u{2019}s day", words::date(as_of));
                remarks.say(Field::InjuredFrom, Verdict::Doubtful, why);
                as_of
            }
        };
        if until.is_some_and(|until| until < start) {
            remarks.say(Field::InjuredUntil, Verdict::Doubtful, "back before he was injured".to_owned());
        }
        if start > as_of {
            remarks.say(
                Field::InjuredFrom,
                Verdict::Doubtful,
                "begins after the plan\u{2019}s day".to_owned(),
            );
        }
        let born = remarks.take(Field::Born, date::read(cell(Field::Born), order, Ends::First), "no day");
        Content::Injury(Box::new(ImportedInjury {
            name,
            club: self.club(row, remarks),
            born,
            start,
            start_given: from.is_some(),
            diagnosis: words.as_deref().and_then(injury::diagnosis),
            words,
            until,
            layoff,
        }))
    }
}
