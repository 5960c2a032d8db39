//! What a covered matchday is worth: a slider that moves the sentence, and commits when it is let go.

use egui::{Role, Slider, TextEdit, Ui, WidgetInfo, vec2};

use crate::edit::Edit;
use crate::model::{Amount, MoneySettings, Plan, words};
use crate::report::compare::MatchdayValue;
use crate::ui::command::{Command, dialog_keys};
use crate::ui::entry;
use crate::ui::theme::{self, Tone, icons, size, text};
use crate::ui::widgets::{self, IconButton};

/// The slider goes to so many times the value in force, and at least this many times the assumed one.
const REACH: (f64, f64) = (2.0, 5.0);
/// In so many steps.
const STEPS: f64 = 100.0;
/// Width of the slider and of the typed figure, points.
const SLIDER: f32 = 140.0;
const FIGURE: f32 = 76.0;
/// Room for a letter of an amount that is longer, points.
const LETTER: f32 = 10.5;

/// The slider's own state.
#[derive(Debug, Default)]
pub(super) struct ValueSlider {
    /// Where it has been dragged to.
    dragged: Option<f64>,
    /// What is being typed.
    typed: Option<String>,
    /// How far the slider goes, fixed while it is dragged.
    reach: Option<f64>,
}

impl ValueSlider {
    /// The value that counts now: where the slider is, else the one in force.
    pub(super) fn value(&self, known: &MatchdayValue) -> Option<f64> {
        self.dragged.or(known.amount)
    }

    /// Draws words, slider and figure on one line.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        plan: &Plan,
        known: &MatchdayValue,
        commands: &mut Vec<Command>,
    ) {
        ui.spacing_mut().item_spacing = vec2(size::GAP_S, size::GAP_XS);
        let Some(in_force) = known.amount else {
            let words = format!(
                "No rate leads from {} to {}: set one under Money to weigh money against matchdays.",
                known.given.currency, plan.money.currency
            );
            widgets::elided(ui, text::second(words));
            return;
        };
        ui.label(text::second("A covered matchday is worth"));
        let mut value = self.dragged.unwrap_or(in_force);
        let reach = *self.reach.get_or_insert_with(|| reach(in_force));
        ui.spacing_mut().slider_width = SLIDER;
        let (step, most) = (reach / STEPS, reach.max(value));
        let slider =
            Slider::new(&mut value, 0.0..=most).show_value(false).clamping(egui::SliderClamping::Never);
        let response = ui.scope(|ui| {
            // On the tinted ground of the sentence the usual rail would not show.
            let palette = theme::palette(ui);
            let visuals = ui.visuals_mut();
            visuals.selection.bg_fill = palette.accent;
            visuals.widgets.inactive.bg_fill = palette.line_strong;
            visuals.widgets.inactive.fg_stroke.color = palette.text;
            ui.add(slider).accessible_name("Value of a covered matchday, slider")
        });
        let response = response.inner;
        widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
        // Rounded here, and only what was moved: the slider would round the value in force as well, and call that a change.
        if response.changed() {
            value = (value / step).round() * step;
        }
        let held = response.dragged() || response.is_pointer_button_down_on();
        if held {
            if response.changed() {
                self.dragged = Some(value);
            }
        } else if let Some(value) = self.dragged.take().or(response.changed().then_some(value)) {
            commands.extend(set(plan, Some(value)));
        }
        self.figure_ui(ui, plan, value, commands);
        if held || self.dragged.is_some() {
            return;
        }
        self.reach = None;
        origin_ui(ui, plan, known, commands);
    }

    fn figure_ui(&mut self, ui: &mut Ui, plan: &Plan, value: f64, commands: &mut Vec<Command>) {
        let currency = plan.money.currency;
        let shown = words::money(value.round() as i64, currency);
        let mut typed = self.typed.clone().unwrap_or_else(|| shown.clone());
        let read = entry::amount(&typed, currency);
        let wrong = self.typed.is_some() && read.is_err();
        let width = (shown.chars().count() as f32 * LETTER + 2.0 * size::GAP_S).max(FIGURE);
        let field = TextEdit::singleline(&mut typed)
            .desired_width(width - 2.0 * size::GAP_S)
            .font(text::font(text::BODY_SIZE, text::Weight::Semibold))
            .margin(vec2(size::GAP_S, 2.0))
            .align(egui::Align2::LEFT_CENTER);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Value of a covered matchday"));
        let cancelled =
            response.has_focus() && ui.input_mut(|input| input.consume_shortcut(&dialog_keys::CANCEL));
        if cancelled {
            self.typed = None;
            response.surrender_focus();
        } else if response.lost_focus() {
            if wrong {
                widgets::refused(&response, &typed);
            } else if let (Some(_), Ok(Some(amount))) = (self.typed.take(), read) {
                commands.extend(set_amount(plan, Some(amount)));
            }
        } else if response.has_focus() && typed != shown {
            self.typed = Some(typed);
        }
        if wrong {
            let ink = theme::palette(ui).tone(Tone::Bad).text;
            ui.label(text::second("an amount, like 1.5m").color(ink));
        }
    }
}

/// That the value is assumed, or the way back to the assumption.
fn origin_ui(ui: &mut Ui, plan: &Plan, known: &MatchdayValue, commands: &mut Vec<Command>) {
    if known.is_assumption {
        widgets::chip(ui, "assumption", Tone::Warn).on_hover_text(
            "Nobody has set it: Backline\u{2019}s own default, with no claim of evidence. Drag or type yours.",
        );
    } else {
        let back = IconButton::new(icons::UNDO, "Back to the assumption").side(size::CHIP_HEIGHT + 4.0);
        if ui.add(back).clicked() {
            commands.extend(set(plan, None));
        }
    }
}

/// How far a slider goes that starts at `value`: a round number.
fn reach(value: f64) -> f64 {
    let wanted = (value * REACH.0).max(1.0);
    let least = 1e6 * REACH.1;
    let rounded = if wanted > least { (wanted / least).ceil() * least } else { least };
    rounded.min(1e15)
}

fn set(plan: &Plan, value: Option<f64>) -> Option<Command> {
    let amount = value.map(|value| Amount::new(value.round().clamp(0.0, 1e15) as i64, plan.money.currency));
    set_amount(plan, amount)
}

fn set_amount(plan: &Plan, amount: Option<Amount>) -> Option<Command> {
    let money = MoneySettings { covered_matchday_value: amount, ..plan.money.clone() };
    (money != plan.money).then(|| Command::Edit(Edit::SetMoney(money)))
}
