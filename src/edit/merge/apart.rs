//! Which things of both sides are the same: two under one id are told apart, one under two ids is brought together.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::model::{Conflict, MoveId, PlayerId, ReportId, ScenarioId, WindowId, fold};

use super::same::{Likeness, People, Same};

/// The item of an id in one of a plan's lists.
pub(super) fn item<'a>(tree: &'a Value, list: &str, id: &str) -> Option<&'a Value> {
    items(tree, list).iter().find(|item| text(item, "id") == Some(id))
}

/// One of a plan's lists.
pub(super) fn items<'a>(tree: &'a Value, list: &str) -> &'a [Value] {
    tree.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// A text field.
pub(super) fn text<'a>(item: &'a Value, field: &str) -> Option<&'a str> {
    item.get(field).and_then(Value::as_str)
}

/// Somebody of theirs who is perhaps somebody of ours, by their ids in the merged plan.
#[derive(Debug)]
pub(super) struct Doubt {
    pub(super) theirs: String,
    pub(super) ours: String,
}

impl Doubt {
    /// The question whether they are one person.
    pub(super) fn into_conflict(self) -> Option<Conflict> {
        let Self { theirs, ours } = self;
        let path = Conflict::path_of(&["players", &theirs]);
        Some(Conflict { path, same_as: Some(ours.parse().ok()?), ..Conflict::default() })
    }
}

/// Makes each id of theirs stand for what it stands for in ours, and follows it in `theirs`: what ours has under
/// another id gets that one, what ours has as something else under its id a new one.
pub(super) fn tell_apart(base: Option<&Value>, ours: &Value, theirs: &mut Value) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for list in ["players", "reports", "scenarios", "windows"] {
        let in_base = base.map(|base| items(base, list)).unwrap_or_default();
        let three = Lists::of(in_base, items(ours, list), items(theirs, list));
        let renamed = match list {
            "players" => players(&three, ours, theirs, base.is_some(), &mut doubts),
            _ => things(list, &three),
        };
        if !renamed.is_empty() {
            rename(theirs, list, &renamed);
        }
    }
    for scenario in items_mut(theirs.get_mut("scenarios")) {
        let id = text(scenario, "id").unwrap_or_default();
        let of = |tree: Option<&Value>| -> Vec<Value> {
            let known = tree.and_then(|tree| item(tree, "scenarios", id));
            known.map(|known| items(known, "moves").to_vec()).unwrap_or_default()
        };
        let (in_base, in_ours) = (of(base), of(Some(ours)));
        let renamed = things("moves", &Lists::of(&in_base, &in_ours, items(scenario, "moves")));
        for mv in items_mut(scenario.get_mut("moves")) {
            mv.get_mut("id").into_iter().for_each(|id| swap(id, &renamed));
        }
    }
    doubts
}

/// One list of all versions, by ids.
struct Lists<'a> {
    base: HashMap<&'a str, &'a Value>,
    ours: HashMap<&'a str, &'a Value>,
    /// In the order of the file.
    theirs: Vec<(&'a str, &'a Value)>,
}

impl<'a> Lists<'a> {
    fn of(base: &'a [Value], ours: &'a [Value], theirs: &'a [Value]) -> Self {
        let named = |item: &'a Value| Some((text(item, "id")?, item));
        let by_id = |list: &'a [Value]| list.iter().filter_map(named).collect();
        Self { base: by_id(base), ours: by_id(ours), theirs: theirs.iter().filter_map(named).collect() }
    }

    /// Those of theirs that neither the base nor ours has under their ids, and the ids that are matched.
    fn open(&self, list: &str) -> (Vec<(&'a str, &'a Value)>, HashSet<&'a str>) {
        let is_known = |(id, item): &(&str, &Value)| {
            let ours = self.ours.get(id);
            self.base.contains_key(id) || ours.is_some_and(|ours| !is_another(list, ours, item))
        };
        let (known, open): (Vec<_>, Vec<_>) = self.theirs.iter().copied().partition(is_known);
        (open, known.into_iter().map(|(id, _)| id).chain(self.base.keys().copied()).collect())
    }

    fn is_taken(&self, id: &str) -> bool {
        let theirs = || self.theirs.iter().any(|(known, _)| *known == id);
        self.base.contains_key(id) || self.ours.contains_key(id) || theirs()
    }
}

/// The new ids of their players, by their old ones.
fn players(
    three: &Lists<'_>,
    ours: &Value,
    theirs: &Value,
    has_base: bool,
    doubts: &mut Vec<Doubt>,
) -> HashMap<String, String> {
    let as_ours = |(id, player): &(&str, &Value)| three.ours.get(id).is_some_and(|ours| *ours == *player);
    let is_known = |known: &(&str, &Value)| three.base.contains_key(known.0) || as_ours(known);
    let (known, mut open): (Vec<_>, Vec<_>) = three.theirs.iter().copied().partition(is_known);
    let mut renamed = HashMap::new();
    if open.is_empty() {
        return renamed;
    }
    let known = known.into_iter().map(|(id, _)| id).chain(three.base.keys().copied()).collect();
    let mut people = People::of(ours, &known);
    // Whose id and name are the same comes before who is the same to the letter under another id, then who is surely
    // the same, then who has only the id, and last who is only like him.
    open.retain(|(id, player)| !people.take_sure(theirs, id, player));
    for least in [Likeness::Wholly, Likeness::Surely] {
        open.retain(|(id, player)| match people.find(theirs, player, least) {
            Same::Surely(same) => renamed.insert((*id).to_owned(), same).is_some(),
            _ => true,
        });
    }
    open.retain(|(id, player)| !people.take(id, |ours| is_another("players", ours, player)));
    let mut fresh: HashSet<String> = HashSet::new();
    for (id, player) in open {
        let mut same = people.find(theirs, player, Likeness::Perhaps);
        let no_birth = |player: &Value| text(player, "born").is_none();
        let may_be_renamed = |ours: &&Value| no_birth(ours) || no_birth(player);
        if same == Same::Nobody && !has_base && three.ours.get(id).is_some_and(may_be_renamed) {
            same = Same::Perhaps(id.to_owned());
        }
        let now = match &same {
            Same::Surely(same) => same.clone(),
            _ if three.ours.contains_key(id) => {
                let name = text(player, "name").unwrap_or(id);
                PlayerId::new_for(name, |id| three.is_taken(id) || fresh.contains(id)).to_string()
            }
            _ => id.to_owned(),
        };
        if let Same::Perhaps(ours) = same {
            doubts.push(Doubt { theirs: now.clone(), ours });
        }
        fresh.insert(now.clone());
        renamed.insert(id.to_owned(), now);
    }
    renamed
}

/// The new ids of other things of theirs, by their old ones.
fn things(list: &str, three: &Lists<'_>) -> HashMap<String, String> {
    let mut renamed: HashMap<String, String> = HashMap::new();
    let (open, mut known) = three.open(list);
    // Scenarios and windows go by their ids; only one that had to step aside is known by what it is.
    let by_content = matches!(list, "reports" | "moves");
    let mut in_ours: Vec<(&str, &Value)> = Vec::new();
    if !open.is_empty() {
        in_ours =
            three.ours.iter().map(|(id, item)| (*id, *item)).filter(|(id, _)| !known.contains(id)).collect();
        in_ours.sort_unstable_by_key(|(id, _)| *id);
    }
    let mut fresh: HashSet<String> = HashSet::new();
    for (id, item) in open {
        let clash = three.ours.contains_key(id);
        let same = in_ours
            .iter()
            .find(|(id, ours)| (clash || by_content) && !known.contains(id) && is_same(list, ours, item));
        if let Some((same, _)) = same {
            known.insert(same);
            renamed.insert(id.to_owned(), (*same).to_owned());
        } else if clash {
            let now = fresh_id(list, id, item, |id| three.is_taken(id) || fresh.contains(id));
            fresh.insert(now.clone());
            renamed.insert(id.to_owned(), now);
        }
    }
    renamed
}

/// Whether two things of one id are two things.
fn is_another(list: &str, one: &Value, two: &Value) -> bool {
    let differ = |field| text(one, field) != text(two, field);
    match list {
        // Where no birth date is known, the name decides.
        "players" => other_name(one, two) && (differ("born") || text(one, "born").is_none()),
        // Reports may contradict each other, and none is deleted by another.
        "reports" => differ("player") || differ("outlet") || differ("claim"),
        "windows" => other_name(one, two) && differ("opens"),
        "moves" => differ("player"),
        _ => other_name(one, two),
    }
}

/// Whether two things of different ids are one thing.
fn is_same(list: &str, one: &Value, two: &Value) -> bool {
    let same = |fields: &[&str]| fields.iter().all(|field| text(one, field) == text(two, field));
    match list {
        "reports" => same(&["player", "outlet", "claim", "date", "kind"]),
        "windows" => !other_name(one, two) && same(&["opens"]),
        "moves" => same(&["player", "kind"]),
        _ => !other_name(one, two),
    }
}

fn other_name(one: &Value, two: &Value) -> bool {
    let name = |item| text(item, "name").map(fold);
    name(one) != name(two)
}

fn fresh_id(list: &str, id: &str, item: &Value, is_taken: impl Fn(&str) -> bool) -> String {
    let name = text(item, "name").unwrap_or(id);
    match list {
        "reports" => ReportId::new_for(id, is_taken).to_string(),
        "moves" => MoveId::new_for(id, is_taken).to_string(),
        "scenarios" => ScenarioId::new_for(name, is_taken).to_string(),
        _ => WindowId::new_for(name, is_taken).to_string(),
    }
}

fn swap(value: &mut Value, renamed: &HashMap<String, String>) {
    if let Value::String(id) = value
        && let Some(fresh) = renamed.get(id)
    {
        id.clone_from(fresh);
    }
}

/// Renames ids of one list, and what refers to them.
fn rename(tree: &mut Value, list: &str, renamed: &HashMap<String, String>) {
    let swap = |value: Option<&mut Value>| value.into_iter().for_each(|value| swap(value, renamed));
    for item in items_mut(tree.get_mut(list)) {
        swap(item.get_mut("id"));
    }
    match list {
        "scenarios" => swap(tree.get_mut("baseline")),
        "players" => {
            for report in items_mut(tree.get_mut("reports")) {
                swap(report.get_mut("player"));
            }
            for scenario in items_mut(tree.get_mut("scenarios")) {
                for mv in items_mut(scenario.get_mut("moves")) {
                    swap(mv.get_mut("player"));
                }
                let charts = scenario.get_mut("charts").and_then(Value::as_object_mut);
                for (_, chart) in charts.into_iter().flatten() {
                    for player in items_mut(Some(chart)) {
                        swap(Some(player));
                    }
                }
            }
        }
        "windows" => {
            for scenario in items_mut(tree.get_mut("scenarios")) {
                for mv in items_mut(scenario.get_mut("moves")) {
                    swap(mv.get_mut("window"));
                }
            }
            let budgets = tree.get_mut("money").and_then(|money| money.get_mut("budgets"));
            for budget in items_mut(budgets) {
                swap(budget.get_mut("window"));
            }
        }
        _ => {}
    }
}

fn items_mut(list: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    list.and_then(Value::as_array_mut).into_iter().flatten()
}
