//! Every text a user can type in the inspector: where it stands in the plan and how it gets there.
//!
//! A field knows whom it belongs to, so that a text typed for one player can never end up with another.

mod move_field;
mod player_field;
mod report_field;

use crate::edit::Edit;
use crate::model::{Currency, Date, MoneyRange, MoveId, Plan, PlayerId, ReportId, ScenarioId};

use crate::ui::entry::{self, Complaint, dates::Near};

pub(super) use move_field::MoveField;
pub(super) use player_field::{AbsenceField, InjuryField, PlayerField};
pub(super) use report_field::ReportField;

/// One text of the plan.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Field {
    /// Of a player.
    Player(PlayerId, PlayerField),
    /// Of the injury at this place in a player's list.
    Injury(PlayerId, usize, InjuryField),
    /// Of the absence at this place in a player's list.
    Absence(PlayerId, usize, AbsenceField),
    /// Of a report.
    Report(ReportId, ReportField),
    /// Of a move of a scenario.
    Move(ScenarioId, MoveId, MoveField),
    /// What the plan is about.
    PlanNotes,
    /// What a scenario is about.
    ScenarioNotes(ScenarioId),
}

impl Field {
    /// What the plan says; `None` if what it is about has gone.
    pub(super) fn read(&self, plan: &Plan) -> Option<String> {
        match self {
            Self::Player(id, field) => Some(field.read(plan.player(id)?)),
            Self::Injury(id, at, field) => Some(field.read(plan.player(id)?.injuries.get(*at)?)),
            Self::Absence(id, at, field) => Some(field.read(plan.player(id)?.absences.get(*at)?)),
            Self::Report(id, field) => field.read(plan.report(id)?),
            Self::Move(scenario, id, field) => {
                let mv = plan.scenario(scenario)?.moves.iter().find(|mv| mv.id == *id)?;
                Some(field.read(mv))
            }
            Self::PlanNotes => Some(plan.notes.clone()),
            Self::ScenarioNotes(id) => Some(plan.scenario(id)?.notes.clone()),
        }
    }

    /// The day that `text` means, where less than a whole date will do for one.
    pub(super) fn understood(&self, plan: &Plan, text: &str) -> Option<Date> {
        let read = match self {
            Self::Player(_, PlayerField::ContractUntil) => entry::contract_end(text),
            Self::Move(scenario, id, MoveField::Until) => {
                let mv = plan.scenario(scenario)?.moves.iter().find(|mv| mv.id == *id)?;
                entry::last_day(text, mv.effective_date(plan))
            }
            Self::Move(_, _, MoveField::Date) => entry::date_near(text, Near::After(plan.as_of)),
            Self::Report(_, ReportField::Date) => report_field::published(plan, text),
            Self::Injury(id, at, field @ (InjuryField::Start | InjuryField::Returned)) => {
                field.day(plan.player(id)?.injuries.get(*at)?, text, plan.as_of)
            }
            Self::Absence(id, at, field @ (AbsenceField::From | AbsenceField::Until)) => {
                field.day(plan.player(id)?.absences.get(*at)?, text, plan.as_of)
            }
            _ => return None,
        };
        read.ok().flatten()
    }

    /// The edit that makes the plan say `text`.
    ///
    /// # Errors
    /// A sentence that says how to write it, or that what it is about has gone.
    pub(super) fn write(&self, plan: &Plan, text: &str) -> Result<Edit, Complaint> {
        let gone = || "This is no longer part of the plan.".to_owned();
        let usual = plan.money.currency;
        match self {
            Self::Player(id, field) => {
                let before = plan.player(id).ok_or_else(gone)?;
                let mut player = before.clone();
                field.write(&mut player, text, usual)?;
                Ok(Edit::change_player(before, player, field.what()))
            }
            Self::Injury(id, at, field) => {
                let mut player = Box::new(plan.player(id).ok_or_else(gone)?.clone());
                field.write(player.injuries.get_mut(*at).ok_or_else(gone)?, text, plan.as_of)?;
                Ok(Edit::PutPlayer { player: player.into(), what: "injury".to_owned() })
            }
            Self::Absence(id, at, field) => {
                let mut player = Box::new(plan.player(id).ok_or_else(gone)?.clone());
                field.write(player.absences.get_mut(*at).ok_or_else(gone)?, text, plan.as_of)?;
                Ok(Edit::PutPlayer { player: player.into(), what: "absence".to_owned() })
            }
            Self::Report(id, field) => {
                let mut report = Box::new(plan.report(id).ok_or_else(gone)?.clone());
                field.write(&mut report, text, plan)?;
                Ok(Edit::PutReport(report))
            }
            Self::Move(scenario, id, field) => {
                let known = plan.scenario(scenario).ok_or_else(gone)?;
                let mut mv = Box::new(known.moves.iter().find(|mv| mv.id == *id).ok_or_else(gone)?.clone());
                field.write(&mut mv, text, plan)?;
                Ok(Edit::PutMove { scenario: scenario.clone(), mv })
            }
            Self::PlanNotes => Ok(Edit::SetPlanNotes(text.trim_end().to_owned())),
            Self::ScenarioNotes(id) => {
                Ok(Edit::SetScenarioNotes { scenario: id.clone(), notes: text.trim_end().to_owned() })
            }
        }
    }
}

/// A range as typed, with what the old one knew beyond its figures.
fn range_over(
    old: Option<&MoneyRange>,
    text: &str,
    usual: Currency,
) -> Result<Option<MoneyRange>, Complaint> {
    let usual = old.map_or(usual, |old| old.currency);
    let Some(new) = entry::money_range(text, usual)? else { return Ok(None) };
    Ok(Some(match old {
        Some(old) => MoneyRange { estimate: old.estimate, extra: old.extra.clone(), ..new },
        None => new,
    }))
}
