//! What the squad view says, worked out once per plan, scenario and day: who stands where, until when, and who goes.

use std::collections::HashMap;

use super::pay::{contract_end, wage_of, wage_words, weekly_pay};
use crate::model::{
    Date, MoveKind, Plan, Player, PlayerId, Position, Scenario, Season, Slot, UnitId, fold, season_of, words,
};
use crate::report::{self, OnTheDay, Registration};
use crate::ui::board::{Standing, standing};

/// Contracts that end within so many months are marked.
const SOON_MONTHS: i32 = 12;

/// A player of the squad, or one who comes to it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub(super) id: PlayerId,
    pub(super) name: String,
    pub(super) surname: String,
    pub(super) is_target: bool,
    pub(super) position: String,
    pub(super) age: Option<i16>,
    pub(super) foot: String,
    /// His name as a search reads it, and everywhere he can play.
    pub(super) sought: String,
    pub(super) positions: Vec<Position>,
    /// `LCB 1st, RCB 2nd`: where he stands in the scenario's charts.
    pub(super) role: String,
    /// The best place he has in them, the first choice being 0.
    pub(super) rank: Option<usize>,
    /// The last day he is under contract in this scenario.
    pub(super) until: Option<Date>,
    /// It ends within twelve months.
    pub(super) ends_soon: bool,
    pub(super) wage: String,
    /// The chance that he is at the club.
    pub(super) here: f64,
    /// The chance that he can be picked.
    pub(super) available: f64,
    /// Whether he can be counted on, by the calendar.
    pub(super) standing: Standing,
    /// What the scenario does with him: `arrives 62 % · Jan 26`, `sold Jan 26`.
    pub(super) moves: String,
}

/// The players of a unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    pub(super) name: String,
    pub(super) members: Vec<Member>,
}

/// Everything the view shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Facts {
    pub(super) groups: Vec<Group>,
    pub(super) totals: String,
    pub(super) registrations: Vec<Registration>,
    pub(super) seasons: Vec<Column>,
}

/// When a contract ends, as the columns of the matrix have it.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Ends {
    /// He has gone by the shown day.
    Gone,
    /// With this season.
    With(Season),
    /// After the last season that is shown.
    Later,
    /// It is not known.
    Unknown,
}

/// A column of the matrix.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) ends: Ends,
    pub(super) members: Vec<Member>,
}

/// Seasons that the matrix shows.
const SEASONS: i16 = 5;

impl Facts {
    pub(super) fn of(plan: &Plan, scenario: &Scenario, day: Date) -> Self {
        let squad = report::squad_on(plan, scenario, day);
        let slots: &[Slot] = plan.formation_of(scenario).map_or(&[], |formation| &formation.slots);
        let mut groups: Vec<(Option<UnitId>, Group)> = plan
            .units
            .iter()
            .map(|unit| (Some(unit.id.clone()), Group { name: unit.name.clone(), members: Vec::new() }))
            .collect();
        groups.push((None, Group { name: "Without a position".to_owned(), members: Vec::new() }));
        for on in &squad {
            let places = places(scenario, slots, &on.player.id);
            let unit = unit_of(plan, slots, on.player, &places);
            let group = groups.iter().position(|(id, _)| *id == unit).unwrap_or(groups.len() - 1);
            if let Some((_, group)) = groups.get_mut(group) {
                group.members.push(member(plan, scenario, on, &places, day));
            }
        }
        let mut groups: Vec<Group> = groups.into_iter().map(|(_, group)| group).collect();
        groups.retain(|group| !group.members.is_empty());
        for group in &mut groups {
            group.members.sort_by_key(|member| (gone(member), member.rank.unwrap_or(usize::MAX)));
        }
        tell_apart(&mut groups);
        let seasons = seasons(&groups, day);
        let totals = totals(&groups, plan, scenario, day);
        Self { groups, totals, registrations: report::registrations(plan, scenario, day), seasons }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

pub(super) fn gone(member: &Member) -> bool {
    matches!(member.standing, Standing::Gone | Standing::Elsewhere)
}

/// What is looked for in the list.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Wanted(String);

impl Wanted {
    pub(super) fn new(typed: &str) -> Self {
        Self(fold(typed.trim()))
    }

    /// He is of this name, or plays in this position.
    pub(super) fn takes(&self, member: &Member) -> bool {
        let Self(wanted) = self;
        member.sought.contains(wanted)
            || member.positions.iter().any(|position| position.short().eq_ignore_ascii_case(wanted))
    }
}

/// Where he stands in the charts: as which choice, the first being 0, and in which slot.
fn places<'a>(scenario: &Scenario, slots: &'a [Slot], player: &PlayerId) -> Vec<(usize, &'a Slot)> {
    let rank = |slot: &Slot| scenario.chart(&slot.id).iter().position(|id| id == player);
    slots.iter().filter_map(|slot| Some((rank(slot)?, slot))).collect()
}

/// The unit of the best place he stands in, or else of the place that asks for one of his positions, the best first.
fn unit_of(plan: &Plan, slots: &[Slot], player: &Player, places: &[(usize, &Slot)]) -> Option<UnitId> {
    let stands = places.iter().min_by_key(|(rank, _)| *rank).map(|(_, slot)| *slot);
    let all = || plan.formations.iter().flat_map(|formation| &formation.slots);
    let fits = || {
        player
            .positions
            .iter()
            .find_map(|position| slots.iter().chain(all()).find(|slot| slot.position == *position))
    };
    stands.or_else(fits).map(|slot| slot.unit.clone())
}

fn member(
    plan: &Plan,
    scenario: &Scenario,
    on: &OnTheDay<'_>,
    places: &[(usize, &Slot)],
    day: Date,
) -> Member {
    let player = on.player;
    let roles = places.iter().map(|(rank, slot)| format!("{} {}", slot.short, words::ordinal(rank + 1)));
    let until = contract_end(scenario, player);
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    Member {
        id: player.id.clone(),
        name: player.name.clone(),
        surname: player.surname().to_owned(),
        is_target: player.is_target(),
        position: player.positions.first().map(|position| position.short().to_owned()).unwrap_or_default(),
        age: player.age_on(day),
        foot: player.foot.map(|foot| foot.name().to_owned()).unwrap_or_default(),
        sought: fold(&player.name),
        positions: player.positions.clone(),
        role: roles.collect::<Vec<String>>().join(", "),
        rank: places.iter().map(|(rank, _)| *rank).min(),
        until,
        ends_soon: until.is_some_and(|until| months(until) - months(day) < SOON_MONTHS),
        wage: wage_of(scenario, player).map(wage_words).unwrap_or_default(),
        here: on.here,
        available: on.available,
        standing: standing(plan, scenario, player, day),
        moves: moves_of(plan, scenario, player),
    }
}

/// Where two have one surname, both get the first letter of their names: `L. Wing`, `M. Wing`.
fn tell_apart(groups: &mut [Group]) {
    let mut met: HashMap<String, usize> = HashMap::new();
    for member in groups.iter().flat_map(|group| &group.members) {
        *met.entry(member.surname.clone()).or_default() += 1;
    }
    for member in groups.iter_mut().flat_map(|group| &mut group.members) {
        let shared = met.get(&member.surname).is_some_and(|count| *count > 1);
        if let Some(first) = member.name.chars().next().filter(|_| shared && member.surname != member.name) {
            member.surname = format!("{first}. {}", member.surname);
        }
    }
}

/// What the scenario does with him, in as few words as a chip has.
fn moves_of(plan: &Plan, scenario: &Scenario, player: &Player) -> String {
    let said = scenario.moves.iter().filter(|mv| mv.player == player.id).map(|mv| {
        let verb = match mv.kind {
            MoveKind::Sell => "sold",
            MoveKind::LoanOut => "on loan",
            MoveKind::Release => "released",
            MoveKind::Renew => "renews",
            MoveKind::LoanIn => "borrowed",
            MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract => "arrives",
        };
        let when =
            mv.effective_date(plan).map(|day| format!(" {}", words::month_year(day))).unwrap_or_default();
        if mv.chance() < 1.0 {
            // Where room is short the day is left out first: what may happen must not read as if it will.
            let dot = if when.is_empty() { "" } else { " ·" };
            format!("{verb} {}{dot}{when}", words::percent_whole(mv.chance()))
        } else {
            format!("{verb}{when}")
        }
    });
    said.collect::<Vec<String>>().join(", ")
}

fn seasons(groups: &[Group], day: Date) -> Vec<Column> {
    let first = season_of(day);
    let ends = |member: &Member| {
        if gone(member) {
            return Ends::Gone;
        }
        match member.until.map(season_of) {
            None => Ends::Unknown,
            Some(season) if season >= first.plus(SEASONS) => Ends::Later,
            Some(season) => Ends::With(season.max(first)),
        }
    };
    let shown = (0..SEASONS).map(|n| Ends::With(first.plus(n)));
    let columns = std::iter::once(Ends::Gone).chain(shown).chain([Ends::Later, Ends::Unknown]);
    let column = |which: Ends| {
        let all = groups.iter().flat_map(|group| &group.members);
        Column { ends: which, members: all.filter(|member| ends(member) == which).cloned().collect() }
    };
    let seldom = |column: &Column| !matches!(column.ends, Ends::Gone | Ends::Later | Ends::Unknown);
    columns.map(column).filter(|column| seldom(column) || !column.members.is_empty()).collect()
}

/// `24 players · average age 26.4 · 5 contracts end within twelve months · wages £2.1m a week (14 known)`.
fn totals(groups: &[Group], plan: &Plan, scenario: &Scenario, day: Date) -> String {
    let all = || groups.iter().flat_map(|group| &group.members);
    let here: Vec<&Member> = all().filter(|member| member.here >= 1.0).collect();
    let perhaps = all().filter(|member| member.here > 0.0 && member.here < 1.0).count();
    let noun =
        |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    let mut said = vec![noun(here.len(), "player", "players")];
    if perhaps > 0 {
        said.push(format!("{perhaps} more, perhaps"));
    }
    let ages: Vec<f64> = here.iter().filter_map(|member| member.age.map(f64::from)).collect();
    if !ages.is_empty() {
        let sum = ages.iter().fold(0.0, |sum, age| sum + age);
        said.push(format!("average age {:.1}", sum / ages.len() as f64));
    }
    let soon = here.iter().filter(|member| member.ends_soon).count();
    if !here.is_empty() {
        let ends = if soon == 0 {
            "no contract ends".to_owned()
        } else {
            noun(soon, "contract ends", "contracts end")
        };
        said.push(format!("{ends} within twelve months"));
    }
    let paid = here.iter().filter_map(|member| plan.player(&member.id));
    let weekly: Vec<f64> = paid.filter_map(|player| weekly_pay(plan, scenario, player, day)).collect();
    if !weekly.is_empty() {
        let sum = weekly.iter().fold(0.0, |sum, wage| sum + wage);
        let sum = words::money(sum.round() as i64, plan.money.currency);
        let known =
            if weekly.len() == here.len() { String::new() } else { format!(" ({} known)", weekly.len()) };
        said.push(format!("wages {sum} a week{known}"));
    }
    said.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::testing::sample;

    fn facts(scenario: &str, day: &str) -> Facts {
        let plan = sample();
        Facts::of(&plan, plan.scenario(&scenario.parse().unwrap()).unwrap(), day.parse().unwrap())
    }

    fn column(facts: &Facts, ends: Ends) -> Vec<String> {
        let column = facts.seasons.iter().find(|column| column.ends == ends);
        column.into_iter().flat_map(|column| &column.members).map(|member| member.surname.clone()).collect()
    }

    #[test]
    fn two_of_one_surname_are_told_apart() {
        let mut plan: Plan = crate::ui::testing::sample();
        let scenario = plan.scenarios.first().unwrap().clone();
        std::sync::Arc::make_mut(&mut plan.players[0]).name = "Lee Wing".to_owned();
        std::sync::Arc::make_mut(&mut plan.players[1]).name = "Max Wing".to_owned();
        let facts = Facts::of(&plan, &scenario, plan.as_of);
        let mut wings: Vec<&str> = facts
            .groups
            .iter()
            .flat_map(|group| &group.members)
            .map(|member| member.surname.as_str())
            .filter(|surname| surname.ends_with("Wing"))
            .collect();
        wings.sort_unstable();
        assert_eq!(wings, ["L. Wing", "M. Wing"]);
    }

    #[test]
    fn every_player_stands_once_in_the_unit_he_plays_in() {
        let facts = facts("do-nothing", "2025-09-25");
        let backs = facts.groups.iter().find(|group| group.name == "Centre-backs").unwrap();
        let names: Vec<&str> = backs.members.iter().map(|member| member.surname.as_str()).collect();
        assert_eq!(names, ["van Dijk", "Konaté", "Gomez", "Leoni", "Williams"]);
        assert_eq!(backs.members[2].role, "LCB 2nd, RCB 2nd");
        let all: usize = facts.groups.iter().map(|group| group.members.len()).sum();
        assert_eq!(all, sample().players.iter().filter(|player| !player.is_target()).count());
    }

    #[test]
    fn the_matrix_says_who_leaves_when_in_this_scenario() {
        let now = facts("do-nothing", "2025-09-25");
        assert!(column(&now, Ends::With(Season(2025))).contains(&"Konaté".to_owned()));
        let later = facts("do-nothing", "2026-07-02");
        assert!(column(&later, Ends::Gone).contains(&"Konaté".to_owned()), "{:?}", later.seasons);
        let push = facts("january-push", "2026-01-24");
        let arrived =
            push.seasons.iter().flat_map(|column| &column.members).any(|member| member.surname == "Guéhi");
        assert!(arrived, "who comes is in the picture");
    }

    #[test]
    fn what_may_happen_says_its_chance_before_its_day() {
        let mut plan = sample();
        let van_dijk = plan.players[0].id.clone();
        let mut sell = crate::model::Move::new("m".parse().unwrap(), van_dijk, MoveKind::Sell);
        sell.date = Some("2026-01-24".parse().unwrap());
        for (chance, words) in [(0.4, "sold 40\u{a0}% · Jan 26"), (1.0, "sold Jan 26")] {
            sell.chance = chance;
            plan.scenarios[0].moves = vec![sell.clone()];
            assert_eq!(moves_of(&plan, &plan.scenarios[0], &plan.players[0]), words);
        }
    }

    #[test]
    fn totals_count_who_is_here() {
        let totals = facts("do-nothing", "2025-09-25").totals;
        assert!(totals.starts_with("10 players · average age 2"), "{totals}");
        let mut plan = sample();
        let scenario = plan.scenarios[0].clone();
        for player in &mut plan.players {
            std::sync::Arc::make_mut(player).contract = None;
        }
        let totals = Facts::of(&plan, &scenario, plan.as_of).totals;
        assert!(totals.contains("no contract ends within twelve months"), "{totals}");
    }
}
