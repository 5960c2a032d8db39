//! Who comes, who goes and who stays in a scenario, a line each.

use crate::model::{Date, Move, MoveKind, Plan, Player, PlayerId, Scenario, UnitId, words};
use crate::ui::theme::Tone;

/// Whether somebody comes, goes or stays.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Way {
    In,
    Stays,
    Out,
    /// Nobody comes.
    Nobody,
}

impl Way {
    /// The word on its chip.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Stays => "stays",
            Self::Out => "out",
            Self::Nobody => "\u{2013}",
        }
    }

    pub(super) fn tone(self) -> Tone {
        match self {
            Self::In => Tone::Ok,
            Self::Stays => Tone::Info,
            Self::Out => Tone::Bad,
            Self::Nobody => Tone::Neutral,
        }
    }
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MoveLine {
    pub(super) way: Way,
    /// None on the line that says that nobody comes.
    pub(super) player: Option<PlayerId>,
    /// `Marc Guéhi`.
    pub(super) name: String,
    /// `Jan 26 · £35m · 50 %`.
    pub(super) terms: String,
    /// The whole line in words.
    pub(super) story: String,
}

/// Arrivals, then who stays by a new contract, then departures: by a move, or at the end of a contract of the unit's
/// own players within the days that count.
pub(super) fn move_lines(
    plan: &Plan,
    scenario: &Scenario,
    unit: &UnitId,
    (from, to): (Date, Date),
) -> Vec<MoveLine> {
    let mut lines: Vec<(Option<Date>, MoveLine)> =
        scenario.moves.iter().filter_map(|mv| Some((mv.effective_date(plan), of_move(plan, mv)?))).collect();
    for player in plan.members_of(scenario, unit) {
        let until = player.contract_until().filter(|until| (from..=to).contains(until));
        if let Some(until) = until.filter(|_| !player.is_target()) {
            lines.extend(contract_end(plan, scenario, player, until).map(|line| (Some(until), line)));
        }
    }
    lines.sort_by_key(|(day, line)| (line.way, day.unwrap_or(Date::MAX)));
    let mut lines: Vec<MoveLine> = lines.into_iter().map(|(_, line)| line).collect();
    if !lines.iter().any(|line| line.way == Way::In) {
        let words = "nobody comes".to_owned();
        let line = MoveLine {
            way: Way::Nobody,
            player: None,
            name: words.clone(),
            terms: String::new(),
            story: words,
        };
        lines.insert(0, line);
    }
    lines
}

fn of_move(plan: &Plan, mv: &Move) -> Option<MoveLine> {
    let player = plan.player(&mv.player)?;
    let way = match mv.kind {
        kind if kind.is_arrival() => Way::In,
        kind if kind.is_departure() => Way::Out,
        _ => Way::Stays,
    };
    let day = mv.effective_date(plan);
    let when = day.map_or_else(|| "no day set".to_owned(), words::month_year);
    let free = matches!(mv.kind, MoveKind::FreeTransfer | MoveKind::PreContract);
    let fee = match &mv.fee {
        Some(fee) if mv.kind.has_fee() => Some(words::money_range(fee)),
        _ if free => Some("free".to_owned()),
        _ if mv.kind.has_fee() => Some("no fee named".to_owned()),
        _ => None,
    };
    let how = match mv.kind {
        MoveKind::LoanIn | MoveKind::LoanOut => Some("loan"),
        MoveKind::Renew => Some("new contract"),
        MoveKind::Release => Some("released"),
        _ => None,
    };
    let estimate = mv.fee.as_ref().is_some_and(|fee| fee.estimate && mv.kind.has_fee());
    let chance = (mv.chance() < 1.0).then(|| words::percent_whole(mv.chance()));
    let mut terms: Vec<String> = how.map(str::to_owned).into_iter().collect();
    terms.push(when);
    terms.extend(fee.map(|fee| if estimate { format!("{fee} est.") } else { fee }));
    terms.extend(chance);
    let mut story = format!("{}: {}", player.name, mv.kind.name());
    if let Some(day) = day {
        story.push_str(&format!(" on {}", words::date(day)));
    }
    if let Some(fee) = mv.fee.as_ref().filter(|_| mv.kind.has_fee()) {
        story.push_str(&format!(", {}", words::money_range(fee)));
        story.push_str(if estimate { " (the plan\u{2019}s own estimate)" } else { "" });
    }
    if let Some(until) = mv.until {
        story.push_str(&format!(", until {}", words::date(until)));
    }
    story.push_str(&format!(", chance {}", words::percent_whole(mv.chance())));
    if mv.group.is_some() {
        story.push_str(", one of several of whom one comes");
    }
    Some(MoveLine {
        way,
        player: Some(player.id.clone()),
        name: player.name.clone(),
        terms: terms.join(" \u{b7} "),
        story,
    })
}

/// A contract that runs out, unless a certain move comes before.
fn contract_end(plan: &Plan, scenario: &Scenario, player: &Player, until: Date) -> Option<MoveLine> {
    let before = scenario.moves.iter().filter(|mv| {
        mv.player == player.id
            && matches!(mv.kind, MoveKind::Renew | MoveKind::Sell | MoveKind::Release)
            && mv.effective_date(plan).is_some_and(|day| day <= until)
    });
    let stays_put = before.fold(1.0, |left, mv| left * (1.0 - mv.chance()));
    if stays_put <= 0.0 {
        return None;
    }
    let mut terms = format!("contract ends {}", words::month_year(until));
    let mut story = format!("{}\u{2019}s contract ends on {}", player.name, words::date(until));
    if stays_put < 1.0 {
        let chance = words::percent_whole(stays_put);
        terms.push_str(&format!(" \u{b7} {chance}"));
        story.push_str(&format!(", unless he is gone or has renewed before: chance {chance}"));
    }
    Some(MoveLine { way: Way::Out, player: Some(player.id.clone()), name: player.name.clone(), terms, story })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(sample: usize, scenario: &str) -> Vec<String> {
        let plan = crate::store::parse(crate::store::SAMPLES[sample].json.as_bytes(), "sample").unwrap();
        let scenario = plan.scenario(&scenario.parse().unwrap()).unwrap();
        let unit = "centre-backs".parse().unwrap();
        let days = (plan.as_of, crate::forecast::horizon(&plan));
        let lines = move_lines(&plan, scenario, &unit, days);
        lines.iter().map(|line| format!("{} {} {}", line.way.word(), line.name, line.terms)).collect()
    }

    fn place(name: &str) -> usize {
        crate::store::SAMPLES.iter().position(|sample| sample.file_name.starts_with(name)).unwrap()
    }

    #[test]
    fn a_scenario_says_who_comes_and_who_goes() {
        let leoni = place("liverpool-2025-26-leoni");
        assert_eq!(
            lines(leoni, "january-push"),
            [
                "in Marc Guéhi Jan 26 · £35m est. · 50\u{a0}%",
                "out Ibrahima Konaté contract ends Jun 26",
            ]
        );
        assert_eq!(
            lines(leoni, "do-nothing"),
            ["\u{2013} nobody comes ", "out Ibrahima Konaté contract ends Jun 26"]
        );
    }

    #[test]
    fn an_uncertain_renewal_leaves_the_end_of_the_contract_its_chance() {
        let told = lines(place("liverpool-konate-contract"), "renew");
        assert!(told.contains(&"stays Ibrahima Konaté new contract · Sep 25 · 35\u{a0}%".to_owned()), "{told:?}");
        assert!(
            told.contains(&"out Ibrahima Konaté contract ends Jun 26 · 65\u{a0}%".to_owned()),
            "{told:?}"
        );
    }
}
