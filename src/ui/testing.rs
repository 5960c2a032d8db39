//! The whole desk in a window that tests can click in.

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::desk::Desk;
use super::screen::View;
use super::theme;
use crate::edit::Session;
use crate::model::Plan;

/// A desk, and what it said.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) desk: Desk,
    pub(super) said: Vec<String>,
}

/// A window of 1440 × 900 points.
pub(super) type Window = Harness<'static, Shown>;

/// The sample that most tests look at.
pub(super) fn sample() -> Plan {
    serde_json::from_str(include_str!("../../saves/liverpool-2025-26-leoni.json")).unwrap()
}

/// Shows `view` of a plan.
pub(super) fn window(plan: Plan, view: View) -> Window {
    // As for a picture: the season's figures are there at once.
    let mut desk = Desk::for_picture(Session::new(plan));
    desk.screen.view = view;
    let mut window =
        Harness::builder().with_size([1440.0, 900.0]).with_context_setup(theme::install).build_ui_state(
            |ui, Shown { desk, said }: &mut Shown| {
                desk.refresh(ui.ctx());
                let mut commands = Vec::new();
                desk.ui(ui, &mut commands);
                for command in commands {
                    said.extend(desk.act(command).map(|errand| format!("{errand:?}")));
                    ui.request_repaint();
                }
            },
            Shown { desk, said: Vec::new() },
        );
    window.run();
    window
}

/// Clicks what has this name.
#[track_caller]
pub(super) fn click(window: &mut Window, name: &str) {
    window.get_by_label(name).click();
    window.run();
}

/// Types into the field of this name.
#[track_caller]
pub(super) fn type_into(window: &mut Window, name: &str, words: &str) {
    window.get_by_role_and_label(Role::TextInput, name).focus();
    window.run();
    window.get_by_role_and_label(Role::TextInput, name).type_text(words);
    window.run();
}
