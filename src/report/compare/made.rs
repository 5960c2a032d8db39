//! How a figure of a comparison was made.

use std::collections::{BTreeMap, BTreeSet};

use crate::forecast::{Method, Reason, Short, id};
use crate::model::{Date, Plan, ScenarioId, words};
use crate::report::money::{Made, MadeRow, money};

use super::{BreakEven, Column, Comparison, Pair};

impl Comparison {
    /// How a column's expected number of covered matchdays was made: month by month.
    #[must_use]
    pub fn covered_made(&self, plan: &Plan, column: &Column) -> Made {
        let Self { k, from, to, matchdays, .. } = self;
        let mut months: BTreeMap<(i16, i8), (Date, usize, f64)> = BTreeMap::new();
        for date in column.forecast.matchdays.iter().filter(|date| (from..=to).contains(date)) {
            let month = months.entry((date.year(), date.month())).or_insert((*date, 0, 0.0));
            month.1 += 1;
            month.2 += column.forecast.cover_on(*date, *k).unwrap_or(0.0);
        }
        let rows = months.into_values().map(|(date, count, covered)| MadeRow {
            what: words::month_year(date),
            how: format!("{count} matchday{}", if count == 1 { "" } else { "s" }),
            amount: format!("{covered:.2}"),
        });
        Made {
            title: format!("Matchdays with {}", self.depth_words()),
            formula: format!(
                "On each matchday the chance that {k} or more can be picked, added up over {matchdays} matchdays from \
                 {} to {}.",
                words::date(*from),
                words::date(*to)
            ),
            rows: rows.collect(),
            total: format!("{:.1} of {matchdays}", column.expected_covered),
            assumptions: self.health_assumptions(plan, column),
            remarks: Vec::new(),
        }
    }

    /// How a chance of being short was made.
    #[must_use]
    pub fn short_made(&self, plan: &Plan, column: &Column, k: usize, short: Short) -> Made {
        let method = match (short.method, short.standard_error) {
            (Method::Simulated, Some(error)) => {
                format!("simulated, standard error {:.2} points", 100.0 * error)
            }
            _ => "worked out exactly".to_owned(),
        };
        let mut assumptions = self.health_assumptions(plan, column);
        if short.method == Method::Simulated {
            assumptions.extend([id::EXACT_CELLS, id::SIMULATIONS].map(str::to_owned));
        }
        let row = |what: &str, amount: String| MadeRow { what: what.to_owned(), how: String::new(), amount };
        Made {
            title: format!("Short of {k} on some matchday"),
            formula: format!(
                "The chance that on at least one of {} fewer than {k} can be picked. Days hang together: every \
                 player is followed from matchday to matchday, and each deal is drawn once.",
                words::matchdays(self.matchdays)
            ),
            rows: vec![
                row("Players of the unit", column.forecast.players.len().to_string()),
                row("Matchdays", self.matchdays.to_string()),
                row("Method", method),
            ],
            total: words::percent(short.chance),
            assumptions,
            remarks: Vec::new(),
        }
    }

    /// How the difference in cost was made: what only the one pays, and what only the other.
    #[must_use]
    pub fn delta_cost_made(&self, plan: &Plan, pair: &Pair) -> Made {
        let mut rows = Vec::new();
        let mut remarks: Vec<String> = Vec::new();
        for (id, sign) in [(&pair.one, ""), (&pair.other, "less ")] {
            let Some(column) = self.column(id) else { continue };
            let made = column.money.cost_made(plan, self.from, self.to);
            rows.extend(
                made.rows
                    .into_iter()
                    .map(|row| MadeRow { what: format!("{sign}{}: {}", column.name, row.what), ..row }),
            );
            remarks.extend(made.remarks);
        }
        Made {
            title: format!("Difference in cost, {}", self.names(pair)),
            formula: "The cost of the one less the cost of the other. What both pay alike cancels; for the rest the \
                      least is the least of the one less the most of the other."
                .to_owned(),
            rows,
            total: pair.delta_cost.words(self.currency),
            assumptions: vec![id::AMORTISATION_CAP_YEARS.to_owned()],
            remarks,
        }
    }

    /// How the price of a further covered matchday was made.
    #[must_use]
    pub fn price_made(&self, pair: &Pair) -> Made {
        let row = |what: &str, amount: String| MadeRow { what: what.to_owned(), how: String::new(), amount };
        let total = pair
            .price_per_covered_matchday
            .map_or_else(|| "none: both cover as many".to_owned(), |price| money(price, self.currency));
        Made {
            title: format!("Price of a covered matchday, {}", self.names(pair)),
            formula: "The difference in cost divided by the difference in covered matchdays.".to_owned(),
            rows: vec![
                row("Difference in cost, likely", money(pair.delta_cost.likely, self.currency)),
                row("Difference in covered matchdays", format!("{:+.2}", pair.delta_covered)),
            ],
            total,
            assumptions: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// How the break-even was made, should a covered matchday be worth `value`.
    #[must_use]
    pub fn break_even_made(&self, even: &BreakEven, value: f64) -> Made {
        let name = |id| self.column(id).map_or_else(String::new, |column| column.name.clone());
        let (acts, waits) = (name(&even.acts), name(&even.waits));
        let assumed = self.value.is_assumption && self.value.amount == Some(value);
        let row = |what: String, outcome: super::Outcome| MadeRow {
            what,
            how: format!(
                "{:.2} matchdays \u{d7} {} less {}",
                outcome.covered,
                money(value, self.currency),
                money(outcome.cost, self.currency)
            ),
            amount: money(outcome.worth(value), self.currency),
        };
        let total = even.chance(value).map_or_else(
            || "none: the deal changes nothing".to_owned(),
            |chance| format!("{:.1}\u{a0}%", 100.0 * chance),
        );
        Made {
            title: format!("Break-even chance, {waits} against {acts}"),
            formula: format!(
                "Worth is covered matchdays times their value less the cost. It grows evenly with the chance of the deal \
                 in {waits}, from what it is without the deal to what it is with it; at the break-even chance it is what \
                 {acts} is worth."
            ),
            rows: vec![
                row(acts, even.acting),
                row(format!("{waits} without the deal"), even.without),
                row(format!("{waits} with the deal"), even.with),
            ],
            total,
            assumptions: assumed
                .then_some(id::COVERED_MATCHDAY_VALUE)
                .into_iter()
                .chain([id::AMORTISATION_CAP_YEARS])
                .map(str::to_owned)
                .collect(),
            remarks: Vec::new(),
        }
    }

    /// `January push against Do nothing`.
    fn names(&self, pair: &Pair) -> String {
        let name =
            |id: &ScenarioId| self.column(id).map_or_else(|| id.to_string(), |column| column.name.clone());
        format!("{} against {}", name(&pair.one), name(&pair.other))
    }

    /// The ids behind the players' chances from the first to the last day.
    pub(super) fn health_assumptions(&self, plan: &Plan, column: &Column) -> Vec<String> {
        let mut ids = BTreeSet::new();
        for player in &column.forecast.players {
            for date in [self.from.max(self.as_of), self.to] {
                let reasons = column.forecast.reasons(plan, &player.id, date);
                ids.extend(reasons.iter().flat_map(Reason::assumptions));
            }
        }
        let set = plan.unit(&self.unit).is_some_and(|unit| unit.target_depth.is_some());
        ids.extend((!set).then(|| id::SPARE_PLAYERS.to_owned()));
        ids.into_iter().collect()
    }
}
