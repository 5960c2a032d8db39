//! Who comes, goes and stays in a scenario, for the head of its column.

use serde::Serialize;

use crate::forecast::UnitForecast;
use crate::model::{Date, MoveKind, Plan, PlayerId, Scenario, words};
use crate::report::Place;
use crate::report::money::{Costs, MoveCost, as_words};

/// Which way somebody goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Way {
    /// He comes.
    In,
    /// He goes.
    Out,
    /// He stays: his contract is renewed.
    Stays,
}

impl Way {
    /// As shown: `in`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
            Self::Stays => "stays",
        }
    }
}

/// Somebody who comes, goes or stays.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Which way.
    pub way: Way,
    /// Who.
    pub player: PlayerId,
    /// His name.
    pub name: String,
    /// The first day on which it shows: he is here, or no longer.
    pub date: Date,
    /// How: `buy`, `contract ends`.
    pub how: String,
    /// For how much, as entered: `£35m`; none where nothing is paid or known.
    pub fee: Option<String>,
    /// The fee is the plan's own estimate.
    pub is_estimate: bool,
    /// The chance that it happens.
    pub chance: f64,
    /// The last day of the contract or loan that it brings.
    pub until: Option<Date>,
    /// Where it comes from, to jump to.
    #[serde(serialize_with = "as_words")]
    pub place: Place,
}

/// In the order of their dates: the moves of the span, and whose contract in the unit ends in it without one.
pub(super) fn changes(
    plan: &Plan,
    scenario: &Scenario,
    costs: &Costs,
    forecast: &UnitForecast,
    (from, to): (Date, Date),
) -> Vec<Change> {
    let inside = |date: Date| (from..=to).contains(&date);
    let moves = costs.moves.iter().filter(|cost| inside(cost.date)).map(|cost| of_move(plan, scenario, cost));
    let mut changes: Vec<Change> = moves.collect();
    for member in &forecast.players {
        let Some(player) = plan.player(&member.id).filter(|player| !player.is_target()) else { continue };
        let Some(first_gone) = player.contract_until().and_then(|until| until.tomorrow().ok()) else {
            continue;
        };
        // Whoever has left by then, or stays or comes back, does not leave by his contract.
        let chance: f64 = costs
            .moves
            .iter()
            .filter(|cost| cost.player == player.id && cost.date <= first_gone)
            .filter(|cost| cost.kind != MoveKind::LoanOut)
            .map(|cost| 1.0 - cost.chance)
            .product();
        if inside(first_gone) && chance > 0.0 {
            changes.push(Change {
                way: Way::Out,
                player: player.id.clone(),
                name: player.name.clone(),
                date: first_gone,
                how: "contract ends".to_owned(),
                fee: None,
                is_estimate: false,
                chance,
                until: None,
                place: Place::Player(player.id.clone()),
            });
        }
    }
    changes.sort_by_key(|change| change.date);
    changes
}

fn of_move(plan: &Plan, scenario: &Scenario, cost: &MoveCost) -> Change {
    let mv = scenario.moves.iter().find(|mv| mv.id == cost.id);
    let fee = mv.and_then(|mv| mv.fee.as_ref()).filter(|_| cost.kind.has_fee());
    let way = match cost.kind {
        MoveKind::Renew => Way::Stays,
        kind if kind.is_arrival() => Way::In,
        _ => Way::Out,
    };
    Change {
        way,
        player: cost.player.clone(),
        name: plan.player(&cost.player).map_or_else(|| cost.player.to_string(), |player| player.name.clone()),
        date: cost.date,
        how: cost.kind.name().to_owned(),
        fee: fee.map(words::money_range),
        is_estimate: fee.is_some_and(|fee| fee.estimate),
        chance: cost.chance,
        until: mv.and_then(|mv| mv.until),
        place: Place::Move(scenario.id.clone(), cost.id.clone()),
    }
}

impl Change {
    /// `Marc Guéhi · 1 Jan 2026 · buy for £35m (estimate) · 50 %`.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { name, date, how, fee, is_estimate, chance, .. } = self;
        let estimate = if *is_estimate { " (estimate)" } else { "" };
        let fee = fee.as_ref().map_or_else(String::new, |fee| format!(" for {fee}{estimate}"));
        let chance =
            if *chance < 1.0 { format!(" \u{b7} {}", words::percent_whole(*chance)) } else { String::new() };
        format!("{name} \u{b7} {} \u{b7} {how}{fee}{chance}", words::date(*date))
    }
}
