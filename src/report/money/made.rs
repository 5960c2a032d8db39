//! How a sum of money was made: row by row what → amount.

use serde::Serialize;

use crate::forecast::id;
use crate::model::{Date, Plan, WagePeriod, words};

use super::costs::counted;
use super::{Costs, Line, MoveCost, Range, RemarkKind, SeasonCost, WindowSpend, money};

/// How a figure was made, for a popup and for a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Made {
    /// What the figure is.
    pub title: String,
    /// The rule, in a sentence or two.
    pub formula: String,
    /// What went into it.
    pub rows: Vec<MadeRow>,
    /// What came out, as shown.
    pub total: String,
    /// The ids of the assumptions behind it.
    pub assumptions: Vec<String>,
    /// What it leaves out or assumes.
    pub remarks: Vec<String>,
}

/// One row: what, how, how much.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MadeRow {
    /// What it is, for example `Marc Guéhi, fee`.
    pub what: String,
    /// How the amount came about, for example `£35m, 158 of 1,619 days, × 50 %`.
    pub how: String,
    /// The amount as it counts, as shown.
    pub amount: String,
}

impl Costs {
    /// How net spend in the span was made, as expected.
    #[must_use]
    pub fn net_spend_made(&self, plan: &Plan, from: Date, to: Date) -> Made {
        let inside = |cost: &MoveCost| (from..=to).contains(&cost.date);
        let rows =
            self.lines().filter(|(cost, line)| inside(cost) && !line.item.is_wage()).map(|(cost, line)| {
                let how = format!(
                    "{}{}, due {}{}",
                    reported(line),
                    estimate(line),
                    words::date(cost.date),
                    chance(line)
                );
                self.row(plan, (cost, line), how, line.amount)
            });
        let rows = rows.collect();
        self.made(
            "Net spend",
            (from, to),
            "Fees, loan fees, signing-on and agent fees paid less fees received, on the day a move takes effect; each \
             counts with the chance of its move.",
            rows,
            self.net_spend(from, to).expected,
        )
    }

    /// How the running cost of the span was made, as expected.
    #[must_use]
    pub fn running_cost_made(&self, plan: &Plan, from: Date, to: Date) -> Made {
        let rows = self.rows_by_day(plan, (from, to), |line| !line.item.is_received());
        self.made(
            "Amortisation and wages",
            (from, to),
            "What is paid once is spread evenly over the days of the contract; wages run by the day. The days of this \
             span count, each item with the chance of its move.",
            rows,
            self.running_cost(from, to).expected,
        )
    }

    /// How the amortisation of the span was made, as expected.
    #[must_use]
    pub fn amortisation_made(&self, plan: &Plan, from: Date, to: Date) -> Made {
        let rows = self.rows_by_day(plan, (from, to), |line| line.item.is_amortised());
        self.made(
            "Amortisation",
            (from, to),
            "What is paid once is spread evenly over the days of the contract. The days of this span count, each item \
             with the chance of its move.",
            rows,
            self.amortisation(from, to).expected,
        )
    }

    /// How what the moves add to the wages of the span was made, as expected.
    #[must_use]
    pub fn wages_made(&self, plan: &Plan, from: Date, to: Date) -> Made {
        let rows = self.rows_by_day(plan, (from, to), |line| line.item.is_wage());
        let rule = "Wages run by the day: a seventh of a week\u{2019}s, a 365th of a year\u{2019}s. Who comes adds his, \
                    who goes saves his, each with the chance of the move.";
        let made = self.made("Wages", (from, to), rule, rows, self.wages(from, to).expected);
        Made { assumptions: Vec::new(), ..made }
    }

    /// How the wage bill of a season was made, as expected.
    #[must_use]
    pub fn wage_bill_made(&self, plan: &Plan, season: &SeasonCost) -> Made {
        let SeasonCost { first, last, wage_bill, .. } = season;
        let mut made = self.wages_made(plan, *first, *last);
        let players = if wage_bill.known == 1 { "player" } else { "players" };
        let squad = MadeRow {
            what: "The squad, by its contracts".to_owned(),
            how: format!("{} {players} whose wage is known, on the days of their contracts", wage_bill.known),
            amount: money(wage_bill.squad, self.currency),
        };
        made.rows.insert(0, squad);
        made.title = format!("Wage bill {}", season.name);
        made.total = wage_bill.total.expected.words(self.currency);
        if wage_bill.unknown > 0 {
            let players = if wage_bill.unknown == 1 { "player" } else { "players" };
            let unknown = format!("Wage not known: {} {players} of the squad, left out.", wage_bill.unknown);
            made.remarks.insert(0, unknown);
        }
        made
    }

    /// How the net spend of a window, or of what lies outside any, was made, as expected.
    #[must_use]
    pub fn window_made(&self, plan: &Plan, spend: &WindowSpend) -> Made {
        let rows = self
            .lines()
            .filter(|(cost, line)| cost.window == spend.window && !line.item.is_wage())
            .map(|(cost, line)| {
                let due = words::date(cost.date);
                let how = format!("{}{}, due {due}{}", reported(line), estimate(line), chance(line));
                self.row(plan, (cost, line), how, line.amount)
            })
            .collect();
        let day = plan.as_of;
        let total = spend.net_spend.expected;
        let rule = "Fees, loan fees, signing-on and agent fees paid less fees received by the moves of the window; \
                    each counts with the chance of its move.";
        let made = self.made("Net spend", (day, day), rule, rows, total);
        let window = spend.window.as_ref().and_then(|id| plan.window(id));
        let name = window.map_or("outside every window", |window| window.name.as_str());
        Made { title: format!("Net spend, {name}"), ..made }
    }

    /// How the cost that a comparison counts was made, as expected.
    #[must_use]
    pub fn cost_made(&self, plan: &Plan, from: Date, to: Date) -> Made {
        let rows = self.rows_by_day(plan, (from, to), |_| true);
        self.made(
            "Cost",
            (from, to),
            "What is paid once is spread evenly over the days of the contract, because it buys years beyond this span; \
             wages run by the day; fees received count on their day. Each item counts with the chance of its move.",
            rows,
            self.cost(from, to).expected,
        )
    }

    fn rows_by_day(
        &self,
        plan: &Plan,
        (from, to): (Date, Date),
        counts: impl Fn(&Line) -> bool,
    ) -> Vec<MadeRow> {
        self.lines()
            .filter(|(_, line)| counts(line) && line.days_within(from, to) > 0)
            .map(|(cost, line)| {
                let within = words::count(line.days_within(from, to));
                let days = match line.days() {
                    _ if line.item.is_received() => words::date(line.first),
                    Some(all) if !line.item.is_wage() => format!("{within} of {} days", words::count(all)),
                    _ => format!("{within} days"),
                };
                let how = format!("{}{}, {days}{}", reported(line), estimate(line), chance(line));
                self.row(plan, (cost, line), how, counted(line, from, to))
            })
            .collect()
    }

    fn row(&self, plan: &Plan, (cost, line): (&MoveCost, &Line), how: String, amount: Range) -> MadeRow {
        let who = plan.player(&cost.player).map_or(cost.player.as_str(), |player| player.name.as_str());
        MadeRow {
            what: format!("{who}, {}", line.item.name()),
            how,
            amount: (amount * line.chance).words(self.currency),
        }
    }

    fn made(
        &self,
        what: &str,
        (from, to): (Date, Date),
        formula: &str,
        rows: Vec<MadeRow>,
        total: Range,
    ) -> Made {
        let spread = self.lines().any(|(_, line)| line.item.is_amortised()) && what != "Net spend";
        Made {
            title: format!("{what}, {} to {}", words::date(from), words::date(to)),
            formula: formula.to_owned(),
            rows,
            total: total.words(self.currency),
            assumptions: if spread { vec![id::AMORTISATION_CAP_YEARS.to_owned()] } else { Vec::new() },
            remarks: self
                .remarks
                .iter()
                .filter(|remark| what != "Net spend" || remark.kind == RemarkKind::NotCounted)
                .map(|remark| remark.text.clone())
                .collect(),
        }
    }
}

/// The amount as it stands in the plan, and in the plan's currency if that is another.
fn reported(line: &Line) -> String {
    let reported = line.reported;
    let figure = |amount| words::money(amount, reported.currency);
    let mut text = if reported.low == reported.high {
        figure(reported.low)
    } else {
        format!(
            "{} \u{2013} {} \u{2013} {}",
            figure(reported.low),
            figure(reported.likely),
            figure(reported.high)
        )
    };
    text.push_str(match reported.per {
        Some(WagePeriod::Week) => " a week",
        Some(WagePeriod::Year) => " a year",
        None => "",
    });
    if let Some(date) = reported.conversion.date {
        let rate = format!(" at {:.4} of {}", reported.conversion.rate, words::date(date));
        text.push_str(&rate);
    }
    text
}

fn estimate(line: &Line) -> &'static str {
    if line.estimate { " (estimate)" } else { "" }
}

fn chance(line: &Line) -> String {
    if line.chance < 1.0 { format!(", \u{d7} {}", words::percent(line.chance)) } else { String::new() }
}
