//! What rows change in a plan: who is new, who is known, what differs; and the one edit that carries it out.

mod whose;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::edit::Edit;
use crate::model::{MAX_PLAYERS, Plan, Player, PlayerId, PlayerKind, Source, name_key, slug};

use super::change::{self, FieldChange, Part, Value};
use super::clubs::{ClubBook, club_key};
use super::matching::{People, Person, Standing};
use super::people::{ImportedInjury, ImportedPlayer};
use super::progress::{Cancelled, Reporter, Stage, Watch};
use super::rows::{Content, Understood};
pub use whose::Whom;
use whose::Whose;

/// Where an update belongs in a list of them.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Group {
    /// New in the plan.
    New,
    /// Known, and something differs.
    Changed,
    /// Known or new: the user must say.
    Unsure,
    /// Known, and nothing differs.
    Unchanged,
    /// Nothing comes of it, with a reason.
    LeftOut,
}

/// What one row means for the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    /// Its place in [`Understood::rows`].
    pub at: usize,
    /// Who it is.
    pub standing: Standing,
    /// Squad or target, if he comes in.
    pub kind: PlayerKind,
    /// What differs, for somebody known.
    pub changes: Vec<FieldChange>,
    /// He is to come in, or what differs is to be taken. The user may choose otherwise.
    pub take: bool,
}

impl Update {
    /// Where it belongs.
    #[must_use]
    pub fn group(&self) -> Group {
        match &self.standing {
            Standing::New => Group::New,
            Standing::Same(_) if self.changes.is_empty() => Group::Unchanged,
            Standing::Same(_) => Group::Changed,
            Standing::Unsure(_) => Group::Unsure,
            Standing::Again(_) | Standing::Nobody(_) => Group::LeftOut,
        }
    }
}

/// What the user says of somebody unsure.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Decision {
    /// He is not in the plan.
    New,
    /// He is this one.
    Is(PlayerId),
}

/// What an import changes in a plan, to be looked at and chosen from before anything is done.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// The rows it is made of.
    pub understood: Arc<Understood>,
    /// An update for each wanted row that was understood, in the order of the table.
    pub updates: Vec<Update>,
    /// Rows that were understood and are not wanted: of other clubs, or not seen in the newest season.
    pub not_wanted: usize,
    /// Newcomers for whom there is no room: a plan holds at most 100,000 players. They are not taken.
    pub no_room: usize,
}

impl ImportPlan {
    /// Looks for the people of the rows in a plan.
    ///
    /// # Errors
    /// The watcher said to stop.
    pub fn of(
        plan: &Plan,
        understood: Arc<Understood>,
        whom: &Whom,
        watch: Watch<'_>,
    ) -> Result<Self, Cancelled> {
        let (mut updates, not_wanted) = updates(plan, &understood, whom, watch)?;
        let room = MAX_PLAYERS.saturating_sub(plan.players.len());
        let newcomers = updates.iter_mut().filter(|update| update.standing == Standing::New);
        let mut no_room = 0;
        for update in newcomers.skip(room) {
            update.take = false;
            no_room += 1;
        }
        Ok(Self { understood, updates, not_wanted, no_room })
    }

    /// Says who somebody is; what differs is found anew.
    pub fn decide(&mut self, plan: &Plan, update: usize, decision: Decision) {
        let understood = Arc::clone(&self.understood);
        if let Some(update) = self.updates.get_mut(update) {
            update.standing = match decision {
                Decision::New => Standing::New,
                Decision::Is(id) => Standing::Same(id),
            };
            update.take = true;
            let clubs = ClubBook::of(&understood.clubs);
            update.changes = changes(&People::of(plan), plan, &understood, update, &clubs);
        }
    }

    /// How many updates belong to a group.
    #[must_use]
    pub fn count(&self, group: Group) -> usize {
        self.updates.iter().filter(|update| update.group() == group).count()
    }

    /// The name in the row of an update.
    #[must_use]
    pub fn name(&self, update: &Update) -> &str {
        self.understood.rows.get(update.at).and_then(|row| row.name()).unwrap_or("")
    }

    /// Somebody new, as he would come in; `None` for an injury.
    #[must_use]
    pub fn newcomer(&self, update: &Update) -> Option<Player> {
        let row = self.understood.rows.get(update.at)?;
        let Content::Player(player) = &row.content else { return None };
        let id = PlayerId::new_for(&player.name, |_| false);
        let clubs = ClubBook::of(&self.understood.clubs);
        let source = Arc::new(self.understood.source.clone());
        Some(newcomer(id, player, update.kind, &source, &clubs))
    }

    /// Everything that is to be taken, as one step; `None` where nothing changes.
    ///
    /// Newcomers beyond the 100,000 players that a plan holds stay out, ticked or not.
    #[must_use]
    pub fn edit(&self, plan: &Plan) -> Option<Edit> {
        let source = Arc::new(self.understood.source.clone());
        let clubs = ClubBook::of(&self.understood.clubs);
        let known: HashMap<&PlayerId, &Player> =
            plan.players.iter().map(|player| (&player.id, &**player)).collect();
        let mut ids = Ids::of(plan);
        let room = MAX_PLAYERS.saturating_sub(plan.players.len());
        let mut changed: HashMap<&PlayerId, Player> = HashMap::new();
        let mut order: Vec<&PlayerId> = Vec::new();
        let mut edits: Vec<Edit> = Vec::new();
        for update in self.updates.iter().filter(|update| update.take) {
            let row = self.understood.rows.get(update.at);
            match (&update.standing, row.map(|row| &row.content)) {
                (Standing::New, Some(Content::Player(player))) if edits.len() < room => {
                    let id = ids.next(&player.name);
                    edits.push(put(newcomer(id, player, update.kind, &source, &clubs)));
                }
                (Standing::Same(id), _) => {
                    let Some(before) = known.get(id) else { continue };
                    let player = changed.entry(id).or_insert_with(|| {
                        order.push(id);
                        (*before).clone()
                    });
                    for change in update.changes.iter().filter(|change| change.take) {
                        change::put(player, change.part, change.value.clone(), &source);
                    }
                }
                _ => {}
            }
        }
        let new = edits.len();
        for id in order {
            if let Some(player) = changed.remove(id)
                && known.get(id).is_some_and(|before| **before != player)
            {
                edits.push(put(player));
            }
        }
        let people =
            |count: usize| if count == 1 { "1 player".to_owned() } else { format!("{count} players") };
        let label = match (new, edits.len() - new) {
            (0, 0) => return None,
            (new, 0) => format!("import {}", people(new)),
            (0, updated) => format!("update {} by an import", people(updated)),
            (new, updated) => format!("import {} and update {updated}", people(new)),
        };
        Some(Edit::Together { label, edits })
    }
}

fn put(player: Player) -> Edit {
    Edit::PutPlayer { player: player.into(), what: "import".to_owned() }
}

/// An update for each wanted row, and how many rows are not wanted.
fn updates(
    plan: &Plan,
    understood: &Understood,
    whom: &Whom,
    watch: Watch<'_>,
) -> Result<(Vec<Update>, usize), Cancelled> {
    let people = People::of(plan);
    let clubs = ClubBook::of(&understood.clubs);
    let mut whose = Whose::of(plan, whom, understood);
    let our_key = club_key(&plan.club.name);
    let mut reporter = Reporter::new(watch, Stage::People, understood.rows.len(), 1_000);
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    let mut hurt: HashMap<PlayerId, Vec<usize>> = HashMap::new();
    let (mut updates, mut not_wanted, mut nobody) = (Vec::new(), 0, 0);
    for (at, row) in understood.rows.iter().enumerate() {
        reporter.at(at)?;
        let (name, born, age, club) = match &row.content {
            Content::Refused(_) => continue,
            Content::Player(player) => {
                let ImportedPlayer { name, born, age, club, .. } = &**player;
                (name, *born, *age, club.as_deref())
            }
            Content::Injury(injury) => (&injury.name, injury.born, None, injury.club.as_deref()),
        };
        if !whose.wants(&row.content) {
            not_wanted += 1;
            continue;
        }
        let kind = whose.kind(club, &clubs);
        // A table without clubs is one of our own: its players are looked for at the plan's club.
        let own = kind == PlayerKind::Squad;
        let key = club.map(|club| clubs.key(club)).filter(|_| !own).or_else(|| own.then(|| our_key.clone()));
        let name = name_key(name);
        let person = Person { key: &name, born, age, club_key: key.as_deref() };
        let mut standing = people.standing(person);
        if let Content::Injury(injury) = &row.content {
            if standing == Standing::New {
                nobody += 1;
                // Beyond so many it is another list, and names like it help no more.
                let most = if nobody <= 200 { 3 } else { 0 };
                standing = Standing::Nobody(people.closest(&injury.name, most));
            } else if let Standing::Same(id) = &standing {
                let known = hurt.entry(id.clone()).or_default();
                match same_injury(understood, known, injury) {
                    Some(earlier) => standing = Standing::Again(earlier),
                    None => known.push(at),
                }
            }
        } else if let Some(earlier) = same_row(understood, &seen, person, club) {
            standing = Standing::Again(earlier);
        } else {
            seen.entry(name).or_default().push(at);
        }
        let mut update = Update { at, standing, kind, changes: Vec::new(), take: true };
        update.changes = changes(&people, plan, understood, &update, &clubs);
        update.take =
            !matches!(update.standing, Standing::Unsure(_) | Standing::Again(_) | Standing::Nobody(_));
        updates.push(update);
    }
    Ok((updates, not_wanted))
}

/// An earlier row of the same person: the same name, and nothing that speaks against it.
fn same_row(
    understood: &Understood,
    seen: &HashMap<String, Vec<usize>>,
    person: Person<'_>,
    club: Option<&str>,
) -> Option<usize> {
    let earlier = seen.get(person.key)?;
    earlier.iter().copied().find(|at| {
        let Some(Content::Player(known)) = understood.rows.get(*at).map(|row| &row.content) else {
            return false;
        };
        let clubs = known.club.as_deref().zip(club).is_none_or(|(one, other)| one == other);
        let births = known.born.zip(person.born).is_none_or(|(one, other)| one == other);
        clubs && births
    })
}

/// An earlier row that says just the same of somebody's injury, however it writes his name.
fn same_injury(understood: &Understood, earlier: &[usize], injury: &ImportedInjury) -> Option<usize> {
    earlier.iter().copied().find(|at| match understood.rows.get(*at).map(|row| &row.content) {
        Some(Content::Injury(known)) => {
            ImportedInjury { name: known.name.clone(), ..injury.clone() } == **known
        }
        _ => false,
    })
}

fn changes(
    people: &People<'_>,
    plan: &Plan,
    understood: &Understood,
    update: &Update,
    clubs: &ClubBook<'_>,
) -> Vec<FieldChange> {
    let Standing::Same(id) = &update.standing else { return Vec::new() };
    let Some(player) = people.player(id) else { return Vec::new() };
    let source = &understood.source;
    match understood.rows.get(update.at).map(|row| &row.content) {
        Some(Content::Player(row)) => change::changes(player, row, &plan.club, update.kind, source, clubs),
        Some(Content::Injury(row)) => {
            change::injury_change(player, row, plan.as_of, source).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// A player who was not in the plan, each field with its source.
fn newcomer(
    id: PlayerId,
    row: &ImportedPlayer,
    kind: PlayerKind,
    source: &Arc<Source>,
    clubs: &ClubBook<'_>,
) -> Player {
    let mut player = Player::new(id, row.name.clone(), kind);
    for (part, value) in change::values(row) {
        change::put(&mut player, part, value, source);
    }
    if let (PlayerKind::Target, Some(club)) = (kind, change::club(row, clubs)) {
        change::put(&mut player, Part::Club, Value::Club(Some(club)), source);
    }
    player
}

/// Ids for newcomers, each once, however many share a name.
struct Ids {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    fn of(plan: &Plan) -> Self {
        let taken = plan.players.iter().map(|player| player.id.as_str().to_owned()).collect();
        Self { taken, next: HashMap::new() }
    }

    fn next(&mut self, name: &str) -> PlayerId {
        let base = slug(name);
        let count = self.next.entry(base.clone()).or_insert(1);
        loop {
            let candidate = if *count == 1 { base.clone() } else { format!("{base}-{count}") };
            *count += 1;
            if self.taken.insert(candidate.clone()) {
                return PlayerId::new_for(&candidate, |_| false);
            }
        }
    }
}
