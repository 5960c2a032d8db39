//! Everything the timeline shows but the shown date, put together once per change of the plan.

use std::sync::Arc;

use super::change::Subject;
use super::rows::{Row, rows};
use crate::forecast::{Stretch, UnitForecast};
use crate::model::{Date, Plan, Scenario, ScenarioId, UnitId};
use crate::report::{Place, Severity};
use crate::ui::board::Scene;
use crate::ui::theme::icons;
use crate::ui::time::{Band, bands};

#[derive(Debug)]
pub(super) struct Facts {
    version: u64,
    scenario: ScenarioId,
    unit: UnitId,
    pub(super) as_of: Date,
    pub(super) rows: Vec<Row>,
    pub(super) bands: Vec<Band>,
    pub(super) forecast: Arc<UnitForecast>,
    /// The numbers whose chance is drawn.
    pub(super) depths: [usize; 3],
    pub(super) stretch: Option<Stretch>,
}

impl Facts {
    /// They still hold.
    pub(super) fn are_of(&self, scene: Scene<'_>) -> bool {
        self.version == scene.derived.version()
            && self.scenario == scene.scenario.id
            && self.unit == scene.screen.unit
    }

    pub(super) fn of(
        scene: Scene<'_>,
        plan: &Plan,
        scenario: &Scenario,
        forecast: &Arc<UnitForecast>,
    ) -> Self {
        let mut rows = rows(plan, scenario, &scene.screen.unit, forecast);
        for row in &mut rows {
            doubt(scene, row);
        }
        Self {
            version: scene.derived.version(),
            scenario: scenario.id.clone(),
            unit: scene.screen.unit.clone(),
            as_of: plan.as_of,
            rows,
            bands: bands(plan),
            forecast: Arc::clone(forecast),
            depths: crate::ui::derived::short_depths(forecast),
            stretch: forecast.weakest_stretch(forecast.target_depth),
        }
    }

    /// Where something stands.
    pub(super) fn day_of(&self, subject: &Subject) -> Option<Date> {
        match subject {
            Subject::Injury(player, index, edge) => {
                let row = self.rows.iter().find(|row| row.player == *player)?;
                let hurt = row.hurts.iter().find(|hurt| hurt.index == *index)?;
                hurt.ends.each().find(|(known, _)| known == edge).map(|(_, day)| day)
            }
            Subject::Move(_) => {
                let mut moves = self.rows.iter().flat_map(|row| &row.moves);
                moves.find(|moved| moved.subject == *subject).map(|moved| moved.day)
            }
            Subject::Contract(player) => {
                let row = self.rows.iter().find(|row| row.player == *player)?;
                row.contract.as_ref().map(|contract| contract.until)
            }
        }
    }

    /// The last day on which anything is known to happen.
    pub(super) fn last_known(&self) -> Date {
        let contracts =
            self.rows.iter().filter_map(|row| row.contract.as_ref()).map(|contract| contract.until);
        let hurts = self.rows.iter().flat_map(|row| &row.hurts).map(|hurt| hurt.latest);
        let moves = self.rows.iter().flat_map(|row| &row.moves).map(|moved| moved.day);
        let windows = self.bands.iter().map(|band| band.span.1);
        contracts.chain(hurts).chain(moves).chain(windows).fold(self.forecast.to, Date::max)
    }

    /// The first day on which anything is known to have happened.
    pub(super) fn first_known(&self) -> Date {
        let hurts = self.rows.iter().flat_map(|row| &row.hurts).map(|hurt| hurt.start);
        let windows = self.bands.iter().map(|band| band.span.0);
        hurts.chain(windows).fold(self.forecast.from, Date::min)
    }
}

/// Notes why a move of the row cannot be, or hardly.
fn doubt(scene: Scene<'_>, row: &mut Row) {
    for problem in scene.derived.move_problems(&scene.scenario.id, &row.player) {
        let Place::Move(_, id) = &problem.place else { continue };
        if problem.severity == Severity::Hint {
            continue;
        }
        let moved = row.moves.iter_mut().find(|moved| moved.subject == Subject::Move(id.clone()));
        if let Some(moved) = moved {
            let before = moved.doubt.take().map(|before| format!("{before}\n")).unwrap_or_default();
            moved.doubt = Some(format!("{before}{}", problem.message));
        } else {
            // A move without a day has no place on the axis.
            row.born = None;
            row.second = format!("{} {}", icons::WARNING, problem.message);
        }
    }
}
