//! What one side has removed and the other one still needs stays, as a conflict.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::model::Conflict;

use super::apart::{item, items, text};
use super::tree::Three;

/// Puts back what the merged plan, or a value that is still to be chosen, refers to.
pub(super) fn keep_needed(tree: &mut Value, three: Three<'_>, conflicts: &mut Vec<Conflict>) {
    if items(tree, "scenarios").is_empty() {
        // Each side has removed what the other one kept: a plan needs a future.
        let sides = [three.ours, three.theirs].into_iter().flatten();
        let left: Vec<String> = sides.flat_map(|side| ids(side, "scenarios")).collect();
        for id in left {
            put_back(tree, three, "scenarios", &id, conflicts);
        }
    }
    // A scenario put back may need a formation, a formation a unit.
    let lists = ["scenarios", "formations", "units", "players", "windows"];
    for list in lists {
        let mut needed = BTreeSet::new();
        for section in ["baseline", "scenarios", "reports", "formations"] {
            if let Some(value) = tree.get(section) {
                referred(section, value, list, &mut needed);
            }
        }
        if let Some(budgets) = tree.pointer("/money/budgets") {
            referred("budgets", budgets, list, &mut needed);
        }
        for conflict in &*conflicts {
            let steps = conflict.steps();
            let field = match steps.as_slice() {
                [.., charts, _] if charts == "charts" => "charts",
                [.., last] => last,
                [] => continue,
            };
            for value in [&conflict.ours, &conflict.theirs].into_iter().flatten() {
                referred(field, value, list, &mut needed);
            }
        }
        let known = ids(tree, list);
        for id in needed.difference(&known) {
            put_back(tree, three, list, id, conflicts);
        }
    }
}

fn ids(tree: &Value, list: &str) -> BTreeSet<String> {
    items(tree, list).iter().filter_map(|item| text(item, "id").map(ToOwned::to_owned)).collect()
}

/// Adds the item as the side that still has it knows it.
fn put_back(tree: &mut Value, three: Three<'_>, list: &str, id: &str, conflicts: &mut Vec<Conflict>) {
    let of = |side: Option<&Value>| side.and_then(|side| item(side, list, id)).cloned();
    let (base, ours, theirs) = (of(three.base), of(three.ours), of(three.theirs));
    let (Some(kept), Some(all)) =
        (ours.clone().or_else(|| theirs.clone()), tree.get_mut(list).and_then(Value::as_array_mut))
    else {
        // Nobody has it: the reference led nowhere before.
        return;
    };
    all.push(kept);
    let path = Conflict::path_of(&[list, id]);
    conflicts.push(Conflict { path, base, ours, theirs, ..Conflict::default() });
}

/// The ids of `list` that a value refers to, `field` being its name.
fn referred(field: &str, value: &Value, list: &str, needed: &mut BTreeSet<String>) {
    let names = match field {
        "baseline" => "scenarios",
        "charts" | "player" => "players",
        "formation" => "formations",
        "unit" => "units",
        "window" => "windows",
        _ => "",
    };
    match value {
        Value::String(id) if names == list => {
            needed.insert(id.clone());
        }
        Value::Array(values) => values.iter().for_each(|value| referred(field, value, list, needed)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = if field == "charts" { field } else { name };
                referred(name, value, list, needed);
            }
        }
        _ => {}
    }
}
