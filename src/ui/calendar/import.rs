//! The question for a season file: which file, which of its clubs, and what that would change.

use std::path::Path;

use egui::{Align, Context, Id, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use super::{Answer, answers, complaint, field};
use crate::edit::Edit;
use crate::model::{Plan, words};
use crate::store::{ClubFixtures, Fixtures, Merged, merge_fixtures, open_fixtures};
use crate::ui::command::{Command, FileCommand, Wanted};
use crate::ui::import::typed_path;
use crate::ui::theme::{size, text};
use crate::ui::widgets;

/// Width of the question, points.
const WIDTH: f32 = 560.0;
/// The most height of the list of what is left out, points.
const SKIPPED: f32 = 120.0;

/// A season file on its way into the plan.
#[derive(Debug)]
pub(super) struct ImportForm {
    path: String,
    trouble: Option<String>,
    read: Option<Season>,
    focused: bool,
}

/// A file that was read.
#[derive(Debug)]
struct Season {
    fixtures: Fixtures,
    teams: Vec<String>,
    team: Option<String>,
    /// What it would change, for the chosen team and these matchdays.
    preview: Option<(ClubFixtures, Merged)>,
}

impl ImportForm {
    pub(super) fn new(plan: &Plan, path: Option<&Path>) -> Self {
        let mut form = Self { path: String::new(), trouble: None, read: None, focused: false };
        if let Some(path) = path {
            form.path = path.display().to_string();
            form.open(plan, path);
        }
        form
    }

    fn open(&mut self, plan: &Plan, path: &Path) {
        match open_fixtures(path) {
            Ok(fixtures) => {
                let teams = fixtures.teams().into_iter().map(str::to_owned).collect();
                let team = fixtures.team_like(&plan.club.name).map(str::to_owned);
                let mut season = Season { fixtures, teams, team, preview: None };
                season.look(plan);
                self.trouble = None;
                self.read = Some(season);
            }
            Err(error) => {
                self.trouble = Some(error.to_string());
                self.read = None;
            }
        }
    }

    /// Draws the question; says whether it is answered.
    pub(super) fn ui(&mut self, ctx: &Context, plan: &Plan, commands: &mut Vec<Command>) -> bool {
        let shown = widgets::dialog(ctx, Id::unique("import fixtures"), "Import fixtures", WIDTH, |ui| {
            self.contents_ui(ui, plan, commands)
        });
        shown.inner || shown.should_close()
    }

    fn contents_ui(&mut self, ui: &mut Ui, plan: &Plan, commands: &mut Vec<Command>) -> bool {
        ui.label(text::verdict("Import fixtures"));
        ui.label(text::second(
            "A season file of openfootball, such as 2025-26/en.1.json. Importing it again later updates what moved.",
        ));
        ui.add_space(size::GAP_XS);
        let reading = self.path_ui(ui, commands);
        if reading {
            let path = typed_path(&self.path);
            self.open(plan, &path);
        }
        if let Some(trouble) = &self.trouble {
            complaint(ui, trouble);
        }
        if let Some(season) = &mut self.read {
            season.ui(ui, plan);
        }
        ui.add_space(size::GAP_S);
        let preview = self.read.as_ref().and_then(|season| season.preview.as_ref());
        let changes = preview.is_some_and(|(_, merged)| merged.matchdays != plan.matchdays);
        let count = preview.map_or(0, |(club, _)| club.matchdays.len());
        let verb = match (preview.is_some(), changes) {
            (true, true) => format!("Import {}", words::matchdays(count)),
            (true, false) => "Nothing to change".to_owned(),
            (false, _) => "Import".to_owned(),
        };
        let answer = answers(ui, &verb, changes);
        match answer {
            Answer::Cancelled => true,
            // Enter in the line of the path reads the file; it does not import it unseen.
            Answer::Confirmed if reading => false,
            Answer::Confirmed => {
                if let Some((_, merged)) = preview {
                    let what = format!("import {}", words::matchdays(count));
                    let matchdays = merged.matchdays.clone();
                    commands.push(Command::Edit(Edit::SetMatchdays { matchdays, what }));
                }
                true
            }
            Answer::Waiting => false,
        }
    }

    /// The line of the path. Says whether to read it.
    fn path_ui(&mut self, ui: &mut Ui, commands: &mut Vec<Command>) -> bool {
        let row = vec2(ui.available_width(), size::CONTROL_HEIGHT);
        let mut read = false;
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            if ui.button("Browse\u{2026}").clicked() {
                commands.push(Command::File(FileCommand::Browse(Wanted::Fixtures)));
            }
            let given = !self.path.trim().is_empty();
            read |= ui.add_enabled(given, egui::Button::new("Read")).clicked();
            let width = ui.available_width();
            let line = field(ui, &mut self.path, "Path of the season file", "Path of the season file", width);
            if !self.focused {
                line.request_focus();
                self.focused = true;
            }
            if line.changed() {
                self.trouble = None;
                self.read = None;
            }
            let entered = line.lost_focus()
                && ui.input(|input| input.key_pressed(crate::ui::command::dialog_keys::CONFIRM.logical_key));
            read |= entered && given && self.read.is_none();
        });
        read
    }
}

impl Season {
    fn look(&mut self, plan: &Plan) {
        self.preview = self.team.as_ref().map(|team| {
            let club = self.fixtures.of_team(team);
            let merged = merge_fixtures(&plan.matchdays, &club);
            (club, merged)
        });
    }

    fn ui(&mut self, ui: &mut Ui, plan: &Plan) {
        let Self { fixtures, teams, team, .. } = self;
        ui.add_space(size::GAP_XS);
        let name = if fixtures.name.is_empty() { "A season without a name" } else { &fixtures.name };
        let count = format!("{} matches, {} teams", fixtures.matches.len(), teams.len());
        widgets::row(ui, text::card_name(name), text::second(count));
        let before = team.clone();
        ui.horizontal(|ui| {
            ui.label(text::second("Club"));
            let shown = team.as_deref().unwrap_or("Choose the club");
            let chosen = widgets::combo_box("club of the season").width(260.0).selected_text(shown);
            let response = chosen
                .show_ui(ui, |ui| {
                    for known in teams.iter() {
                        ui.selectable_value(team, Some(known.clone()), known);
                    }
                })
                .response;
            response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Club"));
            if team.is_none() {
                let words = format!("No team in it is called like {}.", plan.club.name);
                ui.label(text::second(words));
            }
        });
        if *team != before {
            self.look(plan);
        }
        if let Some((club, merged)) = &self.preview {
            preview_ui(ui, club, merged, &self.fixtures.unread);
        }
    }
}

fn preview_ui(ui: &mut Ui, club: &ClubFixtures, merged: &Merged, unread: &[String]) {
    ui.add_space(size::GAP_XS);
    let span = club.matchdays.first().zip(club.matchdays.last());
    let span = span.map_or_else(String::new, |(first, last)| {
        format!("{} \u{2013} {}", words::date(first.date), words::date(last.date))
    });
    widgets::row(ui, text::strong(words::matchdays(club.matchdays.len())), text::second(span));
    let Merged { added, updated, unchanged, replaced, removed, .. } = *merged;
    let counts = [
        (added, "new"),
        (updated, "updated"),
        (unchanged, "as they were"),
        (replaced, "generated ones replaced"),
        (removed, "taken out"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    ui.label(text::second(counts.join(", ")));
    let skipped: Vec<String> =
        club.skipped.iter().map(|one| format!("{} \u{2013} {}", one.what, one.why)).collect();
    if skipped.is_empty() && unread.is_empty() {
        return;
    }
    widgets::section_heading(ui, "Left out", &format!("{}", skipped.len() + unread.len()));
    ScrollArea::vertical().max_height(SKIPPED).auto_shrink([false, true]).show(ui, |ui| {
        for words in skipped.iter().chain(unread) {
            ui.label(text::second(words));
        }
    });
}
