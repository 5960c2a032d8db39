//! Players and reports are many, and most of them nobody has touched: those stay as they are and are not written out.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::model::{Player, Report};

use super::MergeError;
use super::apart::text;

/// What there is many of.
pub(super) trait Item: DeserializeOwned + PartialEq + Serialize {
    /// Its id.
    fn id(&self) -> &str;
    /// What a merge has to know of one that nobody has touched: its id, and whom it refers to.
    fn outline(&self) -> Value;
}

impl Item for Player {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn outline(&self) -> Value {
        json!({"id": self.id})
    }
}

impl Item for Report {
    fn id(&self) -> &str {
        self.id.as_str()
    }

    fn outline(&self) -> Value {
        json!({"id": self.id, "player": self.player})
    }
}

/// One list of all versions.
pub(super) struct Many<'a, T> {
    base: Option<&'a [Arc<T>]>,
    ours: &'a [Arc<T>],
    theirs: &'a [Arc<T>],
    untouched: HashSet<&'a str>,
}

impl<'a, T: Item> Many<'a, T> {
    pub(super) fn new(base: Option<&'a [Arc<T>]>, ours: &'a [Arc<T>], theirs: &'a [Arc<T>]) -> Self {
        let by_id = |list: &'a [Arc<T>]| -> HashMap<&'a str, &'a Arc<T>> {
            list.iter().map(|item| (item.id(), item)).collect()
        };
        let (in_base, in_theirs) = (base.map(by_id), by_id(theirs));
        let same = |item: &Arc<T>, other: Option<&&Arc<T>>| {
            other.is_some_and(|other| Arc::ptr_eq(item, other) || item == *other)
        };
        let untouched = ours.iter().filter(|item| {
            same(item, in_theirs.get(item.id()))
                && in_base.as_ref().is_none_or(|base| same(item, base.get(item.id())))
        });
        Self { base, ours, theirs, untouched: untouched.map(|item| item.id()).collect() }
    }

    /// Takes as untouched only what `is` says yes to.
    pub(super) fn only(mut self, is: impl Fn(&T) -> bool) -> Self {
        for item in self.ours.iter().filter(|item| !is(item)) {
            self.untouched.remove(item.id());
        }
        self
    }

    /// Nobody has touched the item of this id.
    pub(super) fn is_untouched(&self, id: &str) -> bool {
        self.untouched.contains(id)
    }

    /// The list in each version, as the base, ours and theirs have it.
    pub(super) fn trees(&self) -> Result<[Option<Value>; 3], MergeError> {
        let tree = |list: &[Arc<T>]| -> Result<Value, MergeError> {
            let item = |item: &Arc<T>| {
                if self.untouched.contains(item.id()) {
                    return Ok(item.outline());
                }
                serde_json::to_value(item).map_err(|error| MergeError(error.to_string()))
            };
            list.iter().map(item).collect()
        };
        Ok([self.base.map(tree).transpose()?, Some(tree(self.ours)?), Some(tree(self.theirs)?)])
    }

    /// The merged list; what is as in one of the versions is shared with it, as snapshots of a history are.
    pub(super) fn read(&self, merged: Option<Value>) -> Result<Vec<Arc<T>>, MergeError> {
        let sides = [self.ours, self.theirs]
            .map(|side| side.iter().map(|item| (item.id(), item)).collect::<HashMap<_, _>>());
        let read = |value: Value| {
            let id = text(&value, "id").unwrap_or_default();
            let mut known = sides.iter().filter_map(|side| side.get(id).copied());
            if self.untouched.contains(id)
                && let Some(item) = known.next()
            {
                return Ok(Arc::clone(item));
            }
            let known: Vec<&Arc<T>> = known.collect();
            let item: T = serde_json::from_value(value).map_err(|error| MergeError(error.to_string()))?;
            let same = known.into_iter().find(|known| ***known == item).map(Arc::clone);
            Ok(same.unwrap_or_else(|| Arc::new(item)))
        };
        let Some(Value::Array(merged)) = merged else { return Ok(Vec::new()) };
        merged.into_iter().map(read).collect()
    }
}
