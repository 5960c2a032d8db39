//! The cover of every scenario on one axis, as vector graphics in a page.

use std::fmt::Write as _;

use crate::model::{Date, Plan, words};
use crate::report::compare::{Column, Comparison};

use super::html::escaped;

/// Size of the picture, in its own units.
const SIZE: (f64, f64) = (960.0, 320.0);
/// The curves' place in it: left, top, right, bottom.
const PLACE: (f64, f64, f64, f64) = (48.0, 24.0, 948.0, 284.0);
/// A curve has at most this many points.
const POINTS: usize = 700;

pub(super) fn cover(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    let (width, height) = SIZE;
    let label = format!("Chance of {} by date", comparison.depth_words());
    writeln!(
        out,
        "<svg viewBox=\"0 0 {width} {height}\" font-size=\"11\" role=\"img\" aria-label=\"{}\">",
        escaped(&label)
    )?;
    bands(out, plan, comparison)?;
    axes(out, comparison)?;
    for (at, column) in comparison.columns.iter().enumerate() {
        curve(out, comparison, column, at)?;
    }
    writeln!(out, "</svg>")
}

fn x(comparison: &Comparison, date: Date) -> f64 {
    let (left, _, right, _) = PLACE;
    let days = |to: Date| f64::from((to - comparison.from).get_days());
    let all = days(comparison.to).max(1.0);
    left + (right - left) * (days(date) / all).clamp(0.0, 1.0)
}

fn y(chance: f64) -> f64 {
    let (_, top, _, bottom) = PLACE;
    bottom - (bottom - top) * chance.clamp(0.0, 1.0)
}

fn bands(out: &mut String, plan: &Plan, comparison: &Comparison) -> std::fmt::Result {
    let (_, top, _, bottom) = PLACE;
    for window in &plan.windows {
        if window.closes < comparison.from || window.opens > comparison.to {
            continue;
        }
        let (left, right) = (x(comparison, window.opens), x(comparison, window.closes));
        let (width, height) = (right - left, bottom - top);
        writeln!(
            out,
            "<rect class=\"band\" fill-opacity=\"0.1\" x=\"{left:.1}\" y=\"{top}\" width=\"{width:.1}\" height=\"{height}\"/>\
             <text class=\"tick\" x=\"{left:.1}\" y=\"{:.1}\">{}</text>",
            top - 6.0,
            escaped(&window.name)
        )?;
    }
    Ok(())
}

fn axes(out: &mut String, comparison: &Comparison) -> std::fmt::Result {
    let (left, top, right, bottom) = PLACE;
    for percent in [0, 25, 50, 75, 100] {
        let y = y(f64::from(percent) / 100.0);
        writeln!(
            out,
            "<line class=\"grid\" stroke=\"currentColor\" stroke-opacity=\"0.15\" x1=\"{left}\" y1=\"{y:.1}\" x2=\"{right}\" y2=\"{y:.1}\"/>\
             <text class=\"tick end\" text-anchor=\"end\" x=\"{:.1}\" y=\"{:.1}\">{percent} %</text>",
            left - 6.0,
            y + 4.0
        )?;
    }
    let months: Vec<Date> = comparison
        .columns
        .first()
        .map(|column| column.forecast.dates().filter(|date| date.day() == 1).collect())
        .unwrap_or_default();
    // A dozen labels have room.
    let every = months.len().div_ceil(12).max(1);
    for month in months.iter().step_by(every) {
        let x = x(comparison, *month);
        writeln!(
            out,
            "<line class=\"grid\" stroke=\"currentColor\" stroke-opacity=\"0.15\" x1=\"{x:.1}\" y1=\"{top}\" x2=\"{x:.1}\" y2=\"{bottom}\"/>\
             <text class=\"tick\" x=\"{x:.1}\" y=\"{:.1}\">{}</text>",
            bottom + 18.0,
            words::month_year(*month)
        )?;
    }
    Ok(())
}

/// A later curve is dashed, so that where two coincide both are seen.
fn curve(out: &mut String, comparison: &Comparison, column: &Column, at: usize) -> std::fmt::Result {
    let days: Vec<(Date, f64)> = column.forecast.dates().zip(column.forecast.cover(comparison.k)).collect();
    let every = days.len().div_ceil(POINTS).max(1);
    let last = days.len().saturating_sub(1);
    let shown = days.iter().enumerate().filter(|(day, _)| day % every == 0 || *day == last);
    let points: Vec<String> =
        shown.map(|(_, (date, chance))| format!("{:.1},{:.1}", x(comparison, *date), y(*chance))).collect();
    let dash = match at {
        0 => "",
        1 => " stroke-dasharray=\"7 5\"",
        2 => " stroke-dasharray=\"2 4\"",
        _ => " stroke-dasharray=\"10 4 2 4\"",
    };
    writeln!(
        out,
        "<polyline class=\"curve {}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.2\"{dash} points=\"{}\"><title>{}</title></polyline>",
        column.colour.name(),
        points.join(" "),
        escaped(&column.name)
    )
}
