//! A depth chart taken along as words: for forums and notes, without a link.

use std::fmt::Write as _;

use crate::model::{Date, words};

use super::markdown::escaped;
use super::plain;

/// A depth chart on a day, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DepthChart {
    /// The plan's name.
    pub plan: String,
    /// The unit's name, or `Whole pitch`.
    pub unit: String,
    /// The scenario's name.
    pub scenario: String,
    /// The shown day.
    pub date: Date,
    /// The slots, in the order of the board.
    pub slots: Vec<ChartSlot>,
    /// How well they are covered on that day, a sentence each.
    pub cover: Vec<String>,
    /// What was last reported about whom, by outlet and day ([`super::sources`]).
    pub sources: Vec<String>,
    /// What the figures rest on.
    pub remark: String,
}

/// One slot and who stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartSlot {
    /// Its name.
    pub name: String,
    /// The players, the first choice first.
    pub players: Vec<ChartPlayer>,
}

/// A player in a slot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartPlayer {
    /// His name.
    pub name: String,
    /// Age and foot.
    pub second: String,
    /// The chance that he is available, or why there is none.
    pub chance: String,
    /// The things that matter.
    pub facts: Vec<String>,
}

impl ChartPlayer {
    /// `34, left, expires May 2026`: everything after name and chance.
    fn about(&self) -> String {
        let parts = std::iter::once(self.second.replace(" \u{b7} ", ", ")).chain(self.facts.iter().cloned());
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// As a text a person can read, whatever the font.
#[must_use]
pub fn depth_chart_text(chart: &DepthChart) -> String {
    written(text, chart)
}

/// As Markdown.
#[must_use]
pub fn depth_chart_markdown(chart: &DepthChart) -> String {
    written(markdown, chart)
}

fn written(write: fn(&mut String, &DepthChart) -> std::fmt::Result, chart: &DepthChart) -> String {
    let mut out = String::new();
    write(&mut out, chart).expect("a text takes what is written to it");
    out
}

fn text(out: &mut String, chart: &DepthChart) -> std::fmt::Result {
    let DepthChart { plan, unit, scenario, date, slots, cover, sources, remark } = chart;
    writeln!(out, "{}", plain(plan))?;
    writeln!(out, "{} on {}, scenario: {}", plain(unit), words::date(*date), plain(scenario))?;
    for slot in slots {
        writeln!(out, "\n{}", plain(&slot.name))?;
        if slot.players.is_empty() {
            writeln!(out, "  nobody yet")?;
        }
        for (rank, player) in slot.players.iter().enumerate() {
            let about = player.about();
            let about = if about.is_empty() { about } else { format!(" ({about})") };
            let line = format!("{}. {}: {}{about}", rank + 1, player.name, player.chance);
            writeln!(out, "  {}", plain(&line))?;
        }
    }
    if !cover.is_empty() {
        writeln!(out)?;
    }
    for line in cover {
        writeln!(out, "{}", plain(line))?;
    }
    if !sources.is_empty() {
        writeln!(out, "\nNewest reports")?;
    }
    for line in sources {
        writeln!(out, "  {}", plain(line))?;
    }
    writeln!(out, "\n{}", plain(remark))
}

fn markdown(out: &mut String, chart: &DepthChart) -> std::fmt::Result {
    let DepthChart { plan, unit, scenario, date, slots, cover, sources, remark } = chart;
    writeln!(out, "# {}\n", escaped(plan))?;
    writeln!(out, "**{}** on {}, scenario: {}", escaped(unit), words::date(*date), escaped(scenario))?;
    for slot in slots {
        writeln!(out, "\n## {}\n", escaped(&slot.name))?;
        if slot.players.is_empty() {
            writeln!(out, "Nobody yet.")?;
        }
        for (rank, player) in slot.players.iter().enumerate() {
            let about = player.about();
            let about = if about.is_empty() { about } else { format!(" ({})", escaped(&about)) };
            let (name, chance) = (escaped(&player.name), escaped(&player.chance));
            writeln!(out, "{}. **{name}**: {chance}{about}", rank + 1)?;
        }
    }
    if !cover.is_empty() {
        writeln!(out)?;
    }
    for line in cover {
        writeln!(out, "- {}", escaped(line))?;
    }
    if !sources.is_empty() {
        writeln!(out, "\n## Newest reports\n")?;
    }
    for line in sources {
        writeln!(out, "- {}", escaped(line))?;
    }
    writeln!(out, "\n*{}*", escaped(remark))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> DepthChart {
        let player = |name: &str, chance: &str, facts: &[&str]| ChartPlayer {
            name: name.to_owned(),
            second: "34 \u{b7} right".to_owned(),
            chance: chance.to_owned(),
            facts: facts.iter().map(|fact| (*fact).to_owned()).collect(),
        };
        DepthChart {
            plan: "Autumn".to_owned(),
            unit: "Centre-backs".to_owned(),
            scenario: "January push".to_owned(),
            date: "2026-01-24".parse().unwrap(),
            slots: vec![
                ChartSlot {
                    name: "Left centre-back".to_owned(),
                    players: vec![player("One", "95 %", &["expires Jun 2026"]), player("Two", "left", &[])],
                },
                ChartSlot { name: "Right centre-back".to_owned(), players: Vec::new() },
            ],
            cover: vec!["At least 2 fit: 97 %".to_owned()],
            sources: vec!["One: injury, https://www.outlet.example/a?b, 1 Sep 2025".to_owned()],
            remark: "Chances are estimates.".to_owned(),
        }
    }

    #[test]
    fn the_text_says_unit_day_scenario_and_everybody_in_order() {
        let expected = "Autumn\nCentre-backs on 24 Jan 2026, scenario: January push\n\n\
                        Left centre-back\n  1. One: 95 % (34, right; expires Jun 2026)\n  2. Two: left (34, right)\n\n\
                        Right centre-back\n  nobody yet\n\nAt least 2 fit: 97 %\n\n\
                        Newest reports\n  One: injury, outlet.example, 1 Sep 2025\n\nChances are estimates.\n";
        assert_eq!(depth_chart_text(&chart()), expected);
    }

    #[test]
    fn the_markdown_numbers_the_ranks_and_says_the_same() {
        let text = depth_chart_markdown(&chart());
        for part in [
            "# Autumn\n",
            "**Centre-backs** on 24 Jan 2026, scenario: January push",
            "## Left centre-back\n\n1. **One**: 95 % (34, right; expires Jun 2026)\n2. **Two**: left (34, right)\n",
            "Nobody yet.",
            "- At least 2 fit: 97 %",
            "## Newest reports\n\n- One: injury, outlet.example, 1 Sep 2025\n",
            "*Chances are estimates.*",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
    }

    #[test]
    fn no_name_becomes_markup_a_link_or_a_line_of_its_own() {
        let nasty = "<b>[a](http://evil.example)\n# *x*";
        let mut chart = chart();
        chart.plan = nasty.to_owned();
        chart.scenario = nasty.to_owned();
        for slot in &mut chart.slots {
            slot.name = nasty.to_owned();
            for player in &mut slot.players {
                player.name = nasty.to_owned();
                player.facts = vec![nasty.to_owned()];
            }
        }
        chart.sources = vec![nasty.to_owned()];
        let markdown = depth_chart_markdown(&chart);
        for mark in ['<', '['] {
            assert_eq!(markdown.matches(mark).count(), markdown.matches(&format!("\\{mark}")).count());
        }
        let text = depth_chart_text(&chart);
        assert!(!markdown.contains("http://") && !text.contains("http://"));
        assert_eq!(text.lines().count(), depth_chart_text(&super::tests::chart()).lines().count());
    }
}
