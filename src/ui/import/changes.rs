//! What the rows change of people the plan knows: field by field, and the choice of who somebody is.

use egui::{Role, Ui, WidgetInfo};
use egui_extras::TableRow;

use super::table::{ROW, headings, table, tick_ui};
use crate::model::{Plan, PlayerId};
use crate::store::import::{Content, Decision, ImportPlan, Standing, Update};
use crate::ui::theme::{self, Tone, text};
use crate::ui::widgets;

/// The columns of what differs: what stands over them and their usual width in points.
const CHANGES: [(&str, f32); 5] = [
    ("Player", 170.0),
    ("Field", 110.0),
    ("In the plan", 170.0),
    ("In the table", 170.0),
    ("What to know", 120.0),
];
/// The same for who is not sure.
const UNSURE: [(&str, f32); 4] =
    [("In the table", 190.0), ("Born", 100.0), ("Who is it?", 330.0), ("Why", 160.0)];
/// Width of the choice who somebody is, points.
const CHOICE: f32 = 300.0;

/// Draws every field that differs with a tick each; says whether one changed. `lines` are (update, field).
pub(super) fn changes_ui(
    ui: &mut Ui,
    import: &mut ImportPlan,
    plan: &Plan,
    lines: &[(usize, usize)],
) -> bool {
    let all = lines.iter().all(|line| is_taken(import, *line));
    let mut ticked: Option<(std::ops::Range<usize>, bool)> = None;
    let header = table(ui, "changes of the import", &CHANGES).header(ROW, |mut header| {
        header.col(|ui| {
            if !lines.is_empty() && tick_ui(ui, all, "All of these changes") {
                ticked = Some((0..lines.len(), !all));
            }
        });
        headings(&mut header, &CHANGES);
    });
    header.body(|body| {
        body.rows(ROW, lines.len(), |mut row| {
            let at = row.index();
            let Some(line) = lines.get(at).copied() else { return };
            if change_ui(&mut row, import, plan, line) == Some(true) {
                ticked = Some((at..at + 1, !is_taken(import, line)));
            }
        });
    });
    let changed = ticked.is_some();
    if let Some((range, take)) = ticked {
        for (update, field) in lines.get(range).unwrap_or_default() {
            if let Some(update) = import.updates.get_mut(*update) {
                if let Some(change) = update.changes.get_mut(*field) {
                    change.take = take;
                }
                update.take = update.changes.iter().any(|change| change.take);
            }
        }
    }
    changed
}

fn is_taken(import: &ImportPlan, (update, field): (usize, usize)) -> bool {
    let taken = |update: &Update| update.take && update.changes.get(field).is_some_and(|change| change.take);
    import.updates.get(update).is_some_and(taken)
}

/// A field that differs; says whether its tick was clicked, none if there is no such field.
fn change_ui(
    row: &mut TableRow<'_, '_>,
    import: &ImportPlan,
    plan: &Plan,
    (place, field): (usize, usize),
) -> Option<bool> {
    let update = import.updates.get(place)?;
    let change = update.changes.get(field)?;
    let understood = import.understood.rows.get(update.at)?;
    let name = known_name(plan, &update.standing).unwrap_or_else(|| import.name(update).to_owned());
    let on = is_taken(import, (place, field));
    let mut clicked = false;
    row.col(|ui| clicked = tick_ui(ui, on, &format!("{name}: {}", change.part.label())));
    row.col(|ui| {
        ui.label(text::second(understood.line.to_string()));
    });
    row.col(|ui| {
        // The name stands once over all that differs of him.
        if field == 0 {
            widgets::elided(ui, text::strong(name));
        }
    });
    row.col(|ui| {
        widgets::elided(ui, text::body(change.part.label()));
    });
    row.col(|ui| {
        widgets::elided(ui, text::second(change.old.as_deref().unwrap_or("nothing yet")));
    });
    row.col(|ui| {
        let new = change.new.as_str();
        widgets::elided(ui, if on { text::strong(new) } else { text::second(new) });
    });
    row.col(|ui| {
        if let Some(kept) = &change.kept {
            let warn = theme::palette(ui).tone(Tone::Warn).text;
            let words = format!("kept unless you tick it: {kept}");
            widgets::elided(ui, text::second(words).color(warn));
        }
    });
    Some(clicked)
}

/// Draws who is not sure, each with a choice; says whom the user decided about and how. `lines` are updates.
pub(super) fn unsure_ui(ui: &mut Ui, import: &ImportPlan, lines: &[usize]) -> Option<(usize, Decision)> {
    let mut decided = None;
    let header = table(ui, "unsure of the import", &UNSURE).header(ROW, |mut header| {
        header.col(|_| {});
        headings(&mut header, &UNSURE);
    });
    header.body(|body| {
        body.rows(ROW + crate::ui::theme::size::GAP_S, lines.len(), |mut row| {
            let Some(place) = lines.get(row.index()).copied() else { return };
            let Some(update) = import.updates.get(place) else { return };
            let Some(understood) = import.understood.rows.get(update.at) else { return };
            let Standing::Unsure(candidates) = &update.standing else { return };
            let name = understood.name().unwrap_or_default();
            row.col(|_| {});
            row.col(|ui| {
                ui.label(text::second(understood.line.to_string()));
            });
            row.col(|ui| {
                widgets::elided(ui, text::strong(name));
            });
            row.col(|ui| {
                let born = match &understood.content {
                    Content::Player(player) => player.born,
                    Content::Injury(injury) => injury.born,
                    Content::Refused(_) => None,
                };
                ui.label(text::body(born.map_or_else(String::new, crate::model::words::date)));
            });
            row.col(|ui| {
                let choice = widgets::combo_box(("who is it", place))
                    .width(CHOICE)
                    .selected_text("Left out until you say");
                let response = choice
                    .show_ui(ui, |ui| {
                        for candidate in candidates {
                            let words = format!("{} \u{2013} {}", candidate.name, candidate.why);
                            if ui.selectable_label(false, words).clicked() {
                                decided = Some((place, Decision::Is(candidate.id.clone())));
                            }
                        }
                        let injury = matches!(understood.content, Content::Injury(_));
                        if !injury && ui.selectable_label(false, "Somebody new").clicked() {
                            decided = Some((place, Decision::New));
                        }
                    })
                    .response;
                response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("Who {name} is")));
            });
            row.col(|ui| {
                let why = candidates.first().map(|candidate| candidate.why.as_str()).unwrap_or_default();
                widgets::elided(ui, text::second(why));
            });
        });
    });
    decided
}

/// The name that the plan knows somebody by.
fn known_name(plan: &Plan, standing: &Standing) -> Option<String> {
    let Standing::Same(id) = standing else { return None };
    let id: &PlayerId = id;
    plan.player(id).map(|player| player.name.clone())
}
