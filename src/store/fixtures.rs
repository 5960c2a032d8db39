//! Season files of openfootball: the matches of a league, from which a plan takes its club's matchdays.
//!
//! `{"name": …, "matches": [{"round", "date", "time"?, "team1", "team2", "score", "status"?}]}`; the older shape with
//! `"rounds"` is read too. Reading is lenient match by match, and says of each match that it leaves out why.

mod error;
mod merge;

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use jiff::civil::Date;
use serde_json::Value;

use crate::model::{Extra, Matchday, MatchdayOrigin, fold, words};

pub use error::{FixturesError, FixturesReason};
pub use merge::{Merged, merge_fixtures};

/// The largest fixture file that is read, in bytes.
pub const MAX_FIXTURE_BYTES: u64 = 16 * 1024 * 1024;

/// The most matches a file may hold.
const MAX_MATCHES: usize = 100_000;
/// Words of a match's status that mean that it is not played on its day.
const NOT_PLAYED: [&str; 5] = ["postponed", "cancelled", "canceled", "abandoned", "suspended"];
/// Words of a club's name that do not tell it from another.
const COMMON_WORDS: [&str; 14] =
    ["fc", "afc", "cf", "sc", "ac", "as", "ca", "rc", "rcd", "ud", "cd", "club", "de", "the"];
/// Clubs whose names share fewer of their words are not taken for the same.
const LEAST_ALIKE: f64 = 0.3;

/// The matches of a season file.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixtures {
    /// What the file calls itself, such as `English Premier League 2025/26`.
    pub name: String,
    /// Its matches in the order of the file.
    pub matches: Vec<Fixture>,
    /// Matches that could not be read, each with its place and what is wrong: `matches[12]: no team1`.
    pub unread: Vec<String>,
}

/// A match.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixture {
    /// Round or stage, such as `Matchday 1`.
    pub round: Option<String>,
    /// The day as the file writes it.
    pub date: Option<String>,
    /// At home.
    pub team1: String,
    /// Away.
    pub team2: String,
    /// Such as `postponed`.
    pub status: Option<String>,
}

/// What a season file means for one club.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClubFixtures {
    /// Its matchdays by date, all imported.
    pub matchdays: Vec<Matchday>,
    /// Its matches that give none, with their day where there is one.
    pub skipped: Vec<Skipped>,
}

/// A match that gives no matchday.
#[derive(Clone, Debug, PartialEq)]
pub struct Skipped {
    /// `Matchday 31: Manchester City FC – Crystal Palace FC`.
    pub what: String,
    /// `postponed`, `no date`, …
    pub why: String,
    /// The matchday it would have been; its day means nothing.
    pub matchday: Matchday,
}

/// Reads a season file.
///
/// # Errors
/// Why it gives no fixtures: what happened, where, what to do, the path last.
pub fn open_fixtures(path: &Path) -> Result<Fixtures, FixturesError> {
    let file = path.display().to_string();
    match read(path) {
        Ok(bytes) => parse_fixtures(&bytes, &file),
        Err(reason) => Err(FixturesError { reason, file }),
    }
}

/// Reads a season from the bytes of a file; `shown_name` stands for the file in errors.
///
/// # Errors
/// As [`open_fixtures`], but for what only a disk can do.
pub fn parse_fixtures(bytes: &[u8], shown_name: &str) -> Result<Fixtures, FixturesError> {
    parse(bytes).map_err(|reason| FixturesError { reason, file: shown_name.to_owned() })
}

fn read(path: &Path) -> Result<Vec<u8>, FixturesReason> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => FixturesReason::NotFound,
        _ => FixturesReason::Read(error),
    };
    // Before opening: a pipe without a writer would wait for one.
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(FixturesReason::NotRegular { what: "a folder" });
    } else if !metadata.is_file() {
        return Err(FixturesReason::NotRegular { what: "a device or a pipe" });
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(MAX_FIXTURE_BYTES + 1).read_to_end(&mut bytes).map_err(FixturesReason::Read)?;
    Ok(bytes)
}

fn parse(bytes: &[u8]) -> Result<Fixtures, FixturesReason> {
    if bytes.len() as u64 > MAX_FIXTURE_BYTES {
        return Err(FixturesReason::TooBig);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FixturesReason::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(FixturesReason::Empty);
    }
    let json: Value = serde_json::from_str(text)
        .map_err(|error| FixturesReason::NotJson { line: error.line(), column: error.column() })?;
    let Value::Object(season) = &json else {
        return Err(FixturesReason::NoMatches { what: "it does not begin with an object {\u{2026}}" });
    };
    if season.get("format").and_then(Value::as_str) == Some("backline-plan") {
        return Err(FixturesReason::IsPlan);
    }
    let mut found = Found::default();
    if let Some(Value::Array(matches)) = season.get("matches") {
        found.take(matches, "matches", None)?;
    } else if let Some(Value::Array(rounds)) = season.get("rounds") {
        for (at, round) in rounds.iter().enumerate() {
            if let Some(Value::Array(matches)) = round.get("matches") {
                found.take(
                    matches,
                    &format!("rounds[{at}] \u{203a} matches"),
                    words_at(round, "name").as_deref(),
                )?;
            }
        }
    } else {
        return Err(FixturesReason::NoMatches { what: "a list called \"matches\" is missing" });
    }
    let Found { matches, unread } = found;
    if matches.is_empty() {
        let what = if unread.is_empty() {
            "its list \"matches\" is empty"
        } else {
            "no match in it names two teams, \"team1\" and \"team2\""
        };
        return Err(FixturesReason::NoMatches { what });
    }
    Ok(Fixtures { name: words_at(&json, "name").unwrap_or_default(), matches, unread })
}

#[derive(Default)]
struct Found {
    matches: Vec<Fixture>,
    unread: Vec<String>,
}

impl Found {
    fn take(&mut self, matches: &[Value], place: &str, round: Option<&str>) -> Result<(), FixturesReason> {
        for (at, one) in matches.iter().enumerate() {
            if self.matches.len() + self.unread.len() >= MAX_MATCHES {
                return Err(FixturesReason::TooBig);
            }
            match (team(one, "team1"), team(one, "team2")) {
                (Some(team1), Some(team2)) => self.matches.push(Fixture {
                    round: words_at(one, "round").or_else(|| round.map(str::to_owned)),
                    date: words_at(one, "date"),
                    team1,
                    team2,
                    status: words_at(one, "status"),
                }),
                (None, _) => self.unread.push(format!("{place}[{at}]: no \"team1\"")),
                (_, None) => self.unread.push(format!("{place}[{at}]: no \"team2\"")),
            }
        }
        Ok(())
    }
}

/// A text that is not empty, without outer spaces.
fn words_at(object: &Value, field: &str) -> Option<String> {
    let text = object.get(field)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.chars().take(200).collect())
}

/// A team is a name, or an object that has one.
fn team(one: &Value, field: &str) -> Option<String> {
    words_at(one, field).or_else(|| words_at(one.get(field)?, "name"))
}

impl Fixtures {
    /// Every team of the season once, by name.
    #[must_use]
    pub fn teams(&self) -> Vec<&str> {
        let mut teams: Vec<&str> =
            self.matches.iter().flat_map(|one| [one.team1.as_str(), one.team2.as_str()]).collect();
        teams.sort_unstable_by_key(|team| (fold(team), *team));
        teams.dedup();
        teams
    }

    /// The team that is most likely the club of this name; none if no name is like it.
    #[must_use]
    pub fn team_like(&self, club: &str) -> Option<&str> {
        let wanted = telling_words(club);
        let scored = self.teams().into_iter().map(|team| (likeness(&wanted, &telling_words(team)), team));
        let best = scored
            .filter(|(score, _)| *score >= LEAST_ALIKE)
            .reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, team)| team)
    }

    /// The matchdays of one team.
    #[must_use]
    pub fn of_team(&self, team: &str) -> ClubFixtures {
        let mut club = ClubFixtures::default();
        for one in &self.matches {
            let home = match (one.team1 == team, one.team2 == team) {
                (true, _) => true,
                (false, true) => false,
                (false, false) => continue,
            };
            let opponent = if home { &one.team2 } else { &one.team1 };
            let named = Some(self.name.clone()).filter(|name| !name.is_empty());
            let matchday = |date| Matchday {
                date,
                competition: one.round.clone().or_else(|| named.clone()),
                opponent: Some(opponent.clone()),
                home: Some(home),
                origin: MatchdayOrigin::Imported,
                extra: Extra::new(),
            };
            let date = one.date.as_deref().map(|text| (text, read_date(text)));
            let not_played =
                one.status.as_deref().filter(|status| NOT_PLAYED.contains(&fold(status).as_str()));
            let why = match (not_played, &date) {
                (Some(status), Some((_, Some(date)))) => format!("{status}, was on {}", words::date(*date)),
                (Some(status), _) => status.to_owned(),
                (None, None) => "no date".to_owned(),
                (None, Some((text, None))) => format!("\u{201c}{text}\u{201d} is no date"),
                (None, Some((_, Some(date)))) => {
                    club.matchdays.push(matchday(*date));
                    continue;
                }
            };
            let round = one.round.as_ref().map(|round| format!("{round}: ")).unwrap_or_default();
            let what = format!("{round}{} \u{2013} {}", one.team1, one.team2);
            let day = date.and_then(|(_, date)| date).unwrap_or_default();
            club.skipped.push(Skipped { what, why, matchday: matchday(day) });
        }
        club.matchdays.sort_by_key(|matchday| matchday.date);
        club
    }
}

/// `2025-08-15`, also with a time behind it.
fn read_date(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

fn telling_words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let all = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: Vec<String> = all().filter(|word| !COMMON_WORDS.contains(word)).map(str::to_owned).collect();
    if telling.is_empty() { all().map(str::to_owned).collect() } else { telling }
}

/// Shared words as a share of all words; a word also counts as shared if it begins the other ("Man" in "Manchester").
fn likeness(one: &[String], other: &[String]) -> f64 {
    let begins = |a: &str, b: &str| a.len() >= 3 && b.starts_with(a);
    let alike = |a: &String, b: &String| a == b || begins(a, b) || begins(b, a);
    let shared = one.iter().filter(|word| other.iter().any(|known| alike(word, known))).count();
    let all = one.len() + other.len() - shared.min(other.len());
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests;
