//! What an import understood, in words and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::model::{Player, words};
use crate::store::import::{
    Content, Group, ImportPlan, ImportRow, Part, Standing, Sure, Understood, Update, Verdict,
};

use super::{Matchdays, Outcome, group_name};

/// The most lines of one kind that are printed; JSON has them all.
const MOST_LINES: usize = 25;

pub(super) fn text(outcomes: &[Outcome<'_>], matchdays: &[Matchdays<'_>], ending: &str) -> String {
    let mut out = String::new();
    for outcome in outcomes {
        sheet(&mut out, outcome);
    }
    for Matchdays { file, team, club, merged } in matchdays {
        _ = writeln!(
            out,
            "{file}: fixtures of {team}: {}, {} new, {} moved, {} as they were",
            words::matchdays(club.matchdays.len()),
            merged.added,
            merged.updated,
            merged.unchanged
        );
        lines(
            &mut out,
            club.skipped.iter().map(|skipped| format!("left out: {} ({})", skipped.what, skipped.why)),
        );
    }
    out + ending + "\n"
}

fn sheet(out: &mut String, Outcome { sheet, understood, import }: &Outcome<'_>) {
    let packed = if sheet.packed { ", gzip" } else { "" };
    _ = writeln!(
        out,
        "{}: {}, {}{packed}, cells by {}",
        sheet.file,
        sheet.kind.name(),
        sheet.encoding,
        sheet.cells_by
    );
    for remark in &sheet.remarks {
        _ = writeln!(out, "  {remark}");
    }
    _ = writeln!(out, "  Columns: {}", columns(outcome_columns(sheet)));
    if let Some(order) = &understood.day_order {
        let open = if order.certain { "" } else { ". Check it" };
        _ = writeln!(out, "  Days are {}: {}{open}.", order.order.name(), order.why);
    }
    for (_, note) in &understood.notes {
        _ = writeln!(out, "  {note}");
    }
    let tally = understood.tally;
    _ = writeln!(
        out,
        "  Rows: {} read, {} understood ({} with a doubt), {} refused",
        tally.read, tally.understood, tally.doubtful, tally.refused
    );
    let refused = understood.rows.iter().filter_map(|row| match &row.content {
        Content::Refused(why) => Some(format!("line {}: refused: {why}", row.line)),
        _ => None,
    });
    lines(out, refused);
    if understood.names_clubs {
        _ = writeln!(out, "  Clubs: {}", understood.clubs.len());
    }
    if import.not_wanted > 0 {
        _ = writeln!(out, "  Not asked for: {} rows of other clubs or earlier seasons", import.not_wanted);
    }
    if import.no_room > 0 {
        _ = writeln!(out, "  No room for {} of them: a plan holds at most 100,000 players", import.no_room);
    }
    let counts: Vec<String> = [Group::New, Group::Changed, Group::Unsure, Group::Unchanged, Group::LeftOut]
        .into_iter()
        .filter(|group| import.count(*group) > 0)
        .map(|group| {
            format!(
                "{} {}",
                import.count(group),
                if group == Group::LeftOut { "left out" } else { group_name(group, &Standing::New) }
            )
        })
        .collect();
    _ = writeln!(
        out,
        "  Asked for: {} ({})",
        import.updates.len(),
        if counts.is_empty() { "nobody".to_owned() } else { counts.join(", ") }
    );
    lines(out, import.updates.iter().filter_map(|update| update_line(import, update)));
    // Of rows that nobody asked for, the doubts are only counted above.
    let asked = import.updates.iter().filter_map(|update| understood.rows.get(update.at));
    lines(out, asked.flat_map(doubts));
}

fn update_line(import: &ImportPlan, update: &Update) -> Option<String> {
    let name = import.name(update);
    match &update.standing {
        Standing::New => {
            let newcomer = import.newcomer(update);
            let kind = if newcomer.as_ref().is_some_and(Player::is_target) { "target" } else { "squad" };
            Some(format!("new: {name} ({kind})"))
        }
        Standing::Same(_) if update.changes.is_empty() => None,
        Standing::Same(_) => {
            let changes: Vec<String> = update
                .changes
                .iter()
                .map(|change| {
                    let old = change.old.as_ref().map(|old| format!("{old} \u{2192} ")).unwrap_or_default();
                    let kept = change
                        .kept
                        .as_ref()
                        .map(|why| format!(" (left as it is: {why})"))
                        .unwrap_or_default();
                    format!("{} {old}{}{kept}", change.part.label(), change.new)
                })
                .collect();
            Some(format!("changed: {name}: {}", changes.join("; ")))
        }
        Standing::Unsure(who) => {
            let who: Vec<String> = who.iter().map(|one| format!("{} ({})", one.name, one.why)).collect();
            Some(format!("unsure, left out: {name}: is he {}?", who.join(" or ")))
        }
        Standing::Again(_) => Some(format!("left out: {name}: he stands in an earlier row")),
        Standing::Nobody(like) if like.is_empty() => Some(format!("left out: {name} is not in the plan")),
        Standing::Nobody(like) => {
            Some(format!("left out: {name} is not in the plan; like it: {}", like.join(", ")))
        }
    }
}

fn doubts(row: &ImportRow) -> impl Iterator<Item = String> {
    let name = row.name().unwrap_or("");
    row.remarks.iter().filter(|remark| remark.verdict >= Verdict::Doubtful).map(move |remark| {
        format!(
            "line {}: {name}: {} {}: {}",
            row.line,
            remark.field.label(),
            remark.verdict.name(),
            remark.why
        )
    })
}

/// Indented, no more than a screen of them.
fn lines(out: &mut String, lines: impl Iterator<Item = String>) {
    let mut more = 0;
    for (at, line) in lines.enumerate() {
        if at < MOST_LINES {
            _ = writeln!(out, "    {line}");
        } else {
            more += 1;
        }
    }
    if more > 0 {
        _ = writeln!(out, "    \u{2026} and {more} more; --json lists them all");
    }
}

struct NamedColumn {
    header: String,
    field: &'static str,
    used: bool,
    sure: &'static str,
}

fn outcome_columns(sheet: &crate::store::import::Sheet) -> Vec<NamedColumn> {
    let name = |sure| match sure {
        Sure::Unknown => "unknown",
        Sure::Guessed => "guessed",
        Sure::Likely => "likely",
        Sure::Certain => "certain",
        Sure::Chosen => "chosen",
    };
    let columns = sheet.guess.columns.iter().enumerate();
    columns
        .map(|(at, column)| NamedColumn {
            header: sheet.table.header(at),
            field: column.field.label(),
            used: column.field != crate::store::import::Field::Ignored,
            sure: name(column.sure),
        })
        .collect()
}

fn columns(columns: Vec<NamedColumn>) -> String {
    let (used, not_used): (Vec<NamedColumn>, Vec<NamedColumn>) =
        columns.into_iter().partition(|column| column.used);
    let used: Vec<String> = used
        .into_iter()
        .map(|NamedColumn { header, field, sure, .. }| {
            let doubt = if sure == "certain" { String::new() } else { format!(" ({sure})") };
            format!("{header} = {field}{doubt}")
        })
        .collect();
    let not_used: Vec<String> = not_used.into_iter().map(|column| column.header).collect();
    let rest =
        if not_used.is_empty() { String::new() } else { format!(". Not used: {}", not_used.join(", ")) };
    format!("{}{rest}", used.join(", "))
}

pub(super) fn json(
    outcomes: &[Outcome<'_>],
    matchdays: &[Matchdays<'_>],
    written: Option<&str>,
    errors: &[String],
) -> String {
    let files: Vec<Value> = outcomes.iter().map(sheet_json).collect();
    let matchdays: Vec<Value> = matchdays
        .iter()
        .map(|Matchdays { file, team, club, merged }| {
            json!({
                "file": file,
                "team": team,
                "matchdays": club.matchdays.len(),
                "added": merged.added,
                "updated": merged.updated,
                "unchanged": merged.unchanged,
                "replaced": merged.replaced,
                "removed": merged.removed,
                "skipped": club.skipped.iter().map(|one| json!({"match": one.what, "why": one.why})).collect::<Vec<_>>(),
            })
        })
        .collect();
    let answer = json!({ "files": files, "matchdays": matchdays, "written": written, "errors": errors });
    format!("{answer:#}\n")
}

fn sheet_json(Outcome { sheet, understood, import }: &Outcome<'_>) -> Value {
    let columns: Vec<Value> = outcome_columns(sheet)
        .into_iter()
        .map(|NamedColumn { header, field, sure, .. }| json!({ "header": header, "field": field, "sure": sure }))
        .collect();
    let tally = understood.tally;
    json!({
        "file": sheet.file,
        "kind": sheet.kind.name(),
        "encoding": sheet.encoding,
        "gzip": sheet.packed,
        "cells_by": sheet.cells_by,
        "notes": sheet.remarks,
        "columns": columns,
        "day_order": understood.day_order.as_ref().map(|order| {
            json!({ "order": order.order.name(), "why": order.why, "certain": order.certain })
        }),
        "rows": {
            "read": tally.read,
            "understood": tally.understood,
            "doubtful": tally.doubtful,
            "refused": tally.refused,
        },
        "remarks": understood.rows.iter().flat_map(remarks_json).collect::<Vec<_>>(),
        "clubs": understood.clubs.iter().map(|club| {
            json!({ "name": club.name, "short": club.short, "players": club.players })
        }).collect::<Vec<_>>(),
        "not_wanted": import.not_wanted,
        "updates": import.updates.iter().map(|update| update_json(import, understood, update)).collect::<Vec<_>>(),
    })
}

/// Why a row was refused, and what is odd about its cells.
fn remarks_json(row: &ImportRow) -> Vec<Value> {
    let refused = match &row.content {
        Content::Refused(why) => Some(json!({ "line": row.line, "verdict": "refused", "why": why })),
        _ => None,
    };
    let cells = row.remarks.iter().map(|remark| {
        json!({
            "line": row.line,
            "name": row.name(),
            "field": remark.field.label(),
            "verdict": remark.verdict.name(),
            "why": remark.why,
        })
    });
    refused.into_iter().chain(cells).collect()
}

fn update_json(import: &ImportPlan, understood: &Understood, update: &Update) -> Value {
    let (id, candidates) = match &update.standing {
        Standing::Same(id) => (Some(id.as_str()), Vec::new()),
        Standing::Unsure(who) => (
            None,
            who.iter()
                .map(|one| json!({ "id": one.id.as_str(), "name": one.name, "why": one.why }))
                .collect(),
        ),
        _ => (None, Vec::new()),
    };
    let changes: Vec<Value> = update
        .changes
        .iter()
        .map(|change| {
            let part: Part = change.part;
            json!({
                "field": part.label(),
                "old": change.old,
                "new": change.new,
                "taken": change.take,
                "kept": change.kept,
            })
        })
        .collect();
    json!({
        "line": understood.rows.get(update.at).map(|row| row.line),
        "name": import.name(update),
        "group": group_name(update.group(), &update.standing),
        "id": id,
        "taken": update.take,
        "changes": changes,
        "candidates": candidates,
    })
}
