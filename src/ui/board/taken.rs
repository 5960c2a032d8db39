//! The depth chart as it is taken along: what the board shows, in words.

use super::Scene;
use crate::forecast::UnitForecast;
use crate::model::{PlayerId, Slot, Unit, words};
use crate::store::export::{ChartPlayer, ChartSlot, DepthChart};
use crate::ui::derived::span;

/// What the figures rest on, under a card and under a text.
pub(super) const REMARK: &str =
    "Chances are estimates: fitness from population defaults, deals with the chance this plan assumes";

/// What the board shows, in words.
#[must_use]
pub fn taken_along(scene: Scene<'_>) -> DepthChart {
    let slots = shown_slots(scene);
    let slot = |slot: &&Slot| ChartSlot {
        name: slot.name.clone(),
        players: scene.scenario.chart(&slot.id).iter().map(|id| player(scene, slot, id)).collect(),
    };
    DepthChart {
        plan: scene.plan.name.clone(),
        unit: unit_name(scene).to_owned(),
        scenario: scene.scenario.name.clone(),
        date: scene.screen.date,
        slots: slots.iter().map(slot).collect(),
        cover: cover(scene).into_iter().map(|covered| covered.sentence()).collect(),
        remark: format!("{REMARK}."),
    }
}

fn player(scene: Scene<'_>, slot: &Slot, id: &PlayerId) -> ChartPlayer {
    let Some(facts) = scene.facts(id, Some(&slot.id)) else {
        return ChartPlayer {
            name: id.to_string(),
            chance: "not in this plan".to_owned(),
            ..Default::default()
        };
    };
    let (figure, _) = facts.figure;
    let no_figure = figure == "\u{2013}";
    ChartPlayer {
        name: facts.name,
        second: facts.second,
        chance: if no_figure { facts.under } else { figure },
        facts: facts.chips.into_iter().map(|(words, _)| plain(&words)).collect(),
    }
}

/// Without the icons of the program's own font.
pub(super) fn plain(words: &str) -> String {
    let kept = words.chars().filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
    kept.collect::<String>().trim().to_owned()
}

/// The slots the board shows: a unit's, or every one.
pub(super) fn shown_slots(scene: Scene<'_>) -> Vec<&Slot> {
    if !scene.screen.whole_pitch {
        return scene.plan.slots_of(scene.scenario, &scene.screen.unit);
    }
    scene
        .plan
        .formation_of(scene.scenario)
        .map(|formation| formation.slots.iter().collect())
        .unwrap_or_default()
}

/// The unit's name, or that it is all of them.
pub(super) fn unit_name(scene: Scene<'_>) -> &str {
    if scene.screen.whole_pitch {
        return "Whole pitch";
    }
    scene.plan.unit(&scene.screen.unit).map_or("", |unit| unit.name.as_str())
}

/// The chance that enough are available on the shown day.
pub(super) struct Covered {
    /// Whose, where there are several.
    pub unit: Option<String>,
    /// How many.
    pub k: usize,
    /// The chance.
    pub chance: f64,
}

impl Covered {
    /// `at least 2 fit`, `Midfield: 3 fit`.
    pub(super) fn label(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{unit}: {} fit", self.k),
            None => format!("at least {} fit", self.k),
        }
    }

    fn sentence(&self) -> String {
        let chance = words::percent_whole(self.chance);
        match &self.unit {
            Some(unit) => format!("{unit}, at least {} available: {chance}", self.k),
            None => format!("At least {} available: {chance}", self.k),
        }
    }
}

/// How well what is shown is covered on the shown day: several depths of a unit, or what every unit needs.
pub(super) fn cover(scene: Scene<'_>) -> Vec<Covered> {
    let Scene { plan, scenario, screen, derived } = scene;
    if !screen.whole_pitch {
        let Some(forecast) = derived.unit(&scenario.id).filter(|forecast| forecast.needed > 0) else {
            return Vec::new();
        };
        let depth = |k| Some(Covered { unit: None, k, chance: forecast.cover_on(screen.date, k)? });
        return super::cover::depths(forecast).into_iter().filter_map(depth).collect();
    }
    let (from, to) = span(plan);
    let of_unit = |unit: &Unit| {
        let forecast = UnitForecast::of(plan, &scenario.id, &unit.id, from, to)?;
        let k = Some(forecast.needed).filter(|needed| *needed > 0)?;
        Some(Covered { unit: Some(unit.name.clone()), k, chance: forecast.cover_on(screen.date, k)? })
    };
    plan.units.iter().filter_map(of_unit).collect()
}
