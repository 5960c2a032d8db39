//! His injuries and other absences: one entry each, opened in place.

use egui::Ui;

use crate::model::{Absence, AbsenceKind, Diagnosis, Extra, Injury, Player, words};
use crate::ui::theme::{self, Tone, icons, size};

use super::block::{Ending, block_ui, card_ui, ending_ui};
use super::choice::choice_ui;
use super::field::{AbsenceField, Field, InjuryField};
use super::inline::Look;
use super::pane::{Pane, quiet_button, since};
use super::reveal::Spot;
use crate::ui::time::back::reported_short;

pub(super) fn ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player) {
    for (at, injury) in player.injuries.iter().enumerate() {
        let top = ui.cursor().min;
        if pane.open.injury == Some(at) {
            card_ui(ui, |ui| injury_ui(ui, pane, player, at, injury));
        } else if injury_block_ui(ui, pane, injury).clicked() {
            pane.open.injury = Some(at);
        }
        pane.reveal(ui, &Spot::Injury(at), since(ui, top));
        ui.add_space(size::GAP_TIGHT);
    }
    for (at, absence) in player.absences.iter().enumerate() {
        let top = ui.cursor().min;
        if pane.open.absence == Some(at) {
            card_ui(ui, |ui| absence_ui(ui, pane, player, at, absence));
        } else if absence_block_ui(ui, pane, absence).clicked() {
            pane.open.absence = Some(at);
        }
        pane.reveal(ui, &Spot::Absence(at), since(ui, top));
        ui.add_space(size::GAP_TIGHT);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = size::GAP_L;
        let today = pane.screen.date;
        if quiet_button(ui, icons::ADD, "Injury", "Add an injury").clicked() {
            pane.desk.player(&player.id, "injury", |player| player.injuries.push(Injury::starting(today)));
            let at = player.injuries.len();
            pane.open.injury = Some(at);
            // The day is filled in; how long is what the user knows.
            pane.open.focus = Some(Field::Injury(player.id.clone(), at, InjuryField::Layoff));
        }
        if quiet_button(ui, icons::ADD, "Other absence", "Add another absence").clicked() {
            pane.desk.player(&player.id, "absence", |player| {
                player.absences.push(Absence {
                    kind: AbsenceKind::Suspension,
                    from: today,
                    until: today,
                    note: None,
                    extra: Extra::new(),
                });
            });
            let at = player.absences.len();
            pane.open.absence = Some(at);
            pane.open.focus = Some(Field::Absence(player.id.clone(), at, AbsenceField::From));
        }
    });
}

fn injury_block_ui(ui: &mut Ui, pane: &Pane<'_>, injury: &Injury) -> egui::Response {
    let open = injury.is_open_on(pane.screen.date);
    let tone = if open { Tone::Bad } else { Tone::Neutral };
    let diagnosis = injury.diagnosis.filter(|diagnosis| *diagnosis != Diagnosis::Other).map(Diagnosis::name);
    let title = match (diagnosis, &injury.description) {
        (Some(name), Some(more)) => format!("{name}: {more}"),
        (Some(name), None) => name.to_owned(),
        (None, Some(more)) => more.clone(),
        (None, None) => "Injury".to_owned(),
    };
    let mut line = format!("since {}", words::date(injury.start));
    if let Some(returned) = injury.returned {
        line = format!("{} \u{2013} {}", words::date(injury.start), words::date(returned));
    } else {
        let reported = reported_short(injury).unwrap_or_else(|| "no return reported".to_owned());
        line = format!("{line} \u{b7} {reported}");
    }
    let name = format!("{title}, {line}");
    block_ui(ui, &name, theme::palette(ui).tone(tone).mark, &title, &[line])
}

fn injury_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player, at: usize, injury: &Injury) {
    let field = |which| Field::Injury(player.id.clone(), at, which);
    pane.row(ui, "What", |ui, pane| {
        let kinds = Diagnosis::ALL.map(|diagnosis| {
            (diagnosis, if diagnosis == Diagnosis::Other { "Something else" } else { diagnosis.name() })
        });
        if let Some(diagnosis) = choice_ui(ui, "Diagnosis", injury.diagnosis, "unknown", &kinds) {
            pane.desk.player(&player.id, "injury", |player| {
                if let Some(injury) = player.injuries.get_mut(at) {
                    injury.diagnosis = Some(diagnosis);
                }
            });
        }
    });
    pane.row(ui, "In words", |ui, pane| {
        pane.typed(ui, &field(InjuryField::Words), Look::value("Injury in words", "as the report says it"));
    });
    pane.row(ui, "Happened", |ui, pane| {
        pane.typed(ui, &field(InjuryField::Start), Look::day("Injured on", "needed"));
    });
    pane.row(ui, "Out for", |ui, pane| {
        let look = Look::value("Out for", "7\u{2013}9 months, 6 weeks, or dates");
        pane.typed(ui, &field(InjuryField::Layoff), look).on_hover_text(
            "As reported: how long (7\u{2013}9 months, 6 weeks, 10 days) or between which days he is back \
             (24 Apr 2026 \u{2013} 24 Jun 2026).",
        );
    });
    pane.row(ui, "Returned", |ui, pane| {
        pane.typed(ui, &field(InjuryField::Returned), Look::day("Returned on", "not yet"));
    });
    pane.row(ui, "Source", |ui, pane| {
        pane.typed(ui, &field(InjuryField::Source), Look::value("Injury source", "unknown"));
    });
    match ending_ui(ui, "Remove", "this injury") {
        Some(Ending::Remove) => {
            pane.open.injury = None;
            pane.desk.player(&player.id, "injury", |player| {
                if at < player.injuries.len() {
                    player.injuries.remove(at);
                }
            });
        }
        Some(Ending::Done) => pane.open.injury = None,
        None => {}
    }
}

fn absence_block_ui(ui: &mut Ui, pane: &Pane<'_>, absence: &Absence) -> egui::Response {
    let tone = if absence.covers(pane.screen.date) { Tone::Warn } else { Tone::Neutral };
    let kind = words::capital(absence.kind.name());
    let title = absence.note.as_ref().map_or_else(|| kind.clone(), |note| format!("{kind}: {note}"));
    let line = if absence.from == absence.until {
        words::date(absence.from)
    } else {
        format!("{} \u{2013} {}", words::date(absence.from), words::date(absence.until))
    };
    let name = format!("{title}, {line}");
    block_ui(ui, &name, theme::palette(ui).tone(tone).mark, &title, &[line])
}

fn absence_ui(ui: &mut Ui, pane: &mut Pane<'_>, player: &Player, at: usize, absence: &Absence) {
    let field = |which| Field::Absence(player.id.clone(), at, which);
    pane.row(ui, "Why", |ui, pane| {
        let kinds = AbsenceKind::ALL.map(|kind| (kind, kind.name()));
        if let Some(kind) = choice_ui(ui, "Reason of the absence", Some(absence.kind), "", &kinds) {
            pane.desk.player(&player.id, "absence", |player| {
                if let Some(absence) = player.absences.get_mut(at) {
                    absence.kind = kind;
                }
            });
        }
    });
    pane.row(ui, "First day", |ui, pane| {
        pane.typed(ui, &field(AbsenceField::From), Look::day("First day of the absence", "needed"));
    });
    pane.row(ui, "Last day", |ui, pane| {
        pane.typed(ui, &field(AbsenceField::Until), Look::day("Last day of the absence", "needed"));
    });
    pane.row(ui, "Note", |ui, pane| {
        pane.typed(ui, &field(AbsenceField::Note), Look::value("Note on the absence", "none"));
    });
    match ending_ui(ui, "Remove", "this absence") {
        Some(Ending::Remove) => {
            pane.open.absence = None;
            pane.desk.player(&player.id, "absence", |player| {
                if at < player.absences.len() {
                    player.absences.remove(at);
                }
            });
        }
        Some(Ending::Done) => pane.open.absence = None,
        None => {}
    }
}
