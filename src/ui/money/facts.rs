//! What the view shows, worked out once per change of the plan.

use crate::model::{Plan, ScenarioColour, ScenarioId, WindowId};
use crate::report::money::{Costs, Figure, Made, SeasonCost};

/// The money of every scenario.
#[derive(Debug)]
pub(super) struct Facts {
    version: u64,
    pub(super) scenarios: Vec<Row>,
    /// The windows that are columns, in the plan's order, and last none for what lies outside any.
    pub(super) windows: Vec<Option<WindowId>>,
}

/// A scenario and its money.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: ScenarioId,
    pub(super) name: String,
    pub(super) colour: ScenarioColour,
    pub(super) costs: Costs,
}

/// What is measured of a season.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub(super) enum Measure {
    #[default]
    Cost,
    Amortisation,
    Wages,
    NetSpend,
}

impl Measure {
    pub(super) const ALL: [Self; 4] = [Self::Cost, Self::Amortisation, Self::Wages, Self::NetSpend];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Cost => "Season cost",
            Self::Amortisation => "Amortisation",
            Self::Wages => "Wages",
            Self::NetSpend => "Net spend",
        }
    }

    pub(super) fn remark(self) -> &'static str {
        match self {
            Self::Cost => "amortisation and wages of the moves",
            Self::Amortisation => "what was paid once, spread over the contracts",
            Self::Wages => "what the moves add and save",
            Self::NetSpend => "fees paid less fees received",
        }
    }

    pub(super) fn of(self, season: &SeasonCost) -> Figure {
        match self {
            Self::Cost => season.season_cost,
            Self::Amortisation => season.amortisation,
            Self::Wages => season.wages,
            Self::NetSpend => season.net_spend,
        }
    }
}

/// A figure of the view.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) enum Asked {
    /// Of a season, by its place.
    Season(ScenarioId, Measure, usize),
    /// The net spend of a window.
    Window(ScenarioId, Option<WindowId>),
    /// The wage bill of a season, by its place.
    Bill(ScenarioId, usize),
}

impl Facts {
    pub(super) fn of(plan: &Plan, version: u64) -> Self {
        let scenarios: Vec<Row> = plan
            .scenarios
            .iter()
            .map(|scenario| Row {
                id: scenario.id.clone(),
                name: scenario.name.clone(),
                colour: scenario.colour,
                costs: Costs::of_scenario(plan, scenario),
            })
            .collect();
        let spent = |id: Option<&WindowId>| {
            scenarios
                .iter()
                .flat_map(|row| &row.costs.windows)
                .any(|spend| spend.window.as_ref() == id && spend.net_spend != Figure::default())
        };
        let budgeted = |id: &WindowId| plan.money.budgets.iter().any(|budget| budget.window == *id);
        let mut windows: Vec<Option<WindowId>> = plan
            .windows
            .iter()
            .filter(|window| window.closes >= plan.as_of || budgeted(&window.id) || spent(Some(&window.id)))
            .map(|window| Some(window.id.clone()))
            .collect();
        if spent(None) {
            windows.push(None);
        }
        Self { version, scenarios, windows }
    }

    /// It still holds.
    pub(super) fn is_of(&self, version: u64) -> bool {
        self.version == version
    }

    /// Nobody moves, nothing is known of a wage, and nothing is set.
    pub(super) fn is_empty(&self, plan: &Plan) -> bool {
        let moves = plan.scenarios.iter().any(|scenario| !scenario.moves.is_empty());
        let wages =
            self.scenarios.iter().flat_map(|row| &row.costs.seasons).any(|season| season.wage_bill.known > 0);
        let set = !plan.money.budgets.is_empty() || plan.money.wage_ceiling.is_some();
        !(moves || wages || set)
    }

    pub(super) fn row(&self, id: &ScenarioId) -> Option<&Row> {
        self.scenarios.iter().find(|row| row.id == *id)
    }

    /// How a figure was made.
    pub(super) fn made(&self, plan: &Plan, asked: &Asked) -> Option<Made> {
        match asked {
            Asked::Season(id, measure, at) => {
                let costs = &self.row(id)?.costs;
                let SeasonCost { first, last, .. } = *costs.seasons.get(*at)?;
                Some(match measure {
                    Measure::Cost => costs.running_cost_made(plan, first, last),
                    Measure::Amortisation => costs.amortisation_made(plan, first, last),
                    Measure::Wages => costs.wages_made(plan, first, last),
                    Measure::NetSpend => costs.net_spend_made(plan, first, last),
                })
            }
            Asked::Window(id, window) => {
                let costs = &self.row(id)?.costs;
                let spend = costs.windows.iter().find(|spend| spend.window == *window)?;
                Some(costs.window_made(plan, spend))
            }
            Asked::Bill(id, at) => {
                let costs = &self.row(id)?.costs;
                Some(costs.wage_bill_made(plan, costs.seasons.get(*at)?))
            }
        }
    }
}
