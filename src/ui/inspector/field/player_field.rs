//! Texts of a player, his injuries and his other absences.

use crate::model::{
    Absence, Amount, Club, Contract, Currency, Date, Extra, Injury, Player, ReportedLayoff, ReportedReturn,
    Wage, WagePeriod, words,
};

use super::range_over;
use crate::ui::entry::{self, Complaint, Layoff, dates::Near, optional};

/// Which text of a player.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in super::super) enum PlayerField {
    Name,
    Born,
    Nationality,
    Height,
    Club,
    Country,
    League,
    ContractFrom,
    ContractUntil,
    Wage,
    Asking,
    MarketValue,
    Rivals,
    Notes,
}

impl PlayerField {
    /// As it stands in the menu after "Undo change Guéhi's".
    pub(super) fn what(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Born => "day of birth",
            Self::Nationality => "nationality",
            Self::Height => "height",
            Self::Club | Self::Country | Self::League => "club",
            Self::ContractFrom | Self::ContractUntil => "contract",
            Self::Wage => "wage",
            Self::Asking => "asking price",
            Self::MarketValue => "market value",
            Self::Rivals => "rivals",
            Self::Notes => "notes",
        }
    }

    pub(super) fn read(self, player: &Player) -> String {
        let contract = player.contract.as_ref();
        let club = player.club.as_ref();
        let day = |day: Option<_>| day.map(words::date).unwrap_or_default();
        let amount = |amount: &Amount| entry::money_text(amount.amount, amount.currency);
        match self {
            Self::Name => player.name.clone(),
            Self::Born => day(player.born),
            Self::Nationality => player.nationality.clone().unwrap_or_default(),
            Self::Height => player.height_cm.map(|height| format!("{height} cm")).unwrap_or_default(),
            Self::Club => club.map(|club| club.name.clone()).unwrap_or_default(),
            Self::Country => club.and_then(|club| club.country.clone()).unwrap_or_default(),
            Self::League => club.and_then(|club| club.league.clone()).unwrap_or_default(),
            Self::ContractFrom => day(contract.and_then(|contract| contract.from)),
            Self::ContractUntil => day(contract.and_then(|contract| contract.until)),
            Self::Wage => contract
                .and_then(|contract| contract.wage.as_ref())
                .map(|wage| amount(&wage.amount))
                .unwrap_or_default(),
            Self::Asking => player.asking.as_ref().map(entry::range_text).unwrap_or_default(),
            Self::MarketValue => player.market_value.as_ref().map(amount).unwrap_or_default(),
            Self::Rivals => player.rivals.join(", "),
            Self::Notes => player.notes.clone(),
        }
    }

    pub(super) fn write(self, player: &mut Player, text: &str, usual: Currency) -> Result<(), Complaint> {
        match self {
            Self::Name => player.name = optional(text).ok_or("A player needs a name.")?,
            Self::Born => player.born = entry::birthday(text)?,
            Self::Nationality => player.nationality = optional(text),
            Self::Height => player.height_cm = entry::height(text)?,
            Self::Club => match (optional(text), player.club.as_mut()) {
                (Some(name), Some(club)) => club.name = name,
                (Some(name), None) => player.club = Some(Club::named(name)),
                (None, _) => player.club = None,
            },
            Self::Country | Self::League => {
                let club = player.club.as_mut().ok_or("First say which club.")?;
                let part = if self == Self::Country { &mut club.country } else { &mut club.league };
                *part = optional(text);
            }
            Self::ContractFrom => {
                let day = entry::date(text)?;
                change_contract(player, |contract| contract.from = day);
            }
            Self::ContractUntil => {
                let day = entry::contract_end(text)?;
                change_contract(player, |contract| contract.until = day);
            }
            Self::Wage => {
                let old = player.contract.as_ref().and_then(|contract| contract.wage.as_ref());
                let wage = wage_over(old, text, usual)?;
                change_contract(player, |contract| contract.wage = wage);
            }
            Self::Asking => player.asking = range_over(player.asking.as_ref(), text, usual)?,
            Self::MarketValue => {
                player.market_value = amount_over(player.market_value.as_ref(), text, usual)?;
            }
            Self::Rivals => player.rivals = text.split([',', '\n']).filter_map(optional).collect(),
            Self::Notes => text.trim_end().clone_into(&mut player.notes),
        }
        Ok(())
    }
}

/// Changes the contract, and leaves none behind of which nothing is known.
fn change_contract(player: &mut Player, change: impl FnOnce(&mut Contract)) {
    let mut contract = player.contract.take().unwrap_or_default();
    change(&mut contract);
    player.contract = (contract != Contract::default()).then_some(contract);
}

/// An amount as typed, with what the old one knew beyond its figure.
pub(super) fn amount_over(
    old: Option<&Amount>,
    text: &str,
    usual: Currency,
) -> Result<Option<Amount>, Complaint> {
    let new = entry::amount(text, old.map_or(usual, |old| old.currency))?;
    Ok(new.map(|new| match old {
        Some(old) => Amount { extra: old.extra.clone(), ..new },
        None => new,
    }))
}

/// A wage as typed, with what the old one knew beyond its figure.
pub(super) fn wage_over(old: Option<&Wage>, text: &str, usual: Currency) -> Result<Option<Wage>, Complaint> {
    let usual = old.map_or(usual, |old| old.amount.currency);
    let Some((amount, per)) = entry::wage(text, usual)? else { return Ok(None) };
    Ok(Some(match old {
        Some(old) => Wage {
            amount: Amount { extra: old.amount.extra.clone(), ..amount },
            per: per.unwrap_or(old.per),
            ..old.clone()
        },
        None => Wage { amount, per: per.unwrap_or(WagePeriod::Week), estimate: false, extra: Extra::new() },
    }))
}

/// Which text of an injury.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in super::super) enum InjuryField {
    Start,
    Words,
    Layoff,
    Returned,
    Source,
}

impl InjuryField {
    pub(super) fn read(self, injury: &Injury) -> String {
        match self {
            Self::Start => words::date(injury.start),
            Self::Words => injury.description.clone().unwrap_or_default(),
            Self::Layoff => Layoff::of(injury).as_ref().map(entry::layoff_text).unwrap_or_default(),
            Self::Returned => injury.returned.map(words::date).unwrap_or_default(),
            Self::Source => injury.source.clone().unwrap_or_default(),
        }
    }

    /// A day without a year is clear: the injury has happened by the plan's day, and he is back after it.
    pub(super) fn day(self, injury: &Injury, text: &str, as_of: Date) -> Result<Option<Date>, Complaint> {
        match self {
            Self::Start => entry::date_near(text, Near::Before(as_of)),
            _ => entry::date_near(text, Near::After(injury.start)),
        }
    }

    pub(super) fn write(self, injury: &mut Injury, text: &str, as_of: Date) -> Result<(), Complaint> {
        match self {
            Self::Start => {
                injury.start =
                    self.day(injury, text, as_of)?.ok_or("An injury needs the day it happened.")?;
            }
            Self::Words => injury.description = optional(text),
            Self::Layoff => match entry::layoff(text)? {
                None => (injury.layoff, injury.back) = (None, None),
                Some(Layoff::Lasts(min, max, unit)) => {
                    let extra = injury.layoff.take().map(|old| old.extra).unwrap_or_default();
                    injury.layoff = Some(ReportedLayoff { min, max, unit, extra });
                    injury.back = None;
                }
                Some(Layoff::Back(earliest, latest)) => {
                    let extra = injury.back.take().map(|old| old.extra).unwrap_or_default();
                    injury.back = Some(ReportedReturn { earliest, latest, extra });
                    injury.layoff = None;
                }
            },
            Self::Returned => injury.returned = self.day(injury, text, as_of)?,
            Self::Source => injury.source = optional(text),
        }
        Ok(())
    }
}

/// Which text of an absence.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub(in super::super) enum AbsenceField {
    From,
    Until,
    Note,
}

impl AbsenceField {
    pub(super) fn read(self, absence: &Absence) -> String {
        match self {
            Self::From => words::date(absence.from),
            Self::Until => words::date(absence.until),
            Self::Note => absence.note.clone().unwrap_or_default(),
        }
    }

    /// A day without a year is clear: the absence begins about the plan's day, and does not end before it begins.
    pub(super) fn day(self, absence: &Absence, text: &str, as_of: Date) -> Result<Option<Date>, Complaint> {
        match self {
            Self::Until => entry::date_near(text, Near::After(absence.from)),
            _ => entry::date_near(text, Near::About(as_of)),
        }
    }

    pub(super) fn write(self, absence: &mut Absence, text: &str, as_of: Date) -> Result<(), Complaint> {
        const NEEDS_DAY: &str = "An absence needs its first and its last day.";
        match self {
            Self::From => {
                absence.from = self.day(absence, text, as_of)?.ok_or(NEEDS_DAY)?;
                // The first day is typed first: the last one, still to be typed, goes along.
                absence.until = absence.until.max(absence.from);
            }
            Self::Until => {
                let until = self.day(absence, text, as_of)?.ok_or(NEEDS_DAY)?;
                if until < absence.from {
                    return Err(format!("It begins on {}, after this day.", words::date(absence.from)));
                }
                absence.until = until;
            }
            Self::Note => absence.note = optional(text),
        }
        Ok(())
    }
}
