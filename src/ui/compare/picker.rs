//! Over the comparison: which scenarios, which unit, and over which days.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align, Align2, Id, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::choice::{Choice, MOST};
use crate::model::{Date, Plan, Scenario, words};
use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::theme::{self, icons, size, text};
use crate::ui::time::{Typed, TypedDate, colour_index};
use crate::ui::widgets;

/// Widest a scenario's name stands in its chip, points.
const NAME: f32 = 260.0;
/// The least of it where room is short, and what stands around it: the dot and the margins, and the flag, points.
const LEAST_NAME: f32 = 64.0;
const AROUND: f32 = 34.0;
const FLAG: f32 = 18.0;
/// A view narrower than this shortens its words, and one narrower than that takes two lines, points.
const NARROW: f32 = 1000.0;
const TWO_LINES: f32 = 880.0;

/// Which end of the horizon a date is typed for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum End {
    From,
    To,
}

/// The line's own state: the date being typed.
#[derive(Debug, Default)]
pub(super) struct Picker {
    typed: Option<TypedDate<End>>,
}

impl Picker {
    /// Draws the line, or two where room is short.
    pub(super) fn ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let narrow = ui.available_width() < NARROW;
        let two = ui.available_width() < TWO_LINES;
        let line = vec2(ui.available_width(), size::CONTROL_HEIGHT);
        ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::GAP_XS;
            if !two {
                self.horizon_ui(ui, scene, narrow, commands);
                ui.add_space(size::GAP_S);
                unit_ui(ui, scene, commands);
                ui.add_space(size::GAP_S);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if !narrow {
                    ui.label(text::section("Compare"));
                    ui.add_space(size::GAP_S);
                }
                chips_ui(ui, scene, commands);
            });
        });
        if two {
            ui.allocate_ui_with_layout(line, Layout::left_to_right(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = size::GAP_XS;
                unit_ui(ui, scene, commands);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    self.horizon_ui(ui, scene, false, commands);
                });
            });
        }
        self.typed_ui(ui, scene, commands);
    }

    fn horizon_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, narrow: bool, commands: &mut Vec<Command>) {
        let Scene { plan, screen, .. } = scene;
        let choice = &screen.compare;
        let (from, to) = choice.span(plan);
        if choice.from.is_some() || choice.to.is_some() {
            let reset = widgets::IconButton::new(icons::UNDO, "Back to the usual days");
            if ui.add(reset).clicked() {
                let usual = Choice { from: None, to: None, ..choice.clone() };
                commands.push(Command::ShowComparison(usual));
            }
        }
        self.day_ui(ui, End::To, to);
        ui.label(text::second("to"));
        self.day_ui(ui, End::From, from);
        if !narrow {
            ui.label(text::second("Matchdays from"));
        }
    }

    fn day_ui(&mut self, ui: &mut Ui, end: End, day: Date) {
        let response = ui.button(text::body(words::date(day)));
        let name = match end {
            End::From => "First day that counts",
            End::To => "Last day that counts",
        };
        response
            .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name}: {}", words::date(day))));
        if response.clicked() {
            let at = response.rect.left_bottom() + vec2(0.0, size::GAP_XS);
            self.typed = Some(TypedDate::new(end, name, day, at));
        }
        response.on_hover_text(format!("{name}: click to type another"));
    }

    fn typed_ui(&mut self, ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
        let Some(typed) = &mut self.typed else { return };
        let answer = typed.ui(ui);
        if let Typed::Day(day) = answer {
            let choice = scene.screen.compare.clone();
            commands.push(Command::ShowComparison(match typed.subject {
                End::From => Choice { from: Some(day), ..choice },
                End::To => Choice { to: Some(day), ..choice },
            }));
        }
        if answer != Typed::Waiting {
            self.typed = None;
        }
    }
}

fn unit_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let Scene { plan, screen, .. } = scene;
    let name = plan.unit(&screen.unit).map_or("Unit", |unit| unit.name.as_str());
    let menu = MenuButton::new(format!("{name} {}", icons::CARET_DOWN))
        .config(MenuConfig::new().style(theme::menu_style));
    let (response, _) = menu.ui(ui, |ui| {
        for unit in &plan.units {
            let button = egui::Button::new(unit.name.as_str()).selected(unit.id == screen.unit);
            if ui.add(button).clicked() {
                commands.push(Command::ShowUnit(unit.id.clone()));
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Unit: {name}")));
    response.on_hover_text("Which part of the chart is compared");
}

fn chips_ui(ui: &mut Ui, scene: Scene<'_>, commands: &mut Vec<Command>) {
    let Scene { plan, screen, .. } = scene;
    let on: Vec<&Scenario> = screen.compare.scenarios(plan);
    let count = plan.scenarios.len().max(1) as f32;
    let around = count * (AROUND + size::GAP_TIGHT) + FLAG;
    let most = ((ui.available_width() - around) / count).floor().clamp(LEAST_NAME, NAME);
    egui::ScrollArea::horizontal()
        .id_salt("compared scenarios")
        .auto_shrink([false, true])
        .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden)
        .show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = size::GAP_TIGHT;
                for scenario in &plan.scenarios {
                    let shown = on.iter().any(|known| known.id == scenario.id);
                    if chip_ui(ui, plan, (scenario, most), shown, on.len() >= MOST) {
                        commands.push(Command::ShowComparison(screen.compare.switched(plan, &scenario.id)));
                    }
                }
            });
        });
}

/// A chip that switches a scenario on and off; says whether it was clicked and may be.
fn chip_ui(ui: &mut Ui, plan: &Plan, (scenario, most): (&Scenario, f32), on: bool, full: bool) -> bool {
    let palette = theme::palette(ui);
    let fixed = scenario.id == plan.baseline;
    let barred = fixed || (full && !on);
    // Size
    let galley = egui::WidgetText::from(text::body(&scenario.name)).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        most,
        egui::FontSelection::Default,
    );
    let flag = if fixed { FLAG } else { 0.0 };
    let wanted = vec2((galley.size().x + AROUND + flag).ceil(), size::CONTROL_HEIGHT - 4.0);
    // Allocate
    let (rect, _) = ui.allocate_exact_size(wanted, Sense::hover());
    // Interact
    let response = ui.interact(rect, Id::unique(("compared", &scenario.id)), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::CheckBox, !barred, on, format!("Compare {}", scenario.name))
    });
    // Paint
    let radius = rect.height() / 2.0;
    let ground = match (on, response.hovered() && !barred) {
        (_, true) => palette.hover,
        (true, false) => palette.raised,
        (false, false) => palette.bg,
    };
    ui.painter().rect_filled(rect, radius, ground);
    let stroke = Stroke::new(size::HAIRLINE, if on { palette.line_strong } else { palette.line });
    ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    let dot = pos2(rect.left() + 14.0, rect.center().y);
    let color = palette.scenario(colour_index(scenario.colour));
    if on {
        ui.painter().circle_filled(dot, size::DOT / 2.0, color);
    } else {
        ui.painter().circle_stroke(dot, size::DOT / 2.0 - 0.5, Stroke::new(size::HAIRLINE, color));
    }
    let ink = if on { palette.text } else { palette.muted };
    let place = Rect::from_min_max(pos2(rect.left() + 24.0, rect.top()), rect.max);
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), place).min;
    let width = galley.size().x;
    ui.painter().galley(at, galley, ink);
    if fixed {
        let at = Rect::from_min_max(pos2(at.x + width + 4.0, rect.top()), rect.max);
        let icon = text::icon(icons::FLAG, text::SECOND_SIZE);
        widgets::paint_text(ui, at, Align2::LEFT_CENTER, icon, palette.muted);
    }
    widgets::focus_ring(ui, &response, size::RADIUS_PANEL);
    let clicked = response.clicked() && !barred;
    response.on_hover_text(match (fixed, on) {
        (true, _) => "The baseline: the others are compared with it".to_owned(),
        (false, true) => format!("Leave {} out", scenario.name),
        (false, false) if full => format!("At most {MOST} side by side: leave another out first"),
        (false, false) => format!("Compare {} too", scenario.name),
    });
    clicked
}
