//! The depth chart as it is taken along: what the board shows, in words.

use super::Scene;
use crate::forecast::UnitForecast;
use crate::model::{PlayerId, Slot, Unit, words};
use crate::store::export::{ChartPlayer, ChartSlot, DepthChart, sources};
use crate::ui::derived::span;

/// What the figures rest on, under a card and under a text.
pub(super) const REMARK: &str =
    "Chances are estimates: fitness from population defaults, deals with the chance this plan assumes";

/// What the board shows, in words.
#[must_use]
pub(in crate::ui) fn taken_along(scene: Scene<'_>) -> DepthChart {
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
        sources: sources(scene.plan, resting_on_reports(scene, &slots)),
        remark: format!("{REMARK}."),
    }
}

/// Whoever stands in these slots and comes, goes or is hurt: what the figure says of him rests on reports.
fn resting_on_reports<'a>(scene: Scene<'a>, slots: &'a [&Slot]) -> impl Iterator<Item = &'a PlayerId> {
    let rests = move |id: &&PlayerId| {
        let moves = scene.scenario.moves.iter().any(|mv| mv.player == **id);
        let hurt = || {
            scene.player(id).is_some_and(|player| {
                player.injuries.iter().any(|injury| injury.is_open_on(scene.screen.date))
            })
        };
        moves || hurt()
    };
    slots.iter().flat_map(move |slot| scene.scenario.chart(&slot.id)).filter(rests)
}

fn player(scene: Scene<'_>, slot: &Slot, id: &PlayerId) -> ChartPlayer {
    let Some(facts) = scene.posted_facts(id, Some(&slot.id)) else {
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
    /// `at least 2 fit`, or `Centre-backs 2+`.
    pub(super) fn label(&self) -> String {
        match &self.unit {
            Some(unit) => format!("{unit} {}+", self.k),
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
    // A unit in which nobody stands yet is not planned, rather than uncovered.
    let planned = |unit: &&Unit| !plan.members_of(scenario, &unit.id).is_empty();
    plan.units.iter().filter(planned).filter_map(of_unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Session;
    use crate::store::export::depth_chart_text;
    use crate::ui::desk::Desk;
    use crate::ui::testing::sample;

    fn text(whole_pitch: bool) -> String {
        let plan = sample();
        let mut desk = Desk::for_picture(Session::new(plan.clone()));
        desk.screen.date = "2026-01-24".parse().unwrap();
        desk.screen.whole_pitch = whole_pitch;
        desk.refresh(&egui::Context::default());
        let scenario = desk.screen.scenario(&plan).unwrap();
        let scene = Scene { plan: &plan, scenario, screen: &desk.screen, derived: desk.derived() };
        depth_chart_text(&taken_along(scene))
    }

    #[test]
    fn the_words_are_those_of_the_board() {
        let text = text(false);
        for part in [
            "Centre-backs on 24 Jan 2026, scenario: January push",
            "Left centre-back\n  1. Virgil van Dijk: 86\u{a0}% (34, right; contract Jun 27)",
            "3. Marc Gu\u{e9}hi: 46\u{a0}% (25, right; Jan 26 \u{b7} \u{a3}35m",
            "At least 2 available: 97\u{a0}%",
            "Chances are estimates",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
    }

    #[test]
    fn what_is_left_to_check_is_not_taken_along() {
        let mut plan = sample();
        let guehi: PlayerId = "marc-guehi".parse().unwrap();
        let mv = plan.scenarios[0].moves.iter_mut().find(|mv| mv.player == guehi).unwrap();
        (mv.window, mv.date) = (None, Some("2025-11-15".parse().unwrap()));
        let mut desk = Desk::for_picture(Session::new(plan.clone()));
        desk.refresh(&egui::Context::default());
        let scenario = desk.screen.scenario(&plan).unwrap();
        let scene = Scene { plan: &plan, scenario, screen: &desk.screen, derived: desk.derived() };
        let on_the_board = scene.facts(&guehi, None).unwrap().chips;
        assert!(on_the_board.iter().any(|(words, _)| words.contains("check his move")), "{on_the_board:?}");
        let text = depth_chart_text(&taken_along(scene));
        assert!(text.contains("Nov 25") && !text.contains("check his move"), "{text}");
    }

    #[test]
    fn the_whole_pitch_is_covered_unit_by_unit_where_somebody_stands() {
        let text = text(true);
        assert!(text.contains("Whole pitch on 24 Jan 2026") && text.contains("nobody yet"), "{text}");
        assert!(text.contains("Centre-backs, at least 2 available: 97\u{a0}%"), "{text}");
        assert!(!text.contains("Goalkeeper, at least"), "{text}");
    }
}
