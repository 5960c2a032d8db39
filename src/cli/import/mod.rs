//! `backline import`: other people's squads into a plan.

mod gather;
mod show;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::edit::{Edit, apply, propose_charts};
use crate::model::{Club, Currency, Date, Plan, Season, season_of, words};
use crate::report::{Severity, problems};
use crate::store::import::{Context, Group, ImportPlan, Standing, Understood, understand, unwatched};
use crate::store::{self, ClubFixtures, Fingerprint, Merged, merge_fixtures, windows_of};

use super::answer::{Answer, Exit};
use super::plain;
use gather::{Gathered, OurClub};

/// Read squads, injuries and fixtures of other programs and sites.
///
/// Says row by row what was understood and what was not. With -o a new plan of the club is written, with the windows
/// of the season and a first proposal of depth charts; with --into a plan is brought up to date. Files: the
/// Transfermarkt data set (players.csv, gzip too), lists printed by Football Manager as web pages, tables from a
/// spreadsheet, lists of injuries, seasons of openfootball.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  backline import players.csv.gz --club Liverpool --season 2025-26 -o liverpool.json\n  \
                        backline import squad.html --club \"Real Madrid\"            only say what is in it\n  \
                        backline import injuries.csv --into liverpool.json\n  \
                        backline import scouting.csv --all-clubs --into liverpool.json --dry-run\n\n\
                        The JSON: {\"files\": [{\"file\", \"kind\", \"encoding\", \"cells_by\", \"columns\", \"day_order\", \
                        \"rows\": {\"read\", \"understood\", \"doubtful\", \"refused\"}, \"remarks\", \"clubs\", \"updates\"}], \
                        \"matchdays\", \"written\", \"errors\"}"
)]
pub(super) struct Import {
    /// The files; `-` reads one from standard input.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The club whose players are wanted; given again, further clubs, whose players come in as targets. Left out with
    /// --into, the plan's club.
    #[arg(long = "club", value_name = "NAME")]
    clubs: Vec<String>,

    /// Players of every club in the files; those of other clubs come in as targets.
    #[arg(long)]
    all_clubs: bool,

    /// The season of a new plan, as 2025-26; left out, the one of its as-of date.
    #[arg(long, value_name = "SEASON", value_parser = season)]
    season: Option<Season>,

    /// The day on which the plan knows what it knows, as 2025-09-25; left out, today, or the plan's own.
    #[arg(long, value_name = "DAY")]
    as_of: Option<Date>,

    /// The currency of a new plan and of amounts that name none; left out, pounds in England, else euros.
    #[arg(long, value_name = "CODE")]
    currency: Option<Currency>,

    /// Write a new plan here; with --into, write the updated plan here instead. No file is overwritten.
    #[arg(short, long, value_name = "PLAN.json")]
    output: Option<PathBuf>,

    /// The plan to bring up to date.
    #[arg(long, value_name = "PLAN.json")]
    into: Option<PathBuf>,

    /// Write nothing.
    #[arg(long)]
    dry_run: bool,

    /// Print JSON, with every row that is not plain.
    #[arg(long)]
    json: bool,
}

/// What came of one file.
struct Outcome<'a> {
    sheet: &'a store::import::Sheet,
    understood: Arc<Understood>,
    import: ImportPlan,
}

/// What came of a season of fixtures.
struct Matchdays<'a> {
    file: &'a str,
    team: String,
    club: ClubFixtures,
    merged: Merged,
}

impl Import {
    pub(super) fn answer(self) -> Answer {
        let mut answer = Answer::default();
        let gathered = Gathered::of(&self.files);
        for error in &gathered.errors {
            answer.complain(&plain(error), Exit::Unreadable);
        }
        match self.carry_out(&gathered, &mut answer) {
            Ok(()) => {}
            Err(reason) => {
                answer.complain(&plain(&reason), Exit::Unreadable);
                if self.json {
                    let errors: Vec<&String> = gathered.errors.iter().chain([&reason]).collect();
                    answer.out = format!(
                        "{:#}\n",
                        serde_json::json!({ "files": [], "written": null, "errors": errors })
                    );
                }
            }
        }
        answer
    }

    fn carry_out(&self, gathered: &Gathered, answer: &mut Answer) -> Result<(), String> {
        let writes = self.output.is_some() || self.into.is_some();
        if !gathered.errors.is_empty() && writes {
            return Err("Nothing was written: not all files could be read.".to_owned());
        }
        if gathered.sheets.is_empty() && gathered.fixtures.is_empty() {
            return Ok(());
        }
        let opened = match &self.into {
            Some(path) => Some(store::open(path).map_err(|error| error.to_string())?),
            None => None,
        };
        let ours = self.our_club(gathered, opened.as_ref().map(|opened| &opened.plan))?;
        let mut plan = match &opened {
            Some(opened) => opened.plan.clone(),
            None => self.new_plan(&ours),
        };
        let mut outcomes = Vec::new();
        for sheet in &gathered.sheets {
            let context = Context::of(sheet, plan.as_of, self.currency.unwrap_or(plan.money.currency));
            let understood = understand(sheet, &sheet.guess, &context, &unwatched);
            let understood = Arc::new(understood.map_err(|error| error.to_string())?);
            let import = ImportPlan::of(&plan, Arc::clone(&understood), &ours.whom(), &unwatched);
            let import = import.map_err(|cancelled| cancelled.to_string())?;
            if let Some(edit) = import.edit(&plan) {
                plan = changed(&plan, &edit)?;
            }
            outcomes.push(Outcome { sheet, understood, import });
        }
        let mut matchdays = Vec::new();
        for (file, fixtures) in &gathered.fixtures {
            let found = gather::matchdays(&plan, fixtures, &ours.searched);
            let (team, club) = found.map_err(|why| format!("{why} File: {file}"))?;
            let merged = merge_fixtures(&plan.matchdays, &club);
            let what = format!("import {}", words::matchdays(merged.matchdays.len()));
            plan = changed(&plan, &Edit::SetMatchdays { matchdays: merged.matchdays.clone(), what })?;
            matchdays.push(Matchdays { file, team, club, merged });
        }
        if opened.is_none()
            && let Some(scenario) = plan.scenarios.first().map(|scenario| scenario.id.clone())
            && let Some(edit) = propose_charts(&plan, &scenario)
        {
            plan = changed(&plan, &edit)?;
        }
        let written = self.write(&plan, opened.as_ref().map(|opened| (&opened.plan, &opened.fingerprint)))?;
        if writes && problems(&plan).iter().any(|problem| problem.severity == Severity::Error) {
            answer.complain("The plan has errors in it: backline check says which.", Exit::Errors);
        }
        answer.out = if self.json {
            show::json(&outcomes, &matchdays, written.as_deref(), &gathered.errors)
        } else {
            plain(&show::text(&outcomes, &matchdays, &self.ending(&plan, written)))
        };
        Ok(())
    }

    /// The club of the plan, as the files write it.
    fn our_club(&self, gathered: &Gathered, plan: Option<&Plan>) -> Result<OurClub, String> {
        let first = self.clubs.first().map(String::as_str);
        let searched = match (first, plan) {
            (Some(first), None) => first,
            // Further clubs are wanted, but the plan's club stays the plan's.
            (_, Some(plan)) => &plan.club.name,
            (None, None) if self.output.is_some() => {
                return Err("Say whose plan it is: --club NAME.".to_owned());
            }
            (None, None) => "",
        };
        let mut ours = if self.clubs.is_empty() && (self.all_clubs || searched.is_empty()) {
            OurClub {
                searched: searched.to_owned(),
                written: None,
                wanted: None,
                club: Club::named(searched),
            }
        } else {
            let wanted = if self.clubs.is_empty() { vec![searched.to_owned()] } else { self.clubs.clone() };
            gathered.club(searched, &wanted)?
        };
        if self.all_clubs {
            ours.wanted = None;
        }
        Ok(ours)
    }

    fn new_plan(&self, ours: &OurClub) -> Plan {
        let today = jiff::Zoned::now().date();
        let as_of = match (self.as_of, self.season) {
            (Some(day), _) => day,
            (None, Some(season)) => today.clamp(season.first_day(), season.last_day()),
            (None, None) => today,
        };
        let season = self.season.unwrap_or_else(|| season_of(as_of));
        let usual = if ours.club.is_english() { Currency::GBP } else { Currency::EUR };
        let club = if ours.club.name.is_empty() { Club::named("Unnamed club") } else { ours.club.clone() };
        let (country, league) = (club.country.clone(), club.league.clone());
        let mut plan =
            Plan::new(format!("{} {season}", club.name), club, as_of, self.currency.unwrap_or(usual));
        plan.windows = windows_of(season, country.as_deref(), league.as_deref());
        plan
    }

    /// Writes the plan where it was asked for; says where, and nothing where it was not.
    fn write(&self, plan: &Plan, opened: Option<(&Plan, &Fingerprint)>) -> Result<Option<String>, String> {
        let unchanged = opened.is_some_and(|(before, _)| before == plan);
        let (path, expected) = match (&self.output, &self.into, opened) {
            _ if self.dry_run => return Ok(None),
            (Some(output), ..) if output.exists() => {
                let shown = output.display();
                return Err(format!(
                    "There is already a file of this name, and nothing was written. Give another name, or bring it up \
                     to date with --into. File: {shown}"
                ));
            }
            (Some(output), ..) => (output, None),
            (None, Some(into), Some((_, fingerprint))) if !unchanged => (into, Some(fingerprint)),
            _ => return Ok(None),
        };
        store::save(path, plan, expected).map_err(|error| error.to_string())?;
        Ok(Some(path.display().to_string()))
    }

    /// What became of it, in a line.
    fn ending(&self, plan: &Plan, written: Option<String>) -> String {
        match written {
            Some(path) => format!("Written: {path} ({}, {} players).", plan.name, plan.players.len()),
            None if self.dry_run => "Nothing was written: --dry-run.".to_owned(),
            None if self.into.is_some() => "Nothing was written: the plan is up to date.".to_owned(),
            None => "Nothing was written: give -o for a new plan or --into for one you have.".to_owned(),
        }
    }
}

fn changed(plan: &Plan, edit: &Edit) -> Result<Plan, String> {
    apply(plan, edit).map_err(|error| format!("The import cannot be carried out: {error}."))
}

/// `2025-26`, `2025/26`, `2025–26` or `2025`.
fn season(text: &str) -> Result<Season, String> {
    let remedy = || "write a season like 2025-26".to_owned();
    let (first, second) = match text.split_once(['-', '/', '\u{2013}']) {
        Some((first, second)) => (first, Some(second)),
        None => (text, None),
    };
    let year: i16 = first.parse().ok().filter(|year| (1900..=2200).contains(year)).ok_or_else(remedy)?;
    let next = (year + 1).to_string();
    let follows = second.is_none_or(|second| next == second || next.get(2..) == Some(second));
    if follows { Ok(Season(year)) } else { Err(remedy()) }
}

/// What an update comes to, in a word.
fn group_name(group: Group, standing: &Standing) -> &'static str {
    match (group, standing) {
        (Group::New, _) => "new",
        (Group::Changed, _) => "changed",
        (Group::Unsure, _) => "unsure",
        (Group::Unchanged, _) => "unchanged",
        (Group::LeftOut, Standing::Again(_)) => "twice",
        (Group::LeftOut, _) => "nobody",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_is_read_however_it_is_written() {
        for text in ["2025-26", "2025/26", "2025\u{2013}26", "2025-2026", "2025"] {
            assert_eq!(season(text), Ok(Season(2025)), "{text}");
        }
        for text in ["2025-27", "25-26", "soon", ""] {
            assert!(season(text).unwrap_err().contains("2025-26"), "{text}");
        }
    }
}
