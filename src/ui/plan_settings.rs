//! What a plan is about: its name, club, day, money and how deep each unit should be. One edit when it is applied.

mod colours;

use egui::{Context, Response, Role, TextEdit, Ui, WidgetInfo};

use crate::edit::Edit;
use crate::model::{Amount, Club, Currency, Extra, MoneySettings, Plan, Rate, words};

use self::colours::Colours;
use super::entry::{self, dates::Near};
use super::form::{Form, Settled, form_ui};
use super::theme::{size, text};
use super::widgets;

/// Width of the names of the fields, points.
const NAMES: f32 = 150.0;

/// The dialog while it is open.
#[derive(Clone, Debug)]
pub struct PlanSettings {
    name: String,
    club: String,
    country: String,
    league: String,
    colours: Colours,
    as_of: String,
    currency: String,
    matchday_value: String,
    rates: String,
    /// Per unit of the plan its depth, empty for the usual one.
    depths: Vec<String>,
    trouble: Option<String>,
    fresh: bool,
}

impl PlanSettings {
    /// Begins with what the plan says now.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let value = plan.money.covered_matchday_value.as_ref();
        Self {
            name: plan.name.clone(),
            club: plan.club.name.clone(),
            country: plan.club.country.clone().unwrap_or_default(),
            league: plan.club.league.clone().unwrap_or_default(),
            colours: Colours::of(&plan.club),
            as_of: words::date(plan.as_of),
            currency: plan.money.currency.code().to_owned(),
            matchday_value: value
                .map(|value| entry::money_text(value.amount, value.currency))
                .unwrap_or_default(),
            rates: plan.money.rates.iter().map(rate_line).collect::<Vec<_>>().join("\n"),
            depths: plan
                .units
                .iter()
                .map(|unit| unit.target_depth.map(|depth| depth.to_string()).unwrap_or_default())
                .collect(),
            trouble: None,
            fresh: true,
        }
    }

    /// Draws the dialog.
    pub fn ui(&mut self, ctx: &Context, plan: &Plan) -> Settled {
        form_ui(ctx, self, plan)
    }

    fn money(&self, plan: &Plan) -> Result<MoneySettings, String> {
        let typed = self.currency.trim().to_uppercase();
        let currency: Currency = typed.parse().map_err(|error| format!("{error}."))?;
        let mut value = entry::amount(&self.matchday_value, currency)?;
        if let (Some(value), Some(before)) = (&mut value, &plan.money.covered_matchday_value) {
            value.extra.clone_from(&before.extra);
        }
        let rates = self.rates.lines().filter(|line| !line.trim().is_empty());
        let rates = rates.map(|line| parse_rate(line, &plan.money.rates)).collect::<Result<Vec<_>, _>>()?;
        let value: Option<Amount> = value;
        Ok(MoneySettings { currency, rates, covered_matchday_value: value, ..plan.money.clone() })
    }
}

impl Form for PlanSettings {
    const TITLE: &str = "Plan settings";
    const WIDTH: f32 = 520.0;

    fn fields_ui(&mut self, ui: &mut Ui, plan: &Plan) {
        let name = line(ui, "Name", "Liverpool 2025\u{2013}26", &mut self.name);
        if std::mem::take(&mut self.fresh) {
            widgets::type_over(ui.ctx(), name.id, &self.name);
        }
        line(ui, "Club", "Liverpool", &mut self.club);
        line(ui, "Country", "For example England", &mut self.country);
        line(ui, "League", "For example Premier League", &mut self.league);
        row(ui, "Colours", |ui| self.colours.ui(ui, &self.club));
        line(ui, "As-of date", &entry::example_date(), &mut self.as_of);
        line(ui, "Currency", "GBP", &mut self.currency);
        line(ui, "A covered matchday is worth", "the default", &mut self.matchday_value);
        ui.add_space(size::GAP_XS);
        ui.label(text::second("Exchange rates, one a line: GBP EUR 1.16 2025-07-11 where it is from").weak());
        let rates = TextEdit::multiline(&mut self.rates).desired_rows(3).desired_width(f32::INFINITY);
        ui.add(rates).widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, "Exchange rates"));
        ui.add_space(size::GAP_XS);
        ui.label(
            text::second(
                "How many fit players the verdicts count; empty is one more than the formation needs",
            )
            .weak(),
        );
        for (unit, depth) in plan.units.iter().zip(&mut self.depths) {
            line(ui, &unit.name, "usual", depth);
        }
    }

    fn edit(&self, plan: &Plan) -> Result<Option<Edit>, String> {
        let mut edits = Vec::new();
        let name = self.name.trim();
        if name.is_empty() {
            return Err("Name the plan.".to_owned());
        }
        if name != plan.name {
            edits.push(Edit::RenamePlan(name.to_owned()));
        }
        let club = Club {
            name: self.club.trim().to_owned(),
            country: entry::optional(&self.country),
            league: entry::optional(&self.league),
            colours: self.colours.read()?,
            extra: plan.club.extra.clone(),
        };
        if club.name.is_empty() {
            return Err("Name the club.".to_owned());
        }
        if club != plan.club {
            edits.push(Edit::SetClub(club));
        }
        let as_of = entry::date_near(&self.as_of, Near::About(plan.as_of))?
            .ok_or("Type the day on which the plan knows what it knows.")?;
        if as_of != plan.as_of {
            edits.push(Edit::SetAsOf(as_of));
        }
        let money = self.money(plan)?;
        if money != plan.money {
            edits.push(Edit::SetMoney(money));
        }
        for (unit, depth) in plan.units.iter().zip(&self.depths) {
            let depth =
                match depth.trim() {
                    "" => None,
                    typed => {
                        Some(typed.parse::<u8>().ok().filter(|depth| (1..=30).contains(depth)).ok_or_else(
                            || format!("{}: type a number from 1 to 30, or nothing.", unit.name),
                        )?)
                    }
                };
            if depth != unit.target_depth {
                let mut unit = unit.clone();
                unit.target_depth = depth;
                edits.push(Edit::PutUnit(unit));
            }
        }
        let label = "change the plan settings".to_owned();
        Ok(if edits.is_empty() { None } else { Some(Edit::Together { label, edits }) })
    }

    fn trouble(&mut self) -> &mut Option<String> {
        &mut self.trouble
    }
}

fn line(ui: &mut Ui, name: &str, hint: &str, typed: &mut String) -> Response {
    row(ui, name, |ui| widgets::text_field(ui, name, hint, typed))
}

fn row<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        ui.allocate_ui(egui::vec2(NAMES, size::CONTROL_HEIGHT), |ui| {
            ui.set_min_width(NAMES);
            ui.add(egui::Label::new(text::second(name).weak()).wrap());
        });
        content(ui)
    })
    .inner
}

fn rate_line(rate: &Rate) -> String {
    let source = rate.source.as_deref().unwrap_or_default();
    format!("{} {} {} {} {source}", rate.base, rate.quote, rate.rate, rate.date).trim_end().to_owned()
}

/// Reads a rate; one that stands in the plan already keeps its unknown fields.
fn parse_rate(line: &str, known: &[Rate]) -> Result<Rate, String> {
    if let Some(rate) = known.iter().find(|rate| rate_line(rate) == line.trim()) {
        return Ok(rate.clone());
    }
    let wrong = || format!("Write a rate like GBP EUR 1.16 2025-07-11, not \u{201c}{}\u{201d}.", line.trim());
    let mut parts = line.split_whitespace();
    let mut currency = || parts.next().and_then(|code| code.to_uppercase().parse().ok());
    let (base, quote) = (currency().ok_or_else(wrong)?, currency().ok_or_else(wrong)?);
    let rate: f64 = parts.next().and_then(|rate| rate.parse().ok()).ok_or_else(wrong)?;
    let date = parts.next().and_then(|date| date.parse().ok()).ok_or_else(wrong)?;
    if !(rate.is_finite() && rate > 0.0) {
        return Err(wrong());
    }
    Ok(Rate {
        base,
        quote,
        rate,
        date,
        source: entry::optional(&parts.collect::<Vec<_>>().join(" ")),
        extra: Extra::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::ui::testing::sample;

    #[test]
    fn what_is_not_changed_makes_no_edit() {
        let plan = sample();
        assert_eq!(PlanSettings::new(&plan).edit(&plan), Ok(None));
    }

    #[test]
    fn every_field_reaches_the_plan_in_one_edit() {
        let plan = sample();
        let mut settings = PlanSettings::new(&plan);
        settings.name = "Liverpool, autumn".to_owned();
        settings.colours.type_in("#00B2A9", " #f6eb61 ");
        settings.as_of = "1 oct".to_owned();
        settings.matchday_value = "\u{a3}2m".to_owned();
        settings.rates.push_str("\nGBP CHF 1.08 2025-10-01 a newspaper");
        settings.depths[0] = "4".to_owned();
        let after = apply(&plan, &settings.edit(&plan).unwrap().unwrap()).unwrap();
        assert_eq!(after.name, "Liverpool, autumn");
        assert_eq!(after.club.colours.unwrap().pair(), Some([[0, 178, 169], [246, 235, 97]]));
        assert_eq!(after.as_of, "2025-10-01".parse().unwrap());
        assert_eq!(after.money.covered_matchday_value.unwrap().amount, 2_000_000);
        let rate = after.money.rates.last().unwrap();
        assert_eq!((rate.quote.code(), rate.source.as_deref()), ("CHF", Some("a newspaper")));
        assert_eq!(after.units[0].target_depth, Some(4));
    }

    #[test]
    fn nonsense_is_answered_with_what_to_write() {
        let plan = sample();
        for (break_it, expected) in [
            (
                (|s: &mut PlanSettings| s.rates = "euro 2".to_owned()) as fn(&mut PlanSettings),
                "Write a rate like",
            ),
            (|s| s.colours.type_in("red", ""), "Write a colour like #c8102e"),
            (|s| s.colours.type_in("", "#ffffff"), "Choose a main colour as well"),
            (|s| s.currency = "pounds".to_owned(), "three-letter code"),
            (|s| s.depths[0] = "many".to_owned(), "a number from 1 to 30"),
            (|s| s.as_of = String::new(), "Type the day"),
        ] {
            let mut settings = PlanSettings::new(&plan);
            break_it(&mut settings);
            let complaint = settings.edit(&plan).unwrap_err();
            assert!(complaint.contains(expected), "{complaint}");
        }
    }
}
