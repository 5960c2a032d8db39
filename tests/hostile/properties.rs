//! What must hold for any bytes whatever, one function for each kind of file the program reads.
//!
//! Each takes the bytes, panics if something does not hold, and needs nothing else: the tests beside it and the
//! targets in `fuzz/` call the same functions.

use std::fs;
use std::sync::Arc;

use backline::edit::{Choice, Edit, Session, merge};
use backline::model::{Currency, Plan};
use backline::report::problems;
use backline::store::import::{
    ColumnMap, Content, Context, Field, ImportPlan, Incoming, Sheet, Whom, read_import, understand, unwatched,
};
use backline::store::{
    AppFolders, Fixtures, Leftover, leftovers, merge_fixtures, parse, parse_fixtures, to_json,
};

/// The name under which the bytes are read.
const NAME: &str = "hostile.file";

/// Between the versions of a plan in one file for [`merging`]: base, ours, theirs.
const BETWEEN: &[u8] = b"\n====\n";

/// A property of bytes.
pub(crate) type Property = fn(&[u8]);

/// Every property under the name of its corpus and of its target.
pub(crate) const PROPERTIES: [(&str, Property); 7] = [
    ("plan", plan),
    ("table", table),
    ("web_page", table),
    ("injuries", table),
    ("fixtures", fixtures),
    ("journal", journal),
    ("merging", merging),
];

/// A good plan for whatever needs one.
pub(crate) fn good_plan() -> Plan {
    parse(include_bytes!("corpus/plan/good.json"), NAME).expect("the good plan opens")
}

/// A plan is refused in words, or comes back from its own text as it was.
pub(crate) fn plan(bytes: &[u8]) {
    match parse(bytes, NAME) {
        Err(error) => says_where(&error.to_string()),
        Ok(plan) => {
            comes_back(&plan);
            let _looked_at = problems(&plan);
        }
    }
}

/// A table is refused in words, or each of its rows is understood or refused with a reason; and what comes of it is
/// a plan that opens, and undone the plan as it was.
pub(crate) fn table(bytes: &[u8]) {
    match read_import(bytes, NAME, &unwatched) {
        Err(error) => says_where(&error.to_string()),
        Ok(Incoming::Plan) => {}
        Ok(Incoming::Fixtures(fixtures)) => season(&fixtures),
        Ok(Incoming::Sheet(sheet)) => {
            rows(&sheet, &sheet.guess);
            rows(&sheet, &mapped_otherwise(&sheet, bytes));
            let _clubs = sheet.clubs();
        }
    }
}

/// Columns as a user who mistakes them would map them.
fn mapped_otherwise(sheet: &Sheet, bytes: &[u8]) -> ColumnMap {
    let mut map = sheet.guess.clone();
    for (column, byte) in bytes.iter().rev().enumerate().take(sheet.table.width()) {
        let field = Field::ALL.get(usize::from(*byte) % Field::ALL.len()).copied();
        map.choose(column, field.unwrap_or(Field::Ignored));
    }
    if sheet.table.width() > 0 && !map.has_names() {
        map.choose(0, Field::Name);
    }
    map
}

fn rows(sheet: &Sheet, map: &ColumnMap) {
    let before = good_plan();
    let context = Context::of(sheet, before.as_of, Currency::GBP);
    let understood = match understand(sheet, map, &context, &unwatched) {
        Err(error) => return says_where(&error.to_string()),
        Ok(understood) => understood,
    };
    let tally = understood.tally;
    assert_eq!(tally.read, sheet.table.len(), "a row was lost or made up");
    assert_eq!(tally.read, understood.rows.len(), "a row was lost or made up");
    assert_eq!(tally.read, tally.understood + tally.refused, "{tally:?} does not add up");
    for (at, row) in understood.rows.iter().enumerate() {
        assert_eq!(row.row, at, "a row is out of its place");
        assert!(
            row.remarks.iter().all(|remark| !remark.why.is_empty()),
            "{row:?} has a remark without a word"
        );
        match &row.content {
            Content::Refused(why) => assert!(!why.is_empty(), "row {at} is refused without a reason"),
            Content::Player(_) | Content::Injury(_) => {
                let name = row.name().unwrap_or_default();
                assert!(!name.trim().is_empty(), "row {at} is somebody without a name");
            }
        }
    }
    let whom = Whom { former: true, ..Whom::default() };
    let plan = ImportPlan::of(&before, Arc::new(understood), &whom, &unwatched).expect("nobody stops it");
    assert_eq!(plan.updates.len() + plan.not_wanted, tally.understood, "an understood row leads nowhere");
    let Some(edit) = plan.edit(&before) else { return };
    let mut session = Session::new(before.clone());
    session.apply(&edit).expect("what an import proposes can be done");
    comes_back(session.plan());
    session.undo().expect("an import can be undone");
    assert_eq!(**session.plan(), before, "an import undone leaves something behind");
}

/// Fixtures are refused in words, or give matchdays none of whose matches is lost.
pub(crate) fn fixtures(bytes: &[u8]) {
    match parse_fixtures(bytes, NAME) {
        Err(error) => says_where(&error.to_string()),
        Ok(fixtures) => season(&fixtures),
    }
}

fn season(fixtures: &Fixtures) {
    assert!(fixtures.unread.iter().all(|why| !why.is_empty()), "a match is left out without a word");
    let before = good_plan();
    let _like = fixtures.team_like(&before.club.name);
    for team in fixtures.teams().into_iter().take(3) {
        let club = fixtures.of_team(team);
        let played = fixtures.matches.iter().filter(|one| one.team1 == team || one.team2 == team).count();
        assert_eq!(club.matchdays.len() + club.skipped.len(), played, "a match of {team:?} is lost");
        let merged = merge_fixtures(&before.matchdays, &club);
        let mut after = before.clone();
        after.matchdays = merged.matchdays;
        comes_back(&after);
    }
}

/// A journal is set aside with a sentence, or replays to a plan that opens, and then again to the same one.
///
/// It is tried as it stands and with its checksums and numbers put right, so that what they cover is reached as well.
pub(crate) fn journal(bytes: &[u8]) {
    replays(bytes);
    replays(&put_right(bytes));
}

fn replays(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let folders = AppFolders::inside(folder.path());
    fs::create_dir_all(folders.journals()).expect("a folder can be made");
    fs::write(folders.journals().join("plan-x.journal"), bytes).expect("a file can be written");
    let Some((plan, leftover)) = left_behind(&folders) else { return };
    let (mut session, journal) = leftover.keep(&folders);
    drop(journal.expect("a journal that replays can be written on"));
    let (again, _) = left_behind(&folders).expect("a journal that was kept is still there");
    assert_eq!(plan, again, "a journal says something else the second time");
    while session.undo().is_some() {
        comes_back(session.plan());
    }
    while session.redo().is_some() {}
    assert_eq!(**session.plan(), plan, "undone and done again is another plan");
}

fn left_behind(folders: &AppFolders) -> Option<(Plan, Leftover)> {
    let (found, unreadable) = leftovers(folders);
    for sentence in &unreadable {
        assert!(sentence.contains("File: "), "{sentence:?} does not say which file");
    }
    let leftover = found.into_iter().next()?;
    let plan = Plan::clone(leftover.session().plan());
    comes_back(&plan);
    Some((plan, leftover))
}

/// The journal with each line's number and checksum as they should be.
fn put_right(bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(bytes.len());
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let text = String::from_utf8_lossy(line);
        let did = text.trim_end_matches('\n').split_once("\"did\":").map(|(_, did)| did);
        match did {
            Some(did) => {
                let covered = format!("\"n\":{number},\"did\":{did}");
                let checksum = crc32fast::hash(covered.as_bytes());
                whole.extend(format!("{{\"crc\":\"{checksum:08x}\",{covered}\n").into_bytes());
            }
            None => whole.extend_from_slice(line),
        }
    }
    whole
}

/// Three versions of a plan merge into one that opens, with every conflict settled either way; and a side that has
/// nothing to say leaves the other one as it is.
///
/// A version that is missing or opens as no plan is the good plan.
pub(crate) fn merging(bytes: &[u8]) {
    let mut rest = bytes;
    let [base, ours, theirs] = std::array::from_fn(|_| {
        let end = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN).unwrap_or(rest.len());
        let (version, behind) = rest.split_at(end);
        let behind = behind.strip_prefix(BETWEEN).unwrap_or_default();
        rest = behind;
        parse(version, NAME).unwrap_or_else(|_| good_plan())
    });
    for base in [Some(&base), None] {
        let merged = match merge(base, &ours, &theirs) {
            Err(error) => {
                assert!(!error.to_string().is_empty(), "a merge is refused without a word");
                continue;
            }
            Ok(merged) => merged,
        };
        comes_back(&merged.plan);
        let _looked_at = problems(&merged.plan);
        settled(&merged.plan, Choice::Ours);
        settled(&merged.plan, Choice::Theirs);
    }
    for side in [&ours, &theirs] {
        let one = merge(Some(&base), side, &base).expect("one side alone fits");
        assert_eq!(one.plan, *side, "the side that changed nothing has changed something");
        let other = merge(Some(&base), &base, side).expect("one side alone fits");
        assert_eq!(other.plan, *side, "the side that changed nothing has changed something");
    }
}

fn settled(plan: &Plan, choice: Choice) {
    let mut session = Session::new(plan.clone());
    for number in (0..plan.conflicts.len()).rev() {
        // A choice that has no place any more is refused with a reason and changes nothing.
        if let Err(error) = session.apply(&Edit::ResolveConflict { number, choice }) {
            assert!(!error.to_string().is_empty(), "a choice is refused without a word");
        }
        comes_back(session.plan());
    }
    while session.undo().is_some() {}
    assert_eq!(**session.plan(), *plan, "choices undone leave something behind");
}

/// The plan's text opens and is the plan, and its text is the same again.
fn comes_back(plan: &Plan) {
    let text = to_json(plan);
    match parse(text.as_bytes(), NAME) {
        Err(error) => panic!("what was accepted does not open again: {error}\n{text}"),
        Ok(again) => {
            assert_eq!(again, *plan, "what was accepted comes back as something else\n{text}");
            assert_eq!(to_json(&again), text, "the text of the same plan is another");
        }
    }
}

fn says_where(sentence: &str) {
    assert!(sentence.contains(NAME), "{sentence:?} does not name the file");
}
