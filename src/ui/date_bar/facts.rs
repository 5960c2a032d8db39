//! What the date bar shows, put together once per change of the plan.

use std::sync::Arc;

use crate::forecast::UnitForecast;
use crate::model::{Date, ScenarioId, UnitId};
use crate::ui::board::Scene;
use crate::ui::derived::season_span;
use crate::ui::time::{Band, EventKind, bands, colour_index, events, fit_words};

/// Everything on the bar but the shown date.
#[derive(Debug)]
pub(super) struct Facts {
    version: u64,
    scenario: ScenarioId,
    unit: UnitId,
    pub(super) as_of: Date,
    pub(super) first: Date,
    pub(super) last: Date,
    /// What the curves measure.
    pub(super) title: String,
    pub(super) bands: Vec<Band>,
    pub(super) curves: Vec<Curve>,
    pub(super) days: Vec<EventDay>,
}

/// The cover of one scenario.
#[derive(Debug)]
pub(super) struct Curve {
    pub(super) name: String,
    pub(super) colour: usize,
    pub(super) shown: bool,
    pub(super) k: usize,
    pub(super) forecast: Arc<UnitForecast>,
}

/// All that happens on one day.
#[derive(Debug)]
pub(super) struct EventDay {
    pub(super) day: Date,
    pub(super) kind: EventKind,
    /// The weightiest in words, and how many more there are.
    pub(super) label: String,
    pub(super) stories: Vec<String>,
}

impl Facts {
    /// They still hold.
    pub(super) fn are_of(&self, scene: Scene<'_>) -> bool {
        self.version == scene.derived.version()
            && self.scenario == scene.scenario.id
            && self.unit == scene.screen.unit
    }

    pub(super) fn of(scene: Scene<'_>) -> Self {
        let Scene { plan, scenario, screen, derived } = scene;
        let (first, last) = season_span(plan.as_of);
        let known = plan.unit(&screen.unit);
        let curves: Vec<Curve> = plan
            .scenarios
            .iter()
            .filter_map(|other| {
                let forecast = Arc::clone(derived.unit(&other.id)?);
                Some(Curve {
                    name: other.name.clone(),
                    colour: colour_index(other.colour),
                    shown: other.id == scenario.id,
                    k: forecast.target_depth,
                    forecast,
                })
            })
            .collect();
        let shown = curves.iter().find(|curve| curve.shown);
        let depth = shown.map_or(0, |curve| curve.k);
        let same = curves.iter().all(|curve| curve.k == depth);
        let title = match shown {
            Some(shown) if shown.forecast.players.is_empty() => {
                let unit = known.map_or_else(String::new, |unit| format!(" ({})", unit.name.to_lowercase()));
                format!("nobody stands in this part of the chart yet{unit}")
            }
            Some(_) if same => format!("chance of at least {}", fit_words(depth, known)),
            _ => "chance of as many fit as each scenario needs, and one more".to_owned(),
        };
        let mut days: Vec<EventDay> = Vec::new();
        let told = shown.map_or_else(Vec::new, |curve| events(plan, scenario, &curve.forecast));
        for event in told.into_iter().filter(|event| first <= event.day && event.day <= last) {
            match days.last_mut().filter(|known| known.day == event.day) {
                Some(known) => known.stories.push(event.story),
                None => days.push(EventDay {
                    day: event.day,
                    kind: event.kind,
                    label: event.words,
                    stories: vec![event.story],
                }),
            }
        }
        for day in &mut days {
            if day.stories.len() > 1 {
                day.label = format!("{} +{}", day.label, day.stories.len() - 1);
            }
        }
        Self {
            version: derived.version(),
            scenario: scenario.id.clone(),
            unit: screen.unit.clone(),
            as_of: plan.as_of,
            first,
            last,
            title,
            bands: bands(plan),
            curves,
            days,
        }
    }
}
