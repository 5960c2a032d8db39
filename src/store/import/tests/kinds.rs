//! Every kind of file, each in the shape it has in the wild, with invented people.

use super::*;
use crate::model::Position::{Am, Cb, Dm, Gk, Lb, Lwb, Rb, Rw, Rwb, St};
use crate::model::{Amount, Diagnosis, Foot, WagePeriod};
use crate::store::import::{About, ColumnMap, DayOrder, Field, Kind, Sure, Verdict};

const TRANSFERMARKT: &str = include_str!("transfermarkt.csv");
const TRANSFERMARKT_NEW: &str = include_str!("transfermarkt-new.csv");
const TRANSFERMARKT_OLD: &str = include_str!("transfermarkt-old.csv");
const GAME: &str = include_str!("football-manager.html");
const GERMAN: &str = include_str!("kader.csv");
const INJURIES: &str = include_str!("injuries.csv");

#[test]
fn the_data_set_is_read_by_the_names_of_its_columns() {
    let sheet = sheet(TRANSFERMARKT);
    assert_eq!((sheet.kind, sheet.encoding, sheet.cells_by), (Kind::Transfermarkt, "UTF-8", "commas"));
    let understood = understood(&sheet).unwrap();
    let clubs: Vec<String> =
        understood.clubs.iter().map(|club| format!("{} {}", club.short, club.players)).collect();
    assert_eq!(clubs, ["Northbridge Town 4", "Porto Vale 1"]);
    let [ann, pax, cole, odd, old] = understood.rows.as_slice() else { panic!("{}", understood.rows.len()) };
    let player = player(ann);
    assert_eq!(
        (player.name.as_str(), player.club.as_deref()),
        ("Aron Ambler", Some("Northbridge Town Football Club"))
    );
    assert_eq!((player.born, player.contract_until), (Some(day("1998-03-14")), Some(day("2027-06-30"))));
    assert_eq!(
        (player.foot, player.height_cm, player.positions.as_slice()),
        (Some(Foot::Left), Some(188), &[Cb][..])
    );
    assert_eq!(player.nationality.as_deref(), Some("England"));
    assert_eq!(player.market_value, Some(Amount::new(12_000_000, Currency::EUR)));
    assert_eq!(said(ann), "");
    assert_eq!((super::player(pax).name.as_str(), super::player(pax).contract_until), ("Paxinho", None));
    assert_eq!(super::player(cole).name, "Cole Dane", "spaces at the edge, a comma in the agent's name");
    assert_eq!(super::player(odd).height_cm, None);
    assert_eq!(said(odd), "height not taken: a height of 17 cm");
    assert!(said(old).contains("2021, the newest in the file being 2024"), "{}", said(old));
}

#[test]
fn newer_and_older_headers_of_the_data_set_give_the_same_people() {
    let new = rows(TRANSFERMARKT_NEW);
    assert_eq!(player(&new[0]), &ImportedPlayer { ..player(&rows(TRANSFERMARKT)[0]).clone() });
    let old = sheet(TRANSFERMARKT_OLD);
    assert_eq!(old.kind, Kind::Transfermarkt);
    let old = understood(&old).unwrap();
    let ambler = player(&old.rows[0]);
    assert_eq!((ambler.name.as_str(), ambler.born), ("Aron Ambler", Some(day("1998-03-14"))));
    assert_eq!(ambler.market_value, Some(Amount::new(9_900_000, Currency::GBP)));
    assert_eq!((ambler.contract_until, ambler.club.as_deref()), (None, Some("Club 9001")));
    assert!(said(&old.rows[0]).contains("number of his club"), "{}", said(&old.rows[0]));
}

#[test]
fn a_page_of_the_game_is_read_with_its_ways_of_writing() {
    let sheet = sheet(GAME);
    assert_eq!((sheet.kind, sheet.cells_by), (Kind::FootballManager, "a web page"));
    assert_eq!(sheet.kind.source_name(&sheet.file), "Football Manager (in-game figures)");
    let understood = understood(&sheet).unwrap();
    let rows = &understood.rows;
    assert_eq!((rows.len(), understood.tally.refused), (5, 0));
    let wing_back = player(&rows[0]);
    assert_eq!(wing_back.positions, [Rb, Lb, Rwb, Lwb, Dm]);
    assert_eq!(wing_back.market_value, Some(Amount::new(12_250_000, Currency::EUR)));
    let wage = wing_back.wage.as_ref().unwrap();
    assert_eq!((wage.amount.amount, wage.per), (2_244_000, WagePeriod::Year));
    assert_eq!((wing_back.height_cm, wing_back.age), (Some(188), Some(24)));
    assert_eq!(
        (wing_back.contract_until, wing_back.nationality.as_deref()),
        (Some(day("2027-06-30")), Some("France"))
    );
    assert_eq!(wing_back.club.as_deref(), Some("Northbridge Town"));
    let keeper = player(&rows[1]);
    assert_eq!(
        (keeper.positions.as_slice(), keeper.market_value.clone()),
        (&[Gk][..], Some(Amount::new(825_000, Currency::GBP)))
    );
    assert_eq!(
        keeper.wage.as_ref().map(|wage| (wage.amount.amount, wage.per)),
        Some((18_000, WagePeriod::Week))
    );
    let forward = player(&rows[2]);
    assert_eq!(
        (forward.positions.as_slice(), forward.market_value.clone()),
        (&[Rw, crate::model::Position::Lw, Am, St][..], None)
    );
    assert!(said(&rows[2]).contains("not for sale"), "{}", said(&rows[2]));
    assert_eq!(
        (player(&rows[3]).club.clone(), player(&rows[3]).market_value.clone()),
        (None, None),
        "no club, value unknown"
    );
    assert_eq!(said(&rows[3]), "");
    let note = &understood.notes[0].1;
    assert!(note.contains("age"), "{note}");
}

#[test]
fn a_spreadsheet_in_german_is_read_as_it_is_written() {
    let sheet = sheet(encoding_rs::WINDOWS_1252.encode(GERMAN).0);
    assert_eq!((sheet.encoding, sheet.cells_by, sheet.kind), ("Windows-1252", "semicolons", Kind::Table));
    assert!(sheet.remarks.iter().any(|remark| remark.contains("encoding")));
    assert!(sheet.remarks.iter().any(|remark| remark.contains("Kader 2025/26")));
    let understood = understood(&sheet).unwrap();
    let order = understood.day_order.as_ref().unwrap();
    assert_eq!((order.order, order.certain), (DayOrder::DayFirst, true));
    assert!(order.why.contains("30/06/2026 occurs in line 4"), "{}", order.why);
    let [jorg, turned, soon, sum] = understood.rows.as_slice() else { panic!("{}", understood.rows.len()) };
    let player = player(jorg);
    assert_eq!((player.name.as_str(), player.positions.as_slice()), ("Jörg Müßig", &[Cb][..]));
    assert_eq!((player.height_cm, player.foot), (Some(191), Some(Foot::Both)));
    assert_eq!(player.market_value, Some(Amount::new(12_500_000, Currency::EUR)));
    assert_eq!((player.born, player.contract_until), (Some(day("1999-06-07")), Some(day("2026-06-30"))));
    assert_eq!(super::player(turned).born, Some(day("2001-11-23")));
    assert_eq!(
        soon.remarks.iter().map(|remark| (remark.field, remark.verdict)).collect::<Vec<_>>(),
        [(Field::ContractUntil, Verdict::NotUnderstood)]
    );
    assert!(said(soon).contains("bald"), "{}", said(soon));
    assert_eq!(sum.content, Content::Refused("\u{201c}Summe\u{201d} is a sum, not a player".into()));
}

#[test]
fn a_table_without_headers_is_guessed_from_its_cells() {
    let pasted = "Ann Other\tCB\t25/05/1999\t30/06/2026\tleft\t188\nBob Roe\tRB\t14/02/2001\t30/06/2027\tright\t179\n\
                  Cat Doe\tGK\t01/12/1995\t30/06/2025\tright\t193\n";
    let sheet = sheet(pasted);
    let fields: Vec<Field> = sheet.guess.columns.iter().map(|column| column.field).collect();
    assert_eq!(
        fields,
        [Field::Name, Field::Positions, Field::Born, Field::ContractUntil, Field::Foot, Field::Height]
    );
    assert!(sheet.guess.columns.iter().all(|column| column.sure == Sure::Guessed));
    assert_eq!(player(&rows(pasted)[0]).born, Some(day("1999-05-25")));
    let years = rows(
        "Ann Other, CB, 25 May 1999, 2027\nBob Roe, RB, 4 Feb 2001, 2026\nCat Doe, GK, 1 Dec 1995, 2026\n",
    );
    assert_eq!(player(&years[0]).contract_until, Some(day("2027-06-30")));
    assert!(said(&years[0]).contains("only the year"), "{}", said(&years[0]));
    // A list of names alone.
    assert_eq!(player(&rows("Ann Other\nBob Roe\nCat Doe\n")[1]).name, "Bob Roe");
}

#[test]
fn what_a_whole_column_leaves_out_is_no_doubt_and_errors_stand_out() {
    let plain = sheet(
        "Name,Position,Contract until,Wage\nAnn Other,CB,2027,30k\nBob Roe,RB,2028,45k\nCat Doe,GK,XX,lots\n",
    );
    let read = understood(&plain).unwrap();
    assert_eq!((read.tally.understood, read.tally.doubtful), (3, 1));
    assert!(!read.rows[0].is_doubtful() && read.rows[2].is_doubtful());
    for words in ["30 June", "per week", "names no currency"] {
        assert!(said(&read.rows[0]).contains(words), "{}", said(&read.rows[0]));
    }
    let mixed = rows("Name,Position,Wage\nAnn Other,CB,30k\nBob Roe,RB,£2.5m\nCat Doe,GK,45k p/w\n");
    assert!(mixed[0].is_doubtful() && mixed[1].is_doubtful(), "week or year, pounds or not: nobody knows");
}

#[test]
fn what_was_guessed_can_be_corrected() {
    let sheet = sheet("Who,Until\nAnn Other,06/07/2026\nBob Roe,05/07/2026\n");
    assert_eq!(ColumnMap::signature(&sheet.table).as_deref(), Some("who | until"));
    assert_eq!(sheet.guess.field(0), Field::Name, "by its cells");
    let read = |map: &ColumnMap| {
        let context = Context::of(&sheet, day("2025-09-25"), Currency::GBP);
        understand(&sheet, map, &context, &unwatched).unwrap()
    };
    let guessed = read(&sheet.guess);
    assert!(!guessed.day_order.as_ref().unwrap().certain);
    assert_eq!(player(&guessed.rows[0]).contract_until, Some(day("2026-07-06")));
    let mut map = sheet.guess.clone();
    map.day_order = Some(DayOrder::MonthFirst);
    assert_eq!(player(&read(&map).rows[0]).contract_until, Some(day("2026-06-07")));
    map.choose(1, Field::Ignored);
    assert_eq!(player(&read(&map).rows[0]).contract_until, None);
    map.choose(0, Field::Ignored);
    let context = Context::of(&sheet, day("2025-09-25"), Currency::GBP);
    let error = understand(&sheet, &map, &context, &unwatched).unwrap_err().to_string();
    assert!(error.contains("No column") && error.contains("Until") && error.contains("squad.csv"), "{error}");
}

#[test]
fn surnames_that_stand_first_are_turned_round() {
    let rows = rows("Player;Pos\nOther, Ann;CB\nvan Roe, Bob;RB\n");
    assert_eq!([&rows[0], &rows[1]].map(|row| player(row).name.as_str()), ["Ann Other", "Bob van Roe"]);
}

#[test]
fn a_list_of_injuries_is_told_from_a_list_of_players() {
    let sheet = sheet(INJURIES);
    assert_eq!((sheet.kind, sheet.guess.about), (Kind::Injuries, About::Injuries));
    let rows = understood(&sheet).unwrap().rows;
    let injury = |row: &ImportRow| match &row.content {
        Content::Injury(injury) => (**injury).clone(),
        other => panic!("{other:?}"),
    };
    let knee = injury(&rows[0]);
    assert_eq!(
        (knee.name.as_str(), knee.diagnosis, knee.start),
        ("Aron Ambler", Some(Diagnosis::AclRupture), day("2025-09-23"))
    );
    assert_eq!(knee.layoff.as_ref().map(|layoff| (layoff.min, layoff.max)), Some((7, 9)));
    let over = injury(&rows[1]);
    assert_eq!(over.injury(day("2025-09-25"), "x").returned, Some(day("2025-09-01")));
    let open = injury(&rows[2]);
    assert_eq!(
        (open.start, open.diagnosis, open.words.as_deref()),
        (day("2025-09-25"), None, Some("Knee problems"))
    );
    assert!(said(&rows[2]).contains("no first day"), "{}", said(&rows[2]));
    assert!(matches!(&rows[3].content, Content::Refused(why) if why.contains("neither")));
}

#[test]
fn every_column_that_is_named_is_used_or_said_not_to_be() {
    let sheet = sheet("Name,Goals,Contract\nAnn Other,3,30/06/2026,extra\n");
    let fields: Vec<Field> = sheet.guess.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [Field::Name, Field::Ignored, Field::ContractUntil, Field::Ignored]);
    assert!(said(&understood(&sheet).unwrap().rows[0]).contains("extra"));
}

#[test]
fn small_amounts_count_in_the_unit_of_their_header_or_not_at_all() {
    let millions = rows("Name;Marktwert (Mio. €)\nAnn Other;12,5\nBob Roe;800 Tsd.\n");
    let values =
        [&millions[0], &millions[1]].map(|row| player(row).market_value.as_ref().map(|value| value.amount));
    assert_eq!(values, [Some(12_500_000), Some(800_000)]);
    let bare = rows("Name;Value\nAnn Other;12,5\n");
    assert_eq!(player(&bare[0]).market_value, None);
    assert!(said(&bare[0]).contains("too little"), "{}", said(&bare[0]));
}

#[test]
fn marks_in_brackets_are_no_part_of_a_name() {
    let rows = rows("Player,Pos\nAnn Other (c),CB\nBob Roe (on loan),RB\n");
    assert_eq!([&rows[0], &rows[1]].map(|row| player(row).name.as_str()), ["Ann Other", "Bob Roe"]);
    assert!(said(&rows[0]).contains("(c)"));
}
