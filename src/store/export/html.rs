//! A comparison as a page of its own: no script, nothing from elsewhere, readable in light and dark.

use std::fmt::Write as _;

use crate::model::{Plan, words};
use crate::report::compare::{Column, Comparison, Emphasis, Pair, Span};
use crate::report::money::Made;

use super::chart;
use super::{one_line, subject};

/// What the page looks like.
const STYLE: &str = include_str!("../../../assets/report.css");

pub(super) fn write(plan: &Plan, comparison: &Comparison) -> String {
    let mut out = String::new();
    page(&mut out, plan, comparison).expect("a text takes what is written to it");
    out
}

fn page(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>",
        escaped(&comparison.plan)
    )?;
    writeln!(
        out,
        "<header><h1>{}</h1><p class=\"muted\">As of {}. {}. A covered matchday is worth {}.</p></header>",
        escaped(&comparison.plan),
        words::date(comparison.as_of),
        escaped(&subject(comparison)),
        escaped(&comparison.value_words())
    )?;
    verdicts(out, comparison)?;
    columns(out, comparison)?;
    table(out, comparison)?;
    let depth = comparison.depth_words();
    writeln!(out, "<section><h2>Chance of {} by date</h2>", escaped(&depth))?;
    chart::cover(out, plan, comparison)?;
    legend(out, comparison)?;
    writeln!(out, "</section>")?;
    for pair in &comparison.pairs {
        differences(out, comparison, pair)?;
    }
    made(out, plan, comparison)?;
    remarks(out, comparison)?;
    assumptions(out, plan, comparison)?;
    writeln!(
        out,
        "<footer class=\"muted\">Made with Backline. Injury forecasts are population defaults, not medical advice. \
         Figures called expected count each move with the chance entered for it.</footer>\n</main>\n</body>\n</html>"
    )
}

fn verdicts(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    for verdict in comparison.verdicts() {
        writeln!(
            out,
            "<section class=\"verdict\"><p class=\"headline\">{}</p><p class=\"muted\">{}</p></section>",
            spans(comparison, &verdict.headline),
            spans(comparison, &verdict.second)
        )?;
    }
    Ok(())
}

fn spans(comparison: &Comparison, spans: &[Span]) -> String {
    let mut out = String::new();
    for Span { text, emphasis } in spans {
        let text = escaped(text);
        let class = match emphasis {
            Emphasis::Plain => None,
            Emphasis::Scenario(id) => comparison.column(id).map(|column| column.colour.name()),
            Emphasis::Cost | Emphasis::Covered | Emphasis::Figure => Some("figure"),
        };
        match class {
            Some(class) => out.push_str(&["<b class=\"", class, "\">", &text, "</b>"].concat()),
            None => out.push_str(&text),
        }
    }
    out
}

fn columns(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    writeln!(out, "<section class=\"columns\">")?;
    for column in &comparison.columns {
        let chip =
            if column.scenario == comparison.baseline { " <span class=\"chip\">baseline</span>" } else { "" };
        writeln!(
            out,
            "<article class=\"column {}\"><h3>{}{chip}</h3><ul>",
            column.colour.name(),
            escaped(&column.name)
        )?;
        for change in &column.changes {
            writeln!(
                out,
                "<li><span class=\"way\">{}</span> {}</li>",
                change.way.name(),
                escaped(&change.words())
            )?;
        }
        if column.changes.is_empty() {
            writeln!(out, "<li class=\"muted\">Nobody comes or goes.</li>")?;
        }
        writeln!(out, "</ul></article>")?;
    }
    writeln!(out, "</section>")
}

fn table(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    writeln!(out, "<section><table><thead><tr><th></th>")?;
    for column in &comparison.columns {
        writeln!(out, "<th class=\"number {}\">{}</th>", column.colour.name(), escaped(&column.name))?;
    }
    writeln!(out, "</tr></thead><tbody>")?;
    for row in comparison.table() {
        write!(out, "<tr><th>{}</th>", escaped(&row.what))?;
        for cell in &row.cells {
            let change = cell
                .change
                .as_ref()
                .map_or_else(String::new, |change| format!(" <small>{}</small>", escaped(change)));
            write!(out, "<td class=\"number\">{}{change}</td>", escaped(&cell.value))?;
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody></table></section>")
}

fn legend(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    write!(out, "<p class=\"legend\">")?;
    for column in &comparison.columns {
        let (class, name) = (column.colour.name(), escaped(&column.name));
        write!(out, "<span class=\"{class}\">\u{25cf}</span> {name} &nbsp; ")?;
    }
    writeln!(out, "</p>")
}

fn differences(out: &mut String, comparison: &Comparison, pair: &Pair) -> std::fmt::Result {
    let name = |id| comparison.column(id).map_or("", |column| column.name.as_str());
    writeln!(
        out,
        "<section><h2>What differs: {} from {}</h2><ul>",
        escaped(name(&pair.one)),
        escaped(name(&pair.other))
    )?;
    if pair.differences.is_empty() {
        writeln!(out, "<li>Nothing.</li>")?;
    }
    for difference in &pair.differences {
        let class = comparison.column(&difference.scenario).map_or("", |column| column.colour.name());
        writeln!(out, "<li><span class=\"{class}\">\u{25cf}</span> {}</li>", escaped(&difference.text))?;
    }
    writeln!(out, "</ul></section>")
}

fn made(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    let Comparison { from, to, .. } = comparison;
    writeln!(out, "<section><h2>How the figures were made</h2>")?;
    for column in &comparison.columns {
        let mut made = vec![
            column.money.net_spend_made(plan, *from, *to),
            column.money.cost_made(plan, *from, *to),
            comparison.covered_made(plan, column),
        ];
        made.extend(shorts(plan, comparison, column));
        for made in made {
            one_made(out, Some(&column.name), &made)?;
        }
    }
    for pair in &comparison.pairs {
        one_made(out, None, &comparison.delta_cost_made(plan, pair))?;
        one_made(out, None, &comparison.price_made(pair))?;
        if let Some((even, value)) = pair.break_even.as_ref().zip(comparison.value.amount) {
            one_made(out, None, &comparison.break_even_made(even, value))?;
        }
    }
    writeln!(out, "</section>")
}

fn shorts(plan: &Plan, comparison: &Comparison, column: &Column) -> Vec<Made> {
    let Some(shorts) = column.short_somewhere else { return Vec::new() };
    let both = [(comparison.needed, shorts.needed), (comparison.k, shorts.target)];
    let count = if comparison.needed == comparison.k { 1 } else { 2 };
    let made = both.into_iter().take(count);
    made.map(|(k, short)| comparison.short_made(plan, column, k, short)).collect()
}

fn one_made(out: &mut String, column: Option<&str>, made: &Made) -> std::fmt::Result {
    let column = column.map_or_else(String::new, |name| format!("{}: ", escaped(name)));
    writeln!(
        out,
        "<details><summary>{column}{} <b class=\"figure\">{}</b></summary><p class=\"muted\">{}</p><table>",
        escaped(&made.title),
        escaped(&made.total),
        escaped(&made.formula)
    )?;
    for row in &made.rows {
        writeln!(
            out,
            "<tr><th>{}</th><td class=\"muted\">{}</td><td class=\"number\">{}</td></tr>",
            escaped(&row.what),
            escaped(&row.how),
            escaped(&row.amount)
        )?;
    }
    writeln!(out, "</table></details>")
}

fn remarks(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    let remarks = comparison.remarks();
    if remarks.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section><h2>Left out or assumed</h2><ul>")?;
    for remark in remarks {
        writeln!(out, "<li>{}</li>", escaped(&remark))?;
    }
    writeln!(out, "</ul></section>")
}

fn assumptions(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    writeln!(
        out,
        "<section><h2>Assumptions</h2><table><thead><tr><th>What</th><th class=\"number\">Value</th>\
         <th>Kind</th><th>Source</th></tr></thead><tbody>"
    )?;
    for row in comparison.assumptions(plan) {
        let own = if row.is_own { ", set in this plan" } else { "" };
        writeln!(
            out,
            "<tr><th>{}</th><td class=\"number\">{}</td><td>{}{own}</td><td class=\"muted\">{}</td></tr>",
            escaped(&row.label),
            escaped(&row.words()),
            row.tag,
            escaped(&row.source)
        )?;
    }
    writeln!(out, "</tbody></table></section>")
}

/// As plain words: nothing in it is markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in one_line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
