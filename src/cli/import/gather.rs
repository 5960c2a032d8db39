//! The files of one import, and which club is meant.

use std::io;
use std::path::{Path, PathBuf};

use crate::model::{Club, Plan};
use crate::store::import::{
    ClubCount, ImportError, Incoming, Sheet, Whom, closest_clubs, is_club_named, open_import, read_import,
    same_club, search_clubs, sheet_clubs, unwatched,
};
use crate::store::{ClubFixtures, Fixtures, read_stream};

use crate::cli::check::{is_stdin, shown_name};

/// What the files turned out to be.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) sheets: Vec<Sheet>,
    pub(super) fixtures: Vec<(String, Fixtures)>,
    pub(super) errors: Vec<String>,
    clubs: Vec<ClubCount>,
}

/// The club that was asked for.
pub(super) struct OurClub {
    /// As it was asked for.
    pub(super) searched: String,
    /// As the files write it, where they name it.
    pub(super) written: Option<String>,
    /// The clubs whose rows are wanted, as the files write them; left out, all.
    pub(super) wanted: Option<Vec<String>>,
    /// As a plan names it.
    pub(super) club: Club,
}

impl OurClub {
    /// Whose rows are wanted, and whose players they are.
    pub(super) fn whom(&self) -> Whom {
        let ours = self.written.clone().map(|name| vec![name]);
        Whom { clubs: self.wanted.clone(), ours, ..Whom::default() }
    }
}

impl Gathered {
    pub(super) fn of(files: &[PathBuf]) -> Self {
        let mut gathered = Self::default();
        for file in files {
            let shown = shown_name(file);
            match read(file, &shown) {
                Ok(Incoming::Sheet(sheet)) => gathered.sheets.push(sheet),
                Ok(Incoming::Fixtures(fixtures)) => gathered.fixtures.push((shown, fixtures)),
                Ok(Incoming::Plan) => {
                    gathered
                        .errors
                        .push(format!("This is a Backline plan: give it with --into. File: {shown}"));
                }
                Err(error) => gathered.errors.push(error.to_string()),
            }
        }
        gathered.clubs = sheet_clubs(&gathered.sheets);
        gathered
    }

    /// The clubs that names mean: `ours` the plan's, `wanted` those whose players are asked for.
    pub(super) fn club(&self, ours: &str, wanted: &[String]) -> Result<OurClub, String> {
        let mut names = Vec::new();
        for name in wanted.iter().filter(|_| !self.clubs.is_empty()) {
            names.push(self.one(name)?.name.clone());
        }
        let known = self.clubs.iter().find(|club| same_club(&club.name, ours));
        let known = known
            .or_else(|| wanted.first().filter(|first| *first == ours).and_then(|first| self.one(first).ok()));
        let club = known.map_or_else(|| Club::named(ours), |known| self.as_club(known));
        Ok(OurClub {
            searched: ours.to_owned(),
            written: known.map(|club| club.name.clone()),
            wanted: (!self.clubs.is_empty()).then_some(names),
            club,
        })
    }

    /// The one club that a name means, or which there are.
    fn one(&self, name: &str) -> Result<&ClubCount, String> {
        // A slip of the pen is answered, not mended: nobody is there to see what was meant.
        let mut found = search_clubs(&self.clubs, name);
        found.retain(|club| is_club_named(club, name));
        let exact = found.first().filter(|first| same_club(&first.name, name));
        match (exact, found.as_slice()) {
            (Some(exact), _) => Ok(exact),
            (None, [only]) => Ok(only),
            (None, []) => Err(format!(
                "No club called \u{201c}{name}\u{201d} in {}. The closest: {}. Give one of them with --club, or --all-clubs \
                 for everybody.",
                if self.sheets.len() == 1 { "this file" } else { "these files" },
                listed(&closest_clubs(&self.clubs, name, 5))
            )),
            (None, several) => Err(format!(
                "\u{201c}{name}\u{201d} can be {}. Write more of the name.",
                listed(several.get(..several.len().min(8)).unwrap_or_default())
            )),
        }
    }

    /// A club as a plan names it, with country and league where a file gives them.
    fn as_club(&self, count: &ClubCount) -> Club {
        let found = self.sheets.iter().find_map(|sheet| sheet.club(&count.name));
        found.unwrap_or_else(|| Club::named(&count.short))
    }
}

fn listed(clubs: &[&ClubCount]) -> String {
    clubs.iter().map(|club| format!("{} ({})", club.short, club.players)).collect::<Vec<_>>().join(", ")
}

fn read(file: &Path, shown: &str) -> Result<Incoming, ImportError> {
    if !is_stdin(file) {
        return open_import(file, &unwatched);
    }
    match read_stream(io::stdin().lock()) {
        Ok(bytes) => read_import(&bytes, shown, &unwatched),
        Err(reason) => Err(ImportError { reason: reason.into(), file: shown.to_owned() }),
    }
}

/// The plan's club as a season of fixtures calls it, and its matchdays.
pub(super) fn matchdays(
    plan: &Plan,
    fixtures: &Fixtures,
    searched: &str,
) -> Result<(String, ClubFixtures), String> {
    let names = [plan.club.name.as_str(), searched];
    let same = fixtures.teams().into_iter().find(|team| names.iter().any(|name| same_club(team, name)));
    let found = same.or_else(|| names.iter().find_map(|name| fixtures.team_like(name)));
    let Some(team) = found else {
        let teams = fixtures.teams().join(", ");
        return Err(format!("{} is not in these fixtures. They are of: {teams}.", plan.club.name));
    };
    Ok((team.to_owned(), fixtures.of_team(team)))
}
