//! What a new plan begins with: a club, a currency, a day, a formation.

use egui::{Context, TextEdit, Ui};

use super::modal::{self, Answer};
use crate::model::{Club, Currency, Date, FormationId, Plan, built_in_formations, season_of, words};
use crate::ui::command::dialog_keys;
use crate::ui::entry::dates;
use crate::ui::theme::{self, Tone, size, text};
use crate::ui::widgets::segmented;

/// Width of the dialog.
const WIDTH: f32 = 440.0;
/// Room for a currency's three letters.
const CODE_WIDTH: f32 = 56.0;

/// The currencies that are one click away; `None` is any other.
const CURRENCIES: [(Option<Currency>, &str); 4] = [
    (Some(Currency::GBP), "\u{a3} GBP"),
    (Some(Currency::EUR), "\u{20ac} EUR"),
    (Some(Currency::USD), "$ USD"),
    (None, "Other"),
];

/// What was filled in so far.
#[derive(Debug)]
pub(super) struct NewPlanForm {
    club: String,
    currency: Option<Currency>,
    other_code: String,
    /// Filled with today when it is first shown.
    as_of: Option<String>,
    formation: usize,
    trouble: Option<String>,
}

impl Default for NewPlanForm {
    fn default() -> Self {
        Self {
            club: String::new(),
            currency: Some(Currency::GBP),
            other_code: String::new(),
            as_of: None,
            formation: 0,
            trouble: None,
        }
    }
}

impl NewPlanForm {
    /// Shows the form. `Some(None)`: the user left it.
    #[expect(clippy::option_option, reason = "still asking, left, or made: read by one match")]
    pub(super) fn ui(&mut self, ctx: &Context, today: Date) -> Option<Option<Plan>> {
        let formations = built_in_formations();
        let shown = modal::modal(ctx, "new plan", WIDTH, |ui| {
            modal::title(ui, "New plan");
            let fresh = self.as_of.is_none();
            let as_of = self.as_of.get_or_insert_with(|| words::date(today));
            let club = field(ui, "Club", "For example Liverpool", &mut self.club, f32::INFINITY);
            if fresh {
                club.request_focus();
            }
            ui.label(text::second("Currency"));
            ui.horizontal(|ui| {
                segmented(ui, "Currency", &mut self.currency, &CURRENCIES);
                if self.currency.is_none() {
                    let code = TextEdit::singleline(&mut self.other_code)
                        .hint_text("CHF")
                        .char_limit(3)
                        .desired_width(CODE_WIDTH)
                        .min_size(egui::vec2(0.0, size::CONTROL_HEIGHT))
                        .align(egui::Align2::LEFT_CENTER);
                    let response = ui.add(code);
                    named(ui, &response, "Three letters of the currency");
                }
            });
            field(ui, "As-of date: what is known on this day", "24 Jan 2026", as_of, f32::INFINITY);
            ui.label(text::second("Formation"));
            let choices: Vec<(usize, &str)> =
                formations.iter().map(|formation| formation.name.as_str()).enumerate().collect();
            segmented(ui, "Formation", &mut self.formation, &choices);
            if let Some(trouble) = &self.trouble {
                let colour = theme::palette(ui).tone(Tone::Bad).text;
                ui.label(text::second(trouble.as_str()).color(colour));
            }
            let nowhere = ui.memory(|memory| memory.focused().is_none());
            let confirmed = nowhere && ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CONFIRM));
            let chosen = modal::answers(ui, &[Answer::new("Create plan"), Answer::new("Cancel")], false);
            chosen.or(confirmed.then_some(0))
        });
        match shown.inner {
            Some(0) => match self.plan(today, formations.get(self.formation).map(|known| &known.id)) {
                Ok(plan) => Some(Some(plan)),
                Err(trouble) => {
                    self.trouble = Some(trouble.to_owned());
                    None
                }
            },
            Some(_) => Some(None),
            None => shown.should_close().then_some(None),
        }
    }

    /// The plan that was described, or what is wrong with the description.
    fn plan(&self, today: Date, formation: Option<&FormationId>) -> Result<Plan, &'static str> {
        let club = self.club.trim();
        if club.is_empty() {
            return Err("Name the club.");
        }
        let other = || self.other_code.trim().to_uppercase().parse().ok();
        let currency = self.currency.or_else(other).ok_or("A currency has three letters, such as CHF.")?;
        let as_of = dates::parse(self.as_of.as_deref().unwrap_or_default(), Some(today))
            .ok_or("Write the date like 24 Jan 2026 or 2026-01-24.")?;
        let mut plan = Plan::new(format!("{club} {}", season_of(as_of)), Club::named(club), as_of, currency);
        if let (Some(formation), Some(scenario)) = (formation, plan.scenarios.first_mut()) {
            scenario.formation = formation.clone();
        }
        Ok(plan)
    }
}

/// A line to type in under what it is called.
fn field(ui: &mut Ui, label: &str, hint: &'static str, value: &mut String, width: f32) -> egui::Response {
    ui.label(text::second(label));
    let edit = TextEdit::singleline(value)
        .hint_text(hint)
        .desired_width(width)
        .min_size(egui::vec2(0.0, size::CONTROL_HEIGHT))
        .align(egui::Align2::LEFT_CENTER);
    let response = ui.add(edit);
    named(ui, &response, label);
    response
}

/// Gives a field its name for screen readers.
fn named(ui: &Ui, response: &egui::Response, label: &str) {
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_plan_is_named_after_its_club_and_season() {
        let form = NewPlanForm {
            club: " Brentford ".into(),
            currency: None,
            other_code: "chf".into(),
            as_of: Some("24 jan 2026".into()),
            ..NewPlanForm::default()
        };
        let formation = built_in_formations()[3].id.clone();
        let plan = form.plan(day("2025-09-25"), Some(&formation)).unwrap();
        assert_eq!((plan.name.as_str(), plan.club.name.as_str()), ("Brentford 2025–26", "Brentford"));
        assert_eq!((plan.as_of, plan.money.currency.code()), (day("2026-01-24"), "CHF"));
        assert_eq!(plan.scenarios[0].formation, formation);
    }

    #[test]
    fn what_is_missing_is_said() {
        let today = day("2025-09-25");
        let mut form = NewPlanForm::default();
        assert!(form.plan(today, None).unwrap_err().contains("club"));
        form.club = "Brentford".into();
        assert!(form.plan(today, None).unwrap_err().contains("date"));
        form.currency = None;
        assert!(form.plan(today, None).unwrap_err().contains("three letters"));
    }
}
