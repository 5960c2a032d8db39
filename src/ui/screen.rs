//! What is on the screen: everything a user looks at that is not part of the plan.

use std::collections::BTreeSet;

use crate::model::{Date, Plan, PlayerId, Scenario, ScenarioId, UnitId};

use super::compare::Choice;

/// One of the views on the left.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum View {
    /// The depth chart.
    #[default]
    Board,
    /// Players over time.
    Timeline,
    /// Everyone who might come.
    Targets,
    /// The squad by position, contract and age.
    Squad,
    /// Scenarios side by side.
    Compare,
    /// What every scenario costs.
    Money,
    /// Windows, matchdays and breaks.
    Calendar,
    /// What the numbers rest on.
    Assumptions,
}

impl View {
    /// Every view, from the top.
    pub const ALL: [Self; 8] = [
        Self::Board,
        Self::Timeline,
        Self::Targets,
        Self::Squad,
        Self::Compare,
        Self::Money,
        Self::Calendar,
        Self::Assumptions,
    ];

    /// As it stands under its icon, and on the command line in lowercase.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::Timeline => "Timeline",
            Self::Targets => "Targets",
            Self::Squad => "Squad",
            Self::Compare => "Compare",
            Self::Money => "Money",
            Self::Calendar => "Calendar",
            Self::Assumptions => "Assumptions",
        }
    }
}

/// Which part of the plan is shown, and on which day.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The view.
    pub view: View,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The unit, also while the whole pitch is shown.
    pub unit: UnitId,
    /// The whole pitch instead of the unit.
    pub whole_pitch: bool,
    /// The shown day.
    pub date: Date,
    /// Who is open in the inspector.
    pub selected: Option<PlayerId>,
    /// What is compared.
    pub compare: Choice,
}

impl Screen {
    /// How a plan looks when it is opened: its first scenario, its first unit, its as-of date, the first choice of
    /// the first slot selected.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let nothing = || UnitId::new_for("centre-backs", |_| false);
        let mut screen = Self {
            view: View::Board,
            scenario: plan.scenarios.first().map_or_else(|| plan.baseline.clone(), |first| first.id.clone()),
            unit: plan.units.first().map_or_else(nothing, |first| first.id.clone()),
            whole_pitch: false,
            date: plan.as_of,
            selected: None,
            compare: Choice::default(),
        };
        screen.selected = plan.scenario(&screen.scenario).and_then(|scenario| {
            plan.members_of(scenario, &screen.unit).first().map(|player| player.id.clone())
        });
        screen
    }

    /// Lets go of what an edit has taken out of the plan.
    pub fn settle(&mut self, plan: &Plan) {
        if plan.scenario(&self.scenario).is_none()
            && let Some(first) = plan.scenarios.first()
        {
            self.scenario = first.id.clone();
        }
        if plan.unit(&self.unit).is_none()
            && let Some(first) = plan.units.first()
        {
            self.unit = first.id.clone();
        }
        if self.selected.as_ref().is_some_and(|id| plan.player(id).is_none()) {
            self.selected = None;
        }
    }

    /// After a step back or forth from `before`: shows the scenario and the player that it has brought back.
    pub fn show_back(&mut self, before: &Plan, plan: &Plan) {
        let back = plan.scenarios.iter().find(|scenario| before.scenario(&scenario.id).is_none());
        if let Some(back) = back {
            self.scenario = back.id.clone();
        }
        let known: BTreeSet<&PlayerId> = before.players.iter().map(|player| &player.id).collect();
        let mut players = plan.players.iter().filter(|player| !known.contains(&player.id));
        if let (Some(back), None) = (players.next(), players.next()) {
            self.selected = Some(back.id.clone());
        }
        self.settle(plan);
    }

    /// The scenario that the comparison speaks of, and the one it holds it against.
    #[must_use]
    pub fn compared_pair<'a>(&self, plan: &'a Plan) -> Option<(&'a Scenario, &'a Scenario)> {
        self.compare.pair(plan, &self.scenario)
    }

    /// The shown scenario.
    #[must_use]
    pub fn scenario<'a>(&self, plan: &'a Plan) -> Option<&'a Scenario> {
        plan.scenario(&self.scenario)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Edit, Session};
    use crate::ui::testing::sample;

    #[test]
    fn a_step_back_or_forth_shows_what_it_brings_back() {
        let plan = sample();
        let mut screen = Screen::of(&plan);
        let mut session = Session::new(plan.clone());
        let [first, .., last] = plan.scenarios.as_slice() else { panic!("several scenarios") };
        let gone = screen.selected.clone().unwrap();
        let mut step = |screen: &mut Screen, change: &dyn Fn(&mut Session)| {
            let before = session.plan().clone();
            change(&mut session);
            screen.show_back(&before, session.plan());
        };
        screen.scenario = last.id.clone();
        step(&mut screen, &|session| session.apply(&Edit::RemoveScenario(last.id.clone())).unwrap());
        assert_eq!(screen.scenario, first.id);
        step(&mut screen, &|session| drop(session.undo()));
        assert_eq!(screen.scenario, last.id);
        step(&mut screen, &|session| session.apply(&Edit::RemovePlayer(gone.clone())).unwrap());
        assert_eq!(screen.selected, None);
        step(&mut screen, &|session| drop(session.undo()));
        assert_eq!(screen.selected.as_ref(), Some(&gone));
        step(&mut screen, &|session| drop(session.redo()));
        assert_eq!((screen.selected.as_ref(), &screen.scenario), (None, &last.id));
    }
}
