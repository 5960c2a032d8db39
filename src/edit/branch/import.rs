//! Scenarios of another plan, with the players, reports, windows, units and formations they need.

use std::collections::BTreeMap;

use crate::edit::Edit;
use crate::model::{
    FormationId, MoveId, Plan, Player, PlayerId, PlayerKind, Report, ReportId, Scenario, ScenarioId, Unit,
    Window, WindowId, fold, words,
};

use super::{fresh_colour, fresh_scenario_id, fresh_scenario_name};

/// What is different in the two plans, by the id it has in the other one.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ClashOf {
    /// A player.
    Player(PlayerId),
    /// A window.
    Window(WindowId),
}

/// One thing that both plans have and tell differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// What.
    pub of: ClashOf,
    /// Its name.
    pub name: String,
    /// Field by field: its name, as the open plan has it, as the other plan has it.
    pub fields: Vec<(String, String, String)>,
}

/// What becomes of a clash.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Keep {
    /// As the open plan has it.
    #[default]
    Ours,
    /// As the other plan has it.
    Theirs,
    /// One of each.
    Both,
}

impl Keep {
    /// Every way out.
    pub const ALL: [Self; 3] = [Self::Ours, Self::Theirs, Self::Both];

    /// As it stands on a button.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ours => "Keep ours",
            Self::Theirs => "Take theirs",
            Self::Both => "Keep both",
        }
    }
}

/// What the scenarios of `other` need and the plan has otherwise: asked about once, in one list.
#[must_use]
pub fn clashes(plan: &Plan, other: &Plan, scenarios: &[ScenarioId]) -> Vec<Clash> {
    let mut found = Vec::new();
    for theirs in needed_players(other, scenarios) {
        let arriving = arriving(plan, other, theirs);
        let Some(ours) = same_person(plan, theirs) else { continue };
        let fields = differences(ours, &arriving);
        if !fields.is_empty() {
            found.push(Clash { of: ClashOf::Player(theirs.id.clone()), name: ours.name.clone(), fields });
        }
    }
    for theirs in needed_windows(other, scenarios) {
        let Some(ours) = plan.window(&theirs.id) else { continue };
        if (ours.opens, ours.closes) == (theirs.opens, theirs.closes) {
            continue;
        }
        let span = |window: &Window| {
            format!("{} \u{2013} {}", words::date(window.opens), words::date(window.closes))
        };
        found.push(Clash {
            of: ClashOf::Window(theirs.id.clone()),
            name: ours.name.clone(),
            fields: vec![("Open".to_owned(), span(ours), span(theirs))],
        });
    }
    found
}

/// The edit that brings scenarios of another plan in, as one step; a clash without a choice is kept as it is here.
#[must_use]
pub fn import(plan: &Plan, other: &Plan, scenarios: &[ScenarioId], keep: &BTreeMap<ClashOf, Keep>) -> Edit {
    let mut import = Import { plan: plan.clone(), other, edits: Vec::new() };
    let players = import.players(scenarios, keep);
    let windows = import.windows(scenarios, keep);
    let mut names = Vec::new();
    for id in scenarios {
        let Some(theirs) = other.scenario(id) else { continue };
        let formation = import.formation(theirs);
        let mut scenario = theirs.clone();
        scenario.name = fresh_scenario_name(&import.plan, &named(&theirs.name, &theirs.id));
        scenario.id = fresh_scenario_id(&import.plan, &scenario.name);
        scenario.colour = fresh_colour(&import.plan);
        scenario.formation = formation;
        translate(&mut scenario, &players, &windows);
        names.push(scenario.name.clone());
        let at = import.plan.scenarios.len();
        import.edit(Edit::AddScenario { scenario: Box::new(scenario), at });
    }
    let label = match names.as_slice() {
        [one] => format!("import the scenario {one}"),
        more => format!("import {} scenarios", more.len()),
    };
    Edit::Together { label, edits: import.edits }
}

/// The plan as it grows, and the edits that made it grow.
struct Import<'a> {
    plan: Plan,
    other: &'a Plan,
    edits: Vec<Edit>,
}

impl Import<'_> {
    fn edit(&mut self, edit: Edit) {
        if let Ok(after) = crate::edit::apply(&self.plan, &edit) {
            self.plan = after;
            self.edits.push(edit);
        }
    }

    /// Brings the players and their reports in; says who is whom.
    fn players(
        &mut self,
        scenarios: &[ScenarioId],
        keep: &BTreeMap<ClashOf, Keep>,
    ) -> BTreeMap<PlayerId, PlayerId> {
        let mut known = BTreeMap::new();
        for theirs in needed_players(self.other, scenarios) {
            let mut arriving = arriving(&self.plan, self.other, theirs);
            arriving.name = named(&arriving.name, &theirs.id);
            let ours =
                same_person(&self.plan, theirs).map(|ours| (ours.id.clone(), differences(ours, &arriving)));
            let choice = keep.get(&ClashOf::Player(theirs.id.clone())).copied().unwrap_or_default();
            let id = match ours {
                Some((id, fields)) if fields.is_empty() || choice == Keep::Ours => id,
                Some((id, _)) if choice == Keep::Theirs => {
                    self.put_player(Player { id: id.clone(), ..arriving });
                    id
                }
                _ => {
                    let taken = |id: &str| self.plan.players.iter().any(|player| player.id == *id);
                    let id = PlayerId::new_for(theirs.id.as_str(), taken);
                    self.put_player(Player { id: id.clone(), ..arriving });
                    id
                }
            };
            known.insert(theirs.id.clone(), id);
        }
        for report in &self.other.reports {
            if let Some(player) = known.get(&report.player) {
                self.report(report, player);
            }
        }
        known
    }

    fn put_player(&mut self, player: Player) {
        self.edit(Edit::PutPlayer { player: player.into(), what: "data".to_owned() });
    }

    /// Adds a report, unless the plan has just the same one about him.
    fn report(&mut self, theirs: &Report, player: &PlayerId) {
        let about_him = Report { player: player.clone(), ..theirs.clone() };
        let same = |ours: &Report| Report { id: ours.id.clone(), ..about_him.clone() } == *ours;
        if self.plan.reports.iter().any(|ours| same(ours)) {
            return;
        }
        let taken = |id: &str| self.plan.reports.iter().any(|report| report.id == *id);
        let id = ReportId::new_for(theirs.id.as_str(), taken);
        self.edit(Edit::PutReport(Box::new(Report { id, ..about_him })));
    }

    /// Brings the windows in; says which is which.
    fn windows(
        &mut self,
        scenarios: &[ScenarioId],
        keep: &BTreeMap<ClashOf, Keep>,
    ) -> BTreeMap<WindowId, WindowId> {
        let mut known = BTreeMap::new();
        for theirs in needed_windows(self.other, scenarios) {
            let span = (theirs.opens, theirs.closes);
            let choice = keep.get(&ClashOf::Window(theirs.id.clone())).copied().unwrap_or_default();
            let same_days = self.plan.windows.iter().find(|ours| (ours.opens, ours.closes) == span);
            let id = match (self.plan.window(&theirs.id), same_days) {
                (Some(ours), _) if (ours.opens, ours.closes) == span => ours.id.clone(),
                (Some(ours), _) if choice == Keep::Ours => ours.id.clone(),
                (Some(ours), _) if choice == Keep::Theirs => {
                    let id = ours.id.clone();
                    self.put_window(&id, theirs);
                    id
                }
                (None, Some(same)) => same.id.clone(),
                _ => {
                    let taken = |id: &str| self.plan.windows.iter().any(|window| window.id == *id);
                    let id = WindowId::new_for(theirs.id.as_str(), taken);
                    self.put_window(&id, theirs);
                    id
                }
            };
            known.insert(theirs.id.clone(), id);
        }
        known
    }

    fn put_window(&mut self, id: &WindowId, theirs: &Window) {
        let name = named(&theirs.name, &theirs.id);
        self.edit(Edit::PutWindow(Window { id: id.clone(), name, ..theirs.clone() }));
    }

    /// The scenario's formation: the plan's own if it is the same, else theirs beside it, with the units it needs.
    fn formation(&mut self, scenario: &Scenario) -> FormationId {
        let Some(theirs) = self.other.formation_of(scenario) else {
            let own = || self.plan.formations.first().map(|formation| formation.id.clone());
            let known = self.plan.formation(&scenario.formation).map(|formation| formation.id.clone());
            return known.or_else(own).unwrap_or_else(|| scenario.formation.clone());
        };
        let same = |ours: &&crate::model::Formation| ours.slots == theirs.slots;
        if let Some(ours) = self.plan.formations.iter().find(same) {
            return ours.id.clone();
        }
        for unit in &self.other.units {
            let needed = theirs.slots.iter().any(|slot| slot.unit == unit.id);
            if needed && self.plan.unit(&unit.id).is_none() {
                self.edit(Edit::PutUnit(Unit { name: named(&unit.name, &unit.id), ..unit.clone() }));
            }
        }
        let taken = |id: &str| self.plan.formations.iter().any(|formation| formation.id == *id);
        let mut formation = theirs.clone();
        formation.id = FormationId::new_for(theirs.id.as_str(), taken);
        formation.name = named(&theirs.name, &theirs.id);
        if formation.id != theirs.id {
            formation.name = format!("{} ({})", formation.name, self.other.name);
        }
        let id = formation.id.clone();
        self.edit(Edit::PutFormation(formation));
        id
    }
}

/// What has no name goes by its id: the plan takes in nothing without one.
fn named(name: &str, id: &impl ToString) -> String {
    if name.trim().is_empty() { id.to_string() } else { name.to_owned() }
}

/// Names players and windows as this plan does. What nobody knows stays as it is, for the list of problems.
fn translate(
    scenario: &mut Scenario,
    players: &BTreeMap<PlayerId, PlayerId>,
    windows: &BTreeMap<WindowId, WindowId>,
) {
    for mv in &mut scenario.moves {
        mv.player = players.get(&mv.player).unwrap_or(&mv.player).clone();
        mv.window = mv.window.as_ref().map(|window| windows.get(window).unwrap_or(window).clone());
    }
    for chart in scenario.charts.values_mut() {
        let mut seen: Vec<PlayerId> = Vec::new();
        for id in chart.iter() {
            let id = players.get(id).unwrap_or(id);
            if !seen.contains(id) {
                seen.push(id.clone());
            }
        }
        *chart = seen;
    }
    let mut ids: Vec<MoveId> = Vec::new();
    scenario.moves.retain(|mv| {
        let new = !ids.contains(&mv.id);
        ids.push(mv.id.clone());
        new
    });
}

/// The players that the scenarios name, each once.
fn needed_players<'a>(other: &'a Plan, scenarios: &[ScenarioId]) -> Vec<&'a Player> {
    let named: std::collections::BTreeSet<&PlayerId> = scenarios
        .iter()
        .filter_map(|id| other.scenario(id))
        .flat_map(|scenario| {
            let moved = scenario.moves.iter().map(|mv| &mv.player);
            moved.chain(scenario.charts.values().flatten())
        })
        .collect();
    other.players.iter().map(AsRef::as_ref).filter(|player: &&Player| named.contains(&player.id)).collect()
}

fn needed_windows<'a>(other: &'a Plan, scenarios: &[ScenarioId]) -> Vec<&'a Window> {
    let named: std::collections::BTreeSet<&WindowId> = scenarios
        .iter()
        .filter_map(|id| other.scenario(id))
        .flat_map(|scenario| scenario.moves.iter().filter_map(|mv| mv.window.as_ref()))
        .collect();
    other.windows.iter().filter(|window| named.contains(&window.id)).collect()
}

/// A player of the other plan as this plan sees him: the other club's own players belong elsewhere here.
fn arriving(plan: &Plan, other: &Plan, theirs: &Player) -> Player {
    let mut player = theirs.clone();
    if plan.club.name == other.club.name {
        return player;
    }
    if !theirs.is_target() {
        (player.kind, player.club) = (PlayerKind::Target, Some(other.club.clone()));
    } else if theirs.club.as_ref().is_some_and(|club| club.name == plan.club.name) {
        (player.kind, player.club) = (PlayerKind::Squad, None);
    }
    player
}

/// Our player of the same id, or of the same name and day of birth.
fn same_person<'a>(plan: &'a Plan, theirs: &Player) -> Option<&'a Player> {
    plan.player(&theirs.id).or_else(|| {
        let name = fold(&theirs.name);
        let same =
            |ours: &&Player| theirs.born.is_some() && ours.born == theirs.born && fold(&ours.name) == name;
        plan.players.iter().map(AsRef::as_ref).find(same)
    })
}

/// The fields in which two records of one player differ, with both values.
fn differences(ours: &Player, theirs: &Player) -> Vec<(String, String, String)> {
    let as_fields = |player: &Player| match serde_json::to_value(player) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (ours, theirs) = (as_fields(ours), as_fields(theirs));
    let mut names: Vec<&String> = ours.keys().chain(theirs.keys()).collect();
    names.sort_unstable();
    names.dedup();
    names
        .into_iter()
        // Where a value is from is no value: two files may have the same from different places.
        .filter(|name| !["id", "sources"].contains(&name.as_str()) && ours.get(*name) != theirs.get(*name))
        .map(|name| {
            (words::capital(&name.replace('_', " ")), in_words(ours.get(name)), in_words(theirs.get(name)))
        })
        .collect()
}

/// A value of a file as a person reads it.
fn in_words(value: Option<&serde_json::Value>) -> String {
    use serde_json::Value;
    match value {
        None | Some(Value::Null) => "not known".to_owned(),
        Some(Value::String(text)) => text.parse().map_or_else(|_| text.clone(), words::date),
        Some(Value::Bool(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(values)) => {
            values.iter().map(|value| in_words(Some(value))).collect::<Vec<_>>().join("; ")
        }
        Some(Value::Object(fields)) => {
            let parts = fields.iter().map(|(name, value)| format!("{name} {}", in_words(Some(value))));
            parts.collect::<Vec<_>>().join(", ")
        }
    }
}
