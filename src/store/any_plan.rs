//! Plans of every shape, for properties that must hold for all of them.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::model::{Club, Currency, Plan};

/// A plan with fields filled at random and unknown fields at every depth.
pub(crate) fn any_plan() -> impl Strategy<Value = Plan> {
    (any_text(), any_day(), proptest::collection::vec(any_player(), 0..5), any_extra(), any_extra()).prop_map(
        |(name, as_of, players, extra, deep)| {
            let plan = Plan::new(name, Club::named("Home"), as_of.parse().unwrap(), Currency::GBP);
            let Value::Object(mut value) = serde_json::to_value(&plan).unwrap() else { unreachable!() };
            let ids: Vec<Value> = (0..players.len()).map(|n| json!(format!("p{n}"))).collect();
            let players = players.into_iter().zip(&ids).map(|(mut player, id)| {
                player.insert("id".into(), id.clone());
                Value::Object(player)
            });
            value.insert("players".into(), players.collect());
            value["scenarios"][0]["charts"] = json!({"lcb": ids});
            value["scenarios"][0]["moves"] = json!([with(
                json!({"id": "m", "player": "p0", "kind": "buy", "fee": with(json!({"low": 1, "high": 2, "currency": "EUR"}), &deep)}),
                &deep
            )]);
            value["money"] = with(value["money"].clone(), &deep);
            value["club"] = with(value["club"].clone(), &deep);
            value["formations"][0]["slots"][0] = with(value["formations"][0]["slots"][0].clone(), &deep);
            value["windows"] = json!([with(json!({"id": "w", "name": "W", "opens": as_of, "closes": as_of}), &deep)]);
            serde_json::from_value(with(Value::Object(value), &extra)).unwrap()
        },
    )
}

fn with(value: Value, extra: &Map<String, Value>) -> Value {
    let Value::Object(mut object) = value else { unreachable!() };
    object.extend(extra.clone());
    Value::Object(object)
}

fn any_player() -> impl Strategy<Value = Map<String, Value>> {
    (any_text(), any_day(), any::<i64>(), 0.0..=1.0_f64, any_extra(), any_extra()).prop_map(
        |(name, day, amount, _, extra, deep)| {
            let player = json!({
                "name": name,
                "kind": "target",
                "club": with(json!({"name": name}), &deep),
                "born": day,
                "contract": with(json!({"until": day, "wage": {"amount": {"amount": amount, "currency": "EUR"}, "per": "week"}}), &deep),
                "injuries": [with(json!({"start": day, "layoff": with(json!({"min": 7, "max": 9, "unit": "months"}), &deep)}), &deep)],
                "asking": with(json!({"amount": amount, "currency": "USD"}), &deep),
                "notes": name,
            });
            let Value::Object(player) = with(player, &extra) else { unreachable!() };
            player
        },
    )
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Zéñ ]{1,20}", any::<String>().prop_map(|text| text.chars().take(30).collect())]
}

fn any_day() -> impl Strategy<Value = String> {
    (1900..2100_i32, 1..=12_i32, 1..=28_i32).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}"))
}

/// Fields that no version knows.
fn any_extra() -> impl Strategy<Value = Map<String, Value>> {
    proptest::collection::vec(("[a-zé\"]{0,6}", any_json()), 0..3)
        .prop_map(|fields| fields.into_iter().map(|(name, value)| (format!("x-{name}"), value)).collect())
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no infinity", |number| number.is_finite()).prop_map(Value::from),
        any_text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec(("[a-z ]{0,5}", inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}
