//! Two different things that both sides have added under one id: theirs gets an id of its own.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::model::{PlayerId, ReportId, ScenarioId, WindowId, fold};

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

/// Gives a new id to each of theirs that ours has under the same id as something else, and follows it in `theirs`.
pub(super) fn tell_apart(base: Option<&Value>, ours: &Value, theirs: &mut Value) {
    for list in ["players", "reports", "scenarios", "windows"] {
        let trees = [base, Some(ours), Some(&*theirs)];
        let all = trees.into_iter().flatten().flat_map(|tree| items(tree, list));
        let mut taken: HashSet<String> =
            all.filter_map(|item| text(item, "id").map(ToOwned::to_owned)).collect();
        let in_ours: HashMap<&str, &Value> =
            items(ours, list).iter().filter_map(|item| Some((text(item, "id")?, item))).collect();
        let in_base: HashSet<&str> =
            base.into_iter().flat_map(|base| items(base, list)).filter_map(|item| text(item, "id")).collect();
        let mut renamed: HashMap<String, String> = HashMap::new();
        for theirs in items(theirs, list) {
            let Some(id) = text(theirs, "id").filter(|id| !in_base.contains(id)) else { continue };
            if in_ours.get(id).is_some_and(|ours| is_another(list, ours, theirs)) {
                let fresh = fresh_id(list, id, theirs, &taken);
                taken.insert(fresh.clone());
                renamed.insert(id.to_owned(), fresh);
            }
        }
        if !renamed.is_empty() {
            rename(theirs, list, &renamed);
        }
    }
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
        _ => other_name(one, two),
    }
}

fn other_name(one: &Value, two: &Value) -> bool {
    let name = |item| text(item, "name").map(fold);
    name(one) != name(two)
}

fn fresh_id(list: &str, id: &str, item: &Value, taken: &HashSet<String>) -> String {
    let name = text(item, "name").unwrap_or(id);
    let is_taken = |id: &str| taken.contains(id);
    match list {
        "players" => PlayerId::new_for(name, is_taken).to_string(),
        "reports" => ReportId::new_for(id, is_taken).to_string(),
        "scenarios" => ScenarioId::new_for(name, is_taken).to_string(),
        _ => WindowId::new_for(name, is_taken).to_string(),
    }
}

/// Renames ids of one list, and what refers to them.
fn rename(tree: &mut Value, list: &str, renamed: &HashMap<String, String>) {
    let swap = |value: Option<&mut Value>| {
        if let Some(Value::String(id)) = value
            && let Some(fresh) = renamed.get(id)
        {
            id.clone_from(fresh);
        }
    };
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
