//! The plan's currency and its dated rates, edited in place.

use egui::{Role, Ui, WidgetInfo};

use super::table::money_edit;
use super::typed::Drafts;
use crate::model::{Currency, Plan, Rate, words};
use crate::ui::command::Command;
use crate::ui::entry::{self, Complaint, dates::Near};
use crate::ui::theme::{icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// Widths of a code, a rate and a day, points.
const CODE: f32 = 58.0;
const RATE: f32 = 78.0;
const DAY: f32 = 106.0;

/// A rate that is being typed, not yet part of the plan.
#[derive(Debug, Default)]
pub(super) struct NewRate {
    open: bool,
    rate: Option<Rate>,
}

/// Draws currency and rates.
pub(super) fn settings_ui(
    ui: &mut Ui,
    plan: &Plan,
    (drafts, new): (&mut Drafts, &mut NewRate),
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.label(text::body("Totals are shown in"));
        let mut currency = plan.money.currency;
        let choice = widgets::combo_box("plan currency").selected_text(currency.code()).width(80.0);
        let response = choice
            .show_ui(ui, |ui| {
                for known in currencies(plan) {
                    ui.selectable_value(&mut currency, known, known.code());
                }
            })
            .response;
        response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Currency of the plan"));
        if currency != plan.money.currency {
            let label = format!("show totals in {currency}");
            commands.push(money_edit(plan, &label, |money| money.currency = currency));
        }
    });
    ui.add_space(size::GAP_XS);
    for (at, rate) in plan.money.rates.iter().enumerate() {
        rate_ui(ui, plan, (at, rate), drafts, commands);
    }
    if plan.money.rates.is_empty() && !new.open {
        ui.add(
            egui::Label::new(text::second("No rates yet: amounts in other currencies are not counted."))
                .wrap(),
        );
    }
    new_rate_ui(ui, plan, new, drafts, commands);
    drafts.complain(ui, "Rate ");
    drafts.complain(ui, "New rate");
}

/// The plan's currency, those of its rates, and the usual ones.
fn currencies(plan: &Plan) -> Vec<Currency> {
    let mut known = vec![Currency::GBP, Currency::EUR, Currency::USD, plan.money.currency];
    known.extend(plan.money.rates.iter().flat_map(|rate| [rate.base, rate.quote]));
    known.sort_unstable();
    known.dedup();
    known
}

/// One rate: 1 of base is so much of quote, on a day, from a source.
fn rate_ui(
    ui: &mut Ui,
    plan: &Plan,
    (at, rate): (usize, &Rate),
    drafts: &mut Drafts,
    commands: &mut Vec<Command>,
) {
    let name = |what: &str| format!("Rate {}, {what}", at + 1);
    let change = |change: &dyn Fn(&mut Rate)| {
        let label = format!("change the rate of {} to {}", rate.base, rate.quote);
        money_edit(plan, &label, |money| money.rates.iter_mut().skip(at).take(1).for_each(change))
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_XS;
        ui.label(text::body("1"));
        drafts.field(ui, (&name("from"), CODE), "EUR", rate.base.code(), |typed| {
            let base = code(typed)?;
            commands.push(change(&|rate| rate.base = base));
            Ok(())
        });
        ui.label(text::body("is"));
        drafts.field(ui, (&name("rate"), RATE), "0.86", &rate.rate.to_string(), |typed| {
            let value = figure(typed)?;
            commands.push(change(&|rate| rate.rate = value));
            Ok(())
        });
        drafts.field(ui, (&name("to"), CODE), "GBP", rate.quote.code(), |typed| {
            let quote = code(typed)?;
            commands.push(change(&|rate| rate.quote = quote));
            Ok(())
        });
        ui.label(text::body("on"));
        drafts.field(ui, (&name("day"), DAY), &entry::example_date(), &words::date(rate.date), |typed| {
            let day = entry::date_near(typed, Near::Before(plan.as_of))?.ok_or("A rate needs its day.")?;
            commands.push(change(&|rate| rate.date = day));
            Ok(())
        });
        let words = format!("Remove the rate of {} to {}", rate.base, rate.quote);
        if ui.add(IconButton::new(icons::TRASH, &words)).clicked() {
            let label = format!("remove the rate of {} to {}", rate.base, rate.quote);
            commands.push(money_edit(plan, &label, |money| {
                money.rates.remove(at);
            }));
            drafts.forget("Rate ");
        }
    });
    let source = rate.source.clone().unwrap_or_default();
    let room = (ui.available_width() - size::GAP_XS).max(RATE);
    drafts.field(ui, (&name("source"), room), "where it is from", &source, |typed| {
        let source = Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        commands.push(change(&|rate| rate.source.clone_from(&source)));
        Ok(())
    });
    ui.add_space(size::GAP_S);
}

/// The line of a rate that is not there yet: it becomes one when its figure is typed.
fn new_rate_ui(
    ui: &mut Ui,
    plan: &Plan,
    new: &mut NewRate,
    drafts: &mut Drafts,
    commands: &mut Vec<Command>,
) {
    if !new.open {
        if ui.button(format!("{} Add a rate", icons::ADD)).accessible_name("Add a rate").clicked() {
            new.open = true;
            new.rate = None;
        }
        return;
    }
    let rate = new.rate.get_or_insert_with(|| Rate {
        base: wanted(plan),
        quote: plan.money.currency,
        rate: 0.0,
        date: plan.as_of,
        source: None,
        extra: crate::model::Extra::new(),
    });
    let mut typed_rate = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_XS;
        let (base, quote) = (rate.base, rate.quote);
        ui.label(text::body("1"));
        drafts.field(ui, ("New rate, from", CODE), "EUR", base.code(), |typed| {
            rate.base = code(typed)?;
            Ok(())
        });
        ui.label(text::body("is"));
        drafts.field(ui, ("New rate", RATE), "rate", "", |typed| {
            typed_rate = Some(figure(typed)?);
            Ok(())
        });
        drafts.field(ui, ("New rate, to", CODE), "GBP", quote.code(), |typed| {
            rate.quote = code(typed)?;
            Ok(())
        });
        widgets::elided(ui, text::second(format!("on {}, then Enter", words::date(plan.as_of))));
        if ui.add(IconButton::new(icons::CLOSE, "Leave the new rate out")).clicked() {
            new.open = false;
            drafts.forget("New rate");
        }
    });
    if let Some(value) = typed_rate
        && let Some(rate) = new.rate.take()
    {
        let label = format!("add the rate of {} to {}", rate.base, rate.quote);
        commands.push(money_edit(plan, &label, |money| money.rates.push(Rate { rate: value, ..rate })));
        new.open = false;
        drafts.forget("New rate");
    }
}

/// A currency of the plan that no rate converts yet, else another usual one.
fn wanted(plan: &Plan) -> Currency {
    let fees = plan.scenarios.iter().flat_map(|scenario| &scenario.moves).filter_map(|mv| mv.fee.as_ref());
    let asked = plan.players.iter().filter_map(|player| player.asking.as_ref());
    let mut used = fees.chain(asked).map(|range| range.currency);
    let missing = used.find(|known| plan.money.rate(*known, plan.money.currency).is_none());
    let usual = [Currency::EUR, Currency::GBP].into_iter().find(|known| *known != plan.money.currency);
    missing.or(usual).unwrap_or(Currency::USD)
}

fn code(typed: &str) -> Result<Currency, Complaint> {
    typed.trim().to_uppercase().parse().map_err(|error| format!("{error}."))
}

fn figure(typed: &str) -> Result<f64, Complaint> {
    let figure = typed.trim().replace(',', ".").parse::<f64>().ok();
    figure
        .filter(|rate| *rate > 0.0 && rate.is_finite())
        .ok_or_else(|| "Type how many of the second currency one of the first costs, like 0.86.".to_owned())
}
