//! Who the rows are in a plan, found on a thread of its own, and what of it the user takes.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use egui::Context;

use super::job::Job;
use crate::edit::Edit;
use crate::model::{Plan, PlayerId, PlayerKind};
use crate::store::import::{
    Cancelled, Content, Decision, Group, ImportPlan, ImportRow, Standing, Understood, Update, Whom,
};

/// What an import means for a plan.
#[derive(Debug, Default)]
pub(super) struct People {
    job: Option<Job<Result<ImportPlan, Cancelled>>>,
    import: Option<ImportPlan>,
    pub lists: Lists,
    /// How many people come in, how many of them are targets, and how many are changed.
    pub new: usize,
    pub targets: usize,
    pub changed: usize,
}

/// The places of the updates of each group.
#[derive(Debug, Default)]
pub(super) struct Lists {
    pub new: Vec<usize>,
    /// Every field that differs, with the update it belongs to.
    pub changes: Vec<(usize, usize)>,
    /// How many updates those are.
    pub changed: usize,
    pub unsure: Vec<usize>,
    pub unchanged: Vec<usize>,
    pub left_out: Vec<usize>,
    /// New ones that should be looked at.
    pub doubtful: Vec<usize>,
    /// Rows that are nobody, by their places in the table.
    pub refused: Vec<usize>,
    /// What people call the clubs of the table.
    pub clubs: BTreeMap<String, String>,
}

impl People {
    /// Looks for the people of these rows; what was chosen before stays chosen.
    pub(super) fn look(&mut self, plan: &Plan, rows: &Arc<Understood>, whom: Whom, ctx: &Context) {
        let (plan, rows) = (plan.clone(), Arc::clone(rows));
        self.job = Some(Job::begin(ctx, move |watch| ImportPlan::of(&plan, rows, &whom, watch)));
    }

    pub(super) fn is_looking(&self) -> bool {
        self.job.is_some()
    }

    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Hears whom was found; says whether that is new.
    pub(super) fn poll(&mut self, plan: &Plan) -> bool {
        let Some(job) = &self.job else { return false };
        let answer = match job.poll() {
            Ok(None) => return false,
            Ok(Some(answer)) => answer.ok(),
            Err(_) => None,
        };
        self.job = None;
        let Some(mut import) = answer else { return false };
        if let Some(before) =
            self.import.take().filter(|before| before.understood.rows.len() == import.understood.rows.len())
        {
            keep_choices(&before, &mut import, plan);
        }
        self.import = Some(import);
        self.sort();
        true
    }

    pub(super) fn import(&self) -> Option<&ImportPlan> {
        self.import.as_ref()
    }

    /// The import to tick in, and the lists that go with it. [`People::count`] afterwards.
    pub(super) fn parts(&mut self) -> Option<(&mut ImportPlan, &Lists)> {
        Some((self.import.as_mut()?, &self.lists))
    }

    pub(super) fn decide(&mut self, plan: &Plan, update: usize, decision: Decision) {
        if let Some(import) = &mut self.import {
            import.decide(plan, update, decision);
            self.sort();
        }
    }

    /// Everything that is taken, as one step.
    pub(super) fn edit(&self, plan: &Plan) -> Option<Edit> {
        self.import.as_ref()?.edit(plan)
    }

    fn sort(&mut self) {
        let Some(import) = &self.import else { return };
        let mut lists = Lists::default();
        for (place, update) in import.updates.iter().enumerate() {
            match update.group() {
                Group::New => {
                    let row = import.understood.rows.get(update.at);
                    if row.is_some_and(ImportRow::is_doubtful) {
                        lists.doubtful.push(place);
                    }
                    lists.new.push(place);
                }
                Group::Changed => {
                    lists.changed += 1;
                    lists.changes.extend((0..update.changes.len()).map(|field| (place, field)));
                }
                Group::Unsure => lists.unsure.push(place),
                Group::Unchanged => lists.unchanged.push(place),
                Group::LeftOut => lists.left_out.push(place),
            }
        }
        let rows = import.understood.rows.iter().enumerate();
        lists.refused =
            rows.filter(|(_, row)| matches!(row.content, Content::Refused(_))).map(|(at, _)| at).collect();
        let clubs = import.understood.clubs.iter();
        lists.clubs = clubs.map(|club| (club.name.clone(), club.short.clone())).collect();
        self.lists = lists;
        self.count();
    }

    /// Counts what is taken, after a tick.
    pub(super) fn count(&mut self) {
        let Some(import) = &self.import else { return };
        let taken = |group: Group, kind: Option<PlayerKind>| {
            let counts = |update: &&Update| {
                let differs = group == Group::New || update.changes.iter().any(|change| change.take);
                let asked = kind.is_none_or(|kind| update.kind == kind);
                update.take && update.group() == group && differs && asked
            };
            import.updates.iter().filter(counts).count()
        };
        (self.new, self.changed) = (taken(Group::New, None), taken(Group::Changed, None));
        self.targets = taken(Group::New, Some(PlayerKind::Target));
    }
}

/// What the user has ticked and decided about the same rows.
fn keep_choices(before: &ImportPlan, after: &mut ImportPlan, plan: &Plan) {
    let known: HashMap<usize, &Update> = before.updates.iter().map(|update| (update.at, update)).collect();
    for place in 0..after.updates.len() {
        let Some(update) = after.updates.get(place) else { continue };
        let Some(old) = known.get(&update.at) else { continue };
        if let (Standing::Unsure(_), Some(decision)) = (&update.standing, decision(&old.standing)) {
            after.decide(plan, place, decision);
        }
        let Some(update) = after.updates.get_mut(place) else { continue };
        if update.standing == old.standing {
            update.take = old.take;
        }
        for change in &mut update.changes {
            let same = |known: &&crate::store::import::FieldChange| {
                known.part == change.part && known.new == change.new
            };
            if let Some(known) = old.changes.iter().find(same) {
                change.take = known.take;
            }
        }
    }
}

fn decision(standing: &Standing) -> Option<Decision> {
    match standing {
        Standing::New => Some(Decision::New),
        Standing::Same(id) => {
            let id: PlayerId = id.clone();
            Some(Decision::Is(id))
        }
        _ => None,
    }
}
