//! What a row says of a person or of an injury, once it is understood.

use crate::model::{
    Amount, Date, Diagnosis, Foot, Injury, MoneyRange, Position, ReportedLayoff, ReportedReturn, Wage,
};

/// A player as a row of a table describes him. What the row does not say is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImportedPlayer {
    /// His name, as it will be shown.
    pub name: String,
    /// His club as the table names it; left out where the table has no such column, or the cell says none.
    pub club: Option<String>,
    /// The league his club plays in, by name or by the data set's short form.
    pub league: Option<String>,
    /// Day of birth.
    pub born: Option<Date>,
    /// Age in years where the table gives one; it tells namesakes apart and is not kept.
    pub age: Option<u8>,
    /// Nationality.
    pub nationality: Option<String>,
    /// Stronger foot.
    pub foot: Option<Foot>,
    /// Height in centimetres.
    pub height_cm: Option<u16>,
    /// Positions, the first his best.
    pub positions: Vec<Position>,
    /// The day he joined.
    pub contract_from: Option<Date>,
    /// The last day of his contract.
    pub contract_until: Option<Date>,
    /// Market value.
    pub market_value: Option<Amount>,
    /// What his club asks.
    pub asking: Option<MoneyRange>,
    /// What he earns.
    pub wage: Option<Wage>,
    /// The last season in which the data set saw him, by the year it starts in.
    pub last_season: Option<i16>,
}

/// An injury as a row of a list describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedInjury {
    /// Who is injured, as the list names him.
    pub name: String,
    /// His club, where the list names it.
    pub club: Option<String>,
    /// Day of birth, where the list gives it.
    pub born: Option<Date>,
    /// The day it happened; the plan's day where the list does not say.
    pub start: Date,
    /// The list says when it happened.
    pub start_given: bool,
    /// What it is, as far as its usual lay-off is known.
    pub diagnosis: Option<Diagnosis>,
    /// What it is, in the words of the list.
    pub words: Option<String>,
    /// The day he is back, or was.
    pub until: Option<Date>,
    /// For how long he is out, as the list says it.
    pub layoff: Option<ReportedLayoff>,
}

impl ImportedInjury {
    /// As a plan keeps it: a return by `as_of` makes it history, a later one is expected.
    #[must_use]
    pub fn injury(&self, as_of: Date, source: &str) -> Injury {
        let mut injury = Injury::starting(self.start);
        injury.diagnosis = self.diagnosis;
        injury.description.clone_from(&self.words);
        injury.layoff.clone_from(&self.layoff);
        injury.source = Some(source.to_owned());
        match self.until {
            Some(until) if until <= as_of => injury.returned = Some(until),
            Some(until) => {
                let extra = crate::model::Extra::new();
                injury.back = Some(ReportedReturn { earliest: until, latest: until, extra });
            }
            None => {}
        }
        injury
    }
}
