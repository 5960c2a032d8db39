//! Texts of a report.

use crate::model::{Date, Plan, Report, words};

use super::range_over;
use crate::ui::entry::{self, Complaint, dates::Near, optional};

/// Which text of a report.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in super::super) enum ReportField {
    Claim,
    Outlet,
    Date,
    Club,
    Link,
    /// The amount at this place in its list.
    Amount(usize),
}

impl ReportField {
    pub(super) fn read(self, report: &Report) -> Option<String> {
        Some(match self {
            Self::Claim => report.claim.clone(),
            Self::Outlet => report.outlet.clone(),
            Self::Date if report.undated => String::new(),
            Self::Date => words::date(report.date),
            Self::Club => report.club.clone().unwrap_or_default(),
            Self::Link => report.link.clone().unwrap_or_default(),
            Self::Amount(at) => entry::range_text(&report.amounts.get(at)?.value),
        })
    }

    pub(super) fn write(self, report: &mut Report, text: &str, plan: &Plan) -> Result<(), Complaint> {
        match self {
            Self::Claim => text.trim().clone_into(&mut report.claim),
            Self::Outlet => text.trim().clone_into(&mut report.outlet),
            // Without its day it keeps its place among the others.
            Self::Date => match published(plan, text)? {
                Some(day) => (report.date, report.undated) = (day, false),
                None => report.undated = true,
            },
            Self::Club => report.club = optional(text),
            Self::Link => report.link = optional(text),
            Self::Amount(at) => {
                let amount = report.amounts.get_mut(at).ok_or("This amount has been removed.")?;
                let new = range_over(Some(&amount.value), text, plan.money.currency)?;
                amount.value = new.ok_or("Write the amount as reported, or remove it.")?;
            }
        }
        Ok(())
    }
}

/// The day a report was published: without a year, the last such day the plan can know of.
pub(super) fn published(plan: &Plan, text: &str) -> Result<Option<Date>, Complaint> {
    entry::date_near(text, Near::Before(plan.as_of))
}
