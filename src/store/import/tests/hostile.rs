//! Files built to harm, and files that are merely broken: a sentence each, and no row lost.

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::*;
use crate::store::import::{ImportReason, Stage};

#[track_caller]
fn refused(bytes: impl AsRef<[u8]>) -> String {
    match read_import(bytes.as_ref(), "bad.csv", &unwatched) {
        Err(error) => {
            let text = error.to_string();
            assert!(text.contains("bad.csv") && text.len() < 400, "{text}");
            text
        }
        Ok(_) => panic!("it was read"),
    }
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence_with_its_remedy() {
    for (bytes, words) in [
        (b"".to_vec(), "nothing in it"),
        (b"name,club\nAnn,\0\n".to_vec(), "Line 2"),
        ([b"name,club\n".to_vec(), vec![b'x'; 50 * 1024 * 1024]].concat(), "Line 2 is longer"),
        (b"x,".repeat(1_000_000), "Line 1 has more than 500 columns"),
        (b"PK\x03\x04 workbook".to_vec(), "as CSV"),
        (b"{\"a\": 1}".to_vec(), "JSON, but neither"),
        (b"{\\rtf1 x}".to_vec(), "rich text"),
        (b"<html><body><p>nothing</p></body></html>".to_vec(), "without a table"),
        (b"{\"name\": \"x\", \"matches\": [{}]}".to_vec(), "team1"),
    ] {
        let said = refused(&bytes);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_table_without_names_is_said_to_have_none() {
    let sheet = sheet("Age,Goals\n25,3\n26,4\n");
    let error = understood(&sheet).unwrap_err();
    assert!(matches!(error.reason, ImportReason::NoNames { .. }));
    assert!(error.to_string().contains("\u{201c}Goals\u{201d}"), "{error}");
}

#[test]
fn broken_rows_are_refused_one_by_one() {
    let rows = rows(
        "Name,Club\nAnn Other,X\n,Y\nName,Club\n12345,Z\n\u{feff}Bob Roe,\u{feff}Z\n\"Cat,W\nDee Doe,V\n",
    );
    let names: Vec<Option<&str>> = rows.iter().map(ImportRow::name).collect();
    assert_eq!(names, [Some("Ann Other"), None, None, None, Some("Bob Roe"), Some("\"Cat"), Some("Dee Doe")]);
    let why = |at: usize| match &rows[at].content {
        Content::Refused(why) => why.as_str(),
        _ => "",
    };
    assert_eq!(
        [why(1), why(2), why(3)],
        ["no name in it", "the headers once more", "\u{201c}12345\u{201d} is no name"]
    );
    assert!(said(&rows[5]).contains("quotation mark"), "{}", said(&rows[5]));
    assert_eq!(rows[6].line, 8);
}

#[test]
fn an_import_can_be_stopped_at_every_stage() {
    let table = format!("Name,Club\n{}", "Ann Other,X\n".repeat(5_000));
    for stage in [Stage::Text, Stage::Table] {
        let stopped = read_import(table.as_bytes(), "x", &|progress| {
            if progress.stage == stage { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(stopped.unwrap_err().is_cancelled());
    }
    let sheet = sheet(&table);
    let context = Context::of(&sheet, day("2025-09-25"), Currency::GBP);
    let stopped = understand(&sheet, &sheet.guess, &context, &|_| ControlFlow::Break(()));
    assert!(stopped.unwrap_err().is_cancelled());
}

proptest! {
    #[test]
    fn no_bytes_panic_and_every_row_is_accounted_for(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(Incoming::Sheet(sheet)) = read_import(&bytes, "x", &unwatched)
            && let Ok(understood) = understood(&sheet)
        {
            prop_assert_eq!(understood.rows.len(), sheet.table.len());
        }
    }

    #[test]
    fn no_cells_panic(cells in proptest::collection::vec("[0-9a-zéß€/.,:()'\" -]{0,14}", 8..40)) {
        let header = "Name,Born,Contract until,Height,Position,Value,Wage,Foot\n";
        let rows: Vec<String> = cells.chunks(8).map(|row| row.join(";").replace(',', " ").replace(';', ",")).collect();
        if let Ok(Incoming::Sheet(sheet)) = read_import(format!("{header}{}", rows.join("\n")).as_bytes(), "x", &unwatched) {
            let understood = understood(&sheet).unwrap();
            prop_assert_eq!(understood.rows.len(), sheet.table.len());
        }
    }
}
