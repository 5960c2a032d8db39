//! Season files of openfootball: the matches of a league, from which a plan takes its club's matchdays.
//!
//! `{"name": …, "matches": [{"round", "date", "time"?, "team1", "team2", "score", "status"?}]}`; the older shape with
//! `"rounds"` is read too. Reading is lenient match by match, and says of each match that it leaves out why.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use jiff::civil::Date;
use serde_json::Value;

use crate::model::{Extra, Matchday, MatchdayOrigin, fold, season_of, words};

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

/// Why a file gave no fixtures, and which file.
#[derive(Debug, thiserror::Error)]
#[error("{reason} File: {file}")]
pub struct FixturesError {
    /// What is wrong with it.
    #[source]
    pub reason: FixturesReason,
    /// The file, as shown to the user.
    pub file: String,
}

/// What is wrong with a fixture file.
#[derive(Debug, thiserror::Error)]
pub enum FixturesReason {
    /// There is nothing in it.
    #[error("The file is empty. Choose a season file such as 2025-26/en.1.json of openfootball.")]
    Empty,
    /// A plan.
    #[error("This is a Backline plan, not a season of fixtures. Open it with Open\u{2026} instead.")]
    IsPlan,
    /// JSON without matches.
    #[error(
        "This is JSON, but no season of fixtures: {what}. Choose a season file such as 2025-26/en.1.json of \
         openfootball."
    )]
    NoMatches {
        /// What was found instead.
        what: &'static str,
    },
    /// Nothing is there.
    #[error("There is no such file. Check the path, or choose another file.")]
    NotFound,
    /// Not JSON.
    #[error(
        "The file is not JSON: line {line}, column {column}. Download it again, or mend that line in a text editor."
    )]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A folder, a device or a pipe.
    #[error("This is {what}, not a file. Choose the season file itself.")]
    NotRegular {
        /// `a folder`, …
        what: &'static str,
    },
    /// Bytes that are not UTF-8.
    #[error("The file is not text in UTF-8. Save it as UTF-8, or choose another file.")]
    NotText,
    /// The disk said no.
    #[error("The file cannot be read: {0}. Check that you may read it.")]
    Read(io::Error),
    /// More than a season can hold.
    #[error("The file is larger than {} MB, too large for fixtures. Choose the file of one season.", MAX_FIXTURE_BYTES / 1_048_576)]
    TooBig,
}

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

/// Matchdays of a plan after an import, and what that changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// All of them, by date.
    pub matchdays: Vec<Matchday>,
    /// New ones.
    pub added: usize,
    /// Moved to another day, or known better.
    pub updated: usize,
    /// Exactly as they were.
    pub unchanged: usize,
    /// Generated ones on days that the file knows better.
    pub replaced: usize,
    /// Taken out, as the file says that they are not played on their day.
    pub removed: usize,
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

/// Puts a club's fixtures among the matchdays of a plan: a match that is known already is updated, not doubled.
///
/// Generated matchdays give way: those within three days of an imported one, and where the file brings about as many
/// matches as were generated between its first and its last, all in between. Typed ones stay, unless one is the same
/// match.
#[must_use]
pub fn merge_fixtures(known: &[Matchday], club: &ClubFixtures) -> Merged {
    let mut merged = Merged::default();
    let mut left: Vec<Option<&Matchday>> = known.iter().map(Some).collect();
    let gives_way = gives_way(known, club);
    for place in &mut left {
        if place.is_some_and(&gives_way) {
            *place = None;
            merged.replaced += 1;
        }
    }
    for new in &club.matchdays {
        let same = left.iter().position(|one| one.is_some_and(|one| is_same_match(one, new)));
        let same = same.or_else(|| left.iter().position(|one| one.is_some_and(|one| may_be(one, new))));
        let before = same.and_then(|at| left.get_mut(at)).and_then(Option::take);
        let after = match before {
            Some(before) => Matchday { extra: before.extra.clone(), ..new.clone() },
            None => new.clone(),
        };
        match before {
            None => merged.added += 1,
            Some(before) if *before == after => merged.unchanged += 1,
            Some(_) => merged.updated += 1,
        }
        merged.matchdays.push(after);
    }
    for skipped in &club.skipped {
        let gone = |one: &Matchday| {
            one.origin == MatchdayOrigin::Imported
                && same_names(one, &skipped.matchday)
                && season_of(one.date) == season_of(skipped.matchday.date)
        };
        for place in left.iter_mut().filter(|place| place.is_some_and(gone)) {
            *place = None;
            merged.removed += 1;
        }
    }
    merged.matchdays.extend(left.into_iter().flatten().cloned());
    merged.matchdays.sort_by_key(|matchday| matchday.date);
    merged
}

/// Which generated matchdays the file knows better.
fn gives_way(known: &[Matchday], club: &ClubFixtures) -> impl Fn(&Matchday) -> bool {
    let days: Vec<Date> = club.matchdays.iter().map(|one| one.date).collect();
    let span = days.first().copied().zip(days.last().copied());
    let generated = move |one: &Matchday| {
        let inside = span.is_some_and(|(first, last)| first <= one.date && one.date <= last);
        one.origin == MatchdayOrigin::Generated && inside
    };
    let whole_season = 2 * days.len() >= known.iter().filter(|one| generated(one)).count();
    move |one| {
        let near = |day: &Date| (*day - one.date).get_days().abs() <= 3;
        one.origin == MatchdayOrigin::Generated && (days.iter().any(near) || (whole_season && generated(one)))
    }
}

/// The same match, perhaps on another day.
fn is_same_match(known: &Matchday, new: &Matchday) -> bool {
    known.origin == MatchdayOrigin::Imported
        && season_of(known.date) == season_of(new.date)
        && same_names(known, new)
}

fn same_names(one: &Matchday, other: &Matchday) -> bool {
    let fold = |name: &Option<String>| name.as_deref().map(fold);
    fold(&one.opponent) == fold(&other.opponent)
        && fold(&one.competition) == fold(&other.competition)
        && one.home == other.home
}

/// On the same day, and nothing said of it speaks against it.
fn may_be(known: &Matchday, new: &Matchday) -> bool {
    let opponent = |one: &Matchday| one.opponent.as_deref().map(telling_words);
    let agrees =
        opponent(known).zip(opponent(new)).is_none_or(|(one, other)| likeness(&one, &other) >= LEAST_ALIKE);
    known.date == new.date && agrees
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEASON: &str = r#"{"name": "Testers' League 2025/26", "matches": [
        {"round": "Matchday 1", "date": "2025-08-15", "time": "20:00", "team1": "Northbridge FC", "team2": "AFC Saltmarsh", "score": {"ft": [4, 2]}},
        {"round": "Matchday 1", "date": "2025-08-16", "team1": "Harrow Vale", "team2": "Éclair Unidos", "score": {}},
        {"round": "Matchday 2", "date": "2025-08-23", "team1": "Harrow Vale", "team2": "Northbridge FC", "score": {}},
        {"round": "Matchday 3", "date": "2025-08-30", "team1": "Northbridge FC", "team2": "Éclair Unidos", "score": {}, "status": "postponed"},
        {"round": "Matchday 4", "team1": "Northbridge FC", "team2": "Harrow Vale"},
        {"round": "Matchday 5", "date": "soon", "team1": "AFC Saltmarsh", "team2": "Northbridge FC"},
        {"round": "Matchday 6", "date": "2025-09-20", "team1": "AFC Saltmarsh"}
    ]}"#;

    fn season() -> Fixtures {
        parse_fixtures(SEASON.as_bytes(), "test.json").unwrap()
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_club_gets_its_own_matches_with_their_opponents() {
        let club = season().of_team("Northbridge FC");
        let seen: Vec<_> = club
            .matchdays
            .iter()
            .map(|one| (one.date, one.opponent.as_deref().unwrap(), one.home.unwrap()))
            .collect();
        assert_eq!(
            seen,
            [(day("2025-08-15"), "AFC Saltmarsh", true), (day("2025-08-23"), "Harrow Vale", false)]
        );
        assert!(club.matchdays.iter().all(|one| one.origin == MatchdayOrigin::Imported));
    }

    #[test]
    fn what_is_left_out_says_why() {
        let why: Vec<String> =
            season().of_team("Northbridge FC").skipped.into_iter().map(|one| one.why).collect();
        assert_eq!(why, ["postponed, was on 30 Aug 2025", "no date", "\u{201c}soon\u{201d} is no date"]);
        assert_eq!(season().unread, ["matches[6]: no \"team2\""]);
    }

    #[test]
    fn the_club_of_a_plan_is_found_by_its_usual_name() {
        let season = season();
        for (club, expected) in [
            ("Northbridge", Some("Northbridge FC")),
            ("Saltmarsh", Some("AFC Saltmarsh")),
            ("Eclair", Some("Éclair Unidos")),
            ("Harrow", Some("Harrow Vale")),
            ("FC", None),
            ("Somewhere Else", None),
            ("", None),
        ] {
            assert_eq!(season.team_like(club), expected, "{club}");
        }
    }

    #[test]
    fn importing_again_changes_nothing() {
        let club = season().of_team("Northbridge FC");
        let once = merge_fixtures(&[], &club);
        assert_eq!((once.added, once.unchanged), (2, 0));
        let twice = merge_fixtures(&once.matchdays, &club);
        assert_eq!((twice.added, twice.updated, twice.unchanged, twice.removed), (0, 0, 2, 0));
        assert_eq!(twice.matchdays, once.matchdays);
    }

    #[test]
    fn a_match_that_moved_is_moved_and_one_that_was_postponed_goes() {
        let before = season();
        let once = merge_fixtures(&[], &before.of_team("Northbridge FC"));
        let mut after = before.clone();
        after.matches[2].date = Some("2025-09-01".into());
        after.matches[0].status = Some("Postponed".into());
        let twice = merge_fixtures(&once.matchdays, &after.of_team("Northbridge FC"));
        assert_eq!((twice.added, twice.updated, twice.removed), (0, 1, 1));
        assert_eq!(twice.matchdays.iter().map(|one| one.date).collect::<Vec<_>>(), [day("2025-09-01")]);
    }

    #[test]
    fn generated_days_give_way_and_typed_ones_stay() {
        let on = |text, origin| Matchday::on(day(text), origin);
        let known = [
            on("2025-08-16", MatchdayOrigin::Generated),
            on("2025-08-19", MatchdayOrigin::Typed),
            on("2025-08-23", MatchdayOrigin::Typed),
            on("2025-09-06", MatchdayOrigin::Generated),
        ];
        let merged = merge_fixtures(&known, &season().of_team("Northbridge FC"));
        let dates: Vec<String> = merged.matchdays.iter().map(|one| one.date.to_string()).collect();
        assert_eq!(dates, ["2025-08-15", "2025-08-19", "2025-08-23", "2025-09-06"]);
        assert_eq!((merged.added, merged.updated, merged.replaced), (1, 1, 1));
    }

    #[test]
    fn a_cup_does_not_push_out_a_generated_league() {
        let league: Vec<Matchday> = (1..=28)
            .map(|at| Matchday::on(day(&format!("2025-08-{at:02}")), MatchdayOrigin::Generated))
            .collect();
        let cup = ClubFixtures {
            matchdays: ["2025-08-02", "2025-08-27"]
                .map(|text| Matchday::on(day(text), MatchdayOrigin::Imported))
                .to_vec(),
            skipped: Vec::new(),
        };
        let merged = merge_fixtures(&league, &cup);
        assert_eq!(merged.replaced, 5 + 5, "the days around the two matches");
    }

    #[test]
    fn the_older_shape_with_rounds_is_read_too() {
        let text = r#"{"name": "Old", "rounds": [{"name": "Round 1", "matches": [
            {"date": "2015-08-08", "team1": {"name": "A", "code": "AAA"}, "team2": {"name": "B"}}]}]}"#;
        let old = parse_fixtures(text.as_bytes(), "old.json").unwrap();
        let club = old.of_team("B");
        assert_eq!(club.matchdays[0].competition.as_deref(), Some("Round 1"));
        assert_eq!(club.matchdays[0].opponent.as_deref(), Some("A"));
    }

    #[test]
    fn a_file_that_is_no_season_gets_a_sentence_with_its_name() {
        let deep = "[".repeat(100_000);
        for (text, expected) in [
            ("", "empty"),
            ("  \n", "empty"),
            ("{\"name\": \"x\",\n \"matches\": [", "line 2"),
            ("[]", "object"),
            ("{}", "\"matches\" is missing"),
            ("{\"matches\": []}", "is empty"),
            ("{\"matches\": [3, {}]}", "team1"),
            ("{\"format\": \"backline-plan\"}", "Open\u{2026}"),
            (&deep, "not JSON"),
        ] {
            let error = parse_fixtures(text.as_bytes(), "season.json").unwrap_err().to_string();
            assert!(error.contains(expected) && error.ends_with("File: season.json"), "{error}");
        }
        assert!(matches!(parse(&[0xff, 0xfe]).unwrap_err(), FixturesReason::NotText));
        let huge = vec![b' '; MAX_FIXTURE_BYTES as usize + 1];
        assert!(matches!(parse(&huge).unwrap_err(), FixturesReason::TooBig));
    }

    #[test]
    fn a_folder_and_a_missing_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let reason = |path: &Path| open_fixtures(path).unwrap_err().reason;
        assert!(matches!(reason(folder.path()), FixturesReason::NotRegular { .. }));
        assert!(matches!(reason(&folder.path().join("none.json")), FixturesReason::NotFound));
    }
}
