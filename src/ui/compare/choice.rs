//! What is compared: which scenarios, over which days, and which of them the sentence speaks of.

use crate::model::{Date, Plan, Scenario, ScenarioId};
use crate::report::compare::Comparison;

/// Most scenarios side by side.
pub const MOST: usize = 4;

/// What a user has chosen to compare; what he has not chosen is read from the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// The scenarios he switched on; left out, the first four.
    pub scenarios: Option<Vec<ScenarioId>>,
    /// The scenario that the sentence holds it against; left out, the baseline.
    pub against: Option<ScenarioId>,
    /// First day that counts; left out, the as-of date.
    pub from: Option<Date>,
    /// Last day that counts; left out, the end of the season after the current one.
    pub to: Option<Date>,
}

impl Choice {
    /// The compared scenarios in the order of their tabs, at most [`MOST`]. The baseline is always one of them.
    #[must_use]
    pub fn scenarios<'a>(&self, plan: &'a Plan) -> Vec<&'a Scenario> {
        let wished = |scenario: &&Scenario| match &self.scenarios {
            Some(chosen) => chosen.contains(&scenario.id),
            None => true,
        };
        let is_baseline = |scenario: &&Scenario| scenario.id == plan.baseline;
        let others = MOST - usize::from(plan.scenarios.iter().any(|known| is_baseline(&known)));
        let mut room = others;
        plan.scenarios
            .iter()
            .filter(|scenario| {
                if is_baseline(scenario) {
                    return true;
                }
                let taken = wished(scenario) && room > 0;
                room -= usize::from(taken);
                taken
            })
            .collect()
    }

    /// The first and the last day that count, the right way round.
    #[must_use]
    pub fn span(&self, plan: &Plan) -> (Date, Date) {
        let from = self.from.unwrap_or(plan.as_of);
        let to = self.to.unwrap_or_else(|| Comparison::usual_end(plan));
        (from.min(to), from.max(to))
    }

    /// The scenario that the sentence speaks of, and the one it holds it against. It speaks of the `shown` one if it
    /// can, else of the first that it can. None if only one is compared.
    #[must_use]
    pub fn pair<'a>(&self, plan: &'a Plan, shown: &ScenarioId) -> Option<(&'a Scenario, &'a Scenario)> {
        let compared = self.scenarios(plan);
        let named = |id: &ScenarioId| compared.iter().copied().find(|scenario| scenario.id == *id);
        let against = self.against.as_ref().and_then(named).or_else(|| named(&plan.baseline));
        let against = against.or(compared.last().copied())?;
        let other = |scenario: &&Scenario| scenario.id != against.id;
        let spoken = named(shown).filter(other);
        Some((spoken.or_else(|| compared.iter().copied().find(other))?, against))
    }

    /// With `scenario` switched on if it was off, and off if it was on.
    #[must_use]
    pub fn switched(&self, plan: &Plan, scenario: &ScenarioId) -> Self {
        let mut chosen: Vec<ScenarioId> =
            self.scenarios(plan).into_iter().map(|known| known.id.clone()).collect();
        match chosen.iter().position(|known| known == scenario) {
            Some(at) => drop(chosen.remove(at)),
            None => chosen.push(scenario.clone()),
        }
        Self { scenarios: Some(chosen), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ScenarioColour;

    fn plan(count: usize, baseline: usize) -> Plan {
        let mut plan = crate::ui::testing::sample();
        let first = plan.scenarios[0].clone();
        plan.scenarios = (0..count)
            .map(|n| Scenario {
                id: format!("s{n}").parse().unwrap(),
                name: format!("S{n}"),
                colour: ScenarioColour::ALL[n % 6],
                ..first.clone()
            })
            .collect();
        plan.baseline = format!("s{baseline}").parse().unwrap();
        plan
    }

    fn names(choice: &Choice, plan: &Plan) -> String {
        let names: Vec<&str> = choice.scenarios(plan).iter().map(|scenario| scenario.name.as_str()).collect();
        names.join(" ")
    }

    #[test]
    fn the_first_four_are_compared_and_always_the_baseline() {
        for (count, baseline, expected) in
            [(1, 0, "S0"), (3, 2, "S0 S1 S2"), (6, 0, "S0 S1 S2 S3"), (6, 5, "S0 S1 S2 S5")]
        {
            assert_eq!(names(&Choice::default(), &plan(count, baseline)), expected);
        }
    }

    #[test]
    fn a_scenario_is_switched_off_and_on_and_the_baseline_stays() {
        let plan = plan(6, 1);
        let id = |name: &str| name.parse().unwrap();
        let choice = Choice::default().switched(&plan, &id("s0"));
        assert_eq!(names(&choice, &plan), "S1 S2 S3");
        let choice = choice.switched(&plan, &id("s5"));
        assert_eq!(names(&choice, &plan), "S1 S2 S3 S5");
        assert_eq!(names(&choice.switched(&plan, &id("s1")), &plan), "S1 S2 S3 S5");
    }

    #[test]
    fn the_sentence_speaks_of_the_shown_scenario_or_of_the_first_that_it_can() {
        let plan = plan(3, 0);
        let pair = |choice: &Choice, shown: &str| {
            let (spoken, against) = choice.pair(&plan, &shown.parse().unwrap()).unwrap();
            format!("{} {}", spoken.name, against.name)
        };
        let usual = Choice::default();
        assert_eq!(pair(&usual, "s2"), "S2 S0");
        assert_eq!(pair(&usual, "s0"), "S1 S0", "never of the one it compares with");
        assert_eq!(pair(&usual.switched(&plan, &"s2".parse().unwrap()), "s2"), "S1 S0");
        let against = Choice { against: Some("s1".parse().unwrap()), ..usual };
        assert_eq!([pair(&against, "s2"), pair(&against, "s1")], ["S2 S1", "S0 S1"]);
    }

    #[test]
    fn days_the_wrong_way_round_are_turned() {
        let plan = plan(2, 0);
        let day = |text: &str| Some(text.parse().unwrap());
        let choice = Choice { from: day("2026-05-01"), to: day("2026-01-01"), ..Choice::default() };
        assert_eq!(choice.span(&plan), (day("2026-01-01").unwrap(), day("2026-05-01").unwrap()));
        assert_eq!(Choice::default().span(&plan), (plan.as_of, day("2027-06-30").unwrap()));
    }
}
