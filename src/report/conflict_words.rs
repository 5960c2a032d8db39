//! How the places and values of a plan's file read: for conflicts of a merge, and for what a merge took over.

use std::collections::HashMap;

use serde_json::Value;

use crate::model::{
    Conflict, Date, MoneyRange, Move, MoveKind, Plan, Player, Report, ReportedLayoff, ReportedReturn, Wage,
    WagePeriod, words,
};

/// A conflict in words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ConflictWords {
    /// What it is about: `Marc Guéhi: contract end`.
    pub place: String,
    /// What both versions began from.
    pub base: String,
    /// One version.
    pub ours: String,
    /// The other one.
    pub theirs: String,
}

/// Reads the paths and values of plans' files aloud, with the names that the first of the plans knows that has them.
#[derive(Debug)]
pub struct FileWords<'a> {
    plans: &'a [&'a Plan],
    players: HashMap<&'a str, &'a Player>,
    reports: HashMap<&'a str, &'a Report>,
}

impl<'a> FileWords<'a> {
    /// Learns the names. Takes time in proportion to the plans: ask it everything there is to ask.
    #[must_use]
    pub fn of(plans: &'a [&'a Plan]) -> Self {
        let mut words = Self { plans, players: HashMap::new(), reports: HashMap::new() };
        for plan in plans {
            for player in &plan.players {
                words.players.entry(player.id.as_str()).or_insert(player);
            }
            for report in &plan.reports {
                words.reports.entry(report.id.as_str()).or_insert(report);
            }
        }
        words
    }

    /// The words for a conflict.
    #[must_use]
    pub fn conflict(&self, conflict: &Conflict) -> ConflictWords {
        let steps = conflict.steps();
        let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
        if let (Some(ours), ["players", theirs]) = (&conflict.same_as, steps.as_slice()) {
            let person =
                |id: &str| self.players.get(id).map_or_else(|| id.to_owned(), |player| a_person(player));
            return ConflictWords {
                place: format!("One person or two: {}", self.player(theirs)),
                base: "not known".to_owned(),
                ours: person(ours.as_str()),
                theirs: person(theirs),
            };
        }
        // Whole things that one side has removed say so; a field that is not there says that it is empty.
        let mut sides = [&conflict.base, &conflict.ours, &conflict.theirs].into_iter().flatten();
        let whole = sides.any(Value::is_object);
        let value = |value: Option<&Value>, missing: &str| {
            value.map_or_else(|| missing.to_owned(), |value| self.value(&steps, value))
        };
        let missing = if whole { "removed" } else { "nothing" };
        ConflictWords {
            place: self.place(&steps),
            base: value(conflict.base.as_ref(), "not known"),
            ours: value(conflict.ours.as_ref(), missing),
            theirs: value(conflict.theirs.as_ref(), missing),
        }
    }

    /// What a path such as [`Conflict::path`] names.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        let conflict = Conflict { path: path.to_owned(), ..Conflict::default() };
        let steps = conflict.steps();
        self.place(&steps.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn find<T>(&self, find: impl Fn(&Plan) -> Option<T>) -> Option<T> {
        self.plans.iter().find_map(|plan| find(plan))
    }

    fn player(&self, id: &str) -> String {
        self.players.get(id).map_or_else(|| id.to_owned(), |player| player.name.clone())
    }

    fn surname(&self, id: &str) -> String {
        self.players.get(id).map_or_else(|| id.to_owned(), |player| player.surname().to_owned())
    }

    fn scenario(&self, id: &str) -> String {
        let name = |plan: &Plan| plan.scenario(&id.parse().ok()?).map(|scenario| scenario.name.clone());
        self.find(name).unwrap_or_else(|| id.to_owned())
    }

    fn window(&self, id: &str) -> String {
        let name = |plan: &Plan| plan.window(&id.parse().ok()?).map(|window| window.name.clone());
        self.find(name).unwrap_or_else(|| id.to_owned())
    }

    fn slot(&self, id: &str) -> String {
        let name = |plan: &Plan| {
            let slots = plan.formations.iter().flat_map(|formation| &formation.slots);
            slots.into_iter().find(|slot| slot.id == *id).map(|slot| slot.name.to_lowercase())
        };
        self.find(name).unwrap_or_else(|| id.to_owned())
    }

    fn mv(&self, scenario: &str, id: &str) -> String {
        let known = |plan: &Plan| {
            let scenario = plan.scenario(&scenario.parse().ok()?)?;
            let mv = scenario.moves.iter().find(|mv| mv.id == *id)?;
            Some(format!("{} {}", mv.kind.name(), self.surname(mv.player.as_str())))
        };
        self.find(known).unwrap_or_else(|| format!("move {id}"))
    }

    fn report(&self, id: &str) -> String {
        let Some(report) = self.reports.get(id) else { return format!("report {id}") };
        let about = self.surname(report.player.as_str());
        format!("{} on {about}, {}", report.outlet_words(), report.day_words())
    }

    fn place(&self, steps: &[&str]) -> String {
        let with = |head: String, rest: &[&str]| match fields(rest) {
            fields if fields.is_empty() => head,
            fields if head.contains(": ") => format!("{head}, {fields}"),
            fields => format!("{head}: {fields}"),
        };
        match steps {
            ["name"] => "Name of the plan".to_owned(),
            ["notes"] => "Notes on the plan".to_owned(),
            ["as_of"] => "As-of date".to_owned(),
            ["baseline"] => "Baseline".to_owned(),
            ["club", rest @ ..] => with("Club".to_owned(), rest),
            ["players", id, rest @ ..] => with(self.player(id), rest),
            ["reports", id, rest @ ..] => with(self.report(id), rest),
            ["scenarios"] => "Order of the scenarios".to_owned(),
            ["scenarios", id, "charts", slot] => format!("{}: {}", self.scenario(id), self.slot(slot)),
            ["scenarios", id, "moves", mv, rest @ ..] => {
                with(format!("{}: {}", self.scenario(id), self.mv(id, mv)), rest)
            }
            ["scenarios", id, rest @ ..] => with(self.scenario(id), rest),
            ["windows", id, rest @ ..] => with(self.window(id), rest),
            ["matchdays", day, rest @ ..] => with(format!("Matchday on {}", day_words(day)), rest),
            ["breaks", key, rest @ ..] => {
                let (day, name) = key.split_once(' ').unwrap_or((key, "break"));
                with(format!("{name} from {}", day_words(day)), rest)
            }
            ["money", "budgets", window, ..] => format!("Budget of {}", self.window(window)),
            ["money", "rates", pair, ..] => format!("Exchange rate {pair}"),
            ["money", rest @ ..] => with("Money".to_owned(), rest),
            ["assumptions", name] => format!("Assumption {name}"),
            ["units", id, rest @ ..] => {
                let name = self.find(|plan| Some(plan.unit(&id.parse().ok()?)?.name.clone()));
                with(name.unwrap_or_else(|| (*id).to_owned()), rest)
            }
            ["formations", id, rest @ ..] => {
                let name = self.find(|plan| Some(plan.formation(&id.parse().ok()?)?.name.clone()));
                with(format!("Formation {}", name.unwrap_or_else(|| (*id).to_owned())), rest)
            }
            steps => fields(steps),
        }
    }

    fn value(&self, steps: &[&str], value: &Value) -> String {
        let last = steps.last().copied().unwrap_or_default();
        match value {
            Value::Null => "nothing".to_owned(),
            Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::Number(number) if last == "chance" => {
                words::percent_whole(number.as_f64().unwrap_or_default())
            }
            Value::Number(number) => number.to_string(),
            Value::String(text) => self.text(last, text),
            Value::Array(items) => self.list(steps, items),
            Value::Object(_) => self.object(steps, value),
        }
    }

    fn text(&self, field: &str, text: &str) -> String {
        match field {
            "player" => self.player(text),
            "window" => self.window(text),
            "baseline" => self.scenario(text),
            "formation" => {
                let name = self.find(|plan| Some(plan.formation(&text.parse().ok()?)?.name.clone()));
                name.unwrap_or_else(|| text.to_owned())
            }
            "kind" | "durability" | "diagnosis" | "unit" => text.replace('-', " "),
            "name" | "notes" | "claim" | "outlet" => text.to_owned(),
            _ => day_words(text),
        }
    }

    fn list(&self, steps: &[&str], items: &[Value]) -> String {
        let is_chart = matches!(steps, ["scenarios", _, "charts", _]);
        let name = |(place, item): (usize, &Value)| match item.as_str() {
            Some(id) if is_chart => format!("{} {}", place + 1, self.surname(id)),
            Some(id) if steps == ["scenarios"] => self.scenario(id),
            _ => self.value(steps, item),
        };
        match items {
            [] => "nobody".to_owned(),
            items => items.iter().enumerate().map(name).collect::<Vec<_>>().join(", "),
        }
    }

    fn object(&self, steps: &[&str], value: &Value) -> String {
        fn read<T: serde::de::DeserializeOwned>(value: &Value) -> Option<T> {
            T::deserialize(value).ok()
        }
        let known = match steps {
            ["players", _] => read::<Player>(value).map(|player| a_player(&player)),
            ["reports", _] => {
                read::<Report>(value).map(|report| format!("{}: {}", report.outlet, report.claim))
            }
            ["scenarios", _] => read::<crate::model::Scenario>(value).map(|scenario| {
                let (moves, charts) = (scenario.moves.len(), scenario.charts.len());
                let s = |count: usize| if count == 1 { "" } else { "s" };
                format!("{}, {moves} move{}, {charts} chart{}", scenario.name, s(moves), s(charts))
            }),
            ["scenarios", _, "moves", _] => read::<Move>(value).map(|mv| self.a_move(&mv)),
            _ => read::<Wage>(value)
                .map(|wage| {
                    let per = if wage.per == WagePeriod::Week { "week" } else { "year" };
                    format!("{} a {per}", words::amount(&wage.amount))
                })
                .or_else(|| read::<MoneyRange>(value).map(|range| money(&range)))
                .or_else(|| {
                    read::<ReportedLayoff>(value)
                        .map(|layoff| format!("{}\u{2013}{} {}", layoff.min, layoff.max, layoff_unit(value)))
                })
                .or_else(|| {
                    read::<ReportedReturn>(value)
                        .map(|back| format!("{} to {}", words::date(back.earliest), words::date(back.latest)))
                }),
        };
        let of_fields = || {
            let fields = value.as_object().into_iter().flatten();
            let each = fields.filter(|(name, _)| *name != "id").map(|(name, value)| {
                let value = self.value(&[name], value);
                if name == "name" { value } else { format!("{} {value}", field(name)) }
            });
            each.collect::<Vec<_>>().join(", ")
        };
        known.unwrap_or_else(of_fields)
    }

    fn a_move(&self, mv: &Move) -> String {
        let fee = mv.fee.as_ref().map(|fee| format!(" for {}", money(fee))).unwrap_or_default();
        let when = match (mv.date, &mv.window) {
            (Some(date), _) => format!(", {}", words::date(date)),
            (None, Some(window)) => format!(", {}", self.window(window.as_str())),
            (None, None) => String::new(),
        };
        let kind: MoveKind = mv.kind;
        let chance =
            if mv.chance < 1.0 { format!(", {}", words::percent_whole(mv.chance)) } else { String::new() };
        format!("{} {}{fee}{when}{chance}", kind.name(), self.surname(mv.player.as_str()))
    }
}

fn a_player(player: &Player) -> String {
    let until = player.contract_until().map(|until| format!(", contract to {}", words::date(until)));
    let notes = if player.notes.is_empty() { String::new() } else { format!(", {}", player.notes) };
    format!("{}{}{notes}", player.name, until.unwrap_or_default())
}

/// What tells a person from another one.
fn a_person(player: &Player) -> String {
    let club = player.club.as_ref().map(|club| club.name.clone());
    let club = club.unwrap_or_else(|| if player.is_target() { "no club" } else { "in the squad" }.to_owned());
    let born = player
        .born
        .map_or_else(|| "birth date not known".to_owned(), |born| format!("born {}", words::date(born)));
    format!("{}, {born}, {club}", a_player(player))
}

fn money(range: &MoneyRange) -> String {
    let estimate = if range.estimate { " (estimate)" } else { "" };
    format!("{}{estimate}", words::money_range(range))
}

fn layoff_unit(value: &Value) -> &str {
    value.get("unit").and_then(Value::as_str).unwrap_or_default()
}

/// `24 Jan 2026` for a day, anything else as it is.
fn day_words(text: &str) -> String {
    text.parse::<Date>().map_or_else(|_| text.to_owned(), words::date)
}

/// The fields of a path in words: `contract end`.
fn fields(steps: &[&str]) -> String {
    match steps {
        ["contract", "until"] => "contract end".to_owned(),
        ["contract", "from"] => "contract start".to_owned(),
        ["contract", "wage", ..] => "wage".to_owned(),
        ["injuries", day, rest @ ..] => inside(format!("injury of {}", day_words(day)), rest),
        ["absences", key, rest @ ..] => {
            let day = key.split(' ').next().unwrap_or(key);
            inside(format!("absence from {}", day_words(day)), rest)
        }
        ["sources", of, ..] => format!("source of {}", field(of)),
        ["amounts", role, ..] => format!("{role} as reported"),
        ["charts", slot, ..] => format!("chart {slot}"),
        steps => steps.iter().map(|step| field(step)).collect::<Vec<_>>().join(", "),
    }
}

fn inside(head: String, rest: &[&str]) -> String {
    if rest.is_empty() { head } else { format!("{head}, {}", fields(rest)) }
}

fn field(name: &str) -> String {
    match name {
        "born" => "birth date".to_owned(),
        "asking" => "asking price".to_owned(),
        "back" => "return".to_owned(),
        "height_cm" => "height (cm)".to_owned(),
        "signing_on_fee" => "signing-on fee".to_owned(),
        "agent_fee" => "agent\u{2019}s fee".to_owned(),
        "until" => "end".to_owned(),
        name => name.replace('_', " "),
    }
}

#[cfg(test)]
mod tests;
