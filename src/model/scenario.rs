//! Scenarios: named futures made of moves and depth charts.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Amount, Date, Extra, FormationId, MoneyRange, MoveId, Plan, Player, PlayerId, ScenarioId, SlotId, Wage,
    WindowId,
};

/// The colour that stands for a scenario, in the order they are handed out.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ScenarioColour {
    /// First.
    #[default]
    Teal,
    /// Second.
    Orange,
    /// Third.
    Grey,
    /// Fourth.
    Violet,
    /// Fifth.
    Pink,
    /// Sixth.
    Lime,
}

impl ScenarioColour {
    /// Every colour, in the order they are handed out.
    pub const ALL: [Self; 6] = [Self::Teal, Self::Orange, Self::Grey, Self::Violet, Self::Pink, Self::Lime];

    /// As shown: `teal`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Teal => "teal",
            Self::Orange => "orange",
            Self::Grey => "grey",
            Self::Violet => "violet",
            Self::Pink => "pink",
            Self::Lime => "lime",
        }
    }
}

/// What a scenario does with a player.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MoveKind {
    /// Comes for a fee.
    #[default]
    Buy,
    /// Comes without a fee, being out of contract.
    FreeTransfer,
    /// Signs now, comes when his contract ends.
    PreContract,
    /// Comes on loan.
    LoanIn,
    /// Goes on loan.
    LoanOut,
    /// Goes for a fee.
    Sell,
    /// Stays, with a new contract.
    Renew,
    /// Goes without a fee.
    Release,
}

impl MoveKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Buy,
        Self::FreeTransfer,
        Self::PreContract,
        Self::LoanIn,
        Self::LoanOut,
        Self::Sell,
        Self::Renew,
        Self::Release,
    ];

    /// As shown: `free transfer`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Buy => "buy",
            Self::FreeTransfer => "free transfer",
            Self::PreContract => "pre-contract",
            Self::LoanIn => "loan in",
            Self::LoanOut => "loan out",
            Self::Sell => "sell",
            Self::Renew => "renew",
            Self::Release => "release",
        }
    }

    /// It brings a player who was elsewhere.
    #[must_use]
    pub fn is_arrival(self) -> bool {
        matches!(self, Self::Buy | Self::FreeTransfer | Self::PreContract | Self::LoanIn)
    }

    /// It takes a player away.
    #[must_use]
    pub fn is_departure(self) -> bool {
        matches!(self, Self::Sell | Self::LoanOut | Self::Release)
    }

    /// It comes with a fee paid or received.
    #[must_use]
    pub fn has_fee(self) -> bool {
        matches!(self, Self::Buy | Self::LoanIn | Self::LoanOut | Self::Sell)
    }
}

/// One move of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Move {
    /// Names it inside its scenario.
    pub id: MoveId,
    /// Whom it is about.
    pub player: PlayerId,
    /// What happens.
    pub kind: MoveKind,
    /// The window it happens in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowId>,
    /// The exact day; counts before the window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The other club.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub club: Option<String>,
    /// The fee (loan fee for a loan).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<MoneyRange>,
    /// Paid to the player for signing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing_on_fee: Option<Amount>,
    /// Paid to agents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent_fee: Option<Amount>,
    /// The wage it brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wage: Option<Wage>,
    /// The last day of the contract, or of the loan, that it brings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The chance that it happens, 0 to 1.
    #[serde(default = "certain")]
    pub chance: f64,
    /// Moves of one scenario with the same group exclude each other: one of them happens at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

fn certain() -> f64 {
    1.0
}

impl Move {
    /// A certain move with nothing else known.
    #[must_use]
    pub fn new(id: MoveId, player: PlayerId, kind: MoveKind) -> Self {
        Self {
            id,
            player,
            kind,
            window: None,
            date: None,
            club: None,
            fee: None,
            signing_on_fee: None,
            agent_fee: None,
            wage: None,
            until: None,
            chance: 1.0,
            group: None,
            notes: String::new(),
            extra: Extra::new(),
        }
    }

    /// The first day on which the move is in effect: an arrival counts from it, a departure no longer counts on it.
    ///
    /// The exact date if given. Otherwise a free transfer or a pre-contract takes effect the day after his contract
    /// ends (1 July for most); any other move on the first day of its window, or on the as-of date if the window is
    /// already open then; a renewal or a release without either, on the as-of date. `None` when nothing says when.
    #[must_use]
    pub fn effective_date(&self, plan: &Plan) -> Option<Date> {
        let needs_him = self.date.is_none() && self.waits_for_contract();
        self.effective_date_of(plan, if needs_him { plan.player(&self.player) } else { None })
    }

    /// [`Self::effective_date`] for whoever has its player at hand: looking for him walks through all of the plan's.
    #[must_use]
    pub fn effective_date_of(&self, plan: &Plan, player: Option<&Player>) -> Option<Date> {
        if let Some(date) = self.date {
            return Some(date);
        }
        if self.waits_for_contract() {
            let until = player.and_then(Player::contract_until);
            if let Some(until) = until.filter(|until| *until >= plan.as_of) {
                return Some(until.saturating_add(1.day()));
            }
        }
        if let Some(window) = self.window.as_ref().and_then(|id| plan.window(id)) {
            let opens = window.opens;
            return Some(if window.contains(plan.as_of) { plan.as_of } else { opens });
        }
        matches!(self.kind, MoveKind::Renew | MoveKind::Release).then_some(plan.as_of)
    }

    /// Without a day it takes effect when his contract has ended.
    fn waits_for_contract(&self) -> bool {
        matches!(self.kind, MoveKind::FreeTransfer | MoveKind::PreContract)
    }

    /// Whether the chances of moves that exclude each other, `sum` together, promise more than one of them.
    pub(crate) fn promise_too_much(sum: f64) -> bool {
        // Chances that make up the whole may exceed it by rounding.
        sum > 1.0 + 1e-9
    }

    /// The chance that it happens, held inside 0 to 1.
    #[must_use]
    pub fn chance(&self) -> f64 {
        if self.chance.is_finite() { self.chance.clamp(0.0, 1.0) } else { 0.0 }
    }
}

/// A named future: its moves and its own depth charts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Scenario {
    /// Names it.
    pub id: ScenarioId,
    /// As shown.
    pub name: String,
    /// Its colour.
    pub colour: ScenarioColour,
    /// Its formation.
    pub formation: FormationId,
    /// What happens in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    /// For each slot the players in order of choice. Slots of other formations are kept.
    #[serde(default)]
    pub charts: BTreeMap<SlotId, Vec<PlayerId>>,
    /// In words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Fields of a newer version.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Scenario {
    /// An empty future.
    #[must_use]
    pub fn new(id: ScenarioId, name: impl Into<String>, formation: FormationId) -> Self {
        Self {
            id,
            name: name.into(),
            colour: ScenarioColour::Teal,
            formation,
            moves: Vec::new(),
            charts: BTreeMap::new(),
            notes: String::new(),
            extra: Extra::new(),
        }
    }

    /// The players of a slot in order of choice.
    #[must_use]
    pub fn chart(&self, slot: &SlotId) -> &[PlayerId] {
        self.charts.get(slot).map_or(&[], Vec::as_slice)
    }

    /// The move that brings a target here.
    #[must_use]
    pub fn arrival_of(&self, player: &PlayerId) -> Option<&Move> {
        self.moves.iter().find(|mv| mv.player == *player && mv.kind.is_arrival())
    }
}
