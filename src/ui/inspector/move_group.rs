//! Which moves exclude each other: chosen by naming one of the others.

use egui::Ui;

use crate::edit::Edit;
use crate::model::{Move, MoveId, Plan, Scenario};

use super::choice::choice_ui;
use super::field::{Field, MoveField};
use super::inline::Look;
use super::pane::Pane;

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
enum Choice {
    /// It excludes nothing.
    Alone,
    /// A group there is.
    Group(String),
    /// A new group with this move.
    With(MoveId),
}

/// The row of the group and, in a group, its name.
pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move) {
    let choices = choices(pane.plan, scenario, mv);
    if choices.len() < 2 && group_of(mv).is_none() {
        return;
    }
    pane.row(ui, "Instead of", |ui, pane| {
        let words: Vec<(usize, &str)> =
            choices.iter().enumerate().map(|(at, (_, words))| (at, words.as_str())).collect();
        let chosen = match group_of(mv) {
            None => Some(0),
            Some(group) => choices
                .iter()
                .position(|(choice, _)| matches!(choice, Choice::Group(known) if known == group)),
        };
        let picked = choice_ui(ui, "One of these moves at most", chosen, "a group", &words);
        if let Some((choice, _)) = picked.and_then(|at| choices.get(at)) {
            choose(pane, scenario, mv, choice);
        }
    });
    if group_of(mv).is_some() {
        pane.row(ui, "Group", |ui, pane| {
            let field = Field::Move(scenario.id.clone(), mv.id.clone(), MoveField::Group);
            let response = pane.typed(ui, &field, Look::value("One of a group", "no group"));
            response.on_hover_text(
                "Moves of this scenario with the same word here exclude each other: one happens at most.",
            );
        });
    }
}

fn group_of(mv: &Move) -> Option<&str> {
    mv.group.as_deref().filter(|group| !group.is_empty())
}

/// Alone, the groups there are, and every move without a group that could begin one with this.
fn choices(plan: &Plan, scenario: &Scenario, mv: &Move) -> Vec<(Choice, String)> {
    let named = |mv: &Move| {
        let who = plan.player(&mv.player).map_or(mv.player.as_str(), |player| player.surname());
        format!("{who} ({})", mv.kind.name())
    };
    let mut choices = vec![(Choice::Alone, "no other move".to_owned())];
    let mut groups: Vec<&str> = scenario.moves.iter().filter_map(group_of).collect();
    groups.sort_unstable();
    groups.dedup();
    for group in groups {
        let others =
            scenario.moves.iter().filter(|known| group_of(known) == Some(group) && known.id != mv.id);
        let others: Vec<String> = others.map(named).collect();
        let words = if others.is_empty() { group.to_owned() } else { others.join(", ") };
        choices.push((Choice::Group(group.to_owned()), words));
    }
    let free = scenario.moves.iter().filter(|known| group_of(known).is_none() && known.id != mv.id);
    choices.extend(free.map(|known| (Choice::With(known.id.clone()), named(known))));
    choices
}

fn choose(pane: &mut Pane<'_>, scenario: &Scenario, mv: &Move, choice: &Choice) {
    match choice {
        Choice::Alone => pane.desk.change_move(&scenario.id, &mv.id, |mv| mv.group = None),
        Choice::Group(group) => {
            pane.desk.change_move(&scenario.id, &mv.id, |mv| mv.group = Some(group.clone()));
        }
        Choice::With(other) => {
            let Some(other) = scenario.moves.iter().find(|known| known.id == *other) else { return };
            let base = format!("{}-or-{}", mv.player, other.player);
            let taken = |name: &str| scenario.moves.iter().any(|mv| mv.group.as_deref() == Some(name));
            let numbered = (2..).map(|n| format!("{base}-{n}"));
            let group = std::iter::once(base.clone()).chain(numbered).find(|name| !taken(name));
            let put = |mv: &Move| Edit::PutMove {
                scenario: scenario.id.clone(),
                mv: Box::new(Move { group: group.clone(), ..mv.clone() }),
            };
            let label = "let two moves exclude each other".to_owned();
            pane.desk.ask(Edit::Together { label, edits: vec![put(mv), put(other)] });
        }
    }
}
