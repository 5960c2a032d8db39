//! The three-way merge of JSON values: by object, by field, by the keys of lists.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::model::Conflict;

use super::keys::{self, Keyed, List};
use super::order;
use super::{Change, ChangeKind, Side};

/// A value as the base, ours and theirs have it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Three<'a> {
    pub base: Option<&'a Value>,
    pub ours: Option<&'a Value>,
    pub theirs: Option<&'a Value>,
}

impl<'a> Three<'a> {
    fn map<'b>(self, with: impl Fn(Option<&'a Value>) -> Option<&'b Value>) -> Three<'b> {
        Three { base: with(self.base), ours: with(self.ours), theirs: with(self.theirs) }
    }

    fn field(self, name: &str) -> Self {
        self.map(|value| value?.get(name))
    }
}

/// Walks through three trees and notes what it finds.
#[derive(Debug, Default)]
pub(super) struct Merger {
    /// Without a base, what both sides have is nobody's change.
    has_base: bool,
    steps: Vec<String>,
    pub conflicts: Vec<Conflict>,
    pub changes: Vec<Change>,
}

impl Merger {
    /// Begins at the root.
    pub(super) fn new(has_base: bool) -> Self {
        Self { has_base, ..Self::default() }
    }

    /// Begins at a player, without a base.
    pub(super) fn at_player(id: &str) -> Self {
        Self { steps: vec!["players".to_owned(), id.to_owned()], ..Self::default() }
    }

    /// The merged value; `None` where there is none afterwards.
    pub(super) fn value(&mut self, three: Three<'_>) -> Option<Value> {
        let Three { base, ours, theirs } = three;
        if ours == theirs {
            self.note(Side::Both, base, ours);
            return ours.cloned();
        }
        if theirs == base {
            self.note(Side::Ours, base, ours);
            return ours.cloned();
        }
        if ours == base {
            self.note(Side::Theirs, base, theirs);
            return theirs.cloned();
        }
        let absent_or = |is: fn(&Value) -> bool| [ours, theirs].into_iter().flatten().all(is);
        if absent_or(Value::is_array)
            && let Some(list) = keys::list_at(&self.steps, ours.or(theirs))
            && let Some([base, ours, theirs]) = keyed_three(list, three)
        {
            return match list {
                List::Items(_) => Some(self.items(&base, &ours, &theirs)),
                List::Words | List::Chart => self.words(list, three, &base, &ours, &theirs),
            };
        }
        let both_there = ours.is_some() && theirs.is_some();
        if absent_or(Value::is_object) && (both_there || keys::is_map(&self.steps)) && self.by_field(three) {
            return Some(self.fields(three));
        }
        let nothing = |value: Option<&Value>| value.is_none_or(Value::is_null);
        if !(nothing(ours) && nothing(theirs)) {
            self.conflict(three);
        }
        ours.cloned()
    }

    fn at<R>(&mut self, step: &str, then: impl FnOnce(&mut Self) -> R) -> R {
        self.steps.push(step.to_owned());
        let result = then(self);
        self.steps.pop();
        result
    }

    /// The fields that make sense only together are the same on all sides.
    fn by_field(&self, three: Three<'_>) -> bool {
        [three.ours, three.theirs].into_iter().flatten().all(|value| {
            keys::heads(&self.steps, value).iter().all(|head| {
                let Three { base, ours, theirs } = three.field(head);
                ours == theirs && (three.base.is_none() || base == ours)
            })
        })
    }

    fn fields(&mut self, three: Three<'_>) -> Value {
        let empty = Map::new();
        let [base, ours, theirs] = [three.base, three.ours, three.theirs]
            .map(|value| value.and_then(Value::as_object).unwrap_or(&empty));
        let mut merged = Map::new();
        let only_theirs = theirs.keys().filter(|name| !ours.contains_key(*name));
        let gone = base.keys().filter(|name| !ours.contains_key(*name) && !theirs.contains_key(*name));
        for name in ours.keys().chain(only_theirs).chain(gone) {
            if let Some(value) = self.at(name, |merger| merger.value(three.field(name))) {
                merged.insert(name.clone(), value);
            }
        }
        Value::Object(merged)
    }

    fn items(&mut self, base: &Keyed<'_>, ours: &Keyed<'_>, theirs: &Keyed<'_>) -> Value {
        let mut kept: HashSet<&str> = HashSet::new();
        let mut values: HashMap<&str, Value> = HashMap::new();
        let only_theirs = theirs.keys.iter().filter(|key| !ours.items.contains_key(*key));
        for key in ours.keys.iter().chain(only_theirs) {
            let [base, ours, theirs] = [base, ours, theirs].map(|keyed| keyed.items.get(key).copied());
            let three = Three { base, ours, theirs };
            let value = self.at(key, |merger| merger.item(three));
            if let Some(value) = value {
                kept.insert(key);
                values.insert(key, value);
            }
        }
        self.note_gone(base, ours, theirs);
        let [b, o, t] = [base, ours, theirs].map(|keyed| strs(&keyed.keys));
        let order = order::merge(&b, &o, &t, &kept);
        if !order.agreed && self.steps == ["scenarios"] {
            let ids = |keys: &[&str]| Some(keys.iter().copied().map(Value::from).collect::<Value>());
            self.push_conflict(ids(&b), ids(&o), ids(&t));
        }
        let mut items: Vec<Value> = order.keys.iter().filter_map(|key| values.remove(key)).collect();
        self.by_day(&mut items, ours, theirs);
        Value::Array(items)
    }

    /// What is removed by one and changed by the other stays, and is a conflict.
    fn item(&mut self, three: Three<'_>) -> Option<Value> {
        let Three { base, ours, theirs } = three;
        match (base, ours, theirs) {
            (Some(base), Some(left), None) | (Some(base), None, Some(left)) if base != left => {
                self.conflict(three);
                Some(left.clone())
            }
            _ => self.value(three),
        }
    }

    /// Notes the items that both sides have removed.
    fn note_gone(&mut self, base: &Keyed<'_>, ours: &Keyed<'_>, theirs: &Keyed<'_>) {
        let gone = |key: &&String| !ours.items.contains_key(*key) && !theirs.items.contains_key(*key);
        for key in base.keys.iter().filter(gone) {
            let value = base.items.get(key).copied();
            self.at(key, |merger| merger.note(Side::Both, value, None));
        }
    }

    /// Windows and matchdays stand in the order of their days, if they did on both sides.
    fn by_day(&self, items: &mut [Value], ours: &Keyed<'_>, theirs: &Keyed<'_>) {
        let [list] = self.steps.as_slice() else { return };
        let field = match list.as_str() {
            "windows" => "opens",
            "matchdays" => "date",
            _ => return,
        };
        let day = |item: &Value| item.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let sorted = |keyed: &Keyed<'_>| {
            keyed.keys.iter().filter_map(|key| keyed.items.get(key)).map(|item| day(item)).is_sorted()
        };
        if sorted(ours) && sorted(theirs) {
            items.sort_by_key(day);
        }
    }

    fn words(
        &mut self,
        list: List,
        three: Three<'_>,
        base: &Keyed<'_>,
        ours: &Keyed<'_>,
        theirs: &Keyed<'_>,
    ) -> Option<Value> {
        let [b, o, t] = [base, ours, theirs].map(|keyed| strs(&keyed.keys));
        let kept: HashSet<&str> = o
            .iter()
            .chain(&t)
            .copied()
            .filter(|key| {
                let (in_ours, in_theirs) = (ours.items.contains_key(*key), theirs.items.contains_key(*key));
                !base.items.contains_key(*key) || (in_ours && in_theirs)
            })
            .collect();
        let order = order::merge(&b, &o, &t, &kept);
        if !order.agreed || contradict(list, &b, &o, &t) {
            self.conflict(three);
            return three.ours.cloned();
        }
        if three.base != three.ours {
            self.note(Side::Ours, three.base, three.ours);
        }
        self.note(Side::Theirs, three.base, three.theirs);
        let value = |key: &&str| ours.items.get(*key).or_else(|| theirs.items.get(*key)).copied().cloned();
        let merged: Vec<Value> = order.keys.iter().filter_map(value).collect();
        // A chart that nobody stands in is left out, as everywhere.
        (!merged.is_empty()).then_some(Value::Array(merged))
    }

    fn conflict(&mut self, three: Three<'_>) {
        self.push_conflict(three.base.cloned(), three.ours.cloned(), three.theirs.cloned());
    }

    fn push_conflict(&mut self, base: Option<Value>, ours: Option<Value>, theirs: Option<Value>) {
        // In a plan's file null is as good as left out.
        let [base, ours, theirs] = [base, ours, theirs].map(|value| value.filter(|value| !value.is_null()));
        let path = Conflict::path_of(&self.steps);
        self.conflicts.push(Conflict { path, base, ours, theirs, ..Conflict::default() });
    }

    /// Notes what a side has changed, as near to the field as it can be said.
    pub(super) fn note(&mut self, side: Side, base: Option<&Value>, now: Option<&Value>) {
        if base == now || (side == Side::Both && !self.has_base) {
            return;
        }
        let kind = match (base, now) {
            (Some(Value::Object(before)), Some(Value::Object(after))) => {
                let gone = before.keys().filter(|name| !after.contains_key(*name));
                let names: Vec<&String> = after.keys().chain(gone).collect();
                for name in names {
                    self.at(name, |merger| merger.note(side, before.get(name), after.get(name)));
                }
                return;
            }
            (before, after) if self.note_items(side, before, after) => return,
            (None, _) => ChangeKind::Added,
            (_, None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        self.changes.push(Change { side, kind, path: Conflict::path_of(&self.steps) });
    }

    /// Notes the changed items of a list; `false` if it is no list of items.
    fn note_items(&mut self, side: Side, before: Option<&Value>, after: Option<&Value>) -> bool {
        let is_list = [before, after].into_iter().flatten().all(Value::is_array);
        let list = keys::list_at(&self.steps, after.or(before)).filter(|_| is_list);
        let Some(list @ List::Items(_)) = list else { return false };
        let (Some(before), Some(after)) = (keys::keyed(list, before), keys::keyed(list, after)) else {
            return false;
        };
        let known = self.changes.len();
        let gone = before.keys.iter().filter(|key| !after.items.contains_key(*key));
        for key in after.keys.iter().chain(gone) {
            let [before, after] = [&before, &after].map(|keyed| keyed.items.get(key).copied());
            self.at(key, |merger| merger.note(side, before, after));
        }
        // Only the order differs.
        self.changes.len() > known
    }
}

/// Somebody is moved by one side and removed by the other, or both put another one first.
fn contradict(list: List, base: &[&str], ours: &[&str], theirs: &[&str]) -> bool {
    let (moved_by_ours, moved_by_theirs) = (order::moved(base, ours), order::moved(base, theirs));
    let lost = base.iter().any(|key| {
        (moved_by_ours.contains(key) && !theirs.contains(key))
            || (moved_by_theirs.contains(key) && !ours.contains(key))
    });
    let made_first = |side: &[&str], moved: &HashSet<&str>| {
        let first = side.first().copied()?;
        (!base.contains(&first) || moved.contains(first)).then(|| first.to_owned())
    };
    let firsts = (made_first(ours, &moved_by_ours), made_first(theirs, &moved_by_theirs));
    lost || (list == List::Chart && matches!(firsts, (Some(ours), Some(theirs)) if ours != theirs))
}

fn keyed_three(list: List, three: Three<'_>) -> Option<[Keyed<'_>; 3]> {
    let Three { base, ours, theirs } = three;
    // A base of another shape is none.
    let base = base.filter(|base| base.is_array());
    Some([keys::keyed(list, base)?, keys::keyed(list, ours)?, keys::keyed(list, theirs)?])
}

fn strs(keys: &[String]) -> Vec<&str> {
    keys.iter().map(String::as_str).collect()
}
