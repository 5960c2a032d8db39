//! The figures of a comparison as a table, for every place that shows or writes them.

use crate::forecast::{Assumptions, Method, Short, Tag, catalogue, id};
use crate::model::{Currency, Plan, words};
use crate::report::money::{Figure, Range, money};

use super::{Column, Comparison, pair::SAME_MATCHDAYS};

use serde::Serialize;

/// A figure for every column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableRow {
    /// What it is.
    pub what: String,
    /// The figures, in the order of the columns.
    pub cells: Vec<TableCell>,
}

/// One figure as shown.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct TableCell {
    /// As shown; a dash where it is not known.
    pub value: String,
    /// The change against the baseline, with its sign; none for the baseline, and where nothing changes.
    pub change: Option<String>,
}

/// A default or setting behind the figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AssumptionRow {
    /// Its id.
    pub id: String,
    /// What a reader calls it.
    pub label: String,
    /// The value in force.
    pub value: f64,
    /// Its unit.
    pub unit: String,
    /// How far it may be trusted: `published`, `assumption`, `rule`.
    pub tag: &'static str,
    /// Where it comes from.
    pub source: String,
    /// The plan sets it otherwise than the default.
    pub is_own: bool,
}

impl AssumptionRow {
    /// The value as it reads behind its label: `15 %`, `1 player`, `£1m`, `18.7 days`.
    #[must_use]
    pub fn words(&self) -> String {
        let Self { value, unit, .. } = self;
        if let Ok(currency) = unit.parse::<Currency>() {
            return money(*value, currency);
        }
        let figure = if value.fract() == 0.0 && *value >= 0.0 {
            words::figure_exact(*value as u64)
        } else {
            value.to_string()
        };
        match unit.as_str() {
            "share" => format!("{}\u{a0}%", (value * 1000.0).round() / 10.0),
            // The label says of what.
            "factor" | "injuries" => figure,
            unit if figure == "1" => format!("1 {}", unit.trim_end_matches('s')),
            unit => format!("{figure} {unit}"),
        }
    }
}

impl Comparison {
    /// The figures row by row.
    #[must_use]
    pub fn table(&self) -> Vec<TableRow> {
        let to = words::date(self.to);
        let mut rows = vec![
            self.money_row(&format!("Net spend to {to}, expected"), |column| column.net_spend.expected),
            self.money_row(&format!("Net spend to {to}, if it all comes off"), |column| {
                column.net_spend.if_it_happens
            }),
        ];
        let names: Vec<&String> = self
            .columns
            .first()
            .map(|column| column.season_cost.keys().take(2).collect())
            .unwrap_or_default();
        for name in names {
            let of = |column: &Column| column.season_cost.get(name).copied().unwrap_or_default();
            let shown = name.replace('-', "\u{2013}");
            rows.push(
                self.money_row(&format!("Season cost {shown}, expected"), |column| of(column).expected),
            );
        }
        rows.push(
            self.money_row(&format!("Cost that counts to {to}, expected"), |column| column.cost.expected),
        );
        rows.push(self.covered_row());
        rows.push(self.short_row(self.needed, |shorts| shorts.needed));
        if self.k != self.needed {
            rows.push(self.short_row(self.k, |shorts| shorts.target));
        }
        rows
    }

    fn row(&self, what: String, cell: impl Fn(&Column, Option<&Column>) -> TableCell) -> TableRow {
        let baseline = self.column(&self.baseline);
        let against = |column: &Column| baseline.filter(|baseline| baseline.scenario != column.scenario);
        TableRow { what, cells: self.columns.iter().map(|column| cell(column, against(column))).collect() }
    }

    fn money_row(&self, what: &str, figure: impl Fn(&Column) -> Range) -> TableRow {
        self.row(what.to_owned(), |column, baseline| {
            let ours = figure(column);
            let change = baseline.map(|baseline| ours.likely - figure(baseline).likely);
            let change = change.filter(|change| change.abs() >= 0.5).map(|change| {
                let sign = if change > 0.0 { "+" } else { "" };
                format!("{sign}{}", money(change, self.currency))
            });
            TableCell { value: ours.words(self.currency), change }
        })
    }

    fn covered_row(&self) -> TableRow {
        let what = format!("Expected matchdays with {}", self.depth_words());
        self.row(what, |column, baseline| {
            let covered = column.expected_covered;
            let change = baseline.map(|baseline| covered - baseline.expected_covered);
            let change = change.filter(|change| change.abs() >= SAME_MATCHDAYS);
            TableCell {
                value: format!("{covered:.1} of {}", self.matchdays),
                change: change.map(|change| signed(change, "")),
            }
        })
    }

    fn short_row(&self, k: usize, short: impl Fn(super::Shorts) -> Short) -> TableRow {
        self.row(format!("Short of {k} on some matchday"), |column, baseline| {
            let Some(ours) = column.short_somewhere.map(&short) else {
                return TableCell { value: "\u{2013}".to_owned(), change: None };
            };
            let theirs = baseline.and_then(|baseline| baseline.short_somewhere).map(&short);
            let change = theirs.map(|theirs| 100.0 * (ours.chance - theirs.chance));
            let change = change.filter(|change| change.abs() >= 0.05).map(|change| signed(change, " points"));
            let simulated = if ours.method == Method::Simulated { " (simulated)" } else { "" };
            TableCell { value: format!("{}{simulated}", words::percent(ours.chance)), change }
        })
    }

    /// Every assumption behind the figures, in the order of the catalogue.
    #[must_use]
    pub fn assumptions(&self, plan: &Plan) -> Vec<AssumptionRow> {
        let mut used: Vec<String> =
            self.columns.iter().flat_map(|column| self.health_assumptions(plan, column)).collect();
        if self.value.is_assumption {
            used.push(id::COVERED_MATCHDAY_VALUE.to_owned());
        }
        let amortised = |column: &Column| column.money.lines().any(|(_, line)| line.item.is_amortised());
        if self.columns.iter().any(amortised) {
            used.push(id::AMORTISATION_CAP_YEARS.to_owned());
        }
        let simulated = |column: &Column| {
            column.short_somewhere.is_some_and(|shorts| {
                [shorts.needed, shorts.target].iter().any(|short| short.method == Method::Simulated)
            })
        };
        if self.columns.iter().any(simulated) {
            used.extend([id::EXACT_CELLS, id::SIMULATIONS].map(str::to_owned));
        }
        let values = Assumptions::of(plan);
        catalogue()
            .defaults
            .iter()
            .filter(|entry| used.contains(&entry.id))
            .map(|entry| AssumptionRow {
                id: entry.id.clone(),
                label: entry.label.clone(),
                value: values.value(&entry.id).unwrap_or(entry.value),
                unit: entry.unit.clone(),
                tag: match entry.tag {
                    Tag::Lit => "published",
                    Tag::Ours => "assumption",
                    Tag::Rule => "rule",
                },
                source: entry.source.clone(),
                is_own: plan.assumptions.contains_key(&entry.id),
            })
            .collect()
    }

    /// What the figures leave out or assume, each once, in the order of the columns.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks: Vec<String> = Vec::new();
        for column in &self.columns {
            for remark in &column.money.remarks {
                let text = format!("{}: {}", column.name, remark.text);
                if !remarks.contains(&text) {
                    remarks.push(text);
                }
            }
        }
        if self.generated_matchdays > 0 {
            let (count, all) = (self.generated_matchdays, self.matchdays);
            remarks.push(format!("{count} of the {all} matchdays are generated, one a week: an assumption."));
        }
        if self.value.amount.is_none() {
            remarks.push(format!(
                "The value of a covered matchday, {}, is not counted: no rate leads from {} to {}.",
                words::amount(&self.value.given),
                self.value.given.currency,
                self.currency
            ));
        }
        remarks
    }

    /// The value of a covered matchday as shown, with a word if it is an assumption.
    #[must_use]
    pub fn value_words(&self) -> String {
        let tag = if self.value.is_assumption { " (assumption)" } else { "" };
        let shown = self
            .value
            .amount
            .map_or_else(|| words::amount(&self.value.given), |value| money(value, self.currency));
        format!("{shown}{tag}")
    }
}

/// `+1.6`, `−15.7`.
fn signed(change: f64, unit: &str) -> String {
    let sign = if change < 0.0 { "\u{2212}" } else { "+" };
    format!("{sign}{:.1}{unit}", change.abs())
}

/// Both readings of a figure, for writers that give every number.
#[must_use]
pub fn readings(figure: Figure) -> [(&'static str, Range); 2] {
    [("if it happens", figure.if_it_happens), ("expected", figure.expected)]
}
