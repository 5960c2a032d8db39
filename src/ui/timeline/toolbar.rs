//! Over the timeline: what is shown, how much of it, and a button that adds an injury.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align, Layout, Role, Ui, WidgetInfo};
use jiff::ToSpan as _;

use super::change::new_injury;
use super::facts::Facts;
use crate::model::{Date, Plan, season_of, words};
use crate::ui::board::Scene;
use crate::ui::command::Command;
use crate::ui::derived::season_span;
use crate::ui::theme::{self, icons, size, text};

/// How much time is shown.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Extent {
    #[default]
    Season,
    BothSeasons,
    FourYears,
    Everything,
    /// As the user has zoomed and panned.
    Free,
}

impl Extent {
    const CHOICES: [Self; 4] = [Self::Season, Self::BothSeasons, Self::FourYears, Self::Everything];

    fn name(self) -> &'static str {
        match self {
            Self::Season => "This season",
            Self::BothSeasons => "Both seasons",
            Self::FourYears => "Four years",
            Self::Everything => "Everything",
            Self::Free => "As zoomed",
        }
    }

    /// The first and the last day.
    pub(super) fn days(self, plan: &Plan, facts: &Facts) -> (Date, Date) {
        let (first, last) = season_span(plan.as_of);
        match self {
            Self::Season | Self::Free => (first, last),
            Self::BothSeasons => (first, last.saturating_add(1.year())),
            Self::FourYears => (first, last.saturating_add(3.years())),
            Self::Everything => {
                let ends = last.saturating_add(3.years()).max(facts.last_known().saturating_add(1.month()));
                (first.min(facts.first_known()).first_of_month(), ends)
            }
        }
    }
}

/// Draws the line and returns the extent that was chosen.
pub(super) fn toolbar_ui(
    ui: &mut Ui,
    scene: Scene<'_>,
    facts: &Facts,
    extent: Extent,
    commands: &mut Vec<Command>,
) -> Option<Extent> {
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            injury_ui(ui, scene, facts, commands);
            let words = (extent.name(), icons::CARET_DOWN);
            let config = MenuConfig::new().style(theme::menu_style);
            let (button, _) = MenuButton::new(words).config(config).ui(ui, |ui| {
                for choice in Extent::CHOICES {
                    if ui.button(choice.name()).clicked() {
                        chosen = Some(choice);
                    }
                }
            });
            button.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("Shown days: {}", extent.name()))
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(text::section("Timeline"));
                let unit = scene.plan.unit(&scene.screen.unit).map_or("", |unit| unit.name.as_str());
                let season = season_of(scene.plan.as_of);
                let words = format!(
                    "{} · season {season} · drag an injury\u{2019}s edge, or a move from one window to the other",
                    unit.to_lowercase()
                );
                ui.add(egui::Label::new(text::second(words)).truncate());
            });
        });
    });
    chosen
}

fn injury_ui(ui: &mut Ui, scene: Scene<'_>, facts: &Facts, commands: &mut Vec<Command>) {
    let selected =
        scene.screen.selected.as_ref().filter(|id| facts.rows.iter().any(|row| row.player == **id));
    let player = selected.and_then(|id| scene.player(id));
    let button = ui.add_enabled(player.is_some(), egui::Button::new((icons::ADD, "Injury")));
    let tip = match player {
        Some(player) => {
            let day = words::date(scene.screen.date);
            format!("Adds an injury of {} from {day}, with nothing else known", player.name)
        }
        None => "Select a player first: the injury is his".to_owned(),
    };
    if button.clicked()
        && let Some(player) = player
    {
        commands.extend(new_injury(scene.plan, &player.id, scene.screen.date).map(Command::Edit));
        commands.push(Command::Select(Some(player.id.clone())));
    }
    button.widget_info(|| WidgetInfo::labeled(Role::Button, player.is_some(), "Add an injury"));
    button.on_hover_text(&tip).on_disabled_hover_text(&tip);
}
