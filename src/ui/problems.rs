//! What is wrong or doubtful in the plan, each line leading to its place.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::epaint::RectShape;
use egui::{Align, Label, Layout, Role, Sense, Shape, Ui, WidgetInfo};

use crate::model::Plan;
use crate::report::{Place, Problem, Severity};

use super::command::Command;
use super::focus::stays_open;
use super::inspector::Spot;
use super::screen::View;
use super::theme::{self, Tone, icons, size, text};
use super::widgets;

/// Width and greatest height of the list, points.
const WIDTH: f32 = 420.0;
const HEIGHT: f32 = 460.0;

/// Draws the button that says how many problems there are, and the list behind it. Without any, draws nothing.
pub fn problems_ui(ui: &mut Ui, plan: &Plan, problems: &[Problem], commands: &mut Vec<Command>) {
    let Some(worst) = problems.first() else { return };
    let serious = problems.iter().filter(|problem| problem.severity != Severity::Hint).count();
    let shown = if serious > 0 { serious } else { problems.len() };
    let color = theme::palette(ui).tone(tone(worst.severity)).text;
    let icon = if serious > 0 { icons::WARNING } else { icons::INFO };
    let words = text::body(format!("{icon} {shown}")).color(color);
    let button = egui::Button::new(words).frame(false);
    let menu = MenuButton::from_button(button).config(
        MenuConfig::new()
            .style(theme::menu_style)
            .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside),
    );
    let name = match serious {
        0 if shown == 1 => "1 thing to know about this plan".to_owned(),
        0 => format!("{shown} things to know about this plan"),
        1 => "1 problem in this plan".to_owned(),
        _ => format!("{serious} problems in this plan"),
    };
    let (response, _) = menu.ui(ui, |ui| {
        stays_open(ui);
        ui.set_width(WIDTH);
        ui.label(text::section(&name));
        let room = ui.ctx().content_rect().bottom() - ui.cursor().top() - size::GAP_XL;
        widgets::steady_list(HEIGHT.min(room)).show(ui, |ui| {
            // The scroll bar lies over the right end.
            ui.set_max_width(WIDTH - size::GAP_S);
            for (place, problem) in problems.iter().enumerate() {
                if place > 0 {
                    ui.separator();
                }
                problem_ui(ui, plan, problem, commands);
            }
        });
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    response.on_hover_text(name);
}

fn problem_ui(ui: &mut Ui, plan: &Plan, problem: &Problem, commands: &mut Vec<Command>) {
    let color = theme::palette(ui).tone(tone(problem.severity)).text;
    let behind = ui.painter().add(Shape::Noop);
    // A menu would spread the words over the whole line.
    let inner = ui.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.add_space(size::GAP_XS);
        ui.add(Label::new(text::small(problem.severity.name()).color(color)));
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(text::body(&problem.message)).wrap());
        let remedy = text::second(format!("{} {}", problem.remedy, icons::ARROW_RIGHT));
        ui.add(Label::new(remedy.color(ui.visuals().hyperlink_color)).wrap());
        ui.add_space(size::GAP_XS);
    });
    // The scope itself cannot keep the keyboard.
    let id = ui.scope_id().with((&problem.message, &problem.remedy));
    let response = ui.interact(inner.response.rect, id, Sense::click());
    widgets::focus_ring(ui, &response, size::RADIUS_CONTROL);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Go to: {}", problem.message)));
    if response.hovered() {
        let lit = RectShape::filled(response.rect, size::RADIUS_CONTROL, theme::palette(ui).hover);
        ui.painter().set(behind, lit);
        ui.set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    if response.clicked() {
        commands.extend(jump(plan, &problem.place));
        ui.close();
    }
    fixes_ui(ui, problem, commands);
}

/// A button for each remedy of a problem.
pub(super) fn fixes_ui(ui: &mut Ui, problem: &Problem, commands: &mut Vec<Command>) {
    if problem.fixes.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(size::GAP_XS, size::GAP_XS);
        for fix in &problem.fixes {
            let button = egui::Button::new(text::second(&fix.label)).wrap_mode(egui::TextWrapMode::Truncate);
            let name = format!("{}: {}", fix.label, problem.message);
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
            if response.clicked() {
                commands.push(Command::Edit(fix.edit.clone()));
            }
        }
    });
    ui.add_space(size::GAP_XS);
}

pub(super) fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Warn,
        Severity::Hint => Tone::Neutral,
    }
}

/// What leads to a place.
pub(in crate::ui) fn jump(plan: &Plan, place: &Place) -> Vec<Command> {
    let player = |id: &crate::model::PlayerId| {
        plan.player(id).map(|player| Command::Select(Some(player.id.clone()))).into_iter()
    };
    let board = [Command::Show(View::Board)];
    match place {
        Place::Player(id) => board.into_iter().chain(player(id)).collect(),
        Place::Injury(id, at) => {
            board.into_iter().chain(player(id)).chain([Command::Reveal(Spot::Injury(*at))]).collect()
        }
        Place::Absence(id, at) => {
            board.into_iter().chain(player(id)).chain([Command::Reveal(Spot::Absence(*at))]).collect()
        }
        Place::Report(id) => {
            let about = plan.report(id).map(|report| &report.player);
            let led = Command::Reveal(Spot::Report(id.clone()));
            board.into_iter().chain(about.into_iter().flat_map(player)).chain([led]).collect()
        }
        Place::Calendar | Place::Window(_) | Place::Matchday(_) | Place::Break(_) => {
            vec![Command::Show(View::Calendar)]
        }
        Place::Scenario(id) => board.into_iter().chain([Command::ShowScenario(id.clone())]).collect(),
        Place::Move(scenario, mv) => {
            let known =
                plan.scenario(scenario).and_then(|known| known.moves.iter().find(|known| known.id == *mv));
            let shown = [Command::ShowScenario(scenario.clone())];
            board
                .into_iter()
                .chain(shown)
                .chain(known.into_iter().flat_map(|mv| player(&mv.player)))
                .collect()
        }
        Place::Chart(scenario, slot, who) => {
            let known = plan.formations.iter().find_map(|formation| formation.slot(slot));
            let unit = known.map(|slot| Command::ShowUnit(slot.unit.clone()));
            let shown = [Command::ShowScenario(scenario.clone())];
            board.into_iter().chain(shown).chain(unit).chain(player(who)).collect()
        }
        Place::Assumption(_) => vec![Command::Show(View::Assumptions)],
        Place::Conflict(_) => vec![Command::Do(super::command::Action::ResolveConflicts)],
        Place::Plan | Place::Formation(_) | Place::Unit(_) | Place::Money => {
            vec![Command::Do(super::command::Action::PlanSettings)]
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    use super::*;
    use crate::ui::testing::{sample, window};

    #[test]
    fn what_is_said_of_matchdays_leads_to_the_calendar() {
        let mut plan = sample();
        plan.matchdays.clear();
        let mut window = window(plan, View::Board);
        let button = window
            .get_all_by_role(Role::Button)
            .find(|node| node.accesskit_node().label().is_some_and(|name| name.ends_with("in this plan")));
        button.unwrap().click();
        window.run();
        let line =
            "Go to: The plan has no matchdays, so nothing can be said about a season; none are assumed.";
        window.get_by_role_and_label(Role::Button, line).click();
        window.run();
        assert_eq!(window.state().desk.screen.view, View::Calendar);
    }
}
