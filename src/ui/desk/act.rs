//! Carries out what the views have asked for.

use super::{Desk, Errand};
use crate::edit::branch::{fresh_colour, fresh_scenario_id as fresh_id, fresh_scenario_name as fresh_name};
use crate::edit::{Edit, propose_charts};
use crate::model::{Plan, Player, PlayerId, PlayerKind, Scenario, words};
use crate::ui::command::{Action, Command, FileCommand};
use crate::ui::inspector::NEW_PLAYER_NAME;
use crate::ui::plan_settings::PlanSettings;
use crate::ui::screen::View;

impl Desk {
    /// Carries a command out; returns what is left for others to do.
    pub fn act(&mut self, command: Command) -> Option<Errand> {
        match command {
            Command::Edit(edit) => return self.edit(&edit),
            Command::Show(view) => self.screen.view = view,
            Command::ShowScenario(id) => self.screen.scenario = id,
            Command::ShowUnit(id) => {
                self.screen.unit = id;
                self.screen.whole_pitch = false;
            }
            Command::ShowWholePitch(whole) => self.screen.whole_pitch = whole,
            Command::ShowDate(day) => self.screen.date = day,
            Command::ShowComparison(choice) => self.screen.compare = choice,
            Command::Select(player) => self.screen.selected = player,
            Command::Reveal(spot) => self.views.inspector.reveal(spot),
            Command::AskMoves { scenario, players, anchor } => self.ask_moves(&scenario, &players, anchor),
            Command::File(file) => return Some(Errand::File(file)),
            Command::Do(action) => return self.do_action(action),
            Command::Say(words) => return Some(Errand::Say(words)),
        }
        self.screen.settle(self.session.plan());
        None
    }

    fn edit(&mut self, edit: &Edit) -> Option<Errand> {
        let gone =
            Some(self.session.plan()).filter(|plan| edit.takes_away(plan)).map(|plan| edit.label(plan));
        let refused = self.session.apply(edit).err();
        self.screen.settle(self.session.plan());
        let refused = refused.map(|error| Errand::Say(sentence(&error.to_string())));
        refused.or_else(|| Some(Errand::Say(format!("Done: {}.", gone?))))
    }

    fn do_action(&mut self, action: Action) -> Option<Errand> {
        if let Some(file) = action.file_command() {
            return Some(Errand::File(file));
        }
        let plan = self.session.plan().clone();
        match action {
            Action::Undo => {
                let undone = self.session.undo();
                self.screen.show_back(&plan, self.session.plan());
                return undone.map(|label| Errand::Say(format!("Undone: {label}.")));
            }
            Action::Redo => {
                let redone = self.session.redo();
                self.screen.show_back(&plan, self.session.plan());
                return redone.map(|label| Errand::Say(format!("Done again: {label}.")));
            }
            Action::ResolveConflicts => {
                if plan.conflicts.is_empty() {
                    return Some(Errand::Say("There is no conflict in this plan.".to_owned()));
                }
                self.views.chooser.open();
            }
            Action::PlanSettings => self.views.settings = Some(PlanSettings::new(&plan)),
            Action::Board => self.screen.view = View::Board,
            Action::Timeline => self.screen.view = View::Timeline,
            Action::Targets => self.screen.view = View::Targets,
            Action::Squad => self.screen.view = View::Squad,
            Action::Compare => self.screen.view = View::Compare,
            Action::Money => self.screen.view = View::Money,
            Action::Calendar => self.screen.view = View::Calendar,
            Action::Assumptions => self.screen.view = View::Assumptions,
            Action::Find if self.screen.view == View::Targets => self.views.targets.begin_to_look(),
            Action::Find if self.screen.view == View::Squad => self.views.squad.begin_to_look(),
            Action::Find if self.screen.view == View::Assumptions => self.views.assumptions.begin_to_look(),
            Action::Find => return Some(Errand::Do(Action::Palette)),
            Action::WholePitch => self.screen.whole_pitch = !self.screen.whole_pitch,
            Action::NextScenario => self.step_scenario(&plan, 1),
            Action::PreviousScenario => self.step_scenario(&plan, -1),
            Action::AddScenario => return self.add_scenario(&plan),
            Action::DuplicateScenario => return self.duplicate_scenario(&plan),
            Action::SaveScenario => {
                let alone = crate::edit::branch::alone(&plan, &self.screen.scenario)?;
                return Some(Errand::File(FileCommand::SaveCopy(alone.into())));
            }
            Action::DeleteScenario => return self.edit(&Edit::RemoveScenario(self.screen.scenario.clone())),
            Action::MakeBaseline => return self.edit(&Edit::SetBaseline(self.screen.scenario.clone())),
            Action::AddPlayer => return self.add_player(&plan, PlayerKind::Squad),
            Action::AddTarget => return self.add_player(&plan, PlayerKind::Target),
            Action::ProposeCharts => return self.propose_charts(&plan),
            Action::ShowAsOf => self.screen.date = plan.as_of,
            Action::NextDay => self.step_date(1),
            Action::PreviousDay => self.step_date(-1),
            Action::NextWeek => self.step_date(7),
            Action::PreviousWeek => self.step_date(-7),
            _ => return Some(Errand::Do(action)),
        }
        None
    }

    fn propose_charts(&mut self, plan: &Plan) -> Option<Errand> {
        let Some(edit) = propose_charts(plan, &self.screen.scenario) else {
            let words =
                "There is nothing to propose: no empty place fits the positions of anybody in the squad.";
            return Some(Errand::Say(words.to_owned()));
        };
        self.edit(&edit)
            .or_else(|| Some(Errand::Say("Empty places are filled by position, foot and age.".to_owned())))
    }

    fn step_scenario(&mut self, plan: &Plan, step: isize) {
        let count = plan.scenarios.len().cast_signed();
        let at = plan.scenarios.iter().position(|scenario| scenario.id == self.screen.scenario);
        let next = (at.unwrap_or(0).cast_signed() + step).rem_euclid(count.max(1));
        if let Some(scenario) = plan.scenarios.get(next.unsigned_abs()) {
            self.screen.scenario = scenario.id.clone();
        }
    }

    fn step_date(&mut self, days: i64) {
        self.screen.date = self.screen.date.saturating_add(jiff::Span::new().days(days));
    }

    /// A new scenario begins with the charts of the shown one, without its moves and those they would bring.
    fn add_scenario(&mut self, plan: &Plan) -> Option<Errand> {
        let shown = self.screen.scenario(plan);
        let first = || plan.formations.first().map(|formation| formation.id.clone());
        let formation = shown.map(|shown| shown.formation.clone()).or_else(first)?;
        let name = fresh_name(plan, "New scenario");
        let mut scenario = Scenario::new(fresh_id(plan, &name), name, formation);
        scenario.colour = fresh_colour(plan);
        scenario.charts = shown.map(|shown| shown.charts.clone()).unwrap_or_default();
        for chart in scenario.charts.values_mut() {
            chart.retain(|id| plan.player(id).is_some_and(|player| !player.is_target()));
        }
        scenario.charts.retain(|_, chart| !chart.is_empty());
        self.put_scenario(plan, scenario, "add a scenario")
    }

    fn duplicate_scenario(&mut self, plan: &Plan) -> Option<Errand> {
        let mut scenario = self.screen.scenario(plan)?.clone();
        scenario.name = fresh_name(plan, &format!("{} copy", scenario.name));
        scenario.id = fresh_id(plan, &scenario.name);
        scenario.colour = fresh_colour(plan);
        self.put_scenario(plan, scenario, "duplicate a scenario")
    }

    fn put_scenario(&mut self, plan: &Plan, scenario: Scenario, label: &str) -> Option<Errand> {
        let at =
            plan.scenarios.iter().position(|known| known.id == self.screen.scenario).map_or(0, |at| at + 1);
        let id = scenario.id.clone();
        self.views.top_bar.rename(&scenario);
        let edit = Edit::AddScenario { scenario: Box::new(scenario), at };
        let errand = self.edit(&Edit::Together { label: label.to_owned(), edits: vec![edit] });
        self.screen.scenario = id;
        errand
    }

    fn add_player(&mut self, plan: &Plan, kind: PlayerKind) -> Option<Errand> {
        let name = NEW_PLAYER_NAME;
        let id = PlayerId::new_for(name, |taken| plan.players.iter().any(|player| player.id == *taken));
        let mut player = Player::new(id.clone(), name, kind);
        let slots = self.screen.scenario(plan).map(|scenario| plan.slots_of(scenario, &self.screen.unit));
        player.positions.extend(slots.and_then(|slots| slots.first().map(|slot| slot.position)));
        let errand = self.edit(&Edit::PutPlayer { player: player.into(), what: String::new() });
        self.screen.selected = Some(id);
        errand
    }
}

/// With a capital at the start and a full stop at the end.
pub(super) fn sentence(words: &str) -> String {
    format!("{}.", words::capital(words))
}
