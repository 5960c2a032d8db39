//! What happens when, in words: injuries, returns, contracts that end, arrivals and departures.

use jiff::ToSpan as _;

use crate::forecast::UnitForecast;
use crate::model::{Date, MoveKind, Plan, Player, Scenario, words};
use crate::ui::theme::Tone;

/// What kind of event it is, the most telling first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum EventKind {
    /// The day on which the plan knows what it knows.
    AsOf,
    /// Somebody is hurt.
    Injury,
    /// The likely day of his return.
    Return,
    /// A move brings a player.
    Arrival,
    /// A move takes a player away.
    Departure,
    /// The last day of a contract.
    ContractEnd,
    /// A contract is renewed.
    Renewal,
}

/// One thing that happens on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The day.
    pub day: Date,
    /// What kind of thing.
    pub kind: EventKind,
    /// In a few words: `Leoni ACL`.
    pub words: String,
    /// In a whole sentence.
    pub story: String,
}

impl EventKind {
    /// What to think of it.
    #[must_use]
    pub fn tone(self) -> Tone {
        match self {
            Self::AsOf => Tone::Neutral,
            Self::Injury => Tone::Bad,
            Self::Return | Self::Renewal => Tone::Ok,
            Self::Arrival => Tone::Info,
            Self::Departure | Self::ContractEnd => Tone::Warn,
        }
    }
}

/// Everything that happens to the players of `forecast` in `scenario`, by day and then by weight.
#[must_use]
pub fn events(plan: &Plan, scenario: &Scenario, forecast: &UnitForecast) -> Vec<Event> {
    let mut events = vec![Event {
        day: plan.as_of,
        kind: EventKind::AsOf,
        words: format!("as of {}", words::day_month(plan.as_of)),
        story: format!("The plan is as of {}. Later days are forecast.", words::date(plan.as_of)),
    }];
    for known in &forecast.players {
        let Some(player) = plan.player(&known.id) else { continue };
        let counting = known.injury.zip(known.back);
        for (index, injury) in player.injuries.iter().enumerate() {
            let short = injury.short();
            events.push(Event {
                day: injury.start,
                kind: EventKind::Injury,
                words: format!("{} {short}", player.surname()),
                story: format!("{} is hurt ({short}).", player.name),
            });
            let likely = counting.filter(|(counts, _)| *counts == index).map(|(_, back)| back);
            if let Some(returned) = injury.returned.filter(|returned| *returned > injury.start) {
                events.push(back(player, returned, "back", format!("{} is back.", player.name)));
            } else if let Some(dates) = likely {
                let story = format!("{} likely back. {}", player.name, super::back::story(injury, &dates));
                events.push(back(player, dates.likely, "back (likely)", story));
            }
        }
        events.extend(moves(plan, scenario, player));
        events.extend(contract_end(plan, scenario, player));
    }
    events.sort_by_key(|event| (event.day, event.kind));
    events
}

fn back(player: &Player, day: Date, how: &str, story: String) -> Event {
    Event { day, kind: EventKind::Return, words: format!("{} {how}", player.surname()), story }
}

fn moves<'a>(plan: &'a Plan, scenario: &'a Scenario, player: &'a Player) -> impl Iterator<Item = Event> + 'a {
    scenario.moves.iter().filter(|mv| mv.player == player.id).filter_map(move |mv| {
        let day = mv.effective_date(plan)?;
        let (kind, verb) = match mv.kind {
            MoveKind::Buy | MoveKind::FreeTransfer | MoveKind::PreContract => (EventKind::Arrival, "arrives"),
            MoveKind::LoanIn => (EventKind::Arrival, "arrives on loan"),
            MoveKind::LoanOut => (EventKind::Departure, "goes on loan"),
            MoveKind::Sell => (EventKind::Departure, "sold"),
            MoveKind::Release => (EventKind::Departure, "released"),
            MoveKind::Renew => (EventKind::Renewal, "renews"),
        };
        let chance =
            if mv.chance() < 1.0 { format!(" {}", words::percent_whole(mv.chance())) } else { String::new() };
        let words = format!("{} {verb}{chance}", player.surname());
        let story = format!("{} {verb}{}.", player.name, chance.replacen(' ', ", chance ", 1));
        Some(Event { day, kind, words, story })
    })
}

/// The end of a squad player's contract, unless he is surely gone or renewed before.
fn contract_end(plan: &Plan, scenario: &Scenario, player: &Player) -> Option<Event> {
    let until = player.contract_until().filter(|_| !player.is_target())?;
    let settled = scenario.moves.iter().filter(|mv| mv.player == player.id && mv.chance() >= 1.0).any(|mv| {
        let before = mv.effective_date(plan).is_some_and(|day| day <= until.saturating_add(1.day()));
        before && matches!(mv.kind, MoveKind::Renew | MoveKind::Sell | MoveKind::Release)
    });
    (!settled).then(|| Event {
        day: until,
        kind: EventKind::ContractEnd,
        words: format!("{} expires", player.surname()),
        story: format!("{}\u{2019}s contract ends.", player.name),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::derived::span;

    #[test]
    fn the_sample_tells_its_story_in_order() {
        let plan: Plan =
            serde_json::from_str(include_str!("../../../saves/liverpool-2025-26-leoni.json")).unwrap();
        let scenario = plan.scenario(&"do-nothing".parse().unwrap()).unwrap();
        let unit = "centre-backs".parse().unwrap();
        let (from, to) = span(&plan);
        let forecast = UnitForecast::of(&plan, &scenario.id, &unit, from, to).unwrap();
        let told: Vec<String> = events(&plan, scenario, &forecast)
            .into_iter()
            .filter(|event| event.day <= to)
            .map(|event| event.words)
            .collect();
        let place = |words: &str| told.iter().position(|told| told == words);
        let story = ["Leoni ACL", "as of 25 Sep", "Leoni back (likely)", "Konaté expires"].map(place);
        assert!(story.iter().all(Option::is_some) && story.is_sorted(), "{told:?}");
    }
}
