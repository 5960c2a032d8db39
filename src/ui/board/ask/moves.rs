//! What the answers come to: the moves, and the one step that plans them.

use super::{Ask, Scene, Typed, Wrong};
use crate::edit::Edit;
use crate::model::{Move, MoveId, Player, PlayerId};
use crate::ui::board::drag::DropPlace;
use crate::ui::entry::{self, dates::Near};

impl Ask {
    /// Everyone asked about, in order.
    fn everyone(&self) -> impl Iterator<Item = &PlayerId> {
        std::iter::once(&self.player).chain(&self.others)
    }

    /// The moves as answered, or what is wrong with an answer. Of several, those with a move already keep theirs.
    pub(super) fn result(&self, scene: Scene<'_>) -> Result<Vec<Move>, Wrong> {
        let mut moves: Vec<Move> = Vec::new();
        for id in self.everyone() {
            let Some(player) = scene.player(id).filter(|player| player.is_target()) else { continue };
            let planned = scene.scenario.arrival_of(id);
            if planned.is_some() && !self.others.is_empty() {
                continue;
            }
            let taken = |id: &str| scene.scenario.moves.iter().chain(&moves).any(|mv| mv.id == id);
            moves.push(self.move_of(scene, player, planned, taken)?);
        }
        Ok(moves)
    }

    fn move_of(
        &self,
        scene: Scene<'_>,
        player: &Player,
        planned: Option<&Move>,
        taken: impl Fn(&str) -> bool,
    ) -> Result<Move, Wrong> {
        let mut mv = planned.cloned().unwrap_or_else(|| {
            let id = MoveId::new_for(&format!("{}-in", player.id), taken);
            let mut mv = Move::new(id, player.id.clone(), self.kind);
            mv.club = player.club.as_ref().map(|club| club.name.clone());
            mv
        });
        mv.kind = self.kind;
        mv.window.clone_from(&self.window);
        let day = entry::date_near(&self.date, Near::After(scene.plan.as_of));
        mv.date = day.map_err(|why| (Typed::Date, why))?;
        mv.chance = entry::chance(&self.chance).map_err(|why| (Typed::Chance, why))?;
        if !self.kind.has_fee() {
            mv.fee = None;
        } else if !self.others.is_empty() && self.fee.trim().is_empty() {
            mv.fee.clone_from(&player.asking);
        } else if planned.and_then(|mv| mv.fee.as_ref()).map(entry::range_text).as_deref()
            != Some(self.fee.trim())
        {
            let usual = scene.plan.money.currency;
            mv.fee = entry::money_range(&self.fee, usual).map_err(|why| (Typed::Fee, why))?;
            if let Some(fee) = &mut mv.fee {
                fee.estimate = true;
            }
        }
        if mv.window.is_none() && mv.date.is_none() && mv.effective_date(scene.plan).is_none() {
            return Err((Typed::Date, "Choose a window, or type the day he comes.".to_owned()));
        }
        Ok(mv)
    }

    /// What the answers do, as one step; `None` if everything is so already.
    pub(super) fn edit(&self, scene: Scene<'_>, moves: Vec<Move>) -> Option<Edit> {
        let scenario = || self.scenario.clone();
        let moves = moves.into_iter().filter(|mv| scene.scenario.arrival_of(&mv.player) != Some(mv));
        let mut edits: Vec<Edit> =
            moves.map(|mv| Edit::PutMove { scenario: scenario(), mv: Box::new(mv) }).collect();
        if let Some(DropPlace { slot, rank, .. }) = &self.place {
            let stands = scene.scenario.chart(slot);
            let newcomers = self.everyone().filter(|id| !stands.contains(id));
            edits.extend(newcomers.enumerate().map(|(at, player)| Edit::Place {
                scenario: scenario(),
                player: player.clone(),
                slot: slot.clone(),
                rank: rank + at,
            }));
        }
        if edits.len() < 2 {
            return edits.pop();
        }
        let label = match (edits.last(), self.others.len()) {
            (Some(place), 0) => place.label(scene.plan),
            (_, others) => format!("add {} targets to {}", others + 1, scene.scenario.name),
        };
        Some(Edit::Together { label, edits })
    }
}
