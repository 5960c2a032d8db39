//! A player in a row.

use crate::model::{Amount, Extra, Foot, MoneyRange, Position, Wage, WagePeriod, words};

use super::super::cell::date::{self, Ends};
use super::super::cell::money::Money;
use super::super::cell::{Said, body, is_nothing, position};
use super::super::field::Field;
use super::super::nations::nation;
use super::super::people::ImportedPlayer;
use super::super::rows::Verdict;
use super::remarks::Remarks;
use super::{RowReader, Seen, cut};

impl<'a> RowReader<'a> {
    pub(super) fn player(&self, name: String, remarks: &mut Remarks<'_, '_>) -> ImportedPlayer {
        let row = remarks.row;
        let cell = |field| self.cell(row, field);
        let order = self.order();
        let born = remarks.take(Field::Born, date::read(cell(Field::Born), order, Ends::First), "no day");
        let exact =
            remarks.take(Field::ExactPosition, self.positions(cell(Field::ExactPosition)), "no position");
        let positions = match exact {
            Some(exact) => exact,
            None => remarks
                .take(Field::Positions, self.positions(cell(Field::Positions)), "no position")
                .unwrap_or_default(),
        };
        let until = remarks.take(
            Field::ContractUntil,
            date::read(cell(Field::ContractUntil), order, Ends::Last),
            "no day",
        );
        let market_value = remarks.money(Field::MarketValue, cell(Field::MarketValue));
        let asking = remarks.money(Field::Asking, cell(Field::Asking));
        ImportedPlayer {
            name,
            club: self.club(row, remarks),
            league: Some(cell(Field::League)).filter(|league| !is_nothing(league)).map(str::to_owned),
            born: remarks.plausible_birth(born),
            age: remarks.take(Field::Age, body::age(cell(Field::Age)), "no age"),
            nationality: self.nationality(row, remarks),
            foot: remarks.take(Field::Foot, self.foot(cell(Field::Foot)), "no foot"),
            height_cm: remarks.take(Field::Height, body::height(cell(Field::Height)), "no height"),
            positions,
            contract_from: remarks.take(
                Field::ContractFrom,
                date::read(cell(Field::ContractFrom), order, Ends::First),
                "no day",
            ),
            contract_until: remarks.plausible_end(until),
            market_value: market_value.map(|(money, currency)| {
                if money.low != money.high {
                    let [low, high] = [money.low, money.high].map(|end| words::money(end, currency));
                    remarks.say(
                        Field::MarketValue,
                        Verdict::Doubtful,
                        format!("a range, {low} to {high}: its middle was taken"),
                    );
                }
                Amount::new(money.middle(), currency)
            }),
            asking: asking.map(|(money, currency)| MoneyRange::between(money.low, money.high, currency)),
            wage: self.wage(row, remarks),
            last_season: self.last_season(row, remarks),
        }
    }

    fn positions(&self, cell: &'a str) -> Said<Vec<Position>> {
        Seen::get(&mut self.seen.borrow_mut().positions, cell, position::read)
    }

    fn foot(&self, cell: &'a str) -> Said<Foot> {
        Seen::get(&mut self.seen.borrow_mut().feet, cell, body::foot)
    }

    fn nationality(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<String> {
        let cell = self.cell(row, Field::Nationality);
        if is_nothing(cell) {
            return None;
        }
        let mut parts = cell.split(['/', ',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let first = nation(parts.next()?).to_owned();
        let more: Vec<&str> = parts.collect();
        if !more.is_empty() {
            let why = format!("a plan keeps one nationality; not kept: {}", cut(&more.join(", ")));
            remarks.say(Field::Nationality, Verdict::NotUsed, why);
        }
        if first.chars().any(char::is_alphabetic) {
            return Some(first);
        }
        remarks.say(
            Field::Nationality,
            Verdict::NotUnderstood,
            format!("\u{201c}{}\u{201d} is no nation", cut(cell)),
        );
        None
    }

    fn wage(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<Wage> {
        let (money, currency) = remarks.money(Field::Wage, self.cell(row, Field::Wage))?;
        let per = money.per.or(self.wage_per).unwrap_or_else(|| {
            let per = usual_period(&money);
            let each = if per == WagePeriod::Week { "week" } else { "year" };
            remarks.say(
                Field::Wage,
                Self::unless_alike(self.alike.period),
                format!("taken as per {each}: the cell does not say"),
            );
            per
        });
        if money.monthly {
            remarks.say(
                Field::Wage,
                Verdict::Doubtful,
                "paid by the month: taken twelve times a year".to_owned(),
            );
        }
        Some(Wage {
            amount: Amount::new(money.middle(), currency),
            per,
            estimate: false,
            extra: Extra::new(),
        })
    }

    fn last_season(&self, row: usize, remarks: &mut Remarks<'_, '_>) -> Option<i16> {
        let cell = self.cell(row, Field::LastSeason);
        if is_nothing(cell) {
            return None;
        }
        let season: Option<i16> = cell.parse().ok().filter(|year| (1900..=2200).contains(year));
        match (season, self.newest_season) {
            (None, _) => {
                let why = format!("\u{201c}{}\u{201d} is no season", cut(cell));
                remarks.say(Field::LastSeason, Verdict::NotUnderstood, why);
            }
            (Some(season), Some(newest)) if season < newest => {
                let why =
                    format!("last seen there in the season {season}, the newest in the file being {newest}");
                remarks.say(Field::LastSeason, Verdict::Doubtful, why);
            }
            _ => {}
        }
        season
    }
}

/// Nobody earns a million a week, hardly anybody less than a car a year.
pub(super) fn usual_period(wage: &Money) -> WagePeriod {
    if wage.middle() >= 400_000 { WagePeriod::Year } else { WagePeriod::Week }
}
